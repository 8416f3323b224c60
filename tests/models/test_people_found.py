"""People from spreadsheets, address lines, invitations and cards, however these were written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event, vCalAddress, vText

from models.attending.found import MOST_AT_ONCE, FoundPeople
from models.attending.joining import MOST_STAKEHOLDERS, join
from models.attending.outside_text import LARGEST_FILE
from models.attending.reading import is_several, read_people, read_people_file
from models.engagement.engagement import Stakeholder
from models.values.refusal import Refusal
from models.values.terms import Group

SCOPE = "e" * 32


def told(found: FoundPeople) -> list[tuple[str, str]]:
    return [(person.name, person.email) for person in found.people]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        (
            'Ana Ruiz <ana@harbour.example>; "Novak, Jan" <jan@harbour.example>, Tom Ashby <tom@harbour.example>',
            [("Ana Ruiz", "ana"), ("Jan Novak", "jan"), ("Tom Ashby", "tom")],
        ),
        (
            "Novak, Jan <jan@harbour.example>; Ruiz, Ana <ana@harbour.example>",
            [("Jan Novak", "jan"), ("Ana Ruiz", "ana")],
        ),
        (
            "Novak, Jan <jan@harbour.example>, Ruiz, Ana <ana@harbour.example>",
            [("Jan Novak", "jan"), ("Ana Ruiz", "ana")],
        ),
        ("Ana Ruiz, Jan Novak <jan@harbour.example>", [("Ana Ruiz", ""), ("Jan Novak", "jan")]),
        ("To: ana.ruiz@harbour.example\nCc: <tom@harbour.example>", [("Ana Ruiz", "ana.ruiz"), ("", "tom")]),
        ("Team: Ana Ruiz <ana@harbour.example>, tom@harbour.example;", [("Ana Ruiz", "ana"), ("", "tom")]),
        ("mailto:ana@harbour.example; tom@harbour.example (Tom Ashby)", [("", "ana"), ("Tom Ashby", "tom")]),
        ("=?utf-8?q?Zo=C3=AB_Byrne?= <zoe@harbour.example>, a@harbour.example", [("Zoë Byrne", "zoe"), ("", "a")]),
        ("1. Ana Ruiz\n2. Jan Novak", [("Ana Ruiz", ""), ("Jan Novak", "")]),
        ("\u2022 Ruiz, Ana\n\u2022 Tom Ashby, Control Room Manager", [("Ana Ruiz", ""), ("Tom Ashby", "")]),
    ],
)
def test_an_address_line_as_mail_programs_copy_it(line: str, people: list[tuple[str, str]]) -> None:
    whole = [(name, f"{local}@harbour.example" if local else "") for name, local in people]

    found = read_people(line)

    assert told(found) == whole
    assert found.unclear == ()


def test_a_name_beside_a_role_and_what_is_neither_is_told() -> None:
    found = read_people("Tom Ashby, Control Room Manager\nhttps://harbour.example/{list}\n====")

    assert [(p.name, p.role) for p in found.people] == [("Tom Ashby", "Control Room Manager")]
    assert found.unclear == ("https://harbour.example/{list}", "====")


def test_a_block_by_the_heads_of_its_columns_in_any_order() -> None:
    block = (
        "E-Mail\tSurname\tFirst name\tPhone\tDepartment\tJob title\tCan decide\r\n"
        'ana@harbour.example\tRuiz\tAna\t+44 1\tIT\tHead of "Data"\t"Budget up\nto 50k"\r\n'
        "\t\t\t\t\t\t\r\n"
        "not an address\tNovak\tJan\t\tCatering\t\t\r\n"
    )

    found = read_people(block)

    ana, jan = found.people
    assert (ana.name, ana.email, ana.role) == ("Ana Ruiz", "ana@harbour.example", 'Head of "Data"')
    assert (ana.group, ana.decides) == (Group.TECHNOLOGY, "Budget up to 50k")
    assert (jan.name, jan.email, jan.group) == ("Jan Novak", "", None)
    assert found.unclear == ("not an address", "Catering")


def test_a_block_without_heads_by_what_stands_in_it() -> None:
    found = read_people("Risk\tAna Ruiz\tana@harbour.example\tHead of Risk\nOperations\tTom Ashby\t\tManager\n")

    assert told(found) == [("Ana Ruiz", "ana@harbour.example"), ("Tom Ashby", "")]
    assert [(p.role, p.group) for p in found.people] == [("Head of Risk", Group.RISK), ("Manager", Group.OPERATIONS)]


def test_a_list_parted_by_commas_under_known_heads() -> None:
    found = read_people_file('Name;Rolle;E-Mail\r\n"Weiß; Jörg";Leiter;joerg@hafen.example\r\n'.encode("cp1252"))

    assert [(p.name, p.role, p.email) for p in found.people] == [("Weiß; Jörg", "Leiter", "joerg@hafen.example")]


def test_what_stands_above_the_heads_is_told_and_columns_without_a_place_are_counted() -> None:
    found = read_people("Workshop of 12 November\t\t\nName\tCompany\tCity\nAna Ruiz\tHarbour\tPorto\n")

    assert told(found) == [("Ana Ruiz", "")]
    assert (found.unclear, found.columns) == (("Workshop of 12 November",), 2)


@pytest.mark.parametrize(
    "text",
    [
        "Name\nAna Ruiz\nTom Ashby\n",
        "Ana Ruiz,Head of Data,ana@harbour.example\nTom Ashby,Manager,tom@harbour.example\n",
        "1\tAna Ruiz\tHead of Data\n2\tTom Ashby\tManager\n",
        "Ana Ruiz <ana@harbour.example>\tHead of Data\nTom Ashby\tManager\n",
    ],
)
def test_other_shapes_of_a_list_give_the_same_people(text: str) -> None:
    found = read_people(text)

    assert [person.name for person in found.people] == ["Ana Ruiz", "Tom Ashby"]
    assert found.unclear == ()


def test_a_sentence_among_addresses_is_nobody() -> None:
    text = "Please find the agenda for Thursday attached.\nsee you there\nAna Ruiz <ana@harbour.example>\n"

    found = read_people(text)

    assert told(found) == [("Ana Ruiz", "ana@harbour.example")]
    assert found.unclear == ("Please find the agenda for Thursday attached.", "see you there")


def invitation() -> bytes:
    """As a real library writes it, its long lines folded."""
    calendar, event = Calendar(), Event()
    calendar.add("prodid", "-//Harbour//EN")
    calendar.add("version", "2.0")
    event.add("uid", "1@harbour.example")
    event.add("organizer", address("Nadia Ferrers", "nadia@quillmere.example", ROLE="CHAIR"))
    people = (
        address("Novák, Zoë " + "Maria-Antonia " * 6, "zoe@harbour.example", ROLE="REQ-PARTICIPANT"),
        address("ana.ruiz@harbour.example", "ana.ruiz@harbour.example", PARTSTAT="ACCEPTED"),
        address("Board room", "room@harbour.example", CUTYPE="ROOM"),
        address("All staff", "all@harbour.example", CUTYPE="GROUP"),
        address("Imran Sheikh", "imran@harbour.example", ROLE="NON-PARTICIPANT"),
    )
    for one in people:
        event.add("attendee", one)
    calendar.add_component(event)
    return calendar.to_ical()


def address(name: str, mail: str, **parameters: str) -> vCalAddress:
    made = vCalAddress(f"mailto:{mail}")
    made.params["CN"] = vText(name)
    for key, value in parameters.items():
        made.params[key] = vText(value)
    return made


def test_an_invitation_as_a_library_writes_it() -> None:
    found = read_people_file(invitation())

    assert told(found) == [
        (f"Zoë {'Maria-Antonia ' * 6}Novák", "zoe@harbour.example"),
        ("Ana Ruiz", "ana.ruiz@harbour.example"),
        ("Nadia Ferrers", "nadia@quillmere.example"),
    ]
    assert [person.guessed for person in found.people] == [False, True, False]
    assert found.others == ("Board room", "All staff", "Imran Sheikh")


def test_a_broken_invitation_is_read_as_far_as_it_goes() -> None:
    lines = (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "this is no line",
        "ATTENDEE;CN=O'Neil, Ana;X;RSVP=\"TRUE:mailto:ana@harbour.example",
        "ATTENDEE;CN=Tom Ashby;EMAIL=tom@harbour.example:urn:uuid:1-2-3",
        "ATTENDEE:invalid:nomail",
        "BEGIN:VALARM",
        "ATTENDEE:mailto:robot@harbour.example",
        "END:VALARM",
        "ATTENDEE;CN=Jan N",
        " ovak:mailto:jan@harbour.exam",
        " ple",
    )

    found = read_people("\n".join(lines))

    assert told(found) == [
        ("Ana O'Neil", "ana@harbour.example"),
        ("Tom Ashby", "tom@harbour.example"),
        ("Jan Novak", "jan@harbour.example"),
    ]
    assert found.unclear == ("this is no line", "invalid:nomail")


CARDS = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
    "EMAIL;INTERNET:joerg@hafen.example\r\nTITLE;QUOTED-PRINTABLE:Leiter der sehr langen =\r\nAbteilung\r\n"
    "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD\r\n AAAAAAAAAAAAAAAAAAAAAAAAAA\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana \r\n Ruiz\r\nN:Ruiz;Ana;;;\r\nitem1.EMAIL;type=HOME:ana@home.example\r\n"
    "item2.EMAIL;type=WORK;type=pref:ana@harbour.example\r\nORG:Harbour\\, Trust;Data\r\n"
    "TITLE:Head\\; Data\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:The board\r\nEND:VCARD\r\n"
    "stray\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+44 20\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cut Off\r\nEMAIL;PREF=1:cut@harbour.example"
)


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_several_cards_of_every_version_in_any_coding(coding: str) -> None:
    found = read_people_file(CARDS.replace("Cut Off", "Zoë Off").encode(coding))

    assert told(found) == [
        ("Jörg Müller", "joerg@hafen.example"),
        ("Ana Ruiz", "ana@harbour.example"),
        ("Zoë Off", "cut@harbour.example"),
    ]
    assert [person.role for person in found.people] == ["Leiter der sehr langen Abteilung", "Head; Data", ""]
    assert found.others == ("The board",)
    assert found.unclear == ("stray", "+44 20")


def test_what_people_are_called_is_text_of_one_line_whatever_it_looks_like() -> None:
    found = read_people('Name\tRole\n"=cmd|""x"""\t"<b>a</b>\n../../etc"\n\u202eana\tb\x0bc\u2029d\n')

    assert [(p.name, p.role) for p in found.people] == [('=cmd|"x', "<b>a</b> ../../etc"), ("ana", "b c d")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"a" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (b"PK\x03\x04rest of a workbook", "copy the rows and paste them"),
        (bytes(range(256)) * 4, "holds no text"),
        (b"%PDF-1.7\n\x00\x01\x02", "holds no text"),
    ],
)
def test_a_file_that_nobody_can_be_taken_from_says_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        read_people_file(data)


