"""A real application on a real library file, driven as a person drives it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from facilitator import Facilitator
from ledger_machine import Disk, Machine
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scribe import Scribe

from desktop.application import Clearway
from desktop.console.steps import Step
from desktop.view_models import ledger as ledger_module
from desktop.view_models import session
from desktop.view_models.playbook import filling as filling_module
from models.engagement.engagement import Stakeholder
from models.method.method import Method
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import Group


@pytest.fixture
def library_file(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def start(
    dressed_app: QApplication, qtbot: QtBot, library_file: Path, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Facilitator]]:
    """Starts Clearway on the test's library; may be called again after the first was closed."""
    monkeypatch.setattr(ledger_module, "RETRY_AFTER", 300)  # nobody waits two seconds for a disk that is back
    running: list[Clearway] = []

    def begin() -> Facilitator:
        clearway = Clearway(library_file, settings)
        running.append(clearway)
        clearway.start()
        facilitator = Facilitator(clearway, qtbot)
        facilitator.waits_until(lambda: clearway.browsing.known or clearway.locking.closed)
        return facilitator

    yield begin
    for clearway in reversed(running):
        clearway.window.close()
        clearway.stop()
        clearway.window.deleteLater()


@pytest.fixture
def facilitator(start: Callable[[], Facilitator]) -> Facilitator:
    """Someone at a laptop with an empty library."""
    return start()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(ledger_module, "RETRY_AFTER", 3)
    for name in ("save", "undo", "redo"):
        at_once = getattr(Library, name)

        def slowly(library: Library, what: object, act: Callable[..., object] = at_once) -> object:
            made.take(library)
            return act(library, what)

        monkeypatch.setattr(Library, name, slowly)
    return made


@pytest.fixture
def machine(
    dressed_app: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    method: Method,
    disk: Disk,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[int], Machine]]:
    made: list[Machine] = []
    for module, name, small in ((filling_module, "AT_ONCE", 2), (filling_module, "FEW", 1), (session, "AT_A_TIME", 0)):
        monkeypatch.setattr(module, name, small)

    def begin(seed: int) -> Machine:
        made.append(Machine(tmp_path / f"{seed}.clearway", method, random.Random(seed), disk))
        return made[-1]

    yield begin
    for one in made:
        one.thread.stop()


@pytest.fixture
def scribe(facilitator: Facilitator) -> Scribe:
    """The sample, with everybody's names, and nothing in its registers."""
    facilitator.opens_the_sample()
    made = Scribe(facilitator)
    old = made.session.current
    made.session.edit(
        act_called("Begin anew"), remove=(*old.cells.values(), *old.entries, *old.gates.values(), *old.conditions)
    )
    return made


@pytest.fixture
def filling(facilitator: Facilitator) -> Facilitator:
    """A new engagement with three people, at the first activity of the playbook."""
    facilitator.begins("Harbour Trust", "Berth planner")
    people = [
        Stakeholder(engagement_id=facilitator.engagement.id, position=n, name=name, role=role, group=group)
        for n, (name, role, group) in enumerate(
            [
                ("Ana Ruiz", "Sponsor", Group.BUSINESS),
                ("Ben Okoro", "Head of IT", Group.TECHNOLOGY),
                ("Cleo Anand", "Data lead", Group.DATA),
            ]
        )
    ]
    facilitator.session.edit(act_called("People"), *people)
    facilitator.goes_to(Step.PLAYBOOK)
    return facilitator
