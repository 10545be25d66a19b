"""Chunks over HTTP (protocol section 11): who may put, get and delete them, and what every refusal says."""

import asyncio
import base64
import secrets
import time

import httpx
import pytest

from server.blobs import Blobs
from sync import limits
from sync.blobs import STATUS, delete_tag, make_pass, name_of, read_pass
from sync.errors import Code
from sync.frames import Error, Opened, PassFrame, WantPass, decode_server
from sync.limits import Limits
from tests.conftest import serving
from tests.support.chains import make_pair
from tests.support.client import client

KEY = bytes(range(32))
SPACE, OTHER = bytes([1]) * 32, bytes([2]) * 32
NOW = 1_800_000_000
SECRET = b"s" * 32


def bearer(data: bytes) -> dict[str, str]:
    return {"authorization": "Attune " + base64.urlsafe_b64encode(data).rstrip(b"=").decode()}


def putting(pass_: bytes, secret: bytes = SECRET) -> dict[str, str]:
    return {**bearer(pass_), "attune-delete-tag": delete_tag(secret).hex()}


def deleting(pass_: bytes, secret: bytes = SECRET) -> dict[str, str]:
    return {**bearer(pass_), "attune-delete-secret": secret.hex()}


@pytest.fixture
async def phone(store, monkeypatch):
    """A client of the application, and a pass for `SPACE`."""
    monkeypatch.setattr("server.blobs.time.time", lambda: NOW)
    for space in (SPACE, OTHER):
        await store.add_entries(space, 0, [space])
    app = Blobs(store, KEY, Limits(blob_bytes=300_000))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://attune") as http:
        yield http


def refused(answer: httpx.Response, code: Code) -> None:
    assert (answer.status_code, decode_server(answer.content).code) == (STATUS[code], code)


def at(chunk: bytes) -> str:
    return f"/blob/{name_of(chunk).hex()}"


def test_b3_a_pass_lives_ten_minutes_and_cannot_be_made_up():
    made = make_pass(KEY, SPACE, NOW)
    assert read_pass(KEY, made, NOW).space == SPACE
    assert read_pass(KEY, made, NOW + limits.PASS_LIFE_S - 1).space == SPACE
    assert read_pass(KEY, made, NOW + limits.PASS_LIFE_S) is None
    assert read_pass(bytes(32), made, NOW) is None
    assert len(made) <= limits.PASS_BYTES
    for position in range(len(made)):
        forged = bytearray(made)
        forged[position] ^= 1
        assert read_pass(KEY, bytes(forged), NOW) is None
    for nonsense in (b"", b"\x90", b"\xc0", b"\x92\xc0\xc0", b"\x92\xa1a\xa1b", secrets.token_bytes(80)):
        assert read_pass(KEY, nonsense, NOW) is None


async def test_b3_the_open_socket_gives_a_pass_of_its_own_space(store):
    chain, entries, first, _ = make_pair()
    async with serving(store, pass_key=KEY) as (port, _), client(port) as noor:
        await noor.open(first, chain.space, entries)
        await noor.until(Opened)
        await noor.send(WantPass())
        frame = await noor.next()
        assert isinstance(frame, PassFrame)
        assert frame.expires_in_s == limits.PASS_LIFE_S
    assert read_pass(KEY, frame.data, int(time.time())).space == chain.space


async def test_b3_no_pass_before_open(store):
    chain, entries, first, _ = make_pair()
    async with serving(store) as (port, _), client(port) as noor:
        await noor.hello(first, chain.space, entries)
        await noor.send(WantPass())
        assert (await noor.next()).code == Code.UNEXPECTED


async def test_b4_b5_b7_put_get_head(phone):
    mine = make_pass(KEY, SPACE, NOW)
    chunk = secrets.token_bytes(limits.CHUNK_BYTES)
    assert (await phone.head(at(chunk), headers=bearer(mine))).status_code == 404
    for _ in range(2):
        assert (await phone.put(at(chunk), content=chunk, headers=putting(mine))).status_code == 204
    head = await phone.head(at(chunk), headers=bearer(mine))
    assert (head.status_code, head.headers["content-length"], head.content) == (200, str(len(chunk)), b"")
    got = await phone.get(at(chunk), headers=bearer(mine))
    assert (got.content, got.headers["cache-control"]) == (chunk, "no-store")


async def test_b7_another_space_has_nothing_of_it(phone):
    chunk = secrets.token_bytes(600)
    await phone.put(at(chunk), content=chunk, headers=putting(make_pass(KEY, SPACE, NOW)))
    refused(await phone.get(at(chunk), headers=bearer(make_pass(KEY, OTHER, NOW))), Code.NO_BLOB)
    deleted = await phone.delete(at(chunk), headers=deleting(make_pass(KEY, OTHER, NOW)))
    assert deleted.status_code == 204, "there is nothing of it there"
    assert (await phone.get(at(chunk), headers=bearer(make_pass(KEY, SPACE, NOW)))).content == chunk


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"authorization": "Attune "},
        {"authorization": "Attune ????"},
        {"authorization": "Attune ä".encode("latin-1")},
        bearer(make_pass(bytes(32), SPACE, NOW)),
        bearer(make_pass(KEY, SPACE, NOW - limits.PASS_LIFE_S)),
        {"authorization": bearer(make_pass(KEY, SPACE, NOW))["authorization"].replace("Attune", "Bearer")},
    ],
)
async def test_b3_without_a_good_pass_nothing(phone, headers):
    chunk = secrets.token_bytes(600)
    refused(await phone.put(at(chunk), content=chunk, headers={"attune-delete-tag": "00" * 32, **headers}), Code.PASS_INVALID)
    refused(await phone.get(at(chunk), headers=headers), Code.PASS_INVALID)
    refused(await phone.delete(at(chunk), headers=headers), Code.PASS_INVALID)


