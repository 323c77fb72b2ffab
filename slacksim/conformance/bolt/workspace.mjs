// A workspace of its own for one run: slacksim as a process, and the people who act in it.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { Person } from './people.mjs';

const people = [
  { handle: 'mei.lin', real_name: 'Mei Lin', email: 'mei@acme.test', locale: 'zh-CN', tz: 'Asia/Shanghai' },
  { handle: 'jonas.weber', real_name: 'Jonas Weber', email: 'jonas@acme.test', tz: 'Europe/Berlin' },
  { handle: 'ana.gone', real_name: 'Ana Gone', email: 'ana@acme.test', deactivated: true },
];

const clerk = {
  name: 'Clerk', bot_token: 'xoxb-clerk', app_token: 'xapp-1-clerk', signing_secret: 'clerk-secret',
  unfurl_domains: ['wiki.acme.test'],
  commands: [{ name: '/note', about: 'Notes something down', usage: '[what]', escape: true }],
  shortcuts: [
    { name: 'New note', type: 'global', callback_id: 'new_note' },
    { name: 'Note this', type: 'message', callback_id: 'note_this' },
  ],
};

// Mute may post and nothing else.
const mute = { name: 'Mute', bot_token: 'xoxb-mute', app_token: 'xapp-1-mute', bot_scopes: ['chat:write'], events: ['none'] };

const channels = [
  { name: 'helpdesk', members: ['mei.lin', 'jonas.weber', 'clerk'] },
  { name: 'lobby', members: ['mei.lin'] },
  { name: 'old', archived: true, members: ['mei.lin', 'clerk'] },
  { name: 'secret', private: true, members: ['mei.lin'] },
  ...['one', 'two', 'three', 'four'].map((name) => ({ name, members: ['jonas.weber'] })),
];

export class Workspace {
  // open starts the program and waits until it says where it serves.
  static async open(program) {
    const dir = await mkdtemp(join(tmpdir(), 'conformance-'));
    const file = join(dir, 'workspace.json');
    await writeFile(file, JSON.stringify({ name: 'Acme', domain: 'acme', people, channels, apps: [clerk, mute] }));
    const child = spawn(program, ['-addr', '127.0.0.1:0', '-workspace', file], { stdio: ['ignore', 'pipe', process.env.VERBOSE ? 'inherit' : 'ignore'] });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const w = new Workspace();
    w.apiUrl = await firstMatch(child.stdout, /Web API:\s+(\S+)/);
    w.control = new URL('/control/', w.apiUrl).href;
    w.breaks = (fault) => post(`${w.control}faults`, fault); // see the Go type Fault
    w.mends = () => fetch(`${w.control}faults`, { method: 'DELETE' });
    w.sendTo = (app, url) => post(`${w.control}request_url`, { app, url });
    w.clerk = clerk;
    w.mute = mute;
    w.mei = await Person.enter(w.control, 'mei.lin');
    w.jonas = await Person.enter(w.control, 'jonas.weber');
    w.close = async () => {
      w.mei.leave();
      w.jonas.leave();
      child.kill('SIGTERM');
      await ended;
      await rm(dir, { recursive: true });
    };
    return w;
  }
}

async function post(url, body) {
  const said = await (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json();
  if (said.error) throw new Error(`${url}: ${said.error}`);
}

async function firstMatch(stream, pattern) {
  for await (const line of createInterface({ input: stream })) {
    const found = pattern.exec(line);
    if (found) {
      stream.resume(); // what is printed later is nobody's business, but must not block
      return found[1];
    }
  }
  throw new Error('the simulator ended before it served anything');
}
