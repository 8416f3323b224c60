"""What every page of an open engagement has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets.keys import KeyAct, name_of, pressed, take_everywhere
from desktop.widgets.labels import bring_into_sight, rule
from desktop.widgets.leaving import left_field
from desktop.widgets.parts.scrolled import ground_of, scrolled
from desktop.widgets.tab_order import tab_as_read

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.theme import Theme
    from desktop.view_models.room.pages import RoomPage
    from desktop.view_models.room.presenting import Presenter
    from desktop.view_models.session import EngagementSession
    from models.engagement.engagement import Record

WIDEST = 1680
"""Pixels: beyond that, lines get too long to read."""

NARROW, WIDE = 1200, 1800
"""Widths of the window, in pixels, below and from which a page has other margins."""
NARROW_MARGIN, MARGIN, WIDE_MARGIN = 24, 40, 64
TOP, ABOVE_FOOT, LOW = 20, 8, 700
"""Pixels above the statement of a page and above the line of a foot, and the height of a window below which there are
fewer."""


class Page(QWidget):
    """One page. It draws the session's snapshot and keeps nothing of its own that matters."""

    moved = Signal()
    """Another thing is shown on the page: another sign, another action."""
    passed = Signal(int)
    """Of what the page shows one at a time, the last was passed (1), or the first on the way back (-1)."""
    sign_wanted = Signal(str)
    """The person asked for a warning sign, by its id."""

    place_wanted = Signal(object, str)
    """The person asked for another page, by its `Step`, and something on it, by its id."""

    keys: ClassVar[tuple[KeyAct, ...]] = ()
    """What its keys do, in the order in which the overlay tells it."""

    concerns: frozenset[type[Record]] = frozenset()
    """The record types whose change makes the page draw itself anew."""

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.session = session
        self.theme = theme
        self._stale = True
        session.changed.connect(self._changed)
        take_everywhere(self, self.keys, self, Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        """Draws the snapshot as it stands."""
        raise TypeError(f"{type(self).__name__} does not say how it draws itself")

    def refresh_after(self, kinds: frozenset[type[Record]]) -> None:
        """Draws what a change to these records concerns; all of it, unless a page knows better."""
        self.refresh()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self.theme = theme
        self._stale = True
        if self.isVisible():
            self._stale = False
            self.refresh()

    def lay_out_ahead(self) -> None:
        """Fills and lays out the page before it is first wanted, so that it is there at once then."""
        if self._stale:
            self._stale = False
            self.refresh()
        self._settle_places()

    def _settle_places(self) -> None:
        for part in (self, *self.findChildren(QWidget)):
            part.ensurePolished()
            if (layout := part.layout()) is not None:
                layout.activate()

    def leave(self) -> None:
        """Called before the page goes for good."""

    def room_page(self, presenter: Presenter) -> RoomPage:
        """What the room sees while the facilitator is here: nothing of the page itself unless it says otherwise."""
        return presenter.welcome()

    def comes_next(self) -> str:
        """What the next key shows the room, in a few words; empty where the page cannot say."""
        return ""

    def step(self, steps: int) -> None:
        """On or back: past the page, unless it shows one thing after another."""
        self.passed.emit(steps)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files were dropped on the window, on pages that take some."""

    def take_paper(self, size: str) -> None:
        """Another paper is set for documents, on the page that shows them."""

    def show_place(self, place_id: str) -> None:
        """Goes to what has that id, on pages that are asked for something."""

    def stand_as(self, before: Self) -> None:
        """Takes the place that the same page had in another language: what is shown, opened and marked there."""

    def step_out(self) -> bool:
        """Closes the innermost of what is open on the page; False where nothing is."""
        return False

    def show_at(self, place_id: str, field: str = "") -> None:
        """Goes to what has that id, if any, and into the field of that name which was not understood there."""
        if place_id:
            self.show_place(place_id)
        fields = (f for f in self.findChildren(QLineEdit) if f.property("invalid") is True)
        found = next((f for f in fields if f.accessibleName() == field), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.ShortcutFocusReason)
            found.selectAll()
            bring_into_sight(found, MARGIN)

    def take_keys(self) -> None:
        """The keyboard goes where the page's keys work."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Called when the page comes to the front."""
        if self._stale:
            self._stale = False
            self.refresh()
        self.take_keys()

    @classmethod
    def key_acts(cls) -> tuple[KeyAct, ...]:
        """All that keys do on the page, for the overlay and the guide: with what they do in its parts."""
        return cls.keys

    def ends_field(self, event: QKeyEvent) -> bool:
        """Enter that a field makes nothing of ends the field, and is none for the page."""
        return name_of(event) == "Enter" and left_field(self, self.take_keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.ends_field(event) and not pressed(self, self.keys, event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        tab_as_read(self)
        return super().focusNextPrevChild(forward)

    def _changed(self, kinds: frozenset[type[Record]]) -> None:
        if not kinds & self.concerns:
            return
        if self.isVisible():
            self.refresh_after(kinds)
        else:
            self._stale = True


class PageColumn(QWidget):
    """What stands on a page, with margins that go with its width."""

    def __init__(self, top: int, bottom: int, out: int = 0) -> None:
        """`out`: pixels by which what is chosen goes out at both sides."""
        super().__init__()
        self._top, self._bottom, self._out = top, bottom, out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout, side = self.layout(), side_margin(self.window().width()) - self._out
        low = self.window().height() < LOW
        top, bottom = (min(edge, most) if low else edge for edge, most in ((self._top, 10), (self._bottom, 2)))
        if layout is not None and layout.contentsMargins() != QMargins(side, top, side, bottom):
            layout.setContentsMargins(side, top, side, bottom)


def side_margin(width: int) -> int:
    """Pixels at the left and right of a page, in a window that is so wide."""
    if width < NARROW:
        return NARROW_MARGIN
    return WIDE_MARGIN if width >= WIDE else MARGIN


def page_frame(page: QWidget, top: int = 12, bottom: int = 12, *, out: int = 0) -> QVBoxLayout:
    """The column of a page that never scrolls as a whole: its parts do. `out`: as for `page_column`."""
    inner = PageColumn(top, bottom, out)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(inner)
    column = QVBoxLayout(inner)
    column.setSpacing(8)
    return column


def page_column(page: QWidget, foot: QLayout | None = None, *, out: int = 0) -> QVBoxLayout:
    """The column a page's content stands in, as wide as reads well, scrolling where it is taller than the window.

    `foot` stays in sight below it. `out`: pixels by which what is chosen goes out at both sides.
    """
    content = PageColumn(TOP, TOP if foot is None else ABOVE_FOOT, out)
    content.setObjectName("content")
    content.setMaximumWidth(WIDEST)
    content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(content)
    column.setContentsMargins(MARGIN, TOP, MARGIN, TOP)
    column.setSpacing(12)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    area = scrolled(content, with_margin=True)
    for ground in (area, ground_of(area), content):  # a ground alone: of another height it is painted where it is new
        ground.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
    outer.addWidget(area)
    if foot is not None:
        below = PageColumn(8, 12)
        below.setMaximumWidth(WIDEST)
        with_rule = QVBoxLayout(below)
        with_rule.setSpacing(8)
        with_rule.addWidget(rule())
        with_rule.addLayout(foot)
        outer.addWidget(below)
    return column
