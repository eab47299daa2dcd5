### The live session.

ground-rules-title = How we work here
ground-rules = { $rules }
ground-rules-privacy = *What is kept:* replies of participants in the threads of open questions, in the case's own store, and they can be quoted in the summary under your role. Other messages in this channel are not kept. Nothing in a workplace Slack is off the record or legally privileged: leave out names and identifying details. To take back what you said, choose *Withdraw my words* in the menu of your message.

stage-card-title =
    Stage { $number } of { $total } · about { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
stage-card-question = *{ $question }*
stage-card-help = { $help }
stage-card-kept = Reply in this thread. Replies are kept while this stage is open and can be quoted under your role. Editing or deleting a reply changes or erases what we keep, and what we quote; a summary that is out keeps its quotation until the facilitator corrects it.
stage-card-closed = This stage is closed. New replies here are not kept; editing or deleting an earlier one still counts. A summary that is out keeps what it quotes until the facilitator corrects it.
stage-card-paused = *Paused:* what is said now is not kept, until the facilitator goes on. Editing or deleting an earlier reply still counts.
stage-card-silent = *In silence first:* everybody writes for themselves, and nobody sees an answer before the facilitator reveals them all, in no particular order. Then the thread is open. Replies in it are not kept until then.
button-write-silently = Write my answer

stage-time-half = Half of the time for this question is over; about { $minutes } minutes are left.
stage-time-near =
    About { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } left for this question. What has not been said yet?

not-kept =
    { $why ->
        [paused] *{ $reference }:* { $place } was not kept. Keeping was paused when you wrote it. { $running ->
            [yes] If you want it kept, write it again in that thread once the facilitator goes on.
           *[no] The session is over; tell the facilitator what should not be lost.
        }
        [silent] *{ $reference }:* { $place } was not kept. Everybody writes in silence first, and the thread is not listened to. { $running ->
            [yes] If you want it kept, write it again once what people wrote is shown there.
           *[no] The session is over; tell the facilitator what should not be lost.
        }
        [beside] *{ $reference }:* { $place } stands in the channel itself, so it is not in the record. { $running ->
            [yes] If it answers the question that is open, write it in the thread under its card: there it is kept. If it was only for everybody to read, there is nothing more to do.
           *[no] The session is over; tell the facilitator what should not be lost.
        }
        [leading] *{ $reference }:* { $place } was not kept: you run this session or are its deputy, and what you write in its threads yourself is not in its record. { $running ->
            [yes] If it should be, use *Write for somebody* under the question, and leave empty who said it.
           *[no] {""}
        }
       *[other] *{ $reference }:* { $place } was not kept. That question was closed when you wrote it. { $running ->
            [yes] If you want it kept, write it in the thread of the question that is open now.
           *[no] The session is over; tell the facilitator what should not be lost.
        }
    }
not-kept-still-there = Everybody in the channel can still read it in Slack, where you can edit or delete it. You are told this once { $why ->
        [beside] in a session
        [leading] in a session
       *[other] for each question
    }. If it is about a risk to someone now, ring first, and use the tick in the form of `/case actions`.

no-files = *{ $reference }:* files are not kept. Of { $place } we keep only the words beside the file, if there are any. If something in the file matters, say it in a sentence. The file stays in Slack, where you can delete it. You are told this once in a session.

join-asked = *{ $reference }:* you are in this channel but do not take part in its session, so { $place } is not in its record. Do you want to join? Then that reply is kept, and what you write from now on. { $facilitator } is told that you have joined.
join-open = Join the session
join-decline = No, thank you
join-once-more = Only you see this. If you say no, or nothing before the session ends, what we hold of your words is erased.
join-last = You are not asked again. If you say no, or nothing before the session ends, what we hold of your words is erased.
join-title = Join the session
join-do = Join
join-kept =
    {""}*What is kept.* What you write in the threads of { $reference } while its questions are open, in the case's own store and not only in Slack, sealed so that the database alone does not give it away. { $replies ->
        [0] What you wrote before is not kept.
        [one] That begins with the reply that you have written.
       *[other] That begins with the { $replies } replies that you have written.
    } Editing or deleting a reply changes or erases what we keep; a summary that is out keeps what it quotes until the facilitator corrects it.
join-seen = *Who sees it.* Everybody in the channel reads your replies there. They can be quoted in the summary under your role.
join-risk = *If somebody is at risk now,* do not wait: follow your safeguarding procedure, and tell the facilitator.
join-agency = Your agency
join-role = Your role
join-hint = For example: community nurse, housing officer, teacher. Your words are shown under it.
join-notice = Before you join
join-read = I have read what is kept and who sees it
join-welcome =
    You take part in *{ $reference }* now. { $replies ->
        [0] What you write in the thread of the open question is kept.
        [one] Your reply has been kept, and so is what you write from now on in the thread of the open question.
       *[other] Your { $replies } replies have been kept, and so is what you write from now on in the thread of the open question.
    }
