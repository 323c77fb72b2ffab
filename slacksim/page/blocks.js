// Draws Block Kit blocks. What this page does not know becomes a grey note, never nothing.

import { call, card, carousel, container, layout, plan, remoteFile, taskCard, video } from './cards.js';
import { chart } from './chart.js';
import { draw, textObject } from './drawing.js';
import { h, keepFocus, reconcile, uid } from './dom.js';
import { element } from './elements.js';
import { withEmoji } from './emoji.js';
import { everyBlock } from './form.js';
import { parseMarkdown } from './markdown.js';
import { picture } from './picture.js';
import { richText } from './richtext.js';
import { dataTable, table } from './table.js';

/** blocks draws a list of blocks on a surface (see elements.js). `errors` are sentences by block_id, shown under inputs. */
export function blocks(list, surface, errors = {}) {
  return (list ?? []).map((block) => {
    const inner = (held) => blocks(held, surface, errors);
    const node = (BLOCKS[block.type] ?? unknown)(block, surface, errors[block.block_id], inner);
    node.dataset.blockId = block.block_id ?? '';
    return node;
  });
}

/**
 * redraw shows blocks in host. A block that did not change keeps its nodes, and with them what is being typed,
 * chosen or awaited there; the surface's form keeps the values of those that did.
 */
export function redraw(host, list, surface, errors = {}) {
  surface.form.adopt(list);
  const old = new Map([...host.children].map((node) => [node.dataset.source, node]));
  const fresh = blocks(list, surface, errors);
  const nodes = fresh.map((node, i) => {
    node.dataset.source = JSON.stringify([list[i], everyBlock([list[i]]).map((block) => errors[block.block_id] ?? '')]);
    const kept = old.get(node.dataset.source);
    old.delete(node.dataset.source);
    return kept ?? node;
  });
  keepFocus(host, () => reconcile(host, nodes));
  surface.repaint = (block) => repaint(host, block, surface);
}

// Draws one block anew from the form, when a choice was taken back.
function repaint(host, block, surface) {
  const old = host.querySelector(`[data-block-id="${CSS.escape(block.block_id)}"]`);
  const [fresh] = blocks([block], surface);
  if (old?.dataset.source) fresh.dataset.source = old.dataset.source;
  old?.replaceWith(fresh);
}

const unknown = (block) => h('div', { class: 'unknown', text: `A block of type “${block.type}” is not shown here.` });

function section(block, surface) {
  const text = block.text && h('div', { class: 'block-text' }, textObject(block.text, surface.ws));
  const fields = block.fields && h(
    'div',
    { class: 'fields' },
    block.fields.map((field) => h('div', {}, textObject(field, surface.ws))),
  );
  const accessory = block.accessory && h(
    'div',
    { class: 'accessory' },
    block.accessory.type === 'image' ? picture(block.accessory, 'thumb') : element(block.accessory, block, surface),
  );
  return h('div', { class: 'block section' }, h('div', { class: 'section-body' }, text, fields), accessory);
}

const header = (block) => h(
  'div',
  {
    class: `block header level-${block.level ?? 1}`,
    role: 'heading',
    'aria-level': String(2 + (block.level ?? 1)),
    text: withEmoji(block.text?.text ?? ''),
  },
);

const context = (block, { ws }) =>
  h(
    'div',
    { class: 'block context' },
    (block.elements ?? []).map((item) => (item.type === 'image' ? picture(item, 'mini') : h('span', {}, textObject(item, ws)))),
  );

const actions = (block, surface) => h(
  'div',
  { class: 'block button-row' },
  (block.elements ?? []).map((item) => element(item, block, surface)),
);

function image(block) {
  return h(
    'figure',
    { class: 'block image' },
    block.title && h('figcaption', { text: withEmoji(block.title.text) }),
    picture(block, 'large'),
  );
}

// What the label of an input names.
const CONTROLS = 'input:not([type=radio], [type=checkbox]), textarea, [role=textbox], [role=combobox], [role=radiogroup], [role=group]';

function input(block, surface, error) {
  const id = uid('input');
  const node = h(
    'div',
    { class: 'block input', 'data-invalid': error ? '' : null },
    h(
      'div',
      { class: 'input-label', id },
      withEmoji(block.label?.text ?? ''),
      block.optional && h('span', { class: 'muted', text: ' (optional)' }),
    ),
    block.element ? element(block.element, block, surface) : null,
    h('div', { class: 'input-error', role: 'alert', text: error ?? '' }),
    block.hint && h('div', { class: 'hint' }, textObject(block.hint, surface.ws)),
  );
  const control = node.querySelector(CONTROLS);
  control?.setAttribute('aria-labelledby', id);
  control?.removeAttribute('aria-label');
  if (error) control?.setAttribute('aria-invalid', 'true');
  return node;
}

const alert = (block, { ws }) => h(
  'div',
  { class: `block notice notice-${block.level ?? 'default'}`, role: 'note' },
  textObject(block.text, ws),
);

const BLOCKS = {
  section,
  header,
  divider: () => h('hr', { class: 'block divider' }),
  context,
  actions,
  context_actions: actions,
  image,
  input,
  rich_text: (block, { ws }) => h('div', { class: 'block rich-text' }, richText(block, ws)),
  table,
  data_table: dataTable,
  data_visualization: chart,
  card,
  carousel,
  container,
  layout,
  task_card: taskCard,
  plan,
  video,
  file: remoteFile,
  call,
  markdown: (block, { ws }) => h('div', { class: 'block markdown' }, draw(parseMarkdown(block.text), ws)),
  alert,
};
