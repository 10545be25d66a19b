/** The readable copy of everything this person can read: one HTML page and one JSON file. */
import { base64Blob, readableHtml, readableJson } from '../../app/readable-copy.js';
import { hex } from '../../core/bytes.js';
import { PRACTICE_IDS } from '../../practices/registry.js';
import { loadPastWords } from '../session/past-words.js';
import { loadValues } from '../session/value-names.js';
import { longDate, shortDate, t, text } from '../text.js';
import { loadVocabulary } from '../words.js';
import { AREAS, CHAPTERS } from './chapters.js';

/** @typedef {import('./chapters.js').Page} Page @typedef {import('./chapters.js').By} By @typedef {import('../../app/attune.js').Attune} Attune */

/** @param {Attune} attune @returns {Promise<import('../../app/readable-copy.js').Chapter[]>} those that hold something */
export async function readableChapters(attune) {
  await text().load(...AREAS);
  const [words, vocabulary] = await Promise.all([loadPastWords(attune, PRACTICE_IDS), loadVocabulary(text()), loadValues()]);
  const name = attune.pair?.them.name ?? '';
  const chapters = [];
  for (const { id, heading, pages } of CHAPTERS) {
    const found = [];
    for (const page of await pages({ attune, name, words, vocabulary })) found.push(await written(attune, name, page));
    if (found.length > 0) chapters.push({ id, heading: t(heading, { name }), pages: found });
  }
  return chapters;
}

/** @param {Attune} attune @param {string} name @param {Page} page @returns {Promise<import('../../app/readable-copy.js').Page>} */
async function written(attune, name, { title, at, by, isOnlyMe, note = '', lines }) {
  const who = { me: t('copy-mine'), them: name, both: '' };
  const whose = isOnlyMe ? t('only-me') : by === 'me' ? t('journal-by-me') : by === 'them' ? t('journal-by-them', { name }) : '';
  const read = [];
  for (const { photo, ...line } of lines) {
    const bytes = photo ? await attune.photos.bytesOf(hex(photo.blob.id)) : null;
    const away = photo && !bytes ? t(line.by === 'me' ? 'copy-photo-mine-away' : 'copy-photo-away', { name }) : '';
    const label = [line.label, photo && (away || t('photo-one'))].filter(Boolean).join(' · ');
    read.push({ who: who[line.by], label, text: line.text, ...(bytes ? { photo: base64Blob(bytes) } : {}) });
  }
  return { title, meta: [at ? longDate(at) : '', whose, note].filter(Boolean).join(' · '), isOnlyMe, lines: read };
}

/** @param {Attune} attune @returns {Promise<File[]>} */
export async function makeCopy(attune) {
  await Promise.all([attune.prepareLive(), attune.preparePhotos()]);
  const chapters = await readableChapters(attune);
  const page = {
    lang: text().language,
    dir: text().direction,
    title: t('copy-title'),
    note: t('copy-note', { date: shortDate(attune.now()) }),
  };
  const about = { format: 'attune-copy/2', savedAt: new Date(attune.now()).toISOString(), with: attune.pair };
  const stamp = attune.today();
  return [
    new File([...readableHtml({ ...page, chapters })], `attune-${stamp}.html`, { type: 'text/html' }),
    new File([...readableJson({ about, chapters })], `attune-${stamp}.json`, { type: 'application/json' }),
  ];
}
