"""The command line.

Python's own modules and `platformdirs` load others for the sake of a line that a command seldom comes to. They take a
tenth of it, so they are run when something of them is first asked for.
"""

from __future__ import annotations

import sys
from _thread import RLock
from importlib.util import find_spec, module_from_spec

TYPE_CHECKING = False
if TYPE_CHECKING:  # `typing` would be loaded before anything is told to take its time
    from typing import Any


def _run_when_wanted(name: str, *named: str) -> None:
    """Python's own `LazyLoader` would run it for whoever only imports it. `named` are functions taken from it so."""
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

    def forward(function: str) -> Any:
        return lambda *given, **told: run(function)(*given, **told)

    vars(module).update({function: forward(function) for function in named}, __getattr__=run)
    sys.modules[name] = module


for _name in ("inspect", "ipaddress", "bz2", "lzma"):  # of `dataclasses`, `urllib` and `shutil`
    _run_when_wanted(_name)
_run_when_wanted("copy", "copy")  # of `dataclasses` and `platformdirs`
_run_when_wanted("tempfile", "gettempdir")
