"""What keys do at a gate."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.console.playbook.gate.form import KEYS, GateForm
from desktop.widgets.keys import KeyAct
from resources.words import marked

if TYPE_CHECKING:
    from desktop.console.playbook.page import PlaybookPage

_DECISIONS = tuple(KEYS)


def _at(page: PlaybookPage, act: Callable[[GateForm], object]) -> bool:
    """Done with the gate; at anything else the key means nothing."""
    if not isinstance(page.part, GateForm):
        return False
    return act(page.part) is not False


GATE_KEYS = (
    KeyAct(
        "P C N",
        marked("At a gate: passed, with conditions, not passed"),
        lambda page, n: _at(page, lambda gate: gate.decide(_DECISIONS[n])),
    ),
    KeyAct("U", marked("At a gate: leave it undecided"), lambda page, _: _at(page, lambda gate: gate.undecide())),
    KeyAct(
        "D",
        marked("At a gate: by whom"),
        lambda page, _: _at(page, lambda gate: gate.by.setFocus(Qt.FocusReason.ShortcutFocusReason)),
    ),
    KeyAct(
        "M",
        marked("At a gate: move the first action that is due too late to its day"),
        lambda page, _: _at(page, lambda gate: gate.move_action()),
    ),
)
"""Done on the page."""