def test_a_huge_file_is_read_as_far_as_is_sensible() -> None:
    """Folded without end, nested without end, coded without end: what it takes grows with its size alone."""
    many = "".join(f"ATTENDEE;CN=Jan {n}:mailto:jan{n}@x.example\n" for n in range(1_000))
    found = read_people("BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + many)
    assert (len(found.people), found.beyond) == (MOST_AT_ONCE, 1_000 - MOST_AT_ONCE)

    size = 300_000
    assert read_people("BEGIN:VCARD\nNOTE:" + "\n a" * size).people == ()
    assert read_people("BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:=" + "\n=" * size).people == ()
    assert read_people("BEGIN:VCARD\n" * (size // 12)).people == ()
    assert read_people("BEGIN:VCARD\nN:" + "\\;" * size).people != read_people("")
    with pytest.raises(Refusal, match="too much text"):
        read_people("a" * (size + 1))
    for sign in '"<(,;:\t=':
        read_people("a@b.example" + sign * (size - 20))
        read_people("BEGIN:VCARD\nN:a\nFN" + sign * size)


@settings(max_examples=200, deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from(["", "BEGIN:VCARD\n", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nATTENDEE;", "Name\tRole\n", "a@b.example,"]),
)
def test_anything_at_all_is_read_or_told(text: str, begin: str) -> None:
    found = read_people(begin + text)

    assert all(person.name or person.email for person in found.people)
    assert all("\n" not in person.name + person.role + person.decides for person in found.people)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Ana Ruiz", False),
        ("Ana Ruiz <ana@harbour.example>\r\n", False),
        ("ana@harbour.example <mailto:ana@harbour.example>", False),
        ("Approves up to 50,000; holds the contract", False),
        ("Ana Ruiz\tHead of Data", True),
        ("Ana Ruiz\nJan Novak", True),
        ("ana@harbour.example, jan@harbour.example", True),
        ("BEGIN:VCARD", True),
    ],
)
def test_what_is_more_than_one_persons_field(text: str, several: bool) -> None:
    assert is_several(text) is several


def people_there() -> tuple[Stakeholder, ...]:
    return (
        Stakeholder(engagement_id=SCOPE, position=0, name="Ana Ruiz", group=Group.RISK),
        Stakeholder(engagement_id=SCOPE, position=1, name="J. Novak", email="JAN@harbour.example", role="CFO"),
        Stakeholder(engagement_id=SCOPE, position=2),
    )


def test_nobody_is_made_twice_and_only_what_is_empty_is_filled_in() -> None:
    block = (
        "Name\tEmail\tRole\tGroup\n"
        "ána ruiz\tana@harbour.example\tHead of Data\tdata\n"
        "Jan Novak\tjan@harbour.example\tHead of Finance\tfinance\n"
        "Tom Ashby\t\t\toperations\n"
        "tom ashby\ttom@harbour.example\tManager\t\n"
        "Nadia Ferrers\tnadia@quillmere.example\t\t\n"
    )
    people = people_there()

    joined = join(read_people(block).people, people, SCOPE, "nadia ferrers")

    (ana,) = joined.filled
    assert (ana.id, ana.name, ana.email, ana.role) == (people[0].id, "Ana Ruiz", "ana@harbour.example", "Head of Data")
    assert ana.group is Group.RISK, "nothing that stands there is written over"
    (tom,) = joined.added
    assert (tom.id, tom.position) == (people[2].id, 2), "the line that said nothing is used"
    assert (tom.name, tom.email, tom.role, tom.group) == (
        "Tom Ashby",
        "tom@harbour.example",
        "Manager",
        Group.OPERATIONS,
    )
    assert (joined.known, joined.facilitator) == (1, True)


def test_no_more_people_than_an_engagement_holds() -> None:
    full = tuple(Stakeholder(engagement_id=SCOPE, position=n, name=f"P{n}") for n in range(MOST_STAKEHOLDERS - 1))

    joined = join(read_people("Ana Ruiz\nJan Novak\nTom Ashby").people, full, SCOPE)

    assert [person.name for person in joined.added] == ["Ana Ruiz"]
    assert (joined.added[0].position, joined.beyond) == (MOST_STAKEHOLDERS - 1, 2)
