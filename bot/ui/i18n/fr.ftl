# Les textes de Paperboy en français (on tutoie, comme Discord). Source : en.ftl.
# Espaces insécables devant : ; ? ! et à l'intérieur de « ».

list-or = { " ou " }
list-and = { ", " }
sentence-gap = { " " }

## Fiches

card-code = code
card-machine-summary = ✨ résumé IA par { $model }
card-own-summary = ✨ résumé IA par { $model }, fait pour ce Paperboy
card-model-unknown = un modèle non précisé
text-abstract = résumé des auteurs
text-opening = premières phrases du résumé
text-machine = ✨ résumé IA, modèle indiqué sur la fiche
text-own = ✨ résumé IA par { $model }
text-retold = raconté pour cette démo
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = résumés, certains raccourcis
card-withdrawn = ⚠️ retiré par ses auteurs

button-save = Enregistrer
button-bibtex = BibTeX
button-post-here = Publier ici
button-similar = Similaires
button-pdf = PDF
button-code = Code
button-project = Page du projet
button-back = Précédent
button-next = Suivant

linked-models = { $count ->
        [one] { $count } modèle
       *[other] { $count } modèles
    }
linked-datasets = { $count ->
        [one] { $count } jeu de données
       *[other] { $count } jeux de données
    }
linked-spaces = { $count ->
        [one] { $count } Space
       *[other] { $count } Spaces
    }
linked-on-huggingface = { $linked } sur Hugging Face

## Traductions

translated-by = 🌐 traduit par { $translator }
translated-in-part = une partie n'a pas pu l'être et reste telle que ses auteurs l'ont écrite
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = le modèle { $model }
translate-failed = 🌐 Traduction impossible : { $why }. La fiche ci-dessus est l'original.
translate-unreliable = des noms ou des formules auraient été abîmés
translate-nobody = Ce Paperboy ne traduit plus les articles.
translate-is-yours = Les articles sont en anglais, et c'est la langue dans laquelle Paperboy te répond : il n'y a rien à traduire. `/paramètres` avec l'option `langue` permet d'en choisir une autre.
translate-not-offered = Ici, les articles ne sont pas traduits dans ta langue. C'est la personne qui gère ce Paperboy qui choisit les langues.
translate-hidden = Une traduction est écrite par une machine, et tu as masqué ce genre de texte. `/paramètres ia: Afficher` l'affiche à nouveau.
trouble-key = clé d'accès refusée
trouble-quota = quota du mois épuisé
trouble-budget = nombre de caractères du mois épuisé
trouble-language = langue inconnue du traducteur

## Le bulletin

digest-title = 📰 Articles · { $day }
digest-title-mine = 📬 Tes articles · { $day }
digest-about = Sujet : { $query }
digest-counts = { $offered } { $offered ->
        [one] nouveau
       *[other] nouveaux
    } · { $here } ici{ $more ->
        [0] { "" }
       *[other] { " · " }{ $more } de plus ci-dessous
    }
digest-source-silent = ⚠️ Les sources n'ont rien apporté de nouveau depuis le { $since } ; ces articles sont plus anciens. `/bulletin statut` dit ce qui ne va pas.
digest-topics = **Sujets en hausse et en baisse**
    -# articles par semaine : ○ moyenne des quatre semaines d'avant → 7 derniers jours
digest-topics-machine = ✨ d'après des mots-clés écrits par IA
topics-described = Sujets des 7 derniers jours, en nombre d'articles, comparés aux quatre semaines d'avant.
topics-rose = En hausse : { $topics }.
topics-fell = En baisse : { $topics }.
topics-one = { $name } { $now }, d'habitude { NUMBER($usual, maximumFractionDigits: 0) }
digest-late = ⏰ En retard : l'envoi n'a pas pu se faire à l'heure prévue.
digest-not-translated = 🌐 tout n'a pas pu être traduit cette fois ; le reste est tel que ses auteurs l'ont écrit
digest-votes = votes à { $time }
digest-next = prochain envoi : { $when }
digest-next-holiday = prochain envoi : { $when }, s'il y a quelque chose : arXiv n'annonce rien le { $day }, jour férié

button-more = { $count } de plus
button-why = Pourquoi ceux-ci ?
button-mine = Recevoir le mien
button-unsubscribe = Se désabonner

empty-weekend = Aucun article ne paraît le week-end.
empty-holiday = Jour férié pour arXiv, qui n'a rien annoncé.
empty-skipped = { $considered ->
        [one] Envoi sauté : Paperboy était arrêté et n'est revenu qu'avec plus de douze heures de retard.
       *[other] { $considered } envois sautés jusque-là : Paperboy était arrêté et n'est revenu qu'avec plus de douze heures de retard.
    }
empty-put-back = { $considered ->
        [one] Envoi sauté : une copie plus ancienne de la base de données a été restaurée, il est donc peut-être déjà arrivé.
       *[other] { $considered } envois sautés jusque-là : une copie plus ancienne de la base de données a été restaurée, ils sont donc peut-être déjà arrivés.
    }
empty-source-silent = { $known ->
        [0] Les sources n'ont rien apporté ces sept derniers jours.
       *[other] Les sources n'ont rien apporté de nouveau depuis le { $since }.
    }
empty-see-status = `/bulletin statut` dit ce qui ne va pas.
empty-nothing-matched = { $considered ->
        [0] Aucun article n'est paru.
        [one] Un seul article est paru, et il ne correspond pas.
       *[other] { $considered } articles sont parus, aucun ne correspond.
    }
empty-all-shown = Rien de nouveau : tout ce qui correspond a déjà été affiché ici.

more-title = { $count ->
        [0] Aucun autre article
        [one] Un article de plus
       *[other] { $count } articles de plus
    }
more-none = C'était tout.
edition-gone = Ce message vient d'un envoi qui a été supprimé : il n'y a plus rien à en dire. Ses articles s'ouvrent toujours par leurs numéros.

why-title = Pourquoi ceux-ci ?
why-rule = Classés selon leur pertinence, leur rang parmi les articles du même jour et la présence de code, puis répartis entre les sujets. Jamais deux fois au même endroit.
why-because = { $reasons }
why-left-out = Écartés : { $rules }
why-all-here = Rien n'a été écarté.

reason-matches = correspond à { $terms }
reason-everything = paru cette semaine
reason-top-voted = nº { $a } sur { $b } de sa journée
reason-rose = passé de ▲{ $a } à ▲{ $b }
reason-discussed = { $count ->
        [one] { $count } commentaire
       *[other] { $count } commentaires
    }
reason-code = code disponible
reason-pinned = épinglé ici

left-out-not-matching = { $count } hors requête
left-out-shown-before = { $count ->
        [one] { $count } déjà affiché ici
       *[other] { $count } déjà affichés ici
    }
left-out-too-similar = { $count ->
        [one] { $count } trop proche d'un article retenu
       *[other] { $count } trop proches d'un article retenu
    }
