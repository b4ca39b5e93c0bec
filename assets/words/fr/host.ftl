# Les pages d'un participant : entrer, siéger, lire, écrire. Le récit de la crise reste en anglais et y est marqué comme tel.

web-skip = Aller au contenu
web-lost = La connexion est perdue. Ce qui a été confirmé est en sûreté ; nouvel essai …
web-changed = Quelque chose a changé.
web-show = Afficher
web-again = Actualiser
web-no = Cela n'a pas abouti
web-back = Retour
web-nowhere = Cette page n'existe pas.
web-strange = Cette demande ne vient pas d'une page de cet hôte ; elle n'a donc pas été exécutée.
web-halted = L'hôte ne peut pas écrire dans sa base de données ; rien n'est donc confirmé : { $why }. Tout ce qui a été confirmé est en sûreté ; réessayez dans un instant.
web-too-often = Trop de codes erronés sont venus de votre adresse. Attendez quelques minutes.
web-too-fast = Trop de demandes en trop peu de temps. Attendez quelques secondes.
web-unreadable = Le formulaire n'a pas pu être lu.

join-title = Entrer dans une crise
join-code = Le code affiché au tableau
join-name = Votre nom
join-name-hint = Tel que votre groupe le connaît. Il reste chez l'hôte et ne figure pas dans le procès-verbal de la partie.
join-state = État
join-any = Là où l'on est le moins nombreux
join-press = La presse : publie, voit ce qui est public et ce qu'on lui dit
join-watch = Seulement regarder
join-go = Entrer
join-wrong = Aucune classe n'a ce code.
join-return = Je suis déjà venu
return-title = Retrouver votre siège
return-code = Votre code de retour
return-go = Revenir
return-wrong = Aucun siège n'a ce code.
welcome-title = Vous y êtes
welcome-seat = { $office ->
    [head] Vous représentez { $state } comme chef de délégation.
    [press] Vous êtes la presse.
   *[other] Vous représentez { $state } comme { $name }.
}
welcome-code = Votre code de retour est
welcome-keep = Notez-le : il n'est montré que maintenant, et il vous ramène à ce siège depuis n'importe quel appareil.
welcome-go = Vers votre siège

