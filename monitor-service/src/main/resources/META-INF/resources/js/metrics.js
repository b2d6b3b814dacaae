import { card, el } from './dom.js';
import { amount, pill, words } from './format.js';

const NAMES = { failed: 'failed', user_error: "users' own errors", value: 'newest value' };

/** Before and after of each watched metric. */
export function metricsCard(analysis) {
  if (!analysis?.observed) {
    return card('Metrics', el('p', { class: 'quiet' }, analysis?.note ?? 'not observed'));
  }
  const metrics = analysis.metrics ?? [];
  return card('Metrics, before and after',
    metrics.length === 0
      ? el('p', { class: 'quiet' }, `${analysis.note}; they are compared from the first effect on`)
      : metrics.map(metric));
}

function metric(each) {
  const title = `${words(each.metric)} of ${each.component ?? 'all'}, ${NAMES[each.statistic] ?? each.statistic}`;
  const largest = Math.max(each.before ?? 0, each.after ?? 0, each.limit ?? 0) * 1.1 || 1;
  return el('article', { class: 'metric' },
    el('div', { class: 'metric-head' }, el('h3', {}, title), pill(each.standing)),
    el('div', { class: 'bars' },
      bar('before', each.before, each, largest, ''),
      bar('after', each.after, each, largest, each.standing?.toLowerCase()),
      el('span', { class: 'label' }, 'limit'), el('span'),
      el('span', { class: 'figure' }, amount(each.limit, each.unit))),
    el('p', { class: 'small' }, each.verdict),
    el('p', { class: 'small quiet' },
      `${each.samplesBefore.toLocaleString()} samples before, ${each.samplesAfter.toLocaleString()} since`));
}

function bar(label, value, each, largest, kind) {
  const share = (number) => `${Math.min(100, 100 * (number / largest))}%`;
  const filled = el('div', { class: `bar ${kind}` });
  filled.style.width = share(value ?? 0);
  const limit = each.limit === undefined || each.limit === null ? null : el('div', { class: 'mark-limit' });
  if (limit) {
    limit.style.left = share(each.limit);
  }
  return [
    el('span', { class: 'label' }, label),
    el('div', { class: 'track', 'aria-hidden': 'true' }, filled, limit),
    el('span', { class: 'figure' }, amount(value, each.unit)),
  ];
}
