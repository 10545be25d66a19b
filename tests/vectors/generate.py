"""Makes every vector in this folder from a fixed seed: one fact a file, `<area>/<name>.json`.

A vector has `rule` (of docs/protocol.md), its inputs in hex, and `expect`: "ok", or what an implementation must say instead. The name of
a one-fault vector names its fault; everything else about it is right. `python -m tests.vectors.generate` writes them, and the worked bytes
of docs/protocol.md; a test sees that they are what this file makes.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from nacl.bindings import (
    crypto_core_ed25519_add,
    crypto_core_ed25519_scalar_add,
    crypto_core_ed25519_scalar_mul,
    crypto_core_ed25519_scalar_reduce,
    crypto_scalarmult_ed25519_base_noclamp,
)
from nacl.signing import SigningKey

from tests.support.codec import decode, encode
from tests.support.judge.log import first_r, next_r
from tests.support.judge.primitives import digest
from tests.vectors.blobs import blob_vectors
from tests.vectors.chains import author_vectors, chain_vectors
from tests.vectors.epochs import epoch_vectors
from tests.vectors.folds import base_vectors, fold_vectors
from tests.vectors.logs import log_vectors
from tests.vectors.ops import op_vectors, run_vectors
from tests.vectors.pairings import offer_vectors, pairing_vectors, reveal_vectors
from tests.vectors.parts import ORDER_8, Device, Seeded, Vector, device_id, entry_id, hexes, space_id
from tests.vectors.whispers import whisper_vectors
from tests.vectors.wire import wire_vectors

FOLDER = Path(__file__).parent
L = 2**252 + 27742317777372353535851937790883648493
IDENTITY = bytes([1]) + bytes(31)

# -- codec


def codec_vectors() -> Iterator[tuple[str, Vector]]:
    good = {
        "nil_false_true": encode([None, False, True]),
        "integers_shortest": encode([0, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**53 - 1]),
        "texts": encode(["", "a", "é", "🌧", "x" * 31, "x" * 32, "\ufeffbegins with a mark"]),
        "bytes": encode([b"", b"\x00", b"x" * 255, b"x" * 256]),
        "nested_eight_deep": encode([[[[[[[[]]]]]]]]),
    }
    for name, data in good.items():
        yield f"codec/{name}", {"rule": "E2", "bytes": data.hex(), "expect": "ok"}
    bad = {
        "map": ("E1", b"\x80"),
        "float": ("E1", b"\xcb" + bytes(8)),
        "negative": ("E1", b"\xff"),
        "extension": ("E1", b"\xd4\x01\x00"),
        "integer_above_2_53": ("E1", b"\xcf" + (2**53).to_bytes(8, "big")),
        "reserved_c1": ("E1", b"\xc1"),
        "text_not_utf8": ("E1", b"\xa1\xff"),
        "text_surrogate": ("E1", b"\xa3\xed\xa0\x80"),
        "integer_not_shortest": ("E2", b"\xcc\x01"),
        "text_not_shortest": ("E2", b"\xd9\x01a"),
        "bytes_not_shortest": ("E2", b"\xc5\x00\x01a"),
        "array_not_shortest": ("E2", b"\xdc\x00\x01\xc0"),
        "trailing_byte": ("E2", b"\xc0\xc0"),
        "cut_short": ("E2", b"\x92\xc0"),
        "empty": ("E2", b""),
        "nested_nine_deep": ("E3", bytes([0x91] * 8) + b"\x90"),
    }
    for name, (rule, data) in bad.items():
        yield f"codec/{name}", {"rule": rule, "bytes": data.hex(), "expect": "refused"}


# -- signatures


def signature_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("signatures")
    signing = SigningKey(random(32))
    key, message = bytes(signing.verify_key), b"Rain beside Still"
    signature = signing.sign(message).signature

    def vector(expect: str, *, key: bytes = key, message: bytes = message, signature: bytes = signature) -> Vector:
        return {"rule": "K1", "key": key.hex(), "message": message.hex(), "signature": signature.hex(), "expect": expect}

    yield "signature/good", vector("ok")
    yield "signature/other_message", vector("refused", message=b"Rain beside Stil1")
    yield "signature/other_key", vector("refused", key=bytes(SigningKey(random(32)).verify_key))
    s = int.from_bytes(signature[32:], "little")
    yield "signature/s_not_reduced", vector("refused", signature=signature[:32] + (s + L).to_bytes(32, "little"))
    expanded = hashlib.sha512(bytes(signing)).digest()
    a = crypto_core_ed25519_scalar_reduce((int.from_bytes(_clamped(expanded[:32]), "little")).to_bytes(64, "little"))
    r = crypto_core_ed25519_scalar_reduce(random(64))

    def signed_with(r_point: bytes, r_scalar: bytes) -> bytes:
        k = crypto_core_ed25519_scalar_reduce(hashlib.sha512(r_point + key + message).digest())
        return r_point + crypto_core_ed25519_scalar_add(r_scalar, crypto_core_ed25519_scalar_mul(k, a))

    plain = crypto_scalarmult_ed25519_base_noclamp(r)
    yield "signature/good_other_nonce", vector("ok", signature=signed_with(plain, r))
    yield "signature/r_torsion", vector("refused", signature=signed_with(crypto_core_ed25519_add(plain, ORDER_8), r))
    yield "signature/r_identity", vector("refused", signature=signed_with(IDENTITY, bytes(32)))
    yield "signature/r_not_canonical", vector("refused", signature=(2**255 - 18).to_bytes(32, "little") + signature[32:])
    yield "signature/too_short", vector("refused", signature=signature[:63])

    def point(expect: str, key: bytes) -> Vector:
        return {"rule": "K1", "key": key.hex(), "expect": expect}

    yield "key/good", point("ok", key)
    yield "key/identity", point("refused", IDENTITY)
    yield "key/order_two", point("refused", bytes.fromhex("ec" + "ff" * 30 + "7f"))
    yield "key/order_eight", point("refused", ORDER_8)
    yield "key/mixed_order", point("refused", crypto_core_ed25519_add(key, ORDER_8))
    yield "key/not_canonical", point("refused", (2**255 - 18).to_bytes(32, "little"))
    yield "key/not_on_the_curve", point("refused", bytes([2]) + bytes(31))


def _clamped(scalar: bytes) -> bytes:
    return bytes([scalar[0] & 248]) + scalar[1:31] + bytes([(scalar[31] & 127) | 64])


# -- identifiers, padding, the log


def small_vectors() -> Iterator[tuple[str, Vector]]:
    random = Seeded("ids")
    sign_pk, kem_pk, seed = random(32), random(1216), random(32)
    space = space_id(1, seed, sign_pk, kem_pk)
    yield (
        "id/space",
        {"rule": "I1", "kind": 1, "random": seed.hex(), "sign_pk": sign_pk.hex(), "kem_pk": kem_pk.hex(), "expect": space.hex()},
    )
    device = device_id(sign_pk, kem_pk)
    yield "id/device", {"rule": "I2", "sign_pk": sign_pk.hex(), "kem_pk": kem_pk.hex(), "expect": device.hex()}
    record = digest("attune/record/1", space, "daily-check-in", 0, "2026-11-24", "")[:16]
    yield (
        "id/record",
        {
            "rule": "I5",
            "space": space.hex(),
            "practice": "daily-check-in",
            "person": 0,
            "date": "2026-11-24",
            "slot": "",
            "expect": record.hex(),
        },
    )
    for length, padded in ((1, 512), (511, 512), (512, 512), (513, 544), (1000, 1024), (4097, 4352), (65535, 65536)):
        yield f"padding/length_{length}", {"rule": "O2", "length": length, "expect": padded}
    log_id, ids = random(16), [random(32) for _ in range(3)]
    rolling = [first_r(space, log_id)]
    for op_id in ids:
        rolling.append(next_r(rolling[-1], op_id))
    yield (
        "log/rolling",
        {
            "rule": "W4",
            "space": space.hex(),
            "log_id": log_id.hex(),
            "op_ids": hexes(ids),
            "expect": hexes(rolling),
        },
    )
    signer = Device(random)
    nonce = random(32)
    signed = encode(["attune/hello/1", "https://attune.example", 1, space, signer.id, nonce])
    yield (
        "frame/hello",
        {
            "rule": "W2",
            "nonce": nonce.hex(),
            "origin": "https://attune.example",
            "space": space.hex(),
            "seed": bytes(signer.signing).hex(),
            "device": signer.id.hex(),
            "expect": encode([1, 1, "https://attune.example", space, signer.id, signer.sign(signed)]).hex(),
        },
    )


def all_vectors() -> dict[str, Vector]:
    """Return every vector by its path without the ending."""
    made: dict[str, Vector] = {}
    for area in (
        codec_vectors, signature_vectors, small_vectors, chain_vectors, author_vectors, op_vectors, pairing_vectors, whisper_vectors,
        fold_vectors, base_vectors, wire_vectors, epoch_vectors, log_vectors, reveal_vectors, offer_vectors, run_vectors, blob_vectors,
    ):  # fmt: skip
        made.update(area())
    return made


# -- worked bytes of the page


def worked_bytes() -> str:
    """Return section 13 of docs/protocol.md, made from the vectors."""
    made = all_vectors()
    create = bytes.fromhex(made["chain/create"]["entries"][0])
    body, signatures = decode(create)
    names = ["label", "space", "n", "prev", "actor", "type", "devices", "adds", "wraps", "kcv", "previous", "extra"]
    op = bytes.fromhex(made["op/set"]["op"])
    hello = bytes.fromhex(made["frame/hello"]["expect"])
    append = encode([4, 1, 0, [op]])
    lines = ["A create entry (`tests/vectors/chain/create.json`), the parts of its body:", "```"]
    lines += [f"{name:9}{_short(encode(part))}" for name, part in zip(names, decode(body), strict=True)]
    lines += [f"signature {_short(encode(signatures[0]))}", f"entry id {entry_id(create).hex()}", "```"]
    lines += ["An op (`tests/vectors/op/set.json`):", "```"]
    lines += [
        f"{name:9}{_short(encode(part))}"
        for name, part in zip(["version", "epoch", "op_id", "erase_tag", "sealed"], decode(op), strict=True)
    ]
    lines += ["```", "A hello, an append of that op in batch 1, and its ack as seq 7:", "```"]
    lines += [f"hello    {_short(hello)}", f"append   {_short(append)}", f"ack      {encode([72, 1, [7]]).hex()}", "```"]
    lines += ["A link (`tests/vectors/link/good.json`):", "```", made["link/good"]["text"], "```"]
    blob = made["blob/one_chunk"]
    lines += ["A blob of 600 bytes (`tests/vectors/blob/one_chunk.json`), the parts of its value, its chunk, and what deletes it:", "```"]
    names = ["media", "id", "epoch", "length", "tag", "names"]
    lines += [f"{name:9}{_short(encode(part))}" for name, part in zip(names, decode(bytes.fromhex(blob["blob"])), strict=True)]
    lines += [f"chunk    {_short(bytes.fromhex(blob['chunks'][0]))}", f"secret   {blob['secret']}", "```"]
    return "\n".join(lines) + "\n"


def _short(data: bytes) -> str:
    """Hex of up to 40 bytes; of longer parts the beginning, the end and the length."""
    return data.hex() if len(data) <= 40 else f"{data[:28].hex()}…{data[-6:].hex()} ({len(data)} bytes)"


def main() -> None:
    page = FOLDER.parent.parent / "docs" / "protocol.md"
    before = page.read_text().split("## 13. Worked bytes")[0]
    page.write_text(f"{before.rstrip()}\n\n## 13. Worked bytes\n\nMade by `tests/vectors/generate.py`.\n\n{worked_bytes()}")
    for old in FOLDER.iterdir():
        if old.is_dir() and old.name != "__pycache__":
            shutil.rmtree(old)
    for name, vector in all_vectors().items():
        path = FOLDER / f"{name}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(vector, indent=1, ensure_ascii=False) + "\n")
    print(f"wrote {len(all_vectors())} vectors")


if __name__ == "__main__":
    main()
