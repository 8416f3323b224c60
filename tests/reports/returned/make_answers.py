"""Makes the questionnaires beside this file with real programs; see README.md for which. Not a test, and run by hand.

python -m tests.reports.returned.make_answers PYTHON_WITH_PYMUPDF FOLDER_WITH_PDFJS
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from report_cases import TODAY, WORDS, built_in_method, full

from reports.personal.questionnaire import questionnaire
from reports.reply.question_fields import QuestionBox, QuestionName, question_code
from reports.words.facts import Facts

HERE = Path(__file__).parent
SENT = full()
METHOD = built_in_method()
SIGNS = METHOD.signs[:3]
WHO, OTHER = SENT.stakeholders[:2]
SAID = "Größe: one\nline two"

POPPLER = """
import gi, os
gi.require_version("Poppler", "0.18")
from gi.repository import Poppler
pdf = Poppler.Document.new_from_file("file://" + os.path.abspath("asked.pdf"), None)
places = pdf.get_page(0).get_form_field_mapping()
marks = [p for p in places if p.field.get_field_type() == Poppler.FormFieldType.BUTTON]
marks.sort(key=lambda place: -place.area.y1)
for mark in (2, 5, 14): marks[mark].field.button_set_state(True)
for place in places:
    if place.field.get_name() == COMMENT: place.field.text_set_text(SAID)
pdf.save("file://" + os.path.abspath("answers-poppler.pdf"))
"""
PYMUPDF = """
import pymupdf
pdf = pymupdf.open("asked.pdf")
page = pdf[0]
widgets = list(page.widgets())
for place in (2, 6, 16):
    widgets[place].field_value = True
    widgets[place].update()
widgets[5].field_value = SAID
widgets[5].update()
pdf.save("answers-pymupdf.pdf", garbage=3, deflate=True)
"""
PDFJS = """
import fs from "fs";
const pdfjs = await import(process.argv[2] + "/pdfjs-dist/legacy/build/pdf.mjs");
const { marks, comment, said } = JSON.parse(process.argv[3]);
const pdf = await pdfjs.getDocument({ data: new Uint8Array(fs.readFileSync("asked.pdf")), verbosity: 0 }).promise;
for (const field of await (await pdf.getPage(1)).getAnnotations()) {
  if (marks[field.fieldName] === field.exportValue) pdf.annotationStorage.setValue(field.id, { value: true });
  if (field.fieldName === comment) pdf.annotationStorage.setValue(field.id, { value: said });
}
fs.writeFileSync("answers-pdfjs.pdf", await pdf.saveDocument());
"""


def name(place: int, box: QuestionBox) -> str:
    """Of a field under one of the three questions."""
    scope = SENT.current.assessment.id
    return str(QuestionName(SENT.id, scope, question_code(METHOD), WHO.id, SIGNS[place].id, box))


MARKED = {name(n, QuestionBox.ANSWER): mark for n, mark in enumerate(("level-2", "level-0", "not-known"))}


def by_pdfium(folder: Path) -> None:
    """Clicked and typed, as in the program that many browsers show PDFs with."""
    with pikepdf.open(folder / "asked.pdf") as source:
        places = [tuple(map(float, widget.Rect)) for widget in list(source.pages[0].Annots)]
    pdf = pypdfium2.PdfDocument(folder / "asked.pdf")
    pdf.init_forms()
    page, form = pdf[0], pdf.formenv

    def click(place: int, text: str = "") -> None:
        left, _, _, top = places[place]
        for press in (pdfium.FORM_OnMouseMove, pdfium.FORM_OnLButtonDown, pdfium.FORM_OnLButtonUp):
            press(form, page, 0, left + 4, top - 4)
        for char in text.replace("\n", "\r"):
            pdfium.FORM_OnChar(form, page, ord(char), 0)

    for place, text in ((2, ""), (5, SAID), (6, ""), (16, "")):  # five marks and a comment a question
        click(place, text)
    pdfium.FORM_ForceToKillFocus(form)
    pdf.save(folder / "answers-pdfium.pdf")


def make(python: str, scripts: str, folder: Path) -> None:
    """All of them, in `folder`."""

    def run(*command: str) -> None:
        subprocess.run(command, cwd=folder, check=True)

    facts = Facts(SENT, METHOD, TODAY, WORDS)
    (folder / "asked.pdf").write_bytes(questionnaire(facts, WHO, SIGNS))
    (folder / "other.pdf").write_bytes(questionnaire(facts, OTHER, SIGNS))
    values = {key: f"/{mark}" for key, mark in MARKED.items()} | {name(0, QuestionBox.COMMENT): "(Why?)"}
    fields = "".join(f"<</T({key})/V {value}>>" for key, value in values.items())
    (folder / "new.fdf").write_text(
        f"%FDF-1.2\n1 0 obj<</FDF<</Fields[{fields}]>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    run("pdftk", "asked.pdf", "fill_form", "new.fdf", "output", "answers-pdftk.pdf")
    by_pdfium(folder)
    told = f"COMMENT, SAID = {name(0, QuestionBox.COMMENT)!r}, {SAID!r}\n"
    run("/usr/bin/python3", "-c", told + POPPLER)
    run(python, "-c", told + PYMUPDF)
    (folder / "fill.mjs").write_text(PDFJS)
    wanted = {"marks": MARKED, "comment": name(0, QuestionBox.COMMENT), "said": SAID}
    run("node", "fill.mjs", scripts, json.dumps(wanted))
    run("qpdf", "--empty", "--pages", "answers-pdftk.pdf", "other.pdf", "--", "answers-joined-qpdf.pdf")
    run("pdftocairo", "-pdf", "answers-pdftk.pdf", "answers-printed-cairo.pdf")


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        make(sys.argv[1], sys.argv[2], Path(made))
        for file in sorted(Path(made).glob("answers-*.pdf")):
            (HERE / file.name).write_bytes(file.read_bytes())
            print(file.name, file.stat().st_size)
