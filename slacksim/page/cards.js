// Blocks that stand as a piece of their own or hold others: cards, carousels, containers, layouts, tasks, videos, calls.
// Those that hold blocks get `inner(list)`, which draws them on the same surface.

import { anchor, textObject } from './drawing.js';
import { element } from './elements.js';
import { emoji, withEmoji } from './emoji.js';
import { h, icon, iconButton } from './dom.js';
import { picture } from './picture.js';
import { richText } from './richtext.js';

/** card draws a card block, alone or in a carousel. */
export function card(block, surface) {
  const { ws } = surface;
  const part = (name) => block[name] && h('div', { class: `card-${name}` }, textObject(block[name], ws));
  const sign = block.icon ? picture(block.icon, 'small') : block.slack_icon && slackIcon(block.slack_icon.name);
  return h(
    'article',
    { class: 'block card' },
    block.hero_image && picture(block.hero_image, 'hero'),
    h(
      'div',
      { class: 'card-main' },
      (sign || block.title || block.subtitle) && h('div', { class: 'card-head' }, sign, h('div', {}, part('title'), part('subtitle'))),
      part('body'),
      part('subtext'),
      block.actions?.length && h('div', { class: 'button-row' }, block.actions.map((item) => element(item, block, surface))),
    ),
  );
}

// The names of built-in icons are Slack's; those that are emoji too can be shown, others are a plain mark.
const slackIcon = (name) => h('span', { class: 'card-sign', 'aria-hidden': 'true', text: emoji(String(name).replaceAll('-', '_')) || '◆' });

/** carousel draws cards in a row that scrolls. */
export function carousel(block, surface, _, inner) {
  const strip = h(
    'div',
    { class: 'carousel-strip', tabindex: '0', role: 'group', 'aria-label': `${block.elements?.length ?? 0} cards` },
    inner(block.elements),
  );
  const by = (step) => () => strip.scrollBy({ left: step * strip.clientWidth * 0.8, behavior: 'smooth' });
  const back = iconButton('left', 'Back', by(-1));
  const on = iconButton('right', 'On', by(1));
  const mark = () => {
    back.disabled = strip.scrollLeft < 4;
    on.disabled = strip.scrollLeft + strip.clientWidth > strip.scrollWidth - 4;
  };
  strip.addEventListener('scroll', mark);
  new ResizeObserver(mark).observe(strip);
  return h('div', { class: 'block carousel' }, strip, h('div', { class: 'carousel-keys' }, back, on));
}

/** container draws a box around blocks, which may fold. */
export function container(block, surface, _, inner) {
  const { ws } = surface;
  const title = block.rich_text_title ? richText(block.rich_text_title, ws) : textObject(block.title, ws);
  const head = [
    block.icon && picture(block.icon, 'small'),
    h(
      'span',
      { class: 'container-words' },
      h('span', { class: 'container-title' }, title),
      block.subtitle && h('span', { class: 'container-subtitle' }, textObject(block.subtitle, ws)),
    ),
  ];
  const body = h('div', { class: 'container-body blocks' }, inner(block.child_blocks));
  const box = `block container width-${block.width ?? 'standard'}`;
  if (!block.is_collapsible) return h(
    'section',
    { class: `${box} ${block.has_header_divider ? 'divided' : ''}` },
    h('div', { class: 'container-head' }, head),
    body,
  );
  return h(
    'details',
    { class: box, open: !block.default_collapsed },
    h('summary', { class: 'container-head' }, head, icon('down')),
    body,
  );
}

/** layout draws rows of blocks that stand side by side while there is room. */
export function layout(block, surface, _, inner) {
  return h(
    'section',
    { class: `block layout lines-${block.grid_lines ?? 'none'}`, 'aria-label': block.is_label_visible ? block.label : null },
    block.is_label_visible && h('div', { class: 'layout-label', text: block.label }),
    (block.rows ?? []).map((row) => h(
      'div',
      { class: 'layout-row' },
      (row.items ?? []).map((item) => h(
        'div',
        { class: `layout-item wide-${item.width ?? 'standard'} place-${item.horizontal_alignment ?? 'fill'}` },
        inner([item.block]),
      )),
    )),
  );
}

const STATUS = { pending: 'waiting', in_progress: 'in progress', complete: 'done', error: 'failed' };

/** taskCard draws one task, alone or in a plan. */
export function taskCard(block, { ws }) {
  const status = STATUS[block.status] ? block.status : 'pending';
  return h(
    'div',
    { class: `block task task-${status}` },
    h('span', { class: 'task-mark', role: 'img', 'aria-label': STATUS[status] }, TASK_ICON[status] && icon(TASK_ICON[status])),
    h(
      'div',
      { class: 'task-words' },
      !block.hide_title && h('div', { class: 'task-title', text: withEmoji(block.title ?? '') }),
      block.details && richText(block.details, ws),
      block.output && h('div', { class: 'task-output' }, richText(block.output, ws)),
      block.sources?.length && h('ul', { class: 'sources' }, block.sources.map((one) => h('li', {}, anchor(one.url, one.text)))),
    ),
  );
}

const TASK_ICON = { complete: 'check', error: 'close' };

/** plan draws a list of tasks under a title. */
export function plan(block, surface) {
  const tasks = block.tasks ?? [];
  const done = tasks.filter((task) => task.status === 'complete').length;
  return h(
    'section',
    { class: 'block plan' },
    h(
      'div',
      { class: 'plan-head' },
      h('strong', { text: withEmoji(block.title ?? '') }),
      h('span', { class: 'muted', text: `${done} of ${tasks.length}` }),
    ),
    tasks.map((task) => taskCard(task, surface)),
  );
}

/** video draws the picture of a video; it plays where it comes from. */
export function video(block) {
  const title = withEmoji(block.title?.text ?? '');
  const by = [block.author_name, block.provider_name].filter(Boolean).join(' · ');
  const url = block.title_url || block.video_url;
  return h(
    'figure',
    { class: 'block video' },
    h(
      'figcaption',
      {},
      by && h('small', { class: 'muted', text: by }),
      h('strong', {}, anchor(url, title)),
      block.description && h('div', { text: withEmoji(block.description.text) }),
    ),
    anchor(url, h(
      'span',
      { class: 'video-picture' },
      picture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, 'screen'),
      h('span', { class: 'play', 'aria-hidden': 'true' }, icon('play')),
    )),
  );
}

/** remoteFile draws a file that lies elsewhere. */
export const remoteFile = (block) => h(
  'div',
  { class: 'block file' },
  icon('file'),
  h('div', {}, h('strong', { text: block.file?.title ?? block.external_id ?? 'File' }), h('small', { class: 'muted', text: 'Remote file' })),
);

/** call draws a call that people can join. */
export const call = (block) => {
  const v1 = block.call?.v1 ?? {};
  return h(
    'div',
    { class: 'block file' },
    icon('phone'),
    h('div', {}, h('strong', { text: v1.name || 'Call' }), v1.join_url && anchor(v1.join_url, 'Join')),
  );
};
