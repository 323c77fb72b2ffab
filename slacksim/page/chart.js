// Charts of "data_visualization" blocks: pie, bar, area and line, drawn as SVG at the width there is, with the same
// numbers in a table below for who cannot see the picture.

import { h, svg } from './dom.js';

const HEIGHT = 240;
const PAD = { top: 10, right: 12, bottom: 26, left: 46 };

/** chart draws a data_visualization block. */
export function chart(block) {
  const model = block.chart ?? {};
  const parts = model.type === 'pie' ? model.segments ?? [] : model.series ?? [];
  return h(
    'figure',
    { class: 'block chart', 'data-testid': 'chart' },
    h('figcaption', { text: block.title }),
    plot(model, `${block.title}: ${KIND[model.type] ?? 'chart'} of ${parts.map((part) => part.label ?? part.name).join(', ')}`),
    (model.type === 'pie' || parts.length > 1) && legend(model, parts),
    numbers(model, block.title),
  );
}

const KIND = { pie: 'pie chart', bar: 'bar chart', area: 'area chart', line: 'line chart' };

// The picture is made anew whenever its place becomes wider or narrower, so that its letters keep their size.
function plot(model, label) {
  const host = h('div', { class: `plot plot-${model.type}` });
  const draw = model.type === 'pie' ? pie : axes;
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now === width || now < 40) return;
    width = now;
    host.replaceChildren(draw(model, width, label));
  }).observe(host);
  return host;
}

const frame = (width, height, label, ...children) => svg(
  'svg',
  { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': label },
  ...children,
);

const hover = (text) => svg('title', {}, text);

function legend(model, parts) {
  const total = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
  return h(
    'ul',
    { class: 'legend' },
    parts.map((part, i) => h(
      'li',
      {},
      h('span', { class: `key colour-${i % 6}` }),
      part.label ?? part.name,
      model.type === 'pie' && h('span', { class: 'muted', text: `${Math.round((100 * part.value) / total)} %` }),
    )),
  );
}

function numbers(model, title) {
  const [head, rows] = model.type === 'pie'
    ? [['', 'Value'], (model.segments ?? []).map((part) => [part.label, exact(part.value)])]
    : [
      ['', ...(model.series ?? []).map((one) => one.name)],
      (model.axis_config?.categories ?? []).map((name) => [name, ...model.series.map((one) => exact(valueAt(one, name)))]),
    ];
  return h(
    'details',
    { class: 'numbers' },
    h('summary', { text: 'Numbers' }),
    h(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': title },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, head.map((text) => h('th', { scope: 'col', text })))),
        h('tbody', {}, rows.map(([name, ...cells]) => h(
          'tr',
          {},
          h('th', { scope: 'row', text: name }),
          cells.map((text) => h('td', { class: 'align-right', text })),
        ))),
      ),
    ),
  );
}

const valueAt = (series, category) => series.data?.find((point) => point.label === category)?.value ?? 0;
const exact = (value) => new Intl.NumberFormat('en').format(value);
const brief = (value) => new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 }).format(value);

// --- Pie ---

function pie({ segments = [] }, width, label) {
  const size = Math.min(width, HEIGHT - 20);
  const r = size / 2;
  const total = segments.reduce((sum, part) => sum + part.value, 0);
  let turn = 0;
  const slices = segments.map((part, i) => {
    const from = turn;
    turn += part.value / total;
    const title = hover(`${part.label}: ${exact(part.value)}`);
    // A whole circle has no two ends that an arc could join.
    if (segments.length === 1) return svg('circle', { cx: r, cy: r, r, class: 'slice colour-0' }, title);
    return svg('path', { d: slice(r, from, turn), class: `slice colour-${i % 6}` }, title);
  });
  return frame(size, size, label, ...slices, svg('circle', { cx: r, cy: r, r: r * 0.52, class: 'hole' }));
}

function slice(r, from, to) {
  const at = (turn) => `${(r + r * Math.sin(2 * Math.PI * turn)).toFixed(2)} ${(r - r * Math.cos(2 * Math.PI * turn)).toFixed(2)}`;
  return `M${r} ${r}L${at(from)}A${r} ${r} 0 ${to - from > 0.5 ? 1 : 0} 1 ${at(to)}Z`;
}

