import assert from 'node:assert/strict';

const plain = (text) => ({ type: 'plain_text', text });

const home = (text) => ({
  type: 'home', callback_id: 'home',
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text } },
    { type: 'actions', block_id: 'deeds', elements: [{ type: 'button', action_id: 'refresh', text: plain('Refresh') }] },
  ],
});

export function install(app, heard) {
  app.event('app_home_opened', async ({ event, client }) => {
    heard.push({ kind: 'home', event });
    const view = home(event.view ? 'Welcome back' : 'Welcome');
    const published = await client.views.publish({ user_id: event.user, view, ...(event.view && { hash: event.view.hash }) });
    heard.push({ kind: 'published', published });
  });
  app.action('refresh', async ({ ack, body, client }) => {
    await ack();
    const { hash } = body.view;
    await client.views.publish({ user_id: body.user.id, hash, view: home('Refreshed') });
    await client.views.publish({ user_id: body.user.id, hash, view: home('Too late') })
      .catch((error) => heard.push({ kind: 'conflict', error }));
  });
}

export const checks = [
  {
    name: 'opening the tab is heard, and what is published is seen',
    async run({ mei, heard }) {
      await mei.home('Clerk');
      const { event } = await heard.until('opening', (h) => h.kind === 'home');
      assert.equal(event.tab, 'home');
      assert.equal(event.user, mei.id);
      assert.equal(event.view, undefined);
      const view = await mei.seesView('home', 'home');
      assert.equal(view.blocks[0].text.text, 'Welcome');
      const { published } = await heard.until('answer', (h) => h.kind === 'published');
      assert.equal(published.view.hash, view.hash);
      await mei.home('Clerk');
      const again = await heard.until('opening', (h) => h.kind === 'home');
      assert.equal(again.event.view.hash, view.hash);
      assert.equal((await mei.seesView('home', 'home')).blocks[0].text.text, 'Welcome back');
    },
  },
  {
    name: 'an old hash is refused, and the newer tab stays',
    async run({ mei, heard }) {
      await mei.home('Clerk');
      const shown = await mei.seesView('home', 'home');
      await mei.press(shown, 'deeds', 'refresh');
      const { error } = await heard.until('refusal', (h) => h.kind === 'conflict');
      assert.equal(error.data.error, 'hash_conflict');
      assert.equal((await mei.seesView('home', 'home')).blocks[0].text.text, 'Refreshed');
    },
  },
];
