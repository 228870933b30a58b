# Paperboys Wörter auf Deutsch; die Vorlage ist en.ftl.
# Anrede: du. Ein Digest, eine Suchanfrage, ein Paper (Mehrzahl: Paper).

list-or = { " oder " }
list-and = { ", " }
sentence-gap = { " " }

## Karten

card-code = Code
card-machine-summary = ✨ KI-Zusammenfassung von { $model }
card-own-summary = ✨ KI-Zusammenfassung von { $model }, für diesen Paperboy erstellt
card-model-unknown = einem ungenannten Modell
text-abstract = Abstract der Autoren
text-opening = erste Sätze des Abstracts
text-machine = ✨ KI-Zusammenfassung, Modell auf der Karte
text-own = ✨ KI-Zusammenfassung von { $model }
text-retold = für diese Demo nacherzählt
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = Abstracts, teils gekürzt
card-withdrawn = ⚠️ von den Autoren zurückgezogen

button-save = Speichern
button-bibtex = BibTeX
button-post-here = Hier posten
button-similar = Ähnliche
button-pdf = PDF
button-code = Code
button-project = Projektseite
button-back = Zurück
button-next = Weiter

linked-models = { $count ->
        [one] 1 Modell
       *[other] { $count } Modelle
    }
linked-datasets = { $count ->
        [one] 1 Datensatz
       *[other] { $count } Datensätze
    }
linked-spaces = { $count ->
        [one] 1 Space
       *[other] { $count } Spaces
    }
linked-on-huggingface = { $linked } auf Hugging Face

## Übersetzungen

translated-by = 🌐 übersetzt mit { $translator }
translated-in-part = manches war nicht übersetzbar und steht da wie im Original
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = dem Modell { $model }
translate-failed = 🌐 Das ließ sich nicht übersetzen: { $why }. Die Karte oben ist das Original.
translate-unreliable = Namen oder Formeln wären dabei verloren gegangen
translate-nobody = Bei diesem Paperboy werden keine Paper mehr übersetzt.
translate-is-yours = Paper sind auf Englisch, und in dieser Sprache bekommst du auch deine Antworten; es gibt also nichts zu übersetzen. Mit `/einstellungen` und der Option `sprache` wählst du eine andere Sprache.
translate-not-offered = In deine Sprache wird hier nicht übersetzt. Welche Sprachen es gibt, bestimmt, wer diesen Paperboy betreibt.
translate-hidden = Eine Übersetzung schreibt eine Maschine, und solche Texte blendest du aus. `/einstellungen ki: Anzeigen` blendet sie wieder ein.
trouble-key = der Schlüssel wird nicht akzeptiert
trouble-quota = das Kontingent für diesen Monat ist aufgebraucht
trouble-budget = die Zeichen für diesen Monat sind aufgebraucht
trouble-language = der Übersetzer kennt deine Sprache nicht

## Der Digest

digest-title = 📰 Paper · { $day }
digest-title-mine = 📬 Deine Paper · { $day }
digest-about = Thema: { $query }
digest-counts = { $offered } neu · { $here } hier{ $more ->
        [0] { "" }
       *[other] { " · " }{ $more } mehr unten
    }
digest-source-silent = ⚠️ Seit { $since } ist aus den Quellen nichts Neues gekommen; diese Paper sind von davor. `/digest status` sagt, woran es liegt.
digest-topics = **Themen im Auf und Ab**
    -# Paper pro Woche: ○ üblich in den vier Wochen davor → die letzten 7 Tage
digest-topics-machine = ✨ nach Stichwörtern, die eine KI geschrieben hat
topics-described = Themen der letzten 7 Tage nach Zahl der Paper, verglichen mit den vier Wochen davor.
topics-rose = Gestiegen: { $topics }.
topics-fell = Gefallen: { $topics }.
topics-one = { $name } { $now }, sonst { NUMBER($usual, maximumFractionDigits: 0) }
digest-late = ⏰ Verspätet: Zur geplanten Zeit ging es nicht.
digest-not-translated = 🌐 diesmal ließ sich nicht alles übersetzen; der Rest steht da wie im Original
digest-votes = Votes: Stand { $time }
digest-next = nächste Ausgabe: { $when }
digest-next-holiday = nächste Ausgabe: { $when }, falls etwas kommt: Wegen eines Feiertags meldet arXiv nichts am { $day }

button-more = { $count } mehr
button-why = Warum diese?
button-mine = Auch für mich
button-unsubscribe = Abbestellen

empty-weekend = Am Wochenende erscheinen keine Paper.
empty-holiday = arXiv hatte Feiertag und hat nichts gemeldet.
empty-skipped = { $considered ->
        [one] Ausgelassen: Paperboy lief nicht und kam mehr als zwölf Stunden zu spät zurück.
       *[other] { $considered } Digests bis dahin ausgelassen: Paperboy lief nicht und kam mehr als zwölf Stunden zu spät zurück.
    }
empty-put-back = { $considered ->
        [one] Ausgelassen: Eine ältere Kopie der Datenbank wurde eingespielt, der Digest könnte also schon gekommen sein.
       *[other] { $considered } Digests bis dahin ausgelassen: Eine ältere Kopie der Datenbank wurde eingespielt, sie könnten also schon gekommen sein.
    }
empty-source-silent = { $known ->
        [0] In den letzten sieben Tagen ist aus den Quellen nichts gekommen.
       *[other] Seit { $since } ist aus den Quellen nichts Neues gekommen.
    }
empty-see-status = `/digest status` sagt, woran es liegt.
empty-nothing-matched = { $considered ->
        [one] Ein Paper ist erschienen, aber es passt nicht.
       *[other] { $considered } Paper sind erschienen, aber keines passt.
    }
empty-all-shown = Nichts Neues: Alles, was passt, war hier schon zu sehen.

more-title = { $count ->
        [one] Noch ein Paper
       *[other] { $count } weitere Paper
    }
more-none = Das war alles.
edition-gone = Wozu diese Nachricht gehörte, gibt es nicht mehr, deshalb lässt sich nichts weiter dazu sagen. Die Paper öffnest du weiterhin über ihre Nummern.

why-title = Warum diese?
why-rule = Geordnet danach, wie gut ein Paper passt, wo es unter den Papern seines Tages steht und ob es Code gibt; danach über die Themen verteilt. Am selben Ort nie zweimal.
why-because = { $reasons }
why-left-out = Ausgelassen: { $rules }
why-all-here = Nichts wurde ausgelassen.

reason-matches = passt zu { $terms }
reason-everything = diese Woche erschienen
reason-top-voted = Platz { $a } von { $b } an seinem Tag
reason-rose = von ▲{ $a } auf ▲{ $b } gestiegen
reason-discussed = { $count ->
        [one] ein Kommentar
       *[other] { $count } Kommentare
    }
reason-code = mit Code
reason-pinned = hier angepinnt

left-out-not-matching = { $count ->
        [one] { $count } passte nicht
       *[other] { $count } passten nicht
    }
left-out-shown-before = { $count } hier schon gezeigt
left-out-too-similar = { $count } einem gewählten zu ähnlich
left-out-below-limit = { $count } wegen der Höchstzahl
left-out-withdrawn = { $count } zurückgezogen

## Wenn etwas schiefgeht

