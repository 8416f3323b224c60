"""An act as it travels: what has to be known of it to pass it on, and the rest as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.frozen import frozen
from models.hashes import sha256


@frozen
class ToldAct:
    """What stands in `body` is for those alone who take it in."""

    gid: str
    stamp: str
    seen: tuple[str, ...]
    body: bytes
    signed: str = ""
    """Who sent it, as the hub says."""

    @property
    def maker(self) -> str:
        """The identity of the library that it was made in."""
        return self.stamp.partition(" ")[2]


def digest_of(stamps: Mapping[str, str]) -> int:
    """One number for a set of acts, by their names and stamps, whatever their order: as the hub works it out."""
    found = 0
    for told in _hashes(f"{gid} {stamp}" for gid, stamp in stamps.items()):
        found ^= told
    return found


def _hashes(texts: Iterable[str]) -> Iterable[int]:
    return (int(sha256(text.encode())[:15], 16) for text in texts)
