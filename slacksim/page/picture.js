// Pictures in blocks and of files.

import { anchor } from './drawing.js';
import { h, icon } from './dom.js';

const LOCAL = /^(data:image\/(png|gif|jpeg|webp)[;,]|https?:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/)/;

/**
 * picture draws an image element or block. Pictures come from this machine only: the page must work, and stay private,
 * without the internet. `size` is a class: "large", "hero", "thumb", "small" or "mini".
 */
export function picture(item, size) {
  const url = item.image_url ?? fileURL(item.slack_file) ?? '';
  const own = url.startsWith('/') || LOCAL.test(url);
  if (own) return h('img', { class: `picture ${size}`, src: url, alt: item.alt_text ?? '', loading: 'lazy' });
  const words = size === 'large' || size === 'hero';
  const stand = h(
    'span',
    { class: `picture stand ${size}`, title: item.alt_text, role: 'img', 'aria-label': item.alt_text },
    icon('image'),
    words && item.alt_text,
  );
  return size === 'large' && url ? anchor(url, stand) : stand;
}

// A file of this workspace is served by its id, which its addresses contain.
function fileURL(file) {
  const id = file?.id ?? /\/(F[A-Z0-9]+)(\/|$)/.exec(file?.url ?? '')?.[1];
  return id && `/files-pri/any/${id}/picture`;
}

const SIZES = ['bytes', 'kB', 'MB'];

function bytes(size) {
  const power = Math.min(2, Math.floor(Math.log10(Math.max(size, 1)) / 3));
  return `${Math.round(size / 1000 ** power)} ${SIZES[power]}`;
}

/** files draws the files of a message: pictures are shown, all can be downloaded. */
export function files(list) {
  return h('div', { class: 'files' }, list.map((file) => {
    const url = pathOf(file.url_private);
    const isPicture = file.mimetype?.startsWith('image/') && url;
    return h(
      'figure',
      { class: 'file', 'data-testid': 'file' },
      isPicture ? h('img', { class: 'picture large', src: url, alt: file.alt_txt || file.title || '', loading: 'lazy' }) : icon('file'),
      h(
        'figcaption',
        {},
        h('strong', { text: file.title || file.name }),
        h('small', { class: 'muted', text: [file.pretty_type, bytes(file.size ?? 0)].filter(Boolean).join(' · ') }),
        url && h('a', { href: url, download: file.name, 'aria-label': `Download ${file.name}`, class: 'icon-button' }, icon('download')),
      ),
    );
  }));
}

// Files are fetched from the machine that serves this page, whatever name their owner uses for it.
function pathOf(url) {
  const parsed = url ? URL.parse(url, location.href) : null;
  return parsed ? parsed.pathname : '';
}
