"""The screens as a person chooses among them, each with a key that it is known by the next time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True)
class ScreenChoice:
    """One screen that is there now."""

    name: str
    size: QSize
    geometry: QRect
    is_console: bool
    """Whether the console's window is on it."""
    overlaps_console: bool
    """Whether covering it covers the console too: it is the console's own screen, or shows the same picture."""
    key: str
    """Make, model, serial number, name and size: the same tomorrow, in another room too."""

    @property
    def identity(self) -> str:
        """The key without the size, which changes with the resolution."""
        return self.key.rpartition("|")[0]


def screen_choices(console: QScreen) -> dict[QScreen, ScreenChoice]:
    """Every screen, from left to right; `console` is the one that the console's window is on."""
    seen: Counter[str] = Counter()
    found: dict[QScreen, ScreenChoice] = {}
    for screen in sorted(QGuiApplication.screens(), key=lambda s: (s.geometry().x(), s.geometry().y())):
        identity = "|".join((screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name()))
        seen[identity] += 1
        if seen[identity] > 1:  # two of one make without serial numbers: told apart by where they stand
            identity += f"#{seen[identity]}"
        size = screen.geometry().size()
        found[screen] = ScreenChoice(
            name=screen.model() or screen.name(),
            size=size,
            geometry=screen.geometry(),
            is_console=screen == console,
            overlaps_console=screen.geometry().intersects(console.geometry()),
            key=f"{identity}|{size.width()}x{size.height()}",
        )
    return found


def same_screen(key: str, among: Sequence[ScreenChoice]) -> ScreenChoice | None:
    """The screen that `key` was made from; at another resolution if need be."""
    exact = [choice for choice in among if choice.key == key]
    alike = [choice for choice in among if choice.identity == key.rpartition("|")[0]]
    return next(iter(exact + alike), None) if key else None
