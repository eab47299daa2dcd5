### The summary: draft, review, publication.

summary-draft-ready =
    The draft of the summary for *{ $reference }* is ready: { $count ->
        [0] no lines, as nobody wrote anything that may be quoted.
        [one] one line, quoted from what was written and kept.
       *[other] { $count } lines, each quoted from what was written and kept.
    } Nothing is published until you approve it. (Version { $version })
summary-draft-proposed =
    Version { $version } of the summary for *{ $reference }* is proposed to you. Against what the group has read: { $new ->
        [0] {""}
        [one] one line is new.
       *[other] { $new } lines are new.
    } { $changed ->
        [0] {""}
        [one] One line reads differently.
       *[other] { $changed } lines read differently.
    } { $gone ->
        [0] {""}
        [one] One line is gone.
       *[other] { $gone } lines are gone.
    } What is published stays as it is until you approve this.
summary-draft-emptied = Version { $version } of the summary for *{ $reference }* is proposed to you, and has no line left: what the lines rested on was taken back or changed. What is published stays as it is until you withdraw it, which *Check the draft* offers.
summary-draft-taken-back =
    {""}*Somebody has taken back words that the published summary quotes,* in { $count ->
        [one] one line
       *[other] { $count } lines
    }. They are erased from the case's store, and from every version but the one in the channel, which shows them until you put this one in its place or withdraw it.
summary-draft-replaced = Version { $version } of the draft for *{ $reference }* has been replaced by a newer one.
summary-draft-published = The summary for *{ $reference }* is approved and published. To correct or withdraw it: `/case summary`.
summary-draft-withdrawn = The summary for *{ $reference }* has been withdrawn. To make a new version: `/case summary`.
button-review = Check the draft

review-form-title = Check the summary
review-form-publish = Approve and publish
review-form-about = *Version { $version }.* Every line stays unless you leave it out. The menu beside it shows the words behind it, and lets you change, split or leave it out. “Approve and publish”, at the end of the last page, posts what stays to the channel in your name.
review-empty = *Version { $version } has no line*, so there is nothing to publish yet: no answer and no reply can be quoted. { $waited ->
        [yes] The plan does not wait for a summary: `/case actions` adds to it, and *Go on without a summary* has it followed up.
       *[no] The workshop has gone on without a summary, and its plan is followed up.
    } If somebody changes what they wrote, the draft is made again, and you can still publish it.
review-empty-left-out = *Version { $version } has no line*, so there is nothing to publish: every line of it has been left out. The menu beside a line lets you keep it after all.{ $waited ->
        [yes] {" "}If the group wants no summary, *Go on without a summary* has the actions followed up all the same.
       *[no] {""}
    }
review-empty-standing = *Version { $version } has no line left*, so it cannot be published: what the lines rested on was taken back, changed or left out. Version { $standing } stays in the channel until you withdraw it below; the channel then says that it was withdrawn. If more can be quoted later, a new version is proposed to you.
review-empty-withdrawn = *Version { $version } has no line*, so there is nothing to publish: what the lines rested on was taken back, changed or left out. What was published has been withdrawn, and you need do nothing. If more can be quoted later, a new version is proposed to you.
review-points = *Points raised, not finished themes.* There are too few answers and replies to group them reliably by their words. What is grouped is a first guess: put lines together, split them and give them names as you think right.
review-plainer = The process that looks for themes could not run, so this draft was made in a plainer way. Every line is checked in the same way.
review-model = *With { $model }.* { $count ->
        [0] It was asked, and none of its lines stands here.
        [one] One line is in its words; the line says so.
       *[other] { $count } lines are in its words; each says so.
    } Read them with the words behind them before you approve.
