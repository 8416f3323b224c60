"""The list of engagements says how each pilot stands once it is shown, and anew when it is shown again."""

from __future__ import annotations

from dataclasses import replace

from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.library.engagement_list import EngagementList
from desktop.console.library.list_head import ListHead
from desktop.console.steps import Step
from models.values.sentence import act_called
from models.values.terms import Progress


def told(at: Facilitator) -> list[str]:
    """What the rows say to whoever cannot see their columns; nothing before there are any."""
    lists = at.window.findChildren(EngagementList)
    if not lists:
        return []
    model = lists[0].model()
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def columns(at: Facilitator) -> ListHead:
    (found,) = at.window.findChildren(ListHead)
    return found


def test_a_row_says_the_worst_mode_the_verdict_and_what_is_next(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)

    facilitator.waits_until(lambda: "Worst: Operating model. No-go." in str(told(facilitator)))
    assert columns(facilitator).isVisible()


def test_what_was_done_since_is_told_when_the_library_is_shown_again(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: told(facilitator) == ["Worst: Not asked yet. Not judged yet. Nothing due."])
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)

    facilitator.waits_until(lambda: told(facilitator) == ["Worst: Business need. Not judged yet. Nothing due."])


def test_what_is_done_is_neither_late_nor_next(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    done = [replace(action, progress=Progress.DONE) for action in facilitator.session.current.actions]
    facilitator.session.edit(act_called("Edit"), *done)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)

    facilitator.waits_until(lambda: bool(told(facilitator)) and told(facilitator)[0].endswith("Nothing due."))


def test_a_list_in_which_nothing_is_found_has_no_columns(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: "No-go" in str(told(facilitator)))
    assert columns(facilitator).isVisible()
    facilitator.types_into("Search", "zebra")

    facilitator.waits_until(lambda: told(facilitator) == [])
    assert not columns(facilitator).isVisible()


def test_the_list_is_painted_at_every_width(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: "No-go" in str(told(facilitator)))
    pictures = []
    for width in (900, 1024, 1366, 1920):
        facilitator.window.resize(width, 768)
        rows = facilitator.finds(EngagementList, "Engagements")
        pictures.append(rows.grab().toImage())
    assert all(not picture.isNull() for picture in pictures)
