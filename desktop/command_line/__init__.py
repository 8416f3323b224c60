"""The command line.

Python's `dataclasses` load `inspect` for the sake of one line that nothing here comes to, and that takes a twelfth of
a command: it is run when something of it is first asked for.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from typing import Any


def _run_when_wanted(name: str) -> None:
    """Python's own `LazyLoader` would run it for whoever only imports it."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    module, load = module_from_spec(spec), spec.loader.exec_module

    def run(wanted: str) -> Any:
        if wanted.startswith("__"):  # somebody who only looks around
            raise AttributeError(wanted)
        del vars(module)["__getattr__"]
        load(module)
        return getattr(module, wanted)

    vars(module)["__getattr__"] = run
    sys.modules[name] = module


_run_when_wanted("inspect")
