import assert from 'node:assert/strict';

export function install(app, heard) {
  app.shortcut('note_this', async ({ ack, shortcut, respond, client }) => {
    await ack();
    heard.push({ kind: 'note_this', shortcut });
    await respond({ text: `noted: ${shortcut.message.text}` });
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: {
        type: 'modal', callback_id: 'noted', title: { type: 'plain_text', text: 'Noted' },
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: shortcut.message.text } }],
      },
    });
  });
}

export const checks = [
  {
    name: 'a global shortcut brings a trigger and no channel',
    async run({ mei, heard }) {
      await mei.shortcut('new_note');
      const view = await mei.seesView('view_opened', 'everything');
      while (heard.has((h) => h.kind === 'global')) {
        const { shortcut } = await heard.until('shortcut', (h) => h.kind === 'global');
        assert.equal(shortcut.callback_id, 'new_note');
        assert.equal(shortcut.user.id, mei.id);
        assert.equal(shortcut.channel, undefined);
      }
      await mei.close(view);
    },
  },
  {
    name: 'a message shortcut brings the message, in a thread too',
    async run({ mei, jonas, heard }) {
      const root = await jonas.say('helpdesk', 'the printer is on fire');
      const reply = await jonas.say('helpdesk', 'and the fax', root);
      for (const [ts, text] of [[root, 'the printer is on fire'], [reply, 'and the fax']]) {
        await mei.shortcut('note_this', { channel: 'helpdesk', ts });
        const { shortcut } = await heard.until('shortcut', (h) => h.kind === 'note_this');
        assert.equal(shortcut.message_ts, ts);
        assert.equal(shortcut.message.text, text);
        assert.equal(shortcut.channel.name, 'helpdesk');
        await mei.seesText('ephemeral', `noted: ${text}`);
        await mei.close(await mei.seesView('view_opened', 'noted'));
      }
    },
  },
];
