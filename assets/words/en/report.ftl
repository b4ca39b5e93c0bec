# The after-action review: headings, tables, remarks and questions.

review-kind = After-action review
review-law = Law in focus: { $law }
review-aim = What this crisis was for: { $aim }.
review-made = Made from the game's own record: { $scenario }, seed { $seed }, rulebook { $rulebook }, last digest { $digest }.
review-reader = Everything here is told from the truth, which no seat knew in full while it played. States are named; persons are not.
review-contents = Contents
review-skip = Skip to the review
review-torn = the journal's last line is torn and was left out: the review ends before it
review-differs = the journal does not replay, and the review ends there: { $difference }

## How it ended

ending = How it ended
ending-turns = { $turns ->
    [one] The crisis lasted 1 turn
   *[other] The crisis lasted { $turns } turns
} of { $span ->
    [one] 1 day
   *[other] { $span } days
} each.
ending-step = At the end the tensest pair, { $pair }, stood on step { $step } of 9, “{ $name }”: { $looks }.
ending-peak = The highest step reached was { $step } of 9, “{ $name }”, in { $turn }.
ending-peak-opening = It never climbed above where it began: step { $step } of 9, “{ $name }”.
ending-measures = { $count ->
    [0] No measure was still in force.
    [one] One measure was still in force.
   *[other] { $count } measures were still in force.
}
ending-verdicts = { $acts ->
    [one] The law ruled once
   *[other] The law ruled { $acts } times
}: { $unlawful } unlawful, { $contested } contested, { $lawful } lawful.{ $owed ->
    [0] {""}
    [one] {" "}One more act was itself no established breach, but its author still owed performance for an earlier wrong.
   *[other] {" "}{ $owed } more acts were themselves no established breach, but their authors still owed performance for an earlier wrong.
}
truth-drawn = The truth that was drawn
truth-only = This crisis has one truth only.
truth-parts = One of { $count } truths this crisis can rest on; the others were not played.
states-caption = Where each State began and ended, in points of 100
states-state = State
states-legitimacy = Legitimacy
states-pressure = Pressure at home
states-economy = Economy
from-to = { $from } → { $to }
operations = What really happened
operations-caption = Covert operations that the crisis opened with or that came to light, with their true authors
operations-what = Operation
operations-author = Ordered by
operations-how = How
operations-end = At the end
operations-none = Nothing covert happened.
operations-more = Beside these, { $count ->
    [one] 1 more covert operation was
   *[other] { $count } more covert operations were
} never noticed: { $authors }.
operations-more-by = { $count } by { $author }
author-through = { $author }, through { $hand }
how-via = through { $via }
how-flag = made to look like { $flag }
how-plain = in its own name and straight at its target

## Two-minute film

film = The crisis in two minutes
film-lead = One headline a turn: what a newspaper could have printed, and no more.
film-step = Highest step: { $step }, “{ $name }”.

## Ladder

ladder = The ladder of escalation
ladder-caption = Steps of the ladder over the turns
ladder-alt = Step chart of the ladder. { $lines }
ladder-alt-line = { $label }: { $steps }.
ladder-highest = Highest of all
ladder-opening = start
ladder-line = Line
ladder-lead = The bold line is the highest step on which any two States stood; the thinner ones are the tensest pairs, told apart by their dashes and names.
ladder-table = The same in figures: the step at the start and at the end of each turn

## Timeline

turns-of = turns { $from } to { $to }
turns-abridged = The game had { $turns } turns. Told here are { $told }, one of each span of equal length: the one of which most became public.
table-more = { $count ->
    [one] One further row is left out; the journal holds it.
   *[other] { $count } further rows are left out; the journal holds them.
}
timeline = Timeline
timeline-lead = What was ordered, with the reason where a seat gave one, then what came of it. The mark tells who could know at the time.
timeline-turn = Turn { $turn }, { $from } to { $to }
timeline-ordered = Ordered
timeline-came = What came of it
timeline-behind = { $lines ->
    [one] Behind the scenes: one line on findings, doubts and what went unnoticed
   *[other] Behind the scenes: { $lines } lines on findings, doubts and what went unnoticed
}
timeline-refused = Refused
timeline-nothing = Nothing was ordered.
seen-public = public
seen-shared = { $who } knew
seen-secret = { $who } alone knew
seen-nobody = nobody knew

