"""Where the library lives unless another file is named."""

from __future__ import annotations

from pathlib import Path

import platformdirs

LIBRARY_NAME = "library.clearway"


def default_library_path() -> Path:
    """The library's place by the platform's convention, as in `~/.local/share/Clearway/library.clearway` on Linux.

    Nothing is created.
    """
    return platformdirs.user_data_path("Clearway", appauthor=False) / LIBRARY_NAME
