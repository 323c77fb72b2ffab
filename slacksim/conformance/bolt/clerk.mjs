// Clerk is the app under test: Bolt with the listeners that the checks bring along.
import bolt from '@slack/bolt';
import process from 'node:process';
import { Feed } from './feed.mjs';

// Slack's waits between attempts would take minutes here.
const impatient = { retries: 3, factor: 1, minTimeout: 20, maxTimeout: 50 };

// Most checks are of refusals, about which Bolt would complain.
const silent = { debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {}, getLevel: () => 'error' };

// settings are what every instance of the app has in common.
export const settings = ({ clerk, apiUrl }) => ({
  token: clerk.bot_token,
  logger: process.env.VERBOSE ? undefined : silent,
  clientOptions: { slackApiUrl: apiUrl, retryConfig: impatient },
});

// socket is a receiver that misses pings sooner, and so comes back sooner, than the five seconds it takes by itself.
export function socket(workspace) {
  const { logger, clientOptions } = settings(workspace);
  const { app_token: appToken } = workspace.clerk;
  return new bolt.SocketModeReceiver({ appToken, logger, clientPingTimeout: 300, installerOptions: { clientOptions } });
}

export async function startClerk(workspace, transport, subjects) {
  const heard = new Feed();
  const { signing_secret: signingSecret } = workspace.clerk;
  const app = new bolt.App({ ...settings(workspace), ...(transport === 'socket' ? { receiver: socket(workspace) } : { signingSecret }) });
  app.error(async (error) => heard.push({ kind: 'error', error }));
  for (const subject of subjects) subject.install?.(app, heard);
  if (transport === 'socket') {
    await app.start();
  } else {
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    await workspace.sendTo('Clerk', `http://127.0.0.1:${server.address().port}/slack/events`);
  }
  const self = await app.client.auth.test();
  return { app, client: app.client, heard, self, stop: () => app.stop() };
}
