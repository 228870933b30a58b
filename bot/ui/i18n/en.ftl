# Paperboy's words in English: the source of all other languages.
# One message a line. What stands in braces is filled in; keep it, move it where your grammar wants it.

# Between the last of some things of which one will do: “a word or the end”.
list-or = { " or " }
# Between things that all count: “Hugging Face, arXiv”.
list-and = { ", " }
# Between two sentences that stand beside each other, and behind find-not-indexed.
sentence-gap = { " " }

## Cards

card-code = code
card-machine-summary = ✨ machine summary by { $model }
card-own-summary = ✨ machine summary by { $model }, made for this Paperboy
card-model-unknown = an unnamed model
text-abstract = the authors' abstract
text-opening = first sentences of the abstract
text-machine = ✨ machine summary, model on the card
text-own = ✨ machine summary by { $model }
text-retold = retold for this demo
# Under a digest, of abstracts of which some are whole and some shortened.
digest-abstracts = abstracts, some shortened
card-withdrawn = ⚠️ withdrawn by its authors

button-save = Save
button-bibtex = BibTeX
button-post-here = Post here
button-similar = Similar
button-pdf = PDF
button-code = Code
button-project = Project page
button-back = Back
button-next = Next

# Under a card: what people linked to the paper, “3 models · 1 dataset · 2 spaces on Hugging Face”.
# A button's label: at most 80 characters with four digits each.
linked-models = { $count ->
        [one] 1 model
       *[other] { $count } models
    }
linked-datasets = { $count ->
        [one] 1 dataset
       *[other] { $count } datasets
    }
linked-spaces = { $count ->
        [one] 1 space
       *[other] { $count } spaces
    }
linked-on-huggingface = { $linked } on Hugging Face

## Translations

translated-by = 🌐 translated by { $translator }
translated-in-part = some of it could not be, and is as its authors wrote it
translator-deepl = DeepL
translator-libretranslate = LibreTranslate
translator-openai = the model { $model }
translate-failed = 🌐 This could not be translated: { $why }. The card above is the original.
translate-unreliable = names or formulae would not have come through
translate-nobody = Nobody translates papers for this Paperboy any more.
translate-is-yours = Papers are in English, which is the language you are answered in, so there is nothing to translate. `/settings` with `language` chooses another one.
translate-not-offered = Papers are not translated into your language here. Whoever runs this Paperboy chooses the languages.
translate-hidden = A translation is written by a machine, and you hide such text. `/settings ai: Show` shows it again.
# Why something could not be translated: the $why of translate-failed.
trouble-key = its key is not accepted
trouble-quota = its allowance for this month is used up
trouble-budget = this month's characters are used up
trouble-language = the translator does not know your language

## The digest

digest-title = 📰 Papers · { $day }
digest-title-mine = 📬 Your papers · { $day }
digest-about = About { $query }
digest-counts = { $offered } new · { $here } here{ $more ->
        [0] { "" }
       *[other] { " · " }{ $more } more below
    }
digest-source-silent = ⚠️ Nothing new has arrived from the sources since { $since }; these are papers from before. `/digest status` says what is wrong.
digest-topics = **Topics that rose and fell**
    -# papers a week: ○ usual in the four weeks before → the last 7 days
digest-topics-machine = ✨ from keywords that a machine wrote
topics-described = Topics of the last 7 days, by papers, against the four weeks before.
topics-rose = Rose: { $topics }.
topics-fell = Fell: { $topics }.
topics-one = { $name } { $now }, usually { NUMBER($usual, maximumFractionDigits: 0) }
digest-late = ⏰ Late: this could not come at the planned time.
digest-not-translated = 🌐 not all could be translated this time; what was not is as its authors wrote it
digest-votes = votes at { $time }
digest-next = next: { $when }
digest-next-holiday = next: { $when }, if anything comes: arXiv announces nothing on { $day }, a holiday

button-more = { $count } more
button-why = Why these?
button-mine = Send me mine
button-unsubscribe = Unsubscribe

empty-weekend = No papers come out at the weekend.
empty-holiday = arXiv had a holiday and announced nothing.
empty-skipped = { $considered ->
        [one] Skipped: Paperboy was not running, and came back more than twelve hours late.
       *[other] { $considered } digests up to then skipped: Paperboy was not running, and came back more than twelve hours late.
    }
empty-put-back = { $considered ->
        [one] Skipped: an older copy of the database was put back, so it may have come before.
       *[other] { $considered } digests up to then skipped: an older copy of the database was put back, so they may have come before.
    }
empty-source-silent = { $known ->
        [0] Nothing has arrived from the sources in the last seven days.
       *[other] Nothing new has arrived from the sources since { $since }.
    }
empty-see-status = `/digest status` says what is wrong.
empty-nothing-matched = { $considered ->
        [one] One paper came out, and it does not match.
       *[other] { $considered } papers came out, none of them matches.
    }
empty-all-shown = Nothing new: whatever matches was shown here before.

more-title = { $count ->
        [one] One more paper
       *[other] { $count } more papers
    }
more-none = That was all.
edition-gone = What this message came from was removed, so there is no more to tell about it. Its papers can still be opened by their numbers.

why-title = Why these?
why-rule = Ranked by how well a paper matches, how it stands among the papers of its day, and whether there is code; then spread over topics. Never twice in the same place.
why-because = { $reasons }
why-left-out = Left out: { $rules }
why-all-here = Nothing was left out.

reason-matches = matches { $terms }
reason-everything = out this week
reason-top-voted = no. { $a } of { $b } on its day
reason-rose = rose from ▲{ $a } to ▲{ $b }
reason-discussed = { $count ->
        [one] one comment
       *[other] { $count } comments
    }
