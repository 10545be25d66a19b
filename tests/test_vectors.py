"""Every vector, read by `sync/` or by the reference device; the app reads all of them in tests/web/vectors.test.js."""

import itertools
import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from sync.blobs import delete_tag, name_of, refusal
from sync.chain import Chain as ServerChain
from sync.chain import read
from sync.codec import decode, encode
from sync.errors import ChainInvalid, Close, Code, Malformed
from sync.frames import Error, Ping, Pong, decode_client, decode_server
from sync.ids import device_id, space_id
from sync.ids import first_r as server_first_r
from sync.ids import next_r as server_next_r
from sync.session import End, Send, Session
from sync.signatures import is_signed, is_valid_key
from tests.conftest import serving
from tests.support import codec as second
from tests.support.client import client
from tests.support.judge import blobs, ops, pairing, primitives
from tests.support.judge.chain import Chain, Keys, Member, open_epochs, read_chain, read_entry
from tests.support.judge.fold import Said, fold, next_base
from tests.support.judge.log import Listing, advance, first_r, next_r
from tests.support.judge.primitives import Refused
from tests.support.judge.whispers import Whisperer
from tests.vectors.blobs import content_of
from tests.vectors.chains import ChainMaker
from tests.vectors.generate import all_vectors, worked_bytes
from tests.vectors.parts import Device

FOLDER = Path(__file__).parent / "vectors"
PLAIN = st.none() | st.booleans() | st.integers(0, 2**53 - 1) | st.text(max_size=40) | st.binary(max_size=300)
VALUES = st.recursive(PLAIN, lambda inner: st.lists(inner, max_size=20), max_leaves=40).filter(lambda value: _depth(value) <= 8)


def _depth(value: object) -> int:
    return 1 + max(map(_depth, value), default=0) if isinstance(value, list) else 0


def vectors(area: str) -> list:
    files = sorted((FOLDER / area).glob("*.json"))
    assert files, area
    return [pytest.param(json.loads(file.read_text()), id=file.stem) for file in files]


def test_the_worked_bytes_of_the_page_are_those_of_the_vectors():
    page = (FOLDER.parent.parent / "docs" / "protocol.md").read_text()
    assert page.endswith(worked_bytes())


@given(VALUES)
def test_e1_e2_two_codecs_agree(value):
    assert second.encode(value) == encode(value)
    assert second.decode(encode(value)) == value == decode(second.encode(value))


@given(st.binary(max_size=60))
def test_e2_two_codecs_refuse_alike(data):
    try:
        value = decode(data)
    except Malformed:
        with pytest.raises(ValueError, match="E"):
            second.decode(data)
    else:
        assert second.decode(data) == value


def test_the_files_are_what_the_generator_makes():
    made = all_vectors()
    files = {file.relative_to(FOLDER).with_suffix("").as_posix(): json.loads(file.read_text()) for file in FOLDER.glob("*/*.json")}
    assert files == json.loads(json.dumps(made))
    assert len(files) > 400


def test_every_area_is_read_in_python_and_in_javascript_and_told_of():
    areas = {file.parent.name for file in FOLDER.glob("*/*.json")}
    for reader in (Path(__file__), Path(__file__).parent / "web" / "vectors.test.js"):
        text = reader.read_text()
        assert {area for area in areas if not re.search(rf"""["'/]{area}["'/]""", text)} == set(), reader.name
    assert {area for area in areas if f"`{area}`" not in (FOLDER / "README.md").read_text()} == set()


@pytest.mark.parametrize("vector", vectors("codec"))
def test_e1_e2_e3_codec(vector):
    data = bytes.fromhex(vector["bytes"])
    if vector["expect"] == "ok":
        assert encode(decode(data)) == data == second.encode(second.decode(data))
        return
    with pytest.raises(Malformed):
        decode(data)
    with pytest.raises(ValueError, match="E"):
        second.decode(data)


@pytest.mark.parametrize("vector", vectors("signature"))
def test_k1_signatures(vector):
    parts = (bytes.fromhex(vector[name]) for name in ("key", "message", "signature"))
    assert is_signed(*parts) is (vector["expect"] == "ok")


