"""The fields of a document that its reader fills in, written into the file with the looks of the page around them."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from reports.tagging.structure import Tag, Widget
from reports.type.form_font import add_form_font, form_font
from reports.type.ink import GROUP_ROW, INK, MUTED

SIZE, LEADING, INDENT = 8.3, 11.0, 4.0
LONGEST_COMMENT = 2000
"""Characters."""
PRINT = 1 << 2
MULTILINE, CHOICE_LIST = 1 << 12, 1 << 17
FONT = "/Sans"


def write_fields(pdf: Pdf, root: Tag) -> dict[Widget, Object]:
    """Adds every field of the structure below `root` to its page and to the form; each as an object of the file."""
    widgets = _widgets(root)
    if not widgets:
        return {}
    resources = Dictionary(Font=Dictionary({FONT: add_form_font(pdf)}))
    pages = [page.obj for page in pdf.pages]
    made: dict[Widget, Object] = {}
    for widget in widgets:
        page = pages[widget.page - 1]
        made[widget] = pdf.make_indirect(_field(pdf, widget, page, resources))
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made[widget])
    form = Dictionary(Fields=Array(list(made.values())), DR=resources, DA=String(_typed_as()))
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


def _field(pdf: Pdf, widget: Widget, page: Object, resources: Dictionary) -> Dictionary:
    field, value = widget.field, String(widget.field.value)
    made = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        T=String(field.name),
        TU=String(field.tip),
        V=value,
        DV=value,
        DA=String(_typed_as()),
        F=PRINT,
        Rect=Array([round(edge, 2) for edge in widget.bounds]),
        P=page,
        BS=Dictionary(W=0),
        MK=Dictionary(BG=Array(_channels(GROUP_ROW))),
        AP=Dictionary(N=_appearance(pdf, widget, resources)),
    )
    if field.options:
        made.FT, made.Ff = Name.Ch, CHOICE_LIST
        made.Opt = Array([Array([String(key), String(label)]) for key, label in field.options])
    else:
        made.FT = Name.Tx
        if field.multiline:
            made.Ff, made.MaxLen = MULTILINE, LONGEST_COMMENT
    return made


def _appearance(pdf: Pdf, widget: Widget, resources: Dictionary) -> Object:
    """How the field looks until somebody types: a pale ground with a line below it, and its value."""
    left, bottom, right, top = widget.bounds
    width, height = round(right - left, 2), round(top - bottom, 2)
    text = dict(widget.field.options).get(widget.field.value, widget.field.value)
    first = height - LEADING + 1 if widget.field.multiline else (height - SIZE) / 2 + 1.6
    drawn = [
        f"q {_colour(GROUP_ROW)} rg 0 0 {width} {height} re f",
        f"{_colour(MUTED)} RG 0.5 w 0 0.25 m {width} 0.25 l S Q",
        f"/Tx BMC q 1 1 {width - 2:.2f} {height - 2:.2f} re W n BT {_typed_as()}",
        f"{INDENT} {first:.2f} Td <{form_font().encoded(text)}> Tj ET Q EMC",
    ]
    if widget.field.options:
        x, y = width - 11, height / 2 + 1.2
        drawn.append(
            f"q {_colour(MUTED)} RG 0.9 w {x:.2f} {y:.2f} m {x + 3:.2f} {y - 3:.2f} l {x + 6:.2f} {y:.2f} l S Q"
        )
    form = pdf.make_stream("\n".join(drawn).encode("ascii"), BBox=Array([0, 0, width, height]), Resources=resources)
    form.Type, form.Subtype = Name.XObject, Name.Form
    return form


def _typed_as() -> str:
    """Font, size and colour of what is typed, as a viewer is told."""
    return f"{FONT} {SIZE} Tf {_colour(INK)} rg"


def _channels(colour: str) -> list[float]:
    return [round(int(colour[start : start + 2], 16) / 255, 3) for start in (1, 3, 5)]


def _colour(colour: str) -> str:
    return " ".join(map(str, _channels(colour)))
