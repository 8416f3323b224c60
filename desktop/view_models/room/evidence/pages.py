"""What the room may see of a piece of evidence: itself, its caption, what it backs. No name of a file, no note."""

from __future__ import annotations

from PySide6.QtGui import QImage

from models.frozen import frozen


@frozen
class RoomEvidence:
    """A photo, or that there is a file, with what there is to say of it."""

    picture: QImage | None
    """None for a file that is no picture."""
    caption: str
    """What it says; of a file without one, what kind of file it is."""
    alternative: str
    """The picture in words."""
    day: str
    """When it was taken in."""
    about: str
    """The sign with its level, the readiness point or the row that it backs."""
    mark: str
    """Whether it is for the client, or internal."""
