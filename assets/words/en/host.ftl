# What a host and its pages say: joining, the seat, the facilitator's desk, and the terminal of the one who hosts.

host-begun = { $title }: { $turns } turns of { $minutes } minutes each. Code { $code }
host-resumed = { $title }: taken up again before turn { $turn } of { $turns }; the clock stands until you let it go on. Code { $code }
host-join = Students open { $address } and enter the code { $code }, or scan:
host-desk = The facilitator's link, for you alone: { $address }
host-students = { $students } students in { $states } States{ $worlds ->
    [one] {""}
   *[other] {" "}of each of { $worlds } worlds
}: { $more ->
    [0] { $least } in each
   *[other] { $least } or one more in each
}. Whoever names no State is put where there are fewest.
host-more-worlds = More than six in a State have little to do: --worlds { $worlds } plays the crisis in that many worlds side by side.
host-early = A turn ends as soon as every State with persons has completed its orders.
host-encrypted = Browsers reach it by encrypted connections if they use the address above.
host-data = Everything that is acknowledged is kept in { $path }
host-loopback = Only this machine can reach it; --lan lets others on the same network in.
host-lan = Anybody on the same network can read what passes over it: there is no encryption without a proxy that adds it.
host-board = For the projector, with nothing but what is public: { $address }
host-offices = Offices in each State, in the order of joining: { $offices }; whoever comes after them is an adviser or sits with the press. Other offices: --offices. An order is sent when { $rule ->
   *[head] the head approves it
    [two_of_three] two of three of the delegation approve it
    [anyone] any one of the delegation gives it
}; another rule: --approval, or the desk.
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
web-too-fast = Too many requests came at once. Wait a moment.
web-too-often = Too many wrong codes came from your address. Wait some minutes.
web-unreadable = The form could not be read.

join-title = Join a crisis
join-code = The code on the board
join-name = Your name
join-name-hint = As your group knows you. It is kept on the host and stays out of the record of the game.
join-state = State
join-any = Wherever there are fewest
join-press = The press: publishes, sees what is public and what it is told
join-watch = Only watch
join-go = Join
join-wrong = There is no class with that code.
join-return = I have been here before
return-title = Come back to your seat
return-code = Your re-entry code
return-go = Come back
return-wrong = No seat has that code.
welcome-title = You are in
welcome-seat = { $office ->
    [head] You represent { $state } as head of delegation.
    [press] You are the press.
   *[other] You represent { $state } as { $name }.
}
welcome-code = Your re-entry code is
welcome-keep = Write it down: it is shown only now, and with it you come back to this seat from any device.
welcome-go = To your seat

seat-title = { $state }
seat-you = { $office ->
    [head] { $name }, head of delegation of { $state }
    [press] { $name }, journalist
   *[other] { $name }, { $title } of { $state }
}
seat-turn = Turn { $turn } of { $turns }
seat-over = The crisis is over. Wait for the debrief.
seat-waiting = The class has not begun. Read who you are and what you know.
seat-agent = The facilitator has handed this seat to its agent. You can read along.
seat-clock-runs = The turn ends in
clock-soon = Less than a minute of this turn is left. If your State needs more time, ask for it on your seat's page at one press; the facilitator gives it at one press.
seat-clock-stands = The clock stands; left of the turn:
seat-nothing = If you send nothing before the turn ends, your State's agent acts by your standing orders.
seat-now = At a glance
seat-who = Who you are
seat-happened = What happened
seat-to-do = What to do
todo-order = Pick an act below, read its legality card and order it; then say that your orders are complete.
todo-propose = Pick an act below, read its legality card and propose it to your delegation.
todo-ready = Your orders are complete and are carried out when the turn ends. You can still write to others.
todo-waiting = Read your briefing and what you know, then say that you are ready.
todo-agent = Your seat is in the hands of its agent: read along.
todo-over = The crisis is over. Read what your team considered, and wait for the debrief.
seat-jump = On this page
seat-briefing = Read the briefing in short
seat-briefing-full = The briefing at full length
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
seat-points-have = Your government can look after { $points } of attention in this turn.
seat-points-kept = Kept for what your State has announced: −{ $points }
seat-points-secret = Secret orders: −{ $points }
seat-not-now = Not now: { $why }
seat-known = What you know
known-number = Incident { $number }:
known-not-public = Not public, as far as you know
known-bounds = In numbers: { $share }.
known-more = { $count ->
    [one] 1 earlier item
   *[other] { $count } earlier items
}
seat-more = { $count } more
known-kept = Your intelligence chief keeps what there is of evidence.
known-nothing-held = You hold no evidence on it.
map-heading = The situation
map-title = The States, their tensest pairs and where it happened
map-note-own = Striped: your State.
map-note = A diagram, not geography: it takes no position on any border. Thick grey lines: allies. Dashed lines with a number: the step of the ladder. Pins: incidents; a hollow pin is not public.
map-tables = The map as tables
map-incidents = Incidents
map-number = Pin
map-incident = Incident
map-where = Where
map-through = through { $state }
map-standing = Standing
map-over = over
map-goes-on = goes on
map-no-incident = No incident is known.
map-pairs = Pairs of States
map-pair = Pair
map-bond = Bond
map-relations = Relations
map-ladder = Step of the ladder
map-alliance = { $alliance ->
    [none] none
    [partners] partners
   *[allies] allies
}
map-diplomatic = { $relations ->
    [full] ambassadors in place
    [ambassador_recalled] ambassador called home
    [reduced] staff reduced
   *[severed] broken off
}
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
seat-write-look = Read once more, then send
seat-write-send = Send to { $who }
seat-write-hint = Free text binds nobody. Promises and threats that count are acts. The press may publish what you tell it.
seat-delegation = Your delegation

