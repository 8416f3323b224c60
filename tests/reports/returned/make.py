"""Makes the files beside this one with real programs; see README.md for which. Not a test, and run by hand only.

python -m tests.reports.returned.make PYTHON_WITH_PYMUPDF FOLDER_WITH_PDFJS
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from report_cases import TODAY, WORDS, built_in_method, full, with_actions

from models.engagement.engagement import Engagement
from reports.archive.document_text import document_text
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit
from reports.pages.actions import priorities
from reports.pages.status_reply import status_reply
from reports.reply.fields import Box, FieldName
from reports.reply.plan_data import plan_attachment, plan_revision
from reports.words.facts import Facts

HERE = Path(__file__).parent
SENT = with_actions(full(), 2)
OTHER = replace(SENT, pilot=replace(SENT.pilot, id="e2"), brand=replace(SENT.brand, id="e2"))
LINES = "line one\nline two\nline three\nline four\nline five"


def plan(engagement: Engagement) -> bytes:
    """Two pages of the plan: small, and all that a reply is read from."""
    facts = Facts(engagement, built_in_method(), TODAY, WORDS)
    kit = PageKit(facts)
    story = [*priorities(kit, facts), *status_reply(kit, facts)]
    return build_pdf(kit, document_text(facts, "Action plan"), story, data=plan_attachment(facts))


def name(action: str, box: Box) -> str:
    return str(FieldName(SENT.id, plan_revision(SENT), action, box))


PYMUPDF_NOTES = """
import pymupdf
pdf = pymupdf.open("plan.pdf")
first, last = pdf[0], pdf[-1]
note = first.add_text_annot((100, 100), "Is the date of action 2 realistic?")
note.set_info(title="Ana Ruiz"); note.update()
note = last.add_freetext_annot((60, 500, 300, 540), "We lost the data engineer", fontsize=10)
note.set_info(title="Ben Okoro"); note.update()
note = last.add_highlight_annot(last.search_for("maintenance")[0])
note.set_info(title="Ana Ruiz", content="This one twice"); note.update()
last.add_ink_annot([[(100, 600), (150, 620), (200, 600)]]).update()
last.insert_text((60, 700), "Please ring me first: Größe 42", fontsize=11)
pdf.save("notes-pymupdf.pdf", garbage=3, deflate=True)
"""
PYMUPDF_JOINED = """
import pymupdf
pdf = pymupdf.open()
for file in ("filled-pdftk.pdf", "plan.pdf"): pdf.insert_pdf(pymupdf.open(file))
pdf.save("joined-pymupdf.pdf", garbage=3, deflate=True)
"""
POPPLER = """
import gi, os
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
pdf = Poppler.Document.new_from_file("file://" + os.path.abspath("plan.pdf"), None)
page = pdf.get_page(pdf.get_n_pages() - 1)
places = page.get_form_field_mapping()
marks = [p for p in places if p.field.get_field_type() == Poppler.FormFieldType.BUTTON]
marks.sort(key=lambda place: (-place.area.y1, place.area.x1))
marks[1].field.button_set_state(True)
marks[2].field.button_set_state(False)
for place in places:
    if place.field.get_name() == HELD_UP: place.field.text_set_text(LINES)
    if place.field.get_name() == DAY: place.field.text_set_text("1/5/2026")
where = Poppler.Rectangle()
where.x1, where.y1, where.x2, where.y2 = 100, 100, 130, 130
note = Poppler.AnnotText.new(pdf, where)
note.set_contents("Whose budget is this?")
note.set_label("Ben Okoro")
page.add_annot(note)
pdf.save("file://" + os.path.abspath("filled-poppler.pdf"))
"""
PDFJS = """
import fs from "fs";
const pdfjs = await import(process.argv[2] + "/pdfjs-dist/legacy/build/pdf.mjs");
const { held_up, day, done, first, lines } = JSON.parse(process.argv[3]);
const pdf = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync("plan.pdf")), verbosity: 0 }).promise;
const fields = await (await pdf.getPage(pdf.numPages)).getAnnotations();
for (const field of fields) {
  if (field.fieldName === done) pdf.annotationStorage.setValue(field.id, { value: field.exportValue === "done" });
  if (field.fieldName === first) pdf.annotationStorage.setValue(field.id, { value: false });
  if (field.fieldName === day) pdf.annotationStorage.setValue(field.id, { value: "01/05/2026" });
  if (field.fieldName === held_up) pdf.annotationStorage.setValue(field.id, { value: lines });
}
pdf.annotationStorage.setValue("pdfjs_internal_editor_0", { annotationType: pdfjs.AnnotationEditorType.FREETEXT,
  color: [0, 0, 0], fontSize: 10, value: "Typed beside the row", pageIndex: pdf.numPages - 1, rect: [60, 300, 260, 330],
  rotation: 0, structTreeParentId: null, user: "Ana Ruiz" });
