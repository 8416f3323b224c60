"""The last step of a document: PDF/UA-1 and PDF/A-3a, so that it can be read by everyone, and kept for good.

Structure, fields, metadata, colour profile and attachment are written into the finished pages. (ISO 14289-1 and
19005-3.)
"""

from __future__ import annotations

from io import BytesIO

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, ObjectStreamMode, Pdf, String

from reports.archive.colour_profile import srgb_profile
from reports.archive.document_text import Attachment, DocumentText
from reports.archive.form_fields import write_fields
from reports.archive.xmp import PRODUCER, packet
from reports.tagging.links import write_links
from reports.tagging.structure import Tag
from reports.tagging.tree import write_tree


def finished(pages: bytes, root: Tag, text: DocumentText, attachment: Attachment | None = None) -> bytes:
    """The whole file. `pages` is what ReportLab made, `root` the structure collected meanwhile.

    The same input gives the same bytes.
    """
    with Pdf.open(BytesIO(pages)) as pdf:
        write_tree(pdf, root, write_fields(pdf, root), write_links(pdf, root))
        _describe(pdf, text)
        _add_colour_profile(pdf, text)
        if attachment:
            _attach(pdf, attachment, text)
        target = BytesIO()
        pdf.save(
            target,
            min_version="1.7",
            object_stream_mode=ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return target.getvalue()


def _describe(pdf: Pdf, text: DocumentText) -> None:
    """Language, title, and the metadata in the two places that have to agree."""
    pdf.Root.Lang = String(text.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    stamp = String(_stamp(text))
    found = Dictionary(Creator=String("Clearway"), Producer=String(PRODUCER), CreationDate=stamp, ModDate=stamp)
    for key, value in (("/Title", text.title), ("/Author", text.author), ("/Subject", text.subject)):
        if value:
            found[key] = String(value)
    pdf.trailer.Info = pdf.make_indirect(found)
    pdf.Root.Metadata = pdf.make_stream(packet(text), Type=Name.Metadata, Subtype=Name.XML)


def _add_colour_profile(pdf: Pdf, text: DocumentText) -> None:
    """Every colour in the documents is sRGB; the profile says so for good."""
    profile = pdf.make_stream(srgb_profile(text.day), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _attach(pdf: Pdf, attachment: Attachment, text: DocumentText) -> None:
    """The attachment, as the data that the document was made from."""
    stamp = _stamp(text)
    specification = AttachedFileSpec(
        pdf,
        attachment.data,
        filename=attachment.name,
        mime_type=attachment.media_type,
        description=attachment.description,
        creation_date=stamp,
        mod_date=stamp,
    )
    specification.relationship = Name.Data
    pdf.attachments[attachment.name] = specification
    pdf.Root.AF = Array([pdf.attachments[attachment.name].obj])


def _stamp(text: DocumentText) -> str:
    """The document's day as PDF writes a moment."""
    return f"D:{text.day.isoformat().replace('-', '')}000000Z"
