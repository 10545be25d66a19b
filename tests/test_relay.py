"""The relay over a real socket (protocol section 7)."""

import asyncio
import secrets

import pytest
from websockets.exceptions import ConnectionClosed

from server.memory_store import MemoryStore
from sync.errors import Code
from sync.frames import (
    Ack,
    Append,
    ChainAck,
    ChainFrame,
    Challenge,
    Entries,
    Error,
    Hello,
    Listed,
    Mailbox,
    Meet,
    NeedChain,
    Open,
    Opened,
    Ops,
    Ping,
    Pong,
    Post,
    Posted,
    Pull,
    Pulled,
    Welcome,
    Whisper,
    Whispered,
)  # fmt: skip
from sync.ids import first_r, next_r
from sync.limits import Limits
from tests.conftest import serving
from tests.support.chains import Keys, make_add_person, make_create, make_op, make_pair, sign_hello
from tests.support.client import client


async def test_w1_w3_w4_a_new_space_is_made_from_its_chain(store):
    chain, entries, first, _ = make_pair()
    async with serving(store) as (port, _), client(port) as phone:
        challenge = await phone.next()
        assert isinstance(challenge, Challenge)
        await phone.send(Hello(1, phone.origin, chain.space, first.device, sign_hello(first, phone.origin, chain.space, challenge.nonce)))
        assert await phone.next() == NeedChain(0)
        await phone.send(ChainFrame(0, entries))
        welcome = await phone.next()
        assert (welcome.n, welcome.chain_n, welcome.head) == (0, 2, chain.head)
        assert welcome.r == first_r(chain.space, welcome.log_id)


async def test_w7_w9_an_op_is_acknowledged_and_reaches_the_other(store):
    chain, entries, first, second = make_pair()
    async with serving(store) as (port, _), client(port) as noor, client(port) as sam:
        await noor.open(first, chain.space, entries)
        await sam.open(second, chain.space, entries)
        await noor.until(Opened)
        await sam.until(Opened)
        one, two = make_op(1), make_op(1)
        await noor.append(one, two)
        assert await noor.next() == Ack(1, [1, 2])
        assert await sam.next() == Ops(1, [one[1], two[1]])
        await sam.append(one)
        assert await sam.next() == Ack(1, [1]), "W9: a duplicate keeps its first seq"


async def test_w5_the_tail_follows_an_equal_log(store):
    chain, entries, first, second = make_pair()
    ops = [make_op(1) for _ in range(5)]
    async with serving(store) as (port, _):
        async with client(port) as noor:
            await noor.open(first, chain.space, entries)
            await noor.append(*ops)
            await noor.until(Ack)
        async with client(port) as sam:
            welcome = await sam.hello(second, chain.space, entries)
            r = first_r(chain.space, welcome.log_id)
            for op_id, _ in ops[:2]:
                r = next_r(r, op_id)
            await sam.send(Open(2, r, 0))
            assert await sam.next() == Entries(0, entries)
            opened = await sam.next()
            assert (opened.equal, opened.n) == (True, 5)
            assert await sam.next() == Ops(3, [op for _, op in ops[2:]])


async def test_w6_another_log_is_listed_then_healed(store):
    chain, entries, first, second = make_pair()
    there, lost = make_op(1), make_op(1)
    async with serving(store) as (port, _), client(port) as noor, client(port) as sam:
        await noor.open(first, chain.space, entries)
        await noor.append(there)
        await noor.until(Ack)
        await sam.open(second, chain.space, entries, n=7, r=secrets.token_bytes(32))
        assert (await sam.until(Opened)).equal is False
        assert await sam.next() == Listed(1, [there[0]])
        await sam.append(lost, mode=1)
        assert await sam.next() == Ack(1, [2])
        assert await noor.until(Ops) == Ops(2, [lost[1]])
        await sam.send(Pull([there[0], secrets.token_bytes(32)]))
        assert await sam.next() == Pulled(last=True, ops=[there[1]])


async def test_w8_a_batch_is_all_or_none(store):
    chain, entries, first, _ = make_pair()
    async with serving(store) as (port, _), client(port) as noor:
        await noor.open(first, chain.space, entries)
        await noor.until(Opened)
        await noor.append(make_op(1), make_op(0))
        assert await noor.next() == Error(Code.STALE_EPOCH, 1, 1)
        await noor.append(make_op(0), mode=1)
        assert await noor.next() == Ack(2, [1]), "mode 1 takes older epochs, and nothing of the refused batch is there"
        await noor.append(make_op(2), mode=1)
        assert await noor.next() == Error(Code.OP_INVALID, 3, 0)
        await noor.append((b"", b"\x90"))
        assert await noor.next() == Error(Code.OP_INVALID, 4, 0)