failure-unexpected = Bei Paperboy ist etwas schiefgegangen. Im Protokoll steht es als `{ $code }`; bitte versuch es noch einmal.
failure-old-control = Dieser Button stammt aus einer anderen Version von Paperboy. Bitte ruf den Befehl noch einmal auf.
failure-too-many = Hier gibt es schon { $most } Abos, mehr gehen nicht. Entferne zuerst eines.
failure-not-allowed = Das darfst du hier nicht.
failure-invalid = Das war nicht zu verstehen.
failure-did-you-mean = Meintest du { $nearest }?

failure-query = Ab hier ergibt die Suchanfrage keinen Sinn. Erwartet: { $expected }.
failure-query-suggestion = Meintest du `{ $suggestion }`?
expected-term = ein Wort

failure-time-missing = Es fehlt eine Uhrzeit. Schreib sie wie 09:00 oder 21:30.
failure-time-not-understood = „{ $text }“ ist keine Uhrzeit. Schreib sie wie 09:00 oder 21:30.
failure-time-out-of-range = „{ $text }“ zeigt keine Uhr. Stunden gehen von 00 bis 23, Minuten von 00 bis 59.
failure-days-missing = Es fehlen Tage. Schreib `täglich`, `Mo–Fr`, `Di–Sa` oder eine Liste wie `Mo, Mi, Fr`.
failure-day-not-understood = „{ $text }“ ist kein Tag, den Paperboy versteht. Schreib `täglich`, `Mo–Fr`, `Di–Sa` oder eine Liste wie `Mo, Mi, Fr`.
failure-day-range-incomplete = „{ $text }“ braucht auf jeder Seite einen Tag, zum Beispiel `Di–Sa`.
failure-zone = „{ $text }“ ist keine Zeitzone, die Paperboy kennt.
expected-end = das Ende
expected-closing-quote = ein schließendes Anführungszeichen
expected-closing-parenthesis = eine schließende Klammer
expected-number = eine Zahl
expected-yes-or-no = `yes` oder `no`
expected-field-value = etwas nach dem Doppelpunkt
expected-known-field = eines von `author:` `category:` `org:` `source:` `upvotes:` `code:`
expected-shorter-text = höchstens 500 Zeichen
expected-fewer-terms = höchstens 64 Begriffe
expected-less-nesting = weniger Klammern in Klammern

## Direktnachrichten und Warnungen

dm-hello = 📬 Hierher kommen deine Paper. `/abos` ändert oder pausiert sie, `/abbestellen` beendet sie.
dm-closed-notice = 📪 Deine Paper konnten nicht zugestellt werden: Paperboy darf dir keine Direktnachrichten schicken. Erlaube Direktnachrichten von einem Server, auf dem ihr beide seid, und klick dann auf **Noch einmal versuchen**.

alert-missing-permission = ⚠️ Der Digest in { $channel } steht still, weil Paperboy dort Berechtigungen fehlen: { $detail }. Sobald das behoben ist, geht es von selbst weiter.
alert-refused-all-the-same = ⚠️ Der Digest in { $channel } steht still: Discord lässt Paperboy dort nicht schreiben, obwohl alle nötigen Berechtigungen da sind. Sieh nach, ob Paperboy auf dem Server im Timeout ist. Jede Stunde folgt ein neuer Versuch, und sobald es klappt, geht es von selbst weiter; du bekommst dazu keine weitere Nachricht.
alert-channel-gone = ⚠️ Der Digest für { $channel } steht still: Den Kanal gibt es nicht mehr, oder Paperboy kann ihn nicht sehen. Der Digest bleibt 30 Tage erhalten: Taucht der Kanal wieder auf oder wird Paperboy neu eingeladen, geht es von selbst weiter; mit `/digest bearbeiten` kommt er in einen anderen Kanal.
alert-too-late = ⚠️ Eine Ausgabe des Digests in { $channel } ist nicht angekommen: Zwölf Stunden lang ließ sie sich nicht senden. Mehr dazu sagt `/digest status`. Der Digest geht weiter; bis wieder etwas ankommt, bekommst du dazu keine weitere Nachricht.
alert-not-taken = ⚠️ Eine Ausgabe des Digests in { $channel } ist nicht angekommen: Discord hat die Nachricht nicht angenommen ({ $detail }). Das liegt an Paperboy, nicht am Kanal. Der Digest geht weiter; bis wieder etwas ankommt, bekommst du dazu keine weitere Nachricht.
alert-automod = ⚠️ Eine Ausgabe des Digests in { $channel } ist nicht angekommen: AutoMod hat die Nachricht blockiert. Nimm in den Servereinstellungen unter AutoMod die Rolle von Paperboy oder diesen Kanal von der Regel aus. Der Digest geht weiter; bis wieder etwas ankommt, bekommst du dazu keine weitere Nachricht.
alert-links = ⚠️ Eine Ausgabe des Digests in { $channel } ist nicht angekommen: Discord hat sie wegen eines Links blockiert, den es für schädlich hält. An deinem Server liegt es nicht. Der Digest geht weiter; bis wieder etwas ankommt, bekommst du dazu keine weitere Nachricht.
alert-channel-refused = Du erfährst das direkt, weil Paperboy in { $channel }, dem Kanal für Warnungen, nicht schreiben konnte.

permission-view-channel = Kanal ansehen
permission-send-messages = Nachrichten senden
permission-read-message-history = Nachrichtenverlauf anzeigen

button-try-again = Noch einmal versuchen

## Paper

paper-gone = Dieses Paper ist hier nicht mehr bekannt.
paper-saved = 🔖 Gespeichert. `/bibliothek liste` zeigt, was du gespeichert hast.
paper-post-not-here = Das lässt sich nur in einem Kanal auf einem Server posten.
paper-post-not-allowed = Du darfst in diesem Kanal nicht schreiben, deshalb wurde hier nichts gepostet.
paper-share-not-allowed = Du darfst in diesem Kanal nicht schreiben, deshalb wurde hier nichts geteilt. Ohne `teilen` siehst nur du die Antwort.
paper-posted-by = geteilt von { $user }

# Similar papers
similar-title = ### 🧭 Ähnlich wie „{ $title }“
similar-how = Verglichen nach Wörtern (je seltener, desto mehr), Schlagwörtern und Autoren.
similar-about = gemeinsam: { $words }
similar-keywords = gleiche Schlagwörter: { $keywords }
similar-authors = auch von { $names }
similar-close = im Wortlaut nah
similar-nothing = Nichts hier ist diesem Paper ähnlich. `/suche` findet Paper nach deinen eigenen Wörtern.

## Zeitpläne und Suchanfragen in Worten

language-name = Deutsch

# Datumsmuster (Unicode tr35): ccc und LLL sind die Kurzformen ohne Punkt, damit ein Satz
# mit dem Datum enden kann.
pattern-day = ccc, d. LLL
pattern-full-day = d. LLL y
pattern-month = MMMM y
pattern-weekday-time = ccc HH:mm

day-0 = Mo
day-1 = Di
day-2 = Mi
day-3 = Do
day-4 = Fr
day-5 = Sa
day-6 = So

days-daily = täglich
days-weekdays = Mo–Fr
days-weekends = am Wochenende
days-weekly-0 = jeden Montag
days-weekly-1 = jeden Dienstag
days-weekly-2 = jeden Mittwoch
days-weekly-3 = jeden Donnerstag
days-weekly-4 = jeden Freitag
days-weekly-5 = jeden Samstag
days-weekly-6 = jeden Sonntag
days-run = { $first }–{ $last }

