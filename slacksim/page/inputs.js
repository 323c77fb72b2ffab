// Fields one types into: text, numbers, addresses, dates and times. They share elements.js' signature (element, block, surface).

import { act } from './act.js';
import { h } from './dom.js';
import { fileInput } from './fileinput.js';
import { richInput } from './richinput.js';
import { zoneLocal, zoneSeconds } from './time.js';

// The attributes every field needs; data-focus finds the field again after its view was redrawn.
const base = (item, block) => ({
  class: 'field',
  placeholder: item.placeholder?.text,
  'aria-label': block.label?.text ?? item.placeholder?.text ?? item.action_id,
  'data-testid': `input-${item.action_id}`,
  data: { focus: `${block.block_id}/${item.action_id}` },
});

function text(item, block, surface) {
  const node = h(
    item.multiline ? 'textarea' : 'input',
    {
      ...base(item, block),
      type: item.multiline ? null : TYPES[item.type],
      rows: item.multiline ? '4' : null,
      inputmode: INPUT_MODES[item.type],
      autocomplete: 'off',
    },
  );
  node.value = surface.form.get(block, item) ?? '';
  const triggers = item.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  node.addEventListener('input', () => {
    surface.form.set(block, item, node.value || null);
    if (triggers.includes('on_character_entered')) act(item, block, surface, { value: node.value });
  });
  node.addEventListener('keydown', (event) => {
    const enter = event.key === 'Enter' && !event.isComposing && !event.shiftKey;
    if (!enter || !block.dispatch_action || !triggers.includes('on_enter_pressed')) return;
    event.preventDefault();
    act(item, block, surface, { value: node.value });
  });
  return item.max_length ? h('div', { class: 'counted' }, node, counter(node, item.max_length)) : node;
}

// Number fields stay text fields: Slack's values are text, and a browser's number field would hide what was typed wrongly.
const TYPES = { plain_text_input: 'text', number_input: 'text', email_text_input: 'email', url_text_input: 'url' };
const INPUT_MODES = { number_input: 'decimal', email_text_input: 'email', url_text_input: 'url' };

// Shows how many characters are left once they become few.
function counter(node, max) {
  const left = h('span', { class: 'counter', 'aria-hidden': 'true' });
  const paint = () => {
    const rest = max - [...node.value].length;
    left.textContent = rest < Math.min(50, max / 4) ? String(rest) : '';
    left.classList.toggle('over', rest < 0);
  };
  node.addEventListener('input', paint);
  paint();
  return left;
}

// Date and time pickers are the browser's own: they know the keyboard, the phone and the reader's language.
function picker(type, read, write) {
  return (item, block, surface) => {
    const node = h('input', { ...base(item, block), type });
    const value = surface.form.get(block, item);
    if (value) node.value = write(value, item, surface);
    node.addEventListener('change', () => {
      const picked = node.value ? read(node.value, surface) : null;
      const zone = item.timezone ? { timezone: item.timezone } : {};
      surface.form.set(block, item, picked, zone);
      const field = { date: 'selected_date', time: 'selected_time', 'datetime-local': 'selected_date_time' }[type];
      act(item, block, surface, { [field]: picked, ...zone });
    });
    return node;
  };
}

const same = (value) => value;

/** INPUTS are the makers by element type. */
export const INPUTS = {
  plain_text_input: text,
  number_input: text,
  email_text_input: text,
  url_text_input: text,
  rich_text_input: (item, block, surface) => richInput(item, block, surface, base(item, block)),
  datepicker: picker('date', same, same),
  timepicker: picker('time', same, same),
  datetimepicker: picker(
    'datetime-local',
    (value, { ws }) => zoneSeconds(value, ws.me.tz),
    (value, _, { ws }) => zoneLocal(value, ws.me.tz),
  ),
  file_input: (item, block, surface) => fileInput(item, block, surface, base(item, block)),
};
