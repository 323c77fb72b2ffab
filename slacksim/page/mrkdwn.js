// Slack's mrkdwn, read into a small tree. Pure: text in, values out; drawing.js makes nodes of it.
//
// A node is a string (text to show as it is) or {t: kind, ...}: bold, italic, strike, quote with children `c`;
// code, pre with `text`; link {url, c}; user, channel, group {id, label}; broadcast {range};
// date {seconds, format, url, fallback}; emoji {name}; br.

const MARKS = { '*': 'bold', _: 'italic', '~': 'strike' };
const WORD = /[\p{L}\p{N}]/u;
const SAFE_URL = /^(https?:\/\/|mailto:|tel:)/i;
const BARE_URL = /^https?:\/\/[^\s<>"'`，。；）】]+[^\s<>"'`，。；）】.,;:!?)\]]/i;
const EMOJI = /^:([a-z0-9_+'-]+)(?:::skin-tone-[2-6])?:/;

/** unescape undoes the three escapes of Slack's text, once. */
export const unescape = (text) => text.replace(/&(amp|lt|gt);/g, (_, name) => ({ amp: '&', lt: '<', gt: '>' })[name]);

/** isSafeURL tells whether a link may be followed: web, mail and telephone only, so no javascript: and no data:. */
export const isSafeURL = (url) => SAFE_URL.test(url);

/** parse reads a whole text: fences first, then quotes, then lines. */
export function parse(text) {
  const nodes = [];
  const parts = String(text ?? '').split('```');
  // An opening fence without its end is plain text.
  if (parts.length % 2 === 0) parts.splice(-2, 2, `${parts.at(-2)}\`\`\`${parts.at(-1)}`);
  parts.forEach((part, index) => {
    if (index % 2) nodes.push({ t: 'pre', text: unescape(labels(part)).replace(/^\n|\n$/g, '') });
    else if (part) nodes.push(...lines(index ? part.replace(/^\n/, '') : part));
  });
  return nodes;
}

// In code nothing is a link, but the angle brackets that Slack put around one are not shown either.
const labels = (text) => text.replace(/<((?:https?|mailto|tel):[^>|]+)(?:\|([^>]+))?>/g, (_, url, label) => label ?? url);

function lines(text) {
  const nodes = [];
  let quote = null;
  const rows = text.split('\n');
  for (let i = 0; i < rows.length; i++) {
    const long = /^(?:&gt;|>){3} ?/.exec(rows[i]);
    if (long) {
      const rest = [rows[i].slice(long[0].length), ...rows.slice(i + 1)];
      nodes.push({ t: 'quote', c: joined(rest) });
      return nodes;
    }
    const mark = /^(?:&gt;|>) ?/.exec(rows[i]);
    if (mark) {
      if (quote) quote.c.push({ t: 'br' });
      else nodes.push((quote = { t: 'quote', c: [] }));
      quote.c.push(...inline(rows[i].slice(mark[0].length)));
      continue;
    }
    if (i && !quote) nodes.push({ t: 'br' });
    quote = null;
    nodes.push(...inline(rows[i]));
  }
  return nodes;
}

const joined = (rows) => rows.flatMap((row, i) => (i ? [{ t: 'br' }, ...inline(row)] : inline(row)));

/** inline reads one line. */
export function inline(line) {
  const nodes = [];
  let plain = '';
  const flush = () => {
    if (plain) nodes.push(unescape(plain));
    plain = '';
  };
  for (let i = 0; i < line.length; ) {
    const found = token(line, i);
    if (found) {
      flush();
      nodes.push(found.node);
      i = found.end;
    } else {
      plain += line[i++];
    }
  }
  flush();
  return nodes;
}

function token(line, i) {
  const char = line[i];
  if (char === '<') return entity(line, i);
  if (char === '`') return code(line, i);
  if (char in MARKS) return marked(line, i);
  if (char === ':') {
    const name = EMOJI.exec(line.slice(i, i + 80));
    return name && { node: { t: 'emoji', name: name[1] }, end: i + name[0].length };
  }
  if (char === 'h' && !WORD.test(line[i - 1] ?? ' ')) {
    const url = BARE_URL.exec(line.slice(i));
    return url && { node: { t: 'link', url: unescape(url[0]), c: [unescape(url[0])] }, end: i + url[0].length };
  }
  return null;
}

function code(line, i) {
  const end = line.indexOf('`', i + 1);
  if (end <= i + 1) return null;
  return { node: { t: 'code', text: unescape(labels(line.slice(i + 1, end))) }, end: end + 1 };
}

// A mark opens at the border of a word and closes at one; letters of every script are words, so that
// text which real Slack would leave unmarked (no space beside a Chinese character) is unmarked here too.
function marked(line, i) {
  const mark = line[i];
  if (WORD.test(line[i - 1] ?? ' ') || !/[^\s]/.test(line[i + 1] ?? ' ') || line[i + 1] === mark) return null;
  for (let j = i + 1; j < line.length; j++) {
    if (line[j] === '<' || line[j] === '`') {
      const close = line.indexOf(line[j] === '<' ? '>' : '`', j + 1);
      if (close > 0) j = close;
    } else if (line[j] === mark && !/\s/.test(line[j - 1]) && !WORD.test(line[j + 1] ?? ' ')) {
      return { node: { t: MARKS[mark], c: inline(line.slice(i + 1, j)) }, end: j + 1 };
    }
  }
  return null;
}

function entity(line, i) {
  const end = line.indexOf('>', i);
  if (end < 0) return null;
  const body = line.slice(i + 1, end);
  const bar = body.indexOf('|');
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? '' : body.slice(bar + 1);
  const node = mention(target, unescape(label)) ?? link(target, label);
  return node && { node, end: end + 1 };
}

function mention(target, label) {
  if (/^@[UW]\w+$/.test(target)) return { t: 'user', id: target.slice(1), label };
  if (/^#[CG]\w+$/.test(target)) return { t: 'channel', id: target.slice(1), label };
  if (target.startsWith('!subteam^')) return { t: 'group', id: target.slice(9), label };
  const broadcast = /^!(here|channel|everyone)$/.exec(target);
  if (broadcast) return { t: 'broadcast', range: broadcast[1] };
  const date = /^!date\^(\d+)\^([^^]*)(?:\^(.*))?$/.exec(target);
  if (date) return { t: 'date', seconds: Number(date[1]), format: date[2], url: unescape(date[3] ?? ''), fallback: label };
  return null;
}

function link(target, label) {
  if (!isSafeURL(target)) return null;
  return { t: 'link', url: unescape(target), c: label ? inline(label) : [unescape(target)] };
}
