"""What is handed over: engagements with all that was ever done to them, the files and content packs they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from models.engagement.engagement import Asset
from models.frozen import frozen
from models.sharing.act import SharedAct

MOST_FILES = 450_000_000
"""Bytes of files in one: what it holds beside them finds room below what is unpacked at most."""


@frozen
class Handed:
    """One engagement: the acts say all that it is."""

    id: str
    acts: tuple[SharedAct, ...]
    """Each after those that its maker had seen."""


@frozen
class Package:
    """What one hand-over holds."""

    name: str
    """Of the file, for what is said of it."""
    made: str
    """When: ISO, UTC."""
    by: str
    engagements: tuple[Handed, ...]
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """Pictures and files that were sent, by id."""
    methods: Mapping[str, str] = field(default_factory=dict)
    """The texts of content packs, by key."""
