"""Which offices hold a training together: all but its first host are on offer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from domain.manage import Numbers
from talk.form import Setting
from talk.plan_offers import NONE, Step, before

#: Under this name stands the first host of a draft that is finished; no question has it.
FIRST = "first"


def first_host(at: Setting) -> str:
    """Return the first host: of a new training the asker's office."""
    if isinstance(at.about, Numbers):
        return at.about.training.host
    return str(at.answers.get(FIRST) or (at.asker.office if at.asker else ""))


def others(at: Setting) -> Sequence[str]:
    """Return the offices that may hold it together with the first host."""
    first = first_host(at)
    return [office.slug for office in at.network.offices if office.slug != first]


def has_others(at: Setting) -> bool:
    """Return whether there is any other office."""
    return bool(others(at))


def marked(at: Setting) -> list[str]:
    """Return the co-hosts that are marked: from the beginning those that there are."""
    return list(at.answers.get(Step.HOSTS, before(at).get(Step.HOSTS, ())))


def any_marked(at: Setting) -> bool:
    """Return whether any co-host is marked."""
    return bool(marked(at))


def alone(at: Setting) -> Mapping[str, Sequence[str]]:
    """Return that nobody holds it together with the first host, as long as none is marked."""
    return {} if marked(at) else {NONE: []}
