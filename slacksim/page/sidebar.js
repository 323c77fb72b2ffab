// The left side: the workspace, who one is, channels, direct messages, apps.

import { avatar, statusOf, withPresence } from './avatar.js';
import { h, icon, keepFocus, reconcile } from './dom.js';
import { popover } from './popover.js';
import { matches } from './select.js';
import { clock } from './time.js';

/** drawSidebar fills host. `here` is the id of the open channel; `be(person)` switches who one is; `buttons` stand at the foot. */
export function drawSidebar(host, ws, { here, be, buttons }) {
  const apps = ws.apps.map((app) => ({
    app,
    person: ws.person(app.bot_user_id),
    channel: ws.directWith(app.bot_user_id),
  })).filter(({ person }) => person);
  const scrolled = host.querySelector('.side-lists')?.scrollTop ?? 0;
  const old = [...host.children];
  // What looks the same stays, so that news elsewhere do not disturb a click; so does a picker that is open.
  const open = (node) => node?.getAttribute('aria-expanded') === 'true';
  const keep = (node, i) => (open(old[i]) || old[i]?.isEqualNode(node) ? old[i] : node);
  keepFocus(host, () =>
    reconcile(host, [
      h(
        'div',
        { class: 'side-head' },
        h('img', { src: './icon.svg', alt: '', class: 'mark' }),
        h(
          'div',
          {},
          h('div', { class: 'workspace', text: ws.info.name ?? 'Workspace' }),
          h('div', { class: 'caption', text: 'simulated workspace' }),
        ),
      ),
      personPicker(ws, be),
      h(
        'nav',
        { class: 'side-lists', 'aria-label': 'Channels and direct messages' },
        group('Channels', ws.rooms.map((channel) => room(channel, ws, here))),
        group('Apps', apps.map((entry) => direct(entry, ws, here))),
        group('Direct messages', [
          ...ws.groups.map((channel) => several(channel, ws, here)),
          ...ws.directs.map((entry) => direct(entry, ws, here)),
        ]),
      ),
      h('div', { class: 'side-foot' }, buttons),
    ].map(keep)),
  );
  host.querySelector('.side-lists').scrollTop = scrolled;
}

const group = (title, rows) => (rows.length ? h(
  'section',
  { class: 'side-group' },
  h('h2', { text: title }),
  h('ul', {}, rows.map((row) => h('li', {}, row))),
) : null);

function entry({ href, current, unread, testid, muted }, lead, name, trail) {
  return h(
    'a',
    {
      href,
      class: `side-row ${unread ? 'unread' : ''} ${muted ? 'quiet' : ''}`,
      'aria-current': current ? 'page' : null,
      'data-testid': testid,
      data: { focus: testid },
    },
    h('span', { class: 'lead' }, lead),
    h('span', { class: 'side-name' }, name),
    trail,
    unread > 0 && h('span', { class: 'count', 'aria-label': `${unread} unread`, text: unread > 99 ? '99+' : String(unread) }),
  );
}

function room(channel, ws, here) {
  return entry(
    {
      href: ws.linkToChannel(channel.id),
      current: channel.id === here,
      unread: channel.unread ?? 0,
      testid: `channel-${channel.name}`,
      muted: channel.member === false,
    },
    channel.kind === 'private' ? icon('lock') : '#',
    channel.name,
  );
}

function direct({ person, channel, app }, ws, here) {
  const current = Boolean(channel && channel.id === here);
  const unread = channel?.unread ?? 0;
  const status = statusOf(person);
  const trail = app ? h('span', { class: 'app-mark', text: 'APP' }) : h(
    'span',
    { class: 'side-time', text: localTime(person, ws.me) },
  );
  return entry(
    { href: ws.linkToPerson(person.id), current, unread, testid: `dm-${person.handle}` },
    withPresence(person, 'small'),
    [ws.nameOf(person.id), status && h('span', { class: 'emoji side-status', title: person.status_text || null, text: status })],
    trail,
  );
}

// Direct messages of several people.
function several(channel, ws, here) {
  return entry(
    { href: ws.linkToChannel(channel.id), current: channel.id === here, unread: channel.unread ?? 0, testid: `group-${channel.name}` },
    icon('people'),
    ws.titleOf(channel),
  );
}

// What time it is for somebody elsewhere; nothing for people of one's own zone.
const localTime = (person, me) => (person.tz && person.tz !== me.tz ? clock(new Date(), { locale: 'en', tz: person.tz }) : '');

function personPicker(ws, be) {
  const button = h(
    'button',
    {
      type: 'button',
      class: 'picker',
      'data-testid': 'person-picker',
      data: { focus: 'person-picker' },
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      'aria-label': `You are ${ws.nameOf(ws.me.id)}. Be somebody else`,
      on: { click: () => choosePerson(button, ws, be) },
    },
    withPresence(ws.me),
    h(
      'span',
      { class: 'picker-text' },
      h('span', { class: 'picker-you', text: 'You are' }),
      h('strong', {}, ws.nameOf(ws.me.id), statusOf(ws.me) && h('span', { class: 'emoji side-status', text: statusOf(ws.me) })),
      h('small', { text: ws.me.title || `@${ws.me.handle}` }),
    ),
    icon('down'),
  );
  return button;
}

function choosePerson(button, ws, be) {
  const list = h('div', { class: 'list', role: 'group', 'aria-label': 'People' });
  const search = h(
    'input',
    {
      type: 'search',
      class: 'list-search',
      placeholder: 'Who do you want to be?',
      'aria-label': 'Search people',
      'data-testid': 'person-search',
    },
  );
  const draw = () => list.replaceChildren(...ws.everybody.filter((p) => matches(
    `${ws.nameOf(p.id)} ${p.real_name} ${p.handle} ${p.title}`,
    search.value,
  )).map(row));
  const row = (person) =>
    h(
      'button',
      {
        type: 'button',
        class: 'person',
        'aria-pressed': String(person.id === ws.me.id),
        'data-testid': `person-${person.handle}`,
        on: { click: () => (pop.close(true), be(person)) },
      },
      avatar(person),
      h(
        'span',
        { class: 'person-text' },
        h('strong', { text: ws.nameOf(person.id) }),
        person.guest && h('span', { class: 'app-mark', text: 'GUEST' }),
        h('small', { text: person.title || `@${person.handle}` }),
        h(
          'small',
          {
            class: 'muted',
            text: [person.locale, person.tz, clock(new Date(), { locale: 'en', tz: person.tz })].filter(Boolean).join(' · '),
          },
        ),
      ),
    );
  search.addEventListener('input', draw);
  search.addEventListener(
    'keydown',
    (event) => event.key === 'Enter' && !event.isComposing && list.querySelector('button')?.click(),
  );
  list.addEventListener('keydown', (event) => {
    const next = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
    if (next) event.preventDefault();
    if (next) document.activeElement[next]?.focus();
  });
  draw();
  const pop = popover(button, [search, list], { width: 330, height: 560, label: 'Be somebody else' });
  if (matchMedia('(min-width: 761px)').matches) search.focus(); // on a phone the keyboard would cover the list
  list.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest' });
}
