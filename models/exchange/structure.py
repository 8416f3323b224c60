"""Parses a JSON text and holds it against the published schema. Nothing is trusted, and nothing is read twice."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Any, NoReturn

from models.exchange.limits import LARGEST_FILE, MOST_VALUES, holds_too_much
from models.exchange.schema_check import Checker, Fault
from models.values.refusal import Refusal
from models.values.sentence import Sentence
from resources import resource_text
from resources.words import marked

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

_HALF = r"\\u[dD]"
"""How an escape for half a character begins; a pattern is looked for in a fifth of the time of a text."""
MOST_EXPLAINED = 1_000
"""Letters of a text that is wrong."""
MOST_SHOWN, MOST_COUNTED = 10, 100
"""Of all that is wrong with a file, so many things are said, and so many looked for."""
MOST_LONGER, MOST_LETTERS = 1_000, 100_000
"""Texts that may be longer than one can type, and letters that they may have too many, all together: an earlier version
let them in, and what one library holds another takes. No screen waits for as much."""


class ExchangeError(Refusal):
    """A file that cannot be imported; says what is wrong and where, for people."""


class StructureError(ExchangeError):
    """A file that is not as the schema says; one line for each thing that is wrong."""

    def __init__(self, faults: Sequence[tuple[str, Sentence]], count: int) -> None:
        """`faults` are the first of them, each with its place in the file (empty: the whole); `count` is all."""
        text = "… and {n} more." if count < MOST_COUNTED else "… and at least {n} more."
        super().__init__(text, n=count - len(faults))
        self._faults = tuple(faults)
        self._more = count > len(faults)

    def said(self, words: NullTranslations) -> str:
        """A line for each."""
        whole = words.gettext("the file")
        lines = [f"{place or whole}: {fault.said(words)}" for place, fault in self._faults]
        return "\n".join([*lines, super().said(words)] if self._more else lines)


def checked_document(text: str | bytes, told: Callable[[Sentence], None]) -> dict[str, Any]:
    """The document in a JSON text, once it is known to be as the schema says. Raises ExchangeError.

    `told` hears of each text that is longer than one can type, and was taken.
    """
    try:
        document = _parse(text)
        if _may_hold_half(text) and _lone_surrogate(document):
            raise ExchangeError("The file holds half a character (a lone surrogate), which cannot be stored.")
        longer = _check_structure(document)
    except RecursionError as error:
        raise ExchangeError("The file is nested too deeply to be an engagement.") from error
    for fault in longer:
        told(_taken(fault))
    return dict(document)


def _parse(text: str | bytes) -> Any:
    if len(text) > LARGEST_FILE:
        raise ExchangeError("The file is larger than an engagement can be (32 MB).")
    try:
        source = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        if holds_too_much(text if isinstance(text, bytes) else text.encode(errors="surrogatepass")):
            raise ExchangeError("The file holds more than an engagement can: {most:,} values.", most=MOST_VALUES)
        document = json.loads(source, parse_constant=_no_constant, object_pairs_hook=_no_doubles)
    except UnicodeDecodeError as error:
        raise ExchangeError("The file is not UTF-8 text (byte {start}).", start=error.start) from error
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


def _may_hold_half(text: str | bytes) -> bool:
    """Whether it is worth looking: UTF-8 has no half a character, so only an escape can bring one."""
    if isinstance(text, bytes):
        return re.search(_HALF.encode(), text) is not None
    return re.search(_HALF, text) is not None or not text.isascii()


def _lone_surrogate(document: Any) -> bool:
    """Whether any text, keys too, cannot be written as UTF-8."""
    left = [document]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += value
            left += value.values()
        elif isinstance(value, list):
            left += value
        elif isinstance(value, str) and not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                return True
    return False


class _Unfit(ValueError):
    """What JSON allows and a library cannot hold."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def _no_constant(name: str) -> NoReturn:
    raise _Unfit(Sentence("{name} is not a number that can be stored", {"name": name}))


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = Counter(key for key, _ in pairs)
        raise _Unfit(Sentence("the key “{key}” stands twice in one object", {"key": keys.most_common(1)[0][0][:80]}))
    return found


@cache
def _checker() -> Checker:
    return Checker(json.loads(resource_text("schema/engagement.schema.json")))


def _check_structure(document: Any) -> list[Fault]:
    """The texts that are longer than they should be, where nothing else is wrong. Raises ExchangeError."""
    if not (faults := _checker().faults(document, MOST_COUNTED)):
        return []
    if all(map(_letters_too_many, faults)):
        faults = _checker().faults(document, MOST_LONGER + 1)
        excess = [_letters_too_many(fault) for fault in faults]
        if all(excess) and len(faults) <= MOST_LONGER and sum(excess) <= MOST_LETTERS:
            return faults
    if not isinstance(document, dict) or document.get("format") != "clearway-engagement":
        raise ExchangeError('This is not a Clearway engagement: “"format": "clearway-engagement"” is missing.')
    if document.get("version") != 1:
        raise ExchangeError(
            "The file is in a version of the format that this Clearway does not read. It reads version 1; "
            "a newer Clearway may be needed."
        )
    # What could have been taken by itself is told last.
    faults.sort(key=lambda fault: bool(_letters_too_many(fault)))
    raise StructureError([(_place(fault), _said(fault)) for fault in faults[:MOST_SHOWN]], len(faults))


def _letters_too_many(fault: Fault) -> int:
    """By how much a text that people type is too long; 0 where something else is wrong."""
    free = fault.schema.keys() <= {"type", "maxLength", "description"}
    return max(len(fault.value) - fault.schema.get("maxLength", 0), 0) if free and isinstance(fault.value, str) else 0


def _taken(fault: Fault) -> Sentence:
    values = {"place": _place(fault), "found": len(fault.value), "most": fault.schema["maxLength"]}
    return Sentence("{place} has {found:,} letters and was taken as it is; at most {most:,} can be typed.", values)


def _place(fault: Fault) -> str:
    path = "".join(f"[{p}]" if isinstance(p, int) else f".{p[:80]}" for p in fault.path())
    return path.lstrip(".")


def _said(fault: Fault) -> Sentence:
    """What a whole validator says of this one value; loaded here, since hardly any file needs it."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    known = dict.fromkeys(fault.schema.get("properties", {}), True)
    inner = ("items", "prefixItems", *(("additionalProperties",) if fault.schema.get("additionalProperties") else ()))
    own = {key: value for key, value in fault.schema.items() if key not in inner} | {"properties": known}
    validator = Draft202012Validator(own | _definitions(), format_checker=Draft202012Validator.FORMAT_CHECKER)
    found = best_match(validator.iter_errors(_enough_of(fault)))
    return _sentence(found) if found else Sentence("this is not as it should be")


def _enough_of(fault: Fault) -> Any:
    """The value, without the megabytes that no sentence would show; a text that is too long has to be counted."""
    text = isinstance(fault.value, str) and len(fault.value) <= fault.schema.get("maxLength", len(fault.value))
    return fault.value[:MOST_EXPLAINED] if text else fault.value


def _definitions() -> dict[str, Any]:
    return {"$defs": json.loads(resource_text("schema/engagement.schema.json"))["$defs"]}


def _sentence(error: ValidationError) -> Sentence:
    found, wanted, inner = error.instance, error.validator_value, error
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
