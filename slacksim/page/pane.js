// What an app shows beside a conversation with it: suggestions what to ask, and what it is doing. In the agent view that is for
// the conversation as a whole, in the older assistant view for each of its threads.

import { fill, h } from './dom.js';

/** Pane shows what belongs to one thread, or with an empty `thread` to the conversation; `onAsk(text)` says a suggestion. */
export class Pane {
  constructor({ thread, name, report, onAsk }) {
    this.thread = thread;
    this.name = name;
    this.onAsk = (text) => Promise.resolve(onAsk(text)).catch(report);
    this.prompts = h('div', { class: 'prompts', role: 'group', 'data-testid': 'prompts', hidden: true });
    this.status = h('div', { class: 'pane-status', role: 'status', 'data-testid': 'pane-status', hidden: true });
    this.node = h('div', { class: 'pane' }, this.prompts, this.status);
  }

  /** show draws the newest of what the app shows; `panes` are those of all threads of the conversation. */
  show(panes) {
    const mine = panes.find((pane) => pane.thread === this.thread);
    const isBusy = mine?.status || (this.thread === '' && panes.find((pane) => pane.status)?.status);
    this.prompts.hidden = !mine?.prompts.length;
    if (!this.prompts.hidden) fill(
      this.prompts,
      mine.heading && h('p', { text: mine.heading }),
      mine.prompts.map(({ title, message }, at) => h(
        'button',
        { type: 'button', class: 'button prompt', title: message, 'data-testid': `prompt-${at}`, text: title, on: { click: () => this.onAsk(message) } },
      )),
    );
    this.#say(isBusy);
    return mine?.title ?? '';
  }

  /** quiet ends what the app says it is doing: it has answered. */
  quiet() {
    this.#say('');
  }

  #say(status) {
    this.status.hidden = !status;
    this.status.textContent = status ? `${this.name} ${status}` : '';
  }
}
