"""The fields of a document that its reader fills in, written into the file with the looks of the page around them."""

from __future__ import annotations

from reports.pdf.file import PdfFile
from reports.pdf.values import Name, Ref, Value
from reports.tagging.notes import Note, add_note
from reports.tagging.structure import Tag, Widget
from reports.type.form_font import add_form_font, form_font
from reports.type.ink import INK

SIZE, LEADING, INDENT = 7.9, 10.0, 2.0
LONGEST_COMMENT = 2000
"""Characters."""
PRINT = 1 << 2
MULTILINE = 1 << 12
FONT = "Sans"
DISC = "l"
"""The mark of a circle that is set, in the font that programs know marks by: for those that draw fields themselves."""
ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a part of its radius."""


def write_fields(pdf: PdfFile, root: Tag) -> dict[Widget, Note]:
    """Adds every field of the structure below `root` to its page and to the form."""
    widgets = _widgets(root)
    return _Form(pdf).with_all(widgets) if widgets else {}


def _widgets(tag: Tag) -> list[Widget]:
    found: list[Widget] = []
    for kid in tag.kids:
        if isinstance(kid, Widget):
            found.append(kid)
        elif isinstance(kid, Tag):
            found += _widgets(kid)
    return found


class _Form:
    def __init__(self, pdf: PdfFile) -> None:
        self._pdf = pdf
        self._resources: dict[str, Value] = {"Font": {FONT: add_form_font(pdf)}}
        self._fields: dict[str, Ref] = {}
        """By name."""
        self._marks: dict[str, list[Value]] = {}
        """The places of the marks of a name, one of which can be set."""
        self._looks: dict[tuple[str, float, float], Ref] = {}
        """What is drawn in fields of one size is in the file once."""

    def with_all(self, widgets: list[Widget]) -> dict[Widget, Note]:
        made = {
            widget: add_note(self._pdf, self._pdf.pages[widget.page - 1], self._placed(widget)) for widget in widgets
        }
        for widget, note in made.items():
            if widget.field.mark:
                self._add_mark(widget, note)
            else:
                self._add_text(widget, note)
        form: dict[str, Value] = {"Fields": list(self._fields.values()), "DR": self._resources, "DA": _typed_as()}
        self._pdf.entries(self._pdf.root)["AcroForm"] = self._pdf.add(form)
        return made

    def _placed(self, widget: Widget) -> dict[str, Value]:
        """What every field has where it stands on a page. Its frame is drawn on the page itself."""
        return {
            "Type": Name("Annot"),
            "Subtype": Name("Widget"),
            "TU": widget.field.tip,
            "F": PRINT,
            "Rect": [round(edge, 2) for edge in widget.bounds],
            "P": self._pdf.pages[widget.page - 1],
            "BS": {"W": 0},
        }

    def _add_text(self, widget: Widget, note: Note) -> None:
        """A field for words, which is its own place on the page."""
        field = widget.field
        note.entries.update(FT=Name("Tx"), T=field.name, DA=_typed_as(), V=field.value, DV=field.sent)
        note.entries["AP"] = {"N": self._look(_words(widget), widget)}
        if field.multiline:
            note.entries.update(Ff=MULTILINE, MaxLen=LONGEST_COMMENT)
        self._fields[field.name] = note.at

    def _add_mark(self, widget: Widget, note: Note) -> None:
        """The place is one of its field's. One mark at a time is set; it can be taken away."""
        field = widget.field
        if field.name not in self._fields:
            self._fields[field.name] = self._group(widget)
        states = {field.mark: self._look(_disc(_size(widget)[0] / 2), widget), "Off": self._look("q Q", widget)}
        note.entries.update(
            Parent=self._fields[field.name],
            MK={"CA": DISC},
            NM=f"{field.name}:{field.mark}",  # some programs take a page without the form it belongs to
            AS=Name(field.mark if field.value == field.mark else "Off"),
            AP={"N": {**states}},
        )
        self._marks[field.name].append(note.at)

    def _group(self, widget: Widget) -> Ref:
        """The field that marks of one name are."""
        field = widget.field
        kept, sent = (Name(text or "Off") for text in (field.value, field.sent))
        kids = self._marks[field.name] = []
        return self._pdf.add(
            {"FT": Name("Btn"), "T": field.name, "TU": field.about, "V": kept, "DV": sent, "Kids": kids}
        )

    def _look(self, drawn: str, widget: Widget) -> Ref:
        """What is drawn in a field."""
        width, height = _size(widget)
        look = (drawn, width, height)
        if look not in self._looks:
            resources = {} if widget.field.mark else self._resources
            entries: dict[str, Value] = {"Type": Name("XObject"), "Subtype": Name("Form"), "Resources": resources}
            self._looks[look] = self._pdf.add_stream(drawn.encode("ascii"), {**entries, "BBox": [0, 0, width, height]})
        return self._looks[look]


def _words(widget: Widget) -> str:
    """How a field for words looks until somebody types."""
    width, height = _size(widget)
    first = height - LEADING + 1 if widget.field.multiline else (height - SIZE) / 2 + 1.6
    drawn = [
        f"/Tx BMC q 1 1 {width - 2:.2f} {height - 2:.2f} re W n BT {_typed_as()}",
        f"{INDENT} {first:.2f} Td <{form_font().encoded(widget.field.value)}> Tj ET Q EMC",
    ]
    return "\n".join(drawn)


def _disc(middle: float) -> str:
    """A disc in the middle of a circle."""
    radius = middle * 0.58
    reach, left, right = radius * ROUND, middle - radius, middle + radius
    near, far = middle - reach, middle + reach
    curves = (
        (far, right, right, far, right, middle),
        (right, near, far, left, middle, left),
        (near, left, left, near, left, middle),
        (left, far, near, right, middle, right),
    )
    drawn = " ".join(" ".join(f"{value:.2f}" for value in curve) + " c" for curve in curves)
    return f"q {_colour(INK)} rg {middle:.2f} {right:.2f} m {drawn} f Q"


def _size(widget: Widget) -> tuple[float, float]:
    left, bottom, right, top = widget.bounds
    return round(right - left, 2), round(top - bottom, 2)


def _typed_as() -> str:
    """Font, size and colour of what is typed, as a viewer is told."""
    return f"/{FONT} {SIZE} Tf {_colour(INK)} rg"


def _channels(colour: str) -> list[float]:
    return [round(int(colour[start : start + 2], 16) / 255, 3) for start in (1, 3, 5)]


def _colour(colour: str) -> str:
    return " ".join(map(str, _channels(colour)))
