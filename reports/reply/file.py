"""Takes the fields out of a PDF that came back. It comes from outside: nothing in it is believed, run or followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PikepdfError, String
from pikepdf.settings import set_qpdf_limits

from models.values.refusal import Refusal
from reports.reply.fields import FieldName, parse_field_name
from reports.reply.plan_data import FILE_NAME

LARGEST_FILE = 50_000_000
"""Bytes."""
MOST_FIELDS = 20_000
DEEPEST = 20
"""Levels of fields within fields."""
LARGEST_STREAM = 100_000_000
"""Bytes that a part of the file may unpack to: a few kilobytes can be made to fill all memory."""

set_qpdf_limits(flate_max_memory=LARGEST_STREAM, png_max_memory=LARGEST_STREAM, run_length_max_memory=LARGEST_STREAM)


@dataclass(frozen=True, slots=True)
class Filled:
    """A field as it came back: what it held when it was sent, or None where the file no longer says, and what now."""

    sent: str | None
    value: str | None
    """None where it is no text at all."""


def filled_fields(data: bytes) -> dict[FieldName, Filled]:
    """Every field of ours in the file, by its name. Raises Refusal where there can be no reply in it."""
    if len(data) > LARGEST_FILE:
        raise Refusal("This file is too large for a reply: {size} MB.", size=len(data) // 1_000_000)
    if b"%PDF-" not in data[:1024]:
        raise Refusal("This file is no PDF. Ask for the action plan's PDF itself, filled in and saved.")
    try:
        with Pdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            fields = list(_fields(pdf))
            found = dict(fields)
            ours = bool(found) or _made_by_us(pdf)
    except PasswordError as error:
        raise Refusal("This PDF is locked with a password. Ask for a copy without one.") from error
    except (PikepdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Refusal("This PDF is damaged and cannot be read. Ask for it to be sent again.") from error
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


def _made_by_us(pdf: Pdf) -> bool:
    return str(pdf.docinfo.get("/Creator", "")) == "Clearway" or FILE_NAME in pdf.attachments


def _fields(pdf: Pdf) -> Iterator[tuple[FieldName, Filled]]:
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    waiting: list[tuple[Object, str, int]] = [(field, "", 0) for field in _listed(form.get("/Fields"))]
    seen = 0
    while waiting:
        field, above, depth = waiting.pop()
        seen += 1
        if not isinstance(field, Dictionary) or depth > DEEPEST:
            continue
        if seen > MOST_FIELDS:
            raise ValueError("more fields than any plan has")
        own = _text(field.get("/T")) or ""
        name = f"{above}.{own}" if above and own else above or own
        waiting += [(kid, name, depth + 1) for kid in _listed(field.get("/Kids"))]
        if (parsed := parse_field_name(name)) and own:
            value = field.get("/V")
            yield parsed, Filled(_text(field.get("/DV")), "" if value is None else _text(value))


def _listed(found: object) -> list[Object]:
    return list(found) if isinstance(found, Array) else []


def _text(found: object) -> str | None:
    """What a field holds: a string, or a name where a program has turned a choice into one."""
    if isinstance(found, String):
        return str(found)
    return str(found)[1:] if isinstance(found, Name) else None
