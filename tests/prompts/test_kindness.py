"""Hints at kinder wording: what is about others and looks back, and everything that is left alone."""

import pytest

from prompts.kindness import kinder, lexicons

ABOUT_OTHERS = """
They should have rung the ward.
The school really should have told us in May.
Housing ought to have waited for the nurse.
You should've asked his aunt.
The social worker should never have closed it.
His mother shouldn't have been left to do that alone.
Somebody should have seen this coming.
Dr Evans should have written to the school.
The previous social worker could at least have rung.
Housing failed to answer the referral.
The crisis team has repeatedly failed to turn up.
They failed him.
The council let the family down.
The manager neglected to pass it on.
They just ignored the letters.
The GP couldn't be bothered.
Why didn't they ring his aunt?
Why wasn't she told?
Why did nobody tell the school?
Why did the police not come back?
How could they miss that?
The landlord is to blame.
It was their own fault.
That is the school's fault.
Dylen nhw fod wedi ffonio'r ward.
Dylai'r ysgol fod wedi dweud wrthon ni.
Methodd y tîm ag ateb.
Pam na wnaethon nhw ffonio?
"""

ORDINARY = """
I should have rung the ward.
We should have met in May, and that was ours to arrange.
I failed to pass the message on.
Why didn't I ask his aunt?
Why did we not hear of it?
He should have a named worker.
They should have access to the same notes.
She should be asked what she wants.
The nurse should ring him before Friday.
What should have happened?
What should have been in place by then?
The letter should have gone to his aunt.
That should have been easier.
The form failed to load.
The printer failed again.
He failed his driving test.
Two attempts failed.
Why does the form ask for an address?
Why was the referral closed?
How did the team hear of it?
How could the form be shorter?
His mum said they should have come sooner.
She told me that the school should have rung her.
He says that it was their fault.
He said “they should have asked me”.
It was nobody's fault.
The family are not to blame for the wait.
It was my fault that the letter was late.
Nobody is looking for someone to blame.
There is no blame in this.
The fault on the line was mended.
They should know by Friday.
Everybody should have the number by Friday.
They have to have three signatures.
I wonder why didn't they ring.
I wonder who should have the key.
The waiting list should have come down by spring.
What made it make sense at the time?
She could have a key worker at school.
He missed three appointments.
Nobody rang the ward back.
The ward let him go at six in the evening.
They let him stay at his aunt's.
The service ignored weekends in its count.
He turned eighteen in May.
Housing passed the file to the new team.
They had been told that he had moved.
The police came twice that night.
School kept calling every week.
She bothered to ring every single day.
Dylwn i fod wedi ffonio.
Dylen ni fod wedi cwrdd ym mis Mai.
Pam na wnes i ofyn?
Dylai fod ganddo weithiwr allweddol.
Mae angen iddyn nhw ateb y ffôn.
"""


@pytest.mark.parametrize("sentence", ABOUT_OTHERS.strip().splitlines())
def test_what_blames_somebody_is_given_a_question_instead(sentence: str) -> None:
    found = kinder(sentence)

    assert found is not None
    assert found.words in sentence
    assert found.why["en"].endswith("?")
    assert found.why["cy"].endswith("?")


@pytest.mark.parametrize("sentence", ORDINARY.strip().splitlines())
def test_ordinary_sentences_and_what_people_say_of_themselves_are_left_alone(sentence: str) -> None:
    assert kinder(sentence) is None


def test_a_sentence_among_others_is_found_in_small_and_capital_letters() -> None:
    found = kinder("He had moved in May. THEY SHOULD HAVE RUNG HIS AUNT; the letters went on.")

    assert found is not None
    assert found.words == "THEY SHOULD HAVE RUNG"
    assert found.why["en"] == "What made it make sense at the time?"


def test_no_line_can_stand_in_a_sentence_that_is_passed_over_for_its_words() -> None:
    """The words that a line needs are whole ones: beginnings of words are not looked for here."""
    for lexicon in lexicons():
        for line in lexicon.lines:
            assert line.needs
            assert not [word for some in line.needs for word in some if word.endswith("*")]
