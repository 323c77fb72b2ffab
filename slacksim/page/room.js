// The middle and the right: a channel or direct message with its composer, an app's Home tab, a thread beside it.

import { Refused } from './api.js';
import { statusOf, withPresence } from './avatar.js';
import { Composer } from './composer.js';
import { h, icon, iconButton } from './dom.js';
import { Home } from './home.js';
import { Pane } from './pane.js';
import { menu } from './popover.js';
import { Timeline } from './timeline.js';

const LEADS = { private: () => icon('lock'), mpim: () => icon('people') };

/** Room shows one channel. `page`: {ws, api, report(error), go(place), placeOf(channel), showMenu(), drafts: Map by channel}. */
export class Room {
  constructor(page, channel) {
    this.page = page;
    this.channel = channel;
    this.app = channel.kind === 'im' ? page.ws.appOfBot(channel.with) : null;
    this.titles = new Map(); // of an assistant's threads, by ts
    this.timeline = new Timeline(this.#scene(null), { empty: this.#welcome(), label: `Messages in ${page.ws.titleOf(channel)}` });
    this.composer = this.#composer();
    this.pane = this.app && new Pane({ thread: '', name: this.app.name, report: page.report, onAsk: (text) => this.#send(text) });
    this.talk = h('div', { class: 'talk' }, this.timeline.node, this.pane?.node, this.#footer());
    if (this.app) {
      this.home = new Home(this.app, page);
      this.homeTab = this.#tab('Home', 'home');
      this.messagesTab = this.#tab('Messages', '');
    }
    this.node = h('main', { class: 'room', id: 'room', tabindex: '-1' }, this.#header(), this.talk, this.home?.node);
  }

  #scene(thread) {
    const { ws, api, report } = this.page;
    return {
      ws,
      api,
      report,
      titles: this.titles,
      channel: this.channel,
      inThread: thread,
      openThread: (ts) => this.page.go({ ...this.page.placeOf(this.channel), thread: ts }),
    };
  }

  async load() {
    const unread = this.channel.unread ?? 0; // before looking makes it none
    const { messages, panes } = await this.page.api.talk(this.channel.id);
    this.timeline.set(messages, unread);
    this.showPanes(panes);
  }

  /** showPanes shows what the app of this conversation suggests and does, here and in the open thread. */
  showPanes(panes) {
    if (!this.pane) return;
    this.panes = panes;
    this.pane.show(panes);
    this.thread?.showPane(panes);
    const named = panes.filter(({ thread, title }) => title && this.titles.get(thread) !== title);
    for (const { thread, title } of named) this.titles.set(thread, title);
    if (named.length) this.refresh();
  }

  // Who comes to the messages of an agent opens its pane, and the app is told what was looked at before.
  async #openPane() {
    if (!this.app?.agent_view || this.isOpened) return;
    this.isOpened = true;
    await this.page.api.post('assistant', { app: this.app.id, channel: this.page.lookedAt() }).catch(this.page.report);
  }

  // In the older assistant view every conversation is a thread that begins when it is opened.
  async #newChat() {
    const { api, report, go, lookedAt } = this.page;
    try {
      const { thread_ts: thread } = await api.post('assistant', { app: this.app.id, channel: lookedAt() });
      go({ ...this.page.placeOf(this.channel), thread });
    } catch (error) {
      report(error);
    }
  }

  /** isSeen tells whether the reader has the messages before the eyes, not the Home tab or another window. */
  get isSeen() {
    return !this.talk.hidden && !document.hidden;
  }

  /** show turns to a tab of an app's direct messages: "home" or the messages. */
  async show(tab) {
    const isHome = tab === 'home' && Boolean(this.home);
    this.talk.hidden = isHome;
    if (!isHome) await Promise.all([this.read(), this.#openPane()]);
    if (!this.home) return;
    this.home.node.hidden = !isHome;
    this.homeTab.setAttribute('aria-selected', String(isHome));
    this.messagesTab.setAttribute('aria-selected', String(!isHome));
    if (isHome) await this.home.open();
    else this.timeline.toEnd();
  }

  /** openThread opens the pane of a thread, and returns it. */
  openThread(ts) {
    this.thread = new Thread(this.page, this.channel, ts, this.#scene(ts), this.app);
    return this.thread;
  }

  closeThread() {
    this.thread?.node.remove();
    this.thread = null;
  }

  /** reveal shows where a message is, here or in the open thread. */
  reveal(ts) {
    this.timeline.reveal(ts);
    this.thread?.timeline.reveal(ts);
  }

  put(message) {
    this.timeline.put(message);
    this.thread?.timeline.put(message);
    if (message.user !== this.app?.bot_user_id) return;
    this.pane.quiet();
    if (message.thread_ts === this.thread?.ts) this.thread?.pane.quiet();
  }

  remove(ts) {
    this.timeline.remove(ts);
    this.thread?.timeline.remove(ts);
  }

  refresh() {
    this.timeline.refresh();
    this.thread?.timeline.refresh();
  }

  /** read tells the workspace that everything here was seen, if it was. */
  async read() {
    if (!this.isSeen) return;
    this.channel.unread = 0;
    await this.page.api.post('read', { channel: this.channel.id }).catch(this.page.report);
  }

  #header() {
    const { ws } = this.page;
    const direct = this.channel.kind === 'im' ? ws.person(this.channel.with) : null;
    const isGroup = this.channel.kind === 'mpim';
    const lead = direct ? withPresence(direct, 'small') : LEADS[this.channel.kind]?.() ?? h('span', { class: 'hash', text: '#' });
    const status = direct && [statusOf(direct), direct.status_text].filter(Boolean).join(' ');
    const about = direct && !direct.bot ? [status, direct.title, direct.tz].filter(Boolean).join(' · ') : this.channel.topic;
    return h(
      'header',
      { class: 'room-head' },
      iconButton(
        'menu',
        'Show channels and people',
        this.page.showMenu,
        { class: 'icon-button only-narrow', 'data-testid': 'menu' },
      ),
      h(
        'div',
        { class: 'room-title' },
        lead,
        h('h1', { text: direct ? ws.nameOf(direct.id) : isGroup ? ws.titleOf(this.channel) : this.channel.name }),
        about && h('span', { class: 'topic', title: about, text: about }),
      ),
      this.app?.assistant_view && h(
        'button',
        { type: 'button', class: 'button', 'data-testid': 'new-chat', text: 'New chat', on: { click: () => this.#newChat() } },
      ),
      this.app && h('div', { class: 'tabs', role: 'tablist', 'aria-label': `${this.app.name}` }, this.homeTab, this.messagesTab),
      !direct && h(
        'span',
        {
          class: 'members',
          title: (this.channel.members ?? []).map((id) => ws.nameOf(id)).join(', '),
          text: `${this.channel.members?.length ?? 0} members`,
        },
      ),
    );
  }

  #tab(name, tab) {
    return h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        'data-testid': tab === 'home' ? 'home-tab' : 'messages-tab',
        text: name,
        on: { click: () => this.page.go({ ...this.page.placeOf(this.channel), ...(tab ? { tab } : {}) }) },
      },
    );
  }

  #welcome() {
    const title = this.page.ws.titleOf(this.channel);
    if (!['im', 'mpim'].includes(this.channel.kind)) return [
      h('strong', { text: `This is where ${title} begins.` }),
      h('p', { text: this.channel.topic || 'Nobody has written here yet.' }),
    ];
    return [
      h('strong', { text: `You and ${title}` }),
      h(
        'p',
        { text: this.app ? 'Write a question, or try one of the commands: type / to see them.' : 'Nobody has written here yet.' },
      ),
    ];
  }

  #footer() {
    if (this.channel.member === false) return h(
      'p',
      { class: 'read-only', text: `You are not a member of #${this.channel.name}: you can read, but not write here.` },
    );
    return this.composer.node;
  }

  #composer() {
    const { ws } = this.page;
    const shortcuts = ws.shortcuts('global');
    const run = (shortcut) => this.page.api.post('shortcut', { callback_id: shortcut.callback_id }).catch(this.page.report);
    const items = shortcuts.map((shortcut) => ({
      label: shortcut.name,
      hint: shortcut.app,
      testid: `shortcut-${shortcut.callback_id}`,
      run: () => run(shortcut),
    }));
    return new Composer({
      ws,
      label: `Message ${ws.titleOf(this.channel)}`,
      testid: 'composer',
      extra: items.length > 0 && iconButton(
        'bolt',
        'Shortcuts',
        (event) => menu(event.currentTarget, items, 'Shortcuts'),
        { 'data-testid': 'shortcuts', 'aria-haspopup': 'menu' },
      ),
      onSend: (text) => this.#send(text),
      shortcuts: shortcuts.map((shortcut) => ({ name: shortcut.name, app: shortcut.app, run: () => run(shortcut) })),
      draft: this.page.drafts.get(this.channel.id),
      onDraft: (text) => this.page.drafts.set(this.channel.id, text),
    });
  }