// --- Bars, areas, lines ---

function axes(model, width, label) {
  const { categories = [], x_label: below, y_label: beside } = model.axis_config ?? {};
  const values = (model.series ?? []).map((one) => categories.map((name) => valueAt(one, name)));
  const scale = ticks(values.flat(), model.type !== 'line');
  const pad = { ...PAD, top: PAD.top + (beside ? 16 : 0), bottom: PAD.bottom + (below ? 18 : 0) };
  const bottom = HEIGHT - pad.bottom;
  const step = (width - pad.left - pad.right) / Math.max(1, categories.length);
  const place = {
    step,
    left: pad.left,
    x: (i) => pad.left + step * (i + 0.5),
    y: (value) => bottom - ((value - scale[0]) / (scale.at(-1) - scale[0])) * (bottom - pad.top),
    zero: Math.min(Math.max(0, scale[0]), scale.at(-1)),
    name: (i, j) => `${model.series[i].name}, ${categories[j]}: ${exact(values[i][j])}`,
  };
  return frame(
    width,
    HEIGHT,
    label,
    ...scale.map((value) => svg(
      'g',
      { class: value === 0 ? 'tick zero' : 'tick' },
      svg('line', { x1: pad.left, x2: width - pad.right, y1: place.y(value), y2: place.y(value) }),
      svg('text', { x: pad.left - 8, y: place.y(value) + 4, 'text-anchor': 'end' }, brief(value)),
    )),
    ...names(categories, place, bottom),
    beside && svg('text', { class: 'axis', x: 0, y: 12 }, beside),
    below && svg('text', { class: 'axis', x: (pad.left + width - pad.right) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' }, below),
    ...(model.type === 'bar' ? bars(values, place) : lines(values, place, model.type === 'area')),
  );
}

// As many names as have room; the others are in the titles of their points.
function names(categories, place, bottom) {
  const longest = Math.max(...categories.map((name) => [...name].length), 1);
  const every = Math.max(1, Math.ceil((longest * 7 + 6) / place.step));
  return categories.map((name, i) => (i % every ? null : svg(
    'text',
    { x: place.x(i), y: bottom + 17, 'text-anchor': 'middle' },
    name,
  )));
}

// About five round numbers that cover all values; bars and areas stand on zero.
function ticks(values, fromZero) {
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  const raw = (high - low || Math.abs(high) || 1) / 4;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = unit * [1, 2, 2.5, 5, 10].find((factor) => factor * unit >= raw);
  const first = Math.floor(low / step) * step;
  const list = [first];
  while (list.at(-1) < high || list.length < 2) list.push(Number((first + step * list.length).toPrecision(12)));
  return list;
}

function bars(values, place) {
  const wide = (place.step * 0.72) / values.length;
  return values.flatMap((row, i) => row.map((value, j) => {
    const [top, end] = [place.y(Math.max(value, place.zero)), place.y(Math.min(value, place.zero))];
    const x = place.left + place.step * (j + 0.14) + wide * i;
    return svg(
      'rect',
      { class: `bar colour-${i % 6}`, x: x + 1, y: top, width: Math.max(1, wide - 2), height: Math.max(1, end - top), rx: 2 },
      hover(place.name(i, j)),
    );
  }));
}

function lines(values, place, filled) {
  return values.flatMap((row, i) => {
    const path = row.map((value, j) => `${j ? 'L' : 'M'}${place.x(j).toFixed(1)} ${place.y(value).toFixed(1)}`).join('');
    const base = place.y(place.zero);
    const area = `${path}L${place.x(row.length - 1)} ${base}L${place.x(0)} ${base}Z`;
    return [
      filled && svg('path', { class: `area colour-${i % 6}`, d: area }),
      svg('path', { class: `line colour-${i % 6}`, d: path }),
      ...row.map((value, j) => svg(
        'circle',
        { class: `dot colour-${i % 6}`, cx: place.x(j), cy: place.y(value), r: 3.5 },
        hover(place.name(i, j)),
      )),
    ];
  });
}
