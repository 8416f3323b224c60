"""Makes the recovery sheet of a library, for the window and the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.library_acts import BUILT_IN_METHOD
from desktop.words import spoken
from models.engagement.beginning import new_engagement
from models.method.check import read_method
from reports.documents.kinds import PageSize
from reports.documents.recovery_sheet import recovery_sheet
from reports.words.facts import Facts
from resources import resource_text


def made_sheet(library: Path, secret: str, page_size: str = PageSize.A4.value) -> bytes:
    """The PDF, in the language that is spoken. It belongs to no engagement, so it shows the house's own colours."""
    method = read_method(resource_text(BUILT_IN_METHOD), BUILT_IN_METHOD)
    today = datetime.now(UTC).astimezone()
    facts = Facts(new_engagement("", "", method.key, today), method, today.date(), spoken())
    return recovery_sheet(library.name, secret, facts, PageSize(page_size))