@pytest.mark.parametrize("vector", vectors("key"))
def test_k1_keys(vector):
    assert is_valid_key(bytes.fromhex(vector["key"])) is (vector["expect"] == "ok")


@pytest.mark.parametrize("vector", vectors("chain"))
def test_c1_to_c14_chains(vector):
    chain = ServerChain(bytes.fromhex(vector["space"]))
    *before, last = [bytes.fromhex(entry) for entry in vector["entries"]]
    for entry in before:
        chain, _ = read(chain, entry)
    if vector["expect"] == "refused":
        with pytest.raises(ChainInvalid) as refused:
            read(chain, last)
        assert refused.value.rule == vector["rule"]
        return
    following, verdict = read(chain, last)
    assert verdict.kind == vector["expect"]
    if verdict.kind == "void":
        assert verdict.rule == vector["rule"]
        assert following.members == chain.members
    assert following.n == chain.n + 1


def test_c6_sixteen_devices_not_seventeen():
    maker = ChainMaker("many")
    server, device = ServerChain(maker.space), Chain(maker.space)
    members, entry = [maker.noor], maker.create
    for n in range(17):
        server, server_verdict = read(server, entry)
        device, verdict = read_entry(device, entry)
        expected = ("void", "C6") if n == 16 else ("effective", None)
        assert (server_verdict.kind, server_verdict.rule) == (verdict.kind, verdict.rule) == expected
        members.append(Device(maker.random))
        adds = [[members[-1].sign_pk, members[-1].kem_pk, 1, 0]]
        devices = sorted(each.id for each in members)
        parts = maker.add(n=n + 1, prev=device.head, type=1, devices=devices, adds=adds, extra=[])
        entry = maker.entry(parts, maker.noor, members[-1])


def test_i1_i2_identifiers_w4_log_w2_hello():
    def one(name: str) -> dict:
        return json.loads((FOLDER / f"{name}.json").read_text())

    space = one("id/space")
    keys = bytes.fromhex(space["sign_pk"]), bytes.fromhex(space["kem_pk"])
    assert space_id(space["kind"], bytes.fromhex(space["random"]), *keys).hex() == space["expect"]
    assert device_id(*keys).hex() == one("id/device")["expect"]
    log = one("log/rolling")
    r = server_first_r(bytes.fromhex(log["space"]), bytes.fromhex(log["log_id"]))
    rolled = [r]
    for op_id in log["op_ids"]:
        rolled.append(server_next_r(rolled[-1], bytes.fromhex(op_id)))
    assert [each.hex() for each in rolled] == log["expect"]
    assert decode_client(bytes.fromhex(one("frame/hello")["expect"])).origin == "https://attune.example"


@pytest.mark.parametrize("vector", vectors("wire"))
def test_w14_m2_frames(vector):
    data = bytes.fromhex(vector["bytes"])
    read = decode_client if vector["to"] == "server" else decode_server
    if vector["expect"] == "version":
        error, end = Session(bytes(32), lambda _origin: True, None).receive(read(data), None)
        assert (error, end) == (Send(Error(Code.VERSION)), End(Close.VERSION))
        return
    if vector["expect"] == "ok":
        assert encode(read(data)) == data
        return
    with pytest.raises(Malformed):
        read(data)


@pytest.mark.parametrize(
    ("make", "most"),
    [
        (lambda n: [5, [bytes(32)] * n], 500),
        (lambda n: [6, bytes(n)], 16 * 1024),
        (lambda n: [9, 0, bytes(n)], 24 * 1024),
        (lambda n: [2, 0, [b""] * n], 1000),
        (lambda n: [1, 1, "o" * n, bytes(32), bytes(32), bytes(64)], 256),
    ],
    ids=["pull", "whisper", "post", "chain", "origin"],
)
def test_section_11_frames_over_a_limit_are_malformed(make, most):
    assert encode(decode_client(second.encode(make(most)))) == second.encode(make(most))
    with pytest.raises(Malformed):
        decode_client(second.encode(make(most + 1)))


