# The desktop console: its own furniture. What a crisis, the law or a review says stands in the files of those.

con-name = Démarche
con-motto = A crisis, and what international law makes of every move in it.
con-player = Player
con-close = Close
con-unknown = unknown
con-waiting = The world answers …
con-opening = The crisis is being set up …
con-reading = Reading …
con-no-game = No crisis is being played. Begin one on the first screen.
con-no-record = No record is open. Open one on the first screen, or play a crisis to its end.
con-no-class = No class is hosted from this window.
con-to-start = Go to the first screen
con-to-host = Host a class
con-to-debrief = To the debrief
con-end-turn = End the turn
con-end-sure = End the turn without an order?
con-end-sure-how = Your State then does nothing in this turn. Others will act.
con-end-yes = End it without an order
con-end-leave = Leave it to your agent, by the standing orders

con-place-start = Start
con-place-situation = Situation
con-place-desk = Desk
con-place-law = Law
con-place-record = Debrief
con-place-explore = Explore
con-place-host = Host a class
con-place-cell = White cell
con-place-join = Join a class
con-place-settings = Settings

con-start-alone = Play alone
con-start-alone-how = You sit in one State; the others are played by agents. Nothing leaves this machine.
con-start-reading = Looking for scenarios …
con-start-seed = Seed
con-start-seed-how = The same seed draws the same hidden truth and the same chance.
con-start-seed-bad = A seed is a whole number.
con-start-facts = { $states } States, { $turns } turns of { $days ->
    [one] one day
   *[other] { $days } days
}, law as of { $year }
con-start-aim = { $aim }.
con-start-minutes = { $minutes } minutes with a class
con-start-law = Law in focus: { $law }
con-start-lessons = Lessons
con-start-lessons-how = Each for a class, or for one person against agents.
con-start-worlds = Worlds to explore
con-start-worlds-how = Years of many States, for ensembles and for whoever wants to watch. They are no lessons.
con-start-seat = Your State in { $title }
con-start-play = Play
con-start-play-of = Play { $title }
con-start-host = Host
con-start-host-of = Host { $title } for a class
con-start-explore = Explore
con-start-explore-of = Explore { $title }
con-start-record = Open a record
con-start-recent = Recent games
con-start-recent-none = No game has been played here yet.
con-start-path = Path of a journal
con-start-open = Open

con-map = Map of the crisis
con-map-nearer = Nearer
con-map-farther = Farther
con-map-whole = The whole map
con-map-incident = incident
con-map-operation = operation
con-map-measure = measure
con-map-arcs = Hollow: over. Arcs: the hotter, the higher on the ladder; thin: friends; broken: relations severed. ★ is you.

con-press = This morning's papers
con-press-before = Earlier papers
con-ladder = The ladder
con-ladder-now = The highest step now: { $step }, { $name }.
con-ties = Who stands where with whom
con-no-tie = Your State has no dealings with it.
con-tie-step = You stand on step { $step }, { $name }.
con-relations = { $relations ->
    [ambassador_recalled] An ambassador has been called home.
    [reduced] Missions have been cut.
    [severed] Diplomatic relations are broken off.
   *[full] Ambassadors are in place.
}
con-alliance = { $alliance ->
    [allies] You are allies.
    [partners] You are partners.
   *[none] Nothing binds you to stand together.
}
con-treaties = Between you: { $treaties }.
con-estimate = { $third ->
    [0] low, by estimates
    [1] middling, by estimates
   *[other] high, by estimates
}

con-desk-none = Choose an act at the left. Its legality card changes with every answer you give.
con-desk-family = { $family } ({ $open })
con-desk-over = The crisis is over. The debrief tells what was so.
con-desk-thinking = Your adviser reads …
con-desk-order = Give this order
con-desk-law = Look at its law
con-desk-drop = Put it aside
con-desk-sure = How sure are you that this is lawful?
con-shelf-evidence = Evidence
con-shelf-threads = Threads
con-shelf-team = Team
con-shelf-words = Words given
con-shelf-words-none = Nobody has given a word.
con-shelf-measures = Measures
con-shelf-measures-none = No measure is known.
con-evidence-side = { $found }, trusted { $trust }
con-evidence-none = You hold no evidence on it.
con-board-how = Drag a card onto an answer, or press the card and then the answer: it shows what it says on that.
con-board-take = Take in hand: { $item }
con-board-put-back = Put back: { $item }
con-board-lay = Lay it here
con-board-lay-on = Lay it on: { $answer }
con-board-before = Without any of these cards: { $share }
con-board-moves = { $from } → { $to }
con-board-says = { $way ->
    [against] It speaks against this.
   *[for] It speaks for this.
} You hold this to be { $share } likely; without it, { $without }.
con-board-elsewhere = It says nothing on this. It bears on another answer: { $answer }
con-board-loose = It says nothing on this. { $points }.
con-board-honest = Beliefs follow from the evidence and from how far it is trusted. Where a card lies changes none.
con-board-no-way = Nothing can be ordered from it now.

