# What happened, what was ordered and why it was refused: one plain sentence each.
# Sentences of orders and things have no full stop: clauses may follow.

## Names and shapes

state-unnamed = another State
asset-unnamed = systems of no name
actor-unnamed = an unknown group
incident-unnamed = an incident
operation-unnamed = an operation
measure-unnamed = a measure
undertaking-unnamed = a word given
resolution-unnamed = a draft resolution
region-unnamed = the regional body
claim-unnamed = a claim
evidence-unnamed = an item of evidence
measure-bare = measure
its = its { $deed }
move-unnamed = an act without a name
deed-unnamed = operation against { $target }
public-everybody = everybody
owned = { $owner }'s { $thing }
abroad = { $owner }'s { $thing } in { $host }
known-by-name = the { $thing }
pair-of = { $one } and { $other }
systems = { $sector ->
    [none] systems
   *[other] { $name } systems
}
sector = { $sector ->
    [none] general
    [government] government
    [foreign_ministry] foreign-ministry
    [diplomatic_mission] embassy
    [military] military
    [elections] election
    [judiciary] court
    [energy] energy
    [water] water
    [health] health
    [finance] financial
    [transport] transport
    [telecoms] telecommunications
    [media] media
    [industry] industrial
    [research] research
    [nuclear] nuclear
    [humanitarian] aid
    [international_organisation] international-organisation
    [cert] emergency-response
    [internet_core] internet-core
   *[private_persons] private
}
economy-part = { $sector ->
    [none] economy
   *[other] { $name } sector
}
day-of = day { $day }
day-before = { $days ->
    [one] the day before the crisis
   *[other] { $days } days before the crisis
}
turn-of = turn { $turn }
points = { $whole }.{ $tenth } points

how-sure-bounds = { $word ->
    [none] below 20 %
    [low] 20 to 45 %
    [moderate] 45 to 75 %
    [high] 75 to 95 %
   *[near_certain] 95 % or more
}
question-author = { $state } is behind { $incident }
question-non-state = no State is behind { $incident }
question-link = { $state } { $link ->
    [overall_control] has general control over those behind { $incident }
    [effective_control] controlled the operation behind { $incident }
    [instructed] ordered { $incident }
   *[none] has some link to those behind { $incident }
}
question-harbours = { $state } knew that { $incident } passed through its territory

gauge = { $gauge ->
    [cyber_offence] skill in entering foreign systems
    [cyber_defence] skill in protecting its own systems
    [intelligence] intelligence
    [forensics] forensic skill
    [diplomacy] diplomatic reach
    [economy] economy
    [conventional] armed strength
    [resolve] resolve
    [pressure] pressure at home
    [legitimacy] legitimacy
   *[oversight] oversight of its services
}

## Incidents and operations: what a move is, as a noun that can follow a possessive

incident-named = the { $name }
incident-deed = the { $deed }
incident-accident = the unexplained failure of { $thing }
operation-of = { $author }'s { $deed }
thing-of = { $state }'s systems
deed-apologise-assure = apology to { $target }
deed-armed-force = armed attack on { $target }
deed-attribute-publicly = public accusation of { $target }
deed-block-traffic = blocking of traffic from { $target }
deed-broadcast = broadcasts to { $target }
deed-coerce-mission = pressure on { $thing }
deed-collective-countermeasure = collective countermeasure against { $target }
deed-consult-allies = consultation of allies
deed-covert-influence = covert influence campaign in { $target }
deed-cyber-countermeasure = cyber countermeasure against { $thing }
deed-cyber-disrupt = disruption of { $thing }
deed-cyber-manipulate = manipulation of data in { $thing }
deed-cyber-physical = physical damage to { $thing }
deed-cyber-self-defence = cyber strike on { $thing }
deed-cyber-wipe = destruction of data in { $thing }
deed-ddos = flooding of { $thing } with traffic
deed-demand-cessation = demand to { $target }
deed-demarche = démarche to { $target }
deed-disclose-vulnerability = report of a flaw
deed-embargo = embargo on { $target }
deed-expel-diplomats = expulsion of { $target }'s diplomats
deed-freeze-state-assets = freeze of { $target }'s State assets
deed-give-assistance = assistance to { $target }
deed-hack-and-leak = theft and leaking of papers from { $thing }
deed-harden = hardening of { $thing }
deed-hunt-forward = search of { $target }'s networks by invitation
deed-indict = indictment of { $target }'s officials
deed-institute-proceedings = case against { $target }
deed-investigate = inquiry
deed-make-reparation = reparation to { $target }
deed-mass-surveillance = bulk interception of { $target }'s communications
deed-military-signal = show of force towards { $target }
deed-necessity-action = emergency operation against { $thing }
deed-notify-cbm = message over the crisis channel to { $target }
deed-notify-countermeasures = notice of countermeasures to { $target }
deed-offer-negotiation = offer of talks to { $target }
deed-preposition-implant = dormant implant in { $thing }
deed-publish-position = published legal position
deed-recall-ambassador = recall of the ambassador from { $target }
deed-refer-to-unsc = referral to the Security Council
deed-remote-search = remote search of { $thing }
deed-request-assistance = request to { $target }
deed-sanction-individuals = sanctions on persons in { $target }
deed-sanction-sector = sanctions on { $target }'s { $part }
deed-sever-relations = break of relations with { $target }
deed-share-evidence = sharing of evidence with { $target }
deed-shut-down-internet = internet shutdown
deed-spy-close-access = close-access spying on { $thing }
deed-spy-from-mission = spying on { $thing } from an embassy
deed-spy-remote = theft of data from { $thing }
deed-steal-trade-secrets = theft of trade secrets from { $thing }
deed-sue-state = lawsuit against { $target }
deed-support-proxy = support for { $actor }
deed-suppress-at-home = action against { $actor } at home
deed-suspend-treaty = suspension of a treaty with { $target }
deed-takedown-botnet-abroad = takedown of servers in { $target }
deed-threaten-force = threat of force against { $target }
deed-tolerate-use = toleration of harmful use of its territory
deed-transfer-cyber-capability = transfer of intrusion tools
deed-withhold-recognition = refusal of recognition

