"""Says what is wrong with a row of a file of old totals."""

from __future__ import annotations

from domain.ledger.file import Fault, Wrong

_SAID = {
    Fault.MISSING: "this column is missing",
    Fault.UNKNOWN: "this column is none of: {known}",
    Fault.TWICE: "this column is there twice",
    Fault.CELLS: "there are more cells than columns",
    Fault.UNREADABLE: "{why}",
    Fault.NO_DAY: "{value!r} is no day; write it like 2024-12-31",
    Fault.TOO_EARLY: "only years from {first} on are taken",
    Fault.SEALED: "the year {year} is sealed",
    Fault.TOO_LATE: "only days before {before} are taken",
    Fault.NOT_LISTED: "{value!r} is none of: {known}",
    Fault.NO_NUMBER: "{value!r} is no whole number",
    Fault.NOTHING: "a row that counts nothing says nothing; leave it out",
    Fault.TOO_MANY: "{value!r} is more than {most}",
    Fault.NO_OFFICE: "{value!r} is no office of this network",
    Fault.NO_SECTOR: "{value!r} is no sector of this network",
    Fault.NOT_EMPTY: "no event here stands behind old totals; leave this empty",
    Fault.NO_DETAIL: "{kind} has none; leave this empty",
    Fault.BOTH: "a row has an office or a sector, never both",
    Fault.IN_ALL: "{kind} is counted in all only; leave this empty",
    Fault.MINUTES: "minutes are counted in all only; leave this empty",
    Fault.KNOWN: "this row is in the ledger already",
    Fault.CONTRADICTS: "with these rows, {year} contradicts: {why}",
    Fault.REPEATED: "this row stands in line {line} already",
    Fault.NO_EVENT: "{year}, {group}: no event-held stands behind these people",
    Fault.NO_MEETING: "{year}: no {meeting} stands behind these minutes",
    Fault.UNBALANCED: "{year}, {group}: by {by} these add up to {n}, the total is {total}",
    Fault.CROWDED: "{year}, {meeting}: {who} was there {n} times, of {of}",
}


def told(wrong: Wrong) -> str:
    """Return what is wrong, as the command line says it."""
    return _SAID[wrong.fault].format(**{name: _listed(v) for name, v in wrong.values.items()})


def _listed(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else value