lobby-title = Before it begins
lobby-read = Read who you are and what you know; nothing runs yet.
lobby-you-are = You are ready. It begins when the facilitator says so.
lobby-ready = I have read this and am ready
lobby-not-ready = Not yet after all
lobby-count = Ready: { $ready } of { $all }.
lobby-reading = Still reading: { $states }.
lobby-state = { $state } ({ $ready } of { $all } ready)
desk-person = { $name } ({ $office }, { $state })
office-here = here
office-away = away
office-ready = ready
office-reading = still reading
office-head-away = { $name }, your head of delegation, is away. If that lasts a minute and a half, somebody of you who is here stands in; on coming back they lead again. If nothing has been ordered when the turn ends, your State's agent acts by your standing orders.
office-devices = You are here on { $count } devices or windows at once. What you do on one shows on the other. If one of them is not yours, tell the facilitator.

board-title = What everybody may see
board-join = Open { $address } and enter the code
board-picture = The way into the class, as a picture to scan
board-news = News
board-no-news = Nothing has become public yet.
press-title = The press
press-who = You are the press of the region. You see what is public, and whatever somebody tells you.
press-to-do = Ask, check and publish. What you publish is read by everybody, under your name as the press, and it binds nobody.
press-publish = Publish
press-text = Your report
press-hint = Say how sure you are and where it comes from. Everybody will read it.
press-look = Read once more, then publish
press-published = The press

act-all-title = All acts
act-search = Search
act-search-go = Find
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
    [everybody] Order it: everybody will see it
   *[other] Order it: { $who } will see it
}
act-not-now = Nothing can be ordered now: the class has not begun, the crisis is over, or the seat is in the hands of its agent.
act-closed = This act is not open in this turn any more.
act-law = Legality card
act-opinion = The whole opinion: every rule and reading, and how the cost adds up
act-means = What it would mean
act-seen-secret = Only your State knows
act-seen-shared = Seen by { $who }
act-seen-public = Public: everybody sees it

desk-title = Facilitator
desk-mark = White cell: this page shows the truth. Do not project it.
desk-begin = Begin the class
desk-begin-unready = Not ready yet: { $people }.
desk-begin-sure = Begin without them: they read along as they come
desk-begin-refused = The class has not begun. Not ready yet: { $people }. On the desk, tick that you begin without them, or wait.
desk-all-prepared = { $count ->
    [one] The one who has joined is ready.
   *[other] All { $count } who have joined are ready.
}
desk-end = End turn { $turn } now
desk-end-sure = I mean it: the turn is played
desk-stop = Stop the clock
desk-go-on = Let the clock go on
desk-extend = Give { $minutes } more minutes
desk-join = Code to join:
desk-board = The page for the projector
desk-calm = All other pairs: { $name }
desk-prepared = { $ready } of { $all } ready
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
desk-all-away = Nobody is here: without orders its agent plays
desk-present = here
desk-devices = here on { $count } devices
desk-away = away
seat-file = What your team considered
desk-file = The own file of { $state }'s team
desk-rule = Who sends
desk-rule-new = Rule from now on
desk-rule-go = Let it be so
desk-other-head = Another head
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
desk-step = step { $step }, { $name }
desk-messages = Messages
desk-keep = Record
desk-journal = The journal, for demarche replay and demarche report
desk-review = The after-action review so far (the truth: do not project it before the debrief)
desk-seeing = You are seeing what { $state } sees. Nothing can be sent from here.
desk-seeing-back = Back to the facilitator's page
desk-way = Desk
seat-turn-head = Turn
seat-news = News
seat-news-public = Public, turn { $turn }
seat-news-shared = For you and whoever else was told, turn { $turn }

