"""From what the room may see to a page laid out for a window's size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop.room.drawing.composition import Composition
from desktop.room.drawing.look import make_look
from desktop.room.drawing.radar import radar_sheet
from desktop.room.drawing.sheet import Desk, Sheet
from desktop.room.drawing.typesetter import Typesetter
from desktop.room.pages.activity import activity_sheet
from desktop.room.pages.agreement import agreement_sheet
from desktop.room.pages.blank import blank_sheet
from desktop.room.pages.chart import chart_sheet
from desktop.room.pages.closing import closing_sheet
from desktop.room.pages.commitment import commitment_sheet
from desktop.room.pages.gate import gate_sheet
from desktop.room.pages.impact import impact_sheet
from desktop.room.pages.readiness import readiness_sheet
from desktop.room.pages.results import results_sheet
from desktop.room.pages.reveal import reveal_sheet
from desktop.room.pages.sign import sign_sheet
from desktop.room.pages.voting import voting_sheet
from desktop.room.pages.welcome import welcome_sheet
from desktop.view_models.room.pages import (
    ActivityPage,
    AgreementPage,
    BlankPage,
    ChartPage,
    ClosingPage,
    CommitmentPage,
    GatePage,
    ImpactPage,
    RadarPage,
    ReadinessPage,
    ResultsPage,
    RevealPage,
    RoomView,
    SignPage,
    VotingPage,
    WelcomePage,
)

_LARGEST_LOGO = 600
"""Pixels: larger than any logo is shown at 4K."""


class Compositor:
    """Lays pages out; keeps the widths of words and the decoded logos between them."""

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        self._picture = lru_cache(maxsize=4)(_decoded)
        self._look = lru_cache(maxsize=4)(make_look)

    def compose(self, view: RoomView, size: QSize) -> Composition:
        """The page of `view` in a window of `size`."""
        desk = Desk(
            width=max(size.width(), 1),
            height=max(size.height(), 1),
            look=self._look(view.dark, view.brand.primary),
            brand=view.brand,
            typesetter=self._typesetter,
            picture=self._picture,
        )
        return self._sheet(desk, view).finished()

    def _sheet(self, desk: Desk, view: RoomView) -> Sheet:
        match view.page:
            case WelcomePage():
                return welcome_sheet(desk, view.page)
            case SignPage():
                return sign_sheet(desk, view.page)
            case VotingPage():
                return voting_sheet(desk, view.page)
            case RevealPage():
                return reveal_sheet(desk, view.page)
            case AgreementPage():
                return agreement_sheet(desk, view.page)
            case ResultsPage():
                return results_sheet(desk, view.page)
            case RadarPage():
                return radar_sheet(desk, view.page)
            case ReadinessPage():
                return readiness_sheet(desk, view.page)
            case ActivityPage():
                return activity_sheet(desk, view.page)
            case GatePage():
                return gate_sheet(desk, view.page)
            case ImpactPage():
                return impact_sheet(desk, view.page)
            case ClosingPage():
                return closing_sheet(desk, view.page)
            case CommitmentPage():
                return commitment_sheet(desk, view.page)
            case ChartPage():
                light, dark = (self._look(is_dark, view.brand.primary) for is_dark in (False, True))
                return chart_sheet(desk, light, dark)
            case BlankPage():
                return blank_sheet(desk)


def _decoded(data: bytes) -> QImage | None:
    """A logo's pixels; None where there is none or it cannot be read, for then its owner's name stands instead."""
    image = QImage.fromData(data) if data else QImage()
    if image.isNull():
        return None
    if max(image.width(), image.height()) > _LARGEST_LOGO:
        mode = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(_LARGEST_LOGO, _LARGEST_LOGO, mode, Qt.TransformationMode.SmoothTransformation)
    return image
