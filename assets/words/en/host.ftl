# What a host and its pages say: joining, the seat, the facilitator's desk, and the terminal of the one who hosts.

host-begun = { $title }: { $turns } turns of { $minutes } minutes each. Code { $code }
host-resumed = { $title }: taken up again before turn { $turn } of { $turns }; the clock stands until you let it go on. Code { $code }
host-join = Students open { $address } and enter the code { $code }, or scan:
host-desk = The facilitator's link, for you alone: { $address }
host-students = { $students } students in { $states } States: { $more ->
    [0] { $least } in each
   *[other] { $least } or one more in each
}. Whoever names no State is put where there are fewest.
host-data = Everything that is acknowledged is kept in { $path }
host-loopback = Only this machine can reach it; --lan lets others on the same network in.
host-lan = Anybody on the same network can read what passes over it: there is no encryption without a proxy that adds it.
host-offices = Offices so far: a head of delegation, who sends the orders, and advisers, who read along. Team rooms with drafts and approval, hidden-role offices and a press seat are not there yet.
host-stop = Stop with Ctrl-C; start again with the same command, and everybody is where they were.

web-skip = Skip to the page
web-lost = The connection is lost. What you sent is safe if it was confirmed; trying again …
web-changed = Something has changed.
web-show = Show it
web-again = Look again
web-no = That did not work
web-back = Back
web-nowhere = There is no such page.
web-strange = This request did not come from a page of this host, so it was not carried out.
web-halted = The host cannot write its database, so nothing is acknowledged: { $why }. Whatever was confirmed is safe; try again in a moment.
web-too-often = Too many wrong codes came from your address. Wait some minutes.
web-unreadable = The form could not be read.

join-title = Join a crisis
join-code = The code on the board
join-name = Your name
join-name-hint = As your group knows you. It is kept on the host and stays out of the record of the game.
join-state = State
join-any = Wherever there are fewest
join-go = Join
join-wrong = There is no class with that code.
join-return = I have been here before
return-title = Come back to your seat
return-code = Your re-entry code
return-go = Come back
return-wrong = No seat has that code.
welcome-title = You are in
welcome-seat = You represent { $state } as { $office ->
    [head] head of delegation
   *[adviser] adviser
}.
welcome-code = Your re-entry code is
welcome-keep = Write it down: it is shown only now, and with it you come back to this seat from any device.
welcome-go = To your seat

seat-title = { $state }
seat-you = { $name }, { $office ->
    [head] head of delegation
   *[adviser] adviser
} of { $state }
seat-turn = Turn { $turn } of { $turns }
seat-over = The crisis is over. Wait for the debrief.
seat-waiting = The class has not begun. Read who you are and what you know.
seat-agent = The facilitator has handed this seat to its agent. You can read along.
seat-clock-runs = The turn ends in
seat-clock-stands = The clock stands; left of the turn:
seat-nothing = If you send nothing before the turn ends, your State's agent acts by its standing instructions.
seat-now = Now
seat-briefing = Read the briefing
seat-orders = Your orders this turn
seat-orders-none = No order yet.
seat-take-back = Take back
seat-ready = Our orders are complete
seat-not-ready = Not yet after all
seat-is-ready = Your orders are complete. They are carried out when the turn ends.
seat-head-only = The head of your delegation sends the orders: { $head }.
seat-do = What you could do
seat-do-none = Nothing presses.
seat-all = All acts, with search
seat-points = { $points ->
    [one] 1 point
   *[other] { $points } points
}
seat-points-left = { $points ->
    [0] No attention is left for this turn.
    [one] 1 point of attention is left for this turn.
   *[other] { $points } points of attention are left for this turn.
}
seat-not-now = Not now: { $why }
seat-known = What you know
seat-notes = Diplomatic notes
seat-notes-none = No note has passed.
seat-notes-received = Received
seat-notes-sent = Sent
seat-messages = Messages
seat-messages-none = No message yet.
seat-message = { $from } to { $to }, turn { $turn }
seat-write = Write to other States
seat-write-to = To
seat-write-text = Text
seat-write-go = Send to those ticked
seat-write-hint = Free text binds nobody. Promises and threats that count are acts.
seat-delegation = Your delegation

act-all-title = All acts
act-search = Search
act-search-go = Find
act-open = Open now
act-barred = Not now
act-found = { $count ->
    [0] No act is called that.
    [one] 1 act.
   *[other] { $count } acts.
}
act-estimate = Before you see the card: how sure are you that this is lawful?
act-card = Read the legality card
act-costs = It takes { $points } of attention.
act-check-title = Before you send
act-change = Change something
act-give = { $who ->
    [none] Order it in secret
   *[other] Order it: { $who } will see it
}
act-head-only = Only the head of your delegation can order it. Tell { $head } what you found.
act-closed = This act is not open in this turn any more.
act-law = Legality card
act-means = What it would mean
act-seen-secret = Only your State knows
act-seen-shared = Seen by { $who }
act-seen-public = Public: everybody sees it

desk-title = Facilitator
desk-mark = White cell: this page shows the truth. Do not project it.
desk-begin = Begin the class
desk-end = End turn { $turn } now
desk-end-sure = I mean it: the turn is played
desk-stop = Stop the clock
desk-go-on = Let the clock go on
desk-extend = Give { $minutes } more minutes
desk-join = Code to join: { $code }
desk-seats = Seats
desk-state = State
desk-people = Persons
desk-orders = Orders
desk-standing = Standing
desk-do = Do
desk-nobody = Nobody: its agent plays
desk-with-agent = Handed to its agent
desk-complete = Complete
desk-working = Not complete
desk-present = here
desk-devices = here on { $count } devices
desk-away = away
desk-head = head
desk-make-head = Make { $name } head
desk-hand = Hand to the agent
desk-hand-back = Hand back
desk-see = See as { $state }
desk-unready = Not complete: { $states }.
desk-all-ready = All States with persons have completed their orders.
desk-unpeopled = Nobody has joined yet.
desk-truth = What is really so
desk-truth-none = The scenario has no hidden truth.
desk-sealed = Orders given for this turn
desk-past = The turn before
desk-ladder = The ladder
desk-pair = { $first } and { $second }
desk-step = { $step }: { $name }
desk-messages = All messages
desk-keep = Record
desk-journal = The journal, for demarche replay and demarche report
desk-review = The after-action review so far (the truth: do not project it before the debrief)
desk-seeing = You are seeing what { $state } sees. Nothing can be sent from here.
desk-seeing-back = Back to the facilitator's page
