// Tables: "table" as it is, "data_table" with sorting, searching and pages, which happen here and not in the app.

import { element } from './elements.js';
import { withEmoji } from './emoji.js';
import { h, iconButton } from './dom.js';
import { richText } from './richtext.js';

const PAGE = 5; // rows when the block does not say

/** table draws a table block. */
export function table(block, { ws }) {
  const settings = block.column_settings ?? [];
  const [head, ...body] = block.rows ?? [];
  const row = (cells, tag) => h('tr', {}, (cells ?? []).map((cell, i) => h(
    tag,
    {
      scope: tag === 'th' ? 'col' : null,
      class: `align-${settings[i]?.align ?? (cell.type === 'raw_number' ? 'right' : 'left')} ${settings[i]?.is_wrapped ? 'wrapped' : ''}`,
    },
    content(cell, ws),
  )));
  return scroll('Table', h('table', {}, h('thead', {}, row(head, 'th')), h('tbody', {}, body.map((cells) => row(cells, 'td')))));
}

const scroll = (label, node) => h('div', { class: 'block table-scroll', tabindex: '0', role: 'region', 'aria-label': label }, node);

function content(cell, ws) {
  if (cell.type === 'rich_text') return richText(cell, ws);
  return withEmoji(shown(cell));
}

// What a cell says, for sorting and searching too.
function shown(cell) {
  if (cell.type === 'raw_number') return cell.text || new Intl.NumberFormat('en').format(cell.value ?? 0);
  if (cell.type === 'action_cell') return cell.element?.text?.text ?? '';
  if (cell.type === 'rich_text') return words(cell);
  return cell.text ?? '';
}

const words = (part) => part.text ?? part.name ?? (part.elements ?? []).map(words).join(' ');

/** dataTable draws a data_table block. */
export function dataTable(block, surface) {
  const [head = [], ...rows] = block.rows ?? [];
  const state = { column: -1, down: false, query: '', page: 0 };
  const size = block.page_size ?? PAGE;
  const body = h('tbody');
  const range = h('span', { class: 'muted', 'aria-live': 'polite' });
  const turn = (by) => () => ((state.page += by), paint());
  const back = iconButton('left', 'Previous page', turn(-1), { 'data-testid': 'page-back' });
  const on = iconButton('right', 'Next page', turn(1), { 'data-testid': 'page-on' });
  const heads = head.map((cell, i) => columnHead(cell, i, numeric(rows, i), (column) => {
    state.down = state.column === column && !state.down;
    state.column = column;
    state.page = 0;
    paint();
  }));
  const paint = () => {
    const found = arrange(rows, state);
    const pages = Math.max(1, Math.ceil(found.length / size));
    state.page = Math.min(Math.max(0, state.page), pages - 1);
    const from = state.page * size;
    body.replaceChildren(...found.slice(from, from + size).map((cells) => dataRow(cells, block, surface)));
    range.textContent = found.length ? `${from + 1}–${Math.min(from + size, found.length)} of ${found.length}` : 'Nothing found';
    back.disabled = state.page === 0;
    on.disabled = state.page === pages - 1;
    heads.forEach((th, i) => th.setAttribute('aria-sort', i !== state.column ? 'none' : state.down ? 'descending' : 'ascending'));
  };
  paint();
  const search = h('input', {
    type: 'search',
    class: 'field table-search',
    placeholder: 'Search',
    'aria-label': `Search ${block.caption}`,
    on: { input: () => ((state.query = search.value), (state.page = 0), paint()) },
  });
  return h(
    'div',
    { class: 'block data-table', 'data-testid': 'data-table' },
    h('div', { class: 'table-top' }, h('strong', { text: block.caption }), rows.length > size && search),
    scroll(block.caption, h('table', {}, h('thead', {}, h('tr', {}, heads)), body)),
    rows.length > size && h('div', { class: 'table-foot' }, range, back, on),
  );
}

const numeric = (rows, i) => rows.length > 0 && rows.every((cells) => cells[i]?.type === 'raw_number');

function columnHead(cell, i, right, sort) {
  return h(
    'th',
    { scope: 'col', class: right ? 'align-right' : '' },
    h(
      'button',
      { type: 'button', class: 'sort', on: { click: () => sort(i) } },
      withEmoji(shown(cell)),
      h('span', { class: 'sort-mark', 'aria-hidden': 'true' }),
    ),
  );
}

function dataRow(cells, block, surface) {
  const key = block.row_header_column_index ?? 0;
  return h('tr', {}, cells.map((cell, i) => h(
    i === key ? 'th' : 'td',
    { scope: i === key ? 'row' : null, class: cell.type === 'raw_number' ? 'align-right' : '' },
    cell.type === 'action_cell' && cell.element ? element(cell.element, block, surface) : content(cell, surface.ws),
  )));
}

// The rows that are searched for, in the order that is asked for: numbers as numbers, all else as people sort words.
function arrange(rows, { column, down, query }) {
  const wanted = query.trim().toLowerCase();
  const found = rows.filter((cells) => !wanted || cells.some((cell) => shown(cell).toLowerCase().includes(wanted)));
  if (column < 0) return found;
  const order = numeric(rows, column)
    ? (a, b) => a[column].value - b[column].value
    : (a, b) => shown(a[column]).localeCompare(shown(b[column]), undefined, { numeric: true });
  return found.toSorted((a, b) => (down ? -order(a, b) : order(a, b)));
}
