"""What Windows does with files, imitated where Linux tells which files a process has open."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from models.values.files import LONGEST_PATH

HANDLES = Path("/proc/self/fd")


class Windows:
    """The module `os`, as it calls itself there."""

    name = "nt"

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)


def keep_windows_rules(monkeypatch: pytest.MonkeyPatch, *modules: ModuleType) -> None:
    """From now on in this process; `modules` are those of ours that ask which system this is.

    A file that is open is neither removed, renamed nor replaced, no folder is opened, and a long path leads nowhere.
    """
    for name, paths in (("unlink", 1), ("remove", 1), ("rename", 2), ("replace", 2)):
        monkeypatch.setattr(os, name, _refusing(getattr(os, name), paths))
    monkeypatch.setattr(os, "open", _strict(os.open))
    for module in modules:
        monkeypatch.setattr(module, "os", Windows())


def _refusing(act: Callable[..., Any], paths: int) -> Callable[..., Any]:
    def acts(*arguments: Any, **named: Any) -> Any:
        for path in arguments[:paths]:
            if _is_open(Path(path)):
                raise PermissionError(errno.EACCES, "The process cannot access the file", str(path))
        return act(*arguments, **named)

    return acts


def _strict(act: Callable[..., int]) -> Callable[..., int]:
    def opens(path: str | Path, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        whole = Path(path).absolute()
        if dir_fd is None and whole.is_dir() and not flags & os.O_DIRECTORY:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        if len(str(whole)) > LONGEST_PATH:
            raise FileNotFoundError(errno.ENOENT, "The system cannot find the path specified", str(path))
        return act(path, flags, mode, dir_fd=dir_fd)

    return opens


def _is_open(path: Path) -> bool:
    whole = path.resolve()
    for handle in HANDLES.iterdir():
        try:
            if handle.readlink() == whole:
                return True
        except OSError:
            continue  # the handle of this very look
    return False
