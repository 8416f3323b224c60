"""The acts of preparing: the client, the pilot, the people and the brand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Asset, Pilot, Record, Round, Stakeholder
from models.engagement.judgements import Judgement
from models.engagement.people import called, says_nothing
from models.engagement.registers import RegisterCell
from models.playbook.currency import currency_for, sums_in
from models.values.sentence import act_called
from models.values.terms import new_id
from models.values.typed.addresses import NamedAddress


class Preparing:
    """Each field of the preparation as one labelled edit."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session

    def client(self, field: str, text: str, typing: str) -> None:
        """A text of the client's."""
        record = replace(self.session.engagement.client, **_text(field, text))
        self.session.edit(act_called("Change the client"), record, typing=typing)

    def pilot(self, field: str, value: str | date | Decimal | None, typing: str = "") -> None:
        """Anything about the pilot."""
        changes: dict[str, Any] = {field: value}
        record = replace(self.session.engagement.pilot, **changes)
        self.session.edit(act_called("Change the pilot"), record, typing=typing)

    def cost(self, amount: Decimal | None, typed: str) -> None:
        """What the pilot has cost; as the first sum of all it may name the currency."""
        pilot, *waiting = self._counted_in(self.currency_for(typed))
        self.session.edit(act_called("Change the pilot"), replace(pilot, cost=amount), *waiting)

    def currency(self, code: str) -> None:
        """What is counted in; sums that waited for it are understood now."""
        self.session.edit(act_called("Change the pilot"), *self._counted_in(code))

    def currency_for(self, typed: str) -> str:
        """What a sum that was typed would be counted in."""
        return currency_for(self.session.method, self.session.engagement, typed)

    def _counted_in(self, code: str) -> tuple[Pilot, *tuple[RegisterCell, ...]]:
        pilot = replace(self.session.engagement.pilot, currency=code)
        return (pilot, *sums_in(self.session.method, self.session.engagement, code))

    def address(self, person_id: str, found: NamedAddress) -> None:
        """A stakeholder's address, and the name beside it where there is none yet."""
        person = self.session.engagement.stakeholder(person_id)
        if person is not None:
            name = person.name if person.name.strip() else found.name
            self.session.edit(act_called("Change a stakeholder"), replace(person, email=found.address, name=name))

    def part_name(self, person_id: str, found: NamedAddress) -> None:
        """A stakeholder's name without the address that was copied with it, which is taken where there is none yet."""
        person = self.session.engagement.stakeholder(person_id)
        if person is not None:
            email = person.email if person.email.strip() else found.address
            self.session.edit(act_called("Change a stakeholder"), replace(person, email=email, name=found.name))

    def assessment(self, field: str, value: str | date | None, typing: str = "") -> None:
        """The workshop's date or facilitator."""
        changes: dict[str, Any] = {field: value}
        record = replace(self.session.current.assessment, **changes)
        self.session.edit(act_called("Change the workshop"), record, typing=typing)

    def brand(self, field: str, text: str, typing: str = "") -> None:
        """A text or colour of the brand."""
        record = replace(self.session.engagement.brand, **_text(field, text))
        self.session.edit(act_called("Change the brand"), record, typing=typing)

    def logo(self, field: str, asset: Asset | None) -> None:
        """`practice_logo` or `client_logo`; None takes it away."""
        record = replace(self.session.engagement.brand, **_text(field, asset.id if asset else ""))
        assets = [asset] if asset else []
        self.session.edit(act_called("Change a logo"), record, assets=assets)

    def add_stakeholder(self) -> str:
        """A new person at the end of the list, unless a line there says nothing yet; their id."""
        people = self.session.people()
        if begun := next(filter(says_nothing, people), None):
            return begun.id
        positions = (s.position for s in people)
        person = Stakeholder(
            id=new_id(), engagement_id=self.session.engagement.id, position=max(positions, default=-1) + 1
        )
        self.session.edit(act_called("Add a stakeholder"), person)
        return person.id

    def stakeholder(self, person_id: str, field: str, value: Any, typing: str = "") -> None:
        """Anything about one person."""
        person = self.session.engagement.stakeholder(person_id)
        if person is not None:
            label = act_called("Change a stakeholder")
            self.session.edit(label, replace(person, **{field: value}), typing=typing)

    def make_sponsor(self, person_id: str, sponsor: bool) -> None:
        """Whether this is the one who pays and signs; nobody else is, then."""
        people = self.session.people()
        before = [replace(p, sponsor=False) for p in people if p.sponsor and p.id != person_id and sponsor]
        marked = [replace(p, sponsor=sponsor) for p in people if p.id == person_id]
        self.session.edit(act_called("Mark the sponsor"), *before, *marked)

    def remove_stakeholder(self, person_id: str) -> None:
        """Takes a person off the list; what they own loses its owner, what they said its name. Undo brings all back."""
        person = self.session.engagement.stakeholder(person_id)
        if person is None:
            return
        left = [record for one in self.session.engagement.rounds for record in _without_person(one, person_id)]
        named, parts = self._in_registers(person)
        label = act_called("Remove “{name}”", name=person.name or person.role)
        self.session.edit(label, *left, *named, remove=[*parts, person])

    def _in_registers(self, person: Stakeholder) -> tuple[list[RegisterCell], list[RegisterCell]]:
        """The cells in which only the person's name will stay, and the parts in tasks that go with the person."""
        cells = [cell for one in self.session.engagement.rounds for cell in one.cells.values()]
        name = called(self.session.people())[person.id]
        meant = [cell for cell in cells if cell.value == person.id]
        parts = [cell for cell in cells if cell.column_id == person.id]
        return ([replace(cell, value=name) for cell in meant], parts) if name else ([], [*meant, *parts])


def _without_person(current: Round, person_id: str) -> Iterator[Record]:
    """What in a round names the person, without the name."""
    yield from (replace(action, owner_id="") for action in current.actions if action.owner_id == person_id)
    judged = current.judgements.values()
    yield from (_without(j, person_id) for j in judged if person_id in (j.owner_id, j.waived_by))
    yield from (replace(gate, decided_by="") for gate in current.gates.values() if gate.decided_by == person_id)
    yield from (replace(note, by="", named=False) for note in current.notes if note.by == person_id)


def _text(field: str, text: str) -> dict[str, Any]:
    return {field: text}


def _without(judgement: Judgement, person_id: str) -> Judgement:
    """The judgement without that person."""
    return replace(
        judgement,
        owner_id="" if judgement.owner_id == person_id else judgement.owner_id,
        waived_by="" if judgement.waived_by == person_id else judgement.waived_by,
    )
