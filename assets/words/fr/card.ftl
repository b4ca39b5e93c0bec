# La fiche de licéité : ce qui entoure les énoncés des normes, qui restent dans la langue du catalogue.

label-why = Motif
label-here = Ici
label-plea = Moyen
label-more = Aussi
label-open = À établir
label-provisional = Réservé
label-change = Sauf si
label-schools = Écoles
label-profiles = Profils
label-then = Réplique
label-instead = Mesuré
label-sources = Sources

headline = { $verdict } : { $move }{ $reading }. { $gloss }
headline-provisional = { $verdict } (provisoire) : { $move }{ $reading }. { $gloss }
headline-owed = ENCORE DÛ : { $move }{ $reading }. { $own ->
    [contested] Il est contesté que cet acte soit lui-même illicite.
    [open] Il reste à établir si cet acte est lui-même illicite.
   *[clean] Cet acte n'est pas lui-même illicite.
} Dû au titre d'un fait antérieur : { $titles }.
headline-owed-provisional = ENCORE DÛ (provisoire) : { $move }{ $reading }. { $own ->
    [contested] Il est contesté que cet acte soit lui-même illicite.
    [open] Il reste à établir si cet acte est lui-même illicite.
   *[clean] Cet acte n'est pas lui-même illicite.
} Dû au titre d'un fait antérieur : { $titles }.
headline-reading-year = , selon le droit de { $year }
headline-reading-profile = , selon la lecture du droit par { $profile }

why = { $title }. { $sentence }
why-bare = { $title }.
# La pratique a fait d'une autre lecture le critère de la norme.
why-prevailing = La lecture qui l'emporte désormais : { $view } { $value ->
    [met] Selon elle, les éléments sont réunis.
    [failed] Selon elle, les éléments ne sont pas réunis.
   *[open] Il manque des faits pour dire ce qui en découle.
}
why-nothing-raised = { $character ->
    [lawful] Sur ces faits, aucune règle du catalogue ne s'oppose à un acte de ce genre.
    [retorsion] Un État est libre d'être inamical : sur ces faits, aucune règle du catalogue ne s'y oppose.
   *[other] Sur ces faits, aucune règle du catalogue ne s'y oppose.
}
why-excused = { $title }. Ce serait une violation, n'était un moyen qui prospère.
why-excused-anyway = { $title }. S'il y avait violation, un moyen qui prospère l'excuserait.
why-shield-open = { $title }. Tous les éléments de la violation sont réunis ; reste à établir si un moyen l'excuse.
why-shield-contested = { $title }. Tous les éléments de la violation sont réunis ; il est contesté qu'un moyen l'excuse.

plea-succeeds = { $plea } : moyen invoqué, qui prospère. { $sentence }
plea-fails = { $plea } : moyen invoqué, qui échoue. { $sentence }
plea-contested = { $plea } : moyen invoqué, sur lequel les États sont divisés. { $sentence }
plea-open = { $plea } : moyen invoqué, dont l'issue reste ouverte. { $sentence }
plea-further = { $count ->
    [one] Une autre condition n'est pas remplie : { $titles }.
   *[other] D'autres conditions ne sont pas remplies : { $titles }.
}
plea-further-count = { $count ->
    [one] Une autre condition n'est pas remplie.
   *[other] { $count } autres conditions ne sont pas remplies.
}
plea-name = { $plea ->
    [consent] Consentement
    [countermeasure] Contre-mesure
    [self-defence] Légitime défense
    [necessity] État de nécessité
    [distress] Force majeure ou détresse
    [council] Mandat du Conseil de sécurité
    [security] Exception de sécurité
   *[other] Justification
}
plea-because = Contre ce moyen : { $facts }.
plea-compensation = Une indemnité pour perte matérielle peut rester due (articles sur la responsabilité de l'État, 27 b)).

more-breached = Violé : { $titles }.
more-owed = Dû : { $titles }.
more-contested = Contesté : { $titles }.
more-open = À établir : { $titles }.
more-soft = Norme volontaire méconnue, au prix de la réputation : { $titles }.
more-evidence = Les preuves sont trop faibles pour ce pas.
more-barred = La réclamation est irrecevable : { $titles }.
and-more = { $list } et { $count } autres

ask-decides = { $question } { $leads }
ask-lead = { $values } : { $finding }
still-open = encore ouvert
ask-yes = Si oui, { $finding }
ask-no = sinon, { $finding }
ask-way = { $finding } si { $clauses }
ask-provisional = Le verdict peut encore changer. { $questions }
ask-cut = La recherche des faits décisifs a été abrégée.

change = Le verdict serait « { $verdict } » si { $clause }.
change-fixed = Le verdict ne serait « { $verdict } » que pour un autre acte, dans lequel { $clause }.
change-and = Le verdict serait « { $verdict } » si { $clause }, ou « { $other } » si { $second }.
change-or = Le verdict serait « { $verdict } » si { $clause }, ou si { $second }.
change-finding = Aucun fait à lui seul ne change le verdict. Cette règle seule ne serait pas violée si { $clause }.
change-doubt = Aucun fait à lui seul ne règle le verdict. Cette règle seule serait hors de doute si { $clause }.
change-none = Aucun fait de la fiche ne changerait à lui seul le verdict.

schools-group = { $finding } selon { $positions }
schools-on = Sur « { $title } » : { $groups }.
schools = { $groups }.
schools-count = { $finding } selon { $count ->
    [one] une lecture
   *[other] { $count } lectures
}
school = { $name } ({ $holders })
school-bare = { $name }
profiles = { $groups }.
profiles-group = { $verdict } pour { $profiles }

then-contested = Si la lecture stricte est la bonne : { $opens }
then-open = Si la violation est établie : { $opens }
then-breach = { $opens }
then-default = L'autre partie peut exiger la cessation du comportement et demander réparation.
then-contested-short = Si la lecture stricte est la bonne, l'autre partie peut exiger cessation et réparation.
then-open-short = Si la violation est établie, l'autre partie peut exiger cessation et réparation.
then-bare = S'il y a violation, l'autre partie peut exiger cessation et réparation.
then-owed = L'autre partie peut exiger l'exécution, invoquer la responsabilité et, après sommation, prendre des contre-mesures.
then-unfriendly = L'autre partie peut répondre de même ; elle n'a pas droit à des contre-mesures.
then-excused = L'autre partie peut contester le moyen ; contre un acte licite, elle n'a pas de contre-mesures.
then-lawful = Rien ne s'ouvre à l'autre partie : elle peut protester, mais n'a pas de réclamation.

instead = { $move } : { $verdict }, pour un coût de licéité de { $cost } au lieu de { $own }, et sert ce but ({ $aim }) { $share ->
    [more] mieux
    [same] aussi bien
   *[less] presque aussi bien
}.

instead-short = { $move } : { $verdict }, pour un coût de { $cost } au lieu de { $own }.
instead-bare = { $move } : { $verdict }.

sources = { $sources }
