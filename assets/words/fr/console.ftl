# Le poste de commande : son propre mobilier. Ce que dit une crise, le droit ou un bilan se trouve dans leurs fichiers.

con-name = Démarche
con-motto = Une crise, et ce que le droit international fait de chaque coup.
con-player = Joueur
con-close = Fermer
con-unknown = inconnu
con-waiting = Le monde répond …
con-opening = La crise se met en place …
con-reading = Lecture …
con-no-game = Aucune crise n'est en cours. Commencez-en une au premier écran.
con-no-record = Aucun dossier n'est ouvert. Ouvrez-en un au premier écran, ou jouez une crise jusqu'au bout.
con-no-class = Cette fenêtre n'accueille aucune classe.
con-to-start = Aller au premier écran
con-to-host = Accueillir une classe
con-to-debrief = Vers le bilan
con-end-turn = Finir le tour
con-end-sure = Finir le tour sans aucun ordre ?
con-end-sure-how = Votre État ne fait alors rien de ce tour. D'autres agiront.
con-end-yes = Finir sans ordre
con-end-leave = S'en remettre à votre agent, selon les consignes

con-place-start = Accueil
con-place-situation = Situation
con-place-desk = Bureau
con-place-law = Droit
con-place-record = Bilan
con-place-explore = Explorer
con-place-host = Accueillir une classe
con-place-cell = Cellule blanche
con-place-join = Rejoindre une classe
con-place-settings = Réglages

con-start-alone = Jouer seul
con-start-alone-how = Vous siégez dans un État ; des agents jouent les autres. Rien ne quitte cette machine.
con-start-reading = Recherche des scénarios …
con-start-seed = Graine
con-start-seed-how = La même graine tire la même vérité cachée et le même hasard.
con-start-seed-bad = Une graine est un nombre entier.
con-start-facts = { $states } États, { $turns } tours de { $days ->
    [one] un jour
   *[other] { $days } jours
}, droit de { $year }
con-start-aim = { $aim }.
con-start-minutes = { $minutes } minutes avec une classe
con-start-law = Droit en vue : { $law }
con-start-lessons = Leçons
con-start-lessons-how = Chacune pour une classe, ou pour une personne face à des agents.
con-start-worlds = Mondes à explorer
con-start-worlds-how = Des années de nombreux États, pour des ensembles et pour qui veut regarder. Ce ne sont pas des leçons.
con-start-seat = Votre État dans { $title }
con-start-play = Jouer
con-start-play-of = Jouer { $title }
con-start-host = Accueillir
con-start-host-of = Accueillir une classe pour { $title }
con-start-explore = Explorer
con-start-explore-of = Explorer { $title }
con-start-record = Ouvrir un dossier
con-start-recent = Parties récentes
con-start-recent-none = Aucune partie n'a encore été jouée ici.
con-start-path = Chemin d'un journal
con-start-open = Ouvrir

con-map = Carte de la crise
con-map-nearer = Plus près
con-map-farther = Plus loin
con-map-whole = Toute la carte
con-map-incident = incident
con-map-operation = opération
con-map-measure = mesure
con-map-arcs = Creux : terminé. Arcs : plus chauds, plus haut sur l'échelle ; minces : amis ; brisés : relations rompues. ★, c'est vous.

con-press = Les journaux de ce matin
con-press-before = Journaux précédents
con-ladder = L'échelle
con-ladder-now = Le plus haut échelon à présent : { $step }, { $name }.
con-ties = Qui en est où avec qui
con-no-tie = Votre État n'a pas affaire à lui.
con-tie-step = Vous en êtes à l'échelon { $step }, { $name }.
con-relations = { $relations ->
    [ambassador_recalled] Un ambassadeur a été rappelé.
    [reduced] Les missions ont été réduites.
    [severed] Les relations diplomatiques sont rompues.
   *[full] Les ambassadeurs sont en poste.
}
con-alliance = { $alliance ->
    [allies] Vous êtes alliés.
    [partners] Vous êtes partenaires.
   *[none] Rien ne vous oblige à faire front commun.
}
con-treaties = Entre vous : { $treaties }.
con-estimate = { $third ->
    [0] faible, selon les estimations
    [1] moyen, selon les estimations
   *[other] élevé, selon les estimations
}