TRUE_ANSWERS = [each for each in vectors("reconcile") if each.values[0]["rule"] != "W7" and each.values[0]["expect"] != "refused"]


@pytest.mark.parametrize("vector", TRUE_ANSWERS)
async def test_w5_w6_what_a_server_answers_to_open(vector, store, monkeypatch):
    space, r, log_id = unhex(vector, "space", "r", "log_id")
    keys = Keys(SigningKey(*unhex(vector, "sign_seed")), *unhex(vector, "kem_seed"))
    entries = [bytes.fromhex(entry) for entry in vector["entries"]]
    for module in ("memory_store", "sqlite_store"):
        monkeypatch.setattr(f"server.{module}.secrets", SimpleNamespace(token_bytes=lambda _length: log_id))
    await store.add_entries(space, 0, entries)
    await store.append(space, [(ops.read_header(op)[2], op) for op in map(bytes.fromhex, vector["log"])])
    opened, *pages = [second.decode(bytes.fromhex(frame)) for frame in vector["frames"]]
    async with serving(store) as (port, _), client(port) as device:
        await device.open(keys, space, entries, vector["n"], r)
        assert second.decode(encode(await device.next())) == opened
        if pages:  # how many frames a list or a tail is cut into is the server's to decide
            whole = [*pages[0][:2], [item for _, _, page in pages for item in page]]
            assert second.decode(encode(await device.next())) == whole
        await device.send(Ping(9))
        assert await device.next() == Pong(9), "and nothing more"


# The rules of devices, by the reference written from the page.


def unhex(vector: dict, *names: str) -> list[bytes]:
    return [bytes.fromhex(vector[name]) for name in names]


@pytest.mark.parametrize("vector", vectors("signature"))
def test_k1_signatures_as_a_device_reads_them(vector):
    assert primitives.is_signed(*unhex(vector, "key", "message", "signature")) is (vector["expect"] == "ok")


@pytest.mark.parametrize("vector", vectors("key"))
def test_k1_keys_as_a_device_reads_them(vector):
    assert primitives.is_valid_key(*unhex(vector, "key")) is (vector["expect"] == "ok")


@pytest.mark.parametrize("vector", vectors("chain"))
def test_c1_to_c14_chains_as_a_device_reads_them(vector):
    *before, last = [bytes.fromhex(entry) for entry in vector["entries"]]
    chain = read_chain(bytes.fromhex(vector["space"]), before)
    if vector["expect"] == "refused":
        with pytest.raises(Refused) as refused:
            read_entry(chain, last)
        assert refused.value.rule == vector["rule"]
        return
    following, verdict = read_entry(chain, last)
    assert (verdict.kind, verdict.rule) == (vector["expect"], vector["rule"] if vector["expect"] == "void" else None)
    assert (following.members != chain.members) == (verdict.kind == "effective")
    assert len(following.entries) == len(vector["entries"])


def ops_key(vector: dict) -> bytes:
    return primitives.subkey(*unhex(vector, "epoch_key"), "ops", *unhex(vector, "space"), 0)


@pytest.mark.parametrize("vector", vectors("op"))
def test_o1_to_o12_ops(vector):
    def read() -> ops.Op:
        op = ops.open_op(*unhex(vector, "space"), ops_key(vector), *unhex(vector, "op"))
        primitives.require(primitives.is_signed(*unhex(vector, "sign_pk"), op.signed, op.signature), "bad signature")
        ops.read_payload(op.kind, op.payload)
        return op

    if vector["expect"] != "ok":
        with pytest.raises(Refused) as refused:
            read()
        assert refused.value.rule == vector["expect"]
        return
    op = read()
    assert (op.record.hex(), op.kind, op.payload.hex()) == (vector["record"], vector["kind"], vector["payload"])