con-law-norms = Norms
con-law-search = Find a norm
con-law-none = No norm is called so.
con-law-mark = ● raised by this act
con-law-draft = The draft on your desk
con-law-bare = A move of the catalogue, on the facts assumed when nothing else is said
con-law-move = Move
con-law-year = Law as of
con-law-undo = Undo what was tried
con-law-meta = { $id }: { $kind }; { $layer }, { $status }
con-law-not-raised = Not raised by this act.
con-law-found = Here: { $finding }.
con-law-when = Raised when
con-law-test = Test
con-law-positions = Readings
con-law-standing = Standing: { $standing }.
con-law-standing-since = Standing: { $before }; from { $year } on { $later }.
con-law-held = Held by { $holders }.
con-law-moved = { $count ->
    [one] One standing has moved in this game:
   *[other] { $count } standings have moved in this game:
}
con-law-now = Now, in this game: { $standing }.
con-law-other-year = What practice in this game has moved is law of { $year }. Another year is read as the catalogue has it.
con-law-would = On this reading: { $finding }.
con-law-profiles = Which profile of a State holds which reading
con-law-profiles-none = No profile of a State takes a side; all go by the reading that prevails.
con-law-try = Try facts by hand
con-law-try-how = Change a fact and see what follows. Nothing of the game changes.
con-law-known = { $what } is known
con-law-sources = Sources

con-record-start = The first morning
con-record-part = The record stops before the crisis was over.
con-record-present = Present to a room
con-record-back = One turn back
con-record-on = One turn on
con-record-turn = Turn
con-record-truth = In truth
con-record-eyes-of = or as known by
con-record-eyes = As { $state } knew it
con-record-hinges = Hinge turns
con-record-hinge = { $turn }: { $steps ->
    [one] 1 step
   *[other] { $steps } steps
} { $way ->
    [up] up
   *[down] down
}
con-record-before = Before any turn was played.
con-record-panel = What to read

con-explore-how = Plays many games with different seeds and says what they come to, with 95 % intervals. The files can be studied elsewhere.
con-explore-scenario = Scenario
con-explore-agents = Who plays
con-explore-utility = Every seat by its temper
con-explore-planner = Every seat looks ahead
con-explore-random = Every seat draws lots
con-explore-runs = Games
con-explore-seed = Seed of the ensemble
con-explore-go = Play them
con-explore-weigh = Is it worth playing in class?
con-explore-balance = Whether it is worth playing in class
con-explore-levers = Choices to compare
con-explore-levers-how = The same games are played under each level: moves taken away (moves.cyber=on,off), a State's temper (temper.Lysmark=hawk,cautious) or its reading of law (profile.…), a number of the model set.
con-explore-lever-add = Compare it
con-explore-vary = What nobody knows
con-explore-vary-how = Numbers of the model that differ from game to game, by their path under assets/model.
con-explore-vary-add = Let it differ
con-explore-drop = Take away { $what }
con-explore-games = { $done } of { $all } games
con-explore-none = Nothing has been explored yet.
con-explore-each = Every game
con-explore-each-how = Press one to look into it.
con-explore-game = Game with seed { $seed }
con-explore-highest = highest step { $step }
con-explore-files = Written

con-host-how = Students join from phones and laptops by a code; you steer from the white cell here or from a page of your own in a browser. Started again on the same folder, every game goes on.
con-clock-minutes = { $minutes } min
con-host-minutes = Minutes of the class
con-host-worlds = Worlds side by side
con-host-port = Port
con-host-deals = Whoever joins a State after its head is given an office
con-host-early = A turn ends as soon as every State with persons is ready
con-host-lan = Let others on the same network in
con-host-open = Open the class
con-host-opening = The host is opening …
con-host-address = Address
con-host-code = Code
con-host-picture = The way in as a picture for phones
con-host-resumed = Taken up again from an earlier start, with the length of turns, the rule and the offices of then.
con-host-desk-of = White cell of { $code }
con-host-sit = Sit down in { $code } yourself
con-host-desk = In a browser
con-host-copy = Copy the students' link
con-host-copy-desk = Copy your own link
con-host-desk-how = Your own link opens the white cell. Show it to nobody.
con-host-data = Kept in { $path }
con-host-close = Close the host
con-host-close-sure = Close the host?
con-host-close-how = Everybody who is here loses the line. What was confirmed is kept, and goes on when the host is opened again.
con-host-close-yes = Close it

