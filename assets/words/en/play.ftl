# The seat in a terminal.

play-title = { $title }: { $turns ->
    [one] 1 turn
   *[other] { $turns } turns
}
play-no-terminal = Standard input is no terminal, so nobody can sit here: { $state } is played by its agent.
play-you = You are { $state }: { $about }
play-you-still = You are { $state }.
play-wants = You want: { $goals }.
play-fears = You will not bear: { $lines }.
play-happened = { $what }
play-happened-nothing = Nothing has come to your notice yet.
play-happened-incident = { $incident }{ $known ->
    [yes] {" "}came to light { $since } and
   *[no] {""}
}{ $over ->
    [yes] {" "}is over.
   *[no] {" "}goes on.
}
play-happened-more = { $first } Also: { $second }
play-now = { $turn } of { $turns }, { $from } to { $to }. You have { $points ->
    [one] 1 point of attention
   *[other] { $points } points of attention
}.
play-nothing = If you do nothing, nothing of yours is sent.
play-evidence-about = You hold with { $sure } that { $question }.
play-evidence-none = { $incident }: you have formed no view of who did it.
play-evidence-item = { $evidence }, { $points } ({ $found }{ $how })
play-evidence-given = , from { $from }
play-evidence-others = Others may know different things.
play-evidence-nothing = You know of no incident.
held-found = Found by your own services ({ $found })
held-given = Given to you by { $from } ({ $found })
held-trust = { $trust ->
    [well] well trusted
    [partly] trusted in part
   *[little] little trusted
}
sight-own = Only your State
sight-shared = Shared with { $who }
sight-public = Public
play-what = What will you do?
play-points-left = { $points ->
    [0] no attention left
    [one] 1 point left
   *[other] { $points } points left
}
play-all = All moves …
play-see-evidence = Look at the evidence
play-see-waiting = See what is waiting ({ $count } for you)
play-briefing = Read the briefing
play-drop = Take back: { $act }
play-end = End the turn ({ $count ->
    [0] nothing chosen
    [one] 1 act chosen
   *[other] { $count } acts chosen
})
play-leave = Leave this turn to your agent
play-stop = Stop playing here
play-search = Type to search
play-entry = { $act } ({ $points ->
    [one] 1 point
   *[other] { $points } points
})
play-entry-not = { $act } (not now: { $why })
play-not-now = { $act }: not now. { $why }
play-which = Which one?
play-back = Back
play-as-is = Go on with it as it is
play-change = { $question }: { $now }
play-ask = { $what ->
    [level] How far it goes
    [publicity] Who is meant to see it
    [basis] The legal label on it
    [target] The State it is addressed to
    [days] For how many days
    [content] What is offered or asked for
    [by-itself] Whether it falls by itself
    [reading] Which reading of which norm your State makes its own
    [operative] What the Security Council, or else the General Assembly, is to decide
   *[grants] Whether recognition is granted instead
}
play-decision = { $decision ->
    [condemn] that it condemns what was done
    [settle] that both sides are to settle by peaceful means (Chapter VI: parties abstain)
    [inquire] a commission of inquiry that reports after half a year (Charter 34: parties abstain)
    [end] the end of what was decided earlier (Charter 41; can be vetoed)
    [demand] that such acts must cease (binding: Charter 25)
    [sanctions] measures short of force (Charter 41)
   *[force] all necessary means (Charter 42)
}
play-yes-no = { $answer ->
    [yes] yes
   *[no] no
}
play-days = For how many days?
play-unset = not said
play-level = { $level ->
    [low] as little as makes sense
    [medium] the ordinary measure
   *[high] as far as it goes
}
play-publicity = { $publicity ->
    [secret] nobody
    [shared] those concerned
   *[public] everybody
}
play-basis = { $basis ->
    [none] none
    [retorsion] retorsion: unfriendly, but nobody's right is touched
    [countermeasure] countermeasure: an answer to a wrong that came first
    [self_defence] self-defence: an answer to an armed attack
    [collective_self_defence] collective self-defence
    [necessity] necessity: the only way to avert a grave peril
    [distress] distress: the only way to save lives
    [force_majeure] force majeure
    [consent] consent of the other side
    [unsc_mandate] a decision of the Security Council
   *[security_exception] a treaty's clause for essential security
}
play-estimate = Before you see the card: how sure are you that this is lawful?
play-estimate-step = { $step ->
    [0] I would rather not say
    [1] surely not lawful
    [2] rather not lawful
    [3] even
    [4] rather lawful
   *[5] surely lawful
}
play-send = Send this? It will be seen by { $who }.
play-send-secret = Order this? Nobody else is meant to see it.
play-ladder = Such an act stands on step { $step } of the ladder, “{ $name }”; you and { $other } stand on { $now }, “{ $now-name }”.
play-undone = { $undone ->
    [yes] It can be undone.
    [no] It cannot be undone.
   *[words] It leaves nothing to undo, but once the turn has ended it cannot be called back.
}
play-chosen = Chosen: { $act }
play-too-dear = That takes { $costs }, and { $left } are left.
play-came = What came of it
play-came-nothing = Nothing that your State could notice.
play-refused = Not carried out: { $why }
play-over = The crisis is over. { $headline }
play-truth = What was so: { $truth }
play-journal = The journal is kept in { $path }
play-review = For the review: demarche report { $path }
play-turn = { $turn }, { $day }: { $headline }
play-seats = All seats are played by agents.
no-seat = there is no seat `{ $seat }`
no-seat-help = the seats are { $seats }
no-seat-near = did you mean `{ $near }`?

goal-calm-with = calm with { $state }
goal-friendship-with = { $state }'s friendship
goal-legitimacy = a good name
goal-quiet-at-home = quiet at home
goal-prosperity = prosperity
goal-protect = safe { $thing }
goal-know-the-author = to know who is behind { $incident }
goal-end-of = an end of { $incident }
goal-deny = to keep { $incident } hidden
goal-weaken = a weaker { $state }
goal-relief = an end of the measures against you
goal-actor-at-work = { $actor } at work
goal-actor-shut-down = { $actor } shut down
goal-insight-into = to know what { $state } is up to

line-sector = harm to { $thing }
line-asset = harm to { $thing }
line-casualties = anybody killed
line-public-accusation = an accusation in public
line-step = “{ $name }” with anybody

choice = { $act }{ $to }{ $at }{ $over }
choice-to = , to { $target }
choice-at = , at { $thing }
choice-and = {" "}and { $party }
choice-word = : { $word }
choice-move = : “{ $move }”
choice-content = : { $content }

play-reading = { $norm }: { $view }