reason-code = has code
reason-pinned = pinned here

left-out-not-matching = { $count } did not match
left-out-shown-before = { $count } shown here before
left-out-too-similar = { $count } too like a chosen one
left-out-below-limit = { $count } below the limit
left-out-withdrawn = { $count } withdrawn

## When something goes wrong

failure-unexpected = Something went wrong on Paperboy's side. It is in the log as `{ $code }`; please try again.
failure-old-control = This button is from another version of Paperboy. Please run the command again.
failure-too-many = There are { $most } subscriptions here already, and that is the most. Remove one first.
failure-not-allowed = You may not do that here.
failure-invalid = That was not understood.
failure-did-you-mean = Did you mean { $nearest }?

failure-query = The query stops making sense here: expected { $expected }.
failure-query-suggestion = Did you mean `{ $suggestion }`?
# What a query would need at its first fault, alone or joined by list-or: the $expected of failure-query
# (“expected a word or the end.”) and of search-reads-not (“Goes on with a word”).
expected-term = a word

failure-time-missing = A time is missing. Write it like 09:00 or 9 pm.
failure-time-not-understood = “{ $text }” is no time of day. Write it like 09:00 or 9 pm.
failure-time-out-of-range = No clock shows “{ $text }”. Hours go from 00 to 23, minutes from 00 to 59.
failure-days-missing = Days are missing. Write `daily`, `weekdays`, `tue-sat` or a list such as `mon, wed, fri`.
failure-day-not-understood = “{ $text }” is no day. Write `daily`, `weekdays`, `tue-sat` or a list such as `mon, wed, fri`.
failure-day-range-incomplete = “{ $text }” needs a day on each side, such as `tue-sat`.
failure-zone = “{ $text }” is no time zone Paperboy knows.
# As expected-term.
expected-end = the end
expected-closing-quote = a closing quote
expected-closing-parenthesis = a closing parenthesis
expected-number = a number
expected-yes-or-no = `yes` or `no`
expected-field-value = something after the colon
expected-known-field = one of `author:` `category:` `org:` `source:` `upvotes:` `code:`
expected-shorter-text = at most 500 characters
expected-fewer-terms = at most 64 terms
expected-less-nesting = fewer parentheses within parentheses

## Direct messages and alerts

dm-hello = 📬 Your papers will come here. `/subscriptions` changes or pauses them, `/unsubscribe` stops them.
dm-closed-notice = 📪 Your papers could not be delivered: your direct messages were closed to Paperboy. Allow direct messages from a server you share with it, then press **Try again**.

alert-missing-permission = ⚠️ The digest in { $channel } stopped: Paperboy lacks { $detail } there. It goes on by itself once that is mended.
alert-refused-all-the-same = ⚠️ The digest in { $channel } stopped: Discord does not let Paperboy write there, although it has all permissions it needs. Look whether it is timed out in the server. It is tried again every hour and goes on by itself; you are not told again.
alert-channel-gone = ⚠️ The digest for { $channel } stopped: the channel is gone, or Paperboy cannot see it. It is kept for 30 days: if the channel comes back or Paperboy is invited again, it goes on by itself; `/digest edit` lets it go to another channel.
alert-too-late = ⚠️ An edition of the digest in { $channel } did not arrive: it was tried for twelve hours and could not be sent. `/digest status` tells more. The digest goes on; you are not told again until something arrives.
alert-not-taken = ⚠️ An edition of the digest in { $channel } did not arrive: Discord did not take the message ({ $detail }). That is Paperboy’s fault, not the channel’s; the next one comes at its time, and you are not told again until one arrives.
alert-automod = ⚠️ An edition of the digest in { $channel } did not arrive: AutoMod blocked the message. In the server settings, under AutoMod, let the rule allow Paperboy’s role or that channel. The digest goes on; you are not told again until something arrives.
alert-links = ⚠️ An edition of the digest in { $channel } did not arrive: Discord blocked it for a link that it takes for harmful. Nothing is wrong with your server. The digest goes on; you are not told again until something arrives.
alert-channel-refused = You are told because Paperboy could not write in { $channel }, where alerts are to go.

permission-view-channel = View Channel
permission-send-messages = Send Messages
permission-read-message-history = Read Message History

button-try-again = Try again

## Papers

paper-gone = That paper is not known here any more.
paper-saved = 🔖 Saved. `/library list` shows what you saved.
paper-post-not-here = This can only be posted in a server's channel.
paper-post-not-allowed = You may not write in this channel, so nothing was posted here.
paper-share-not-allowed = You may not write in this channel, so nothing was shared here. Without `share` only you see the answer.
paper-posted-by = shared by { $user }

# Similar papers: a heading, how they were found, and of each what it has in common: “about: a, b”.
similar-title = ### 🧭 Similar to “{ $title }”
similar-how = Compared by their words (the rarer, the more), keywords and authors.
similar-about = about: { $words }
similar-keywords = same keywords: { $keywords }
similar-authors = also by { $names }
similar-close = close in their words
similar-nothing = Nothing here is like this paper. `/search` finds papers by words of your own.

## Schedules and queries in words

language-name = English

# How dates are written, in the letters of Unicode's date patterns (unicode.org/reports/tr35, “Date
# Field Symbols”): EEE a weekday, d a day, MMM a month in letters, M in digits, y a year, HH:mm a time.
pattern-day = EEE d MMM
pattern-full-day = d MMM y
pattern-month = MMM y
pattern-weekday-time = EEE HH:mm

