"""What a register comes to, in a sentence; at its end what is offered for it, which would stand alone elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.system.emphasis import Piece
from desktop.widgets.labels import let_go
from desktop.widgets.parts.weighted_line import WeightedLine


class FindingLine(QHBoxLayout):
    """Out of sight while there is nothing to say or to offer."""

    def __init__(self) -> None:
        super().__init__()
        self._finding = WeightedLine()
        self._finding.hide()
        self._offer: QPushButton | None = None
        self.addWidget(self._finding, 1)

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Says another sentence."""
        self._finding.show_pieces(pieces)

    def show_offer(self, offer: QPushButton | None) -> None:
        """Offers this in place of what was offered before, which is let go."""
        if self._offer is not None:
            let_go(self._offer)
        self._offer = offer
        if offer is not None:
            self.addWidget(offer, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
