"""Measures everything and writes the tables of README.md here."""

import os
import platform
import re
from datetime import UTC, datetime
from pathlib import Path

from bench import app_figures, catch_up, server_figures, years
from bench.app_figures import AppFigures
from bench.server_figures import Figures, median, percentile
from bench.years import YearsFigures

README = Path(__file__).with_name("README.md")
START, END = "<!-- figures -->\n", "<!-- end of figures -->\n"


def main() -> None:
    """Measure and write."""
    attune, bare = server_figures.measure()
    app = app_table(app_figures.measure(), catch_up.measure())
    tables = f"{machine()}\n\n{server_table(attune, bare)}\n\n{app}\n\n{years_table(years.measure())}\n"
    before, _, rest = README.read_text(encoding="utf-8").partition(START)
    after = rest.partition(END)[2]
    README.write_text(before + START + tables + END + after, encoding="utf-8")
    print(tables)


def machine() -> str:
    """Name what it ran on."""
    found = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    processor = found[1] if found else platform.processor()
    return (
        f"Measured {datetime.now(UTC):%Y-%m-%d} on {processor}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}. Phones and server shared these cores."
    )


def server_table(attune: Figures, bare: Figures) -> str:
    """Return the server's figures beside those of the bare relay."""
    rows = [
        ("durable ops for each CPU-second of the server, 100 active pairs", *_both(attune.ops_per_cpu_s, bare.ops_per_cpu_s, 0, "")),
        ("acknowledged, median, 200 ops a second", *_both(*(_at(one.ack_ms, 0.5) for one in (attune, bare)), 2, " ms")),
        ("acknowledged, 99th of 100", *_both(*(_at(one.ack_ms, 0.99) for one in (attune, bare)), 2, " ms")),
        ("phone to phone, median", *_both(*(_at(one.relay_ms, 0.5) for one in (attune, bare)), 2, " ms")),
        ("phone to phone, 99th of 100", *_both(*(_at(one.relay_ms, 0.99) for one in (attune, bare)), 2, " ms")),
        (
            "memory for each idle connection, 3,000 of them",
            *_both(
                [size / 1024 for size in attune.bytes_per_idle_connection],
                [size / 1024 for size in bare.bytes_per_idle_connection],
                1,
                " KiB",
            ),
        ),
        (
            "10,000 ops to a phone that joins",
            *_both([s * 1000 for s in attune.catch_up_s], [s * 1000 for s in bare.catch_up_s], 0, " ms"),
        ),
        ("bytes on the wire for each sealed byte, the least op alone", f"{median(attune.wire_ratio):.3f}", "", ""),
        ("bytes on the wire for each sealed byte, 10,000 ops to a phone that joins", f"{median(attune.catch_up_wire_ratio):.3f}", "", ""),
    ]
    lines = ["| Server | Attune | bare relay | ratio |", "|---|---:|---:|---:|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def app_table(app: AppFigures, caught_up_s: float) -> str:
    """Return the app's figures."""
    rows = [
        ("first load: requests", f"{app.requests}"),
        ("first load: compressed, fonts apart", f"{app.compressed_bytes / 1000:.1f} kB"),
        ("first load: fonts", f"{app.font_bytes / 1000:.1f} kB"),
        ("first load: first screen works", f"{app.first_ms:.0f} ms"),
        ("the same on a CPU four times slower", f"{app.first_slow_ms:.0f} ms"),
        ("later start, from the service worker", f"{app.later_ms:.0f} ms"),
        ("the same on a CPU four times slower", f"{app.later_slow_ms:.0f} ms"),
        ("10,000 ops to a person who joins, from the network’s return to the last op shown", f"{caught_up_s:.1f} s"),
    ]
    return "\n".join(["| App, in Chromium | |", "|---|---:|", *(f"| {name} | {value} |" for name, value in rows)])


def years_table(figures: YearsFigures) -> str:
    """Return what five years of records take."""
    rows = [
        ("Today is drawn", f"{figures.today_ms:.0f} ms"),
        ("the same with one day of records", f"{figures.one_day_ms:.0f} ms"),
        ("records opened for it", f"{figures.opened}"),
        *((f"longest task, {name}", f"{ms:.0f} ms" if ms else "below 50 ms") for name, ms in figures.longest_ms.items()),
    ]
    return "\n".join(
        ["| Five years of records, on a CPU four times slower | |", "|---|---:|", *(f"| {name} | {value} |" for name, value in rows)]
    )


def _at(values: list[float], share: float) -> list[float]:
    return [percentile(values, share)]


def _both(attune: list[float], bare: list[float], digits: int, unit: str) -> tuple[str, str, str]:
    mine, other = median(attune), median(bare)
    return f"{mine:,.{digits}f}{unit}", f"{other:,.{digits}f}{unit}", f"{mine / other:.2f}"


if __name__ == "__main__":
    main()
