/** Ten drawings of what can be noticed in somebody who tells: our own, in the line of the icons, 96 grid. */
import { svg } from '../../vendor/lit.js';

/** @type {Readonly<Record<string, import('../../vendor/lit.js').SVGTemplateResult>>} */
export const WATCH_PICTURES = Object.freeze({
  breath: svg`<path d="M30 14c0 10-8 12-12 22-4 11-4 30-2 46M66 14c0 10 8 12 12 22 4 11 4 30 2 46" /><path d="M48 30v24" /><path d="M48 44c-10 0-18 8-18 20 0 8 16 8 18-4M48 44c10 0 18 8 18 20 0 8-16 8-18-4" />`,
  jaw: svg`<path d="M24 20c-2 14-2 26 2 36 4 12 12 24 22 24s18-12 22-24c4-10 4-22 2-36" /><path d="M36 54c6 5 18 5 24 0" /><path d="M38 56c4 7 16 7 20 0" /><path d="M42 68h12" />`,
  shoulders: svg`<circle cx="48" cy="28" r="14" /><path d="M42 41v8c-18 2-30 10-32 30M54 41v8c18 2 30 10 32 30" /><path d="M16 44V30m-5 5 5-5 5 5M80 30v14m-5-5 5 5 5-5" />`,
  hands: svg`<path d="M34 84V62c-8-5-14-12-18-20 3-4 7-3 10 1l6 7V20c0-6 8-6 8 0v22-28c0-6 8-6 8 0v28-24c0-6 8-6 8 0v24-16c0-6 8-6 8 0v30c0 14-6 20-10 24v4" />`,
  pace: svg`<path d="M6 48c6-22 12-22 18 0s12 22 18 0c3-14 6-14 9 0s6 14 9 0 6-14 9 0 6 14 9 0 6-14 9 0" /><path d="M6 78h84" />`,
  eyes: svg`<path d="M8 48c10-16 24-24 40-24s30 8 40 24c-10 16-24 24-40 24S18 64 8 48Z" /><circle cx="54" cy="47" r="11" /><path d="M20 24l-5-7M48 16V8M76 24l5-7" />`,
  pitch: svg`<path d="M8 66c12 0 14-8 22-20s14-24 22-24 10 14 16 24 10 20 20 20" /><path d="M8 84h80" />`,
  volume: svg`<circle cx="22" cy="48" r="7" /><path d="M40 34c6 8 6 20 0 28M54 24c11 14 11 34 0 48M68 14c17 20 17 48 0 68" />`,
  pauses: svg`<path d="M6 48c4-14 8-14 12 0s8 14 12 0M66 48c4-14 8-14 12 0s8 14 12 0" /><path d="M38 48h.01M48 48h.01M58 48h.01" />`,
  warmth: svg`<path d="M10 66h76" /><path d="M24 66a24 24 0 0 1 48 0" /><path d="M48 30V16M24 40 14 30M72 40l10-10" /><path d="M22 80c6-4 10-4 16 0s10 4 16 0 10-4 16 0" />`,
});
