"""Addresses as mail programs copy them: "Jan Novak <jan@example.com>;", "mailto:jan@example.com"."""

from __future__ import annotations

import re
from urllib.parse import unquote

from models.frozen import frozen
from models.values.sentence import Sentence

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"), "")
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN = re.compile(r"(?=.{1,253}$)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+")
_ENCLOSED = re.compile(
    r"(?P<name>.*?)\s*[<\[(]\s*(?:mailto:)?(?P<address>[^<>\[\]()\s]*@[^<>\[\]()\s]*)\s*[>\])]\s*", re.IGNORECASE
)
_NAME_AFTER = re.compile(r"(?P<address>[^<>\[\]()\s]+@[^<>\[\]()\s]+)\s*\((?P<name>[^()]*)\)")
_MAILTO = re.compile(r"mailto:([^?]*)(?:\?.*)?", re.IGNORECASE)
_ENDS = " \t\r\n;,."
_QUOTES = "\"'“”„‘’"


@frozen
class NamedAddress:
    """An address that can be written to, and the name beside it, which may be empty."""

    address: str
    name: str = ""


def read_address(text: str) -> NamedAddress | Sentence:
    """The address in what was typed, with the name that stands beside it; or why it cannot be used."""
    text = _decoded(text.translate(_UNSEEN)).strip(_ENDS)
    if text.count("@") > 1 and not _same_twice(text):
        return Sentence("More than one address. One stands here; each person has a line.")
    name, address = _taken_apart(text)
    address = address.strip(_ENDS + _QUOTES)
    if "@" not in address:
        return Sentence("No address yet: it has an @, as in “jan@example.com”.")
    if re.search(r"\s", address):
        return Sentence("An address has no space in it.")
    try:
        coded_address(address)
    except ValueError:
        return Sentence("No mail program would take this as an address. It looks like “jan@example.com”.")
    return NamedAddress(address, name)


def read_name(text: str) -> str:
    """A name as mail programs put it before an address, as people say it; empty where it is only an address."""
    return _name(_decoded(text.translate(_UNSEEN)))


def coded_address(address: str) -> tuple[str, str]:
    """What stands before and after the @, the host as the network has it. Raises ValueError where none can be it."""
    local, at, domain = address.rpartition("@")
    coded = domain.encode("idna").decode("ascii")
    badly_dotted = local.startswith(".") or local.endswith(".") or ".." in local
    if not at or badly_dotted or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(coded):
        raise ValueError(address)
    return local, coded


def _taken_apart(text: str) -> tuple[str, str]:
    """The name and the address."""
    if match := _MAILTO.fullmatch(text):
        return "", unquote(match[1])
    if match := _NAME_AFTER.fullmatch(text) or _ENCLOSED.fullmatch(text):
        return _name(match["name"]), match["address"]
    return "", text


def _name(text: str) -> str:
    """As people say it: "Novak, Jan" is turned round. What is an address itself is no name."""
    text = " ".join(text.strip(_ENDS + _QUOTES).replace('\\"', '"').split())
    if "@" in text:
        return ""
    text, bracket, unit = text.partition("(")
    family, comma, given = text.partition(",")
    text = f"{given.strip()} {family.strip()}" if comma and "," not in given else text
    return f"{text.strip()} {bracket}{unit}".strip()


def _same_twice(text: str) -> bool:
    """Whether a mail program put the address beside itself, as in "jan@example.com <mailto:jan@example.com>"."""
    found = {part.lower().removeprefix("mailto:") for part in re.split(r"[<>\[\]()\s'\"]+", text) if "@" in part}
    return len(found) == 1


def _decoded(text: str) -> str:
    """A name that was copied from the source of a message is coded for its way."""
    if "=?" not in text:
        return text
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(text)))
    except (LookupError, ValueError):
        return text
