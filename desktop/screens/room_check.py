"""Before the client comes in: which screen is the projector, does the clicker work, can the last row read it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.screens.choices import ScreenChoice
from desktop.screens.projector import Projector, Situation
from desktop.system.long_text import as_tip
from desktop.theme import Theme
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, clear, label, restyle
from desktop.widgets.parts.icons import Icon
from desktop.widgets.tab_order import laid_out
from desktop.words import gettext

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class RoomCheck(QWidget):
    """For the console: the screens to choose from, the state of things in words, and a place to try the clicker."""

    chart_wanted = Signal()
    """The room should be shown the legibility chart."""

    def __init__(self, projector: Projector, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projector = projector
        self._shown: list[ScreenChoice] = []
        self.sentence = label(role="lead", wrap=True)
        self.clicker = ClickerTest(theme)
        self.chart = button(gettext("Show the legibility chart to the room"), edge="left")
        self.chart.clicked.connect(self.chart_wanted)
        self._group = QButtonGroup(self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(gettext("Screens"), "section"))
        column.addWidget(self.sentence)
        column.addLayout(self._rows)
        column.addWidget(label(gettext("Clicker"), "section"))
        column.addWidget(self.clicker)
        column.addWidget(label(gettext("Last row"), "section"))
        column.addWidget(self.chart, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        projector.changed.connect(self.show_screens)
        self.show_screens()

    def show_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self.clicker.show_theme(theme)

    def show_screens(self) -> None:
        """Draws what the projector knows now; the buttons stay, and keep the keyboard, while the screens do."""
        self.sentence.setText(self._in_words())
        screens = self._projector.screens()
        if screens != self._shown:
            self._shown = screens
            clear(self._rows)
            for choice in screens:
                self._rows.addWidget(self._row(choice))
        chosen = self._projector.chosen
        for row in self.rows():
            is_chosen = chosen is not None and row.property("key") == chosen.key
            row.setChecked(is_chosen)
            said = row.property("said")
            text = gettext("{0} · the room’s").format(said) if is_chosen else said
            row.setText(text)
            row.setAccessibleName(text)

    def rows(self) -> list[QPushButton]:
        """A button for each screen, from left to right."""
        return [row for row in laid_out(self._rows) if isinstance(row, QPushButton)]

    def _row(self, choice: ScreenChoice) -> QPushButton:
        name = choice.name or gettext("Screen")
        said = gettext("{0}, {1} × {2}").format(name, choice.size.width(), choice.size.height())
        if choice.is_console:
            said = gettext("{0} · this window’s").format(said)
        row = button(said, "quiet" if choice.is_console else "segment")  # only what can be chosen gets a ground
        row.setCheckable(True)
        row.setProperty("edge", "left" if choice.is_console else "start")
        row.setEnabled(not choice.is_console)
        row.setProperty("key", choice.key)
        row.setProperty("said", said)
        self._group.addButton(row)
        row.clicked.connect(lambda: self._projector.choose(choice.key))
        return row

    def _in_words(self) -> str:
        chosen = self._projector.chosen
        name = chosen.name if chosen else ""
        match self._projector.situation:
            case Situation.EXTENDED:
                text = gettext("Extended: the room sees {0}; this window stays private.").format(name)
            case Situation.MIRRORED:
                text = gettext(
                    "Mirrored: {0} shows all that this screen shows, private notes too. "
                    "Set the displays to “extend” to keep them apart."
                ).format(name)
            case Situation.SINGLE:
                text = gettext(
                    "One screen only. If the projector is on, it mirrors this one, private notes too: set the displays "
                    "to “extend”. Otherwise the room view takes this screen when you ask for it."
                )
            case Situation.LOST:
                text = gettext("The projector is unplugged. The room view returns with it; nothing is lost.")
        return text


class ClickerTest(QWidget):
    """Names each key that arrives while it has the keyboard, and ticks off those a clicker should send."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(gettext("Clicker test"))
        self.said = label(role="lead", wrap=True)
        self._seen: set[int] = set()
        self._count = label("", "caption")
        self._ticks = {key: KeyTick(*act) for key, act in self._acts().items()}
        row = Flow(24, down=4)
        for tick in self._ticks.values():
            row.addWidget(tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.said)
        column.addWidget(self._count)
        column.addLayout(row)
        self._invite()
        self._show_ticks()

    def show_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def ticks(self) -> list[str]:
        """The keys a clicker should send, each with whether it arrived, as a screen reader says it."""
        return [tick.accessibleName() for tick in self._ticks.values()]

    def event(self, event: QEvent) -> bool:
        """A key tried here is only named: no shortcut of the window may take it first."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MODIFIERS:
            return
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.NativeText)
        act = self._acts().get(key) if plain else None
        if key == Qt.Key.Key_Escape and key in self._seen:
            event.ignore()  # it was tried, and means here what it means elsewhere
            return
        if act is None:
            self.said.setText(gettext("{0} arrived; in the room it does nothing.").format(name or event.text()))
            return
        self._seen.add(key)
        self.said.setText(gettext("{0} arrived: {1}.").format(act[0], act[1]))
        self._show_ticks()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._invite()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._invite()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame that shows, as a field's does, that the keyboard is here."""
        here = self.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent if here else self._theme.muted), 2 if here else 1))
            painter.setBrush(QColor(self._theme.surface))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _invite(self) -> None:
        here = gettext("Press each button of the clicker.")
        self.said.setText(here if self.hasFocus() else gettext("Click here or come here by Tab, then try the clicker."))

    def _show_ticks(self) -> None:
        for key, tick in self._ticks.items():
            tick.show_arrived(key in self._seen)
        count, total = len(self._seen), len(self._ticks)
        said = gettext("Arrived so far: {n} of {total}").format(n=count, total=total)
        self._count.setText(said if count else gettext("None of these has arrived yet"))

    def _acts(self) -> dict[int, tuple[str, str]]:
        return {
            Qt.Key.Key_PageDown: (gettext("Page Down"), gettext("next")),
            Qt.Key.Key_PageUp: (gettext("Page Up"), gettext("back")),
            Qt.Key.Key_F5: (gettext("F5"), gettext("live")),
            Qt.Key.Key_Escape: (gettext("Esc"), gettext("hold")),
            Qt.Key.Key_Period: (gettext("Full stop"), gettext("blank")),
            Qt.Key.Key_B: (gettext("B"), gettext("blank")),
        }


class KeyTick(QWidget):
    """A key, with a ring before it until it arrives."""

    def __init__(self, name: str, act: str) -> None:
        """`act`: what it does in the room."""
        super().__init__()
        self._said = f"{name}, {act}"
        self._mark, self._name = Icon("ring"), label(name, "muted")
        self.setToolTip(as_tip(act))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self._mark)
        line.addWidget(self._name)

    def show_arrived(self, arrived: bool) -> None:
        """Whether it did."""
        self._mark.show_icon("done" if arrived else "ring")
        restyle(self._name, "role", "body" if arrived else "muted")
        how = gettext("arrived") if arrived else gettext("not yet")
        self.setAccessibleName(f"{self._said}: {how}")
