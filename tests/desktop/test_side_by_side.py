"""All pilots side by side, from the library: what presses in them, pages and workbook, the practice's own wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from facilitator import Facilitator
from pypdf import PdfReader
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFileDialog

from desktop.console.across import standing_rows
from desktop.console.across.overlay import SideBySideOverlay
from desktop.console.across.standing_rows import ROW, StandingRow
from desktop.console.steps import Step
from desktop.view_models.room.across.pages import RoomPortfolio
from models.plan.plan import accepted_actions
from models.values.sentence import act_called
from models.values.terms import Progress


@pytest.fixture
def practice(facilitator: Facilitator) -> Facilitator:
    """The sample with an action overdue and one held up, and the library in front."""
    facilitator.opens_the_sample()
    session = facilitator.session
    first, second, *others = accepted_actions(session.current)
    today = date.today()
    moved = [replace(one, due=today + timedelta(days=200)) for one in others]
    late, held = replace(first, due=today - timedelta(days=3)), replace(second, due=None, progress=Progress.BLOCKED)
    session.edit(act_called("Move"), late, held, *moved)
    facilitator.waits_until_saved()
    facilitator.goes_to(Step.LIBRARY)
    facilitator.presses("Portfolio…")
    facilitator.waits_until(lambda: "Leak Watch, Arkenby Water: 1 overdue, 1 held up" in items(facilitator))
    return facilitator


def card(practice: Facilitator) -> SideBySideOverlay:
    (found,) = practice.window.findChildren(SideBySideOverlay)
    return found


def items(practice: Facilitator) -> str:
    found = card(practice).list
    return "\n".join(found.item(row).text() for row in range(found.count()))


def test_what_presses_is_told_and_leads_to_the_engagement(practice: Facilitator) -> None:
    first = accepted_actions(practice.session.current)[0]
    assert first.title in items(practice)
    assert "3 days late" in items(practice)
    assert "Due later" not in items(practice)
    rows = [card(practice).list.item(place).data(ROW) for place in range(3)]
    assert [(row.number, row.title) for row in rows[:2]] == [("", "Leak Watch"), (str(first.position), first.title)]
    assert [row.presses for row in rows] == [False, True, False], "only what is late"
    practice.presses_key(Qt.Key.Key_Down)
    card(practice).list.itemActivated.emit(card(practice).list.item(0))
    practice.waits_until(lambda: practice.window.step is not Step.LIBRARY)


def test_how_a_pilot_stands_is_never_cut_where_there_is_room(
    practice: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = list[str]()

    def noted(painter: QPainter, place: QRect, font: QFont, colour: str, text: str, *, right: bool = False) -> None:
        shown.append(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width()))

    monkeypatch.setattr(standing_rows, "paint_line", noted)
    told, found = "en retard\u00a0: 1, 0 sur 22 faites", card(practice).list
    for count in range(30):
        found.item(0).setData(ROW, StandingRow("", "Leak Watch", "Arkenby Water", told + "i" * count))
        found.grab()
    assert [text for text in shown if text.startswith("en retard") and text.endswith("…")] == []


def test_owners_begin_below_one_another(practice: Facilitator, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = set[int]()

    def noted(painter: QPainter, place: QRect, font: QFont, colour: str, text: str, *, right: bool = False) -> None:
        if text in ("Ana Ruiz", "Ben Okoro"):
            begin.add(place.left())

    monkeypatch.setattr(standing_rows, "paint_line", noted)
    found, rows = card(practice).list, card(practice)._rows
    told = ("due 4 December 2026", "due 20 November 2026; 9 days late")
    rows.stand_below_one_another(told)
    for owner, how in zip(("Ana Ruiz", "Ben Okoro"), told, strict=True):
        found.item(1).setData(ROW, StandingRow("3", "An action", owner, how))
        found.grab()
    assert len(begin) == 1


def test_it_goes_to_pages_and_to_a_workbook(practice: Facilitator, tmp_path: Path) -> None:
    for act, name in (("Pages (PDF)…", "pilots.pdf"), ("Workbook…", "pilots.xlsx")):
        practice.presses(act)
        (dialog,) = practice.window.findChildren(QFileDialog)
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.close()
        practice.waits_until((tmp_path / name).exists)
        practice.waits_until(lambda: "Saved as" in practice.reads())
    assert "Leak Watch" in PdfReader(tmp_path / "pilots.pdf").pages[0].extract_text()


def test_on_the_wall_a_client_s_room_sees_nothing_any_more_and_escape_takes_it_off(practice: Facilitator) -> None:
    overlay = card(practice)
    control = practice.window.door.opened(practice.session)
    practice.window.show_room()
    assert control.presenter.presenting
    practice.presses("On the wall")
    assert overlay._wall is not None
    assert not control.presenter.presenting
    view = overlay._wall._room.view
    assert view is not None
    assert isinstance(view.page, RoomPortfolio)
    assert [pilot.name for pilot in view.page.pilots] == ["Leak Watch"]
    practice.qtbot.keyClick(overlay._wall._room, Qt.Key.Key_Escape)
    assert not overlay._wall.on
    practice.presses("On the wall")
    overlay.put_away()
    assert practice.window.isVisible()