turn-way = Last turn
turn-title = The last turn: look again, overrule, go back
turn-none = No turn has been played yet.
turn-hint = Whatever is changed here is played again at once with everybody's orders as they were; what does not hang on the change comes out as before. Orders given since are put aside. Each change stands in the journal with its reason, and can be taken back until another turn is played.
turn-acts = What was done
turn-overrule = Overrule
turn-reason = Reason, for the record
turn-hold = Hold it to be
turn-hold-go = Hold so
turn-strike-reason = Or strike it out; reason, for the record
turn-strike-go = Strike it out
turn-correct = Correct what came of it
turn-does = What changes
turn-does-hint = For example: pressure LYS -80; several with semicolons between.
turn-correct-go = Correct
turn-taken = What you put into this turn
turn-pushed = At its beginning: { $does }.
turn-struck = Struck out: { $act } Reason: { $reason }
turn-held = Held to be { $verdict }: { $act } Reason: { $reason }
turn-corrected = Corrected: { $does }. Reason: { $reason }
turn-back = Go back to turn { $turn }
turn-back-text = The world is again as it was on that morning, the orders that people gave are on their desks again and can be changed, and the clock starts anew.
turn-back-go = Go back to turn { $turn }
turn-undo-title = Take back
turn-undo-text = The latest change or step back, as if it had not been made.
turn-undo = Take the latest change back
turn-fork = Open a copy
turn-fork-text = A copy shares the past up to a morning and goes its own way from there: for a second group, or to see what would have come. Nobody sits in it until they join with its own code.
turn-fork-from = From
turn-fork-turn = the morning of turn { $turn }
turn-fork-go = Open the copy

notation = How effects are written, and what things are called here
notation-gauge = A number of a State, in thousandths, up or down: pressure LYS +80; legitimacy LYS -50
notation-pair = Something between two States: tension LYS/VEL +120; trade LYS/VEL -100; warmth LYS/VEL -50 (what the first feels about the second)
notation-asset = What an asset can still do: asset NAME = whole, degraded, interrupted, repair needed or permanent
notation-reveal = Who learns of an incident: reveal NAME to LYS, VEL; or to everybody
notation-states = States:
notation-gauges = Numbers:
notation-assets = Assets:
notation-incidents = Incidents:

plans-way = Events
plans-title = Master event list
plans-text = An event tells States something as soon as it is due, and the turn that is being prepared takes up what it does. Conditions are asked on every morning.
plans-none = No event is planned.
plans-when = When
plans-when-hint = turn 3; by hand; step LYS/VEL 4; tension LYS/VEL 250; after VEL cyber-disrupt; public: NAME OF AN INCIDENT
plans-to = To
plans-everybody = Everybody
plans-what = What
plans-does = What it does
plans-status = Status
plans-waits = Waits
plans-told = Told in turn { $turn }
plans-dropped = Taken off
plans-sure = It cannot be unread
plans-give = Tell now
plans-drop = Take off
plans-new = A new event
plans-name = Title
plans-say = What is told
plans-new-go = Put it on the list
plans-import = From a spreadsheet
plans-import-text = Columns in this order, below one row of headings: When, To, Title, Text, Does. The file that is offered below shows the form. Either all of it is taken or nothing.
plans-file = A file, .xlsx or .csv
plans-import-go = Add these events
plans-export = As a spreadsheet
plans-xlsx = The list as a workbook (.xlsx)
plans-csv = The list as text (.csv)
plans-unread = Row { $row }: { $why }
plans-odd = The file could not be read: { $why }

