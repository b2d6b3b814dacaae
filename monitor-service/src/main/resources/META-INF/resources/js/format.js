import { el } from './dom.js';

const TONES = {
  COMPLETED: 'good', PASS: 'good', PROCEED: 'good', ACCEPTED: 'good',
  ROLLED_BACK: 'bad', ROLLING_BACK: 'bad', FAILED_NEEDS_HUMAN: 'bad', FAILED: 'bad', FAIL: 'bad',
  BREACH: 'bad', ROLLBACK: 'bad', REFUSED: 'bad', REJECTED: 'bad', HIGH: 'bad',
  AWAITING_APPROVAL: 'wait', PAUSED: 'wait', INCONCLUSIVE: 'wait', INVESTIGATE: 'wait',
  WARN: 'wait', UNKNOWN: 'wait', MEDIUM: 'wait', UNDONE: 'wait',
  PENDING: '', LOW: '', PLANNED: '',
};

/** FAILED_NEEDS_HUMAN as people say it. */
export function words(name) {
  return name ? String(name).toLowerCase().replaceAll('_', ' ') : '';
}

export function tone(name) {
  return name in TONES ? TONES[name] : 'run';
}

export function pill(name, text) {
  return name ? el('span', { class: `pill ${tone(name)}` }, text ?? words(name)) : null;
}

/** ISO-8601 time in the reader's zone; the whole in the tooltip. */
export function time(iso) {
  if (!iso) {
    return null;
  }
  const date = new Date(iso);
  const sameDay = date.toDateString() === new Date().toDateString();
  const shown = sameDay
    ? date.toLocaleTimeString()
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  return el('time', { datetime: iso, title: iso }, shown);
}

export function seconds(milliseconds) {
  const s = Math.max(0, milliseconds) / 1000;
  if (s < 10) {
    return `${s.toFixed(1)} s`;
  }
  const parts = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  let rest = Math.round(s);
  const said = [];
  for (const [size, unit] of parts) {
    if (rest >= size) {
      said.push(`${Math.floor(rest / size)} ${unit}`);
      rest %= size;
    }
  }
  return said.slice(0, 2).join(' ');
}

/** From one time to another, or counting up from it. */
export function span(from, to) {
  if (!from) {
    return '';
  }
  if (to) {
    return seconds(new Date(to) - new Date(from));
  }
  return el('span', { 'data-since': from }, seconds(Date.now() - new Date(from)));
}

/** A value of a metric with its unit. */
export function amount(value, unit) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (unit === 'ratio') {
    return `${short(value * 100)} %`;
  }
  if (unit === 'ms') {
    return value < 1000 ? `${short(value)} ms` : seconds(value);
  }
  return unit ? `${short(value)} ${unit}` : short(value);
}

function short(number) {
  return number.toLocaleString(undefined, { maximumSignificantDigits: 3 });
}