@pytest.mark.parametrize("vector", vectors("author"))
def test_o7_authors(vector):
    chain = read_chain(*unhex(vector, "space"), [bytes.fromhex(entry) for entry in vector["entries"]])
    opened = [ops.open_op(*unhex(vector, "space"), ops_key(vector), bytes.fromhex(op)) for op in vector["ops"]]
    for order in itertools.permutations(opened):
        authors, said = ops.Authors(), {}
        for op in order:
            verdict, good = authors.hear(chain, op)
            said |= {op.op_id: verdict} | {each.op_id: "good" for each in good}
        assert [said[op.op_id] for op in opened] == vector["expect"]


@pytest.mark.parametrize("vector", vectors("run"))
def test_o4_runs(vector):
    opened = [ops.open_op(*unhex(vector, "space"), ops_key(vector), bytes.fromhex(op)) for op in vector["ops"]]
    member = Member(*unhex(vector, "sign_pk"), b"", 1)
    chain = Chain(*unhex(vector, "space"), members_at={op.chain_head: {op.device: member} for op in opened})
    for order in itertools.permutations(opened):
        good = ops.good_ops(chain, order)
        assert [op.op_id in good for op in opened] == vector["expect"]


def said_in(vector: dict) -> list[Said]:
    """The ops, then the intents not yet signed, of a vector of the fold."""

    def payload(kind: int, content: dict | list | str, type_: str = "t") -> bytes:
        if isinstance(content, str):
            return bytes.fromhex(content)
        return second.encode([type_, content if kind == ops.WITHDRAW else sorted(map(list, content.items()))])

    said = [
        Said(bytes([at]) * 32, person, bytes([intent]) * 16, ids(base), depth, kind, payload(kind, *content))
        for at, person, intent, base, depth, kind, *content in vector["ops"]
    ]
    for made, (intent, person, base, base_intents, depth, kind, *content) in enumerate(vector.get("intents", []), 1):
        name = bytes([intent]) * 16
        said.append(Said(name, person, name, ids(base) + ids(base_intents, 16), depth, kind, payload(kind, *content), made))
    return said


def ids(numbers: list[int], length: int = 32) -> tuple[bytes, ...]:
    return tuple(bytes([each]) * length for each in numbers)


@pytest.mark.parametrize("vector", vectors("fold"))
def test_f1_to_f8_fold(vector):
    said = said_in(vector)
    expect = {"withdrawn": [], "read_only": False, "type": "t", **vector["expect"]}
    for order in (said, said[::-1], said * 2):
        record = fold(order, ids(vector.get("parked", [])))
        fields = {f"{person}/{name}": shown for (person, name), shown in record.fields.items()}
        withdrawn = [key for key, (shown, _) in fields.items() if shown is ops.WITHDRAWN]
        assert {key: [None if key in withdrawn else shown, also] for key, (shown, also) in fields.items()} == expect["fields"]
        assert (withdrawn, record.is_read_only, record.type) == (expect["withdrawn"], expect["read_only"], expect["type"])


@pytest.mark.parametrize("vector", vectors("base"))
def test_o8_base(vector):
    base, depth = next_base(said_in(vector), vector["person"], vector["names"])
    expect = vector["expect"]
    assert (sorted(base), depth) == (sorted(ids(expect["base"]) + ids(expect["base_intents"], 16)), expect["depth"])


@pytest.mark.parametrize("vector", vectors("epoch"))
def test_k3_to_k7_epochs(vector):
    chain = read_chain(*unhex(vector, "space"), [bytes.fromhex(entry) for entry in vector["entries"]])
    sign_seed, kem_seed = unhex(vector, "sign_seed", "kem_seed")
    keys = Keys(SigningKey(sign_seed), kem_seed)
    assert keys.kem_pk.hex() == vector["kem_pk"]
    assert list(chain.effective) == vector["epochs"], "only the keys are wrong"
    if vector["expect"] == "ok":
        assert {n: key.hex() for n, key in open_epochs(chain, keys).items()} == dict(zip(vector["epochs"], vector["keys"], strict=True))
        return
    with pytest.raises(Refused) as refused:
        open_epochs(chain, keys)
    assert refused.value.rule == vector["expect"]


