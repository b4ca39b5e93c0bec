# Les mots des verdicts et des constatations.

verdict = { $overall ->
    [lawful] Licite
    [unfriendly-but-lawful] Inamical mais licite
    [contested] Contesté
    [unlawful] Illicite
   *[undetermined] Indéterminé
}
verdict-owed = { $own ->
    [contested] lui-même contesté, et l'exécution reste due
    [open] lui-même encore ouvert, et l'exécution reste due
   *[clean] pas lui-même illicite, mais l'exécution reste due
}
verdict-within = { $overall ->
    [lawful] licite
    [unfriendly-but-lawful] inamical mais licite
    [contested] contesté
    [unlawful] illicite
   *[undetermined] indéterminé
}
gloss = { $ground ->
    [breach] Une violation que rien n'excuse.
    [owed] Un fait antérieur reste à réparer.
    [contested] Cela dépend de la lecture du droit.
    [open] Cela dépend de faits encore inconnus.
    [excused] Un moyen l'excuse.
    [consent] L'État concerné a consenti.
    [conflict] Il respecte les règles du conflit armé.
    [omission] Ne rien faire ici ne viole rien.
    [unfriendly] Cela peut blesser, mais ne viole rien.
   *[harmless] Cela ne viole rien.
}
finding-prohibition = { $finding ->
    [breach] violé
    [no-breach] respecté
    [precluded] excusé
    [contested] contesté
   *[undetermined] indéterminé
}
finding-condition = { $finding ->
    [breach] condition non remplie
    [no-breach] condition remplie
    [precluded] condition remplie
    [contested] contesté
   *[undetermined] indéterminé
}
finding-plea = { $finding ->
    [breach] le moyen échoue
    [no-breach] non invoqué
    [precluded] le moyen prospère
    [contested] contesté
   *[undetermined] indéterminé
}
finding-attribution = { $finding ->
    [breach] attribuable
    [no-breach] non attribuable sur ce fondement
    [precluded] non attribuable sur ce fondement
    [contested] contesté
   *[undetermined] indéterminé
}
finding-classification = { $finding ->
    [breach] seuil atteint
    [no-breach] seuil non atteint
    [precluded] seuil non atteint
    [contested] contesté
   *[undetermined] indéterminé
}
finding-consequence = { $finding ->
    [breach] obligation en souffrance
    [no-breach] rien en souffrance
    [precluded] rien en souffrance
    [contested] contesté
   *[undetermined] indéterminé
}
finding-procedural = { $finding ->
    [breach] irrecevable
    [no-breach] recevable
    [precluded] recevable
    [contested] contesté
   *[undetermined] indéterminé
}
finding-permission = { $finding ->
    [breach] liberté outrepassée
    [no-breach] dans les limites de la liberté
    [precluded] dans les limites de la liberté
    [contested] contesté
   *[undetermined] indéterminé
}
finding-evidence = { $finding ->
    [breach] insuffisant
    [no-breach] suffisant
    [precluded] suffisant
    [contested] contesté
   *[undetermined] indéterminé
}
finding-soft = { $finding ->
    [breach] méconnu
    [no-breach] respecté
    [precluded] respecté
    [contested] contesté
   *[undetermined] indéterminé
}
kind = { $kind ->
    [prohibition] interdiction
    [condition] condition d'un moyen
    [plea] moyen
    [attribution] règle d'attribution
    [classification] seuil
    [consequence] obligation consécutive
    [procedural] règle de procédure
    [permission] liberté
    [evidence] degré de preuve
   *[soft] norme volontaire
}
standing = { $standing ->
    [baseline] dominante
    [substantial] importante
   *[minority] minoritaire
}
value = { $value ->
    [true] oui
    [false] non
    [contested] contesté
   *[unknown] inconnu
}
character = { $character ->
    [lawful] ne viole rien et n'est pas inamical
    [retorsion] inamical, mais licite en soi
    [prima-facie-lawful] licite, sauf faits particuliers
    [contested] les États sont divisés
    [prima-facie-unlawful] une violation, sauf excuse
   *[unlawful] une violation que rien n'excuse en pratique
}