seat-title = { $state }
seat-you = { $office ->
    [head] { $name }, chef de la délégation de { $state }
    [press] { $name }, journaliste
   *[other] { $name }, { $title } de { $state }
}
seat-turn = Tour { $turn } sur { $turns }
seat-over = La crise est terminée. Attendez le débriefing.
seat-waiting = La classe n'a pas commencé. Lisez qui vous êtes et ce que vous savez.
seat-agent = L'animateur a confié ce siège à son agent. Vous pouvez lire avec lui.
seat-turn-head = Tour
seat-news = Nouvelles
seat-news-public = Public, tour { $turn }
seat-news-shared = Pour vous et les autres destinataires, tour { $turn }
seat-clock-runs = Le tour se termine dans
clock-soon = Il reste moins d'une minute dans ce tour. S'il faut plus de temps à votre État, demandez-le d'un geste sur la page de votre siège ; l'animateur l'accorde d'un geste.
seat-clock-stands = L'horloge est arrêtée ; il reste :
seat-nothing = Si vous n'envoyez rien avant la fin du tour, l'agent de votre État agit selon vos instructions permanentes.
seat-now = En bref
seat-who = Qui vous êtes
seat-happened = Ce qui s'est passé
seat-to-do = Ce qu'il faut faire
todo-order = Choisissez un acte ci-dessous, lisez sa fiche de licéité et ordonnez-le ; dites ensuite que vos ordres sont complets.
todo-propose = Choisissez un acte ci-dessous, lisez sa fiche de licéité et proposez-le à votre délégation.
todo-ready = Vos ordres sont complets et seront exécutés à la fin du tour. Vous pouvez encore écrire aux autres.
todo-waiting = Lisez votre dossier et ce que vous savez, puis dites que vous êtes prêt.
todo-agent = Votre siège est entre les mains de son agent : lisez avec lui.
todo-over = La crise est terminée. Lisez ce que votre délégation a examiné, et attendez le débriefing.
seat-jump = Sur cette page
seat-briefing = Lire le dossier en bref
seat-briefing-full = Le dossier complet
seat-orders = Vos ordres pour ce tour
seat-orders-none = Aucun ordre pour l'instant.
seat-take-back = Retirer
seat-ready = Nos ordres sont complets
seat-not-ready = Finalement, pas encore
seat-is-ready = Vos ordres sont complets. Ils seront exécutés à la fin du tour.
seat-head-only = C'est le chef de votre délégation qui envoie les ordres : { $head }.
seat-do = Ce que vous pourriez faire
seat-do-none = Rien ne presse.
seat-all = Tous les actes, avec recherche
seat-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
seat-points-left = { $points ->
    [0] Il ne reste plus d'attention pour ce tour.
    [one] Il reste { $points } point d'attention pour ce tour.
   *[other] Il reste { $points } points d'attention pour ce tour.
}
seat-points-have = Votre gouvernement peut suivre { $points } d'attention ce tour-ci.
seat-points-kept = Réservé à ce que votre État a annoncé : −{ $points }
seat-points-secret = Ordres secrets : −{ $points }
seat-not-now = Pas maintenant : { $why }
seat-known = Ce que vous savez
seat-notes = Notes diplomatiques
seat-notes-none = Aucune note n'a été échangée.
seat-notes-received = Reçues
seat-notes-sent = Envoyées
seat-messages = Messages
seat-messages-none = Aucun message pour l'instant.
seat-message = { $from } à { $to }, tour { $turn }
seat-write = Écrire à d'autres États
seat-write-to = À
seat-write-text = Texte
seat-write-look = Relire, puis envoyer
seat-write-send = Envoyer à { $who }
seat-write-hint = Un texte libre n'engage personne. Les promesses et les menaces qui comptent sont des actes. La presse peut publier ce que vous lui dites.
seat-delegation = Votre délégation

lobby-title = Avant le début
lobby-read = Lisez qui vous êtes et ce que vous savez ; rien ne court encore.
lobby-you-are = Vous êtes prêt. Cela commence quand l'animateur le dit.
lobby-ready = J'ai lu et je suis prêt
lobby-not-ready = Finalement, pas encore
lobby-count = Prêts : { $ready } sur { $all }.
lobby-reading = Lisent encore : { $states }.
lobby-state = { $state } ({ $ready } sur { $all })
office-here = présent
office-away = absent
office-ready = prêt
office-reading = lit encore
office-head-away = { $name }, à la tête de votre délégation, est absent. Si cela dure une minute et demie, l'un de vous qui est là le supplée ; à son retour, la direction lui revient. Si rien n'a été ordonné à la fin du tour, l'agent de votre État agit selon vos instructions permanentes.
office-devices = Vous êtes ici sur { $count } appareils ou fenêtres à la fois. Ce que vous faites sur l'un se voit sur l'autre. Si l'un d'eux n'est pas à vous, dites-le à l'animateur.
seat-message-hidden = L'animateur a masqué ce message.
seat-appeal = S'adresser à l'animateur
seat-appeal-text = De quoi s'agit-il ? Seuls l'animateur et votre délégation le lisent.
seat-appeal-go = Envoyer à l'animateur
answer-title = De l'animateur
answer-noted = Bien noté.
answer-yes = Oui, allez-y.
answer-no = Non ; cherchez une autre voie.
answer-come = Venez me voir, s'il vous plaît.

