import assert from 'node:assert/strict';

const plain = (text) => ({ type: 'plain_text', text });
const option = (value) => ({ value, text: plain(`Option ${value}`) });
const options = [option('a'), option('b'), option('c')];

// Every element of a form: as the app sends it, what a person puts in, and what the app must read.
const elements = {
  plain_text_input: [{ initial_value: 'before' }, { value: 'after' }],
  number_input: [{ is_decimal_allowed: true }, { value: '4.5' }],
  email_text_input: [{}, { value: 'mei@acme.test' }],
  url_text_input: [{}, { value: 'https://acme.test' }],
  static_select: [{ options }, { selected_option: option('b') }],
  multi_static_select: [{ options }, { selected_options: [option('a'), option('c')] }],
  radio_buttons: [{ options }, { selected_option: option('c') }],
  checkboxes: [{ options, initial_options: [option('a')] }, { selected_options: [option('b')] }],
  users_select: [{}, { selected_user: 'U000000002' }],
  multi_users_select: [{}, { selected_users: ['U000000001', 'U000000002'] }],
  channels_select: [{}, { selected_channel: 'C000000001' }],
  multi_channels_select: [{}, { selected_channels: ['C000000001'] }],
  conversations_select: [{}, { selected_conversation: 'C000000001' }],
  multi_conversations_select: [{}, { selected_conversations: ['C000000001'] }],
  datepicker: [{}, { selected_date: '2026-06-15' }],
  timepicker: [{}, { selected_time: '09:30' }],
  datetimepicker: [{}, { selected_date_time: 1781485200 }],
  rich_text_input: [{}, {
    rich_text_value: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'fine' }] }] },
  }],
  external_select: [{ min_query_length: 0 }, { selected_option: option('found') }],
  multi_external_select: [{ min_query_length: 0 }, { selected_options: [option('found')] }],
};

const form = {
  type: 'modal', callback_id: 'everything', title: plain('Everything'), submit: plain('Send'),
  blocks: Object.entries(elements).map(([type, [fields]]) => ({
    type: 'input', block_id: type, label: plain(type), element: { type, action_id: `in_${type}`, ...fields },
  })),
};

export function install(app, heard) {
  app.shortcut('new_note', async ({ ack, shortcut, client }) => {
    await ack();
    heard.push({ kind: 'global', shortcut });
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
  });
  app.view('everything', async ({ ack, view }) => {
    await ack();
    heard.push({ kind: 'everything', values: view.state.values });
  });
  app.options('in_external_select', async ({ ack, options: asked }) => {
    heard.push({ kind: 'asked', asked });
    await ack({ options: [option(`found ${asked.value}`)] });
  });
  app.options('in_multi_external_select', async ({ ack }) => {
    await ack({ option_groups: [{ label: plain('Group'), options: [option('found')] }] });
  });
}

async function open({ mei }) {
  await mei.shortcut('new_note');
  return mei.seesView('view_opened', 'everything');
}

export const checks = [
  {
    name: 'every input is submitted as it was filled in',
    async run(w) {
      const view = await open(w);
      const filled = {};
      for (const [type, [, value]] of Object.entries(elements)) filled[type] = { [`in_${type}`]: { type, ...value } };
      const answer = await w.mei.submit(view, filled);
      assert.equal(answer.errors, undefined, JSON.stringify(answer.errors));
      const { values } = await w.heard.until('submission', (h) => h.kind === 'everything');
      for (const [type, [, value]] of Object.entries(elements)) {
        const [field] = Object.keys(value);
        assert.deepEqual(values[type][`in_${type}`][field], value[field], type);
      }
    },
  },
  {
    name: 'untouched inputs hold their initial values, or null',
    async run(w) {
      const { state } = await open(w);
      assert.equal(state.values.plain_text_input.in_plain_text_input.value, 'before');
      assert.equal(state.values.checkboxes.in_checkboxes.selected_options[0].value, 'a');
      assert.equal(state.values.static_select.in_static_select.selected_option, null);
      assert.deepEqual(state.values.multi_users_select.in_multi_users_select.selected_users, []);
      const [view] = await w.mei.views();
      await w.mei.close(view);
    },
  },
  {
    name: 'external selects get their options, in groups too',
    async run(w) {
      const view = await open(w);
      const plainly = await w.mei.suggest(view, 'external_select', 'in_external_select', 'or');
      assert.equal(plainly.options[0].value, 'found or');
      const { asked } = await w.heard.until('question', (h) => h.kind === 'asked');
      assert.equal(asked.block_id, 'external_select');
      assert.equal(asked.view.id, view.id);
      const grouped = await w.mei.suggest(view, 'multi_external_select', 'in_multi_external_select', 'x');
      assert.equal(grouped.option_groups[0].options[0].value, 'found');
      await w.mei.close(view);
    },
  },
];
