"""Brings every file of words up to date with the code: `python3 run.py words`."""

from __future__ import annotations

from tests.words.catalogues import files

for path, content in files():
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)
        print(path.name)
