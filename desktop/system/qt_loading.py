"""Qt's Python side, loaded without a hook that reads the source of every module that is imported after it.

PySide6 looks for its own name there, for a spelling of its methods that is asked for with `from __feature__ import …`.
Nobody asks for it here; and Python keeps the sources that were read, some megabytes of them.
"""

from __future__ import annotations

import builtins


def load_qt() -> None:
    """Before anything else loads it; later it changes nothing."""
    as_it_was = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = as_it_was