schedule-line = { $days } um { $time }, { $zone }
schedule-short = { $days } { $time }
schedule-next = Nächste Ausgabe: { $at } ({ $in })
schedule-next-holiday = Nächste Ausgabe: { $at } ({ $in }), falls etwas kommt: Wegen eines Feiertags meldet arXiv nichts am { $day }

query-everything = alles
query-author = von { $names }
query-votes = mindestens ▲{ $count }

limit-line = { $count ->
        [one] ein Paper
       *[other] bis zu { $count } Paper
    }

dry-run = { $papers ->
        [0] In den letzten 30 Tagen hat nichts gepasst.
        [one] Letzte 30 Tage: ein Paper.
       *[other] Letzte 30 Tage: { $papers } Paper, { NUMBER($aday, maximumFractionDigits: 1) } pro Tag, am vollsten Tag { $busiest }.
    }
dry-run-empty = Noch ist nichts indexiert, deshalb lässt sich nicht sagen, wie viel käme.

paused-asked = ⏸️ Pausiert seit { $since }. Es kommt nichts, bis es fortgesetzt wird.
paused-missing-permission = ⛔ Angehalten seit { $since }, weil Paperboy dort Berechtigungen fehlen: { $missing }. Sobald das behoben ist, geht es von selbst weiter.
paused-refused-all-the-same = ⛔ Angehalten seit { $since }: Discord lässt Paperboy dort nicht schreiben, obwohl alle nötigen Berechtigungen da sind. Sieh nach, ob Paperboy auf dem Server im Timeout ist. Jede Stunde folgt ein neuer Versuch.
paused-channel-gone = ⛔ Angehalten seit { $since }: Den Kanal gibt es nicht mehr, oder Paperboy kann ihn nicht sehen. Sobald das behoben ist, geht es von selbst weiter; mit `/digest bearbeiten` kommt der Digest in einen anderen Kanal, und nach 30 Tagen wird er gelöscht.
paused-dm-closed = 📪 Angehalten seit { $since }: Paperboy darf dir keine Direktnachrichten schicken. Erlaube Direktnachrichten von einem Server, auf dem ihr beide seid, und klick dann auf **Noch einmal versuchen**.

channel-unknown = ein Kanal, den es nicht mehr gibt

## Auswahl beim Tippen

choice-zone = { $zone }, jetzt { $time }
choice-query = ✓ { $query } · { $count ->
        [one] ein Paper
       *[other] { $count } Paper
    } in 30 Tagen
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = Alle
choice-silent = Stumm
choice-normal = Mit Benachrichtigung
choice-notes-problems = Nur wenn etwas nicht stimmt
choice-notes-all = Immer wenn es nichts zu posten gibt
choice-notes-none = Nie
choice-show = Anzeigen
choice-hide = Ausblenden

## Formulare

form-try-again = Korrigieren…
form-fault = **{ $field }** · { $why }
form-number = „{ $text }“ ist keine ganze Zahl von { $least } bis { $most }.
form-what-title = Was soll kommen?
form-when-title = Wann soll es kommen?
form-digest-title = Digest bearbeiten
form-topics = Themen
form-topics-help = Wörter, "genaue Wendungen", -ohne, a | b, category:cs.cl; * ist alles
form-authors = Autoren
form-authors-help = Namen, durch Kommas getrennt; einer davon genügt
form-votes = Upvotes, mindestens
form-votes-help = 0 heißt: egal wie viele
form-query = Suchanfrage
form-query-help = Wörter, "genaue Wendungen", -ohne, a | b, author: category: org: upvotes:>=20; * ist alles
form-time = Uhrzeit
form-time-help = Zum Beispiel 09:00 oder 21:30
form-timezone = Zeitzone
form-timezone-help = Eine Stadt oder Zone, zum Beispiel Berlin oder Europe/Berlin
form-days = Tage
form-days-help = täglich, Mo–Fr, Di–Sa, jeden Montag oder Mo, Mi, Fr; auch auf Englisch
form-limit = Paper
form-limit-help = Höchstens so viele in einer Nachricht, 1 bis 15

## /digest

cmd-digest = Die täglichen Paper des Servers
cmd-digest-setup = Jeden Tag Paper in einen Kanal bringen
cmd-digest-edit = Einen Digest ändern; was du weglässt, bleibt, wie es ist
cmd-digest-preview = Nur für dich: sehen, was jetzt käme
cmd-digest-now = Neues sofort posten, für alle im Kanal
cmd-digest-pause = Einen Digest anhalten, bis er fortgesetzt wird
cmd-digest-resume = Einen pausierten Digest weiterlaufen lassen
cmd-digest-remove = Einen Digest entfernen
cmd-digest-status = Was kam, was als Nächstes kommt und was nicht stimmt
cmd-digest-settings = Die Sprache des Servers und ob KI-Zusammenfassungen zu sehen sind
opt-digest = Welcher Digest
opt-timezone = Die Zeitzone, zum Beispiel Europe/Berlin
opt-channel = Wohin: Text- oder Ankündigungskanal oder Thread; ohne Angabe hier
opt-time = Um welche Uhrzeit, zum Beispiel 09:00 (Standard)
opt-days = An welchen Tagen: täglich (Standard), Mo–Fr, Di–Sa, Mo, Mi …
opt-query = Worum es geht: Wörter, "Wendungen", -ohne, author: category: …; * ist alles
opt-limit = Höchstzahl der Paper in einer Nachricht, 1 bis 15 (Standard: 9)
opt-language = Die Sprache von allem rund um die Paper
opt-notify = Ob ein Digest eine Benachrichtigung auslöst (Standard: stumm)
opt-notes = Wann gemeldet wird, dass es nichts zu posten gibt
opt-ai = Ob Zusammenfassungen zu sehen sind, die ein Modell geschrieben hat
opt-alerts = Ein Kanal für Warnungen, wenn der Digest nicht gepostet werden kann
opt-again = Den letzten Digest noch einmal posten statt eines neuen

digest-panel-title = 📰 Der Digest in { $channel }
digest-panel-may-post = ✅ Paperboy darf dort posten: Kanal ansehen, Nachrichten senden, Nachrichtenverlauf anzeigen.
digest-panel-missing = ⚠️ Paperboy kann dort noch nicht posten. In { $channel } fehlt: { $missing }. Erlaube das in den Kanaleinstellungen unter Berechtigungen; mehr braucht es nicht.
digest-panel-unseen = ⚠️ Paperboy kann { $channel } nicht sehen. Dort fehlt: { $missing }. Erlaube das in den Kanaleinstellungen unter Berechtigungen; mehr braucht es nicht.
digest-panel-gone = ⚠️ Den Kanal gibt es nicht mehr, oder Paperboy kann ihn nicht sehen.
digest-alerts-missing = ⚠️ In { $channel } kann Paperboy nicht warnen. Dort fehlt: { $missing }. Bis dahin bekommt eine Direktnachricht, wer den Digest eingerichtet hat.
digest-alerts-gone = ⚠️ In { $channel } kann Paperboy nicht warnen: Den Kanal gibt es nicht mehr, oder Paperboy kann ihn nicht sehen. Stattdessen bekommt eine Direktnachricht, wer den Digest eingerichtet hat.
digest-panel-silent = stumm
digest-panel-normal = mit Benachrichtigung
digest-panel-notes-problems = meldet, wenn etwas nicht stimmt
digest-panel-notes-all = meldet immer, wenn es nichts gibt
digest-panel-notes-none = meldet nie, dass es nichts gibt
digest-panel-ai = KI-Zusammenfassungen sichtbar
digest-panel-no-ai = KI-Zusammenfassungen ausgeblendet
digest-panel-alerts = Warnungen in { $channel }
digest-panel-set-up = Der Digest ist eingerichtet.
digest-panel-changed = Der Digest ist geändert.

