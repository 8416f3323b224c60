"""Somebody who fills in registers of the playbook."""

from __future__ import annotations

from facilitator import Facilitator

from desktop.console.playbook.page import PlaybookPage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.steps import Step
from models.engagement.engagement import Stakeholder
from models.values.sentence import act_called


def begins_the_playbook(at: Facilitator, *names: str) -> None:
    """A new engagement with these people, at the first activity."""
    at.begins("Harbour Trust", "Berth planner")
    people = [Stakeholder(engagement_id=at.engagement.id, position=n, name=name) for n, name in enumerate(names)]
    at.session.edit(act_called("People"), *people)
    at.goes_to(Step.PLAYBOOK)


def opens_register(at: Facilitator, register_id: str) -> RegisterTable:
    """The activity in which a register is filled in, with the keyboard in its empty line."""
    page = at.window.pages[Step.PLAYBOOK]
    assert isinstance(page, PlaybookPage)
    item = next(item for item in at.session.method.items.values() if item.register == register_id)
    page.show_item(item.id)
    found = next(t for t in page.findChildren(RegisterTable) if t.sheet.register.id == register_id and t.isVisible())
    found.begin()
    return found


def kept(at: Facilitator, register_id: str) -> list[dict[str, str]]:
    """What is kept of a register, row by row, by the titles of its columns."""
    current, register = at.engagement.current, at.session.method.register(register_id)
    return [
        {column.id: value for column in register.columns if (value := current.value(entry.id, column.id))}
        for entry in current.entries_of(register_id)
    ]
