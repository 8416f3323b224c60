"""Makes the recovery sheet of a library, for the window and the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop.built_in import BUILT_IN_METHOD, read_built_in
from desktop.own_library import new_recovery_key
from desktop.words import spoken
from models.engagement.beginning import new_engagement
from models.values.files import write_whole
from models.values.refusal import Refusal
from reports.documents.kinds import PageSize
from reports.documents.recovery_sheet import recovery_sheet
from reports.words.facts import Facts


def write_sheet(path: Path, library: Path, page_size: str = PageSize.A4.value) -> str:
    """Puts a sheet with a new recovery key at `path`, in the language that is spoken; the public key. Raises Refusal.

    It belongs to no engagement, so it shows the house's own colours.
    """
    if path.exists():
        raise Refusal("{path} is there already; it may be a sheet that is still needed. Name another file.", path=path)
    key = new_recovery_key()
    try:
        write_whole(path, _made(library, key.secret, page_size), private=True)
    except OSError as error:
        raise Refusal("{path} cannot be written: {reason}.", path=path, reason=error.strerror) from error
    return key.public


def _made(library: Path, secret: str, page_size: str) -> bytes:
    method = read_built_in(BUILT_IN_METHOD)
    today = datetime.now(UTC).astimezone()
    facts = Facts(new_engagement("", "", method.key, today), method, today.date(), spoken())
    return recovery_sheet(library.name, secret, facts, PageSize(page_size))