# Short weekdays: in a list (“Mon, Fri”) and in days-run.
day-0 = Mon
day-1 = Tue
day-2 = Wed
day-3 = Thu
day-4 = Fri
day-5 = Sat
day-6 = Sun

# On which days: the $days of schedule-line and schedule-short, in the middle of a line; alone, with a
# capital letter, as a choice while typing. People may type these and their language's weekdays, too.
days-daily = daily
days-weekdays = weekdays
days-weekends = weekends
days-weekly-0 = weekly on Monday
days-weekly-1 = weekly on Tuesday
days-weekly-2 = weekly on Wednesday
days-weekly-3 = weekly on Thursday
days-weekly-4 = weekly on Friday
days-weekly-5 = weekly on Saturday
days-weekly-6 = weekly on Sunday
days-run = { $first }–{ $last }

schedule-line = { $days } at { $time }, { $zone }
schedule-short = { $days } { $time }
schedule-next = Next: { $at } ({ $in })
schedule-next-holiday = Next: { $at } ({ $in }), if anything comes: arXiv announces nothing on { $day }, a holiday

query-everything = everything
query-author = by { $names }
query-votes = at least ▲{ $count }

limit-line = { $count ->
        [one] one paper
       *[other] up to { $count } papers
    }

dry-run = { $papers ->
        [0] Nothing matched in the last 30 days.
        [one] Last 30 days: one paper.
       *[other] Last 30 days: { $papers } papers, { NUMBER($aday, maximumFractionDigits: 1) } a day, busiest day { $busiest }.
    }
dry-run-empty = Nothing is indexed yet, so there is no telling how much would come.

paused-asked = ⏸️ Paused since { $since }. Nothing comes until it is resumed.
paused-missing-permission = ⛔ Stopped since { $since }: Paperboy lacks { $missing } there. It goes on by itself once that is mended.
paused-refused-all-the-same = ⛔ Stopped since { $since }: Discord does not let Paperboy write there, although it has all permissions it needs. Look whether it is timed out in the server. It is tried again every hour.
paused-channel-gone = ⛔ Stopped since { $since }: the channel is gone, or Paperboy cannot see it. It goes on by itself once that is mended, `/digest edit` lets it go to another channel, and after 30 days it is deleted.
paused-dm-closed = 📪 Stopped since { $since }: your direct messages are closed to Paperboy. Allow direct messages from a server you share with it, then press **Try again**.

channel-unknown = a channel that is gone

## Choices while typing

choice-zone = { $zone }, now { $time }
choice-query = ✓ { $query } · { $count ->
        [one] one paper
       *[other] { $count } papers
    } in 30 days
choice-fault = ✗ { $why }
choice-digest = #{ $channel } · { $schedule } · { $query }
choice-subscription = { $query } · { $schedule }
choice-all-subscriptions = All of them
choice-silent = Silent
choice-normal = With a notification
choice-notes-problems = Only when something is wrong
choice-notes-all = Whenever there is nothing to post
choice-notes-none = Never
choice-show = Show
choice-hide = Hide

## Forms

form-try-again = Correct it…
form-fault = **{ $field }** · { $why }
form-number = “{ $text }” is no whole number from { $least } to { $most }.
form-what-title = What to send
form-when-title = When to send it
form-digest-title = Change the digest
form-topics = Topics
form-topics-help = Words, "exact phrases", -not, a | b, category:cs.cl; * is everything
form-authors = Authors
form-authors-help = Names with commas between them; any of them will do
form-votes = Least upvotes
form-votes-help = 0 is any
form-query = Query
form-query-help = Words, "exact phrases", -not, a | b, author: category: org: upvotes:>=20; * is everything
form-time = Time
form-time-help = Like 09:00 or 9 pm
form-timezone = Time zone
form-timezone-help = A city or a zone, like Berlin or Europe/Berlin
form-days = Days
form-days-help = daily, weekdays, tue-sat, weekly on monday, or mon, wed, fri
form-limit = Papers
form-limit-help = The most in one message, 1 to 15

## /digest

cmd-digest = The server's daily papers
cmd-digest-setup = Bring papers into a channel, every day
cmd-digest-edit = Change a digest; what you leave out stays
cmd-digest-preview = See, only for you, what would come now
cmd-digest-now = Post what is new right now, for everybody in the channel
cmd-digest-pause = Stop a digest until it is resumed
cmd-digest-resume = Let a paused digest run again
cmd-digest-remove = Remove a digest
cmd-digest-status = What came, what comes next, and what is wrong
cmd-digest-settings = The server's language, and whether machine-written summaries are shown
opt-digest = Which digest
opt-timezone = The time zone, such as Europe/Berlin
opt-channel = Where to post: a text or announcement channel, or a thread; this one by default
opt-time = At what time, such as 09:00 (the default)
opt-days = On which days: daily (the default), weekdays, tue-sat, mon, wed …
opt-query = What about: words, "phrases", -not, author: category: …; * is everything
opt-limit = The most papers in one message, 1 to 15 (9 by default)
opt-language = The language of what surrounds the papers
opt-notify = Whether a digest makes a sound (silent by default)
opt-notes = When to say that there is nothing to post
opt-ai = Whether to show summaries that a model wrote
opt-alerts = A channel to tell when the digest cannot be posted
opt-again = Post the last digest once more instead of a new one

