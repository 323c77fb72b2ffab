// One message: who, when, what, and what may be done with it.

import { avatar } from './avatar.js';
import { redraw } from './blocks.js';
import { anchor, mrkdwn } from './drawing.js';
import { h, icon, iconButton } from './dom.js';
import { emoji, QUICK } from './emoji.js';
import { files } from './picture.js';
import { arrows, menu, popover } from './popover.js';
import { clock, dateOf, dayKey, dayName, fullTime } from './time.js';

const SYSTEM = /^(channel|group)_(join|leave|topic|purpose|name|archive|unarchive)$/;

/**
 * messageNode draws a message. `room` is where it stands: {ws, api, channel, inThread, openThread(ts), report(error)};
 * `surface` carries the target and the form of its blocks; `grouped` leaves out avatar and name, said just above.
 */
export function messageNode(message, room, surface, grouped) {
  const author = room.ws.person(message.user);
  const when = dateOf(message.ts);
  const time = h(
    'time',
    { class: 'when', datetime: when.toISOString(), title: fullTime(when, room.ws.me), text: clock(when, room.ws.me) },
  );
  return h(
    'article',
    {
      class: `message ${grouped ? 'grouped' : ''} ${message.ephemeral ? 'ephemeral' : ''} ${SYSTEM.test(message.subtype) ? 'system' : ''}`,
      'data-testid': 'message',
      data: { ts: message.ts },
      'aria-label': `${nameOf(message, author, room)}, ${clock(when, room.ws.me)}`,
      tabindex: '-1',
    },
    h(
      'div',
      { class: 'gutter' },
      grouped ? time : avatar(author ?? { id: message.bot_id, display_name: nameOf(message, author, room), bot: true }),
    ),
    h(
      'div',
      { class: 'message-main' },
      message.ephemeral && onlyYou(),
      !grouped && head(message, author, room, time),
      body(message, room, surface),
      reactions(message, room),
      !room.inThread && replies(message, room),
    ),
    !SYSTEM.test(message.subtype) && tools(message, room),
  );
}

function nameOf(message, author, room) {
  if (message.username) return message.username;
  return author ? room.ws.nameOf(author.id) : message.bot_profile?.name || message.user || 'app';
}

const onlyYou = () => h('div', { class: 'only-you' }, icon('eye'), 'Only visible to you');

function head(message, author, room, time) {
  const isApp = author?.bot || message.bot_id;
  return h(
    'div',
    { class: 'message-head' },
    h(
      'a',
      {
        class: 'author',
        href: author && author.id !== room.ws.me.id ? room.ws.linkToPerson(author.id) : null,
        title: author?.title || null,
        text: nameOf(message, author, room),
      },
    ),
    isApp && h('span', { class: 'app-mark', text: 'APP' }),
    author?.guest && h('span', { class: 'app-mark', text: 'GUEST' }),
    author?.status_emoji && h(
      'span',
      { class: 'emoji', title: author.status_text || null, text: emoji(author.status_emoji.replaceAll(':', '')) },
    ),
    time,
  );
}

function body(message, room, surface) {
  const node = h('div', { class: 'message-body' });
  if (message.blocks?.length && !isTyped(message, room)) {
    const host = h('div', { class: 'blocks' });
    redraw(host, message.blocks, surface);
    node.append(host);
  } else {
    node.append(h('div', { class: 'block-text' }, mrkdwn(titleOf(message, room) || message.text, room.ws)));
  }
  const last = node.querySelector(':scope > .block-text');
  for (const attachment of message.attachments ?? []) node.append(attached(attachment, room, surface));
  if (message.files?.length) node.append(files(message.files));
  if (message.edited) (last ?? node).append(h(
    'span',
    { class: 'edited', title: message.edited.ts ? fullTime(dateOf(message.edited.ts), room.ws.me) : null, text: ' (edited)' },
  ));
  return node;
}

// An assistant's thread is listed by what it is about, once the app has said so.
const titleOf = (message, room) => !room.inThread && room.titles.get(message.ts);

// What a person typed is shown from its text, which carries their marks and :emoji:; the block beside it says the same without.
function isTyped(message, room) {
  const byPerson = !message.bot_id && !room.ws.person(message.user)?.bot;
  return byPerson && message.blocks.length === 1 && message.blocks[0].type === 'rich_text';
}

