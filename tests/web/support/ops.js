/** Ops without keys or seals, for tests of what they mean. */
import { hex } from '../../../web/core/bytes.js';
import { encodeSet, encodeWithdraw, KIND } from '../../../web/core/op.js';

/**
 * @typedef {import('../../../web/core/op.js').Op} Op
 * @typedef {{person: number, op: Op}} Authored
 */

export const RECORD = new Uint8Array(16).fill(7);

/**
 * @param {Partial<Op> & {opId: Uint8Array}} parts the rest is plain: a first op of a device, one field `text` of an `entry`
 * @returns {Op}
 */
export function plainOp(parts) {
  const { opId } = parts;
  return {
    signed: new Uint8Array(),
    signature: new Uint8Array(64),
    intent: opId.slice(0, 16),
    device: new Uint8Array(32),
    incarnation: new Uint8Array(16),
    counter: 0,
    ownPrevious: new Uint8Array(32),
    chainHead: new Uint8Array(32),
    parents: [],
    record: RECORD,
    kind: KIND.set,
    base: [],
    depth: 1,
    payload: encodeSet('entry', [['text', hex(opId).slice(0, 4)]]),
    ...parts,
    id: hex(opId),
  };
}

/** @param {...[string, any]} values */
export const set = (...values) => ({ kind: KIND.set, payload: encodeSet('entry', values) });

/** @param {...string} names */
export const withdraw = (...names) => ({ kind: KIND.withdraw, payload: encodeWithdraw('entry', names) });

/** 32 bytes that sort by their number. @param {number} n */
export const id = (n) => new Uint8Array(32).fill(n);

/**
 * All a fold shows of some records, as plain data that can be compared.
 * @param {import('../../../web/core/oplog.js').Fold} fold @param {Iterable<string>} records
 */
export function shown(fold, records) {
  return [...records].sort().map((recordId) => {
    const view = fold.record(recordId);
    if (!view) return [recordId, null];
    const persons = [...view.byPerson].sort(([a], [b]) => a - b);
    return [
      recordId,
      view.type,
      view.isReadOnly,
      persons.map(([person, fields]) => [person, [...fields].sort(([a], [b]) => (a < b ? -1 : 1))]),
    ];
  });
}
