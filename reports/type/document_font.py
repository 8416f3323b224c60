"""A TrueType font that can draw what has no character of its own: joined letters, conjuncts, emoji of several parts."""

from __future__ import annotations

import sys
from array import array
from itertools import count, groupby, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias
from weakref import WeakKeyDictionary

from models.frozen import frozen
from reports.type.loading import loaded
from reports.type.to_unicode import to_unicode

if TYPE_CHECKING:
    import uharfbuzz
    from reportlab.pdfbase.pdfdoc import PDFDocument

FIRST_PRIVATE = 0xF0000
"""Codes for glyphs begin where no font has characters."""
REST = "\u200b"
"""What a glyph stands for that is only a part of the one before it."""


_TTFONTS: Any = loaded("reportlab.pdfbase.ttfonts")

Glyph: TypeAlias = tuple[str, Any]
"""A glyph's code, and how it is placed."""


@frozen
class ShapedRun:
    """Glyphs to be drawn at once."""

    drawn: str
    typed: str
    """The letters, where the glyphs one by one do not tell them; else empty."""
    width: float
    """As a multiple of the font's size."""


class QuickFace(_TTFONTS.TTFontFace):  # type: ignore[misc]
    """Takes the file apart at its numbers once: ReportLab would for each of twenty thousand."""

    _pos: int

    def readFile(self, path: str) -> None:
        """Called by ReportLab before anything is read."""
        super().readFile(path)
        self._numbers = array("H", self._ttf_data[: len(self._ttf_data) & ~1])
        if sys.byteorder == "little":
            self._numbers.byteswap()

    def read_ushort(self) -> int:
        """The number at the place that has been reached, of two bytes."""
        place = self._pos
        self._pos = place + 2
        return int(super().get_ushort(place)) if place & 1 else self._numbers[place >> 1]

    def read_ulong(self) -> int:
        """The next number, of four bytes."""
        return self.read_ushort() << 16 | self.read_ushort()

    def get_ushort(self, pos: int) -> int:
        """The number at a place, of two bytes."""
        return int(super().get_ushort(pos)) if pos & 1 else self._numbers[pos >> 1]


class DocumentFont(_TTFONTS.TTFont):  # type: ignore[misc]
    """Shaped text keeps the letters it was made from, so that it can be copied and read aloud."""

    def __init__(self, name: str, path: str) -> None:
        self.fontName, self.face, self.encoding = name, QuickFace(path), _TTFONTS.TTEncoding()
        self.state: WeakKeyDictionary[PDFDocument, Any] = WeakKeyDictionary()
        self._asciiReadable = self.shapable = True
        self._shaper: uharfbuzz.Font | None = None
        self._codes: dict[tuple[int, str], int] = {}
        self._letters: dict[int, str] = {}
        self._next = count(FIRST_PRIVATE)

    def shape(self, text: str, right_to_left: bool) -> list[ShapedRun]:
        """One run as glyphs from left to right, ready to be drawn.

        Letters that take several glyphs, such as one with its dots, are a run of their own.
        """
        import uharfbuzz  # most documents hold no text that has to be shaped

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        uharfbuzz.shape(self._shaping_font(), buffer)
        starts = [*sorted({info.cluster for info in buffer.glyph_infos}), len(text)]
        letters = {start: text[start:end] for start, end in pairwise(starts)}
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        runs: list[tuple[str, list[Glyph]]] = []
        for cluster, group in groupby(glyphs, key=lambda glyph: int(glyph[0].cluster)):
            drawn = [self._glyph(info.codepoint, place, letters[cluster], n) for n, (info, place) in enumerate(group)]
            if len(drawn) == 1 and runs and not runs[-1][0]:
                runs[-1][1].extend(drawn)
            else:
                runs.append(("" if len(drawn) == 1 else letters[cluster], drawn))
        return [_shaped(typed, drawn) for typed, drawn in runs]

    def _glyph(self, glyph: int, place: uharfbuzz.GlyphPosition, letters: str, number: int) -> Glyph:
        """The first glyph of some letters stands for all of them."""
        code = self._code(glyph, REST if number else letters)
        moves = map(self.pdfScale, (place.x_advance, place.y_advance, place.x_offset, place.y_offset))
        return chr(code), _TTFONTS.ShapeData(number, *moves, self.face.charWidths[code])

    def codes_in(self, doc: PDFDocument) -> Codes:
        """How one file writes its letters."""
        return Codes(self, doc)

    def addObjects(self, doc: PDFDocument) -> None:
        """Writes the font, with a table of what its glyphs stand for that knows every character there is."""
        subsets = self.state[doc].subsets if doc in self.state else []
        names = [self.getSubsetInternalName(number, doc)[1:] for number in range(len(subsets))]
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            written = doc.idToObject["BasicFonts"].dict[name]
            table = {number: self._letters.get(code) or chr(code) for number, code in enumerate(subset)}
            doc.idToObject[f"toUnicodeCMap:{written.BaseFont}"].content = to_unicode(table, 2)

    def _shaping_font(self) -> uharfbuzz.Font:
        import uharfbuzz

        if self._shaper is None:
            self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self.face._ttf_data)))
        return self._shaper

    def _code(self, glyph: int, letters: str) -> int:
        """The letter itself where it is drawn so anyway, else a code of the glyph's own."""
        if len(letters) == 1 and self.face.charToGlyph.get(ord(letters)) == glyph:
            return ord(letters)
        known = self._codes.get((glyph, letters))
        if known is not None:
            return known
        code = next(self._next)
        advance = self._shaping_font().get_glyph_h_advance(glyph)
        self.face.charToGlyph[code], self.face.charWidths[code] = glyph, self.pdfScale(advance)
        self._letters[code] = letters
        return self._codes.setdefault((glyph, letters), code)


class Codes(dict[int, str]):
    """How a file writes the letters of a font between brackets: those of its first part, by code point.

    A letter gets its place when it is first asked for. (ISO 32000-1, 7.3.4.2.)
    """

    def __init__(self, font: DocumentFont, doc: PDFDocument) -> None:
        super().__init__()
        self._font, self._doc = font, doc
        self._first = font.getSubsetInternalName(0, doc)

    def written(self, text: str) -> list[tuple[str, str]]:
        """(part of the font, text as it stands in the file), one for each stretch in the same part."""
        try:
            return [(self._first, text.translate(self))]
        except _InAnotherPart:
            parts = self._font.splitString(text, self._doc)
            return [(self._font.getSubsetInternalName(part, self._doc), _escaped(codes)) for part, codes in parts]

    def __missing__(self, letter: int) -> str:
        ((part, code),) = self._font.splitString(chr(letter), self._doc)
        if part:
            raise _InAnotherPart
        return self.setdefault(letter, _escaped(code))


class _InAnotherPart(Exception):
    """A letter that is not in the font's first part: a part has 256 at most."""


def _escaped(codes: bytes) -> str:
    return "".join(chr(code) if 31 < code < 127 and code not in b"()\\" else f"\\{code:03o}" for code in codes)


def _shaped(typed: str, glyphs: list[Glyph]) -> ShapedRun:
    data = [entry._replace(cluster=number) for number, (_, entry) in enumerate(glyphs)]
    width = sum(entry.x_advance for entry in data) / 1000
    return ShapedRun(_TTFONTS.ShapedStr("".join(code for code, _ in glyphs), data), typed, width)
