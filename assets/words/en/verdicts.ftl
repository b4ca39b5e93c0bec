# Words for verdicts and findings. Every message here is looked up by a word of the law: keep the names.

## The verdict on a whole act

verdict = { $overall ->
    [lawful] Lawful
    [unfriendly-but-lawful] Unfriendly but lawful
    [contested] Contested
    [unlawful] Unlawful
   *[undetermined] Undetermined
}
verdict-owed = { $own ->
    [contested] itself disputed, and performance is still owed
    [open] itself still open, and performance is still owed
   *[clean] itself no wrong, but performance is still owed
}
verdict-within = { $overall ->
    [lawful] lawful
    [unfriendly-but-lawful] unfriendly but lawful
    [contested] contested
    [unlawful] unlawful
   *[undetermined] undetermined
}
gloss = { $ground ->
    [breach] A breach that nothing excuses.
    [owed] An earlier wrong is still to be made good.
    [contested] It depends on the reading of the law.
    [open] It depends on facts not yet known.
    [excused] A plea excuses it.
    [consent] The State concerned has agreed.
    [conflict] It keeps the rules of armed conflict.
    [omission] Doing nothing here breaches nothing.
    [unfriendly] It may hurt, but breaches nothing.
   *[harmless] It breaches nothing.
}

## Findings, in the words that suit each kind of norm

finding-prohibition = { $finding ->
    [breach] breached
    [no-breach] respected
    [precluded] excused
    [contested] contested
   *[undetermined] undetermined
}
finding-condition = { $finding ->
    [breach] condition failed
    [no-breach] condition met
    [precluded] condition met
    [contested] contested
   *[undetermined] undetermined
}
finding-plea = { $finding ->
    [breach] plea fails
    [no-breach] not pleaded
    [precluded] plea succeeds
    [contested] contested
   *[undetermined] undetermined
}
finding-attribution = { $finding ->
    [breach] attributable
    [no-breach] not attributable on this basis
    [precluded] not attributable on this basis
    [contested] contested
   *[undetermined] undetermined
}
finding-classification = { $finding ->
    [breach] threshold reached
    [no-breach] threshold not reached
    [precluded] threshold not reached
    [contested] contested
   *[undetermined] undetermined
}
finding-consequence = { $finding ->
    [breach] duty outstanding
    [no-breach] nothing outstanding
    [precluded] nothing outstanding
    [contested] contested
   *[undetermined] undetermined
}
finding-procedural = { $finding ->
    [breach] barred
    [no-breach] open
    [precluded] open
    [contested] contested
   *[undetermined] undetermined
}
finding-permission = { $finding ->
    [breach] freedom exceeded
    [no-breach] within freedom
    [precluded] within freedom
    [contested] contested
   *[undetermined] undetermined
}
finding-evidence = { $finding ->
    [breach] insufficient
    [no-breach] sufficient
    [precluded] sufficient
    [contested] contested
   *[undetermined] undetermined
}
finding-soft = { $finding ->
    [breach] disregarded
    [no-breach] respected
    [precluded] respected
    [contested] contested
   *[undetermined] undetermined
}

## Kinds of norm, standings, values

kind = { $kind ->
    [prohibition] prohibition
    [condition] condition of a plea
    [plea] plea
    [attribution] rule of attribution
    [classification] threshold
    [consequence] duty after a wrong
    [procedural] procedural rule
    [permission] freedom
    [evidence] standard of proof
   *[soft] voluntary norm
}
standing = { $standing ->
    [baseline] prevailing
    [substantial] substantial
   *[minority] minority
}
value = { $value ->
    [true] yes
    [false] no
    [contested] contested
   *[unknown] not known
}
character = { $character ->
    [lawful] breaches nothing and is not unfriendly
    [retorsion] unfriendly, but lawful in itself
    [prima-facie-lawful] lawful unless particular facts make it a breach
    [contested] States disagree about it
    [prima-facie-unlawful] a breach unless something excuses it
   *[unlawful] a breach that nothing excuses in practice
}

## How sure one is that a State was behind something: below 20, 45, 75 and 95 per cent, and from there

confidence = { $confidence ->
    [none] hardly any confidence
    [low] low confidence
    [moderate] moderate confidence
    [high] high confidence
   *[near_certain] near certainty
}

## What a move is played for

aim = { $aim ->
    [information] gathering information
    [evidence] securing evidence
    [stop_harm] stopping the harm
    [signal] sending a signal
    [pressure] exerting pressure
    [punish] punishing
    [leverage] gaining leverage
    [profit] profit
    [influence] gaining influence
    [settle] settling the dispute
   *[resilience] being harder to hurt
}