  #send(text) {
    const command = /^\/\S+/.exec(text)?.[0];
    if (!command) return this.page.api.post('say', { channel: this.channel.id, text });
    const isKnown = this.page.ws.commands.some(({ name }) => name === command);
    if (!isKnown) throw new Refused(`${command} is not a command here. To send it as a message, put a space before it.`);
    return this.page.api.post('command', { channel: this.channel.id, text });
  }
}

/** Thread is the pane with one message and its replies. */
class Thread {
  constructor(page, channel, ts, scene, app) {
    this.ts = ts;
    this.page = page;
    this.channel = channel;
    this.timeline = new Timeline(scene, { empty: 'This message is gone.', label: 'Thread' });
    this.composer = new Composer({
      ws: page.ws, label: 'Reply in the thread', testid: 'thread-composer', commands: false,
      onSend: (text) => this.#say(text),
    });
    this.pane = app && new Pane({ thread: ts, name: app.name, report: page.report, onAsk: (text) => this.#say(text) });
    this.title = h('h2', { text: 'Thread', 'data-testid': 'thread-title' });
    const close = () => page.go(page.placeOf(channel));
    this.node = h(
      'aside',
      {
        class: 'thread',
        'aria-label': 'Thread',
        'data-testid': 'thread-pane',
        on: { keydown: (event) => event.key === 'Escape' && !event.defaultPrevented && close() },
      },
      h(
        'header',
        { class: 'room-head' },
        h(
          'div',
          { class: 'room-title' },
          this.title,
          h('span', { class: 'topic', text: page.ws.titleOf(channel) }),
        ),
        iconButton('close', 'Close the thread', close, { 'data-testid': 'thread-close' }),
      ),
      this.timeline.node,
      this.pane?.node,
      channel.member === false ? null : this.composer.node,
    );
  }

  #say(text) {
    return this.page.api.post('say', { channel: this.channel.id, text, thread_ts: this.ts });
  }

  async load() {
    const { messages, panes } = await this.page.api.talk(this.channel.id, this.ts);
    this.timeline.set(messages);
    this.showPane(panes);
  }

  /** showPane shows what the app suggests and does in this thread, and what the thread is about. */
  showPane(panes) {
    if (!this.pane) return;
    const title = this.pane.show(panes);
    this.title.textContent = title || 'Thread';
    this.title.title = title;
  }
}
