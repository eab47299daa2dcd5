"""Invented sentences for the list of phrasings: those that speak of a danger to a person now, and those that do not.

Each was labelled by asking: would a duty social worker want to be rung about this today?
"""

RISK = """
He said he will kill himself if he has to go back there.
She told the ward that she wants to end her life.
He has said he is going to hang himself after the hearing.
She texted her sister last night to say that she wants to die.
He says he would rather jump than move again.
She has taken an overdose and will not let anybody in.
He left a goodbye note on the college computer this morning.
She is suicidal and has been sent home from A&E.
He keeps saying that everybody would be better off without him.
She says she doesn't want to be here any more.
He is planning to take all his tablets tonight.
She has started cutting herself again.
He is cutting every night now, deeper than before.
His father has threatened to kill him.
He threatened to stab her if she rings us.
Her brother is threatening to set fire to the flat.
Her ex texted that he will kill her when he gets out.
He says he is going to hurt the baby.
He threatened to take the children and not bring them back.
He told me he would strangle her.
He has a knife under his pillow and says he'll use it.
They came to the door with a knife yesterday.
He is carrying a machete because he is afraid of them.
Nobody has seen her for three days.
No one has seen Rowan since Monday.
She has not been seen since the weekend and her phone is off.
We haven't seen the twins for a fortnight.
He hasn't been seen at school or at home this week.
He has gone missing again.
Their youngest is missing and the police have not been told.
He did not come home last night.
She is not answering the door and the curtains are drawn.
We do not know where he is sleeping tonight.
Nobody knows where she is.
I can't reach her and neither can her mum.
The toddler is left alone with him while she works nights.
She leaves the children alone with her boyfriend, who is not allowed near them.
The little ones are home alone until ten most nights.
The baby was left on her own in the flat when I called today.
He is being left with his uncle, the one we talked about.
There is nobody looking after the children at the moment.
She had fresh bruises on her neck this morning.
There are new bruises on both of his arms.
He came in with unexplained burns on his hand.
The baby has a bruise on her cheek and cannot crawl yet.
She has bruising around her throat.
There are marks round her wrists as if she had been tied.
He came to school with a black eye today.
She cannot move her arm and nobody has taken her to hospital.
Her mother's partner is hitting her.
He hits his mother when he comes down.
She is being beaten by her husband.
Her son punched her last night.
He strangled her on Saturday and she is still in the house with him.
I think that she is being abused by her carer.
He is locked in his room at night.
The carer shouts at her and handles her roughly, I saw it today.
He is touching her and she has asked me not to tell.
A man of forty is picking her up from the home in his car.
She is meeting a man she knows from the internet tonight.
I believe she is being groomed.
They are making him carry drugs to another town.
She is sleeping with older men for a place to stay.
He is being exploited by the people in the flat below.
Her family are taking her abroad next week to be married.
She says she will be forced to marry her cousin in the summer.
They have booked a flight and she is to be cut there.
There is no food in the house and the baby is hungry.
The children have had nothing to eat since yesterday.
The baby is losing weight and the feeds are not being given.
She has not eaten for four days.
He has run out of insulin and nobody is bringing any.
He has stopped taking his medication and is hearing voices that tell him to hurt people.
She has no heating and a newborn.
She fell in the night and is still on the floor.
Nobody is giving her anything to drink.
He is sleeping rough tonight and it is minus three.
She has nowhere to sleep tonight.
He is out of prison tomorrow and knows where she lives.
He has found out where she lives.
She is going back to him tonight with the baby.
They send the children back to the father tomorrow and they are terrified.
He is outside her house right now.
He is standing on the bridge.
He is on the roof of the car park and will not come down.
She is in danger.
He is not safe at home tonight.
I do not think the children are safe there.
She is at immediate risk.
The baby is at risk now, not in four weeks.
I am afraid that he will be dead before the workshop.
Somebody is going to get hurt if nothing happens.
She is terrified to go home.
He is afraid to go home tonight.
She begged me not to send her home.
She is scared of her carer and asked for help.
Something is going to happen to that baby.
I fear for her life.
Her nephew is taking her money and there is none left for food.
He is giving her tablets that are not hers to keep her quiet.
She is drinking all day while alone with a two-year-old.
The mother is using heroin with the baby in the bed.
He drives the children home drunk every Friday.
She is unconscious half of the evenings and the children step over her.
He is refusing food and water.
She says the voices tell her to drown the baby.
He wrote that he will take some people with him.
He says he will bring a gun to school.
"""

