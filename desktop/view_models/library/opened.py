"""What is read when an engagement is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.frozen import frozen

if TYPE_CHECKING:
    from models.engagement.acts import Acts
    from models.engagement.engagement import Engagement
    from models.method.method import Method


@frozen
class Opened:
    """An engagement as it stands on the disk, and what belongs to it."""

    engagement: Engagement
    acts: Acts
    written: int
    """The number of the newest act that was on disk then."""
    method: Method
