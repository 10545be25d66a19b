"""SQLite behind aiosqlite: WAL, synchronous=FULL, one writer with group commit.

Callers enqueue a change and await it. Whatever waits when the writer is free becomes one transaction; its commit completes them all.
The group's appends are one insert; when it finds an op that is there already, each append is done by itself, as every other change is,
under a savepoint of its own, so that one that fails takes nothing with it. Reads use a second connection.
"""

import asyncio
import secrets
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite

from server.schema import migrate
from server.store import Appended, Chunk, DeleteChunk, MailboxPage, PutChunk, SpaceHead, Unavailable, as_many_as_fit
from sync import limits
from sync.ids import first_r, next_r

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], object]
ROWS_AT_ONCE = 64  # of five parameters each
CHECKPOINT_PAGES = 4000  # 16 MB: a page changed by many commits goes into the database once


class _Connection(aiosqlite.Connection):
    """aiosqlite, plus whole functions run in its thread: one crossing a transaction instead of one a statement."""

    async def call(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run `work(connection)` in the connection's thread."""
        result: T = await self._execute(work, self._conn)  # type: ignore[no-untyped-call]
        return result


def _connect(path: Path, *, readonly: bool) -> _Connection:
    def connector() -> sqlite3.Connection:
        mode = "ro" if readonly else "rwc"
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=10)
        if not readonly:
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = FULL")
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA secure_delete = ON")  # what was deleted is overwritten, not only unlinked
            database.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
            database.execute("PRAGMA temp_store = MEMORY")  # or an insert of many rows writes its undo journal to a file
        return database

    return _Connection(connector, iter_chunk_size=64)