stage = { $stage ->
    [preparing] still being prepared
    [active] still going on
    [ended] ran its course
    [stopped] called off
   *[burned] found and thrown out
}

## Orders carried out, in the past tense. `.about` is used when an incident is named.

order-apologise-assure = { $by } apologised to { $target } and gave assurances
    .about = { $by } apologised to { $target } for { $incident } and gave assurances
order-armed-force = { $by } used armed force against { $target }
order-attribute-publicly = { $by } publicly accused { $target }
    .about = { $by } publicly named { $target } as responsible for { $incident }
order-block-traffic = { $by } filtered hostile traffic on its own networks
order-broadcast = { $by } put its case on the air in { $target }
order-coerce-mission = { $by } put pressure on { $target }'s mission
order-collective-countermeasure = { $by } took a collective countermeasure against { $target }
order-consult-allies = { $by } consulted its allies
    .about = { $by } consulted its allies about { $incident }
order-covert-influence = { $by } set a covert influence campaign going in { $target }
order-cyber-countermeasure = { $by } ordered a cyber countermeasure against { $thing }
order-cyber-disrupt = { $by } ordered an operation to disrupt { $thing }
order-cyber-manipulate = { $by } ordered an operation to falsify data in { $thing }
order-cyber-physical = { $by } ordered an operation to damage { $thing } physically
order-cyber-self-defence = { $by } ordered a cyber strike on { $thing } in self-defence
order-cyber-wipe = { $by } ordered an operation to destroy data in { $thing }
order-ddos = { $by } ordered the flooding of { $thing } with traffic
order-demand-cessation = { $by } formally demanded that { $target } stop and repair the wrong
    .about = { $by } formally demanded that { $target } stop and repair the wrong done by { $incident }
order-demarche = { $by } lodged a démarche with { $target }
    .about = { $by } lodged a démarche with { $target } about { $incident }
order-disclose-vulnerability = { $by } reported a flaw to the vendor and its users
order-embargo = { $by } put an embargo on { $target }
order-expel-diplomats = { $by } expelled diplomats of { $target }
order-freeze-state-assets = { $by } froze State assets of { $target }
order-give-assistance = { $by } sent help to { $target }
    .about = { $by } helped { $target } to deal with { $incident }
order-hack-and-leak = { $by } ordered papers to be stolen from { $thing } and leaked
order-harden = { $by } improved the protection of { $thing }
order-hunt-forward = { $by } searched { $target }'s networks at its invitation
order-indict = { $by } charged officials of { $target } before its own courts
    .about = { $by } charged officials of { $target } before its own courts for { $incident }
order-institute-proceedings = { $by } took { $target } to court
    .about = { $by } took { $target } to court for { $incident }
order-investigate = { $by } opened an inquiry
    .about = { $by } investigated { $incident }
order-make-reparation = { $by } made reparation to { $target }
    .about = { $by } made reparation to { $target } for { $incident }
order-mass-surveillance = { $by } ordered bulk interception of communications in { $target }
order-military-signal = { $by } put forces on show towards { $target }
order-necessity-action = { $by } ordered an emergency operation against { $thing }
order-notify-cbm = { $by } used the crisis channel to { $target }
    .about = { $by } used the crisis channel to { $target } to speak of { $incident }
order-notify-countermeasures = { $by } gave { $target } notice of countermeasures and offered to negotiate
order-offer-negotiation = { $by } offered talks to { $target }
    .about = { $by } offered { $target } talks about { $incident }
