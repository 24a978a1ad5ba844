"""Many ways of writing one date; all are read as what they say, or asked back."""

# ruff: noqa: E501 - lists of forms are read best in long lines
from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.localtime import exists, to_local, to_utc
from texts import dates
from texts.catalogue import Texts
from texts.day_notes import day_note, noted
from texts.typed_dates import Ambiguous, Impossible, Parsed, Reason, like_a_date, parse, past_day

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Berlin
DAY, NEXT = date(2027, 3, 12), date(2027, 3, 13)  # a Friday and a Saturday


def read(text: str, day: date | None = None) -> Parsed | Ambiguous | Impossible:
    return parse(text, NOW, BERLIN, day)


ONE_DAY = """
12.3.27|12.3.2027|12.03.2027|12.03.27|12. 3. 27|12. 3. 2027|12 . 3 . 2027|12.3. 27|12.03. 2027|12.3.
12/03/2027|12/3/27|12/3/2027|12-03-2027|12-3-27|2027-03-12|2027-3-12|2027/03/12|2027.03.12
12. März|12. März 2027|12. März 27|12 März 2027|12.März 2027|12. Mrz. 2027|12 Maerz|12 mar 2027
Fr 12.3.|Fr. 12.3.27|Fr., 12.03.2027|Freitag 12.3.|Freitag, 12.3.|Freitag den 12.3.|Freitag, den 12. März
am 12.3.|am Freitag, den 12.3.|am 12. März|12.3.27 (Freitag)|12.3. Fr|12.03.2027, Freitag|der 12.3.
Friday, 12 March 2027|12 March|March 12, 2027|March 12|12th March 2027|12th of March|March 12th
on 12 March|Fri 12/03/2027|Fri, 12 Mar 2027|１２．３．２７|１２.３.２０２７|12.3.27!|  12.3.27  |12.03.2027.|Freitag den 12.3
"""
FROM_NINE_TO_HALF_PAST_TWELVE = """
12.3.27 9-12:30|2027-03-12T09:00-12:30|12.3. 9-12.30|12.3., 9:00-12:30|Fr 12.3. 9-12.30|12. März, 9 bis 12 Uhr 30|12.3. 9h-12h30
12.3.27 9:00 – 12:30|12.3.27 von 9.00 bis 12.30|12.3.27 von 9 Uhr bis 12 Uhr 30|12.3. 0900-1230|12.3. 900-1230
2027-03-12 09:00-12:30|12.03.2027 , 9:00 - 12:30|12/03/2027 9-12:30|12/03/2027 9am-12:30pm|12.3. neun bis halb eins
9-12:30 Uhr am 12.3.|9:00 - 12:30, 12.3.2027|von 9 bis 12:30 Uhr am Freitag, den 12.3.|12.3. 9 bis ca. 12:30
12.3. von ca. 9 bis ca. 12:30 Uhr|12.3.27 ab 9 bis 12:30|March 12, 2027, 9am to 12:30pm|12 March 9:00 to 12:30
12.3. 9 Uhr bis 12.30 Uhr|12.3. 9:00 Uhr - 12:30 Uhr|Fri 12/03/2027 9:00am - 12:30pm|12.3. 09.00–12.30 Uhr
12.3. 9 Uhr früh bis halb eins|12.3. früh um 9 bis 12:30|12.3. (Fr) 9-12:30|9 - 12.30 am 12. März 2027
12.3.27 9 a.m. - 12:30 p.m.|12.3.27 zwischen 9 und 12:30
"""


def listed(forms: str) -> list[str]:
    return [each for line in forms.strip("\n").splitlines() for each in line.split("|")]


@pytest.mark.parametrize("text", listed(ONE_DAY))
def test_one_day(text: str) -> None:
    assert read(text) == Parsed(DAY)


@pytest.mark.parametrize("text", listed(FROM_NINE_TO_HALF_PAST_TWELVE))
def test_one_morning(text: str) -> None:
    assert read(text) == Parsed(DAY, time(9), None, time(12, 30))


@pytest.mark.parametrize(
    "text",
    [
        "12.+13.3.",
        "12. + 13.3.27",
        "12./13.3.",
        "12.–13.3.",
        "12. und 13. März",
        "12.-13.3.2027",
        "12. & 13.3.",
        "Fr/Sa 12./13.3.",
        "Fr-Sa 12.-13.3.",
        "12.3.-13.3.",
        "12.3.+13.3.",
        "12/13.3.",
        "12.3. und 13.3.",
        "12. bis 13.3.",
        "vom 12. bis 13. März",
        "12-13 March 2027",
    ],
)
def test_two_days(text: str) -> None:
    assert read(text) == Parsed(DAY, None, NEXT)


def test_two_days_with_hours() -> None:
    assert read("12.–13.3. 9–16") == Parsed(DAY, time(9), NEXT, time(16))
    assert read("12.+13.3. 9-16 Uhr") == Parsed(DAY, time(9), NEXT, time(16))


