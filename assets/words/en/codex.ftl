# The codex: what the words of the pages mean, and how a norm is laid out.

codex-title = Codex
codex-intro = What the words mean, and every norm of the catalogue with its sources and the positions that States hold. The formulas are readings, not authority: quote the sources.
codex-found = { $count ->
    [0] Nothing is called that.
    [one] 1 entry.
   *[other] { $count } entries.
}
codex-step = { $nth }: { $name }: { $looks } (from a tension of { $from } of 1000)
codex-terms = Terms
codex-look-up = Look up what the card rests on
codex-kind = What it is
codex-met = If its test is met
codex-failed = If it is not
codex-open = If facts are missing
codex-contested = What States disagree about
codex-opens = What a breach opens to the other side
codex-note = Remark
codex-sources = Sources
codex-positions = Positions
codex-held-by = Held by { $holders }
codex-profiles = In this game, States that read the law as { $profiles }
codex-prevails = In this game another reading has come to prevail: “{ $reading }”. The sentences here speak of the reading that this norm was written on.
codex-since = { $standing } since { $year }
codex-shields = Pleas that can excuse it
codex-formula = How the checker reads it
codex-when = Raised when
codex-test = Test

term-attention = Attention
    .means = What a government can look after in one turn, in points. Every act takes some; what is left over is lost.
term-attribution = Attribution
    .means = Three things that are easily taken for one: who did it (a technical finding), whether the conduct counts as a State's own (a legal one), and whether to say so in public (a political decision).
term-breach = Breach
    .means = Conduct that is attributable to a State and is not what an obligation of that State requires of it, with nothing that excuses it.
term-confidence = Confidence
    .means = How sure your own services are: low is 20 to 45 %, moderate 45 to 75 %, high 75 to 95 %, near certainty more. It is yours; another State may hold something else on other evidence.
term-cost = Legality cost
    .means = What an act weighs against the law, in points: of each family of rules the one broken worst, its weight times the share that the finding counts, times what makes it graver or milder. The whole opinion on an act shows the sum.
term-countermeasure = Countermeasure
    .means = An act that would itself be a breach, taken to make a State stop its own wrong and repair it. It needs a prior wrong, a demand, notice with an offer to negotiate, proportion and a way back; and it never uses force.
term-demarche = Démarche
    .means = A request or a protest carried to another government through diplomatic channels. It breaches nothing.
term-due-diligence = Due diligence
    .means = What a State owes when its territory is used to harm another: not to let that happen knowingly, and to do what can reasonably be asked of it. It is a duty to try, not to succeed, and some States see it as no binding rule in cyberspace.
term-evidence = Evidence
    .means = An item that speaks for or against an answer. It has a source, a weight, and a price if it is shown: whoever sees it learns how you came by it.
term-ladder = The ladder
    .means = Ten steps from calm to blows on which every pair of States stands. Each act has its step; a pair climbs by what it does to each other.
term-necessity = Necessity
    .means = A plea: the act was the only way to guard an essential interest against a grave and imminent peril, harmed no essential interest of others, and the State did not bring the peril about itself.
term-plea = Plea
    .means = What a State says so that an act that would be a breach is none: consent, self-defence, countermeasure, force majeure, distress, necessity. Pleading it is not yet having it.
term-public = Mine, shared, public
    .means = ○ is before your State alone, ◐ before those who are named too, ● before everybody. The word always stands beside the sign.
term-retorsion = Retorsion
    .means = An unfriendly act that touches no right of the other State, such as sending diplomats home. It needs no prior wrong.
term-school = School, position
    .means = A reading of a norm that States or scholars hold. Where readings divide, the card shows what each would say; none of them is called the right one.
term-self-defence = Self-defence
    .means = A plea against force, open when an armed attack occurs, as far as necessary and proportionate, and to be reported to the Security Council. What counts as an armed attack in cyberspace is disputed.
term-standing = Standing instructions
    .means = What your State's agent does if your seat sends nothing before a turn ends.

# Words by which a term is recognised in a text, with commas between; case does not matter.
forms-attention = points of attention, attention
forms-attribution = attribution, attributable, attributed
forms-breach = breach, breaches, breached
forms-confidence = confidence, near certainty
forms-cost = legality cost
forms-countermeasure = countermeasure, countermeasures
forms-demarche = démarche, démarches
forms-due-diligence = due diligence
forms-evidence = evidence
forms-ladder = the ladder, ladder
forms-necessity = necessity
forms-plea = plea, pleas
forms-public = { "" }
forms-retorsion = retorsion
forms-school = schools, school of thought
forms-self-defence = self-defence
forms-standing = standing orders, standing instructions
