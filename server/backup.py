"""`attune backup`: a consistent copy of the database, also while the server runs."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from server.settings import BadSetting, Settings


def backup(settings: Settings, target: Path) -> int:
    """Copy the database with SQLite's own backup, page by page under its locks. The copy has its name only once it is whole.

    Raises:
        BadSetting: there is nothing to copy, or the copy cannot be written.
    """
    if not settings.database.exists():
        raise BadSetting(f"There is no database in {settings.data}; nothing was copied. Name its folder with --data.")
    if target.exists():
        raise BadSetting(f"{target} exists already; nothing was copied. Name a new file.")
    partial = target.with_name(target.name + ".partial")
    try:
        # Made first, readable for this user only: the copy holds all that the server holds.
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(sqlite3.connect(settings.database)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
        partial.rename(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise BadSetting(f"The copy could not be written to {target}: {reason}. The database itself is untouched.") from error
    print(f"copied {settings.database} to {target} ({target.stat().st_size:,} bytes)")
    return 0