button-preview = Vorschau
button-post-now = Jetzt posten
button-post-again = Letzten noch einmal posten
button-edit = Bearbeiten…
button-pause = Pausieren
button-resume = Fortsetzen
button-remove = Entfernen
button-remove-sure = Ja, entfernen
button-keep = Behalten
button-send-again = Noch einmal senden
button-send-again-of = Noch einmal senden: { $when }
button-no-alerts-channel = Kein Kanal für Warnungen

digest-none = Auf diesem Server ist kein Digest eingerichtet. `/digest einrichten` legt einen an; dafür reicht eine Zeitzone.
digest-which = Auf diesem Server gibt es { $count } Digests. Wähle einen in der Option `digest`.
digest-not-found = Diesen Digest gibt es auf diesem Server nicht. Wähle einen, den die Option `digest` anbietet.
digest-channel-forum = In einem Forum ist noch kein Platz für eine tägliche Nachricht. Wähle einen Textkanal, einen Ankündigungskanal oder einen Thread.
digest-channel-kind = Ein Digest kann in einem Textkanal, einem Ankündigungskanal oder einem Thread stehen. Wähle einen in der Option `kanal`.
digest-channel-unseen = Paperboy kann { $channel } nicht sehen. Gib ihm dort „Kanal ansehen“ und ruf den Befehl noch einmal auf. Es wurde nichts eingerichtet.
digest-nothing-given = Es wurde nichts geändert, weil nichts angegeben war. Gib an, was sich ändern soll, oder klick unten auf „Bearbeiten…“.
digest-remove-sure = Den Digest in { $channel } entfernen? Dort wird dann nichts mehr gepostet. Was gepostet ist, bleibt und kommt auch nicht noch einmal, wenn du den Digest neu einrichtest.
digest-removed = Der Digest in { $channel } ist entfernt.
digest-was-removed = Dieser Digest wurde entfernt. `/digest einrichten` legt einen neuen an.
digest-now-missing = Es wurde nichts gepostet, weil Paperboy in { $channel } Berechtigungen fehlen: { $missing }.
digest-now-gone = Es wurde nichts gepostet: Den Kanal gibt es nicht mehr, oder Paperboy kann ihn nicht sehen.
digest-now-posted = 📣 In { $channel } gepostet, für alle dort: { $count ->
        [one] [ein Paper]({ $link })
       *[other] [{ $count } Paper]({ $link })
    }.
digest-now-on-its-way = ⏳ Noch nicht in { $channel } gepostet: Discord hat es nicht angenommen. Paperboy versucht es weiter; `/digest status` sagt, was daraus geworden ist.
digest-now-refused = ⛔ Discord hat die Nachricht in { $channel } abgelehnt. `/digest status` sagt, warum.
digest-resent = 📣 Noch einmal in { $channel } gesendet: { $count ->
        [0] [die Meldung]({ $link })
        [one] [ein Paper]({ $link })
       *[other] [{ $count } Paper]({ $link })
    }.
digest-resend-done = Das wurde schon noch einmal gesendet oder ist nachweislich angekommen. `/digest status` sagt, was daraus geworden ist.
digest-resend-stopped = Der Digest in { $channel } ist angehalten, deshalb wurde nichts gesendet. Setz ihn zuerst fort.
digest-now-left = { $left ->
        [0] Was gepostet wurde, kommt nicht noch einmal; im nächsten Digest steht also nur, was bis dahin neu ist.
        [one] Was gepostet wurde, kommt nicht noch einmal. Für den nächsten Digest bleibt ein weiteres Paper.
       *[other] Was gepostet wurde, kommt nicht noch einmal. Für den nächsten Digest bleiben { $left } weitere Paper.
    }
digest-now-again-left = Das war noch einmal der letzte Digest; am nächsten ändert das nichts.
digest-now-nothing = In { $channel } wurde nichts gepostet. { $cause }
digest-settings-now = Digests auf diesem Server: Sprache { $language }, { $ai }. Neue beginnen damit; `/digest bearbeiten` ändert einen einzelnen.
digest-settings-followed = { $count ->
        [one] Der bestehende Digest übernimmt das sofort.
       *[other] Die { $count } bestehenden Digests übernehmen das sofort.
    }

status-title = Digests auf diesem Server
status-none-yet = noch nichts gepostet
status-papers = { $count ->
        [one] ein Paper
       *[other] { $count } Paper
    }
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · unterwegs
status-sending = ⏳ { $at } · { $what } · unterwegs{ $detail }
status-refused = ⛔ { $at } · { $what } · von Discord abgelehnt{ $detail }
status-unsure = ❓ { $at } · { $what } · ob es ankam, ist unklar, und der Kanal lässt sich nicht nachlesen
status-unsure-put-back = ❓ { $at } · { $what } · ob es ankam, ist unklar: Eine ältere Kopie der Datenbank wurde eingespielt
status-expired = ⌛ { $at } · { $what } · konnte nicht gesendet werden{ $detail }
status-quiet = ➖ { $at } · { $what }
detail-after = : { $detail }
detail-too-late = nicht innerhalb von zwölf Stunden
detail-rate-limited = Discord bat um eine Pause
detail-discord-error = Antwort von Discord: { $status }
detail-discord-refused = Antwort von Discord: { $status }
detail-no-connection = keine Verbindung zu Discord
detail-put-back = eine ältere Kopie der Datenbank wurde eingespielt
detail-connection-lost = die Verbindung zu Discord brach ab
detail-dm-brake = Discord bremst Direktnachrichten
detail-dm-closed = Direktnachrichten sind nicht erlaubt
detail-missing-permission = eine Berechtigung fehlt
detail-channel-gone = den Kanal gibt es nicht mehr
detail-invalid = Discord nimmt diese Nachricht nicht an
detail-automod = AutoMod hat die Nachricht blockiert
detail-links = Discord hat einen Link darin als schädlich blockiert
detail-broke = ein Fehler in Paperboy selbst; er steht im Protokoll
detail-unreadable = das Gespeicherte ist nicht lesbar
status-indexed = Indexiert: { $count ->
        [0] noch keine Paper
        [one] ein Paper vom { $newest }
       *[other] { $count } Paper, { $oldest } bis { $newest }
    }
status-source-ok = { $source }: letzte Antwort { $when }
status-source-error = ⚠️ { $source }: Fehler { $when }: { $why }
status-source-new = { $source }: noch nicht abgefragt
source-huggingface = Hugging Face Daily Papers

## Quellen eines Servers

cmd-digest-source = Feeds, Publikationsseiten und Literaturlisten, die dieser Server außerdem liest
cmd-digest-source-add = Feed, Publikationsseite oder Literaturliste hinzufügen; Neues daraus kommt in die Digests
cmd-digest-source-list = Was dieser Server hinzugefügt hat und ob es lesbar ist
cmd-digest-source-remove = Eine Quelle dieses Servers entfernen
opt-source-url = Die Adresse eines Feeds, einer Publikationsseite oder einer Literaturliste
opt-source-file = Eine Literaturliste als Datei: .bib, CSL-JSON oder gespeicherte Seite, höchstens 1 MB
opt-source-name = Wie sie heißen soll; ohne Angabe ihr eigener Titel oder ihre Adresse
opt-source = Welche Quelle

