import { deployments } from './api.js';
import { el, table } from './dom.js';
import { pill, span, time } from './format.js';

const PAGE = 20;

/** The table of what is and was, filtered and continued page by page. */
export class History {
  constructor(place, form) {
    this.place = place;
    this.form = form;
    this.items = [];
    this.pages = 1;
    form.addEventListener('input', () => {
      this.pages = 1;
      this.refresh();
    });
    form.addEventListener('submit', (event) => event.preventDefault());
  }

  async refresh() {
    const turn = (this.turn ?? 0) + 1;
    this.turn = turn;
    try {
      const items = [];
      let next;
      for (let page = 0; page < this.pages && (page === 0 || next); page++) {
        const filter = Object.fromEntries(new FormData(this.form));
        const part = await deployments({ ...filter, limit: PAGE, after: next });
        items.push(...part.items);
        next = part.next;
      }
      if (turn === this.turn) {
        this.draw(items, next);
      }
    } catch (error) {
      this.place.replaceChildren(el('p', { class: 'reason bad' }, error.message));
    }
  }

  draw(items, next) {
    this.place.replaceChildren(
      items.length === 0 ? el('p', { class: 'quiet' }, 'Nothing here yet.') : table(null, [
        ['Release', (d) => el('a', { href: `#${encodeURIComponent(d.deploymentId)}` },
          d.release ? d.release.name : d.deploymentId)],
        ['Version', (d) => d.release?.version ?? ''],
        ['Environment', (d) => d.environment ?? ''],
        ['Started', (d) => time(d.startedAt), 'time'],
        ['Status', (d) => pill(d.state)],
        ['Duration', (d) => span(d.startedAt, d.finishedAt), 'number'],
        ['Reason', (d) => d.reason ?? ''],
      ], items));
    if (next) {
      this.place.append(el('div', { class: 'buttons' }, el('button', {
        type: 'button',
        onclick: () => {
          this.pages += 1;
          this.refresh();
        },
      }, 'Older deployments')));
    }
  }
}
