/**
 * The sentences of Today, by area. They travel in one file, packs/today.<language>.ftl (tools/packs.mjs): one by one they would take longer to
 * fetch than to read.
 */
export const TODAY = Object.freeze([
  'today',
  'check-in',
  'live',
  'acts',
  'revisits',
  'moments',
  'retreat',
  'values',
  'thanks',
  'three-appreciations',
  'wishes',
  'two-stars-one-wish',
  'memories',
  'requests',
  'offers',
]);