digest-panel-title = 📰 The digest in { $channel }
digest-panel-may-post = ✅ Paperboy may post there: View Channel, Send Messages, Read Message History.
digest-panel-missing = ⚠️ Paperboy cannot post there yet. It lacks { $missing } in { $channel }. Give it that in the channel's settings under Permissions; nothing else is needed.
digest-panel-unseen = ⚠️ Paperboy cannot see { $channel }: it lacks { $missing } there. Give it that in the channel's settings under Permissions; nothing else is needed.
digest-panel-gone = ⚠️ The channel is gone, or Paperboy cannot see it.
digest-alerts-missing = ⚠️ Alerts cannot be told in { $channel }: Paperboy lacks { $missing } there. Until it has that, whoever set the digest up is told by direct message.
digest-alerts-gone = ⚠️ Alerts cannot be told in { $channel }: it is gone, or Paperboy cannot see it. Whoever set the digest up is told by direct message.
digest-panel-silent = silent
digest-panel-normal = with a notification
digest-panel-notes-problems = says when something is wrong
digest-panel-notes-all = says whenever there is nothing
digest-panel-notes-none = never says that there is nothing
digest-panel-ai = machine summaries shown
digest-panel-no-ai = machine summaries hidden
digest-panel-alerts = alerts in { $channel }
digest-panel-set-up = The digest is set up.
digest-panel-changed = The digest is changed.

button-preview = Preview
button-post-now = Post now
button-post-again = Post the last one again
button-edit = Edit…
button-pause = Pause
button-resume = Resume
button-remove = Remove
button-remove-sure = Yes, remove it
button-keep = Keep it
button-send-again = Send again
button-send-again-of = Send again: { $when }
button-no-alerts-channel = No alerts channel

digest-none = No digest is set up on this server. `/digest setup` makes one; it needs only a time zone.
digest-which = There are { $count } digests on this server. Choose one in the option `digest`.
digest-not-found = That digest is not known on this server. Choose one that the option `digest` offers.
digest-channel-forum = A forum has no place for a daily message yet. Choose a text channel, an announcement channel or a thread.
digest-channel-kind = A digest can be posted in a text channel, an announcement channel or a thread. Choose one in the option `channel`.
digest-channel-unseen = Paperboy cannot see { $channel }. Give it View Channel there, then run the command again. Nothing was set up.
digest-nothing-given = Nothing was changed, because nothing was given. Give what is to change, or press Edit… below.
digest-remove-sure = Remove the digest in { $channel }? Nothing is posted there any more. What was posted stays, and is not posted again if you set it up anew.
digest-removed = The digest in { $channel } is removed.
digest-was-removed = This digest was removed. `/digest setup` makes a new one.
digest-now-missing = Nothing was posted: Paperboy lacks { $missing } in { $channel }.
digest-now-gone = Nothing was posted: the channel is gone, or Paperboy cannot see it.
digest-now-posted = 📣 Posted in { $channel }, for everybody there: { $count ->
        [one] [one paper]({ $link })
       *[other] [{ $count } papers]({ $link })
    }.
digest-now-on-its-way = ⏳ Not posted in { $channel } yet: Discord did not take it. Paperboy goes on trying; `/digest status` says what became of it.
digest-now-refused = ⛔ Discord refused the message in { $channel }. `/digest status` says why.
digest-resent = 📣 Sent again in { $channel }: { $count ->
        [0] [the note]({ $link })
        [one] [one paper]({ $link })
       *[other] [{ $count } papers]({ $link })
    }.
digest-resend-done = That was sent again already, or is known to have arrived. `/digest status` says what became of it.
digest-resend-stopped = The digest in { $channel } is stopped, so nothing was sent. Resume it first.
digest-now-left = { $left ->
        [0] What was posted does not come again, so the next digest has only what is new by then.
        [one] What was posted does not come again. One more paper is left for the next digest.
       *[other] What was posted does not come again. { $left } more papers are left for the next digest.
    }
digest-now-again-left = That was the last digest once more; the next one is not changed by it.
digest-now-nothing = Nothing was posted in { $channel }. { $cause }
digest-settings-now = This server's digests: language { $language }, { $ai }. New ones begin with that; `/digest edit` changes a single one.
digest-settings-followed = { $count ->
        [one] The digest that there is follows at once.
       *[other] The { $count } digests that there are follow at once.
    }

status-title = Digests on this server
status-none-yet = nothing was posted yet
status-papers = { $count ->
        [one] one paper
       *[other] { $count } papers
    }
status-sent = ✅ { $at } · [{ $what }]({ $link })
status-arrived = ✅ { $at } · { $what }
status-planned = ⏳ { $at } · { $what } · on its way
status-sending = ⏳ { $at } · { $what } · on its way{ $detail }
status-refused = ⛔ { $at } · { $what } · Discord refused it{ $detail }
status-unsure = ❓ { $at } · { $what } · may or may not have arrived, and the channel cannot be read back
status-unsure-put-back = ❓ { $at } · { $what } · may or may not have arrived: an older copy of the database was put back
status-expired = ⌛ { $at } · { $what } · could not be sent{ $detail }
status-quiet = ➖ { $at } · { $what }
# Behind the line of a delivery, as the $detail of status-sending, status-refused and status-expired:
# why. What it tells are the messages from detail-too-late on, or the names of permissions.
detail-after = : { $detail }
detail-too-late = not within twelve hours
detail-rate-limited = Discord asked for a pause
detail-discord-error = Discord answered { $status }
detail-discord-refused = Discord answered { $status }
detail-no-connection = no connection to Discord
detail-put-back = an older copy of the database was put back
detail-connection-lost = the connection to Discord broke
detail-dm-brake = Discord slows direct messages down
detail-dm-closed = direct messages are closed
detail-missing-permission = a permission is missing
detail-channel-gone = the channel is gone
detail-invalid = Discord does not take this message
detail-automod = AutoMod blocked the message
detail-links = Discord blocked a link in it as harmful
detail-broke = a fault of Paperboy's own; it is in the log
detail-unreadable = what was stored cannot be read
status-indexed = Indexed: { $count ->
        [0] no papers yet
        [one] one paper, of { $newest }
       *[other] { $count } papers, { $oldest } to { $newest }
    }