async def test_w10_two_entries_race_and_the_loser_sees_the_winner(store):
    first = Keys.make()
    chain, create = make_create(first, 1)
    (_, one), (_, two) = make_add_person(chain, first, Keys.make()), make_add_person(chain, first, Keys.make())
    async with serving(store) as (port, _), client(port) as a, client(port) as b:
        await a.open(first, chain.space, [create])
        await b.open(first, chain.space, [create])
        await a.until(Opened)
        await b.until(Opened)
        await a.send(ChainFrame(1, [one]))
        assert (await a.next()).__class__ is ChainAck
        assert await b.next() == Entries(1, [one])
        await b.send(ChainFrame(1, [two]))
        assert await b.next() == Error(Code.CHAIN_CONFLICT, 0, 1)


async def test_w3_two_phones_bring_the_same_new_chain_at_once(store):
    chain, entries, first, second = make_pair()
    async with serving(store) as (port, _), client(port) as noor, client(port) as sam:
        for phone, keys in ((noor, first), (sam, second)):
            challenge = await phone.until(Challenge)
            signature = sign_hello(keys, phone.origin, chain.space, challenge.nonce)
            await phone.send(Hello(1, phone.origin, chain.space, keys.device, signature))
            assert await phone.next() == NeedChain(0)
        for phone in (noor, sam):
            await phone.send(ChainFrame(0, entries))
        for phone in (noor, sam):
            assert (await phone.until(Welcome)).chain_n == 2


async def test_w11_a_whisper_reaches_the_others_and_no_store(store):
    chain, entries, first, second = make_pair()
    async with serving(store) as (port, _), client(port) as noor, client(port) as sam:
        await noor.open(first, chain.space, entries)
        await sam.open(second, chain.space, entries)
        await noor.until(Opened)
        await sam.until(Opened)
        await noor.send(Whisper(b"soft"))
        assert await sam.next() == Whispered(b"soft")
        assert (await store.find(chain.space)).n == 0


async def test_w12_ping(store):
    async with serving(store) as (port, _), client(port) as phone:
        await phone.until(Challenge)
        await phone.send(Ping(42))
        assert await phone.next() == Pong(42)


@pytest.mark.parametrize(
    ("spoil", "code", "close"),
    [
        ("origin", Code.ORIGIN, 4403),
        ("signature", Code.BAD_SIGNATURE, 4401),
        ("version", Code.VERSION, 4426),
        ("member", Code.NOT_MEMBER, 4403),
    ],
)
async def test_w2_w3_w14_a_bad_hello_ends_with_its_code(spoil, code, close):
    chain, entries, first, _ = make_pair()
    keys = Keys.make() if spoil == "member" else first
    async with serving(MemoryStore()) as (port, _), client(port) as phone:
        challenge = await phone.next()
        origin = "https://elsewhere.example" if spoil == "origin" else phone.origin
        nonce = bytes(32) if spoil == "signature" else challenge.nonce
        version = 2 if spoil == "version" else 1
        await phone.send(Hello(version, origin, chain.space, keys.device, sign_hello(keys, origin, chain.space, nonce)))
        answer = await phone.next()
        if isinstance(answer, NeedChain):
            await phone.send(ChainFrame(0, entries))
            answer = await phone.next()
        assert answer == Error(code)
        with pytest.raises(ConnectionClosed) as closed:
            await phone.next()
        assert closed.value.rcvd.code == close


async def test_w13_a_slow_reader_is_closed_and_catches_up():
    chain, entries, first, second = make_pair()
    ops = [make_op(1, 60_000) for _ in range(200)]
    async with serving(MemoryStore(), Limits(slow_reader_s=0.2)) as (port, relay), client(port) as noor:
        async with client(port, max_queue=1) as sam:
            await noor.open(first, chain.space, entries)
            await sam.open(second, chain.space, entries)
            await sam.until(Opened)
            await noor.until(Opened)
            sam.socket.transport.pause_reading()
            for start in range(0, 200, 8):
                await noor.append(*ops[start : start + 8])
                await noor.until(Ack)
            slow = next(c for c in relay._connections if c.session.device == second.device)
            assert slow.queued_bytes <= Limits().queue_bytes
            relay.close_overdue(asyncio.get_running_loop().time() + 1)
            assert slow.ended or slow._closing == 4008
            sam.socket.transport.abort()
        async with client(port) as again:
            await again.open(second, chain.space, entries)
            got = []
            while len(got) < 200:
                got += (await again.until(Ops)).ops
            assert got == [op for _, op in ops]


async def test_w13_who_takes_no_answers_is_not_asked_for_more_questions(store):
    """What waits for one connection stays small, whatever it asks; nothing is lost when it reads again."""
    chain, entries, first, _ = make_pair()
    ops = [make_op(1, 60_000) for _ in range(16)]
    questions = 60
    async with serving(store) as (port, relay), client(port, max_queue=1) as noor, asyncio.TaskGroup() as tasks:
        await noor.open(first, chain.space, entries)
        await noor.until(Opened)
        for start in range(0, len(ops), 8):
            await noor.append(*ops[start : start + 8])
            await noor.until(Ack)
        noor.socket.transport.pause_reading()
        tasks.create_task(_ask(noor, Pull([op_id for op_id, _ in ops]), questions))
        (connection,) = relay._connections
        while connection.sending_since is None:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.3)
        assert len(connection._queue) < 20 and connection.queued_bytes <= Limits().queue_bytes
        noor.socket.transport.resume_reading()
        got = ends = 0
        while ends < questions:
            frame = await noor.until(Pulled)
            got += len(frame.ops)
            ends += frame.last
        assert got == questions * len(ops)


