"""The `attune` command, as an operator meets it: a process of its own."""

import contextlib
import json
import os
import signal
import sqlite3
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from e2e.support.server import Server, free_port
from server.__main__ import main

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("ATTUNE_")}


def attune(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments], env=ENVIRONMENT | environment, capture_output=True, text=True, timeout=30, check=False
    )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "data").start()
    yield made
    made.stop()


def test_help_is_worth_reading():
    text = attune("--help").stdout
    assert all(word in text for word in ("serve", "phones", "backup", "check", "ATTUNE_PORT", "8400"))
    text = attune("serve", "--help").stdout
    assert all(f"ATTUNE_{name}" in text for name in ("HOST", "PORT", "DATA", "LOG_LEVEL", "ORIGIN", "TLS_CERT", "TLS_KEY"))


def test_healthz_and_the_app(server: Server):
    with urllib.request.urlopen(f"{server.origin}/healthz") as answer:
        assert json.load(answer)["status"] == "ok"
    with urllib.request.urlopen(server.origin) as answer:
        assert b"<title>Attune</title>" in answer.read()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_end_is_clean(tmp_path: Path, how: signal.Signals):
    server = Server(tmp_path / "data").start()
    process = server.process
    assert process is not None
    with connect(f"ws://127.0.0.1:{server.port}/sync", subprotocols=["attune.1"], proxy=None) as socket:
        socket.recv(timeout=5)
        process.send_signal(how)
        with pytest.raises(ConnectionClosed) as caught:
            socket.recv(timeout=5)
        assert caught.value.rcvd is not None and caught.value.rcvd.code in (1001, 1012)
    assert process.wait(8) == 0
    log = (tmp_path / "server.log").read_text()
    assert "Traceback" not in log and "127.0.0.1:" not in log.replace(server.origin, "")


def test_backup_while_it_runs_and_check(server: Server, tmp_path: Path):
    copy = tmp_path / "copy.sqlite3"
    with contextlib.closing(sqlite3.connect(server.data / "attune.sqlite3")) as database:
        database.execute("INSERT INTO mailboxes (rendezvous, expires_at_s) VALUES (x'00', 4102444800)")
        database.commit()
    done = attune("backup", str(copy), "--data", str(server.data))
    assert done.returncode == 0 and "copied" in done.stdout
    assert copy.stat().st_mode & 0o777 == 0o600
    with contextlib.closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT count(*) FROM mailboxes").fetchone() == (1,)
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again = attune("backup", str(copy), "--data", str(server.data))
    assert again.returncode == 2 and "exists already" in again.stderr
    assert list(tmp_path.glob("*.partial")) == []
    done = attune("check", "--data", str(server.data))
    assert done.returncode == 0 and "everything is whole" in done.stdout


def test_check_says_when_there_is_no_file_to_open(tmp_path: Path):
    (tmp_path / "attune.sqlite3").mkdir()
    done = attune("check", "--data", str(tmp_path))
    assert done.returncode == 1 and "fault: database" in done.stdout and "Traceback" not in done.stderr


def test_check_finds_damage(tmp_path: Path):
    Server(tmp_path / "data").start().stop()
    database = tmp_path / "data" / "attune.sqlite3"
    content = bytearray(database.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    database.write_bytes(content)
    done = attune("check", "--data", str(tmp_path / "data"))
    assert done.returncode == 1 and "fault: database" in done.stdout and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda file: file.write_bytes(b"not a database " * 400), "cannot be used"),
        (lambda file: _set_version(file, 99), "newer Attune"),
    ],
)
def test_a_database_that_cannot_be_used(tmp_path: Path, damage, says: str):
    data = tmp_path / "data"
    Server(data).start().stop()
    damage(data / "attune.sqlite3")
    before = (data / "attune.sqlite3").read_bytes()
    done = attune("serve", "--port", str(free_port()), "--data", str(data))
    assert done.returncode == 2 and says in done.stderr and "Traceback" not in done.stderr
    assert (data / "attune.sqlite3").read_bytes() == before


def _set_version(file: Path, version: int) -> None:
    with contextlib.closing(sqlite3.connect(file)) as database:
        database.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["serve", "--port", "x"], "--port"),
        (["serve", "--data", __file__], "data folder"),
        (["backup", "/tmp/never", "--data", "/nowhere"], "nothing was copied"),
        (["check", "--data", "/nowhere"], "no database"),
        (["phones", "--address", "home"], "--address"),
        (["phones", "--port", "65535"], "lower one"),
    ],
)
def test_what_cannot_work_is_one_sentence(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert says in printed.err and printed.err.count("\n") == 1 and printed.out == ""


def test_a_port_in_use(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["serve", "--port", str(server.port), "--data", str(tmp_path / "other")]) == 2
    assert "in use" in capsys.readouterr().err


def test_two_servers_never_share_a_folder(server: Server):
    second = attune("serve", "--port", str(free_port()), "--data", str(server.data))
    assert second.returncode == 2
    assert "Another Attune is serving the data" in second.stderr
    server.kill()
    server.start()


def test_the_app_is_not_there(tmp_path: Path):
    done = attune("serve", "--port", str(free_port()), "--data", str(tmp_path / "data"), ATTUNE_WEB=str(tmp_path))
    assert done.returncode == 2 and "no index.html" in done.stderr


def test_phones_of_a_home(tmp_path: Path):
    """The plain page hands out the authority; who trusts it reaches the app by https and its socket."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "server", "phones", "--port", str(port), "--data", str(tmp_path / "data"), "--address", "127.0.0.1"],
        env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        assert f"https://127.0.0.1:{port}" in said and f"http://127.0.0.1:{port + 1}" in said
        page = _get_when_up(f"http://127.0.0.1:{port + 1}/")
        assert b"Certificate Trust Settings" in page and b"Android" in page and f"https://127.0.0.1:{port}".encode() in page
        authority = _get_when_up(f"http://127.0.0.1:{port + 1}/attune-at-home.crt")
        trusting = ssl.create_default_context(cadata=ssl.DER_cert_to_PEM_cert(authority))
        assert b"<title>Attune</title>" in _get_when_up(f"https://127.0.0.1:{port}/", trusting)
        with connect(f"wss://127.0.0.1:{port}/sync", subprotocols=["attune.1"], ssl=trusting, proxy=None) as socket:
            assert isinstance(socket.recv(timeout=5), bytes)
        for path in ("/phones.css", "/attune-at-home.mobileconfig", "/icons/app-icon.svg"):
            assert _get_when_up(f"http://127.0.0.1:{port + 1}{path}")
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port + 1}/authority-key.pem")
    finally:
        process.send_signal(signal.SIGTERM)
        rest, _ = process.communicate(timeout=15)
    assert process.returncode == 0 and "Traceback" not in rest


def _get_when_up(address: str, context: ssl.SSLContext | None = None) -> bytes:
    """The announcement comes before the port is open: ask until the connection is taken."""
    for _ in range(400):
        try:
            with urllib.request.urlopen(address, context=context, timeout=5) as answer:
                return answer.read()
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            signal.sigtimedwait([], 0.02)
    raise TimeoutError(address)