left-out-below-limit = { $count } au-delà de la limite
left-out-withdrawn = { $count ->
        [one] { $count } retiré par ses auteurs
       *[other] { $count } retirés par leurs auteurs
    }

## Quand quelque chose ne va pas

failure-unexpected = Quelque chose s'est mal passé du côté de Paperboy. C'est noté dans le journal sous `{ $code }` ; réessaie, s'il te plaît.
failure-old-control = Ce bouton vient d'une autre version de Paperboy. Relance la commande, s'il te plaît.
failure-too-many = Il y en a déjà { $most } ici, et c'est le maximum. Supprimes-en un d'abord.
failure-not-allowed = Tu n'as pas le droit de faire ça ici.
failure-invalid = Paperboy n'a pas compris.
failure-did-you-mean = Tu voulais dire { $nearest } ?

failure-query = Ici, la requête n'a plus de sens. Attendu : { $expected }.
failure-query-suggestion = Tu voulais dire `{ $suggestion }` ?
expected-term = un mot

failure-time-missing = Il manque l'heure. Écris-la comme 09:00 ou 9 pm.
failure-time-not-understood = « { $text } » n'est pas une heure. Écris-la comme 09:00 ou 9 pm.
failure-time-out-of-range = Aucune horloge n'affiche « { $text } ». Les heures vont de 00 à 23, les minutes de 00 à 59.
failure-days-missing = Il manque les jours. Écris `tous les jours`, `en semaine`, `mar-sam` ou une liste comme `lun, mer, ven`.
failure-day-not-understood = « { $text } » n'est pas un jour. Écris `tous les jours`, `en semaine`, `mar-sam` ou une liste comme `lun, mer, ven`.
failure-day-range-incomplete = « { $text } » a besoin d'un jour de chaque côté, comme `mar-sam`.
failure-zone = « { $text } » n'est pas un fuseau horaire que Paperboy connaît.
expected-end = la fin
expected-closing-quote = un guillemet fermant
expected-closing-parenthesis = une parenthèse fermante
expected-number = un nombre
expected-yes-or-no = `yes` ou `no`
expected-field-value = quelque chose après les deux-points
expected-known-field = un champ parmi `author:` `category:` `org:` `source:` `upvotes:` `code:`
expected-shorter-text = 500 caractères au maximum
expected-fewer-terms = 64 termes au maximum
expected-less-nesting = moins de parenthèses imbriquées

## Messages privés et alertes

dm-hello = 📬 Tes articles arriveront ici. `/abonnements` permet de les modifier ou de les mettre en pause, `/se-désabonner` de les arrêter.
dm-closed-notice = 📪 Tes articles n'ont pas pu être livrés : tes messages privés étaient fermés à Paperboy. Autorise les messages privés d'un serveur que vous avez en commun, puis appuie sur **Réessayer**.

alert-missing-permission = ⚠️ Le bulletin de { $channel } s'est arrêté : il y manque à Paperboy { $detail }. Il reprendra tout seul dès que ce sera réglé.
alert-refused-all-the-same = ⚠️ Le bulletin de { $channel } s'est arrêté : Discord n'y laisse pas Paperboy écrire, alors qu'il a toutes les permissions nécessaires. Vérifie s'il est exclu temporairement du serveur. Un nouvel essai a lieu toutes les heures et l'envoi reprendra tout seul ; tu ne recevras pas d'autre alerte.
alert-channel-gone = ⚠️ Le bulletin de { $channel } s'est arrêté : le salon a disparu, ou Paperboy ne le voit pas. Le bulletin est gardé 30 jours : si le salon revient ou si Paperboy est réinvité, il reprendra tout seul ; `/bulletin modifier` permet de l'envoyer dans un autre salon.
alert-too-late = ⚠️ Une édition du bulletin de { $channel } n'est pas arrivée : pendant douze heures, l'envoi a échoué. `/bulletin statut` en dit plus. Le bulletin continue ; tu ne recevras pas d'autre alerte tant que rien n'arrive.
alert-not-taken = ⚠️ Une édition du bulletin de { $channel } n'est pas arrivée : Discord n'a pas accepté le message ({ $detail }). C'est la faute de Paperboy, pas du salon. Le bulletin continue ; tu ne recevras pas d'autre alerte tant que rien n'arrive.
alert-automod = ⚠️ Une édition du bulletin de { $channel } n'est pas arrivée : AutoMod a bloqué le message. Dans les paramètres du serveur, sous AutoMod, exclus de la règle le rôle de Paperboy ou ce salon. Le bulletin continue ; tu ne recevras pas d'autre alerte tant que rien n'arrive.
alert-links = ⚠️ Une édition du bulletin de { $channel } n'est pas arrivée : Discord l'a bloquée à cause d'un lien qu'il juge dangereux. Ton serveur n'y est pour rien. Le bulletin continue ; tu ne recevras pas d'autre alerte tant que rien n'arrive.
alert-channel-refused = Tu reçois ce message parce que Paperboy n'a pas pu écrire dans { $channel }, le salon des alertes.

permission-view-channel = Voir le salon
permission-send-messages = Envoyer des messages
permission-read-message-history = Voir les anciens messages

button-try-again = Réessayer

## Articles

paper-gone = Cet article n'est plus connu ici.
paper-saved = 🔖 Enregistré. `/bibliothèque liste` montre ce que tu as enregistré.
paper-post-not-here = La publication n'est possible que dans un salon d'un serveur.
paper-post-not-allowed = Tu ne peux pas écrire dans ce salon, donc rien n'a été publié ici.
paper-share-not-allowed = Tu ne peux pas écrire dans ce salon, donc rien n'a été partagé ici. Sans `partager`, la réponse n'est visible que par toi.
paper-posted-by = partagé par { $user }

# Similar papers
similar-title = ### 🧭 Similaires à « { $title } »
similar-how = Comparés par leurs mots (plus ils sont rares, plus ils comptent), leurs mots-clés et leurs auteurs.
similar-about = en commun : { $words }
similar-keywords = mêmes mots-clés : { $keywords }
similar-authors = aussi de { $names }
similar-close = proches par leurs mots
similar-nothing = Rien ici ne ressemble à cet article. `/recherche` trouve des articles avec tes propres mots.

## Horaires et requêtes en toutes lettres

language-name = Français

# Formats de date d'Unicode (unicode.org/reports/tr35).
pattern-day = EEE d MMM
pattern-full-day = d MMM y
pattern-month = MMM y
pattern-weekday-time = EEE HH:mm

day-0 = lun
day-1 = mar
day-2 = mer
day-3 = jeu
day-4 = ven
day-5 = sam
day-6 = dim

days-daily = tous les jours
days-weekdays = en semaine
days-weekends = le week-end
days-weekly-0 = chaque lundi
days-weekly-1 = chaque mardi
days-weekly-2 = chaque mercredi
days-weekly-3 = chaque jeudi
days-weekly-4 = chaque vendredi
days-weekly-5 = chaque samedi
days-weekly-6 = chaque dimanche
days-run = { $first }–{ $last }

