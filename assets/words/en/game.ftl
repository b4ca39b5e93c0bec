# What the program says about games: running them, playing them again, checking files.

run-head = { $title }, seed { $seed }: { $states } states, { $turns } turns of { $span } days, every seat played by its agent.
run-truth = What really happened ({ $id }): { $text }
run-turn = Turn { $turn }, { $day }: { $headline }.
run-turn-more = { $orders ->
    [0] nothing was ordered
    [one] 1 act was ordered
   *[other] { $orders } acts were ordered
}{ $refused ->
    [0] { "" }
   *[other] , { $refused } refused
}; the highest step is { $step }{ $pair ->
    [none] { "" }
   *[other] , between { $pair }
}
run-verdicts = Of { $count } acts, in truth: { $list }.
run-verdict = { $count } { $verdict }
run-verdicts-none = No act was judged.
run-digest = Digest { $digest } under rulebook { $rulebook }.
run-written = Written: { $file }
run-progress = turn

replay-agrees = { $file }: all { $turns ->
    [one] 1 turn agrees
   *[other] { $turns } turns agree
} ({ $scenario }, seed { $seed }, digest { $digest }).
replay-unfinished = { $file }: the { $turns ->
    [one] 1 turn that is here agrees
   *[other] { $turns } turns that are here agree
}, but the game was not played to its end or its last lines are missing ({ $scenario }, seed { $seed }, digest { $digest }).
replay-differs = { $file }: { $what } ({ $scenario }, seed { $seed }).
replay-torn = { $file }: line { $line } was torn and is left out ({ $bytes } bytes)
replay-any = { $file }: made under rulebook { $made }, played again under { $here }
replay-sum = { $agree } of { $count } journals agree.
replay-progress = playing again

check-file-scenario = { $file }: the scenario { $title } is in order: { $states } states, { $turns } turns, { $truths ->
    [one] 1 hidden truth
   *[other] { $truths } hidden truths
}.
check-file-norm = { $file }: the norm { $id } is in order.
check-file-move = { $file }: the move { $id } is in order.
check-file-temper = { $file }: the temper { $id } is in order.
check-file-model = { $file }: the numbers are in order.
check-file-law = { $file }: the table is in order.
check-file-cases = { $file }: { $cases ->
    [one] 1 case is
   *[other] { $cases } cases are
} in order.