NO_RISK = """
In 2019 he tried to kill himself, and nobody told the school.
Two years ago his father threatened to kill him, and that was when the plan changed.
At the time she had bruises on her arms, and each of us thought that somebody else knew.
The review found that nobody had seen her for three weeks before the meeting in 2018.
When he was six he was left alone with an uncle who was later convicted.
Last year she took an overdose, and the letter went to the wrong surgery.
He used to cut himself, and the tutor was the first to notice.
We learned that a child who says he wants to die is sent to three services.
Back then he was missing every weekend, and each report was closed on its own.
Years ago her partner strangled her, and that is in the old file.
She was suicidal in 2021 and has had no thoughts of it since.
His history of self-harm was in a letter that nobody opened.
He has no thoughts of killing himself now, and his nurse sees him weekly.
The risk assessment was out of date by four months.
Nobody could find the risk assessment.
The family is at risk of losing the tenancy.
We are at risk of repeating ourselves.
He is at risk of exclusion from college.
The post is at risk and may not be funded next year.
She was considered at risk of offending.
The high-risk panel meets on the first Thursday of the month.
We were killing time in the corridor before the panel.
The waiting list is killing the service.
It kills me that nobody rang back.
The deadline nearly killed us.
The court order says that contact is supervised.
The care order was made in March.
He was threatened with a court order over the rent.
The landlord threatened to evict them before Christmas.
Housing threatened to close the application after two missed viewings.
The agency threatened to sue the council.
The manager threatened to complain to my line manager.
The school threatened to exclude him.
Nobody has seen the report since it was sent.
No one has seen the new policy.
Nobody had seen the whole month, only one evening each.
Nobody has seen him as a whole person.
We had not seen the letter when we decided.
We have not seen any change in how referrals are handled.
The form has gone missing.
The minutes are missing from the file.
What was missing was one person who did not change.
The missing reports were read one at a time.
He was reported missing four times in November.
Adult safeguarding was missing from the table.
I rang three numbers in one afternoon about the marks on his arms, and each told me that he was not theirs.
The fourth missing report looked like the first three, so it got the same answer.
He says he wants one person who does not change, and a door that locks.
He sleeps at his aunt's three nights a week; the other nights we do not know where he is.
The tutor kept notes with dates, so today we can see the whole month.
He would be seen before his case is closed somewhere else.
I was left alone with the decision.
The duty worker was left alone with forty cases.
She was left alone with the paperwork.
We leave practitioners alone with hard decisions.
He lives alone and manages well with the support he has.
The threshold document fights with the referral form.
We fought for a place at the college.
It hurts to read how often he told us.
The referral fell through the net.
The case fell on the floor between two teams.
The budget has been cut again.
The hours of the support worker were cut in half.
The team was cut from nine to four.
Cutting the visits to one a month was the turning point.
We jump from crisis to crisis.
She jumped the queue because a manager rang.
He hung on to his job.
The phone rang and rang; nobody picked up.
The plan died when the manager left.
His grandmother died in January and nobody asked how he was.
She buried her mother on Tuesday, and her sister is staying with her.
The knife crime project did good work with him.
The dead line for replies had gone.
There is no food bank in the valley on Fridays.
The workshop is tonight and I shall be late.
I am writing this tonight because the shift was long.
The panel meets tonight.
He is safe now and settled with his aunt.
She is no longer at risk and the plan has ended.
The children are safe with their grandmother.
It was safe to close, as everybody thought.
Safeguarding training is every year in our service.
Our policy says that a child with bruises is seen the same day.
The procedure for a child left alone is clear, and nobody reads it.
When somebody says that they want to kill themselves, our protocol is to ring the crisis team.
If a patient threatens to harm somebody, the guidance is to tell the police.
The training covered suicidal thoughts, fresh bruises and what to ask.
Our leaflet asks: are you afraid to go home?
The policy on children who go missing says that each return is talked about.
I would ask what we do when nobody has seen a child for three days.
The audit counted how many children were home alone.
The serious case review described a baby with a bruise whom five people saw.
What would have helped is a question about suicide at the first visit.
Nobody asked whether she was safe at home.
The question of risk was never asked.
Who holds the risk over the weekend?
We share the risk between four teams and none of us holds it.
The police threatened him with a fine.
The strategy meeting was on the floor above.
The system is not safe for people who move.
Emails get lost, and that is dangerous in the long run.
He missed two viewings and we closed the application.
She has been discharged from hospital and a nurse comes daily.
His brother is out of prison and doing well.
They are going back to school tomorrow.
He is going home tonight to his aunt, who is glad.
We are hungry for change.
The service is on its knees.
The family had no heating in the winter before last, and the repair took nine weeks.
She had not eaten for days when they found her in 2016.
He was exploited as a boy, and it took us years to see it.
Her forced marriage was annulled, and she speaks about it at conferences.
She has started college again.
A door that he can lock would help him.
He bruised easily as a small child because of a blood disorder, which is in his notes.
"""

