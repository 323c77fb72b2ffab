// Modals: a stack of dialogs, the newest on top; what was typed stays when the app updates a view.

import { redraw } from './blocks.js';
import { h, iconButton, uid } from './dom.js';
import { Form } from './form.js';

/** Views shows the stack of one person. `context`: {ws, api, report(error), raiseToasts()}. */
export class Views {
  #stack = []; // [Modal], the bottom first

  constructor(host, context) {
    this.host = host;
    this.context = context;
  }

  /** sync makes the stack what the workspace says it is, after loading or a lost connection. */
  sync(views) {
    const ids = new Set(views.map((view) => view.id));
    for (const modal of [...this.#stack]) if (!ids.has(modal.view.id)) this.closed(modal.view);
    for (const view of views) this.put(view);
  }

  /** put opens a view, or updates the one with its id. */
  put(view) {
    if (view.type === 'home') return;
    const old = this.#stack.find((modal) => modal.view.id === view.id);
    if (old) {
      old.update(view);
      return;
    }
    const modal = new Modal(view, this.context, this.#stack.length);
    this.#stack.push(modal);
    modal.open(this.host);
    this.context.raiseToasts();
  }

  /** closed takes a view away. */
  closed(view) {
    const at = this.#stack.findIndex((modal) => modal.view.id === view.id);
    if (at >= 0) this.#stack.splice(at, 1)[0].remove();
  }

  /** clear takes all away without telling anybody, when the page becomes another person's. */
  clear() {
    for (const modal of this.#stack.splice(0)) modal.remove();
  }
}

class Modal {
  #errors = {};
  #busy = false;
  #patience = 0; // the timer that ends waiting for a close or update that does not come

  constructor(view, context, depth) {
    this.context = context;
    this.surface = { ...context, form: new Form(), target: { view_id: view.id } };
    this.#build(depth);
    this.update(view);
  }

  #build(depth) {
    const title = uid('modal');
    this.title = h('h2', { class: 'dialog-title', id: title });
    this.body = h('div', { class: 'dialog-body blocks' });
    this.trouble = h('p', { class: 'trouble', role: 'alert', hidden: true });
    this.cancel = h(
      'button',
      { type: 'button', class: 'button', 'data-testid': 'modal-close', on: { click: () => this.#close() } },
    );
    this.submit = h('button', { type: 'submit', class: 'button button-primary', 'data-testid': 'modal-submit' });
    // The browser's own checks are off (novalidate): the form says what is missing in its own words, under the field.
    this.form = h(
      'form',
      { novalidate: true, class: 'dialog-form', on: { submit: (event) => this.#submit(event) } },
      h('header', { class: 'dialog-head' }, this.title, iconButton('close', 'Close', () => this.#close())),
      this.body,
      h('footer', { class: 'dialog-foot' }, this.trouble, this.cancel, this.submit),
    );
    this.node = h(
      'dialog',
      {
        class: `dialog depth-${depth}`,
        'aria-labelledby': title,
        'data-testid': 'modal',
        tabindex: '-1',
        on: { keydown: (event) => this.#key(event), cancel: (event) => (event.preventDefault(), this.#close()) },
      },
      this.form,
    );
  }

  open(host) {
    host.append(this.node);
    this.node.showModal();
    (this.body.querySelector('input, textarea, select, [role=combobox]') ?? this.submit).focus();
  }

  update(view) {
    const replaced = this.view && this.view.hash !== view.hash;
    this.view = view;
    if (replaced) this.#errors = {};
    this.title.textContent = view.title?.text ?? '';
    this.cancel.textContent = view.close?.text ?? 'Cancel';
    this.submit.textContent = view.submit?.text ?? '';
    this.submit.hidden = !view.submit;
    this.node.dataset.viewId = view.id;
    this.#draw();
    if (replaced) this.#wait(false);
  }

  remove() {
    this.node.close(); // gives the focus back to where it was
    this.node.remove();
    awaken(document.activeElement);
  }

  #draw() {
    redraw(this.body, this.view.blocks ?? [], this.surface, this.#errors);
  }

  #wait(busy) {
    clearTimeout(this.#patience);
    this.#busy = busy;
    const hadFocus = [this.submit, this.node].includes(document.activeElement);
    this.submit.disabled = busy;
    if (hadFocus) (busy ? this.node : this.submit).focus(); // a disabled button would drop the focus out of the dialog
    this.submit.setAttribute('aria-busy', String(busy));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy || !this.view.submit) return;
    this.#say('');
    this.#show(this.surface.form.problems(this.view.blocks));
    if (Object.keys(this.#errors).length) return;
    this.#wait(true);
    try {
      const answer = await this.context.api.post('submit', { view_id: this.view.id, values: this.surface.form.values });
      this.#show(answer.errors ?? {});
    } catch (error) {
      this.#say(error.message);
    }
    // Closing or updating comes as an event; until then a second submit would be a second answer.
    if (Object.keys(this.#errors).length || !this.trouble.hidden) this.#wait(false);
    else this.#patience = setTimeout(() => this.#wait(false), 1500);
  }

  #show(errors) {
    this.#errors = errors;
    this.#draw();
    const wrong = this.body.querySelector('[data-invalid]');
    wrong?.scrollIntoView({ block: 'nearest' });
    wrong?.querySelector('input, textarea, [role=combobox]')?.focus();
    const lost = Object.entries(errors).filter(([id]) => !this.view.blocks.some((block) => block.block_id === id));
    if (lost.length) this.#say(lost.map(([, text]) => text).join(' '));
  }

  #say(text) {
    this.trouble.textContent = text;
    this.trouble.hidden = !text;
  }

  async #close() {
    try {
      await this.context.api.post('close', { view_id: this.view.id });
    } catch (error) {
      this.context.report(error);
    }
  }

  #key(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    this.#close();
  }
}

// Chromium gives the focus back, but the caret stays in the dialog that is gone, and what is typed then is lost.
function awaken(field) {
  if (!field?.matches('input, textarea, [contenteditable]')) return;
  field.blur();
  field.focus({ preventScroll: true });
}
