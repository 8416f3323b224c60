"""Which format a content pack is written in.

The first number changes when an older program would misread what a newer one means, the second when there is only more
to read. A file that does not say is of format 1.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_WRITTEN = re.compile(r"([1-9][0-9]?)(?:\.([0-9]{1,2}))?")


class PackFormat(NamedTuple):
    """A format by its two numbers."""

    major: int
    minor: int = 0


FIRST, SECOND = PackFormat(1), PackFormat(2)
"""The format of files that name none, and the one in which a pack says what its parts are for."""
KNOWN = SECOND
"""The newest that is known in full."""


def format_in(value: Any) -> PackFormat | None:
    """The format that `format = value` names; None where that is no format. A file without the key is of the first.

    A minor format is written as a text: as a number, 2.1 and 2.10 would be one.
    """
    if value is None:
        return FIRST
    written = str(value) if type(value) is int and 0 < value < 100 else value
    found = _WRITTEN.fullmatch(written) if isinstance(written, str) else None
    return PackFormat(int(found[1]), int(found[2] or 0)) if found else None