review-without-too-much = *Without { $model }:* there is more to read than its budget allows. This draft is the bot's own, made without any model.
review-without-too-late = *Without { $model }:* it did not answer in time. This draft is the bot's own, made without any model.
review-without-unreachable = *Without { $model }:* it could not be reached, or refused us. This draft is the bot's own, made without any model.
review-without-nonsense = *Without { $model }:* it gave no answer of the form that was asked for. This draft is the bot's own, made without any model.
review-refused =
    { $count ->
        [one] One line that was proposed is not here: the words behind it do not bear it out, or it could have pointed to somebody.
       *[other] { $count } lines that were proposed are not here: the words behind them do not bear them out, or they could have pointed to somebody.
    }
review-changes = *Against what the group has read:*
review-nothing-new = This version says what the group has read already.
change-new = • New: { $title }
change-changed = • Reads differently: { $title }
change-gone = • Gone: { $title }
review-published = *Version { $version } stands in the channel.* A correction begins as a copy of it that you change, and becomes the next version once you approve it. Withdrawing takes it out of the channel, where it then says so.
review-withdrawn = *Version { $version } has been withdrawn.* You can begin a new version from it.
review-left-out = ~{ $title }~ (left out)
review-form-unquoted =
    { $count ->
        [one] One answer or reply is not behind any line
       *[other] { $count } answers and replies are not behind any line
    }: they are for you alone, about a risk to someone, could name their author, are like others, were too many, or you left the line out.
button-evidence = Words behind it
button-rework = Change it
button-split = Split it
button-drop = Leave this line out
button-keep-line = Keep it
button-correct = Correct it
button-anew = Begin a new version
button-withdraw = Withdraw it
button-withdraw-standing = Withdraw what is published
button-without = Go on without a summary
confirm-withdraw-summary = It is taken out of the channel, which then says that you have withdrawn it. Who has read it has read it.
confirm-without = Nothing is published, and people do not hear what happened with what they said. The plan in the channel says that there is no summary, and actions are followed up. A draft can still be published later.

rework-title = Change this line
rework-save = Save
rework-name = What is it called?
rework-name-hint = In your words, and shown as yours. Left empty, it keeps its name.
rework-claim = What does it say?
rework-claim-hint = A sentence or two in your words, shown as yours above what is quoted. It may be left empty.
rework-heading = Under which heading?
rework-join = Put it together with
rework-join-hint = Another line under the same heading. Both become one, with everything behind either.

split-title = Split this line
split-do = Split
split-about = What you choose becomes a line of its own; the rest stays together. No later draft puts the two together again.
split-which = Which are a line of their own?
split-which-hint = Give the new line a name afterwards, with “Change it”.

evidence-title = Words behind it
evidence-answer =
    {""}*{ $speaker }*, before the workshop:
    { $words }
evidence-silent =
    {""}*{ $speaker }*, in a silent round of the session:
    { $words }
evidence-contribution =
    {""}*{ $speaker }*, in the session:
    { $words }
evidence-spoken =
    {""}*{ $speaker }*, spoken in the session and written down by { $scribe }:
    { $words }
evidence-gone = The words behind this line have been changed or taken back, and the line goes with them.
evidence-left-out = Left out. It will not be in the summary, nor in a later draft while its words stay the same. What was written stays in the case's store.
speaker-unattributed = Unattributed

why-prompt = _Here because the question that it answers asks for it._
why-tagged = _Here because it was tagged so, and the tag was settled._
why-alike =
    { $has_shared ->
        [yes] _Put together from { $count } by the words that they share: { $shared }._
       *[no] _Put together from { $count } that are alike in their words._
    }
why-meant =
    { $has_shared ->
        [yes] _Put together from { $count } by what they mean or by their words, as a small model on the bot's own machine reads them. They share: { $shared }._
       *[no] _Put together from { $count } by what they mean or by their words, as a small model on the bot's own machine reads them._
    }
why-alone = _Here by itself: nothing else is like it._
why-listed =
    { $has_shared ->
        [yes] _Here because of words of the list of factors: { $shared }._
       *[no] _Here because words of the list of factors stand in it._
    }