schedule-line = { $days } à { $time }, { $zone }
schedule-short = { $days } à { $time }
schedule-next = Prochain envoi : { $at } ({ $in })
schedule-next-holiday = Prochain envoi : { $at } ({ $in }), s'il y a quelque chose : arXiv n'annonce rien le { $day }, jour férié

query-everything = tout
query-author = par { $names }
query-votes = au moins ▲{ $count }

limit-line = { $count ->
        [one] un article
       *[other] jusqu'à { $count } articles
    }

dry-run = { $papers ->
        [0] Rien ne correspond sur les 30 derniers jours.
        [one] 30 derniers jours : un article.
       *[other] 30 derniers jours : { $papers } articles, { NUMBER($aday, maximumFractionDigits: 1) } par jour, { $busiest } le jour le plus chargé.
    }
dry-run-empty = Rien n'est encore indexé, impossible donc de dire combien il en arriverait.

paused-asked = ⏸️ En pause depuis le { $since }. Rien n'arrive jusqu'à la reprise.
paused-missing-permission = ⛔ À l'arrêt depuis le { $since } : il manque à Paperboy { $missing } dans ce salon. L'envoi reprendra tout seul dès que ce sera réglé.
paused-refused-all-the-same = ⛔ À l'arrêt depuis le { $since } : Discord n'y laisse pas Paperboy écrire, alors qu'il a toutes les permissions nécessaires. Vérifie s'il est exclu temporairement du serveur. Un nouvel essai a lieu toutes les heures.
paused-channel-gone = ⛔ À l'arrêt depuis le { $since } : le salon a disparu, ou Paperboy ne le voit pas. L'envoi reprendra tout seul dès que ce sera réglé, `/bulletin modifier` permet de choisir un autre salon, et après 30 jours tout est supprimé.
paused-dm-closed = 📪 À l'arrêt depuis le { $since } : tes messages privés sont fermés à Paperboy. Autorise les messages privés d'un serveur que vous avez en commun, puis appuie sur **Réessayer**.

channel-unknown = un salon disparu

## Choix pendant la saisie

choice-zone = { $zone }, il y est { $time }
choice-query = ✓ { $query } · { $count ->
        [0] aucun article
        [one] un article
       *[other] { $count } articles
    } en 30 jours
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = Tous
choice-silent = Silencieux
choice-normal = Avec une notification
choice-notes-problems = Seulement en cas de problème
choice-notes-all = Chaque fois qu'il n'y a rien à publier
choice-notes-none = Jamais
choice-show = Afficher
choice-hide = Masquer

## Formulaires

form-try-again = Corriger…
form-fault = **{ $field }** · { $why }
form-number = « { $text } » n'est pas un nombre entier de { $least } à { $most }.
form-what-title = Quoi envoyer
form-when-title = Quand l'envoyer
form-digest-title = Modifier le bulletin
form-topics = Sujets
form-topics-help = Mots, "expressions exactes", -exclu, a | b, category:cs.cl ; * = tout
form-authors = Auteurs
form-authors-help = Des noms séparés par des virgules ; un seul suffit
form-votes = Votes minimum
form-votes-help = 0 = peu importe
form-query = Requête
form-query-help = Mots, "expressions exactes", -exclu, a | b, author: category: org: upvotes:>=20 ; * = tout
form-time = Heure
form-time-help = Par exemple 09:00 ou 9 pm
form-timezone = Fuseau horaire
form-timezone-help = Une ville ou un fuseau, comme Paris ou Europe/Paris
form-days = Jours
form-days-help = tous les jours, en semaine, mar-sam, chaque lundi, ou lun, mer, ven ; en anglais aussi
form-limit = Articles
form-limit-help = Le maximum par message, de 1 à 15

## /bulletin

cmd-digest = Les articles du jour pour le serveur
cmd-digest-setup = Faire venir des articles dans un salon, chaque jour
cmd-digest-edit = Modifier un bulletin ; ce que tu n'indiques pas ne change pas
cmd-digest-preview = Voir, pour toi seulement, ce qui arriverait maintenant
cmd-digest-now = Publier tout de suite ce qui est nouveau, pour tout le salon
cmd-digest-pause = Mettre un bulletin en pause jusqu'à sa reprise
cmd-digest-resume = Relancer un bulletin en pause
cmd-digest-remove = Supprimer un bulletin
cmd-digest-status = Ce qui est arrivé, ce qui arrive ensuite, et ce qui ne va pas
cmd-digest-settings = La langue du serveur, et l'affichage des résumés écrits par une IA
opt-digest = Quel bulletin
opt-timezone = Le fuseau horaire, comme Europe/Paris
opt-channel = Où publier : un salon textuel ou d'annonces, ou un fil ; par défaut, celui-ci
opt-time = À quelle heure, par exemple 09:00 (par défaut)
opt-days = Quels jours : tous les jours (par défaut), en semaine, mar-sam, lun, mer…
opt-query = Sur quoi : mots, "expressions", -exclu, author: category: … ; * = tout
opt-limit = Le nombre maximum d'articles par message, de 1 à 15 (9 par défaut)
opt-language = La langue de ce qui entoure les articles
opt-notify = Si un bulletin fait sonner une notification (silencieux par défaut)
opt-notes = Quand signaler qu'il n'y a rien à publier
opt-ai = Afficher ou non les résumés écrits par une IA
opt-alerts = Le salon à prévenir quand le bulletin ne peut pas être publié
opt-again = Publier encore une fois le dernier bulletin au lieu d'un nouveau

digest-panel-title = 📰 Le bulletin de { $channel }
digest-panel-may-post = ✅ Paperboy peut y publier : Voir le salon, Envoyer des messages, Voir les anciens messages.
digest-panel-missing = ⚠️ Paperboy ne peut pas encore y publier. Il lui manque { $missing } dans { $channel }. Accorde-le dans les paramètres du salon, sous Permissions ; il ne faut rien de plus.
digest-panel-unseen = ⚠️ Paperboy ne voit pas { $channel } : il lui manque { $missing }. Accorde-le dans les paramètres du salon, sous Permissions ; il ne faut rien de plus.
digest-panel-gone = ⚠️ Le salon a disparu, ou Paperboy ne le voit pas.
digest-alerts-missing = ⚠️ Les alertes ne peuvent pas arriver dans { $channel } : il y manque à Paperboy { $missing }. En attendant, la personne qui a configuré le bulletin est prévenue par message privé.
digest-alerts-gone = ⚠️ Les alertes ne peuvent pas arriver dans { $channel } : le salon a disparu, ou Paperboy ne le voit pas. La personne qui a configuré le bulletin est prévenue par message privé.
digest-panel-silent = silencieux
digest-panel-normal = avec une notification
digest-panel-notes-problems = prévient quand quelque chose ne va pas
digest-panel-notes-all = prévient chaque fois qu'il n'y a rien
digest-panel-notes-none = ne prévient jamais qu'il n'y a rien
digest-panel-ai = résumés IA affichés
digest-panel-no-ai = résumés IA masqués
digest-panel-alerts = alertes dans { $channel }
digest-panel-set-up = Le bulletin est configuré.
digest-panel-changed = Le bulletin est modifié.