class SqliteStore:
    """The store of a server that runs alone."""

    def __init__(self, writer: _Connection, reader: _Connection) -> None:
        self._writer = writer
        self._reader = reader
        self._waiting: list[tuple[Work, asyncio.Future[object]]] = []
        self._wake = asyncio.Event()
        self._closing = False
        self._heads = _Heads()
        self._loop = asyncio.create_task(self._commit_loop())

    @classmethod
    async def open(cls, path: Path) -> "SqliteStore":
        """Open or make the database file, migrated to this release.

        Raises:
            TooNew: written by a newer release.
            sqlite3.Error: unreadable or not a database.
        """
        writer = _connect(path, readonly=False)
        await writer
        try:
            await writer.call(migrate)
        except BaseException:
            await writer.close()
            raise
        reader = _connect(path, readonly=True)
        await reader
        return cls(writer, reader)

    async def close(self) -> None:
        """Commit what was accepted, then close both connections."""
        self._closing = True
        self._wake.set()
        await self._loop
        await self._reader.close()
        await self._writer.close()

    # -- writes: small functions run inside the group's transaction

    async def add_entries(self, space: bytes, first_n: int, entries: Sequence[bytes]) -> SpaceHead | None:
        """See `Store`."""
        return await self._change(lambda database: _add_entries(database, space, first_n, entries))

    async def append(self, space: bytes, ops: Sequence[tuple[bytes, bytes]]) -> Appended:
        """See `Store`."""
        return await self._change(_Append(self._heads, space, ops))

    async def post(self, rendezvous: bytes, index: int, message: bytes, now_s: int) -> bool:
        """See `Store`."""
        return await self._change(lambda database: _post(database, rendezvous, index, message, now_s))

    async def put_chunk(self, space: bytes, chunk: Chunk, quota_bytes: int) -> PutChunk:
        """See `Store`."""
        return await self._change(lambda database: _put_chunk(database, space, chunk, quota_bytes))

    async def delete_chunk(self, space: bytes, name: bytes, delete_tag: bytes) -> DeleteChunk:
        """See `Store`."""
        return await self._change(lambda database: _delete_chunk(database, space, name, delete_tag))

    async def sweep(self, now_s: int) -> None:
        """See `Store`."""
        await self._change(lambda database: database.execute("DELETE FROM mailboxes WHERE expires_at_s <= ?", (now_s,)))

    async def _change(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._closing:
            raise Unavailable
        done: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, done))  # type: ignore[arg-type]
        self._wake.set()
        return await done

    async def _commit_loop(self) -> None:
        while not (self._closing and not self._waiting):
            await self._wake.wait()
            self._wake.clear()
            group, self._waiting = self._waiting, []
            if group:
                await self._commit(group)

    async def _commit(self, group: list[tuple[Work, asyncio.Future[object]]]) -> None:
        works = [work for work, _ in group]
        try:
            outcomes = await self._writer.call(lambda database: _transact(database, works, self._heads))
        except sqlite3.Error as error:
            outcomes = [error] * len(group)
        for (_, done), outcome in zip(group, outcomes, strict=True):
            if done.done():
                continue
            if isinstance(outcome, sqlite3.OperationalError):
                done.set_exception(Unavailable(str(outcome)))
            elif isinstance(outcome, BaseException):
                done.set_exception(outcome)
            else:
                done.set_result(outcome)

    # -- reads

    async def find(self, space: bytes) -> SpaceHead | None:
        """See `Store`."""
        return await self._reader.call(lambda database: _head(database, space))

    async def entries(self, space: bytes, first_n: int) -> list[bytes]:
        """See `Store`."""
        return await self._reader.call(
            lambda database: [
                entry
                for (entry,) in database.execute(
                    "SELECT entry FROM entries WHERE space_id = (SELECT id FROM spaces WHERE space = ?) AND n >= ? ORDER BY n",
                    (space, first_n),
                )
            ]
        )

    async def page(self, space: bytes, after: int, most: int, most_bytes: int) -> list[bytes]:
        """See `Store`."""

        def work(database: sqlite3.Connection) -> list[bytes]:
            rows = database.execute(
                "SELECT op FROM ops WHERE space_id = (SELECT id FROM spaces WHERE space = ?) AND seq > ? ORDER BY seq LIMIT ?",
                (space, after, most),
            )
            ops: list[bytes] = []
            size = 0
            for (op,) in rows:
                size += len(op)
                if ops and size > most_bytes:
                    break
                ops.append(op)
            return ops

        return await self._reader.call(work)

    async def ids(self, space: bytes, after: int, most: int) -> list[bytes]:
        """See `Store`."""
        return await self._reader.call(
            lambda database: [
                op_id
                for (op_id,) in database.execute(
                    "SELECT op_id FROM ops WHERE space_id = (SELECT id FROM spaces WHERE space = ?) AND seq > ? ORDER BY seq LIMIT ?",
                    (space, after, most),
                )
            ]
        )

    async def pick(self, space: bytes, op_ids: Sequence[bytes], most_bytes: int) -> tuple[list[bytes], int]:
        """See `Store`."""

        def work(database: sqlite3.Connection) -> tuple[list[bytes], int]:
            (row_id,) = database.execute("SELECT id FROM spaces WHERE space = ?", (space,)).fetchone()
            query = "SELECT op FROM ops WHERE space_id = ? AND op_id = ?"
            rows = (database.execute(query, (row_id, op_id)).fetchone() for op_id in op_ids)
            return as_many_as_fit((row[0] if row else None for row in rows), most_bytes)

        return await self._reader.call(work)

    async def chunk(self, space: bytes, name: bytes) -> bytes | None:
        """See `Store`."""
        found: bytes | None = await self._of_chunk("chunk", space, name)
        return found

    async def chunk_size(self, space: bytes, name: bytes) -> int | None:
        """See `Store`."""
        found: int | None = await self._of_chunk("length(chunk)", space, name)
        return found

    async def _of_chunk(self, what: str, space: bytes, name: bytes) -> Any:
        found = f"SELECT {what} FROM chunks WHERE space_id = (SELECT id FROM spaces WHERE space = ?) AND name = ?"  # noqa: S608  ours
        row = await self._reader.call(lambda database: database.execute(found, (space, name)).fetchone())
        return row[0] if row else None

    async def r_at(self, space: bytes, n: int) -> bytes | None:
        """See `Store`."""

        def work(database: sqlite3.Connection) -> bytes | None:
            if n == 0:
                row = database.execute("SELECT log_id FROM spaces WHERE space = ?", (space,)).fetchone()
                return first_r(space, row[0]) if row else None
            row = database.execute(
                "SELECT r FROM ops WHERE space_id = (SELECT id FROM spaces WHERE space = ?) AND seq = ?", (space, n)
            ).fetchone()
            return row[0] if row else None

        return await self._reader.call(work)

    async def mailbox(self, rendezvous: bytes, start: int, now_s: int) -> MailboxPage:
        """See `Store`."""

        def work(database: sqlite3.Connection) -> MailboxPage:
            box = database.execute("SELECT expires_at_s FROM mailboxes WHERE rendezvous = ?", (rendezvous,)).fetchone()
            if box is None or box[0] <= now_s:
                return MailboxPage([], limits.MAILBOX_LIFE_S)
            rows = database.execute(
                "SELECT message FROM messages WHERE rendezvous = ? AND n >= ? ORDER BY n", (rendezvous, start)
            ).fetchall()
            return MailboxPage([message for (message,) in rows], box[0] - now_s)

        return await self._reader.call(work)

    async def count_mailboxes(self) -> int:
        """See `Store`."""
        return int(await self._reader.call(lambda database: database.execute("SELECT count(*) FROM mailboxes").fetchone()[0]))


@dataclass(slots=True)
class _Head:
    """Where a space's log ends."""

    row_id: int
    n: int
    r: bytes
    size_bytes: int

    def copy(self) -> "_Head":
        """Return another that may run ahead of what is stored."""
        return _Head(self.row_id, self.n, self.r, self.size_bytes)


