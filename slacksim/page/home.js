// The Home tab of an app: a view without submit, made new by the app whenever it likes.

import { redraw } from './blocks.js';
import { h } from './dom.js';
import { Form } from './form.js';

/** Home shows one app's Home tab to one person. `context`: {ws, api, report(error)}. */
export class Home {
  constructor(app, context) {
    this.app = app;
    this.surface = { ...context, form: new Form(), target: {} };
    this.body = h('div', { class: 'home-body blocks' });
    this.node = h('div', { class: 'home', role: 'tabpanel', 'aria-label': `${app.name} Home`, 'data-testid': 'home' }, this.body);
  }

  /** open tells the app that its Home was opened, and shows what there is. */
  async open() {
    try {
      this.heard = false;
      const answer = await this.surface.api.post('home', { app: this.app.id });
      if (!this.heard) this.show(answer.view); // what was published meanwhile is newer than the answer
    } catch (error) {
      this.surface.report(error);
    }
  }

  /** show draws a published view, or says that there is none yet. */
  show(view) {
    this.heard = true;
    if (!view) {
      this.body.replaceChildren(h('p', { class: 'empty', text: `${this.app.name} has not published a Home tab yet.` }));
      return;
    }
    this.body.querySelector('.empty')?.remove();
    this.surface.target.view_id = view.id;
    redraw(this.body, view.blocks ?? [], this.surface);
  }
}
