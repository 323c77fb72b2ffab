// Short notes at the edge of the page: what the workspace tells the person, and what went wrong.

import { h, iconButton } from './dom.js';

const STAY = 8000; // milliseconds a note stays; it waits while the pointer is on it

/** Toasts shows notes above everything, open dialogs too. */
export class Toasts {
  constructor(host) {
    this.host = h('div', { class: 'toasts', popover: 'manual', role: 'status', 'aria-live': 'polite' });
    host.append(this.host);
  }

  /** show adds a note; the newest five stay. */
  show(text, kind = 'notice') {
    const node = h(
      'div',
      { class: `toast toast-${kind}`, 'data-testid': 'toast' },
      h('span', { text }),
      iconButton('close', 'Dismiss', () => this.#drop(node)),
    );
    this.host.append(node);
    while (this.host.children.length > 5) this.host.firstChild.remove();
    this.raise();
    let timer = setTimeout(() => this.#drop(node), STAY);
    node.addEventListener('pointerenter', () => clearTimeout(timer));
    node.addEventListener('pointerleave', () => (timer = setTimeout(() => this.#drop(node), STAY / 2)));
  }

  /** raise puts the notes above a dialog that was opened after them: what enters the top layer last lies on top. */
  raise() {
    if (!this.host.children.length) return;
    if (this.host.matches(':popover-open')) this.host.hidePopover();
    this.host.showPopover();
  }

  /** error shows the sentence of a refusal. */
  error(error) {
    this.show(error.message, 'error');
  }

  #drop(node) {
    node.remove();
    if (!this.host.children.length && this.host.matches(':popover-open')) this.host.hidePopover();
  }
}