source-added-feed = 📡 **{ $name }** ist jetzt eine Quelle dieses Servers: { $count ->
        [one] ein Eintrag
       *[other] { $count } Einträge
    } bisher. Was dort ab jetzt erscheint, ist für die Digests dieses Servers neu.
source-added-bibliography = 📚 **{ $name }** ist jetzt eine Quelle dieses Servers: { $count ->
        [one] eine Publikation
       *[other] { $count } Publikationen
    }. Was dort ab jetzt dazukommt, ist für die Digests dieses Servers neu.
source-read-again = 📚 **{ $name }** wurde neu gelesen: { $count ->
        [one] eine Publikation
       *[other] { $count } Publikationen
    }, { $news ->
        [0] nichts Neues
        [one] eine davon neu
       *[other] { $news } davon neu
    }.
source-faults = ⚠️ { $count ->
        [one] Ein Eintrag wurde ausgelassen:
       *[other] { $count } Einträge wurden ausgelassen, zum Beispiel:
    }
source-what-now = Mit `/publikationen` blätterst du darin. `source:` und der Name in der Suchanfrage eines Digests beschränken ihn auf diese Quelle. Sie wird jede Stunde neu gelesen.
source-what-now-file = Mit `/publikationen` blätterst du darin. `source:` und der Name in der Suchanfrage eines Digests beschränken ihn auf diese Quelle. Eine Datei wird nur einmal gelesen: Hat sie sich geändert, füge sie unter demselben Namen noch einmal hinzu.
source-removed = **{ $name }** ist entfernt. Was davon gepostet oder gespeichert wurde, bleibt.
source-not-found = Dieser Server hat keine Quelle mit diesem Namen. Wähle eine, die die Option anbietet.
source-refused-too-many = Auf diesem Server gibt es schon { $most } Quellen, mehr gehen nicht. Entferne zuerst eine mit `/digest quelle entfernen`.
source-refused-name-taken = Auf diesem Server heißt schon eine Quelle **{ $name }**. Gib dieser in der Option `name` einen anderen Namen, oder entferne zuerst die andere.
source-refused-no-address = Das ist keine Webadresse. Sie sollte mit https:// beginnen und so aussehen, wie der Browser sie zeigt.
source-refused-nothing = Gib eine Adresse in der Option `adresse` an oder eine Datei in der Option `datei`.
source-refused-both = Gib entweder eine Adresse oder eine Datei an, nicht beides.
source-refused-too-large = Diese Datei ist größer als 1 MB. Lass ältere Einträge oder die Abstracts weg, oder gib die Adresse an, unter der sie steht.
source-unread = Es wurde nichts hinzugefügt: Die Adresse ließ sich nicht lesen ({ $why }). Öffne sie im Browser; wenn sie dort erscheint, versuch es in ein paar Minuten noch einmal.
source-unfit-empty = Es wurde nichts hinzugefügt: Darin steht nichts.
source-unfit-unknown = Es wurde nichts hinzugefügt: Das ist weder ein Feed noch BibTeX, CSL-JSON oder eine Webseite. Gib die Adresse des Feeds selbst an, oder exportiere deine Liste als BibTeX.
source-unfit-no-entries = Es wurde nichts hinzugefügt: Die einzelnen Einträge sind nicht zu erkennen. Lesbar sind Seiten, die mit al-folio gemacht sind, Seiten mit Daten nach schema.org oder COinS und Listen, die jedes Paper verlinken; sonst exportiere die Liste als BibTeX und gib das an.
source-unfit-too-large = Es wurde nichts hinzugefügt: Das ist zum Lesen zu groß. Gib einen Teil davon an, zum Beispiel die letzten Jahre.
source-unfit-too-many = Es wurde nichts hinzugefügt: Das sind mehr als 5.000 Einträge. Gib einen Teil davon an, zum Beispiel die letzten Jahre.
source-unfit-broken = Es wurde nichts hinzugefügt: Das sieht nach JSON aus, ist aber nicht vollständig ({ $place }). Exportiere es noch einmal.
source-unfit-forbidden = Es wurde nichts hinzugefügt: Paperboy liest nur Adressen, die alle erreichen können, an den üblichen Ports und ohne Passwort darin.
sources-title = 📡 Was dieser Server außerdem liest
sources-none = Dieser Server hat keine eigenen Quellen. Wer „Server verwalten“ darf, kann mit `/digest quelle hinzufügen` einen Feed, eine Publikationsseite oder eine Literaturliste hinzufügen.
source-line = **{ $name }** · { $count ->
        [one] ein Eintrag
       *[other] { $count } Einträge
    } · { $where }
source-of-file = aus einer Datei
source-failing = ⚠️ seit { $since } nicht lesbar; jede Stunde folgt ein neuer Versuch
source-capped = ⏳ mehr als { $most } neue Einträge an einem Tag; die übrigen folgen an den nächsten Tagen, die einer Datei, wenn sie erneut hinzugefügt wird
digest-panel-sources = Auch aus { $names }

cmd-publications = In einer Publikationsliste blättern, Jahr für Jahr
opt-publications-name = Welche Liste
opt-publications-year = Nur dieses Jahr
publications-title = 📚 { $name } · { $count ->
        [one] eine Publikation
       *[other] { $count } Publikationen
    }
publications-undated = Ohne Jahr
publications-none = **{ $name }** hat derzeit keine Einträge.
publications-none-that-year = **{ $name }** hat nichts aus dem Jahr { $year }. Einträge gibt es aus: { $years }.
publications-gone = Diese Liste gibt es hier nicht mehr.
publications-unknown = Hier gibt es keine Liste mit diesem Namen. Wähle eine, die die Option anbietet.
publications-nowhere = Hier gibt es keine Liste zum Blättern. Auf einem Server kann, wer „Server verwalten“ darf, mit `/digest quelle hinzufügen` eine hinzufügen.

## /abonnieren

cmd-subscribe = Paper als Direktnachricht bekommen
cmd-subscriptions = Deine Abos: ändern, pausieren, Vorschau, löschen
cmd-unsubscribe = Ein Abo beenden
opt-subscription = Welches Abo
opt-timezone-mine = Deine Zeitzone, zum Beispiel Europe/Berlin

subscribe-title = ✉️ Paper als Direktnachricht
subscribe-title-edit = ✉️ Abo ändern
subscribe-what = **Was** · { $query }
subscribe-when = **Wann** · { $when }
subscribe-most = **Wie viele** · { $limit } in einer Nachricht
subscribe-zone-guessed = Die Zeitzone { $zone } ist nach deiner Sprache geschätzt. **Wann…** ändert sie.
subscribe-zone-guessed-command = Die Zeitzone { $zone } ist nach deiner Sprache geschätzt. **Bearbeiten…** ändert sie.
subscribe-cancelled = Es wurde nichts geändert.
subscribe-cancelled-new = Es wurde nichts abonniert.
subscribe-done = ✅ Abonniert. Die Paper kommen als Direktnachricht.
subscribe-changed = ✅ Geändert.
subscribe-closed = 📪 Abonniert, aber Paperboy darf dir keine Direktnachrichten schicken, also kann nichts kommen. Erlaube Direktnachrichten in den Privatsphäre-Einstellungen eines Servers, auf dem ihr beide seid, und klick dann auf **Noch einmal versuchen**.
subscribe-gone = Dieses Formular ist verbraucht oder zu alt. `/abonnieren` öffnet ein neues.

