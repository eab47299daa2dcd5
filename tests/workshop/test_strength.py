"""How strong an action reads, by its words: a suggestion with a reason, after the published hierarchy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.strengths import suggested
from bot.workshop.action import ReasonNeeded, Strength
from bot.workshop.strength import Sign, suggest
from prompts.strengths import kinds
from tests.workshop.examples import an_action

STRONGER, BETWEEN, WEAKER = Strength.STRONGER, Strength.INTERMEDIATE, Strength.WEAKER


@pytest.mark.parametrize(
    ("change", "strength", "kind"),
    [
        ("A referral cannot close without an accepting service", STRONGER, "forcing"),
        ("No application of a care leaver closes before somebody has spoken with them", STRONGER, "forcing"),
        ("One pathway replaces three", STRONGER, "simpler"),
        ("A pooled interim funding rule for eighteen-year-olds", STRONGER, "standard"),
        ("The director chairs the panel, chaired by the director until June", STRONGER, "leaders"),
        ("A named lead with a deputy for each move", BETWEEN, "people"),
        ("A shared checklist at each discharge", BETWEEN, "aid"),
        ("The same nurse rings him every Monday", BETWEEN, "people"),
        ("Remind everybody of the pathway", WEAKER, "reminding"),
        ("Email all teams", WEAKER, "telling"),
        ("Train school staff", WEAKER, "training"),
        ("Update the process and the policy", WEAKER, "policy"),
        ("Explore a single pathway", WEAKER, "study"),
        ("Train staff so that a referral cannot close", WEAKER, "training"),
        ("Atgoffa pawb", WEAKER, "reminding"),
        ("Ni ellir cau atgyfeiriad", STRONGER, "forcing"),
    ],
)
def test_words_tell_how_strong_an_action_is(change: str, strength: Strength, kind: str) -> None:
    found = suggested(change)

    assert found is not None
    assert (found.strength, found.kind) == (strength, kind)
    assert found.words in change


@pytest.mark.parametrize("change", ["", "Ring his aunt", "He is listened to", "Traineeship with us"])
def test_where_words_tell_nothing_nothing_is_suggested(change: str) -> None:
    assert suggested(change) is None


def test_a_wording_is_found_as_whole_words_and_its_star_is_the_rest_of_one() -> None:
    signs = (Sign("a", WEAKER, ("^look into", "remind*")), Sign("b", STRONGER, ("only when",)))

    assert suggest("Relook into it", signs) is None
    assert suggest("We look into it", signs) is None
    assert suggest("A reminder comes", signs) is not None
    stronger = suggest("A reminder comes only  when it is due", signs)
    assert stronger is not None
    assert stronger.strength is STRONGER


@given(st.text(max_size=80))
def test_whatever_people_write_gets_a_suggestion_or_none(change: str) -> None:
    found = suggested(change)

    assert found is None or found.words


def test_every_kind_of_the_hierarchy_is_found_by_each_of_its_wordings() -> None:
    for kind in kinds().kinds:
        for wording in (words for spoken in kind.words.values() for words in spoken):
            change = wording.removeprefix("^").replace(" * ", " two ").rstrip("*")
            found = suggested(change)
            assert found is not None, wording
            assert list(Strength).index(found.strength) <= list(Strength).index(Strength(kind.strength)), wording


def test_people_see_it_otherwise_with_a_reason_and_as_the_rule_does_without_one() -> None:
    seen = an_action().rated(STRONGER, "The system sends it.", WEAKER)

    assert (seen.strength, seen.strength_because) == (STRONGER, "The system sends it.")
    assert seen.rated(WEAKER, "", WEAKER).strength_because == ""
    with pytest.raises(ReasonNeeded) as refused:
        an_action().rated(STRONGER, "  ", None)
    assert refused.value.field == "because"
