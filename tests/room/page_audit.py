"""Looks over a page of the room view for what a person in the last row, or a designer, would object to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF, QImage

from desktop.room.drawing.composition import Box, Composition, Form, PlacedText
from models.values.colour import contrast
from tests.pixels import colours_in, contrast_of, hexadecimal

LEAST = {"title": 64, "owner": 64, "due": 64, "question": 56}
"""Pixels of a window 1080 high; everything else has at least 30."""
LONE = 0.25
"""Of the longest line, what one word has on the last one at the least."""
SHORT = 4
"""Letters of a word, or figures of a number, for which every place has room."""
FIGURE = "figure"
"""The role of a figure in a square of the scale: it is large, and its place says it too."""


def audit(page: Composition) -> list[str]:
    """Every fault that the places, sizes and colours of the page show; empty when it is sound."""
    return [*_outside(page), *_overlapping(page), *_badly_set(page), *_too_small(page), *_faint(page)]


def unpainted(page: Composition, picture: QImage) -> list[str]:
    """Texts that cannot be seen in the picture, or stand on another ground than the page says."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    faults = []
    for text in page.texts:
        box = text.box
        area = QRect(round(box.x), round(box.y), max(round(box.width), 1), max(round(box.height), 1))
        colours = colours_in(picture, area)
        most = colours.most_common(1)[0][0]
        if hexadecimal(most) != text.ground.upper():
            faults.append(f"{_named(text)} stands on {hexadecimal(most)}, not on {text.ground}")
        ground = int(text.ground.removeprefix("#"), 16)
        strongest = max(contrast_of(colour, ground) for colour in colours)
        if text.text and strongest < 0.9 * contrast(text.colour, text.ground):
            faults.append(f"{_named(text)} is not painted as it should be: {strongest:.1f}")
    return faults


def _named(text: PlacedText) -> str:
    return f"{text.role} “{text.text[:30]}”"


def _outside(page: Composition) -> Iterator[str]:
    window = Box(0, 0, page.width, page.height)
    for text in page.texts:
        if not window.holds(text.box):
            yield f"outside: {_named(text)} at {text.box}"
    places = [(shape.role, shape.box) for shape in page.shapes] + [(logo.role, logo.box) for logo in page.pictures]
    for role, box in places:
        if not window.holds(box):
            yield f"outside: {role} at {box}"


def _overlapping(page: Composition) -> Iterator[str]:
    for one, other in combinations([text for text in page.texts if text.text], 2):
        if one.box.meets(other.box):
            yield f"overlap: {_named(one)} and {_named(other)}"
    for text in page.texts:
        for shape in page.shapes:
            if shape.form is Form.PATH:
                continue  # a path's box says nothing of where its lines run
            cut = not shape.box.holds(text.box) if shape.form is Form.BOX else True
            if text.text and cut and shape.box.meets(text.box, 1):
                yield f"cut: {_named(text)} by {shape.role}"
        for picture in page.pictures:
            if picture.box.meets(text.box):
                yield f"overlap: {_named(text)} and {picture.role}"
    marks = [shape for shape in page.shapes if shape.ground and shape.form is not Form.PATH]
    for mark, second in combinations(marks, 2):
        if mark.box.meets(second.box, 1) and not (mark.box.holds(second.box) or second.box.holds(mark.box)):
            yield f"overlap: {mark.role} and {second.role}"


def _badly_set(page: Composition) -> Iterator[str]:
    for text in page.texts:
        metrics = QFontMetricsF(text.face.font(text.size))
        for line in text.lines:
            if len(line) > 60:
                yield f"a line of {len(line)} characters in {_named(text)}"
            if metrics.horizontalAdvance(line) > text.box.width + 1:
                yield f"{_named(text)} is {metrics.horizontalAdvance(line) - text.box.width:.1f} px wider than its box"
        if len(text.lines) > 1 and text.text.isalnum() and len(text.text) <= SHORT:
            yield f"{_named(text)} is broken within its one word"
        if len(text.lines) > 1 and len(text.text.split()) > 2 and " " not in text.lines[-1]:
            wide = [metrics.horizontalAdvance(line) for line in text.lines]
            company = metrics.horizontalAdvance(f"{text.lines[-2].split(' ')[-1]} {text.lines[-1]}")
            if wide[-1] < LONE * max(wide) and company <= max(wide):
                yield f"“{text.lines[-1]}” stands alone at the end of {_named(text)}"
        if "".join("".join(text.lines).split()) != "".join(text.text.split()):
            yield f"letters are lost in {_named(text)}"
        if len(text.lines) * text.leading > text.box.height + 0.5:
            yield f"{_named(text)} is higher than its box"


def _too_small(page: Composition) -> Iterator[str]:
    for text in page.texts:
        least = page.height * LEAST.get(text.role, 30) / 1080
        if text.size < least:
            yield f"{_named(text)} is {text.size} px, wants {least:.1f}"


def _faint(page: Composition) -> Iterator[str]:
    for text in page.texts:
        if contrast(text.colour, text.ground) < (4.5 if text.role == FIGURE else 7):
            yield f"faint: {_named(text)} has {contrast(text.colour, text.ground):.2f}"
        if text.ground != _under(page, text.box):
            yield f"{_named(text)} stands on {_under(page, text.box)}, not on {text.ground}"
    for shape in page.shapes:
        colour = shape.stroke or shape.fill
        if shape.ground and contrast(colour, shape.ground) < 3:
            yield f"faint: {shape.role} has {contrast(colour, shape.ground):.2f}"


def _under(page: Composition, box: Box) -> str:
    filled = [shape for shape in page.shapes if shape.fill and shape.box.holds(box)]
    return filled[-1].fill if filled else page.background
