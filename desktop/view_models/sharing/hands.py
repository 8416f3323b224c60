"""What the windows are given to hand over and take in with: only what opens the library names its files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.frozen import frozen

if TYPE_CHECKING:
    from models.storage import Library
    from models.storage.shared.package import Package
    from models.storage.shared.sharing import Decisions, Sharing


@frozen
class Hands:
    """Functions of `desktop.own_library`."""

    sharing: Callable[[Library], Sharing]
    decisions: Callable[..., Decisions]
    packed: Callable[[Library, list[str]], bytes]
    seal: Callable[[bytes, str], bytes]
    unseal: Callable[[bytes, str], bytes | None]
    package_at: Callable[[Path, Callable[[bytes], bytes | None], str], Package]
    asks_for_passphrase: Callable[[Path], bool]