## Truth, belief, claim

strip = Truth, belief and claim
strip-lead = For each incident: what was so, what each State held likely at the end and how sure it was, and what it said.
strip-caption = { $incident }: belief and claim by State
strip-truth = What was so: { $truth }
strip-truth-state = it was { $author }'s doing{ $how }.
strip-truth-actor = { $author } did it{ $link }.
strip-truth-accident = no operation was behind it.
strip-link = { $control ->
    [none] , with no State behind it
    [overall_control] , in the general control of { $sponsor }
    [effective_control] , in an operation that { $sponsor } controlled
   *[instructed] , on the orders of { $sponsor }
}
strip-link-support = , { $support ->
    [none] based in { $sponsor }
    [tolerance] tolerated by { $sponsor }
   *[other] supported by { $sponsor }
}
strip-how-hand = , carried out by { $hand }
strip-how-via = , routed through { $via }
strip-how-flag = , made to look like { $flag }
strip-state = State
strip-belief = Held likely
strip-sure = How sure
strip-said = Said
strip-match = Against the truth
strip-own = knew: it was its own doing
strip-privy = knew whose doing it was: it had been let into it
strip-no-view = had formed no view
strip-suspect = that { $question }
strip-sure-figure = { $word } ({ $percent }{"\u00A0"}%)
strip-said-nothing = nothing
strip-hidden = { $count ->
    [one] 1 further incident was known to its author alone.
   *[other] { $count } further incidents were known to their authors alone.
}
strip-nobody = There was no incident that anybody but its author knew of.
strip-said-item = { $turn }: { $text }
said-accused = accused { $to }
said-denied = “It was not us” to { $to }
said-admitted = “It was us” to { $to }
said-inquiry = promised { $to } an inquiry
said-counter = “It was you” to { $to }
said-protest = protested to { $to }
said-demand = demanded that { $to } stop
said-notice = gave { $to } notice of countermeasures
said-apology = apologised to { $to }
said-request = asked { $to } for help
said-channel = used the crisis channel to { $to }
said-surrender = handed over to { $to } those it blames
said-warning = warned { $to }
said-draft = tabled a draft against { $to }
said-suit = took { $to } to court
said-public = { $text }, in public
match-right = right
match-wrong = wrong
match-open = open
match-owned = knew, and owned up
match-denied = knew, and said otherwise
match-silent = knew, and did not say so
match-privy = knew

## Legality over time

legality = Legality over time
legality-lead = Verdicts on the true facts: orders when they were given, operations when they acted, measures for every turn they were in force. “Only owing” counts acts that are themselves no established breach, by a State that still owes performance for an earlier wrong.
legality-caption = Verdicts and legality cost by State
legality-state = State
legality-lawful = Lawful
legality-unfriendly = Unfriendly but lawful
legality-undetermined = Undetermined
legality-contested = Contested
legality-unlawful = Unlawful
legality-owed = Only owing
legality-cost = Cost in all
legality-over-time-caption = Legality cost of each State's acts, turn by turn
legality-none = The law had nothing to rule on.
legality-cost-note = A cost is the weight of what an act breached or put at risk; 0 is a clean record.

## Instructive cards

