"""The list of engagements says how each pilot stands once it is shown, and anew when it is shown again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator import Facilitator
from PySide6.QtCore import Qt

from desktop.console.library.engagement_list import ENTRY, OUT, EngagementList
from desktop.console.library.list_head import ListHead, UsualRow
from desktop.console.library.standing_columns import StandingColumns
from desktop.console.palette.acts import buttons_of
from desktop.console.steps import Step
from desktop.words import spoken
from models.portfolio.soon import how_soon, presses
from models.portfolio.wording import what_presses
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

    facilitator.waits_until(lambda: "Worst: Nobody owns the model after launch. No-go." in str(told(facilitator)))
    assert columns(facilitator).isVisible()


def test_what_was_done_since_is_told_when_the_library_is_shown_again(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: "Worst: Not asked yet. Not judged yet." in str(told(facilitator)))
    assert told(facilitator)[0].endswith(", Workshop.")
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)

    now = ["Worst: The pilot is not tied to a business result. Not judged yet. Nothing due."]
    facilitator.waits_until(lambda: told(facilitator) == now)


def test_what_is_done_is_neither_late_nor_next(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    done = [replace(action, progress=Progress.DONE) for action in facilitator.session.current.actions]
    facilitator.session.edit(act_called("Edit"), *done)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)

    facilitator.waits_until(lambda: "Nothing due, wanted live 1 Jun 2027." in str(told(facilitator)))


def test_the_practice_s_desk_begins_with_what_is_late_and_says_what_is_usual(facilitator: Facilitator) -> None:
    facilitator.clearway.browsing.add_sample_practice()
    facilitator.waits_until(lambda: len(told(facilitator)) == 5 and all(told(facilitator)))
    today = date.today()
    pilots = facilitator.clearway.browsing.standings.pilots
    model = facilitator.window.findChildren(EngagementList)[0].model()
    shown = [model.index(row, 0).data(ENTRY).id for row in range(5)]
    keys = [how_soon(pilots[key].counted, today) for key in shown]
    assert keys == sorted(keys)
    assert len(set(keys)) > 2

    text = facilitator.reads()
    assert what_presses([pilots[key] for key in shown], today, spoken()) in text
    pressed = [key for key in shown if presses(pilots[key].counted, today)]
    facilitator.presses("Show what is overdue, held up or on this week")
    facilitator.waits_until(lambda: len(told(facilitator)) == len(pressed))
    (usual,) = facilitator.window.findChildren(UsualRow)
    assert usual.isVisible()
    assert usual.accessibleName() == "Usual here. Most often in the way: data pipelines"


def test_what_can_be_done_with_a_row_stands_in_it_until_another_is_chosen(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: "No-go" in str(told(facilitator)))
    facilitator.presses_key(Qt.Key.Key_Down)
    facilitator.presses_key(Qt.Key.Key_Right)
    assert "Hand over…" in facilitator.reads()
    facilitator.presses_key(Qt.Key.Key_Escape)
    assert "Hand over…" not in facilitator.reads()
    assert facilitator.window.findChildren(EngagementList)[0].hasFocus()
    assert "Hand over…" in {act.text for act in buttons_of(facilitator.window.page)}


def test_the_keys_at_the_foot_of_the_list_work_once_the_search_is_left(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.waits_until(lambda: "No-go" in str(told(facilitator)))
    facilitator.types("leak")
    for _ in range(2):
        facilitator.presses_key(Qt.Key.Key_Escape)
        assert facilitator.window.findChildren(EngagementList)[0].hasFocus()
    facilitator.presses_key(Qt.Key.Key_Right)
    assert "Hand over…" in facilitator.reads()
    facilitator.presses_key(Qt.Key.Key_Escape)
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.waits_until(lambda: facilitator.window.step is not Step.LIBRARY)


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
    for width in (900, 1024, 1093, 1366, 1920):
        facilitator.window.resize(width, 768)
        rows = facilitator.finds(EngagementList, "Engagements")
        shown = StandingColumns(rows.width() - 2 * OUT, rows.fontMetrics().height(), 6)
        assert width < 1024 or shown.modes, f"no cells at {width}"
        pictures.append(rows.grab().toImage())
    assert all(not picture.isNull() for picture in pictures)
