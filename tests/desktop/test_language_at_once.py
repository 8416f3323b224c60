"""Another language is spoken as soon as it is chosen: in the window, on the page one is on, and in the room."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from weakref import ref

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.console.diagnose.page import DiagnosePage
from desktop.console.plan.decide.decide_view import DecideView
from desktop.console.plan.page import PlanPage
from desktop.console.settings.card import SettingsCard
from desktop.console.steps import Step
from desktop.console.window import ConsoleWindow
from desktop.settings import LANGUAGE
from desktop.view_models.room.pages import RoomVoting
from desktop.view_models.room.showing import Showing
from desktop.words import gettext, speak, spoken


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    before = spoken()
    yield
    speak(before)


@pytest.fixture
def live(facilitator: Facilitator) -> Facilitator:
    """Someone in a call that sees the room's window, on a warning sign of the sample."""
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.DIAGNOSE)
    facilitator.presses_key(Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    facilitator.waits_until(lambda: facilitator.room.presenter.showing is Showing.LIVE)
    return facilitator


def speaks(facilitator: Facilitator, language: str) -> SettingsCard:
    """Chooses it in the settings, from the keyboard; they stay open."""
    if not facilitator.window.findChildren(SettingsCard):
        QTest.keySequence(facilitator.window, QKeySequence("Ctrl+,"))
        (card,) = facilitator.window.findChildren(SettingsCard)
        card.fields[LANGUAGE].setFocus()
    offered = LANGUAGE.offered()
    while (now := spoken_by(facilitator)) != language:
        before, on = facilitator.window, offered.index(language) > offered.index(now)
        QTest.keyClick(before.focusWidget(), Qt.Key.Key_Right if on else Qt.Key.Key_Left)
        facilitator.waits_until(partial(another_than, facilitator, before))
    (card,) = facilitator.window.findChildren(SettingsCard)
    assert card.isAncestorOf(facilitator.window.focusWidget())
    return card


def test_settings_have_the_same_sections_in_another_language(facilitator: Facilitator) -> None:
    facilitator.waits_until(lambda: facilitator.window.settings.hub is not None)
    before = len(speaks(facilitator, "en").sections)
    assert len(speaks(facilitator, "de").sections) == before


def diagnosing(facilitator: Facilitator) -> DiagnosePage:
    page = facilitator.window.pages[Step.DIAGNOSE]
    assert isinstance(page, DiagnosePage)
    return page


def deciding(facilitator: Facilitator) -> DecideView:
    page = facilitator.window.pages[Step.PLAN]
    assert isinstance(page, PlanPage)
    return page.decide_view


def another_than(facilitator: Facilitator, before: ConsoleWindow) -> bool:
    return facilitator.window is not before


def spoken_by(facilitator: Facilitator) -> str:
    return str(facilitator.clearway.settings.value(LANGUAGE.key, "en"))


def changes_to(facilitator: Facilitator, language: str) -> None:
    """Chooses it, and goes back to where the keyboard was."""
    QTest.keyClick(speaks(facilitator, language), Qt.Key.Key_Escape)
    facilitator.waits_until(lambda: not facilitator.window.findChildren(SettingsCard))


def test_a_vote_goes_on_in_another_language_and_so_does_what_the_room_sees(live: Facilitator) -> None:
    live.types("v1")
    live.presses_key(Qt.Key.Key_Return)
    live.types("2")
    control, view = live.room, live.room.room
    card = speaks(live, "de")
    assert card.accessibleName() == "Einstellungen"
    assert (live.room, control.room) == (control, view)
    assert view.isVisible()
    assert "Abstimmung läuft" in view.accessibleDescription()
    assert isinstance(control.presenter.view.page, RoomVoting)
    changes_to(live, "de")
    panel = diagnosing(live).panel
    assert (panel.hands.place, panel.hands.field.text()) == (1, "2")
    assert live.keyboard_goes_to() is panel.hands.field
    live.presses_key(Qt.Key.Key_Return)
    assert panel.hands.place == 2

    live.window.escape()
    live.window.escape()
    assert live.showing is Showing.HELD
    changes_to(live, "en")
    held = control.presenter.view.page
    assert live.showing is Showing.HELD
    assert "Voting is open" in view.accessibleDescription()
    assert live.window.rail.room._word.text() == "HELD"
    diagnosing(live).show_sign(live.session.method.signs[5].id)
    changes_to(live, "de")
    assert control.presenter.view.page == held  # the facilitator has left it: it stays word for word
    live.presses_key(Qt.Key.Key_F5)
    assert live.showing is Showing.LIVE
    assert "Warnzeichen" in view.accessibleDescription()


def test_a_note_is_typed_on_where_it_was_and_undo_and_a_search_stay(live: Facilitator) -> None:
    live.goes_to(Step.LIBRARY)
    live.types_into("Search", "xyz")
    live.goes_to(Step.DIAGNOSE)
    live.types("nThe rota is")
    before = len(live.session.current.notes)
    changes_to(live, "de")
    live.types(" hers")
    assert [note.text for note in live.session.current.notes][-1] == "The rota is hers"
    assert len(live.session.current.notes) == before
    live.window.history().undo()
    live.window.history().undo()
    assert len(live.session.current.notes) == before - 1
    live.goes_to(Step.LIBRARY)
    assert live.finds(QLineEdit, gettext("Search")).text() == "xyz"
    assert live.clearway.browsing.search == "xyz"


def test_what_is_typed_of_a_proposal_and_kept_nowhere_is_typed_again(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_1)
    form = deciding(facilitator).form
    facilitator.types("a")
    facilitator.types_into(form.owner.accessibleName(), "don")
    facilitator.types_into("Due", "15 jan")
    before = ref(facilitator.window)
    changes_to(facilitator, "de")
    form = deciding(facilitator).form
    assert (form.owner.text()[:3].lower(), form.due.text()) == ("don", "15 jan")
    assert facilitator.keyboard_goes_to() is form.due
    gc.collect()
    assert before() is None  # else it would go on hearing of everything


def test_every_page_stays_in_front(facilitator: Facilitator, long: bool) -> None:
    facilitator.opens_the_sample()
    facilitator.waits_until_saved()
    before, languages = [ref(facilitator.window)], cycle(("de", "fr"))
    for step in Step if long else (Step.REPORT,):
        facilitator.goes_to(step)
        changes_to(facilitator, next(languages))
        assert facilitator.window.step is step
        assert facilitator.window.page.accessibleName() in (step.title, "")
        assert facilitator.window.isVisible()
        before.append(ref(facilitator.window))
    QApplication.processEvents()
    gc.collect()
    assert {window() for window in before[:-1]} == {None}
