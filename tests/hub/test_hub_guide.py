"""The guide's page about the hub, followed word for word against a real server."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.command_line.main import main
from resources import guide_pages
from tests.hub.postgres import Server

PAGE = next(page for page in guide_pages("en") if page.name == "9-hub.md")
BLOCK = re.compile(r"```(sql|sh)\n(.*?)```", re.DOTALL)
WHOSE = ("owner", "keeper", "keeper", "ann", "ann", "ann", "keeper", "keeper", "keeper")
"""Who does each block, in the order of the page; the first is whoever has the server itself."""


@pytest.fixture
def server() -> Iterator[Server]:
    """A new one, with nobody on it."""
    made = Server()
    try:
        yield made.start()
    finally:
        made.close()


@pytest.fixture
def run(tmp_path: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> Callable[[str, str], str]:
    def ran(person: str, line: str) -> str:
        told = re.sub(r"postgresql://(\w+)@db\.example\.com/(\w+)", rf"postgresql://\1@/\2?host={server.folder}", line)
        program, *arguments = shlex.split(told)
        if program == "pg_dump":
            return server.run(program, *(part.replace("hub.dump", f"{server.folder}/hub.dump") for part in arguments))
        assert program == "clearway"
        library = tmp_path / person / "library.clearway"
        assert main(["--library", str(library), *arguments]) == 0, capsys.readouterr().err
        return capsys.readouterr().out

    return ran


def test_the_page_is_followed_from_a_bare_server_to_a_person_who_leaves(
    server: Server, run: Callable[[str, str], str]
) -> None:
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    assert len(blocks) == len(WHOSE)
    sample = run("ann", "clearway sample").strip()
    said: list[str] = []
    for (kind, text), person in zip(blocks, WHOSE, strict=True):
        for line in text.strip().splitlines():
            if "clearway hub share" in line:
                run("ben", "clearway hub join postgresql://ben@db.example.com/practice")
            if kind == "sql":
                server.sql(line, person, "postgres" if person == "owner" else "practice")
            else:
                said.append(run(person, line.replace("ENGAGEMENT", sample[:8])))
            if "clearway hub share" in line:
                run("ben", "clearway hub sync")
                assert sample in run("ben", "clearway list")
    told = "\n".join(said)
    assert "Shared with: ann (lead), ben (member)" in told
    assert json.loads(told[told.index("[\n") : told.rindex("]") + 1])[0]["id"] == sample
    assert "ben was in 1 engagement." in told
    roles = {role for (role,) in server.sql("SELECT rolname::text FROM pg_roles", database="postgres")}
    assert {"ann", "keeper"} < roles
    assert "ben" not in roles
    put_back(server, run, sample)


def put_back(server: Server, run: Callable[[str, str], str], sample: str) -> None:
    """The dump of the page into a database of its own: it is the hub, and its law stands there, too."""
    server.sql("CREATE DATABASE again OWNER keeper", database="postgres")
    server.run("pg_restore", "--dbname", f"{server.conninfo('keeper', 'again')}", f"{server.folder}/hub.dump")
    assert server.sql("SELECT id FROM clearway.engagement", "ann", "again") == [(sample,)]
    run("ann", "clearway hub join postgresql://ann@db.example.com/again")
    assert "0 acts went. 0 acts came." in run("ann", "clearway hub sync")
