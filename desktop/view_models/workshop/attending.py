"""Who is here: asked once at the beginning of the day, and put right whenever somebody comes or goes."""

from __future__ import annotations

from dataclasses import replace

from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Stakeholder
from models.engagement.people import name_of
from models.values.sentence import act_called


class Attending:
    """Nobody is taken to be here until it was said."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session

    def people(self) -> tuple[Stakeholder, ...]:
        """Those who can be asked for: with a name or a role."""
        return tuple(person for person in self.session.people() if name_of(person))

    def not_said(self) -> tuple[Stakeholder, ...]:
        """Those of whom nobody has said whether they are here."""
        return tuple(person for person in self.people() if person.present is None)

    def everybody_is_here(self) -> bool:
        """All of whom it was not said; whether there are any."""
        here = [replace(person, present=True) for person in self.not_said()]
        if here:
            self.session.edit(act_called("Everybody is here"), *here)
        return bool(here)
