"""What was shown: a photo, a screenshot, a file, beside the sign, the readiness point or the register row it backs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime

from models.frozen import frozen
from models.values.terms import new_id

PICTURES = frozenset({"image/jpeg", "image/png"})
"""The kinds of file that are shown and printed; any other is kept as it is."""


@frozen
class Beside:
    """Where evidence hangs: one of the three is named."""

    sign_id: str = ""
    point_id: str = ""
    """Id of a readiness point of the method."""
    entry_id: str | None = None
    """Id of a row of a register."""


@frozen(kw_only=True)
class Evidence:
    """One file that backs what was said. Its bytes lie in the library under their SHA-256. Internal unless marked."""

    id: str = field(default_factory=new_id)
    assessment_id: str
    entry_id: str | None = None
    sign_id: str = ""
    point_id: str = ""
    position: int = 0
    name: str = ""
    """As the file is called when it is exported."""
    media_type: str = ""
    size: int = 0
    """Bytes."""
    sha256: str
    """Of the file, in hexadecimal: the id of the asset that holds it."""
    thumbnail: str = ""
    """Id of the asset with the picture made small; empty where it is none."""
    original: str = ""
    """Id of the asset with the picture as it came, where it was to be kept; it never leaves but by itself."""
    caption: str = ""
    alternative: str = ""
    """What a picture shows, for those who cannot see it."""
    for_client: bool = False
    taken_in: datetime
    """UTC."""

    @property
    def beside(self) -> Beside:
        """What it backs."""
        return Beside(self.sign_id, self.point_id, self.entry_id)

    @property
    def is_picture(self) -> bool:
        """Whether it is shown and printed."""
        return self.media_type in PICTURES

    @property
    def files(self) -> tuple[str, ...]:
        """The ids of the assets that it speaks of."""
        return tuple(key for key in (self.sha256, self.thumbnail, self.original) if key)


def hung(evidence: Iterable[Evidence], beside: Beside) -> tuple[Evidence, ...]:
    """What hangs there, in order."""
    return tuple(one for one in evidence if one.beside == beside)


@frozen
class Room:
    """Bytes that files take."""

    engagement: int
    """Those of the engagement's evidence."""
    library: int
    """All that the library keeps."""
