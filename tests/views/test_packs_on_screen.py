"""Every question of every pack fits into a form, empty, answered and called for by an answer."""

from dataclasses import replace

import pytest

from bot.reflections import ReflectionForm
from bot.rounds import OFFERED
from bot.sandbox.blockkit import lint_view
from handlers.views import cases, reflection_steps
from prompts.pack import Pack, Prompt
from prompts.packs import Library
from prompts.words import words
from tests.views import facts
from tests.views.facts import SMALL

SAY = words()
ASKED_OF_ONE = [pack for pack in Library().all() if pack.moment != "live"]


@pytest.mark.parametrize("pack", ASKED_OF_ONE, ids=lambda pack: pack.id)
def test_every_step_and_the_review_of_a_pack_are_shown(pack: Pack) -> None:
    file = facts.a_file(SMALL)
    chosen = replace(file, workshop=replace(file.workshop, pack=pack.id))
    answered = {prompt.name: facts.an_answer(pack, prompt, an_answer(prompt)) for prompt in pack.every_prompt}
    for answers in ({}, answered):
        someone, day = file.workshop.participants[0], file.workshop.held_on
        form = ReflectionForm(chosen, pack, someone, answers, sent=False, notice_read=True, until=day)
        for prompt in form.steps:
            assert lint_view(reflection_steps.step_form(SAY, form, prompt.name).to_dict()) == []
        assert lint_view(reflection_steps.review_form(SAY, form).to_dict()) == []


def test_the_form_that_opens_a_case_offers_every_pack_for_a_workshop() -> None:
    offered = {moment: Library().on_offer(moment) for moment in OFFERED}
    shown = str(cases.case_form(SAY, offered).to_dict())

    for pack in Library().all():
        assert (f"'{pack.id}'" in shown) == (pack.moment != "checkpoint" and not pack.private)


def an_answer(prompt: Prompt) -> str:
    match prompt.kind:
        case "choice":
            return prompt.options[0].name
        case "choices":
            return "\n".join(each.name for each in prompt.options)
        case "scale":
            return "3"
        case "person":
            return "U00000001"
        case _:
            return "The winter before last."
