# The full brief: the second reading level. Markdown headings, whole sentences.

brief-title = { $move }: { $verdict }
brief-provisional = This verdict is provisional. It may change once these questions are answered:
brief-reading-year = Judged by the law as it stood in { $year }.
brief-reading-profile = Judged as a State of the profile “{ $profile }” reads the law.
brief-norms = The rules raised
brief-could = Rules that could be raised
brief-could-by = It would be raised if { $clauses }.
brief-could-item = **{ $title }**. { $by } What it would find: { $finding }.
brief-pleas = Pleas and their conditions
brief-meta = { $id } · { $kind } · { $layer } · { $status } · finding: **{ $finding }**
brief-because = On these facts: { $facts }.
brief-elements = Elements
brief-element = { $value }: { $text }
brief-positions = How States read it
brief-position = **{ $name }** ({ $standing }; { $finding }). { $view } Held by { $holders }.
brief-position-nobody = **{ $name }** ({ $standing }; { $finding }). { $view }
brief-shields = Pleas raised against it
brief-shields-none = No plea is raised against it.
brief-shields-never = No plea can excuse a breach of this rule.
brief-shield = **{ $title }**: { $finding }. { $sentence }
brief-condition-open = Condition in doubt: { $title }. { $sentence }
brief-condition = Failed condition: { $title }. { $sentence }
brief-turns = What decides
brief-sources = Sources: { $sources }.
brief-opens = What it opens: { $opens }
brief-note = Note: { $note }
brief-attribution = Whose conduct it is
brief-profiles = As States of different outlook would judge it
brief-profile = **{ $profile }**: { $verdict }
brief-score = What it costs
brief-score-none = No raised rule costs anything.
brief-score-item = { $title }: { $weight } × { $share } % = { $points } ({ $finding })
brief-score-uncounted = { $title }: { $points } not counted, because its family is fined once ({ $finding })
brief-score-sum = Sum { $points }
brief-score-factor = × { $factor } { $why }
brief-score-cost = Legality cost { $cost }, rounded down.
brief-score-gravity = Gravity of the effects { $gravity } of 100 ({ $worst } with unknown effects at their worst); importance of the rights at stake { $rights } of 20.
brief-alternative = A less intrusive lawful move
brief-alternative-none = No other move of the catalogue serves { $aim } nearly as well at half the legality cost or less.
brief-change = What would change the verdict
brief-change-item = { $verdict } if { $clause }.
brief-change-fixed = { $verdict } only as another act, one in which { $clause }.
brief-legend = A tick (✓) marks a view that was checked against a published page.

factor = { $factor ->
    [gravity] for the gravity of the effects
    [cooperated] because help was given on request and the matter prosecuted
    [stopped] because the State stopped its own wrong
    [repaired] because full reparation was made
    [assured] because assurances of non-repetition were given
    [good-faith] because the State believed in good faith, on corroborated evidence, what turned out wrong
    [repeated] because the State has done this before
    [indiscriminate] because the means hit what was not selected
    [danger-to-life] because the lives of ordinary people are in danger
   *[false-flag] because it was made to look like a third State's act
}

formula-all = All of these hold:
formula-any = One of these holds:
formula-not = This does not hold:
formula-always = The test is always met
formula-never = The test is never met
formula-met = the test of “{ $title }” is met
formula-in = { $label }: { $values } (here: { $stands })
formula-other = { $label }: not { $values } (here: { $stands })
formula-least = { $label }: at least { $values } (here: { $stands })
formula-less = { $label }: less than { $values } (here: { $stands })
formula-unknown = not known
formula-value = { $value ->
    [iac] an international armed conflict
    [niac] a non-international armed conflict
    [icj] the International Court of Justice
    [unsc] the Security Council
    [wto] the World Trade Organization
   *[other] { $value }
}
