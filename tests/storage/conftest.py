from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from models.storage import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.clearway"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[[], Library]]:
    """Opens the library anew each time it is called, after closing the one before."""
    libraries: list[Library] = []

    def reopen() -> Library:
        for library in libraries:
            library.close()
        libraries.append(Library.open(path, who="Ann", device="laptop"))
        return libraries[-1]

    yield reopen
    for library in libraries:
        library.close()


@pytest.fixture
def library(opened: Callable[[], Library]) -> Library:
    return opened()
