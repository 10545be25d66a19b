"""What only a file on a disk can do: fill up, be too new, be opened again."""

import sqlite3

import pytest

from server.schema import MIGRATIONS, TooNew
from server.sqlite_store import SqliteStore
from server.store import Unavailable
from tests.support.chains import make_op

SPACE = bytes([1]) * 32


async def test_what_was_written_is_there_after_opening_again(tmp_path):
    path = tmp_path / "attune.sqlite3"
    store = await SqliteStore.open(path)
    await store.add_entries(SPACE, 0, [b"one"])
    ops = [make_op(1) for _ in range(3)]
    appended = await store.append(SPACE, ops)
    await store.close()
    store = await SqliteStore.open(path)
    head = await store.find(SPACE)
    assert (head.n, head.r, head.size_bytes, head.entries) == (3, appended.r, appended.size_bytes, [b"one"])
    assert (await store.append(SPACE, [make_op(1)])).seqs == [4]
    await store.close()


async def test_a_full_disk_keeps_nothing_of_a_batch_and_works_again_after(tmp_path):
    store = await SqliteStore.open(tmp_path / "attune.sqlite3")
    await store.add_entries(SPACE, 0, [b"one"])
    await store.append(SPACE, [make_op(1)])
    pages = await store._writer.call(lambda database: database.execute("PRAGMA page_count").fetchone()[0])
    await store._writer.call(lambda database: database.execute(f"PRAGMA max_page_count = {pages + 2}").fetchone())
    with pytest.raises(Unavailable):
        await store.append(SPACE, [make_op(1, 8000) for _ in range(40)])
    assert (await store.find(SPACE)).n == 1
    await store._writer.call(lambda database: database.execute("PRAGMA max_page_count = 1000000").fetchone())
    op = make_op(1)
    assert (await store.append(SPACE, [op])).seqs == [2], "the head in memory was rolled back too"
    assert (await store.find(SPACE)).n == 2
    await store.close()


async def test_data_of_a_newer_release_is_left_alone(tmp_path):
    path = tmp_path / "attune.sqlite3"
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    database.close()
    with pytest.raises(TooNew):
        await SqliteStore.open(path)


async def test_a_closed_store_takes_nothing(tmp_path):
    store = await SqliteStore.open(tmp_path / "attune.sqlite3")
    await store.close()
    with pytest.raises(Unavailable):
        await store.append(SPACE, [make_op(1)])


async def test_the_writer_is_durable(tmp_path):
    store = await SqliteStore.open(tmp_path / "attune.sqlite3")

    def pragmas(database: sqlite3.Connection) -> tuple[str, int]:
        return database.execute("PRAGMA journal_mode").fetchone()[0], database.execute("PRAGMA synchronous").fetchone()[0]

    assert await store._writer.call(pragmas) == ("wal", 2)
    await store.close()
