# What the program says about its own work.

check-agree = { $cases ->
    [one] 1 case agrees
   *[other] all { $cases } cases agree
}: { $findings } findings, { $positions } positions and { $verdicts } verdicts as expected.
check-differ = { $case }: { $subject } is { $found }, expected { $expected }
check-because = because { $reason }
check-differs = { $count ->
    [one] 1 answer differs
   *[other] { $count } answers differ
} in { $cases ->
    [one] 1 case
   *[other] { $cases } cases
} of { $of }.
check-verdict = the verdict
check-silent = { $count ->
    [one] One case expects neither a finding nor a verdict, so that nothing was compared: { $cases }
   *[other] { $count } cases expect neither a finding nor a verdict, so that nothing was compared: { $cases }
}
progress = { $verb ->
    [judge] judging
   *[check] checking
}
norms-count = { $count } norms. `demarche law norms ID` shows one of them.
facts-count = { $count } facts. `demarche law facts NAME` shows one of them.
moves-count = { $count } moves. `demarche law moves ID` shows one of them.
moves-unmodelled = { $count ->
    [0] Every move is modelled.
    [one] 1 move is judged but not played yet.
   *[other] { $count } moves are judged but not played yet.
}
docs-written = { $count } pages written to { $folder }.
docs-fresh = { $count } pages are fresh.
docs-stale = { $file } is stale: run `demarche docs`

show-raised = raised when
show-test = test
show-positions = readings
show-shields = pleas
show-opens = a breach opens
show-note = note
show-sources = sources
show-met = met
show-failed = failed
show-open = open
show-contested = contested
show-says = in words
show-values = values
show-default = when unsaid
show-unknown = unknown
show-meaning = meaning
show-derived = in the simulation
show-norms = asked by
show-fixes = facts it fixes
show-aims = serves
show-escalation = escalation
show-character = character
show-asks = to decide
show-precedent = precedent
show-weight = weight
