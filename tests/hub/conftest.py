from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.hub.address import read_address
from models.hub.connection import Connection
from models.hub.hub import Hub
from models.hub.schema import make
from models.storage import Library
from tests.hub.postgres import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One for all tests of a process, each with a database of its own."""
    made = Server()
    try:
        made.start()
        made.sql("CREATE DATABASE hub", database="postgres")
        connection = Connection(read_address(made.address("owner"))[0], None)
        make(connection)
        connection.close()
        made.let_in("ann", "ben", "eve", "dan", "carol")
        made.sql("CREATE ROLE zoe LOGIN", database="postgres")
        made.sql("ALTER ROLE carol PASSWORD 'a secret: ü%'", database="postgres")
        yield made
    finally:
        made.close()


@pytest.fixture
def database(server: Server) -> str:
    """An empty hub."""
    server.sql("TRUNCATE clearway.engagement, clearway.maker, clearway.met, clearway.pack CASCADE")
    return "hub"


@pytest.fixture
def enter(server: Server, database: str) -> Iterator[Callable[[str], Hub]]:
    """The hub as a person."""
    opened: list[Hub] = []

    def entered(role: str) -> Hub:
        opened.append(Hub(read_address(server.address(role, database))[0], None))
        return opened[-1]

    yield entered
    for hub in opened:
        hub.close()


@pytest.fixture
def open_at(tmp_path: Path) -> Iterator[Callable[[str], Library]]:
    found: dict[str, Library] = {}

    def opened(name: str) -> Library:
        if name not in found:
            found[name] = Library.open(tmp_path / name / "library.clearway", who=name, device=name)
        return found[name]

    yield opened
    for library in found.values():
        library.close()
