import { command } from './api.js';
import { card, el } from './dom.js';
import { pill, time, words } from './format.js';

const ENDED = ['COMPLETED', 'ROLLED_BACK', 'FAILED_NEEDS_HUMAN'];
const NEVER_BEGUN = ['REFUSED', 'REJECTED'];
const ongoing = (state) => !ENDED.includes(state) && !NEVER_BEGUN.includes(state);

/** Where each command is legal (contract, section 5); the executor has the last word. */
const COMMANDS = [
  { name: 'approve', kind: 'main', legal: (s) => s === 'AWAITING_APPROVAL' },
  { name: 'pause', legal: (s) => ongoing(s) && s !== 'PAUSED' },
  { name: 'resume', legal: (s) => s === 'PAUSED' },
  { name: 'promote', legal: (s) => s === 'SOAKING' || s === 'PAUSED' },
  { name: 'retry', legal: (s) => s === 'FAILED_NEEDS_HUMAN' || s === 'PAUSED' },
  { name: 'abort', kind: 'danger', legal: ongoing },
  { name: 'rollback', kind: 'danger', legal: (s) => ongoing(s) || s === 'COMPLETED' || s === 'FAILED_NEEDS_HUMAN' },
];

/** Kept while the card is drawn anew under a person who types. */
const draft = { id: null, reason: '', said: '', failed: false };

export function commandsCard(deployment) {
  if (draft.id !== deployment.deploymentId) {
    Object.assign(draft, { id: deployment.deploymentId, reason: '', said: '', failed: false });
  }
  const said = el('p', { class: draft.failed ? 'said no' : 'said', role: 'status' }, draft.said);
  const reason = el('textarea', {
    id: 'reason', maxlength: 4000, oninput: (event) => { draft.reason = event.target.value; },
  });
  reason.value = draft.reason;
  const buttons = COMMANDS.map(({ name, kind, legal }) => el('button', {
    type: 'button',
    id: `command-${name}`,
    class: kind,
    disabled: !legal(deployment.state),
    onclick: () => send(deployment, name, kind === 'danger', said),
  }, words(name)));
  return card('Commands',
    el('label', { for: 'reason' }, 'Reason, shown in the history', reason),
    el('div', { class: 'buttons' }, buttons),
    said,
    log(deployment.commands ?? []));
}

async function send(deployment, name, ask, said) {
  if (ask && !(await confirmed(deployment, name))) {
    return;
  }
  try {
    await command(deployment.deploymentId, {
      command: name, actor: 'web', reason: draft.reason.trim() || undefined,
    });
    draft.said = `${name} was sent; the answer appears below`;
    draft.failed = false;
  } catch (error) {
    draft.said = `${name} was not sent: ${error.message}`;
    draft.failed = true;
  }
  said.textContent = draft.said;
  said.classList.toggle('no', draft.failed);
}

function confirmed(deployment, name) {
  const dialog = document.getElementById('confirm');
  const release = deployment.release ? `${deployment.release.name} ${deployment.release.version ?? ''}` : '';
  document.getElementById('confirm-title').textContent = `${words(name)} ${release}?`;
  document.getElementById('confirm-text').textContent =
    'What was done is undone, in reverse order. ' + (draft.reason.trim()
      ? `Reason: ${draft.reason.trim()}` : 'No reason is given.');
  document.getElementById('confirm-yes').textContent = words(name);
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

function log(commands) {
  return commands.length === 0 ? null : el('ul', { class: 'log' },
    [...commands].reverse().map((each) => el('li', {},
      el('strong', {}, each.command), ' ', each.actor && `by ${each.actor} `, time(each.at), ' ',
      each.answer ? pill(each.answer) : pill('PENDING', 'not answered yet'),
      each.reason && el('div', {}, each.reason),
      each.answerReason && el('div', { class: 'quiet' }, each.answerReason))));
}
