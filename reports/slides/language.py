"""Says in which language the texts are, so that PowerPoint checks their spelling in that one and not in its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

from reports.slides.template import Template

_WITH_COUNTRY = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR"}
"""PowerPoint knows languages with their country."""


def say_language(template: Template, language: str) -> None:
    """On every run of every slide and its notes; in the house's own template for what is typed later, too."""
    said = _WITH_COUNTRY.get(language, language)
    for tree in _trees(template):
        for run in tree.iter(qn("a:r"), qn("a:fld")):
            run.get_or_add_rPr()
        for look in tree.iter(qn("a:rPr"), qn("a:endParaRPr"), qn("a:defRPr")):
            look.set("lang", said)


def _trees(template: Template) -> Iterator[Any]:
    for slide in template.deck.slides:
        yield slide._element
        yield slide.notes_slide._element
        yield from (shape.chart._chartSpace for shape in slide.shapes if shape.has_chart)
    if template.house:
        yield template.deck._element
        for master in template.deck.slide_masters:
            yield master._element
            yield from (layout._element for layout in master.slide_layouts)
