"""The history as a page: acts by day and person, the engagement as it was, and what was restored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from desktop.command_line.drawing.screenshots import draw_history
from desktop.console.history.act_panel import from_the_difference
from desktop.console.history.comparing import Comparing
from desktop.console.history.page import HistoryPage
from desktop.console.steps import Step
from desktop.system.outgoing import OutgoingFolder
from desktop.system.programs import SystemPrograms
from desktop.view_models.past import acts
from desktop.view_models.reporting import MadeDocument
from desktop.view_models.sending import Sending
from models.engagement.engagement import Action, Note
from models.engagement.registers import RegisterEntry
from models.storage import Library
from models.values.sentence import act_called
from models.values.terms import NoteKind, RoundState
from reports.documents.kinds import DocumentKind

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def rated(facilitator: Facilitator) -> Facilitator:
    """Two signs were rated one after the other, then the first again."""
    facilitator.rates_the_first_sign()
    facilitator.presses_key(Qt.Key.Key_Return)
    facilitator.presses_key(Qt.Key.Key_3)
    facilitator.presses_key(Qt.Key.Key_PageUp)
    facilitator.presses_key(Qt.Key.Key_0)
    facilitator.waits_until_saved()
    return facilitator


def history(at: Facilitator) -> HistoryPage:
    at.presses_key(Qt.Key.Key_H, CONTROL)
    page = at.window.page
    assert isinstance(page, HistoryPage)
    at.waits_until(lambda: page.model.complete and page.model.then is not None)
    return page


def chooses(at: Facilitator, page: HistoryPage, number: int) -> None:
    """The act that is so many below the newest."""
    for _ in range(number):
        at.presses_key(Qt.Key.Key_Down)
    at.waits_until(lambda: page.model.chosen is page.model.shown[number] and page.model.then is not None)


def said(at: Facilitator) -> str:
    labels = at.window.findChildren(QLabel)
    return "\n".join(found.text() for found in labels if found.isVisible()).replace("\u200b", "")


def test_acts_stand_under_their_day_with_what_each_changed(rated: Facilitator) -> None:
    page = history(rated)
    newest, *_, oldest = page.model.shown
    assert str(oldest.label).startswith("New engagement")
    assert len(page.model.shown) == page.model.total == 6
    assert page.model.chosen is newest
    assert "Who did what, since " in said(rated)
    rated.waits_until(lambda: "Answer" in said(rated))
    assert "2 signs answered" in said(rated)
    chooses(rated, page, 2)
    assert "1 sign answered" in said(rated)


def test_a_sign_that_nobody_knows_of_is_not_counted_as_answered(rated: Facilitator) -> None:
    rated.presses_key(Qt.Key.Key_K)
    rated.waits_until_saved()
    history(rated)
    assert len(rated.engagement.current.ratings) == 2
    assert "1 sign answered" in said(rated), "as the rail counts"


def test_the_history_is_drawn_with_its_picture(rated: Facilitator) -> None:
    drawn = []

    def draw(name: str) -> Path:
        page = rated.window.page
        assert isinstance(page, HistoryPage)
        drawn.append(page.panel.picture.drawn)
        return Path(name)

    assert list(draw_history(rated.clearway, draw)) == [Path("history")]
    assert drawn == [True]


def overlapping(places: list[QRect]) -> list[tuple[int, int]]:
    return [(n, m) for m in range(len(places)) for n in range(m) if places[n].intersects(places[m])]


def test_an_act_that_changed_more_than_fits_is_scrolled_and_nothing_lies_over_another(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(1024, 640)
    page = history(facilitator)
    facilitator.comes_to_rest()
    texts = [text for text in page.panel.findChildren(QLabel) if text.isVisible() and text.text() and text.wordWrap()]
    assert len(texts) > 10
    places = [QRect(text.mapTo(page.panel, text.rect().topLeft()), text.size()) for text in texts]
    assert [(texts[n].text(), texts[m].text()) for n, m in overlapping(places)] == []
    assert "186,400" in said(facilitator)
    assert "In the archive" not in said(facilitator)


def test_of_long_texts_one_sees_what_changed() -> None:
    text = (
        "Hold it at 38 districts until it has one accountable owner and a data feed that runs unattended, then release"
    )
    before, after = from_the_difference(f"{text} £50,000", f"{text} £58,000")
    assert (before, after) == ("… unattended, then release £50,000", "… unattended, then release £58,000")
    assert from_the_difference("one owner", "one owner more") == ("one owner", "one owner more")


def test_a_click_on_saved_leads_there_and_back(rated: Facilitator) -> None:
    saved = next(found for found in rated.window.rail.findChildren(QLabel) if found.text() == "Saved")
    rated.qtbot.mouseClick(saved, Qt.MouseButton.LeftButton)
    assert isinstance(rated.window.page, HistoryPage)
    rated.presses_key(Qt.Key.Key_H, CONTROL)
    assert rated.window.page is rated.window.pages[Step.DIAGNOSE]


def test_enter_goes_to_where_it_happened(rated: Facilitator) -> None:
    rated.goes_to(Step.PLAN)
    page = history(rated)
    chooses(rated, page, 1)
    rated.presses_key(Qt.Key.Key_Return)
    assert rated.window.step is Step.DIAGNOSE
    assert not isinstance(rated.window.page, HistoryPage)
    assert rated.session.method.signs[1].title in said(rated)
    assert rated.session.past is None


def test_as_it_was_is_looked_at_on_every_page_and_changed_on_none(rated: Facilitator, library_file: Path) -> None:
    now = rated.engagement
    page = history(rated)
    chooses(rated, page, 2)
    rated.presses_key(Qt.Key.Key_Space)
    assert rated.window.step is Step.DIAGNOSE
    assert "to be looked at only" in said(rated)
    assert len(rated.session.current.ratings) == 1
    then = rated.engagement
    for step in list(Step)[1:]:
        rated.window.go_to(step)
        assert rated.engagement is then
    rated.window.go_to(Step.DIAGNOSE)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3):
        rated.presses_key(key)
    rated.presses_key(Qt.Key.Key_Z, CONTROL)
    assert rated.engagement is then
    assert "Nothing has been changed" in rated.window.banner.text()
    rated.presses_key(Qt.Key.Key_H, CONTROL)
    assert rated.engagement is now
    assert "to be looked at only" not in said(rated)
    rated.window.close()
    rated.clearway.stop()
    with Library.open(library_file, who="Ann") as library:
        assert library.engagement(now.id) == now


def test_what_is_typed_into_what_was_goes_again_and_nothing_of_it_is_sent(rated: Facilitator) -> None:
    page = history(rated)
    chooses(rated, page, 2)
    rated.presses_key(Qt.Key.Key_Space)
    then = rated.engagement
    rated.window.go_to(Step.PREPARE)
    rated.presses("Brand")
    rated.types_into("Your practice", "steel")
    rated.presses_key(Qt.Key.Key_Return)
    assert rated.engagement is then
    assert rated.field("Your practice").text() == then.brand.practice
    sending = Sending(rated.session, SystemPrograms(), OutgoingFolder())
    sending.document = MadeDocument(DocumentKind.ACTION_PLAN, b"%PDF", 0, "plan.pdf", "A", ())
    told: list[str] = []
    sending.told.connect(told.append)
    sending.write()
    assert told == ["This is how it was, and is not sent: go back to now first."]


def test_the_room_keeps_its_page_while_one_looks_back(rated: Facilitator) -> None:
    rated.presses_key(Qt.Key.Key_F5)
    rated.waits_until(lambda: rated.session.presenting)
    control = rated.room
    shown = control.presenter.view.page
    page = history(rated)
    assert control.presenter.view.page == shown
    chooses(rated, page, 2)
    rated.presses_key(Qt.Key.Key_Space)
    for step in (Step.RESULTS, Step.PLAN, Step.DIAGNOSE):
        rated.window.go_to(step)
        assert control.presenter.view.page == shown
    rated.presses_key(Qt.Key.Key_F5)
    assert control.presenter.view.page == shown
    assert "go back to it first" in rated.window.banner.text()


def test_a_restored_state_is_one_act_that_undo_takes_back(rated: Facilitator) -> None:
    now = rated.engagement
    page = history(rated)
    chooses(rated, page, 2)
    then = page.model.then
    assert then is not None
    rated.presses_key(Qt.Key.Key_Return, CONTROL)
    assert rated.engagement == then
    assert "Undo takes that back" in rated.window.banner.text()
    rated.waits_until_saved()
    rated.presses_key(Qt.Key.Key_Z, CONTROL)
    assert rated.engagement == now
    rated.waits_until_saved()


def test_words_names_and_people_are_looked_for_in_everything_there_is(
    rated: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "PIECE", 7)
    session = rated.session
    for number in range(40):
        note = Note(id=f"note {number}", assessment_id=session.current.assessment.id, text=f"{number}")
        session.edit(act_called("Note “{said}”", said=f"number {number}x"), note)
    rated.waits_until_saved()
    rated.presses_key(Qt.Key.Key_H, CONTROL)
    page = rated.window.page
    assert isinstance(page, HistoryPage)
    rated.waits_until(lambda: bool(page.model.shown))
    page.search.setText("NOTE 3x")
    rated.waits_until(lambda: page.model.complete)
    assert [act.label.values["said"] for act in page.model.shown] == [
        "number 33x",
        "number 23x",
        "number 13x",
        "number 3x",
    ]
    page.search.setText("rate")
    rated.waits_until(lambda: len(page.model.shown) == 3)
    page.search.setText("today nobody")
    assert page.model.shown == []
    page.search.setText("")
    assert len(page.model.shown) == 46


def test_a_closed_round_is_not_restored_over_and_says_so(rated: Facilitator) -> None:
    session = rated.session
    closed = replace(session.current.assessment, state=RoundState.CLOSED, closed_on=date(2026, 11, 12))
    session.edit(act_called("Close the workshop"), closed)
    rated.waits_until_saved()
    now = rated.engagement
    page = history(rated)
    chooses(rated, page, 3)
    rated.presses_key(Qt.Key.Key_Return, CONTROL)
    assert rated.engagement is now
    assert "Round 1 was closed on 12 November 2026 and stays as it is" in rated.window.banner.text()


def test_the_page_stands_beside_the_act_in_small_and_now_beside_then(rated: Facilitator) -> None:
    page = history(rated)
    chooses(rated, page, 1)
    rated.waits_until(lambda: page.panel.picture.drawn)
    assert not page.panel.picture.grab().toImage().allGray(), "the page in its colours, not an empty frame"
    rated.presses_key(Qt.Key.Key_C)
    compared = page.findChild(Comparing)
    assert compared is not None
    assert not page.list.isVisible()
    assert "1 thing is not what it was" in said(rated)
    assert "Answer to “Success was measured in accuracy" in said(rated)
    rated.waits_until(lambda: compared.before.drawn and compared.after.drawn)
    assert compared.before.grab().toImage() != compared.after.grab().toImage()
    rated.presses_key(Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert not compared.isVisible()
    assert rated.session.past is None


def test_an_act_that_changed_things_of_several_pages_is_shown_where_it_is_seen(rated: Facilitator) -> None:
    """As the next round does, which takes over actions and registers."""
    session = rated.session
    item = next(item for item in session.method.items.values() if item.register)
    scope = session.current.assessment.id
    action = Action(assessment_id=scope, position=1, title="Taken over", phase=session.method.phases[0].id)
    entry = RegisterEntry(assessment_id=scope, register_id=item.register)
    note = Note(assessment_id=scope, kind=NoteKind.NOTE, text="Said", sign_id=session.method.signs[1].id)
    session.edit(act_called("Take over"), note, action, entry)
    rated.waits_until_saved()
    rated.window.resize(1024, 640)
    page = history(rated)
    assert page.panel.where() == (Step.PLAYBOOK, item.id)
    rated.waits_until(lambda: page.panel.picture.drawn)
    assert rated.keyboard_goes_to() is page.list, "the page in small takes no keyboard"
    bar = page.panel.findChildren(QScrollArea)[0].verticalScrollBar()
    assert (bar.value(), bar.maximum() > 0) == (0, True), "nor does it scroll what it lies in"
    rated.presses_key(Qt.Key.Key_Return)
    rated.waits_until(lambda: rated.window.step is Step.PLAYBOOK)
