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
  left: 'M12 5l-5 5 5 5',
  right: 'M8 5l5 5-5 5',
  image: 'M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2.5-2.5 4 4M12.5 7.5h.01',
  file: 'M5.5 2.5h6l3.5 3.5v11.5h-9.5zM11.5 2.5V6H15',
  download: 'M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12',
  phone: 'M5 3.5h3l1 4-2 1.2a9 9 0 0 0 4.3 4.3L12.5 11l4 1v3c0 1-.8 1.5-1.5 1.5C8.5 16 4 11.5 3.5 5c0-.8.5-1.5 1.5-1.5z',
  play: 'M7 4.5v11l8.5-5.5z',
  trash: 'M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.400L14.5 6M8.5 9v5M11.5 9v5',
  thumbup: 'M6.5 9v7.5H4V9zM6.5 9 10 3c1.5 0 2 1 1.7 2.5L11 8h4.5l-1.3 7.5c-.1.6-.6 1-1.2 1H6.5',
  thumbdown: 'M6.5 11V3.5H4V11zM6.5 11l3.5 6c1.5 0 2-1 1.7-2.5L11 12h4.5l-1.3-7.5c-.1-.6-.6-1-1.2-1H6.5',
  clip: 'M14.5 9.5 9.300 14.700a3 3 0 0 1-4.300-4.300l6-6a2 2 0 0 1 2.900 2.900l-6 6a1 1 0 0 1-1.400-1.400l5.200-5.200',
  people: 'M7.5 9.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4M2.5 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M12.5 4.3a2.6 2.6 0 0 1 0 5.1M14.5 12c2 .5 3 1.8 3 4',
  rest: 'M15 11.3A5.800 5.800 0 0 1 8.700 5a5.800 5.800 0 1 0 6.300 6.300z',
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

/** svg makes one SVG element with attributes; children: nodes, strings, or nothing. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return add(node, children);
}

/** icon draws one of ICONS; it is decoration, so screen readers skip it. */
export const icon = (name) => svg(
  'svg',
  { viewBox: '0 0 20 20', class: `icon icon-${name}`, 'aria-hidden': 'true' },
  svg('path', { d: ICONS[name] }),
);

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
