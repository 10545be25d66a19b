"""The reference device, written from docs/protocol.md, against the real server."""

import asyncio
import secrets
import signal
import sqlite3

import pytest

from e2e.support.server import Server
from server.memory_store import MemoryStore
from tests.conftest import serving
from tests.support.codec import decode, encode
from tests.support.judge.chain import US
from tests.support.judge.ops import WITHDRAWN
from tests.support.judge.primitives import Refused
from tests.support.reference import Device, Meeting, create_chain, make_keys, make_link


async def pair(port: int) -> tuple[Device, Device]:
    link = make_link(f"http://127.0.0.1:{port}")
    noor, sam = Meeting(port, link, 0, "Noor"), Meeting(port, link, 1, "Sam")
    made = await asyncio.gather(noor.run(), sam.run())
    assert noor.pictures == sam.pictures
    return made[0], made[1]


async def test_two_pair_write_and_converge():
    async with serving(MemoryStore()) as (port, _):
        noor, sam = await pair(port)
        record = noor.meet_at("daily-check-in", 0, "2026-11-24")
        assert record == sam.meet_at("daily-check-in", 0, "2026-11-24")
        noor.write(record, "check-in", {"sky": "rain"})
        sam.write(record, "check-in", {"sky": "still", "worry": "the biopsy"})
        async with noor.online(port), sam.online(port):
            await noor.until(lambda: len(noor.ops) == 2)
            await sam.until(lambda: len(sam.ops) == 2)
            noor.write(record, "check-in", {"sky": "fog"})
            await noor.flush()
            await sam.until(lambda: len(sam.ops) == 3)
        expected = {(1, "sky"): "fog", (2, "sky"): "still", (2, "worry"): "the biopsy"}
        assert noor.fields(record) == sam.fields(record) == expected
        assert noor.r == sam.r


async def test_a_whisper_passes_and_a_stale_reader_catches_up():
    async with serving(MemoryStore()) as (port, _):
        noor, sam = await pair(port)
        record = secrets.token_bytes(16)
        async with noor.online(port):
            async with sam.online(port):
                session = secrets.token_bytes(16)
                ours, theirs = noor.whisperer(session), sam.whisperer(session)
                await noor.whisper(ours.greet())
                await sam.until(lambda: len(sam.whispers) == 1)
                assert theirs.hear(sam.whispers[0]) is None
                await sam.whisper(theirs.greet())
                await noor.until(lambda: len(noor.whispers) == 1)
                ours.hear(noor.whispers[0])
                (word,) = ours.say(["marks", 7])
                await noor.whisper(word)
                await sam.until(lambda: len(sam.whispers) == 2)
                assert theirs.hear(sam.whispers[1]) == ["marks", 7]
                assert theirs.hear(sam.whispers[1]) is None, "S2: once"
            for i in range(300):
                noor.write(record, "entry", {"text": f"line {i}"})
            await noor.flush()
        async with sam.online(port):
            assert sam.fields(record) == {(1, "text"): "line 299"}


async def test_w6_a_wiped_server_is_healed_by_whoever_comes_first():
    async with serving(MemoryStore()) as (port, _):
        noor, sam = await pair(port)
        record = secrets.token_bytes(16)
        noor.write(record, "entry", {"text": "before"})
        async with noor.online(port):
            pass
        async with sam.online(port):
            sam.write(record, "entry", {"text": "hers"})
            await sam.flush()
    async with serving(MemoryStore()) as (port, _):
        async with noor.online(port):
            pass
        async with sam.online(port):
            pass
        async with noor.online(port):
            pass
        assert noor.fields(record) == sam.fields(record) == {(1, "text"): "before", (2, "text"): "hers"}


async def test_o6_f2_parents_are_named_and_a_withdraw_shows():
    async with serving(MemoryStore()) as (port, _):
        noor, sam = await pair(port)
        record = secrets.token_bytes(16)
        async with noor.online(port), sam.online(port):
            first, second = noor.write(record, "entry", {"text": "a", "title": "b"}), noor.write(record, "entry", {"text": "c"})
            await noor.flush()
            await sam.until(lambda: second in sam.ops)
            answer, next_answer = sam.write(record, "entry", {"text": "d"}), sam.write(record, "entry", {"text": "e"})
            assert (sam.ops[first].parents, sam.ops[second].base) == ([], [first])
            assert (sam.ops[answer].parents, sam.ops[next_answer].parents) == ([second], [])
            noor.withdraw(record, "entry", ["text"])
            await noor.flush()
            await sam.until(lambda: len(sam.ops) == 5)
        shown, also = sam.record(record).fields[1, "text"]
        assert shown is WITHDRAWN
        assert also == []
        assert sam.fields(record) == {(1, "text"): None, (1, "title"): "b", (2, "text"): "e"}


