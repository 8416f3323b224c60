"""The agenda is planned on the Prepare page; its clock runs in the rail, and the room sees the plan alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from window_audit import clipped, overlapping

from desktop.console.pace_strip import PaceStrip
from desktop.console.prepare.agenda.agenda_form import AgendaForm
from desktop.console.prepare.agenda.agenda_row import AgendaRow
from desktop.console.steps import Step
from desktop.view_models.room.pages import RoomWelcome
from desktop.view_models.workshop.pacing import Pacing, utc_now
from desktop.widgets.parts.hints import Cap
from desktop.words import speak
from models.values.sentence import act_called
from resources.words import catalogue

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def planned(facilitator: Facilitator) -> Facilitator:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    facilitator.presses("90 minutes")
    return facilitator


def titles(planned: Facilitator) -> list[str]:
    return [box.title for box in planned.engagement.current.agenda]


def wholly_in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() == widget.size()


def back_in_time(planned: Facilitator, minutes: int) -> None:
    """As if the box that runs had begun so long before."""
    current = planned.engagement.current
    box = next(b for b in current.agenda if b.since)
    assert box.since is not None
    planned.session.edit(act_called("Earlier"), replace(box, since=box.since - timedelta(minutes=minutes)))


def test_a_preset_is_a_start_and_undo_brings_the_one_before_back(planned: Facilitator) -> None:
    assert "1½ hours" in planned.reads()
    planned.presses("Half day")
    assert "3½ hours" in planned.reads()
    planned.presses_key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    planned.waits_until(lambda: "1½ hours" in planned.reads())


def test_a_long_title_has_the_room_of_its_bar(planned: Facilitator) -> None:
    planned.window.resize(QSize(1920, 1080))
    planned.comes_to_rest()
    long, other = [row.title for row in planned.window.findChildren(AgendaRow) if row.isVisible()][1:3]
    beside_bar = other.width()
    title = "n" * (beside_bar // long.fontMetrics().horizontalAdvance("n"))
    Pacing(planned.session).change(planned.engagement.current.agenda[1].id, "title", title, "")
    planned.waits_until(lambda: long.width() > beside_bar)
    assert other.width() < long.width(), "the others keep theirs"


def test_boxes_are_reworded_timed_moved_added_and_removed_from_the_keyboard(planned: Facilitator) -> None:
    planned.types_into("What for", "Coffee")
    planned.types_into("Minutes", "12")
    assert titles(planned)[-1] == "Coffee"
    assert planned.engagement.current.agenda[-1].minutes == 12
    planned.presses_key(Qt.Key.Key_Up, ALT)
    assert titles(planned)[-2] == "Coffee"
    count = len(titles(planned))
    planned.presses_key(Qt.Key.Key_Return)
    assert len(titles(planned)) == count + 1
    next(row for row in planned.window.findChildren(AgendaRow) if row.title.text() == "Coffee").title.setFocus()
    planned.presses("Remove Coffee")
    assert "Coffee" not in titles(planned)


def test_the_clock_stops_with_the_app_and_goes_on_where_it_stood(
    planned: Facilitator, start: Callable[[], Facilitator]
) -> None:
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 4)
    planned.waits_until_saved()
    planned.closes()
    again = start()
    again.waits_until(lambda: again.clearway.browsing.total == 1)
    again.presses("Open")
    again.waits_until(lambda: again.window.session is not None)
    (box,) = [box for box in again.engagement.current.agenda if box.spent]
    assert box.since is None
    assert 4 * 60 <= box.spent < 5 * 60
    again.presses_key(Qt.Key.Key_N, ALT)
    assert [b.id for b in again.engagement.current.agenda if b.since] == [box.id]


def test_an_emptied_minutes_field_waits_for_a_number(planned: Facilitator) -> None:
    field = planned.field("Minutes")
    field.setFocus()
    field.selectAll()
    planned.presses_key(Qt.Key.Key_Delete)
    assert field.text() == ""  # type: ignore[union-attr]
    planned.types("7")
    assert planned.engagement.current.agenda[-1].minutes == 7


def test_minutes_are_figures_and_at_most_a_day_of_work(planned: Facilitator) -> None:
    field = planned.field("Minutes")
    field.setFocus()
    for typed, minutes in (("8,", 8), ("+9", 9), ("-8", 8), ("1,0", 10), ("999", 480)):
        field.selectAll()
        planned.types(typed)
        assert planned.engagement.current.agenda[-1].minutes == minutes
        assert field.text() == str(minutes)  # type: ignore[union-attr]


def test_the_clock_goes_with_one_key_in_any_field(planned: Facilitator) -> None:
    assert "The agenda has not begun" in planned.reads()
    planned.field("What for").setFocus()
    planned.presses_key(Qt.Key.Key_N, ALT)
    assert "Welcome and how we work" in planned.reads()
    assert "on time" in planned.reads()
    back_in_time(planned, 9)
    assert "4 min behind" in planned.reads()
    planned.presses_key(Qt.Key.Key_M, ALT)
    assert "5 min behind" in planned.reads()
    assert "left" in planned.reads()
    planned.presses_key(Qt.Key.Key_P, ALT)
    assert "paused" in planned.reads()
    planned.presses_key(Qt.Key.Key_N, ALT)
    planned.presses_key(Qt.Key.Key_N, ALT)
    assert "Business need" in planned.reads()
    assert planned.engagement.current.agenda[0].spent >= 9 * 60


def test_when_behind_it_proposes_what_to_shorten_and_one_key_does(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_N, ALT)
    assert "Shorten" not in planned.reads()
    back_in_time(planned, 11)
    assert "6 min behind" in planned.reads()
    assert "Shorten Business need by 4 and Technical debt by 2 min." in planned.reads()
    assert "Then still" not in planned.reads()
    planned.presses_key(Qt.Key.Key_S, ALT)
    assert "on time" in planned.reads()
    assert sum(box.added for box in planned.engagement.current.agenda) == -6


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_a_box_that_is_over_its_time_says_by_how_much_in_whole_words(planned: Facilitator, language: str) -> None:
    """What of it is left has nothing to say any more, and its words take the room."""
    speak(catalogue(language))
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 25)
    strip = planned.window.findChildren(PaceStrip)[0]
    strip.refresh()
    planned.comes_to_rest()
    speak(catalogue("en"))
    said = strip._time

    assert strip._of.isHidden()
    assert said.isVisible()
    assert said.heightForWidth(said.width()) <= said.height()


def test_it_says_what_the_proposal_leaves_uncovered(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 65)
    assert "60 min behind" in planned.reads()
    possible = sum(cut for _, cut in Pacing(planned.session).to_shorten())
    assert 0 < possible < 60
    assert f"Then still {60 - possible} min late." in planned.reads()


def test_the_strip_names_what_comes_next_and_the_keys(planned: Facilitator) -> None:
    planned.window.resize(QSize(1366, 900))
    planned.presses_key(Qt.Key.Key_N, ALT)
    assert "then Business need" in planned.reads()
    for keys in ("Alt+N", "Alt+M", "Alt+P"):
        assert planned.finds(Cap, keys)
    assert "Alt+S" not in planned.reads()
    back_in_time(planned, 11)
    assert "Alt+S" in planned.reads()


def test_an_agenda_that_is_done_is_not_called_paused(planned: Facilitator) -> None:
    for _ in range(len(titles(planned)) + 1):
        planned.presses_key(Qt.Key.Key_N, ALT)
    assert "The agenda is done" in planned.reads()
    assert "paused" not in planned.reads()


def test_a_new_box_and_a_moved_one_stay_in_sight(planned: Facilitator) -> None:
    planned.window.resize(QSize(1024, 660))
    planned.presses("Full day")
    planned.types_into("What for", "Last")
    for _ in range(5):
        planned.presses_key(Qt.Key.Key_Return)
    planned.comes_to_rest()
    planned.waits_until(lambda: wholly_in_sight(planned.keyboard_goes_to()))
    assert planned.keyboard_goes_to().accessibleName() == "Minutes"
    for _ in titles(planned):
        planned.presses_key(Qt.Key.Key_Up, ALT)
    assert titles(planned)[0] == ""
    planned.comes_to_rest()
    planned.waits_until(lambda: wholly_in_sight(planned.keyboard_goes_to()))


def test_the_rail_has_room_for_the_clock_while_the_room_is_live(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_F5)
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 20)
    assert "15 min behind" in planned.reads()
    rail = planned.window.rail
    for size in ((1024, 660), (1366, 768), (1366, 860), (1600, 900), (1920, 1080)):
        planned.window.resize(QSize(*size))
        planned.comes_to_rest()
        planned.waits_until(lambda: not clipped(rail) + overlapping(rail))


@pytest.mark.parametrize("size", [(1093, 614), (1366, 768)])
@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_every_step_is_in_sight_while_the_clock_proposes_something(
    planned: Facilitator, size: tuple[int, int], language: str
) -> None:
    """With a client of a long name, and something that was not understood."""
    speak(catalogue(language))
    planned.window.resize(QSize(*size))
    client, pilot = planned.engagement.client, planned.engagement.pilot
    long = replace(client, name="West Riding and Harrogate Imaging Collaborative, on behalf of the fund")
    planned.session.edit(act_called("Names"), long, replace(pilot, name="Image-reading for chest films in six trusts"))
    planned.types_into("Started", "31 feb")
    planned.presses_key(Qt.Key.Key_Tab)
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 65)
    planned.comes_to_rest()
    rail = planned.window.rail
    speak(catalogue("en"))

    assert rail.pace._advice.isVisible()
    assert rail.room._check.isHidden()
    planned.waits_until(lambda: wholly_in_sight(rail._steps[Step.REPORT]))
    planned.presses_key(Qt.Key.Key_S, ALT)
    back_in_time(planned, -65)
    planned.waits_until(rail.room._check.isVisible)


def test_time_really_spent_is_shown_for_next_time(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 8)
    planned.presses_key(Qt.Key.Key_N, ALT)
    planned.waits_until_saved()
    planned.goes_to(Step.LIBRARY)
    planned.begins("Second client", "Second pilot")
    planned.goes_to(Step.PREPARE)
    planned.presses("90 minutes")
    planned.window.resize(QSize(1366, 768))
    next(row for row in planned.window.findChildren(AgendaRow) if row.isVisible()).title.setFocus()
    planned.waits_until(lambda: "usually 8 min" in planned.reads())


def test_an_answer_that_comes_when_its_page_is_gone_does_no_harm(planned: Facilitator) -> None:
    pacing = Pacing(planned.session)
    answers: list[object] = []
    pacing.usual_known.connect(answers.append)
    form = AgendaForm(pacing)
    form.deleteLater()
    QApplication.sendPostedEvents(form, QEvent.Type.DeferredDelete.value)
    planned.waits_until(lambda: bool(answers))


def test_an_answer_that_comes_when_whoever_asked_is_gone_does_no_harm(planned: Facilitator) -> None:
    pacing, later = Pacing(planned.session), []
    pacing.ask_usual()
    pacing.deleteLater()
    QApplication.sendPostedEvents(pacing, QEvent.Type.DeferredDelete.value)
    planned.session.ask(lambda library: True, later.append)
    planned.waits_until(lambda: bool(later))


def test_the_room_reads_the_plan_and_never_the_clock(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_F5)
    planned.presses_key(Qt.Key.Key_N, ALT)
    back_in_time(planned, 20)
    control = planned.room
    page: Any = control.presenter.view.page
    assert isinstance(page, RoomWelcome)
    first = page.agenda[0]
    assert (first.time, first.length, first.what) == ("", "5 min", "Welcome and how we work")
    assert "behind" not in repr(page)


def test_nothing_is_saved_as_time_passes(planned: Facilitator) -> None:
    planned.presses_key(Qt.Key.Key_N, ALT)
    planned.waits_until_saved()
    before = planned.engagement
    moments: list[datetime] = [utc_now()]
    planned.waits_until(lambda: (utc_now() - moments[0]).total_seconds() > 1.5)
    assert planned.engagement is before
    assert Pacing(planned.session).pace().left < 300


def test_an_agenda_of_any_length_can_be_read_from_the_last_row(planned: Facilitator) -> None:
    pacing = Pacing(planned.session)
    for _ in range(30):
        pacing.change(pacing.add(), "title", "word " * 60)
    planned.presses_key(Qt.Key.Key_F5)
    control = planned.room
    page: Any = control.presenter.view.page
    assert len(page.agenda) == 8
    assert page.agenda[-1].what == "and 28 more parts"
    assert sum(part.minutes for part in page.agenda) == sum(box.minutes for box in planned.engagement.current.agenda)
    assert all(len(part.what) <= 96 for part in page.agenda)


def test_a_box_that_is_gone_is_neither_removed_nor_moved_nor_changed_again(planned: Facilitator) -> None:
    pacing = Pacing(planned.session)
    box = pacing.agenda[1]
    pacing.remove(box.id)
    gone = planned.engagement
    pacing.remove(box.id)
    pacing.shift(box.id, 1)
    pacing.change(box.id, "minutes", 5)
    assert planned.engagement is gone
