// Everything that comes from outside becomes text nodes; no markup is ever parsed.

/** An element with attributes and children; null children are left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
  return element;
}

/** A table whose rows become blocks on a narrow screen; columns: [title, cell, class?]. */
export function table(caption, columns, rows) {
  const head = columns.map(([title, , kind]) => el('th', { scope: 'col', class: kind }, title));
  const body = rows.map((row) =>
    el('tr', {}, columns.map(([title, cell, kind]) =>
      el('td', { class: kind, 'data-label': title }, inOne(cell(row))))));
  return el('div', { class: 'scroll' },
    el('table', { class: 'stack' },
      caption && el('caption', {}, caption),
      el('thead', {}, el('tr', {}, head)),
      el('tbody', {}, body)));
}

/** The parts of a cell stay together beside its label. */
function inOne(content) {
  const parts = [content].flat(Infinity).filter((part) => part || part === 0);
  return parts.length === 0 ? null : el('div', {}, parts);
}

export function card(title, ...content) {
  return el('section', { class: 'card' }, el('div', { class: 'card-head' }, el('h2', {}, title)), content);
}