why-dated =
    { $has_shared ->
        [yes] _Here because it names a moment that will not wait: { $shared }._
       *[no] _Here because it names a moment that will not wait._
    }
why-asked = _Here because it asks something._
why-wondered = _Here because it asks something, without a question mark._
why-opposed =
    { $has_shared ->
        [yes] _Here because two sides say different things of: { $shared }._
       *[no] _Here because two sides say different things of the same._
    }
why-named = _Here because a service is named that nobody in the workshop belongs to._
why-proposed = _Here because it proposes or promises to do something._
why-decided = _Here because you put it together or moved it._
why-model = _Proposed by a language model, and checked against the words behind it._
line-unsupported = :mag: _Look twice: what it says shares little with the words behind it._

line-name-quoted = “{ $title }”
line-title = *{ $title }*
line-title-quoted = *“{ $title }”*
line-title-said = *{ $quoted }*
line-title-facilitator = *{ $title }* (the facilitator's words)
line-title-model = *{ $title }* (a language model's words)
line-claim = The facilitator's words: { $words }
line-claim-model = A language model's words: { $words }
line-raised =
    Raised by at least { $people } people{ $agencies ->
        [0] .
        [one] .
       *[other] {" "}from { $agencies } agencies or more.
    }
line-bullet = • { $quoted }
line-part = • _{ $part }:_ { $quoted }
line-part-known = Known then
line-part-sense = It made sense because
line-part-helped = Would have helped
line-part-one-side = One view
line-part-other-side = Another view
line-asked = _Names { $service }. Could answer:_ { $people }
line-asked-nobody = _Names { $service }. Nobody in the workshop is from there._
line-level-case = _For this case._
line-level-service = _For services._

summary-title = { $reference }: what the group found { $pages ->
        [one] {""}
       *[other] ({ $page } of { $pages })
    }
summary-approved = Checked and approved by { $person } on { $date }. What is quoted is word for word from what somebody wrote, but for names and numbers that are masked.
summary-by-meaning = Themes were put together by meaning and by words: a small model on the bot's own machine compared the texts; it writes nothing and sends nothing.
summary-with-model = Drafted with { $model }: what is not quoted in the lines that say so is in its words, checked against the words behind it.
summary-corrects =
    This version corrects version { $version }: { $new ->
        [0] no line is new
        [one] one line is new
       *[other] { $new } lines are new
    }, { $changed ->
        [0] none reads differently
        [one] one reads differently
       *[other] { $changed } read differently
    }, { $gone ->
        [0] none is gone.
        [one] one is gone.
       *[other] { $gone } are gone.
    }
summary-details =
    { $count ->
        [one] The line, with what is quoted and where it was said, is in the thread.
       *[other] All { $count } lines, with what is quoted and where it was said, are in the thread.
    }
summary-heading = *{ $heading }*
summary-overview-line = • { $title }
summary-line = “{ $words }” ({ $speaker })
summary-line-cited = “{ $words }” ({ $speaker }; { $places })
summary-place-answer = written before the workshop
summary-place-silent = written in a silent round
summary-place-reply = said here
summary-also = Also behind it: { $places }
summary-closing = Is something wrong or missing? Tell the facilitator; the summary can be corrected.
summary-corrected = *{ $reference }: what the group found has been corrected.* { $person } put a new version in the place of this one on { $date }: { $newer }.
summary-newer = read the newer version
summary-withdrawn = *{ $reference }: what the group found has been withdrawn* by { $person } on { $date }. It no longer stands. What people wrote, and have not taken back, is kept with the case.
summary-page-gone = This part of version { $version } of the summary of *{ $reference }* no longer stands.

heading-urgent = What will not wait
heading-theme = What the group said
heading-missed-opportunity = Moments that could have gone another way
heading-contributory-factor = What played a part
heading-strength = What was done well
heading-open-question = Open questions
heading-difference = Where people see it differently
heading-missing-voice = Who was not in the room
heading-candidate-action = What people proposed to do
heading-also-said = Also said
