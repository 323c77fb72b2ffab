import assert from 'node:assert/strict';

const refused = (code) => ({ data }) => data.error === code;

export const checks = [
  {
    name: 'what is posted comes back whole',
    async run({ client, mei, self }) {
      const { channel, ts, message } = await client.chat.postMessage({
        channel: 'helpdesk', text: 'plain', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*bold*' } }],
        metadata: { event_type: 'posted', event_payload: { n: 1 } },
      });
      assert.match(ts, /^\d{10}\.\d{6}$/);
      assert.equal(message.bot_id, self.bot_id);
      assert.equal(message.user, self.user_id);
      assert(message.blocks[0].block_id);
      await mei.sees('message', 'it', (m) => m.ts === ts);
      const { messages } = await client.conversations.history({ channel, limit: 1, include_all_metadata: true });
      assert.deepEqual(messages[0].metadata.event_payload, { n: 1 });
    },
  },
  {
    name: 'threads, broadcasts and their counters',
    async run({ client, mei }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'root' });
      await client.chat.postMessage({ channel, thread_ts: ts, text: 'reply' });
      await client.chat.postMessage({ channel, thread_ts: ts, text: 'loud reply', reply_broadcast: true });
      const { messages } = await client.conversations.replies({ channel, ts });
      assert.deepEqual(messages.map((m) => m.text), ['root', 'reply', 'loud reply']);
      assert.equal(messages[0].reply_count, 2);
      assert.equal(messages[2].subtype, 'thread_broadcast');
      const shown = (await mei.messages(channel)).map((m) => m.text);
      assert(shown.includes('loud reply') && !shown.includes('reply'));
    },
  },
  {
    name: 'a message is changed and deleted by who wrote it',
    async run({ client, mei }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'draft' });
      const { text } = await client.chat.update({ channel, ts, text: 'final' });
      assert.equal(text, 'final');
      await client.chat.delete({ channel, ts });
      await mei.sees('deleted', 'the deletion', (m) => m.ts === ts);
      await assert.rejects(client.chat.update({ channel, ts, text: 'x' }), refused('message_not_found'));
      const foreign = await mei.say('helpdesk', 'hands off');
      await assert.rejects(client.chat.update({ channel, ts: foreign, text: 'x' }), refused('cant_update_message'));
      await assert.rejects(client.chat.delete({ channel, ts: foreign }), refused('cant_delete_message'));
    },
  },
  {
    name: 'ephemeral messages are seen by one and found by nobody',
    async run({ client, mei, jonas }) {
      const { channel } = await client.chat.postMessage({ channel: 'helpdesk', text: 'before' });
      await client.chat.postEphemeral({ channel, user: jonas.id, text: 'for jonas' });
      await jonas.seesText('ephemeral', 'for jonas');
      assert(!mei.news.has((n) => n.message?.text === 'for jonas'));
      const { messages } = await client.conversations.history({ channel });
      assert(!messages.some((m) => m.text === 'for jonas'));
      await assert.rejects(client.chat.postEphemeral({ channel, user: 'U0', text: 'x' }), refused('user_not_in_channel'));
    },
  },
  {
    name: 'reactions are added once and removed',
    async run({ client, mei }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'like this' });
      await client.reactions.add({ channel, timestamp: ts, name: 'thumbsup' });
      await assert.rejects(client.reactions.add({ channel, timestamp: ts, name: 'thumbsup' }), refused('already_reacted'));
      await mei.sees('edited', 'the reaction', (m) => m.ts === ts && m.reactions?.[0].name === 'thumbsup');
      await client.reactions.remove({ channel, timestamp: ts, name: 'thumbsup' });
      const { messages } = await client.conversations.history({ channel, latest: ts, inclusive: true, limit: 1 });
      assert.equal(messages[0].reactions, undefined);
    },
  },
  {
    name: 'permalinks name the channel and the message',
    async run({ client }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'link me' });
      const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
      assert.equal(permalink, `https://acme.slack.com/archives/${channel}/p${ts.replace('.', '')}`);
    },
  },
  {
    name: 'history is paged from new to old',
    async run({ client }) {
      const { channel } = await client.chat.postMessage({ channel: 'helpdesk', text: 'newest' });
      const seen = [];
      for await (const page of client.paginate('conversations.history', { channel, limit: 3 })) {
        assert(page.messages.length <= 3);
        seen.push(...page.messages.map((m) => m.ts));
      }
      assert.deepEqual(seen, [...new Set(seen)].sort().reverse());
      assert(seen.length > 6);
    },
  },
  {
    name: 'where one may not write one is told why',
    async run({ client }) {
      await assert.rejects(client.chat.postMessage({ channel: 'C0', text: 'x' }), refused('channel_not_found'));
      await assert.rejects(client.chat.postMessage({ channel: 'secret', text: 'x' }), refused('channel_not_found'));
      await assert.rejects(client.chat.postMessage({ channel: 'old', text: 'x' }), refused('is_archived'));
      await assert.rejects(client.chat.postMessage({ channel: 'helpdesk', text: '' }), refused('no_text'));
    },
  },
  {
    name: 'wrong blocks are refused with the place of the mistake',
    async run({ client }) {
      const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }];
      await assert.rejects(client.chat.postMessage({ channel: 'helpdesk', text: 'x', blocks }), ({ data }) => {
        assert.equal(data.error, 'invalid_blocks');
        assert.match(data.response_metadata.messages[0], /json-pointer:\/blocks\/0\/text/);
        return true;
      });
    },
  },
];
