"""A certificate authority for one home, and the certificate of this machine in it.

Phones give service workers, keys and the camera only to https pages, and no public authority vouches for an address at home. So this
machine makes its own authority, which the phones are asked to trust. It is limited by name constraints (RFC 5280, section 4.2.1.10) to
addresses at home: even with its key, nobody can impersonate a public site to these phones. Keys are readable for this user only.
"""

import datetime as dt
import hashlib
import ipaddress
import os
import plistlib
import re
import socket
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

AUTHORITY_DAYS = 5 * 365
LEAF_DAYS = 397  # iOS takes at most 825 days (support.apple.com/103769); shorter costs nothing, as it is renewed by itself
RENEW_DAYS = 30
HOME_NETWORKS: tuple[Network, ...] = (
    ipaddress.IPv4Network("10.0.0.0/8"),
    ipaddress.IPv4Network("127.0.0.0/8"),
    ipaddress.IPv4Network("169.254.0.0/16"),
    ipaddress.IPv4Network("172.16.0.0/12"),
    ipaddress.IPv4Network("192.168.0.0/16"),
    ipaddress.IPv6Network("fc00::/7"),
    ipaddress.IPv6Network("fe80::/10"),
)
HOME_NAMES = ("local", "localhost")


@dataclass(frozen=True, slots=True)
class Certificates:
    """What `ensure_certificates` made or found."""

    authority: x509.Certificate
    chain_file: Path
    """PEM: this machine's certificate, then the authority's."""
    key_file: Path
    is_new_authority: bool
    """Phones that trusted an older one have to trust this one."""


def ensure_certificates(folder: Path, addresses: Iterable[Address], names: Iterable[str], now: dt.datetime) -> Certificates:
    """Return valid certificates for these addresses and names, made or renewed where needed.

    Args:
        folder: where they are kept; made if missing.
        addresses: of this machine at home.
        names: its names at home, ending in `.local`.
        now: with a time zone.

    Raises:
        OSError: the folder cannot be read or written.
    """
    addresses, names = tuple(addresses), tuple(names)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    authority_file, authority_key_file = folder / "authority.pem", folder / "authority-key.pem"
    chain_file, key_file = folder / "machine.pem", folder / "machine-key.pem"

    authority, authority_key = _load(authority_file, authority_key_file)
    is_new = authority is None or authority_key is None or not _is_usable(authority, now) or not _permits(authority, addresses)
    if is_new or authority is None or authority_key is None:
        authority_key = ec.generate_private_key(ec.SECP256R1())
        authority = make_authority(authority_key, addresses, now)
        _write_key(authority_key_file, authority_key)
        authority_file.write_bytes(_pem(authority))

    leaf, leaf_key = _load(chain_file, key_file)
    if leaf is None or leaf_key is None or is_new or not _is_usable(leaf, now) or not _covers(leaf, addresses, names):
        leaf_key = ec.generate_private_key(ec.SECP256R1())
        leaf = make_leaf(leaf_key, authority, authority_key, addresses=addresses, names=names, now=now)
        _write_key(key_file, leaf_key)
        chain_file.write_bytes(_pem(leaf) + _pem(authority))
    return Certificates(authority, chain_file, key_file, is_new)