@pytest.mark.parametrize("text", ["12.+14.3.", "12./14.3.27", "12. und 20. März"])
def test_days_with_others_between_are_no_range(text: str) -> None:
    assert read(text) == Impossible(Reason.UNREADABLE)


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("13.15", time(13, 15), None),
        ("10-13", time(10), time(13)),
        ("um 10 Uhr", time(10), None),
        ("um 10", time(10), None),
        ("9h-12h", time(9), time(12)),
        ("0900-1230", time(9), time(12, 30)),
        ("0900", time(9), None),
        ("1230", time(12, 30), None),
        ("1230 Uhr", time(12, 30), None),
        ("9 bis ca. 12", time(9), time(12)),
        ("halb zehn bis zwölf", time(9, 30), time(12)),
        ("dreiviertel zehn", time(9, 45), None),
        ("viertel nach neun", time(9, 15), None),
        ("zehn nach neun", time(9, 10), None),
        ("9am", time(9), None),
        ("9am-4pm", time(9), time(16)),
        ("9-4pm", time(9), time(16)),
        ("1-4pm", time(13), time(16)),
        ("11-1pm", time(11), time(13)),
        ("12pm", time(12), None),
        ("half past nine", time(9, 30), None),
        ("quarter to ten", time(9, 45), None),
        ("mittags", time(12), None),
        ("12 Uhr mittags", time(12), None),
        ("noon", time(12), None),
        ("3 Uhr nachmittags", time(15), None),
        ("nachmittags um 3", time(15), None),
        ("abends um acht", time(20), None),
        ("bis 12:30", time(12, 30), None),
        ("bis 13 Uhr", time(13), None),
        ("14 Uhr 30", time(14, 30), None),
        ("18-24 Uhr", time(18), time(0)),
        ("zehn", time(10), None),
    ],
)
def test_hours_of_a_day_that_is_known(text: str, starts: time, ends: time | None) -> None:
    assert read(text, DAY) == Parsed(DAY, starts, None, ends)


@pytest.mark.parametrize(
    ("text", "day", "starts"),
    [
        ("morgen 9 Uhr", date(2027, 2, 10), time(9)),
        ("morgen um 9", date(2027, 2, 10), time(9)),
        ("morgen früh um 9", date(2027, 2, 10), time(9)),
        ("morgen Nachmittag 14 Uhr", date(2027, 2, 10), time(14)),
        ("heute in einer Woche", date(2027, 2, 16), None),
        ("morgen in einer Woche", date(2027, 2, 17), None),
        ("in 14 Tagen", date(2027, 2, 23), None),
        ("in zwei Wochen um 10", date(2027, 2, 23), time(10)),
        ("übernächsten Montag", date(2027, 2, 22), None),
        ("übernächste Woche Montag", date(2027, 2, 22), None),
        ("kommenden Freitag", date(2027, 2, 12), None),
        ("nächste Woche Mittwoch 9 Uhr", date(2027, 2, 17), time(9)),
        ("18/03/2027 9am", date(2027, 3, 18), time(9)),
        ("03/04/2027", date(2027, 4, 3), None),  # the day comes first, in English too
        ("12.10.27 9.30", date(2027, 10, 12), time(9, 30)),
    ],
)
def test_days_by_their_distance(text: str, day: date, starts: time | None) -> None:
    assert read(text) == Parsed(day, starts)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("viertel zehn", [time(9, 15), time(10, 15)]),
        ("viertel drei", [time(2, 15), time(3, 15), time(14, 15), time(15, 15)]),
        ("drei", [time(3), time(15)]),
        ("halb drei", [time(2, 30), time(14, 30)]),
    ],
)
def test_what_is_heard_in_two_ways_is_asked(text: str, choices: list[time]) -> None:
    assert read(text, DAY) == Ambiguous(tuple(Parsed(DAY, each) for each in choices))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("30.2.", Reason.NO_SUCH_DAY),
        ("30.2.2027", Reason.NO_SUCH_DAY),
        ("30/02/2027", Reason.NO_SUCH_DAY),
        ("18.3.27 25:00", Reason.NO_SUCH_TIME),
        ("Do 12.3.", Reason.WRONG_WEEKDAY),
        ("12.3.27 (Montag)", Reason.WRONG_WEEKDAY),
        ("12.3. 24:00", Reason.NO_SUCH_TIME),
        ("12.3. 12:30-9", Reason.END_BEFORE_START),
        ("8.2.2027", Reason.PAST),
        ("gestern", Reason.PAST),
        ("irgendwann im März", Reason.UNREADABLE),
        ("1.1.2050", Reason.TOO_FAR),
    ],
)
def test_what_cannot_be(text: str, reason: Reason) -> None:
    found = read(text)

    assert isinstance(found, Impossible)
    assert found.reason is reason


