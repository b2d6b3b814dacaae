import { commandsCard } from './commands.js';
import { card, el, table } from './dom.js';
import { pill, seconds, span, time, tone, words } from './format.js';
import { metricsCard } from './metrics.js';

const MARKS = { COMPLETED: '✓', RUNNING: '▶', FAILED: '✗', PENDING: '○', UNDONE: '↩' };

export function deploymentView(d) {
  return [
    headline(d),
    el('div', { class: 'pair' },
      el('div', {}, progress(d), checks(d)),
      el('div', {}, commandsCard(d), metricsCard(d.analysis), touched(d))),
  ];
}

function headline(d) {
  const facts = [
    ['Environment', d.environment],
    ['Risk', d.risk && pill(d.risk)],
    ['Started', time(d.startedAt)],
    [d.finishedAt ? 'Took' : 'Running for', span(d.startedAt, d.finishedAt)],
    ['Finished', time(d.finishedAt)],
    ['Soak ends', time(d.soakUntil)],
    ['Deployment', el('code', {}, d.deploymentId)],
    ['Plan', d.planId && el('code', {}, d.planId)],
  ];
  return el('section', { class: 'card' },
    el('div', { class: 'headline' },
      el('h2', {}, d.release ? `${d.release.name} ${d.release.version ?? ''}` : d.deploymentId),
      pill(d.state)),
    el('dl', { class: 'facts' }, facts.filter(([, value]) => value).map(([name, value]) =>
      el('div', {}, el('dt', {}, name), el('dd', {}, value)))),
    d.reason && el('p', { class: `reason ${tone(d.state)}` }, d.reason),
    (d.errors ?? []).length > 0 && table('Errors in the document',
      [['Path', (e) => el('code', {}, e.path)], ['What is wrong', (e) => e.message]], d.errors),
    (d.kept ?? []).length > 0 && table('Not taken back',
      [['What', (k) => k.what], ['Why', (k) => k.reason]], d.kept));
}

function progress(d) {
  const steps = d.steps ?? [];
  return card('Phases and steps',
    el('ol', { class: 'rail' }, (d.phases ?? []).map((p) =>
      el('li', { class: `phase ${p.state.toLowerCase()}` },
        el('span', { class: 'name' },
          el('span', { class: 'mark', 'aria-hidden': 'true' }, MARKS[p.state]), ' ', words(p.phase)),
        el('span', { class: 'quiet' }, words(p.state), ' ', span(p.startedAt, p.finishedAt))))),
    steps.length === 0 ? el('p', { class: 'quiet' }, 'No steps yet.') : table(
      `${steps.filter((s) => s.state === 'COMPLETED').length} of ${steps.length} steps done`,
      [
        ['Step', (s) => el('code', {}, s.id)],
        ['What', (s) => [
          el('div', {}, s.description ?? `${words(s.kind)} ${s.target ?? ''}`),
          s.detail && el('div', { class: 'small quiet' }, s.detail),
          s.reason && el('div', { class: 'small' }, s.reason),
          s.undo && s.undo.kind !== 'NONE' && el('div', { class: 'small quiet' },
            `undo: ${words(s.undo.kind)}${s.undo.until ? `, until ${s.undo.until}` : ''}`),
        ]],
        ['State', (s) => [pill(s.state),
          s.attempts > 1 && el('div', { class: 'small quiet' }, `${s.attempts} attempts`)]],
        ['Time', (s) => span(s.startedAt, s.finishedAt), 'number'],
      ], steps));
}

function checks(d) {
  const verdicts = d.verdicts ?? [];
  if (verdicts.length === 0) {
    return null;
  }
  return card('Verdicts', verdicts.map((v) => el('details', { class: 'metric', 'data-key': `${v.stage}-${v.round}` },
    el('summary', {}, el('strong', {}, words(v.stage)), ' ', pill(v.action), ' ', time(v.at)),
    el('p', { class: 'small' }, v.reason),
    (v.checks ?? []).length > 0 && table(null, [
      ['Check', (c) => [c.name, c.target && el('div', { class: 'small quiet' }, c.target)]],
      ['Result', (c) => pill(c.status)],
      ['Value', (c) => [c.value, c.limit && el('div', { class: 'small quiet' }, `limit ${c.limit}`)]],
      ['Means', (c) => c.detail],
      ['Took', (c) => seconds(c.durationMs ?? 0), 'number'],
    ], v.checks))));
}

function touched(d) {
  const components = (d.components ?? []).map((c) => el('li', {}, el('strong', {}, c.name),
    c.version && ` ${c.previousVersion ? `${c.previousVersion} → ` : ''}${c.version}`,
    !c.at && el('span', { class: 'quiet' }, ' not changed yet')));
  const tables = (d.tables ?? []).map((t) => el('li', {}, el('code', {}, t)));
  return card('Components and tables',
    components.length + tables.length === 0
      ? el('p', { class: 'quiet' }, 'None are known yet.')
      : el('ul', { class: 'chips' }, components, tables));
}
