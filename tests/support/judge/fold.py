"""Section 6: the state of a record, from the set of its ops."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.support.judge.ops import BASE, FIRST_SKIPPABLE, WITHDRAWN, Payload, read_payload
from tests.support.judge.primitives import Refused, Value


@dataclass(frozen=True)
class Said:
    """An op, or an intent not yet signed (F6): then `made` is its place among those, from 1, and `name` its intent."""

    name: bytes
    person: int
    intent: bytes
    base: tuple[bytes, ...]
    depth: int
    kind: int
    payload: bytes
    made: int = 0

    @property
    def order(self) -> tuple[int, int, bytes]:
        """F4, F6."""
        return self.depth, self.made, self.name


@dataclass
class Record:
    """What is shown of a record."""

    type: str | None = None
    fields: dict[tuple[int, str], tuple[Value, list[Value]]] = field(default_factory=dict)
    """(person, name) -> shown, also written; a withdrawn field shows WITHDRAWN."""
    is_read_only: bool = False


def fold(said: Iterable[Said], parked: Iterable[bytes] = ()) -> Record:
    """F1-F7; `parked` are the ids of ops of this record that wait (O12)."""
    each = {one.name: one for one in said}
    readable: dict[bytes, Payload] = {}
    record = Record(is_read_only=bool(set(parked) - each.keys()))
    for one in each.values():
        payload = _read(one)
        if payload:
            readable[one.name] = payload
        elif one.kind < FIRST_SKIPPABLE:
            record.is_read_only = True
    if readable:
        first = min(readable, key=lambda name: (each[name].made, name))
        record.type = readable[first].type
    for key, live in _live(each, readable).items():
        record.fields[key] = _view(live, key[1], readable)
    return record


def _read(one: Said) -> Payload | None:
    try:
        return read_payload(one.kind, one.payload)
    except Refused:
        return None


def _live(each: Mapping[bytes, Said], readable: Mapping[bytes, Payload]) -> dict[tuple[int, str], list[list[Said]]]:
    """F3, F5: of every field the values not replaced, each as the ops of one intent; the one to show comes first."""
    fields: defaultdict[tuple[int, str], list[Said]] = defaultdict(list)
    for name, payload in readable.items():
        for field_name in payload.values:
            fields[each[name].person, field_name].append(each[name])
    found = {}
    for key, rivals in fields.items():
        intents: defaultdict[bytes, list[Said]] = defaultdict(list)
        for one in sorted(rivals, key=lambda one: (one.made, one.name)):
            intents[one.intent].append(one)
        named = {base for one in rivals for base in one.base}
        left = [same for intent, same in intents.items() if intent not in named and not any(one.name in named for one in same)]
        found[key] = sorted(left, key=lambda same: same[0].order, reverse=True)
    return found


def _view(live: list[list[Said]], name: str, readable: Mapping[bytes, Payload]) -> tuple[Value, list[Value]]:
    """F4, F5."""
    shown, *others = [readable[one.name].values[name] for same in live for one in same]
    also: list[Value] = []
    for value in others:
        if value is not WITHDRAWN and value != shown and value not in also:
            also.append(value)
    return shown, also


def next_base(said: Iterable[Said], person: int, names: Iterable[str]) -> tuple[list[bytes], int]:
    """O8: what a new act of this person on these fields replaces, and its depth."""
    each = {one.name: one for one in said}
    readable = {one.name: payload for one in each.values() if (payload := _read(one))}
    live = _live(each, readable)
    seen = {one.name: one for name in names for same in live.get((person, name), []) for one in same}
    newest = sorted(seen.values(), key=lambda one: one.order, reverse=True)[:BASE]
    return sorted(one.name for one in newest), 1 + max((one.depth for one in newest), default=0)