worlds-way = Worlds
worlds-title = Worlds, side by side
worlds-text = Every game of this host that your link opens, as it stands now.
worlds-code = Code
worlds-clock = Clock
worlds-ready = States ready
worlds-top = Highest on the ladder, and the turn before
worlds-acts = Acts in it
worlds-over = Over
worlds-here = You are here
worlds-go = Go there

ask-students = How many students will come?
ask-minutes = How many minutes has the class, with the debrief?
ask-lan = Will they join from devices of their own on this network?
ask-range = From { $least } to { $most }.

tutorial-you = You
tutorial-none = The tutorial could not be opened.
tutorial-begun = The tutorial is open in your browser; if it is not, open { $address }
    You play Miravel, an agent plays Tesk. A turn ends as soon as you say that your orders are complete. It is kept under runs/tutorial.
    Stop with Ctrl-C. The same in this terminal: demarche play first-note
tutorial-no-browser = No browser could be started.

keep-backup = { $games ->
    [one] 1 game
   *[other] { $games } games
}, { $size } kB, copied to { $path }. It holds names and messages: keep it as you would keep the host's own folder.
keep-restore = { $games ->
    [one] 1 game
   *[other] { $games } games
}, { $size } kB, put back as { $path }. demarche host with that folder goes on with it.

doctor-well = well
doctor-look = look
doctor-bad = BAD
doctor-port = Port { $port } is free.
doctor-port-taken = Port { $port } cannot be listened on: { $why }. Stop what uses it, or give --port another number.
doctor-addresses-odd = The addresses of this machine could not be read: { $why }.
doctor-no-address = This machine has no address on a network. Join the network of the class, or open a hotspot.
doctor-address = { $name }: { $address }
doctor-address-first = { $name }: { $address } (this is the one that is printed)
doctor-firewall-none = No firewall of this machine was found that would shut others out.
doctor-firewall-ufw = The firewall ufw is on: sudo ufw allow { $port }/tcp lets the class in.
doctor-firewall-firewalld = firewalld is running: sudo firewall-cmd --add-port={ $port }/tcp lets the class in until it is started again.
doctor-firewall-windows = Windows asks at the first start whether others may come in: allow private networks, or open port { $port } in the settings of the firewall.
doctor-firewall-mac = macOS may ask at the first start whether others may come in: allow it, or open port { $port } in the settings of the firewall.
doctor-disk = { $folder } can be written; 8 MB were forced onto the disk in { $took } ms.
doctor-disk-slow = { $folder } can be written, but 8 MB took { $took } ms to reach the disk: choose another folder with --data if you can.
doctor-database-none = There is no database yet; the first start makes one.
doctor-database = The database is whole and holds { $games ->
    [one] 1 game
   *[other] { $games } games
}.
doctor-clock = The clock of this machine looks right; turns are timed by it.
doctor-clock-odd = The clock of this machine is wrong by years: turns are timed by it.
doctor-wait-hint = Whether the network lets devices reach each other only a second device can tell: demarche doctor --wait 60
doctor-wait-port = No second device can be waited for on a port that is taken.
doctor-wait = Open { $address } on a second device in the network of the class, within { $seconds } seconds, or scan:
doctor-hello = It works: this device reaches the host.
doctor-reached = A second device got through, from { $from }.
doctor-unreached = No second device got through. If one tried, the network keeps devices apart or a firewall is shut: use a hotspot of your own, another network, or one shared device for each State.

no-not-seated = Only a person in a seat can do this.
no-not-head = Only the head of the delegation can do this.
no-not-facilitator = Only the facilitator can do this.
no-not-begun = The class has not begun.
no-begun = The class has begun already.
no-turn-over = The turn it was meant for has been played.
no-over = The crisis is over.
no-with-agent = The seat is in the hands of its agent.
no-too-many = A seat gives at most { $most } orders in a turn.
no-nothing = There is no such order, person or State.
no-name = A name has 1 to { $most } letters.
no-name-taken = Somebody else has that name already.
no-full = The class is full.
no-text = A message has 1 to { $most } letters.
no-word = A word on a draft has at most { $most } letters.
no-too-many-messages = A State sends at most { $most } messages in a turn.
no-reader = A message needs at least one other reader.
no-clock = The clock does so already.
no-nothing-played = No turn has been played.
no-nothing-to-undo = There is nothing to take back: another turn has been played since, or nothing was changed.
no-reason = A reason is needed, of at most { $most } letters.
no-unplanned = Event { $place } cannot be planned: { $why }.
no-too-many-plans = The list holds at most { $most } events.
no-not-waiting = That event is not waiting any more.
no-key = The request has a key that is none.

