"""What is on offer: the list, its filters, and passing one training on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from domain.message import MOST_COPIED, Button, Message, Rows
from domain.network import Network
from domain.offer import Filter, Search, Sought, first_of, in_charge, towns
from domain.paging import Part, part_of
from domain.training import Training
from domain.vocabulary import Topic
from talk.action import Action
from talk.form import A_PAGE
from talk.menu import Menu
from talk.needs import Needs
from talk.offer import (
    LISTED,
    Browse,
    PrintFound,
    Seek,
    SeekBy,
    carried,
    leading_back,
    led_by,
    way_to,
)
from talk.profile import Topics
from talk.register import PassOn, Show
from texts import cards, dates, paging
from texts import plan_hosts as hosts
from texts.cards import Listed, menu_row
from texts.catalogue import Texts
from texts.labels import short, shortened

#: Of months and towns two stand beside each other.
ABREAST = 2
#: So much of a filter is read on the button that takes it off, two in a row.
ON_A_CHIP = 18


def listed(texts: Texts, search: Search, page: Listed) -> Message:
    """Return a page of what fits, its filters, and what to do where nothing does."""
    if not page.items:
        return _nothing(texts, search)
    text, buttons = cards.entries(texts, search.network, page)
    here = way_to(Browse(page.page, *carried(search.sought)))
    opens = leading_back(Message("", buttons), here).buttons
    turns = paging.turns(texts, page, lambda to: Browse(to, *carried(search.sought)))
    rows = (*opens, *turns, *_taking_off(texts, search), _ways_on(texts, search))
    return Message("\n\n".join([_head(texts, search, page), text]), rows)


def _head(texts: Texts, search: Search, page: Listed) -> str:
    head = paging.heading(texts, texts("offer-head", n=page.total), page)
    return "\n".join([head, *_said(texts, search)])


def _said(texts: Texts, search: Search) -> list[str]:
    """Return what is looked for, and that there is more for others."""
    names = [_value(texts, search, each) for each in search.sought.filters]
    sought = [texts("offer-sought", filters=", ".join(names))] if names else []
    return [*sought, *([texts("offer-elsewhere", n=n)] if (n := search.elsewhere) else [])]


def _nothing(texts: Texts, search: Search) -> Message:
    """Say that nothing fits, and what to do about it."""
    narrowed = bool(search.sought.filters)
    text = texts("offer-none-sought" if narrowed else "offer-none")
    after = [
        (Button(texts.plain("menu-topics"), Topics(0).pack()),),
        (Button(texts.plain("menu-needs"), Needs(0).pack()),),
    ]
    rows = (*_taking_off(texts, search), *after, _ways_on(texts, search))
    return Message("\n\n".join([text, *_said(texts, search)]), rows)


def _taking_off(texts: Texts, search: Search) -> Rows:
    """Return a button for each filter, which takes it off."""
    filters = [*search.sought.filters, *([Filter.SECTOR] if search.elsewhere else [])]
    names = [short(_value(texts, search, each), ON_A_CHIP) for each in filters]
    return _in_rows(
        [
            Button(
                texts.plain("offer-without", filter=name),
                Browse(0, *carried(search.sought.without(each))).pack(),
            )
            for name, each in zip(names, filters, strict=True)
        ]
    )


def _ways_on(texts: Texts, search: Search) -> tuple[Button, ...]:
    seek = Button(texts.plain("offer-seek"), Seek(*carried(search.sought)).pack())
    return (seek, Button(texts.plain("button-menu"), Menu().pack()))


def _in_rows(buttons: Sequence[Button], abreast: int = ABREAST) -> Rows:
    rows = range(0, len(buttons), abreast)
    return tuple(tuple(buttons[at : at + abreast]) for at in rows)


def _value(texts: Texts, search: Search, which: Filter) -> str:
    """Return the plain name of what a filter looks for."""
    sought = search.sought
    if which is Filter.TOPIC and sought.topic is not None:
        return texts.label("topic", sought.topic)
    if which is Filter.MONTH and sought.month is not None:
        return _month(texts, sought.month)
    if which is Filter.TOWN and sought.town is not None:
        known = in_charge(search.network, sought.town)
        return known[0].name if known else texts.plain("offer-town-unknown")
    return texts.plain("offer-mine" if which is Filter.SECTOR else "offer-online")


def _month(texts: Texts, month: int) -> str:
    return dates.month(first_of(month), texts.language)


def filters(texts: Texts, search: Search) -> Message:
    """Return which filters there are, each with its value, and how many trainings fit."""
    sought, n = search.sought, len(search.found)
    rows = [(_by(texts, search, each),) for each in LISTED]
    rows.insert(2, (_switch(texts, Filter.ONLINE, sought, on=sought.online),))
    rows.insert(3, (_switch(texts, Filter.SECTOR, sought, on=not sought.everyone),))
    show = Button(texts.plain("offer-show", n=n), Browse(0, *carried(sought)).pack())
    everything = Button(texts.plain("offer-all"), Browse(0).pack())
    printed = Button(texts.plain("offer-print"), PrintFound(*carried(sought)).pack())
    last = [(show,), *([(printed,)] if n else [])]
    last += [(everything,)] if sought != Sought() else []
    return Message(texts("offer-filters", n=n), (*rows, *last))


def _by(texts: Texts, search: Search, which: Filter) -> Button:
    is_set = which in search.sought.filters
    value = _value(texts, search, which) if is_set else texts.plain("offer-any")
    label = texts.plain(f"offer-by-{which}", value=value)
    action = SeekBy(LISTED.index(which), 0, *carried(search.sought))
    return Button(short(label), action.pack())


def _switch(texts: Texts, which: Filter, sought: Sought, *, on: bool) -> Button:
    """Return the button that turns a filter off or on, and shows the filters again."""
    online = which is Filter.ONLINE
    turned = replace(sought, online=not on) if online else replace(sought, everyone=on)
    name = texts.plain(f"offer-only-{which}")
    label = texts.plain("form-chosen", name=name) if on else name
    return Button(label, Seek(*carried(turned)).pack())


def values(texts: Texts, search: Search, which: Filter, page: int) -> Message:
    """Return the values of a filter, each with how many trainings it leaves."""
    choices = {
        Filter.TOPIC: _topics,
        Filter.MONTH: _months,
        Filter.TOWN: _towns,
    }[which](texts, search)
    abreast = 1 if which is Filter.TOPIC else ABREAST
    part: Part[tuple[str, Sought]] = part_of(choices, page, A_PAGE * abreast)
    labels = shortened([label for label, _ in part.items], 48 // abreast)
    buttons = [
        Button(label, Browse(0, *carried(sought)).pack())
        for label, (_, sought) in zip(labels, part.items, strict=True)
    ]

    def turn(to: int) -> Action:
        return SeekBy(LISTED.index(which), to, *carried(search.sought))

    turns = paging.turns(texts, part, turn, ("form-page-before", "form-page-after"))
    back = (Button(texts.plain("button-back"), Seek(*carried(search.sought)).pack()),)
    head = texts(f"offer-ask-{which}") if choices else texts("offer-none")
    return Message(paging.heading(texts, head, part), (*_in_rows(buttons, abreast), *turns, back))


def _topics(texts: Texts, search: Search) -> list[tuple[str, Sought]]:
    found = search.topics()
    return [
        (
            _counted(texts, texts.label("topic", each), found[each]),
            replace(search.sought, topic=each),
        )
        for each in Topic
        if found[each]
    ]


def _months(texts: Texts, search: Search) -> list[tuple[str, Sought]]:
    found = search.months()
    return [
        (_counted(texts, _month(texts, each), found[each]), replace(search.sought, month=each))
        for each in sorted(found)
    ]


def _towns(texts: Texts, search: Search) -> list[tuple[str, Sought]]:
    found = search.hosts()
    return [
        (_counted(texts, town.name, found[office.slug]), replace(search.sought, town=town.ags))
        for town, office in towns(search.network)
    ]


def _counted(texts: Texts, name: str, n: int) -> str:
    return texts.plain("offer-counted", name=name, n=n) if n else name


def pass_on(texts: Texts, network: Network, training: Training, link: str) -> Message:
    """Return a link to a training and a text for a mail, with buttons that copy them."""
    text = texts.plain(
        "offer-mail",
        title=training.title,
        when=cards.when(texts, network, training),
        place=cards.where(texts, training),
        host=hosts.invites(texts, network, training),
        deadline=cards.deadline(texts, network, training),
        link=link,
    )
    rows = (
        (Button(texts.plain("offer-copy-link"), copied=link),),
        (Button(texts.plain("offer-copy-text"), copied=_short(texts, network, training, link)),),
        (Button(texts.plain("button-back"), Show(training.id).pack()),),
    )
    return Message(texts("offer-pass-on", title=training.title, text=text), rows)


def _short(texts: Texts, network: Network, training: Training, link: str) -> str:
    """Return the text for a mail as a button can copy it; a long title is cut at a word."""
    when = cards.when(texts, network, training)
    bare = texts.plain("offer-mail-short", title="", when=when, link=link)
    title = short(training.title, MOST_COPIED - len(bare))
    return texts.plain("offer-mail-short", title=title, when=when, link=link)


def no_such_training(texts: Texts) -> Message:
    """Say that a link leads to nothing here, and where all trainings are."""
    offered = Button(texts.plain("menu-offered"), Browse().pack())
    return Message(texts("offer-link-gone"), ((offered,), menu_row(texts)))


def led_back(texts: Texts, drawn: Message, way: str) -> Message:
    """Return a card with a row that leads back to the list it was opened from."""
    marked = leading_back(drawn, way)
    if drawn.document is not None:
        return marked
    back = Button(texts.plain("offer-back"), led_by(way).pack())
    rows = [row for row in marked.buttons if not _leads(row, Menu)]
    beside = rows.pop() if rows and _leads(rows[-1], PassOn) else ()
    return replace(marked, buttons=(*rows, (*beside, back)))


def _leads(row: tuple[Button, ...], to: type[Action]) -> bool:
    """Return whether a row is nothing but the button of an action."""
    return len(row) == 1 and re.match(to.pattern(), row[0].action) is not None
