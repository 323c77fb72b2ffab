// The simulator's control API: commands go out as POST, news come in as server-sent events.

const RETRY = 2000; // milliseconds between attempts to listen again

/** Refused is thrown when the simulator refuses; its message is a sentence for the person. */
export class Refused extends Error {}

/** Api speaks for one person (`as` is the user's id); switching person makes a new one. */
export class Api {
  constructor(as) {
    this.as = as;
  }

  state() {
    return this.#get('state');
  }

  /** talk gives the messages of a channel or of one thread, and what apps show beside them. */
  async talk(channel, thread) {
    const { messages, panes } = await this.#get('messages', thread ? { channel, thread } : { channel });
    return { messages: messages ?? [], panes: panes ?? [] };
  }

  async traffic() {
    return (await this.#get('traffic')).entries ?? [];
  }

  async faults() {
    const answer = await this.#get('faults');
    return Array.isArray(answer) ? answer : answer.faults ?? [];
  }

  addFault(fault) {
    return request('control/faults', { method: 'POST', body: JSON.stringify(fault) });
  }

  /** clearFaults takes back one fault by its place in the list, or all. */
  clearFaults(index) {
    return request(`control/faults${index === undefined ? '' : `?index=${index}`}`, { method: 'DELETE' });
  }

  /** post sends a deed (say, command, action, submit, close, ...) in the name of this person. */
  post(deed, body) {
    return request(`control/${deed}`, { method: 'POST', body: JSON.stringify({ as: this.as, ...body }) });
  }

  /** upload keeps a file in the workspace for the app of a view, and answers {file}. */
  upload(file, view) {
    const query = new URLSearchParams({ as: this.as, name: file.name, view });
    return request(`control/upload?${query}`, { method: 'POST', body: file, headers: { 'Content-Type': 'application/octet-stream' } });
  }

  /**
   * listen calls onEvent for every event until the returned function is called. onState hears "open", "lost" and, when
   * the line is back after a loss, "again": the browser resumes by itself, but a restarted simulator has nothing to resume.
   */
  listen({ traffic, onEvent, onState }) {
    const url = `control/events?${new URLSearchParams({ as: this.as, ...(traffic ? { traffic: '1' } : {}) })}`;
    let lost = false;
    let source;
    let timer;
    const open = () => {
      source = new EventSource(url);
      source.onmessage = (message) => onEvent(JSON.parse(message.data));
      source.onopen = () => {
        onState(lost ? 'again' : 'open');
        lost = false;
      };
      source.onerror = () => {
        lost = true;
        onState('lost');
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, RETRY); // after a refusal the browser gives up
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }

  #get(what, query = {}) {
    const params = new URLSearchParams({ ...(this.as ? { as: this.as } : {}), ...query });
    return request(`control/${what}?${params}`);
  }
}

async function request(url, init = {}) {
  let response;
  try {
    response = await fetch(url, { headers: init.body ? { 'Content-Type': 'application/json' } : {}, ...init });
  } catch {
    throw new Refused('The simulator does not answer. Is it still running?');
  }
  const text = await response.text();
  let answer = {};
  try {
    answer = text ? JSON.parse(text) : {};
  } catch {
    answer = { error: text };
  }
  if (!response.ok) throw new Refused(answer.error || `The simulator answered ${response.status}.`);
  return answer;
}
