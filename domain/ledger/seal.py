"""Seals of closed years: each a hash over its year and over the seal before, with an end of all.

There are two forms. The first, of earlier versions, covers ledger rows, counters and answers. The
second covers everything a report of the year is made from, and what seals of the first form
before it left out. A seal is always checked by the rule it was made by.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date

from domain.network import Network

#: Stands before the first year.
BEGINNING = "0" * 64
#: How seals are made now, and how they were made before.
FORM, OLD_FORM = 2, 1


@dataclass(frozen=True, slots=True)
class Seal:
    """What was sealed: so many rows, their digest (64 hexadecimal digits), chained.

    `versions` is the number of the last published version it covers. `file` holds digests of
    what the network's file said, by setting, and of the year's agreements. Both are of the second
    form only.
    """

    year: int
    rows: int
    previous: str
    digest: str
    sealed_on: date
    form: int = OLD_FORM
    versions: int = 0
    file: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of the seals: `broken` years are not as they were sealed.

    `whole` says whether no seal is missing at the end. `ends` are what proves the chain, after
    each of its seals. `changed` are settings of the network's file that were others then, by year.
    """

    seals: Sequence[Seal]
    broken: Sequence[int]
    whole: bool
    ends: Sequence[str]
    changed: Mapping[int, Sequence[str]]


def digest(year: int, previous: str, lines: Iterable[str]) -> tuple[int, str]:
    """Return the number of rows and the digest of a year by the first form, in the given order."""
    made = hashlib.sha256(f"netzbote ledger {year} {previous}\n".encode())
    rows = 0
    for each in lines:
        made.update(each.encode() + b"\n")
        rows += 1
    return rows, made.hexdigest()


def line(*values: object) -> str:
    """Return a row as the first form hashes it: None is empty, bars part the values."""
    return "|".join("" if value is None else str(value) for value in values)


def digest_of(head: Sequence[object], lines: Iterable[str]) -> str:
    """Return the digest by the second form; its last line is the number of those before."""
    made = hashlib.sha256(told("netzbote", FORM, *head).encode() + b"\n")
    number = 0
    for each in lines:
        made.update(each.encode() + b"\n")
        number += 1
    made.update(told("end", number).encode())
    return made.hexdigest()


def told(*values: object) -> str:
    """Return a row as the second form hashes it: JSON, so that no text can pass for two."""
    return json.dumps(values, default=str, sort_keys=True, separators=(",", ":"))


def in_order(seals: Iterable[Seal]) -> list[Seal]:
    """Return the seals as they are chained, then those that hang on none, by year."""
    left = sorted(seals, key=lambda each: each.year)
    chain: list[Seal] = []
    last: str | None = BEGINNING
    while last is not None:
        following = next((each for each in left if each.previous == last), None)
        last = following.digest if following else None
        if following is not None:
            left.remove(following)
            chain.append(following)
    return [*chain, *left]


def ends(seals: Iterable[Seal]) -> list[str]:
    """Return what proves a chain after each of its seals, with all that a seal says."""
    made = hashlib.sha256(b"netzbote seals\n")
    found: list[str] = []
    for each in seals:
        said = (each.year, each.rows, each.previous, each.digest, each.sealed_on, each.form)
        made.update(told(*said, each.versions, dict(each.file)).encode() + b"\n")
        found.append(made.hexdigest())
    return found


def left_out(before: Sequence[Seal]) -> list[Seal]:
    """Return the seals that the next one covers anew: those of the first form at the end."""
    found: list[Seal] = []
    for each in reversed(before):
        if each.form != OLD_FORM:
            break
        found.insert(0, each)
    return found


#: The name of the digest of agreements, beside those of settings: seals of before had none.
AGREED = "agreed"


def of_file(told_of: Mapping[str, str]) -> dict[str, str]:
    """Return what of a seal's digests is of settings of the network's file."""
    return {name: value for name, value in told_of.items() if name != AGREED}


#: What no report says or is computed by: rules of the chat.
NOT_REPORTED = frozenset(
    {"agreements", "contact", "contacts", "defaults", "line", "quiet", "names", "retention"}
)

#: What seals of before did not know: a network that does not use it says what it said then.
LATER = frozenset({"measures"})


def settings(network: Network) -> dict[str, str]:
    """Return digests of what the network's file tells the report, by setting.

    Of a template of its own only the name counts: it changes no figure.
    """
    report = network.report
    parts = {each.name: getattr(network, each.name) for each in fields(network)}
    parts = {name: value for name, value in parts.items() if name not in {*NOT_REPORTED, "report"}}
    parts = {name: value for name, value in parts.items() if value or name not in LATER}
    parts |= {f"report.{each.name}": getattr(report, each.name) for each in fields(report)}
    parts |= _newer(network)
    parts["report.template"] = report.template.name if report.template else None
    return {name: hashlib.sha256(repr(value).encode()).hexdigest() for name, value in parts.items()}


def _newer(network: Network) -> dict[str, object]:
    """Return what a file says that it could not say when older seals were made."""
    limits = network.report.thresholds
    usual = type(limits)().joint_share
    share = {"report.thresholds.joint_share": limits.joint_share}
    said: dict[str, object] = {name: value for name, value in share.items() if value != usual}
    staffed = {o.slug: o.staffed_since for o in network.offices if o.staffed_since is not None}
    return said | ({"offices.staffed_since": staffed} if staffed else {})


def differing(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Return the settings that are others now than then, or not there on one side."""
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
