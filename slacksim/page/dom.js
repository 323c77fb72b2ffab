// Building DOM nodes. Everything on the page is made here, node by node, so that no text a person wrote is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

// Outlines on a 20 by 20 grid, drawn with the colour of the text around them.
const ICONS = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M3.5 10h11M10 4.5l5.5 5.5-5.5 5.5',
  thread: 'M4 4.5h12v8.5H9l-3.5 3v-3H4z',
  react: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.6 8.3v.4M12.4 8.3v.4M7 11.8c1.6 2 4.4 2 6 0',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  sun: 'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M10 2.5v1.8M10 15.7v1.8M2.5 10h1.8M15.7 10h1.8M4.7 4.7 6 6M14 14l1.3 1.3M4.7 15.3 6 14M14 6l1.3-1.3',
  moon: 'M16 11.6A6.6 6.6 0 0 1 8.4 4a6.6 6.6 0 1 0 7.6 7.6z',
  code: 'M7 6l-4 4 4 4M13 6l4 4-4 4',
  bolt: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  lock: 'M5.5 9.5h9v7h-9zM7.3 9.5V7a2.7 2.7 0 0 1 5.4 0v2.5',
  eye: 'M2.5 10s2.8-4.6 7.5-4.6 7.5 4.6 7.5 4.6-2.8 4.6-7.5 4.6S2.5 10 2.5 10M10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  check: 'M4.5 10.5l3.8 3.8 7.2-8.3',
  link: 'M8 6H5v9h9v-3M11 4.5h4.5V9M15.5 4.5 9 11',
};

/**
 * h makes one element. Props: `class`, `text`, `on` ({event: handler}), `data` (dataset), any attribute; null, undefined
 * and false leave an attribute out, true writes it empty. Children: nodes, strings, nested arrays, or nothing.
 */
export function h(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'text') node.textContent = value;
    else if (name === 'on') for (const [event, fn] of Object.entries(value)) node.addEventListener(event, fn);
    else if (name === 'data') for (const [key, item] of Object.entries(value)) node.dataset[key] = item;
    else node.setAttribute(name, value === true ? '' : value);
  }
  add(node, children);
  return node;
}

/** add appends children of any nesting and returns the node. */
export function add(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

/** fill replaces all that a node contains. */
export function fill(node, ...children) {
  node.replaceChildren();
  return add(node, children);
}

/** reconcile makes `nodes` the children of host, and moves or removes only what has to be: a kept node keeps its focus and scroll. */
export function reconcile(host, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...host.childNodes]) if (!wanted.has(child)) child.remove();
  let cursor = host.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else host.insertBefore(node, cursor);
  }
}

/** keepFocus runs a redraw and puts the focus and the text selection back on the element with the same data-focus. */
export function keepFocus(host, redraw) {
  const active = host.contains(document.activeElement) ? document.activeElement : null;
  const key = active?.dataset.focus;
  const selection = active && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : null;
  redraw();
  if (!key || active.isConnected) return;
  const again = host.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  again?.focus({ preventScroll: true });
  if (again && selection && selection[0] !== null) again.setSelectionRange?.(...selection);
}

/** icon draws one of ICONS; it is decoration, so screen readers skip it. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** iconButton is a button that shows only an icon and says `label` to screen readers and on hover. */
export function iconButton(name, label, onClick, props = {}) {
  return h(
    'button',
    { type: 'button', class: 'icon-button', 'aria-label': label, title: label, on: { click: onClick }, ...props },
    icon(name),
  );
}

/** uid makes an id unique on this page, for labels and the controls they name. */
export const uid = (() => {
  let last = 0;
  return (prefix) => `${prefix}-${++last}`;
})();
