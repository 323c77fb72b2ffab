// The standard Markdown of "markdown" blocks, as far as bots use it: headings, lists, quotes, fences, rules, tables, bold, italic,
// strike, code, links. Gives the same tree as mrkdwn.js; anything else stays text.

import { inline as slackInline, isSafeURL } from './mrkdwn.js';

/** parseMarkdown reads a whole document. */
export function parseMarkdown(text) {
  const rows = String(text ?? '').replaceAll('\r', '').split('\n');
  const nodes = [];
  for (let i = 0; i < rows.length; ) {
    const reader = READERS.find(({ starts }) => starts.test(rows[i]));
    const { node, next } = (reader?.read ?? paragraph)(rows, i);
    if (node) nodes.push(node);
    i = next;
  }
  return nodes;
}

const LIST = /^\s*(?:[-*+]|(\d+)[.)])\s+/;
const READERS = [
  { starts: /^\s*$/, read: (_, i) => ({ next: i + 1 }) },
  { starts: /^```/, read: fence },
  { starts: /^#{1,6} /, read: heading },
  { starts: /^\s*([-*_])(\s*\1){2,}\s*$/, read: (_, i) => ({ node: { t: 'rule' }, next: i + 1 }) },
  { starts: /^>/, read: quote },
  { starts: LIST, read: list },
  { starts: /^\|.*\|\s*$/, read: table },
];

function fence(rows, i) {
  let end = i + 1;
  while (end < rows.length && !rows[end].startsWith('```')) end++;
  return { node: { t: 'pre', text: rows.slice(i + 1, end).join('\n') }, next: end + 1 };
}

function heading(rows, i) {
  const level = rows[i].indexOf(' ');
  return { node: { t: 'heading', level, c: span(rows[i].slice(level + 1)) }, next: i + 1 };
}

function quote(rows, i) {
  let end = i;
  while (end < rows.length && rows[end].startsWith('>')) end++;
  return { node: { t: 'quote', c: broken(rows.slice(i, end).map((row) => row.replace(/^> ?/, ''))) }, next: end };
}

function list(rows, i) {
  const first = LIST.exec(rows[i])[1];
  const items = [];
  let end = i;
  while (end < rows.length && LIST.test(rows[end]) && Boolean(LIST.exec(rows[end])[1]) === Boolean(first)) {
    items.push(span(rows[end++].replace(LIST, '').replace(/^\[([ x])\] /i, (_, mark) => (mark === ' ' ? '☐ ' : '☑ '))));
  }
  return { node: { t: 'list', ordered: Boolean(first), start: first, items }, next: end };
}

function table(rows, i) {
  let end = i;
  while (end < rows.length && /^\|.*\|\s*$/.test(rows[end])) end++;
  const cells = rows
    .slice(i, end)
    .filter((row) => !/^[|\s:-]+$/.test(row))
    .map((row) => row.trim().slice(1, -1).split('|').map((cell) => span(cell.trim())));
  return { node: cells.length ? { t: 'grid', rows: cells } : null, next: end };
}

function paragraph(rows, i) {
  let end = i + 1;
  while (end < rows.length && !READERS.some(({ starts }) => starts.test(rows[end]))) end++;
  return { node: { t: 'paragraph', c: broken(rows.slice(i, end)) }, next: end };
}

const broken = (rows) => rows.flatMap((row, i) => (i ? [{ t: 'br' }, ...span(row)] : span(row)));

const SPANS = [
  [/`([^`]+)`/, (m) => ({ t: 'code', text: m[1] })],
  [/\[([^\]]+)\]\(([^\s)]+)\)/, (m) => (isSafeURL(m[2]) ? { t: 'link', url: m[2], c: span(m[1]) } : m[0])],
  [/\*\*(\S(?:.*?\S)?)\*\*/, (m) => ({ t: 'bold', c: span(m[1]) })],
  [/__(\S(?:.*?\S)?)__/, (m) => ({ t: 'bold', c: span(m[1]) })],
  [/~~(\S(?:.*?\S)?)~~/, (m) => ({ t: 'strike', c: span(m[1]) })],
  [/(?<![*\w])\*(?![*\s])([^*]+?)(?<!\s)\*(?!\*)/, (m) => ({ t: 'italic', c: span(m[1]) })],
  [/(?<![_\w])_(?![_\s])([^_]+?)(?<!\s)_(?![_\w])/, (m) => ({ t: 'italic', c: span(m[1]) })],
  [/<[@#!][^>]+>|:[a-z0-9_+-]+:/, (m) => slackInline(m[0])],
];

// The leftmost mark wins; what stands before it is text, what follows is read again.
function span(text) {
  const nodes = [];
  let rest = text;
  while (rest) {
    let best = null;
    for (const [pattern, make] of SPANS) {
      const match = pattern.exec(rest);
      if (match && (!best || match.index < best.match.index)) best = { match, make };
    }
    if (!best) break;
    if (best.match.index) nodes.push(rest.slice(0, best.match.index));
    nodes.push(best.make(best.match));
    rest = rest.slice(best.match.index + best.match[0].length);
  }
  if (rest) nodes.push(rest);
  return nodes.flat();
}
