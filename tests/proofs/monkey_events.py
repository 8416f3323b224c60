"""What the monkey does: a list of acts that depends on its seed alone, so that any part of it can be played again."""

from __future__ import annotations

import random
from dataclasses import dataclass

from desktop.console.pace_strip import PaceStrip
from desktop.console.playbook.register_keys import REGISTER_KEYS
from desktop.console.presenting.control import RoomControl
from desktop.console.shortcuts import SHORTCUTS
from desktop.console.steps import Step


@dataclass(frozen=True, slots=True)
class Event:
    """One act. `chance` decides what is decided where it is done: which widget of those in sight, which place in it."""

    kind: str
    value: str
    chance: float

    def __str__(self) -> str:
        return f"{self.kind} {self.value[:60]!r} {self.chance:.6f}"


MOVES = (
    *("Up", "Down", "Left", "Right", "Return", "Enter", "Esc", "Tab", "Shift+Tab", "PgUp", "PgDown", "Home", "End"),
    *("Del", "Backspace", "Space", "Return", "Tab", "Down", "Esc", "Shift+Return", "Ctrl+Return", "Ctrl+Home"),
    *("Ctrl+End", "Shift+Down", "Shift+Right", "Ctrl+A", "Alt+Up", "Alt+Down", "Ctrl+Backspace", "Ctrl+K", "F2", "?"),
)
CLICKER = ("PgDown", "PgUp", "F5", "Esc", ".", "B", "PgDown")
TEXTS = (
    "12 mar",
    "45k",
    "an",
    "Ana owns it",
    "1 2 4 2",
    "<b>bold</b> & <script>",
    "=1+1",
    "العربية نص",
    "供应商的变更",
    "Zoë ﬁ 👩\u200d🔬",
    "x" * 300,
    "\u202eright to left",
    "2027-01-15",
    "100 %",
    "\x00\x07",
)
PASTES = (
    "Accuracy\t12\t2027-01-01\nPrecision\t13\t\n\t\t\n",
    "Name\tRole\tGroup\nAna\tCFO\tfinance\n",
    "\n".join(f"Row {n}\t{n}k\t{n} mar" for n in range(25)),
    '"quoted ""cell""\nwith a line"\tnext\r\nlast\r\n',
    "=cmd|' /C calc'!A0\t+1\t-1\t@x",
    "word " * 400,
    "<table><tr><td>a</td></tr></table>",
    "\t\t\t\t\t\t\t\t\t\t\t\t",
    "ana@example.org, Ben <ben@example.org>",
    "",
)
WEATHERS = ("fair", "fair", "fair", "slow", "full", "vanished")
KINDS = {
    "declared": 30,
    "letter": 12,
    "move": 22,
    "clicker": 6,
    "room": 4,
    "click": 20,
    "double": 2,
    "drag": 1,
    "wheel": 1,
    "focus": 3,
    "type": 6,
    "paste": 3,
    "undo": 3,
    "page": 5,
    "open": 0.7,
    "screens": 0.8,
    "resize": 1,
    "drop": 0.4,
    "weather": 1.5,
    "rest": 3,
}
"""How often each comes, one beside the other."""


def declared_keys() -> tuple[str, ...]:
    """Every key that any page, part or the window declares."""
    acts = [*SHORTCUTS, *RoomControl.keys, *RoomControl.paging, *REGISTER_KEYS, *PaceStrip.keys]
    for step in Step:
        acts += getattr(step.page_type(), "keys", ())
    return tuple(sorted({name for act in acts for name in act.names}))


def events_of(seed: int, count: int) -> list[Event]:
    """So many acts."""
    chance, declared = random.Random(seed), declared_keys()
    values = {
        "declared": declared,
        "letter": tuple("abcdefghijklmnopqrstuvwxyz0123456789.,"),
        "move": MOVES,
        "clicker": CLICKER,
        "room": (*CLICKER, *declared),
        "type": TEXTS,
        "paste": PASTES,
        "undo": ("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"),
        "page": tuple(f"Ctrl+{n}" for n in range(1, len(Step) + 1)),
        "screens": ("one", "two", "two", "mirrored"),
        "drop": ("plan", "garbage", "text"),
        "weather": WEATHERS,
    }
    kinds = chance.choices(tuple(KINDS), tuple(KINDS.values()), k=count)
    return [Event(kind, chance.choice(values.get(kind, ("",))), chance.random()) for kind in kinds]
