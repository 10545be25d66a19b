"""The `attune` command."""

import argparse
import io
import sys
from pathlib import Path

from server.backup import backup
from server.integrity import check_data
from server.phones import phones
from server.serve import serve
from server.settings import BadSetting, Settings, add_arguments, add_data_argument, from_arguments

DESCRIPTION = """\
Attune: a private place for two people. This is its small server: it hands out the app and passes sealed
changes between phones. It can read none of them.

  attune serve                      start at http://localhost:8400
  attune phones                     start for the phones in this home, over https
  attune backup copy.sqlite3        a consistent copy, also while it runs
  attune check                      is everything in the data folder whole?

Every setting can be a flag or an environment variable: ATTUNE_PORT=9000 is --port 9000.
"""


def main(argv: list[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 found faults, 2 wrong settings."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old terminal cannot show every sign
    arguments = make_parser().parse_args(argv)
    try:
        settings = from_arguments(arguments)
        match arguments.command:
            case "serve":
                return serve(settings)
            case "phones":
                return phones(settings, arguments.address)
            case "backup":
                return backup(settings, Path(arguments.file))
            case _:
                return check(settings)
    except BadSetting as fault:
        print(f"attune: {fault}", file=sys.stderr)
        return 2


def make_parser() -> argparse.ArgumentParser:
    """Return the command line."""
    parser = argparse.ArgumentParser(
        prog="attune", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    serve_parser = commands.add_parser("serve", help="serve the app and the sync socket")
    add_arguments(serve_parser)
    phones_parser = commands.add_parser("phones", help="serve the phones in this home, with a certificate made here")
    add_arguments(phones_parser, at_home=True)
    phones_parser.add_argument(
        "--address",
        action="append",
        default=[],
        help="address of this machine in the network of the phones; repeat for more (default: found out)",
    )
    backup_parser = commands.add_parser("backup", help="write a consistent copy of the database, also while the server runs")
    backup_parser.add_argument("file", help="where to write it; must not exist yet")
    add_data_argument(backup_parser)
    check_parser = commands.add_parser("check", help="check the data folder from end to end")
    add_data_argument(check_parser)
    return parser


def check(settings: Settings) -> int:
    """Say whether every page, chain and log of the data folder is whole."""
    if not settings.database.exists():
        raise BadSetting(f"There is no database in {settings.data}. Name its folder with --data.")
    faults, summary = check_data(settings.database)
    for fault in faults:
        print(f"fault: {fault}")
    print(summary)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
