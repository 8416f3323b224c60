"""A title before a name is no name: in a narrow column, on a disc, in a headline."""

from __future__ import annotations

import pytest

from desktop.view_models.room.sentences import first_names
from models.attending.person_names import first_and_rest, initialled, initials
from models.engagement.engagement import Stakeholder


@pytest.mark.parametrize(
    ("name", "two", "short", "disc"),
    [
        ("Margaret Oduya", ("Margaret", "Oduya"), "M. Oduya", "MO"),
        ("Professor Dame Philippa Okafor-Hale", ("Philippa", "Okafor-Hale"), "P. Okafor-Hale", "PO"),
        ("Dr. med. Anna von Berg", ("Anna", "von Berg"), "A. von Berg", "AB"),
        ("Dr.-Ing. Jörg Weiß", ("Jörg", "Weiß"), "J. Weiß", "JW"),
        ("Dr Okafor", ("Dr", "Okafor"), "Dr Okafor", "O"),
        ("Frau Schmidt", ("Frau", "Schmidt"), "Frau Schmidt", "S"),
        ("Dame N’Doye", ("Dame", "N’Doye"), "Dame N’Doye", "N"),
        ("Med Hassan", ("Med", "Hassan"), "M. Hassan", "MH"),
        ("Priya", ("Priya", ""), "Priya", "P"),
        ("Dr", ("Dr", ""), "Dr", "D"),
        ("", ("", ""), "", ""),
    ],
)
def test_titles_are_left_out(name: str, two: tuple[str, str], short: str, disc: str) -> None:
    assert (first_and_rest(name), initialled(name), initials(name)) == (two, short, disc)


def test_nobody_is_called_doctor() -> None:
    names = ("Dr Siobhán Ní Bhriain", "Dr Okafor", "Professor Ana Ruiz", "Priya")
    people = [Stakeholder(engagement_id="e", name=name) for name in names]
    assert list(first_names(people).values()) == ["Siobhán", "Dr Okafor", "Ana", "Priya"]
