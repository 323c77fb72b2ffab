// The field for files: what is chosen is uploaded at once, and the form carries what the workspace calls it.

import { h, icon, iconButton } from './dom.js';

const MOST = 10; // files, when the element does not say

/** fileInput draws a file_input. */
export function fileInput(item, block, surface, base) {
  const most = item.max_files ?? MOST;
  const chosen = () => surface.form.get(block, item) ?? [];
  const list = h('ul', { class: 'chosen-files' });
  const state = h('span', { class: 'muted', role: 'status' });
  const choose = h('input', {
    ...base,
    class: 'visually-hidden',
    type: 'file',
    multiple: most > 1,
    accept: item.filetypes?.map((type) => `.${type}`).join(',') || null,
  });
  const paint = () => {
    list.replaceChildren(...chosen().map((file, i) => h(
      'li',
      {},
      icon('file'),
      h('span', { text: file.name }),
      iconButton('close', `Remove ${file.name}`, () => {
        surface.form.set(block, item, chosen().toSpliced(i, 1));
        paint();
        choose.focus();
      }),
    )));
    choose.disabled = chosen().length >= most;
  };
  choose.addEventListener('change', async () => {
    const picked = [...choose.files].slice(0, most - chosen().length);
    choose.value = ''; // so that the same file can be chosen again
    state.textContent = 'Uploading…';
    try {
      for (const file of picked) {
        const answer = await surface.api.upload(file, surface.target.view_id ?? '');
        surface.form.set(block, item, [...chosen(), answer.file]);
      }
    } catch (error) {
      surface.report(error);
    }
    state.textContent = '';
    paint();
  });
  paint();
  const words = most > 1 ? `Choose up to ${most} files` : 'Choose a file';
  return h('div', { class: 'file-input' }, h('label', { class: 'button' }, icon('clip'), words, choose), state, list);
}
