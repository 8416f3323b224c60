"""The file of what went wrong. It may name what somebody worked on, so it is theirs alone."""

from __future__ import annotations

import logging
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from models.values.files import keep_private, private_file, private_folder
from models.values.places import log_place
from models.values.refusal import Refusal


class PrivateLog(RotatingFileHandler):
    """At most three megabytes, in files that nobody else can read."""

    def __init__(self, path: Path) -> None:
        """Makes nothing yet but the folder. Raises OSError."""
        private_folder(path.parent)
        keep_private(path.parent)
        super().__init__(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)

    def _open(self) -> TextIOWrapper:
        private_file(Path(self.baseFilename))
        return super()._open()


def keep_log() -> None:
    """Warnings and faults go to a file where the platform keeps logs; to standard error where there can be none."""
    try:
        handler: logging.Handler = PrivateLog(log_place() / "clearway.log")
    except (OSError, Refusal):
        handler = logging.StreamHandler()
    logging.basicConfig(
        format="%(asctime)s %(levelname)s %(name)s: %(message)s", level=logging.WARNING, handlers=[handler]
    )
