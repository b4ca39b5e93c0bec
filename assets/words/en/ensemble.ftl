# The summary of an ensemble, on the page and on the command line.

ensemble-kind = Summary of an ensemble
ensemble-lead = { $runs } games of each scenario, every seat played by its agent. Games differ by their seed alone, by the choices that are compared and by the numbers that were varied.
ensemble-reader = Means stand with their 95 % intervals: Student's for means, Wilson's for shares of games. An interval says how sure the mean of such games is, not how the world is.
ensemble-skip = Skip to the summary
ensemble-made = { $runs } games of each scenario from seed { $seed }, under rulebook { $rulebooks }. The same command gives the same page.
ensemble-figures = { $games } games
ensemble-what = What
ensemble-mean = Mean
ensemble-interval = 95 % interval
ensemble-of-highest-step = Highest step of the ladder
ensemble-of-final-step = Highest step at the end
ensemble-of-legitimacy-end = Legitimacy of all states at the end
ensemble-of-unlawful = Unlawful orders
ensemble-of-unlawful-orders = Share of a game's orders that were unlawful in truth
ensemble-of-operations-disclosed = Operations disclosed
ensemble-of-public-attributions = Accusations in public
ensemble-of-games-with-attribution = Games with an accusation in public
ensemble-of-measures = Measures imposed
ensemble-of-force = Games in which armed force was used
ensemble-curve = How the games climbed
ensemble-curve-caption = Mean of the highest step after each turn, with its 95 % interval shaded
ensemble-curve-point = After turn { $turn }: { $mean }, interval { $interval }.
ensemble-steps = How high they went
ensemble-steps-caption = Games by the highest step on which any pair stood
ensemble-step = Highest step
ensemble-games = Games
ensemble-share = Share
ensemble-map = Where they ended
ensemble-map-how = Each cell counts games: rows by the highest step, columns by the mean legitimacy of all states at the end. The darker, the more.
ensemble-map-caption = Games by highest step and legitimacy at the end
ensemble-map-corner = Highest step
ensemble-truths = What was really so
ensemble-truths-caption = Games by the hidden truth that was drawn
ensemble-truth = Truth
ensemble-choices = What the choices changed
ensemble-choices-how = Each arm has the same runs with the same seeds as the arm it is compared with, so that games differ by the choice and by what follows from it. The figures are mean differences between games of the same run, with Student's 95 % intervals; where the interval holds 0, the ensemble is too small to tell, or there is nothing to tell.
ensemble-arm = { $arm }, less { $against }
ensemble-difference = Mean difference
ensemble-finding = Finding
ensemble-clear = differs
ensemble-not-clear = cannot be told
ensemble-drivers = What drove it
ensemble-drivers-how = Spearman's rank correlation between each number that was varied and each outcome, over all games: +1 if the outcome always rises with the number, −1 if it always falls, 0 if neither. It sees no outcome that rises and falls again, nor what two numbers do only together.
ensemble-drivers-caption = Numbers and outcomes, the strongest first
ensemble-number = Number
ensemble-outcome = Outcome
ensemble-rho = Rank correlation
explore-head = { $title }: { $games } games
explore-figure = { $what }: { $mean } ({ $interval })
explore-arm = { $arm }, less { $against }:
explore-difference = { $what }: { $mean } ({ $interval }), { $finding }
explore-driver = { $number } and { $outcome }: rank correlation { $rho }
explore-progress = games
explore-written = Written: { $folder } ({ $count } files)

calibrate-inside = inside
calibrate-outside = OUTSIDE
calibrate-unsaid = -
calibrate-band = band { $low } to { $high }, { $solidity }
calibrate-sum =
    { $expressible } of { $targets } targets can be asked, { $figures } have a figure. Of solidity A and B: { $inside } of { $solid } inside their bands, { $weighted } % with B counted by half. Order: { $hold } of { $constraints } hold.

# What `balance` says of a scenario.

balance-head = { $title }: { $games } games, { $truths ->
    [one] with one truth
   *[other] as many of each of { $truths } truths
}
balance-seat = { $state }: something called for on { $mornings } mornings but { $idle }; games with nothing to do: { $games }
balance-act = { $act }: { $share } of all acts in sight ({ $interval })
balance-morning = Turn { $turn }: a pair is hot in { $hot } games; both sides can calm it in { $open }, and it comes down under governments that seek settlement in { $calmed }
balance-opening-alike = The public sees the same on the first morning, whatever is true.
balance-opening-differs = The public does not see the same on the first morning under every truth.
balance-sign = The most telling public sign of the first turn goes with “{ $truth }” in { $share } of { $seen } games ({ $interval }): { $what }
balance-good = Nothing found that spoils a class.
balance-fault-idle = Fault: a seat has nothing to do in some games. Give it a stake: an asset, a tie or an interest.
balance-fault-dominant = Fault: one act makes up more than a quarter of all acts in sight. Look at what calls for it.
balance-fault-no-way = Fault: on some mornings there is no way down. Look at relations, forums and offers open to the hottest pair.
balance-fault-opening = Fault: the opening gives the truth away. Keep rows that differ between truths from the public.
balance-fault-sign = Fault: what everybody can see of the first turn gives the truth away. Look at what leads to that sign.
