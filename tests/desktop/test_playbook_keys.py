"""Keys in the playbook and the readiness points act where they are shown, and what is typed opens nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from desktop.view_models.saving import Saving
from models.engagement.engagement import Stakeholder
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import GateDecision, PointState


@pytest.fixture
def typing(facilitator: Facilitator) -> Facilitator:
    """In the first register of the playbook, with a word typed in it."""
    facilitator.begins("Harbour Trust", "Berth planner")
    person = Stakeholder(engagement_id=facilitator.engagement.id, name="Ana Ruiz")
    facilitator.session.edit(act_called("Add"), person)
    facilitator.goes_to(Step.PLAYBOOK)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.types("Delay")
    return facilitator


def goes_to_stop(at: Facilitator, key: str) -> None:
    page = at.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    page.show_stop(key)


def kept(at: Facilitator) -> list[str]:
    return [cell.value for cell in at.engagement.current.cells.values()]


def test_a_question_mark_is_typed_in_a_register_and_opens_nothing(typing: Facilitator) -> None:
    typing.presses_key(Qt.Key.Key_Return)
    typing.presses_key(Qt.Key.Key_Escape)
    typing.types("? or so")
    assert kept(typing) == ["Delay", "? or so"]
    assert not typing.window.keys.isVisible()


def test_the_keyboard_is_back_in_the_register_after_the_room_check_although_the_cell_is_gone(
    typing: Facilitator,
) -> None:
    typing.presses_key(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    typing.comes_to_rest()
    typing.presses("Done")
    assert isinstance(typing.keyboard_goes_to(), RegisterTable)
    assert kept(typing) == ["Delay"]


def test_the_one_who_is_accountable_is_legible_in_the_cell_that_has_the_keyboard(typing: Facilitator) -> None:
    goes_to_stop(typing, "production-planning/operating-model-plan")
    typing.presses_key(Qt.Key.Key_Return)
    typing.types("Own it")
    typing.presses_key(Qt.Key.Key_Tab)
    typing.types("a")
    table = typing.keyboard_goes_to()
    assert isinstance(table, RegisterTable)
    assert table.rows.data(table.currentIndex()) == "A"
    cell = table.visualRect(table.currentIndex())
    picture = table.viewport().grab(cell).toImage()
    middle = [QColor(picture.pixel(x, picture.height() // 2)).lightness() for x in range(8, picture.width() - 8)]
    beside_the_disc, disc = middle[0], min(middle)
    assert beside_the_disc - disc > 100
    assert max(middle[middle.index(disc) :]) > disc + 100, "the letter on it, and what is beside it"


def test_a_gate_is_decided_with_two_keys_and_a_name(typing: Facilitator) -> None:
    goes_to_stop(typing, "pilot-design/")
    typing.types("pd")
    typing.types(typing.session.people()[0].name[:2])
    gate = typing.engagement.current.gates["pilot-design"]
    assert gate.decision is GateDecision.PASSED
    assert (gate.decided_by, gate.decided_on) == (typing.engagement.stakeholders[0].id, date.today())


def test_why_a_point_is_waived_is_one_key_away(typing: Facilitator) -> None:
    typing.goes_to(Step.READINESS)
    typing.types("wyOnly ten users at first")
    judgement = typing.engagement.current.judgements["volumes"]
    assert (judgement.state, judgement.reason) == (PointState.WAIVED, "Only ten users at first")


def test_what_is_typed_and_pasted_while_the_library_is_away_is_kept(
    typing: Facilitator, library_file: Path, tmp_path: Path
) -> None:
    typing.waits_until_saved()
    away = tmp_path / "elsewhere.clearway"
    library_file.rename(away)
    typing.types(" at berth")
    typing.waits_until(lambda: typing.session.saving is Saving.REFUSED)
    typing.presses_key(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("Ships\ta day\nCranes\ta day")
    typing.presses_key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    away.rename(library_file)
    typing.waits_until_saved()
    typing.closes()
    with Library.open(library_file, who="test") as library:
        cells = library.engagement(library.entries()[0].id).current.cells.values()
    assert sorted(cell.value for cell in cells) == ["Cranes", "Delay at berth", "Ships", "a day", "a day"]
