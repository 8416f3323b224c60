"""Who answers has to prove who it is, and a server that falls silent is not waited for for ever."""

from __future__ import annotations

import select
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from models.hub.address import Address, read_address
from models.hub.errors import HubAwayError, HubCertificateError, HubPasswordError, HubTurnsAwayError
from models.hub.hub import Hub
from tests.hub.postgres import Server

SSL_REQUEST = bytes.fromhex("0000000804d2162f")


def certificate(folder: Path, name: str) -> Path:
    """Signed by itself, with its key."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    path = folder / f"{name}.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(private + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return path


class Front:
    """TLS before the server of the tests, which has none itself; or a server that only wants it plain."""

    def __init__(self, server: Server, pem: Path | None) -> None:
        self._target, self._context = str(server.folder / ".s.PGSQL.5432"), None
        if pem is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(pem)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = str(self._listening.getsockname()[1])
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=self._serve, args=(self._listening.accept()[0],), daemon=True).start()

    def _serve(self, near: socket.socket) -> None:
        with suppress(OSError, ssl.SSLError), near:
            if near.recv(8) != SSL_REQUEST or self._context is None:
                near.sendall(b"N")
                return
            near.sendall(b"S")
            with self._context.wrap_socket(near, server_side=True) as safe, socket.socket(socket.AF_UNIX) as far:
                far.connect(self._target)
                _both_ways(safe, far)


def _both_ways(safe: ssl.SSLSocket, far: socket.socket) -> None:
    while True:
        ready = [safe] if safe.pending() else select.select([safe, far], [], [])[0]
        for source in ready:
            data = source.recv(65536)
            if not data:
                return
            (far if source is safe else safe).sendall(data)


@pytest.fixture
def pem(tmp_path: Path) -> Path:
    return certificate(tmp_path, "localhost")


@pytest.fixture
def front(server: Server, database: str, pem: Path) -> Iterator[Front]:
    assert database == "hub"
    made = Front(server, pem)
    yield made
    made.close()


def at(front: Front, **more: str) -> Address:
    return replace(Address("localhost", front.port, "hub", "ann"), **more)


def test_a_certificate_of_ones_own_is_trusted_where_it_is_named(front: Front, pem: Path) -> None:
    with Hub(at(front, sslrootcert=str(pem)), None) as hub:
        assert hub.shared() == []


@pytest.mark.parametrize("how", ["not trusted", "of another server", "another's", "without TLS"])
def test_what_cannot_prove_that_it_is_the_hub_gets_nothing(
    how: str, front: Front, pem: Path, server: Server, tmp_path: Path
) -> None:
    address = at(front, sslrootcert=str(pem))
    if how == "not trusted":
        address = at(front)
    elif how == "of another server":
        address = replace(address, host="127.0.0.1")
    elif how == "another's":
        address = replace(address, sslrootcert=str(certificate(tmp_path, "elsewhere")))
    plain = Front(server, None)
    if how == "without TLS":
        address = replace(address, port=plain.port)
    with pytest.raises(HubCertificateError) as refused:
        Hub(address, "hush")
    plain.close()
    assert "hush" not in str(refused.value)


def test_a_password_goes_through_it_and_a_wrong_one_is_told(front: Front, pem: Path) -> None:
    address = at(front, sslrootcert=str(pem), user="carol")
    Hub(address, "a secret: ü%").close()
    for wrong in ("hush", None):
        with pytest.raises(HubPasswordError) as refused:
            Hub(address, wrong)
        assert "hush" not in str(refused.value)


def test_a_hub_that_turns_somebody_away_is_told_in_its_own_words(server: Server, database: str) -> None:
    server.sql("ALTER ROLE eve NOLOGIN")
    try:
        with pytest.raises(HubTurnsAwayError, match=r"does not let eve in: role .* not permitted"):
            Hub(read_address(server.address("eve", database))[0], None)
    finally:
        server.sql("ALTER ROLE eve LOGIN")
    with pytest.raises(HubTurnsAwayError, match='nowhere" does not exist'):  # the password was right
        Hub(read_address(server.address("carol", "nowhere"))[0], "a secret: ü%")


@pytest.mark.parametrize("typed", ["postgresql://ann@db.example.com/hub", "postgresql://ann@[::1]:5433/x%20y"])
def test_an_address_is_kept_as_it_was_typed(typed: str) -> None:
    address, password = read_address(typed)
    assert (str(address), password) == (typed, None)
    assert address.parameters(None)["sslmode"] == "verify-full"


def test_a_server_that_falls_silent_in_the_middle_is_given_up(server: Server, database: str) -> None:
    with Hub(read_address(server.address("ann", database))[0], None, patience=0.3) as hub:
        with pytest.raises(HubAwayError), hub.connection.transaction() as cursor:
            cursor.execute("SELECT pg_sleep(30)")
        with pytest.raises(HubAwayError):
            hub.shared()
