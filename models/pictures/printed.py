"""Evidence that a document prints: what is marked for the client, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from models.engagement.engagement import Asset, Engagement


def with_printed(engagement: Engagement, kept: Callable[[str], Asset | None]) -> Engagement:
    """The engagement with the pictures of the current round that are marked for the client; `kept` gives a file."""
    wanted = [e.sha256 for e in engagement.current.evidence if e.for_client and e.is_picture]
    found = {key: asset for key in wanted if (asset := kept(key)) is not None}
    return replace(engagement, assets={**engagement.assets, **found}) if found else engagement
