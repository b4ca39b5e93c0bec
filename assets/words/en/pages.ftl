# The catalogue's pages under docs/law.

pages-made = This page is made from the catalogue by `demarche docs`; change `{ $from }` and make it again.

facts-title = Fact vocabulary for the legality checker
facts-intro = Every norm is written over these facts and nothing else. A fact describes one move by one acting State towards one target State; for a response it also describes the earlier act being answered. Every fact may also be `unknown`, which is not `false`. A default is assumed where a case or the truth is silent.
facts-head = | fact | type | unit | default | meaning | how the simulation derives it |
facts-group = { $group ->
    [A] Group A – the act and its effects
    [B] Group B – places, persons and things under special protection
    [C] Group C – individuals
    [D] Group D – link between the conduct and the acting State
    [E] Group E – territory and vigilance
    [F] Group F – evidence
    [G] Group G – the response context
    [H] Group H – justifications other than countermeasures
    [I] Group I – claims, reparation and non-recognition
    [K] Group K – armed conflict
   *[other] Further facts
}

moves-title = Move catalogue
moves-intro = The moves a State can play: their escalation value from −10 (most conflictual) to 10 (most cooperative), the legal character from which an adviser starts, and the facts they fix. The checker decides on the facts.
moves-head = | id | meaning | esc | character | fixes facts | to decide | precedent | what happens |
moves-family = { $family ->
    [intelligence] Intelligence
    [cyber] Cyber operations
    [attribution] Evidence and attribution
    [diplomacy] Diplomacy
    [economic] Economic measures
    [countermeasures] Countermeasures and necessity
    [legal-process] Legal process
    [multilateral] Multilateral
    [cooperation] Cooperation, confidence-building and vigilance
    [resilience] Resilience
    [military] Conventional and military signalling
    [information] Information
   *[other] Other
}
moves-characters = Legal character labels
moves-characters-head = | label | meaning |

norms-title = Norm catalogue for the legality checker
norms-intro = What stands in backticks after **when**, **test** and in position lines is a formula. A norm is raised if its **when** is true; its **test** holds the elements on the prevailing reading; **positions** are readings that States hold, with their standing; **shields** are pleas that can preclude wrongfulness. A tick (✓) marks a view that was checked against a published page.
norms-kinds = Kinds of norm
norms-kinds-head = | kind | name | test true | test false |
norms-macros = Macros
norms-macros-head = | macro | formula |
norms-norms = The norms
norms-profiles = National profiles
norms-profiles-head = | profile | holds |
norms-family = { $family ->
    [sovereignty] Sovereignty and intervention
    [force] Force
    [vigilance] Vigilance
    [espionage] Espionage
    [diplomatic] Diplomatic and consular law
    [treaties] Treaties and special regimes
    [rights] Human rights
    [conflict] Armed conflict (threshold and the core only)
    [voluntary] Voluntary norms
    [attribution] Attribution and evidence
    [pleas] Circumstances precluding wrongfulness
    [consequences] Consequences, claims, community interests
    [countermeasures] Conditions of countermeasures
   *[other] Other
}
