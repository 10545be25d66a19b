"""Random bytes and mutated frames by the thousand: the server lives, shows nothing of other spaces, and goes on serving."""

import asyncio
import contextlib
import random

import pytest
from websockets.exceptions import ConnectionClosed

from server.memory_store import MemoryStore
from sync.codec import encode
from sync.frames import Ack, Append, ChainFrame, Challenge, Hello, Meet, Open, Opened, Ping, Post, Pull, WantPass, Whisper
from sync.limits import Limits
from tests.conftest import serving
from tests.support.chains import Keys, make_create, make_op, make_pair, sign_hello
from tests.support.client import client

LIMITS = Limits(connections_per_address=10_000, spaces_per_address_per_hour=10**9, frame_burst=10**9, byte_burst=10**12)


def mutated(chance: random.Random, data: bytes) -> bytes:
    """Flip, cut, repeat or insert somewhere."""
    bytes_ = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(bytes_) + 1)
        what = chance.randrange(5)
        if what == 0 and bytes_:
            bytes_[at % len(bytes_)] ^= 1 << chance.randrange(8)
        elif what == 1:
            del bytes_[at : at + chance.randint(1, 40)]
        elif what == 2:
            bytes_[at:at] = chance.randbytes(chance.randint(1, 40))
        elif what == 3:
            bytes_[at:at] = bytes_[at : at + 20]
        elif bytes_:
            bytes_[at % len(bytes_)] = chance.choice([0, 0x7F, 0x80, 0x90, 0xC0, 0xC1, 0xC4, 0xCA, 0xD9, 0xDC, 0xDF, 0xFF])
    return bytes(bytes_)


async def hostile(chance: random.Random, port: int, secret: set[bytes], frames: int) -> int:
    """One attacker: sometimes a member of a space of their own, never of the honest one; returns how many frames were sent."""
    keys = Keys.make()
    chain, create = make_create(keys, 1)
    sent = 0
    async with client(port) as phone:
        challenge = await phone.until(Challenge)
        hello = Hello(1, phone.origin, chain.space, keys.device, sign_hello(keys, phone.origin, chain.space, challenge.nonce))
        legal = [
            hello,
            ChainFrame(0, [create]),
            Open(0, bytes(32), 0),
            Append(1, 0, [make_op(0)[1], make_op(0)[1]]),
            Pull([*secret, bytes(32)]),
            Whisper(chance.randbytes(30)),
            Ping(1),
            WantPass(),
            Meet(1, chance.randbytes(16), 0),
            Post(0, chance.randbytes(30)),
        ]
        if chance.random() < 0.6:
            for frame in legal[:3]:
                await phone.send(frame)
        with contextlib.suppress(ConnectionClosed):
            for _ in range(frames):
                frame = chance.choice(legal)
                data = chance.randbytes(chance.randrange(200)) if chance.random() < 0.2 else mutated(chance, encode(frame))
                if chance.random() < 0.3:
                    data = encode(frame)
                await phone.socket.send(data)
                sent += 1
            while True:
                async with asyncio.timeout(0.05):
                    heard = await phone.socket.recv()
                assert not any(part in heard for part in secret), "another space's data"
    return sent


async def attack(seed: int, attackers: int, frames: int) -> int:
    chance = random.Random(seed)
    chain, entries, noor, sam = make_pair()
    secret = [make_op(1) for _ in range(5)]
    sent = 0
    async with serving(MemoryStore(), LIMITS) as (port, relay), client(port) as one, client(port) as two:
        await one.open(noor, chain.space, entries)
        await two.open(sam, chain.space, entries)
        await one.until(Opened)
        await one.append(*secret)
        await one.until(Ack)
        for start in range(0, attackers, 20):
            group = [
                hostile(random.Random(chance.random()), port, {op_id for op_id, _ in secret}, frames) for _ in range(start, start + 20)
            ]
            for outcome in await asyncio.gather(*group, return_exceptions=True):
                if isinstance(outcome, int):
                    sent += outcome
                elif not isinstance(outcome, ConnectionClosed | TimeoutError):
                    raise outcome
            op = make_op(1)
            await one.append(op)
            assert (await one.until(Ack)).seqs, "the honest pair is served"
        assert relay.connections < 60
    return sent


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_thousands_of_bad_frames(caplog):
    assert await attack(1, attackers=240, frames=25) > 1_000
    assert not [record for record in caplog.records if record.name == "attune.relay"], "no frame was the server's own fault"


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
async def test_soak_many_seeds(seed):
    await attack(seed + 100, attackers=600, frames=60)
