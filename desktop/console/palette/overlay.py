"""Any act and any word by a few of its letters: Ctrl+K, Ctrl+F."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.palette.acts import NamedAct
from desktop.console.palette.rows import ROW, Row, RowList
from desktop.theme import Theme
from desktop.view_models.finding import Place, Where, found, matches
from desktop.view_models.session import EngagementSession
from desktop.widgets.fields import LineField
from desktop.widgets.key_meaning import as_meant
from desktop.widgets.labels import give_keyboard, keyboard_in, label, rule
from desktop.widgets.overlay import Overlay
from desktop.widgets.parts.hints import key_hints
from desktop.widgets.parts.icons import Icon
from desktop.words import gettext, ngettext

WIDTH, TOP, LEAST_MARGIN = 680, 72, 24
"""Pixels."""
MOST = 8
"""Of each kind."""
DIM = 0.78
"""How much of the page's ground lies over it."""


class Palette(Overlay):
    """Lies over the pages, never over the rail: what the room sees stays in sight."""

    def __init__(
        self,
        window: QWidget,
        session: EngagementSession | None,
        acts: Callable[[], Sequence[NamedAct]],
        go: Callable[[Place, bool], None],
        rail: QWidget,
    ) -> None:
        """`session` is None in the library. `go` goes to a place, and shows it to the room where it is told so."""
        super().__init__(window)
        self._session, self._acts, self._go, self._rail = session, acts, go, rail
        self._known: Sequence[NamedAct] = ()
        self._words_only = False
        self._before: tuple[QWidget, ...] = ()
        self._theme: Theme | None = None
        self._card = QFrame(self)
        self._card.setObjectName("overlay")
        self._search = LineField(gettext("Find"), gettext("An act, an action, a sign, a name, a word"), own_undo=True)
        self._count = label("", "caption")
        self._list = RowList()
        self._lay_out()
        self._search.textChanged.connect(self._find)
        self._list.clicked.connect(lambda index: self._take(index.data(ROW), room=False))
        self.setAccessibleName(gettext("Find"))
        self.hide()

    def open(self, theme: Theme, *, words_only: bool = False) -> None:
        """Shows it, empty; with `words_only` no acts are offered."""
        self._theme, self._words_only = theme, words_only
        self._before = keyboard_in(self.window())
        self._known = () if words_only else self._acts()
        self.cover(self.window())
        self._search.setText("")
        self._find("")
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """The keyboard goes back to where it was."""
        if not self.isHidden():
            self.uncover(self.window())
            give_keyboard(self._before)
            self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Esc and the keys of the list are its own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(as_meant(event).key()):
            case Qt.Key.Key_Escape:
                self.put_away()
            case Qt.Key.Key_Down:
                self._list.choose(1)
            case Qt.Key.Key_Up:
                self._list.choose(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self._take(self._list.chosen(), room=bool(held))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is not None:
            ground = QColor(self._theme.background)
            ground.setAlphaF(DIM)
            with QPainter(self) as painter:
                painter.fillRect(self.rect().adjusted(self._rail.width(), 0, 0, 0), ground)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _take(self, row: Row | None, room: bool) -> None:
        """Only with Ctrl does anything reach the wall."""
        if row is None or row.do is None:
            return
        act = (row.show or row.do) if room else row.do
        self.put_away()
        QTimer.singleShot(0, self.window(), act)

    def _find(self, typed: str) -> None:
        if self._theme is None:
            return
        acts = [act for act in self._known if matches(act.text, typed)][:MOST]
        places = found(self._session, typed, MOST) if self._session and typed.strip() else ()
        groups = (
            (gettext("Go to"), [self._place(place) for place in places if not place.said]),
            (gettext("Do"), [Row(act.text, act.where, do=act.do, key=act.key) for act in acts]),
            (gettext("Said"), [self._place(place) for place in places if place.said]),
        )
        rows = [row for head, some in groups if some for row in (Row(head), *some)]
        count = len(acts) + len(places)
        self._count.setText(ngettext("{n} found", "{n} found", count).format(n=count) if typed.strip() else "")
        self._list.show_rows(rows, self._theme, typed)
        self._fit()

    def _place(self, place: Place) -> Row:
        return Row(
            place.text,
            place.beside,
            place.mark,
            lambda: self._go(place, False),
            lambda: self._go(place, True),
            disc=place.where is Where.PLAN,
        )

    def _fit(self) -> None:
        room = self.width() - self._rail.width()
        width = min(WIDTH, room - 2 * LEAST_MARGIN)
        self._list.setFixedHeight(max(min(self._list.height_of_all(), self.height() - TOP - 160), 0))
        self._card.setFixedWidth(width)
        self._card.adjustSize()
        self._card.move(self._rail.width() + (room - width) // 2, min(TOP, max(self.height() // 12, 8)))

    def _lay_out(self) -> None:
        self._search.setProperty("role", "find")
        head = QHBoxLayout()
        head.setContentsMargins(20, 8, 20, 8)
        head.setSpacing(12)
        head.addWidget(Icon("search"))
        head.addWidget(self._search, 1)
        head.addWidget(self._count)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addLayout(
            key_hints(
                (
                    ("Up Down", gettext("choose")),
                    ("Enter", gettext("do it, go there")),
                    ("Ctrl+Enter", gettext("and show it to the room")),
                    ("Esc", gettext("leave")),
                )
            )
        )
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._list)
        column.addWidget(rule())
        column.addLayout(foot)
