"""Whole sentences of what people wrote, as many as there is room for."""

from __future__ import annotations

from models.statements.standing import first_sentence
from models.values.letters import on_one_line
from reports.words.text import one_line, shortened

LONGEST_SOURCE = 70


def source_of(text: str, most: int) -> str:
    """What shows something: what stands before a colon, where the text begins with its source; else its sentences."""
    line = on_one_line(text)
    head, colon, _ = line.partition(": ")
    if colon and len(head) <= LONGEST_SOURCE:
        return head.rstrip() + "."
    return whole_sentences(line, most)


def whole_sentences(text: str, most: int) -> str:
    """From the first sentence on, as many as fit into `most` characters; a first one that does not is shortened."""
    rest = on_one_line(text)
    kept = first_sentence(rest)
    if len(kept) > most:
        return shortened(one_line(kept), most)
    while len(rest) > len(kept):
        following = first_sentence(rest[len(kept) :].strip())
        if len(kept) + 1 + len(following) > most:
            break
        kept = f"{kept} {following}"
    return kept