async def _ask(phone, frame, times):
    for _ in range(times):
        await phone.send(frame)


async def test_w12_a_silent_connection_is_closed():
    async with serving(MemoryStore()) as (port, relay), client(port) as phone:
        await phone.until(Challenge)
        relay.close_overdue(asyncio.get_running_loop().time() + 1000)
        with pytest.raises(ConnectionClosed) as closed:
            await phone.next()
        assert closed.value.rcvd.code == 4408


async def test_w12_a_ping_is_no_hello():
    async with serving(MemoryStore()) as (port, relay), client(port) as phone:
        await phone.until(Challenge)
        (connection,) = relay._connections
        connection.opened_at -= 21
        await phone.send(Ping(1))
        await phone.next()
        relay.close_overdue(asyncio.get_running_loop().time())
        with pytest.raises(ConnectionClosed) as closed:
            await phone.next()
        assert closed.value.rcvd.code == 4408


async def test_m1_m2_a_mailbox(store):
    rendezvous = secrets.token_bytes(16)
    async with serving(store) as (port, _), client(port) as a, client(port) as b:
        for phone in (a, b):
            await phone.until(Challenge)
            await phone.send(Meet(1, rendezvous, 0))
            assert (await phone.next()).messages == []
        await a.send(Post(0, b"one"))
        assert await a.next() == Posted(0)
        assert (await b.next()).messages == [b"one"]
        await b.send(Post(0, b"two"))
        assert await b.next() == Error(Code.MAILBOX_CONFLICT, 0, 0)
        assert (await b.next()).messages == [b"one"]
        await b.send(Post(1, b"two"))
        assert await b.next() == Posted(1)
        assert (await a.until(Mailbox)).messages == [b"two"]


async def test_limits_are_typed_errors():
    chain, entries, first, _ = make_pair()
    limits = Limits(space_bytes=2000, frame_burst=6, frames_per_s=0.001)
    async with serving(MemoryStore(), limits) as (port, _), client(port) as noor:
        await noor.open(first, chain.space, entries)
        await noor.until(Opened)
        await noor.append(*[make_op(1) for _ in range(10)])
        assert await noor.next() == Error(Code.SPACE_FULL, 1)
        await noor.append(make_op(1))
        assert await noor.next() == Ack(2, [1])
        await noor.append(make_op(1))
        await noor.append(make_op(1))
        error = await noor.until(Error)
        assert (error.code, error.about) == (Code.RATE_LIMITED, 4)
        assert error.retry_after_ms > 0


async def test_w14_garbage_ends_only_its_own_connection(store):
    chain, entries, first, _second = make_pair()
    async with serving(store) as (port, _), client(port) as noor, client(port) as bad:
        await noor.open(first, chain.space, entries)
        await noor.until(Opened)
        await bad.until(Challenge)
        await bad.socket.send(b"\xc1\x00")
        assert await bad.next() == Error(Code.MALFORMED)
        with pytest.raises(ConnectionClosed):
            await bad.next()
        await noor.append(make_op(1))
        assert (await noor.next()).__class__ is Ack


async def test_a_stopping_server_says_so(store):
    chain, entries, first, _ = make_pair()
    async with serving(store) as (port, relay), client(port) as noor:
        await noor.open(first, chain.space, entries)
        await noor.until(Opened)
        await noor.append(make_op(1))
        await noor.until(Ack)
        await relay.close()
        with pytest.raises(ConnectionClosed) as closed:
            await noor.next()
        assert closed.value.rcvd.code == 1001


_ = (Append, Welcome)


async def test_of_one_space_there_is_one_room_also_while_somebody_is_on_the_way(store):
    """Between its welcome and its open a phone is in no list of the room yet, and the others may come and go meanwhile."""
    chain, entries, first, second = make_pair()
    async with serving(store) as (port, relay), client(port) as noor:
        await noor.hello(first, chain.space, entries)
        async with client(port) as sam:
            await sam.open(second, chain.space, entries)
            await sam.until(Opened)
        while len(relay._connections) > 1:
            await asyncio.sleep(0.01)
        await noor.send(Open(0, bytes(32), len(entries)))
        await noor.until(Opened)
        async with client(port) as sam:
            await sam.open(second, chain.space, entries)
            await sam.until(Opened)
            op = make_op(chain.epoch)
            await noor.append(op)
            assert (await sam.until(Ops)).ops == [op[1]]
            await sam.send(Whisper(b"a" * 30))
            assert (await noor.until(Whispered)).data == b"a" * 30