order-preposition-implant = { $by } ordered a dormant implant in { $thing }
order-publish-position = { $by } published its reading of the law
order-recall-ambassador = { $by } recalled its ambassador from { $target }
order-refer-to-unsc = { $by } brought the matter before the Security Council
    .about = { $by } brought { $incident } before the Security Council
order-remote-search = { $by } ordered a remote search of { $thing }
order-request-assistance = { $by } asked { $target } for help
    .about = { $by } asked { $target } for help with { $incident }
order-sanction-individuals = { $by } imposed sanctions on persons in { $target }
order-sanction-sector = { $by } imposed sanctions on { $target }'s { $part }
order-sever-relations = { $by } broke off diplomatic relations with { $target }
order-share-evidence = { $by } shared findings with { $target } in confidence
    .about = { $by } shared its findings on { $incident } with { $target } in confidence
order-shut-down-internet = { $by } cut the internet at home
order-spy-close-access = { $by } sent operators to get at { $thing }
order-spy-from-mission = { $by } used its embassy to spy on { $thing }
order-spy-remote = { $by } ordered remote spying on { $thing }
order-steal-trade-secrets = { $by } ordered trade secrets to be stolen from { $thing }
order-sue-state = { $by } allowed { $target } to be sued in its own courts
    .about = { $by } allowed { $target } to be sued in its own courts for { $incident }
order-support-proxy = { $by } gave support to { $actor }
order-suppress-at-home = { $by } acted against { $actor } on its own territory
    .about = { $by } acted on its own territory against those behind { $incident }
order-suspend-treaty = { $by } suspended a treaty with { $target }
order-takedown-botnet-abroad = { $by } ordered the takedown of servers in { $target }
order-threaten-force = { $by } threatened { $target } with force
order-tolerate-use = { $by } let harmful use of its territory go on
order-transfer-cyber-capability = { $by } passed intrusion tools on
order-withhold-recognition = { $grants ->
    [yes] { $by } recognised the situation that { $target } has brought about
   *[no] { $by } refused to recognise the situation that { $target } has brought about
}
    .about = { $grants ->
        [yes] { $by } recognised what { $target } has brought about by { $incident }
       *[no] { $by } refused to recognise what { $target } has brought about by { $incident }
    }
order-unnamed = { $by } did something that has no name

follow-lift = { $by } lifted { $measure }
follow-suspend = { $by } suspended { $measure }
follow-narrow = { $by } narrowed { $measure }
follow-stop = { $by } called off { $operation }
follow-silence = { $by } kept silent towards { $target }
    .about = { $by } answered { $target } with silence on { $incident }
follow-deny = { $by } told { $target }: “It was not us”
    .about = { $by } denied to { $target } any part in { $incident }
follow-admit = { $by } admitted responsibility to { $target }
    .about = { $by } admitted to { $target } that it was behind { $incident }
follow-promise-inquiry = { $by } promised { $target } an inquiry
    .about = { $by } promised { $target } to look into { $incident }
follow-counter-accuse = { $by } turned the accusation back on { $target }
    .about = { $by } told { $target } that { $target } itself was behind { $incident }
follow-accept = { $by } accepted { $undertaking }
follow-reject = { $by } turned down { $undertaking }
follow-counter = { $by } answered { $undertaking } with an offer of its own
follow-withdraw = { $by } took back { $undertaking }
follow-give-consent = { $by } gave { $target } leave for this: “{ $move }”
follow-withdraw-consent = { $by } took back { $undertaking }
follow-restore-relations = { $by } worked to bring relations with { $target } a step back to normal
follow-threaten-measure = { $by } warned { $target } of a measure to come: “{ $move }”
follow-vote = { $ballot ->
    [for] { $by } voted for { $resolution }
    [against] { $by } voted against { $resolution }
   *[abstain] { $by } abstained on { $resolution }
}
follow-conclude = { $by } concluded { $undertaking }
follow-denounce = { $how ->
    [word] { $by } denounced { $undertaking }
    [treaty] { $by } denounced its treaties with { $target } on { $kinds }
   *[bare] { $by } denounced an agreement with { $target }
}
follow-extradite = { $by } handed { $actor } over to { $target }
follow-bring-to-region = { $by } brought { $target } before its regional body
follow-challenge-listing = { $by } had the listing of its people challenged in court
follow-offer-good-offices = { $by } offered its good offices to { $target } and { $party }

# The same acts as a person chooses them.
choose-lift = Lift a measure
choose-suspend = Suspend a measure
choose-narrow = Narrow a measure
choose-stop = Call off an operation
choose-silence = Answer with silence
choose-deny = Deny responsibility
choose-admit = Admit responsibility
choose-promise-inquiry = Promise an inquiry
choose-counter-accuse = Turn the accusation back
choose-accept = Accept an offer
choose-reject = Turn an offer down
choose-counter = Answer an offer with another
choose-withdraw = Take back an offer
choose-give-consent = Give consent
choose-withdraw-consent = Take back consent
choose-restore-relations = Restore relations a step
choose-threaten-measure = Threaten a measure
choose-vote = { $ballot ->
    [for] Vote for a draft resolution
    [against] Vote against a draft resolution
   *[abstain] Abstain on a draft resolution
}
choose-conclude = Conclude an agreement
choose-denounce = Denounce an agreement or treaty
choose-extradite = Hand over those responsible
choose-bring-to-region = Bring it before the regional body
choose-challenge-listing = Challenge a listing
choose-offer-good-offices = Offer good offices

