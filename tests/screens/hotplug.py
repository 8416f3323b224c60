"""Plugs screens in and out of Qt's offscreen platform while the application runs.

The platform reads its screens from a file at its start. What changes them later is a function that it offers to other
platform plugins under the name `setConfiguration`, reached here through the C++ interface of Qt itself: on Linux on
x86-64, with the wheels of PySide6, for tests only.
"""

from __future__ import annotations

import ctypes
import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument

_POINTER = ctypes.c_void_p
_FIRST_OF_ITS_OWN = 12
"""QObject has twelve virtual functions; the next one is QPlatformNativeInterface::nativeResourceForIntegration."""

STARTED_WITH = "screens.json"
possible = sys.platform == "linux" and platform.machine() == "x86_64"


@dataclass(frozen=True)
class Fake:
    """A screen that Qt takes for a real one."""

    name: str
    x: int
    width: int
    height: int
    y: int = 0


LAPTOP = Fake("laptop", 0, 1366, 768)
PROJECTOR = Fake("projector", 1366, 1920, 1080)


def configuration(screens: Sequence[Fake]) -> dict[str, object]:
    """As the offscreen platform reads it."""
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"screens": [{**vars(screen), **dots} for screen in screens]}


def platform_with(folder: Path, screens: Sequence[Fake]) -> str:
    """What QT_QPA_PLATFORM has to say for an application that starts with these screens."""
    file = folder / STARTED_WITH
    file.write_text(json.dumps(configuration(screens)), encoding="utf-8")
    return f"offscreen:configfile={file}"


def screens_in(folder: Path) -> tuple[Fake, ...]:
    """What an application was started with."""
    kept = json.loads((folder / STARTED_WITH).read_text("utf-8"))["screens"]
    return tuple(Fake(**{field.name: one[field.name] for field in fields(Fake)}) for one in kept)


def plug(*screens: Fake) -> None:
    """From now on these screens are there and no others; one of the same name as before only changes."""
    text = json.dumps(configuration(screens)).encode()
    document = QJsonDocument.fromJson(QByteArray(text))
    gui, core = _library("Gui"), _library("Core")
    interface = _address(gui._ZN15QGuiApplication23platformNativeInterfaceEv)
    configure = ctypes.CFUNCTYPE(None, _POINTER, _POINTER)(_resource(interface, b"setConfiguration"))
    made = (ctypes.c_void_p * 2)()  # room for a QJsonObject, which the next call makes there
    _address(core._ZNK13QJsonDocument6objectEv, ctypes.addressof(made), _cpp(document))
    configure(ctypes.addressof(made), interface)
    destroy = core._ZN11QJsonObjectD1Ev
    destroy.restype, destroy.argtypes = None, [_POINTER]
    destroy(ctypes.addressof(made))


def _library(name: str) -> ctypes.CDLL:
    return ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / f"libQt6{name}.so.6"))


def _address(function: ctypes._NamedFuncPointer, *arguments: int) -> int:
    function.restype, function.argtypes = _POINTER, [_POINTER] * len(arguments)
    return int(function(*arguments))


def _resource(interface: int, name: bytes) -> int:
    table = ctypes.cast(interface, ctypes.POINTER(_POINTER))[0]
    entry = ctypes.cast(table, ctypes.POINTER(_POINTER))[_FIRST_OF_ITS_OWN]
    ask = ctypes.CFUNCTYPE(_POINTER, _POINTER, _POINTER)(entry)
    held = QByteArray(name)
    found = ask(interface, _cpp(held))
    if not found:
        raise RuntimeError("this platform has no setConfiguration: is it the offscreen one?")
    return int(found)


def _cpp(thing: QByteArray | QJsonDocument) -> int:
    return int(shiboken6.getCppPointer(thing)[0])
