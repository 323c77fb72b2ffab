// The developer's drawer: what went between the apps and the workspace, and faults to try an app with.

import { h, iconButton } from './dom.js';

const MOST = 500;
const METHODS = ['chat.postMessage', 'chat.update', 'views.open', 'views.publish', 'conversations.open', 'users.info'];
const KINDS = ['error', 'rate_limited', 'status', 'delay', 'lose_answer', 'drop_sockets', 'duplicate'];

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
    this.faults = h('div', { class: 'fault-list' });
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
        this.filter,
        iconButton('close', 'Close the developer drawer', () => this.toggle(false)),
      ),
      h(
        'div',
        { class: 'drawer-body' },
        h('div', { class: 'traffic' }, table(this.rows)),
        h('div', { class: 'drawer-side' }, this.detail, this.#form(), this.faults),
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
      await this.#drawFaults();
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
  }

  #draw() {
    const wanted = this.filter.value.toLowerCase();
    const words = ({ kind, method, app, summary, status }) => [kind, method, app, summary, status].join(' ').toLowerCase();
    const shown = this.#entries.filter((entry) => words(entry).includes(wanted));
    this.rows.replaceChildren(...shown.reverse().map((entry) => this.#row(entry)));
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

  #form() {
    const field = (name, props) => h('label', {}, h('span', { text: name }), h('input', { class: 'field', name, ...props }));
    return h(
      'form',
      { class: 'faults', 'data-testid': 'fault-form', on: { submit: (event) => this.#inject(event) } },
      h('h3', { text: 'Inject a fault' }),
      field('method', { value: 'chat.postMessage', list: 'methods' }),
      h(
        'datalist',
        { id: 'methods' },
        METHODS.map((value) => h('option', { value })),
      ),
      h(
        'label',
        {},
        h('span', { text: 'kind' }),
        h('select', { class: 'field', name: 'kind' }, KINDS.map((kind) => h('option', { text: kind }))),
      ),
      field('error', { placeholder: 'internal_error' }),
      field('status', { type: 'number', min: '100', max: '599', placeholder: '503' }),
      field('channel', { placeholder: 'any' }),
      field('seconds', { type: 'number', min: '0', placeholder: '0' }),
      field('count', { type: 'number', min: '1', value: '1' }),
      h('button', { type: 'submit', class: 'button button-primary', text: 'Inject' }),
    );
  }

  async #inject(event) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(event.target));
    const fault = { method: values.method, kind: values.kind, count: Number(values.count) || 1 };
    if (values.error) fault.error = values.error;
    if (values.channel) fault.channel = values.channel;
    if (values.seconds) fault.seconds = Number(values.seconds);
    if (values.status) fault.status = Number(values.status);
    try {
      await this.api().addFault(fault);
      await this.#drawFaults();
    } catch (error) {
      this.report(error);
    }
  }

  async #drawFaults() {
    const list = await this.api().faults();
    const clear = h(
      'button',
      {
        type: 'button',
        class: 'button',
        text: 'Clear all faults',
        on: { click: () => this.api().clearFaults().then(() => this.#drawFaults(), this.report) },
      },
    );
    this.faults.replaceChildren(
      ...list.map((fault) => h(
        'div',
        { class: 'fault' },
        h('code', { text: `${fault.method || 'any'} ${fault.kind} ${fault.error ?? ''}` }),
        h('span', { class: 'muted', text: `${fault.count ?? ''} left` }),
      )),
      ...(list.length ? [clear] : []),
    );
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
