"""The tables, as numbered migrations: number i takes `user_version` from i to i + 1. A migration, once released, never changes."""

import sqlite3

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE spaces (
        id INTEGER PRIMARY KEY,
        space BLOB NOT NULL UNIQUE,
        log_id BLOB NOT NULL
    );
    CREATE TABLE entries (
        space_id INTEGER NOT NULL REFERENCES spaces (id),
        n INTEGER NOT NULL,
        entry BLOB NOT NULL,
        PRIMARY KEY (space_id, n)
    ) WITHOUT ROWID;
    CREATE TABLE ops (
        id INTEGER PRIMARY KEY,
        space_id INTEGER NOT NULL REFERENCES spaces (id),
        seq INTEGER NOT NULL,
        op_id BLOB NOT NULL,
        r BLOB NOT NULL,
        op BLOB NOT NULL
    );
    CREATE UNIQUE INDEX ops_by_seq ON ops (space_id, seq);
    CREATE UNIQUE INDEX ops_by_op_id ON ops (space_id, op_id);
    CREATE TABLE mailboxes (
        rendezvous BLOB PRIMARY KEY,
        expires_at_s INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE messages (
        rendezvous BLOB NOT NULL REFERENCES mailboxes (rendezvous) ON DELETE CASCADE,
        n INTEGER NOT NULL,
        message BLOB NOT NULL,
        PRIMARY KEY (rendezvous, n)
    ) WITHOUT ROWID;
    """,
    """
    CREATE TABLE chunks (
        id INTEGER PRIMARY KEY,
        space_id INTEGER NOT NULL REFERENCES spaces (id),
        name BLOB NOT NULL,
        delete_tag BLOB NOT NULL,
        chunk BLOB NOT NULL
    );
    CREATE UNIQUE INDEX chunks_by_name ON chunks (space_id, name);
    ALTER TABLE spaces ADD COLUMN chunk_bytes INTEGER NOT NULL DEFAULT 0;
    """,
)


class TooNew(Exception):
    """The data was written by a newer release."""


def migrate(database: sqlite3.Connection) -> None:
    """Bring the tables to this release, each step in its own transaction.

    Raises:
        TooNew: the data folder belongs to a newer release; it is left untouched.
    """
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise TooNew
    for number, script in enumerate(MIGRATIONS[version:], start=version):
        database.executescript(f"BEGIN; {script} PRAGMA user_version = {number + 1}; COMMIT;")
