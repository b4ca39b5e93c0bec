# The legality card: at most twelve lines. Labels stay short, because the text hangs beside them.

label-why = Why
label-here = Here
label-plea = Plea
label-more = Also
label-open = Ask
label-provisional = Open
label-change = Unless
label-schools = Schools
label-profiles = Profiles
label-then = Reply
label-instead = Milder
label-sources = Sources

headline = { $verdict }: { $move }{ $reading }. { $gloss }
headline-provisional = { $verdict } (provisional): { $move }{ $reading }. { $gloss }
# A duty still owed from an earlier wrong counts against every act; the act itself is none, and says so.
headline-owed = STILL OWED: { $move }{ $reading }. { $own ->
    [contested] Whether this act is itself a wrong is disputed.
    [open] Whether this act is itself a wrong is still open.
   *[clean] This act is itself no wrong.
} Owed from an earlier one: { $titles }.
headline-owed-provisional = STILL OWED (provisional): { $move }{ $reading }. { $own ->
    [contested] Whether this act is itself a wrong is disputed.
    [open] Whether this act is itself a wrong is still open.
   *[clean] This act is itself no wrong.
} Owed from an earlier one: { $titles }.
headline-reading-year = , by the law of { $year }
headline-reading-profile = , as { $profile } reads the law

why = { $title }. { $sentence }
why-bare = { $title }.
# Practice in play has made another reading the norm's test than the one its own sentences speak of.
why-prevailing = The reading that has come to prevail: { $view } { $value ->
    [met] By it the elements are made out.
    [failed] By it the elements are not made out.
   *[open] Facts are missing to say what follows from it.
}
why-nothing-raised = { $character ->
    [lawful] No rule of the catalogue stands against a move of this kind on these facts.
    [retorsion] A State is free to be unfriendly: no rule of the catalogue stands against this on these facts.
   *[other] On these facts no rule of the catalogue stands against it.
}
why-excused = { $title }. This would be a breach, were it not for a plea that succeeds.
why-excused-anyway = { $title }. Were this a breach, a plea that succeeds would excuse it.
why-shield-open = { $title }. All elements of the breach are there; whether a plea excuses it is open.
why-shield-contested = { $title }. All elements of the breach are there; whether a plea excuses it is disputed.

plea-succeeds = { $plea } is pleaded and succeeds. { $sentence }
plea-fails = { $plea } is pleaded and fails. { $sentence }
plea-contested = { $plea } is pleaded, and States disagree. { $sentence }
plea-open = { $plea } is pleaded, and it is open whether it succeeds. { $sentence }
plea-further = { $count ->
    [one] A further condition fails: { $titles }.
   *[other] Further conditions fail: { $titles }.
}
plea-further-count = { $count ->
    [one] A further condition fails.
   *[other] { $count } further conditions fail.
}
plea-name = { $plea ->
    [consent] Consent
    [countermeasure] A countermeasure
    [self-defence] Self-defence
    [necessity] Necessity
    [distress] Force majeure or distress
    [council] A Security Council mandate
    [security] The security exception
   *[other] A justification
}
plea-because = Against it: { $facts }.
plea-compensation = Compensation for material loss may still be due (ARSIWA 27(b)).

more-breached = Breached: { $titles }.
more-owed = Owed: { $titles }.
more-contested = Contested: { $titles }.
more-open = Open: { $titles }.
more-soft = Voluntary norm disregarded, at a price in reputation: { $titles }.
more-evidence = The evidence is too weak for this step.
more-barred = The claim is barred: { $titles }.
and-more = { $list } and { $count } more

ask-decides = { $question } { $leads }
ask-lead = { $values }: { $finding }
still-open = still open
ask-yes = If so, { $finding }
ask-no = if not, { $finding }
ask-way = { $finding } if { $clauses }
ask-provisional = The verdict may still change. { $questions }
ask-cut = The search for the deciding facts was cut short.

change = It would be { $verdict } if { $clause }.
change-fixed = It would be { $verdict } only as another act, one in which { $clause }.
change-and = It would be { $verdict } if { $clause }, or { $other } if { $second }.
change-or = It would be { $verdict } if { $clause }, or if { $second }.
change-finding = No single fact changes the verdict. This rule alone would not be breached if { $clause }.
change-doubt = No single fact settles the verdict. This rule alone would be out of doubt if { $clause }.
change-none = No single fact on the sheet would change the verdict.

schools-group = { $finding } under { $positions }
schools-on = On “{ $title }”: { $groups }.
schools = { $groups }.
schools-count = { $finding } on { $count ->
    [one] one reading
   *[other] { $count } readings
}
school = { $name } ({ $holders })
school-bare = { $name }
profiles = { $groups }.
profiles-group = { $verdict } for { $profiles }

then-contested = If the stricter reading is right: { $opens }
then-open = If the breach is shown: { $opens }
then-breach = { $opens }
then-default = The other side may demand that the conduct stop, and claim reparation.
then-contested-short = If the stricter reading is right, the other side may demand an end and reparation.
then-open-short = If the breach is shown, the other side may demand an end and reparation.
then-bare = If it is a breach, the other side may demand an end and reparation.
then-owed = The other side may insist on performance, invoke responsibility and, after a demand, take countermeasures.
then-unfriendly = The other side may answer in kind; it has no right to countermeasures.
then-excused = The other side may dispute the plea; against a lawful act it has no countermeasures.
then-lawful = Nothing is opened to the other side: it may protest, but it has no claim.

instead = { $move } would be { $verdict }, at a legality cost of { $cost } instead of { $own }, and serves { $aim } { $share ->
    [more] better
    [same] as well
   *[less] nearly as well
}.

instead-short = { $move } would be { $verdict }, at a cost of { $cost } instead of { $own }.
instead-bare = { $move } would be { $verdict }.

sources = { $sources }
