"""What was captured uses the width there is: in a wide window what was said under two signs stands side by side."""

from __future__ import annotations

from facilitator import Facilitator
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.console.results.page import Part, ResultsPage
from desktop.console.steps import Step
from desktop.widgets.note_list import NoteEditor
from models.values.terms import NoteKind


def test_two_columns_where_there_is_room_and_each_sign_in_one_of_them(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.goes_to(Step.RESULTS)
    page = facilitator.window.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    page.show_part(Part.CAPTURED)
    shown = page.findChildren(NoteEditor)
    wide, narrow = QSize(1920, 1080), QSize(1366, 768)
    for size, columns in ((wide, 2), (narrow, 1), (wide, 2)):
        facilitator.window.resize(size)
        facilitator.waits_until(lambda n=columns: len({left(one, page) for one in shown if one.isVisible()}) == n)
        entries = sorted((one for one in shown if one.isVisible()), key=lambda one: (top(one, page), left(one, page)))
        assert len(entries) > 20
        assert ends(entries, page) <= page.width()
        assert sum(one.begins for one in entries) > 10
        heads = [place_of(one) for one in entries if one.begins]
        assert heads == sorted(heads), "read from left to right, sign after sign"
    assert ends(entries, page) > page.width() * 0.8


def test_a_new_entry_comes_into_the_columns_with_the_cursor_in_it(facilitator: Facilitator) -> None:
    facilitator.opens_the_sample()
    facilitator.window.resize(1920, 1080)
    facilitator.goes_to(Step.RESULTS)
    page = facilitator.window.pages[Step.RESULTS]
    assert isinstance(page, ResultsPage)
    facilitator.presses_key(Qt.Key.Key_N)
    facilitator.types("On the pilot as a whole")
    shown = [one for one in page.findChildren(NoteEditor) if one.isVisible()]
    first = min(shown, key=lambda one: (top(one, page), left(one, page)))
    assert first.text.toPlainText() == "On the pilot as a whole"
    assert first.text.hasFocus()
    kept = [note.text for note in facilitator.engagement.current.notes if note.kind is NoteKind.NOTE]
    assert first.text.toPlainText() in kept


def place_of(editor: NoteEditor) -> int:
    """The number of the sign over it."""
    said = next(one.text() for one in editor.findChildren(QPushButton) if one.text().startswith("Sign "))
    return int(said.partition(":")[0].removeprefix("Sign "))


def left(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, QPoint()).x()


def top(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, QPoint()).y()


def ends(parts: list[NoteEditor], page: QWidget) -> int:
    return max(left(part, page) + part.width() for part in parts)
