"""Screen, file and history are one, whatever is done and whatever the disk does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from ledger_machine import Machine, raised, until
from pytestqt.qtbot import QtBot

from desktop.view_models.saving import Saving
from models.engagement.changes import Changed
from models.values.sentence import act_called


@pytest.mark.parametrize("seed", range(8))
def test_screen_file_and_history_are_one_after_anything(machine: Callable[[int], Machine], seed: int) -> None:
    machine(seed).runs()


@pytest.mark.expects_log
@pytest.mark.parametrize("seed", range(20, 24))
def test_what_can_never_be_written_is_kept_and_stands_in_nobodys_way(
    machine: Callable[[int], Machine], seed: int
) -> None:
    machine(seed).runs(refusing=True)


def test_an_act_says_cells_and_not_records(machine: Callable[[int], Machine]) -> None:
    at = machine(1)
    at.rate()
    until(lambda: not at.ledger.unsaved)
    at.disk.full = True
    at.trust()
    (entry,) = at.ledger._waiting
    assert entry.edit is not None
    assert [c.field for c in entry.edit.changes if isinstance(c, Changed)] == ["confidence"]


@pytest.mark.parametrize("full", [False, True], ids=["written", "refused"])
def test_a_burst_with_something_between_is_two_acts_everywhere(machine: Callable[[int], Machine], full: bool) -> None:
    """Else undo takes back both there, and the next one what the screen still has."""
    at = machine(1)
    at.note()
    (note,) = at.at.current.notes
    at.at.edit(act_called("Type"), replace(note, text="a"), typing="burst")
    until(lambda: not at.ledger.unsaved)
    at.disk.full = full
    at.rate()
    if full:
        until(lambda: at.ledger.saving is Saving.REFUSED)
        at.at.undo()
    at.ledger.act(lambda library: None, lambda _: None, lambda _: None)
    at.disk.full = False
    until(lambda: not at.ledger.unsaved)
    at.at.edit(act_called("Type"), replace(note, text="b"), typing="burst")
    at.ledger.act(lambda library: None, lambda _: None, lambda _: None)
    at.at.edit(act_called("Type"), replace(note, text="bc"), typing="burst")
    at.at.undo()
    assert at.at.current.notes[0].text == "b"
    at.ends()


def test_a_fault_in_whoever_hears_an_answer_stands_in_nobodys_way(
    machine: Callable[[int], Machine], qtbot: QtBot
) -> None:
    at = machine(1)

    def fails(answer: object) -> None:
        raise KeyError(answer)

    with qtbot.capture_exceptions() as faults:
        at.ledger.ask(lambda library: 1, fails, raised)
        at.note()
        until(lambda: not at.ledger.unsaved)
    assert [kind for kind, _, _ in faults] == [KeyError]
    at.ends()
