"""The names of the fields that a reply comes back in: whose plan, which state of it, which action, which box."""

from __future__ import annotations

import re
from enum import StrEnum
from gettext import NullTranslations

from models.frozen import frozen
from models.values.names import progress_name
from models.values.terms import Progress

PREFIX = "clearway"
LONGEST_NAME = 1_000
"""Characters of a field's full name that are looked at."""
MARKED = (Progress.IN_PROGRESS, Progress.DONE)
"""What can be marked in a row; that it is held up is said in words, and not begun is no mark."""
_RENAMED = re.compile(r"(?:.*\.)?(clearway(?::[^:]+){3}:[a-z-]+)(?:[\s.+#_~(\[-]*\d+[)\]]?)?", re.DOTALL)
"""A name of ours, and what programs put before and after it where files are put together: `6.`, `+1`, ` [12]`."""


class Part(StrEnum):
    """What can be taken from a reply."""

    STATUS = "status"
    DUE = "due"
    COMMENT = "comment"
    REFUSED = "refused"
    """What could not be understood, as it was typed."""
    REMARK = "remark"
    """What was written on a page rather than in a field."""


class Box(StrEnum):
    """What an action's row has to fill in. Plans sent earlier have `due`, which holds its date, and `comment`."""

    STATUS = "status"
    DAY = "day"
    """Another day than the one that was agreed; empty where there is none."""
    HELD_UP = "held-up"
    """What holds it up, or any other remark."""
    DUE = "due"
    COMMENT = "comment"


@frozen
class FieldName:
    """As in `clearway:ENGAGEMENT:REVISION:ACTION:status`."""

    engagement: str
    revision: str
    action: str
    box: Box

    def __str__(self) -> str:
        return ":".join((PREFIX, self.engagement, self.revision, self.action, self.box))


def parse_field_name(text: str) -> FieldName | None:
    """The parts of a field's name, one changed by putting files together too; None where it is no name of ours."""
    renamed = _RENAMED.fullmatch(text[:LONGEST_NAME])
    found = (renamed[1] if renamed else "").split(":")
    if len(found) != 5 or found[0] != PREFIX or found[4] not in set(Box):
        return None
    return FieldName(found[1], found[2], found[3], Box(found[4]))


def status_options(words: NullTranslations) -> tuple[tuple[str, str], ...]:
    """Every status an action can have, and its name for people."""
    return tuple((progress.value, progress_name(progress, words)) for progress in Progress)