clause-over = , over { $incident }
clause-via = , through { $via }
clause-false-flag = , with traces laid to point at { $state }
clause-actor = , with { $actor } as its hand
clause-co-signers = , together with { $states }
clause-level = { $level ->
    [low] , on a small scale
   *[high] , on the largest scale
}
clause-basis = { $basis ->
    [retorsion] , and called it retorsion
    [countermeasure] , and called it a countermeasure
    [self_defence] , and pleaded self-defence
    [collective_self_defence] , and pleaded collective self-defence
    [necessity] , and pleaded necessity
    [distress] , and pleaded distress
    [force_majeure] , and pleaded force majeure
    [consent] , and relied on consent
    [unsc_mandate] , and relied on a Security Council mandate
   *[security_exception] , and relied on a treaty's security exception
}
clause-content = : { $content }
clause-days = { $days ->
    [one] , for 1 day
   *[other] , for { $days } days
}
sentence = { $text }.

## Refusals

refused = { $by } could not do this: “{ $move }”. The reason: { $why }.
refused-towards = { $by } could not do this towards { $target }: “{ $move }”. The reason: { $why }.
why-no-such-state = no such State exists
why-no-such-move = no such move exists
why-not-modelled = the simulation does not carry this act out
why-withdrawn = nobody has this act in this game
why-attention = it takes { $costs ->
    [one] 1 point of attention
   *[other] { $costs } points of attention
}, and { $left ->
    [0] none is left this turn
    [one] 1 is left this turn
   *[other] { $left } are left this turn
}
why-missing = it must say { $param }
why-does-not-take = it has no use for { $param }
why-unknown = your State knows nothing of { $param }
why-not-yours = { $param } is not your State's own
why-not-theirs = { $param } does not belong to the State addressed
why-ended = { $param } has already come to an end
why-at-oneself = a State cannot do this to itself
why-no-tie = the two States have no dealings with each other
why-no-treaty = the two States have no such treaty
why-no-consent = the State addressed has not consented to it
why-not-an-offer = nothing that waits for an answer is offered there
why-not-agreed = the two States have not agreed on it
why-must-abstain = a party to a dispute abstains when the Security Council decides on how to settle it (Charter 27(3))
why-no-region = your State is no member of a regional body
why-no-enforcement = a regional body takes no enforcement action, and ends none, unless the Security Council has authorised it (Charter 53(1))
why-no-vote = your State has no vote there
why-already-full = diplomatic relations are full already
why-not-announceable = it is no open measure that could be announced
why-no-listing = it names no persons
why-not-a-mission = it is no mission of the other State on your territory
why-severed = it goes through an embassy, and diplomatic relations are severed
param = { $param ->
    [target] the State addressed
    [asset] the systems aimed at
    [incident] the incident it is about
    [claim] the claim it is about
    [measure] the measure it is about
    [operation] the operation it is about
    [undertaking] the offer or promise it is about
    [evidence] the item of evidence
    [actor] the group concerned
    [via] the State it passes through
    [false_flag] the State its traces point at
    [other_move] the move that is permitted or announced
    [content] what is offered
    [method] how access is won
    [sector] the sector
    [level] how far it goes
    [publicity] who is to see it
    [reversible] whether it can be undone
    [detail] how much is told
    [treaties] the treaties concerned
    [days] for how many days
    [omission] whether the blame is only for letting it happen
    [resolution] the draft resolution
    [other_party] the other side of the quarrel
    [by_itself] whether it falls by itself
    [grants] whether recognition is granted
    [operative] what the body is to decide
    [reading] which reading of a norm
   *[co_signers] the States that join in
}

## Words given

