// Interactive elements of Block Kit, except the fields one types into (inputs.js).
//
// Each is made with (element, block, surface). A surface is one message or view on the page:
// {ws, api, form, target: {channel, message_ts} or {view_id}, report(error)}.

import { act } from './act.js';
import { follow, textObject } from './drawing.js';
import { h, icon, iconButton, uid } from './dom.js';
import { withEmoji } from './emoji.js';
import { INPUTS } from './inputs.js';
import { confirmed, menu } from './popover.js';
import { matches, select } from './select.js';

/** element draws one element, or a grey note for a type that this page does not know. */
export function element(item, block, surface) {
  const make = ELEMENTS[item.type] ?? INPUTS[item.type];
  if (!make) return h('span', { class: 'unknown', text: `[${item.type}]` });
  return make(item, block, surface);
}

// A chosen value is kept in the form at once and told to the app after its confirm dialog.
async function choose(item, block, surface, value, fields) {
  const before = surface.form.get(block, item);
  surface.form.set(block, item, value);
  if (await confirmed(item.confirm)) {
    await act(item, block, surface, fields);
    return;
  }
  surface.form.set(block, item, before);
  surface.repaint(block);
}

function button(item, block, surface) {
  const node = h(
    'button',
    {
      type: 'button', class: `button ${item.style ? `button-${item.style === 'danger' ? 'danger' : 'primary'}` : ''}`,
      'aria-label': item.accessibility_label, 'data-testid': `button-${item.action_id}`, on: { click: () => press(node, item, block, surface) },
    },
    withEmoji(item.text?.text ?? ''),
    item.url && icon('link'),
  );
  return node;
}

async function press(node, item, block, surface) {
  if (node.getAttribute('aria-busy') === 'true' || !(await confirmed(item.confirm))) return;
  follow(item.url, surface.ws);
  node.setAttribute('aria-busy', 'true');
  // At least a moment, or the busy state would only be a flicker.
  await Promise.all([act(item, block, surface, { value: item.value ?? '' }), new Promise((done) => setTimeout(done, 350))]);
  node.removeAttribute('aria-busy');
}

function overflow(item, block, surface) {
  const node = h(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': 'More actions',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      'data-testid': `overflow-${item.action_id}`,
    },
    icon('more'),
  );
  const pick = async (option) => {
    if (!(await confirmed(item.confirm))) return;
    follow(option.url, surface.ws);
    await act(item, block, surface, { selected_option: option });
  };
  node.addEventListener('click', () =>
    menu(
      node,
      (item.options ?? []).map((option) => ({
        label: option.text?.text,
        hint: option.description?.text,
        testid: `option-${option.value}`,
        run: () => pick(option),
      })),
      'More actions',
    ),
  );
  return node;
}

// Radio buttons and check boxes differ only in how many may be chosen.
function choices(item, block, surface) {
  const multi = item.type === 'checkboxes';
  const name = uid('choice');
  const chosen = () => [surface.form.get(block, item)].flat().filter(Boolean).map((option) => option.value);
  const boxes = (item.options ?? []).map((option) => {
    const box = h(
      'input',
      {
        type: multi ? 'checkbox' : 'radio',
        name,
        value: option.value,
        checked: chosen().includes(option.value),
        data: { testid: `option-${option.value}`, focus: `${block.block_id}/${item.action_id}/${option.value}` },
      },
    );
    box.addEventListener('change', () => {
      const picked = (item.options ?? []).filter((_, i) => boxes[i].querySelector('input').checked);
      if (multi) choose(item, block, surface, picked, { selected_options: picked });
      else choose(item, block, surface, option, { selected_option: option });
    });
    return h(
      'label',
      { class: 'choice' },
      box,
      h(
        'span',
        {},
        textObject(option.text, surface.ws),
        option.description && h('small', {}, textObject(option.description, surface.ws)),
      ),
    );
  });
  return h(
    'div',
    {
      class: 'choices',
      role: multi ? 'group' : 'radiogroup',
      'aria-label': block.label?.text ?? block.text?.text,
      'data-testid': `input-${item.action_id}`,
    },
    boxes,
  );
}

const flat = (item) => item.option_groups?.flatMap((group) => group.options) ?? item.options ?? [];

const toRow = (option) => ({ key: option.value, text: withEmoji(option.text?.text ?? ''), hint: option.description?.text });

const toGroups = (from) => (from.option_groups ? from.option_groups.map((group) => ({
  label: group.label?.text,
  options: group.options.map(toRow),
})) : [{ options: (from.options ?? []).map(toRow) }]);

