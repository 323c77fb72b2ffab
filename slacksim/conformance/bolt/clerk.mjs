// Clerk is the app under test: Bolt with the listeners that the checks bring along.
import bolt from '@slack/bolt';
import { Feed } from './feed.mjs';

// Slack's waits between attempts would take minutes here.
const impatient = { retries: 3, factor: 1, minTimeout: 20, maxTimeout: 50 };

export async function startClerk(workspace, transport, subjects) {
  const heard = new Feed();
  const { bot_token: token, app_token: appToken, signing_secret: signingSecret } = workspace.clerk;
  const app = new bolt.App({
    token,
    ...(transport === 'socket' ? { socketMode: true, appToken } : { signingSecret }),
    logLevel: bolt.LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: impatient },
  });
  app.error(async (error) => heard.push({ kind: 'error', error }));
  for (const subject of subjects) subject.install?.(app, heard);
  if (transport === 'socket') {
    await app.start();
  } else {
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    await workspace.post('request_url', { app: 'Clerk', url: `http://127.0.0.1:${server.address().port}/slack/events` });
  }
  const self = await app.client.auth.test();
  return { app, client: app.client, heard, self, stop: () => app.stop() };
}