status-source-ok = { $source }: answered { $when }
status-source-error = ⚠️ { $source }: failed { $when }: { $why }
status-source-new = { $source }: not asked yet
source-huggingface = Hugging Face Daily Papers

## Sources of a server

cmd-digest-source = Feeds, publications pages and bibliographies that this server reads besides
cmd-digest-source-add = Add a feed, a publications page or a bibliography; what is new there comes in the digests
cmd-digest-source-list = What this server added, and whether it can be read
cmd-digest-source-remove = Remove a source of this server
opt-source-url = The address of a feed, a publications page or a bibliography
opt-source-file = A bibliography as a file: .bib, CSL-JSON or a saved page, at most 1 MB
opt-source-name = What to call it; its own title or its address by default
opt-source = Which source

source-added-feed = 📡 **{ $name }** is a source of this server: { $count ->
        [one] one entry
       *[other] { $count } entries
    } now, and what comes there from now on is news in this server's digests.
source-added-bibliography = 📚 **{ $name }** is a source of this server: { $count ->
        [one] one publication
       *[other] { $count } publications
    }. What is added there from now on is news in this server's digests.
source-read-again = 📚 **{ $name }** was read again: { $count ->
        [one] one publication
       *[other] { $count } publications
    }, { $news ->
        [0] nothing new
        [one] one of them new
       *[other] { $news } of them new
    }.
source-faults = ⚠️ { $count ->
        [one] One entry was left out:
       *[other] { $count } entries were left out, for example:
    }
source-what-now = `/publications` browses it. `source:` and its name in a digest's query asks for it alone. It is read again every hour.
source-what-now-file = `/publications` browses it. `source:` and its name in a digest's query asks for it alone. A file is read once: add it again under this name when it has changed.
source-removed = **{ $name }** is removed. What was posted or saved of it stays.
source-not-found = This server has no source of that name. Choose one that the option offers.
source-refused-too-many = There are { $most } sources on this server already, and that is the most. Remove one with `/digest source remove` first.
source-refused-name-taken = There is a source called **{ $name }** on this server already. Give this one another name in the option `name`, or remove that one first.
source-refused-no-address = That is no web address. It should begin with https:// and be the one that a browser shows.
source-refused-nothing = Give an address in the option `url`, or a file in the option `file`.
source-refused-both = Give an address or a file, not both.
source-refused-too-large = That file is larger than 1 MB. Leave older entries or the abstracts out, or give the address where it stands.
source-unread = Nothing was added: the address could not be read ({ $why }). Open it in a browser; if it shows there, try again in a few minutes.
source-unfit-empty = Nothing was added: there is nothing in it.
source-unfit-unknown = Nothing was added: that is no feed, no BibTeX, no CSL-JSON and no web page. Give a feed's own address, or export your list as BibTeX.
source-unfit-no-entries = Nothing was added: its entries cannot be told apart. Pages made with al-folio, pages with schema.org or COinS data and lists that link each paper can be read; else export the list as BibTeX and give that.
source-unfit-too-large = Nothing was added: that is too large to read. Give a part of it, such as the last few years.
source-unfit-too-many = Nothing was added: there are more than 5,000 entries. Give a part of it, such as the last few years.
source-unfit-broken = Nothing was added: it looks like JSON, but is not whole ({ $place }). Export it once more.
source-unfit-forbidden = Nothing was added: Paperboy only reads addresses that everybody can reach, at the usual ports and without a password in them.
sources-title = 📡 What this server reads besides
sources-none = This server has no sources of its own. Somebody who may Manage Server can add a feed, a publications page or a bibliography with `/digest source add`.
source-line = **{ $name }** · { $count ->
        [one] one entry
       *[other] { $count } entries
    } · { $where }
source-of-file = a file
source-failing = ⚠️ not readable since { $since }; it is tried again every hour
source-capped = ⏳ more than { $most } new entries in a day; the others follow on the next days, a file's when it is added again
digest-panel-sources = Also from { $names }

cmd-publications = Browse a list of publications, by year
opt-publications-name = Which list
opt-publications-year = Only this year
publications-title = 📚 { $name } · { $count ->
        [one] one publication
       *[other] { $count } publications
    }
publications-undated = Without a year
publications-none = **{ $name }** has no entries now.
publications-none-that-year = **{ $name }** has nothing of { $year }. There is something of { $years }.
publications-gone = This list is not here any more.
publications-unknown = There is no list of that name here. Choose one that the option offers.
publications-nowhere = There is no list to browse here. On a server, somebody who may Manage Server can add one with `/digest source add`.

## /subscribe

cmd-subscribe = Get papers as direct messages
cmd-subscriptions = Your subscriptions: change, pause, preview, delete
cmd-unsubscribe = Stop a subscription
opt-subscription = Which subscription
opt-timezone-mine = Your time zone, such as Europe/Berlin

subscribe-title = ✉️ Papers by direct message
subscribe-title-edit = ✉️ Change a subscription
subscribe-what = **What** · { $query }
subscribe-when = **When** · { $when }
subscribe-most = **How many** · { $limit } in one message
subscribe-zone-guessed = { $zone } is a guess from your language. **When…** changes it.
subscribe-zone-guessed-command = { $zone } is a guess from your language. **Edit…** changes it.
subscribe-cancelled = Nothing was changed.
subscribe-cancelled-new = Nothing was subscribed.
subscribe-done = ✅ Subscribed. The papers come as direct messages.
subscribe-changed = ✅ Changed.
subscribe-closed = 📪 Subscribed, but your direct messages are closed to Paperboy, so nothing can come. Allow direct messages in the privacy settings of a server that you share with it, then press **Try again**.
subscribe-gone = This panel was used up or is too old. `/subscribe` opens a new one.

