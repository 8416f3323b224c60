"""People from an invitation (`.ics`): who asks and who is asked."""

from __future__ import annotations

from models.attending.content_lines import ContentLine, content_lines
from models.attending.found import FoundPeople, Gathering

BEGINS = "BEGIN:VCALENDAR"
_IN = {"VEVENT", "VTODO"}
"""Components of which people are part; a reminder within one names a mailbox."""
_NO_PERSON = {"ROOM", "RESOURCE", "GROUP"}
_INFORMED = "NON-PARTICIPANT"


def read_invitation(text: str) -> FoundPeople:
    """One that is cut off is read as far as it goes."""
    gathering = Gathering()
    within: list[str] = []
    for line in content_lines(text):
        if isinstance(line, str):
            if within and within[-1] in _IN:
                gathering.not_understood(line)
        elif line.name == "BEGIN":
            within.append(line.value.strip().upper())
        elif line.name == "END":
            del within[-1:]
        elif line.name in ("ORGANIZER", "ATTENDEE") and within and within[-1] in _IN:
            _take(line, gathering)
    return gathering.found()


def _take(line: ContentLine, gathering: Gathering) -> None:
    asked = {key: value.strip().upper() for key, value in line.parameters.items()}
    name = line.parameters.get("CN", "")
    address = line.text if "@" in line.text else line.parameters.get("EMAIL", "")
    if asked.get("CUTYPE") in _NO_PERSON or asked.get("ROLE") == _INFORMED:
        gathering.does_not_attend(name or address)
    else:
        gathering.take(name=name, address=address, stood=name or line.text)
