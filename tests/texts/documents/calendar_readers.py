"""Three readers of calendar files, of three makes: what each sees in a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import vobject  # type: ignore[import-untyped]
from icalendar import Calendar


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar makes of a file with one event; moments in UTC."""

    method: str
    uid: str
    sequence: int
    status: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    location: str = ""
    url: str = ""


def by_icalendar(content: bytes) -> Reading:
    """Read with the library that also writes."""
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    (event,) = calendar.events
    return Reading(
        method=str(calendar["METHOD"]),
        uid=str(event["UID"]),
        sequence=int(str(event["SEQUENCE"])),
        status=str(event["STATUS"]),
        starts_at=event.start.astimezone(UTC),  # type: ignore[attr-defined]  # times, no days
        ends_at=event.end.astimezone(UTC),  # type: ignore[attr-defined]
        summary=str(event["SUMMARY"]),
        location=str(event.get("LOCATION", "")),
        url=str(event.get("URL", "")),
    )


def by_vobject(content: bytes) -> Reading:
    """Read with a library of another make."""
    calendar = vobject.readOne(content.decode())
    (event,) = calendar.vevent_list

    def value(name: str) -> str:
        return str(event.getChildValue(name, ""))

    return Reading(
        method=calendar.method.value,
        uid=value("uid"),
        sequence=int(value("sequence")),
        status=value("status"),
        starts_at=event.dtstart.value.astimezone(UTC),
        ends_at=event.dtend.value.astimezone(UTC),
        summary=value("summary"),
        location=value("location"),
        url=value("url"),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A content line: the component it stands in, its name, parameters and value."""

    component: str
    name: str
    parameters: dict[str, str]
    value: str


def _lines(content: bytes) -> list[_Line]:
    """Return the lines, unfolded; a line that is too long or ends wrongly is an error."""
    raw = content.decode().split("\r\n")
    if raw[-1]:
        raise ValueError("the file does not end with a line end")
    if any(len(line.encode()) > 75 or "\n" in line for line in raw):
        raise ValueError("a line is too long or ends wrongly")
    within: list[str] = []
    found: list[_Line] = []
    for line in "\r\n".join(raw[:-1]).replace("\r\n ", "").split("\r\n"):
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if name == "BEGIN":
            within.append(value)
        elif name == "END":
            if within.pop() != value:
                raise ValueError("a component is not closed")
        else:
            pairs = dict(each.partition("=")[::2] for each in parameters)
            found.append(_Line(within[-1], name, pairs, value))
    return found


def _plain(text: str) -> str:
    for written, meant in (("\\,", ","), ("\\;", ";"), ("\\n", "\n"), ("\\\\", "\\")):
        text = text.replace(written, meant)
    return text


def _last_sunday(year: int, month: int, at: datetime) -> datetime:
    after = datetime(year + month // 12, month % 12 + 1, 1, at.hour, at.minute)  # noqa: DTZ001 - local time
    last = after - timedelta(days=1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _offset(lines: list[_Line], local: datetime) -> timedelta:
    """Return the offset of a local time by the yearly rules of a zone; no rule, no change."""
    changes: list[tuple[datetime, timedelta]] = []
    for component in ("STANDARD", "DAYLIGHT"):
        own = {each.name: each.value for each in lines if each.component == component}
        if "RRULE" not in own:
            continue
        rule = dict(part.split("=") for part in own["RRULE"].split(";"))
        assert (rule["FREQ"], rule["BYDAY"]) == ("YEARLY", "-1SU")
        begins = datetime.strptime(own["DTSTART"], "%Y%m%dT%H%M%S")  # noqa: DTZ007 - local time
        to = own["TZOFFSETTO"]
        offset = timedelta(hours=int(to[:3]), minutes=int(to[0] + to[3:]))
        changes += [
            (_last_sunday(year, int(rule["BYMONTH"]), begins), offset)
            for year in range(begins.year, local.year + 1)
        ]
    return max(each for each in changes if each[0] <= local)[1]


def by_rules_only(content: bytes) -> Reading:
    """Read as a calendar does that knows of a zone no more than its yearly rules."""
    lines = _lines(content)
    event = {each.name: each for each in lines if each.component == "VEVENT"}

    def moment(name: str) -> datetime:
        line = event[name]
        if line.value.endswith("Z"):
            return datetime.strptime(line.value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        assert "TZID" in line.parameters
        local = datetime.strptime(line.value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - local time
        return (local - _offset(lines, local)).replace(tzinfo=UTC)

    def text(name: str) -> str:
        return _plain(event[name].value) if name in event else ""

    return Reading(
        method=next(each.value for each in lines if each.name == "METHOD"),
        uid=text("UID"),
        sequence=int(text("SEQUENCE")),
        status=text("STATUS"),
        starts_at=moment("DTSTART"),
        ends_at=moment("DTEND"),
        summary=text("SUMMARY"),
        location=text("LOCATION"),
        url=event["URL"].value if "URL" in event else "",
    )


READERS: dict[str, Callable[[bytes], Reading]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "knows rules only": by_rules_only,
}
