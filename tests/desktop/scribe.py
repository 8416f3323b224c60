"""Somebody who fills registers of the sample and asks what the room is shown of them."""

from __future__ import annotations

from facilitator import Facilitator

from desktop.view_models.room.entries import RoomTable
from desktop.view_models.room.pages import RoomActivity, RoomBudget
from desktop.view_models.room.presenting import Presenter
from models.engagement.engagement import Record
from models.engagement.registers import RegisterCell, RegisterEntry, cell_id
from models.values.sentence import act_called


class Scribe:
    """Writes registers of the sample's round, a whole row in one edit."""

    def __init__(self, facilitator: Facilitator) -> None:
        self.session = facilitator.session
        self.presenter = Presenter(self.session, dark=True)
        self.rows = 0

    def writes(self, register: str, **cells: str) -> str:
        self.rows += 1
        round_id = self.session.current.assessment.id
        entry = RegisterEntry(assessment_id=round_id, register_id=register, position=self.rows)
        put: list[Record] = [entry]
        for column, value in cells.items():
            key = cell_id(entry.id, column)
            put.append(RegisterCell(id=key, assessment_id=round_id, entry_id=entry.id, column_id=column, value=value))
        self.session.edit(act_called("Write a row"), *put)
        return entry.id

    def person(self, name: str) -> str:
        return next(s.id for s in self.session.people() if s.name == name)

    def shows(self, item_id: str, entry_id: str = "") -> RoomActivity | RoomBudget:
        for phase in self.session.method.phases:
            for activity in phase.activities:
                if item_id in [item.id for item in activity.items]:
                    return self.presenter.activity(phase.id, activity.id, item_id, entry_id)
        raise AssertionError(item_id)

    def activity(self, item_id: str, entry_id: str = "") -> RoomActivity:
        page = self.shows(item_id, entry_id)
        assert isinstance(page, RoomActivity)
        return page

    def table(self, item_id: str, entry_id: str = "") -> RoomTable:
        captured = self.activity(item_id, entry_id).captured
        assert isinstance(captured, RoomTable)
        return captured

    def rows_at(self, item_id: str, entry_id: str = "") -> list[tuple[str, ...]]:
        return [tuple(cell.text for cell in row.cells) for row in self.table(item_id, entry_id).rows]
