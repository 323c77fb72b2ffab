// The part of the drawer where one makes things go wrong: a form for each kind of fault, and the list of those that wait.

import { h, iconButton } from './dom.js';

const SOON = 400; // milliseconds
const CALL = ['method', 'channel'];
const OFTEN = ['count', 'rate', 'seed'];

// What can go wrong: what people read, and the fields that count.
const KINDS = {
  error: { about: 'the call answers an error', fields: [...CALL, 'error', ...OFTEN] },
  rate_limited: { about: 'the call answers 429', fields: [...CALL, 'seconds', ...OFTEN] },
  status: { about: 'the call answers an HTTP status', fields: [...CALL, 'status', ...OFTEN] },
  delay: { about: 'the call takes longer', fields: [...CALL, 'seconds', ...OFTEN] },
  lose_answer: { about: 'the call is applied, its answer is lost', fields: [...CALL, ...OFTEN] },
  cut: { about: 'the call is applied, its answer is cut', fields: [...CALL, ...OFTEN] },
  hold_before: { about: 'the call waits before it is applied', fields: [...CALL, 'count'] },
  hold_after: { about: 'the call is applied, its answer waits', fields: [...CALL, 'count'] },
  duplicate: { about: 'envelopes come twice', fields: ['envelope', 'app', ...OFTEN] },
  late: { about: 'envelopes come late', fields: ['envelope', 'app', 'seconds', ...OFTEN] },
  drop_sockets: { about: 'all sockets are cut', fields: [] },
  refresh: { about: 'sockets are asked to reconnect', fields: ['seconds'] },
  silence_sockets: { about: 'sockets stand still', fields: [] },
  link_disabled: { about: 'Socket Mode is switched off', fields: ['app'] },
  revoke_token: { about: 'tokens are good for nothing', fields: ['app'] },
  uninstall: { about: 'the app is taken out', fields: ['app'] },
  clock_skew: { about: 'the clock goes ahead or behind', fields: ['seconds'] },
  archive_channel: { about: 'a channel is archived', fields: ['channel'] },
  remove_user: { about: 'a person is gone', fields: ['user', 'channel'] },
  refuse_block: { about: 'a type of blocks is refused', fields: ['block'] },
};

const FIELDS = {
  method: {
    list: ['chat.postMessage', 'chat.update', 'views.open', 'views.publish', 'conversations.open', 'users.info', 'response_url', 'upload'],
    placeholder: 'any',
  },
  envelope: { name: 'method', list: ['events_api', 'slash_commands', 'interactive'], placeholder: 'any' },
  channel: { placeholder: 'name or id' },
  user: { placeholder: 'handle' },
  app: { placeholder: 'all apps' },
  block: { list: ['data_visualization', 'data_table', 'table', 'markdown', 'card'], placeholder: 'data_visualization' },
  error: { placeholder: 'internal_error' },
  status: { type: 'number', min: '400', max: '599', placeholder: '500' },
  seconds: { type: 'number', placeholder: '1' },
  count: { type: 'number', min: '0', placeholder: '1' },
  rate: { type: 'number', min: '0', max: '1', step: 'any', placeholder: 'always' },
  seed: { type: 'number', min: '0', placeholder: '0' },
};

/** Faults is the form and the list. `api()` gives the Api of the person who looks. */
export class Faults {
  constructor({ api, report }) {
    this.api = api;
    this.report = report;
    this.soon = 0; // the timer of look
    this.fields = h('div', { class: 'fault-fields' });
    this.kind = h(
      'select',
      { class: 'field', name: 'kind', 'aria-label': 'Kind of fault', on: { change: () => this.#fields() } },
      Object.entries(KINDS).map(([kind, { about }]) => h('option', { value: kind, text: `${kind}: ${about}` })),
    );
    this.list = h('ul', { class: 'fault-list', 'data-testid': 'faults' });
    this.node = h(
      'div',
      {},
      h(
        'form',
        { class: 'faults', 'data-testid': 'fault-form', on: { submit: (event) => this.#inject(event) } },
        h('h3', { text: 'Inject a fault' }),
        this.kind,
        this.fields,
        h('button', { type: 'submit', class: 'button button-primary', text: 'Inject' }),
        h('button', { type: 'button', class: 'button', text: 'Mend everything', on: { click: () => this.#clear() } }),
      ),
      this.list,
    );
    this.#fields();
  }

  /** load shows what is still to go wrong. */
  async load() {
    const list = await this.api().faults();
    this.list.replaceChildren(...list.map((fault, i) => h(
      'li',
      { class: 'fault' },
      h('code', { text: described(fault) }),
      iconButton('close', `Take back ${fault.kind}`, () => this.#clear(i)),
    )));
  }

  /** look loads again soon, if there were faults: what happened may have used one up. */
  look() {
    if (!this.list.childElementCount || this.soon) return;
    this.soon = setTimeout(() => {
      this.soon = 0;
      this.load().catch(this.report);
    }, SOON);
  }

  #fields() {
    const names = KINDS[this.kind.value].fields;
    this.fields.replaceChildren(...names.map((name) => {
      const { list, name: sent = name, ...rest } = FIELDS[name];
      return h(
        'label',
        {},
        h('span', { text: name }),
        h('input', { class: 'field', name: sent, list: list && `choices-${name}`, autocomplete: 'off', ...rest }),
        list && h('datalist', { id: `choices-${name}` }, list.map((value) => h('option', { value }))),
      );
    }));
  }

  async #inject(event) {
    event.preventDefault();
    const fault = {};
    for (const [name, value] of new FormData(event.target)) {
      const isNumber = FIELDS[name]?.type === 'number';
      if (value !== '') fault[name] = isNumber ? Number(value) : value.trim();
    }
    await this.#change(() => this.api().addFault(fault));
  }

  #clear(index) {
    return this.#change(() => this.api().clearFaults(index));
  }

  async #change(deed) {
    try {
      await deed();
      await this.load();
    } catch (error) {
      this.report(error);
    }
  }
}

function described({ kind, method, channel, app, error, status, seconds, count, rate, seed }) {
  const often = rate ? `${rate * 100} % of the time, seed ${seed ?? 0}` : `${count} ×`;
  return [kind, method || 'any', channel, app, error, status, seconds && `${seconds} s`, often].filter(Boolean).join(' · ');
}
