"""The authority of one home, and what it can vouch for."""

import datetime as dt
import ipaddress
import plistlib
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from server.certificates import (
    LEAF_DAYS,
    Certificates,
    ensure_certificates,
    fingerprint,
    home_addresses,
    make_leaf,
    to_apple_profile,
    to_der,
)

NOW = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
LAPTOP = ipaddress.ip_address("192.168.1.20")
NAME = "laptop.local"


def make(folder: Path, *addresses: str, now: dt.datetime = NOW) -> Certificates:
    return ensure_certificates(folder, [ipaddress.ip_address(text) for text in addresses or ("192.168.1.20",)], [NAME], now)


def leaf_of(made: Certificates) -> x509.Certificate:
    return x509.load_pem_x509_certificates(made.chain_file.read_bytes())[0]


def trusts(made: Certificates, leaf: x509.Certificate, subject: x509.verification.Subject, now: dt.datetime = NOW) -> bool:
    verifier = PolicyBuilder().store(Store([made.authority])).time(now).build_server_verifier(subject)
    try:
        verifier.verify(leaf, [])
    except VerificationError:
        return False
    return True


def test_a_phone_that_trusts_the_authority_accepts_this_machine(tmp_path: Path):
    made = make(tmp_path)
    assert trusts(made, leaf_of(made), x509.IPAddress(LAPTOP))
    assert trusts(made, leaf_of(made), x509.DNSName(NAME))
    assert not trusts(made, leaf_of(made), x509.IPAddress(ipaddress.ip_address("192.168.1.21")))


def test_another_home_is_not_trusted(tmp_path: Path):
    made, other = make(tmp_path / "a"), make(tmp_path / "b")
    assert not trusts(other, leaf_of(made), x509.IPAddress(LAPTOP))


@pytest.mark.parametrize("subject", [x509.DNSName("bank.example"), x509.IPAddress(ipaddress.ip_address("203.0.113.7"))])
def test_not_even_its_key_can_vouch_for_the_internet(tmp_path: Path, subject: x509.verification.Subject):
    made = make(tmp_path)
    stolen = serialization.load_pem_private_key((tmp_path / "authority-key.pem").read_bytes(), None)
    assert isinstance(stolen, ec.EllipticCurvePrivateKey)
    is_address = isinstance(subject, x509.IPAddress)
    forged = make_leaf(
        ec.generate_private_key(ec.SECP256R1()),
        made.authority,
        stolen,
        addresses=[subject.value] if is_address else [],
        names=[] if is_address else [subject.value],
        now=NOW,
    )
    assert not trusts(made, forged, subject)


def test_ios_accepts_its_form(tmp_path: Path):
    """support.apple.com/103769: at most 825 days, serverAuth, the name among the alternatives, SHA-2."""
    made = make(tmp_path)
    leaf = leaf_of(made)
    assert (leaf.not_valid_after_utc - leaf.not_valid_before_utc).days == LEAF_DAYS <= 825
    assert x509.ExtendedKeyUsageOID.SERVER_AUTH in leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    constraints = made.authority.extensions.get_extension_for_class(x509.NameConstraints)
    assert constraints.critical and constraints.value.excluded_subtrees is None


def test_a_server_can_use_the_files(tmp_path: Path):
    made = make(tmp_path)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(made.chain_file, made.key_file)


def test_keys_are_for_this_user_only(tmp_path: Path):
    make(tmp_path / "tls")
    assert (tmp_path / "tls").stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in sorted((tmp_path / "tls").glob("*-key.pem"))] == [0o600, 0o600]


def test_the_second_start_changes_nothing(tmp_path: Path):
    first = make(tmp_path)
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    second = make(tmp_path)
    assert first.is_new_authority and not second.is_new_authority
    assert files == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_a_new_address_needs_no_new_trust(tmp_path: Path):
    first = make(tmp_path)
    moved = make(tmp_path, "10.0.0.7")
    assert not moved.is_new_authority
    assert trusts(first, leaf_of(moved), x509.IPAddress(ipaddress.ip_address("10.0.0.7")))


def test_an_address_no_home_has_needs_an_authority_that_permits_it(tmp_path: Path):
    make(tmp_path)
    moved = make(tmp_path, "203.0.113.7")
    assert moved.is_new_authority
    assert trusts(moved, leaf_of(moved), x509.IPAddress(ipaddress.ip_address("203.0.113.7")))


def test_what_ends_soon_is_renewed(tmp_path: Path):
    first = make(tmp_path)
    first_leaf = leaf_of(first)
    later = NOW + dt.timedelta(days=LEAF_DAYS - 10)
    renewed = make(tmp_path, now=later)
    assert not renewed.is_new_authority and leaf_of(renewed) != first_leaf
    assert trusts(first, leaf_of(renewed), x509.IPAddress(LAPTOP), later)
    assert make(tmp_path, now=NOW + dt.timedelta(days=5 * 365)).is_new_authority


@pytest.mark.parametrize("name", ["authority.pem", "authority-key.pem", "machine.pem", "machine-key.pem"])
@pytest.mark.parametrize("content", [None, b"", b"not a certificate"])
def test_damaged_files_are_made_again(tmp_path: Path, name: str, content: bytes | None):
    make(tmp_path)
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    made = make(tmp_path)
    assert made.is_new_authority is name.startswith("authority")
    assert trusts(made, leaf_of(made), x509.IPAddress(LAPTOP))


def test_a_key_of_another_certificate_counts_as_damage(tmp_path: Path):
    make(tmp_path / "a")
    make(tmp_path / "b")
    (tmp_path / "b" / "authority-key.pem").replace(tmp_path / "a" / "authority-key.pem")
    made = make(tmp_path / "a")
    assert made.is_new_authority and trusts(made, leaf_of(made), x509.IPAddress(LAPTOP))


def test_the_profile_for_ios(tmp_path: Path):
    made = make(tmp_path)
    profile = plistlib.loads(to_apple_profile(made.authority))
    (payload,) = profile["PayloadContent"]
    assert profile["PayloadType"] == "Configuration" and payload["PayloadType"] == "com.apple.security.root"
    assert payload["PayloadContent"] == to_der(made.authority)
    assert profile["PayloadUUID"] != payload["PayloadUUID"]
    assert to_apple_profile(made.authority) == to_apple_profile(made.authority)


def test_the_fingerprint_as_phones_show_it(tmp_path: Path):
    assert len(fingerprint(make(tmp_path).authority).split(" ")) == 32


def test_home_addresses_are_those_other_devices_can_reach():
    assert not [address for address in home_addresses() if address.is_loopback]
