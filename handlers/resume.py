"""Dialogues that were begun over others: which one goes on, and what a typed text is for it."""

from __future__ import annotations

from domain.draft import OFFER, Draft, resumed
from handlers.context import Dialogue, Router, Visit, Who
from handlers.dialogues import left, on_dialogue
from handlers.doors import not_taken, on_tap, press, refuse
from talk.dialogue import Discard, Resume
from texts import dialogues as wording
from texts.typed_words import Nod, nod


async def _offer(visit: Visit, draft: Draft) -> None:
    """Ask whether to go on with the last dialogue that is kept."""
    waiting = draft.kept[-1]
    about = await _about(visit, waiting)
    more = len(draft.kept) - 1
    visit.ask(OFFER, wording.offer(visit.texts, waiting.kind, about, draft.version, more))


async def _about(visit: Visit, draft: Draft) -> str:
    """Return the title of what a dialogue is about; empty if there is none."""
    if "training" not in draft.data:
        said = draft.data.get("sketch", draft.data)  # how plans were kept by an earlier version
        return str(said.get("title", ""))
    training = await visit.store.trainings.get(draft.data["training"])
    return training.title if training is not None else ""


async def _current(visit: Visit, version: int) -> Draft | None:
    draft = await visit.draft(OFFER)
    if draft is None or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    return draft


async def resume(visit: Visit, action: Resume) -> None:
    """Answer «Weiter»: the dialogue is open again, at the question where it was left."""
    offer = await _current(visit, action.version)
    if offer is None:
        return
    draft = resumed(offer)
    await visit.store.drafts.put(visit.address, draft, visit.now)
    visit.asked = True
    await visit.router.dialogues[draft.kind].ask(visit, draft)


async def discard(visit: Visit, action: Discard) -> None:
    """Answer «Verwerfen»."""
    if await _current(visit, action.version) is not None:
        await visit.give_up()
        visit.show(wording.discarded(visit.texts))


async def heard(visit: Visit, text: str) -> bool:
    """Take a text typed within a dialogue; False if nobody asked for it."""
    draft = await visit.store.drafts.get(visit.address) if visit.known else None
    dialogue = visit.router.dialogues.get(draft.kind) if draft else None
    if draft is None or dialogue is None:
        return False
    if not dialogue.open_to(visit.known):
        not_taken(visit)  # no answer any more, it may be about a child as any other text
        refuse(visit)
        return True
    if dialogue.over(draft, visit.now):
        await visit.finish()
        return False
    taken = await _pressed(visit, dialogue, draft, text) or (
        dialogue.typed is not None and await dialogue.typed(visit, draft, text)
    )
    visit.asked = visit.asked or taken
    return taken


async def _pressed(visit: Visit, dialogue: Dialogue, draft: Draft, text: str) -> bool:
    """Take the label of a shown button, or a word that stands for one, as if it was pressed."""
    said = nod(text)
    action = await _button(visit, dialogue, draft, text, said)
    if action:
        return await press(visit, action)
    if said is Nod.STOP:
        await left(visit)
    elif said is not None:
        await dialogue.ask(visit, draft)
    return said is not None


async def _button(
    visit: Visit, dialogue: Dialogue, draft: Draft, text: str, said: Nod | None
) -> str:
    """Return what the button does that a text names; empty if it names none that is shown."""
    shown = visit.aside()
    await dialogue.ask(shown, draft)
    messages = [letter.message for letter in shown.letters if letter.message]
    buttons = [button for message in messages for row in message.buttons for button in row]
    return wording.named(buttons, text, said)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_dialogue(router, OFFER, Dialogue(_offer))
    on_tap(router, Resume, resume, Who.ANYONE)
    on_tap(router, Discard, discard, Who.ANYONE)
