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
    from types import ModuleType
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
    module = module_from_spec(spec)
    run = _running(module, spec.loader.exec_module)

    def forward(function: str) -> Callable[..., Any]:
        return lambda *given, **told: run(function)(*given, **told)

    vars(module).update({function: forward(function) for function in named}, **instead, __getattr__=run)
    sys.modules[name] = module
    package, _, last = name.rpartition(".")
    if package:  # for whoever imports it and then asks the package for it
        setattr(sys.modules[package], last, module)


def _running(module: ModuleType, load: Callable[[ModuleType], None]) -> Callable[[str], Any]:
    """What stands as the `__getattr__` of a module until it has run, which may bring one of its own."""
    turn, begun = RLock(), False

    def run(wanted: str) -> Any:
        nonlocal begun
        if wanted.startswith("__") and wanted != "__all__":  # somebody who only looks around
            raise AttributeError(wanted)
        with turn:
            if not begun:
                begun = True
                load(module)
                if vars(module)["__getattr__"] is run:
                    del vars(module)["__getattr__"]
        if wanted in vars(module):
            return vars(module)[wanted]
        own = vars(module).get("__getattr__", run)
        if own is run:
            raise AttributeError(f"module {module.__name__!r} has no attribute {wanted!r}")
        return own(wanted)

    return run