con-set-tone = Ground
con-set-dark = Dark, for a desk
con-set-light = Light, for a projector
con-set-hues = Hues
con-set-hues-usual = Quiet
con-set-hues-red-green = Without red and green
con-set-hues-blue-yellow = Without blue and yellow
con-set-hues-grey = Grey and patterns
con-set-hues-states = States
con-set-hues-steps = The ladder, from calm to war
con-set-hues-how = Whatever a hue says is said by a sign or a word as well.
con-set-language = Language
con-set-language-how = The story, the sentences of the law, reviews and the facilitator's levers are in English in either language. What is open already stays as it was written.
con-set-kept = Kept in { $path }
con-set-not-kept = These settings last as long as the window.
con-set-size = Size
con-set-motion = Motion
con-set-still = Nothing moves by itself
con-keys = Keys
con-key-chord = With the numbers of places goes
con-key-control = Ctrl
con-key-alt = Alt
con-key-of = Other keys for: { $deed }
con-key-other = Change
con-key-press = Press the new keys. Escape leaves it as it is.
con-key-in-the-way = Those are needed to write or to move about. Hold Ctrl or Alt with another key, or take a function key.
con-key-taken = { $keys } is for “{ $other }”. Give that other keys first.
con-key-chord-taken = One of the places would then have the keys of “{ $other }”. Give that other keys first.
con-key-usual = Back to the usual keys
con-key-tab = From one thing to the next; Space or Enter presses it
con-key-end = End the turn
con-key-larger = Larger
con-key-smaller = Smaller

con-note = { $kind ->
    [demarche] Démarche
    [demand] Demand
    [notice] Notice
    [request] Request
    [accusation] Accusation
    [denial] Denial
    [admission] Admission
    [inquiry] Inquiry
    [counter_accusation] Counter-accusation
    [apology] Apology
    [reassurance] Reassurance
    [warning] Warning
   *[surrender] Surrender of those who did it
}
con-note-message = Message
con-note-side = { $from }, turn { $turn }
con-threads-none = Nothing has passed between you and others yet.
con-threads-alone = Agents sit in the other States. They read notes, which are acts, and no messages.
con-thread-count = { $count }
con-thread-notes = Notes you could send
con-team-office = What your office is for
con-verdict = { $verdict ->
    [lawful] lawful
    [unfriendly-but-lawful] unfriendly
    [contested] contested
    [unlawful] unlawful
   *[undetermined] open
}

con-join-how = By the address on the wall and the code. A class of this window is joined with the whole desk; one that is hosted elsewhere over the network.
con-join-address = Address
con-join-look = Look for the class
con-join-waiting = The host is asked …
con-join-own = This window hosts the class: you sit at the whole desk.
con-join-away = The class is hosted elsewhere: you see on one page what its host says to your seat.
con-join-press = The press sits in a browser: it has a page and no desk.
con-sit-here = You sit in { $what }.
con-sit-code = What brings you back to this seat, in a window or in a browser:
con-sit-copy = Copy it
con-sit-noted = I have noted it
con-sit-sure = Leave { $what }?
con-sit-class = This window sits at one desk at a time. That seat stays yours: come back to it, here or in a browser, with the code { $code }.
con-sit-alone = This window plays one crisis at a time. The journal of this one is kept and can be looked back on, but it cannot be played on.
con-sit-yes = Sit down there
con-away-table = Your delegation's table
con-away-leave = Leave the seat
con-away-leave-how = The seat stays yours. Come back to it, in a window or in a browser, with the code { $code }.
con-away-leave-yes = Leave it
con-away-back = To come back, in a window or in a browser: { $code }

con-cell-mark = White cell: this screen shows the truth. Do not project it.
con-cell-waiting = The class has not begun.
con-cell-end-sure = End turn { $turn } now? What is played can be gone back to, with a reason, but people have seen it.
con-cell-give-sure = Tell “{ $title }” now?
con-cell-hand = Hand { $state } to its agent
con-cell-back = Hand { $state } back
con-cell-rest = { $count ->
    [one] One more State, in which nobody sits:
   *[other] { $count } more States, in which nobody sits:
}
con-cell-office = Office
con-world-acts = Acts in the turn before
con-world-top = Highest on the ladder
con-cell-forked = A copy is open under the code { $code }. It stands among the worlds.
con-cell-overrule = Overrule: { $act }
con-cell-back-reason = Reason for going back, for the record
con-cell-correct-reason = Reason for the correction, for the record
con-cell-one = Write one change at a time, so that each has its reason.
con-cell-go = Go to { $code }

con-file = File
con-file-write = Write it
con-file-written = Written to { $path }

con-export = Take it away as files
con-export-folder = Folder
con-export-as = { $form ->
    [png] Pictures (PNG)
    [svg] Drawings (SVG)
    [csv] Tables (CSV)
   *[parquet] Tables (Parquet)
}
con-export-nothing = There is nothing here in that form.