button-preview = Aperçu
button-post-now = Publier maintenant
button-post-again = Republier le dernier
button-edit = Modifier…
button-pause = Mettre en pause
button-resume = Reprendre
button-remove = Supprimer
button-remove-sure = Oui, le supprimer
button-keep = Ne rien supprimer
button-send-again = Renvoyer
button-send-again-of = Renvoyer celui du { $when }
button-no-alerts-channel = Sans salon d'alertes

digest-none = Aucun bulletin n'est configuré sur ce serveur. `/bulletin configurer` en crée un ; il suffit d'un fuseau horaire.
digest-which = Il y a { $count } bulletins sur ce serveur. Choisis-en un avec l'option `bulletin`.
digest-not-found = Ce bulletin n'est pas connu sur ce serveur. Choisis-en un parmi ceux que propose l'option `bulletin`.
digest-channel-forum = Un forum n'a pas encore de place pour un message quotidien. Choisis un salon textuel, un salon d'annonces ou un fil.
digest-channel-kind = Un bulletin se publie dans un salon textuel, un salon d'annonces ou un fil. Choisis-en un avec l'option `salon`.
digest-channel-unseen = Paperboy ne voit pas { $channel }. Accorde-lui Voir le salon à cet endroit, puis relance la commande. Rien n'a été configuré.
digest-nothing-given = Rien n'a changé, car rien n'était indiqué. Indique ce qui doit changer, ou appuie sur Modifier… ci-dessous.
digest-remove-sure = Supprimer le bulletin de { $channel } ? Plus rien n'y sera publié. Ce qui a été publié reste, et ne le sera pas à nouveau si tu recrées un bulletin.
digest-removed = Le bulletin de { $channel } est supprimé.
digest-was-removed = Ce bulletin a été supprimé. `/bulletin configurer` en crée un nouveau.
digest-now-missing = Rien n'a été publié : il manque à Paperboy { $missing } dans { $channel }.
digest-now-gone = Rien n'a été publié : le salon a disparu, ou Paperboy ne le voit pas.
digest-now-posted = 📣 Publié dans { $channel }, pour tout le monde : { $count ->
        [one] [un article]({ $link })
       *[other] [{ $count } articles]({ $link })
    }.
