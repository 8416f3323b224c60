"""An act without a ground that begins a line, or ends one, has its words on the edge of its column."""

from __future__ import annotations

from pathlib import Path

import pytest
from facilitator import Facilitator
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from test_replies import drops

from desktop.console.page import side_margin
from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.phase_map import PhaseMap
from desktop.console.steps import Step
from desktop.widgets.flow import FRAME, PADDING
from desktop.widgets.overlay import uncover
from desktop.widgets.parts.scrolled import ColumnScroll
from models.values.sought import the_first

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(facilitator: Facilitator) -> Facilitator:
    facilitator.opens_the_sample()
    facilitator.waits_until_saved()
    return facilitator


def begins(widget: QWidget) -> int:
    """Where its words do, from the left of the window."""
    inside = 0
    if isinstance(widget, QAbstractButton) and widget.property("edge") != "left":
        inside = PADDING + FRAME
    return widget.mapTo(widget.window(), QPoint()).x() + inside


def labels(reader: Facilitator) -> list[QLabel]:
    return reader.window.findChildren(QLabel)


def ends(widget: QWidget) -> int:
    inside = 0
    if isinstance(widget, QAbstractButton) and widget.property("edge") != "right":
        inside = PADDING + FRAME
    return widget.mapTo(widget.window(), QPoint()).x() + widget.width() - inside


def test_what_can_be_taken_back_begins_the_foot_of_the_list_where_nothing_is_known_before_it(
    reader: Facilitator,
) -> None:
    reader.goes_to(Step.LIBRARY)
    for width in (1366, 1000):
        reader.window.resize(QSize(width, 760))
        reader.waits_until(lambda: begins_the_foot(reader))


def begins_the_foot(reader: Facilitator) -> bool:
    seen = [b for b in reader.window.library_page.findChildren(QAbstractButton) if b.isVisible()]
    foot = [b for b in seen if b.accessibleName().startswith(("Backups:", "Undo:"))]
    head = next((w for w in labels(reader) if w.isVisible() and w.text() == "One action overdue"), None)
    return bool(foot) and head is not None and min(map(begins, foot)) == begins(head)


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_what_scrolls_ends_where_its_foot_does_and_what_does_not_scroll(reader: Facilitator, width: int) -> None:
    reader.window.resize(QSize(width, 768))
    reader.goes_to(Step.PLAYBOOK)
    page = reader.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    scrolled = set()

    def flush() -> bool:
        foot = next(b for b in page.findChildren(QAbstractButton) if shown_primary(b))
        ends_at = {w.mapTo(reader.window, QPoint(w.width(), 0)).x() for w in (*page.findChildren(PhaseMap), foot)}
        return ends_at == {reader.window.width() - side_margin(width)}

    for stop in page.model.stops[:5]:
        page.show_stop(stop.key)
        reader.comes_to_rest()
        reader.waits_until(flush)
        area = next(a for a in page.findChildren(ColumnScroll) if a.isVisible())
        scrolled.add(area.bar.isVisible())
    assert scrolled == {True, False}


def shown_primary(button: QAbstractButton) -> bool:
    return button.isVisible() and button.property("role") == "primary"


def test_acts_on_what_was_done_begin_below_one_another(reader: Facilitator) -> None:
    reader.window.resize(QSize(1024, 640))
    reader.presses_key(Qt.Key.Key_H, CONTROL)
    reader.comes_to_rest()
    acts = [reader.finds(QAbstractButton, name) for name in ("Go to where it happened", "Restore this state")]
    assert acts[0].mapTo(reader.window, QPoint()).y() != acts[1].mapTo(reader.window, QPoint()).y()
    assert begins(acts[0]) == begins(acts[1])


def test_what_is_done_with_a_reply_begins_where_the_reply_does(reader: Facilitator, tmp_path: Path) -> None:
    reader.goes_to(Step.REPORT)
    odd = tmp_path / "odd.pdf"
    odd.write_bytes(b"no PDF")
    drops(reader, odd)
    reader.waits_until(lambda: any(w.isVisible() and w.property("role") == "danger" for w in labels(reader)))
    said = next(w for w in labels(reader) if w.isVisible() and w.property("role") == "danger")
    reader.comes_to_rest()
    assert begins(reader.finds(QAbstractButton, "Put it away")) == begins(said)


def test_the_acts_at_the_ends_of_a_card_are_flush_with_it(reader: Facilitator) -> None:
    reader.goes_to(Step.LIBRARY)
    reader.clearway.locking.change(None, "a passphrase for the test")
    reader.waits_until(lambda: reader.clearway.locking.has_passphrase)
    reader.window.lock.show_card()
    reader.comes_to_rest()
    field = next(line for line in reader.window.findChildren(QLineEdit) if line.accessibleName() == "New passphrase")
    assert begins(reader.finds(QAbstractButton, "Remove it")) == begins(field)
    uncover(reader.window)
    reader.window.library_page.hand_over(the_first(reader.clearway.browsing.shown))
    reader.comes_to_rest()
    said = next(w for w in reader.window.findChildren(QLabel) if w.isVisible() and w.text().startswith("One sealed"))
    assert ends(reader.finds(QAbstractButton, "Leave it")) == said.mapTo(reader.window, QPoint()).x() + said.width()


def test_the_keys_stand_where_they_do_later_before_anything_is_open(facilitator: Facilitator) -> None:
    facilitator.window.resize(QSize(1366, 768))
    facilitator.comes_to_rest()
    before = middle(facilitator.finds(QAbstractButton, "Keys"))
    facilitator.opens_the_sample()
    facilitator.waits_until_saved()
    facilitator.waits_until(lambda: middle(facilitator.finds(QAbstractButton, "Keys")) == before)


def middle(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), widget.rect().center()).x()
