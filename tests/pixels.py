"""The colours of a part of a picture, counted; and their contrast, worked out once for each pair."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from models.values.colour import contrast


def colours_in(picture: QImage, area: QRect) -> Counter[int]:
    """How many pixels of each colour, as 0xFFRRGGBB, lie within; `picture` is of Format_RGB32."""
    part = picture.copy(area)
    return Counter(memoryview(part.constBits()).cast("I"))


def hexadecimal(colour: int) -> str:
    """The colour as #RRGGBB."""
    return f"#{colour & 0xFFFFFF:06X}"


@lru_cache(maxsize=200_000)
def contrast_of(one: int, other: int) -> float:
    """Contrast ratio from 1 to 21 of two colours of pixels."""
    return contrast(hexadecimal(one), hexadecimal(other))