button-what = What…
button-when = When…
button-subscribe = Subscribe
button-save-changes = Save
button-cancel = Cancel
button-delete = Delete
button-delete-sure = Yes, delete it
button-delete-all-sure = Yes, delete all
button-undo = Undo
button-all-subscriptions = All subscriptions
button-missed = { $count ->
        [one] Show the one that was missed
       *[other] Show the { $count } that were missed
    }
missed-title = { $count ->
        [one] One paper came out while nothing could be delivered
       *[other] { $count } papers came out while nothing was delivered
    }
missed-none = None that was not shown since.

dm-open-again = 📬 Your direct messages are open. Papers come again.
dm-open-already = 📬 Your direct messages are open.
dm-still-closed = 📪 Still closed: Discord does not let Paperboy write to you. Allow direct messages in the privacy settings of a server that you share with it, then press **Try again**.

subscriptions-title = Your subscriptions
subscriptions-none = You have no subscriptions. `/subscribe` makes one.
subscriptions-pick = Choose one to change, pause, preview or delete
subscriptions-more = … and { $count } more in the menu below.
subscription-title = ✉️ { $query }
subscription-gone = That subscription is not there any more.
subscription-last = Last: { $what }
subscription-last-sent = { $at }, { $what }
subscription-last-empty = { $at }, nothing. { $cause }
subscription-last-none = nothing came yet
subscription-delete-sure = Delete “{ $query }”? Nothing comes from it any more.
subscription-delete-all-sure = { $count ->
        [one] Delete your subscription? Nothing comes any more.
       *[other] Delete all { $count } subscriptions? Nothing comes any more.
    }
subscription-deleted = { $count ->
        [one] Deleted. Nothing comes from it any more.
       *[other] All { $count } deleted. Nothing comes any more.
    }
subscription-which = Choose one in the option `subscription`, or “All of them”.
unsubscribed = Unsubscribed from “{ $query }”. Nothing comes from it any more; `/unsubscribe` deletes it for good.
unsubscribe-undone = It comes again.

## /paper and Find papers

cmd-paper = Find a paper by its title, even half remembered, or by an id or an address
opt-paper-title = A title as you remember it, an arXiv id, or an address
opt-paper-share = Show it to everybody here instead of only to you
menu-find-papers = Find papers

indexed = Indexed: { $count ->
        [one] one paper
       *[other] { NUMBER($count) } papers
    } from { $oldest } to { $newest }.
indexed-nothing = No papers are here yet: they are still being fetched. Please try again in a few minutes.

paper-empty = No title was given. Type a title as you remember it, an arXiv id, or an address.
paper-several = Which one is it?
paper-pick = Choose a paper
paper-not-here = No title here is like “{ $typed }”.
paper-being-indexed = The titles are being indexed, { $percent } % so far: “{ $typed }” may be here all the same. Please try again in a minute; ids, addresses and `/search` work already.
paper-not-indexed = Titles cannot be searched just now, so “{ $typed }” may be here all the same. Ids, addresses and `/search` work; please try titles again later.
paper-id-not-here = { $id } is not indexed here.
paper-nearest = The nearest titles are these:
paper-found-shared = Found. Here it is, for everybody.
asked-unknown = Asked elsewhere, no sure answer: { $services }.
asked-failed = Could not be asked: { $services }. Please try again in a few minutes.
asked-trouble = { $service } ({ $why })
service-huggingface = Hugging Face
service-arxiv = arXiv
service-semantic-scholar = Semantic Scholar
service-openalex = OpenAlex
service-crossref = Crossref
service-openreview = OpenReview
# Why a service could not be asked: the $why of asked-trouble, behind its name and in parentheses;
# also the $why of translate-failed and status-source-error, and of source-unread in parentheses.
trouble-unreachable = no answer
trouble-busy = asked too often
trouble-refused = it refused
trouble-broken = out of order
trouble-unreadable = its answer made no sense
trouble-late = took too long
button-abstracts = Search abstracts
button-elsewhere = Not this one? Look elsewhere
elsewhere-nothing = Nothing else was found for “{ $typed }”.
elsewhere-nobody = There is nobody else to ask any more.
elsewhere-gone = This answer is too old. Please run `/paper` again.

find-title = { $count ->
        [one] One paper in this message
       *[other] { $count } papers in this message
    }
find-nothing = No paper was found in this message. Ids, addresses, and titles in quotes or on a line of their own are looked for.
find-being-indexed = Titles are being indexed, { $percent } % so far: for those that were not found please try again in a minute.
find-unindexed = Titles cannot be searched just now: those that were not found may be here all the same. Please try again later.
find-not-indexed = Not indexed here:

draft-not-yours = These buttons belong to somebody else. Run the command yourself to get your own.

## /search and /trending

cmd-search = Search titles, abstracts and authors
opt-search-query = Words, "phrases", -not, a | b, author: category: org: upvotes:>=20 code:yes; * is everything
opt-search-sort = The best matches first (the default), or the newest
choice-best = Best match
choice-newest = Newest

search-reads = 🔎 { $query }
search-reads-not = ✗ Goes on with { $expected }
search-title = ### 🔎 { $query }
search-widened = ### 🔎 Any word of “{ $typed }”
    No paper has all the words; these have some of them.