known-number = Incident { $number } :
known-not-public = Non public, à votre connaissance
known-bounds = En chiffres : { $share }.
known-nothing-held = Vous ne détenez aucune preuve à ce sujet.
map-heading = La situation
map-title = Les États, leurs paires les plus tendues et les lieux des faits
map-note-own = Hachuré : votre État.
map-note = Un schéma, non une géographie : il ne prend parti sur aucune frontière. Traits gris épais : alliés. Tirets avec un chiffre : l'échelon de l'escalade. Épingles : incidents ; une épingle creuse n'est pas publique.
map-tables = La carte sous forme de tableaux
map-incidents = Incidents
map-number = Épingle
map-incident = Incident
map-where = Lieu
map-through = par { $state }
map-standing = État
map-over = terminé
map-goes-on = en cours
map-no-incident = Aucun incident n'est connu.
map-pairs = Paires d'États
map-pair = Paire
map-bond = Lien
map-relations = Relations
map-ladder = Échelon
map-alliance = { $alliance ->
    [none] aucun
    [partners] partenaires
   *[allies] alliés
}
map-diplomatic = { $relations ->
    [full] ambassadeurs en poste
    [ambassador_recalled] ambassadeur rappelé
    [reduced] personnel réduit
   *[severed] rompues
}
desk-pair = { $first } et { $second }
sight-own = Votre État seul
sight-shared = Partagé avec { $who }
sight-public = Public
held-found = Trouvé par vos propres services ({ $found })
held-given = Transmis par { $from } ({ $found })
held-trust = { $trust ->
    [well] bien fiable
    [partly] fiable en partie
   *[little] peu fiable
}

board-title = Ce que chacun peut voir
board-join = Ouvrez { $address } et saisissez le code
board-picture = L'accès à la classe, en image à scanner
board-news = Nouvelles
board-no-news = Rien n'est encore devenu public.
press-title = La presse
press-who = Vous êtes la presse de la région. Vous voyez ce qui est public, et ce que l'on vous confie.
press-to-do = Demandez, vérifiez, publiez. Ce que vous publiez est lu par tous, au nom de la presse, et n'engage personne.
press-publish = Publier
press-text = Votre article
press-hint = Dites à quel point vous êtes sûr et d'où cela vient. Tout le monde le lira.
press-look = Relire, puis publier
press-published = La presse

act-all-title = Tous les actes
act-search = Recherche
act-search-go = Chercher
act-found = { $count ->
    [0] Aucun acte ne porte ce nom.
    [one] { $count } acte.
   *[other] { $count } actes.
}
act-estimate = Avant de voir la fiche : à quel point êtes-vous sûr que cela est licite ?
act-card = Lire la fiche de licéité
act-costs = Cela prend { $points } d'attention.
act-check-title = Avant d'envoyer
act-change = Modifier quelque chose
act-give = { $who ->
    [none] L'ordonner en secret
    [everybody] L'ordonner : tout le monde le verra
   *[other] L'ordonner : { $who } le verra
}
act-not-now = Rien ne peut être ordonné maintenant : la classe n'a pas commencé, la crise est terminée, ou le siège est entre les mains de son agent.
act-closed = Cet acte n'est plus ouvert dans ce tour.
act-law = Fiche de licéité
act-opinion = L'avis entier : chaque règle, chaque lecture, et comment le coût s'additionne
act-means = Ce que cela signifierait
act-seen-secret = Votre État seul le sait
act-seen-shared = Vu par { $who }
act-seen-public = Public : tout le monde le voit

no-not-seated = Seule une personne qui siège peut le faire.
no-not-head = Seul le chef de la délégation peut le faire.
no-not-facilitator = Seul l'animateur peut le faire.
no-not-begun = La classe n'a pas commencé.
no-begun = La classe a déjà commencé.
no-turn-over = Le tour auquel cela était destiné a été joué.
no-over = La crise est terminée.
no-with-agent = Le siège est entre les mains de son agent.
no-too-many = Un siège donne au plus { $most } ordres par tour.
no-nothing = Il n'y a pas d'ordre, de personne ou d'État de ce nom.
no-name = Un nom a de 1 à { $most } lettres.
no-name-taken = Quelqu'un d'autre porte déjà ce nom.
no-full = La classe est complète.
no-text = Un message a de 1 à { $most } lettres.
no-word = Un mot sur un projet a au plus { $most } lettres.
no-too-many-messages = Un État envoie au plus { $most } messages par tour.
no-reader = Un message a besoin d'au moins un autre lecteur.
no-clock = L'horloge le fait déjà.
no-key = La demande porte une clé qui n'en est pas une.