join-declined = Thank you for saying so. What we held of your words is erased, and you are not asked again. Your message stays in Slack, where you can delete it. Should you change your mind before the session ends, the button “Join the session” still works.
joined = { $person } has joined the session of *{ $reference }* as { $role } ({ $agency }). They wrote in a thread, were asked, and have read what is kept.

catch-up-stage = *{ $reference }:* the session is at question { $number } of { $total }: *{ $question }* { $place }
catch-up-place = Go to its thread
catch-up-kept =
    { $keeps ->
        [visitor] You do not take part yet. If you write in that thread, you are asked in private whether you want to join, and nothing is kept before that. Nothing in a workplace Slack is off the record.
        [nothing] The facilitator has paused: nothing that is said now is kept. When it goes on, replies in that thread are kept and can be quoted under your role. Nothing in a workplace Slack is off the record.
        [silently] Everybody writes for themselves first, with *Write my answer* there, and nobody sees an answer before all are revealed. Replies in the thread are kept from then on. Nothing in a workplace Slack is off the record.
       *[replies] Replies in that thread are kept while the question is open, and can be quoted in the summary under your role. Nothing in a workplace Slack is off the record.
    }

kinder = “{ $words }” can sound like blame to somebody who was there. What you mean may be easier to hear as a question: *{ $instead }*
kinder-kept = Only you see this, once for each question. Your reply is kept as you wrote it, and nobody is told. If you want to change it, edit it; you need not.

withdrawal-title = Withdraw my words
withdrawal-do = Withdraw
withdrawal-about = What we keep of this reply for *{ $reference }* is erased, with all its edits. This cannot be undone.
withdrawal-drafts = It leaves every draft and every earlier version of the summary, and is not quoted in any later one.
withdrawal-quoted = The summary that has been published quotes these words. People have read it, and it stays as it is for now. The facilitator is told that words were taken back, without your name, and is given a version without them to publish in its place. They leave every other version at once.
withdrawal-in-slack = *The message itself stays in Slack* until you delete it there: open the menu of the message (on a phone, hold your finger on it) and choose *Delete message*. Your organisation may keep a copy of its own.
withdrawal-copies = A risk that you raised and an action that somebody made from these words stay.
withdrawal-done = Erased. We keep nothing of this reply for *{ $reference }* any more.

agenda-title = What is to come
agenda-ask =
    { $running ->
        [yes] Ask it next
       *[no] Ask it first
    }
agenda-about =
    { $running ->
        [yes] These stages are still to come, in this order. *Next stage* on your desk opens the first.
       *[no] These are the stages of the session, in this order. The first opens when you start it. You can change all of it now or while the session runs.
    }
agenda-asked =
    { $running ->
        [yes] *Your question comes next.* These stages are still to come, in this order.
       *[no] *Your question comes first.* These are the stages of the session, in this order.
    }
agenda-none = Nothing is planned after this stage. You can ask a question of the moment, or close the session.
agenda-line =
    {""}*{ $question }*
    { $minutes } minutes{ $silent ->
        [yes] , everybody writes in silence first
       *[no] {""}
    }
agenda-earlier = Earlier
agenda-skip = Take out
agenda-question = A question of the moment
agenda-question-hint = One thing, in fewer than thirty words. It becomes a stage with a thread of its own.
agenda-minutes = How long?
agenda-minutes-option = { $minutes } minutes
agenda-how = How do people answer?
agenda-silent = Everybody writes in silence first
agenda-wording-off = No hints about wording
agenda-wording-on = Hint, in private, at kinder wording
agenda-time-off = No more words about time
agenda-time-on = Tell the threads how the time stands

voices-title = Who has been heard
voices-about = *{ $reference }*, for you alone. Who has said least comes first.
voices-line = { $person }, { $role }: { $replies ->
        [one] one reply
       *[other] { $replies } replies
    }, { $words ->
        [one] one word
       *[other] { $words } words
    }
voices-silent = *{ $person }*, { $role }: not yet
voices-meaning = Counts of what was written in the threads, not of what was said aloud, and no measure of anybody.

stage-card-next = The session has gone on to { $place }.
stage-card-next-place = the next question
voices-round-waiting = *In the silent round,* still to write: { $people }.
voices-round-untold = *In the silent round,* some of { $people } have written. Which of them is not told, because it would show who wrote without their role.
voices-round-everybody = *In the silent round,* everybody has written.

silent-form-title = For yourself first
silent-form-keep = Keep it
silent-form-about = { $reference } · nobody sees it before the facilitator reveals all answers at once. Until then you can change it; leave it empty to take it back.
silent-visibility-hint =
    { $alone ->
        [yes] With your role it is shown as “{ $role }”; as nobody else is here from { $agency }, that tells everybody that it is you.
       *[no] With your role it is shown as “{ $role }”, one of several people from { $agency }.
    } Without your role, people who know the case may still guess; it is shown only if at least five people could have written it, and otherwise stays with the facilitator.