LATER_RISK = """
Mum rang to say Dad is on his way round and has been drinking, and the kids are with her.
He messaged a friend that tonight is the last time anybody will hear from him.
Child disclosed today that step-dad comes into her room at night.
I am worried sick that he will do something to himself this weekend.
She whispered that she is not allowed out of the flat.
Nobody has laid eyes on the little boy in over a week.
There was blood on his shirt when he came in this morning and he would not say why.
He says next time he will finish the job.
She is eight months pregnant and he kicked her in the stomach last night.
They have taken her phone and her keys and she cannot leave.
He told the bus driver that he has nothing left and is going to walk into the sea.
The baby's breathing is noisy and mum says that she can't afford a taxi to hospital.
He's been seen with older lads who give him money and a new phone.
She hasn't turned up for three mornings, which is not like her at all.
Her carer withholds her tablets when she complains.
He is due out on Friday and has told everyone where he is heading.
The toddler was wandering on the main road at seven this morning.
She has been sleeping in the bus station since they put her out.
Grandad is in sole charge of the children, and he is on the register.
He has been storing up his tablets.
She said if the children are removed she will take them with her to the grave.
The four-year-old told me that his daddy squeezes mummy's neck.
His mother is giving him her own sleeping pills to keep him quiet.
He has not been to dialysis since Monday.
She is bleeding and afraid to see anyone.
A neighbour heard screaming again last night and a child crying for help.
The dog has bitten the baby and is still in the house.
He is threatening staff with a broken bottle.
I don't feel that this can wait for the workshop, he could be dead by then.
She is living in a car with two small children and it is freezing.
I saw him push her against the wall this morning, and the baby was in her arms.
She told me today that her uncle touches her at night.
He rang the surgery to say goodbye.
Her partner said he would kill her if she left.
The school has not heard from the family since half term, and nobody opens the door.
Dad turned up drunk at the nursery and drove off with both girls.
She is frightened of her son and locks herself in the bathroom when he comes.
The boy has a burn on his back the shape of an iron.
He has been talking about ending it all.
The girls are staying with a man that none of us knows.
She is having contractions at thirty weeks and will not go to hospital because of him.
He is 84, he fell twice this week and is alone in the house.
I don't think she will be alive at the end of the month.
There is no one at home with the children after school until midnight.
Her phone has been off since Saturday and her sister is frantic.
He broke her arm last month and he is moving back in tomorrow.
They are planning to fly her to her grandparents for the wedding.
She has lost ten kilos and the home has not called a doctor.
He said he has nothing to lose and will take a knife to the meeting.
She cut her wrists on Sunday night and has not seen anybody.
The carer hit him while I was on the phone, I heard it.
She is seventeen and sleeping on a stranger's sofa tonight.
He is being followed by the people whom he owes money to.
The children are eating out of bins.
She said please don't let me go back there.
He hit her again at the weekend and she has asked us not to ring.
She says she can't go on and has written letters to her boys.
The little girl flinches when he comes in, and there is a mark on her face.
He is staying at the flat although the order says that he may not.
I could smell gas in her kitchen and she did not notice.
She has not left the bedroom for a week and does not answer.
He tells everybody that he will not see Christmas.
They found her walking along the dual carriageway last night.
There is a man living with them now who was in prison for hurting a child.
His insulin has not been collected for a fortnight.
She told her friend she is being hit at home.
He has threatened to hurt anyone who comes to the door.
Nobody has seen the youngest since the funeral.
She is afraid of what he will do when he finds out.
He took a handful of tablets on Sunday and told no one.
The baby is left with her brothers, who are six and eight.
I think she is being controlled and cannot speak freely.
He is suicidal and the crisis team has closed his file.
She is sleeping in a tent behind the school.
The grandmother said that the children go to bed hungry.
"""

