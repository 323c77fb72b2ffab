// The developer's drawer: what went between the apps and the workspace, and faults to try an app with.

import { h, iconButton } from './dom.js';
import { Faults } from './faults.js';

const MOST = 500;

/** Drawer shows the traffic while it is open. `onToggle(open)` lets the page ask for traffic events only then. */
export class Drawer {
  #entries = [];
  #chosen = null;

  constructor({ api, report, onToggle }) {
    this.api = api;
    this.report = report;
    this.onToggle = onToggle;
    this.rows = h('tbody');
    this.detail = h('div', { class: 'detail', 'aria-live': 'polite' });
    this.faults = new Faults({ api, report });
    this.kind = h(
      'select',
      { class: 'field', 'aria-label': 'Kind', 'data-testid': 'traffic-kind', on: { change: () => this.#draw() } },
      h('option', { value: '', text: 'All' }),
    );
    this.filter = h(
      'input',
      { class: 'field', type: 'search', placeholder: 'Filter', 'aria-label': 'Filter traffic', on: { input: () => this.#draw() } },
    );
    this.node = h(
      'aside',
      { class: 'drawer', hidden: true, 'aria-label': 'Developer', 'data-testid': 'drawer' },
      h(
        'header',
        { class: 'drawer-head' },
        h('h2', { text: 'Traffic' }),
        this.kind,
        this.filter,
        iconButton('close', 'Close the developer drawer', () => this.toggle(false)),
      ),
      h(
        'div',
        { class: 'drawer-body' },
        h('div', { class: 'traffic' }, table(this.rows)),
        h('div', { class: 'drawer-side' }, this.detail, this.faults.node),
      ),
    );
    this.#show(null);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  async toggle(open = !this.isOpen) {
    this.node.hidden = !open;
    this.onToggle(open);
    if (open) await this.load();
  }

  /** load reads what there is. */
  async load() {
    try {
      this.#entries = (await this.api().traffic()).slice(-MOST);
      this.#draw();
      await this.faults.load();
    } catch (error) {
      this.report(error);
    }
  }

  /** put adds an entry, or replaces it once its answer is known. */
  put(entry) {
    const at = this.#entries.findIndex((other) => other.id === entry.id);
    if (at >= 0) this.#entries[at] = entry;
    else this.#entries.push(entry);
    this.#entries.splice(0, Math.max(0, this.#entries.length - MOST));
    this.#draw();
    this.faults.look();
  }

  #draw() {
    const wanted = this.filter.value.toLowerCase();
    const words = ({ kind, method, app, summary, status }) => [kind, method, app, summary, status].join(' ').toLowerCase();
    this.#offerKinds();
    const kind = this.kind.value;
    const shown = this.#entries.filter((entry) => (!kind || entry.kind === kind) && words(entry).includes(wanted));
    this.rows.replaceChildren(...shown.reverse().map((entry) => this.#row(entry)));
  }

  // The kinds to choose from are those that were seen.
  #offerKinds() {
    const offered = new Set([...this.kind.options].map((option) => option.value));
    for (const { kind } of this.#entries) {
      if (!offered.has(kind)) this.kind.append(h('option', { value: kind, text: kind }));
      offered.add(kind);
    }
  }

  #row(entry) {
    const failed = Number(entry.status) >= 400 || entry.response?.ok === false;
    const button = h(
      'button',
      { type: 'button', class: 'row-button', text: entry.method || entry.kind, on: { click: () => this.#show(entry) } },
    );
    return h(
      'tr',
      { class: `${failed ? 'failed' : ''} ${entry.id === this.#chosen ? 'chosen' : ''}` },
      h('td', { text: timeOf(entry.at) }),
      h('td', { text: entry.kind }),
      h('td', {}, button),
      h('td', { class: 'summary', text: entry.summary ?? '' }),
      h('td', { class: 'align-right', text: String(entry.ms ?? '') }),
      h('td', { text: String(entry.status ?? '') }),
    );
  }

  #show(entry) {
    this.#chosen = entry?.id ?? null;
    if (!entry) {
      this.detail.replaceChildren(h('p', { class: 'muted', text: 'Choose a line to see what was asked and answered.' }));
      return;
    }
    this.detail.replaceChildren(
      h('h3', { text: `${entry.kind} ${entry.method ?? ''}` }),
      part('Request', entry.request),
      part('Response', entry.response),
    );
    this.#draw();
  }
}

function table(rows) {
  const head = ['Time', 'Kind', 'Method', 'About', 'ms', 'Status'].map((text) => h('th', { text, scope: 'col' }));
  return h('table', {}, h('thead', {}, h('tr', {}, head)), rows);
}

const part = (title, value) => h(
  'details',
  { open: true },
  h('summary', { text: title }),
  h('pre', { tabindex: '0' }, h('code', { text: pretty(value) })),
);

function pretty(value) {
  if (value === null || value === undefined || value === '') return '—';
  try {
    return JSON.stringify(typeof value === 'string' ? JSON.parse(value) : value, null, 2);
  } catch {
    return String(value);
  }
}

function timeOf(at) {
  const date = new Date(typeof at === 'number' ? at * 1000 : at);
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString().slice(11, 23);
}
