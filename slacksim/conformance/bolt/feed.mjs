// A feed keeps what happened until somebody asks for it; each thing is handed out once.
export class Feed {
  #items = [];
  #waiting = [];

  push(item) {
    const i = this.#waiting.findIndex((w) => w.matches(item));
    if (i < 0) {
      this.#items.push(item);
      return;
    }
    this.#waiting.splice(i, 1)[0].resolve(item);
  }

  // has says whether such a thing is there and was not asked for.
  has(matches) {
    return this.#items.some(matches);
  }

  // until gives the first thing that matches, and waits for it for twenty seconds.
  until(what, matches) {
    const i = this.#items.findIndex(matches);
    if (i >= 0) return Promise.resolve(this.#items.splice(i, 1)[0]);
    return new Promise((resolve, reject) => {
      const waiting = { matches, resolve: (item) => { clearTimeout(limit); resolve(item); } };
      const limit = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(new Error(`waited 20 s in vain for ${what}`));
      }, 20_000);
      this.#waiting.push(waiting);
    });
  }
}