class _Heads:
    """The ends of the logs in use, so that an append is an insert and not also a read and an update. For the writer's thread only."""

    def __init__(self, most: int = 50_000) -> None:
        self._most = most
        self._by_space: OrderedDict[bytes, _Head] = OrderedDict()

    def find(self, database: sqlite3.Connection, space: bytes) -> _Head:
        """Return the head of a known space."""
        head = self._by_space.get(space)
        if head is None:
            head = self._by_space[space] = _read_head(database, space)
            if len(self._by_space) > self._most:
                self._by_space.popitem(last=False)
        return head

    def keep(self, heads: dict[bytes, _Head]) -> None:
        """These ends have moved."""
        self._by_space.update(heads)

    def forget(self) -> None:
        """A change was rolled back: what is remembered may be ahead of what is stored."""
        self._by_space.clear()


def _read_head(database: sqlite3.Connection, space: bytes) -> _Head:
    row_id, log_id = database.execute("SELECT id, log_id FROM spaces WHERE space = ?", (space,)).fetchone()
    last = database.execute("SELECT seq, r FROM ops WHERE space_id = ? ORDER BY seq DESC LIMIT 1", (row_id,)).fetchone()
    n, r = last or (0, first_r(space, log_id))
    (size,) = database.execute("SELECT coalesce(sum(length(op)), 0) FROM ops WHERE space_id = ?", (row_id,)).fetchone()
    return _Head(row_id, n, r, size)


def _transact(database: sqlite3.Connection, works: list[Work], heads: _Heads) -> list[object]:
    """Run all in one transaction and commit; a work that fails is rolled back alone and its error is its outcome."""
    database.execute("BEGIN IMMEDIATE")
    try:
        appends = [work for work in works if isinstance(work, _Append)]
        appended = iter(_append_together(database, heads, appends) if len(appends) > 1 else ())
        outcomes: list[object] = []
        for work in works:
            done = next(appended, None) if isinstance(work, _Append) else None
            outcomes.append(done or _run_alone(database, work, heads))
        database.execute("COMMIT")
    except BaseException:
        heads.forget()
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise
    return outcomes


def _run_alone(database: sqlite3.Connection, work: Work, heads: _Heads) -> object:
    database.execute("SAVEPOINT one")
    outcome: object
    try:
        outcome = work(database)
    except Exception as error:
        if not database.in_transaction:
            raise  # SQLite gave up the whole transaction (full disk): nobody's change is kept
        database.execute("ROLLBACK TO one")
        heads.forget()
        outcome = error
    database.execute("RELEASE one")
    return outcome


def _head(database: sqlite3.Connection, space: bytes) -> SpaceHead | None:
    row = database.execute("SELECT id, log_id FROM spaces WHERE space = ?", (space,)).fetchone()
    if row is None:
        return None
    entries = database.execute("SELECT entry FROM entries WHERE space_id = ? ORDER BY n", (row[0],)).fetchall()
    head = _read_head(database, space)
    return SpaceHead(row[1], head.n, head.r, head.size_bytes, [entry for (entry,) in entries])


def _add_entries(database: sqlite3.Connection, space: bytes, first_n: int, entries: Sequence[bytes]) -> SpaceHead | None:
    row = database.execute("SELECT id FROM spaces WHERE space = ?", (space,)).fetchone()
    if row is None:
        if first_n != 0:
            return None
        log_id = secrets.token_bytes(16)
        made = database.execute("INSERT INTO spaces (space, log_id) VALUES (?, ?)", (space, log_id))
        row_id = made.lastrowid
    else:
        row_id = row[0]
    (count,) = database.execute("SELECT count(*) FROM entries WHERE space_id = ?", (row_id,)).fetchone()
    if count != first_n:
        return None
    database.executemany(
        "INSERT INTO entries (space_id, n, entry) VALUES (?, ?, ?)",
        [(row_id, first_n + i, entry) for i, entry in enumerate(entries)],
    )
    return _head(database, space)


class _Append:
    """One append as a change."""

    __slots__ = ("heads", "ops", "space")

    def __init__(self, heads: _Heads, space: bytes, ops: Sequence[tuple[bytes, bytes]]) -> None:
        self.heads = heads
        self.space = space
        self.ops = ops

    def __call__(self, database: sqlite3.Connection) -> Appended:
        """Do it by itself: any of the ops may be there already."""
        head = self.heads.find(database, self.space)
        row_id, n, r, size = head.row_id, head.n, head.r, head.size_bytes
        seqs: list[int] = []
        fresh: list[tuple[int, bytes, bytes]] = []
        for op_id, op in self.ops:
            following = next_r(r, op_id)
            if database.execute(_insert_ops(1), (row_id, n + 1, op_id, following, op)).rowcount == 1:
                n, r, size = n + 1, following, size + len(op)
                seqs.append(n)
                fresh.append((n, op_id, op))
            else:
                (seq,) = database.execute("SELECT seq FROM ops WHERE space_id = ? AND op_id = ?", (row_id, op_id)).fetchone()
                seqs.append(seq)
        head.n, head.r, head.size_bytes = n, r, size
        return Appended(seqs, fresh, n, r, size)


