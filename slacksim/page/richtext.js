// Draws rich_text blocks: what people type arrives as such, and bots may send them.

import { channelMention, dateNode, emojiNode, linkNode, userMention } from './drawing.js';
import { h } from './dom.js';

/** richText draws the elements of a rich_text block. */
export const richText = (block, ws) => (block.elements ?? []).map((element) => (PARTS[element.type] ?? unknown)(element, ws));

const PARTS = {
  rich_text_section: (part, ws) => h('div', { class: 'rt-section' }, inlines(part, ws)),
  rich_text_quote: (part, ws) => h('blockquote', {}, inlines(part, ws)),
  rich_text_preformatted: (part, ws) => h('pre', { tabindex: '0' }, h('code', {}, inlines(part, ws))),
  rich_text_list: (part, ws) => list(part, ws),
};

function list(part, ws) {
  const ordered = part.style === 'ordered';
  const items = (part.elements ?? []).map((item) => h(
    'li',
    {},
    item.type === 'rich_text_section' ? inlines(item, ws) : richText({ elements: [item] }, ws),
  ));
  const node = h(ordered ? 'ol' : 'ul', { start: ordered && part.offset ? part.offset + 1 : null }, items);
  if (part.indent) node.style.marginInlineStart = `${part.indent * 1.5}em`;
  return node;
}

const inlines = (part, ws) => (part.elements ?? []).map((item) => (INLINES[item.type] ?? unknown)(item, ws));

const INLINES = {
  text: (item) => styled(document.createTextNode(item.text ?? ''), item.style),
  link: (item, ws) => styled(linkNode(item.url ?? '', item.text || item.url, ws), item.style),
  user: (item, ws) => userMention(item.user_id, '', ws),
  channel: (item, ws) => channelMention(item.channel_id, '', ws),
  usergroup: (item) => h('span', { class: 'mention', text: `@${item.usergroup_id}` }),
  broadcast: (item) => h('span', { class: 'mention mention-me', text: `@${item.range}` }),
  emoji: (item) => emojiNode(item.name ?? ''),
  date: (item, ws) => dateNode(
    { seconds: item.timestamp, format: item.format ?? '{date}', url: item.url, fallback: item.fallback },
    ws,
  ),
  color: (item) => swatch(item.value ?? ''),
};

const STYLES = { code: 'code', highlight: 'mark', client_highlight: 'mark', bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

function styled(node, style = {}) {
  for (const [name, tag] of Object.entries(STYLES)) if (style[name]) node = h(tag, {}, node);
  return node;
}

function swatch(value) {
  const dot = h('span', { class: 'swatch' });
  if (/^#[0-9a-f]{3,8}$/i.test(value)) dot.style.background = value;
  return h('span', {}, dot, value);
}

const unknown = (item) => h('span', { class: 'muted', text: `[${item.type}]` });
