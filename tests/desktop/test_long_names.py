"""A name longer than any screen can show is cut while it is typed, with a hint; thousands of marks lie apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import QApplication, QStyleOptionComboBox, QToolTip
from pytestqt.qtbot import QtBot

from desktop.console.plan.picture import mark_places
from desktop.console.plan.picture.mark_places import FAR, NEAR, spots_of
from desktop.console.plan.title_field import TitleField
from desktop.console.steps import Step
from desktop.system.long_text import with_numbers_kept
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.fields import LineField, TextField
from desktop.widgets.labels import label
from desktop.widgets.parts.by_width import balanced_width, width_without_lone_word
from models.values.lengths import LONGEST_NAME
from models.values.sentence import act_called

CTRL = Qt.KeyboardModifier.ControlModifier


def pastes(facilitator: Facilitator, text: str) -> None:
    QApplication.clipboard().setText(text)
    facilitator.presses_key(Qt.Key.Key_V, CTRL)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("le 4 décembre à 7 h 30 du matin", "le 4_décembre à 7_h_30_du matin"),
        ("am 4. Dezember, 12 % davon", "am 4._Dezember, 12 % davon"),
        ("in 2026. Danach", "in 2026. Danach"),
        ("Lack of a lead  ·  no date", "Lack of a lead__·  no date"),
    ],
)
def test_no_line_ends_within_a_date_or_an_hour(text: str, held: str) -> None:
    assert with_numbers_kept(text).replace("\u00a0", "_") == held


def test_a_pilots_name_is_cut_with_a_hint(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PREPARE)
    field = facilitator.field("Pilot")
    field.setFocus()
    field.selectAll()
    pastes(facilitator, "x" * 90_000)
    assert facilitator.engagement.pilot.name == "x" * LONGEST_NAME
    assert QToolTip.text() == "At most 300 letters stand here."


def test_an_actions_title_is_cut_where_the_cursor_stands(facilitator: Facilitator) -> None:
    facilitator.begins("Harbour Trust", "Berth planner")
    facilitator.goes_to(Step.PLAN)
    facilitator.presses_key(Qt.Key.Key_N)
    pastes(facilitator, "y" * LONGEST_NAME)
    facilitator.types("z")
    (action,) = facilitator.engagement.current.actions
    assert action.title == "y" * LONGEST_NAME
    assert QToolTip.text() == "At most 300 letters stand here."


def test_a_longer_name_that_was_taken_once_is_not_cut_off_by_being_shown(facilitator: Facilitator) -> None:
    line, text = LineField("Name", longest=5), TextField("Title", longest=5)
    typed: list[str] = []
    for field in (line, text):
        facilitator.qtbot.addWidget(field)
        field.typed.connect(lambda text, _: typed.append(text))
        field.show_text("longer than that")
    assert (line.text(), text.toPlainText(), typed) == ("longer than that", "longer than that", [])


@pytest.mark.parametrize("spread", [0.0, 0.3], ids=["one place", "one row"])
def test_two_thousand_marks_are_placed_without_comparing_each_with_all(
    spread: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = 0
    at_once = mark_places.hypot

    def counted(*sides: float) -> float:
        nonlocal looked
        looked += 1
        return at_once(*sides)

    monkeypatch.setattr(mark_places, "hypot", counted)
    spots = spots_of([(100 + n * spread, 100.0) for n in range(2_000)], 25, 820, (400, 300))
    assert spots[0].at == (100.0, 100.0)
    assert sorted(n for spot in spots for n in spot.marks) == list(range(2_000)), "each is drawn or counted, once"
    assert looked < 2_000 * (len(NEAR) + len(FAR)) * 9 * 4


def test_marks_lie_apart_near_their_place_and_the_rest_is_counted() -> None:
    spots = spots_of([(100.0, 100.0)] * 30 + [(130.0, 110.0)] * 5, 25, 300, (180, 200))
    placed = [spot.at for spot in spots]
    gaps = [abs(complex(*a) - complex(*b)) for n, a in enumerate(placed) for b in placed[:n]]
    assert min(gaps) >= 25 * 0.95
    assert max(abs(complex(*at) - complex(100, 100)) for at in placed) <= 25 * 4
    assert sum(len(spot.marks) for spot in spots) == 35
    assert [spot.piled for spot in spots].count(True) == 1


def test_no_mark_moves_into_another_quarter_of_the_plane() -> None:
    spots = spots_of([(100.0, 100.0)] * 30, 25, 300, (110, 120))
    assert all(x <= 110 and y <= 120 for x, y in (spot.at for spot in spots))


def test_a_longer_title_that_was_taken_once_keeps_its_end_when_it_is_edited(facilitator: Facilitator) -> None:
    field, typed = TextField("Title", longest=5), list[str]()
    facilitator.qtbot.addWidget(field)
    field.typed.connect(lambda text, _: typed.append(text))
    field.show_text("longer than that")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    facilitator.qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert typed == ["onger than that"]


def test_a_file_with_a_long_name_is_taken_and_told(start: Callable[[], Facilitator], tmp_path: Path) -> None:
    facilitator = start()
    facilitator.begins("Harbour Trust", "Berth planner")
    long = "Berths " * 60
    pilot = facilitator.engagement.pilot
    facilitator.session.edit(act_called("As an earlier version let it in"), replace(pilot, name=long))
    facilitator.waits_until_saved()
    browsing, file = facilitator.clearway.browsing, tmp_path / "long.json"
    browsing.take_out(pilot.id, file)
    facilitator.waits_until(lambda: "Exported to" in facilitator.window.banner.text())

    browsing.bring_in(file)

    facilitator.waits_until(lambda: facilitator.engagement.id != pilot.id)
    assert facilitator.engagement.pilot.name == long
    said = "pilot.name has 420 letters and was taken as it is; at most 300 can be typed."
    assert facilitator.window.banner.text() == said


@pytest.mark.parametrize("shown", ["one\r\ntwo\r\nthree", "👩\u200d🔬 and 👩\u200d🔬"])
def test_the_cursor_stays_at_the_end_of_what_is_shown_anew(qtbot: QtBot, shown: str) -> None:
    """Two letters may be one place, and one letter two."""
    field = TextField("Note", "")
    qtbot.addWidget(field)
    field.show_text(shown + " and more that goes")
    field.moveCursor(QTextCursor.MoveOperation.End)

    field.show_text(shown)

    assert field.textCursor().atEnd()


def test_rows_pasted_into_a_title_become_one_line_and_its_end_is_cut(qtbot: QtBot) -> None:
    field = TitleField("Title", LONGEST_NAME)
    qtbot.addWidget(field)
    QApplication.clipboard().setText("\n".join(f"Row {n}\t{n}k" for n in range(60)))

    field.paste()

    assert len(field.toPlainText()) == LONGEST_NAME
    assert field.textCursor().atEnd()


def test_a_statement_leaves_no_remnant_in_its_last_line(dressed_app: QApplication) -> None:
    font = QApplication.font()
    text = "If the model gave bad answers on Monday morning, whose phone would ring?"
    whole = QFontMetrics(font).horizontalAdvance(text)
    room = round(whole * 0.8)
    assert balanced_width(text, font, room) < room, "a fifth of it stood alone"
    assert balanced_width(text, font, round(whole * 0.55)) == round(whole * 0.55), "both lines are long"
    assert balanced_width(text, font, whole + 10) == whole + 10, "it is one line"
    assert 0 < balanced_width("x" * 200 + " x", font, 300) <= 300, "a word is wider than any line"


def test_no_short_word_stands_alone_on_the_last_line(dressed_app: QApplication) -> None:
    font = QApplication.font()
    text = "How many days will each change take, and who owns it?"
    whole = QFontMetrics(font).horizontalAdvance(text)
    room = whole - 5
    narrower = width_without_lone_word(text, font, room)
    assert narrower < room, "one short word stood alone"
    assert narrower > room * 0.8, "and takes no more with it than it must"
    assert width_without_lone_word(text, font, round(whole * 0.8)) == round(whole * 0.8), "two words are company"
    assert width_without_lone_word("Whether it is so: notwithstanding", font, room) == room


def test_a_label_over_several_lines_leaves_no_word_alone(dressed_app: QApplication, qtbot: QtBot) -> None:
    text = "How many days will each change take, and who owns it?"
    made = label(text, "caption", wrap=True)
    qtbot.addWidget(made)
    made.show()
    wide = made.fontMetrics().horizontalAdvance(text) - 5
    made.resize(wide, 60)
    qtbot.waitUntil(lambda: made.contentsRect().width() < wide)
    made.resize(wide * 2, 60)
    qtbot.waitUntil(lambda: made.contentsRect().width() == wide * 2)


def test_a_choice_that_has_no_room_is_cut_with_a_sign_that_it_is(dressed_app: QApplication) -> None:
    field = ChoiceField("Owner", [("a", "Programme director for non-communicable diseases, central region")])
    field.resize(160, 32)
    shown = QStyleOptionComboBox()
    field.initStyleOption(shown)
    assert shown.currentText.endswith("…")
    assert field.currentText().endswith("region")
