import assert from 'node:assert/strict';

const plain = (text) => ({ type: 'plain_text', text });

// wish is a modal with one input; its listener does what is typed there.
const wish = (title, more = {}) => ({
  type: 'modal', callback_id: 'wish', title: plain(title), submit: plain('Send'), notify_on_close: true, private_metadata: 'kept',
  blocks: [
    { type: 'input', block_id: 'wish', label: plain('Wish'), element: { type: 'plain_text_input', action_id: 'text', max_length: 40 } },
    { type: 'actions', block_id: 'deeds', elements: [{ type: 'button', action_id: 'retitle', text: plain('Retitle') }] },
  ],
  ...more,
});

const answers = {
  errors: { response_action: 'errors', errors: { wish: 'not that' } },
  misplaced: { response_action: 'errors', errors: { elsewhere: 'no such block' } },
  update: { response_action: 'update', view: wish('Updated') },
  push: { response_action: 'push', view: wish('Pushed') },
  clear: { response_action: 'clear' },
};

export function install(app, heard) {
  app.action('ask_wish', async ({ ack, body, client }) => {
    await ack();
    const { view } = await client.views.open({ trigger_id: body.trigger_id, view: wish('Wish') });
    heard.push({ kind: 'opened', view });
  });
  app.action('retitle', async ({ ack, body, client }) => {
    await ack();
    const { id, hash } = body.view;
    await client.views.update({ view_id: id, hash, view: wish('Retitled') });
    await client.views.update({ view_id: id, hash, view: wish('Late') }).catch((error) => heard.push({ kind: 'late', error }));
  });
  app.view('wish', async ({ ack, view, body }) => {
    const typed = view.state.values.wish.text.value;
    heard.push({ kind: 'submitted', typed, view, body });
    await ack(answers[typed]);
  });
  app.view({ callback_id: 'wish', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    heard.push({ kind: 'closed', body });
  });
}

async function open({ client, mei }) {
  await client.chat.postMessage({
    channel: 'helpdesk', text: 'A wish?',
    blocks: [{ type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'ask_wish', text: plain('Wish') }] }],
  });
  await mei.press(await mei.seesText('message', 'A wish?'), 'b', 'ask_wish');
  return mei.seesView('view_opened', 'Wish');
}

const typing = (value) => ({ wish: { text: { type: 'plain_text_input', value } } });

async function submit({ mei, heard }, view, typed) {
  const answer = await mei.submit(view, typing(typed));
  await heard.until('submission', (h) => h.kind === 'submitted' && h.typed === typed);
  return answer;
}

const titles = async (mei) => (await mei.views()).map((v) => v.title.text);

export const checks = [
  {
    name: 'views.open answers with the view, and a plain acknowledgement closes it',
    async run(w) {
      const view = await open(w);
      const opened = await w.heard.until('answer', (h) => h.kind === 'opened' && h.view.id === view.id);
      assert.equal(opened.view.root_view_id, view.id);
      assert.equal(opened.view.previous_view_id, null);
      assert(opened.view.hash);
      await w.mei.submit(view, typing('peace'));
      const { body } = await w.heard.until('submission', (h) => h.kind === 'submitted');
      assert.equal(body.view.private_metadata, 'kept');
      assert.equal(body.view.state.values.wish.text.value, 'peace');
      assert.equal(body.user.id, w.mei.id);
      assert.deepEqual(await titles(w.mei), []);
    },
  },
  {
    name: 'errors stand under their inputs, and the modal stays',
    async run(w) {
      const view = await open(w);
      assert.deepEqual((await submit(w, view, 'errors')).errors, { wish: 'not that' });
      assert.deepEqual((await w.mei.submit(view, typing('')))?.errors !== undefined, true, 'an empty required input was sent');
      await assert.rejects(submit(w, view, 'misplaced'), /answer/);
      assert.deepEqual(await titles(w.mei), ['Wish']);
      await w.mei.close(view);
    },
  },
  {
    name: 'update, push and clear',
    async run(w) {
      let view = await open(w);
      assert.equal((await submit(w, view, 'update')).action, 'update');
      assert.deepEqual(await titles(w.mei), ['Updated']);
      await submit(w, view, 'push');
      view = (await w.mei.views())[1];
      await submit(w, view, 'push');
      assert.deepEqual(await titles(w.mei), ['Updated', 'Pushed', 'Pushed']);
      const [root, below, top] = await w.mei.views();
      assert.equal(top.previous_view_id, below.id);
      assert.equal(top.root_view_id, root.id);
      await assert.rejects(submit(w, top, 'push'), /answer/, 'a fourth modal was pushed');
      await submit(w, top, 'clear');
      assert.deepEqual(await titles(w.mei), []);
    },
  },
  {
    name: 'view_closed comes when it was asked for',
    async run(w) {
      const view = await open(w);
      while (w.heard.has((h) => h.kind === 'closed')) await w.heard.until('older', (h) => h.kind === 'closed');
      await w.mei.close(view);
      const { body } = await w.heard.until('closing', (h) => h.kind === 'closed' && h.body.view.id === view.id);
      assert.equal(body.user.id, w.mei.id);
      assert.equal(typeof body.is_cleared, 'boolean');
    },
  },
  {
    name: 'a button in a modal updates it; an old hash is refused',
    async run(w) {
      const view = await open(w);
      await w.mei.press(view, 'deeds', 'retitle');
      const { error } = await w.heard.until('refusal', (h) => h.kind === 'late');
      assert.equal(error.data.error, 'hash_conflict');
      assert.deepEqual(await titles(w.mei), ['Retitled']);
      await w.mei.close(view);
    },
  },
  {
    name: 'wrong views are refused with the place of the mistake',
    async run({ client }) {
      const title = plain('longer than a title may be');
      await assert.rejects(client.views.open({ trigger_id: 'none', view: wish('x', { title }) }), ({ data }) => {
        assert.equal(data.error, 'invalid_arguments');
        assert.match(data.response_metadata.messages[0], /json-pointer:\/view\/title/);
        return true;
      });
      await assert.rejects(client.views.open({ trigger_id: 'none', view: wish('x') }), ({ data }) => data.error === 'invalid_trigger_id');
      await assert.rejects(client.views.update({ view_id: 'V0', view: wish('x') }), ({ data }) => data.error === 'not_found');
    },
  },
];