LATER_NO_RISK = """
Mum rang twice that winter, and both calls went to a mailbox.
I am worried that the plan will not last beyond the funding.
The child told her teacher in year four, and it was written down and filed.
She was not allowed to see the minutes.
Nobody has laid eyes on a current plan in over a year.
There was bad blood between the two teams.
The next time we will finish the assessment before we close.
He left his job and walked along the sea every day, which helped.
He was kicked out of three schools before anybody asked why.
They took her name off the list because of the postcode.
We could not leave it to one person.
The taxi to hospital was never funded.
He has been seen by four consultants and none wrote to the GP.
She has not turned up in our figures.
The pharmacy delivers his tablets and it works.
He is due a review on Friday.
The children wander in and out of services.
She has been sleeping better since the move.
The register was checked and the volunteer was fine.
He has been storing up questions for the panel.
We took the easy cases first.
My daddy was a miner, said the chair, and I know this town.
His mother is giving him lifts to college.
He has been to dialysis every week since Monday clinics began.
We bled hours on a form.
A neighbour who rang in 2020 was thanked and nothing else.
The dog is what gets him out of the house.
He broke a bottle at school when he was nine.
This could wait for the workshop, so I did not ring.
Two families live in cars in our area, and we count them every year.
The child had to be dead before the old system would change, said the report.
If a child discloses abuse, the duty desk is rung the same day.
He had been threatened by a landlord at the time.
She hit the target for attendance.
They were beaten by the deadline.
He was shaken by the letter and rang us, which was good.
We attacked the waiting list together.
The handover took place in a corridor.
He was moved four times in eighteen months, and each file began anew.
She said goodbye to her key worker in June and nobody replaced him.
The school has not heard from us about the new form.
We never opened the second letter.
Nobody rang the ward back.
The duty desk closes at five, and so did the conversation.
When he turned eighteen his children's nurse closed the file the same week.
His aunt rings every day and keeps a diary.
I knew that the meeting was too late and did not say so.
Dad came to every review.
The nursery was told and made a place for both girls.
She locks her bike at the library, which is where we meet.
He burns with interest in engines, and the tutor saw it.
There was talk of ending the contract.
The girls are staying with their gran, under a plan that all of us know.
He fell out with his key worker, and we took his side.
She will be a grandmother at the end of the month.
There is no one at the table from housing.
My phone was off during the panel.
He broke his word and so did we.
They are planning a joint visit.
She lost her place on the course after two absences.
The meeting went ahead without a chair.
What worked was one text a week, always on Sunday night.
The carer's assessment was offered and declined.
Police shared the reports with children's services, where they stopped.
A hit song of his grandfather's was how we got talking.
The voluntary group follows people up for a year.
Our language about them is part of the problem.
The letter was left on the desk for a week.
He has been to every appointment since we changed the hour.
The plan was to see him weekly, and we saw him monthly.
She told her friend that the group helped.
There is a man at the library who teaches him chess.
They found her a flat near the college.
He tells everybody that the tutor saved him a place.
The order was varied in the autumn.
We could not see the whole of it from one desk.
She is afraid of heights and we chose the ground floor.
His file was closed while he was in hospital.
The youngest of the team asked the best question.
Nobody had the whole timeline.
He took the bus on Sunday and told us about it.
Her brothers were never asked what they knew.
The crisis team has its own form.
The grandmother said that the visits were good.
We controlled the budget and not the waiting.
I could see from the notes that each worker changed within a year.
He will not see the same doctor twice, and that is the pattern.
"""

LAST_RISK = """
Her boyfriend grabbed her by the hair in front of me yesterday.
He is back in the house and the children have been told to keep it from us.
She told the midwife that he makes her sleep on the floor.
I got a text from her at four this morning that just said help me.
The neighbours say that the baby has been crying all night, every night, and then nothing.
He has not taken his tablets for a week and says that his mother is poisoning him.
She is fifteen and her new boyfriend is thirty-one.
There are men going in and out of his flat at all hours and he seems frightened.
She said she would rather be dead than go into care.
Her legs are covered in bruises and she says that she fell.
The boy told his teacher that he doesn't feel safe with his mum's friend.
He tried to get out of the car on the motorway on Friday.
She has stopped eating since her husband died, and her daughter cannot get in.
He is threatening to post pictures of her if she does not come back.
They are both using again and there is a newborn.
He punched a hole in the door and said that she is next.
I found him in the garage with a rope.
The care home has locked her in her room because of staffing.
She has been sent home with no carers and she can't stand.
He said that he knows which bus I take and that I should watch my back.
The little one has been soiling herself and says that it hurts down there.
We think that she has been taken to London, and nobody can get her on the phone.
She rang from the bathroom whispering that he had the keys.
He hasn't picked up his methadone and we have not seen him since Thursday.
The father is collecting them from school today although he is not allowed to.
"""

LAST_NO_RISK = """
Her referral sat in a tray for six weeks.
He is back in college and the tutor keeps an eye on the timetable.
The midwife told us about the meeting a day late.
I got a text from the panel at four that said come at five.
The neighbours were asked and spoke well of the family.
He takes his tablets with breakfast, and the chemist rings if he does not come.
She is fifteen and wants to be heard at her own meetings.
There are workers going in and out of his file, and none stays.
She said she would rather have one worker than a plan.
Her notes are spread over four systems.
The boy told his teacher that he likes the new placement.
He tried to get an appointment on Friday and was told to write in.
She has stopped coming since the group moved across town.
He is asking to see the pictures in his file.
They are both working again and there is a waiting list.
The door was shut, and nobody said who had the key to it.
I found the form in the wrong folder.
The care home has changed its rota because of staffing.
She was sent home with a list of numbers, and each rang through to another.
He said that he knows which worker he wants.
The little one has been moved to the class of a teacher whom he knows.
We think that the decision was taken in London.
She rang from the station to say that she would be late.
We have not had an answer since Thursday.
The father collects them from school, as was agreed in the plan.
"""


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