def make_authority(key: ec.EllipticCurvePrivateKey, addresses: Iterable[Address], now: dt.datetime) -> x509.Certificate:
    """Return a self-signed authority that may vouch for home addresses, and for `addresses` where they are others, and nothing else."""
    own = [ipaddress.ip_network(address) for address in addresses if not _is_home(address)]
    permitted: list[x509.GeneralName] = [x509.IPAddress(network) for network in (*HOME_NETWORKS, *own)]
    permitted += [x509.DNSName(name) for name in HOME_NAMES]
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Attune at home {now:%Y-%m-%d}")])
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        _builder(name, name, key.public_key(), now, AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=permitted, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def make_leaf(
    key: ec.EllipticCurvePrivateKey,
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    *,
    addresses: Iterable[Address],
    names: Iterable[str],
    now: dt.datetime,
) -> x509.Certificate:
    """Return a server certificate for these addresses and names, signed by the authority."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Attune on this machine")])
    alternatives: list[x509.GeneralName] = [x509.IPAddress(address) for address in addresses]
    alternatives += [x509.DNSName(name) for name in names]
    issuer_id = authority.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    return (
        _builder(subject, authority.subject, key.public_key(), now, LEAF_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(alternatives), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer_id), critical=False)
        .sign(authority_key, hashes.SHA256())
    )


def fingerprint(certificate: x509.Certificate) -> str:
    """Return SHA-256 of the certificate as phones show it: upper-case hex in pairs."""
    return certificate.fingerprint(hashes.SHA256()).hex(" ").upper()


def to_der(certificate: x509.Certificate) -> bytes:
    """Return the bytes Android installs."""
    return certificate.public_bytes(serialization.Encoding.DER)


def to_apple_profile(certificate: x509.Certificate) -> bytes:
    """Return the configuration profile iOS installs (developer.apple.com, CertificateRoot). The same certificate makes the same profile."""
    der = to_der(certificate)
    digest = hashlib.sha256(der).hexdigest()
    identifier = f"app.attune.home.{digest[:12]}"
    common = {"PayloadVersion": 1, "PayloadDisplayName": "Attune at home"}
    return plistlib.dumps(
        {
            **common,
            "PayloadType": "Configuration",
            "PayloadIdentifier": identifier,
            "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_OID, digest)),
            "PayloadDescription": "Lets this phone open Attune from your own computer at home. It vouches for home addresses only.",
            "PayloadContent": [
                {
                    **common,
                    "PayloadType": "com.apple.security.root",
                    "PayloadIdentifier": f"{identifier}.authority",
                    "PayloadUUID": str(uuid.uuid5(uuid.NAMESPACE_OID, digest + "authority")),
                    "PayloadCertificateFileName": "attune-at-home.crt",
                    "PayloadContent": der,
                }
            ],
        }
    )


def home_addresses() -> tuple[Address, ...]:
    """Return this machine's IPv4 addresses other than loopback, the one towards the router first. Sends nothing."""
    found: list[Address] = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 9))  # chooses a route; a datagram socket says nothing until it is written to
            found.append(ipaddress.ip_address(probe.getsockname()[0]))
        except OSError:
            pass
    try:
        infos = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found += [ipaddress.ip_address(str(info[4][0])) for info in infos]
    except OSError:
        pass
    return tuple(dict.fromkeys(address for address in found if not address.is_loopback and not address.is_unspecified))


def home_name() -> str | None:
    """Return this machine's name as multicast DNS gives it, None when its host name does not make one."""
    label = socket.gethostname().split(".")[0].lower()
    return f"{label}.local" if re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", label) else None


def _builder(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: dt.datetime, days: int) -> x509.CertificateBuilder:
    start = now - dt.timedelta(days=1)  # a phone's clock may be behind
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + dt.timedelta(days=days))
    )


def _is_home(address: Address) -> bool:
    return any(address in network for network in HOME_NETWORKS)


def _is_usable(certificate: x509.Certificate, now: dt.datetime) -> bool:
    left = certificate.not_valid_after_utc - now
    return certificate.not_valid_before_utc <= now and left > dt.timedelta(days=RENEW_DAYS)


def _permits(authority: x509.Certificate, addresses: Iterable[Address]) -> bool:
    constraints = authority.extensions.get_extension_for_class(x509.NameConstraints).value
    networks = [name.value for name in constraints.permitted_subtrees or () if isinstance(name, x509.IPAddress)]
    return all(any(isinstance(network, Network) and address in network for network in networks) for address in addresses)


def _covers(leaf: x509.Certificate, addresses: Iterable[Address], names: Iterable[str]) -> bool:
    alternatives = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    known_addresses = alternatives.get_values_for_type(x509.IPAddress)
    known_names = alternatives.get_values_for_type(x509.DNSName)
    return all(address in known_addresses for address in addresses) and all(name in known_names for name in names)


def _load(certificate_file: Path, key_file: Path) -> tuple[x509.Certificate | None, ec.EllipticCurvePrivateKey | None]:
    """Return what is there and whole and belongs together; a damaged file counts as missing, since it can be made again."""
    if not certificate_file.exists() or not key_file.exists():
        return None, None
    try:
        certificate = x509.load_pem_x509_certificates(certificate_file.read_bytes())[0]
        key = serialization.load_pem_private_key(key_file.read_bytes(), None)
    except ValueError:
        return None, None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        return None, None
    return certificate, key


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _write_key(path: Path, key: ec.EllipticCurvePrivateKey) -> None:
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(pem)
