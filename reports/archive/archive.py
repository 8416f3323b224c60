"""The last step of a document: PDF/UA-1 and PDF/A-3a, so that it can be read by everyone, and kept for good.

Structure, fields, metadata, colour profile and attachment are written into the finished pages. (ISO 14289-1 and
19005-3.)
"""

from __future__ import annotations

from models.hashes import md5
from reports.archive.colour_profile import srgb_profile
from reports.archive.document_text import Attachment, DocumentText
from reports.archive.form_fields import write_fields
from reports.archive.xmp import PRODUCER, packet
from reports.pdf.file import PdfFile
from reports.pdf.values import Name, Value
from reports.tagging.links import write_links
from reports.tagging.structure import Tag
from reports.tagging.tree import write_tree


def finished(pages: bytes, root: Tag, text: DocumentText, attachment: Attachment | None = None) -> bytes:
    """The whole file. `pages` is what ReportLab made, `root` the structure collected meanwhile.

    The same input gives the same bytes.
    """
    pdf = PdfFile(pages)
    write_tree(pdf, root, write_fields(pdf, root), write_links(pdf, root))
    _describe(pdf, text)
    _add_colour_profile(pdf, text)
    if attachment:
        _attach(pdf, attachment, text)
    return pdf.written()


def _describe(pdf: PdfFile, text: DocumentText) -> None:
    """The metadata in the two places that have to agree; language and shown title are ReportLab's."""
    stamp = _stamp(text)
    found: dict[str, Value] = {"Creator": "Clearway", "Producer": PRODUCER, "CreationDate": stamp, "ModDate": stamp}
    for key, value in (("Title", text.title), ("Author", text.author), ("Subject", text.subject)):
        if value:
            found[key] = value
    pdf.describe(found)
    metadata = pdf.add_stream(packet(text), {"Type": Name("Metadata"), "Subtype": Name("XML")})
    pdf.entries(pdf.root)["Metadata"] = metadata


def _add_colour_profile(pdf: PdfFile, text: DocumentText) -> None:
    """Every colour in the documents is sRGB; the profile says so for good."""
    intent: dict[str, Value] = {
        "Type": Name("OutputIntent"),
        "S": Name("GTS_PDFA1"),
        "OutputConditionIdentifier": "sRGB",
        "Info": "sRGB IEC61966-2.1",
        "DestOutputProfile": pdf.add_packed(srgb_profile(text.day), {"N": 3}),
    }
    pdf.entries(pdf.root)["OutputIntents"] = [pdf.add(intent)]


def _attach(pdf: PdfFile, attachment: Attachment, text: DocumentText) -> None:
    """The attachment, as the data that the document was made from."""
    stamp = _stamp(text)
    told: dict[str, Value] = {
        "Size": len(attachment.data),
        "CheckSum": md5(attachment.data, usedforsecurity=False).digest(),
        "CreationDate": stamp,
        "ModDate": stamp,
    }
    entries: dict[str, Value] = {"Type": Name("EmbeddedFile"), "Subtype": Name(attachment.media_type), "Params": told}
    data = pdf.add_packed(attachment.data, entries)
    place = pdf.add(
        {
            "Type": Name("Filespec"),
            "F": attachment.name,
            "UF": attachment.name,
            "Desc": attachment.description,
            "EF": {"F": data, "UF": data},
            "AFRelationship": Name("Data"),
        }
    )
    listed: dict[str, Value] = {"Names": [attachment.name, place]}
    pdf.entries(pdf.root).update(AF=[place], Names={"EmbeddedFiles": listed})


def _stamp(text: DocumentText) -> str:
    """The document's day as PDF writes a moment."""
    return f"D:{text.day.isoformat().replace('-', '')}000000Z"
