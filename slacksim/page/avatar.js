// People as pictures: initials on a colour of their own.

import { h, icon } from './dom.js';
import { emoji } from './emoji.js';

const COLOURS = 8; // classes .tint-0 to .tint-7 in chat.css

/** avatar draws somebody; `size` is a class: "small", "" or "big". */
export function avatar(person, size = '') {
  const name = person?.display_name || person?.real_name || person?.handle || '?';
  const kind = person?.bot ? 'avatar-app' : '';
  return h(
    'span',
    {
      class: `avatar tint-${tint(person?.id ?? name)} ${kind} ${size}`,
      'aria-hidden': 'true',
      text: size === 'tiny' ? [...initials(name)][0] : initials(name),
    },
  );
}

/** withPresence puts the dot of presence on an avatar; a moon instead says that somebody is not to be disturbed. */
export function withPresence(person, size) {
  const here = person?.presence === 'active';
  const mark = isResting(person)
    ? h('span', { class: 'presence resting', role: 'img', 'aria-label': 'do not disturb', title: 'Do not disturb' }, icon('rest'))
    : h('span', { class: `presence ${here ? 'here' : ''}`, role: 'img', 'aria-label': here ? 'active' : 'away' });
  return h('span', { class: 'avatar-box' }, avatar(person, size), !person?.bot && mark);
}

// Do not disturb holds from one moment to another.
function isResting(person) {
  const now = Date.now() / 1000;
  return Boolean(person?.dnd_end) && person.dnd_start <= now && now < person.dnd_end;
}

/** statusOf is the emoji of a person's status, or an empty string. */
export const statusOf = (person) => emoji((person?.status_emoji ?? '').replaceAll(':', ''));

// "Mei Lin" gives ML; a Chinese name gives its last two characters, as people there do.
function initials(name) {
  const han = name.match(/\p{Script=Han}+/u)?.[0];
  if (han && !/^\p{Script=Latin}/u.test(name)) return [...han].slice(-2).join('');
  const words = name.split(/[\s.(（]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? words.at(-1)[0] : '')).toUpperCase();
}

function tint(id) {
  let sum = 7;
  for (const char of id) sum = (sum * 31 + char.codePointAt(0)) % 9973;
  return sum % COLOURS;
}
