"""The one byte form of everything (E1-E4), written from docs/protocol.md and the MessagePack specification, apart from `sync.codec`."""

from typing import Any


def encode(value: Any, depth: int = 1) -> bytes:
    """Return the bytes of a value; raises ValueError for what E1 and E3 do not allow."""
    if value is None:
        return b"\xc0"
    if value is False or value is True:
        return b"\xc3" if value else b"\xc2"
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, str):
        data = value.encode()
        return _head(len(data), (0xA0, 32), ((0xD9, 1), (0xDA, 2), (0xDB, 4))) + data
    if isinstance(value, bytes):
        return _head(len(value), None, ((0xC4, 1), (0xC5, 2), (0xC6, 4))) + value
    if isinstance(value, list) and depth <= 8:
        return _head(len(value), (0x90, 16), ((0xDC, 2), (0xDD, 4))) + b"".join(encode(item, depth + 1) for item in value)
    raise ValueError("E1")


def _integer(value: int) -> bytes:
    if not 0 <= value < 2**53:
        raise ValueError("E1")
    if value < 128:
        return bytes([value])
    code, size = next((code, size) for code, size in ((0xCC, 1), (0xCD, 2), (0xCE, 4), (0xCF, 8)) if value < 1 << 8 * size)
    return bytes([code]) + value.to_bytes(size, "big")


def _head(length: int, short: tuple[int, int] | None, long: tuple[tuple[int, int], ...]) -> bytes:
    if short and length < short[1]:
        return bytes([short[0] | length])
    code, size = next((code, size) for code, size in long if length < 1 << 8 * size)
    return bytes([code]) + length.to_bytes(size, "big")


def decode(data: bytes) -> Any:
    """Return the value of exactly these bytes; raises ValueError when they are not its one form (E2)."""
    try:
        value, end = _read(data, 0, 1)
    except (IndexError, UnicodeDecodeError) as error:
        raise ValueError("E2") from error
    if end != len(data) or encode(value) != data:
        raise ValueError("E2")
    return value


def _read(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    code, at = data[at], at + 1
    if code < 0x80:
        return code, at
    if code in (0xC0, 0xC2, 0xC3):
        return {0xC0: None, 0xC2: False, 0xC3: True}[code], at
    sizes = {0xCC: 1, 0xCD: 2, 0xCE: 4, 0xCF: 8, 0xD9: 1, 0xDA: 2, 0xDB: 4, 0xC4: 1, 0xC5: 2, 0xC6: 4, 0xDC: 2, 0xDD: 4}
    if code in sizes:
        number, at = int.from_bytes(_take(data, at, sizes[code]), "big"), at + sizes[code]
        if code <= 0xC6:
            return _take(data, at, number), at + number
        if code <= 0xCF:
            return number, at
        if code <= 0xDB:
            return _take(data, at, number).decode(), at + number
        return _list(data, at, number, depth)
    if 0xA0 <= code < 0xC0:
        return _take(data, at, code & 31).decode(), at + (code & 31)
    if 0x90 <= code < 0xA0:
        return _list(data, at, code & 15, depth)
    raise ValueError("E1")


def _list(data: bytes, at: int, count: int, depth: int) -> tuple[list[Any], int]:
    if depth > 8 or count > len(data):
        raise ValueError("E3")
    items = []
    for _ in range(count):
        item, at = _read(data, at, depth + 1)
        items.append(item)
    return items, at


def _take(data: bytes, at: int, length: int) -> bytes:
    if at + length > len(data):
        raise IndexError
    return data[at : at + length]