# La salle de la délégation.

team-title = Les projets de la délégation
team-none = Aucun projet n'est devant la délégation. Chacun peut en proposer un depuis sa fiche juridique.
team-head = Le chef décide : un projet est envoyé quand le chef l'approuve.
team-two-of-three = Deux sur trois décident : un projet est envoyé quand deux tiers de la délégation l'approuvent.
team-anyone = Chacun décide : ce que l'un propose ou ordonne est envoyé, chacun pour ce qui relève de sa fonction.
team-by = Proposé par { $name }
team-verdict = D'après ce que vous savez : { $verdict }
team-approves = { $name } approuve
team-approves-saying = { $name } approuve : « { $word } »
team-objects = { $name } s'oppose
team-objects-saying = { $name } s'oppose : « { $word } »
team-brief = L'avis juridique
team-held = Retenu par l'objection du conseiller juridique : seul le chef peut encore l'envoyer, en disant pourquoi.
team-sent = Envoyé : il figure parmi les ordres.
team-withdrawn = Écarté.
team-word = Pourquoi, en un mot
team-approve = Approuver
team-object = S'opposer
team-withdraw = L'écarter
team-propose = Le proposer à la délégation
team-too-dear = Ce projet demande plus d'attention qu'il n'en reste à votre État ce tour-ci. Reprenez d'abord un ordre, ou laissez-le attendre.
no-needs-team = Dans cette classe, un projet est envoyé quand deux membres sur trois de la délégation l'approuvent : proposez-le à la délégation.
no-decided = Ce projet a déjà été envoyé ou écarté.

# Plus de temps.

time-ask = Demander plus de temps
time-ask-hint = Une fois par tour pour votre État ; l'animateur répond d'un geste.
time-asked = Votre État a demandé plus de temps. L'animateur n'a pas encore répondu.
time-given = { $minutes ->
    [one] Vous avez demandé plus de temps : { $minutes } minute de plus a été accordée.
   *[other] Vous avez demandé plus de temps : { $minutes } minutes de plus ont été accordées.
}
time-denied = Vous avez demandé plus de temps ; l'animateur laisse au tour sa durée.
no-hurry = L'horloge ne tourne pas : rien ne presse.
no-asked-before = Votre État a déjà demandé plus de temps dans ce tour.

# Ce qui attend.

wait-title = Ce qui attend
wait-none = Rien n'attend entre vous et les autres.
wait-mine = En attente de vous : { $count }
wait-theirs = En attente des autres : { $count }
wait-expired = Échu : { $count }
wait-last = Ce tour est le dernier.
wait-days = { $days ->
    [one] Il reste { $days } jour.
   *[other] Il reste { $days } jours.
}
wait-ago = { $days ->
    [one] Le dernier jour était hier.
   *[other] Le dernier jour était il y a { $days } jours.
}
wait-answers = Elle répond à une offre antérieure :
wait-crosses = Elle se trouve à côté d'une offre de l'autre partie :
wait-instead = On vous a offert :
wait-instead-of = au lieu de
wait-same = Comme là-bas : { $terms }
wait-term-content = Ce qui est offert
wait-term-bound = Qui est lié
wait-term-due = Jusqu'à quand
wait-term-about = De quoi il s'agit
wait-term-known = Qui le sait

# Instructions permanentes.

