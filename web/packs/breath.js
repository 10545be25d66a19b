import { w, t, d, qt, Kt } from './main.js';

/** A breath on a clock: whoever knows when it began is at the same place of it. Nothing is ever held. */

/** How long one half may last, in seconds. */
const BREATH_SECONDS = Object.freeze({ quick: 4, usual: 5, slow: 6 });

/**
 * @typedef {object} Breath
 * @property {boolean} isIn @property {number} index how many breaths were before this one @property {number} fraction 0…1 of this half that is gone
 * @property {number} level 0…1 how full, slow at both turns @property {number} turnsInMs until the other half begins
 */

/**
 * @param {number} nowMs @param {number} startedAtMs before it, the first breath has not begun @param {number} inSeconds @param {number} outSeconds
 * @returns {Breath}
 */
function breathAt(nowMs, startedAtMs, inSeconds, outSeconds) {
  const inMs = inSeconds * 1000;
  const wholeMs = inMs + outSeconds * 1000;
  const elapsed = Math.max(0, nowMs - startedAtMs);
  const index = Math.floor(elapsed / wholeMs);
  const within = elapsed - index * wholeMs;
  const isIn = within < inMs;
  const halfMs = isIn ? inMs : wholeMs - inMs;
  const gone = isIn ? within : within - inMs;
  const fraction = gone / halfMs;
  const rise = (1 - Math.cos(Math.PI * fraction)) / 2;
  return { isIn, index, fraction, level: isIn ? rise : 1 - rise, turnsInMs: halfMs - gone };
}

/**
 * One calm shape that grows with the breath in and shrinks with the breath out. `breathShape` is a function of the clock; `breath` is the same
 * shape with a clock that runs. With reduced motion only the horizon and the words “in” and “out” are there.
 */

/**
 * @typedef {object} Rhythm
 * @property {number} nowMs @property {number} startedAtMs @property {number} inSeconds @property {number} outSeconds
 *
 * @typedef {Rhythm & {words?: readonly [string, string], wordsFor?: number, turned?: (isIn: boolean) => void}} How `words` for in and out, in the first
 *   `wordsFor` breaths; `turned` at each turn of the breath
 */

const SMALLEST = 0.86;
/** The innermost circle moves more: it is what the eye follows. */
const HEART = 92;
const SMALLEST_HEART = 0.62;
/** The screen reader says the words for so many breaths, then it is quiet. */
const BREATHS_HEARD = 4;
const FRAME_MS = 30;

/** The shape at one moment, over the horizon; where nothing should move, the horizon alone. @param {Rhythm} rhythm @param {boolean} [isStill] */
function breathShape({ nowMs, startedAtMs, inSeconds, outSeconds }, isStill = false) {
  const { level } = breathAt(nowMs, startedAtMs, inSeconds, outSeconds);
  const scale = (SMALLEST + (1 - SMALLEST) * level).toFixed(4);
  const heart = (HEART * (SMALLEST_HEART + (1 - SMALLEST_HEART) * level)).toFixed(2);
  return qt`
    <svg class="breath" viewBox="0 0 390 340" aria-hidden="true">
      ${
        isStill
          ? d
          : Kt`<g transform=${`translate(195 170) scale(${scale})`} fill="var(--primary)">
              <circle r="150" opacity=".07" /><circle r="122" opacity=".1" /><circle r=${heart} opacity=".16" />
              <circle r="122" fill="none" stroke="var(--primary)" stroke-width="1.5" opacity=".5" />
            </g>`
      }
      <path class="ground" d="M-3000 170H3400" vector-effect="non-scaling-stroke" stroke="var(--ink)" stroke-width="1.5" />
      <path d="M70 178h32M286 178h40M120 186h18M250 187h26" stroke="var(--ink)" stroke-width="1.3" stroke-linecap="round" opacity=".35" />
    </svg>
  `;
}

class BreathClock extends w {
  static properties = { how: { attribute: false }, isStill: { state: true } };

  constructor() {
    super();
    /** @type {How} */ this.how = { nowMs: 0, startedAtMs: 0, inSeconds: 5, outSeconds: 5 };
    this.isStill = false;
    this.motion = window.matchMedia('(prefers-reduced-motion: reduce)');
    this.setStill = () => {
      this.isStill = this.motion.matches;
    };
    /** By how much the clock that is asked for is ahead of this one. */ this.aheadMs = 0;
    /** @type {number|undefined} */ this.frame;
    /** @type {number|undefined} */ this.turning;
    this.drawnAt = 0;
    /** @type {boolean|null} */ this.wasIn = null;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setStill();
    this.motion.addEventListener('change', this.setStill);
    this.frame = requestAnimationFrame(this.draw);
    this.#waitForTurn();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.motion.removeEventListener('change', this.setStill);
    cancelAnimationFrame(this.frame ?? 0);
    window.clearTimeout(this.turning);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('how')) return;
    this.aheadMs = this.how.nowMs - Date.now();
    if (this.isConnected) this.#waitForTurn();
  }

  get #nowMs() {
    return Date.now() + this.aheadMs;
  }

  get #breath() {
    const { startedAtMs, inSeconds, outSeconds } = this.how;
    return breathAt(this.#nowMs, startedAtMs, inSeconds, outSeconds);
  }

  /** Every other frame is enough for something this slow. @param {number} at */
  draw = (at) => {
    this.frame = requestAnimationFrame(this.draw);
    if (this.isStill || at - this.drawnAt < FRAME_MS) return;
    this.drawnAt = at;
    this.requestUpdate();
  };

  /** A timer, not a frame: the turn is heard also with the screen away. */
  #waitForTurn() {
    window.clearTimeout(this.turning);
    const { isIn, turnsInMs } = this.#breath;
    if (this.wasIn !== null && this.wasIn !== isIn) this.how.turned?.(isIn);
    this.wasIn = isIn;
    this.turning = window.setTimeout(() => {
      this.#waitForTurn();
      this.requestUpdate();
    }, turnsInMs + 1);
  }

  render() {
    const { isIn, index } = this.#breath;
    const [inWord, outWord] = this.how.words ?? [t('breath-in'), t('breath-out')];
    const word = isIn ? inWord : outWord;
    const isShown = this.isStill || index < (this.how.wordsFor ?? Number.POSITIVE_INFINITY);
    return qt`<div class="breathing">
      ${breathShape({ ...this.how, nowMs: this.#nowMs }, this.isStill)}
      <span class="in" aria-hidden="true">${isShown ? word : d}</span>
      <span class="vh" aria-live="polite">${index < BREATHS_HEARD ? word : d}</span>
    </div>`;
  }
}
customElements.define('breath-clock', BreathClock);

/** The shape, running from this moment on. @param {How} how */
const breath = (how) => qt`<breath-clock .how=${how}></breath-clock>`;

export { BREATH_SECONDS, breath };