undertaking = { $kind ->
    [promise] { $from }'s promise to { $to } { $content }
    [treaty] the agreement between { $from } and { $to } { $content }
    [ultimatum] { $from }'s ultimatum to { $to } { $content }
    [offer] { $from }'s offer to { $to } { $content }
   *[consent] { $from }'s consent to { $to } { $content }
}
pledged = { $kind ->
    [promise] { $from } promised { $to } { $content }
    [treaty] { $from } and { $to } agreed { $content }
    [ultimatum] { $from } gave { $to } an ultimatum { $content }
    [offer] { $from } offered { $to } { $content }
   *[consent] { $from } gave { $to } its consent { $content }
}
undertaking-heard = { $kind ->
    [promise] { $from }'s promise { $content }
    [treaty] the agreement with { $from } { $content }
    [ultimatum] { $from }'s ultimatum { $content }
    [offer] { $from }'s offer { $content }
   *[consent] { $from }'s consent { $content }
}
pledged-due = { $text }, by { $day }
pledged-or-else = , or else: “{ $move }”
content-talks = to hold talks
content-cease-operations = to stop operations and not resume them
content-lift-measure = to lift { $measure }
content-reparation = to repair the injury
content-assistance = to give help when asked
content-suppress-at-home = to act against those who use its territory
content-share-evidence = to share findings
content-permit = for this: “{ $move }”
content-inquiry = to look into the matter
content-relations = to bring relations a step back to normal
content-good-offices = to bring it together with { $other }
content-channel = to keep a channel open
content-moratorium = to run no operations against each other's { $systems }
content-information-sharing = to share what either finds out
content-verification = to let each other verify what is run against whom
content-joint-exercise = to hold joint exercises
content-fact-finding = to let a joint commission find the facts
content-claims-commission = to put their claims before a commission
content-registry = to keep a common registry of dangerous groups
content-treaty = to bind themselves by treaties on { $kinds }
treaty = { $treaty ->
    [trade] trade
    [transport] transport
    [investment] investment
    [cooperation] cooperation
    [headquarters] headquarters
    [legal_assistance] legal assistance
    [jurisdiction] the jurisdiction of a court
   *[excludes_self_help] the exclusion of self-help
}
resolution = { $body ->
    [council] the Security Council draft { resolution-decision }
    [regional] the draft before { $region } { resolution-decision }
   *[assembly] the General Assembly draft { resolution-decision }
}
resolution-about = { $body ->
    [council] the Security Council draft { resolution-decision }, on { $incident }
    [regional] the draft before { $region } { resolution-decision }, on { $incident }
   *[assembly] the General Assembly draft { resolution-decision }, on { $incident }
}
resolution-decision = { $decision ->
    [condemn] that condemns { $against }
    [settle] that asks { $against } and the other side to settle by peaceful means
    [inquire] that sets up a commission to find out what { $against } has to do with it
    [end] that ends what was decided against { $against }
    [demand] that demands of { $against } to cease
    [sanctions] that calls for measures short of force against { $against }
   *[force] that authorises all necessary means against { $against }
}
undertaking-status = { $status ->
    [open] stands unanswered
    [accepted] was accepted
    [rejected] was turned down
    [withdrawn] was taken back
    [countered] was answered with another offer
    [expired] ran out
    [kept] was kept
    [denounced] was denounced
   *[broken] was broken
}
ultimatum-status = { $status ->
    [open] stands
    [accepted] was met
    [rejected] was turned down
    [countered] was answered with another offer
    [withdrawn] was taken back
    [expired] ran out
    [kept] was not met, and what it announced followed
    [denounced] was denounced
   *[broken] was not met, and nothing of what it announced followed
}
promise-status = { $status ->
    [open] stands
    [accepted] stands
    [rejected] was turned down
    [countered] was answered with another
    [withdrawn] was taken back
    [expired] ran out
    [kept] was kept
    [denounced] was denounced
   *[broken] was broken
}
agreement-status = { $status ->
    [open] waits to be accepted
    [accepted] is in force
    [rejected] was turned down
    [countered] was answered with another
    [withdrawn] was taken back
    [expired] ran its term
    [kept] was kept to its term
    [denounced] was denounced
   *[broken] was broken
}

## Events

