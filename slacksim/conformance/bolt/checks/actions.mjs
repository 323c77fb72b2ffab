import assert from 'node:assert/strict';

const button = (action_id, text, value) => ({ type: 'button', action_id, value, text: { type: 'plain_text', text } });
const option = (value) => ({ value, text: { type: 'plain_text', text: `Option ${value}` } });

const question = [
  { type: 'section', block_id: 'what', text: { type: 'mrkdwn', text: 'Which?' } },
  {
    type: 'actions', block_id: 'deeds', elements: [
      button('approve', 'Approve', 'r-1'),
      button('reword', 'Reword', 'r-1'),
      button('whisper', 'Whisper', 'r-1'),
      button('drop', 'Drop', 'r-1'),
      { type: 'static_select', action_id: 'pick', options: [option('a'), option('b')] },
      { type: 'datepicker', action_id: 'day', initial_date: '2026-06-15' },
      { type: 'overflow', action_id: 'more', options: [option('x'), option('y')] },
    ],
  },
];

export function install(app, heard) {
  app.action('approve', async ({ ack, body, action, respond }) => {
    await ack();
    heard.push({ kind: 'approve', body, action });
    await respond({ replace_original: true, text: 'approved by response_url' });
  });
  app.action('reword', async ({ ack, body, client }) => {
    await ack();
    await client.chat.update({ channel: body.channel.id, ts: body.container.message_ts, text: 'reworded by chat.update' });
  });
  app.action('whisper', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: false, text: 'only you' });
  });
  app.action('drop', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
  for (const id of ['pick', 'day', 'more']) {
    app.action(id, async ({ ack, body, action }) => {
      await ack();
      heard.push({ kind: id, body, action });
    });
  }
}

async function ask({ client, mei }) {
  const { ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'Which?', blocks: question });
  return mei.sees('message', 'the question', (m) => m.ts === ts);
}

export const checks = [
  {
    name: 'a button carries its value, its message and who pressed it',
    async run(w) {
      const asked = await ask(w);
      await w.mei.press(asked, 'deeds', 'approve');
      const { body, action } = await w.heard.until('press', (h) => h.kind === 'approve');
      assert.equal(action.value, 'r-1');
      assert.equal(action.block_id, 'deeds');
      assert.equal(body.user.id, w.mei.id);
      assert.equal(body.channel.id, asked.channel);
      assert.equal(body.message.ts, asked.ts);
      assert.equal(body.container.message_ts, asked.ts);
      assert.equal(body.container.is_ephemeral, false);
      assert(body.trigger_id && body.response_url);
      const edited = await w.jonas.sees('edited', 'the update', (m) => m.ts === asked.ts);
      assert.equal(edited.text, 'approved by response_url');
      assert.equal(edited.blocks, undefined);
    },
  },
  {
    name: 'chat.update changes the message in place',
    async run(w) {
      const asked = await ask(w);
      await w.mei.press(asked, 'deeds', 'reword');
      const edited = await w.mei.sees('edited', 'the update', (m) => m.ts === asked.ts && m.text !== 'Which?');
      assert.equal(edited.text, 'reworded by chat.update');
    },
  },
  {
    name: 'a response_url whispers, replaces what it whispered, and deletes',
    async run(w) {
      const asked = await ask(w);
      await w.mei.press(asked, 'deeds', 'whisper');
      await w.mei.seesText('ephemeral', 'only you');
      await w.mei.press(asked, 'deeds', 'drop');
      await w.mei.sees('deleted', 'the deletion', (m) => m.ts === asked.ts);
    },
  },
  {
    name: 'an ephemeral message with buttons can be replaced',
    async run({ client, mei, heard, self }) {
      await client.chat.postEphemeral({ channel: 'helpdesk', user: mei.id, text: 'psst', blocks: question });
      const whisper = await mei.seesText('ephemeral', 'psst');
      assert.equal(whisper.user, self.user_id);
      await mei.press(whisper, 'deeds', 'approve');
      const { body } = await heard.until('press', (h) => h.kind === 'approve');
      assert.equal(body.container.is_ephemeral, true);
      await mei.seesText('ephemeral_replaced', 'approved by response_url');
    },
  },
  {
    name: 'selects, dates and menus carry what was chosen; the state remembers it',
    async run(w) {
      const asked = await ask(w);
      await w.mei.press(asked, 'deeds', 'pick', { selected_option: option('b') });
      const picked = await w.heard.until('choice', (h) => h.kind === 'pick');
      assert.equal(picked.action.selected_option.value, 'b');
      await w.mei.press(asked, 'deeds', 'day', { selected_date: '2026-06-16' });
      const { action, body } = await w.heard.until('date', (h) => h.kind === 'day');
      assert.equal(action.selected_date, '2026-06-16');
      assert.equal(body.state.values.deeds.pick.selected_option.value, 'b');
      await w.mei.press(asked, 'deeds', 'more', { selected_option: option('y') });
      const menu = await w.heard.until('menu', (h) => h.kind === 'more');
      assert.equal(menu.action.selected_option.value, 'y');
      assert.equal(menu.body.state.values.deeds.more, undefined);
    },
  },
];
