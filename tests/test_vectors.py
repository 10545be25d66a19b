"""Every vector that concerns the server's rules, read by `sync/`; the phone's side reads all of them in tests/web/vectors.test.js."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.chain import Chain, read
from sync.codec import decode, encode
from sync.errors import ChainInvalid, Malformed
from sync.frames import decode_client
from sync.ids import device_id, first_r, next_r, space_id
from sync.signatures import is_signed, is_valid_key
from tests.support import codec as second
from tests.vectors.generate import all_vectors, padme, worked_bytes

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
    assert len(files) > 120


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
    chain = Chain(bytes.fromhex(vector["space"]))
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
