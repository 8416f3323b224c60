"""The names of the fields that a reply comes back in: whose plan, which state of it, which action, which part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from gettext import NullTranslations

from models.values.names import progress_name
from models.values.terms import Progress

PREFIX = "clearway"


class Part(StrEnum):
    """What can be said of an action in a reply."""

    STATUS = "status"
    DUE = "due"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class FieldName:
    """As in `clearway:ENGAGEMENT:REVISION:ACTION:status`."""

    engagement: str
    revision: str
    action: str
    part: Part

    def __str__(self) -> str:
        return ":".join((PREFIX, self.engagement, self.revision, self.action, self.part))


def parse_field_name(text: str) -> FieldName | None:
    """The parts of a field's name, or None where it is no name of ours."""
    found = text.split(":")
    if len(found) != 5 or found[0] != PREFIX or found[4] not in set(Part):
        return None
    return FieldName(found[1], found[2], found[3], Part(found[4]))


def status_options(words: NullTranslations) -> tuple[tuple[str, str], ...]:
    """Every status an action can have, and its name for people."""
    return tuple((progress.value, progress_name(progress, words)) for progress in Progress)
