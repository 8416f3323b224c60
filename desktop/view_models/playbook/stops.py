"""The way through the playbook: phase by phase, activity by activity, each phase closed by its gate."""

from __future__ import annotations

from desktop.view_models.playbook.filling import Filling
from desktop.view_models.session import EngagementSession
from models.engagement.engagement import Engagement
from models.engagement.registers import RegisterCell
from models.frozen import frozen
from models.method.method import Activity, Column, Phase, PlaybookItem, Register
from models.playbook.phases import ItemState, item_columns, item_states, items_of
from models.playbook.raci import MATRIX
from models.values.sought import the_first


@frozen
class Stop:
    """An activity, or the gate of a phase where `activity` is None."""

    phase: Phase
    activity: Activity | None

    @property
    def key(self) -> str:
        """Tells the stops apart."""
        return f"{self.phase.id}/{self.activity.id if self.activity else ''}"


@frozen
class Sheet:
    """A register as an activity shows it: the items it answers, and the columns that they fill."""

    register: Register
    items: tuple[PlaybookItem, ...]
    columns: tuple[Column, ...]
    begun_in: str
    """Title of the phase in which its rows were begun, where that is another one."""


class PlaybookStops:
    """Where one is in the playbook, and how far each part of it is."""

    def __init__(self, session: EngagementSession) -> None:
        self.session = session
        self.filling = Filling(session)
        self._seen: Engagement | None = None
        self._states: dict[str, ItemState] = {}
        """How far each item was in what was seen."""
        phases = session.method.phases
        self.stops = tuple(Stop(phase, part) for phase in phases for part in (*phase.activities, None))
        self.place = next((n for n, stop in enumerate(self.stops) if self._is_open(stop)), 0)

    @property
    def stop(self) -> Stop:
        """The one on the screen."""
        return self.stops[self.place]

    @property
    def following(self) -> Stop | None:
        """The one after it."""
        return self.stops[self.place + 1] if self.place + 1 < len(self.stops) else None

    def move(self, steps: int) -> bool:
        """Goes on or back; False at either end."""
        if not 0 <= self.place + steps < len(self.stops):
            return False
        self.place += steps
        return True

    def go_to(self, key: str) -> None:
        """Goes to the stop with that key."""
        self.place = the_first(n for n, stop in enumerate(self.stops) if stop.key == key)

    def go_to_item(self, item_id: str) -> None:
        """Goes to the activity that an item belongs to."""
        self.place = the_first(
            n for n, s in enumerate(self.stops) if s.activity and item_id in {i.id for i in s.activity.items}
        )

    def go_to_cell(self, cell: RegisterCell) -> None:
        """Goes to the first activity that shows a cell."""
        register_id = next((e.register_id for e in self.session.current.entries if e.id == cell.entry_id), "")

        def shows(stop: Stop) -> bool:
            sheets = self.sheets(stop.activity) if stop.activity else ()
            columns = (column.id for s in sheets if s.register.id == register_id for column in s.columns)
            return cell.column_id in columns

        self.place = the_first(n for n, stop in enumerate(self.stops) if shows(stop))

    def state(self, item: PlaybookItem) -> ItemState:
        """How far one item is."""
        engagement, method = self.session.engagement, self.session.method
        if self._seen is not engagement:
            self._seen, self._states = engagement, item_states(method, engagement, method.items.values())
        return self._states[item.id]

    def states(self, stop: Stop) -> tuple[ItemState, ...]:
        """How far the items of an activity are; none for a gate."""
        return tuple(self.state(item) for item in stop.activity.items) if stop.activity else ()

    def done(self) -> tuple[int, int]:
        """How many items are done, and of how many."""
        items = self.session.method.items.values()
        return sum(self.state(item) is ItemState.DONE for item in items), len(items)

    def sheets(self, activity: Activity) -> tuple[Sheet, ...]:
        """The registers of an activity, each once, with the items' columns and the first one to tell the rows by."""
        method = self.session.method
        by_register: dict[str, list[PlaybookItem]] = {}
        for item in activity.items:
            by_register.setdefault(item.register, []).append(item)
        return tuple(self._sheet(method.register(key), tuple(items)) for key, items in by_register.items())

    def _sheet(self, register: Register, items: tuple[PlaybookItem, ...]) -> Sheet:
        wanted = {register.columns[0].id}.union(*(item_columns(item, register) for item in items))
        columns = tuple(c for c in register.columns if c.id in wanted)
        phases = self.session.method.phases
        first = the_first(p for p in phases if any(i.register == register.id for i in items_of(p)))
        here = any(item in items for item in items_of(first))
        return Sheet(register, items, columns, "" if here else first.title)

    def _is_open(self, stop: Stop) -> bool:
        return any(state is not ItemState.DONE for state in self.states(stop))


def is_matrix(register: Register) -> bool:
    """Whether a register is a responsibility matrix."""
    return register.kind == MATRIX
