"""Every vector, read by `sync/` or by the reference device; the app reads all of them in tests/web/vectors.test.js."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from sync.chain import Chain as ServerChain
from sync.chain import read
from sync.codec import decode, encode
from sync.errors import ChainInvalid, Malformed
from sync.frames import decode_client, decode_server
from sync.ids import device_id, first_r, next_r, space_id
from sync.signatures import is_signed, is_valid_key
from tests.support import codec as second
from tests.support import judge
from tests.support.reference import Chain, Keys, Refused, padme
from tests.vectors.generate import all_vectors, worked_bytes

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
    assert len(files) > 290


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


def test_i1_i2_identifiers_w4_log_w2_hello_o2_padding():
    def one(name: str) -> dict:
        return json.loads((FOLDER / f"{name}.json").read_text())

    space = one("id/space")
    keys = bytes.fromhex(space["sign_pk"]), bytes.fromhex(space["kem_pk"])
    assert space_id(space["kind"], bytes.fromhex(space["random"]), *keys).hex() == space["expect"]
    assert device_id(*keys).hex() == one("id/device")["expect"]
    log = one("log/rolling")
    r = first_r(bytes.fromhex(log["space"]), bytes.fromhex(log["log_id"]))
    rolled = [r]
    for op_id in log["op_ids"]:
        rolled.append(next_r(rolled[-1], bytes.fromhex(op_id)))
    assert [each.hex() for each in rolled] == log["expect"]
    assert decode_client(bytes.fromhex(one("frame/hello")["expect"])).origin == "https://attune.example"
    for file in (FOLDER / "padding").glob("*.json"):
        vector = json.loads(file.read_text())
        assert padme(vector["length"]) == vector["expect"]


@pytest.mark.parametrize("vector", vectors("wire"))
def test_w14_m2_frames(vector):
    data = bytes.fromhex(vector["bytes"])
    read = decode_client if vector["to"] == "server" else decode_server
    if vector["expect"] == "ok":
        assert encode(read(data)) == data
        return
    with pytest.raises(Malformed):
        read(data)


# The rules of devices, by the reference written from the page.


@pytest.mark.parametrize("vector", vectors("chain"))
def test_c1_to_c14_chains_as_a_device_reads_them(vector):
    state = judge.State(bytes.fromhex(vector["space"]))
    *before, last = [bytes.fromhex(entry) for entry in vector["entries"]]
    for entry in before:
        state, _, _ = judge.read_entry(state, entry)
    if vector["expect"] == "refused":
        with pytest.raises(Refused) as refused:
            judge.read_entry(state, last)
        assert refused.value.rule == vector["rule"]
        return
    following, verdict, rule = judge.read_entry(state, last)
    assert (verdict, rule) == (vector["expect"], vector["rule"] if vector["expect"] == "void" else None)
    assert (following.members != state.members) == (verdict == "effective")


@pytest.mark.parametrize("vector", vectors("op"))
def test_o1_to_o11_ops(vector):
    def read() -> judge.Opened:
        op = judge.open_op(bytes.fromhex(vector["space"]), bytes.fromhex(vector["epoch_key"]), bytes.fromhex(vector["op"]))
        judge.require(judge.is_signed(bytes.fromhex(vector["sign_pk"]), op.signed, op.signature), "bad signature")
        judge.read_payload(op.parts[11], op.parts[14])
        return op

    if vector["expect"] != "ok":
        with pytest.raises(Refused) as refused:
            read()
        assert refused.value.rule == vector["expect"]
        return
    parts = read().parts
    assert (parts[10].hex(), parts[11], parts[14].hex()) == (vector["record"], vector["kind"], vector["payload"])


@pytest.mark.parametrize("vector", vectors("run"))
def test_o4_runs(vector):
    space, key = bytes.fromhex(vector["space"]), bytes.fromhex(vector["epoch_key"])
    ops = [judge.open_op(space, key, bytes.fromhex(op)) for op in vector["ops"]]
    good = judge.good_ops(ops, bytes.fromhex(vector["sign_pk"]))
    assert [op.op_id in good for op in ops] == vector["expect"]


@pytest.mark.parametrize("vector", vectors("fold"))
def test_f1_to_f5_fold(vector):
    entries = [
        judge.Entry(
            bytes([op_byte]) * 32,
            person,
            bytes([intent]) * 16,
            tuple(bytes([each]) * 32 for each in base),
            depth,
            tuple((name, None) for name in content) if kind == 3 else tuple(content.items()),
        )
        for op_byte, person, intent, base, depth, kind, content in vector["ops"]
    ]
    for order in (entries, entries[::-1], entries * 2):
        shown = {f"{person}/{name}": list(values) for (person, name), values in judge.fold(order).items()}
        assert shown == vector["expect"]


@pytest.mark.parametrize("vector", vectors("epoch"))
def test_k3_to_k7_epochs(vector):
    chain = Chain(bytes.fromhex(vector["space"]), [bytes.fromhex(entry) for entry in vector["entries"]])
    keys = Keys(SigningKey(bytes.fromhex(vector["sign_seed"])), bytes.fromhex(vector["kem_seed"]))
    assert keys.kem_pk.hex() == vector["kem_pk"]
    if vector["expect"] == "ok":
        assert [key.hex() for _, key in sorted(chain.open_epochs(keys).items())] == vector["keys"]
        return
    with pytest.raises(Refused) as refused:
        chain.open_epochs(keys)
    assert refused.value.rule == vector["expect"]


@pytest.mark.parametrize("vector", vectors("meeting"))
def test_p1_to_p3_reveals(vector):
    messages = [bytes.fromhex(message) for message in vector["messages"]]
    assert judge.hear_inviter(bytes.fromhex(vector["rendezvous"]), bytes.fromhex(vector["secret"]), messages) == vector["expect"]


@pytest.mark.parametrize("vector", vectors("link"))
def test_p1_links(vector):
    assert judge.read_link(vector["text"], vector["origin"], vector["now_s"]) == vector["expect"]


def test_o9_erase_tag():
    vector = json.loads((FOLDER / "id" / "erase_tag.json").read_text())
    parts = (bytes.fromhex(vector[name]) for name in ("secret", "space", "intent"))
    assert judge.erase_tag(*parts).hex() == vector["expect"]