digest-now-on-its-way = ⏳ Pas encore publié dans { $channel } : Discord ne l'a pas accepté. Paperboy continue d'essayer ; `/bulletin statut` dit où ça en est.
digest-now-refused = ⛔ Discord a refusé le message dans { $channel }. `/bulletin statut` dit pourquoi.
digest-resent = 📣 Renvoyé dans { $channel } : { $count ->
        [0] [l'avis]({ $link })
        [one] [un article]({ $link })
       *[other] [{ $count } articles]({ $link })
    }.
digest-resend-done = Cet envoi a déjà été refait, ou on sait qu'il est arrivé. `/bulletin statut` dit où ça en est.
digest-resend-stopped = Le bulletin de { $channel } est à l'arrêt, donc rien n'a été envoyé. Relance-le d'abord.
digest-now-left = { $left ->
        [0] Ce qui vient d'être publié ne reviendra pas : le prochain bulletin n'aura que ce qui sera nouveau d'ici là.
        [one] Ce qui vient d'être publié ne reviendra pas. Il reste un article pour le prochain bulletin.
       *[other] Ce qui vient d'être publié ne reviendra pas. Il reste { $left } articles pour le prochain bulletin.
    }
digest-now-again-left = C'était de nouveau le dernier bulletin ; cela ne change rien au prochain.
digest-now-nothing = Rien n'a été publié dans { $channel }. { $cause }
digest-settings-now = Bulletins de ce serveur : langue { $language }, { $ai }. Les nouveaux partent de là ; `/bulletin modifier` en change un seul.
digest-settings-followed = { $count ->
        [one] Le bulletin existant suit aussitôt.
       *[other] Les { $count } bulletins existants suivent aussitôt.
    }

status-title = Bulletins de ce serveur
status-none-yet = rien n'a encore été publié
status-papers = { $count ->
        [0] aucun article
        [one] un article
       *[other] { $count } articles
    }
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · en cours d'envoi
status-sending = ⏳ { $at } · { $what } · en cours d'envoi{ $detail }
status-refused = ⛔ { $at } · { $what } · refus de Discord{ $detail }
status-unsure = ❓ { $at } · { $what } · arrivée incertaine, et le salon ne peut pas être relu
status-unsure-put-back = ❓ { $at } · { $what } · arrivée incertaine : une copie plus ancienne de la base de données a été restaurée
status-expired = ⌛ { $at } · { $what } · envoi impossible{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = { "\u00A0" }: { $detail }
detail-too-late = pas dans les douze heures
detail-rate-limited = Discord a demandé une pause
detail-discord-error = Discord a répondu { $status }
detail-discord-refused = Discord a répondu { $status }
detail-no-connection = pas de connexion à Discord
detail-put-back = une copie plus ancienne de la base de données a été restaurée
detail-connection-lost = la connexion à Discord s'est coupée
detail-dm-brake = Discord freine les messages privés
detail-dm-closed = les messages privés sont fermés
detail-missing-permission = une permission manque
detail-channel-gone = le salon a disparu
detail-invalid = Discord n'accepte pas ce message
detail-automod = AutoMod a bloqué le message
detail-links = Discord a bloqué un lien du message, jugé dangereux
detail-broke = une erreur de Paperboy lui-même ; elle est dans le journal
detail-unreadable = ce qui était stocké est illisible
status-indexed = Indexé : { $count ->
        [0] encore aucun article
        [one] un article, du { $newest }
       *[other] { $count } articles, du { $oldest } au { $newest }
    }
status-source-ok = { $source } : a répondu { $when }
status-source-error = ⚠️ { $source } : échec { $when } : { $why }
status-source-new = { $source } : pas encore interrogé
source-huggingface = Hugging Face Daily Papers

## Sources d'un serveur

cmd-digest-source = Flux, pages de publications et bibliographies que ce serveur lit en plus
cmd-digest-source-add = Ajouter un flux, une page de publications ou une bibliographie ; ses nouveautés vont aux bulletins
cmd-digest-source-list = Ce que ce serveur a ajouté, et si c'est lisible
cmd-digest-source-remove = Supprimer une source de ce serveur
opt-source-url = L'adresse d'un flux, d'une page de publications ou d'une bibliographie
opt-source-file = Une bibliographie en fichier : .bib, CSL-JSON ou page enregistrée, 1 Mo au maximum
opt-source-name = Comment l'appeler ; par défaut, son propre titre ou son adresse
opt-source = Quelle source

source-added-feed = 📡 **{ $name }** est maintenant une source de ce serveur : { $count ->
        [0] aucune entrée
        [one] une entrée
       *[other] { $count } entrées
    } pour l'instant, et tout ce qui y paraîtra désormais sera une nouveauté dans les bulletins de ce serveur.
source-added-bibliography = 📚 **{ $name }** est maintenant une source de ce serveur : { $count ->
        [0] aucune publication
        [one] une publication
       *[other] { $count } publications
    }. Tout ce qui y sera ajouté désormais sera une nouveauté dans les bulletins de ce serveur.
source-read-again = 📚 **{ $name }** a été relue : { $count ->
        [0] aucune publication
        [one] une publication
       *[other] { $count } publications
    }, { $news ->
        [0] rien de nouveau
        [one] dont une nouvelle
       *[other] dont { $news } nouvelles
    }.
source-faults = ⚠️ { $count ->
        [one] Une entrée a été laissée de côté :
       *[other] { $count } entrées ont été laissées de côté, par exemple :
    }
source-what-now = `/publications` la parcourt. `source:` suivi de son nom, dans la requête d'un bulletin, ne demande que cette source. Elle est relue toutes les heures.
source-what-now-file = `/publications` la parcourt. `source:` suivi de son nom, dans la requête d'un bulletin, ne demande que cette source. Un fichier n'est lu qu'une fois : s'il change, ajoute-le à nouveau sous ce nom.
source-removed = **{ $name }** est supprimée. Ce qui en a été publié ou enregistré reste.
source-not-found = Ce serveur n'a pas de source de ce nom. Choisis-en une parmi celles que propose l'option.
source-refused-too-many = Il y a déjà { $most } sources sur ce serveur, et c'est le maximum. Supprimes-en une d'abord avec `/bulletin source supprimer`.
source-refused-name-taken = Il y a déjà une source appelée **{ $name }** sur ce serveur. Donne un autre nom à celle-ci avec l'option `nom`, ou supprime l'autre d'abord.
source-refused-no-address = Ce n'est pas une adresse web. Elle devrait commencer par https:// et être celle qu'affiche un navigateur.
source-refused-nothing = Donne une adresse avec l'option `url`, ou un fichier avec l'option `fichier`.
source-refused-both = Donne une adresse ou un fichier, pas les deux.
source-refused-too-large = Ce fichier dépasse 1 Mo. Retire les entrées anciennes ou les résumés, ou donne l'adresse où il se trouve.
source-unread = Rien n'a été ajouté : l'adresse n'a pas pu être lue ({ $why }). Ouvre-la dans un navigateur ; si elle s'y affiche, réessaie dans quelques minutes.
source-unfit-empty = Rien n'a été ajouté : il n'y a rien dedans.
source-unfit-unknown = Rien n'a été ajouté : ce n'est ni un flux, ni du BibTeX, ni du CSL-JSON, ni une page web. Donne l'adresse du flux lui-même, ou exporte ta liste en BibTeX.
source-unfit-no-entries = Rien n'a été ajouté : ses entrées ne se distinguent pas les unes des autres. Paperboy sait lire les pages faites avec al-folio, celles avec des données schema.org ou COinS et les listes qui ont un lien par article ; sinon, exporte la liste en BibTeX et donne-la ainsi.
source-unfit-too-large = Rien n'a été ajouté : c'est trop gros pour être lu. Donnes-en une partie, par exemple les dernières années.
source-unfit-too-many = Rien n'a été ajouté : il y a plus de 5 000 entrées. Donnes-en une partie, par exemple les dernières années.
source-unfit-broken = Rien n'a été ajouté : on dirait du JSON, mais il est incomplet ({ $place }). Exporte-le encore une fois.
source-unfit-forbidden = Rien n'a été ajouté : Paperboy ne lit que les adresses accessibles à tout le monde, sur les ports habituels et sans mot de passe dedans.
sources-title = 📡 Ce que ce serveur lit en plus
sources-none = Ce serveur n'a pas de source à lui. Toute personne qui a la permission Gérer le serveur peut ajouter un flux, une page de publications ou une bibliographie avec `/bulletin source ajouter`.
source-line = **{ $name }** · { $count ->
        [0] aucune entrée
        [one] une entrée
       *[other] { $count } entrées
    } · { $where }
source-of-file = un fichier
source-failing = ⚠️ illisible depuis le { $since } ; nouvel essai toutes les heures
source-capped = ⏳ plus de { $most } nouvelles entrées en un jour ; les autres suivront les prochains jours, celles d'un fichier quand il sera ajouté de nouveau
digest-panel-sources = Aussi de { $names }

cmd-publications = Parcourir, année par année, une liste de publications
opt-publications-name = Quelle liste
opt-publications-year = Seulement cette année-là
publications-title = 📚 { $name } · { $count ->
        [0] aucune publication
        [one] une publication
       *[other] { $count } publications
    }
publications-undated = Sans année
publications-none = **{ $name }** n'a aucune entrée pour l'instant.
publications-none-that-year = **{ $name }** n'a rien pour { $year }. Il y a quelque chose pour { $years }.
publications-gone = Cette liste n'est plus là.
publications-unknown = Il n'y a pas de liste de ce nom ici. Choisis-en une parmi celles que propose l'option.
publications-nowhere = Il n'y a pas de liste à parcourir ici. Sur un serveur, toute personne qui a la permission Gérer le serveur peut en ajouter une avec `/bulletin source ajouter`.

## /s-abonner

cmd-subscribe = Recevoir des articles en messages privés
cmd-subscriptions = Tes abonnements : modifier, mettre en pause, prévisualiser, supprimer
cmd-unsubscribe = Arrêter un abonnement
opt-subscription = Quel abonnement
opt-timezone-mine = Ton fuseau horaire, comme Europe/Paris

subscribe-title = ✉️ Articles en messages privés
subscribe-title-edit = ✉️ Modifier un abonnement
subscribe-what = **Quoi** · { $query }
subscribe-when = **Quand** · { $when }
subscribe-most = **Combien** · { $limit } par message
subscribe-zone-guessed = { $zone } est deviné d'après ta langue. **Quand…** permet d'en changer.
subscribe-zone-guessed-command = { $zone } est deviné d'après ta langue. **Modifier…** permet d'en changer.
subscribe-cancelled = Rien n'a été modifié.
subscribe-cancelled-new = Aucun abonnement n'a été créé.
subscribe-done = ✅ Abonnement créé. Les articles arrivent en messages privés.
subscribe-changed = ✅ Modifié.
subscribe-closed = 📪 L'abonnement est créé, mais tes messages privés sont fermés à Paperboy : rien ne peut arriver. Autorise les messages privés dans les paramètres de confidentialité d'un serveur que vous avez en commun, puis appuie sur **Réessayer**.
subscribe-gone = Ce panneau a déjà servi ou est trop ancien. `/s-abonner` en ouvre un nouveau.

button-what = Quoi…
button-when = Quand…
button-subscribe = S'abonner
button-save-changes = Enregistrer
button-cancel = Annuler
button-delete = Supprimer
button-delete-sure = Oui, le supprimer
button-delete-all-sure = Oui, tout supprimer
button-undo = Annuler
button-all-subscriptions = Tous les abonnements
button-missed = { $count ->
        [one] Voir celui qui a été manqué
       *[other] Voir les { $count } qui ont été manqués
    }
missed-title = { $count ->
        [0] Aucun article n'est paru pendant que rien ne pouvait être livré
        [one] Un article est paru pendant que rien ne pouvait être livré
       *[other] { $count } articles sont parus pendant que rien ne pouvait être livré
    }
missed-none = Tous ont été affichés depuis.

dm-open-again = 📬 Tes messages privés sont ouverts. Les articles arrivent de nouveau.
dm-open-already = 📬 Tes messages privés sont ouverts.
dm-still-closed = 📪 Toujours fermés : Discord ne laisse pas Paperboy t'écrire. Autorise les messages privés dans les paramètres de confidentialité d'un serveur que vous avez en commun, puis appuie sur **Réessayer**.

subscriptions-title = Tes abonnements
subscriptions-none = Tu n'as aucun abonnement. `/s-abonner` en crée un.
subscriptions-pick = Choisis-en un à modifier, mettre en pause, prévisualiser ou supprimer
subscriptions-more = … et { $count } de plus dans le menu ci-dessous.
subscription-title = ✉️ { $query }
subscription-gone = Cet abonnement n'existe plus.
subscription-last = Dernier envoi : { $what }
subscription-last-sent = { $at }, { $what }
subscription-last-empty = { $at }, rien. { $cause }
subscription-last-none = rien n'est encore arrivé
subscription-delete-sure = Supprimer « { $query } » ? Plus rien n'en arrivera.
subscription-delete-all-sure = { $count ->
        [one] Supprimer ton abonnement ? Plus rien n'arrivera.
       *[other] Supprimer tes { $count } abonnements ? Plus rien n'arrivera.
    }
subscription-deleted = { $count ->
        [one] Supprimé. Plus rien n'en arrivera.
       *[other] Les { $count } sont supprimés. Plus rien n'arrivera.
    }
subscription-which = Choisis-en un avec l'option `abonnement`, ou « Tous ».
unsubscribed = Abonnement « { $query } » arrêté. Plus rien n'en arrivera ; `/se-désabonner` le supprime pour de bon.
unsubscribe-undone = Il arrive de nouveau.

## /article et Trouver les articles

cmd-paper = Trouver un article par son titre, même à moitié oublié, par un identifiant ou une adresse
opt-paper-title = Un titre tel que tu t'en souviens, un identifiant arXiv ou une adresse
opt-paper-share = Le montrer à tout le monde ici au lieu de toi seulement
menu-find-papers = Trouver les articles

indexed = Indexé : { $count ->
        [one] un article
       *[other] { NUMBER($count) } articles
    } du { $oldest } au { $newest }.
indexed-nothing = Aucun article n'est encore là : ils sont en train d'être récupérés. Réessaie dans quelques minutes.

paper-empty = Aucun titre n'a été donné. Écris un titre tel que tu t'en souviens, un identifiant arXiv ou une adresse.
paper-several = Lequel est-ce ?
paper-pick = Choisis un article
paper-not-here = Aucun titre d'ici ne ressemble à « { $typed } ».
paper-being-indexed = Les titres sont en cours d'indexation, { $percent } % pour l'instant : « { $typed } » est peut-être là malgré tout. Réessaie dans une minute ; les identifiants, les adresses et `/recherche` fonctionnent déjà.
paper-not-indexed = La recherche par titre ne marche pas en ce moment : « { $typed } » est peut-être là malgré tout. Les identifiants, les adresses et `/recherche` fonctionnent ; réessaie les titres plus tard.
paper-id-not-here = { $id } n'est pas indexé ici.
paper-nearest = Voici les titres les plus proches :
paper-found-shared = Trouvé. Le voici, pour tout le monde.
asked-unknown = Cherché ailleurs, sans réponse sûre : { $services }.
asked-failed = Interrogation impossible : { $services }. Réessaie dans quelques minutes.
asked-trouble = { $service } ({ $why })
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = pas de réponse
trouble-busy = trop de demandes
trouble-refused = demande refusée
trouble-broken = service en panne
trouble-unreadable = réponse incompréhensible
trouble-late = réponse trop lente
button-abstracts = Chercher dans les résumés
button-elsewhere = Pas celui-ci ? Chercher ailleurs
elsewhere-nothing = Rien d'autre n'a été trouvé pour « { $typed } ».
elsewhere-nobody = Il ne reste plus personne à interroger.
elsewhere-gone = Cette réponse est trop ancienne. Relance `/article`, s'il te plaît.

find-title = { $count ->
        [0] Aucun article dans ce message
        [one] Un article dans ce message
       *[other] { $count } articles dans ce message
    }
find-nothing = Aucun article n'a été trouvé dans ce message. Paperboy y cherche des identifiants, des adresses et des titres entre guillemets ou seuls sur leur ligne.
find-being-indexed = Les titres sont en cours d'indexation, { $percent } % pour l'instant : pour ceux qui n'ont pas été trouvés, réessaie dans une minute.
find-unindexed = La recherche par titre ne marche pas en ce moment : ceux qui n'ont pas été trouvés sont peut-être là malgré tout. Réessaie plus tard.
find-not-indexed = Pas indexé ici :

draft-not-yours = Ces boutons appartiennent à quelqu'un d'autre. Lance toi-même la commande pour avoir les tiens.

## /recherche et /tendances

cmd-search = Chercher dans les titres, les résumés et les auteurs
opt-search-query = Mots, "expressions", -exclu, a | b, author: category: org: upvotes:>=20 code:yes ; * = tout
opt-search-sort = Les plus pertinents d'abord (par défaut), ou les plus récents
choice-best = Pertinence
choice-newest = Plus récents

search-reads = 🔎 { $query }
search-reads-not = ✗ Attendu ensuite : { $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 N'importe quel mot de « { $typed } »
    Aucun article n'a tous les mots ; ceux-ci en ont une partie.
search-count = { $count ->
        [0] aucun article
        [one] un article
       *[other] { NUMBER($total) }{ $plus } articles
    }
search-sorted-best = les plus pertinents d'abord
search-sorted-best-of = les plus pertinents d'abord, parmi les { NUMBER($newest) } plus récents
search-sorted-newest = les plus récents d'abord
page-of = page { $page } sur { $of }
search-nothing = Rien ne correspond.
search-stopped = Des mots aussi courants demandent trop de temps : la recherche s'est arrêtée avant la fin, et il y en a peut-être d'autres. Ajoute un mot plus rare pour les trouver.
search-nothing-hint = Avec moins de mots, on trouve plus, et `a | b` trouve l'un ou l'autre. `/article` trouve un titre même mal orthographié. **M'abonner à cette recherche** te prévient quand quelque chose paraît.
search-gone = Cette recherche est trop ancienne. Relance la commande, s'il te plaît.
button-sort-best = Pertinents d'abord
button-sort-newest = Récents d'abord
button-subscribe-query = M'abonner à cette recherche

cmd-trending = Les articles dont les votes montent le plus, et de combien
opt-trending-period = Sur le dernier jour (par défaut), la semaine ou le mois
period-day = Jour
period-week = Semaine
period-month = Mois
trending-title = 📈 Tendances · depuis le { $day }
trending-title-by-votes = 📈 Les plus votés · { $days ->
        [0] { $last }
       *[other] { $first } – { $last }
    }
trending-rose = ▲{ $votes } · +{ $by } depuis le { $day }
trending-new = nouveau, ▲{ $votes } { $days ->
        [1] dès le premier jour
       *[other] en { $days } jours
    }
trending-by-votes = On ne sait pas encore ici comment les votes ont monté : voici donc les articles les plus récents, selon leurs votes.
trending-counted = Les votes sont comptés ici depuis le { $day } ; les articles plus anciens ont peut-être monté davantage.
trending-nothing = Aucun article n'est paru sur cette période.

query-example-1 = diffusion distillation
query-example-1-finds = les deux mots
query-example-2 = "world models"
query-example-2-finds = des mots côte à côte
query-example-3 = robot -survey
query-example-3-finds = sans un mot
query-example-4 = lora | adapters
query-example-4-finds = l'un ou l'autre mot
query-example-5 = (vision | speech) benchmark
query-example-5-finds = l'un ou l'autre, et un troisième
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = d'un auteur
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = dans une catégorie, avec des votes
query-example-8 = org:google code:yes
query-example-8-finds = d'une organisation, avec du code
query-example-9 = transform*
query-example-9-finds = tout ce qui commence ainsi

## /bibliothèque

cmd-library = Les articles que tu as enregistrés
cmd-library-list = Lister ce que tu as enregistré, le plus récent d'abord
cmd-library-export = Récupérer ce que tu as enregistré dans un fichier
opt-library-find = Des mots d'un titre ou d'un nom d'auteur
opt-library-format = BibTeX (par défaut), CSV ou JSON
format-bibtex = BibTeX
format-csv = CSV, pour un tableur
format-json = JSON

library-title = 🔖 Ta bibliothèque
library-title-find = 🔖 Ta bibliothèque : « { $find } »
library-count = { $count ->
        [0] aucun article
        [one] un article
       *[other] { NUMBER($count) } articles
    }
library-empty = Ta bibliothèque est vide. **Enregistrer**, sur la fiche d'un article, le range ici.
library-none-found = Rien dans ta bibliothèque ne ressemble à « { $find } ».
library-remove = Retirer un article…
library-removed = Retiré : { $title }
library-gone = Cette liste est trop ancienne. `/bibliothèque liste` l'affiche à nouveau.
library-exported = { $count ->
        [0] Aucun article, en fichier.
        [one] Un article, en fichier.
       *[other] { NUMBER($count) } articles, en fichier.
    }

## /paramètres

cmd-settings = Ta langue, ton fuseau horaire et l'affichage des résumés écrits par une IA
opt-settings-language = La langue dans laquelle Paperboy te répond
settings-title = ⚙️ Tes paramètres
settings-saved = ✅ C'est retenu. Cela vaut sur tous les serveurs et en messages privés.
settings-followed = { $count ->
        [one] Ton abonnement suit aussitôt.
       *[other] Tes { $count } abonnements suivent aussitôt.
    }
settings-zone-kept = Les abonnements que tu as déjà gardent leur fuseau horaire ; `/abonnements` permet d'en changer.
settings-language = **Langue** · { $language } ({ $source })
settings-timezone = **Fuseau horaire** · { $zone } ({ $source })
settings-timezone-none = **Fuseau horaire** · pas choisi
settings-ai = **Résumés écrits par une IA ✨** · { $ai } ({ $source })
settings-chosen = ton choix
settings-from-discord = d'après la langue de ton Discord
settings-guessed = deviné d'après la langue de ton Discord
settings-default = par défaut
settings-hint = Les options de `/paramètres` permettent d'en changer. Les abonnements suivent la langue et les résumés ; les nouveaux reprennent aussi le fuseau horaire.

## /aide

cmd-help = Ce que fait Paperboy, et comment
opt-help-topic = À propos de quoi
help-choose = En savoir plus sur…
help-topic-start = Début
help-topic-digest = Le bulletin quotidien d'un serveur
help-topic-paper = Trouver un article
help-topic-search = La recherche et le langage des requêtes
help-topic-subscribe = Des articles en messages privés
help-topic-library = Ta bibliothèque et tes paramètres
help-topic-privacy = Confidentialité

help-start =
    ### 📰 Paperboy
    apporte les articles de recherche là où tu lis : chaque jour un bulletin dans un salon, n'importe quel article par son titre à moitié oublié, et ta propre sélection en messages privés.

    `/article` trouve un article, même avec un titre mal orthographié
    `/recherche` cherche dans les titres, les résumés et les auteurs
    `/tendances` montre ceux dont les votes montent
    `/publications` parcourt année par année une liste de publications
    `/s-abonner` t'envoie ce qui t'intéresse
    `/bibliothèque liste` montre ce que tu as enregistré
help-start-owner = Tu gères ce serveur : `/bulletin configurer` fait venir des articles dans un salon. Il suffit d'un fuseau horaire, et tu vois ce qui arrivera avant toute publication.
help-start-reader = Sous chaque bulletin, **Recevoir le mien** en fait le tien, et les boutons numérotés ouvrent un article pour toi seulement.

help-digest =
    ### 📰 Le bulletin quotidien d'un serveur
    Pour qui a la permission Gérer le serveur ; un serveur peut l'ouvrir à d'autres dans ses paramètres, sous Intégrations.

    `/bulletin configurer` fait venir des articles dans un salon ; il suffit d'un fuseau horaire
    `/bulletin modifier` change ce que tu indiques, et rien d'autre
    `/bulletin aperçu` montre, à toi seulement, ce qui arriverait maintenant
    `/bulletin maintenant` publie tout de suite, pour tout le monde
    `/bulletin pause` et `/bulletin reprendre` l'arrêtent et le relancent
    `/bulletin supprimer` y met fin
    `/bulletin statut` dit ce qui est arrivé, ce qui arrive ensuite et ce qui ne va pas
    `/bulletin paramètres` règle la langue du serveur et l'affichage des résumés écrits par une IA
    `/bulletin source ajouter` fait lire au serveur son propre flux, sa page de publications ou sa bibliographie ; `/bulletin source liste` et `/bulletin source supprimer` les montrent et les suppriment

    Les trois premiers articles sont présentés en entier, les autres sur une ligne. Un article ne vient qu'une fois dans un salon. **Pourquoi ceux-ci ?**, sous un bulletin, dit pourquoi chaque article est là et ce qui a été écarté.
help-paper =
    ### 🔎 Trouver un article
    `/article` accepte un titre tel que tu t'en souviens, mal orthographié ou incomplet ; un identifiant arXiv comme 2305.14314 ; un DOI ; ou une adresse d'arXiv, Hugging Face, alphaXiv, Semantic Scholar, OpenReview ou de l'ACL Anthology. Des titres te sont proposés pendant que tu écris.
    Un article qui n'est pas encore là est cherché ailleurs, ce qui prend quelques secondes ; la fois suivante, il y est. Si c'est un autre qui a été trouvé, **Pas celui-ci ? Chercher ailleurs** fait de même.
    La réponse n'est visible que par toi. L'option `partager` la montre à tout le monde, et **Publier ici**, sur une fiche, le fait après coup.
    Sur une fiche, **Similaires** montre des articles qui lui ressemblent, chacun avec ce qu'ils ont en commun.

    Le menu **Trouver les articles** trouve les articles d'un message : appui long ou clic droit sur le message, puis Applications.
    `/tendances` montre les articles dont les votes ont le plus monté en un jour, une semaine ou un mois, compte tenu de leur âge, et de combien.
help-search =
    ### 🔎 Chercher
    `/recherche` cherche dans les titres, les résumés et les auteurs, les plus pertinents ou les plus récents d'abord. Les abonnements et les bulletins parlent le même langage :
help-search-rules = Côte à côte veut dire *et* ; `|` veut dire *ou*. `*` tout seul, c'est tout. Pendant que tu écris, la première proposition dit comment la requête est comprise.
help-subscribe =
    ### ✉️ Des articles en messages privés
    `/s-abonner` ouvre un panneau : sujets, auteurs, votes minimum, heure. Avant que tu confirmes, il dit combien il en serait arrivé ces 30 derniers jours. **M'abonner à cette recherche** sous une recherche et **Recevoir le mien** sous un bulletin remplissent le panneau pour toi.
    `/abonnements` les modifie, les met en pause, les prévisualise ou les supprime
    `/se-désabonner` en arrête un ou tous, tout comme le bouton sous chacun de ces messages
help-library =
    ### 🔖 Ta bibliothèque et tes paramètres
    Le bouton **Enregistrer**, sur la fiche d'un article, le garde dans ta bibliothèque.
    `/bibliothèque liste` montre ce que tu as enregistré ; tu peux aussi y retirer un article
    `/bibliothèque exporter` te le donne en BibTeX, CSV ou JSON
    `/paramètres` retient ta langue, ton fuseau horaire et si tu vois les résumés écrits par une IA ✨
    `/publications` parcourt, année par année, une liste de publications : une que ton serveur a ajoutée avec `/bulletin source ajouter`, ou une que tout le monde a
    `/aide` affiche ces pages
help-privacy =
    ### 🔒 Confidentialité
    Ce qui est gardé sur toi, et seulement une fois que tu t'en sers : ton identifiant Discord, tes paramètres, tes abonnements et ce qui t'a été envoyé, ta bibliothèque, et les recherches en cours (deux jours). Paperboy ne lit aucun message, sauf celui que tu choisis pour **Trouver les articles**, et n'en garde rien.
    Seul ceci est transmis, et jamais qui demande ou qui lit. Un titre ou un identifiant inconnu ici, ou pas à coup sûr, est cherché chez Hugging Face, arXiv, Semantic Scholar, OpenAlex, Crossref ou OpenReview ; quand tu ouvres la fiche d'un article, on demande à Hugging Face ce qui y est lié. Si la personne qui gère ce Paperboy a configuré un service de traduction, il reçoit les titres et les textes qu'il traduit, y compris ceux des articles propres à un serveur. Si elle a configuré un modèle pour les résumés IA, il reçoit les résumés des auteurs d'articles publics, et aucun des articles propres à un serveur.
    Les sauvegardes sont gardées 30 jours. Le chiffrement du disque dépend de la personne qui gère ce Paperboy.
    `/confidentialité exporter` te donne le tout dans un fichier
    `/confidentialité supprimer` supprime le tout

## /confidentialité

cmd-privacy = Ce qui est gardé sur toi
cmd-privacy-export = Récupérer dans un fichier tout ce qui est gardé sur toi
cmd-privacy-delete = Supprimer tout ce qui est gardé sur toi
privacy-nothing-kept = Rien n'est gardé sur toi.
privacy-exported = 🔒 Tout ce qui est gardé sur toi.
privacy-backups = Les sauvegardes sont gardées 30 jours, puis elles disparaissent aussi. Le chiffrement du disque dépend de la personne qui gère ce Paperboy.
privacy-delete-title = Supprimer tout ce qui est gardé sur toi ?
privacy-delete-what = Ce qui disparaît : { $subscriptions ->
        [0] tes abonnements (aucun)
        [one] ton abonnement
       *[other] tes { $subscriptions } abonnements
    } et ce qui t'a été envoyé, ta bibliothèque ({ $papers ->
        [0] vide
        [one] un article
       *[other] { NUMBER($papers) } articles
    }), tes paramètres et tes recherches. C'est irréversible.
privacy-digests-stay = Ce qui reste : { $count ->
        [one] le bulletin que tu as configuré appartient à son serveur et continue
       *[other] les { $count } bulletins que tu as configurés appartiennent à leurs serveurs et continuent
    }, sans ton nom.
privacy-sources-stay = Ce qui reste : { $count ->
        [one] la source que tu as ajoutée appartient à son serveur et continue d'être lue
       *[other] les { $count } sources que tu as ajoutées appartiennent à leurs serveurs et continuent d'être lues
    }, sans ton nom.
privacy-deleted = Supprimé. Plus rien n'est gardé sur toi, et plus rien ne t'est envoyé.
privacy-kept = Rien n'a été supprimé.
button-privacy-delete = Tout supprimer

## Noms des commandes et des options

# Minuscules, chiffres, - et _, sans espaces, 32 au plus ; jamais deux fois le même au même endroit.
name-add = ajouter
name-again = republier
name-ai = ia
name-alerts = alertes
name-channel = salon
name-days = jours
name-delete = supprimer
name-digest = bulletin
name-edit = modifier
name-export = exporter
name-file = fichier
name-find = chercher
name-format = format
name-help = aide
name-language = langue
name-library = bibliothèque
name-limit = limite
name-list = liste
name-name = nom
name-notes = avis
name-notify = notification
name-now = maintenant
name-paper = article
name-pause = pause
name-period = période
name-preview = aperçu
name-privacy = confidentialité
name-publications = publications
name-query = requête
name-remove = supprimer
name-resume = reprendre
name-search = recherche
name-settings = paramètres
name-setup = configurer
name-share = partager
name-sort = tri
name-source = source
name-status = statut
name-subscribe = s-abonner
name-subscription = abonnement
name-subscriptions = abonnements
name-time = heure
name-timezone = fuseau
name-title = titre
name-topic = sujet
name-trending = tendances
name-unsubscribe = se-désabonner
name-url = url
name-year = année
