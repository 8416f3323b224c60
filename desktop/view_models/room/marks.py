"""Marks that the room knows: what stands in a square for the answer to a sign, and how far a tick is."""

from __future__ import annotations

LEVELS = ("0", "1", "2", "3")
NOT_KNOWN, DOES_NOT_APPLY, NOT_ASKED = "?", "–", ""

DONE, HERE, TO_COME = "done", "here", "to come"
AGREED, ASIDE = "agreed", "set aside"
"""A tick of the line along the foot; the last two for what became of a proposal."""
