"""Modules are loaded as Python loads them, and not as PySide6 would have it.

PySide6 stands in front of every import: for the sake of `from __feature__ import …`, which nobody here writes, it reads
the source of each module that is loaded and keeps it. That is a tenth of the time and of the memory of a window.
"""

from __future__ import annotations

import builtins


def load_plainly() -> None:
    """To be called before what a window needs is loaded. Does nothing where PySide6 does not stand there."""
    import PySide6.QtCore  # noqa: F401 (it takes its place with this)

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
