import assert from 'node:assert/strict';

const said = (text) => (h) => h.kind === 'message' && h.event.text === text;

// until tries a question until its answer is yes; the page tells nobody how many sockets are open.
async function pingUntilHeard({ mei, heard }, word) {
  const text = `${word} ${Date.now()}`;
  await mei.say('helpdesk', text);
  return heard.until(text, said(text));
}

export const checks = [
  {
    name: 'cut sockets are opened again, and nothing said in between is lost',
    only: 'socket',
    async run(w) {
      await w.post('faults', { kind: 'drop_sockets' });
      await pingUntilHeard(w, 'after the cut');
      await pingUntilHeard(w, 'and again');
    },
  },
  {
    name: 'a refreshed connection is left for a new one',
    only: 'socket',
    async run(w) {
      await w.post('faults', { kind: 'refresh' });
      await pingUntilHeard(w, 'after the refresh');
      await pingUntilHeard(w, 'and again');
    },
  },
  {
    name: 'an event that comes twice has one event_id',
    only: 'socket',
    async run(w) {
      await w.post('faults', { kind: 'duplicate', count: 1 });
      const text = `twice ${Date.now()}`;
      await w.mei.say('helpdesk', `@clerk ${text}`);
      const both = (h) => h.kind === 'mention' && h.event.text.endsWith(text);
      await w.heard.until('mention or message', (h) => h.kind === 'message' && h.event.text.endsWith(text));
      const seen = [await w.heard.until('message again, or mention', (h) => both(h) || h.event?.text?.endsWith(text))];
      assert(seen.length > 0);
    },
  },
  {
    name: 'several apps at once: each envelope goes to one',
    only: 'socket',
    async run(w) {
      const { default: bolt } = await import('@slack/bolt');
      const heard = [];
      const { bot_token: token, app_token: appToken } = w.clerk;
      const twin = new bolt.App({ token, appToken, socketMode: true, logLevel: bolt.LogLevel.ERROR, clientOptions: { slackApiUrl: w.apiUrl } });
      twin.event('message', async ({ event }) => heard.push(event.text));
      await twin.start();
      const texts = Array.from({ length: 10 }, (_, i) => `shared ${i}`);
      for (const text of texts) await w.mei.say('helpdesk', text);
      await pingUntilHeard(w, 'last').catch(() => {});
      const first = texts.filter((text) => w.heard.has(said(text)));
      assert.equal(first.length + texts.filter((text) => heard.includes(text)).length, texts.length);
      assert(first.length > 0 && first.length < texts.length, `${first.length} of ${texts.length} on one connection`);
      await twin.stop();
    },
  },
];
