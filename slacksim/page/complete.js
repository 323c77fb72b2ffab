// What the composer offers while somebody types. Pure, but for the little pictures.

import { avatar } from './avatar.js';
import { emoji, emojiNames } from './emoji.js';

const MOST = 8;

/**
 * completions reads the text before the caret and returns [{typed, insert, text, lead, usage?, hint?}]: choosing one
 * replaces `typed` by `insert`, or calls `run` where there is one. `shortcuts` [{name, app, run}] are found by their names.
 */
export function completions(before, ws, withCommands, shortcuts = []) {
  const command = /^\/\S*$/.exec(before);
  if (command) return withCommands ? [...commands(command[0], ws), ...named(before, shortcuts)] : [];
  const word = /(?:^|[\s(（])([@#:])([\p{L}\p{N}._+-]*)$/u.exec(before);
  return word ? OFFERS[word[1]](word[2].toLowerCase(), ws).slice(0, MOST) : [];
}

const commands = (typed, ws) =>
  ws.commands
    .filter((command) => command.name.startsWith(typed))
    .map((command) => ({
      typed,
      insert: `${command.name} `,
      text: command.name,
      lead: '/',
      usage: command.usage,
      hint: command.about,
    }));

// Shortcuts are offered below the commands: all after "/", later those whose name has the word.
const named = (before, shortcuts) => shortcuts
  .filter(({ name }) => name.toLowerCase().includes(before.slice(1).toLowerCase()))
  .map(({ name, app, run }) => ({ typed: before, insert: '', text: name, lead: '↯', hint: app, run }));

const OFFERS = {
  '@': (part, ws) =>
    [...ws.people.values()]
      .filter((person) => !person.deactivated && `${person.handle} ${person.real_name} ${person.display_name}`.toLowerCase().includes(part))
      .sort((a, b) => Number(b.handle.toLowerCase().startsWith(part)) - Number(a.handle.toLowerCase().startsWith(part)))
      .map((person) => ({
        typed: `@${part}`,
        insert: `@${person.handle} `,
        text: ws.nameOf(person.id),
        lead: avatar(person, 'tiny'),
        hint: [`@${person.handle}`, person.title].filter(Boolean).join(' · '),
      })),
  '#': (part, ws) =>
    ws.rooms
      .filter((room) => room.name.toLowerCase().includes(part))
      .map((room) => ({ typed: `#${part}`, insert: `#${room.name} `, text: room.name, lead: '#', hint: room.topic })),
  ':': (part) => (part.length < 2 ? [] : emojiNames(part).map((name) => ({
    typed: `:${part}`,
    insert: `:${name}: `,
    text: `:${name}:`,
    lead: emoji(name),
  }))),
};
