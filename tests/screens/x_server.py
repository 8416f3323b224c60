"""An X server of a test's own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def x_server(screen: str = "1366x768x24") -> Iterator[str]:
    """Gives its name, as in ":7"; `screen` is its size and depth. It ends with the block."""
    reading, writing = os.pipe()
    # without -noreset the server forgets its monitors each time the last program leaves
    options = ["-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()
