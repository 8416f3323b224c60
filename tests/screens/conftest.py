"""What the tests on real screens share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from x_server import x_server


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of the test's own, with a laptop's screen."""
    with x_server() as name:
        yield name