async def test_b2_b5_what_is_no_chunk_is_refused(phone):
    mine = make_pass(KEY, SPACE, NOW)
    chunk = secrets.token_bytes(600)
    refused(await phone.put(at(chunk), content=chunk[:-1] + b"x", headers=putting(mine)), Code.BLOB_INVALID)
    short = secrets.token_bytes(limits.LEAST_CHUNK_BYTES - 1)
    refused(await phone.put(at(short), content=short, headers=putting(mine)), Code.BLOB_INVALID)
    long = secrets.token_bytes(limits.CHUNK_BYTES + 1)
    refused(await phone.put(at(long), content=long, headers=putting(mine)), Code.TOO_LARGE)

    async def pieces():
        for start in range(0, len(long), 65536):
            yield long[start : start + 65536]

    refused(await phone.put(at(long), content=pieces(), headers=putting(mine)), Code.TOO_LARGE)
    for path in ("/blob/", "/blob/abc", at(chunk).upper().replace("/BLOB", "/blob"), f"{at(chunk)}/", f"{at(chunk)}0"):
        refused(await phone.put(path, content=chunk, headers=putting(mine)), Code.MALFORMED)
    refused(await phone.put(at(chunk), content=chunk, headers=bearer(mine)), Code.MALFORMED)
    assert (await phone.post(at(chunk), content=chunk, headers=putting(mine))).status_code == 405


async def test_b6_over_the_quota_nothing_is_kept_and_a_place_is_made_by_deleting(phone):
    mine = make_pass(KEY, SPACE, NOW)
    first, second = secrets.token_bytes(200_000), secrets.token_bytes(200_000)
    assert (await phone.put(at(first), content=first, headers=putting(mine))).status_code == 204
    refused(await phone.put(at(second), content=second, headers=putting(mine)), Code.SPACE_FULL)
    refused(await phone.get(at(second), headers=bearer(mine)), Code.NO_BLOB)
    assert (await phone.delete(at(first), headers=deleting(mine))).status_code == 204
    assert (await phone.put(at(second), content=second, headers=putting(mine))).status_code == 204


async def test_b8_deleting_needs_the_secret(phone):
    mine = make_pass(KEY, SPACE, NOW)
    chunk = secrets.token_bytes(600)
    await phone.put(at(chunk), content=chunk, headers=putting(mine))
    refused(await phone.delete(at(chunk), headers=deleting(mine, b"x" * 32)), Code.NOT_YOURS)
    refused(await phone.delete(at(chunk), headers=deleting(mine, delete_tag(SECRET))), Code.NOT_YOURS)
    refused(await phone.delete(at(chunk), headers=bearer(mine)), Code.MALFORMED)
    for _ in range(2):
        assert (await phone.delete(at(chunk), headers=deleting(mine))).status_code == 204
    refused(await phone.get(at(chunk), headers=bearer(mine)), Code.NO_BLOB)


async def test_b9_an_address_that_asks_too_often_is_told_when_to_come_back(store):
    app = Blobs(store, KEY, Limits(blob_requests_per_address_per_hour=2))
    mine = bearer(make_pass(KEY, SPACE, int(time.time())))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://attune") as http:
        answers = [await http.get(at(b"x"), headers=mine) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [404, 404, 429]
    assert decode_server(answers[2].content).retry_after_ms > 1000
    assert int(answers[2].headers["retry-after"]) > 1


async def test_b9_a_body_that_never_comes_is_not_waited_for(store, monkeypatch):
    monkeypatch.setattr("server.blobs.BODY_S", 0.05)
    app = Blobs(store, KEY)
    mine = putting(make_pass(KEY, SPACE, int(time.time())))
    sent: list[dict] = []

    async def receive():
        await asyncio.sleep(10)

    async def send(message):
        sent.append(message)

    headers = [(name.encode(), value.encode()) for name, value in mine.items()]
    scope = {"type": "http", "method": "PUT", "path": at(b"x"), "headers": headers, "client": ("1.2.3.4", 1)}
    async with asyncio.timeout(5):
        await app(scope, receive, send)
    assert sent[0]["status"] == 400


def test_b9_every_refusal_has_a_status_of_its_own():
    assert len(set(STATUS.values())) == len(STATUS)
    assert all(decode_server(b"\x95\x4e" + bytes([code, 0, 0, 0])) == Error(code) for code in STATUS)