standing-title = Instructions permanentes
standing-says = Tant que votre État se tait, son agent agit { $temper }. Jusqu'où il peut aller : { $mandate }.
standing-own = comme votre État dans cette crise
standing-temper = { $temper ->
    [cautious] comme qui attend, demande et regarde encore
    [hawk] comme qui répond vite et fort, au grand jour
    [legalist] comme qui bâtit d'abord son dossier : preuve, demande, préavis, puis ce que le droit permet
    [opportunist] comme qui prend sans bruit ce qui peut se prendre
    [revisionist] comme qui travaille à couvert, et nie
   *[other] selon le tempérament « { $temper } »
}
standing-mandate = { $mandate ->
    [free] autant qu'il le juge bon
    [calm] rien de plus vif qu'une démarche : ni menace, ni mesure, rien de secret
    [diplomacy] la diplomatie seule : notes, offres, constats partagés, affaires portées, dommages réparés
   *[answers] seulement des réponses à ce qui attend
}
standing-change = Changer les instructions permanentes
standing-ask-temper = Comment il agit
standing-ask-mandate = Jusqu'où il peut aller
standing-go = Laisser ces instructions
no-temper = Il n'y a pas de tel tempérament.

office = { $office ->
    [head] chef de délégation
    [press] journaliste
    [foreign_minister] ministre des affaires étrangères
    [legal_adviser] conseiller juridique
    [intelligence_chief] chef du renseignement
    [economy_minister] ministre de l'économie
    [press_officer] porte-parole
    [defence_minister] ministre de la défense
   *[adviser] conseiller
}
office-yours = Ce que vous faites : { $office }
office-does = { $office ->
    [head] Vous voyez tout ce que sait votre État et proposez tout. La règle de la classe dit ce que la délégation envoie sans vous ; vous reprenez les ordres, les déclarez complets et laissez des instructions permanentes.
    [press] Vous voyez ce qui est public et ce qu'on vous dit, et vous publiez.
   *[adviser] Vous voyez tout ce que sait votre État et proposez ce que vous voulez.
}
office-answers-for = répond de : { $families }
office-you-answer-for = Vous répondez de : { $families }. Ces actes, vous les proposez vous-même. Les autres viennent de qui en répond, et ce dont personne ici ne répond, de n'importe qui.
office-family = { $family ->
    [diplomacy] la diplomatie
    [cooperation] la coopération
    [multilateral] les Nations Unies
    [attribution] l'attribution
    [legal-process] les procès
    [countermeasures] les contre-mesures
    [intelligence] le renseignement
    [cyber] les opérations cyber
    [resilience] la résilience
    [economic] l'économie
    [information] l'opinion publique
    [military] les forces armées
   *[other] { $family }
}
office-keeps-secrets = Vous gardez les secrets : vous voyez d'où viennent les preuves de votre État et toute opération secrète, et dites aux autres ce qu'ils doivent savoir.
office-cleared = Vous voyez aussi les opérations secrètes et les preuves non publiées.
office-not-cleared = Dès qu'un chef du renseignement siège dans votre État, ni les opérations secrètes ni les preuves non publiées ne vous sont montrées : demandez-lui ce qu'il sait.
office-holds = Vous lisez en entier la fiche de chaque projet. Si vous vous opposez, le projet est retenu : seul le chef peut alors l'envoyer, en disant pourquoi.
office-person = { $name } ({ $office })
office-others-answer = { $who } en répond. Parlez-en : le projet peut venir de là.
office-secret = { $count ->
    [one] Un autre est secret ; seules les personnes habilitées le voient.
   *[other] { $count } autres sont secrets ; seules les personnes habilitées les voient.
}
office-not-told = Votre chef du renseignement garde les secrets : on vous dit à quel point votre État est sûr, pas d'après quoi.
no-not-yours = Une autre fonction de votre délégation en répond : demandez-lui de le proposer.
no-held = Le conseiller juridique s'oppose. Dites en un mot pourquoi le projet est envoyé malgré tout ; cela reste au procès-verbal.
seat-file = Ce que votre délégation a examiné
wait-appeal = Votre question à l'animateur : « { $text } »
known-more = { $count ->
    [one] { $count } élément antérieur
   *[other] { $count } éléments antérieurs
}
seat-more = { $count } de plus
known-kept = Votre chef du renseignement garde les preuves qu'il peut y avoir.