silent-kept = Kept. Nobody sees it before the facilitator reveals all answers at once. Until then, *Write my answer* shows it to you again, and you can change it.
silent-taken-back = Nothing of yours is kept in this round. You can still write until the facilitator reveals the answers.

revealed-about =
    {""}*What you have written*{ $pages ->
        [1] , in no particular order.
       *[other] , in no particular order ({ $page } of { $pages }).
    }
revealed-line =
    {""}*{ $speaker }*
    { $words }
revealed-meaning = What strikes you? Reply in this thread. If you have not written yet, this is the place for it now.
letter-revealed = what was written in a silent round
letter-unrevealed = a notice about an answer of theirs

unrevealed-told = *{ $reference }:* what you wrote in the silent round was not shown to the group. { $why }
unrevealed-few = You asked for it without your role, and fewer than five people could have written it: it might have named you. It stays with the facilitator and enters no summary. You can say it in the thread, if you like, under your role.
unrevealed-risk = It is marked as a risk to somebody now, or sounds like one, and such words are not for the group. It stays with the facilitator. If somebody is at risk now, follow your safeguarding procedure and do not wait.
unrevealed-kept = The facilitator closed the question before answers were shown. What you wrote stays with the facilitator and enters no summary. You can bring it up in the session.
unrevealed-title = Not revealed yet
unrevealed-about = People have written in silence, and nobody has seen it. What becomes of it?
unrevealed-choice = What they wrote
unrevealed-reveal = Show it in the thread now
unrevealed-keep = Keep it for me alone, and tell them so
unrevealed-next = Next stage
unrevealed-close = Close the session

button-silent = Silent round
button-reveal = Reveal what they wrote
button-kept-back = Kept for you alone
kept-back-title = Kept for you alone
kept-back-about = *{ $reference }:* what was written in silence and not shown to the group. It enters no summary.
kept-back-none = Nothing was kept back.
kept-back-line =
    {""}*{ $question }*
    {""}*{ $speaker }:* { $words }{ $private ->
        [yes] {" "}_(only for you)_
       *[no] {""}
    }

button-so-far = So far
so-far-title = So far
so-far-waiting = One moment: what has been said so far is being put together. If this stays, close it and press *So far* again.
so-far-about =
    {""}*{ $reference }*, for those who run the session. { $count ->
        [0] Nothing has been said yet that could be put together.
        [one] From the one reply so far.
       *[other] From { $count } replies so far, put together as the summary would be.
    } Nothing is weighed or judged, and nothing of it is posted.
so-far-left-out = Replies to questions from which nothing is taken, such as the opening and the check-out, are not looked at. Neither is what is marked as a risk to somebody now, or sounds like one.
so-far-few = These are points raised, and no finished themes: with fewer than about 150 replies a pattern may be chance. Ask the group what belongs together.
so-far-points = Points raised more than once
so-far-behind =
    { $count } replies{ $people ->
        [one] , perhaps by one person.
       *[other] , by at least { $people } people.
    }
so-far-left = Also said, and in no line yet
so-far-kept-back = Only for you: written in silence and shown to nobody else

button-spoken = Write for somebody
spoken-by-whom = *Write for somebody* is for the facilitator and the deputy, who write down what is said aloud.
button-spoken-change = Change or erase
spoken-form-title = Said in the room
spoken-form-keep = Put it in the thread
spoken-form-about = { $reference } · for the facilitator and the deputy. What you write down stands in the thread as spoken, so that whoever said it can put it right.
spoken-form-speaker = Who said it?
spoken-form-speaker-hint = Somebody who takes part. Leave it empty for nobody in particular.
spoken-form-words = What was said
spoken-form-words-hint = As nearly in their words as you can. No names, dates of birth, addresses or numbers.
spoken-visibility = How is it shown?
spoken-named-role = Under their role
spoken-unattributed = Without attribution
spoken-raised = It has been raised as a risk, with your name. It stands nowhere else: not in the thread, and in no summary.
spoken-correction-about = Put it right, or leave it empty to erase it, in the thread and in the case's store.
spoken-correction-keep = Keep it so
spoken-by = *{ $speaker }*, spoken
spoken-by-somebody = *Spoken in the room*
spoken-words = { $words }
spoken-meaning = Written down by { $scribe }. { $person }, if this is not what you meant, change or erase it.
spoken-meaning-somebody = Written down by { $scribe }. Whoever wrote it down, or said it, can change or erase it.
spoken-taken-back = Something that was spoken and written down here has been taken back.
letter-spoken = what was said in the room
