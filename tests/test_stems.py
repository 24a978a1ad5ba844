"""One stem a feature: its files are called alike in every room; storage is called by nouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOMS = ("handlers", "talk", "texts", "domain")
#: Where each feature has a file: somebody presses, somebody answers.
LED = ("handlers", "talk")
#: The features, in the order in which people come to them, and what each is.
STEMS = {
    "invite": "a way in: the invitation",
    "access": "a way in: asking for one",
    "join": "a way in: coming in",
    "account": "a member's new account",
    "people": "the members of an office, as its coordinators look after them",
    "profile": "what a person sets",
    "privacy": "what a person sees and erases",
    "plan": "a training's facts, from the first question to the last change",
    "announce": "to whom, when, how it went",
    "write": "a word to many: to those of a training, to the network",
    "register": "seats of persons, the line, cards",
    "approve": "whether the own office approves of a registration",
    "moveup": "a seat that somebody in line is asked about",
    "substitute": "a seat that goes to a colleague",
    "offer": "what is on offer: the list, what one looks for, passing it on",
    "contacts": "whom people turn to",
    "seats": "block seats and quotas",
    "session": "the dates of a series",
    "manage": "a coordinator's list and cards",
    "paper": "what is printed of a training, and the check of a certificate",
    "deliveries": "what became of messages",
    "deeds": "the access log",
    "second": "a second person for what one does not do alone",
    "daily": "a coordinator's day in one message",
    "presence": "who is there, as it is marked at the door",
    "close": "who came",
    "recount": "who came, corrected",
    "feedback": "what specialists tell of a training",
    "needs": "what specialists wish for",
    "exchange": "what specialists do together",
    "protocol": "what is logged",
    "agreements": "what was agreed upon, as members read it",
    "measures": "what is done about the hints of a year",
    "ledger": "the rows of what is logged",
    "assessment": "the year, in words",
    "endorse": "what the offices say of the report of a year",
    "report": "the year",
}
#: What nobody presses: rows are written by what is pressed elsewhere.
SILENT = {"ledger"}
#: What all features share.
SHARED = {
    "handlers": {
        "__init__", "chats", "commands", "context", "courtesies", "dialogues", "doors", "events",
        "forms", "menu", "reach", "reception", "resume", "words",
    },
    "talk": {
        "__init__", "action", "choice", "dates", "dialogue", "form", "headcount", "institutions",
        "menu", "question", "start",
    },
    "texts": {
        "__init__", "calendar_file", "cards", "catalogue", "date_spellings", "date_words",
        "dates", "day_notes", "de", "dialogues", "documents", "en", "faces", "form_page", "forms",
        "headcount", "institutions", "labels", "menus", "notices", "numbers", "operator", "paging",
        "posted", "standings", "topics", "typed_answers", "typed_choice", "typed_counts",
        "typed_dates", "typed_numbers", "typed_words", "words",
    },
    "domain": {
        "__init__", "address", "arrival", "channel", "delivery", "demands", "disclosure",
        "draft", "flood", "holidays", "languages", "letters", "link", "localtime", "message",
        "moments", "network", "online", "overtaking", "paging", "person", "picked",
        "problem", "quiet", "reach", "reminder", "rights", "splitting", "standing", "training",
        "trouble", "typed", "units", "view", "vocabulary",
    },
}  # fmt: skip


def stems_of(name: str) -> list[str]:
    """Return the stems that a file is called by."""
    return [stem for stem in STEMS if name == stem or name.startswith(f"{stem}_")]


def strays(there: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the files that belong to no feature, to several, or to one and to all."""
    return {
        f"{room}/{name}"
        for room, names in there.items()
        for name in names
        if len(stems_of(name)) + (name in SHARED[room]) != 1
    }


def missing(there: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the files that a feature does not have."""
    known = {(room, stem) for room, names in there.items() for n in names for stem in stems_of(n)}
    wanted = {(room, stem) for room in LED for stem in STEMS if stem not in SILENT}
    return {"/".join(each) for each in wanted - known}


def files() -> dict[str, list[str]]:
    """Return the names of the files, or folders, of each room."""
    found = {}
    for room in ROOMS:
        paths = [path for path in (ROOT / room).iterdir() if path.name != "__pycache__"]
        found[room] = sorted(path.stem for path in paths)
    return found


def test_no_file_strays_from_its_stem() -> None:
    assert strays(files()) == set()


def test_no_feature_misses_a_file() -> None:
    assert missing(files()) == set()


def test_what_is_shared_is_there() -> None:
    assert {room: names - set(files()[room]) for room, names in SHARED.items()} == {
        room: set() for room in ROOMS
    }


def test_a_stray_and_a_gap_are_found() -> None:
    there = files()
    there["talk"] = [*there["talk"], "joining", "plan_words"]
    there["handlers"].remove("join")

    assert strays(there) == {"talk/joining"}
    assert missing(there) == {"handlers/join"}
