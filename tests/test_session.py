"""The connection as a transition table (protocol section 7): every state with every frame."""

import secrets

import pytest

from sync import limits
from sync import session as rules
from sync.chain import Chain
from sync.errors import CLOSES, Close, Code
from sync.frames import Append, ChainFrame, Challenge, Error, Hello, Meet, NeedChain, Open, Ping, Pong, Post, Pull, Whisper
from sync.session import End, Send, Session, State, encode_frame
from tests.support.chains import Keys, make_op, make_pair, sign_entry, sign_hello

CHAIN, ENTRIES, NOOR, SAM = make_pair()
ORIGIN = "https://attune.example"
NONCE = bytes(range(32))


def hello(keys: Keys = NOOR, **changes: object) -> Hello:
    fields = {"version": 1, "origin": ORIGIN, "space": CHAIN.space, "device": keys.device, "signature": b""}
    fields["signature"] = sign_hello(keys, ORIGIN, CHAIN.space, NONCE)
    return Hello(**{**fields, **changes})


def session(state: State) -> Session:
    made = Session(NONCE, lambda origin: origin == ORIGIN, None)
    made.space = CHAIN.space
    made.state = state
    if state is State.PROVING:
        made._hello = hello()
    return made


FRAMES = {
    Hello: hello(),
    ChainFrame: ChainFrame(0, ENTRIES),
    Open: Open(0, bytes(32), 0),
    Append: Append(1, 0, [make_op(1)[1]]),
    Pull: Pull([bytes(32)]),
    Whisper: Whisper(b"soft"),
    Ping: Ping(7),
    Meet: Meet(1, bytes(16), 0),
    Post: Post(0, b"one"),
}
ALLOWED = {
    State.GREETING: {Hello, Meet, Ping},
    State.PROVING: {ChainFrame, Ping},
    State.WELCOMED: {Open, Ping},
    State.OPEN: {Append, Pull, ChainFrame, Whisper, Ping},
    State.MEETING: {Post, Ping},
    State.ENDED: set(),
}


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("kind", list(FRAMES))
def test_w1_every_state_takes_its_frames_and_no_other(state, kind):
    effects = session(state).receive(FRAMES[kind], CHAIN)
    refused = Send(Error(Code.UNEXPECTED)) in effects
    assert refused is (kind not in ALLOWED[state])
    if refused:
        assert effects[-1] == End(Close.MALFORMED)


@pytest.mark.parametrize("state", list(State))
def test_w14_what_is_no_frame_ends_every_state(state):
    assert session(state).receive(None, CHAIN) == [Send(Error(Code.MALFORMED)), End(Close.MALFORMED)]


def test_w1_the_server_speaks_first():
    assert session(State.GREETING).begin() == [Send(Challenge(1, NONCE))]


def test_w12_ping_is_answered():
    assert session(State.OPEN).receive(Ping(9), CHAIN) == [Send(Pong(9))]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ({"version": 2}, Code.VERSION),
        ({"origin": "https://elsewhere.example"}, Code.ORIGIN),
        ({"signature": bytes(64)}, Code.BAD_SIGNATURE),
    ],
)
def test_w2_a_spoiled_hello_is_refused_for_its_reason(spoil, code):
    effects = session(State.GREETING).receive(hello(**spoil), CHAIN)
    assert effects == [Send(Error(code)), End(CLOSES[code])]


def test_w2_the_handshakes_origin_must_be_the_signed_one():
    made = Session(NONCE, lambda _origin: True, "https://other.example")
    assert made.receive(hello(), CHAIN)[0] == Send(Error(Code.ORIGIN))


def test_w2_a_hello_of_another_challenge_does_not_verify():
    made = Session(secrets.token_bytes(32), lambda _origin: True, None)
    assert made.receive(hello(), CHAIN)[0] == Send(Error(Code.BAD_SIGNATURE))


def test_w3_an_unknown_space_is_asked_for_its_chain():
    made = session(State.GREETING)
    assert made.receive(hello(), None) == [Send(NeedChain(0))]
    (effect,) = made.receive(ChainFrame(0, ENTRIES), None)
    assert (effect.first_n, effect.entries, effect.chain.n) == (0, ENTRIES, 2)
    assert made.stored(effect.chain) == [rules.Join()]


def test_w3_a_stranger_is_no_member():
    made = session(State.GREETING)
    made.receive(hello(Keys.make()), CHAIN)
    assert made.receive(ChainFrame(2, []), CHAIN)[0] == Send(Error(Code.NOT_MEMBER))


def test_w3_a_chain_of_another_space_is_refused():
    other, entries, *_ = make_pair()
    made = session(State.PROVING)
    assert made.receive(ChainFrame(0, entries), None) == [Send(Error(Code.CHAIN_INVALID, 0, 0))]
    assert other.space != CHAIN.space


def test_w8_limits_and_epochs_name_the_op():
    made = session(State.OPEN)
    good, old, coming = make_op(1)[1], make_op(0)[1], make_op(2)[1]
    large = make_op(1, 70_000)[1]

    def refused(ops: list[bytes], mode: int = 0) -> Error:
        (effect,) = made.receive(Append(5, mode, ops), CHAIN)
        return effect.frame

    assert refused([good, old]) == Error(Code.STALE_EPOCH, 5, 1)
    assert refused([good, coming], 1) == Error(Code.OP_INVALID, 5, 1)
    assert refused([good, large]) == Error(Code.TOO_LARGE, 5, 1)
    assert refused([good] * 257) == Error(Code.TOO_LARGE, 5, 256)
    assert refused([good, b"\xc0"]) == Error(Code.OP_INVALID, 5, 1)
    (effect,) = made.receive(Append(6, 1, [old, good]), CHAIN)
    assert isinstance(effect, rules.AppendOps)


def test_w10_a_lost_race_is_a_conflict():
    assert session(State.OPEN).receive(ChainFrame(1, ENTRIES[1:]), CHAIN) == [Send(Error(Code.CHAIN_CONFLICT, 0, 1))]


def test_a_chain_at_its_limit_is_full():
    chain = Chain(CHAIN.space, n=1000, members=CHAIN.members)
    assert session(State.OPEN).receive(ChainFrame(1000, ENTRIES[:1]), chain) == [Send(Error(Code.CHAIN_FULL))]


def test_w3_a_chain_keeps_to_what_one_frame_can_bring_back():
    chain, entries = CHAIN, list(ENTRIES)
    while True:
        unknown = sign_entry(["attune/chain/1", chain.space, chain.n, chain.head, NOOR.device, 99, bytes(30_000)], NOOR)
        (effect,) = session(State.OPEN).receive(ChainFrame(chain.n, [unknown]), chain)
        if not isinstance(effect, rules.StoreEntries):
            break
        chain = effect.chain
        entries.append(unknown)
    assert effect == Send(Error(Code.CHAIN_FULL))
    assert len(encode_frame(ChainFrame(0, entries))) < limits.FRAME_BYTES
    (again,) = session(State.PROVING).receive(ChainFrame(0, entries), None)
    assert again.chain == chain
    assert session(State.PROVING).receive(ChainFrame(0, [*entries, unknown]), None) == [Send(Error(Code.CHAIN_FULL))]
