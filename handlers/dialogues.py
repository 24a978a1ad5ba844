"""What all dialogues share: each has a question that can be asked again, in any language."""

from __future__ import annotations

from datetime import timedelta

from domain.delivery import Kind
from domain.draft import OFFER, Draft
from handlers.context import Dialogue, Router, Visit

#: So long after its last step an open question follows whatever came between.
ASKS_AGAIN = timedelta(days=1)


def on_dialogue(router: Router, kind: str, dialogue: Dialogue) -> None:
    """Make a kind of dialogue known."""
    router.dialogues[kind] = dialogue


async def left(visit: Visit) -> bool:
    """Give the open dialogue up and say what holds now; False if there is none."""
    draft = await visit.store.drafts.get(visit.address)
    if draft is None or not await visit.give_up():
        return False
    dialogue = visit.router.dialogues.get(draft.kind)
    if dialogue is None or dialogue.left is None:
        visit.text("abort-done")
    else:
        visit.say(await dialogue.left(visit, draft))
    return True


async def question_follows(visit: Visit) -> None:
    """Ask the open question once more if something came between it and the end of the chat."""
    if not (visit.ended or _came_between(visit)):  # most updates touch no dialogue: no query
        return
    draft = await visit.store.drafts.get(visit.address)
    if draft is None or not (_new_offer(visit, draft) or _interrupted(visit, draft)):
        return
    dialogue = visit.router.dialogues[draft.kind]
    if dialogue.open_to(visit.known) and not dialogue.over(draft, visit.now):
        visit.message_id = None
        await dialogue.ask(visit, draft)


def _new_offer(visit: Visit, draft: Draft) -> bool:
    """Return whether a dialogue has just ended that had been begun over another one."""
    return draft.kind == OFFER and draft.version == visit.update_id


def _interrupted(visit: Visit, draft: Draft) -> bool:
    if draft.resting or draft.changed_at is None or visit.now - draft.changed_at > ASKS_AGAIN:
        return False
    return _came_between(visit)


def _came_between(visit: Visit) -> bool:
    """Return whether something was said that is not the open dialogue's own, or in new words."""
    if visit.asked:
        return False
    return visit.texts.language != visit.language or any(
        letter.kind in {Kind.ANSWER, Kind.CARD} and letter.replaces is None
        for letter in visit.letters
    )