// The older "attachments": a coloured bar with blocks, or with title and text.
function attached(attachment, room, surface) {
  const node = h('div', { class: 'attachment' });
  if (/^#?[0-9a-f]{6}$/i.test(attachment.color ?? '')) node.style.borderInlineStartColor = `#${attachment.color.replace('#', '')}`;
  if (attachment.blocks) redraw(node, attachment.blocks, surface);
  else {
    const title = attachment.title && (attachment.title_link ? anchor(attachment.title_link, attachment.title) : attachment.title);
    node.append(
      h('div', {}, title && h('strong', {}, title)),
      h('div', { class: 'block-text' }, mrkdwn(attachment.text ?? attachment.fallback, room.ws)),
    );
  }
  return node;
}

function reactions(message, room) {
  const list = message.reactions ?? [];
  if (!list.length) return null;
  return h(
    'div',
    { class: 'reactions' },
    list.map((reaction) => {
      const mine = reaction.users?.includes(room.ws.me.id);
      const who = (reaction.users ?? []).map((id) => room.ws.nameOf(id)).join(', ');
      return h(
        'button',
        {
          type: 'button',
          class: `reaction ${mine ? 'mine' : ''}`,
          'aria-pressed': String(Boolean(mine)),
          title: `${who}: ${reaction.name}`,
          'aria-label': `${reaction.name}, ${who}`,
          'data-testid': `reaction-${reaction.name}`,
          on: { click: () => react(message, room, reaction.name, mine) },
        },
        emoji(reaction.name) || `:${reaction.name}:`,
        h('span', { text: String(reaction.count ?? reaction.users?.length ?? 1) }),
      );
    }),
  );
}

// A reaction of one's own is taken back, any other joined.
async function react(message, room, name, mine) {
  try {
    await room.api.post(mine ? 'unreact' : 'react', { channel: room.channel.id, ts: message.ts, name });
  } catch (error) {
    room.report(error);
  }
}

function replies(message, room) {
  if (!message.reply_count) return null;
  const count = message.reply_count === 1 ? '1 reply' : `${message.reply_count} replies`;
  return h(
    'button',
    { type: 'button', class: 'replies', 'data-testid': 'thread-summary', on: { click: () => room.openThread(message.ts) } },
    h('span', { class: 'faces' }, (message.reply_users ?? []).slice(0, 4).map((id) => avatar(room.ws.person(id), 'tiny'))),
    h('strong', { text: count }),
    message.latest_reply && h('span', { class: 'muted', text: lastReply(dateOf(message.latest_reply), room.ws.me) }),
  );
}

function lastReply(date, reader) {
  const today = dayKey(date, reader) === dayKey(new Date(), reader);
  return `Last reply ${today ? clock(date, reader) : dayName(date, reader)}`;
}

function tools(message, room) {
  const shortcuts = room.ws.shortcuts('message');
  const items = [
    ...shortcuts.map((shortcut) => ({
      label: shortcut.name,
      hint: shortcut.app,
      testid: `shortcut-${shortcut.callback_id}`,
      run: () => runShortcut(shortcut, message, room),
    })),
    { label: 'Copy text', run: () => navigator.clipboard?.writeText(message.text ?? '').catch(room.report) },
  ];
  return h(
    'div',
    { class: 'tools', role: 'toolbar', 'aria-label': 'Message actions' },
    !message.ephemeral && iconButton(
      'react',
      'Add reaction',
      (event) => pickReaction(event.currentTarget, message, room),
      { 'data-testid': 'react' },
    ),
    !message.ephemeral && !room.inThread && iconButton(
      'thread',
      'Reply in thread',
      () => room.openThread(message.thread_ts ?? message.ts),
      { 'data-testid': 'reply' },
    ),
    iconButton(
      'more',
      'More actions',
      (event) => menu(event.currentTarget, items, 'Message actions'),
      { 'aria-haspopup': 'menu', 'data-testid': 'more' },
    ),
  );
}

function pickReaction(button, message, room) {
  const pick = (name) => {
    pop.close(true);
    react(message, room, name);
  };
  const pop = popover(
    button,
    h(
      'div',
      { class: 'emoji-grid', role: 'group', 'aria-label': 'Reactions', on: { keydown: arrows } },
      QUICK.map((name) => h(
        'button',
        {
          type: 'button',
          class: 'grid-item',
          title: `:${name}:`,
          'aria-label': name,
          text: emoji(name),
          on: { click: () => pick(name) },
        },
      )),
    ),
  );
  pop.node.querySelector('button').focus();
}

async function runShortcut(shortcut, message, room) {
  try {
    await room.api.post('shortcut', { callback_id: shortcut.callback_id, channel: room.channel.id, message_ts: message.ts });
  } catch (error) {
    room.report(error);
  }
}
