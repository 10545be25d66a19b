"""The one byte form of everything (protocol E1-E4): MessagePack without maps, floats, negatives, extensions, in shortest form.

`Value` is None, bool, int 0..2**53-1, str, bytes, or a list of Values nested at most eight deep.
"""

from typing import Any, TypeVar

import msgspec

from sync.errors import Malformed

MAX_INT = 2**53 - 1
MAX_DEPTH = 8

Value = Any
T = TypeVar("T")

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(ext_hook=lambda _code, _data: _refuse())


def _refuse() -> Any:
    raise Malformed


def encode(value: Value) -> bytes:
    """Return the bytes of a value or of a frame struct; the caller passes only what E1 allows."""
    return _encoder.encode(value)


def decode(data: bytes) -> Value:
    """Return the value of exactly these bytes.

    Raises:
        Malformed: not the one form of a value (E1, E2, E3).
    """
    try:
        value = _decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Malformed from error
    _require_plain(value, 1)
    if _encoder.encode(value) != data:
        raise Malformed
    return value


def decode_as(decoder: msgspec.msgpack.Decoder[T], data: bytes) -> T:
    """Return typed data if the bytes match the decoder's schema and are the one form of it (E2, E4).

    Raises:
        Malformed: they do not.
    """
    try:
        value = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Malformed from error
    if _encoder.encode(value) != data:
        raise Malformed
    return value


def _require_plain(value: Value, depth: int) -> None:
    if value is None or value is True or value is False or isinstance(value, str | bytes):
        return
    if isinstance(value, int):
        if 0 <= value <= MAX_INT:
            return
    elif isinstance(value, list) and depth <= MAX_DEPTH:
        for item in value:
            _require_plain(item, depth + 1)
        return
    raise Malformed
