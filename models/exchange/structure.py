"""Parses a JSON text and holds it against the published schema. Nothing is trusted, and nothing is read twice."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from models.values.refusal import Refusal
from resources import resource_text

LARGEST_FILE = 32_000_000
"""Bytes: room for two logos and thousands of notes."""


class ExchangeError(Refusal):
    """A file that cannot be imported; str() says what is wrong and where, for people."""


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
        raise ExchangeError(f"The file is not UTF-8 text (byte {error.start}).") from error
    except UnicodeEncodeError as error:
        raise ExchangeError("The file holds half a character (a lone surrogate), which cannot be stored.") from error
    except json.JSONDecodeError as error:
        raise ExchangeError(f"Not valid JSON at line {error.lineno}, column {error.colno}: {error.msg}.") from error
    except ValueError as error:
        reason = "a number has too many digits" if "int_max_str_digits" in str(error) else error
        raise ExchangeError(f"Not valid JSON: {reason}.") from error
    return document


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number that can be stored")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key “{key[:80]}” stands twice in one object")
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
    shown = "\n".join(f"{_place(e)}: {_sentence(e)}" for e in errors[:10])
    more = f"\n… and {len(errors) - 10} more." if len(errors) > 10 else ""
    raise ExchangeError(shown + more)


def _place(error: ValidationError) -> str:
    path = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path)
    return path.lstrip(".") or "the file"


def _sentence(error: ValidationError) -> str:
    inner = best_match([error]) or error
    found, wanted = inner.instance, inner.validator_value
    match inner.validator:
        case "pattern":
            return f"“{str(found)[:80]}” does not have the form that is needed here"
        case "required":
            return f"“{next(key for key in wanted if key not in found)}” is missing"
        case "additionalProperties":
            known = inner.schema.get("properties", {})
            return f"“{next(key for key in found if key not in known)[:80]}” is not a key that is known here"
        case "maxLength":
            return f"has {len(found):,} characters; at most {wanted:,} may stand here"
        case "maxItems":
            return f"has {len(found):,} entries; at most {wanted:,} may stand here"
        case "anyOf":
            return f"a text or a number is needed here, not {_shown(found)}"
        case "type" if isinstance(wanted, str):
            return f"{_KINDS.get(wanted, wanted)} is needed here, not {_shown(found)}"
    return _short(str(inner.message))


_KINDS = {
    "string": "a text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list in [ ]",
    "object": "an object in { }",
}


def _shown(value: Any) -> str:
    return _short(json.dumps(value, ensure_ascii=False))


def _short(text: str) -> str:
    return text if len(text) <= 200 else text[:200] + "…"
