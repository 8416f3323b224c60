"""The message a document goes out with: read back as a mail program reads it, and with hostile names and addresses."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.header import decode_header, make_header
from email.message import EmailMessage
from typing import Any

import pytest
from report_cases import HOSTILE, INTERNAL, TODAY, WORDS, built_in_method, empty, full, hostile, thai

from models.engagement.engagement import Engagement, Stakeholder
from models.statements.standing import headline
from reports.documents.documents import DocumentKind
from reports.exports.mail import Addressee, Message, address_of, addressees, compose, draft
from reports.words.facts import Facts

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40


def facts(engagement: Engagement) -> Facts:
    return Facts(engagement, built_in_method(), TODAY, WORDS)


def message(engagement: Engagement, most: int = 2, kind: DocumentKind = DocumentKind.ACTION_PLAN) -> Message:
    return compose(kind, "Action plan", facts(engagement), addressees(engagement)[:most])


def opened(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def person(address: str, name: str = "Ana Ruiz", **more: Any) -> Stakeholder:
    return Stakeholder(id="p", engagement_id="e1", name=name, email=address, **more)


def test_a_mail_program_finds_a_message_that_is_not_sent_yet() -> None:
    chosen = addressees(full())[:2]
    found = opened(draft(message(full()), [one.address for one in chosen], "Plan.pdf", PDF))

    assert found["X-Unsent"] == "1"
    assert found["From"] is None
    assert found["Date"] is None
    assert [a.addr_spec for a in found["To"].addresses] == [one.person.email for one in chosen]
    assert found["Subject"] == message(full()).subject
    body = found.get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == message(full()).text
    (attached,) = found.iter_attachments()
    assert (attached.get_content_type(), attached.get_filename()) == ("application/pdf", "Plan.pdf")
    assert attached.get_content() == PDF


def test_the_text_says_what_is_attached_what_is_wrong_and_what_is_asked() -> None:
    text, found = message(full()).text, facts(full())
    assert found.worst is not None

    assert text.startswith("Dear ")
    assert "Attached is the action plan for Claims triage assistant, from our workshop on 12 March 2026." in text
    assert headline(found.method, full().current, WORDS).rstrip(".")[1:] in text
    assert f"We agreed {len(found.lines)} actions. The first is due on 26 March 2026." in text
    assert "Release £95,000" in text
    assert text.endswith("Kind regards,\nEleanor Voss\nMeridian Advisory Partners\n")


def test_one_action_is_spoken_of_as_one() -> None:
    start = full()
    one = replace(start, rounds=(replace(start.current, actions=start.current.actions[:1]),))

    assert "We agreed one action. It is due on 26 March 2026." in message(one).text


def test_only_the_plan_speaks_of_filling_it_in() -> None:
    assert "can be filled in" in message(full()).text
    assert "can be filled in" not in message(full(), kind=DocumentKind.SUMMARY).text


@pytest.mark.parametrize(("most", "greeting"), [(0, "Hello,"), (1, "Dear "), (4, "Dear all,")])
def test_few_are_greeted_by_name_and_many_together(most: int, greeting: str) -> None:
    assert message(full(), most).text.startswith(greeting)


def test_nothing_known_gives_a_message_that_says_nothing_wrong() -> None:
    found = message(empty())

    assert found.subject == "Action plan: The pilot"
    assert found.text == "Hello,\n\nAttached is the action plan for The pilot.\n"


@pytest.mark.parametrize(
    ("facilitator", "practice", "ending"),
    [
        ("Eleanor Voss", "Meridian", "\n\nKind regards,\nEleanor Voss\nMeridian\n"),
        ("Eleanor Voss", "", "\n\nKind regards,\nEleanor Voss\n"),
        ("", "Meridian", "\n\nKind regards,\nMeridian\n"),
        (" \u200b\n", "", "name one owner by 27 March.\n"),
    ],
)
def test_it_ends_with_a_name_or_without_a_greeting(facilitator: str, practice: str, ending: str) -> None:
    start = full()
    current = replace(start.current, assessment=replace(start.current.assessment, facilitator=facilitator))
    named = replace(start, rounds=(current,), brand=replace(start.brand, practice=practice))

    assert message(named, kind=DocumentKind.SUMMARY).text.endswith(ending)


def test_nothing_internal_is_in_the_message() -> None:
    assert INTERNAL in str(full().current.notes)
    for kind in DocumentKind:
        assert "PRIVATE" not in message(full(), 8, kind).text + message(full(), 8, kind).subject


def test_the_sponsor_comes_first_whatever_a_role_is_called_then_owners_then_who_decides() -> None:
    start = full()
    owner = start.current.actions[0].owner_id
    people = (
        replace(person("rest@example.org"), role="Executive Sponsor"),
        replace(person("decides@example.org"), id="d", position=1, decides="Signs"),
        replace(person("owner@example.org"), id=owner, position=2),
        replace(person("sponsor@example.org"), id="s", position=3, role="Director", sponsor=True),
        replace(person(""), id="none", position=4, role="Sponsor"),
    )
    found = addressees(replace(start, stakeholders=people))

    assert [one.address.username for one in found] == ["sponsor", "owner", "decides", "rest"]
    assert [one.likely for one in found] == [True, True, False, False]


def test_where_nobody_sponsors_or_owns_those_who_decide_are_likely() -> None:
    people = (person("rest@example.org"), replace(person("decides@example.org"), id="d", decides="Signs"))
    found = addressees(replace(empty(), stakeholders=people))

    assert [(one.address.username, one.likely) for one in found] == [("decides", True), ("rest", False)]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "nobody",
        "a@b",
        "a b@example.org",
        "a@exa mple.org",
        "a@example.org\r\nBcc: spy@example.org",
        "a@example.org, b@example.org",
        '"a b"@example.org',
        "a@example.org\0",
        "\ud800@example.org",
        "ü@example.org",
        "@example.org",
        "a@..",
        "a@" + "x" * 80 + ".org",
        "a" * 65 + "@example.org",
    ],
)
def test_what_is_no_address_is_not_written_to(address: str) -> None:
    assert address_of(person(address)) is None


@pytest.mark.parametrize("kept", ["<a@example.org>", "Ana Ruiz <a@example.org>;", "mailto:a@example.org"])
def test_an_address_that_was_kept_as_a_mail_program_copied_it_is_written_to(kept: str) -> None:
    found = address_of(person(kept))
    assert found is not None
    assert found.addr_spec == "a@example.org"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        (" ana@example.org ", "ana@example.org"),
        ("a.b+c@sub.example.org", "a.b+c@sub.example.org"),
        ("o'neil@example.org", "o'neil@example.org"),
        ("ana@bücher.example", "ana@xn--bcher-kva.example"),
    ],
)
def test_what_is_an_address_is(address: str, written: str) -> None:
    found = address_of(person(address))
    assert found is not None
    assert found.addr_spec == written


NAMES = [
    "Zoë O'Neil", 'Ana "the boss" Ruiz', "Ruiz, Ana", "Ana <boss@example.org>", "a\r\nBcc: spy@example.org",
    "王小明", "أحمد", "\ud800", "=?utf-8?q?x?=", "", "name " * 400, "x" * 900, HOSTILE,
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES, ids=lambda n: ascii(n)[:24])
def test_no_name_adds_a_header_or_a_recipient(name: str) -> None:
    address = address_of(person("ana@example.org", name))
    assert address is not None
    found = opened(draft(Message("Plan", "Text\n"), [address], "Plan.pdf", PDF))

    assert sorted(found.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    assert [a.addr_spec for a in found["To"].addresses] == ["ana@example.org"]


@pytest.mark.parametrize("text", [HOSTILE, "a\r\nBcc: spy@example.org", "x" * 5_000, "名前\u2028X"], ids=ascii)
def test_no_name_of_a_pilot_or_client_breaks_out_of_the_subject(text: str) -> None:
    engagement = hostile(text, text)
    made = message(engagement)
    found = opened(draft(made, [one.address for one in addressees(engagement)], "Plan.pdf", PDF))

    assert sorted(found.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
    assert len(made.subject) <= 150
    assert "\n" not in made.subject
    assert [part.get_content_type() for part in found.iter_parts()] == ["text/plain", "application/pdf"]
    assert {a.domain for a in found["To"].addresses} == {"example.com"}


FILE_NAMES = [
    "Plan.pdf", "Plan – 信件.pdf", 'a"b.pdf', 'back\\slash "q" ä.pdf',
    "Hafen & Tal – Maßnahmenplan, lang " * 4 + ".pdf", "信件" * 60 + ".pdf", "long " * 40 + ".pdf",
]  # fmt: skip


@pytest.mark.parametrize("name", FILE_NAMES, ids=lambda n: ascii(n)[:24])
def test_a_file_name_of_any_script_arrives(name: str) -> None:
    data = draft(Message("Plan", "Text\n"), [], name, PDF)
    (attached,) = opened(data).iter_attachments()
    assert attached.get_filename() == name
    assert attached.get_content() == PDF
    assert max(map(len, data.split(b"\r\n"))) <= 78


@pytest.mark.parametrize("name", FILE_NAMES, ids=lambda n: ascii(n)[:24])
def test_a_program_that_knows_only_the_older_way_of_coding_names_finds_it_too(name: str) -> None:
    attached = email.message_from_bytes(draft(Message("Plan", "Text\n"), [], name, PDF)).get_payload()[1]
    found = attached.get_param("name")
    assert isinstance(found, str), "a name in the newer coding only"
    assert str(make_header(decode_header(found))) == name


def test_a_line_break_in_a_header_is_refused_rather_than_sent() -> None:
    """No subject and no name of a file has one; were there a way, nothing would be written."""
    for subject, name in (("a\r\nBcc: spy@example.org", "a.pdf"), ("a", "a\r\nX: y.pdf")):
        with pytest.raises(ValueError, match="linefeed"):
            draft(Message(subject, "Text\n"), [], name, PDF)


def test_the_same_message_gives_the_same_bytes() -> None:
    assert draft(message(thai()), [], "a.pdf", PDF) == draft(message(thai()), [], "a.pdf", PDF)


def test_a_role_stands_in_for_nobody_in_the_greeting() -> None:
    """Who has no name is not greeted by a role: "Dear Clinic nurse" is worse than "Hello"."""
    nurse = Stakeholder(id="n", engagement_id="e1", role="Clinic nurse", email="n@example.org")
    address = address_of(nurse)
    assert address is not None
    found = compose(DocumentKind.SUMMARY, "Summary", facts(thai()), [Addressee(nurse, address, True)])

    assert found.text.startswith("Hello,")