con-desk-none = Choisissez un acte à gauche. Sa fiche de légalité change avec chacune de vos réponses.
con-desk-family = { $family } ({ $open })
con-desk-over = La crise est finie. Le bilan dit ce qu'il en était.
con-desk-thinking = Votre conseiller lit …
con-desk-order = Donner cet ordre
con-desk-law = Voir le droit
con-desk-drop = Mettre de côté
con-desk-sure = Êtes-vous sûr que ce soit licite ?
con-shelf-evidence = Indices
con-shelf-threads = Échanges
con-shelf-team = Équipe
con-shelf-words = Paroles données
con-shelf-words-none = Personne n'a donné sa parole.
con-shelf-measures = Mesures
con-shelf-measures-none = Aucune mesure n'est connue.
con-evidence-side = { $found }, fiable à { $trust }
con-evidence-none = Vous n'avez aucun indice.
con-board-how = Glissez une carte sur une réponse, ou pressez la carte puis la réponse : elle montre ce qu'elle en dit.
con-board-take = Prendre en main : { $item }
con-board-put-back = Reposer : { $item }
con-board-lay = La poser ici
con-board-lay-on = La poser sur : { $answer }
con-board-before = Sans aucune de ces cartes : { $share }
con-board-moves = { $from } → { $to }
con-board-says = { $way ->
    [against] Elle parle contre.
   *[for] Elle parle pour.
} Vous tenez cela pour vraisemblable à { $share } ; sans elle, à { $without }.
con-board-elsewhere = Elle n'en dit rien. Elle porte sur une autre réponse : { $answer }
con-board-loose = Elle n'en dit rien. { $points }.
con-board-honest = Les convictions suivent les preuves et la confiance qu'on leur fait. Où une carte est posée n'y change rien.
con-board-no-way = Rien ne peut en être ordonné maintenant.

con-law-norms = Normes
con-law-search = Chercher une norme
con-law-none = Aucune norme ne s'appelle ainsi.
con-law-mark = ● soulevée par cet acte
con-law-draft = Le projet sur votre bureau
con-law-bare = Un coup du catalogue, sur les faits présumés quand rien d'autre n'est dit
con-law-move = Coup
con-law-year = Droit de l'année
con-law-undo = Annuler ce qui a été essayé
con-law-meta = { $id } : { $kind } ; { $layer }, { $status }
con-law-not-raised = Cet acte ne la soulève pas.
con-law-found = Ici : { $finding }.
con-law-when = Soulevée quand
con-law-test = Critère
con-law-positions = Lectures
con-law-standing = Rang : { $standing }.
con-law-standing-since = Rang : { $before } ; à partir de { $year } : { $later }.
con-law-held = Soutenue par { $holders }.
con-law-moved = { $count ->
    [one] Une position a bougé dans cette partie :
   *[other] { $count } positions ont bougé dans cette partie :
}
con-law-now = À présent, dans cette partie : { $standing }.
con-law-other-year = Ce que la pratique a fait bouger dans cette partie est du droit de { $year }. Une autre année se lit comme le catalogue la donne.
con-law-would = Selon cette lecture : { $finding }.
con-law-profiles = Quel profil d'État soutient quelle lecture
con-law-profiles-none = Aucun profil d'État ne prend parti ; tous suivent la lecture qui prévaut.
con-law-try = Essayer des faits à la main
con-law-try-how = Changez un fait et voyez la suite. Rien ne change dans la partie.
con-law-known = { $what } est connu
con-law-sources = Sources

con-record-start = Le premier matin
con-record-part = Le dossier s'arrête avant la fin de la crise.
con-record-present = Présenter à une salle
con-record-back = Un tour en arrière
con-record-on = Un tour en avant
con-record-turn = Tour
con-record-truth = En vérité
con-record-eyes-of = ou selon ce qu'en savait
con-record-eyes = Comme { $state } le savait
con-record-hinges = Tours charnières
con-record-hinge = { $turn } : { $steps ->
    [one] 1 échelon
   *[other] { $steps } échelons
} { $way ->
    [up] plus haut
   *[down] plus bas
}
con-record-before = Avant tout tour joué.
con-record-panel = À lire