@pytest.mark.parametrize("vector", vectors("meeting"))
def test_p1_to_p3_reveals(vector):
    rendezvous, secret = unhex(vector, "rendezvous", "secret")
    mailbox, messages = pairing.Mailbox(rendezvous, secret), [bytes.fromhex(message) for message in vector["messages"]]
    if vector["expect"] == "tampered":
        with pytest.raises(Refused, match="tampered"):
            pairing.true_reveal(0, rendezvous, mailbox.heard(messages, 0))
        return
    found = pairing.true_reveal(0, rendezvous, mailbox.heard(messages, 0))
    if pairing.COMMIT in mailbox.heard(messages[: vector["before"]], 1):
        assert vector["expect"] == "used"
        return
    assert ("compare" if found else "meeting") == vector["expect"]


@pytest.mark.parametrize("vector", vectors("offer"))
def test_p6_offers(vector):
    rendezvous, secret, nonce = unhex(vector, "rendezvous", "secret", "nonce")
    keys = Keys(SigningKey(*unhex(vector, "sign_seed")), *unhex(vector, "kem_seed"))
    heard = pairing.Mailbox(rendezvous, secret).heard([bytes.fromhex(message) for message in vector["messages"]], 0)
    them = pairing.true_reveal(0, rendezvous, heard)
    mine = second.encode([keys.sign_pk, keys.kem_pk, "Sam", 1, bytes(32), nonce])
    commits = heard[pairing.COMMIT][0], pairing.commit_of(1, rendezvous, mine)
    transcript = pairing.Compared(rendezvous, commits, (heard[pairing.REVEAL][0], mine)).transcript
    if vector["expect"] == "refused":
        with pytest.raises(Refused, match="refused"):
            pairing.accept(keys, them, transcript, heard[pairing.AGREE])
        return
    chain, entry = pairing.accept(keys, them, transcript, heard[pairing.AGREE])
    assert [member.person for member in chain.members.values()] == [1, 2]
    assert chain.entries[-1] == entry


@pytest.mark.parametrize("vector", vectors("link"))
def test_p1_links(vector):
    if vector["expect"] == "ok":
        link = pairing.read_link(vector["text"], vector["origin"], vector["now_s"])
        assert pairing.write_link(vector["origin"], link) in vector["text"]
        return
    with pytest.raises(Refused) as refused:
        pairing.read_link(vector["text"], vector["origin"], vector["now_s"])
    assert refused.value.rule == vector["expect"]


@pytest.mark.parametrize("vector", vectors("whisper"))
def test_s1_to_s3_whispers(vector):
    receiver = Whisperer(*unhex(vector, "whispers_key", "space", "session", "receiver", "receiver_salt"))
    words, greets = [], []
    receiver.greet()
    for place, each in enumerate(vector["heard"]):
        words.append(receiver.hear(bytes.fromhex(each)))
        if receiver.must_greet:
            receiver.greet()
            greets.append(place)
    assert [word for word in words if word is not None] == vector["expect"]
    assert greets == vector["greets"]


@pytest.mark.parametrize("vector", vectors("reconcile"))
def test_w5_to_w7_what_a_device_does_about_a_log(vector):
    space, log_id, r = unhex(vector, "space", "log_id", "r")
    log = [ops.read_header(bytes.fromhex(op))[2] for op in vector["log"]]
    held = [log[at - 1] for at in vector["held"]] + [ops.read_header(bytes.fromhex(op))[2] for op in vector["own"]]
    n, expect = vector["n"], vector["expect"]
    (_, equal, newest, newest_r), *frames = [second.decode(bytes.fromhex(frame)) for frame in vector["frames"]]
    if equal:
        r, came = (first_r(space, log_id) if n == 0 else r), []
        if expect == "refused":
            assert {frame[0] for frame in frames} == {70}, "a list is for another log"
            return
        for _, first_seq, page in frames:
            for seq, op in enumerate(page, first_seq):
                came.append(ops.read_header(op)[2])
                n, r = advance(n, r, seq, came[-1])
        assert expect == {"n": n, "came": [each.hex() for each in came], "upload": [], "pull": []}
        assert n < newest or r == newest_r
        return
    listing = Listing(space, log_id, newest, newest_r)
    if expect == "refused":
        with pytest.raises(Refused) as refused:
            [listing.hear(first_seq, ids) for _, first_seq, ids in frames]
        assert refused.value.rule == vector["rule"]
        return
    whole = [listing.hear(first_seq, ids) for _, first_seq, ids in frames]
    assert whole == [False] * (len(frames) - 1) + [True]
    upload, pull = ([each.hex() for each in ids] for ids in listing.heal(held))
    assert expect == {"n": listing.n, "came": [], "upload": upload, "pull": pull}


