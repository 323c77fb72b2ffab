// Where people type: Enter sends, Shift+Enter breaks the line, "/", "@", "#" and ":" offer completions.

import { completions } from './complete.js';
import { h, icon, uid } from './dom.js';

/** Composer sends through `onSend(text)`, which may refuse by throwing; then the text stays. `onDraft(text)` hears what stands there. */
export class Composer {
  #items = [];
  #active = 0;

  constructor({ ws, label, testid, commands = true, shortcuts = [], onSend, onDraft, draft, extra }) {
    this.ws = ws;
    this.onSend = onSend;
    this.commands = commands;
    this.shortcuts = shortcuts;
    this.onDraft = onDraft;
    const id = uid('complete');
    this.list = h('div', { class: 'completions', role: 'listbox', id, 'aria-label': 'Suggestions', hidden: true });
    this.hint = h('div', { class: 'usage', hidden: true, id: `${id}-hint` });
    this.input = h('textarea', {
      class: 'composer-input',
      rows: '1',
      placeholder: label,
      autocomplete: 'off',
      'data-testid': testid,
      'aria-label': label,
      'aria-controls': id,
      'aria-autocomplete': 'list',
      'aria-describedby': `${id}-hint`,
      on: {
        input: () => this.#changed(),
        keydown: (event) => this.#key(event),
        blur: () => setTimeout(() => this.#offer([]), 150),
        click: () => this.#changed(),
      },
    });
    this.send = h(
      'button',
      {
        type: 'submit',
        class: 'send',
        'aria-label': 'Send',
        title: 'Send',
        disabled: true,
        'data-testid': testid === 'composer' ? 'send' : `${testid}-send`,
      },
      icon('send'),
    );
    this.node = h(
      'form',
      { class: 'composer', on: { submit: (event) => this.#submit(event) } },
      this.list, this.hint,
      h('div', { class: 'composer-box' }, extra, this.input, this.send),
    );
    if (draft) this.text = draft;
  }

  get text() {
    return this.input.value;
  }

  set text(value) {
    this.input.value = value;
    this.#changed();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  async #submit(event) {
    event?.preventDefault();
    const text = this.text;
    if (!text.trim()) return;
    this.text = '';
    try {
      await this.onSend(text);
    } catch (error) {
      if (!this.text) this.text = text;
      this.hint.textContent = error.message;
      this.hint.hidden = false;
    }
  }

  #changed() {
    this.send.disabled = !this.text.trim();
    this.onDraft?.(this.text);
    this.input.rows = Math.min(8, this.text.split('\n').length); // for browsers that do not size a field by its content
    const before = this.text.slice(0, this.input.selectionStart);
    this.#offer(completions(before, this.ws, this.commands, this.shortcuts));
    const usage = this.commands && this.ws.commands.find((command) => this.text.startsWith(`${command.name} `));
    this.hint.hidden = !usage;
    if (usage) this.hint.replaceChildren(
      h('code', { text: `${usage.name} ${usage.usage ?? ''}`.trim() }),
      h('span', { text: usage.about ?? '' }),
    );
  }

  #offer(items) {
    this.#items = items;
    this.#active = 0;
    this.list.hidden = !items.length;
    this.list.replaceChildren(...items.map((item, i) => this.#row(item, i)));
    this.#mark();
  }

  #row(item, i) {
    return h(
      'div',
      {
        role: 'option',
        class: 'option',
        id: `${this.list.id}-${i}`,
        'data-testid': `complete-${item.insert.trim() || item.text}`,
        on: { pointerdown: (event) => (event.preventDefault(), this.#choose(item)) },
      },
      h('span', { class: 'option-lead' }, item.lead),
      h(
        'span',
        { class: 'option-text' },
        h('strong', { text: item.text }),
        item.usage && h('code', { text: item.usage }),
        item.hint && h('small', { text: item.hint }),
      ),
    );
  }

  #mark() {
    [...this.list.children].forEach((row, i) => {
      row.classList.toggle('active', i === this.#active);
      row.setAttribute('aria-selected', String(i === this.#active));
    });
    this.list.children[this.#active]?.scrollIntoView({ block: 'nearest' });
    if (this.#items.length) this.input.setAttribute('aria-activedescendant', `${this.list.id}-${this.#active}`);
    else this.input.removeAttribute('aria-activedescendant');
  }

  #choose(item) {
    const at = this.input.selectionStart;
    const before = this.text.slice(0, at - item.typed.length) + item.insert;
    this.input.value = before + this.text.slice(at);
    this.input.setSelectionRange(before.length, before.length);
    this.#changed();
    this.focus();
    item.run?.();
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // Enter ends the composition of an input method, it does not send
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.#items.length && step) {
      event.preventDefault();
      this.#active = (this.#active + step + this.#items.length) % this.#items.length;
      this.#mark();
    } else if (this.#items.length && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey)) && !this.#isWhole()) {
      event.preventDefault();
      this.#choose(this.#items[this.#active]);
    } else if (this.#items.length && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#offer([]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
  }

  // What was typed is already the whole suggestion, so Enter means send.
  #isWhole() {
    const item = this.#items[this.#active];
    return !item.run && item.typed === item.insert.trim();
  }
}
