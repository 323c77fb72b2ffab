import assert from 'node:assert/strict';
import { WebClient, WebClientEvent } from '@slack/web-api';

const post = (client, text) => client.chat.postMessage({ channel: 'helpdesk', text });

const refused = (code) => ({ data }) => data.error === code;

export const checks = [
  {
    name: '429 is obeyed for as long as Retry-After says',
    async run({ client, mei, breaks }) {
      await breaks({ method: 'chat.postMessage', kind: 'rate_limited', seconds: 1, count: 1 });
      const limited = new Promise((resolve) => client.once(WebClientEvent.RATE_LIMITED, resolve));
      const started = Date.now();
      await post(client, 'late by a second');
      assert.equal(await limited, 1);
      assert(Date.now() - started >= 950, 'it did not wait');
      await mei.seesText('message', 'late by a second');
    },
  },
  {
    name: '500 with HTML is tried again, and nothing is posted twice',
    async run({ client, mei, breaks }) {
      await breaks({ method: 'chat.postMessage', kind: 'status', status: 500, count: 2 });
      const { channel } = await post(client, 'third time lucky');
      const times = (await mei.messages(channel)).filter((m) => m.text === 'third time lucky').length;
      assert.equal(times, 1);
    },
  },
  {
    name: 'a lost answer makes this client post twice',
    async run({ client, mei, breaks }) {
      await breaks({ method: 'chat.postMessage', kind: 'lose_answer', count: 1 });
      const { channel } = await post(client, 'said twice');
      const times = (await mei.messages(channel)).filter((m) => m.text === 'said twice').length;
      assert.equal(times, 2);
    },
  },
  {
    name: 'an answer that breaks off in the middle is an error, not tried again',
    async run({ client, mei, breaks }) {
      await breaks({ method: 'chat.postMessage', kind: 'cut', count: 1 });
      await assert.rejects(post(client, 'broken off'));
      const times = (await mei.messages('helpdesk')).filter((m) => m.text === 'broken off').length;
      assert.equal(times, 1);
    },
  },
  {
    name: 'a channel is archived under the feet of the app',
    async run({ client, breaks, mends }) {
      await breaks({ kind: 'archive_channel', channel: 'helpdesk' });
      await assert.rejects(post(client, 'x'), refused('is_archived'));
      await mends();
      await post(client, 'open again');
    },
  },
  {
    name: 'any error can be had, and comes as one',
    async run({ client, breaks }) {
      await breaks({ method: 'chat.postMessage', kind: 'error', error: 'fatal_error', count: 1 });
      await assert.rejects(post(client, 'x'), refused('fatal_error'));
      await post(client, 'well again');
    },
  },
  {
    name: 'a revoked token is good for nothing',
    async run({ client, breaks, mends }) {
      await breaks({ kind: 'revoke_token', app: 'Mute' });
      await client.auth.test();
      await breaks({ kind: 'revoke_token', app: 'Clerk' });
      await assert.rejects(client.auth.test(), refused('token_revoked'));
      await mends();
      await client.auth.test();
    },
  },
  {
    name: 'unknown methods and wrong tokens',
    async run({ client, apiUrl, clerk }) {
      await assert.rejects(client.apiCall('no.such.method'), refused('unknown_method'));
      const options = { slackApiUrl: apiUrl, retryConfig: { retries: 0 } };
      await assert.rejects(new WebClient('xoxb-wrong', options).auth.test(), refused('invalid_auth'));
      await assert.rejects(new WebClient(undefined, options).auth.test(), refused('not_authed'));
      await assert.rejects(new WebClient(clerk.bot_token, options).apps.connections.open(), refused('not_allowed_token_type'));
    },
  },
  {
    name: 'a missing scope is named beside those that are there',
    async run({ apiUrl, mute }) {
      const client = new WebClient(mute.bot_token, { slackApiUrl: apiUrl });
      await assert.rejects(client.users.list(), ({ data }) => {
        assert.equal(data.error, 'missing_scope');
        assert.equal(data.needed, 'users:read');
        assert.equal(data.provided, 'chat:write');
        return true;
      });
      const { response_metadata: { scopes } } = await client.auth.test();
      assert.deepEqual(scopes, ['chat:write']);
      await assert.rejects(post(client, 'x'), refused('not_in_channel'));
    },
  },
];
