import assert from 'node:assert/strict';
import bolt from '@slack/bolt';
import { settings, socket } from '../clerk.mjs';

const said = (text) => (h) => h.kind === 'message' && h.event.text === text;

// hears says something and waits until the app has heard it.
async function hears({ mei, heard }, word) {
  const text = `${word} ${Date.now()}`;
  await mei.say('helpdesk', text);
  return heard.until(text, said(text));
}

export const checks = [
  {
    name: 'cut sockets are opened again, and nothing said in between is lost',
    only: 'socket',
    async run(w) {
      await w.breaks({ kind: 'drop_sockets' });
      await hears(w, 'after the cut');
      await hears(w, 'and again');
    },
  },
  {
    name: 'a refreshed connection is left for a new one',
    only: 'socket',
    async run(w) {
      await w.breaks({ kind: 'refresh' });
      await hears(w, 'after the refresh');
      await hears(w, 'and again');
    },
  },
  {
    name: 'a silent connection is left, and what it swallowed comes again',
    only: 'socket',
    async run(w) {
      await w.breaks({ kind: 'silence_sockets' });
      await hears(w, 'into the silence');
      await w.mends();
      await hears(w, 'after the silence');
    },
  },
  {
    name: 'an event that comes twice has one event_id',
    only: 'socket',
    async run(w) {
      await w.breaks({ kind: 'duplicate', count: 1 });
      const text = `twice ${Date.now()}`;
      await w.mei.say('helpdesk', text);
      const ids = [];
      for (let i = 0; i < 2; i++) {
        const { body } = await w.heard.until('event', (h) => h.kind === 'event' && h.body.event.text === text);
        ids.push(body.event_id);
      }
      assert.equal(ids[0], ids[1]);
    },
  },
  {
    name: 'several apps at once: each envelope goes to one',
    only: 'socket',
    async run(w) {
      const twin = new bolt.App({ ...settings(w), receiver: socket(w) });
      twin.event('message', async ({ event }) => w.heard.push({ kind: 'twin', event }));
      await twin.start();
      const times = { message: 0, twin: 0 };
      for (let i = 0; i < 10; i++) {
        await w.mei.say('helpdesk', `shared ${i}`);
        const { kind } = await w.heard.until(`shared ${i}`, (h) => h.kind in times && h.event.text === `shared ${i}`);
        times[kind]++;
      }
      assert.deepEqual(times, { message: 5, twin: 5 });
      assert(!w.heard.has((h) => h.kind in times && h.event.text?.startsWith('shared')), 'both heard the same');
      await twin.stop();
    },
  },
];
