// What somebody has entered in one message or view, in the shape of Slack's state.values, and the checks a client makes before it submits.

// Per type of element: the field that carries its value, the field of the block that presets it, and the value of an untouched one.
const FIELDS = {
  static_select: ['selected_option', 'initial_option', null],
  external_select: ['selected_option', 'initial_option', null],
  radio_buttons: ['selected_option', 'initial_option', null],
  multi_static_select: ['selected_options', 'initial_options', []],
  multi_external_select: ['selected_options', 'initial_options', []],
  checkboxes: ['selected_options', 'initial_options', []],
  users_select: ['selected_user', 'initial_user', null],
  channels_select: ['selected_channel', 'initial_channel', null],
  conversations_select: ['selected_conversation', 'initial_conversation', null],
  multi_users_select: ['selected_users', 'initial_users', []],
  multi_channels_select: ['selected_channels', 'initial_channels', []],
  multi_conversations_select: ['selected_conversations', 'initial_conversations', []],
  datepicker: ['selected_date', 'initial_date', null],
  timepicker: ['selected_time', 'initial_time', null],
  datetimepicker: ['selected_date_time', 'initial_date_time', null],
  plain_text_input: ['value', 'initial_value', null],
  number_input: ['value', 'initial_value', null],
  email_text_input: ['value', 'initial_value', null],
  url_text_input: ['value', 'initial_value', null],
  rich_text_input: ['rich_text_value', 'initial_value', null],
  file_input: ['files', '', []],
};

/** valueField names the field that carries the value of an element of this type, or undefined for buttons and menus. */
export const valueField = (type) => FIELDS[type]?.[0];

/** Form holds the values of one surface. It outlives redrawing, so what was typed stays while block, action and type stay. */
export class Form {
  #values = {};

  /** adopt forgets what is no longer there and presets what is new; call it with the blocks before drawing them. */
  adopt(blocks) {
    const next = {};
    for (const block of everyBlock(blocks)) {
      for (const element of elementsOf(block)) {
        const field = FIELDS[element.type];
        if (!field) continue;
        const old = this.#values[block.block_id]?.[element.action_id];
        const preset = { type: element.type, [field[0]]: element[field[1]] ?? field[2] };
        (next[block.block_id] ??= {})[element.action_id] = old?.type === element.type ? old : preset;
      }
    }
    this.#values = next;
  }

  /** get returns the value of an element. */
  get(block, element) {
    return this.#values[block.block_id]?.[element.action_id]?.[valueField(element.type)] ?? null;
  }

  /** set stores a value; `extra` are fields beside it, such as a time picker's zone. */
  set(block, element, value, extra = {}) {
    (this.#values[block.block_id] ??= {})[element.action_id] = { type: element.type, [valueField(element.type)]: value, ...extra };
  }

  /** values is a copy in the shape of state.values. */
  get values() {
    return structuredClone(this.#values);
  }

  /** problems checks all input blocks as Slack's clients do, and returns {block_id: sentence}. */
  problems(blocks) {
    const found = {};
    for (const block of everyBlock(blocks)) {
      if (block.type !== 'input' || !block.element) continue;
      const problem = check(block, this.get(block, block.element));
      if (problem) found[block.block_id] = problem;
    }
    return found;
  }
}

/** everyBlock lists blocks and the blocks in them. */
export function everyBlock(blocks) {
  return (blocks ?? []).flatMap((block) => [block, ...everyBlock(held(block))]);
}

function held(block) {
  if (block.type === 'container') return block.child_blocks;
  if (block.type === 'carousel') return block.elements;
  return block.type === 'layout' ? (block.rows ?? []).flatMap((row) => row.items.map((item) => item.block)) : [];
}

/** elementsOf lists the interactive elements of a block. */
export function elementsOf(block) {
  return [
    block.element,
    block.accessory,
    ...(Array.isArray(block.elements) ? block.elements : []),
  ].filter((element) => element?.action_id);
}

const isEmpty = (value) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

function check(block, value) {
  const element = block.element;
  if (isEmpty(value) || (typeof value === 'string' && !value.trim())) return block.optional ? '' : 'Please fill in this field.';
  return CHECKS[element.type]?.(element, value) ?? '';
}

const CHECKS = {
  plain_text_input: (element, value) => {
    const length = [...value].length;
    if (element.min_length && length < element.min_length) return `Please write at least ${element.min_length} characters (now ${length}).`;
    if (element.max_length && length > element.max_length) return `Please write at most ${element.max_length} characters (now ${length}).`;
    return '';
  },
  number_input: (element, value) => {
    const shape = element.is_decimal_allowed ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/;
    if (!shape.test(value)) return element.is_decimal_allowed ? 'Please write a number.' : 'Please write a whole number.';
    if (element.min_value !== undefined && Number(value) < Number(element.min_value)) return `Please write ${element.min_value} or more.`;
    if (element.max_value !== undefined && Number(value) > Number(element.max_value)) return `Please write ${element.max_value} or less.`;
    return '';
  },
  email_text_input: (_, value) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? '' : 'Please write an e-mail address.'),
  url_text_input: (_, value) => (/^https?:\/\/\S+$/.test(value) ? '' : 'Please write a web address that starts with https://.'),
};