con-explore-how = Joue beaucoup de parties avec des graines différentes et dit ce qu'elles donnent, avec des intervalles à 95 %. Les fichiers s'étudient ailleurs.
con-explore-scenario = Scénario
con-explore-agents = Qui joue
con-explore-utility = Chaque siège selon son tempérament
con-explore-planner = Chaque siège regarde devant lui
con-explore-random = Chaque siège tire au sort
con-explore-runs = Parties
con-explore-seed = Graine de l'ensemble
con-explore-go = Les jouer
con-explore-weigh = Vaut-il d'être joué en classe ?
con-explore-balance = S'il vaut d'être joué en classe
con-explore-levers = Choix à comparer
con-explore-levers-how = Les mêmes parties se jouent à chaque niveau : des coups retirés (moves.cyber=on,off), le tempérament d'un État (temper.Lysmark=hawk,cautious) ou sa lecture du droit (profile.…), un nombre du modèle fixé.
con-explore-lever-add = Le comparer
con-explore-vary = Ce que nul ne sait
con-explore-vary-how = Des nombres du modèle qui diffèrent d'une partie à l'autre, par leur chemin sous assets/model.
con-explore-vary-add = Le laisser varier
con-explore-drop = Retirer { $what }
con-explore-games = { $done } parties sur { $all }
con-explore-none = Rien n'a encore été exploré.
con-explore-each = Chaque partie
con-explore-each-how = Pressez-en une pour la regarder.
con-explore-game = Partie de graine { $seed }
con-explore-highest = plus haut échelon { $step }
con-explore-files = Écrit

con-host-how = Les étudiants rejoignent par un code depuis téléphones et portables ; vous menez depuis la cellule blanche ici, ou depuis une page à vous dans un navigateur. Relancée sur le même dossier, chaque partie continue.
con-clock-minutes = { $minutes } min
con-host-minutes = Minutes de cours
con-host-worlds = Mondes côte à côte
con-host-port = Port
con-host-deals = Qui rejoint un État après son chef reçoit une charge
con-host-early = Un tour finit dès que chaque État où l'on siège est prêt
con-host-lan = Laisser entrer les autres du même réseau
con-host-open = Ouvrir la classe
con-host-opening = L'hôte s'ouvre …
con-host-address = Adresse
con-host-code = Code
con-host-picture = L'entrée en image pour les téléphones
con-host-resumed = Reprise d'un démarrage antérieur, avec la durée des tours, la règle et les charges d'alors.
con-host-desk-of = Cellule blanche de { $code }
con-host-sit = Siéger vous-même dans { $code }
con-host-desk = Dans un navigateur
con-host-copy = Copier le lien des étudiants
con-host-copy-desk = Copier votre propre lien
con-host-desk-how = Votre propre lien ouvre la cellule blanche. Ne le montrez à personne.
con-host-data = Conservé dans { $path }
con-host-close = Fermer l'hôte
con-host-close-sure = Fermer l'hôte ?
con-host-close-how = Tous ceux qui sont là perdent la ligne. Ce qui a été confirmé est conservé et reprend quand l'hôte rouvre.
con-host-close-yes = Le fermer

con-set-tone = Fond
con-set-dark = Sombre, pour un bureau
con-set-light = Clair, pour un projecteur
con-set-hues = Teintes
con-set-hues-usual = Calmes
con-set-hues-red-green = Sans rouge ni vert
con-set-hues-blue-yellow = Sans bleu ni jaune
con-set-hues-grey = Gris et motifs
con-set-hues-states = États
con-set-hues-steps = L'échelle, du calme à la guerre
con-set-hues-how = Ce que dit une teinte, un signe ou un mot le dit aussi.
con-set-language = Langue
con-set-language-how = Le récit, les phrases du droit, les bilans et les leviers de l'animateur sont en anglais dans les deux langues. Ce qui est déjà ouvert reste tel qu'il fut écrit.
con-set-kept = Conservés dans { $path }
con-set-not-kept = Ces réglages durent autant que la fenêtre.
con-set-size = Taille
con-set-motion = Mouvement
con-set-still = Rien ne bouge de soi-même
con-keys = Touches
con-key-chord = Avec les numéros des lieux va
con-key-control = Ctrl
con-key-alt = Alt
con-key-of = D'autres touches pour : { $deed }
con-key-other = Changer
con-key-press = Pressez les nouvelles touches. Échap laisse tel quel.
con-key-in-the-way = Celles-là servent à écrire ou à se déplacer. Tenez Ctrl ou Alt avec une autre touche, ou prenez une touche de fonction.
con-key-taken = { $keys } est pour « { $other } ». Donnez-lui d'abord d'autres touches.
con-key-chord-taken = Un des lieux aurait alors les touches de « { $other } ». Donnez-lui d'abord d'autres touches.
con-key-usual = Revenir aux touches habituelles
con-key-tab = D'une chose à la suivante ; Espace ou Entrée la presse
con-key-end = Finir le tour
con-key-larger = Plus grand
con-key-smaller = Plus petit

