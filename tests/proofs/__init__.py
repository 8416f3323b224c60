"""Proofs that take minutes, each a command of its own: `python -m tests.proofs.NAME`."""

from __future__ import annotations

import sys
from pathlib import Path

# The storage tests keep their helpers beside them, where pytest finds them by itself; a plain `python -m` does not.
sys.path.append(str(Path(__file__).parents[1] / "storage"))
