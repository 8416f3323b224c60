"""The search of the library finds what was said, and says why; what it says is the console's alone."""

from __future__ import annotations

from collections.abc import Callable

from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.library.engagement_list import REASON, EngagementList
from desktop.console.steps import Step
from models.engagement.engagement import Note
from models.values.sentence import act_called


def said_in_the_list(at: Facilitator) -> list[tuple[str, str]]:
    """Client and pilot of each entry, and what stands beneath."""
    model = at.finds(EngagementList, "Engagements").model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    roles = (Qt.ItemDataRole.AccessibleTextRole, REASON)
    return [(str(row.data(roles[0])), str(row.data(roles[1]))) for row in rows]


def searches(at: Facilitator, text: str) -> None:
    at.types_into("Search", text)
    at.waits_until(lambda: at.clearway.browsing.search == text)


def test_a_word_of_a_note_finds_its_engagement_and_the_reason_is_told(start: Callable[[], Facilitator]) -> None:
    at = start()
    at.begins("Harbour Trust", "Berth planner")
    round_id = at.engagement.current.assessment.id
    at.session.edit(act_called("Note"), Note(assessment_id=round_id, text="Nobody in Łódź was asked about the straße."))
    at.waits_until_saved()
    at.goes_to(Step.LIBRARY)
    at.begins("Nordic Rail", "Fault forecast")
    at.goes_to(Step.LIBRARY)
    at.waits_until(lambda: at.clearway.browsing.total == 2)
    searches(at, "lodz strasse")
    reason = "in a note: “Nobody in Łódź was asked about the straße.”"
    at.waits_until(lambda: said_in_the_list(at) == [("Harbour Trust: Berth planner", reason)])
    assert "1 engagement found" in at.reads()
    searches(at, "nordic")
    at.waits_until(lambda: said_in_the_list(at) == [("Nordic Rail: Fault forecast", "")])


def test_what_was_typed_since_the_last_search_is_found_by_the_next(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.LIBRARY)
    searches(facilitator, "zebra")
    facilitator.waits_until(lambda: said_in_the_list(facilitator) == [])
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.types("n")
    facilitator.types("A zebra on the quay")
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: "A zebra on the quay" in str(said_in_the_list(facilitator)))


def test_no_reason_reaches_the_room(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.types("n")
    facilitator.types("Secretzebra")
    facilitator.waits_until_saved()
    facilitator.presses_key(Qt.Key.Key_F5)
    facilitator.window.activateWindow()
    facilitator.goes_to(Step.LIBRARY)
    searches(facilitator, "secretzebra")
    facilitator.waits_until(lambda: "Secretzebra" in str(said_in_the_list(facilitator)))
    control = facilitator.room
    assert "Secretzebra" not in str(control.presenter.view)