@given(st.dates(date(2027, 1, 1), date(2027, 2, 8)), st.sampled_from(["{}.{}.", "{}.{}. 9-12"]))
def test_no_day_of_this_year_that_is_over_becomes_the_next_year_without_a_word(
    day: date, form: str
) -> None:
    found = read(form.format(day.day, day.month))

    assert isinstance(found, Ambiguous)
    assert found.past == day
    assert [each.day for each in found.choices] == [day.replace(year=2028)]


days_to_come = st.dates(date(2027, 2, 10), date(2029, 12, 31))
WRITERS = [dates.long_day, dates.short_day, dates.plain_day]


@given(days_to_come, st.sampled_from(WRITERS), st.sampled_from(["de", "en"]), st.booleans())
def test_each_day_we_write_is_read_back(
    day: date, write: object, language: str, note: bool
) -> None:
    assert callable(write)
    written = write(day, language)
    shown = noted(written, Texts().in_language(language), day) if note else written

    assert read(shown) == Parsed(day), shown


@given(st.dates(date(2027, 2, 10), date(2027, 12, 31)), st.sampled_from(["de", "en"]))
def test_each_day_on_a_button_is_read_back(day: date, language: str) -> None:
    texts = Texts().in_language(language)

    assert read(noted(dates.brief_day(day, language), texts, day)) == Parsed(day)


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_day_with_a_note_is_read_back(language: str) -> None:
    texts = Texts().in_language(language)
    days = [date(2027, 2, 10) + timedelta(days=n) for n in range(365)]
    written = {day: noted(dates.long_day(day, language), texts, day) for day in days}

    assert {day: read(each) for day, each in written.items() if "(" in each} == {
        day: Parsed(day) for day in days if day_note(day, texts)
    }


@given(
    st.times().map(lambda at: at.replace(second=0, microsecond=0)), st.sampled_from(["de", "en"])
)
def test_each_time_we_write_is_read_back(at: time, language: str) -> None:
    assume(exists(datetime.combine(DAY, at), BERLIN))

    assert read(dates.clock(at, language), DAY) == Parsed(DAY, at)


@given(days_to_come, st.sampled_from(["de", "en"]), st.sampled_from([0, 720, 1439]))
def test_each_deadline_we_write_is_read_back(day: date, language: str, minute: int) -> None:
    local = datetime.combine(day, time(minute // 60, minute % 60))
    written = dates.deadline(to_utc(local, BERLIN), BERLIN, language)
    found = parse(written, NOW, BERLIN, until=True)

    assert isinstance(found, Parsed), written
    assert found.starts_at(BERLIN) == to_utc(local, BERLIN)
    assert to_local(to_utc(local, BERLIN), BERLIN) == local


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8.2.", date(2027, 2, 8)),
        ("12.3.", date(2026, 3, 12)),
        ("12.3.26", date(2026, 3, 12)),
        ("gestern", date(2027, 2, 8)),
        ("heute", date(2027, 2, 9)),
        ("9.2.", date(2027, 2, 9)),
        ("Freitag", date(2027, 2, 5)),
        ("Dienstag", date(2027, 2, 9)),
        ("Di., 09.02.2027", date(2027, 2, 9)),
        ("12. März 2026", date(2026, 3, 12)),
        ("8.2. 9 Uhr", None),
        ("irgendwann", None),
    ],
)
def test_a_day_that_has_been(text: str, day: date | None) -> None:
    assert past_day(text, date(2027, 2, 9)) == day


def test_what_was_meant_to_be_a_date_is_told_from_what_was_not() -> None:
    meant = ["12.3. ab Mitte", "Mitte März", "31.2.", "3 Uhr am Ende", "12.3.27 9-12-15"]
    not_meant = [
        "Kind Mia Müller, 4, blaue Flecken",
        "Mia, 4",
        "Mia, 4.3.2020",
        "irgendwann",
        "danke",
        "",
        "x" * 5000,
    ]

    assert [each for each in meant if not like_a_date(each)] == []
    assert [each for each in not_meant if like_a_date(each)] == []


@pytest.mark.parametrize("text", ["Mo und Di 9-12", "Sa + So 9.30-16", "Sa/So 9-12"])
def test_weekdays_before_a_time_alone_are_not_passed_over(text: str) -> None:
    assert read(text) == Impossible(Reason.UNREADABLE)
    assert read(text, date(2027, 3, 12)) == Impossible(Reason.UNREADABLE)


def test_the_day_after_tomorrow_is_seen_from_today_as_an_end_too() -> None:
    tomorrow = date(2027, 2, 10)

    assert read("morgen bis übermorgen") == Parsed(tomorrow, None, date(2027, 2, 11))
    assert read("tomorrow - 12.2.") == Parsed(tomorrow, None, date(2027, 2, 12))
