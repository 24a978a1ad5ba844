"""People type dates as they speak; what they mean is read, or asked again."""
# ruff: noqa: DTZ001 - a time on the wall has no zone

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.localtime import exists, to_utc
from texts import dates
from texts.catalogue import Texts
from texts.typed_dates import Ambiguous, Impossible, Parsed, Reason, example, explain, parse

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)  # a Wednesday, 10:00 in Berlin

THAT_MORNING = Parsed(date(2027, 3, 12), time(9), None, time(12, 30))


def read(text: str, day: date | None = None) -> Parsed | Ambiguous | Impossible:
    return parse(text, NOW, BERLIN, day)


@pytest.mark.parametrize(
    "text",
    [
        "12.3.27 9-12:30",
        "12.03.2027 09:00-12:30",
        "12.03.2027, 09:00–12:30 Uhr",
        "12. 3. 2027 9:00 - 12:30",
        "Fr., 12.03.2027, 09:00–12:30 Uhr",
        "Freitag, 12. März 2027, 09:00 bis 12:30 Uhr",
        "12. März 2027, 9 bis 12.30 Uhr",
        "am 12. maerz 27 von 9 Uhr bis 12 Uhr 30",
        "12.3.27 neun Uhr bis halb eins",
        "Friday, 12 March 2027, 09:00 to 12:30",
        "Fri, 12 Mar 2027, 09:00–12:30",
        "2027-03-12 09:00-12:30",
        "  12.3.27   9 - 12:30 ! ",
    ],
)
def test_one_morning_in_many_words(text: str) -> None:
    assert read(text) == THAT_MORNING


