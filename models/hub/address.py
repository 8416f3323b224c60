"""Where a hub is, and how it is reached: the certificate checked, always, but for a socket on this machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

from models.frozen import frozen
from models.hub.errors import HubAddressError, HubOptionError

TAKEN = ("host", "port", "dbname", "user", "sslrootcert")
"""What an address may say, a password apart; the rest is ours to set."""


@frozen
class Address:
    """One that can be kept, shown and printed: there is no password in it."""

    host: str
    port: str
    dbname: str
    user: str
    sslrootcert: str = ""

    @property
    def is_here(self) -> bool:
        """Whether it is a socket on this machine."""
        return self.host.startswith(("/", "@"))

    def __str__(self) -> str:
        """As `read_address` reads it."""
        asked = {"host": self.host} if self.is_here else {}
        asked |= {"sslrootcert": self.sslrootcert} if self.sslrootcert else {}
        place = "" if self.is_here else f"[{self.host}]" if ":" in self.host else self.host
        port = f":{self.port}" if self.port else ""
        query = "?" + urlencode(asked, safe="/") if asked else ""
        return f"postgresql://{quote(self.user, safe='')}@{place}{port}/{quote(self.dbname, safe='')}{query}"

    def parameters(self, password: str | None, connect_within: int = 10) -> Mapping[str, str | int]:
        """For the driver; seconds."""
        found: dict[str, str | int] = {
            "host": self.host, "dbname": self.dbname, "user": self.user, "client_encoding": "utf8",
            "application_name": "clearway", "connect_timeout": connect_within, "gssencmode": "disable",
            "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3, "tcp_user_timeout": 30_000,
        }  # fmt: skip
        if not self.is_here:
            found |= {"sslmode": "verify-full", "sslrootcert": self.sslrootcert or trusted()}
        if self.port:
            found["port"] = self.port
        if password is not None:
            found["password"] = password
        return found


def read_address(typed: str) -> tuple[Address, str | None]:
    """The address, and apart from it the password where one stood in it. Raises HubAddressError, HubOptionError."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        told = {key: str(value) for key, value in conninfo_to_dict(typed.strip()).items() if value is not None}
    except ProgrammingError:
        raise HubAddressError from None  # what the driver says may quote a password
    password = told.pop("password", None)
    if unknown := next((key for key in told if key not in TAKEN), None):
        raise HubOptionError(option=unknown)
    hosts = told.get("host", "").split(",")
    if not (told.get("user") and told.get("dbname") and all(hosts)) or "\0" in typed:
        raise HubAddressError
    if len({host.startswith(("/", "@")) for host in hosts}) > 1:
        raise HubAddressError
    return Address(**{key: told.get(key, "") for key in ("host", "port", "dbname", "user", "sslrootcert")}), password


AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where Linux and macOS keep the certificates of those that they trust."""


def trusted() -> str:
    """The file of the authorities that this computer trusts; “system” where the driver finds them itself."""
    return next(
        (place for place in (os.environ.get("SSL_CERT_FILE", ""), *AUTHORITIES) if Path(place).is_file()), "system"
    )
