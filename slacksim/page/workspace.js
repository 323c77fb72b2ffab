// What this page knows of the workspace, for the person it shows it to. Only a model: it draws nothing and asks nobody.

// Only for the order of talks; times of messages are never compared as numbers elsewhere.
const newest = (channel) => Number(channel?.last_ts || 0);

/** Workspace is the newest state plus the changes that came since. */
export class Workspace {
  constructor(state) {
    this.info = state.workspace ?? {};
    this.me = state.me;
    this.apps = state.apps ?? [];
    this.views = state.views ?? [];
    this.people = new Map((state.people ?? []).map((person) => [person.id, person]));
    this.channels = new Map((state.channels ?? []).map((channel) => [channel.id, channel]));
    this.people.set(this.me.id, this.me);
  }

  person(id) {
    return this.people.get(id);
  }

  channel(id) {
    return this.channels.get(id);
  }

  /** nameOf is the name people see: the display name, or the real one. */
  nameOf(id) {
    const person = this.person(id);
    return person?.display_name || person?.real_name || person?.handle || id || 'somebody';
  }

  /** titleOf names a channel: "#helpdesk" or the name of the person on the other side. */
  titleOf(channel) {
    if (channel.kind === 'im') return this.nameOf(channel.with);
    if (channel.kind !== 'mpim') return `#${channel.name}`;
    return (channel.members ?? []).filter((id) => id !== this.me.id).map((id) => this.nameOf(id)).join(', ');
  }

  /** everybody lists the people who are not bots and not deactivated: those one can be. */
  get everybody() {
    return [...this.people.values()].filter((person) => !person.bot && !person.deactivated);
  }

  /** rooms lists the channels (not the direct messages) by name. */
  get rooms() {
    return [...this.channels.values()].filter((c) => !['im', 'mpim'].includes(c.kind) && !c.archived).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** groups lists the direct messages of several people, the newest talk first. */
  get groups() {
    return [...this.channels.values()].filter((c) => c.kind === 'mpim' && !c.archived).sort((a, b) => newest(b) - newest(a));
  }

  /** directs lists direct messages that exist or could: [{person, channel?}], the newest talk first, then by name. */
  get directs() {
    const open = new Map([...this.channels.values()].filter((c) => c.kind === 'im').map((c) => [c.with, c]));
    return this.everybody
      .filter((person) => person.id !== this.me.id)
      .map((person) => ({ person, channel: open.get(person.id) }))
      .sort((a, b) => newest(b.channel) - newest(a.channel) || this.nameOf(a.person.id).localeCompare(this.nameOf(b.person.id)));
  }

  /** directWith returns the direct message channel with somebody, if it was opened before. */
  directWith(id) {
    return [...this.channels.values()].find((channel) => channel.kind === 'im' && channel.with === id);
  }

  byHandle(handle) {
    const wanted = handle.toLowerCase();
    return [...this.people.values()].find((person) => person.handle.toLowerCase() === wanted);
  }

  byChannelName(name) {
    return [...this.channels.values()].find((channel) => channel.kind !== 'im' && channel.name === name);
  }

  /** appOfBot returns the app behind a bot user. */
  appOfBot(id) {
    return this.apps.find((app) => app.bot_user_id === id);
  }

  /** commands lists the slash commands of all apps. */
  get commands() {
    return this.apps.flatMap((app) => (app.commands ?? []).map((command) => ({ ...command, app: app.name })));
  }

  /** shortcuts lists the shortcuts of one kind: "global" or "message". */
  shortcuts(kind) {
    const isMessage = (type) => String(type).startsWith('message');
    return this.apps
      .flatMap((app) => (app.shortcuts ?? []).map((shortcut) => ({ ...shortcut, app: app.name })))
      .filter((shortcut) => isMessage(shortcut.type) === (kind === 'message'));
  }

  /** link is the hash for a place, spoken by this person: two tabs can be two people. */
  link(place) {
    return `#${new URLSearchParams({ as: this.me.handle, ...place })}`;
  }

  linkToPerson(id) {
    return this.link({ dm: this.person(id)?.handle ?? id });
  }

  linkToChannel(id) {
    const channel = this.channel(id);
    return channel?.kind === 'im' ? this.linkToPerson(channel.with) : this.link({ channel: channel?.name ?? id });
  }

  /** linkToMessage is the place on this page for a permalink of this workspace, or an empty string for any other address. */
  linkToMessage(url) {
    const [, domain, id, digits] = /^https:\/\/([\w-]+)\.slack\.com\/archives\/(\w+)\/p(\d{7,})/.exec(url) ?? [];
    const channel = domain === this.info.domain && this.channel(id);
    if (!channel) return '';
    const place = channel.kind === 'im' ? { dm: this.person(channel.with)?.handle } : { channel: channel.name };
    const thread = URL.parse(url)?.searchParams.get('thread_ts');
    return this.link({ ...place, ...(thread ? { thread } : {}), message: `${digits.slice(0, -6)}.${digits.slice(-6)}` });
  }

  /** noteMessage keeps last_ts and the unread count of a channel; `seen` when the reader is looking at it. */
  noteMessage(channelID, message, seen) {
    const channel = this.channel(channelID);
    if (!channel || message.ts <= (channel.last_ts ?? '')) return;
    channel.last_ts = message.ts;
    const inThread = message.thread_ts && message.thread_ts !== message.ts;
    if (seen) channel.unread = 0;
    else if (message.user !== this.me.id && !inThread) channel.unread = (channel.unread ?? 0) + 1;
  }
}
