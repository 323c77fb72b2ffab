// The field for rich text: a small editor with a toolbar, whose contents become a rich_text block and back.

import { h } from './dom.js';

const MARKS = [
  { name: 'Bold', sign: 'B', command: 'bold' },
  { name: 'Italic', sign: 'I', command: 'italic' },
  { name: 'Strike through', sign: 'S', command: 'strikeThrough' },
  { name: 'Bulleted list', sign: '•', command: 'insertUnorderedList' },
  { name: 'Numbered list', sign: '1.', command: 'insertOrderedList' },
];

/** richInput draws a rich_text_input; `base` are the attributes that all fields have. */
export function richInput(item, block, surface, base) {
  const editor = h('div', {
    ...base,
    class: 'field editor',
    contenteditable: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'data-placeholder': item.placeholder?.text,
  });
  editor.append(...write(surface.form.get(block, item)));
  editor.addEventListener('input', () => surface.form.set(block, item, read(editor)));
  editor.addEventListener('paste', (event) => {
    event.preventDefault(); // only the words: marks of other pages mean nothing here
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  });
  const bar = h(
    'div',
    { class: 'editor-bar', role: 'toolbar', 'aria-label': 'Format' },
    MARKS.map((mark) => h('button', {
      type: 'button',
      class: `mark mark-${mark.command}`,
      'aria-label': mark.name,
      title: mark.name,
      text: mark.sign,
      on: {
        pointerdown: (event) => event.preventDefault(), // the selection stays in the text
        click: () => {
          editor.focus();
          document.execCommand(mark.command);
        },
      },
    })),
  );
  return h('div', { class: 'rich-input' }, bar, editor);
}

// --- From a block to the editor ---

const STYLES = { bold: 'b', italic: 'i', strike: 's', code: 'code', underline: 'u' };

function write(value) {
  return (value?.elements ?? []).map((part) => {
    if (part.type !== 'rich_text_list') return h('div', {}, (part.elements ?? []).map(piece));
    const items = (part.elements ?? []).map((one) => h('li', {}, (one.elements ?? []).map(piece)));
    return h(part.style === 'ordered' ? 'ol' : 'ul', {}, items);
  });
}

// What is not text stays as it is, as one thing that can be deleted but not changed.
function piece(item) {
  if (item.type !== 'text') return h(
    'span',
    { class: 'mention', contenteditable: 'false', data: { piece: JSON.stringify(item) }, text: item.text ?? item.name ?? item.type },
  );
  let node = document.createTextNode(item.text);
  for (const [style, tag] of Object.entries(STYLES)) if (item.style?.[style]) node = h(tag, {}, node);
  return node;
}

// --- From the editor to a block ---

const TAGS = {
  B: 'bold', STRONG: 'bold', I: 'italic', EM: 'italic', S: 'strike', STRIKE: 'strike', DEL: 'strike', CODE: 'code', U: 'underline',
};

function read(editor) {
  const found = parts(editor).filter((part) => part.elements.length);
  return editor.textContent.trim() || editor.querySelector('[data-piece]') ? { type: 'rich_text', elements: found } : null;
}

const isLine = (node) => node.nodeName === 'DIV' || node.nodeName === 'P';

// Lists are parts of their own; the lines between two lists are one section.
function parts(host) {
  const all = [];
  let open = null;
  for (const node of host.childNodes) {
    if (node.nodeName === 'UL' || node.nodeName === 'OL') all.push(list(node));
    else if (isLine(node) && node.querySelector('ul, ol')) all.push(...parts(node)); // browsers put lists into lines
    else {
      const inner = pieces(node, {});
      if (open && all.at(-1) === open && isLine(node)) inner.unshift({ type: 'text', text: '\n' });
      if (all.at(-1) !== open || !open) all.push((open = { type: 'rich_text_section', elements: [] }));
      open.elements.push(...inner);
    }
  }
  return all;
}

const list = (node) => ({
  type: 'rich_text_list',
  style: node.nodeName === 'OL' ? 'ordered' : 'bullet',
  elements: [...node.children].map((item) => ({ type: 'rich_text_section', elements: pieces(item, {}) })),
});

function pieces(node, style) {
  const marked = Object.keys(style).length > 0;
  if (node.nodeType === Node.TEXT_NODE) return node.data ? [{ type: 'text', text: node.data, ...(marked ? { style } : {}) }] : [];
  if (node.dataset?.piece) return [JSON.parse(node.dataset.piece)];
  if (node.nodeName === 'BR') return node.nextSibling ? [{ type: 'text', text: '\n' }] : [];
  const inner = TAGS[node.nodeName] ? { ...style, [TAGS[node.nodeName]]: true } : style;
  return [...node.childNodes].flatMap((child) => pieces(child, inner));
}
