"""What is typed and what is split, sign by sign; holidays day by day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.assessment import LONGEST, SHORTEST, NotKept, not_kept, paragraphs
from domain.channel import TELEGRAM
from domain.holidays import DayOff, day_off, easter_sunday, holidays_of
from domain.link import BadLink, bad_link
from domain.message import Button, Document, Message
from domain.splitting import split
from domain.training import LONGEST_LINK
from domain.typed import for_spreadsheet, one_line, several_lines

LONGEST_TEXT, LONGEST_CAPTION = TELEGRAM.longest_text, TELEGRAM.longest_caption
ROWS = ((Button("Weiter", "w:1"),),)


def parts(text: str) -> list[str]:
    return [part.text for part in split(Message(text), TELEGRAM)]


def test_what_fits_is_one_message() -> None:
    whole = Message("x" * LONGEST_TEXT, ROWS, replaces="5")

    assert split(whole, TELEGRAM) == [whole]
    assert parts("x" * (LONGEST_TEXT + 1)) == ["x" * LONGEST_TEXT, "x"]
    file = Document("a.txt", b"a", "text/plain")
    assert len(split(Message("x" * LONGEST_CAPTION, document=file), TELEGRAM)) == 1
    assert len(split(Message("x" * (LONGEST_CAPTION + 1), document=file), TELEGRAM)) == 2


def test_signs_count_as_the_channel_counts_them() -> None:
    tagged = f"<b>{'x' * LONGEST_TEXT}</b>"

    assert parts(tagged) == [tagged]
    assert len(parts("&amp;" * LONGEST_TEXT)) == 1
    assert [len(part) for part in parts("😀" * (LONGEST_TEXT // 2 + 1))] == [LONGEST_TEXT // 2, 1]
    assert len(parts("<" * LONGEST_TEXT)) == 1
    assert len(parts("<" * (LONGEST_TEXT + 1))) == 2


def test_the_first_part_replaces_and_the_last_has_buttons_and_file() -> None:
    file = Document("a.txt", b"a", "text/plain")
    message = Message("x" * (2 * LONGEST_CAPTION + 9), ROWS, file, "5", "Titel")

    assert split(message, TELEGRAM) == [
        Message("x" * LONGEST_CAPTION, replaces="5"),
        Message("x" * LONGEST_CAPTION),
        Message("x" * 9, ROWS, file, None, "Titel"),
    ]


def test_tags_are_closed_and_opened_again() -> None:
    text = f'<a href="x"><b>{"y" * (LONGEST_TEXT + 2)}</b></a> <i>z</i>'

    assert parts(text) == [
        f'<a href="x"><b>{"y" * LONGEST_TEXT}</b></a>',
        '<a href="x"><b>yy</b></a> <i>z</i>',
    ]
    closed = f"<b>a</b>{'y' * LONGEST_TEXT}"
    assert parts(closed) == [f"<b>a</b>{'y' * (LONGEST_TEXT - 1)}", "y"]
    assert parts(f"{'y' * (LONGEST_TEXT - 1)}</b>yy")[1] == "y"


HALF = LONGEST_TEXT // 2


@pytest.mark.parametrize(
    ("sections", "first"),
    [
        # a paragraph rather than a later line, a line rather than a later word
        (["a" * HALF, "\n\n", "b" * 500, "\n", "c" * 500, " ", "d" * 3000], 1),
        (["a" * HALF, "\n", "b" * 500, " ", "c" * 3000], 1),
        (["a" * HALF, " ", "b" * 500, " ", "c" * 3000], 3),
        # in the first half only a paragraph is good enough
        (["a" * 100, "\n", "b" * 100, " ", "c" * 5000], None),
        (["a" * 100, "\n\n", "b" * 5000], 1),
        (["a" * 100, "\n\n", "b" * HALF, "\n", "c" * 3000], 1),
        (["a" * 100, "\n\n", "b" * HALF, "\n\n", "c" * 3000], 3),
    ],
)
def test_a_part_ends_at_the_best_end(sections: list[str], first: int | None) -> None:
    found = parts("".join(sections))

    if first is None:
        assert len(found[0]) == LONGEST_TEXT
    else:
        assert found[0] == "".join(sections[:first])
        assert found[1].startswith(sections[first + 1][0])


def test_no_part_begins_or_ends_with_empty_lines() -> None:
    found = parts(f"{'a' * HALF} \n\n \n{'b' * LONGEST_TEXT}")

    assert found == ["a" * HALF, "b" * LONGEST_TEXT]


# What is typed


@pytest.mark.parametrize(
    ("cell", "file"),
    [
        *((f"{sign}1+1", f"'{sign}1+1") for sign in "=+-@＝＋－＠"),
        ("  =a", "'  =a"),
        ("\u00a0\"'=a", "'\u00a0\"'=a"),
        ("\tab", "'\tab"),
        ("\rab", "'\rab"),
        ("\nab", "'\nab"),
        *((number, number) for number in ("-1", "+1.000,50", "-3 %", "12", "-3%")),
        ("-a", "'-a"),
        ("+49 2131", "'+49 2131"),
        ("a=b", "a=b"),
        ("", ""),
        (" a", " a"),
    ],
)
def test_no_cell_is_a_formula(cell: str, file: str) -> None:
    assert for_spreadsheet(cell) == file


JOINER = "\u200d"
FLAG = "\U0001f3f4"
TAG = "\U000e0067"
SKIN = "\U0001f3fd"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"👩{JOINER}👧", f"👩{JOINER}👧"),
        (f"👩{JOINER}a", "👩a"),
        (f"👩{JOINER} 👧", "👩 👧"),
        (f"👩{JOINER}", "👩"),
        (f"{JOINER}👩", "👩"),
        (f"👩{SKIN}{JOINER}👧", f"👩{SKIN}{JOINER}👧"),
        (f"❤\ufe0f{JOINER}🔥", f"❤\ufe0f{JOINER}🔥"),
        (f"1\u20e3{JOINER}👧", f"1\u20e3{JOINER}👧"),
        ("#\ufe0f*\ufe0e9\ufe0f", "#\ufe0f*\ufe0e9\ufe0f"),
        ("a\ufe0f", "a"),
        ("\ufe0fa", "a"),
        (f"{FLAG}{TAG}{TAG}a", f"{FLAG}{TAG}{TAG}a"),
        (f"a{TAG}", "a"),
        (f"🔥{TAG}", "🔥"),
        ("a\ufe00b\ufe0d", "ab"),
        ("a\U000e0100b\U000e01ef", "ab"),
        ("a\u034fb", "ab"),
        ("a\ufdffb", "a\ufdffb"),
        ("a\u115f\u1160\u2800\u3164\uffa0b", "a b"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_what_joins_stays_only_where_it_joins(text: str, kept: str) -> None:
    assert one_line(text) == kept


# Assessments


def test_an_assessment_is_neither_short_nor_long() -> None:
    assert not_kept("a" * (SHORTEST - 1)) is NotKept.SHORT
    assert not_kept("a" * SHORTEST) is None
    assert not_kept("a" * LONGEST) is None
    assert not_kept("a" * (LONGEST + 1)) is NotKept.LONG
    assert not_kept("😀" * (LONGEST // 2)) is None
    assert not_kept("😀" * (LONGEST // 2) + "a") is NotKept.LONG
    assert not_kept("Post an a@b.de bitte.") is NotKept.ADDRESS
    assert several_lines("a\n\n\n\nb\nc") == "a\n\nb\nc"
    assert paragraphs("a\n\nb") == ("a", "b")
    assert paragraphs("") == ()


# Links


def test_the_longest_address_and_the_longest_host() -> None:
    fits = "https://a.example/".ljust(LONGEST_LINK, "x")

    assert bad_link(fits) is None
    assert bad_link(fits + "x") is BadLink.FORM
    assert bad_link("https://a.example:65535/") is None
    label = "a" * 63
    host = ".".join([label, label, label, "b" * 61])
    assert len(host) == 253
    assert bad_link(f"https://{host}/") is None
    assert bad_link(f"https://{host}b/") is BadLink.FORM
    assert bad_link(f"https://{label}a.example/") is BadLink.FORM
    assert bad_link("https://a.example:x/") is BadLink.FORM


# Holidays


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (1961, 4, 2),
        (1981, 4, 19),
        (2000, 4, 23),
        (2008, 3, 23),
        (2011, 4, 24),
        (2019, 4, 21),
        (2026, 4, 5),
        (2027, 3, 28),
        (2038, 4, 25),
        (2049, 4, 18),
        (2076, 4, 19),
        (2160, 3, 23),
        (2285, 3, 22),
    ],
)
def test_easter_as_the_calendars_have_it(year: int, month: int, day: int) -> None:
    assert easter_sunday(year) == date(year, month, day)


#: Counted by hand from Easter Sunday, 28 March 2027.
OFF = {
    date(2027, 1, 1): DayOff.NEW_YEAR,
    date(2027, 3, 26): DayOff.GOOD_FRIDAY,
    date(2027, 3, 29): DayOff.EASTER_MONDAY,
    date(2027, 5, 1): DayOff.LABOUR_DAY,
    date(2027, 5, 6): DayOff.ASCENSION,
    date(2027, 5, 17): DayOff.WHIT_MONDAY,
    date(2027, 5, 27): DayOff.CORPUS_CHRISTI,
    date(2027, 10, 3): DayOff.UNITY_DAY,
    date(2027, 11, 1): DayOff.ALL_SAINTS,
    date(2027, 12, 25): DayOff.CHRISTMAS_DAY,
    date(2027, 12, 26): DayOff.BOXING_DAY,
}


def test_why_people_are_off() -> None:
    year = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
    sundays = {day: DayOff.SUNDAY for day in year if day.weekday() == 6}

    assert {day: why for day in year if (why := day_off(day))} == {**sundays, **OFF}
    assert holidays_of(2027) == set(OFF)
