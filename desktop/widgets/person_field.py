"""A choice of one of the stakeholders."""

from __future__ import annotations

from collections.abc import Iterable

from desktop.widgets.choice_field import ChoiceField
from desktop.words import gettext
from models.engagement.engagement import Stakeholder
from models.engagement.people import called


class PersonField(ChoiceField):
    """`chosen` carries the id of a stakeholder, or nothing for nobody."""

    def __init__(self, name: str, nobody: str = "") -> None:
        """`nobody` stands where nobody is chosen."""
        super().__init__(name, [])
        self._nobody = nobody or gettext("Nobody yet")

    def show_person(self, people: Iterable[Stakeholder], chosen: str) -> None:
        """Offers these people; `chosen` is the id of one of them, or empty."""
        named = [(key, name or gettext("unnamed")) for key, name in called(people).items()]
        self.offer([("", self._nobody), *named])
        self.show_key(chosen)