exhibits = Cards worth projecting
exhibits-lead = Each shows the card on the true facts; beside it, what the seat itself could know when it acted.
exhibit-unwise = Lawful but unwise
exhibit-unwise-why = No rule stood in the way, and yet: { $why }.
exhibit-unwise-next = From the other side followed, in { $turn }: { $act }
exhibit-common = Unlawful but common
exhibit-common-why = It breaks the law, and it has been seen before: { $precedent }.
exhibit-common-count = In this crisis it came up { $count ->
    [one] once
   *[other] { $count } times
}.
exhibit-split = Where the schools divide
exhibit-split-why = National readings answer differently: { $groups }.
exhibit-split-group = { $verdict } for { $profiles }
exhibit-truth = On the truth
exhibit-seat = As the seat could see it
exhibit-same = Both say the same: the seat knew enough.
exhibit-alike = Both reach the same verdict, “{ $truth }”; the seat had to leave open what it could not know.
exhibit-differs = The seat's own knowledge gave “{ $seat }”; the truth gave “{ $truth }”.
unwise-tension = tension rose by { $points }
unwise-wrong = it was aimed at the wrong State
unwise-unsure = it was said with no more than { $confidence }
unwise-own = it cost its own author { $points } of { $gauge }

## Measures

measures = Measures, and whether they outlived the wrong
measures-caption = Measures imposed, in order
measures-what = Measure
measures-answers = In answer to
measures-days = In force
measures-outlived = Against the wrong it answered
measures-none = No measure was imposed.
measures-span = { $from } to { $to }
measures-still = { $from }, still in force
measures-no-wrong = answered no particular wrong
measures-goes-on = the wrong had not ended
measures-in-time = ended with the wrong
measures-afterwards = begun when the wrong had ended, but had not been made good
measures-unrepaired = went on when the wrong had ended, but had not been made good
measures-overdue = outlived the wrong, which had ended and been made good, by { $days ->
    [one] 1 day
   *[other] { $days } days
}
measures-mistaken = { $text }; in truth { $state } had not done it

## Words against deeds

words-deeds = Words against deeds
words-in-truth = { $seen }, as far as anybody could see; in truth { $who } broke it
words-wrongly = { $seen }; { $who } wrongly held it for broken
words-none = No promise was given, and nothing was denied or admitted.
words-caption = Promises, offers, ultimatums and consents
words-word = What was said
words-due = By when
words-became = What became of it
words-no-date = no date
expulsions-caption = Diplomats sent home
expulsions-who = Who sent them home
expulsions-whose = Whose they were
expulsions-day = When
expulsions-about = Over what
expulsions-then = What followed
expulsions-nothing = nothing it named
expulsions-is-answer = It was itself an answer in kind
expulsions-returned = { $days ->
    [0] Returned the same day
    [one] Returned a day later
   *[other] Returned { $days } days later
}
expulsions-unreturned = It was not returned
denials-caption = Denials and admissions, held against the truth
denials-who = Who said it
denials-what = What was said
denials-truth = In truth
denial-text = to { $to }: “It was not us”, about { $incident }
admission-text = to { $to }: “It was us”, about { $incident }
denial-true = so it was
denial-false = not so: { $incident } was its own doing
denial-hand = not so: { $hand }, which it controlled, did it
denial-backed = true to the letter: { $hand }, which it supported, did it
admission-true = so it was
admission-false = not so

## Attribution audit

audit = Attribution audit
audit-lead = Every accusation, be it a word, a formal demand, a draft or a suit: what the accuser held when it spoke, how sure it was, and whether it was right.
audit-none = Nobody accused anybody.
audit-caption = Accusations, in order
audit-when = When
audit-who = Accusation
audit-evidence = Evidence held
audit-sure = How sure
audit-right = In truth
audit-text = { $from } named { $to } for { $incident }
audit-demand = { $from } called on { $to } to stop and repair the wrong of { $incident }
audit-draft = { $from } tabled a draft against { $to } on { $incident }
audit-suit = { $from } took { $to } to court for { $incident }
audit-items = { $count ->
    [0] nothing that pointed at { $to }
    [one] 1 item that pointed at { $to }
   *[other] { $count } items that pointed at { $to }
}
audit-planted = { $count ->
    [one] 1 of them planted
   *[other] { $count } of them planted
}
audit-second-hand = { $count ->
    [one] 1 of them at second hand
   *[other] { $count } of them at second hand
}
audit-published = { $count ->
    [0] none made public
    [one] 1 made public
   *[other] { $count } made public
}
audit-unsure = no view on record
audit-yes = right
audit-no = wrong: it was { $author }
audit-partly = partly: { $author } did it, { $control ->
    [none] with { $to } behind it only by support
    [overall_control] in the general control of { $to }
   *[other] directed by { $to }
}
audit-nobody = wrong: no operation was behind it

