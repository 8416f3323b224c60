"""A planted fault of each kind that once made screen, file and history differ is found by the machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from ledger_machine import Machine

from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.session import EngagementSession
from models.engagement.changes import Changed, OutOfPlaceError
from models.engagement.declared import find
from models.engagement.edit import Edit
from models.engagement.engagement import Engagement
from models.storage import Library

pytestmark = pytest.mark.expects_log


RUNS = 40
"""At most: the machine sees the rarest of the faults in one run of five."""


def found_by(machine: Callable[[int], Machine], runs: int = RUNS, refusing: bool = False) -> bool:
    """Whether one of the runs sees a planted fault."""
    for seed in range(100, 100 + runs):
        try:
            machine(seed).runs(slow=0.01, refusing=refusing)
        except (AssertionError, OutOfPlaceError):
            return True
    return False


def test_an_overtaking_read_would_be_found(machine: Callable[[int], Machine], monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits to be written is not on the disk that is read."""
    monkeypatch.setattr(Ledger, "brought_up_to_date", lambda self, e, acts, written: OnScreen(e, acts))
    assert found_by(machine)


def test_an_undo_that_waits_for_the_disk_would_be_found(
    machine: Callable[[int], Machine], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it once was: undo was asked of the disk and the answer laid over what had been done meanwhile."""

    def waits(session: EngagementSession) -> None:
        scope = session.engagement.id

        def shown(engagement: Engagement) -> None:
            session.engagement = engagement

        def undo(library: Library) -> Engagement:
            library.undo(scope)
            return library.engagement(scope)

        session._ledger.act(undo, shown, lambda _: None)

    monkeypatch.setattr(EngagementSession, "undo", waits)
    assert found_by(machine)


def test_a_stale_snapshot_would_be_found(machine: Callable[[int], Machine], monkeypatch: pytest.MonkeyPatch) -> None:
    """A snapshot as it stood when it was asked for, shown once the answer has come."""
    read, brought = Ledger.read, Ledger.brought_up_to_date

    def stale(ledger: Ledger, scope: str, told: Callable, failed: Callable) -> None:  # type: ignore[type-arg]
        then = list(ledger._waiting)

        def as_it_was(at: Ledger, *opened: object) -> OnScreen:
            now, at._waiting = at._waiting, then
            try:
                return brought(at, *opened)  # type: ignore[arg-type]
            finally:
                at._waiting = now

        monkeypatch.setattr(Ledger, "brought_up_to_date", as_it_was)
        read(ledger, scope, told, failed)

    monkeypatch.setattr(Ledger, "read", stale)
    assert found_by(machine)


@pytest.mark.parametrize("whole", [True, False], ids=["whole records", "cells"])
def test_a_whole_record_write_would_be_found(
    machine: Callable[[int], Machine], monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    """It writes again what could not be written before it, and what somebody else would have written meanwhile."""
    made: list[Machine] = []

    def posted(ledger: Ledger, edit: Edit) -> None:
        ledger._bring()  # as every post does: what is on its way comes first, and is no longer waited for
        on_disk = replace(edit, typing="")
        if whole:
            cells = [change for change in edit.changes if isinstance(change, Changed)]
            records = [find(made[-1].at.engagement, change.kind, change.id) for change in cells]
            rest = tuple(change for change in edit.changes if not isinstance(change, Changed))
            on_disk = replace(on_disk, changes=rest, put=tuple(filter(None, records)))
        ledger._take(edit.scope, lambda library: library.save(on_disk), edit)

    def begin(seed: int) -> Machine:
        made.append(machine(seed))
        if whole:
            made[-1].ledger.late.disconnect()  # a screen that is read anew at the end shows what was written
        return made[-1]

    monkeypatch.setattr(Ledger, "post", posted)
    assert found_by(begin, RUNS if whole else 8, refusing=True) is whole
