// Runs every check over Socket Mode and over HTTP, one line each:
//
//	node run.mjs PATH-OF-SLACKSIM
import process from 'node:process';
import { startClerk } from './clerk.mjs';
import { Workspace } from './workspace.mjs';
import * as commands from './checks/commands.mjs';
import * as actions from './checks/actions.mjs';
import * as modals from './checks/modals.mjs';
import * as inputs from './checks/inputs.mjs';
import * as shortcuts from './checks/shortcuts.mjs';
import * as events from './checks/events.mjs';
import * as home from './checks/home.mjs';
import * as messages from './checks/messages.mjs';
import * as directory from './checks/directory.mjs';
import * as workspaces from './checks/workspace.mjs';
import * as files from './checks/files.mjs';
import * as failures from './checks/failures.mjs';
import * as connections from './checks/connections.mjs';

const subjects = {
  commands, actions, modals, inputs, shortcuts, events, home, messages, directory, workspace: workspaces, files, failures, connections,
};
let passed = 0;
let failed = 0;

for (const transport of ['socket', 'http']) {
  const workspace = await Workspace.open(process.argv[2]);
  const clerk = await startClerk(workspace, transport, Object.values(subjects));
  for (const [subject, { checks }] of Object.entries(subjects)) {
    for (const { name, only, run } of checks) {
      if (!only || only === transport) await check(`${transport} ${subject}: ${name}`, () => run({ ...workspace, ...clerk }));
    }
  }
  await clerk.stop();
  await workspace.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0); // the client keeps timers of its own for half a minute

async function check(name, run) {
  try {
    await run();
    passed++;
    console.log(`ok   ${name}`);
  } catch (err) {
    failed++;
    console.log(`FAIL ${name}\n     ${String(err.stack).split('\n').slice(0, 4).join('\n     ')}`);
  }
}
