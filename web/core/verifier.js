/**
 * Who wrote an op (protocol O4, O7). One verified signature authenticates its unbroken run of predecessors, so most ops cost no signature
 * check. What verified ops say of ops that come later, or came before and were refused, is remembered: which ops are good is a function of
 * the set of ops, not of how they arrived.
 */
import { equal, hex } from './bytes.js';

/**
 * @typedef {import('./op.js').Op} Op
 * @typedef {(chainHead: string) => import('./chain.js').Members|undefined} MembersAt undefined: a head not known yet
 */

export class Verifier {
  /** @type {Set<string>} */ #good = new Set();
  /** @type {Set<string>} op id and place that a good op names as its predecessor */ #vouched = new Set();
  /** @type {Map<string, Op>} refused for its signature; its successor may still vouch for it */ #refused = new Map();

  /** Ops that were found good before, on this phone. @param {Iterable<Op>} ops */
  trust(ops) {
    for (const op of ops) this.#accept(op, []);
  }

  /**
   * What was found good before, without the ops themselves: the last of each run, and what good ops say of some that have not come.
   * @param {Iterable<string>} tips ids @param {Iterable<string>} vouched
   */
  remember(tips, vouched) {
    for (const id of tips) this.#good.add(id);
    for (const place of vouched) this.#vouched.add(place);
  }

  /** @returns {string[]} what good ops say of others that are not known to be good */
  get vouched() {
    return [...this.#vouched];
  }

  /**
   * @param {import('./ids.js').Crypto} crypto @param {Op[]} ops opened, their ids checked @param {MembersAt} membersAt
   * @returns {Promise<{good: Op[], parked: Op[], bad: Op[]}>} good: also ops refused before that are vouched for now;
   *   parked: acted under a chain entry this phone has not seen (O7)
   */
  async verify(crypto, ops, membersAt) {
    /** @type {Op[]} */ const good = [];
    /** @type {Op[]} */ const parked = [];
    /** @type {Op[]} */ const bad = [];
    /** @type {Map<string, Map<string, Op>>} */ const chains = new Map();
    for (const op of ops) {
      const members = membersAt(hex(op.chainHead));
      if (!members) parked.push(op);
      else if (!members.has(hex(op.device))) bad.push(op);
      else {
        const key = chainOf(op);
        chains.set(key, (chains.get(key) ?? new Map()).set(op.id, op));
      }
    }
    for (const chain of chains.values()) {
      const sorted = [...chain.values()].sort((a, b) => a.counter - b.counter);
      for (const run of runsOf(sorted)) {
        const end = await this.#lastGood(crypto, run, membersAt);
        for (const op of run.slice(0, end)) this.#accept(op, good);
        for (const op of run.slice(end)) this.#refused.set(op.id, op);
      }
    }
    for (const chain of chains.values()) for (const op of chain.values()) if (!this.#good.has(op.id)) bad.push(op);
    return { good, parked, bad };
  }

  /** How many ops of a run are good: all up to the last that is signed or vouched for. @param {import('./ids.js').Crypto} crypto @param {Op[]} run @param {MembersAt} membersAt */
  async #lastGood(crypto, run, membersAt) {
    for (let end = run.length; end > 0; end -= 1) {
      const op = /** @type {Op} */ (run[end - 1]);
      if (this.#good.has(op.id) || this.#vouched.has(placeOf(op, op.counter, op.id))) return end;
      const signPk = membersAt(hex(op.chainHead))?.get(hex(op.device))?.signPk;
      if (signPk && (await crypto.verify(signPk, op.signed, op.signature))) return end;
    }
    return 0;
  }

  /** @param {Op} op @param {Op[]} good gets it, and those it vouches for that were refused */
  #accept(op, good) {
    /** @type {Op|undefined} */ let next = op;
    while (next) {
      this.#good.add(next.id);
      this.#refused.delete(next.id);
      this.#vouched.delete(placeOf(next, next.counter, next.id));
      good.push(next);
      const before = hex(next.ownPrevious);
      if (next.counter === 0 || this.#good.has(before)) return;
      const place = placeOf(next, next.counter - 1, before);
      const waiting = this.#refused.get(before);
      if (!waiting) this.#vouched.add(place);
      next = waiting && placeOf(waiting, waiting.counter, waiting.id) === place ? waiting : undefined;
    }
  }
}

/** @param {Op} op */
const chainOf = (op) => hex(op.device) + hex(op.incarnation);

/** @param {Op} op of the chain @param {number} counter @param {string} id */
const placeOf = (op, counter, id) => `${chainOf(op)}/${counter}/${id}`;

/** @param {Op[]} sorted by counter @returns {Op[][]} each op of a run names the one before it */
function runsOf(sorted) {
  /** @type {Op[][]} */ const runs = [];
  for (const op of sorted) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && op.counter === before.counter + 1 && equal(op.ownPrevious, before.opId)) run.push(op);
    else runs.push([op]);
  }
  return runs;
}
