/**
 * Decks of cards: what this pair has seen, what it wrote itself, how deep it goes. All of it is one record of the pair, in which each person has
 * fields of their own: `seen.<card>` the day it was last on their screen, `own.<card>` a card they wrote, `depth` how deep they are willing to go.
 * Alone, the same record lies in one's own space.
 */
import { dayNumber, numbersFrom, shuffled } from '../core/draw.js';
import { clip } from './journal.js';

const TYPE = 'decks';
const SEEN = 'seen.';
const OWN = 'own.';
export const OWN_CHARS = 140;
/** Nothing comes back within a year. */
const REST_DAYS = 365;
/** A phone's own pool of a deck is at most this long, so that an invitation stays small. */
const MOST_CARDS = 64;

/**
 * @typedef {{id: string, deck: string, depth: number, text: string, audience?: string, followUp?: string, isNear?: boolean}} Card
 * @typedef {{id: string, deck: string, text: string, isMine: boolean}} OwnCard
 * @typedef {Readonly<Record<string, readonly string[]>>} Drawn card ids by deck
 */

export class Decks {
  #me;
  #pair;
  #crypto;
  #today;
  /** @type {Map<string, string>} where the record of a space lies */ #records = new Map();

  /**
   * @param {object} parts
   * @param {() => import('./space.js').Space|null} parts.me @param {() => import('./space.js').Space|null} parts.pair the pair in use
   * @param {import('../core/ids.js').Crypto} parts.crypto @param {() => string} parts.today
   */
  constructor({ me, pair, crypto, today }) {
    this.#me = me;
    this.#pair = pair;
    this.#crypto = crypto;
    this.#today = today;
  }