## Norms

norms = Norms that were tested
norms-caption = Rules on which at least one act turned, weightiest first
norms-norm = Norm
norms-raised = Acts that raised it
norms-breached = Breached
norms-contested = Contested
norms-open = Open
norms-excused = Excused
norms-sources = Sources
norms-none = No rule stood against anything that was done.

## Readings that moved

custom = Readings of the law that moved
custom-lead = Among States the law moves by what they say and do about it. A reading rises one step when two thirds of the States hold it and none specially affected stands against it; it drops one when fewer than a fifth do. Paper alone moves nothing: half of the States must have said or done so in play. Acts are judged by the law of their day.
custom-caption = Every change, with the day on which it was so
custom-when = When
custom-what = What changed
custom-why = Who had brought it about
custom-day = { $turn }, { $day }
custom-by = { $who } ({ $form ->
    [statement] in so many words
    [protest] by a complaint
    [vote] by a vote
    [amends] by making amends
    [plea] by pleading an excuse from it
   *[deed] by acting so
})
custom-upheld = Upheld by { $who }.
custom-left = Not, or no longer, held by { $who }.
custom-paper = Held on paper by { $who }.
custom-silent = Specially affected and silent, which counts half: { $who }.
custom-precedent = Precedent: the decision of { $day } on { $claim }, which counts as three States.

## Questions

questions = Questions for the debrief
question-plan = What did your seat set out to do, and at which turn did it stop doing that?
question-fact = Which single fact, had you known it a turn earlier, would have changed what you did?
question-wrong = { $accuser } accused { $accused }, which had not done it. What would repairing that have asked of { $accuser }?
question-right = { $accuser } was right about { $accused }. Was it sure enough when it said so, and who else could check?
question-unwise = “{ $act }” was lawful. What made it unwise, and what would have served better?
question-split = On “{ $act }” the schools divide. Which reading would your own State defend in public, and why?
question-measure = { $measure } outlived the wrong it answered. Who should have noticed, and how?
question-denial = { $state } denied what it had done. What did the denial buy, and what did it cost when read today?
question-peak = In { $turn } the crisis stood on “{ $name }”. Who could have brought it down a step, by which lawful act?
question-fixes = If this crisis came again, which one arrangement (a contact point, a notice, a promise) would you make beforehand?

changed = What the facilitator changed
changed-lead = The facilitator's hand in this game. What the world's own rules made of a turn was set aside in these points, and nowhere else.
changed-caption = Events told and outcomes overruled, turn by turn
changed-turn = Turn
changed-kind = What was done
changed-what = To what
changed-why = Why
changed-pushed = Event told
changed-struck = Act struck out
changed-held = Verdict overruled
changed-corrected = Outcome corrected
changed-held-to-be = { $act } Held to be { $verdict }.
changed-no-reason = –

teams = Drafts and voices
teams-lead = What teams laid before themselves and what each member made of it. Persons are numbers, as in the list of those present; offices are those held at the time.
teams-caption = Drafts of { $state }
teams-turn = Turn
teams-draft = Draft
teams-by = Proposed by
teams-voices = What others thought
teams-fate = What became of it
teams-who = { $office } ({ $number })
teams-approves = { $who } approved
teams-approves-saying = { $who } approved: “{ $word }”
teams-objects = { $who } objected
teams-objects-saying = { $who } objected: “{ $word }”
teams-open = Never decided
teams-sent = Sent
teams-withdrawn = Laid aside
teams-kind = A team's own file
teams-file = What the delegation of { $state } considered, for those who sat in it.
teams-none = This team proposed no drafts.
