// The page: who looks, at which place, and what changes when news come. The place is in the address (#as=mei.lin&channel=helpdesk),
// so that two tabs can be two people and "back" goes back.

import { Api, Refused } from './api.js';
import { h, iconButton } from './dom.js';
import { Drawer } from './drawer.js';
import { Room } from './room.js';
import { drawSidebar } from './sidebar.js';
import { applyTheme, toggleTheme } from './theme.js';
import { Toasts } from './toast.js';
import { Views } from './views.js';
import { Workspace } from './workspace.js';

class App {
  #turn = 0; // counts arrivals: an answer that comes after the next one is old

  constructor(root) {
    this.root = root;
    this.toasts = new Toasts(document.body);
    this.report = (error) => this.toasts.error(error);
    this.side = h('div', { class: 'side', id: 'side', on: { click: (event) => event.target.closest('a') && this.#menu(false) } }); // also for the room that is open already
    this.stage = h('div', { class: 'stage' });
    this.shade = h('div', { class: 'shade', on: { click: () => this.#menu(false) } });
    this.drawer = new Drawer({ api: () => this.api, report: this.report, onToggle: () => this.#listen() });
    this.lost = h('div', { class: 'lost', role: 'status', hidden: true, text: 'The connection is lost. Trying again…' });
    root.append(
      h('button', { type: 'button', class: 'skip', text: 'Skip to the messages', on: { click: () => this.room?.composer.focus() } }),
      this.lost,
      this.side,
      this.shade,
      this.stage,
      this.drawer.node,
    );
    this.footButtons = [
      iconButton('moon', 'Light or dark', toggleTheme, { 'data-testid': 'theme' }),
      iconButton(
        'code',
        'Developer drawer (Alt+D)',
        () => (this.#menu(false), this.drawer.toggle()),
        { 'data-testid': 'drawer-toggle' },
      ),
    ];
  }

  start() {
    addEventListener('hashchange', () => this.#arrive());
    addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('visibilitychange', () => this.#look());
    setInterval(() => this.ws && this.#drawSide(), 30000); // the clocks beside people in other zones
    this.#arrive();
  }

  get #place() {
    return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  }

  // --- Who looks ---

  async #arrive() {
    const turn = ++this.#turn;
    const place = this.#place;
    this.#menu(false);
    try {
      if (!this.ws || (place.as && place.as !== this.ws.me.handle)) await this.#become(place.as);
      if (turn === this.#turn) await this.#visit(place, turn);
    } catch (error) {
      this.report(error);
    }
  }

  async #become(handle) {
    const state = await this.#stateFor(handle);
    this.ws = new Workspace(state);
    this.api = new Api(this.ws.me.id);
    this.drafts = new Map();
    this.views?.clear();
    this.views = new Views(document.body, this.#page());
    this.room = null;
    document.documentElement.lang = this.ws.me.locale || 'en';
    if (this.ws.me.handle !== handle) history.replaceState(null, '', this.ws.link({ ...this.#place, as: this.ws.me.handle }));
    this.#listen();
    this.views.sync(this.ws.views);
  }

  // Somebody must be looking: without a name, or with one that is unknown, it is the first person.
  async #stateFor(handle) {
    const state = await new Api(handle ?? '').state();
    if (state.me) return state;
    const first = state.people.find((person) => !person.bot && !person.deactivated);
    if (!first) throw new Refused('Nobody is in this workspace yet.');
    return new Api(first.id).state();
  }

  // What rooms and views may use of this page.
  #page() {
    return {
      ws: this.ws,
      api: this.api,
      report: this.report,
      go: (place) => (location.hash = this.ws.link(place)),
      placeOf: (channel) => (channel.kind === 'im' ? { dm: this.ws.person(channel.with)?.handle ?? channel.with } : { channel: channel.name }),
      showMenu: () => this.#menu(true),
      drafts: this.drafts,
      lookedAt: () => this.lookedAt,
      raiseToasts: () => this.toasts.raise(),
    };
  }

  // --- Where ---

  async #visit(place, turn) {
    const channel = await this.#channelOf(place);
    if (turn !== this.#turn) return;
    if (!channel) {
      this.#drawSide();
      return;
    }
    if (channel.kind !== 'im') this.lookedAt = channel.id; // an app's pane is told
    if (this.room?.channel.id !== channel.id) {
      this.room = new Room(this.#page(), channel);
      this.stage.replaceChildren(this.room.node);
      await this.room.load();
      if (turn !== this.#turn) return;
      if (matchMedia('(min-width: 761px)').matches) this.room.composer.focus();
    }
    await this.room.show(place.tab);
    this.#drawSide();
    await this.#thread(place.thread);
    if (place.message) this.room.reveal(place.message);
  }

  // Who comes back to the window has read what is in it.
  #look() {
    this.room?.read();
    if (this.ws) this.#drawSide();
  }

  async #channelOf(place) {
    if (place.dm) {
      const other = this.ws.byHandle(place.dm);
      if (other) return this.ws.directWith(other.id) ?? this.#openDirect(other);
    }
    const rooms = this.ws.rooms;
    return this.ws.byChannelName(place.channel) ?? rooms.find((room) => room.member !== false) ?? rooms[0];
  }

  async #openDirect(other) {
    const { channel } = await this.api.post('open_dm', { with: other.id });
    const opened = typeof channel === 'string' ? { id: channel, kind: 'im', with: other.id, members: [], unread: 0 } : channel;
    this.ws.channels.set(opened.id, opened);
    return opened;
  }

  async #thread(ts) {
    if (this.room.thread?.ts === ts) return;
    const before = this.room.thread;
    this.room.closeThread();
    if (!ts) {
      if (before) this.room.composer.focus();
      return;
    }
    const thread = this.room.openThread(ts);
    this.stage.append(thread.node);
    await thread.load();
    thread.composer.focus();
  }

  // --- News ---

  #listen() {
    this.stop?.();
    const api = this.api;
    this.stop = api.listen({
      traffic: this.drawer.isOpen,
      onEvent: (event) => api === this.api && this.#hear(event),
      onState: (state) => {
        this.lost.hidden = state !== 'lost';
        if (state === 'again') this.#reload().catch(this.report);
      },
    });
  }

  async #reload() {
    const state = await this.api.state();
    const here = this.room?.channel.id;
    if (!state.me || (here && !state.channels.some(({ id }) => id === here))) {
      this.stop(); // another workspace answers there now
      this.ws = null;
      await this.#arrive();
      return;
    }
    const fresh = new Workspace(state);
    this.ws.people = fresh.people;
    this.ws.apps = fresh.apps;
    for (const [id, channel] of fresh.channels) this.#putChannel({ ...channel, id });
    this.views.sync(fresh.views);
    this.#drawSide();
    await Promise.all([this.room?.load(), this.room?.thread?.load()]);
  }

  #hear(event) {
    HEAR[event.type]?.(this, event);
  }

  async heardMessage({ channel, message }) {
    if (!this.ws.channel(channel)) await this.#learn();
    const here = this.room?.channel.id === channel;
    const seen = here && this.room.isSeen;
    this.ws.noteMessage(channel, message, seen);
    if (here) this.room.put(message);
    if (seen && message.user !== this.ws.me.id) this.room.read();
    this.#drawSide();
  }

  // Somebody opened direct messages with this person: ask what they are.
  async #learn() {
    const { channels } = await this.api.state();
    for (const channel of channels) if (!this.ws.channel(channel.id)) this.ws.channels.set(channel.id, channel);
  }

  heardChange({ channel, message }) {
    if (this.room?.channel.id === channel) this.room.put(message);
  }

  heardRemoval({ channel, message }) {
    if (this.room?.channel.id === channel) this.room.remove(message.ts);
  }

  heardChannel({ channel }) {
    this.#putChannel(channel);
    this.#drawSide();
  }

  heardPerson({ person }) {
    this.ws.people.set(person.id, person);
    if (person.id === this.ws.me.id) this.ws.me = person;
    this.#drawSide();
  }

  heardPanes({ channel, panes }) {
    if (this.room?.channel.id === channel) this.room.showPanes(panes);
  }

  heardHome({ app, view }) {
    const home = this.room?.home;
    if (home && (home.app.id === app || home.app.id === app?.id)) home.show(view);
  }

  // The open room holds the channel's object, so it is changed, not replaced.
  #putChannel(channel) {
    const known = this.ws.channel(channel.id);
    const seen = this.room?.channel.id === channel.id && this.room.isSeen;
    this.ws.channels.set(channel.id, Object.assign(known ?? {}, channel, seen ? { unread: 0 } : {}));
  }

  // --- The frame ---

  #drawSide() {
    drawSidebar(this.side, this.ws, { here: this.room?.channel.id, be: (person) => this.#be(person), buttons: this.footButtons });
    const unread = [...this.ws.channels.values()].reduce((sum, channel) => sum + (channel.unread ?? 0), 0);
    document.title = `${unread ? `(${unread}) ` : ''}${this.ws.info.name ?? 'Workspace'}`;
  }

  // The other person sees the same channel, if there is one they share; direct messages are their own.
  #be(person) {
    const channel = this.room?.channel;
    const place = channel && channel.kind !== 'im' ? { channel: channel.name } : this.room?.app ? { dm: this.ws.person(channel.with).handle } : {};
    location.hash = `#${new URLSearchParams({ as: person.handle, ...place })}`;
  }

  #menu(open) {
    this.root.classList.toggle('menu-open', open);
    if (open) this.side.querySelector('[data-testid=person-picker]')?.focus();
  }

  // To the channel or person above or below in the side.
  #step(by) {
    const rows = [...this.side.querySelectorAll('.side-row')];
    const at = rows.findIndex((row) => row.hasAttribute('aria-current'));
    rows[(at + by + rows.length) % rows.length]?.click();
  }

  #key(event) {
    if (event.altKey && event.code === 'KeyD' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.drawer.toggle();
    } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      this.#step(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      this.#menu(false);
    }
  }
}

const HEAR = {
  message: (app, event) => app.heardMessage(event).catch(app.report),
  ephemeral: (app, event) => app.heardMessage(event).catch(app.report),
  edited: (app, event) => app.heardChange(event),
  ephemeral_replaced: (app, event) => app.heardChange(event),
  deleted: (app, event) => app.heardRemoval(event),
  ephemeral_deleted: (app, event) => app.heardRemoval(event),
  view_opened: (app, event) => app.views.put(event.view),
  view_updated: (app, event) => app.views.put(event.view),
  view_closed: (app, event) => app.views.closed(event.view),
  home: (app, event) => app.heardHome(event),
  panes: (app, event) => app.heardPanes(event),
  channel: (app, event) => app.heardChannel(event),
  person: (app, event) => app.heardPerson(event),
  notice: (app, event) => app.toasts.show(event.text),
  traffic: (app, event) => app.drawer.put(event.entry),
};

applyTheme();
new App(document.getElementById('app')).start();