office = { $office ->
    [head] head of delegation
    [press] journalist
    [foreign_minister] foreign minister
    [legal_adviser] legal adviser
    [intelligence_chief] intelligence chief
    [economy_minister] economy minister
    [press_officer] press officer
    [defence_minister] defence minister
   *[adviser] adviser
}
office-yours = What you do: { $office }
office-does = { $office ->
    [head] You see everything that your State knows and propose everything. What the team may send without you, the rule of the class says; you take orders back, call them complete and leave standing orders.
    [press] You see what is public and what you are told, and you publish.
   *[adviser] You see everything that your State knows and propose whatever you like.
}
office-answers-for = answers for { $families }
office-you-answer-for = You answer for { $families }: such acts you propose yourself. Others are proposed by whoever answers for them, and what nobody here answers for, by anybody.
office-family = { $family ->
    [diplomacy] diplomacy
    [cooperation] cooperation
    [multilateral] the United Nations
    [attribution] attribution
    [legal-process] court cases
    [countermeasures] countermeasures
    [intelligence] intelligence
    [cyber] cyber operations
    [resilience] resilience
    [economic] the economy
    [information] the public
    [military] the armed forces
   *[other] { $family }
}
office-keeps-secrets = You keep the secrets: you see where your State's evidence comes from and every secret operation, and tell others what they should know.
office-cleared = You see secret operations and unpublished evidence as well.
office-not-cleared = Once an intelligence chief sits in your State, secret operations and unpublished evidence are not shown to you: ask them what they know.
office-holds = You read the whole card of every draft. If you object, the draft is held: only the head sends it then, and has to say why.
office-person = { $name } ({ $office })
office-others-answer = { $who } answers for this. Talk to them: they can propose it.
office-secret = { $count ->
    [one] One more is secret; only those who are cleared see it.
   *[other] { $count } more are secret; only those who are cleared see them.
}
office-not-told = Your intelligence chief keeps the secrets: you are told how sure your State is, not from what.
no-not-yours = Another office of your delegation answers for this: ask them to propose it.
no-held = The legal adviser objects. Say in a word why it is sent all the same; it stays in the record.

inbox-way = Inbox
inbox-title = Inbox
inbox-hint = Unread messages come first, the urgent ones on top. Flags are guesses from words, so read before you judge.
inbox-any = Any
inbox-flag = Flag
inbox-narrow = Show only these
inbox-all = Show all
inbox-unread = Unread: { $count }
inbox-none = Nothing waits.
inbox-read = Mark as read
inbox-read-all = Mark all of these as read
inbox-old = Read: { $count }
inbox-desk = the facilitator
inbox-message = { $from } ({ $writer }) to { $to }, turn { $turn }
inbox-thread = Thread
inbox-hidden = hidden
inbox-hide = Hide from its readers
inbox-show = Show again
inbox-answer = Answer in your own words
inbox-answer-to = To { $state }
inbox-answer-go = Answer
answer-title = From the facilitator
answer-noted = Noted.
answer-yes = Yes, go ahead.
answer-no = No; look for another way.
answer-come = Come to me, please.
flag-appeal = appeal
flag-ultimatum = ultimatum?
flag-threat = threat?
flag-leak = leak?
flag-offer = offer?
flag-off-task = off task?
# Words and phrases by which a message is flagged, with commas between; case does not matter.
flag-signs-ultimatum = or else, deadline, at the latest, final warning, last chance, within 24 hours, within 48 hours, by tomorrow, ultimatum
flag-signs-threat = or else, consequences, retaliate, retaliation, we will respond, you will pay, you will regret, threat, threaten, use force, attack you, strike back
flag-signs-leak = leak, leaked, secret, classified, confidential, do not tell, don't tell, between us, off the record
flag-signs-offer = offer, propose, proposal, in return, in exchange, deal, agree to, concession, compromise
flag-signs-off-task = lol, homework, lunch, football, tiktok, instagram, after class, bored, weekend

