"""What the ledger was given and what became of it, kept for the moment that something is found."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop.view_models.ledger import Ledger
from desktop.view_models.library.browsing import Browsing
from desktop.view_models.saving import Entry

KEPT = 40


class Trace:
    """The last things that happened to acts, each with the number of the random act it happened in."""

    def __init__(self, folder: Path) -> None:
        self._at, self._lines = folder / "at", deque[str](maxlen=KEPT)
        self._watch(Ledger, "_take", lambda ledger, scope, _, edit=None, *more, **__: _act(scope, edit, more))
        self._watch(Entry, "with_more", lambda burst, edit: f"into {burst.number}: {_act(edit.scope, edit, ())}")
        self._watch(Ledger, "_done", lambda ledger, _: f"written {_first(ledger)}")
        self._watch(Ledger, "_failed", lambda ledger, error: f"failed {_first(ledger)}: {error!r:.120}")
        self._watch(Ledger, "read", lambda _, scope, *__: f"reads {scope[:8]}")
        self._watch(Browsing, "_act", lambda *_, **options: f"an act on the library {options.get('opens', '')}")
        self._watch(Browsing, "_acted", lambda _, opened, *__: f"the library answered {opened is not None}")

    def told(self) -> str:
        """One a line."""
        return "".join(f"    {line}\n" for line in self._lines)

    def _watch(self, kind: type, name: str, told: Callable[..., str]) -> None:
        known = getattr(kind, name)

        def watched(*given: Any, **options: Any) -> Any:
            at = self._at.read_text("ascii").split() if self._at.exists() else []
            self._lines.append(f"{at[-1] if at else '-'}: {told(*given, **options)}")
            return known(*given, **options)

        setattr(kind, name, watched)


def _first(ledger: Ledger) -> str:
    entry: Entry = ledger._waiting[0]
    return f"{entry.number} {entry.scope[:8]}"


def _act(scope: str, edit: Any, more: tuple[Any, ...]) -> str:
    if edit is None:
        return "a question or an act on the library"
    cells = [f"{type(c).__name__} {getattr(c, 'field', '')}" for c in edit.changes[:4]]
    return f"{scope[:8]} {edit.label.text!r} {[way.value for way in more[:1]]} {cells}"
