"""Which parts of a text match what was typed."""

from __future__ import annotations

from models.values.folding import folded


def matched_parts(text: str, typed: str) -> list[tuple[str, bool]]:
    """The text in parts, each with whether it matches a word that was typed; joined they are the text.

    Only letters that fold one to one are marked, so that the marks never stand beside what they mean.
    """
    line, marks = _letter_by_letter(text), [False] * len(text)
    for word in folded(typed).split():
        begin = line.find(word)
        while begin >= 0:
            marks[begin : begin + len(word)] = [True] * len(word)
            begin = line.find(word, begin + len(word))
    parts: list[tuple[str, bool]] = []
    for char, marked in zip(text, marks, strict=True):
        if parts and parts[-1][1] == marked:
            parts[-1] = (parts[-1][0] + char, marked)
        else:
            parts.append((char, marked))
    return parts


def begun_near(text: str, typed: str, most: int) -> str:
    """The text, without its beginning where the first word that was typed would stand past so many letters."""
    line, first = _letter_by_letter(text), next(iter(folded(typed).split()), "")
    place = line.find(first)
    if not first or place < most:
        return text
    begin = text.rfind(" ", 0, place - most // 2) + 1
    return f"…{text[begin:]}" if begin else text


def _letter_by_letter(text: str) -> str:
    """Folded, as long as the text: a letter that folds to none or several matches nothing."""
    plain = (" " if char.isspace() else folded(char) for char in text)
    return "".join(char if len(char) == 1 else "\0" for char in plain)