// Select menus whose values are option objects.
function optionSelect(item, block, surface) {
  const multi = item.type.startsWith('multi_');
  const external = item.type.endsWith('external_select');
  const current = [surface.form.get(block, item)].flat().filter(Boolean);
  const known = new Map([...flat(item), ...current].map((option) => [option.value, option]));
  const load = async (query) => {
    if (!external) return toGroups(item).map((group) => ({
      ...group,
      options: group.options.filter((option) => matches(option.text, query)),
    }));
    const answer = await surface.api.post(
      'suggest',
      { ...surface.target, block_id: block.block_id, action_id: item.action_id, value: query },
    );
    for (const option of flat(answer)) known.set(option.value, option);
    return toGroups(answer);
  };
  return select({
    ...common(item, block, multi),
    minQuery: external ? item.min_query_length ?? 3 : 0,
    chosen: current.map((option) => option.value),
    nameOf: (key) => withEmoji(known.get(key)?.text?.text ?? key),
    load,
    onChange: (keys) => {
      const options = keys.map((key) => known.get(key));
      if (multi) choose(item, block, surface, options, { selected_options: options });
      else choose(item, block, surface, options[0], { selected_option: options[0] });
    },
  });
}

const common = (item, block, multi) => ({
  label: block.label?.text ?? item.placeholder?.text ?? 'Select',
  placeholder: withEmoji(item.placeholder?.text ?? ''),
  multi,
  max: item.max_selected_items,
  testid: `input-${item.action_id}`,
});

// Select menus whose values are ids of people or channels.
function idSelect(item, block, surface) {
  const { ws } = surface;
  const multi = item.type.startsWith('multi_');
  const what = /(user|channel|conversation)s_select$/.exec(item.type)[1];
  const candidates = idCandidates(what, item, ws);
  return select({
    ...common(item, block, multi),
    chosen: [surface.form.get(block, item)].flat().filter(Boolean),
    nameOf: (key) => candidates.find((row) => row.key === key)?.text ?? key,
    load: (query) => [{ options: candidates.filter((row) => matches(`${row.text} ${row.hint}`, query)) }],
    onChange: (keys) => {
      const value = multi ? keys : keys[0];
      choose(item, block, surface, value, { [multi ? `selected_${what}s` : `selected_${what}`]: value });
    },
  });
}

function idCandidates(what, item, ws) {
  const people = [...ws.people.values()].filter((person) => !person.deactivated);
  const row = (channel) => ({ key: channel.id, text: ws.titleOf(channel), hint: channel.topic ?? '' });
  if (what === 'user') return people.map((person) => ({
    key: person.id,
    text: ws.nameOf(person.id),
    hint: person.title || `@${person.handle}`,
  }));
  if (what === 'channel') return ws.rooms.filter((channel) => channel.kind === 'channel').map(row);
  const kinds = item.filter?.include?.map((kind) => (kind === 'public' ? 'channel' : kind));
  return [...ws.channels.values()].filter((channel) => !kinds || kinds.includes(channel.kind)).map(row);
}

// Thumbs up and down under an answer: one of the two can be chosen at a time.
function feedback(item, block, surface) {
  const thumb = (one, name, sign) => {
    const node = h(
      'button',
      {
        type: 'button',
        class: 'icon-button thumb',
        'aria-label': one.accessibility_label || one.text?.text,
        title: one.text?.text,
        'aria-pressed': 'false',
        'data-testid': `button-${item.action_id}-${name}`,
        on: {
          click: () => {
            for (const other of node.parentNode.children) other.setAttribute('aria-pressed', String(other === node));
            act(item, block, surface, { value: one.value });
          },
        },
      },
      icon(sign),
    );
    return node;
  };
  return h('span', { class: 'thumbs', role: 'group', 'aria-label': 'Feedback' }, [
    item.positive_button && thumb(item.positive_button, 'positive', 'thumbup'),
    item.negative_button && thumb(item.negative_button, 'negative', 'thumbdown'),
  ]);
}

// A small button with a sign; some people may not see it.
function iconPress(item, block, surface) {
  const seers = item.visible_to_user_ids ?? [];
  if (seers.length && !seers.includes(surface.ws.me.id)) return null;
  const node = iconButton(
    item.icon === 'trash' ? 'trash' : 'bolt',
    item.accessibility_label || item.text?.text || item.icon,
    () => press(node, item, block, surface),
    { 'data-testid': `button-${item.action_id}` },
  );
  return node;
}

const ELEMENTS = {
  button,
  workflow_button: button,
  icon_button: iconPress,
  feedback_buttons: feedback,
  overflow,
  checkboxes: choices,
  radio_buttons: choices,
  static_select: optionSelect,
  external_select: optionSelect,
  multi_static_select: optionSelect,
  multi_external_select: optionSelect,
  users_select: idSelect,
  channels_select: idSelect,
  conversations_select: idSelect,
  multi_users_select: idSelect,
  multi_channels_select: idSelect,
  multi_conversations_select: idSelect,
};
