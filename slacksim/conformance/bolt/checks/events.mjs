import assert from 'node:assert/strict';

export function install(app, heard) {
  app.event('app_mention', async ({ event, body, say }) => {
    heard.push({ kind: 'mention', event, body });
    await say({ text: `at your service, <@${event.user}>`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(/^ping/, async ({ message, say }) => {
    await say(`pong to ${message.text}`);
  });
  app.use(async ({ body, next }) => {
    if (body.event) heard.push({ kind: 'event', body });
    await next();
  });
  app.event('message', async ({ event }) => heard.push({ kind: 'message', event }));
  for (const type of ['reaction_added', 'reaction_removed', 'member_joined_channel', 'user_change']) {
    app.event(type, async ({ event }) => heard.push({ kind: type, event }));
  }
}

const said = (text) => (h) => h.kind === 'message' && h.event.text === text;

export const checks = [
  {
    name: 'a mention is answered in its thread',
    async run({ mei, heard, self }) {
      const ts = await mei.say('helpdesk', '@clerk are you there?');
      const { event, body } = await heard.until('mention', (h) => h.kind === 'mention');
      assert.equal(event.text, `<@${self.user_id}> are you there?`);
      assert.equal(event.user, mei.id);
      assert.equal(event.ts, ts);
      assert.equal(event.blocks[0].type, 'rich_text');
      assert.equal(body.authorizations[0].user_id, self.user_id);
      assert.match(body.event_id, /^Ev/);
      const reply = await mei.seesText('message', `at your service, <@${mei.id}>`);
      assert.equal(reply.thread_ts, ts);
      await heard.until('the same as a message', said(event.text));
    },
  },
  {
    name: 'app.message() matches, and own messages are filtered',
    async run({ mei, heard, self }) {
      await mei.say('helpdesk', 'ping 1');
      await mei.seesText('message', 'pong to ping 1');
      const { event } = await heard.until('message', said('ping 1'));
      assert.equal(event.channel_type, 'channel');
      assert(event.client_msg_id);
      await mei.say('helpdesk', 'ping 2');
      await mei.seesText('message', 'pong to ping 2');
      assert(!heard.has((h) => h.kind === 'message' && h.event.user === self.user_id), 'Bolt heard its own message');
    },
  },
  {
    name: 'direct messages come as message.im',
    async run({ mei, heard }) {
      const channel = await mei.openDM('clerk');
      await mei.say(channel, 'ping privately');
      const reply = await mei.seesText('message', 'pong to ping privately');
      assert.equal(reply.channel, channel);
      const { event } = await heard.until('message', said('ping privately'));
      assert.equal(event.channel_type, 'im');
    },
  },
  {
    name: 'replies carry their thread',
    async run({ mei, heard }) {
      const root = await mei.say('helpdesk', 'a root');
      await mei.say('helpdesk', 'a reply', root);
      const { event } = await heard.until('reply', said('a reply'));
      assert.equal(event.thread_ts, root);
      assert.equal(event.parent_user_id, mei.id);
    },
  },
  {
    name: 'reactions and joining are heard',
    async run({ mei, jonas, heard, client }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'react to this' });
      await mei.react(channel, ts, 'eyes');
      const { event } = await heard.until('reaction', (h) => h.kind === 'reaction_added');
      assert.deepEqual(event.item, { type: 'message', channel, ts });
      assert.equal(event.reaction, 'eyes');
      assert.equal(event.user, mei.id);
      await client.conversations.join({ channel: (await client.conversations.list()).channels.find((c) => c.name === 'lobby').id });
      await jonas.say('lobby', 'a person who writes joins');
      const joined = await heard.until('joining', (h) => h.kind === 'member_joined_channel' && h.event.user === jonas.id);
      assert.equal(joined.event.channel_type, 'C');
    },
  },
];
