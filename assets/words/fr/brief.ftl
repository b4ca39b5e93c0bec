# L'avis entier : le second niveau de lecture. Les énoncés des normes restent dans la langue du catalogue.

brief-title = { $move } : { $verdict }
brief-provisional = Ce verdict est provisoire. Il peut changer une fois ces questions résolues :
brief-reading-year = Jugé d'après le droit de { $year }.
brief-reading-profile = Jugé comme un État du profil « { $profile } » lit le droit.
brief-norms = Les règles soulevées
brief-could = Les règles qui pourraient l'être
brief-could-by = Elle le serait si { $clauses }.
brief-could-item = **{ $title }**. { $by } Elle constaterait : { $finding }.
brief-pleas = Les moyens et leurs conditions
brief-meta = { $id } · { $kind } · { $layer } · { $status } · constat : **{ $finding }**
brief-because = D'après ces faits : { $facts }.
brief-elements = Éléments
brief-element = { $value } : { $text }
brief-positions = Comment les États la lisent
brief-position = **{ $name }** ({ $standing } ; { $finding }). { $view } Soutenu par { $holders }.
brief-position-nobody = **{ $name }** ({ $standing } ; { $finding }). { $view }
brief-shields = Moyens soulevés contre elle
brief-shields-none = Aucun moyen n'est soulevé contre elle.
brief-shields-never = Aucun moyen ne peut excuser une violation de cette règle.
brief-shield = **{ $title }** : { $finding }. { $sentence }
brief-condition-open = Condition douteuse : { $title }. { $sentence }
brief-condition = Condition non remplie : { $title }. { $sentence }
brief-turns = Ce qui décide
brief-sources = Sources : { $sources }.
brief-opens = Ce que cela ouvre : { $opens }
brief-note = Note : { $note }
brief-attribution = De qui est la conduite
brief-profiles = Comment la jugeraient des États d'autres vues
brief-profile = **{ $profile }** : { $verdict }
brief-score = Ce que cela coûte
brief-score-none = Aucune règle soulevée ne coûte rien.
brief-score-item = { $title } : { $weight } × { $share } % = { $points } ({ $finding })
brief-score-uncounted = { $title } : { $points } non comptés, car sa famille n'est comptée qu'une fois ({ $finding })
brief-score-sum = Somme { $points }
brief-score-factor = × { $factor } { $why }
brief-score-cost = Coût de licéité { $cost }, arrondi vers le bas.
brief-score-gravity = Gravité des effets { $gravity } sur 100 ({ $worst } si les effets inconnus sont les pires) ; importance des droits en jeu { $rights } sur 20.
brief-alternative = Un acte licite moins intrusif
brief-alternative-none = Aucun autre acte du catalogue ne sert presque aussi bien ce but ({ $aim }) pour la moitié du coût de licéité ou moins.
brief-change = Ce qui changerait le verdict
brief-change-item = { $verdict } si { $clause }.
brief-change-fixed = { $verdict } pour un autre acte seulement, dans lequel { $clause }.
brief-legend = Une coche (✓) marque une position vérifiée sur une page publiée.

factor = { $factor ->
    [gravity] pour la gravité des effets
    [cooperated] parce que l'aide demandée a été donnée et l'affaire poursuivie
    [stopped] parce que l'État a mis fin à son propre fait illicite
    [repaired] parce que la réparation a été entière
    [assured] parce que des assurances de non-répétition ont été données
    [good-faith] parce que l'État a cru de bonne foi, sur des preuves concordantes, ce qui s'est révélé faux
    [repeated] parce que l'État l'a déjà fait
    [indiscriminate] parce que le moyen frappe ce qui n'était pas visé
    [danger-to-life] parce que la vie de gens ordinaires est en danger
   *[false-flag] parce que l'acte a été maquillé en celui d'un État tiers
}

formula-all = Tout ceci est vrai :
formula-any = L'un de ceux-ci est vrai :
formula-not = Ceci n'est pas vrai :
formula-always = Le critère est toujours rempli
formula-never = Le critère n'est jamais rempli
formula-met = le critère de « { $title } » est rempli
formula-in = { $label } : { $values } (ici : { $stands })
formula-other = { $label } : pas { $values } (ici : { $stands })
formula-least = { $label } : au moins { $values } (ici : { $stands })
formula-less = { $label } : moins de { $values } (ici : { $stands })
formula-unknown = inconnu
formula-value = { $value ->
    [iac] un conflit armé international
    [niac] un conflit armé non international
    [icj] la Cour internationale de Justice
    [unsc] le Conseil de sécurité
    [wto] l'Organisation mondiale du commerce
   *[other] { $value }
}
