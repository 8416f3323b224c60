"""ReportLab loaded without what none of our documents asks it for, and what takes as long as a page does.

A pattern that finds names in formulas is made ready when it is asked for. The program that shapes letters we call
ourselves, where a text needs it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, cast

LATE = "rl_less_safe_eval"
"""A part of the pattern."""
SHAPER = "uharfbuzz"


class _Later:
    """A pattern that is made ready when it is first asked for something."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        return getattr(re.compile(*self._given), name)


def loaded(name: str) -> ModuleType:
    """A module of ReportLab."""
    if name in sys.modules:
        return sys.modules[name]
    with _without_both():
        return import_module(name)


@contextmanager
def _without_both() -> Iterator[None]:
    compile_now, modules = re.compile, cast(dict[str, Any], sys.modules)

    def compiled(pattern: Any, flags: int = 0) -> Any:
        late = isinstance(pattern, str) and LATE in pattern
        return _Later(pattern, flags) if late else compile_now(pattern, flags)

    re.compile = compiled
    hidden = modules.setdefault(SHAPER, None)  # what is None there is not found
    try:
        yield
    finally:
        re.compile = compile_now
        if hidden is None:
            del modules[SHAPER]
