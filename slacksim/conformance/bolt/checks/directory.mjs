import assert from 'node:assert/strict';

const refused = (code) => ({ data }) => data.error === code;

async function all(client, method, args, field) {
  const found = [];
  let pages = 0;
  for await (const page of client.paginate(method, args)) {
    pages++;
    found.push(...page[field]);
  }
  return { found, pages };
}

export const checks = [
  {
    name: 'conversations.list in pages is the same as in one',
    async run({ client }) {
      const { found, pages } = await all(client, 'conversations.list', { limit: 2 }, 'channels');
      const whole = await client.conversations.list({ limit: 999 });
      assert.deepEqual(found.map((c) => c.id), whole.channels.map((c) => c.id));
      assert(pages >= 3 && found.some((c) => c.name === 'old' && c.is_archived));
      assert(!found.some((c) => c.name === 'secret'), 'a private channel is listed');
      const alive = await client.conversations.list({ exclude_archived: true });
      assert(!alive.channels.some((c) => c.name === 'old'));
      await assert.rejects(client.conversations.list({ cursor: 'made up' }), refused('invalid_cursor'));
      await assert.rejects(client.conversations.list({ types: 'made_up' }), refused('invalid_types'));
    },
  },
  {
    name: 'users.conversations lists what the bot is in',
    async run({ client }) {
      const { channels } = await client.users.conversations();
      assert(channels.some((c) => c.name === 'helpdesk') && !channels.some((c) => c.name === 'one'));
    },
  },
  {
    name: 'conversations.info, members, open and join',
    async run({ client, mei, self }) {
      const { channels } = await client.conversations.list();
      const id = channels.find((c) => c.name === 'helpdesk').id;
      const { channel } = await client.conversations.info({ channel: id, include_num_members: true });
      assert.equal(channel.is_member, true);
      assert.equal(channel.num_members, 3);
      const { members } = await client.conversations.members({ channel: id });
      assert(members.includes(mei.id) && members.includes(self.user_id));
      const dm = await client.conversations.open({ users: mei.id });
      assert.match(dm.channel.id, /^D/);
      const one = channels.find((c) => c.name === 'one').id;
      assert.equal((await client.conversations.join({ channel: one })).channel.is_member, true);
      assert.equal((await client.conversations.join({ channel: one })).warning, 'already_in_channel');
    },
  },
  {
    name: 'users.list in pages, users.info and lookupByEmail agree',
    async run({ client, mei }) {
      const { found, pages } = await all(client, 'users.list', { limit: 2 }, 'members');
      assert(pages >= 2 && found.some((u) => u.deleted) && found.some((u) => u.is_bot));
      const listed = found.find((u) => u.id === mei.id);
      const { user } = await client.users.info({ user: mei.id, include_locale: true });
      assert.equal(user.locale, 'zh-CN');
      assert.equal(user.tz_offset, 8 * 3600);
      assert.equal(user.profile.email, 'mei@acme.test');
      const byEmail = await client.users.lookupByEmail({ email: 'MEI@acme.test' });
      assert.equal(byEmail.user.id, listed.id);
      assert.deepEqual(Object.keys(byEmail.user).sort(), Object.keys(listed).sort());
      await assert.rejects(client.users.lookupByEmail({ email: 'ana@acme.test' }), refused('users_not_found'));
      await assert.rejects(client.users.info({ user: 'U0' }), refused('user_not_found'));
      assert.equal((await client.users.getPresence({ user: mei.id })).presence, 'active');
    },
  },
  {
    name: 'auth.test, bots.info and team.info know the app',
    async run({ client, self }) {
      const { bot } = await client.bots.info({ bot: self.bot_id });
      assert.equal(bot.user_id, self.user_id);
      const { team } = await client.team.info();
      assert.equal(team.id, self.team_id);
      assert.equal(self.url, 'https://acme.slack.com/');
    },
  },
];
