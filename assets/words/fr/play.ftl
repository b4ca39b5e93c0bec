# Les questions qu'un acte laisse ouvertes, et leurs réponses.

play-ask = { $what ->
    [level] Jusqu'où aller
    [publicity] Qui est censé le voir
    [basis] L'étiquette juridique
    [target] L'État destinataire
    [days] Pour combien de jours
    [content] Ce qui est offert ou demandé
    [by-itself] S'il tombe de lui-même
    [reading] Quelle lecture de quelle norme votre État fait sienne
    [operative] Ce que le Conseil de sécurité, ou à défaut l'Assemblée générale, doit décider
   *[grants] Si la reconnaissance est plutôt accordée
}
play-decision = { $decision ->
    [condemn] condamner ce qui a été fait
    [settle] un règlement par des moyens pacifiques (chapitre VI : les parties s'abstiennent)
    [inquire] une commission d'enquête, qui fait rapport après six mois (article 34 : les parties s'abstiennent)
    [end] la fin de ce qui avait été décidé (article 41 ; le veto est possible)
    [demand] que de tels actes cessent (obligatoire : article 25 de la Charte)
    [sanctions] des mesures n'impliquant pas l'emploi de la force (article 41)
   *[force] tous les moyens nécessaires (article 42)
}
play-yes-no = { $answer ->
    [yes] oui
   *[no] non
}
play-unset = non précisé
play-level = { $level ->
    [low] le moins qui ait un sens
    [medium] la mesure ordinaire
   *[high] aussi loin que possible
}
play-publicity = { $publicity ->
    [secret] personne
    [shared] les intéressés
   *[public] tout le monde
}
play-basis = { $basis ->
    [none] aucune
    [retorsion] rétorsion : inamical, mais sans toucher au droit d'autrui
    [countermeasure] contre-mesure : réponse à un fait illicite antérieur
    [self_defence] légitime défense : réponse à une agression armée
    [collective_self_defence] légitime défense collective
    [necessity] état de nécessité : le seul moyen d'écarter un péril grave
    [distress] détresse : le seul moyen de sauver des vies
    [force_majeure] force majeure
    [consent] consentement de l'autre partie
    [unsc_mandate] décision du Conseil de sécurité
   *[security_exception] clause d'un traité sur la sécurité essentielle
}
play-estimate-step = { $step ->
    [0] Je préfère ne pas dire
    [1] sûrement illicite
    [2] plutôt illicite
    [3] partagé
    [4] plutôt licite
   *[5] sûrement licite
}
play-too-dear = Cela prend { $costs }, et il reste { $left }.
play-came = Ce qu'il en est advenu

play-reading = { $norm } : { $view }
