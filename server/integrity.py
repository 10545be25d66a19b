"""`attune check`: reads everything once and compares it with what must hold."""

import sqlite3
from pathlib import Path

from sync.blobs import name_of
from sync.chain import Chain, append
from sync.errors import ChainInvalid, Malformed
from sync.frames import read_op
from sync.ids import first_r, next_r

CHUNKS_SINCE = 2


def check_data(path: Path) -> tuple[list[str], str]:
    """Return the faults found and a closing line. Spaces are named by their first eight hex digits."""
    try:
        database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.OperationalError as error:
        return [f"database: {error}"], "checked nothing: the database cannot be opened"
    faults: list[str] = []
    spaces = ops = 0
    try:
        faults += [f"database: {row}" for (row,) in database.execute("PRAGMA integrity_check") if row != "ok"]
        faults += [f"database: row without its parent in {row[0]}" for row in database.execute("PRAGMA foreign_key_check")]
        (version,) = database.execute("PRAGMA user_version").fetchone()
        for row_id, space, log_id in database.execute("SELECT id, space, log_id FROM spaces").fetchall():
            spaces += 1
            name = f"space {space.hex()[:8]}"
            faults += [f"{name}: {fault}" for fault in _check_chain(database, row_id, space)]
            found, log_faults = _check_log(database, row_id, first_r(space, log_id))
            ops += found
            faults += [f"{name}: {fault}" for fault in log_faults]
            if version >= CHUNKS_SINCE:  # a copy made by an earlier release is looked at before it is migrated
                faults += [f"{name}: {fault}" for fault in _check_chunks(database, row_id)]
    except sqlite3.DatabaseError as error:
        faults.append(f"database: {error}")
    finally:
        database.close()
    state = {0: "everything is whole", 1: "1 fault"}.get(len(faults), f"{len(faults)} faults")
    return faults, f"checked {spaces} spaces, {ops} ops: {state}"


def _check_chain(database: sqlite3.Connection, row_id: int, space: bytes) -> list[str]:
    chain = Chain(space)
    for n, (entry,) in enumerate(database.execute("SELECT entry FROM entries WHERE space_id = ? ORDER BY n", (row_id,))):
        try:
            chain = append(chain, entry)
        except ChainInvalid as fault:
            return [f"chain entry {n} breaks {fault.rule}"]
    return []


def _check_log(database: sqlite3.Connection, row_id: int, r: bytes) -> tuple[int, list[str]]:
    expected = 0
    for seq, op_id, row_r, op in database.execute("SELECT seq, op_id, r, op FROM ops WHERE space_id = ? ORDER BY seq", (row_id,)):
        expected += 1
        r = next_r(r, op_id)
        try:
            is_whole = read_op(op).op_id == op_id
        except Malformed:
            is_whole = False
        if seq != expected or row_r != r or not is_whole:
            return expected, [f"op {seq} is not what it was"]
    return expected, []


def _check_chunks(database: sqlite3.Connection, row_id: int) -> list[str]:
    faults: list[str] = []
    (counted,) = database.execute("SELECT chunk_bytes FROM spaces WHERE id = ?", (row_id,)).fetchone()
    total = 0
    for name, chunk in database.execute("SELECT name, chunk FROM chunks WHERE space_id = ? ORDER BY id", (row_id,)):
        total += len(chunk)
        if name_of(chunk) != name:
            faults.append(f"chunk {name.hex()[:8]} is not what it was")
    if total != counted:
        faults.append("its chunks are not as long together as was counted")
    return faults
