"""People from whatever was pasted, or stands in a file: what it is tells its content, never its name."""

from __future__ import annotations

from models.attending.address_list import read_addresses
from models.attending.cards import BEGINS as A_CARD
from models.attending.cards import read_cards
from models.attending.found import FoundPeople
from models.attending.invitation import BEGINS as AN_INVITATION
from models.attending.invitation import read_invitation
from models.attending.outside_text import text_of
from models.attending.table import read_table, rows_of
from models.values.refusal import Refusal

LONGEST_LIST = 300_000
"""Letters: thousands of people, each with a line."""
_BEGINS_WITHIN = 200


def read_people(text: str) -> FoundPeople:
    """Everybody in a block of cells, an address line, a list of names, an invitation or cards."""
    begin = text[:_BEGINS_WITHIN].lstrip("\ufeff \t\r\n").upper()
    if begin.startswith(AN_INVITATION):
        return read_invitation(text)
    if begin.startswith(A_CARD):
        return read_cards(text)
    if len(text) > LONGEST_LIST:
        raise Refusal("This is too much text for a list of people. Take the lines you need.")
    rows = rows_of(text)
    return read_addresses(text) if rows is None else read_table(rows)


def read_people_file(data: bytes) -> FoundPeople:
    """The same, of a file. Raises Refusal, which says what can be done instead."""
    return read_people(text_of(data))


def is_several(text: str) -> bool:
    """Whether a text that is pasted into a field is more than one person's name, address or role."""
    text = text.strip()
    if text[:_BEGINS_WITHIN].upper().startswith((AN_INVITATION, A_CARD)) or any(sign in text for sign in "\t\n\r"):
        return True
    return text.count("@") > 1 and len(_addresses(text)) > 1


def _addresses(text: str) -> set[str]:
    return {person.email.lower() for person in read_addresses(text).people if person.email}
