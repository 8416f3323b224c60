"""Whose answer stands where two do not agree."""

from __future__ import annotations

from enum import Enum


class Side(Enum):
    """Whose answer stands."""

    MINE = "mine"
    THEIRS = "theirs"
