"""The server's figures. Every one is taken of Attune and of the bare relay in the same round; the median of the rounds counts."""

import asyncio
import gc
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.phones import AttunePhone, Pairs, Phone
from bench.processes import Process, running

ACTIVE_PAIRS = 100
IDLE_CONNECTIONS = 3_000
HISTORY_OPS = 10_000
HISTORY_BATCH = 250
BUSY_S = 4.0
PACED_S = 4.0
PACED_OPS_PER_S = 200
ROUNDS = 3

Connected = Callable[[Process, int], AbstractAsyncContextManager[Pairs]]


@dataclass
class Figures:
    """Lists hold one value for each round."""

    ops_per_cpu_s: list[float] = field(default_factory=list)
    ack_ms: list[float] = field(default_factory=list)
    relay_ms: list[float] = field(default_factory=list)
    bytes_per_idle_connection: list[float] = field(default_factory=list)
    catch_up_s: list[float] = field(default_factory=list)
    catch_up_cpu_s: list[float] = field(default_factory=list)
    wire_ratio: list[float] = field(default_factory=list)
    catch_up_wire_ratio: list[float] = field(default_factory=list)


def measure() -> tuple[Figures, Figures]:
    """Return the figures of Attune and of the bare relay."""
    attune, bare = Figures(), Figures()
    for _ in range(ROUNDS):
        for figures, is_attune in ((attune, True), (bare, False)):
            with tempfile.TemporaryDirectory() as folder:
                database = str(Path(folder) / "attune.sqlite3")
                arguments = ("bench.attune_server", database) if is_attune else ("bench.bare_relay",)
                connected = _attune if is_attune else _bare
                for part in (busy, paced, history):
                    with running(*arguments) as server:
                        asyncio.run(part(server, connected, figures))
    for figures, is_attune in ((attune, True), (bare, False)):
        with tempfile.TemporaryDirectory() as folder:
            database = str(Path(folder) / "attune.sqlite3")
            arguments = ("bench.attune_server", database) if is_attune else ("bench.bare_relay",)
            with running(*arguments) as server:
                asyncio.run(idle(server, _attune if is_attune else _bare, figures))
    return attune, bare


async def busy(server: Process, connected: Connected, figures: Figures) -> None:
    """Every pair keeps one op in flight: durable ops for each second of the server's CPU."""
    async with connected(server, ACTIVE_PAIRS) as phones:
        done = 0
        end = time.perf_counter() + BUSY_S

        async def write(phone: Phone) -> None:
            nonlocal done
            while time.perf_counter() < end:
                await phone.send(1)
                done += 1

        readers = [asyncio.create_task(_read_for_ever(second)) for _, second in phones.pairs]
        before = server.cpu_s()
        await asyncio.gather(*(write(first) for first, _ in phones.pairs))
        figures.ops_per_cpu_s.append(done / (server.cpu_s() - before))
        await _cancel(readers)
        senders = [first for first, _ in phones.pairs if isinstance(first, AttunePhone)]
        if senders:
            figures.wire_ratio.append(sum(one.sent_bytes for one in senders) / sum(one.op_bytes for one in senders))


async def paced(server: Process, connected: Connected, figures: Figures) -> None:
    """Pairs write now and then: how long until the writer knows it is kept, and until the other phone has it."""
    async with connected(server, ACTIVE_PAIRS) as phones:
        started = time.perf_counter()
        gap_s = ACTIVE_PAIRS / PACED_OPS_PER_S

        async def write(number: int, first: Phone, second: Phone) -> None:
            due = started + gap_s * number / ACTIVE_PAIRS
            while due < started + PACED_S:
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                at = time.perf_counter()
                arrival = asyncio.create_task(_arrival(second))
                await asyncio.sleep(0)
                await first.send(1)
                figures.ack_ms.append((time.perf_counter() - at) * 1000)
                figures.relay_ms.append((await arrival - at) * 1000)
                due += gap_s

        await asyncio.gather(*(write(number, *pair) for number, pair in enumerate(phones.pairs)))


async def idle(server: Process, connected: Connected, figures: Figures) -> None:
    """Memory of connections that are open and silent."""
    async with connected(server, 20):
        await asyncio.sleep(0.2)  # whatever is loaded on first use is loaded
    before = server.memory_bytes()
    async with connected(server, IDLE_CONNECTIONS // 2):
        gc.collect()
        await asyncio.sleep(1)
        figures.bytes_per_idle_connection.append((server.memory_bytes() - before) / IDLE_CONNECTIONS)


async def history(server: Process, connected: Connected, figures: Figures) -> None:
    """A phone that joins a space with a long history, from the first question to the last op."""
    async with connected(server, 1) as phones:
        ((first, second),) = phones.pairs
        if isinstance(first, AttunePhone) and isinstance(second, AttunePhone):
            reader = asyncio.create_task(_read_for_ever(second))
            for _ in range(HISTORY_OPS // HISTORY_BATCH):
                await first.send(HISTORY_BATCH)
            await _cancel([reader])
            before = server.cpu_s()
            at = time.perf_counter()
            received = 0
            async with second.joined_again() as newcomer:
                while received < HISTORY_OPS:
                    received += await newcomer.receive()
                figures.catch_up_wire_ratio.append(newcomer.received_bytes / newcomer.op_bytes)
            figures.catch_up_s.append(time.perf_counter() - at)
            figures.catch_up_cpu_s.append(server.cpu_s() - before)
        else:
            # The relay keeps nothing: the same bytes in messages of the same size, from one phone to the other.
            messages = HISTORY_OPS // 500
            at = time.perf_counter()
            before = server.cpu_s()
            reading = asyncio.create_task(_read_some(second, messages))
            for _ in range(messages):
                await first.send(500)
            await reading
            figures.catch_up_s.append(time.perf_counter() - at)
            figures.catch_up_cpu_s.append(server.cpu_s() - before)


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of the values stay under."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def median(values: list[float]) -> float:
    """Return the median."""
    return statistics.median(values)


@asynccontextmanager
async def _attune(server: Process, count: int) -> AsyncIterator[Pairs]:
    async with Pairs.attune(server.port, count) as phones:
        yield phones


@asynccontextmanager
async def _bare(server: Process, count: int) -> AsyncIterator[Pairs]:
    async with Pairs.bare(server.port, count) as phones:
        yield phones


async def _arrival(phone: Phone) -> float:
    await phone.receive()
    return time.perf_counter()


async def _read_some(phone: Phone, messages: int) -> None:
    for _ in range(messages):
        await phone.receive()


async def _read_for_ever(phone: Phone) -> None:
    while True:
        await phone.receive()


async def _cancel(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
