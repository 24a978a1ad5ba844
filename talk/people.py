"""The members of an office: a list, one of them, and what becomes of the membership."""

from __future__ import annotations

from talk.action import Action, OfPage, OfPerson


class OwnPeople(OfPage):
    """«Eigene Mitglieder»: a page of them."""

    CODE = "mem"


class OwnMember(OfPerson):
    """One member."""

    CODE = "memo"


class AskConfirmAll(Action):
    """«Alle bestätigen»: asks back once."""

    CODE = "memq"


class ConfirmAll(Action):
    """«Ja, alle bestätigen»."""

    CODE = "memc"


class AskMember(OfPerson):
    """«Nachfragen»: whether a member still works there."""

    CODE = "mema"


class AskEnd(OfPerson):
    """«Mitgliedschaft beenden»: asks back once."""

    CODE = "meme"


class EndMembership(OfPerson):
    """«Ja, beenden»."""

    CODE = "memx"


class Elsewhere(OfPage):
    """«Bei anderen Jugendämtern»: how many take part where; a page."""

    CODE = "memw"


class StillThere(Action):
    """«Ja, ich arbeite noch dort», of who was asked."""

    CODE = "memy"
