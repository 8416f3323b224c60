"""ReportLab loaded without what none of our documents asks it for, and what takes as long as a page does.

What evaluates formulas, kinds of pictures and OpenSSL are loaded when they are asked for. The program that shapes
letters we call ourselves, where a text needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, cast

from models.hashes import md5
from models.later import run_when_wanted

SHAPER = "uharfbuzz"
FORMULAS = ("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval")
"""What others of ReportLab's modules take from the one that evaluates them."""


def loaded(name: str) -> ModuleType:
    """A module of ReportLab."""
    if name in sys.modules:
        return sys.modules[name]
    run_when_wanted("ast", "literal_eval")
    run_when_wanted("hashlib", md5=md5)
    for part in ("pickle", "locale", "PIL.ExifTags", "PIL.TiffTags"):
        run_when_wanted(part)
    run_when_wanted("reportlab.lib.rl_safe_eval", *FORMULAS)
    with _without_shaper():
        return import_module(name)


@contextmanager
def _without_shaper() -> Iterator[None]:
    modules = cast(dict[str, Any], sys.modules)
    hidden = modules.setdefault(SHAPER, None)  # what is None there is not found
    try:
        yield
    finally:
        if hidden is None:
            del modules[SHAPER]
