"""Modules that are run when something of them is first asked for.

Python's own modules and other people's load some for the sake of a line that we seldom come to, if ever: a tenth of
what a command does.
"""

from __future__ import annotations

import sys
from _thread import RLock
from importlib.util import find_spec, module_from_spec

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` would be loaded before what it loads is told to wait
    from collections.abc import Callable
    from typing import Any


_PLAIN = ("inspect", "ipaddress", "bz2", "lzma", "textwrap", "traceback", "locale")
"""Loaded by `dataclasses`, `urllib`, `shutil`, `shiboken6`, `logging` and `calendar`."""


def spare_the_unlikely() -> None:
    """To be called first of all: what Python's own modules and `platformdirs` load, and hardly any work comes to."""
    for name in _PLAIN:
        run_when_wanted(name)
    run_when_wanted("copy", "copy")
    run_when_wanted("tempfile", "gettempdir")
    run_when_wanted("urllib.parse", "quote_from_bytes")
    run_when_wanted("typing", TYPE_CHECKING=False)


def run_when_wanted(name: str, *named: str, **instead: Any) -> None:
    """To be called before anybody loads it; later it changes nothing.

    `named` are functions that others take from it as they load it, `instead` what does not need it at all. Python's
    own `LazyLoader` would run it for these, and for whoever only imports it.
    """
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    module, load, turn, begun = module_from_spec(spec), spec.loader.exec_module, RLock(), False

    def run(wanted: str) -> Any:
        nonlocal begun
        if wanted.startswith("__"):  # somebody who only looks around
            raise AttributeError(wanted)
        with turn:
            if not begun:
                begun = True
                load(module)
                vars(module).pop("__getattr__", None)
        if wanted not in vars(module):
            raise AttributeError(f"module {name!r} has no attribute {wanted!r}")
        return vars(module)[wanted]

    def forward(function: str) -> Callable[..., Any]:
        return lambda *given, **told: run(function)(*given, **told)

    vars(module).update({function: forward(function) for function in named}, **instead, __getattr__=run)
    sys.modules[name] = module