fs.writeFileSync("filled-pdfjs.pdf", await pdf.saveDocument());
"""


def fdf(values: dict[str, str]) -> str:
    """What a program that fills in forms without showing them is given."""
    fields = "".join(f"<</T({key})/V {value}>>" for key, value in values.items())
    return f"%FDF-1.2\n1 0 obj<</FDF<</Fields[{fields}]>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def by_pdfium(folder: Path) -> None:
    """Clicked and typed, as in the program that many browsers show PDFs with."""
    with pikepdf.open(folder / "plan.pdf") as source:
        places = [tuple(map(float, widget.Rect)) for widget in list(source.pages[-1].Annots)]
    pdf = pypdfium2.PdfDocument(folder / "plan.pdf")
    pdf.init_forms()
    page, form = pdf[len(pdf) - 1], pdf.formenv

    def click(place: int, text: str = "") -> None:
        left, _, _, top = places[place]
        for press in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            press(form, page, 0, left + 4, top - 4)
        for char in text.replace("\n", "\r"):
            pdfium.FORM_OnChar(form, page, ord(char), 0)

    click(1)
    click(4)
    click(2, "1/5/2026")
    click(3, LINES)
    pdfium.FORM_ForceToKillFocus(form)
    pdf.save(folder / "filled-pdfium.pdf")


def make(python: str, scripts: str, folder: Path) -> None:
    """All of them, in `folder`."""

    def run(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True)

    (folder / "plan.pdf").write_bytes(plan(SENT))
    (folder / "other.pdf").write_bytes(plan(OTHER))
    values = {
        name("act0", Box.STATUS): "/done",
        name("act0", Box.DAY): "(1.5.2026)",
        name("act1", Box.DAY): "(soon)",
        name("act1", Box.HELD_UP): "(Who pays?)",
    }
    (folder / "new.fdf").write_text(fdf(values))
    run("pdftk", "plan.pdf", "fill_form", "new.fdf", "output", "filled-pdftk.pdf")
    by_pdfium(folder)
    told = f"HELD_UP, DAY, LINES = {name('act0', Box.HELD_UP)!r}, {name('act0', Box.DAY)!r}, {LINES!r}\n"
    run("/usr/bin/python3", "-c", told + POPPLER)
    (folder / "fill.mjs").write_text(PDFJS)
    wanted = {"held_up": name("act0", Box.HELD_UP), "day": name("act0", Box.DAY), "done": name("act0", Box.STATUS)}
    run("node", "fill.mjs", scripts, json.dumps(wanted | {"first": name("act1", Box.STATUS), "lines": LINES}))
    run(python, "-c", PYMUPDF_NOTES)
    run(python, "-c", PYMUPDF_JOINED)
    run("qpdf", "--empty", "--pages", "filled-pdftk.pdf", "filled-pdfium.pdf", "other.pdf", "--", "joined-qpdf.pdf")
    run("pdftk", "other.pdf", "filled-pdftk.pdf", "cat", "output", "joined-pdftk.pdf")
    run("pdfunite", "filled-pdftk.pdf", "other.pdf", "joined-poppler.pdf")
    run("pdftocairo", "-pdf", "filled-pdftk.pdf", "printed-cairo.pdf")
    run("gs", "-q", "-sDEVICE=pdfwrite", "-o", "printed-ghostscript.pdf", "filled-pdftk.pdf")


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        make(sys.argv[1], sys.argv[2], Path(made))
        for file in sorted(Path(made).glob("*-*.pdf")):
            (HERE / file.name).write_bytes(file.read_bytes())
            print(file.name, file.stat().st_size)
