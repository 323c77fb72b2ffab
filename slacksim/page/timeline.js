// A list of messages that keeps itself up to date: days, groups, and the scroll at the end while the reader is there.

import { Form } from './form.js';
import { h, keepFocus, reconcile } from './dom.js';
import { messageNode } from './message.js';
import { dateOf, dayKey, dayName } from './time.js';

const GROUP = 5 * 60; // seconds within which messages of one person stand together
const PAGE = 200; // messages drawn at first, and more at each "Show older"
const NEAR_END = 80; // pixels from the end that still count as being there

/** Timeline shows the messages of a channel, or of one thread. */
export class Timeline {
  #messages = new Map(); // by ts
  #drawn = new Map(); // by ts: {source, grouped, node, surface}
  #days = new Map(); // by day: divider
  #limit = PAGE;
  #newsFrom = ''; // the first message that is new to the reader
  #stays = true; // the reader is at the end

  /** `room` is described in message.js; `empty` is said when there is nothing. */
  constructor(room, { empty, label }) {
    this.room = room;
    this.empty = h('div', { class: 'empty' }, empty);
    this.newLine = h('div', { class: 'day new-line', role: 'separator', 'data-testid': 'new-messages' }, h('span', { text: 'New' }));
    this.list = h('div', { class: 'timeline-list', role: 'log', 'aria-live': 'polite', 'aria-label': label });
    this.older = h(
      'button',
      { type: 'button', class: 'button older', text: 'Show older messages', on: { click: () => this.#more() } },
    );
    this.node = h(
      'div',
      { class: 'timeline', tabindex: '0', on: { scroll: () => (this.#stays = this.#isAtEnd()) } },
      this.older,
      this.list,
    );
    // Who reads the end goes on reading it when the place for it shrinks, or a message grows.
    const observer = new ResizeObserver(() => this.#stays && this.toEnd());
    observer.observe(this.node);
    observer.observe(this.list);
  }

  /** set replaces all messages; the last `unread` of other people are new to the reader. */
  set(messages, unread = 0) {
    this.#messages = new Map(messages.filter((message) => this.#belongs(message)).map((message) => [message.ts, message]));
    const others = [...this.#messages.values()].filter((message) => message.user !== this.room.ws.me.id);
    this.#newsFrom = unread ? others.at(-unread)?.ts ?? '' : '';
    this.#draw();
    this.toEnd();
  }

  /** put adds a message, or replaces the one with its ts. */
  put(message) {
    this.#count(message);
    if (!this.#belongs(message)) return;
    if (message.user === this.room.ws.me.id) {
      this.#stays = true;
      this.#newsFrom = ''; // who answers has read what stands above
    } else if (document.hidden && !this.#newsFrom && !this.#messages.has(message.ts)) this.#newsFrom = message.ts;
    this.#messages.set(message.ts, message);
    this.#draw();
    if (this.#stays) this.toEnd();
  }

  /** remove takes a message away. */
  remove(ts) {
    if (this.#messages.delete(ts)) this.#draw();
  }

  /** refresh draws everything anew, after people or channels changed. */
  refresh() {
    this.#drawn.clear();
    this.#days.clear();
    this.#draw();
  }

  /** reveal brings a message before the eyes and marks it for a moment. */
  reveal(ts) {
    const node = this.#drawn.get(ts)?.node;
    if (!node) return;
    this.#stays = false;
    node.scrollIntoView({ block: 'center' });
    node.classList.remove('found');
    requestAnimationFrame(() => node.classList.add('found'));
  }

  toEnd() {
    this.node.scrollTop = this.node.scrollHeight;
  }

  // A channel shows what is not a reply; a thread shows its parent and the replies.
  #belongs(message) {
    const isReply = message.thread_ts && message.thread_ts !== message.ts;
    if (this.room.inThread) return message.ts === this.room.inThread || message.thread_ts === this.room.inThread;
    return !isReply || message.subtype === 'thread_broadcast';
  }

  // A reply changes the summary under its parent, whether or not the parent is sent again.
  #count(message) {
    const parent = this.#messages.get(message.thread_ts);
    const isNews = parent && message.ts !== parent.ts && !message.ephemeral && message.ts > (parent.latest_reply ?? '');
    if (!isNews || this.room.inThread) return;
    const users = [...new Set([...(parent.reply_users ?? []), message.user])];
    this.#messages.set(
      parent.ts,
      { ...parent, reply_count: (parent.reply_count ?? 0) + 1, latest_reply: message.ts, reply_users: users },
    );
    this.#draw();
  }

  #isAtEnd() {
    return this.node.scrollHeight - this.node.scrollTop - this.node.clientHeight < NEAR_END;
  }

  #more() {
    const before = this.node.scrollHeight;
    this.#limit += PAGE;
    this.#draw();
    this.node.scrollTop += this.node.scrollHeight - before;
  }

  #draw() {
    const sorted = [...this.#messages.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1));
    const shown = sorted.slice(-this.#limit);
    const nodes = [];
    let last = null;
    for (const message of shown) {
      const newDay = !last || day(last, this.room) !== day(message, this.room);
      if (newDay) nodes.push(this.#divider(message));
      const isNew = message.ts === this.#newsFrom;
      if (isNew) nodes.push(this.newLine);
      nodes.push(this.#one(message, !newDay && !isNew && together(last, message)));
      last = message;
    }
    this.older.hidden = sorted.length <= this.#limit;
    keepFocus(this.list, () => reconcile(this.list, nodes.length ? nodes : [this.empty]));
  }

  #one(message, grouped) {
    const source = JSON.stringify(message);
    const old = this.#drawn.get(message.ts);
    if (old && old.source === source && old.grouped === grouped) return old.node;
    const { ws, api, report, channel } = this.room;
    const surface = old?.surface ?? { ws, api, report, form: new Form(), target: { channel: channel.id, message_ts: message.ts } };
    const node = messageNode(message, this.room, surface, grouped);
    this.#drawn.set(message.ts, { source, grouped, node, surface });
    return node;
  }

  #divider(message) {
    const key = day(message, this.room);
    if (!this.#days.has(key)) this.#days.set(
      key,
      h('div', { class: 'day', role: 'separator' }, h('span', { text: dayName(dateOf(message.ts), this.room.ws.me) })),
    );
    return this.#days.get(key);
  }
}

const day = (message, room) => dayKey(dateOf(message.ts), room.ws.me);

function together(last, message) {
  return (
    last.user === message.user && last.bot_id === message.bot_id && last.username === message.username && !last.subtype && !message.subtype &&
    Boolean(last.ephemeral) === Boolean(message.ephemeral) && dateOf(message.ts) - dateOf(last.ts) < GROUP * 1000
  );
}
