"""Looks over what a window paints by hand: every text is taken down with its place while the window is drawn once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

TOLERANCE = 1
HIGH = 100_000
DRAWS = "drawText"
Draw = Callable[..., None]


def cut_when_painted(window: QWidget, words: NullTranslations) -> list[str]:
    """Texts wider or higher than their place, and words of the product itself that end in an ellipsis."""
    faults: list[str] = []
    with _taken_down(faults, _own_words(words)):
        window.grab()
    return sorted(set(faults))


def _own_words(words: NullTranslations) -> tuple[str, ...]:
    said = getattr(words, "_catalog", {}).values()
    return tuple(text for text in said if isinstance(text, str) and text)


@contextmanager
def _taken_down(faults: list[str], own: tuple[str, ...]) -> Iterator[None]:
    draw: Draw = getattr(QPainter, DRAWS)

    def drawn(painter: QPainter, *given: Any) -> None:
        if len(given) >= 2 and isinstance(given[0], QRect | QRectF) and isinstance(given[-1], str):
            faults.extend(_faults(painter, given[0], int(given[1]) if len(given) > 2 else 0, given[-1], own))
        draw(painter, *given)

    setattr(QPainter, DRAWS, drawn)
    try:
        yield
    finally:
        setattr(QPainter, DRAWS, draw)


def _faults(painter: QPainter, place: QRect | QRectF, flags: int, text: str, own: tuple[str, ...]) -> Iterator[str]:
    metrics = QFontMetrics(painter.font())
    wraps = flags & int(Qt.TextFlag.TextWordWrap)
    if wraps:
        room = QRect(0, 0, max(int(place.width()), 1), HIGH)
        cut = metrics.boundingRect(room, flags, text).height() > place.height() + TOLERANCE
    else:
        cut = metrics.horizontalAdvance(text) > place.width() + TOLERANCE
    if cut and text.strip():
        yield f"painted, cut: “{text[:60]}”"
    begun = text.removesuffix("…").rstrip()
    if begun != text and begun and any(word.startswith(begun) and word != text for word in own):
        yield f"painted, our own words end in …: “{text}”"
