"""The story: ten people, one young man who turned eighteen, and what they changed. All of it is invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.demo.scenes import Recorder
from bot.demo.theatre import Theatre
from bot.sandbox import Channel, Message, NotAMember, Person

LONDON = ZoneInfo("Europe/London")
OPENS = datetime(2026, 2, 23, 9, 10, tzinfo=LONDON)
WORKSHOP = date(2026, 3, 10)
ROOM = "lc-2026-0001"
CHAPTERS = 9

ROLES: Mapping[str, tuple[str, str]] = {
    "Anwen Parry": ("Health board", "Community nurse"),
    "Ben Okafor": ("City council housing", "Housing officer"),
    "Carys Lloyd": ("Further education college", "Tutor"),
    "Dev Sandhu": ("Police", "Neighbourhood officer"),
    "Ewa Nowak": ("Children's services", "Social worker"),
    "Huw Bevan": ("Adult mental health", "Duty nurse"),
    "Lowri James": ("Leaving care team", "Personal adviser"),
    "Mina Shah": ("GP surgery", "Practice nurse"),
    "Owain Rees": ("Youth justice", "Youth worker"),
}


@dataclass(frozen=True)
class Answer:
    """What somebody writes before the workshop: to the three questions, and for whose eyes."""

    who: str
    moment: str = ""
    strength: str = ""
    unknown: str = ""
    visibility: str = "The group, under my role"


ANSWERS = (
    Answer(
        "Anwen Parry",
        "When he turned eighteen his children's nurse closed the file the same week. The rule was that the adult team "
        "picks up within ten days, and nobody told us that the adult team had a waiting list of four months.",
        "The college kept a place open for him all term, although he came once a week at best.",
        "How does the adult team decide who can wait?",
    ),
    Answer(
        "Ben Okafor",
        "He missed two viewings and we closed the application, as the system does after two. We did not know that the "
        "letters went to the placement he had left. Ring me on 01632 960 417 if you want the dates.",
        "",
        "Who can tell us that somebody has moved before we write to them?",
    ),
    Answer(
        "Carys Lloyd",
        "I rang three numbers in one afternoon about the marks on his arms, and each told me that he was not theirs.",
        "The neighbourhood officer came to the canteen without his uniform and just talked with him.",
        visibility="The group, without attribution",
    ),
    Answer(
        "Dev Sandhu",
        "The fourth missing report looked like the first three, so it got the same answer. Each shift saw one evening, "
        "nobody saw the month.",
        "",
        "What happens with our missing reports once they are shared with children's services?",
    ),
    Answer(
        "Ewa Nowak",
        "I knew that the leaving-care meeting was too late, and I did not say so, because my caseload had doubled.",
        visibility="Only the facilitator",
    ),
)

PICTURE = (
    ("Carys Lloyd", "He says he wants one person who does not change, and a door that locks."),
    ("Anwen Parry", "He sleeps at his aunt's three nights a week; the other nights we do not know where he is."),
    ("Ben Okafor", "On our side he is a closed application. He would have to start again from the beginning."),
    ("Huw Bevan", "He is on our list as routine, because the referral letter says nothing about the self harm."),
)
SENSE = (
    (
        "Ewa Nowak",
        "The leaving-care meeting is set by the birthday, not by whether anything is ready on the other side.",
    ),
    ("Huw Bevan", "We triage on what the letter says, and the letter is a form with no box for what the college saw."),
    ("Dev Sandhu", "Every shift closes its own missing report. Closing is counted, and noticing a pattern is not."),
    ("Ben Okafor", "Two missed viewings close an application by themselves. A person has to act to keep it open."),
)
STRENGTHS = (
    ("Anwen Parry", "The college kept his place open and told us when he did not come."),
    ("Ewa Nowak", "His aunt rang us every time. She was the only one who saw all of it."),
    ("Huw Bevan", "The tutor kept notes with dates, so today we can see the whole month."),
)
CHANGE = (
    ("Carys Lloyd", "He would notice that the same person rings him every Monday, whoever is on leave."),
    ("Huw Bevan", "He would be seen before his case is closed somewhere else, not four months after."),
    ("Anwen Parry", "Byddai rhywun wedi siarad â'i fodryb cyn cau ei ffeil."),
    ("Ben Okafor", "His application would stay open until somebody had spoken with him."),
)


CLOSED, AUNT = "That he had stopped answering letters.", "His aunt is the one who notices first."
OPPORTUNITY = {
    "What was known then?": CLOSED,
    "It made sense because …": "The system closes after two missed viewings. Nobody is asked.",
    "What would have helped?": "A call to whoever knows him before anything is closed.",
}


AFTERWARDS = (
    "The map of five services, and nobody in the middle of it.",
    "",
    "I had thought that he is hard to reach. We are.",
)
PULSE: Mapping[str, Sequence[str]] = {
    "Anwen Parry": ("9", "8", "9"),
    "Ben Okafor": ("7", "9", "10: I have started"),
    "Carys Lloyd": ("8", "7", "8"),
    "Dev Sandhu": ("6", "9", "7"),
    "Ewa Nowak": ("3", "8", "8"),
    "Huw Bevan": ("8", "10: A great deal", "6"),
}


@dataclass(frozen=True)
class Story:
    """The people, the stage, and whoever takes down what is seen; ``pictures`` takes some seconds more."""

    stage: Theatre
    recorder: Recorder
    pictures: bool = False

    async def play(self) -> None:
        """All nine chapters, from the first command to the last answer."""
        cast = Cast(self)
        for part in (
            self._opening,
            self._reflecting,
            self._session,
            self._summary,
            self._correction,
            self._agreeing,
            self._looking_back,
            self._weeks_later,
            self._months_later,
            self._ending,
        ):
            await part(cast)

    async def _opening(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "A case is opened",
            "Marged, an independent facilitator, opens the case with one command and three short pages. The bot makes a "
            "private channel that carries the reference and nothing else.",
        )
        marged = cast["Marged Owen"]
        await marged.runs("/case open")
        marged.fills(
            {
                "Pseudonym": "Rowan",
                "Purpose of the workshop": "Rowan turned eighteen in November and has fallen between five services. "
                "What happened at each handover, and what has to be true in four weeks?",
                "Date of the workshop": WORKSHOP,
                "People": [cast[name] for name in ROLES],
            }
        )
        await marged.submits()
        marged.fills(
            {
                "Whom to ring about safeguarding": "Duty desk 01632 960 100, weekdays 9 to 5; out of hours 01632 960 199",
                "Your deputy": cast["Nia Morgan"],
                "Who is asked next if nobody looks": [cast["Sioned Price"]],
            }
        )
        await marged.submits()
        for number, (agency, role) in enumerate(ROLES.values(), start=1):
            marged.fills({f"Agency of person {number}": agency, f"Role of person {number}": role})
        await marged.submits()
        await self.stage.settles()

    async def _reflecting(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "People reflect, each for themselves",
            "Three short questions, in a direct message, any of which can be skipped. Each person chooses who sees "
            "their answers. The facilitator sees how many have answered. And one person writes something that cannot wait.",
        )
        marged = cast["Marged Owen"]
        await marged.clicks("Send the questions")
        await self.stage.settles()
        for days, answer in enumerate(ANSWERS, start=1):
            self.stage.clock.to(datetime(2026, 2, 23 + days, 12, 40, tzinfo=LONDON))
            await self._answers(cast[answer.who], answer)
        await self._risk(cast)
        self.recorder.remark(
            "Four have not answered. Nobody is named for it in the channel, and the desk shows a count.",
            self.stage.clock(),
        )
        await marged.clicks("Read the answers")
        self.recorder.shows_form(marged, self.stage.clock(), "the answers")
        await marged.dismisses()
        await marged.clicks("My brief")
        await self.stage.settles()
        self.recorder.shows_form(marged, self.stage.clock(), "what to know before the workshop")
        await marged.dismisses()

    async def _risk(self, cast: "Cast") -> None:
        """An answer can be about a danger to somebody now; it does not wait for the workshop, nor to be sent."""
        lowri, marged = cast["Lowri James"], cast["Marged Owen"]
        self.stage.clock.to(datetime(2026, 3, 2, 15, 50, tzinfo=LONDON))
        await lowri.clicks("Answer now")
        await lowri.submits()
        question = lowri.form.labels[0] if lowri.form else ""
        lowri.fills(
            {
                question: "We lowered his visits to one a month in December. Nobody has seen him since Saturday, "
                "and he told his aunt that he owes money to men who know where she lives."
            }
        )
        await lowri.submits()
        self.recorder.shows_form(lowri, self.stage.clock(), "the form asks, and quotes the words that made it ask")
        lowri.fills({"Is this about a risk to someone now?": "Yes, tell somebody now"})
        await lowri.submits()
        await self.stage.settles()
        self.recorder.remark(
            "It is with Marged and her deputy Nia at once, with Lowri's name, as the form had told her. Had neither looked "
            "within a quarter of an hour of working time, Sioned would have been asked next.",
            self.stage.clock(),
        )
        await lowri.dismisses()
        self.stage.clock.forward(minutes=6)
        await marged.clicks("I have seen this")
        await self.stage.settles()
        self.recorder.remark(
            "Lowri's message says now who has looked. She has not sent her answers yet; the risk did not wait for that, "
            "stays if she withdraws them, and enters no summary.",
            self.stage.clock(),
        )

    async def _answers(self, person: Person, answer: Answer) -> None:
        await person.clicks("Answer now")
        if answer is ANSWERS[0]:
            self.recorder.shows_form(person, self.stage.clock(), "what happens to what is written")
        await person.submits()
        for words in (answer.moment, answer.strength, answer.unknown):
            question = person.form.labels[0] if person.form else ""
            person.fills({question: words, "Who may see this answer?": answer.visibility} if words else {})
            await person.submits()
            if person.form and "nothing has been saved yet" in person.form.text:
                self.recorder.shows_form(person, self.stage.clock(), "it comes back, and one answer masks it")
                await person.submits()
        await person.submits()
        await person.dismisses()
        await self.stage.settles()

    async def _session(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "The workshop, live",
            "Each question opens a thread. Replies of participants are kept, corrections replace what was kept, and what "
            "somebody deletes is erased from the store as well.",
        )
        marged = cast["Marged Owen"]
        self.stage.clock.to(datetime(2026, 3, 10, 9, 30, tzinfo=LONDON))
        await marged.runs("/case start", cast.room)
        await self.stage.settles()
        await self._discuss(cast, "What does life look like", PICTURE[:2])
        await self._awkward_moments(cast)
        await self._discuss(cast, "What does life look like", PICTURE[2:])
        for question, replies in (
            ("Where could it have gone", SENSE),
            ("What has worked", STRENGTHS),
            ("What would the next person", CHANGE),
        ):
            self.stage.clock.forward(minutes=22)
            await marged.clicks("Next stage")
            await self.stage.settles()
            if replies is STRENGTHS:
                await self._in_silence(cast, question, replies)
            else:
                await self._discuss(cast, question, replies)
            if replies is SENSE:
                await self._tag(cast)

    async def _in_silence(self, cast: "Cast", question: str, replies: Sequence[tuple[str, str]]) -> None:
        """Everybody writes for themselves, so that nobody's view waits for somebody else's."""
        marged = cast["Marged Owen"]
        await marged.clicks("Silent round")
        await self.stage.settles()
        for number, (who, words) in enumerate(replies):
            person = cast[who]
            self.stage.clock.forward(minutes=1)
            await person.clicks("Write my answer", on=cast.message(who, question))
            if person.form and person.form.submit == "I have read this":
                await person.submits()
            person.fills({person.form.labels[0] if person.form else "": words})
            if not number:
                self.recorder.shows_form(person, self.stage.clock(), "one question, for herself")
            await person.submits()
            await person.dismisses()
        await self.stage.settles()
        self.recorder.remark(
            "Nobody has seen an answer yet, and Marged's desk shows how many there are. Then she reveals them all at once.",
            self.stage.clock(),
        )
        await marged.clicks("Reveal what they wrote")
        await self.stage.settles()

    async def _tag(self, cast: "Cast") -> None:
        """Anyone can say what a reply is; the facilitator settles it."""
        marged, carys = cast["Marged Owen"], cast["Carys Lloyd"]
        viewings = cast.message("Carys Lloyd", "Two missed viewings")
        await carys.reacts("bulb", on=viewings)
        await carys.uses("Tag this", on=viewings)
        carys.fills({"It is": "A contributory factor"})
        await carys.submits()
        carys.fills({"What made it more likely?": "Policies, thresholds and procedures"})
        await carys.submits()
        await carys.dismisses()
        await self.stage.settles()
        self.recorder.remark(
            "Carys says that this reply is a missed opportunity, with a light bulb, and a factor, with the menu of the "
            "message. Both wait on Marged's desk.",
            self.stage.clock(),
        )
        self.stage.clock.forward(minutes=1)
        await marged.clicks("Tags")
        await marged.clicks("Settle it", on=marged.form, near="Policies")
        await marged.clicks("Complete it", on=marged.form, near="Missed opportunity")
        marged.fills(OPPORTUNITY)
        await marged.submits()
        self.recorder.shows_form(marged, self.stage.clock(), "settled, with why it made sense at the time")
        await marged.dismisses()
        await self.stage.settles()

    async def _awkward_moments(self, cast: "Cast") -> None:
        """What goes wrong in every session, and must not matter."""
        root = cast.message("Dev Sandhu", "What does life look like")
        dev, ewa = cast["Dev Sandhu"], cast["Ewa Nowak"]
        slip = await dev.replies(root, "He was reported missing four times in Novemeber.")
        await dev.edits(slip, "He was reported missing four times in November.")
        said_too_much = await ewa.replies(root, "His mother told me something that I should not repeat here.")
        await ewa.deletes(said_too_much)
        await self.stage.settles()
        self.recorder.remark(
            "Dev's correction is what is kept. Ewa's words are gone from Slack and from the store.", self.stage.clock()
        )
        lowri = cast["Lowri James"]
        regretted = await lowri.replies(root, "His mother has asked me not to say why he left.")
        await self.stage.settles()
        await lowri.uses("Withdraw my words", on=regretted)
        self.recorder.shows_form(lowri, self.stage.clock(), "what withdrawing does, and what it does not")
        await lowri.submits()
        await lowri.dismisses()
        await self.stage.settles()
        self.recorder.remark(
            "Lowri's words are erased from the store and enter no draft. The message stays in Slack until she deletes it.",
            self.stage.clock(),
        )
        trouble = self.stage.slack.trouble
        trouble.deliver_twice(1)
        await cast["Anwen Parry"].replies(root, AUNT)
        await trouble.disconnect("refresh_requested")
        await self.stage.settles()
        self.recorder.remark(
            "Slack delivers Anwen's reply twice and then renews the connection. The reply is kept once; nothing is lost.",
            self.stage.clock(),
        )
        visitor = cast["Gwen Price"]
        await dev.invites(visitor, cast.room)
        await visitor.replies(root, "I am only here to take the minutes.")
        await self.stage.settles()
        self.recorder.remark(
            "Gwen is in the channel but not a participant of this workshop: what she writes is not kept.",
            self.stage.clock(),
        )

    async def _discuss(self, cast: "Cast", question: str, replies: Sequence[tuple[str, str]]) -> None:
        for who, words in replies:
            self.stage.clock.forward(minutes=2)
            await cast[who].replies(cast.message(who, question), words)
        await self.stage.settles()

    async def _summary(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "A summary that can be checked",
            "The draft quotes people word for word and is made without any outside service. Behind each line are the "
            "words it rests on. Nothing is posted until Marged approves it.",
        )
        marged = cast["Marged Owen"]
        self.stage.clock.forward(minutes=15)
        await marged.clicks("Close the session")
        await self.stage.settles()
        await marged.clicks("Check the draft")
        self.recorder.shows_form(marged, self.stage.clock(), "the draft")
        await self._to_line(marged, CLOSED)
        await marged.clicks("Words behind it", on=marged.form, near=CLOSED)
        self.recorder.shows_form(marged, self.stage.clock(), "the words behind one line")
        await marged.dismisses()
        await marged.clicks("Change it", on=marged.form, near=CLOSED)
        marged.fills({"What is it called?": "What closes by itself, and stays open only if a person acts"})
        self.recorder.shows_form(marged, self.stage.clock(), "a name of her own for it")
        await marged.submits()
        await self.stage.settles()
        self.recorder.shows_form(marged, self.stage.clock(), "the draft with her name, marked as hers")
        await self._to_end(marged)
        self.recorder.tells_once("what happened with what you said")
        await marged.submits()
        await self.stage.settles()
        self.recorder.remark(
            "Everybody who said something hears what happened with it, each alone and about their own words. Who said "
            "nothing hears nothing.",
            self.stage.clock(),
        )

    async def _correction(self, cast: "Cast") -> None:
        """Words that are taken back after publication propose a version, and change nothing by themselves."""
        marged, anwen = cast["Marged Owen"], cast["Anwen Parry"]
        card = cast.message("Anwen Parry", "What does life look like")
        reply = next(each for each in anwen.thread(card) if AUNT in each.words)
        self.stage.clock.forward(minutes=20)
        await anwen.uses("Withdraw my words", on=reply)
        self.recorder.shows_form(anwen, self.stage.clock(), "what withdrawing does once the summary is published")
        await anwen.submits()
        await anwen.dismisses()
        await self.stage.settles()
        self.recorder.remark(
            "The summary stands as it was. Marged is shown a version without Anwen's words, and what is different in it.",
            self.stage.clock(),
        )
        await marged.clicks("Check the draft")
        self.recorder.shows_form(marged, self.stage.clock(), "the correction that is proposed")
        await self._to_end(marged)
        await marged.submits()
        await self.stage.settles()

    async def _to_line(self, person: Person, words: str) -> None:
        """Turn to the page that has *words* on it."""
        while person.form and words not in person.form.text:
            await person.clicks("More", on=person.form)

    async def _to_end(self, person: Person) -> None:
        while person.form and not person.form.submit:
            await person.clicks("More", on=person.form)

    async def _agreeing(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "Actions, each with one owner",
            "One action for Rowan, two for the services. Each owner accepts, proposes a change or declines; nothing counts "
            "before that.",
        )
        await self._proposes(
            cast["Huw Bevan"],
            {
                "What will be different?": "The same named nurse rings Rowan every Monday until the adult team has seen him",
                "For whom?": "This case",
                "One owner": cast["Anwen Parry"],
                "By when?": date(2026, 3, 31),
                "How will you know that it helped?": "Calls made of calls due, and how many he picks up",
                "How does it stand today?": "None",
                "What do you expect it to be?": "He picks up three of four",
                "What does it answer?": "Telling each other, and handing over",
            },
        )
        await self._proposes(
            cast["Ben Okafor"],
            {
                "What will be different?": "No housing application of a care leaver closes before somebody has spoken with them",
                "For whom?": "Services",
                "One owner": cast["Ben Okafor"],
                "By when?": date(2026, 3, 27),
                "How will you know that it helped?": "Applications closed without contact",
                "How does it stand today?": "Nine last year",
                "What do you expect it to be?": "None from April",
                "What does it answer?": "Policies, thresholds and procedures",
            },
        )
        self.recorder.remark(
            "Carys begins with an action that asks people to remember. The bot asks her once what would make the right "
            "thing the easy thing, with two examples; she changes it.",
            self.stage.clock(),
        )
        await self._proposes(
            cast["Carys Lloyd"],
            {
                "What will be different?": "Remind every team to look out for missing reports",
                "For whom?": "Services",
                "One owner": cast["Dev Sandhu"],
                "By when?": date(2026, 4, 30),
                "How will you know that it helped?": "Young people with three reports in a month who were talked about",
                "How does it stand today?": "Nobody counts them",
                "What do you expect it to be?": "All of them by June",
                "What does it answer?": "Working together, within and between services",
            },
            instead="All missing reports are read together every Friday",
        )
        await cast["Anwen Parry"].clicks("Accept")
        await self.stage.settles()
        await cast["Anwen Parry"].clicks("When I will do it")
        cast["Anwen Parry"].fills({"If …, then I …": "If it is Monday at nine, then I ring him before anything else."})
        await cast["Anwen Parry"].submits()
        await cast["Dev Sandhu"].clicks("Decline")
        cast["Dev Sandhu"].fills(
            {
                "What makes this the wrong action, or you the wrong owner?": "Right action, but my sergeant has to own it."
            }
        )
        await cast["Dev Sandhu"].submits()
        await self.stage.settles()

    async def _proposes(self, person: Person, answers: Mapping[str, Any], instead: str = "") -> None:
        """*instead* is what the action becomes once its author has been asked about a weak one."""
        self.stage.clock.forward(minutes=3)
        await person.clicks("Add an action")
        person.fills(answers)
        await person.submits()
        if instead:
            person.fills({"What will be different?": instead})
            await person.submits()
        await self.stage.settles()

    async def _looking_back(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "The days after",
            "A working day later people are asked to look back: in words for the facilitator, and on three scales that "
            "nobody sees of anybody. Who wants more room has it, for themselves alone.",
        )
        marged, anwen, ewa = cast["Marged Owen"], cast["Anwen Parry"], cast["Ewa Nowak"]
        await self._until(datetime(2026, 3, 11, 9, 1, tzinfo=LONDON))
        await anwen.clicks("Answer now", near="What? So what? Now what?")
        await self._reads_notice(anwen)
        for words in AFTERWARDS:
            self._fills(anwen, words)
            await anwen.submits()
        await self._sends(anwen)
        first, *others = PULSE
        await self._chooses(cast[first], PULSE[first])
        with self.recorder.aside("Five others choose their three numbers as well.", self.stage.clock()):
            for name in others:
                await self._chooses(cast[name], PULSE[name])
        await marged.clicks("See how it was")
        self.recorder.shows_form(marged, self.stage.clock(), "how it was, while the questions are open")
        await marged.dismisses()
        await ewa.runs("/reflect mine")
        await self._reads_notice(ewa)
        self._fills(ewa, "I knew that the meeting was too late and I did not say so. Next time I say it.")
        self.recorder.shows_form(ewa, self.stage.clock(), "for herself alone")
        await ewa.submits()
        await ewa.dismisses()
        await self._until(datetime(2026, 3, 18, 9, 1, tzinfo=LONDON))
        await marged.clicks("See how it was")
        self.recorder.shows_form(marged, self.stage.clock(), "how it was, once nothing can change any more")
        await marged.dismisses()
        await marged.clicks("Read the answers")
        self.recorder.shows_form(marged, self.stage.clock(), "what Anwen wrote; nothing of Ewa's")
        await marged.dismisses()

    async def _chooses(self, person: Person, numbers: Sequence[str]) -> None:
        """Three numbers, each with one tap."""
        await person.clicks("Answer now", near="How was the session?")
        await self._reads_notice(person)
        for number in numbers:
            self._fills(person, number)
            await person.submits()
        await self._sends(person)

    async def _reads_notice(self, person: Person) -> None:
        if person.form and person.form.submit == "I have read this":
            await person.submits()

    def _fills(self, person: Person, words: str) -> None:
        """Answer the question that is open."""
        if person.form:
            person.fills({person.form.labels[0]: words})

    async def _sends(self, person: Person) -> None:
        """Skip what is left, look it over, send."""
        while person.form and person.form.submit == "Next":
            await person.submits()
        await person.submits()
        await person.dismisses()
        await self.stage.settles()

    async def _weeks_later(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "Weeks later",
            "A week before the date a private word, in working hours. On the day the plan's thread, with the owner named. "
            "One tap says how it goes, and what is blocked reaches whoever decides on the same day.",
        )
        ben, anwen, sian = cast["Ben Okafor"], cast["Anwen Parry"], cast["Siân Morgan"]
        await self._until(datetime(2026, 3, 20, 9, 1, tzinfo=LONDON))
        await ben.clicks("On track", on=ben.last_direct_message)
        await self._until(datetime(2026, 3, 24, 9, 1, tzinfo=LONDON))
        await anwen.clicks("Blocked", on=anwen.last_direct_message)
        anwen.fills(
            {
                "What decision is needed, and from whom?": "Cover for my leave in week three: my team leader has to name a deputy.",
                "Who decides that?": sian,
            }
        )
        await anwen.submits()
        await self.stage.settles()
        await sian.clicks("Say what was decided", on=sian.last_direct_message)
        sian.fills(
            {"What was decided?": "Mair covers from Monday the 30th; she has his number and knows of the calls."}
        )
        await sian.submits()
        await self._until(datetime(2026, 3, 27, 9, 1, tzinfo=LONDON))
        await ben.clicks("Done", on=cast.message("Ben Okafor", "this is due today"))
        ben.fills(
            {
                "What shows that it is done?": "The closing rule asks for a note of a conversation since Monday; "
                "two applications stayed open this week because of it.",
                "Where can it be looked at?": "https://files.example/housing/closing-rule",
                "Who can confirm it?": "Our system lead",
            }
        )
        await ben.submits()
        await self._until(datetime(2026, 3, 31, 9, 1, tzinfo=LONDON))
        await anwen.clicks("Done", on=cast.message("Anwen Parry", "this is due today"))
        anwen.fills(
            {
                "What shows that it is done?": "Four Mondays, four calls, he picked up three. "
                "The adult team saw him on the 30th; Huw can confirm."
            }
        )
        await anwen.submits()
        await self.stage.settles()

    async def _months_later(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "Six weeks on: did it help?",
            "Done is not the end. Each owner is asked in private what they see, in the measure that was agreed; then the "
            "channel is asked whether everybody sees the same. Once a week it reads how the plan stands.",
        )
        ben, anwen, huw = cast["Ben Okafor"], cast["Anwen Parry"], cast["Huw Bevan"]
        await self._until(datetime(2026, 4, 21, 9, 1, tzinfo=LONDON))
        await self._sees(
            ben,
            "None since the first of April",
            "It helped: we see what we hoped for",
            "Eleven applications would have closed. Somebody rang all eleven.",
        )
        await self._sees(
            anwen, "He picks up two of four", "Too early to say", "The adult team has taken the calls over."
        )
        await huw.clicks("Do you see the same?", on=cast.message("Huw Bevan", "did it help?"), near="calls")
        huw.fills({"Do you see the same?": "Yes, I see the same"})
        await huw.submits()
        await self.stage.settles()
        self.stage.bot.pictures.wanted = self.pictures
        await self._until(datetime(2026, 4, 27, 9, 1, tzinfo=LONDON))
        if self.pictures:
            self.recorder.remark(
                "In the thread stands a picture of the same, week by week. It is in demo-out/plan.png.",
                self.stage.clock(),
            )

    async def _sees(self, owner: Person, level: str, effect: str, words: str) -> None:
        await owner.clicks("Say what you see")
        owner.fills(
            {
                "How does it stand now?": level,
                "Is that what was hoped for?": effect,
                "What else should the others know?": words,
            }
        )
        await owner.submits()
        await self.stage.settles()

    async def _until(self, at: datetime) -> None:
        await self.stage.settles()
        self.stage.clock.to(at)
        await self.stage.settles()

    async def _ending(self, cast: "Cast") -> None:
        self.recorder.chapter(
            "Closed, and open to those who were in it",
            "Marged closes the workshop. Somebody from another team sees nothing of the case, not even that it exists.",
        )
        marged, outsider = cast["Marged Owen"], cast["Idris Vaughan"]
        await marged.runs("/case close", cast.room)
        await self.stage.settles()
        await outsider.runs("/case list")
        await outsider.runs("/case summary LC-2026-0001")
        try:
            outsider.sees(cast.room)
        except NotAMember:
            self.recorder.remark("Idris cannot open the channel either.", self.stage.clock())
        await cast["Ben Okafor"].opens_home()
        await self.stage.settles()
        self.recorder.shows_home(cast["Ben Okafor"], self.stage.clock())


class Cast:
    """The people by name; each comes on stage when they are first called."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._people: dict[str, Person] = {}
        for name in ("Marged Owen", *ROLES):
            self[name]

    def __getitem__(self, name: str) -> Person:
        if name not in self._people:
            self._people[name] = self._story.stage.slack.person(name)
            self._story.recorder.knows(self._people[name])
        return self._people[name]

    @property
    def room(self) -> Channel:
        return self._story.stage.slack.find_channel(ROOM)

    def message(self, name: str, words: str) -> Message:
        """The newest message with *words* in it that *name* sees in the case's channel."""
        person = self[name]
        roots = person.sees(self.room)
        seen = [each for root in roots for each in [root, *person.thread(root)]]
        return next(each for each in reversed(seen) if words in each.words)