@pytest.mark.parametrize(
    ("text", "day", "starts", "ends"),
    [
        ("12.12. 9 Uhr", date(2026, 12, 12), time(9), None),
        ("12.3.27 von 9 bis 16 Uhr", date(2027, 3, 12), time(9), time(16)),
        ("12.3.27", date(2027, 3, 12), None, None),
        ("12. Dezember", date(2026, 12, 12), None, None),
        ("Donnerstag 14 Uhr", date(2026, 11, 19), time(14), None),
        ("Do 9.30", date(2026, 11, 19), time(9, 30), None),
        ("kommenden Freitag", date(2026, 11, 20), None, None),
        ("heute 18 Uhr", date(2026, 11, 18), time(18), None),
        ("morgen um 9", date(2026, 11, 19), time(9), None),
        ("übermorgen 14:30", date(2026, 11, 20), time(14, 30), None),
        ("tomorrow 9:00", date(2026, 11, 19), time(9), None),
        ("in 3 Wochen", date(2026, 12, 9), None, None),
        ("in drei Wochen um 14 Uhr", date(2026, 12, 9), time(14), None),
        ("heute in einer Woche 9-10", date(2026, 11, 25), time(9), time(10)),
        ("in 10 Tagen", date(2026, 11, 28), None, None),
        ("in 3 Monaten", date(2027, 2, 18), None, None),
        ("in 3 months", date(2027, 2, 18), None, None),
        ("nächste Woche Dienstag 9 Uhr", date(2026, 11, 24), time(9), None),
        ("nächsten Dienstag 9 Uhr", date(2026, 11, 24), time(9), None),
        ("Mittwoch 9 Uhr", date(2026, 11, 25), time(9), None),  # today at 9 is over
        ("18.11.", date(2026, 11, 18), None, None),
        ("29.2.28", date(2028, 2, 29), None, None),
        ("12.3.27 18-24 Uhr", date(2027, 3, 12), time(18), time(0)),
        ("9 Uhr", None, time(9), None),
        ("9-12:30", None, time(9), time(12, 30)),
        ("9.30-12.30", None, time(9, 30), time(12, 30)),
        ("von 9 bis 16 Uhr", None, time(9), time(16)),
        ("halb zehn", None, time(9, 30), None),
        ("viertel nach neun", None, time(9, 15), None),
        ("viertel vor 10 Uhr", None, time(9, 45), None),
        ("halb 14", None, time(13, 30), None),
    ],
)
def test_what_is_understood(
    text: str, day: date | None, starts: time | None, ends: time | None
) -> None:
    assert read(text) == Parsed(day, starts, None, ends)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "12.3.27 9 Uhr bis 13.3.27 16 Uhr",
            (date(2027, 3, 12), time(9), date(2027, 3, 13), time(16)),
        ),
        (
            "12.12. 9 Uhr - 13.12. 16 Uhr",
            (date(2026, 12, 12), time(9), date(2026, 12, 13), time(16)),
        ),
        (
            "Donnerstag 9 Uhr bis Freitag 12 Uhr",
            (date(2026, 11, 19), time(9), date(2026, 11, 20), time(12)),
        ),
        ("12.-14.3.27", (date(2027, 3, 12), None, date(2027, 3, 14), None)),
        ("12.3.-14.3.28", (date(2028, 3, 12), None, date(2028, 3, 14), None)),
        ("30.12. bis 2.1.", (date(2026, 12, 30), None, date(2027, 1, 2), None)),
        ("30.12.-2.1.28", (date(2027, 12, 30), None, date(2028, 1, 2), None)),
        ("12.-14. März 2027, 9-16 Uhr", (date(2027, 3, 12), time(9), date(2027, 3, 14), time(16))),
    ],
)
def test_several_days(text: str, expected: tuple[date, time | None, date, time | None]) -> None:
    assert read(text) == Parsed(*expected)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("nächsten Freitag", [(date(2026, 11, 20), None), (date(2026, 11, 27), None)]),
        ("Mittwoch", [(date(2026, 11, 18), None), (date(2026, 11, 25), None)]),
        ("Mittwoch 14 Uhr", [(date(2026, 11, 18), time(14)), (date(2026, 11, 25), time(14))]),
        ("12.10", [(date(2027, 10, 12), None), (None, time(12, 10))]),
        (
            "morgen halb drei",
            [(date(2026, 11, 19), time(2, 30)), (date(2026, 11, 19), time(14, 30))],
        ),
    ],
)
def test_what_can_be_meant_in_two_ways_is_asked(
    text: str, choices: list[tuple[date | None, time | None]]
) -> None:
    assert read(text) == Ambiguous(tuple(Parsed(*each) for each in choices))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12.3. 9-12.30", THAT_MORNING),
        ("12.3 9-12:30", THAT_MORNING),
        ("Fr 12.03. 9-12:30", THAT_MORNING),
        ("12. Mär. von 9h bis 12:30h", THAT_MORNING),
        ("12.3. 9 Uhr", Parsed(date(2027, 3, 12), time(9))),
        ("12.03", Parsed(date(2027, 3, 12))),
        ("17.11.", Parsed(date(2027, 11, 17))),
        (
            "12.3. 9 Uhr - 13.3. 16 Uhr",
            Parsed(date(2027, 3, 12), time(9), date(2027, 3, 13), time(16)),
        ),
    ],
)
def test_a_day_of_this_year_that_is_over_is_asked_back(text: str, meant: Parsed) -> None:
    assert meant.day is not None

    assert read(text) == Ambiguous((meant,), meant.day.replace(year=2026))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31.2.", Reason.NO_SUCH_DAY),
        ("31.13.2027", Reason.NO_SUCH_DAY),
        ("29.2.27", Reason.NO_SUCH_DAY),
        ("0.3.27", Reason.NO_SUCH_DAY),
        ("12.3.27 25 Uhr", Reason.NO_SUCH_TIME),
        ("12.3.27 9:60", Reason.NO_SUCH_TIME),
        ("12.3.27 24 Uhr", Reason.NO_SUCH_TIME),
        ("12.3.27 12-9", Reason.END_BEFORE_START),
        ("9-9 Uhr", Reason.END_BEFORE_START),
        ("14.3.27 - 12.3.27", Reason.END_BEFORE_START),
        ("14.-12.3.27", Reason.END_BEFORE_START),
        ("12.3.2026", Reason.PAST),
        ("heute 9 Uhr", Reason.PAST),
        ("19.11.2029", Reason.TOO_FAR),
        ("28.3.27 2:30", Reason.CLOCK_GAP),
        ("27.3.27 22 Uhr bis 28.3.27 2:30", Reason.CLOCK_GAP),
        ("irgendwann", Reason.UNREADABLE),
        ("", Reason.UNREADABLE),
        ("heute morgen", Reason.UNREADABLE),
        ("9" * 5000, Reason.UNREADABLE),
    ],
)
def test_what_cannot_be_is_refused(text: str, reason: Reason) -> None:
    assert read(text) == Impossible(reason)


