"""What lies over the whole console for a while, and ends with what it is about."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QMargins, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.labels import button, give_keyboard, keyboard_in, label
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import on_stage
from desktop.words import pgettext

LEAST_MARGIN = 24
"""Pixels around a card."""
TO_THE_EDGE = 10_000
"""As high, or as wide, as the window lets a card be."""


class Overlay(QWidget):
    """The console puts it away before another page or another engagement comes to the front."""

    def cover(self, console: QWidget) -> None:
        """Lies over all of the console, whatever size that takes on."""
        self.setParent(console)
        console.installEventFilter(self)
        self.resize(console.size())
        self.show()
        self.raise_()

    def uncover(self, console: QWidget) -> None:
        """Lies over it no longer."""
        console.removeEventFilter(self)
        self.hide()

    def put_away(self) -> None:
        """Ends it, where it has not ended yet."""
        raise TypeError(f"{type(self).__name__} does not say how it ends")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays as large as the console."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.resize(watched.size())
        return False


def uncover(console: QWidget) -> None:
    """Puts away what lies over the console: it is about what is left now."""
    for overlay in console.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly):
        overlay.put_away()


def is_covered(console: QWidget) -> bool:
    """Whether something lies over the console, and has its keyboard."""
    overlays = console.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return any(overlay.isVisible() for overlay in overlays)


class EndedByEsc(Overlay):
    """One that Esc ends; then the keyboard goes back to where it was."""

    def __init__(self, console: QWidget, name: str) -> None:
        super().__init__(console)
        self._before = keyboard_in(console)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)

    def put_away(self) -> None:
        """It goes; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self.uncover(self.window())
        self.ended()
        self.deleteLater()
        give_keyboard(self._before)

    def ended(self) -> None:
        """What else ends with it."""

    def event(self, event: QEvent) -> bool:
        """Esc ends it; it must not hold the room behind it."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        # Nothing else reaches the page behind.


class CardOverlay(EndedByEsc):
    """A card in the middle, over an empty page, until Esc or a button in it ends it."""

    widest: ClassVar[int] = 0
    """Pixels at a scale of 1; 0 where what is in it decides."""
    highest: ClassVar[int] = 0
    grows: ClassVar[bool] = False
    """Whether it is as high as what is in it, and only so high at most."""

    def __init__(self, console: QWidget, title: str) -> None:
        """What the card holds is added to `inside`, then `cover` shows it."""
        super().__init__(console, title)
        self.card = QFrame()
        self.card.setObjectName("overlay")
        self.inside = QVBoxLayout(self.card)
        self.inside.setContentsMargins(32, 24, 32, 24)
        self.inside.setSpacing(12)
        self.inside.addWidget(label(title, "title", wrap=True))
        middle = QWidget()
        QVBoxLayout(middle).addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(on_stage(middle))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As large as it reads well, and no larger than the window; nor smaller than what is in it."""
        room = self.size().shrunkBy(QMargins(*4 * (LEAST_MARGIN,)))
        if self.widest:
            self.card.setFixedWidth(min(scaled(self, self.widest), room.width()))
        if self.highest:
            high = min(scaled(self, self.highest), room.height())
            self.card.setFixedHeight(max(high, self.inside.minimumSize().height()))
        if self.grows:
            self.card.setMinimumHeight(0)

    def end_with_done(self, *others: QWidget) -> QPushButton:
        """Its foot: `others`, and at the end the button that puts it away, which comes back."""
        done = button(pgettext("act", "Done"), "primary", key="Esc")
        done.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        for other in others:
            foot.addWidget(other)
        foot.addStretch(1)
        foot.addWidget(done)
        self.inside.addLayout(foot)
        return done
