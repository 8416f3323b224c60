"""What was made ready to be sent: which document, in which version, to whom, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime

from models.frozen import frozen
from models.values.terms import new_id


@frozen(kw_only=True)
class Dispatch:
    """One document made ready for one message. Its bytes lie in the library under their SHA-256."""

    id: str = field(default_factory=new_id)
    engagement_id: str
    document: str
    """Which kind of document it was, as in `action-plan`."""
    title: str = ""
    """The document's name as people read it."""
    file_name: str = ""
    revision: str = ""
    """The state of the plan that the document shows, as its fields name it."""
    sha256: str
    """Of the file, in hexadecimal: the id of the asset that holds it."""
    recipients: str = ""
    """One a line: a name and an address, as in `Ana Ruiz <ana@example.org>`."""
    subject: str = ""
    prepared_at: datetime
    """UTC."""


QUESTIONNAIRES = ALL_SIGNS, OWN_SIGNS = "questionnaire", "own-questionnaire"
"""What a questionnaire is known by as a document: of all signs, and of what the person's group is likely to know."""


def asked_by_letter(outbox: Iterable[Dispatch]) -> str:
    """Which kind of questionnaire went out last; empty where none did."""
    return next((one.document for one in reversed([*outbox]) if one.document in QUESTIONNAIRES), "")