@pytest.mark.parametrize("vector", vectors("subkey"))
def test_k3_subkeys(vector):
    (key, space) = unhex(vector, "key", "space")
    assert primitives.subkey(key, vector["label"], space, vector["n"]).hex() == vector["expect"]


def test_i1_to_i5_w4_w2_p4_o9_as_a_device_makes_them():
    def one(name: str) -> dict:
        return json.loads((FOLDER / f"{name}.json").read_text())

    digest = primitives.digest
    space = one("id/space")
    assert digest("attune/space/1", space["kind"], *unhex(space, "random", "sign_pk", "kem_pk")).hex() == space["expect"]
    assert digest("attune/device/1", *unhex(space, "sign_pk", "kem_pk")).hex() == one("id/device")["expect"]
    at = one("id/record")
    parts = [at[name] for name in ("practice", "person", "date", "slot")]
    assert digest("attune/record/1", *unhex(at, "space"), *parts)[:16].hex() == at["expect"]
    erase = one("id/erase_tag")
    assert ops.erase_tag(*unhex(erase, "secret", "space", "intent")).hex() == erase["expect"]
    log = one("log/rolling")
    r = first_r(*unhex(log, "space", "log_id"))
    rolled = [r] + [r := next_r(r, bytes.fromhex(op_id)) for op_id in log["op_ids"]]
    assert [each.hex() for each in rolled] == log["expect"]
    hello = one("frame/hello")
    nonce, of, device, seed = unhex(hello, "nonce", "space", "device", "seed")
    signed = second.encode(["attune/hello/1", hello["origin"], 1, of, device, nonce])
    frame = [1, 1, hello["origin"], of, device, SigningKey(seed).sign(signed).signature]
    assert second.encode(frame).hex() == hello["expect"]
    met = one("pairing/pictures")
    commits, reveals = ([bytes.fromhex(each) for each in met[name]] for name in ("commits", "reveals"))
    for role in (0, 1):
        assert pairing.commit_of(role, *unhex(met, "rendezvous"), reveals[role]) == commits[role]
    compared = pairing.Compared(*unhex(met, "rendezvous"), tuple(commits), tuple(reveals))
    assert (compared.pictures, compared.transcript.hex()) == (met["expect"], met["transcript"])
    for file in (FOLDER / "padding").glob("*.json"):
        vector = json.loads(file.read_text())
        assert ops.padme(vector["length"]) == vector["expect"]


@pytest.mark.parametrize("vector", vectors("blob"))
def test_b1_b2_blobs(vector):
    key, space, blob_id, secret = unhex(vector, "blobs_key", "space", "id", "secret")
    value = second.decode(bytes.fromhex(vector["blob"]))
    content = content_of(vector["length"])
    made = blobs.seal(key, space, blob_id, content)
    if "chunks" in vector:
        chunks = [bytes.fromhex(chunk) for chunk in vector["chunks"]]
    else:  # the blob names them in the order in which they come
        assert [name_of(chunk) for chunk in made] == value[5]
        chunks, value[5] = ([parts[at] for at in vector["order"]] for parts in (made, value[5]))
    if vector["expect"] == "refused":
        with pytest.raises(Refused):
            blobs.open_blob(key, space, value, chunks)
        return
    assert blobs.open_blob(key, space, value, chunks) == content
    assert chunks == made
    assert blobs.delete_tag(secret) == delete_tag(secret) == value[4]
    assert [refusal(name, chunk) for name, chunk in zip(value[5], chunks, strict=True)] == [None] * len(chunks)
