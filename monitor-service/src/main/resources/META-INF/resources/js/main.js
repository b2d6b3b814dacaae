import { deployment, deployments, follow } from './api.js';
import { el } from './dom.js';
import { deploymentView } from './deployment.js';
import { pill, seconds } from './format.js';
import { History } from './history.js';

const place = document.getElementById('deployment');
const inFlight = document.getElementById('in-flight');
const live = document.getElementById('live');
const history = new History(document.getElementById('history'), document.getElementById('filter'));
const ENDED = ['COMPLETED', 'ROLLED_BACK', 'FAILED_NEEDS_HUMAN', 'REFUSED', 'REJECTED'];

let shown = null;

function wanted() {
  return decodeURIComponent(location.hash.slice(1)) || null;
}

/** The one asked for by the address, else what is in flight, else the newest. */
async function showCurrent() {
  const newest = (await deployments({ limit: 50 })).items;
  const flying = newest.filter((each) => !ENDED.includes(each.state));
  const id = wanted() ?? (flying[0] ?? newest[0])?.deploymentId ?? null;
  drawInFlight(flying, id);
  await show(id);
}

async function show(id) {
  shown = id;
  if (!id) {
    place.replaceChildren(el('p', { class: 'card quiet' }, 'No deployment yet. `./stillwater apply -f release.yaml` starts one.'));
    return;
  }
  const found = await deployment(id);
  if (shown !== id) {
    return;
  }
  redraw(found ? deploymentView(found) : [el('p', { class: 'card quiet' }, `${id} is not known.`)]);
}

/** Draws anew without taking the focus, the selection or an open detail away. */
function redraw(parts) {
  const focused = document.activeElement?.id;
  const { selectionStart, selectionEnd } = document.activeElement ?? {};
  const open = [...place.querySelectorAll('details[open]')].map((each) => each.dataset.key);
  place.replaceChildren(...parts);
  for (const details of place.querySelectorAll('details')) {
    details.open = open.includes(details.dataset.key);
  }
  const again = focused && place.querySelector(`#${CSS.escape(focused)}`);
  if (again) {
    again.focus({ preventScroll: true });
    if (again.setSelectionRange) {
      again.setSelectionRange(selectionStart, selectionEnd);
    }
  }
}

function drawInFlight(flying, id) {
  inFlight.replaceChildren(...(flying.length < 2 ? [] : [el('ul', {}, flying.map((each) =>
    el('li', {}, el('a', {
      href: `#${encodeURIComponent(each.deploymentId)}`,
      'aria-current': each.deploymentId === id ? 'true' : null,
    }, `${each.release?.name ?? each.deploymentId} ${each.release?.version ?? ''} `, pill(each.state)))))]));
}

/** However fast changes come, the page asks once at a time, and once more for the last. */
let asking = false;
let again = false;
async function refresh() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  try {
    await Promise.all([showCurrent(), history.refresh()]);
  } catch (error) {
    live.textContent = `the monitor does not answer: ${error.message}`;
    live.classList.remove('on');
  } finally {
    asking = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

window.addEventListener('hashchange', () => {
  refresh().then(() => place.focus());
});
setInterval(() => {
  for (const running of document.querySelectorAll('[data-since]')) {
    running.textContent = seconds(Date.now() - new Date(running.dataset.since));
  }
}, 1000);
follow(refresh, (connected) => {
  live.textContent = connected ? 'live' : 'reconnecting';
  live.classList.toggle('on', connected);
  if (connected) {
    refresh();
  }
});
refresh();
