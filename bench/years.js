/**
 * Evaluated in a page of the app on a phone that has not begun: puts days of records straight into its store, signed and sealed as if they had been
 * synchronised. Noor is whose phone it is; Sam's ops are signed by a device of his. Each day: a check-in of both, three entries, one practice; every
 * third page has a photo, a stub without its bytes. What is seeded is settled, as most of what is old.
 * @param {{days: number}} how
 */
async ({ days }) => {
  const [{ openVault }, { Database }, { createCrypto }, chains, { makeOp, sealOp, encodeSet, KIND }, { createSpace }, ids, day, blobs, sessions, { eraseTag }, bytes] =
    await Promise.all(
      ['app/vault', 'io/database', 'io/crypto', 'core/chain', 'core/op', 'app/space', 'core/ids', 'core/day', 'core/blob', 'app/sessions', 'core/erase', 'core/bytes'].map(
        (name) => import(`/${name}.js`),
      ),
    );
  const { hex, unhex, compare } = bytes;
  const crypto = await createCrypto();
  const database = new Database('attune', { onReplaced: () => {} });
  const vault = await openVault(database, crypto);
  const newKeys = async () => ({ ...(await crypto.signKeypair()), ...(await crypto.kemKeypair()) });
  const secret = crypto.random(32);

  const own = await newKeys();
  const mine = await chains.createChain(crypto, { kind: chains.SPACE.me, keys: own });
  const [noorKeys, samKeys] = [await newKeys(), await newKeys()];
  const begun = await chains.createChain(crypto, { kind: chains.SPACE.us, keys: noorKeys });
  const transcript = crypto.random(32);
  const proposal = await chains.proposeAdd(crypto, begun.chain, { keys: noorKeys, added: samKeys, previousKey: begun.epochKey, transcript });
  const { chain: shared } = await chains.countersign(crypto, begun.chain, { ...proposal, keys: samKeys, transcript });
  const samDevice = [...shared.members.values()].find(({ person }) => person === 2).device;

  /** A device that writes: its ops, as the phone would make and keep them. */
  const writer = async (chain, keys, device, epochKey) => {
    const opsKey = await chains.subkey(crypto, epochKey, 'ops', chain.space, chain.epoch);
    const head = { incarnation: crypto.random(16), counter: 0, previous: ids.Z32 };
    const fields = new Map();
    const made = [];
    const put = async (record, type, values) => {
      const names = Object.keys(values);
      const before = names.flatMap((name) => fields.get(`${record}/${name}`) ?? []);
      const base = [...new Map(before.map(({ id }) => [hex(id), id])).values()].sort(compare);
      const depth = 1 + Math.max(0, ...before.map((each) => each.depth));
      const intent = crypto.random(16);
      const op = await makeOp(crypto, {
        space: chain.space, signSeed: keys.signSeed, intent, eraseTag: await eraseTag(crypto, secret, chain.space, intent), device, ...head,
        ownPrevious: head.previous, chainHead: chains.headOf(chain), parents: [], record: unhex(record), kind: KIND.set, base, depth,
        payload: encodeSet(type, Object.entries(values)),
      }); // biome-ignore format: the parts of an op
      head.previous = op.opId;
      head.counter += 1;
      for (const name of names) fields.set(`${record}/${name}`, { id: op.opId, depth });
      made.push({ opId: hex(op.opId), bytes: await sealOp(crypto, { space: chain.space, epoch: chain.epoch, opsKey }, op) });
    };
    return { put, made, head, space: hex(chain.space), meet: async (...where) => hex(await ids.recordId(crypto, chain.space, ...where)) };
  };
  const me = await writer(mine.chain, own, mine.device, mine.epochKey);
  const noor = await writer(shared, noorKeys, begun.device, proposal.epochKey);
  const sam = await writer(shared, samKeys, samDevice, proposal.epochKey);

  const newId = () => hex(crypto.random(16));
  const chance = (most) => crypto.random(2).reduce((sum, byte) => sum * 256 + byte, 0) % most;
  const WORDS = 'rain came early and we walked home slowly past the old harbour talking about the garden your mother and what tomorrow may bring'.split(' ');
  const words = (count) => Array.from({ length: count }, () => WORDS[chance(WORDS.length)]).join(' ');
  const SKIES = ['clear', 'breeze', 'still', 'overcast', 'fog', 'rain', 'wind', 'storm'];
  const PRACTICES = ['deep-listening', 'weekly-retreat', 'shared-problem-solving', 'two-stars-one-wish', 'praise-plus-together', 'shared-storytelling',
    'compassionate-curiosity', 'perspective-first', 'structured-listening', 'physical-synchrony', 'nonverbal-attunement', 'empathy-in-action',
    'three-appreciations', 'values-alignment', 'growth-revisit', 'moments-journal']; // biome-ignore format: a list
  const photo = async (place) => {
    const blob = { media: blobs.JPEG, id: crypto.random(16), epoch: shared.epoch, length: 90_000, deleteTag: crypto.random(32), names: [crypto.random(32)] };
    await me.put(newId(), 'blob', { upload: [unhex(me === place.writer ? me.space : noor.space), unhex(place.record), 'photo', blobs.blobValue(blob), crypto.random(32)] });
    return blobs.photoValue({ blob, width: 1200, height: 900, words: words(6) });
  };
  const pair = noor.space;

  const side = () => ({ sky: SKIES[chance(8)], words: [['calm', 'calm', 'peace', 1]], energy: chance(5), mattered: words(14), 'good-news': false, worry: words(8) });
  const checkIn = async (label, at) => {
    const record = await noor.meet('daily-check-in', 0, label, '');
    const said = side();
    await me.put(await me.meet('daily-check-in', 1, label, pair), 'check-in-kept', { ...said, day: label, 'done-at': at, pair });
    await noor.put(record, 'check-in', { ...said, 'shared-at': at, day: label });
    await sam.put(record, 'check-in', { ...side(), 'shared-at': at + 60_000, day: label });
  };

  const thanks = () => ({ deed: words(12), shows: words(8), meant: words(10) });
  const ENTRIES = [
    async (at) => me.put(newId(), 'entry', { title: words(4), text: words(60), at }),
    async (at, n) => {
      const record = newId();
      const picture = n % 2 ? { photo: await photo({ writer: noor, record }) } : {};
      await (n % 2 ? noor : sam).put(record, 'entry', { title: words(4), text: words(60), at, ...picture });
    },
    async (at, _n, label) => {
      const record = newId();
      const said = thanks();
      await me.put(record, 'thanks', { ...said, at, pair, 'given-on': label, read: true });
      await noor.put(record, 'thanks', { ...said, at });
      await sam.put(record, 'thanks', { answer: 0 });
    },
    async (at, _n, label) => {
      const record = newId();
      await sam.put(record, 'thanks', { ...thanks(), at });
      await noor.put(record, 'thanks', { answer: 1 });
      await me.put(record, 'thanks', { 'answered-on': label, at, pair });
    },
    async (at) => {
      const record = newId();
      const said = { title: words(4), page: words(50) };
      await me.put(record, 'moment', { ...said, audience: 2, at, pair });
      await noor.put(record, 'moment', { ...said, at });
      await sam.put(record, 'moment', { story: words(12) });
      await noor.put(record, 'moment', { taken: true });
    },
    async (at) => {
      const record = newId();
      await sam.put(record, 'moment', { title: words(4), page: words(50), at });
      await noor.put(record, 'moment', { story: words(12) });
      await me.put(record, 'moment', { closed: true, at, pair });
    },
    async (at) => {
      const record = newId();
      const said = { kind: 1, act: words(10), 'if-then': words(6) };
      await me.put(record, 'act', { ...said, at, pair, sees: 1 });
      await me.put(record, 'act', { outcome: 'done', after: words(8), read: true });
      await noor.put(record, 'act', { ...said, outcome: 'done', at });
      await sam.put(record, 'act', { reached: words(5) });
    },
    async (at, n) => {
      const record = newId();
      await noor.put(record, 'memory', { title: words(3), when: words(2), where: words(2), piece: words(40), at, photo: await photo({ writer: noor, record }) });
      if (n % 2) await sam.put(record, 'memory', { piece: words(30) });
    },
    async (at) => {
      const record = newId();
      const asked = { need: words(8), when: words(3), why: words(6), words: [] };
      await me.put(record, 'request', { ...asked, written: at, edition: 1, read: '1/no/0/', at, pair });
      await noor.put(record, 'request', { ...asked, edition: 1, sent: at, written: at, at });
      await sam.put(record, 'request', { answer: [1, 'no', words(4), ''] });
    },
  ];

  const practise = async (n, label, at) => {
    const practice = PRACTICES[n % PRACTICES.length];
    const record = await noor.meet(practice, 0, label, 'session/1');
    const invite = sessions.beginningRow({ at, day: label, length: 'usual', starter: n % 2, mode: 'live', practice, version: 1, variant: '', dealt: {} });
    const marks = (length) => [['floor', length, length, n % 2, at + length * 60_000, 1], ...Array.from({ length }, (_, i) => [`ready/${i}`, at + i * 60_000])];
    const name = practice === 'two-stars-one-wish' ? 'wish' : practice === 'weekly-retreat' ? 'change' : 'line';
    await noor.put(record, 'session', { invite, day: label });
    await sam.put(record, 'session', { marks: marks(1) });
    for (const length of [1, 3]) await noor.put(record, 'session', { marks: marks(length) });
    for (const who of [noor, sam]) await who.put(record, 'session', { [`f.${name}`]: words(12) });
    if (name === 'wish') {
      for (const who of [noor, sam]) await who.put(record, 'session', { 'f.answer': 3 });
      await me.put(record, 'wish', { heard: 3, at, pair });
    }
    await sam.put(record, 'session', { marks: marks(4), end: 'close', closed: true });
    await noor.put(record, 'session', { marks: marks(5), end: 'close', closed: true });
    await me.put(await me.meet('session-note', 1, '', record), 'session-note', { session: record, practice, day: label, 'f.note': words(15) });
  };

  await me.put(await me.meet('self', 1, '', ''), 'self', { 'erase-secret': secret, name: 'Noor' });
  await noor.put(await noor.meet('person', 1, '', ''), 'person', { name: 'Noor', relationship: 1 });
  await sam.put(await sam.meet('person', 2, '', ''), 'person', { name: 'Sam', relationship: 1 });
  const today = day.dayLabel(Date.now());
  /** Which of the other's lines the phone has shown, by month (web/ui/seen-lines.js). */ const seen = new Map();
  for (let n = 0; n < days; n += 1) {
    const label = day.addDays(today, n - days + 1);
    const at = Math.min(day.noonOf(label), Date.now() - 3_600_000);
    await checkIn(label, at);
    const shown = ['sky', 'words', 'mattered'].map((line) => [line, JSON.stringify(words(5))]);
    seen.set(label.slice(0, 7), [...(seen.get(label.slice(0, 7)) ?? []), [label, shown]]);
    for (let k = 0; k < 3; k += 1) await ENTRIES[(3 * n + k) % ENTRIES.length](at + k * 1000, n, label);
    await practise(n, label, at + 5000);
    if (n % 30 === 0) {
      const record = await noor.meet('pause', 0, label, 'run/1');
      for (const who of [noor, sam]) await who.put(record, 'pause', { call: [at, at + 1_800_000], ready: at + 1_800_000 });
    }
  }

  await createSpace(vault, crypto, { chain: mine.chain, keys: own, device: mine.device });
  await createSpace(vault, crypto, { chain: shared, keys: noorKeys, device: begun.device });
  for (const { space, head } of [me, noor]) await vault.put(`space/${space}/head`, [head.incarnation, head.counter, head.previous]);
  await vault.put(`pair/${pair}`, [Date.now() - days * 86_400_000, ['Noor', 1], ['Sam', 1]]);
  await vault.put('current-pair', pair);
  const rows = [me, noor, sam].flatMap(({ space, made }) => made.map((row) => ({ space, ...row })));
  for (let from = 0; from < rows.length; from += 2000)
    await database.run('readwrite', ['ops'], async (tx) => {
      for (const row of rows.slice(from, from + 2000)) void tx.objectStore('ops').add(row);
    });
  for (const [month, lines] of seen) await vault.put(`draft/seen/${pair}/${month}`, lines);
  await vault.put('me', me.space);
  database.close();
  return { ops: rows.length, bytes: rows.reduce((sum, row) => sum + row.bytes.length, 0) };
}
