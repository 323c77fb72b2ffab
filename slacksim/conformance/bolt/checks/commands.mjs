import assert from 'node:assert/strict';

export function install(app, heard) {
  app.command('/note', async ({ command, ack, respond, client }) => {
    heard.push({ kind: 'command', command });
    const [first, ...rest] = command.text.split(' ');
    switch (first) {
      case 'silently': return ack();
      case 'aloud': return ack({ response_type: 'in_channel', text: `aloud: ${rest.join(' ')}` });
      case 'later':
        await ack();
        await respond({ response_type: 'in_channel', text: 'later, for all' });
        return respond({ text: 'later, for you' });
      case 'often':
        await ack();
        for (let i = 1; i <= 6; i++) {
          await respond(`answer ${i}`).then(
            (answer) => heard.push({ kind: 'responded', i, status: answer?.status ?? 200 }),
            (error) => heard.push({ kind: 'responded', i, error }),
          );
        }
        return;
      case 'twice':
        await ack();
        heard.push({ kind: 'opened', result: await client.views.open({ trigger_id: command.trigger_id, view: empty }) });
        return client.views.open({ trigger_id: command.trigger_id, view: empty })
          .catch((error) => heard.push({ kind: 'refused', error }));
      case 'never': return;
      default: return ack(`noted: ${command.text}`);
    }
  });
}

const empty = {
  type: 'modal', callback_id: 'empty', title: { type: 'plain_text', text: 'Empty' },
  blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Nothing here' } }],
};

export const checks = [
  {
    name: 'the text of an acknowledgement is shown to one person',
    async run({ mei, jonas, heard }) {
      await mei.command('helpdesk', '/note milk & <bread>');
      const { command } = await heard.until('command', (h) => h.kind === 'command');
      assert.equal(command.command, '/note');
      assert.equal(command.text, 'milk &amp; &lt;bread&gt;');
      assert.equal(command.channel_name, 'helpdesk');
      assert.equal(command.user_id, mei.id);
      await mei.seesText('ephemeral', 'noted: milk &amp; &lt;bread&gt;');
      assert(!jonas.news.has((n) => n.type === 'ephemeral'), 'jonas sees it too');
    },
  },
  {
    name: 'names are escaped',
    async run({ mei, jonas, heard }) {
      await mei.command('helpdesk', '/note @jonas.weber #lobby');
      const { command } = await heard.until('command', (h) => h.kind === 'command');
      assert.match(command.text, new RegExp(`^<@${jonas.id}\\|jonas.weber> <#C\\w+\\|lobby>$`));
    },
  },
  {
    name: 'an acknowledgement can be for everybody, or say nothing',
    async run({ mei, jonas }) {
      await mei.command('helpdesk', '/note silently');
      await mei.command('helpdesk', '/note aloud hello');
      await jonas.seesText('message', 'aloud: hello');
    },
  },
  {
    name: 'respond() comes after the acknowledgement',
    async run({ mei, jonas }) {
      await mei.command('helpdesk', '/note later');
      await jonas.seesText('message', 'later, for all');
      await mei.seesText('ephemeral', 'later, for you');
    },
  },
  {
    name: 'respond() works where the bot is no member',
    async run({ mei }) {
      await mei.command('lobby', '/note later');
      await mei.seesText('message', 'later, for all');
      await mei.seesText('ephemeral', 'later, for you');
    },
  },
  {
    name: 'a response_url is good for five answers',
    async run({ mei, heard }) {
      await mei.command('helpdesk', '/note often');
      for (let i = 1; i <= 5; i++) {
        const { error } = await heard.until(`answer ${i}`, (h) => h.kind === 'responded' && h.i === i);
        assert.equal(error, undefined);
      }
      const sixth = await heard.until('answer 6', (h) => h.kind === 'responded' && h.i === 6);
      assert(sixth.error || sixth.status >= 400, 'the sixth answer was taken');
      await mei.seesText('ephemeral', 'answer 5');
      assert(!mei.news.has((n) => n.message?.text === 'answer 6'));
    },
  },
  {
    name: 'a trigger_id opens one modal',
    async run({ mei, heard }) {
      await mei.command('helpdesk', '/note twice');
      await heard.until('first modal', (h) => h.kind === 'opened' && h.result.view.id);
      const { error } = await heard.until('refusal', (h) => h.kind === 'refused');
      assert.equal(error.data.error, 'exchanged_trigger_id');
      await mei.close(await mei.seesView('view_opened', 'empty'));
    },
  },
  {
    name: 'without an acknowledgement the person is told',
    async run({ mei }) {
      await mei.command('helpdesk', '/note never');
      const { text } = await mei.news.until('notice', (n) => n.type === 'notice');
      assert.match(text, /operation_timeout|http_client_error/); // over HTTP, Bolt gives up at the same moment
    },
  },
];
