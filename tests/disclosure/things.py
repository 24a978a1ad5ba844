"""What a report prints that no attacker reads: numbers of things, and words, each with the reason.

Whatever counts people is read by `tests.disclosure.reader`, and nothing stands here that is. What
things tell of people all the same is read, too: presence (B2, E5, C15, C16), means, seats left.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_EVENTS = "events, which the programme and the annex name one by one"
_GOALS = "what the network wants: an event for each, and a target that it set"
_RATE_OF_THINGS = "a rate of things"

#: Figures and columns of tables, by code, or code and column.
THINGS: Mapping[str, str] = MappingProxyType(
    {
        "A1": _EVENTS,
        "A2": _EVENTS,
        "A4": "teaching units that were offered",
        "A6": _EVENTS,
        "B1": _EVENTS,
        "B2.held-B2": _EVENTS,
        "B3": "what was agreed upon, a thing each",
        "B4": "what was agreed upon, a thing each",
        "C1": _EVENTS,
        "C2": _EVENTS,
        "C3": _EVENTS,
        "C7.whole": "seats",
        "C8.whole": "seats",
        "C17": "trainings by who held them: hosts are offices",
        "C18": "trainings by who held them: hosts are offices",
        "D1": "announcements, whoever they went to",
        "D2": "days",
        "D5": "announcements, whoever they went to",
        "E3": _EVENTS,
        "E5.held-E5": _EVENTS,
        "E6": "what was agreed upon, a thing each",
        "F1": _GOALS,
        "F1L": _GOALS,
        "G1.events": _EVENTS,
        "G1.planned": _EVENTS,
        "X1.units": "teaching units that were offered",
        "X2": _EVENTS,
        "X4": _EVENTS,
        "X5": _EVENTS,
        "decided": "what was agreed upon, a thing each",
    }
)

#: What goes into hints, by its name; the rate of two of them is worked out from what is printed.
INPUTS: Mapping[str, str] = MappingProxyType(
    {
        "seats": "seats",
        "events": _EVENTS,
        "planned": _EVENTS,
        "offered": "quarters with trainings, as in the annex",
        "quarters": "quarters of a year that began",
        "pairs": "pairs that stand in K3",
        "of": "quarters, pairs, or offices that have a quota",
        "offices": "told by O5: all that it allows is listed in tests/report/test_quotas.py",
        "lead": "days",
        "meetings": _EVENTS,
        "online": _EVENTS,
        "trainings": _EVENTS,
        "unclosed": _EVENTS,
        "joint": "trainings by who held them: hosts are offices",
    }
)

#: Tables and lists without any number of this report.
WORDS: Mapping[str, str] = MappingProxyType(
    {
        "S1": "offices and their municipalities, from the network's file",
        "S2": "bodies of the network, from its file",
        "B5": "what was agreed upon, by which offices and when",
        "G2": "the programme of the year after",
        "H1": "read by tests/disclosure/followed.py",
        "K3": "pairs that are in no field of K2, which is read: nobody noted anything of them",
        "M1": "measures: what is to be done by whom until when, words of closed lists",
        "M2": "measures: what is to be done by whom until when, words of closed lists",
        "O": "hints, whose numbers are read one by one",
        "X3": "events that nobody closed, by day and title",
        "X6": "how figures are worked out, for any year",
        "X7": "what words mean",
    }
)