async def test_o5_a_device_put_back_begins_a_new_incarnation():
    async with serving(MemoryStore()) as (port, _):
        noor, sam = await pair(port)
        record = secrets.token_bytes(16)
        async with noor.online(port):
            noor.write(record, "entry", {"text": "before"})
            await noor.flush()
            head = noor.incarnation, noor.counter, noor.previous
            noor.write(record, "entry", {"text": "after"})
            await noor.flush()
        restored = Device(noor.keys, noor.chain)
        restored.incarnation, restored.counter, restored.previous = head
        async with restored.online(port), sam.online(port):
            assert restored.incarnation != noor.incarnation
            op_id = restored.write(record, "entry", {"text": "restored"})
            await restored.flush()
            await sam.until(lambda: len(sam.ops) == 3)
        assert (sam.ops[op_id].counter, sam.ops[op_id].parents) == (0, [noor.previous])
        assert sam.fields(record) == {(1, "text"): "restored"}
        assert not sam.parked


async def test_o12_f7_what_a_device_does_not_understand_waits_with_its_record():
    async with serving(MemoryStore()) as (port, _):
        noor, sam = await pair(port)
        record = secrets.token_bytes(16)
        good = noor.write(record, "entry", {"text": "good"})
        parts = decode(noor.sealed[good])
        later = encode([2, *parts[1:2], secrets.token_bytes(32), *parts[3:]])
        changed = encode([*parts[:2], secrets.token_bytes(32), *parts[3:]])
        forged = sam.make_op(record, 1, [], encode(["entry", [["text", "forged"]]]), device=noor.keys.device)
        async with noor.online(port), sam.online(port):
            await noor.append([later, changed, forged], mode=0)
            await sam.until(lambda: len(sam.sealed) == 4)
        assert set(sam.ops) == {good}
        assert {decode(op)[2] for op in (later, changed, forged)} == set(sam.parked)
        assert (sam.record(record).is_read_only, sam.fields(record)) == (True, {(1, "text"): "good"})


async def test_section_4_a_device_never_leaves_the_chain_it_verified():
    async with serving(MemoryStore()) as (port, _):
        noor, _ = await pair(port)
        other = create_chain(make_keys(), US)
        with pytest.raises(Refused, match="forked"):
            noor.take_entries(0, list(other.entries))
        with pytest.raises(Refused, match="C2"):
            noor.take_entries(2, list(other.entries))
        assert len(noor.chain.entries) == 2


@pytest.mark.parametrize("kills", [3])
async def test_w9_what_was_acknowledged_survives_kill_9_in_mid_burst(tmp_path, kills):
    server = Server(tmp_path / "data").start()
    noor, sam = await pair(server.port)
    record = secrets.token_bytes(16)
    acknowledged: set[bytes] = set()
    try:
        for round_ in range(kills):

            async def burst(round_: int = round_) -> None:
                async with noor.online(server.port):
                    for i in range(400):
                        op_id = noor.write(record, "entry", {"text": f"{round_}/{i}"})
                        await noor.flush()
                        acknowledged.add(op_id)

            task = asyncio.create_task(burst())
            await asyncio.sleep(0.15)
            assert server.process is not None
            server.process.send_signal(signal.SIGKILL)
            await asyncio.gather(task, return_exceptions=True)
            await asyncio.to_thread(server.process.wait)
            await asyncio.to_thread(server.start)
            database = sqlite3.connect(server.data / "attune.sqlite3")
            there = {op_id for (op_id,) in database.execute("SELECT op_id FROM ops")}
            database.close()
            assert acknowledged <= there
        async with noor.online(server.port), sam.online(server.port):
            assert set(noor.ops) == set(sam.ops)
        assert len(acknowledged) > 10
    finally:
        await asyncio.to_thread(server.stop)
