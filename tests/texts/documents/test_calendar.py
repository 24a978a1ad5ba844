"""A calendar takes in our file, moves the same entry later and strikes it out at the end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from tests.texts.documents.calendar_readers import READERS, Reading
from texts.documents.calendar import Appointment, CalendarEntry, ics

BERLIN = ZoneInfo("Europe/Berlin")
TRAINING = Appointment(
    uid="training-7@rhein-kreis-neuss.netzbote",
    sequence=0,
    title="Gespräche <führen>; Teil 1, Übung \\ Praxis",
    starts_at=datetime(2027, 3, 26, 8, tzinfo=UTC),
    ends_at=datetime(2027, 3, 26, 11, 30, tzinfo=UTC),
    place="Rathaus Kaarst, Saal 2; 1. Stock",
    description="Bitte mitbringen:\nStifte, Papier\n" + "sehr lange Zeile mit Umläuten äöü " * 9,
    stamp=datetime(2026, 11, 18, 9, tzinfo=UTC),
    link="https://t.example/b?start=a,b;c",
    organizer="kinderschutz@kreis.example",
    organizer_name="Netzwerk Kinderschutz, Kreis",
)


def taken_in(appointment: Appointment) -> tuple[Calendar, Event]:
    calendar = Calendar.from_ical(ics(appointment))
    assert isinstance(calendar, Calendar)
    (event,) = calendar.events
    return calendar, event


def test_everything_comes_back_as_it_was() -> None:
    calendar, event = taken_in(TRAINING)

    assert calendar["METHOD"] == "PUBLISH"
    assert event["UID"] == "training-7@rhein-kreis-neuss.netzbote"
    assert event["SEQUENCE"] == 0
    assert event["STATUS"] == "CONFIRMED"
    assert event["SUMMARY"] == TRAINING.title
    assert event["LOCATION"] == TRAINING.place
    assert event["DESCRIPTION"] == TRAINING.description
    assert event["URL"] == TRAINING.link
    assert event["ORGANIZER"] == "mailto:kinderschutz@kreis.example"
    assert event["ORGANIZER"].params["CN"] == "Netzwerk Kinderschutz, Kreis"
    assert event.start == TRAINING.starts_at
    assert event.end == TRAINING.ends_at
    assert event.stamp == TRAINING.stamp


def test_times_are_in_utc_and_no_zone_is_spelled_out() -> None:
    text = ics(TRAINING).decode()

    assert "DTSTART:20270326T080000Z\r\n" in text
    assert "VTIMEZONE" not in text
    assert "TZID" not in text


#: When it begins and how long it lasts: summer and winter, over midnight, over several days, over
#: both changes of the clock, and the hour that comes twice.
SPANS = [
    (datetime(2027, 1, 15, 9, tzinfo=BERLIN), timedelta(hours=3)),
    (datetime(2027, 7, 15, 9, tzinfo=BERLIN), timedelta(hours=3)),
    (datetime(2027, 4, 1, 22, tzinfo=BERLIN), timedelta(hours=4)),
    (datetime(2027, 3, 27, 9, tzinfo=BERLIN), timedelta(days=2)),
    (datetime(2027, 10, 30, 9, tzinfo=BERLIN), timedelta(days=2)),
    (datetime(2027, 3, 28, 1, 30, tzinfo=BERLIN), timedelta(hours=2)),
    (datetime(2027, 10, 31, 2, 30, tzinfo=BERLIN, fold=1), timedelta(hours=1)),
]


@pytest.mark.parametrize(("starts_at", "length"), SPANS)
@pytest.mark.parametrize("entry", CalendarEntry)
def test_all_readers_see_the_same_instants(
    starts_at: datetime, length: timedelta, entry: CalendarEntry
) -> None:
    begins = starts_at.astimezone(UTC)
    content = ics(replace(TRAINING, starts_at=starts_at, ends_at=begins + length, entry=entry))
    readings = {name: read(content) for name, read in READERS.items()}
    wanted = Reading(
        method="CANCEL" if entry is CalendarEntry.CANCELLED else "PUBLISH",
        uid=TRAINING.uid,
        sequence=0,
        status=entry.value,
        starts_at=begins,
        ends_at=begins + length,
        summary=TRAINING.title,
        location=TRAINING.place,
        url=TRAINING.link,
    )

    assert readings == dict.fromkeys(READERS, wanted)


@pytest.mark.parametrize("which", ["rdate", "rrule"])
def test_the_narrow_reader_is_an_hour_off_where_a_zone_has_no_rule(which: str) -> None:
    changes = {
        "rdate": "RDATE:20270328T020000",
        "rrule": "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    }[which]
    lines = f"""BEGIN:VCALENDAR
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20261025T030000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETTO:+0200
{changes}
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:x
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:x
DTSTART;TZID=Europe/Berlin:20270701T090000
DTEND;TZID=Europe/Berlin:20270701T100000
END:VEVENT
END:VCALENDAR
"""
    found = READERS["knows rules only"](lines.replace("\n", "\r\n").encode())

    assert found.starts_at == datetime(2027, 7, 1, 8 if which == "rdate" else 7, tzinfo=UTC)


def test_where_an_attendee_is_known_the_file_asks_back() -> None:
    calendar, event = taken_in(replace(TRAINING, attendee="jemand@amt.example"))

    assert calendar["METHOD"] == "REQUEST"
    assert event["ATTENDEE"] == "mailto:jemand@amt.example"


def test_a_move_is_the_same_entry_with_a_higher_sequence() -> None:
    moved = replace(TRAINING, sequence=1, starts_at=TRAINING.starts_at + timedelta(days=7))
    _, before = taken_in(TRAINING)
    _, after = taken_in(moved)

    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after.start == moved.starts_at


def test_a_cancellation_strikes_it_out() -> None:
    calendar, event = taken_in(replace(TRAINING, sequence=2, entry=CalendarEntry.CANCELLED))

    assert calendar["METHOD"] == "CANCEL"
    assert event["STATUS"] == "CANCELLED"


def test_what_is_not_known_is_left_out() -> None:
    _, event = taken_in(replace(TRAINING, place="", description="", link="", organizer=""))

    assert not {"LOCATION", "DESCRIPTION", "URL", "ORGANIZER"} & set(event)


def test_no_alarm_and_no_line_over_75_bytes() -> None:
    content = ics(TRAINING)

    assert b"VALARM" not in content
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_the_same_training_gives_the_same_file() -> None:
    assert ics(TRAINING) == ics(replace(TRAINING))
