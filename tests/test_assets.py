"""The app's files over HTTP."""

import gzip
import hashlib
from pathlib import Path

import brotli
import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from server.assets import WORKER, Assets, codings, release_of
from server.headers import ALWAYS, OF_DOCUMENTS, SecurityHeaders, document_headers
from server.packing import Packing

WEB = Path(__file__).parent.parent / "web"
LONG = b"// what is long enough to be worth packing\n" * 50


@pytest.fixture
def web(tmp_path: Path) -> Path:
    (tmp_path / "core").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html><title>Attune</title>")
    (tmp_path / "sw.js").write_bytes(LONG)
    (tmp_path / "core" / "day.js").write_bytes(LONG)
    (tmp_path / "icon.png").write_bytes(b"\x89PNG")
    (tmp_path / "licence.txt").write_text("free")
    (tmp_path / "day.d.ts").write_text("export {}")
    (tmp_path / "made.lock.json").write_text("{}")
    (tmp_path / "tool.mjs").write_text("")
    (tmp_path / ".secret.json").write_text("{}")
    (tmp_path.parent / "outside.js").write_text("outside")
    return tmp_path


def client(assets: Assets) -> httpx.AsyncClient:
    app = Starlette(middleware=[Middleware(SecurityHeaders)], routes=[Route("/{path:path}", assets.respond, methods=["GET"])])
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://attune.test:8400", headers={"accept-encoding": "identity"}
    )


async def test_files_have_their_type_and_bytes(web: Path):
    async with client(Assets(web)) as phone:
        index = await phone.get("/")
        assert index.text.startswith("<!doctype") and index.headers["content-type"] == "text/html; charset=utf-8"
        assert (await phone.get("/index.html")).content == index.content
        module = await phone.get("/core/day.js")
        assert module.content == LONG and module.headers["content-type"] == "text/javascript; charset=utf-8"
        assert (await phone.get("/icon.png")).headers["content-type"] == "image/png"
        head = await phone.head("/core/day.js")
        assert head.content == b"" and head.headers["content-length"] == str(len(LONG))


@pytest.mark.parametrize(
    "path",
    ["/day.d.ts", "/made.lock.json", "/tool.mjs", "/.secret.json", "/core", "/core/", "/nothing", "/../outside.js", "/%2e%2e/outside.js",
     "/core/..%2f..%2foutside.js", "/core\\day.js", "/index.html%00"],
)  # fmt: skip
async def test_nothing_else_is_there(web: Path, path: str):
    async with client(Assets(web)) as phone:
        answer = await phone.get(httpx.URL("http://attune.test:8400").copy_with(raw_path=path.encode()))
        assert answer.status_code == 404 and "outside" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_files_are_only_read(web: Path, method: str):
    async with client(Assets(web)) as phone:
        answer = await phone.request(method, "/")
        assert answer.status_code == 405 and "content-security-policy" in answer.headers


async def test_packed_as_the_browser_allows(web: Path):
    async with client(Assets(web)) as phone:
        packed = await phone.send(phone.build_request("GET", "/core/day.js", headers={"accept-encoding": "gzip, br"}), stream=True)
        assert packed.headers["content-encoding"] == "br"
        assert brotli.decompress(b"".join([part async for part in packed.aiter_raw()])) == LONG
        packed = await phone.send(phone.build_request("GET", "/core/day.js", headers={"accept-encoding": "gzip;q=1, br;q=0"}), stream=True)
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(b"".join([part async for part in packed.aiter_raw()])) == LONG
        assert "content-encoding" not in (await phone.get("/icon.png", headers={"accept-encoding": "br"})).headers


