"""The fields of a document that its reader fills in, written into the file with the looks of the page around them."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reports.tagging.structure import Tag, Widget
from reports.type.form_font import add_form_font, form_font
from reports.type.ink import INK

SIZE, LEADING, INDENT = 7.9, 10.0, 2.0
LONGEST_COMMENT = 2000
"""Characters."""
PRINT = 1 << 2
MULTILINE = 1 << 12
FONT = "/Sans"
DISC = "l"
"""The mark of a circle that is set, in the font that programs know marks by: for those that draw fields themselves."""
ROUND = 0.5523
"""How far the handles of a quarter of a circle reach, as a part of its radius."""


def write_fields(pdf: Pdf, root: Tag) -> dict[Widget, Object]:
    """Adds every field of the structure below `root` to its page and to the form; each as an object of the file."""
    widgets = _widgets(root)
    if not widgets:
        return {}
    resources = Dictionary(Font=Dictionary({FONT: add_form_font(pdf)}))
    pages = [page.obj for page in pdf.pages]
    made: dict[Widget, Object] = {}
    fields: dict[str, Object] = {}
    for widget in widgets:
        page = pages[widget.page - 1]
        made[widget] = pdf.make_indirect(_placed(widget, page))
        if widget.field.mark:
            fields[widget.field.name] = _with_mark(pdf, fields.get(widget.field.name), widget, made[widget])
        else:
            fields[widget.field.name] = _with_text(pdf, widget, made[widget], resources)
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made[widget])
    form = Dictionary(Fields=Array(list(fields.values())), DR=resources, DA=String(_typed_as()))
    pdf.Root.AcroForm = pdf.make_indirect(form)
    return made


def _widgets(tag: Tag) -> list[Widget]:
    found: list[Widget] = []
    for kid in tag.kids:
        if isinstance(kid, Widget):
            found.append(kid)
        elif isinstance(kid, Tag):
            found += _widgets(kid)
    return found


def _placed(widget: Widget, page: Object) -> Dictionary:
    """What every field has where it stands on a page. Its frame is drawn on the page itself."""
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        TU=String(widget.field.tip),
        F=PRINT,
        Rect=Array([round(edge, 2) for edge in widget.bounds]),
        P=page,
        BS=Dictionary(W=0),
    )


def _with_text(pdf: Pdf, widget: Widget, placed: Object, resources: Dictionary) -> Object:
    """A field for words, which is its own place on the page."""
    field = widget.field
    placed.FT, placed.T, placed.DA = Name.Tx, String(field.name), String(_typed_as())
    placed.V, placed.DV = String(field.value), String(field.sent)
    placed.AP = Dictionary(N=_words(pdf, widget, resources))
    if field.multiline:
        placed.Ff, placed.MaxLen = MULTILINE, LONGEST_COMMENT
    return placed


def _with_mark(pdf: Pdf, group: Object | None, widget: Widget, placed: Object) -> Object:
    """The field that this mark is one of, with its place added. One mark at a time is set; it can be taken away."""
    field, on = widget.field, Name("/" + widget.field.mark)
    if group is None:
        kept, sent = (Name("/" + (text or "Off")) for text in (field.value, field.sent))
        made = Dictionary(FT=Name.Btn, T=String(field.name), TU=String(field.about), V=kept, DV=sent, Kids=Array())
        group = pdf.make_indirect(made)
    placed.Parent, placed.MK = group, Dictionary(CA=String(DISC))
    placed.NM = String(f"{field.name}:{field.mark}")  # some programs take a page without the form it belongs to
    placed.AS = on if field.value == field.mark else Name.Off
    states = {str(on): _form(pdf, _disc(_size(widget)[0] / 2), widget), "/Off": _form(pdf, "q Q", widget)}
    placed.AP = Dictionary(N=Dictionary(states))
    group.Kids.append(placed)
    return group


def _words(pdf: Pdf, widget: Widget, resources: Dictionary) -> Object:
    """How a field for words looks until somebody types."""
    width, height = _size(widget)
    first = height - LEADING + 1 if widget.field.multiline else (height - SIZE) / 2 + 1.6
    drawn = [
        f"/Tx BMC q 1 1 {width - 2:.2f} {height - 2:.2f} re W n BT {_typed_as()}",
        f"{INDENT} {first:.2f} Td <{form_font().encoded(widget.field.value)}> Tj ET Q EMC",
    ]
    return _form(pdf, "\n".join(drawn), widget, resources)


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


def _form(pdf: Pdf, drawn: str, widget: Widget, resources: Dictionary | None = None) -> Object:
    width, height = _size(widget)
    made = pdf.make_stream(drawn.encode("ascii"), BBox=Array([0, 0, width, height]))
    made.Type, made.Subtype, made.Resources = Name.XObject, Name.Form, resources or Dictionary()
    return made


def _size(widget: Widget) -> tuple[float, float]:
    left, bottom, right, top = widget.bounds
    return round(right - left, 2), round(top - bottom, 2)


def _typed_as() -> str:
    """Font, size and colour of what is typed, as a viewer is told."""
    return f"{FONT} {SIZE} Tf {_colour(INK)} rg"


def _channels(colour: str) -> list[float]:
    return [round(int(colour[start : start + 2], 16) / 255, 3) for start in (1, 3, 5)]


def _colour(colour: str) -> str:
    return " ".join(map(str, _channels(colour)))
