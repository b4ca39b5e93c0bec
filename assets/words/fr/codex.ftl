# Le codex : ce qui entoure les normes. Les énoncés et les définitions restent dans la langue du catalogue.

codex-title = Codex
codex-intro = Le sens des mots, et chaque norme du catalogue avec ses sources et les positions des États. Les formules sont des lectures, non des autorités : citez les sources.
codex-found = { $count ->
    [0] Rien ne porte ce nom.
    [one] { $count } entrée.
   *[other] { $count } entrées.
}
codex-terms = Termes
codex-look-up = Consulter ce sur quoi repose la fiche
codex-kind = Nature
codex-met = Si son critère est rempli
codex-failed = S'il ne l'est pas
codex-open = Si des faits manquent
codex-contested = Ce qui divise les États
codex-opens = Ce qu'une violation ouvre à l'autre partie
codex-note = Remarque
codex-sources = Sources
codex-step = { $nth } : { $name } : { $looks } (à partir d'une tension de { $from } sur 1000)
codex-positions = Positions
codex-held-by = Soutenu par { $holders }
codex-profiles = Dans cette partie, les États qui lisent le droit selon { $profiles }
codex-prevails = Dans cette partie, une autre lecture l'a emporté : « { $reading } ». Les énoncés ci-dessous parlent de la lecture d'après laquelle la norme a été rédigée.
codex-since = { $standing } depuis { $year }
codex-shields = Moyens qui peuvent l'excuser
codex-formula = Comment le vérificateur la lit
codex-when = Soulevée quand
codex-test = Critère

# Les mots auxquels un terme se reconnaît ; le récit restant en anglais, les siens aussi.
forms-attention = points d'attention, d'attention, attention, points of attention
forms-attribution = attribution, attribuable, attribué, attributable, attributed
forms-breach = violation, violations, breach, breaches, breached
forms-confidence = confiance, confidence, near certainty
forms-cost = coût de licéité, legality cost
forms-countermeasure = contre-mesure, contre-mesures, countermeasure, countermeasures
forms-demarche = démarche, démarches
forms-due-diligence = diligence due, due diligence
forms-evidence = preuve, preuves, evidence
forms-ladder = l'échelle, échelon, the ladder, ladder
forms-necessity = état de nécessité, nécessité, necessity
forms-plea = moyen de défense, moyens de défense, plea, pleas
forms-public = { "" }
forms-retorsion = rétorsion, retorsion
forms-school = écoles, schools, school of thought
forms-self-defence = légitime défense, self-defence
forms-standing = instructions permanentes, standing orders, standing instructions
