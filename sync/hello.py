"""What a device signs to be let in (W2)."""

from sync.codec import encode


def hello_bytes(origin: str, space: bytes, device: bytes, nonce: bytes) -> bytes:
    """Return the bytes under the signature of `hello`."""
    return encode(["attune/hello/1", origin, 1, space, device, nonce])