def test_a_wrong_weekday_names_the_right_one() -> None:
    refused = read("Do 12.03.2027 9 Uhr")

    assert refused == Impossible(Reason.WRONG_WEEKDAY, date(2027, 3, 12))
    assert isinstance(refused, Impossible)
    assert explain(Texts(strict=True), refused, example(NOW, BERLIN)) == (
        "Der 12. März 2027 ist ein Freitag.\nZum Beispiel: <code>30.12.26 9-12:30</code>"
    )


def test_a_time_alone_belongs_to_the_day_it_was_asked_for() -> None:
    day = date(2027, 3, 28)

    assert read("9.10-12.30", day) == Parsed(day, time(9, 10), None, time(12, 30))
    assert read("9.10", day) == Parsed(day, time(9, 10))
    assert read("2:30", day) == Impossible(Reason.CLOCK_GAP)
    assert read("4.4.27 9 Uhr", day) == Parsed(date(2027, 4, 4), time(9))


def test_local_times_become_instants() -> None:
    assert THAT_MORNING.starts_at(BERLIN) == datetime(2027, 3, 12, 8, tzinfo=UTC)
    assert THAT_MORNING.ends_at(BERLIN) == datetime(2027, 3, 12, 11, 30, tzinfo=UTC)
    assert Parsed(date(2027, 3, 12), time(18), None, time(0)).end == datetime(2027, 3, 13)
    assert Parsed(None, time(9)).starts_at(BERLIN) is None
    assert Parsed(date(2027, 3, 12)).ends_at(BERLIN) is None


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_refusal_is_explained(reason: Reason, language: str) -> None:
    texts = Texts(strict=True).in_language(language)

    assert "30.12.26" in explain(texts, Impossible(reason, date(2027, 3, 12)), example(NOW, BERLIN))


@given(st.datetimes(datetime(2024, 1, 1), datetime(2040, 1, 1)))
def test_the_example_is_understood_at_any_time(now: datetime) -> None:
    then = now.replace(tzinfo=UTC)

    assert isinstance(parse(example(then, BERLIN), then, BERLIN), Parsed)


quarters = st.integers(1, 3 * 365 * 96 - 96).map(
    lambda count: datetime(2026, 11, 18, 10) + timedelta(minutes=15 * count)
)
lengths = st.sampled_from([15, 90, 210, 480, 1440, 1860]).map(lambda m: timedelta(minutes=m))


@given(quarters, lengths, st.sampled_from(["de", "en"]), st.booleans())
def test_what_we_write_we_can_read(
    start: datetime, length: timedelta, language: str, long: bool
) -> None:
    end = start + length
    assume(exists(start, BERLIN) and exists(end, BERLIN))
    write = dates.long_range if long else dates.short_range

    written = write(to_utc(start, BERLIN), to_utc(end, BERLIN), BERLIN, language)
    parsed = read(written)

    assert isinstance(parsed, Parsed), written
    assert (parsed.start, parsed.end) == (start, end)


@given(st.text("0123456789.:-, abdehimnoruzü", max_size=30))
def test_no_input_breaks_the_parser(text: str) -> None:
    assert isinstance(read(text), Parsed | Ambiguous | Impossible)
