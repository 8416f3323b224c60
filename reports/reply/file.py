"""Takes the fields out of a PDF that came back. It comes from outside: nothing in it is believed, run or followed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from models.values.refusal import Refusal
from reports.reply.fields import FieldName, parse_field_name
from reports.reply.plan_data import FILE_NAME

LARGEST_FILE = 50_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field as it came back: what it held when it was sent, or None where the file no longer says, and what now."""

    sent: str | None
    value: str | None
    """None where it is no text at all."""


def filled_fields(data: bytes) -> dict[FieldName, Filled]:
    """Every field of ours in the file, by its name. Raises Refusal where there can be no reply in it."""
    from reports.reply.outside_pdf import Locked, Unreadable, outside_pdf  # slow to load, for what few sessions do

    if len(data) > LARGEST_FILE:
        raise Refusal("This file is too large for a reply: {size} MB.", size=len(data) // 1_000_000)
    if b"%PDF-" not in data[:1024]:
        raise Refusal("This file is no PDF. Ask for the action plan's PDF itself, filled in and saved.")
    try:
        with outside_pdf(data) as pdf:
            fields = [(name, Filled(f.sent, f.value)) for f in pdf.fields() if (name := parse_field_name(f.name))]
            ours = bool(fields) or pdf.creator == "Clearway" or FILE_NAME in pdf.attachments
    except Locked as error:
        raise Refusal("This PDF is locked with a password. Ask for a copy without one.") from error
    except Unreadable as error:
        raise Refusal("This PDF is damaged and cannot be read. Ask for it to be sent again.") from error
    found = dict(fields)
    if not found and ours:
        raise Refusal(
            "There are no fields in this document: it is another one than the action plan, or it was printed or "
            "flattened. Ask for the file as it was saved after filling it in, or enter what it says by hand."
        )
    if not found:
        raise Refusal("This PDF is not an action plan made with Clearway, so there is no reply in it.")
    answers = {(replace(name, revision=""), filled.value) for name, filled in fields}
    if len({question for question, _answer in answers}) < len(answers):
        raise Refusal(
            "This file has two answers to the same question, as where two replies were put together. Read each "
            "reply from a file of its own."
        )
    return found
