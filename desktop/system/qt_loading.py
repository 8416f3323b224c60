"""Qt's Python side, loaded without what only its tools and its complaints need.

PySide6 brings the sources of its signatures packed up, and unpacks and compiles them at each start: two fifths of what
loading it takes. They tell what a wrong call should have been, and are loaded here for the first of these. And PySide6
reads the source of every module that is imported after it, looking for its own name there, for a spelling of its
methods that is asked for with `from __feature__ import …`. Nobody asks for it here; and Python keeps the sources that
were read, some megabytes of them.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

from models.later import spare_the_unlikely

_SIGNATURES = "shibokensupport.signature"
_MAPPING = f"{_SIGNATURES}.mapping"
_FEATURE = "shibokensupport.feature"
_LATER = {
    *(_MAPPING, f"{_SIGNATURES}.errorhandler", f"{_SIGNATURES}.layout", f"{_SIGNATURES}.parser"),
    *(f"{_SIGNATURES}.lib.{name}" for name in ("enum_sig", "pyi_generator", "tool")),
}


def load_qt() -> None:
    """Before anything else loads it; later it changes nothing."""
    spare_the_unlikely()
    as_it_was = builtins.__import__

    def light(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - as Python calls them
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        for part in {f"{name}.{part}" for part in fromlist or ()} & _LATER:
            sys.modules.setdefault(part, _later(part))
        found = as_it_was(name, globals, locals, fromlist or (), level)
        if _FEATURE in sys.modules:  # which reads the source of shiboken6 even so
            vars(sys.modules[_FEATURE])["_mod_uses_pyside"] = lambda module: False
        return found

    builtins.__import__ = light
    try:
        import shiboken6  # noqa: F401
    finally:
        builtins.__import__ = as_it_was
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = as_it_was


def _later(name: str) -> ModuleType:
    """A module of PySide6's that is run when something of it is first asked for."""
    module = ModuleType(name)
    module.__spec__ = ModuleSpec(name, None)

    def run(wanted: str) -> Any:
        if wanted.startswith("__"):  # somebody who only looks around
            raise AttributeError(wanted)
        del vars(module)["__getattr__"]
        loader: Any = sys.modules["shibokensupport"].__loader__
        module.__spec__ = ModuleSpec(name, loader)
        loader.exec_module(module)
        return getattr(module, wanted)

    vars(module)["__getattr__"] = run
    if name == _MAPPING:  # PySide6 looks for it past Python's way
        vars(module)["update_mapping"] = lambda: run("update_mapping")()
    return module