con-note = { $kind ->
    [demarche] Démarche
    [demand] Exigence
    [notice] Notification
    [request] Demande
    [accusation] Accusation
    [denial] Démenti
    [admission] Aveu
    [inquiry] Enquête
    [counter_accusation] Contre-accusation
    [apology] Excuses
    [reassurance] Assurance
    [warning] Avertissement
   *[surrender] Remise des auteurs
}
con-note-message = Message
con-note-side = { $from }, tour { $turn }
con-threads-none = Rien ne s'est encore échangé entre vous et d'autres.
con-threads-alone = Des agents siègent dans les autres États. Ils lisent des notes, qui sont des actes, et aucun message.
con-thread-count = { $count }
con-thread-notes = Notes que vous pourriez envoyer
con-team-office = À quoi sert votre charge
con-verdict = { $verdict ->
    [lawful] licite
    [unfriendly-but-lawful] inamical
    [contested] contesté
    [unlawful] illicite
   *[undetermined] ouvert
}

con-join-how = Par l'adresse au mur et le code. Une classe de cette fenêtre se rejoint avec tout le bureau ; une classe accueillie ailleurs, par le réseau.
con-join-address = Adresse
con-join-look = Chercher la classe
con-join-waiting = On interroge l'hôte …
con-join-own = Cette fenêtre accueille la classe : vous siégez au bureau entier.
con-join-away = La classe est accueillie ailleurs : vous voyez sur une page ce que son hôte dit à votre siège.
con-join-press = La presse siège dans un navigateur : elle a une page et pas de bureau.
con-sit-here = Vous siégez dans { $what }.
con-sit-code = Ce qui vous ramène à ce siège, dans une fenêtre ou un navigateur :
con-sit-copy = Le copier
con-sit-noted = Je l'ai noté
con-sit-sure = Quitter { $what } ?
con-sit-class = Cette fenêtre siège à un bureau à la fois. Ce siège reste le vôtre : revenez-y, ici ou dans un navigateur, avec le code { $code }.
con-sit-alone = Cette fenêtre joue une crise à la fois. Le journal de celle-ci est gardé et peut être revu, mais elle ne peut être poursuivie.
con-sit-yes = Y siéger
con-away-table = La table de votre délégation
con-away-leave = Quitter le siège
con-away-leave-how = Le siège reste le vôtre. Revenez-y, dans une fenêtre ou un navigateur, avec le code { $code }.
con-away-leave-yes = Le quitter
con-away-back = Pour revenir, dans une fenêtre ou un navigateur : { $code }

con-cell-mark = Cellule blanche : cet écran montre la vérité. Ne le projetez pas.
con-cell-waiting = La classe n'a pas commencé.
con-cell-end-sure = Finir le tour { $turn } maintenant ? On peut revenir sur ce qui est joué, avec un motif, mais les gens l'ont vu.
con-cell-give-sure = Dire « { $title } » maintenant ?
con-cell-hand = Remettre { $state } à son agent
con-cell-back = Rendre { $state }
con-cell-rest = { $count ->
    [one] Un État de plus, où personne ne siège :
   *[other] { $count } États de plus, où personne ne siège :
}
con-cell-office = Fonction
con-world-acts = Actes du tour précédent
con-world-top = Le plus haut sur l'échelle
con-cell-forked = Une copie est ouverte sous le code { $code }. Elle figure parmi les mondes.
con-cell-overrule = Passer outre : { $act }
con-cell-back-reason = Motif du retour, pour le dossier
con-cell-correct-reason = Motif de la correction, pour le dossier
con-cell-one = Écrivez un changement à la fois, pour que chacun ait son motif.
con-cell-go = Aller à { $code }

con-file = Fichier
con-file-write = L'écrire
con-file-written = Écrit dans { $path }

con-export = L'emporter en fichiers
con-export-folder = Dossier
con-export-as = { $form ->
    [png] Images (PNG)
    [svg] Dessins (SVG)
    [csv] Tableaux (CSV)
   *[parquet] Tableaux (Parquet)
}
con-export-nothing = Il n'y a rien ici sous cette forme.
