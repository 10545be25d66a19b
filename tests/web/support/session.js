import { readFileSync } from 'node:fs';
import { contribution, next, receive, setOffset, start } from '../../../web/core/practice.js';
import { view } from '../../../web/core/practice-view.js';
import { dailyCheckIn } from '../../../web/practices/daily-check-in.js';

/** @typedef {import('../../../web/core/practice.js').State} State @typedef {0|1} Person */

export const T0 = 1_780_000_000_000;
export const SESSION = Object.freeze({ id: 'a1', seed: 4242, openerSeed: 77, day: '2026-11-24', isPaired: true });

const QUESTIONS = JSON.parse(readFileSync(new URL('../../../web/text/en/content/questions.json', import.meta.url), 'utf8')).questions;

/**
 * The first cards of each deck that is dealt to both; of a deck that holds what was before, nothing when it is the first time.
 * @param {import('../../../web/core/practice-schema.js').Practice} practice @param {boolean} isFirst @returns {Record<string, string[]>}
 */
const dealt = ({ deals = [] }, isFirst) =>
  Object.fromEntries(
    deals.map(({ deck, count }) => {
      const cards = QUESTIONS.filter((/** @type {any} */ card) =>
        [card.deck, `${card.deck}-${card.depth}`, `${card.deck}-far`].includes(deck),
      );
      return [
        deck,
        cards.length > 0
          ? cards.slice(0, count).map((/** @type {any} */ card) => card.id)
          : Array.from({ length: isFirst ? 0 : count }, (_, i) => `${deck} ${i + 1}`),
      ];
    }),
  );

/** Two phones in one session; their clocks may differ by `skewMs`, which both have estimated rightly. */
export class Pair {
  /** @type {[State, State]} */ states;
  now = T0;
  /** States that have nothing new for each other. @type {State[]} */ met = [];

  /** What each was shown last. @type {{state: State, at: number, view: import('../../../web/core/practice-view.js').View}[]} */ seen = [];

  constructor({
    mode = 'live',
    length = 'usual',
    starter = 0,
    skewMs = 0,
    practice = dailyCheckIn,
    variant = undefined,
    isFirst = true,
  } = {}) {
    this.skewMs = skewMs;
    const make = (/** @type {Person} */ me) =>
      start(
        /** @type {any} */ ({
          practice,
          session: { ...SESSION, decks: dealt(practice, isFirst), ...(variant ? { variant } : {}) },
          me,
          starter,
          length,
          mode,
        }),
      );
    this.states = [setOffset(make(0), -skewMs), setOffset(make(1), skewMs)];
  }

  /** @param {Person} person @returns {number} what this phone's clock shows */
  clock = (person) => this.now + (person === 1 ? this.skewMs : 0);

  /** @param {Person} person @param {string} type @param {object} [more] @returns {boolean} whether it did anything */
  tap(person, type, more = {}) {
    const before = this.states[person];
    this.states[person] = next(before, { type, at: this.clock(person), ...more });
    return this.states[person] !== before;
  }

  /** What `person` says now arrives at the other. @param {Person} person */
  deliver(person) {
    const to = person === 0 ? 1 : 0;
    this.states[to] = receive(this.states[to], contribution(this.states[person]));
  }

  /** Both hear each other until nothing is new. */
  meet() {
    for (let i = 0; i < 3; i += 1) {
      const [first, second] = this.states;
      if (this.met[0] === first && this.met[1] === second) return;
      this.deliver(0);
      this.deliver(1);
      this.met = this.states[0] === first && this.states[1] === second ? [first, second] : [];
    }
  }

  /** A tap that the other hears at once. @param {Person} person @param {string} type @param {object} [more] */
  say(person, type, more = {}) {
    const did = this.tap(person, type, more);
    this.meet();
    return did;
  }

  /** @param {Person} person */
  view(person) {
    const [state, at] = [this.states[person], this.clock(person)];
    const known = this.seen[person];
    if (known?.state === state && known.at === at) return known.view;
    const shown = view(state, person, at);
    this.seen[person] = { state, at, view: shown };
    return shown;
  }

  /** @param {number} seconds */
  wait(seconds) {
    this.now += seconds * 1000;
    return this;
  }

  /** Both begin, fill nothing, and open; then the usual starter speaks. */
  toSpeak() {
    for (const person of /** @type {Person[]} */ ([0, 1])) this.say(person, 'ready');
    for (const person of /** @type {Person[]} */ ([0, 1])) {
      this.say(person, 'enough');
      this.say(person, 'share', { fields: [] });
    }
    this.say(0, 'begin-me');
    return this;
  }
}
