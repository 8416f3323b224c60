"""A sentence whose parts do not weigh the same: what leads, what is said, what accompanies it."""

from __future__ import annotations

from enum import Enum

from models.frozen import frozen


class Weight(Enum):
    """How much a part of a sentence weighs."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


@frozen
class Piece:
    """A part of a sentence."""

    text: str
    weight: Weight = Weight.PLAIN


def in_pieces(*pieces: Piece) -> tuple[Piece, ...]:
    """Those that say anything, a space between two."""
    said = [piece for piece in pieces if piece.text]
    return tuple(Piece(f"{piece.text} ", piece.weight) for piece in said[:-1]) + tuple(said[-1:])


def whole_text(pieces: tuple[Piece, ...]) -> str:
    """The sentence."""
    return "".join(piece.text for piece in pieces)