search-count = { $count ->
        [one] one paper
       *[other] { NUMBER($total) }{ $plus } papers
    }
search-sorted-best = best match first
search-sorted-best-of = best match first, of the newest { NUMBER($newest) }
search-sorted-newest = newest first
page-of = page { $page } of { $of }
search-nothing = Nothing matches.
search-stopped = Words this common take too long to search, so this stopped early and there may be more. A rarer word beside them finds it.
search-nothing-hint = Fewer words find more, and `a | b` finds either. `/paper` finds a title even when it is misspelt. **Subscribe to this** tells you when something comes.
search-gone = This search is too old. Please run the command again.
button-sort-best = Best first
button-sort-newest = Newest first
button-subscribe-query = Subscribe to this

cmd-trending = The papers whose votes rise most, and by how much
opt-trending-period = Over the last day (the default), a week or a month
period-day = Day
period-week = Week
period-month = Month
trending-title = 📈 Trending · since { $day }
trending-title-by-votes = 📈 Most voted for · { $days ->
        [0] { $last }
       *[other] { $first } – { $last }
    }
trending-rose = ▲{ $votes } · +{ $by } since { $day }
trending-new = new, ▲{ $votes } in { $days ->
        [1] its first day
       *[other] { $days } days
    }
trending-by-votes = How votes rose is not known here yet, so these are the newest papers by their votes.
trending-counted = Votes are counted here since { $day }; papers from before may have risen more than this.
trending-nothing = No papers came out in this time.

query-example-1 = diffusion distillation
query-example-1-finds = both words
query-example-2 = "world models"
query-example-2-finds = words side by side
query-example-3 = robot -survey
query-example-3-finds = without a word
query-example-4 = lora | adapters
query-example-4-finds = either word
query-example-5 = (vision | speech) benchmark
query-example-5-finds = either, and another
query-example-6 = author:"Yoshua Bengio"
query-example-6-finds = by an author
query-example-7 = category:cs.CL upvotes:>=20
query-example-7-finds = in a category, with votes
query-example-8 = org:google code:yes
query-example-8-finds = from an organisation, with code
query-example-9 = transform*
query-example-9-finds = whatever begins so

## /library

cmd-library = The papers you saved
cmd-library-list = List what you saved, newest first
cmd-library-export = Get what you saved as a file
opt-library-find = Words of a title or an author
opt-library-format = BibTeX (the default), CSV or JSON
format-bibtex = BibTeX
format-csv = CSV, for a spreadsheet
format-json = JSON

library-title = 🔖 Your library
library-title-find = 🔖 Your library: “{ $find }”
library-count = { $count ->
        [one] one paper
       *[other] { NUMBER($count) } papers
    }
library-empty = Your library is empty. **Save** on a paper's card puts it here.
library-none-found = Nothing in your library is like “{ $find }”.
library-remove = Take a paper out…
library-removed = Taken out: { $title }
library-gone = This list is too old. `/library list` shows it again.
library-exported = { $count ->
        [one] One paper, as a file.
       *[other] { NUMBER($count) } papers, as a file.
    }

## /settings

cmd-settings = Your language and time zone, and whether machine-written summaries are shown
opt-settings-language = The language Paperboy answers you in
settings-title = ⚙️ Your settings
settings-saved = ✅ Remembered. It counts in every server and in direct messages.
settings-followed = { $count ->
        [one] Your subscription follows at once.
       *[other] Your { $count } subscriptions follow at once.
    }
settings-zone-kept = Subscriptions that you have keep their time zone; `/subscriptions` changes it.
settings-language = **Language** · { $language } ({ $source })
settings-timezone = **Time zone** · { $zone } ({ $source })
settings-timezone-none = **Time zone** · not chosen
settings-ai = **Machine-written summaries ✨** · { $ai } ({ $source })
settings-chosen = chosen by you
settings-from-discord = from your Discord's language
settings-guessed = a guess from your Discord's language
settings-default = the default
settings-hint = Change them with the options of `/settings`. Subscriptions follow the language and the summaries; new ones begin with the time zone, too.

## /help

cmd-help = What Paperboy does, and how
opt-help-topic = What to read about
help-choose = Read about…
help-topic-start = Start
help-topic-digest = A server's daily digest
help-topic-paper = Finding a paper
help-topic-search = Searching, and the query language
help-topic-subscribe = Papers by direct message
help-topic-library = Your library and settings
help-topic-privacy = Privacy

help-start =
    ### 📰 Paperboy
    brings research papers to where you read: a digest in a channel every day, any paper by its half-remembered title, and your own selection by direct message.

    `/paper` finds a paper; a misspelt title will do
    `/search` searches titles, abstracts and authors
    `/trending` shows whose votes rise
    `/publications` browses a list of publications by year
    `/subscribe` sends you what you are interested in
    `/library list` shows what you saved
help-start-owner = You manage this server: `/digest setup` brings papers into a channel. It needs only a time zone, and shows what will come before anything is posted.
help-start-reader = Under every digest, **Send me mine** makes it your own, and the number buttons open a paper for you alone.

help-digest =
    ### 📰 A server's daily digest
    For people who may Manage Server; a server can allow others in its settings under Integrations.

    `/digest setup` brings papers into a channel; only a time zone is needed
    `/digest edit` changes what you give, and nothing else
    `/digest preview` shows, only to you, what would come now
    `/digest now` posts at once, for everybody
    `/digest pause` and `/digest resume` stop it and let it go on
    `/digest remove` ends it
    `/digest status` says what came, what comes next, and what is wrong
    `/digest settings` sets the server's language, and whether machine-written summaries are shown
    `/digest source add` lets the server read a feed, a publications page or a bibliography of its own; `/digest source list` and `/digest source remove` show and end them

    The top three papers stand in full, the rest on a line each. A paper comes to a channel once. **Why these?** under a digest says why each paper is there and what was left out.