people-way = People
people-title = Who is here, and who does what
people-name = Name
people-here = Here
people-last = Last act
people-minutes = { $minutes ->
    [0] less than a minute ago
    [one] 1 minute ago
   *[other] { $minutes } minutes ago
}
people-rename = Another name
people-rename-to = Another name for { $name }
people-office = Another office
people-office-of = Office of { $name }
people-office-go = Give it
people-rename-go = Rename
people-csv = The list as text (.csv), for your own records
people-stand-in = A head who is away for a minute and a half is stood in for by somebody of the same State who is here, and leads again on coming back.

seat-message-hidden = The facilitator has hidden this message.
seat-appeal = Ask the facilitator
seat-appeal-text = What is it about? Only the facilitator and your delegation read it.
seat-appeal-go = Send to the facilitator

# The team room.

team-title = The team's drafts
team-none = No draft lies before the team. Anybody in the delegation can propose one from its legality card.
team-head = The head decides: a draft is sent when the head approves it.
team-two-of-three = Two of three decide: a draft is sent when two thirds of the delegation approve it.
team-anyone = Anyone decides: what one of the delegation proposes or orders is sent, each for what falls to their office.
team-by = Proposed by { $name }
team-verdict = On what you know: { $verdict }
team-approves = { $name } approves
team-approves-saying = { $name } approves: “{ $word }”
team-objects = { $name } objects
team-objects-saying = { $name } objects: “{ $word }”
team-brief = The legal brief
team-held = Held by the legal adviser's objection: only the head can send it now, and has to say why.
team-sent = Sent: it stands among the orders.
team-withdrawn = Laid aside.
team-word = Why, in a word
team-approve = Approve
team-object = Object
team-withdraw = Lay it aside
team-propose = Propose it to the team
team-too-dear = This draft takes more attention than your State has left this turn. Take an order back first, or let it wait.
no-needs-team = In this class a draft is sent when two of three of the delegation approve it: propose it to the team.
no-decided = That draft was sent or laid aside before.

# More time.

time-ask = Ask for more time
time-ask-hint = Once in a turn for your State; the facilitator answers at one press.
time-asked = Your State has asked for more time. The facilitator has not answered yet.
time-given = { $minutes ->
    [one] You asked for more time, and 1 minute more was given.
   *[other] You asked for more time, and { $minutes } minutes more were given.
}
time-denied = You asked for more time, and the facilitator leaves the turn as long as it is.
desk-time-asked = More time is asked for
desk-time-by = { $state } ({ $name }) asks for more time.
desk-time-deny = No more time for { $state }
no-hurry = The clock does not run, so nobody is short of time.
no-asked-before = Your State has asked for more time in this turn already.

# What is waiting.

wait-title = What is waiting
wait-none = Nothing is waiting between you and others.
wait-mine = Waiting for you: { $count }
wait-theirs = Waiting for others: { $count }
wait-expired = Ran out: { $count }
wait-appeal = Your question to the facilitator: “{ $text }”
wait-last = This turn is the last.
wait-days = { $days ->
    [one] 1 day is left.
   *[other] { $days } days are left.
}
wait-ago = { $days ->
    [one] Its last day was yesterday.
   *[other] Its last day was { $days } days ago.
}
wait-answers = It answers an earlier offer:
wait-crosses = It lies beside an offer of the other side:
wait-instead = Offered to you was:
wait-instead-of = instead of
wait-same = The same as there: { $terms }
wait-term-content = What is offered
wait-term-bound = Who is bound
wait-term-due = Until when
wait-term-about = What it is about
wait-term-known = Who knows of it

# Standing orders.

standing-title = Standing orders
standing-says = While your State is silent, its agent acts { $temper }. How far it may go: { $mandate }.
standing-own = as your State is in this crisis
standing-temper = { $temper ->
    [cautious] like one who waits, asks and looks again
    [hawk] like one who answers fast and hard, in the open
    [legalist] like one who builds its case first: proof, demand, notice, then what the law allows
    [opportunist] like one who takes what can be had quietly
    [revisionist] like one who works under cover, and denies
   *[other] by the temper “{ $temper }”
}
standing-mandate = { $mandate ->
    [free] as far as it sees fit
    [calm] nothing hotter than a démarche: no threat, no measure, nothing covert
    [diplomacy] only diplomacy: notes, offers, findings shared, cases brought, harm made good
   *[answers] only answers to what is waiting
}
standing-change = Change the standing orders
standing-ask-temper = How it acts
standing-ask-mandate = How far it may go
standing-go = Leave these orders
desk-standing-orders = Standing orders: { $temper }; { $mandate }
no-temper = There is no such temper.
