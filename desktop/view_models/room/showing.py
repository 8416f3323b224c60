"""What the room is shown."""

from __future__ import annotations

from enum import Enum


class Showing(Enum):
    """What the room is shown."""

    OFF = "off"
    LIVE = "live"
    HELD = "held"
    BLANK = "blank"
