### The channel of a case: whether what is said there stays between the people of the case.

refusal-room-unsound =
    { $why ->
        [archived] The case's channel is archived, so nobody can write there. Restore it in Slack first: open the channel, then its settings, and choose to unarchive it. Then invite this app again with `/invite`, if Slack has taken it out, and try once more.
        [public] A case needs a private channel that this app has been invited to. This one is public or a direct message, so anybody may read along. Make the channel private in its settings, or use another one.
        [unseen] Slack could not be asked about this channel just now. Please try again in a moment.
       *[gone] This app is not in the case's channel, or the channel has been deleted. A case needs a private channel that this app has been invited to: type `/invite` there and choose this app, then try once more.
    }
refusal-room-doubtful =
    { $doubt ->
        [unseen] Slack could not be asked about the channel just now. Please try again in a moment.
       *[other] The channel is open to more than your workspace. Start from your desk, where you can say that you go on all the same.
    }
refusal-interrupted = Something happened to the channel, and nothing is kept there. Go on with `/case resume`, or *Resume keeping* on your desk: the channel is looked at first.

room-form-title = Before you go on
room-form-go-on = Go on all the same
room-doubt-shared = *This channel is shared with another organisation.* Everybody whom that organisation lets into it can read what is said here, now and later, and its own rules say how long it keeps a copy. The buttons and forms of the case work for people of your workspace only, and replies of the others are not kept.
room-doubt-offered = *This channel has been offered to another organisation,* which has not answered yet. Once it accepts, the people whom it lets in can read what was said here before, and its own rules say how long it keeps a copy. You can withdraw the offer in the channel's settings.
room-doubt-organisation = *This channel is shared with other workspaces of your organisation.* Colleagues there who are in it can read what is said here, now and later.
room-doubt-unseen = *Slack cannot be asked about the channel just now.* So nobody has checked that it is private, that no other organisation is in it, and that it is not archived. You can wait and try again in a few minutes, or go on.
room-form-shared = Not sure? Choose “Not now”, and talk to whoever looks after information governance. If you go on, the audit log notes that you did, and when.
room-form-unseen = If you go on, the audit log notes that you did, and when.

attendance = *{ $reference }:* a look at who is in { $room }. This is for you alone, and stops nothing.
attendance-others = *In the channel, not taking part:* { $people }. They can read everything there; what they write in a thread is kept only once they join.
attendance-absent = *Taking part, not in the channel:* { $people }. Bring them in with `/invite`.

room-news = *{ $reference }:* { $news }
room-news-archived = the channel has been archived while the session runs. Nothing can be said there, and nothing is kept. Restore it in Slack, invite this app again with `/invite` if Slack has taken it out, and then resume.
room-news-deleted = the channel has been deleted while the session runs. What was kept until then is safe. Slack cannot bring a deleted channel back: close the session to get the draft of what was said. Then make another private channel, invite this app, and type `/case here` in it.
room-news-removed = this app has been taken out of the channel while the session runs, so it hears nothing that is said there. Type `/invite` in the channel and choose this app, and then resume.
room-news-shared = the channel has been shared with another organisation while the session runs. What was said there until now can be read by the people whom that organisation lets in. Nothing is kept from now on. End the sharing in the channel's settings and then resume; or resume and say that you go on all the same.
room-news-offered = Slack has given the channel another id while the session runs. It does that as somebody begins to share a channel with another organisation. What was kept until now is safe. Nothing is kept from now on. If this was not meant, end it in the channel's settings. Then resume: the channel is looked at first, and you are asked about whatever is doubtful.
room-news-opened = the channel has been made public while the session runs, so everybody in your workspace can read what was said there. Nothing is kept from now on. Make it private again in the channel's settings, and then resume.
room-news-uninstalled = this app was taken out of your workspace while the session ran, so it heard nothing from then on. Resume to go on.
room-news-mended = the channel looks as it should again. Nothing is kept yet: resume when you want to go on.
room-news-past =
    {""}*{ $reference }:* something had happened to the channel, and keeping was stopped. { $running ->
        [yes] The session has gone on since.
       *[no] The session is over.
    }
letter-attendance = a notice to you
letter-interrupted = a notice to you

gap = *{ $reference }:* from { $began } to { $ended } Slack could not reach this app, so it did not hear what was written in the session, and its buttons did not work.
gap-found =
    { $stands ->
        [reading] What was written meanwhile is being fetched from Slack, once. That can take some minutes; this message then says what was found. You can go on.
        [refused] Slack did not let this app read what was written meanwhile{ $found ->
            [0] .
            [one] , but for one reply, which is kept now.
           *[other] , but for { $found } replies, which are kept now.
        } Look through the thread: what should not be lost has to be written there again.
       *[read] { $found ->
            [0] What was written in the threads meanwhile has been looked through in Slack: there is nothing more to keep.
            [one] What was written in the threads meanwhile has been fetched from Slack: one reply that was missed, or changed, is kept now.
           *[other] What was written in the threads meanwhile has been fetched from Slack: { $found } replies that were missed, or changed, are kept now.
        }
    }
letter-gap = a notice to you