def _append_together(database: sqlite3.Connection, heads: _Heads, appends: list[_Append]) -> list[Appended]:
    """Do them all at once if every op is new; else none of them, and return nothing."""
    database.execute("SAVEPOINT together")
    ends: dict[bytes, _Head] = {}
    outcomes: list[Appended] = []
    values: list[int | bytes] = []
    for append in appends:
        head = ends.get(append.space)
        if head is None:
            head = ends[append.space] = heads.find(database, append.space).copy()
        fresh: list[tuple[int, bytes, bytes]] = []
        for op_id, op in append.ops:
            head.n += 1
            head.r = next_r(head.r, op_id)
            head.size_bytes += len(op)
            values += (head.row_id, head.n, op_id, head.r, op)
            fresh.append((head.n, op_id, op))
        outcomes.append(Appended([seq for seq, _, _ in fresh], fresh, head.n, head.r, head.size_bytes))
    if not _insert_rows(database, values):
        database.execute("ROLLBACK TO together")
        outcomes = []
    database.execute("RELEASE together")
    if outcomes:
        heads.keep(ends)
    return outcomes


def _insert_rows(database: sqlite3.Connection, values: list[int | bytes]) -> bool:
    """Insert five values a row; False as soon as one is not new."""
    for start in range(0, len(values), 5 * ROWS_AT_ONCE):
        some = values[start : start + 5 * ROWS_AT_ONCE]
        rows = len(some) // 5
        if database.execute(_insert_ops(rows), some).rowcount != rows:
            return False
    return True


@cache
def _insert_ops(rows: int) -> str:
    """Return the statement for so many new ops; those that are there already stay as they are."""
    marks = ",".join(["(?, ?, ?, ?, ?)"] * rows)
    return f"INSERT INTO ops (space_id, seq, op_id, r, op) VALUES {marks} ON CONFLICT (space_id, op_id) DO NOTHING"  # noqa: S608  marks only


def _put_chunk(database: sqlite3.Connection, space: bytes, chunk: Chunk, quota_bytes: int) -> PutChunk:
    row = database.execute("SELECT id, chunk_bytes FROM spaces WHERE space = ?", (space,)).fetchone()
    if row is None:
        return "unknown"
    row_id, used = row
    if database.execute("SELECT 1 FROM chunks WHERE space_id = ? AND name = ?", (row_id, chunk.name)).fetchone():
        return "kept"
    if used + len(chunk.data) > quota_bytes:
        return "full"
    values = (row_id, chunk.name, chunk.delete_tag, chunk.data)
    database.execute("INSERT INTO chunks (space_id, name, delete_tag, chunk) VALUES (?, ?, ?, ?)", values)
    database.execute("UPDATE spaces SET chunk_bytes = chunk_bytes + ? WHERE id = ?", (len(chunk.data), row_id))
    return "kept"


def _delete_chunk(database: sqlite3.Connection, space: bytes, name: bytes, delete_tag: bytes) -> DeleteChunk:
    row = database.execute(
        "SELECT id, space_id, delete_tag, length(chunk) FROM chunks WHERE space_id = (SELECT id FROM spaces WHERE space = ?) AND name = ?",
        (space, name),
    ).fetchone()
    if row is None:
        return "gone"
    row_id, space_id, tag, size = row
    if tag != delete_tag:
        return "refused"
    database.execute("DELETE FROM chunks WHERE id = ?", (row_id,))
    database.execute("UPDATE spaces SET chunk_bytes = chunk_bytes - ? WHERE id = ?", (size, space_id))
    return "gone"


def _post(database: sqlite3.Connection, rendezvous: bytes, index: int, message: bytes, now_s: int) -> bool:
    database.execute("DELETE FROM mailboxes WHERE rendezvous = ? AND expires_at_s <= ?", (rendezvous, now_s))
    (count,) = database.execute("SELECT count(*) FROM messages WHERE rendezvous = ?", (rendezvous,)).fetchone()
    if count != index:
        return False
    database.execute(
        "INSERT INTO mailboxes (rendezvous, expires_at_s) VALUES (?, ?) ON CONFLICT DO NOTHING",
        (rendezvous, now_s + limits.MAILBOX_LIFE_S),
    )
    database.execute("INSERT INTO messages (rendezvous, n, message) VALUES (?, ?, ?)", (rendezvous, index, message))
    return True
