"""Vectors of every frame (section 7): each as it is, and with one fault of its form."""

from collections.abc import Iterator
from typing import Any

from tests.support.codec import encode
from tests.vectors.parts import Seeded, Vector


def wire_vectors() -> Iterator[tuple[str, Vector]]:
    """`wire/<frame>[_<fault>]`; `to` says who reads it."""
    random = Seeded("wire")
    id16, id32, sig, op, entry = random(16), random(32), random(64), random(600), random(300)
    to_server: dict[str, list[Any]] = {
        "hello": [1, 1, "https://attune.example", id32, id32, sig],
        "chain": [2, 0, [entry, entry]],
        "open": [3, 70_000, id32, 2],
        "append": [4, 1, 0, [op, op]],
        "pull": [5, [id32]],
        "whisper": [6, random(40)],
        "ping": [7, 2**53 - 1],
        "meet": [8, 1, id16, 0],
        "post": [9, 3, random(40)],
        "want_pass": [10],
    }
    to_phone: dict[str, list[Any]] = {
        "challenge": [64, 1, id32],
        "need_chain": [65, 0],
        "welcome": [66, id16, 9, id32, 2, id32],
        "entries": [67, 1, [entry]],
        "opened": [68, True, 9, id32],
        "ops": [69, 1, [op]],
        "listed": [70, 1, []],
        "pulled": [71, True, []],
        "ack": [72, 1, [1, 2]],
        "chain_ack": [73, 2, id32],
        "whispered": [74, random(40)],
        "pong": [75, 0],
        "mailbox": [76, 0, [], 86_400],
        "posted": [77, 3],
        "error": [78, 13, 1, 0, 60_000],
        "pass": [79, random(80), 600],
    }

    def vector(name: str, to: str, data: bytes, expect: str) -> tuple[str, Vector]:
        rule = "M2" if name.startswith(("meet", "post", "mailbox")) else "B3" if name.startswith(("want_pass", "pass")) else "W14"
        return f"wire/{name}", {"rule": rule, "to": to, "bytes": data.hex(), "expect": expect}

    for to, frames in (("server", to_server), ("phone", to_phone)):
        for name, frame in frames.items():
            yield vector(name, to, encode(frame), "ok")
            yield vector(f"{name}_trailing_byte", to, encode(frame) + b"\xc0", "refused")
            yield vector(f"{name}_one_too_many", to, encode([*frame, 0]), "refused")
            yield vector(f"{name}_one_too_few", to, encode(frame[:-1]), "refused")
            yield vector(f"{name}_other_kind_of_part", to, encode([*frame[:-1], None]), "refused")
            for at, part in enumerate(frame):
                if part in (id16, id32, sig):
                    yield vector(f"{name}_part_{at}_short", to, encode([*frame[:at], part[:-1], *frame[at + 1 :]]), "refused")
                    yield vector(f"{name}_part_{at}_long", to, encode([*frame[:at], part + b"\x00", *frame[at + 1 :]]), "refused")
    faults: dict[str, tuple[str, list[Any]]] = {
        "append_nothing": ("server", [4, 1, 0, []]),
        "append_mode_two": ("server", [4, 1, 2, [op]]),
        "pull_nothing": ("server", [5, []]),
        "pull_short_id": ("server", [5, [id32, id32[:31]]]),
        "chain_with_text": ("server", [2, 0, ["entry"]]),
        "unknown_type": ("server", [11, 1]),
        "type_of_the_other_side": ("server", to_phone["pong"]),
        "not_an_array": ("server", 1),  # type: ignore[dict-item]
        "listed_short_id": ("phone", [70, 1, [id32[:31]]]),
        "ack_with_bytes": ("phone", [72, 1, [b"1"]]),
        "pass_of_nothing": ("phone", [79, b"", 600]),
        "pass_too_long": ("phone", [79, bytes(257), 600]),
        "unknown_type_to_phone": ("phone", [80, 1]),
    }
    for name, (to, frame) in faults.items():
        yield vector(name, to, encode(frame), "refused")
    # a server says that a version is not its own (code 3); a phone answers a later server with the version it speaks
    yield vector("hello_version_two", "server", encode([1, 2, *to_server["hello"][2:]]), "version")
    yield vector("meet_version_two", "server", encode([8, 2, *to_server["meet"][2:]]), "version")
    yield vector("challenge_version_two", "phone", encode([64, 2, id32]), "ok")
