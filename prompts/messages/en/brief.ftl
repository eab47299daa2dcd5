### The facilitator's brief, before the workshop.

button-brief = My brief
brief-title = My brief
brief-about = *{ $reference } · { $pseudonym }*, workshop on { $date }. Made from the answers that have been sent, by what was asked, the words that they share and a list of what services are called. Nothing is weighed or judged, and it is for you alone.
brief-waiting = One moment: your brief is being put together. If this stays, close it and press *My brief* again.

brief-ready =
    {""}*Your brief for { $reference } · { $pseudonym }.* The workshop is on { $date }. { $answered } of { $people } have answered.
    { $moments ->
        [0] Nobody has written about a moment that could have gone another way.
        [one] One account of a moment that could have gone another way.
       *[other] { $moments } accounts of moments that could have gone another way; the brief puts those of one moment together.
    }
    { $questions ->
        [0] No questions.
        [one] One question{ $unanswered ->
            [0] , with somebody here who could answer it.
           *[other] , and nobody here whom the bot knows to have the answer.
        }
       *[other] { $questions } questions, { $unanswered ->
            [0] each with somebody here who could answer it.
            [one] one of them with nobody here whom the bot knows to have the answer.
           *[other] { $unanswered } of them with nobody here whom the bot knows to have the answer.
        }
    }
    { $missing ->
        [0] Every service that is named has somebody here.
        [one] One service is named that nobody here is from.
       *[other] { $missing } services are named that nobody here is from.
    }
brief-ready-risks =
    { $risks ->
        [one] *One risk was raised.*
       *[other] *{ $risks } risks were raised.*
    }

brief-standing = Who has answered
brief-standing-count = { $sent } of { $people } have answered.
brief-standing-answered = *Answered:* { $people }
brief-standing-begun = *Begun, not sent yet:* { $people }
brief-standing-not-begun = *Not begun:* { $people }
brief-standing-declined = *Cannot do this one:* { $people }
brief-standing-joined = *Joined during the session, after the questions:* { $people }
brief-standing-seen = *With an answer under their role:* { $people }
brief-standing-untold = *Without one:* { $people }. Some of them may have answered without their role. Who has is not said, as it would tell who wrote what.
brief-person = { $person }, { $role }

brief-risks = Risks that were raised
brief-risk =
    {""}“{ $words }”
    _Raised on { $date }. { $seen ->
        [yes] { $person } has looked at it.
       *[no] Nobody has said yet that they have looked at it.
    }_

brief-several = Moments that several people wrote about
brief-single = Moments that stand alone
brief-quoted = “{ $words }” ({ $speakers })
brief-also = _Also: { $speakers }_
brief-point-several =
    { $words }
    _At least { $people } people. Together because of:_ { $shared }
brief-point-alike =
    { $words }
    _Several answers, perhaps by one person. Together because of:_ { $shared }
brief-speaker-only-for-you = { $speaker } · only for you
brief-speakers-unattributed =
    { $count ->
        [one] unattributed
       *[other] { $count } unattributed
    }

brief-questions = What people do not understand
brief-question =
    { $words }
    { $services }
brief-asked = _Names { $service }. Could answer:_ { $people }
brief-asked-nobody = _Names { $service }. Nobody here is from there._
brief-asked-unknown = _Names no service that the bot knows. Ask the group who could answer._

brief-missing = Services that are named and not here
brief-missing-voice =
    {""}*{ $service }:* named in { $count ->
        [one] one answer
       *[other] { $count } answers
    }, as { $words }.

brief-nothing = Nothing to show yet: nobody has sent an answer in words.
button-behind = Where this comes from
behind-title = Where this comes from
behind-question = Asked: { $question }
behind-gone = The answers behind this line have been taken back since. Open your brief again to see how it stands.