help-paper =
    ### 🔎 Finding a paper
    `/paper` takes a title as you remember it, misspelt or half; an arXiv id such as 2305.14314; a DOI; or an address of arXiv, Hugging Face, alphaXiv, Semantic Scholar, OpenReview or the ACL Anthology. While you type, titles are offered.
    A paper that is not here yet is looked up elsewhere, which takes a few seconds; the next time it is here. Where another paper was found, **Not this one? Look elsewhere** does the same.
    Only you see the answer. The option `share` shows it to everybody, and **Post here** on a card does so later.
    On a card, **Similar** shows papers like it, each with what they have in common.

    The menu **Find papers** finds the papers in a message: press it long or right-click it, then choose Apps.
    `/trending` shows the papers whose votes rose most in the last day, week or month, for their age, and by how much.
help-search =
    ### 🔎 Searching
    `/search` looks in titles, abstracts and authors, the best match or the newest first. Subscriptions and digests speak the same language:
help-search-rules = Side by side means *and*; `|` means *or*. `*` alone is everything. While you type, the first thing offered is how the query is understood.
help-subscribe =
    ### ✉️ Papers by direct message
    `/subscribe` opens a panel: topics, authors, least votes, time. It says how much would have come in the last 30 days before you agree. **Subscribe to this** under a search and **Send me mine** under a digest fill the panel in.
    `/subscriptions` changes, pauses, previews or deletes them
    `/unsubscribe` stops one or all, and so does the button under every such message
help-library =
    ### 🔖 Your library and settings
    The button **Save** on a paper's card keeps it in your library.
    `/library list` shows what you saved; take a paper out there
    `/library export` gives it to you as BibTeX, CSV or JSON
    `/settings` keeps your language, your time zone and whether you see machine-written summaries ✨
    `/publications` browses a list of publications year by year: one that your server added with `/digest source add`, or one that everybody has
    `/help` shows these pages
help-privacy =
    ### 🔒 Privacy
    Kept about you, and only once you use it: your Discord id, your settings, subscriptions with what was sent to you, your library, and searches in progress (two days). Paperboy reads no messages, except the one you choose for **Find papers**, and keeps nothing of it.
    Only this is passed on, and never who asks or reads. A title or an id that is not known here, or not for sure, is looked up at Hugging Face, arXiv, Semantic Scholar, OpenAlex, Crossref or OpenReview; of a paper whose card you open, Hugging Face is asked what people linked to it. If whoever runs this Paperboy has set up a translator, it gets the titles and texts that it translates, of a server's own papers too. If they have set up a model for summaries, it gets abstracts of public papers, and none of a server's own.
    Backups are kept 30 days. Whether the disk is encrypted is up to who runs this Paperboy.
    `/privacy export` gives you all of it in a file
    `/privacy delete` deletes all of it

## /privacy

cmd-privacy = What is kept about you
cmd-privacy-export = Get everything that is kept about you, in a file
cmd-privacy-delete = Delete everything that is kept about you
privacy-nothing-kept = Nothing is kept about you.
privacy-exported = 🔒 Everything that is kept about you.
privacy-backups = Backups are kept 30 days, then they are gone too. Whether the disk is encrypted is up to who runs this Paperboy.
privacy-delete-title = Delete everything that is kept about you?
privacy-delete-what = What goes: your { $subscriptions ->
        [0] subscriptions (none)
        [one] subscription
       *[other] { $subscriptions } subscriptions
    } with what was sent to you, your library ({ $papers ->
        [0] empty
        [one] one paper
       *[other] { NUMBER($papers) } papers
    }), your settings and your searches. This cannot be undone.
privacy-digests-stay = What stays: { $count ->
        [one] the digest that you set up is its server's and goes on
       *[other] the { $count } digests that you set up are their servers' and go on
    }, without your name.
privacy-sources-stay = What stays: { $count ->
        [one] the source that you added is its server's and is read on
       *[other] the { $count } sources that you added are their servers' and are read on
    }, without your name.
privacy-deleted = Deleted. Nothing is kept about you any more, and nothing more is sent to you.
privacy-kept = Nothing was deleted.
button-privacy-delete = Delete everything

## Names of commands and options

# Discord shows them to whoever uses it in this language. Small letters, digits, - and _, no spaces, at
# most 32; no two commands, and no two options of one command, may have the same. Where a text above
# mentions a command, it does so by these names.
name-add = add
name-again = again
name-ai = ai
name-alerts = alerts
name-channel = channel
name-days = days
name-delete = delete
name-digest = digest
name-edit = edit
name-export = export
name-file = file
name-find = find
name-format = format
name-help = help
name-language = language
name-library = library
name-limit = limit
name-list = list
name-name = name
name-notes = notes
name-notify = notify
name-now = now
name-paper = paper
name-pause = pause
name-period = period
name-preview = preview
name-privacy = privacy
name-publications = publications
name-query = query
name-remove = remove
name-resume = resume
name-search = search
name-settings = settings
name-setup = setup
name-share = share
name-sort = sort
name-source = source
name-status = status
name-subscribe = subscribe
name-subscription = subscription
name-subscriptions = subscriptions
name-time = time
name-timezone = timezone
name-title = title
name-topic = topic
name-trending = trending
name-unsubscribe = unsubscribe
name-url = url
name-year = year
