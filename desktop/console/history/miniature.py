"""A page of the console in small, with an engagement in it as it was: a picture, not a page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.console.page import Page
from desktop.console.steps import Step
from desktop.theme import Theme
from desktop.view_models.session import EngagementSession
from desktop.widgets.parts.inks import inks
from models.engagement.engagement import Engagement

REST = 200
"""Milliseconds for which nothing else is asked for before the picture is made: arrows are not held up by it."""
WIDE, HIGH = 1134, 690
"""Pixels of a page at a scale of 1, as in the window that it was drawn for."""
LEFT_OUT = frozenset({Step.LIBRARY, Step.REPORT})
"""Nothing to see in small: the pages of a document would have to be made first."""


class Miniature(QWidget):
    """Framed with dashes, since it is only looked at."""

    def __init__(self, session: EngagementSession, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._looking: EngagementSession | None = None
        self._pages: dict[Step, Page] = {}
        self._asked: tuple[Step, str, Engagement, datetime] | None = None
        self._picture: QImage | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._draw)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_then(self, step: Step | None, place: str, then: Engagement, when: datetime) -> None:
        """The page where something happened, at what has that id, as the engagement was at that time."""
        self._picture = None
        self._asked = (step, place, then, when) if step is not None and step not in LEFT_OUT else None
        self.setVisible(self._asked is not None)
        if self._asked:
            self._rest.start()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        for page in self._pages.values():
            page.show_theme(theme)
        if self._asked:
            self._rest.start()

    def leave(self) -> None:
        """Lets go of what it was drawn from."""
        self._rest.stop()
        for page in self._pages.values():
            page.leave()
        if self._looking is not None:
            self._looking.leave()

    @property
    def drawn(self) -> bool:
        """Whether there is a picture."""
        return self._picture is not None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * HIGH / WIDE)

    def sizeHint(self) -> QSize:
        return QSize(380, self.heightForWidth(380))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._picture is not None:
                painter.drawImage(self._place(), self._picture)
            painter.setPen(QPen(inks(self).color(QPalette.ColorRole.Shadow), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(QRectF(self._place()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _draw(self) -> None:
        if self._asked is None:
            return
        step, place, then, when = self._asked
        if self._looking is None:
            self._looking = self._session.looking_back(then, when)
        self._looking.visit(then, when)
        page = self._page(step, self._looking)
        page.refresh()
        if place:
            self._show_place(page, place)
        page.lay_out_ahead()
        QTimer.singleShot(0, self, lambda: self._take(page))  # texts claim their height once they know their width

    def _show_place(self, page: Page, place: str) -> None:
        """A page goes with the keyboard to what it shows: it comes back to whoever looks at the picture."""
        window = self.window()
        at = window.focusWidget()
        page.show_place(place)
        if at is not None and window.focusWidget() is not at:
            at.clearFocus()  # else Qt takes it to be there still
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, page: Page) -> None:
        page.lay_out_ahead()
        size = self._place().size() * self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        whole = QImage(page.size() * self.devicePixelRatioF(), QImage.Format.Format_RGB32)
        whole.setDevicePixelRatio(self.devicePixelRatioF())
        with QPainter(whole) as painter:
            page.render(painter, QPoint())
        self._picture = whole.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        self.update()

    def _place(self) -> QRect:
        """As large as there is room for, in the page's own proportions."""
        return QRect(QPoint(0, 0), QSize(WIDE, HIGH).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))

    def _page(self, step: Step, looking: EngagementSession) -> Page:
        """Never shown: it lies in this widget only for what it is dressed in."""
        if step not in self._pages:
            page = step.page_type()(looking, self._theme)
            page.setParent(self)
            page.hide()
            self._pages[step] = page
        scale = self.fontMetrics().height() / 19
        self._pages[step].resize(round(WIDE * max(scale, 1)), round(HIGH * max(scale, 1)))
        return self._pages[step]