shifted = { $way ->
    [up] { $state }'s { $gauge } rose by { $points }.
   *[down] { $state }'s { $gauge } fell by { $points }.
}
bent-tension = Tension between { $one } and { $other } { $way ->
    [up] rose by { $points }.
   *[down] eased by { $points }.
}
bent-trade = Trade between { $one } and { $other } { $way ->
    [up] grew by { $points }.
   *[down] shrank by { $points }.
}
bent-warmth = { $one }'s goodwill towards { $other } { $way ->
    [up] rose by { $points }.
   *[down] fell by { $points }.
}
stepped = { $way ->
    [up] { $one } and { $other } climbed from “{ $from }” to “{ $to }” on the ladder of escalation.
   *[down] { $one } and { $other } came down from “{ $from }” to “{ $to }” on the ladder of escalation.
}
relations-changed = { $to ->
    [full] { $one } and { $other } are back to full diplomatic relations.
    [ambassador_recalled] Between { $one } and { $other } an ambassador was called home.
    [reduced] { $one } and { $other } cut their embassies down.
   *[severed] Diplomatic relations between { $one } and { $other } were broken off.
}
treaties-agreed = { $one } and { $other } bound themselves by a new treaty.
treaties-denounced = { $one } and { $other } lost a treaty between them.
asset-broken = { $function ->
    [none] { $asset } kept working in spite of an attack.
    [degraded] { $asset } worked less well than it should.
    [interrupted] { $asset } stopped working for a time.
    [repair_needed] { $asset } stopped working and had to be rebuilt.
   *[permanent] { $asset } was lost for good.
}
asset-restored = { $function ->
    [none] { $asset } worked again as it should.
   *[other] { $asset } worked again, though not yet as it should.
}
asset-hardened = { $way ->
    [up] { $asset } became harder to break into, by { $points }.
   *[down] { $asset } became easier to break into, by { $points }.
}
actor-sponsored = { $sponsor ->
    [none] { $actor } lost its sponsor.
   *[some] { $actor } came to work with { $state } behind it.
}
actor-changed = { $standing ->
    [active] { $actor } was at work.
    [disrupted] { $actor } was slowed by action against it.
   *[suppressed] { $actor } was shut down.
}
operation-began = { $n ->
    [0] In secret, { $author } set going the { $deed }.
   *[1] { $author } began, unseen, to prepare the { $deed }.
}
operation-progressed = { $stage ->
    [preparing] { $author } was still seeking a way in for the { $deed }.
    [active] { $author } was in, and went ahead with the { $deed }.
    [ended] { $author } brought the { $deed } to its planned end.
    [stopped] { $author } called off the { $deed }.
   *[burned] The { $deed } by { $author } was found and thrown out.
}
incident-occurred = { $n ->
    [0] Unnoticed as yet, { $victim } was hit by { $incident }.
   *[1] { $victim } was hit by { $incident }, and did not know it yet.
}
incident-noticed = { $n ->
    [0] { $victim } discovered { $incident }.
   *[1] { $incident } came to light in { $victim }.
}
incident-learnt-public = The public learnt of { $incident }.
incident-learnt = { $who } learnt of { $incident }.
incident-ceased = { $n ->
    [0] { $incident } came to an end.
   *[1] { $incident } was over.
}
follow-ups = Following up
evidence = { $kind ->
    [indicator_overlap] indicators shared with earlier cases
    [infrastructure] servers and domains used in the attack
    [language_and_hours] traces of language and working hours
    [tooling] tools seen nowhere else
    [vendor_report] a security firm's report
    [financial_trail] a trail of money
    [intercept] an intercepted conversation
    [human_source] a source close to the act
    [commission_report] the report of a commission of inquiry
   *[confession] an admission
}
evidence-points = { $way ->
    [for] suggesting that { $question }
   *[against] speaking against the idea that { $question }
}
evidence-filed = { $n ->
    [0] { $holder } found { $evidence }, { $points }.
   *[1] { $holder }'s inquiry turned up { $evidence }, { $points }.
}
evidence-given = { $from } handed { $holder } { $evidence }, { $points }.
evidence-given-many = { $from } handed { $holder } { $count } findings about { $incident }.
evidence-disclosed = { $holder } made public { $evidence }, { $points }.
confidence-changed = { $way ->
    [up] { $holder } went from { $from } to { $to } that { $question }.
   *[down] { $holder } fell back from { $from } to { $to } that { $question }.
}
claim = { $claimant }'s claim against { $respondent }
claim-over = { $claimant }'s claim against { $respondent } over { $matter }
claim-raised = { $claimant } raised a claim against { $respondent }.
claim-raised-over = { $claimant } raised a claim against { $respondent } over { $matter }.
claim-demanded = { $claimant } called on { $respondent } to stop and repair the wrong it complains of.
claim-notified = { $claimant } gave { $respondent } notice that countermeasures would follow.
claim-negotiation = { $claimant } offered { $respondent } to negotiate over its claim.
claim-ceased = { $claimant } saw that the wrong it complains of had ended.
claim-assured = { $respondent } gave { $claimant } assurances that it would not happen again.
claim-repaired = { $how ->
    [none] { $respondent } made nothing good to { $claimant }.
    [partial] { $respondent } made good part of the injury to { $claimant }.
   *[full] { $respondent } made the injury to { $claimant } good in full.
}
claim-put = { $forum ->
    [none] { $claimant } took its claim against { $respondent } out of all forums.
    [diplomatic] { $claimant } put its claim to { $respondent } through diplomatic channels.
    [domestic_court] { $claimant } put its claim against { $respondent } before a court at home.
    [wto] { $claimant } put its claim against { $respondent } before the World Trade Organization.
    [arbitration] { $claimant } put its claim against { $respondent } before an arbitral tribunal.
    [icj] { $claimant } put its claim against { $respondent } before the International Court of Justice.
   *[unsc] { $claimant } put its claim against { $respondent } before the Security Council.
}
claim-indicated = The court ordered { $respondent } to stop what { $claimant } complains of while it hears the case.
claim-decided = { $judgment ->
    [none] The judges had not yet decided on { $claim }.
    [dismissed] The judges dismissed { $claim }: the breach, or who is behind it, was not proven.
   *[upheld] The judges upheld { $claim }: { $respondent } must make good.
}
claim-closed = { $status ->
    [open] { $claim } stood open again.
    [settled] { $claim } was settled.
   *[withdrawn] { $claim } was given up.
}
measure = { $by }'s { $deed }
measure-imposed = { $measure } came into force.
measure-altered = { $status ->
    [in_force] { $by } put its { $deed } back into force.
    [suspended] { $by } suspended its { $deed }.
    [lifted] { $by } lifted its { $deed }.
   *[expired] { $by } let its { $deed } run out.
}
measure-narrowed = { $by } narrowed its { $deed }.
undertaking-pledged = { $text }.
undertaking-resolved = { $undertaking } { $status }.
word-broken = In truth { $who } broke this word: { $undertaking }.
word-doubted = { $who } came to hold this word for broken: { $undertaking }.
tools-leaked = In truth tools of { $of } came into the hands of { $actor }.
decision-ended = What was decided by { $resolution } came to an end.
reported = The commission set up by { $resolution } reported.
diplomats-expelled = { $by } sent { $level ->
    [low] a few
    [medium] some
   *[high] many
} of { $of }'s diplomats home{ $answer ->
    [yes] , in return for its own
   *[no] {""}
}.
diplomats-may-return = { $by } sent { $level ->
    [low] a few
    [medium] some
   *[high] many
} of { $of }'s diplomats home; { $of } may send as many back, and need not.
resolution-tabled = { $by } tabled { $resolution }.
voted = { $ballot ->
    [for] { $state } voted for { $resolution }.
    [against] { $state } voted against { $resolution }.
   *[abstain] { $state } abstained on { $resolution }.
}
resolution-decided = { $status ->
    [pending] { $resolution } was still before its vote.
    [adopted] { $resolution } was adopted.
    [failed] { $resolution } did not find enough votes.
   *[vetoed] { $resolution } was vetoed.
}
the-court = a court
position-taken = { $form ->
    [statement] { $by } published how it reads “{ $norm }”: { $view }
    [protest] { $by } complained, and so read “{ $norm }” thus: { $view }
    [vote] { $by } voted, and so read “{ $norm }” thus: { $view }
    [amends] { $by } made amends, and so read “{ $norm }” thus: { $view }
    [plea] { $by } pleaded an excuse, and so accepted the rule of “{ $norm }”: { $view }
    [judgment] { $by } decided, and so read “{ $norm }” thus: { $view }
   *[deed] { $by } acted as it reads “{ $norm }”: { $view }
}
position-left = { $by } acted, and pleaded no excuse, against this reading of “{ $norm }”: { $view }
standing-changed = { $to ->
    [baseline] This reading of “{ $norm }” came to prevail: { $view }
    [substantial] { $way ->
        [up] This reading of “{ $norm }” found a sizeable body of States: { $view }
       *[down] This reading of “{ $norm }” no longer prevails, though many States hold it: { $view }
    }
   *[minority] This reading of “{ $norm }” fell to a minority: { $view }
}
note-delivered = { $kind ->
    [demarche] { $to } received a protest from { $from }{ $about }.
    [demand] { $to } received a demand from { $from } to stop and repair the wrong{ $about }.
    [notice] { $to } received notice of countermeasures from { $from }{ $about }.
    [request] { $from } asked { $to } for help{ $about }.
    [accusation] { $from } accused { $to }{ $about }.
    [denial] { $from } told { $to }{ $about }: “It was not us.”
    [admission] { $from } told { $to }{ $about }: “It was us.”
    [inquiry] { $from } told { $to }{ $about }: “We will look into it.”
    [surrender] { $from } told { $to }{ $about }: “Here are those who did it.”
    [counter_accusation] { $from } told { $to }{ $about }: “It was you.”
    [apology] { $from } apologised to { $to }{ $about }.
    [reassurance] { $from } sent { $to } word through the crisis channel{ $about }.
   *[warning] { $from } warned { $to } of what would follow{ $about }.
}
note-about = { " " }about { $incident }
ruled = { $matter }: { $verdict } on the true facts.
ruled-order = { $by }'s order “{ $move }”
refuted = { $accuser }'s public accusation of { $accused } over { $incident } was shown to be wrong.
tolerated = { $by } looked away from { $incident }, which passed through its territory.
warned = { $by } warned { $victim } of { $incident }, which it had not noticed.
published = { $by } published what it knows of { $incident }, without naming an author.
published-naming = { $by } published what it knows of { $incident }, and says that { $question }.
withheld = In truth { $by } kept to itself what it had found out about { $incident }: it pointed at those it lives on, or with.
escaped = The { $deed } by { $author } got out of hand and did more than was meant.
signed = { $confidence ->
    [none] { $state } put its name to it.
   *[some] { $state } put its name to it, holding the accused for the author with { $word }.
}
declined = { $state } was asked to put its name to it, and did not.
accident = { $outcome ->
    [talked_down] Something nobody meant happened between { $one } and { $other }; those on duty talked it down.
   *[heated] Something nobody meant happened between { $one } and { $other }, and tempers rose.
}
hardening-began = Work began to raise the protection of { $asset } by { $points }.
spilled = The { $deed } by { $author } spread to { $onto }, at which it was not aimed.
no-effect = { $order }, but { $why }.
no-effect-why = { $why ->
    [kept_out] the target could not be entered
    [nothing_found] there was nothing left to find
    [already_ended] it had already ended
    [ignored] the other side took no notice
    [not_run_from_there] it is not run from there
    [already_so] things stood there already
    [no_jurisdiction] no clause gives the court jurisdiction
    [immune] the court found the other State immune
    [stood_alone] none of those asked joined in
    [said_nothing] nothing was said
    [nothing_owed] nothing is owed
    [not_enough] it was not enough
    [upheld] the courts let it stand
   *[nothing_to_gain] there was nothing left to gain
}
operation-failed = The { $deed } by { $author } came to nothing: { $why }.

