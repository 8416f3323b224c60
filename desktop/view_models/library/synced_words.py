"""What there is to know where a sync program carries the library about."""

from __future__ import annotations

from desktop.words import gettext


def synced_text(program: str) -> str:
    """What it risks, and what is better."""
    text = gettext(
        "Your library lies in a folder of {program}. If it is open on two computers, one of them may be put beside the "
        "other as a copy. Nothing is lost: Clearway puts both together. It is safer to keep the library on this "
        "computer, let its backups go to that folder, and hand engagements over."
    )
    return text.format(program=program)
