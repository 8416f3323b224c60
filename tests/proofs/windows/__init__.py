"""Clearway with CPython and the wheels for Windows, run by Wine: `python -m tests.proofs.windows`."""
