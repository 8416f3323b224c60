"""Looks over what a window paints by hand: every text is taken down with its place while the window is drawn once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

TOLERANCE = 1
HIGH = 100_000
DRAWS, DRAWS_KEPT = "drawText", "drawStaticText"
Draw = Callable[..., None]

_FIGURES = re.compile(r"\d[\d.,’\s]*|\d{1,2}(\.|er)? \w+( \d{0,3})?")
"""A sum, a count or a date, as far as it goes."""
_WORD = re.compile(r"[^\s\u200b-]+-?")
"""What lines are broken between."""


def cut_when_painted(window: QWidget, words: NullTranslations, theirs: Iterable[str] = ()) -> list[str]:
    """Texts wider or higher than their place; the product's own words, and figures, that end in an ellipsis.

    `theirs`: texts of people, which may begin as some of the product's do.
    """
    faults: list[str] = []
    with _taken_down(faults, _own_words(words), tuple(theirs)):
        window.grab()
    return sorted(set(faults))


def _own_words(words: NullTranslations) -> tuple[str, ...]:
    said = getattr(words, "_catalog", {}).values()
    return tuple(text for text in said if isinstance(text, str) and text)


def _begins(text: str, known: tuple[str, ...]) -> bool:
    begun = text.removesuffix("…").rstrip()
    return begun != text and any(one.startswith(begun) for one in known)


@contextmanager
def _taken_down(faults: list[str], own: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[None]:
    draw: Draw = getattr(QPainter, DRAWS)
    draw_kept: Draw = getattr(QPainter, DRAWS_KEPT)

    def drawn(painter: QPainter, *given: Any) -> None:
        if len(given) >= 2 and isinstance(given[0], QRect | QRectF) and isinstance(given[-1], str):
            ours = () if _begins(given[-1], theirs) else own
            faults.extend(_faults(painter, given[0], int(given[1]) if len(given) > 2 else 0, given[-1], ours))
        draw(painter, *given)

    def kept_drawn(painter: QPainter, *given: Any) -> None:
        faults.extend(_shortened(given[-1].text(), ()))  # what fields hold is people's own
        draw_kept(painter, *given)

    setattr(QPainter, DRAWS, drawn)
    setattr(QPainter, DRAWS_KEPT, kept_drawn)
    try:
        yield
    finally:
        setattr(QPainter, DRAWS, draw)
        setattr(QPainter, DRAWS_KEPT, draw_kept)


def _faults(painter: QPainter, place: QRect | QRectF, flags: int, text: str, own: tuple[str, ...]) -> Iterator[str]:
    metrics = QFontMetrics(painter.font())
    wraps, anywhere = flags & int(Qt.TextFlag.TextWordWrap), flags & int(Qt.TextFlag.TextWrapAnywhere)
    if wraps:
        room = QRect(0, 0, max(int(place.width()), 1), HIGH)
        broken = max((metrics.horizontalAdvance(word) for word in _WORD.findall(text)), default=0)
        high = metrics.boundingRect(room, flags, text).height()
        cut = high > place.height() + TOLERANCE or (not anywhere and broken > place.width() + TOLERANCE)
    else:
        cut = metrics.horizontalAdvance(text) > place.width() + TOLERANCE
    if cut and text.strip():
        yield f"painted, cut: “{text[:60]}”"
    yield from _shortened(text, own)


def _shortened(text: str, own: tuple[str, ...]) -> Iterator[str]:
    begun = text.removesuffix("…").rstrip()
    if begun == text or not begun:
        return
    if any(word.startswith(begun) and word != text for word in own):
        yield f"painted, our own words end in …: “{text}”"
    elif _FIGURES.fullmatch(begun):
        yield f"painted, figures end in …: “{text}”"
