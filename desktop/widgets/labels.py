"""Small parts every page is made of: set text, rules and buttons."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.system.long_text import breakable, shortened, with_hyphens_kept
from desktop.widgets.keys import cap
from desktop.widgets.parts.act import BEFORE_KEY, Act
from desktop.widgets.parts.by_width import balanced_width, width_without_lone_word


class _WrappedLabel(QLabel):
    """Text over several lines that is never squeezed: nested layouts do not always grant the height they were told."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        super().__init__(with_hyphens_kept(text), parent)
        self._said, self._named, self._spare = text, False, 0
        self._tell()
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def text(self) -> str:
        """As it was given; what is painted holds some of its hyphens together."""
        return self._said

    def setText(self, text: str) -> None:
        if text != self._said:  # a claim lays the whole page out anew
            self._said = text
            super().setText(with_hyphens_kept(text))
            self._tell()
            self._claim()

    def _tell(self) -> None:
        """A screen reader says the words without what holds them together."""
        if (held := super().text() != self._said) or self._named:
            self._named = held
            self.setAccessibleName(self._said if held else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._claim_soon()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(self.heightForWidth(self.width()), 0))

    def _claim_soon(self) -> None:
        """A layout does not hear of a claim made while it is placing its widgets."""
        QTimer.singleShot(0, self, self._claim)

    def _claim(self) -> None:
        self._balance()
        self.setMinimumHeight(0)  # the height for a width counts an earlier claim in
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))

    def _balance(self) -> None:
        """Leaves so much free at the right that the last line is no remnant."""
        if self.alignment() & (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignHCenter):
            return
        around = self.contentsMargins()
        right = around.right() - self._spare
        room = self.width() - around.left() - right
        width_of = balanced_width if self.property("role") in _BALANCED else width_without_lone_word
        spare = room - width_of(super().text(), self.font(), room)
        if spare != self._spare:
            self._spare = spare
            self.setContentsMargins(around.left(), around.top(), right + spare, around.bottom())


_BALANCED = frozenset({"title", "question", "display"})
SHORT = 2
"""Figures of a number for which its disc is round."""
LONGEST_LINE = 90
"""Letters of a line that can be pressed."""


def label(text: str = "", role: str = "body", *, wrap: bool = False, parent: QWidget | None = None) -> QLabel:
    """Plain text in one of the roles of the style sheet; what people typed is never markup."""
    made = _WrappedLabel(text, parent) if wrap else QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if role == "number":
        made.setProperty("long", len(text) > SHORT)
    return made


class LineButton(QPushButton):
    """A line that can be pressed, whose words take as many lines as they need. Called by its whole text."""

    def __init__(self, text: str, *, here: bool = False, settled: bool = False) -> None:
        super().__init__()
        self.setProperty("role", "line")
        self.setProperty("here", here)
        self.setAccessibleName(text)
        role = "strong" if here else "muted" if settled else ""
        words = label(breakable(shortened(text, LONGEST_LINE)), role, wrap=True)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """Its longest word; a button asks for its own text only, and this one has none."""
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline across."""
    line = QFrame(parent)
    line.setObjectName("rule")
    return line


def section_head(title: QWidget | str, beside: QWidget | str = "", *, worked_on: bool = False) -> QVBoxLayout:
    """A title over a line, with a count or a source at its right; the line is dark over what is worked on."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(label(title, "section", wrap=True) if isinstance(title, str) else title, 1)
    if beside:
        line.addWidget(
            label(beside, "caption") if isinstance(beside, str) else beside, int(not isinstance(beside, str))
        )
    if isinstance(beside, QLabel):
        beside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    below = rule()
    if worked_on:
        below.setProperty("kind", "worked")
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addLayout(line)
    column.addWidget(below)
    return column


def hair(parent: QWidget | None = None) -> QFrame:
    """A paler one, between rows."""
    line = rule(parent)
    line.setProperty("kind", "hair")
    return line


def button(
    text: str,
    role: str = "",
    *,
    key: str = "",
    tip: str = "",
    edge: str = "",
    icon: str = "",
    parent: QWidget | None = None,
) -> Act:
    """A push button; `key` is shown after the text where the act has a key of its own, `tip` when the mouse rests
    on it: both may be the name of a key, see `cap`.

    One that stands at the "left" or "right" `edge` of a column has its words flush with that edge.
    """
    made = Act(f"{text}{BEFORE_KEY}{cap(key)}" if key else text, parent)
    made.setAccessibleName(text)
    made.setToolTip(cap(tip) if tip else "")
    made.setAutoDefault(True)  # Enter presses it as Space does
    made.show_icon(icon)
    if role:
        made.setProperty("role", role)
    if edge:
        made.setProperty("edge", edge)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def keep_focus(leaving: QWidget) -> None:
    """Before a widget is hidden: if the keyboard is in it, its page takes it, so that the page's keys go on working."""
    typing = QApplication.focusWidget()
    if typing is None or not (typing is leaving or leaving.isAncestorOf(typing)):
        return
    page = leaving.parentWidget()
    while page is not None and page.objectName() != "page":
        page = page.parentWidget()
    if page is not None:
        page.setFocus(Qt.FocusReason.OtherFocusReason)


def keyboard_in(window: QWidget) -> tuple[QWidget, ...]:
    """What has the window's keyboard and what it lies in, innermost first: for `give_keyboard` later."""
    found: list[QWidget] = []
    widget: QWidget | None = window.focusWidget()
    while widget is not None:
        found.append(widget)
        widget = widget.parentWidget()
    return tuple(found)


def give_keyboard(places: tuple[QWidget, ...]) -> None:
    """Gives the keyboard back to the innermost that still stands: a cell of a register is gone once it loses it."""
    if place := next((widget for widget in places if isValid(widget)), None):
        place.setFocus(Qt.FocusReason.OtherFocusReason)


def bring_into_sight(widget: QWidget, margin: int = 0) -> None:
    """Scrolls all that it stands in until it is seen, with so many pixels above and below; what is hidden stays."""
    for area in _scrolling(widget) if widget.isVisible() else ():
        area.ensureWidgetVisible(widget, 0, margin)


def bring_place_into_sight(widget: QWidget, place: QRect, margin: int) -> None:
    """The same for a place within a widget."""
    for area in _scrolling(widget):
        centre = area.viewport().mapFrom(widget.window(), widget.mapTo(widget.window(), place.center()))
        centre += QPoint(area.horizontalScrollBar().value(), area.verticalScrollBar().value())
        area.ensureVisible(centre.x(), centre.y(), 0, place.height() // 2 + margin)


def _scrolling(widget: QWidget) -> Iterator[QScrollArea]:
    """Innermost first, as far as nothing is hidden: nothing moves for what is not to be seen."""
    around = widget.parentWidget()
    while around is not None and not (around.isHidden() and not around.isWindow()):
        if isinstance(around, QScrollArea):
            yield around
        around = around.parentWidget()


def let_go(widget: QWidget) -> None:
    """Takes a widget away for good."""
    keep_focus(widget)
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout; widgets are let go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            let_go(widget)
        elif (inner := item.layout()) is not None:
            clear(inner)
