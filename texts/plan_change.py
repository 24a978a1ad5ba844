"""How changing a published training reads: what it is so far, what it will be, who learns of it."""

from __future__ import annotations

from domain.message import Button, Rows
from domain.plan_told import moving_up
from domain.training import Training, has_link, has_place
from talk.form import DONE, Leave, Question, Review, Setting
from talk.plan import CHANGE, NEVER_TOLD, PLAN, drawn
from talk.plan_offers import Step, answers_of
from texts import cards
from texts.catalogue import Texts
from texts.faces import Page, back
from texts.plan import Planning, nothing


class Changing(Planning):
    """How the questions of planning read where one part of a training is changed."""

    def head(self, page: Page) -> str:
        """Return what the part is so far; before a change it stands beside what it will be."""
        if isinstance(page.question, Review):
            return ""
        texts, part = page.texts, _part(page.at)
        return texts(
            "change-head",
            title=page.at.about.training.title,
            name=self.name(texts, part),
            value=self._so_far(texts, page.at, part),
        )

    def ask(self, page: Page) -> str:
        """Ask, of a new date after what is known of it; or ask back what people are told."""
        texts, question = page.texts, page.question
        if isinstance(question, Review):
            return self._confirm(page)
        asked = Planning.ask(self, page)
        if not question.within:
            return asked
        known = texts("plan-selected", value=self.told(texts, page.at, _part(page.at)))
        return f"{known}\n\n{asked}"

    def button(self, texts: Texts, at: Setting, question: Question, value: str) -> str:
        """Return how an answer is called where it can be chosen."""
        if question.name == Step.PREVIEW and value == DONE:
            moved = at.answers["part"] == Step.DAY
            return texts.plain("manage-move-yes" if moved else "manage-change-yes")
        return Planning.button(self, texts, at, question, value)

    def ways(self, page: Page) -> Rows:
        """Return the ways back and out, side by side; the first one leads to the training."""
        out = Button(page.texts.plain("plan-abort"), Leave(page.version).pack())
        return ((back(page, "button-back"), out),)

    def _confirm(self, page: Page) -> str:
        texts, at, part = page.texts, page.at, _part(page.at)
        checked = part.name in NEVER_TOLD
        asked = texts(
            f"change-check-{part.name}" if checked else f"change-{page.question.name}",
            title=at.about.training.title,
            before=self._before(texts, at, part),
            after=self._after(texts, at, part),
            people=_concerned(at, part.name),
        )
        return f"{asked}\n\n{texts('change-hosts-names')}" if part.name == Step.HOSTS else asked

    def _before(self, texts: Texts, at: Setting, part: Question) -> str:
        """Return one part as it is now, said like what it will be."""
        if part.name != Step.SEATS:
            return self._so_far(texts, at, part)
        now = at.saying(answers_of(at.about.training.plan, at.network))
        return self.told(texts, now, part)

    def _after(self, texts: Texts, at: Setting, part: Question) -> str:
        """Return one part as it will be; with how it takes place also where."""
        told = self.told(texts, at, part) or nothing(texts, part)
        if part.name != Step.MODE:
            return told
        sketch = drawn(at)
        place = sketch.place if has_place(sketch.mode) else ""
        link = sketch.link if has_link(sketch.mode) else ""
        return ", ".join(filter(None, (told, place, link)))

    def _so_far(self, texts: Texts, at: Setting, part: Question) -> str:
        """Return one part of a training as it is now."""
        training: Training = at.about.training
        now = at.saying(answers_of(training.plan, at.network))
        if part.name == Step.SEATS and training.plan.seats is not None:
            return str(training.plan.seats)
        if part.name == Step.DAY:
            return cards.when(texts, at.network, training)
        if part.name == Step.REMINDERS:
            rules = training.plan.reminders
            labels = [texts.label("reminder-stage", rule.stage) for rule in rules]
            return ", ".join(labels) or texts.plain("plan-reminders-none")
        return self.told(texts, now, part) or nothing(texts, part)


FACE = Changing(CHANGE)


def _concerned(at: Setting, part: str) -> int:
    """Return how many a change concerns: whom it is told to, who moves up, who is reminded."""
    numbers = at.about
    if part == Step.SEATS:
        given = numbers.taken + numbers.training.block_seats
        return moving_up(drawn(at).seats, given, numbers.waiting - numbers.away)
    seated_alone = part in {Step.LINK, Step.REMINDERS}
    return int(numbers.taken + (0 if seated_alone else numbers.waiting))


def _part(at: Setting) -> Question:
    """Return the question of the part that is changed."""
    return PLAN.open(at.answers["part"], at)
