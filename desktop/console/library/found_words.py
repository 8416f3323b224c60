"""Why an engagement was found, in words. It may be private: the library is the console's alone."""

from __future__ import annotations

from desktop.words import gettext
from models.engagement.library_entry import Found, FoundIn


def found_text(found: Found) -> str:
    """As in: in a note: “no money for the pipes”."""
    texts = {
        FoundIn.PERSON: gettext("a person: {text}"),
        FoundIn.PILOT: gettext("about the pilot: “{text}”"),
        FoundIn.NOTE: gettext("in a note: “{text}”"),
        FoundIn.ACTION: gettext("in an action: “{text}”"),
        FoundIn.REGISTER: gettext("in the playbook: “{text}”"),
        FoundIn.READINESS: gettext("in readiness: “{text}”"),
        FoundIn.GATE: gettext("at a gate: “{text}”"),
        FoundIn.EVIDENCE: gettext("of a picture or file: “{text}”"),
        FoundIn.SIGN: gettext("beside an answer: “{text}”"),
        FoundIn.WORKSHOP: gettext("about the workshop: “{text}”"),
    }
    return texts[found.where].format(text=found.text)
