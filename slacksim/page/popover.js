// Things that float: menus, lists, pickers beside a button, and the small dialog that asks "are you sure?".

import { h, uid } from './dom.js';

const OPENING = 'popover-opening'; // told to the document, so that the one that is open closes

/**
 * popover shows `content` beside `anchor` until Esc, a click elsewhere or close(). It lives in the anchor's dialog when there
 * is one, because everything outside of a modal dialog is inert. `width` is the least one, `height` the most, in pixels.
 * Returns {node, close, place}.
 */
export function popover(anchor, content, { onClose, width = 0, height = 360, label } = {}) {
  document.dispatchEvent(new Event(OPENING));
  const node = h('div', { class: 'popover', popover: 'manual', 'aria-label': label }, content);
  (anchor.closest('dialog') ?? document.body).append(node);
  const listeners = new AbortController();
  const self = {
    node,
    place: () => place(node, anchor, { width, height }),
    close(refocus = false) {
      if (listeners.signal.aborted) return;
      listeners.abort();
      node.remove();
      anchor.setAttribute('aria-expanded', 'false');
      if (refocus) anchor.focus();
      onClose?.();
    },
  };
  anchor.setAttribute('aria-expanded', 'true');
  node.showPopover();
  self.place();
  watch(self, anchor, listeners.signal);
  return self;
}

function watch(self, anchor, signal) {
  document.addEventListener(OPENING, () => self.close(), { signal });
  const outside = (event) => !self.node.contains(event.target) && !anchor.contains(event.target);
  document.addEventListener('pointerdown', (event) => outside(event) && self.close(), { signal, capture: true });
  document.addEventListener('focusin', (event) => outside(event) && self.close(), { signal });
  window.addEventListener('resize', () => self.close(), { signal });
  document.addEventListener('scroll', (event) => event.target.contains?.(anchor) && self.place(), { signal, capture: true });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault(); // else the dialog around it would close too
      event.stopPropagation();
      self.close(true);
    },
    { signal, capture: true },
  );
}

function place(node, anchor, { width, height }) {
  const edge = 8;
  const box = anchor.getBoundingClientRect();
  if (width) node.style.width = `${Math.min(Math.max(box.width, width), innerWidth - 2 * edge)}px`;
  const below = innerHeight - box.bottom - edge;
  const above = box.top - edge;
  const wanted = Math.min(node.scrollHeight, height);
  const up = below < wanted && above > below;
  node.style.maxHeight = `${Math.min(height, up ? above : below) - 4}px`;
  node.style.left = `${Math.max(edge, Math.min(box.left, innerWidth - node.offsetWidth - edge))}px`;
  node.style.top = up ? `${box.top - node.offsetHeight - 4}px` : `${box.bottom + 4}px`;
}

/** menu shows a list of deeds [{label, hint?, testid?, run}] and runs the chosen one. */
export function menu(anchor, items, label) {
  const pop = popover(
    anchor,
    h(
      'div',
      { role: 'menu', 'aria-label': label, on: { keydown: arrows } },
      items.map((item) => menuItem(item, () => pop.close(true))),
    ),
    {},
  );
  pop.node.querySelector('[role=menuitem]')?.focus();
  return pop;
}

function menuItem(item, close) {
  const choose = () => {
    close();
    item.run();
  };
  return h(
    'button',
    { type: 'button', role: 'menuitem', class: 'menu-item', tabindex: '-1', 'data-testid': item.testid, on: { click: choose } },
    h('span', {}, item.label),
    item.hint && h('small', { text: item.hint }),
  );
}

/** arrows moves the focus among the items of a menu. */
export function arrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll('[role=menuitem], .grid-item')];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
}

/** confirmed asks with a Block Kit confirm object; resolves to true when the person agrees. No object, no question. */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const title = uid('confirm');
    const node = h(
      'dialog',
      { class: 'dialog dialog-small', 'aria-labelledby': title, 'data-testid': 'confirm', on: { close: () => done(false) } },
      h('h2', { id: title, class: 'dialog-title', text: confirm.title?.text ?? 'Are you sure?' }),
      h('p', { class: 'confirm-text', text: confirm.text?.text ?? '' }),
      h(
        'div',
        { class: 'dialog-foot' },
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'confirm-deny',
            text: confirm.deny?.text ?? 'Cancel',
            on: { click: () => done(false) },
          },
        ),
        h('button', {
          type: 'button',
          class: `button ${confirm.style === 'danger' ? 'button-danger' : 'button-primary'}`,
          'data-testid': 'confirm-ok',
          text: confirm.confirm?.text ?? 'Yes',
          on: { click: () => done(true) },
        }),
      ),
    );
    const done = (answer) => {
      resolve(answer); // a second call changes nothing
      if (node.open) node.close();
      node.remove();
    };
    document.body.append(node);
    node.showModal();
    node.querySelector('[data-testid=confirm-ok]').focus();
  });
}
