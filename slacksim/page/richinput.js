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
    return h(part.style === 'ordered' ? 'ol' : 'ul', {}, (part.elements ?? []).map((one) => h('li', {}, (one.elements ?? []).map(piece))));
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

const TAGS = { B: 'bold', STRONG: 'bold', I: 'italic', EM: 'italic', S: 'strike', STRIKE: 'strike', DEL: 'strike', CODE: 'code', U: 'underline' };

function read(editor) {
  const parts = [];
  let open = null; // the section that loose text goes into
  for (const node of editor.childNodes) {
    if (node.nodeName === 'UL' || node.nodeName === 'OL') {
      open = null;
      parts.push(list(node));
    } else {
      const inner = pieces(node, {});
      const isLine = node.nodeName === 'DIV' || node.nodeName === 'P';
      if (!open) parts.push((open = { type: 'rich_text_section', elements: [] }));
      else if (isLine) inner.unshift({ type: 'text', text: '\n' });
      open.elements.push(...inner);
    }
  }
  const found = parts.filter((part) => part.elements.length);
  return editor.textContent.trim() || editor.querySelector('[data-piece]') ? { type: 'rich_text', elements: found } : null;
}

const list = (node) => ({
  type: 'rich_text_list',
  style: node.nodeName === 'OL' ? 'ordered' : 'bullet',
  elements: [...node.children].map((item) => ({ type: 'rich_text_section', elements: pieces(item, {}) })),
});

function pieces(node, style) {
  if (node.nodeType === Node.TEXT_NODE) return node.data ? [{ type: 'text', text: node.data, ...(Object.keys(style).length ? { style } : {}) }] : [];
  if (node.dataset?.piece) return [JSON.parse(node.dataset.piece)];
  if (node.nodeName === 'BR') return node.nextSibling ? [{ type: 'text', text: '\n' }] : [];
  const inner = TAGS[node.nodeName] ? { ...style, [TAGS[node.nodeName]]: true } : style;
  return [...node.childNodes].flatMap((child) => pieces(child, inner));
}
