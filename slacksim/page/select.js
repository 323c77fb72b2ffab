// Select menus of all kinds: one or many, static, external, people, channels; a button that opens a list with a search field.

import { h, icon, uid } from './dom.js';
import { popover } from './popover.js';

/**
 * select makes a control. `model`: {label, placeholder, multi, max, testid, chosen: [key], nameOf(key), load(query) -> groups,
 * minQuery, onChange([key])}; load answers [{label?, options: [{key, text, hint?}]}], maybe as a promise.
 */
export function select(model) {
  const state = { ...model, chosen: [...model.chosen] };
  const face = h('span', { class: 'select-face' });
  const button = h(
    'button',
    {
      type: 'button',
      class: 'select',
      role: 'combobox',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-label': model.label,
      'data-testid': model.testid,
      on: { click: () => openList(state, button, paint) },
    },
    face,
    icon('down'),
  );
  const paint = () => {
    const names = state.chosen.map((key) => model.nameOf(key));
    face.replaceChildren(...(names.length ? names.map((name) => h('span', { class: model.multi ? 'chip' : '', text: name })) : [h(
      'span',
      { class: 'muted', text: model.placeholder || 'Select' },
    )]));
  };
  paint();
  return button;
}

function openList(state, button, paint) {
  const before = state.chosen.join('\n');
  const list = h(
    'div',
    {
      role: 'listbox',
      id: uid('list'),
      class: 'list',
      'aria-label': state.label,
      'aria-multiselectable': state.multi ? 'true' : null,
    },
  );
  const search = h('input', {
    class: 'list-search',
    type: 'search',
    placeholder: 'Search',
    autocomplete: 'off',
    'aria-label': `Search ${state.label ?? ''}`,
    'aria-controls': list.id,
    'data-testid': 'select-search',
  });
  // A press on the list leaves the focus in the search field.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  const pop = popover(button, [search, list], {
    width: 220,
    onClose: () => state.multi && before !== state.chosen.join('\n') && state.onChange(state.chosen),
  });
  const choose = (key) => {
    if (!state.multi) {
      const changed = state.chosen[0] !== key;
      state.chosen = [key];
      paint();
      pop.close(true);
      if (changed) state.onChange(state.chosen);
      return;
    }
    if (state.chosen.includes(key)) state.chosen = state.chosen.filter((other) => other !== key);
    else if (!state.max || state.chosen.length < state.max) state.chosen = [...state.chosen, key];
    paint();
    mark(list, state.chosen);
  };
  const refresh = loader(state, list, choose, () => pop.place());
  search.addEventListener('input', () => refresh(search.value));
  search.addEventListener('keydown', (event) => keys(event, list));
  refresh('');
  search.focus();
}

// Only the answer to the newest question is shown; external lists may answer out of order.
function loader(state, list, choose, place) {
  let turn = 0;
  return async (query) => {
    const mine = ++turn;
    if ([...query].length < (state.minQuery ?? 0)) {
      list.replaceChildren(note(`Write ${state.minQuery} characters or more to search.`));
      return;
    }
    try {
      const groups = await state.load(query);
      if (mine !== turn) return;
      show(list, groups, state, choose);
    } catch (error) {
      if (mine === turn) list.replaceChildren(note(error.message));
    }
    place();
  };
}

const note = (text) => h('p', { class: 'list-note', text });

function show(list, groups, state, choose) {
  const rows = groups
    .filter((group) => group.options.length)
    .map((group) => h(
      'div',
      { role: 'group', 'aria-label': group.label },
      group.label && h('div', { class: 'list-label', text: group.label }),
      group.options.map((option) => row(option, choose)),
    ));
  list.replaceChildren(...(rows.length ? rows : [note('Nothing found.')]));
  mark(list, state.chosen);
  const active = list.querySelector('[aria-selected=true]') ?? list.querySelector('[role=option]');
  active?.classList.add('active');
  active?.scrollIntoView({ block: 'nearest' });
}

function row(option, choose) {
  return h(
    'div',
    {
      role: 'option',
      class: 'option',
      'aria-selected': 'false',
      data: { key: option.key, testid: `option-${option.key}` },
      on: { click: () => choose(option.key) },
    },
    h('span', { class: 'option-text' }, option.text, option.hint && h('small', { text: option.hint })),
    icon('check'),
  );
}

function mark(list, chosen) {
  for (const item of list.querySelectorAll('[role=option]')) item.setAttribute(
    'aria-selected',
    String(chosen.includes(item.dataset.key)),
  );
}

function keys(event, list) {
  if (event.isComposing) return; // Enter and arrows belong to the input method while it is open
  const rows = [...list.querySelectorAll('[role=option]')];
  const at = rows.findIndex((item) => item.classList.contains('active'));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && rows.length) {
    event.preventDefault();
    rows[at]?.classList.remove('active');
    const next = rows[(at + step + rows.length) % rows.length];
    next.classList.add('active');
    next.scrollIntoView({ block: 'nearest' });
  } else if (event.key === 'Enter') {
    event.preventDefault();
    rows[at]?.click();
  }
}

/** matches tells whether a text answers what was typed in a search field. */
export const matches = (text, query) => text.toLowerCase().includes(query.trim().toLowerCase());
