"""Asks for a file or a colour beside the window: a dialog that blocked it would swallow the keys that lead the room."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QDialog, QFileDialog, QWidget

from desktop.words import gettext


def ask_where(parent: QWidget, title: str, suggested: Path, kinds: str, then: Callable[[Path], None]) -> None:
    """Where a file is to be written. `then` is given the path, with the ending of `suggested` if none was typed."""
    dialog = QFileDialog(parent, title, str(suggested.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.lstrip("."))
    dialog.selectFile(suggested.name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    _show(dialog, parent)


def ask_another_name(parent: QWidget, suggested: Path, then: Callable[[Path], None]) -> None:
    """Where else a file is to be written, since it cannot be where it was meant to."""
    ask_where(parent, gettext("Save under another name"), suggested, f"*{suggested.suffix}", then)


def ask_which(parent: QWidget, title: str, kinds: str, then: Callable[[Path], None]) -> None:
    """Which file is to be read. `then` is given the path of one that exists."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    _show(dialog, parent)


def ask_files(parent: QWidget, title: str, kinds: str, then: Callable[[list[Path]], None]) -> None:
    """Which files are to be read, one or several. `then` is given the paths of those that exist."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda chosen: then([Path(path) for path in chosen]))
    _show(dialog, parent)


def ask_folder(parent: QWidget, title: str, suggested: Path, then: Callable[[Path], None]) -> None:
    """In which folder files are to be written. `then` is given the path of one that exists."""
    dialog = QFileDialog(parent, title, str(suggested))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    _show(dialog, parent)


def documents_folder() -> Path:
    """Where the system keeps a person's documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def ask_colour(parent: QWidget, title: str, colour: str, then: Callable[[str], None]) -> None:
    """Which colour, starting from `colour`. `then` is given it as #RRGGBB."""
    dialog = QColorDialog(QColor(colour), parent)
    dialog.setWindowTitle(title)
    dialog.colorSelected.connect(lambda chosen: then(chosen.name().upper()))
    _show(dialog, parent)


def _show(dialog: QDialog, parent: QWidget) -> None:
    if isinstance(dialog, QFileDialog):
        # Where Qt draws it, Del and Enter would remove the folder that is marked, with all that is in it.
        dialog.setOption(QFileDialog.Option.ReadOnly)
    for earlier in parent.window().findChildren(QDialog):
        if earlier is not dialog:
            earlier.close()
    dialog.setModal(False)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
