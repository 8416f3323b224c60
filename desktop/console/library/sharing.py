"""Shows what is handed over and taken in, over the whole console."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.console.library.handing_overlay import HandingOverlay
from desktop.console.library.taking_overlay import TakingOverlay
from desktop.view_models.ledger import Ledger
from desktop.view_models.library.browsing import Browsing
from desktop.view_models.sharing.handing import Handing
from desktop.view_models.sharing.hands import Hands
from desktop.view_models.sharing.taking import Taking
from models.engagement.library_entry import LibraryEntry

if TYPE_CHECKING:
    from models.storage.shared.package import Package


def show_taking(path: Path, browsing: Browsing, hands: Hands, ledger: Ledger, console: QWidget) -> None:
    """What a file would do here; the list, and an engagement that is open, follow once it is taken in."""
    from desktop.library_acts import LibraryActs

    model = Taking(path, hands, ledger, LibraryActs)
    TakingOverlay(model, console)
    model.taken.connect(browsing.taken_in)
    model.begin()


def show_held(package: Package, browsing: Browsing, hands: Hands, ledger: Ledger, console: QWidget) -> Taking:
    """What came from a hub and has to be chosen; the model, whose `taken` says that it was."""
    from desktop.library_acts import LibraryActs

    model = Taking(Path(package.name), hands, ledger, LibraryActs, package)
    TakingOverlay(model, console)
    model.taken.connect(browsing.taken_in)
    model.begin()
    return model


def show_handing(entry: LibraryEntry, browsing: Browsing, hands: Hands, ledger: Ledger, console: QWidget) -> None:
    """One engagement into one file."""
    model = Handing(entry, hands, ledger)
    HandingOverlay(model, console)
    model.told.connect(browsing.told)
