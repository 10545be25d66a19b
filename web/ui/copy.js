/** The readable copy of everything this person can read: one HTML page and one JSON file. */
import { readableHtml } from '../app/readable-copy.js';
import { noonOf } from '../core/day.js';
import { longDate, shortDate, t, text } from './text.js';
import { loadVocabulary, phraseText, skyName, wordsText } from './words.js';

/** A page as it goes into the data: of a photo, what it shows. @param {import('../app/journal.js').Page} page */
const readable = ({ photo, place, isPhotoNewer, ...page }) => ({ ...page, ...(photo ? { photo: photo.words } : {}) });

/** @param {import('../app/attune.js').Attune} attune @returns {Promise<File[]>} */
export async function makeCopy(attune) {
  await text().load('settings', 'check-in', 'journal', 'photo');
  const vocabulary = await loadVocabulary(text());
  const name = attune.pair?.them.name ?? '';
  const labels = await attune.checkIns.days();
  const days = labels.map((label) => attune.checkIns.day(label));
  const pages = attune.journal.list();
  const date = shortDate(attune.now());
  const sideLines = (/** @type {string} */ who, /** @type {any} */ side) =>
    [
      { label: `${who}: ${t('line-sky')}`, text: skyName(vocabulary, side?.sky) },
      { label: `${who}: ${t('line-words')}`, text: wordsText(vocabulary, side?.words ?? null) },
      {
        label: `${who}: ${t('line-energy')}`,
        text: side?.energy === null || side?.energy === undefined ? '' : t(`weather-energy-${side.energy}`),
      },
      { label: `${who}: ${t('line-mattered')}`, text: side?.mattered ?? '' },
      { label: `${who}: ${t('line-worry')}`, text: side?.worry ?? '' },
    ].filter((line) => line.text);
  const replies = (/** @type {any} */ day) =>
    [
      { label: t('reply-yours'), text: day.myReply?.heard ?? '' },
      { label: t('reply-question-mine'), text: day.myReply?.question ?? '' },
      { label: t('reply-theirs', { name }), text: day.theirReply?.heard ?? '' },
      { label: t('reply-question', { name }), text: day.theirReply?.question ?? '' },
      { label: t('answer-mine'), text: day.myAnswer ?? '' },
      { label: t('answer-theirs', { name }), text: day.theirAnswer ?? '' },
      ...day.parked.map((/** @type {any} */ topic) => ({
        label: topic.isMine ? t('parked-from-me') : t('parked-from-them', { name }),
        text: topic.text,
      })),
    ].filter((line) => line.text);
  const html = readableHtml({
    lang: text().language,
    dir: text().direction,
    title: t('copy-title'),
    note: t('copy-note', { date }),
    chapters: [
      {
        heading: t('copy-days'),
        pages: days.map((day) => ({
          title: longDate(noonOf(day.day)),
          meta: phraseText(vocabulary, day.theirs?.sky ?? null, day.shared?.sky ?? null),
          private: day.shared === null,
          lines: [...sideLines(t('copy-mine'), day.mine), ...sideLines(name, day.theirs), ...replies(day)],
        })),
      },
      {
        heading: t('copy-pages'),
        pages: pages.map((page) => ({
          title: page.title || t('page-new'),
          meta: `${longDate(page.at)} · ${page.audience === 'me' ? t('only-me') : page.by === 'them' ? t('journal-by-them', { name }) : t('journal-by-me')}`,
          private: page.audience === 'me',
          lines: [
            { label: '', text: page.text },
            ...(page.photo ? [{ label: t('photo-not-in-copy'), text: page.photo.words }] : []),
            ...page.alsoWritten.map((other) => ({ label: t('page-also'), text: other })),
          ],
        })),
      },
    ],
  });
  const data = {
    format: 'attune-copy/1',
    savedAt: new Date(attune.now()).toISOString(),
    with: attune.pair,
    days,
    pages: pages.map(readable),
  };
  const stamp = attune.today();
  return [
    new File([html], `attune-${stamp}.html`, { type: 'text/html' }),
    new File([JSON.stringify(data, null, 2)], `attune-${stamp}.json`, { type: 'application/json' }),
  ];
}