button-what = Was…
button-when = Wann…
button-subscribe = Abonnieren
button-save-changes = Speichern
button-cancel = Abbrechen
button-delete = Löschen
button-delete-sure = Ja, löschen
button-delete-all-sure = Ja, alle löschen
button-undo = Rückgängig
button-all-subscriptions = Alle Abos
button-missed = { $count ->
        [one] Das verpasste Paper zeigen
       *[other] Die { $count } verpassten Paper zeigen
    }
missed-title = { $count ->
        [one] Ein Paper ist erschienen, während nichts zugestellt werden konnte
       *[other] { $count } Paper sind erschienen, während nichts zugestellt werden konnte
    }
missed-none = Keines, das du seither nicht gesehen hättest.

dm-open-again = 📬 Direktnachrichten kommen durch. Du bekommst wieder Paper.
dm-open-already = 📬 Direktnachrichten kommen durch.
dm-still-closed = 📪 Es geht noch nicht: Discord lässt Paperboy dir nicht schreiben. Erlaube Direktnachrichten in den Privatsphäre-Einstellungen eines Servers, auf dem ihr beide seid, und klick dann auf **Noch einmal versuchen**.

subscriptions-title = Deine Abos
subscriptions-none = Du hast keine Abos. `/abonnieren` legt eines an.
subscriptions-pick = Wähle eines: ändern, pausieren, Vorschau, löschen
subscriptions-more = { $count ->
        [one] … und ein weiteres im Menü unten.
       *[other] … und { $count } weitere im Menü unten.
    }
subscription-title = ✉️ { $query }
subscription-gone = Dieses Abo gibt es nicht mehr.
subscription-last = Zuletzt: { $what }
subscription-last-sent = { $at }, { $what }
subscription-last-empty = { $at }, nichts. { $cause }
subscription-last-none = noch nichts gekommen
subscription-delete-sure = „{ $query }“ löschen? Davon kommt dann nichts mehr.
subscription-delete-all-sure = { $count ->
        [one] Dein Abo löschen? Dann kommt nichts mehr.
       *[other] Alle { $count } Abos löschen? Dann kommt nichts mehr.
    }
subscription-deleted = { $count ->
        [one] Gelöscht. Davon kommt nichts mehr.
       *[other] Alle { $count } gelöscht. Es kommt nichts mehr.
    }
subscription-which = Wähle eines in der Option `abo`, oder „Alle“.
unsubscribed = „{ $query }“ ist abbestellt. Davon kommt nichts mehr; `/abbestellen` löscht es endgültig.
unsubscribe-undone = Es kommt wieder.

## /paper und „Paper finden“

cmd-paper = Ein Paper finden: über den Titel, auch halb erinnert, eine ID oder eine Adresse
opt-paper-title = Ein Titel, wie du ihn in Erinnerung hast, eine arXiv-ID oder eine Adresse
opt-paper-share = Allen hier zeigen statt nur dir
menu-find-papers = Paper finden

indexed = Indexiert: { $count ->
        [one] ein Paper
       *[other] { NUMBER($count) } Paper
    } vom { $oldest } bis { $newest }.
indexed-nothing = Hier sind noch keine Paper: Sie werden gerade geholt. Bitte versuch es in ein paar Minuten noch einmal.

paper-empty = Es fehlt ein Titel. Gib einen Titel ein, wie du ihn in Erinnerung hast, eine arXiv-ID oder eine Adresse.
paper-several = Welches ist es?
paper-pick = Wähle ein Paper
paper-not-here = Kein Titel hier ähnelt „{ $typed }“.
paper-being-indexed = Die Titel werden gerade indexiert, bisher { $percent } %: „{ $typed }“ kann also trotzdem hier sein. Bitte versuch es in einer Minute noch einmal; IDs, Adressen und `/suche` gehen schon.
paper-not-indexed = Titel lassen sich gerade nicht durchsuchen: „{ $typed }“ kann also trotzdem hier sein. IDs, Adressen und `/suche` gehen; bitte versuch es mit Titeln später noch einmal.
paper-id-not-here = { $id } ist hier nicht indexiert.
paper-nearest = Am nächsten kommen diese Titel:
paper-found-shared = Gefunden. Hier ist es, für alle.
asked-unknown = Auch anderswo gefragt, ohne sichere Antwort: { $services }.
asked-failed = Nicht zu erreichen: { $services }. Bitte versuch es in ein paar Minuten noch einmal.
asked-trouble = { $service } ({ $why })
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
trouble-unreachable = keine Antwort
trouble-busy = zu viele Anfragen
trouble-refused = Anfrage abgelehnt
trouble-broken = Dienst gestört
trouble-unreadable = unverständliche Antwort
trouble-late = hat zu lange gedauert
button-abstracts = Abstracts durchsuchen
button-elsewhere = Nicht dieses? Anderswo suchen
elsewhere-nothing = Zu „{ $typed }“ wurde nichts anderes gefunden.
elsewhere-nobody = Es gibt niemanden mehr, der noch gefragt werden könnte.
elsewhere-gone = Diese Antwort ist zu alt. Bitte ruf `/paper` noch einmal auf.

find-title = { $count ->
        [one] Ein Paper in dieser Nachricht
       *[other] { $count } Paper in dieser Nachricht
    }
find-nothing = In dieser Nachricht wurde kein Paper gefunden. Gesucht wird nach IDs, Adressen und Titeln, die in Anführungszeichen oder in einer eigenen Zeile stehen.
find-being-indexed = Titel werden gerade indexiert, bisher { $percent } %: Versuch es bei denen, die nicht gefunden wurden, bitte in einer Minute noch einmal.
find-unindexed = Titel lassen sich gerade nicht durchsuchen: Was nicht gefunden wurde, kann trotzdem hier sein. Bitte versuch es später noch einmal.
find-not-indexed = Hier nicht indexiert:

draft-not-yours = Diese Buttons gehören jemand anderem. Ruf den Befehl selbst auf, dann bekommst du eigene.

## /suche und /trends

cmd-search = Titel, Abstracts und Autoren durchsuchen
opt-search-query = Wörter, "Wendungen", -ohne, a | b, author: category: org: upvotes:>=20 code:yes; * ist alles
opt-search-sort = Die besten Treffer zuerst (Standard) oder die neuesten
choice-best = Beste Treffer
choice-newest = Neueste

