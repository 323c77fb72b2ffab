import assert from 'node:assert/strict';

const refused = (code) => ({ data }) => data.error === code;

export function install(app, heard) {
  app.event('link_shared', async ({ event, client }) => {
    heard.push({ kind: 'link_shared', event });
    const [{ url }] = event.links;
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'What the wiki says' } }];
    await client.chat.unfurl({ channel: event.channel, ts: event.message_ts, unfurls: { [url]: { blocks } } });
  });
  for (const type of ['channel_created', 'channel_rename', 'subteam_created', 'member_left_channel', 'pin_added']) {
    app.event(type, async ({ event }) => heard.push({ kind: type, event }));
  }
}

const eventOf = (heard, type) => heard.until(type, (h) => h.kind === type).then(({ event }) => event);

export const checks = [
  {
    name: 'a link is heard of and unfurled',
    async run({ mei, heard }) {
      const ts = await mei.say('helpdesk', 'see https://wiki.acme.test/page');
      const event = await eventOf(heard, 'link_shared');
      assert.deepEqual(event.links, [{ domain: 'wiki.acme.test', url: 'https://wiki.acme.test/page' }]);
      const shown = await mei.sees('edited', 'the preview', (m) => m.ts === ts && m.attachments);
      assert.equal(shown.attachments[0].blocks[0].text.text, 'What the wiki says');
    },
  },
  {
    name: 'a channel from its making to its archiving',
    async run({ client, mei, heard }) {
      const { channel } = await client.conversations.create({ name: 'project' });
      assert.equal((await eventOf(heard, 'channel_created')).channel.id, channel.id);
      await assert.rejects(client.conversations.create({ name: 'project' }), refused('name_taken'));
      await client.conversations.invite({ channel: channel.id, users: mei.id });
      await client.conversations.setTopic({ channel: channel.id, topic: 'What we do' });
      const { channel: described } = await client.conversations.info({ channel: channel.id });
      assert.equal(described.topic.value, 'What we do');
      await client.conversations.rename({ channel: channel.id, name: 'project-x' });
      assert.equal((await eventOf(heard, 'channel_rename')).channel.name, 'project-x');
      await client.conversations.kick({ channel: channel.id, user: mei.id });
      assert.equal((await eventOf(heard, 'member_left_channel')).user, mei.id);
      await client.conversations.archive({ channel: channel.id });
      await assert.rejects(client.chat.postMessage({ channel: channel.id, text: 'x' }), refused('is_archived'));
    },
  },
  {
    name: 'user groups are made, filled and listed',
    async run({ client, mei, heard }) {
      const { usergroup } = await client.usergroups.create({ name: 'On duty', handle: 'duty' });
      assert.equal((await eventOf(heard, 'subteam_created')).subteam.id, usergroup.id);
      await client.usergroups.users.update({ usergroup: usergroup.id, users: mei.id });
      const { users } = await client.usergroups.users.list({ usergroup: usergroup.id });
      assert.deepEqual(users, [mei.id]);
      const { usergroups } = await client.usergroups.list({ include_count: true });
      assert.equal(usergroups[0].user_count, 1);
    },
  },
  {
    name: 'messages are planned, listed and taken back',
    async run({ client }) {
      const { channel } = await client.chat.postMessage({ channel: 'helpdesk', text: 'now' });
      const post_at = Math.floor(Date.now() / 1000) + 3600;
      const { scheduled_message_id } = await client.chat.scheduleMessage({ channel, text: 'later', post_at });
      const { scheduled_messages } = await client.chat.scheduledMessages.list({ channel });
      assert.deepEqual(scheduled_messages.map((m) => m.id), [scheduled_message_id]);
      await client.chat.deleteScheduledMessage({ channel, scheduled_message_id });
      await assert.rejects(client.chat.scheduleMessage({ channel, text: 'x', post_at: 1 }), refused('time_in_past'));
    },
  },
  {
    name: 'messages are pinned, and the app does not hear of its own pins',
    async run({ client, mei, heard }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'keep this' });
      await client.pins.add({ channel, timestamp: ts });
      const { items } = await client.pins.list({ channel });
      assert.equal(items[0].message.text, 'keep this');
      await client.pins.remove({ channel, timestamp: ts });
      await mei.say('helpdesk', 'after the pins');
      await heard.until('what was said later', (h) => h.event?.text === 'after the pins');
      assert(!heard.has((h) => h.kind === 'pin_added'));
    },
  },
  {
    name: 'an answer is streamed into a thread',
    async run({ client, mei, self }) {
      const { channel, ts } = await client.chat.postMessage({ channel: 'helpdesk', text: 'a question' });
      const to = { recipient_user_id: mei.id, recipient_team_id: self.team_id };
      const stream = client.chatStream({ channel, thread_ts: ts, buffer_size: 4, ...to });
      await stream.append({ markdown_text: '**one** ' });
      await stream.append({ markdown_text: 'two ' });
      await stream.stop({ markdown_text: 'three' });
      const { messages } = await client.conversations.replies({ channel, ts });
      assert.match(messages[1].text, /one.*two three/);
    },
  },
];