def test_what_was_packed_is_kept_for_the_next_start(web: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path_factory.mktemp("data") / "packed"
    Assets(web, Packing(folder))
    kept = {file.name: file.read_bytes() for file in folder.iterdir()}
    module = f"{hashlib.sha256(LONG).hexdigest()}.br"
    assert brotli.decompress(kept[module]) == LONG
    compressed = []
    compress = brotli.compress
    monkeypatch.setattr(brotli, "compress", lambda body, **options: compressed.append(body) or compress(body, **options))
    Assets(web, Packing(folder))
    assert compressed == []
    (folder / module).write_bytes(compress(b"something else"))
    (folder / "earlier.br").write_bytes(b"")
    Assets(web, Packing(folder))
    assert compressed == [LONG], "what is not what its name says is packed anew"
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == kept


def test_without_a_place_to_keep_it_everything_is_served_all_the_same(web: Path, tmp_path_factory: pytest.TempPathFactory):
    no_folder = tmp_path_factory.mktemp("data") / "packed"
    no_folder.write_text("a file is in the way")
    assert "/core/day.js" in Assets(web, Packing(no_folder)).paths()


def test_codings():
    assert codings("gzip, deflate;q=0.5, br ; q=0.000, zstd;q=0") == {"gzip", "deflate"}


async def test_asked_again_and_unchanged(web: Path):
    async with client(Assets(web)) as phone:
        first = await phone.get("/core/day.js")
        tag = first.headers["etag"]
        assert first.headers["cache-control"] == "no-cache"
        for known in (tag, f"W/{tag}", f'"other", {tag}'):
            again = await phone.get("/core/day.js", headers={"if-none-match": known})
            assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == tag
        assert (await phone.get("/core/day.js", headers={"if-none-match": '"other"'})).status_code == 200


async def test_modules_that_travel_in_packs_can_be_read_but_are_not_kept(web: Path):
    (web / "boot.js").write_bytes(LONG)
    (web / "packs").mkdir()
    (web / "packs" / "main.js").write_bytes(LONG)
    async with client(Assets(web)) as phone:
        manifest = (await phone.get("/release.json")).json()
        assert set(manifest["files"]) == {"/index.html", "/boot.js", "/packs/main.js", "/icon.png"}
        assert (await phone.get("/core/day.js")).content == LONG


async def test_the_release_is_what_is_served(web: Path):
    async with client(Assets(web)) as phone:
        manifest = (await phone.get("/release.json")).json()
        assert set(manifest["files"]) == {"/index.html", "/core/day.js", "/icon.png"}
        for path, digest in manifest["files"].items():
            assert hashlib.sha256((await phone.get(path)).content).hexdigest() == digest
        assert manifest["worker"] == hashlib.sha256(LONG).hexdigest()
        assert manifest["release"] == release_of({**manifest["files"], WORKER: manifest["worker"]})
        worker = (await phone.get(WORKER)).content
        assert worker == LONG + f"\n// {manifest['release']}\n".encode()


def test_any_change_is_another_release_and_another_worker(web: Path):
    before = Assets(web)
    assert Assets(web).release == before.release
    seen = {before.release}
    for path in ("index.html", "core/day.js", "icon.png", "sw.js"):
        (web / path).write_bytes((web / path).read_bytes() + b" ")
        seen.add(Assets(web).release)
    assert len(seen) == 5


def test_a_folder_without_the_app(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        Assets(tmp_path)


def test_the_real_app_keeps_its_tools_to_itself():
    paths = Assets(WEB).paths()
    assert "/boot.js" in paths and "/manifest.webmanifest" in paths
    assert all(path.isascii() for path in paths)
    assert not [path for path in paths if "lock" in path or path.endswith((".d.ts", ".mjs", ".py"))]


def test_the_policy_lets_in_nothing_from_elsewhere():
    headers = document_headers("attune.example:8443", secure=True)
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["connect-src"] == "'self' wss://attune.example:8443"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["frame-ancestors"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"] and "*" not in headers["content-security-policy"]
    assert (ALWAYS | OF_DOCUMENTS).items() <= headers.items()


@pytest.mark.parametrize("host", ["", "a; script-src *", "a b", "a,b", "a\r\nx: y", "é"])
def test_a_host_header_cannot_widen_the_policy(host: str):
    assert "connect-src 'self';" in document_headers(host, secure=False)["content-security-policy"]


async def test_pages_and_workers_carry_the_policy_and_their_parts_do_not(web: Path):
    (web / "drawing.svg").write_text("<svg/>")
    (web / "packs").mkdir()
    (web / "packs" / "ahead-worker.js").write_bytes(LONG)
    async with client(Assets(web)) as phone:
        for path in ("/", "/sw.js", "/packs/ahead-worker.js", "/drawing.svg", "/licence.txt", "/nothing"):
            assert (await phone.get(path)).headers["content-security-policy"].startswith("default-src 'none'"), path
        for path in ("/core/day.js", "/icon.png", "/release.json"):
            headers = (await phone.get(path)).headers
            assert "content-security-policy" not in headers, path
            assert ALWAYS.items() <= dict(headers).items()
            unchanged = await phone.get(path, headers={"if-none-match": headers["etag"]})
            assert unchanged.status_code == 304
            assert "content-security-policy" not in unchanged.headers
        again = await phone.get("/", headers={"if-none-match": (await phone.get("/")).headers["etag"]})
        assert again.status_code == 304
        assert "content-security-policy" in again.headers


async def test_sockets_of_the_address_asked(web: Path):
    async with client(Assets(web)) as phone:
        assert "ws://attune.test:8400" in (await phone.get("/")).headers["content-security-policy"]