search-reads = 🔎 { $query }
search-reads-not = ✗ Erwartet: { $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 Irgendein Wort aus „{ $typed }“
    Kein Paper hat alle Wörter; diese haben einige davon.
search-count = { $count ->
        [one] ein Paper
       *[other] { NUMBER($total) }{ $plus } Paper
    }
search-sorted-best = beste Treffer zuerst
search-sorted-best-of = beste Treffer zuerst, unter den neuesten { NUMBER($newest) }
search-sorted-newest = neueste zuerst
page-of = Seite { $page } von { $of }
search-nothing = Nichts passt.
search-stopped = So häufige Wörter brauchen zum Suchen zu lange. Die Suche hat früher aufgehört, es kann also noch mehr geben. Ein selteneres Wort dazu findet es.
search-nothing-hint = Weniger Wörter finden mehr, und `a | b` findet das eine oder das andere. `/paper` findet einen Titel auch mit Tippfehlern. **Das abonnieren** meldet sich, wenn etwas kommt.
search-gone = Diese Suche ist zu alt. Bitte ruf den Befehl noch einmal auf.
button-sort-best = Beste zuerst
button-sort-newest = Neueste zuerst
button-subscribe-query = Das abonnieren

cmd-trending = Die Paper, deren Votes am meisten steigen, und um wie viel
opt-trending-period = Im letzten Tag (Standard), in der letzten Woche oder im letzten Monat
period-day = Tag
period-week = Woche
period-month = Monat
trending-title = 📈 Im Trend · seit { $day }
trending-title-by-votes = 📈 Die meisten Votes · { $days ->
        [0] { $last }
       *[other] { $first } – { $last }
    }
trending-rose = ▲{ $votes } · +{ $by } seit { $day }
trending-new = neu, ▲{ $votes } { $days ->
        [1] am ersten Tag
       *[other] in { $days } Tagen
    }
trending-by-votes = Wie die Votes gestiegen sind, ist hier noch nicht bekannt; das sind deshalb die neuesten Paper nach ihren Votes.
trending-counted = Votes werden hier seit { $day } gezählt; ältere Paper können stärker gestiegen sein als angegeben.
trending-nothing = In dieser Zeit sind keine Paper erschienen.

query-example-1 = diffusion distillation
query-example-1-finds = beide Wörter
query-example-2 = "world models"
query-example-2-finds = Wörter direkt nebeneinander
query-example-3 = robot -survey
query-example-3-finds = ohne ein Wort
query-example-4 = lora | adapters
query-example-4-finds = das eine oder das andere Wort
query-example-5 = (vision | speech) benchmark
query-example-5-finds = eines von beiden und ein drittes
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = von einer bestimmten Person
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = in einer Kategorie, mit Votes
query-example-8 = org:google code:yes
query-example-8-finds = von einer Organisation, mit Code
query-example-9 = transform*
query-example-9-finds = alles, was so beginnt

## /bibliothek

cmd-library = Die Paper, die du gespeichert hast
cmd-library-list = Zeigen, was du gespeichert hast, Neuestes zuerst
cmd-library-export = Was du gespeichert hast, als Datei bekommen
opt-library-find = Wörter aus einem Titel oder Autorennamen
opt-library-format = BibTeX (Standard), CSV oder JSON
format-bibtex = BibTeX
format-csv = CSV, für eine Tabelle
format-json = JSON

library-title = 🔖 Deine Bibliothek
library-title-find = 🔖 Deine Bibliothek: „{ $find }“
library-count = { $count ->
        [one] ein Paper
       *[other] { NUMBER($count) } Paper
    }
library-empty = Deine Bibliothek ist leer. **Speichern** auf der Karte eines Papers legt es hier ab.
library-none-found = Nichts in deiner Bibliothek ähnelt „{ $find }“.
library-remove = Ein Paper herausnehmen…
library-removed = Herausgenommen: { $title }
library-gone = Diese Liste ist zu alt. `/bibliothek liste` zeigt sie neu.
library-exported = { $count ->
        [one] Ein Paper, als Datei.
       *[other] { NUMBER($count) } Paper, als Datei.
    }

## /einstellungen

cmd-settings = Deine Sprache, deine Zeitzone und ob KI-Zusammenfassungen zu sehen sind
opt-settings-language = Die Sprache, in der Paperboy dir antwortet
settings-title = ⚙️ Deine Einstellungen
settings-saved = ✅ Gemerkt. Es gilt auf jedem Server und in Direktnachrichten.
settings-followed = { $count ->
        [one] Dein Abo übernimmt das sofort.
       *[other] Deine { $count } Abos übernehmen das sofort.
    }
settings-zone-kept = Bestehende Abos behalten ihre Zeitzone; `/abos` ändert sie.
settings-language = **Sprache** · { $language } ({ $source })
settings-timezone = **Zeitzone** · { $zone } ({ $source })
settings-timezone-none = **Zeitzone** · nicht gewählt
settings-ai = **KI-Zusammenfassungen ✨** · { $ai } ({ $source })
settings-chosen = von dir gewählt
settings-from-discord = nach der Sprache deines Discord
settings-guessed = nach der Sprache deines Discord geschätzt
settings-default = Standard
settings-hint = Ändern kannst du sie mit den Optionen von `/einstellungen`. Abos übernehmen Sprache und Zusammenfassungen; neue beginnen auch mit der Zeitzone.

## /hilfe

cmd-help = Was Paperboy tut und wie
opt-help-topic = Worüber du lesen möchtest
help-choose = Lies über…
help-topic-start = Start
help-topic-digest = Der tägliche Digest eines Servers
help-topic-paper = Ein Paper finden
help-topic-search = Suchen und die Suchsprache
help-topic-subscribe = Paper als Direktnachricht
help-topic-library = Deine Bibliothek und Einstellungen
help-topic-privacy = Datenschutz

help-start =
    ### 📰 Paperboy
    bringt Forschungspaper dorthin, wo du liest: jeden Tag ein Digest in einem Kanal, jedes Paper über seinen halb erinnerten Titel und deine eigene Auswahl als Direktnachricht.

    `/paper` findet ein Paper; Tippfehler im Titel schaden nicht
    `/suche` durchsucht Titel, Abstracts und Autoren
    `/trends` zeigt, wessen Votes steigen
    `/publikationen` blättert Jahr für Jahr in einer Publikationsliste
    `/abonnieren` schickt dir, was dich interessiert
    `/bibliothek liste` zeigt, was du gespeichert hast
help-start-owner = Du verwaltest diesen Server: `/digest einrichten` bringt Paper in einen Kanal. Dafür reicht eine Zeitzone, und du siehst, was kommt, bevor etwas gepostet wird.
help-start-reader = Unter jedem Digest macht **Auch für mich** ihn zu deinem eigenen, und die Buttons mit Nummern öffnen ein Paper nur für dich.

help-digest =
    ### 📰 Der tägliche Digest eines Servers
    Für alle, die „Server verwalten“ dürfen; in den Servereinstellungen unter Integrationen lassen sich die Befehle auch für andere freigeben.

    `/digest einrichten` bringt Paper in einen Kanal; eine Zeitzone reicht
    `/digest bearbeiten` ändert, was du angibst, und sonst nichts
    `/digest vorschau` zeigt nur dir, was jetzt käme
    `/digest jetzt` postet sofort, für alle
    `/digest pausieren` und `/digest fortsetzen` halten ihn an und lassen ihn weiterlaufen
    `/digest entfernen` beendet ihn
    `/digest status` sagt, was kam, was als Nächstes kommt und was nicht stimmt
    `/digest einstellungen` legt die Sprache des Servers fest und ob KI-Zusammenfassungen zu sehen sind
    `/digest quelle hinzufügen` lässt den Server einen eigenen Feed, eine Publikationsseite oder eine Literaturliste lesen; `/digest quelle liste` und `/digest quelle entfernen` zeigen und beenden sie

    Die drei besten Paper stehen ausführlich da, die übrigen in je einer Zeile. In einen Kanal kommt ein Paper nur einmal. **Warum diese?** unter einem Digest sagt, warum welches Paper da ist und was ausgelassen wurde.
help-paper =
    ### 🔎 Ein Paper finden
    `/paper` nimmt einen Titel, wie du ihn in Erinnerung hast, auch halb oder mit Tippfehlern; eine arXiv-ID wie 2305.14314; eine DOI; oder eine Adresse von arXiv, Hugging Face, alphaXiv, Semantic Scholar, OpenReview oder der ACL Anthology. Beim Tippen werden Titel vorgeschlagen.
    Ein Paper, das noch nicht hier ist, wird anderswo nachgeschlagen, was ein paar Sekunden dauert; beim nächsten Mal ist es da. Wurde ein anderes Paper gefunden, tut **Nicht dieses? Anderswo suchen** dasselbe.
    Die Antwort siehst nur du. Die Option `teilen` zeigt sie allen, und **Hier posten** auf einer Karte holt das später nach.
    Auf einer Karte zeigt **Ähnliche** Paper, die diesem ähnlich sind, und was sie jeweils gemeinsam haben.

    Das Menü **Paper finden** findet die Paper in einer Nachricht: Drück lange darauf oder klick sie mit rechts an, und wähle dann Apps.
    `/trends` zeigt die Paper, deren Votes im letzten Tag, in der letzten Woche oder im letzten Monat am meisten gestiegen sind, gemessen an ihrem Alter, und um wie viel.
help-search =
    ### 🔎 Suchen
    `/suche` sucht in Titeln, Abstracts und Autoren, die besten Treffer oder die neuesten zuerst. Abos und Digests sprechen dieselbe Sprache:
help-search-rules = Nebeneinander heißt *und*; `|` heißt *oder*. `*` allein ist alles. Beim Tippen zeigt der erste Vorschlag, wie die Suchanfrage verstanden wird.
help-subscribe =
    ### ✉️ Paper als Direktnachricht
    `/abonnieren` öffnet ein Formular: Themen, Autoren, Mindestzahl an Votes, Uhrzeit. Bevor du zustimmst, siehst du, wie viel in den letzten 30 Tagen gekommen wäre. **Das abonnieren** unter einer Suche und **Auch für mich** unter einem Digest füllen es für dich aus.
    `/abos` ändert, pausiert oder löscht sie und zeigt eine Vorschau
    `/abbestellen` beendet eines oder alle, und das tut auch der Button unter jeder dieser Nachrichten
help-library =
    ### 🔖 Deine Bibliothek und Einstellungen
    Der Button **Speichern** auf der Karte eines Papers legt es in deine Bibliothek.
    `/bibliothek liste` zeigt, was du gespeichert hast; dort nimmst du ein Paper auch wieder heraus
    `/bibliothek exportieren` gibt sie dir als BibTeX, CSV oder JSON
    `/einstellungen` merkt sich deine Sprache, deine Zeitzone und ob du KI-Zusammenfassungen ✨ siehst
    `/publikationen` blättert Jahr für Jahr in einer Publikationsliste: einer, die dein Server mit `/digest quelle hinzufügen` hinzugefügt hat, oder einer, die alle haben
    `/hilfe` zeigt diese Seiten
help-privacy =
    ### 🔒 Datenschutz
    Über dich gespeichert wird, und erst wenn du es benutzt: deine Discord-ID, deine Einstellungen, deine Abos mit dem, was dir gesendet wurde, deine Bibliothek und laufende Suchen (zwei Tage). Paperboy liest keine Nachrichten, außer der, die du für **Paper finden** auswählst, und behält nichts davon.
    Weitergegeben wird nur das Folgende, und nie, wer fragt oder liest. Ein Titel oder eine ID, die hier nicht oder nicht sicher bekannt ist, wird bei Hugging Face, arXiv, Semantic Scholar, OpenAlex, Crossref oder OpenReview nachgeschlagen; zu einem Paper, dessen Karte du öffnest, wird Hugging Face gefragt, was damit verknüpft ist. Wer diesen Paperboy betreibt, kann eine Übersetzung eingerichtet haben: Dann bekommt der Übersetzungsdienst die Titel und Texte, die er übersetzt, auch die eigener Paper eines Servers. Ist ein Modell für KI-Zusammenfassungen eingerichtet, bekommt es Abstracts öffentlicher Paper, aber keine der eigenen Paper eines Servers.
    Sicherungskopien bleiben 30 Tage. Ob der Datenträger verschlüsselt ist, liegt bei denen, die diesen Paperboy betreiben.
    `/datenschutz exportieren` gibt dir das alles in einer Datei
    `/datenschutz löschen` löscht das alles

## /datenschutz

cmd-privacy = Was über dich gespeichert ist
cmd-privacy-export = Alles, was über dich gespeichert ist, als Datei bekommen
cmd-privacy-delete = Alles löschen, was über dich gespeichert ist
privacy-nothing-kept = Über dich ist nichts gespeichert.
privacy-exported = 🔒 Alles, was über dich gespeichert ist.
privacy-backups = Sicherungskopien bleiben 30 Tage, danach sind auch sie weg. Ob der Datenträger verschlüsselt ist, liegt bei denen, die diesen Paperboy betreiben.
privacy-delete-title = Alles löschen, was über dich gespeichert ist?
privacy-delete-what = Was verschwindet: { $subscriptions ->
        [0] deine Abos (keine)
        [one] dein Abo
       *[other] deine { $subscriptions } Abos
    } mit dem, was dir gesendet wurde, deine Bibliothek ({ $papers ->
        [0] leer
        [one] ein Paper
       *[other] { NUMBER($papers) } Paper
    }), deine Einstellungen und deine Suchen. Das lässt sich nicht rückgängig machen.
privacy-digests-stay = Was bleibt: { $count ->
        [one] Der Digest, den du eingerichtet hast, gehört seinem Server und läuft weiter
       *[other] Die { $count } Digests, die du eingerichtet hast, gehören ihren Servern und laufen weiter
    }, ohne deinen Namen.
privacy-sources-stay = Was bleibt: { $count ->
        [one] Die Quelle, die du hinzugefügt hast, gehört ihrem Server und wird weiter gelesen
       *[other] Die { $count } Quellen, die du hinzugefügt hast, gehören ihren Servern und werden weiter gelesen
    }, ohne deinen Namen.
privacy-deleted = Gelöscht. Über dich ist nichts mehr gespeichert, und du bekommst nichts mehr zugesandt.
privacy-kept = Es wurde nichts gelöscht.
button-privacy-delete = Alles löschen

## Namen der Befehle und Optionen

# Kleinbuchstaben, Ziffern, - und _, keine Leerzeichen, höchstens 32 Zeichen; die Texte oben
# nennen die Befehle bei diesen Namen.
name-add = hinzufügen
name-again = erneut
name-ai = ki
name-alerts = warnungen
name-channel = kanal
name-days = tage
name-delete = löschen
name-digest = digest
name-edit = bearbeiten
name-export = exportieren
name-file = datei
name-find = stichwort
name-format = format
name-help = hilfe
name-language = sprache
name-library = bibliothek
name-limit = anzahl
name-list = liste
name-name = name
name-notes = hinweise
name-notify = benachrichtigung
name-now = jetzt
name-paper = paper
name-pause = pausieren
name-period = zeitraum
name-preview = vorschau
name-privacy = datenschutz
name-publications = publikationen
name-query = suchanfrage
name-remove = entfernen
name-resume = fortsetzen
name-search = suche
name-settings = einstellungen
name-setup = einrichten
name-share = teilen
name-sort = sortierung
name-source = quelle
name-status = status
name-subscribe = abonnieren
name-subscription = abo
name-subscriptions = abos
name-time = uhrzeit
name-timezone = zeitzone
name-title = titel
name-topic = thema
name-trending = trends
name-unsubscribe = abbestellen
name-url = adresse
name-year = jahr