## Headlines: what a newspaper could have printed

headline-quiet = { $n ->
    [0] No comment from { $one } or { $other }
    [1] { $one } and { $other } talk behind closed doors, if they talk
   *[2] All smiles in public: what { $one } and { $other } do, they do unseen
}
headline-quiet-open = No end yet to { $incident } in { $victim }, and no new word from any capital
headline-quiet-open-bare = No end yet to { $incident }, and no new word from any capital
headline-quiet-nowhere = Nothing of the crisis reaches the public
headline-war = { $one } and { $other } slide into “{ $to }”
headline-up = { $n ->
    [0] Tempers rise: { $one } and { $other } reach “{ $to }”
   *[1] { $one } and { $other } climb to “{ $to }”
}
headline-down = { $one } and { $other } step back to “{ $to }”
headline-severed = { $one } and { $other } break off relations
headline-recalled = Ambassador called home as { $one } and { $other } fall out
headline-reduced = Embassies cut down between { $one } and { $other }
headline-reported = Commission reports on { $incident }
headline-reported-bare = Commission of inquiry reports
headline-expelled = { $answer ->
    [yes] { $by } answers { $of } with an expulsion of its own
   *[no] { $by } sends { $of }'s diplomats home
}
headline-mended = { $one } and { $other } mend relations
headline-accusation = { $incident ->
    [none] { $from } accuses { $to }
   *[other] { $from } blames { $to } for { $incident }
}
headline-counter-accusation = { $from } turns the tables on { $to }: “It was you”
headline-denial = { $from } denies: “It was not us”
headline-admission = { $from } admits: “It was us”
headline-apology = { $from } apologises to { $to }
headline-surrender = { $from } hands suspects over to { $to }
headline-notice = { $from } puts { $to } on notice: countermeasures may follow
headline-warning = { $from } draws a line for { $to }
headline-inquiry = { $from } promises { $to } an inquiry
headline-demand = { $from } calls on { $to } to stop and make good
headline-request = { $incident ->
    [none] { $from } asks { $to } for help
   *[other] { $from } asks { $to } for help with { $incident }
}
headline-demarche = { $incident ->
    [none] { $from } protests to { $to }
   *[other] { $from } protests to { $to } over { $incident }
}
headline-reassurance = Crisis line in use: { $from } reassures { $to }
headline-measure = { $by } hits { $against }: { $deed }
headline-lifted = { $by } lifts its { $deed }
headline-incident = { $victim } reels from { $incident }
headline-incident-bare = Now in the open: { $incident }
headline-published = { $by } reports on { $incident }
headline-published-naming = { $by }: { $question }
headline-ceased = Relief in { $victim }: { $incident } is over
headline-ceased-bare = Relief: { $incident } is over
headline-evidence = { $holder } publishes { $evidence }
headline-pledge = { $text }
headline-broken = Broken word: { $undertaking }
headline-agreed = { $from } and { $to } come to terms
headline-treaty = Treaty falls between { $one } and { $other }
headline-treaty-agreed = { $one } and { $other } sign a treaty
headline-bluff = { $from } does not do as it threatened { $to }
headline-denounced = Denounced: { $undertaking }
headline-court-order = Court orders { $respondent } to stop
headline-judgment = { $judgment ->
    [upheld] Judges find for { $claimant } against { $respondent }
   *[dismissed] Judges dismiss { $claimant }'s case against { $respondent }
}
headline-accident = { $one } and { $other } collide by mistake
headline-standing = Lawyers take stock: States now read “{ $norm }” differently
headline-tabled = { $by } tables { $resolution }
headline-resolution = { $status ->
    [pending] No vote yet on { $resolution }
    [adopted] Adopted: { $resolution }
    [failed] Not enough votes: { $resolution }
   *[vetoed] Vetoed: { $resolution }
}
headline-also = { $first }; { $second }
