// Draws what mrkdwn.js and markdown.js read, and plain text objects.

import { emoji, withEmoji } from './emoji.js';
import { h } from './dom.js';
import { isSafeURL, parse } from './mrkdwn.js';
import { slackDate } from './time.js';

const WRAP = { bold: 'strong', italic: 'em', strike: 's', quote: 'blockquote' };

/** mrkdwn draws a text with Slack's marks. `ws` is the Workspace that knows names. */
export const mrkdwn = (text, ws) => draw(parse(text), ws);

/** textObject draws a Block Kit text object (or nothing). */
export function textObject(object, ws) {
  if (!object) return [];
  return object.type === 'mrkdwn' ? mrkdwn(object.text, ws) : plain(object.text);
}

/** plain draws a text in which only :emoji: and line breaks mean something. */
export const plain = (text) => [h('span', { class: 'plain', text: withEmoji(text ?? '') })];

/** draw turns a tree into nodes. */
export const draw = (nodes, ws) => nodes.map((node) => (typeof node === 'string' ? document.createTextNode(node) : one(node, ws)));

function one(node, ws) {
  if (WRAP[node.t]) return h(WRAP[node.t], {}, draw(node.c, ws));
  return DRAW[node.t](node, ws);
}

const DRAW = {
  br: () => h('br'),
  code: (node) => h('code', { text: node.text }),
  pre: (node) => h('pre', { tabindex: '0' }, h('code', { text: node.text })),
  link: (node, ws) => linkNode(node.url, draw(node.c, ws), ws),
  user: (node, ws) => userMention(node.id, node.label, ws),
  channel: (node, ws) => channelMention(node.id, node.label, ws),
  group: (node) => h('span', { class: 'mention', text: node.label ? `@${node.label.replace(/^@/, '')}` : `@${node.id}` }),
  broadcast: (node) => h('span', { class: 'mention mention-me', text: `@${node.range}` }),
  emoji: (node) => emojiNode(node.name),
  date: (node, ws) => dateNode(node, ws),
  heading: (node, ws) => h(`h${Math.min(6, node.level + 2)}`, { class: 'md-heading' }, draw(node.c, ws)),
  list: (node, ws) => h(
    node.ordered ? 'ol' : 'ul',
    { start: node.ordered && node.start },
    node.items.map((item) => h('li', {}, draw(item, ws))),
  ),
  rule: () => h('hr'),
  paragraph: (node, ws) => h('p', {}, draw(node.c, ws)),
  grid: (node, ws) => gridNode(node, ws),
};

function gridNode(node, ws) {
  const [head, ...body] = node.rows;
  const row = (cells, tag) => h('tr', {}, cells.map((cell) => h(tag, {}, draw(cell, ws))));
  return h(
    'div',
    { class: 'table-scroll', tabindex: '0' },
    h('table', {}, h('thead', {}, row(head, 'th')), h('tbody', {}, body.map((cells) => row(cells, 'td')))),
  );
}

/** anchor makes a link, or only its label where the address is not one to follow. */
export function anchor(url, children) {
  if (!isSafeURL(url)) return h('span', {}, children);
  return h('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, children);
}

/** linkNode makes a link that stays on this page when it leads to a message of this workspace. */
export function linkNode(url, children, ws) {
  const here = ws.linkToMessage(url);
  return here ? h('a', { href: here }, children) : anchor(url, children);
}

/** follow opens the address of a button or menu entry, if it is one to follow. */
export function follow(url, ws) {
  const here = url && ws.linkToMessage(url);
  if (here) location.hash = here;
  else if (url && isSafeURL(url)) window.open(url, '_blank', 'noopener');
}

/** emojiNode shows a known emoji as a character, an unknown one as :name:. */
export function emojiNode(name) {
  const char = emoji(name);
  return char ? h(
    'span',
    { class: 'emoji', role: 'img', 'aria-label': name.replaceAll('_', ' '), title: `:${name}:`, text: char },
  ) : document.createTextNode(`:${name}:`);
}

/** userMention is a chip with the person's name; a click opens the direct messages with that person. */
export function userMention(id, label, ws) {
  const person = ws.person(id);
  const name = person ? ws.nameOf(id) : label || id;
  return h(
    'a',
    {
      class: id === ws.me.id ? 'mention mention-me' : 'mention',
      href: person ? ws.linkToPerson(id) : null,
      title: person?.title || null,
      text: `@${name}`,
    },
  );
}

/** channelMention is a chip that opens the channel. */
export function channelMention(id, label, ws) {
  const channel = ws.channel(id);
  return h(
    'a',
    { class: 'mention', href: channel ? ws.linkToChannel(id) : null, text: `#${channel?.name ?? (label || 'private-channel')}` },
  );
}

/** dateNode writes a moment in the reader's zone, or its fallback when the moment makes no sense. */
export function dateNode(node, ws) {
  if (!(node.seconds > 0 && node.seconds < 8.64e12)) return document.createTextNode(node.fallback);
  const time = h(
    'time',
    {
      datetime: new Date(node.seconds * 1000).toISOString(),
      title: node.fallback || null,
      text: slackDate(node.format, node.seconds, ws.me),
    },
  );
  return node.url ? anchor(node.url, time) : time;
}
