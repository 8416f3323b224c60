"""Parses a JSON text and holds it against the published schema. Nothing is trusted, and nothing is read twice."""

from __future__ import annotations

import json
from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any, NoReturn

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from models.values.refusal import Refusal
from models.values.sentence import Sentence
from resources import resource_text
from resources.words import marked

LARGEST_FILE = 32_000_000
"""Bytes: room for two logos and thousands of notes."""


MOST_SHOWN = 10
"""Of all that is wrong with a file, so many things are said."""


class ExchangeError(Refusal):
    """A file that cannot be imported; says what is wrong and where, for people."""


class StructureError(ExchangeError):
    """A file that is not as the schema says; one line for each thing that is wrong."""

    def __init__(self, faults: Sequence[tuple[str, Sentence]], count: int) -> None:
        """`faults` are the first of them, each with its place in the file (empty: the whole); `count` is all."""
        super().__init__("… and {n} more.", n=count - len(faults))
        self._faults = tuple(faults)
        self._more = count > len(faults)

    def said(self, words: NullTranslations) -> str:
        """A line for each."""
        whole = words.gettext("the file")
        lines = [f"{place or whole}: {fault.said(words)}" for place, fault in self._faults]
        return "\n".join([*lines, super().said(words)] if self._more else lines)


def checked_document(text: str | bytes) -> dict[str, Any]:
    """The document in a JSON text, once it is known to be as the schema says. Raises ExchangeError."""
    try:
        document = _parse(text)
        _check_structure(document)
    except RecursionError as error:
        raise ExchangeError("The file is nested too deeply to be an engagement.") from error
    return dict(document)


def _parse(text: str | bytes) -> Any:
    if len(text) > LARGEST_FILE:
        raise ExchangeError("The file is larger than an engagement can be (32 MB).")
    try:
        source = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        document = json.loads(source, parse_constant=_no_constant, object_pairs_hook=_no_doubles)
        json.dumps(document, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise ExchangeError("The file is not UTF-8 text (byte {start}).", start=error.start) from error
    except UnicodeEncodeError as error:
        raise ExchangeError("The file holds half a character (a lone surrogate), which cannot be stored.") from error
    except json.JSONDecodeError as error:
        raise ExchangeError(
            "Not valid JSON at line {lineno}, column {colno}: {msg}.",
            lineno=error.lineno,
            colno=error.colno,
            msg=error.msg,
        ) from error
    except _Unfit as error:
        raise ExchangeError("Not valid JSON: {reason}.", reason=error.sentence) from error
    except ValueError as error:
        too_long = "int_max_str_digits" in str(error)
        reason = Sentence("a number has too many digits") if too_long else error
        raise ExchangeError("Not valid JSON: {reason}.", reason=reason) from error
    return document


class _Unfit(ValueError):
    """What JSON allows and a library cannot hold."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def _no_constant(name: str) -> NoReturn:
    raise _Unfit(Sentence("{name} is not a number that can be stored", {"name": name}))


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _Unfit(Sentence("the key “{key}” stands twice in one object", {"key": key[:80]}))
        found[key] = value
    return found


def _check_structure(document: Any) -> None:
    validator = Draft202012Validator(
        json.loads(resource_text("schema/engagement.schema.json")),
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    errors = sorted(validator.iter_errors(document), key=lambda e: list(map(str, e.absolute_path)))
    if not errors:
        return
    if not isinstance(document, dict) or document.get("format") != "clearway-engagement":
        raise ExchangeError('This is not a Clearway engagement: “"format": "clearway-engagement"” is missing.')
    if document.get("version") != 1:
        raise ExchangeError(
            "The file is in a version of the format that this Clearway does not read. It reads version 1; "
            "a newer Clearway may be needed."
        )
    raise StructureError([(_place(error), _sentence(error)) for error in errors[:MOST_SHOWN]], len(errors))


def _place(error: ValidationError) -> str:
    path = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path)
    return path.lstrip(".")


def _sentence(error: ValidationError) -> Sentence:
    inner = best_match([error]) or error
    found, wanted = inner.instance, inner.validator_value
    match inner.validator:
        case "pattern":
            return Sentence("“{found}” does not have the form that is needed here", {"found": str(found)[:80]})
        case "required":
            missing = next((key for key in wanted if key not in found), "")
            return Sentence("“{key}” is missing", {"key": missing})
        case "additionalProperties":
            known = inner.schema.get("properties", {})
            key = next((key for key in found if key not in known), "")
            return Sentence("“{key}” is not a key that is known here", {"key": key[:80]})
        case "maxLength":
            values = {"found": len(found), "most": wanted}
            return Sentence("has {found:,} characters; at most {most:,} may stand here", values)
        case "maxItems":
            values = {"found": len(found), "most": wanted}
            return Sentence("has {found:,} entries; at most {most:,} may stand here", values)
        case "anyOf":
            return Sentence("a text or a number is needed here, not {found}", {"found": _shown(found)})
        case "type" if isinstance(wanted, str):
            kind = Sentence(_KINDS.get(wanted, wanted))
            return Sentence("{kind} is needed here, not {found}", {"kind": kind, "found": _shown(found)})
    return Sentence("{message}", {"message": _short(str(inner.message))})


_KINDS = {
    "string": marked("a text"),
    "boolean": marked("true or false"),
    "integer": marked("a whole number"),
    "number": marked("a number"),
    "array": marked("a list in [ ]"),
    "object": marked("an object in { }"),
}


def _shown(value: Any) -> str:
    return _short(json.dumps(value, ensure_ascii=False))


def _short(text: str) -> str:
    return text if len(text) <= 200 else text[:200] + "…"
