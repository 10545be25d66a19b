"""Settings: flags before environment before defaults; a sentence for every bad value."""

import argparse
import datetime as dt
import ipaddress
from pathlib import Path

import pytest

from server.certificates import ensure_certificates
from server.settings import BadSetting, Settings, add_arguments, from_arguments


def read(*flags: str, **environment: str) -> Settings:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return from_arguments(parser.parse_args(flags), environment)


def test_defaults():
    settings = read()
    assert (settings.host, settings.port, settings.data, settings.log_level) == ("127.0.0.1", 8400, Path("data"), "info")
    assert settings.origins == () and settings.tls_cert is None and settings.scheme == "http"
    assert settings.database == Path("data/attune.sqlite3")
    assert (settings.web / "index.html").is_file()


def test_flags_before_environment_before_defaults():
    assert read(ATTUNE_PORT="9000").port == 9000
    assert read("--port", "9001", ATTUNE_PORT="9000").port == 9001
    assert read(ATTUNE_HOST="::1", ATTUNE_DATA="/x", ATTUNE_LOG_LEVEL="error") == read(
        "--host", "[::1]", "--data", "/x", "--log-level", "error"
    )
    assert read(ATTUNE_ORIGIN="https://a.example https://b.example").origins == ("https://a.example", "https://b.example")
    assert read("--origin", "https://c.example", ATTUNE_ORIGIN="https://a.example").origins == ("https://c.example",)


def test_an_empty_variable_is_not_set():
    assert read(ATTUNE_PORT="", ATTUNE_TLS_CERT="").port == 8400


def test_an_empty_flag_is_not_given():
    assert read("--data", "", "--port", "").data == read().data


@pytest.mark.parametrize(
    ("flags", "environment", "names"),
    [
        (["--port", "x"], {}, "--port"),
        (["--port", "0"], {}, "--port"),
        (["--port", "65536"], {}, "--port"),
        (["--port", "\uff18\uff14\uff10\uff10"], {}, "--port"),
        ([], {"ATTUNE_PORT": "-1"}, "ATTUNE_PORT"),
        ([], {"ATTUNE_HOST": "not a host"}, "ATTUNE_HOST"),
        ([], {"ATTUNE_LOG_LEVEL": "loud"}, "ATTUNE_LOG_LEVEL"),
        (["--origin", "attune.example"], {}, "--origin"),
        (["--origin", "https://attune.example/"], {}, "--origin"),
        (["--origin", "https://attune.example:x"], {}, "--origin"),
        (["--origin", "https://me@attune.example"], {}, "--origin"),
        (["--origin", "https://" + "a" * 300], {}, "--origin"),
        ([], {"ATTUNE_ORIGIN": "ftp://attune.example"}, "ATTUNE_ORIGIN"),
        (["--origin", "https://löffel.example"], {}, "xn--"),
        (["--tls-cert", "/nowhere/c.pem", "--tls-key", "/nowhere/k.pem"], {}, "--tls-cert"),
        (["--tls-cert", __file__], {}, "--tls-key"),
        (["--tls-cert", __file__, "--tls-key", __file__], {}, "certificate"),
    ],
)
def test_a_bad_value_is_one_sentence_that_names_it(flags: list[str], environment: dict[str, str], names: str):
    with pytest.raises(BadSetting) as caught:
        read(*flags, **environment)
    sentence = str(caught.value)
    assert names in sentence and sentence.endswith(".") and "\n" not in sentence


def test_origins_are_written_as_browsers_write_them():
    assert read("--origin", "HTTPS://Attune.Example:443").origins == ("https://attune.example",)
    assert read("--origin", "http://[::1]:8400").origins == ("http://[::1]:8400",)


@pytest.mark.parametrize(
    ("told", "origin", "allowed"),
    [
        ([], "http://localhost:8400", True),
        ([], "http://127.0.0.1:1", True),
        ([], "http://phone1.localhost:8400", True),
        ([], "https://attune.example", False),
        ([], "http://localhost.attune.example", False),
        ([], "null", False),
        ([], "http://[::1", False),
        (["https://attune.example"], "https://attune.example", True),
        (["https://attune.example"], "http://localhost:8400", False),
        (["https://attune.example"], "https://attune.example.org", False),
    ],
)
def test_whose_origin_is_ours(told: list[str], origin: str, allowed: bool):
    flags = [part for one in told for part in ("--origin", one)]
    assert read(*flags).allows_origin(origin) is allowed


def test_a_certificate_and_its_key(tmp_path: Path):
    made = ensure_certificates(tmp_path, [ipaddress.ip_address("192.168.1.2")], [], dt.datetime.now(dt.UTC))
    settings = read("--tls-cert", str(made.chain_file), "--tls-key", str(made.key_file))
    assert settings.scheme == "https" and settings.tls_key == made.key_file
    other = ensure_certificates(tmp_path / "other", [ipaddress.ip_address("192.168.1.2")], [], dt.datetime.now(dt.UTC))
    with pytest.raises(BadSetting, match="its own key"):
        read("--tls-cert", str(made.chain_file), "--tls-key", str(other.key_file))
