"""What there is to know of a year: every number of people, and what everybody knows adds up."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from tests.disclosure import kept_seats
from tests.disclosure.solver import Line
from tests.report.recount import ITEMS, Recount

TABLES = {
    "C4": ("office", "courses"), "C5": ("sector", "courses"), "C6": ("topic", "courses"),
    "K4": ("contact-topic", "contacts"), "K5": ("contact-format", "contacts"),
    "K6": ("contact-length", "contacts"), "K7": ("contact-month", "contacts"),
    "N2": ("members-office", "members/4"), "N3": ("members-sector", "members/4"),
    "G1": ("need", "need"), "E4": ("advice", "advice"), "D3": ("reminder", "reminder"),
}  # fmt: skip


def truth(of: Recount) -> dict[str, int]:
    """Return every number of people there is, printed or not."""
    found = {f"event/{n}": of.came[n] for n in of.held}
    found |= {"came": of.people(of.held), "hours": of.hours(of.held)}
    found |= {"courses": of.people(of.courses), "capped": of.people(of.capped)}
    for quarter, figures in of.quarters().items():
        found |= {f"came/{quarter}": figures["A3"], f"hours/{quarter}": figures["A5"]}
    for topic, trainings in of.topics().items():
        capped = [n for n in trainings if n in of.capped]
        waited, direct = of.count("waitlisted", trainings), of.count("confirmed", trainings)
        found |= {
            f"topic/{topic}": of.people(trainings),
            f"topic-capped/{topic}": of.people(capped),
        }
        found |= {f"waited/{topic}": waited, f"direct/{topic}": direct}
        found[f"wishes/{topic}"] = waited + direct
    found |= _registrations(of)
    if of.year.of("members"):
        found |= _members(of)
    for name in ("C4", "C5", "K4", "K5", "K6", "K7", "G1", "E4", "D3"):
        for slug, values in of.tables()[name].items():
            found[f"{TABLES[name][0]}/{slug}"] = int(values[0] or 0)
    found |= {"contacts": len(of.contacts), "need": sum(of.needs.values())}
    for whole in ("advice", "reminder"):
        found[whole] = sum(n for name, n in found.items() if name.startswith(f"{whole}/"))
    found |= {f"pair/{key}": n for key, n in of.pairs.items()}
    found |= kept_seats.counted(of)
    return found | _feedback(of)


def _members(of: Recount) -> dict[str, int]:
    tables = of._of_members()
    names = {"N1": "members", "N2": "members-office", "N3": "members-sector"}
    return {
        f"{name}/{slug}": int(n or 0)
        for code, name in names.items()
        for slug, (n,) in tables[code].items()
    }


def _registrations(of: Recount) -> dict[str, int]:
    early, late = of.count("withdrawn"), of.count("late")
    waited, direct, up = (of.count(what) for what in ("waitlisted", "confirmed", "promoted"))
    delivered = sum(e["delivered"] for e in of.sent)
    audience = sum(e["audience"] for e in of.sent)
    everyone, absent = of.at_start(of.courses), of.absent()
    return {
        "early": early, "late": late, "gone": early + late, "ever": direct + up,
        "waited": waited, "direct": direct, "promoted": up, "wishes": waited + direct,
        "vain": waited - up, "R": everyone, "registered": of.at_start(of.capped),
        "absent": absent, "away": absent - late, "forms": len(of.forms),
        "delivered": delivered, "audience": audience, "missed": audience - delivered,
    }  # fmt: skip


def _feedback(of: Recount) -> dict[str, int]:
    found = {}
    for index, item in enumerate(ITEMS):
        found[f"answers/{item}"] = len(of.forms)
        for score in range(1, 6):
            found[f"answers/{item}/{score}"] = sum(f[index] == score for f in of.forms)
    return found


def lines(of: Recount, true: dict[str, int]) -> list[Line]:
    """Return what everybody knows to add up; checked against the truth."""
    found = [*_of_events(of), *_of_queues(of, true), *_of_tables(true)]
    found += kept_seats.sums(of, true)
    for weights, low, high in found:
        assert low <= sum(w * true[n] for n, w in weights.items()) <= high, weights
    return found


def adds(whole: str, parts: list[str]) -> Line:
    """Return: the parts add up to the whole."""
    return {**dict.fromkeys(parts, 1), whole: -1}, 0, 0


def _of_events(of: Recount) -> Iterator[Line]:
    units = {f"event/{n}": e["units"] for n, e in of.held.items()}
    quarter = {f"event/{n}": (int(e["day"][5:7]) + 2) // 3 for n, e in of.held.items()}
    yield adds("came", list(units))
    yield adds("courses", [f"event/{n}" for n in of.courses])
    yield adds("capped", [f"event/{n}" for n in of.capped])
    yield {**units, "hours": -1}, 0, 0
    for q in range(1, 5):
        yield adds(f"came/{q}", [name for name in units if quarter[name] == q])
        yield {**{n: u for n, u in units.items() if quarter[n] == q}, f"hours/{q}": -1}, 0, 0
    for topic, trainings in of.topics().items():
        yield adds(f"topic/{topic}", [f"event/{n}" for n in trainings])
        yield adds(f"topic-capped/{topic}", [f"event/{n}" for n in trainings if n in of.capped])


def _of_queues(of: Recount, true: dict[str, int]) -> Iterator[Line]:
    yield adds("gone", ["early", "late"])
    yield adds("ever", ["direct", "promoted"])
    if set(of.capped) == set(of.courses):
        yield {"R": 1, "registered": -1}, 0, 0
    yield adds("wishes", ["direct", "waited"])
    yield adds("waited", ["promoted", "vain"])
    yield adds("audience", ["delivered", "missed"])
    if of.at_start(of.courses) >= true["courses"]:
        yield adds("R", ["courses", "absent"])
    if true["away"] >= 0:
        yield adds("absent", ["late", "away"])
    if true["R"] + true["early"] == true["ever"]:
        yield adds("ever", ["R", "early"])
    for topic in of.topics():
        yield adds(f"wishes/{topic}", [f"direct/{topic}", f"waited/{topic}"])
    for name in ("wishes", "waited", "direct"):
        yield adds(name, [f"{name}/{topic}" for topic in of.topics()])


def _of_tables(true: dict[str, int]) -> Iterator[Line]:
    for prefix, whole in {*TABLES.values(), ("pair", "contacts")}:
        if whole in true:
            yield adds(whole, [n for n in true if n.startswith(f"{prefix}/")])
    for item in ITEMS:
        scores = [f"answers/{item}/{score}" for score in range(1, 6)]
        yield adds(f"answers/{item}", scores)
        yield {"forms": 1, f"answers/{item}": -1}, 0, inf