  /** Of two, the pair's; of one alone, their own. */
  get #space() {
    return this.#pair() ?? this.#me();
  }

  /** Finds the record once; every other call is at once. */
  async prepare() {
    const space = this.#space;
    if (space && !this.#records.has(space.name)) this.#records.set(space.name, await space.meetAt(TYPE, 0, '', ''));
  }

  /** @returns {{person: number, isMine: boolean, name: string, value: any}[]} every field of both */
  get #fields() {
    const space = this.#space;
    const byPerson = space?.record(this.#records.get(space.name) ?? '')?.byPerson;
    return [...(byPerson ?? [])].flatMap(([person, fields]) =>
      [...fields]
        .filter(([, field]) => !field.isWithdrawn)
        .map(([name, { value }]) => ({ person, isMine: person === space?.person, name, value })),
    );
  }

  /** @returns {Map<string, number>} day number each card was last seen by either */
  #seen() {
    const seen = new Map();
    for (const { name, value } of this.#fields) {
      if (!name.startsWith(SEEN) || typeof value !== 'string') continue;
      const card = name.slice(SEEN.length);
      seen.set(card, Math.max(seen.get(card) ?? 0, dayNumber(value)));
    }
    return seen;
  }

  /** @returns {OwnCard[]} that the two wrote */
  own() {
    return this.#fields.flatMap(({ name, value, isMine }) => {
      if (!name.startsWith(OWN) || !Array.isArray(value) || value.some((each) => typeof each !== 'string')) return [];
      return [{ id: name, deck: value[0], text: value[1], isMine }];
    });
  }

  /** @param {string} id @returns {string|undefined} */
  ownText(id) {
    return this.own().find((each) => each.id === id)?.text;
  }

  /** Seen within a year. @param {string} card @param {number} today day number */
  isResting(card, today) {
    return today - (this.#seen().get(card) ?? -REST_DAYS) < REST_DAYS;
  }

  /** How deep cards may go: 3 only where both are willing, and what the other chose is not shown. @returns {1|2|3} */
  get depth() {
    const willing = this.#fields.filter(({ name, value }) => name === 'depth' && value === 3).length;
    return willing === (this.#pair() ? 2 : 1) ? 3 : 2;
  }

  /** What this person chose. @returns {boolean} */
  get isWillingDeep() {
    return this.#fields.some(({ name, value, isMine }) => isMine && name === 'depth' && value === 3);
  }

  /** @param {boolean} isWilling */
  async setWillingDeep(isWilling) {
    await this.#write([['depth', isWilling ? 3 : 2]]);
  }

  /** @param {string} deck @param {string} text */
  async add(deck, text) {
    const words = clip(text.trim(), OWN_CHARS);
    if (!words) return;
    const id = Array.from(this.#crypto.random(6), (byte) => byte.toString(16).padStart(2, '0')).join('');
    await this.#write([[OWN + id, [deck, words]]]);
  }

  /** @param {string} id of one's own card */
  async takeOut(id) {
    await this.prepare();
    const space = this.#space;
    await space?.withdraw(this.#records.get(space.name) ?? '', TYPE, [id]);
  }

  /** Cards were on the screen. @param {readonly string[]} cards */
  async note(cards) {
    const today = this.#today();
    const seen = this.#seen();
    const news = cards.filter((card) => seen.get(card) !== dayNumber(today));
    if (news.length > 0) await this.#write(news.map((card) => [SEEN + card, today]));
  }

  /** @param {[string, import('../core/codec.js').Value][]} values by field */
  async #write(values) {
    await this.prepare();
    const space = this.#space;
    await space?.write(this.#records.get(space.name) ?? '', TYPE, values);
  }

  /** Prompts of a deck for one alone to write to, what was not seen for a year first. @param {readonly Card[]} cards @param {string} deck @param {Parameters<typeof kindOf>[0]} pair @returns {Promise<readonly string[]>} ids */
  async prompts(cards, deck, pair) {
    await this.prepare();
    const seed = new DataView(this.#crypto.random(4).buffer).getUint32(0);
    const today = dayNumber(this.#today());
    return poolFrom(cards, { deck, least: 1, seen: this.#seen(), own: [], depth: this.depth, kind: kindOf(pair), today, seed });
  }

  /**
   * What a session may draw from: cards not seen for a year; where too few are left, those seen longest ago join them.
   * @param {import('../core/practice-schema.js').Practice} practice
   * @param {readonly Card[]} cards @param {{me: {relationship: string}, them: {relationship: string}}|null} pair
   * @param {string} mode on one phone, deep cards stay away: they need a screen of one's own to say yes or no
   * @returns {Promise<{decks: Drawn, dealt: Drawn}>} `dealt` is for both phones alike
   */
  async draw(practice, cards, pair, mode) {
    await this.prepare();
    const wanted = new Set([...JSON.stringify(practice).matchAll(/"deck:([a-z0-9-]+)"/g)].map(([, deck]) => deck ?? ''));
    const counts = new Map(Object.values(practice.phases).flatMap(({ cards: shown }) => countsOf(shown)));
    const dealt = new Map((practice.deals ?? []).map(({ deck, count }) => [deck, count]));
    const numbers = numbersFrom(new DataView(this.#crypto.random(4).buffer).getUint32(0));
    const poolOf = (/** @type {string} */ deck, /** @type {number} */ least) =>
      poolFrom(cards, {
        deck,
        least,
        seen: this.#seen(),
        own: this.own(),
        depth: mode === 'one-phone' ? Math.min(2, this.depth) : this.depth,
        kind: kindOf(pair),
        today: dayNumber(this.#today()),
        seed: numbers(),
      });
    return {
      decks: Object.fromEntries([...wanted].filter((deck) => !dealt.has(deck)).map((deck) => [deck, poolOf(deck, counts.get(deck) ?? 1)])),
      // as few as one screen shows: while that many were not seen, none of those that were is dealt
      dealt: Object.fromEntries([...dealt].map(([deck, count]) => [deck, poolOf(deck, counts.get(deck) ?? 1).slice(0, count)])),
    };
  }
}

/** How many cards of each deck are on one screen. @param {import('../core/practice-schema.js').Phase['cards']} shown @returns {[string, number][]} */
function countsOf(shown) {
  if (!shown) return [];
  const lists = [shown.list, ...[shown.instead ?? []].flat().map(({ list }) => list)].map(
    (list) => /** @type {[string, number]} */ ([list, shown.count]),
  );
  const piles = (shown.piles ?? []).map((pile) => /** @type {[string, number]} */ ([pile, 1]));
  return [...piles, ...lists].flatMap(([list, count]) => (list.startsWith('deck:') ? [[list.slice('deck:'.length), count]] : []));
}

/** Cards for one kind of pair are for those who both said they are one. @param {{me: {relationship: string}, them: {relationship: string}}|null} pair */
function kindOf(pair) {
  if (!pair || pair.me.relationship !== pair.them.relationship) return '';
  return { partner: 'partners', friend: 'friends', family: 'family' }[pair.me.relationship] ?? '';
}

/**
 * @param {readonly Card[]} cards
 * @param {{deck: string, least: number, seen: ReadonlyMap<string, number>, own: readonly OwnCard[], depth: number, kind: string, today: number, seed: number}} how
 *   `deck` with a depth behind it has the cards of that depth alone, also deep ones: a practice that asks for it has asked both; with `-far`, those that
 *   do not need one room
 * @returns {string[]} at most 64
 */
export function poolFrom(cards, { deck, least, seen, own, depth, kind, today, seed }) {
  const [, name = deck, far, only] = /^(.*?)(-far)?(?:-([123]))?$/.exec(deck) ?? [];
  const ids = [
    ...own.filter((each) => each.deck === name).map(({ id }) => id),
    ...shuffled(
      cards
        .filter(
          (card) =>
            card.deck === name &&
            !(far && card.isNear) &&
            (only ? card.depth === Number(only) : card.depth <= depth) &&
            (card.audience === undefined || card.audience === kind),
        )
        .map(({ id }) => id),
      seed,
    ),
  ];
  const isFresh = (/** @type {string} */ id) => today - (seen.get(id) ?? -REST_DAYS) >= REST_DAYS;
  const fresh = ids.filter(isFresh);
  const rested = ids.filter((id) => !isFresh(id)).sort((a, b) => (seen.get(a) ?? 0) - (seen.get(b) ?? 0));
  return [...fresh, ...rested.slice(0, Math.max(0, least - fresh.length))].slice(0, MOST_CARDS);
}
