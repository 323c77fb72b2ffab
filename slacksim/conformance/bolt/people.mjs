// People act through the API of the simulator's page, and see what the page would show them.
import { Feed } from './feed.mjs';

export class Person {
  #control;
  #gone = new AbortController();
  news = new Feed();

  // enter looks at the workspace with the person's eyes from now on.
  static async enter(control, handle) {
    const p = new Person();
    p.#control = control;
    p.handle = handle;
    p.id = (await p.state()).me.id;
    const answer = await fetch(`${control}events?as=${handle}`, { signal: p.#gone.signal });
    p.#listen(answer.body);
    return p;
  }

  leave() {
    this.#gone.abort();
  }

  async #listen(stream) {
    let text = '';
    try {
      for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
        const events = (text + chunk).split('\n\n');
        text = events.pop();
        for (const line of events.flatMap((event) => event.split('\n'))) {
          if (line.startsWith('data: ')) this.news.push(JSON.parse(line.slice(6)));
        }
      }
    } catch (err) {
      if (!this.#gone.signal.aborted) throw err;
    }
  }

  async #do(deed, body) {
    const answer = await fetch(this.#control + deed, { method: 'POST', body: JSON.stringify({ as: this.handle, ...body }) });
    const said = await answer.json();
    if (said.error) throw new Error(`${this.handle} cannot ${deed}: ${said.error}`);
    return said;
  }

  async #get(what) {
    return (await fetch(this.#control + what)).json();
  }

  state() { return this.#get(`state?as=${this.handle}`); }
  async views() { return (await this.state()).views; }
  async messages(channel, thread = '') {
    return (await this.#get(`messages?as=${this.handle}&channel=${channel}&thread=${thread}`)).messages;
  }

  async say(channel, text, thread_ts) { return (await this.#do('say', { channel, text, thread_ts })).ts; }
  async openDM(handle) { return (await this.#do('open_dm', { with: handle })).channel.id; }
  command(channel, text) { return this.#do('command', { channel, text }); }
  home(app) { return this.#do('home', { app }); }
  react(channel, ts, name) { return this.#do('react', { channel, ts, name }); }
  shortcut(callback_id, at = {}) { return this.#do('shortcut', { callback_id, ...place(at) }); }
  press(at, block_id, action_id, value = {}) { return this.#do('action', { ...place(at), block_id, action_id, ...value }); }
  suggest(at, block_id, action_id, value) { return this.#do('suggest', { ...place(at), block_id, action_id, value }); }
  submit(view, values) { return this.#do('submit', { view_id: view.id, values }); }
  close(view) { return this.#do('close', { view_id: view.id }); }

  // sees waits for a message (or its edit, or an ephemeral one) that matches.
  async sees(type, what, matches = () => true) {
    const item = await this.news.until(what, (n) => n.type === type && n.message && matches(n.message));
    return { channel: item.channel, ...item.message };
  }

  seesText(type, text) { return this.sees(type, `"${text}"`, (m) => m.text === text); }

  // seesView waits for a modal or Home tab with that title or callback id.
  async seesView(type, name) {
    const named = (v) => v.callback_id === name || v.title?.text === name;
    return (await this.news.until(`view "${name}"`, (n) => n.type === type && n.view && named(n.view))).view;
  }
}

// place names a message or a view the way the page does.
function place(at) {
  return at.ts ? { channel: at.channel, message_ts: at.ts } : { view_id: at.id };
}
