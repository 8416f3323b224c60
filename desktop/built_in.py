"""The content packs that come with the program, in every language there are words for."""

from __future__ import annotations

from pathlib import Path

from models.method.check import read_method
from models.method.method import Method
from resources import resource_text

BUILT_IN_METHOD = "method/clearway.toml"
BUILT_IN_METHODS = {"en": BUILT_IN_METHOD, "de": "method/clearway-de.toml", "fr": "method/clearway-fr.toml"}
"""By language; in one that has none of its own the English pack is built in. A file is called as its pack's id."""
EARLIER_BUILT_IN = {f"clearway@{version}": f"method/clearway-{version}.toml" for version in ("1.1.0", "1.2.0")}
"""By their keys: an engagement made with one may come from a library that this one has never met."""


def read_built_in(name: str) -> Method:
    """One of these files, whole."""
    return read_method(resource_text(name), Path(name).name)


def built_in_pack(key: str) -> Method | None:
    """A pack of this program that the library has not met: the engagement may come from another language."""
    for name in BUILT_IN_METHODS.values():
        if key.partition("@")[0] == Path(name).stem:
            method = read_built_in(name)
            return method if method.key == key else None
    return None
