"""The font of what people type into a document: one that holds Latin, Greek and Cyrillic whole, not only what is there.

A reader's program draws with it what was typed, so that a filled-in document looks as it should everywhere.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import compress

from reportlab.pdfbase import pdfmetrics

from models.frozen import frozen
from reports.pdf.file import DEFLATED, PdfFile
from reports.pdf.values import Name, Ref, Value
from reports.type.fonts import FACES, SANS, covered
from reports.type.to_unicode import to_unicode

LETTERS = (range(0x20, 0x7F), range(0xA0, 0x530), range(0x1E00, 0x2000), range(0x2010, 0x2040), range(0x20A0, 0x20C0))
"""Latin with its extensions, Greek, Cyrillic, Greek with accents, dashes and quotation marks, currencies."""
UPRIGHT_SYMBOLIC = 4
QUICKLY = 3
"""In half of the time, and a twentieth larger than zlib would have it by itself."""


@frozen
class FormFont:
    """The part of the house font that fields need, packed once for all documents."""

    packed: bytes
    """A TrueType file."""
    size: int
    """Of that file, in bytes."""
    glyphs: dict[int, int]
    """Numbers of glyphs in the file, by code point."""
    packed_letters: bytes
    """The table of what each glyph stands for."""

    def encoded(self, text: str) -> str:
        """The text as hexadecimal glyph numbers; characters that the font lacks are left out."""
        return "".join(f"{self.glyphs[ord(c)]:04X}" for c in text if ord(c) in self.glyphs)


@lru_cache(maxsize=1)
def form_font() -> FormFont:
    """Made once: it is the same for every document."""
    codes = sorted(code for code in covered(SANS) if any(code in letters for letters in LETTERS))
    face = pdfmetrics.getFont(SANS).face
    glyphs: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for code in codes:  # numbered as ReportLab does, after the glyph for what is missing
        glyphs[code] = numbers.setdefault(face.charToGlyph[code], len(numbers) + 1)
    data = face.makeSubset(codes)
    return FormFont(compress(data, QUICKLY), len(data), glyphs, compress(_letters(glyphs)))


def add_form_font(pdf: PdfFile) -> Ref:
    """Adds the font, its characters addressed by glyph number."""
    font, name = form_font(), Name(FACES[SANS])
    face = pdfmetrics.getFont(SANS).face
    descriptor: dict[str, Value] = {
        "Type": Name("FontDescriptor"),
        "FontName": name,
        "Flags": UPRIGHT_SYMBOLIC,
        "FontBBox": list(map(round, face.bbox)),
        "ItalicAngle": 0,
        "Ascent": round(face.ascent),
        "Descent": round(face.descent),
        "CapHeight": round(face.capHeight),
        "StemV": round(face.stemV),
        "FontFile2": pdf.add_stream(font.packed, {"Length1": font.size, "Filter": DEFLATED}),
    }
    widths = {glyph: round(face.charWidths[code]) for code, glyph in font.glyphs.items()}
    descendant: dict[str, Value] = {
        "Type": Name("Font"),
        "Subtype": Name("CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": {"Registry": "Adobe", "Ordering": "Identity", "Supplement": 0},
        "CIDToGIDMap": Name("Identity"),
        "W": [1, [widths[glyph] for glyph in sorted(widths)]],
        "DW": round(face.defaultWidth),
        "FontDescriptor": pdf.add(descriptor),
    }
    return pdf.add(
        {
            "Type": Name("Font"),
            "Subtype": Name("Type0"),
            "BaseFont": name,
            "Encoding": Name("Identity-H"),
            "DescendantFonts": [pdf.add(descendant)],
            "ToUnicode": pdf.add_stream(font.packed_letters, {"Filter": DEFLATED}),
        }
    )


def _letters(glyphs: dict[int, int]) -> bytes:
    """What each glyph stands for: the first of the characters that look alike."""
    letters: dict[int, str] = {}
    for code, glyph in glyphs.items():
        letters.setdefault(glyph, chr(code))
    return to_unicode(dict(sorted(letters.items())), 4)
