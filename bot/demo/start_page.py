"""What the start page says and how it looks: one file of HTML, no script, no font from elsewhere.

Rules: it reads well in light and dark and on a telephone; it tells a person who has never seen
Discord what to press; it shows what is there now (the time, the messages in each room).
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from bot.demo.papers import LIST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_ROOMS = (
    ("papers", "#papers", "the day's digest; press any of its buttons"),
    ("general", "#general", "a quiet channel to try every command in"),
    ("max", "Max's direct messages", "what a subscriber gets"),
    ("ada", "Ada's direct messages", "the same for the server's owner"),
)

# What is typed or pressed, what is filled in, what it shows.
_LIST_TRY = ("/publications", LIST, "a list of publications, by year")
_TRY = (
    ("/paper", "attention is all you ned", "any paper, however badly its title is remembered"),
    ("/search", "agents -survey", "words, “exact phrases”, -not, a | b"),
    ("/trending", "", "what rose in votes in a day, a week or a month"),
    _LIST_TRY,
    ("🧭 Similar", "", "a button on every card: papers like it, and what they have in common"),
    ("/subscribe", "", "your own papers in your direct messages; then let it be morning"),
    ("/digest status", "", "as Ada: what came, what comes, what is wrong"),
    ("/digest setup", "Europe/Berlin", "as Ada: a digest for this channel, too"),
    ("/help", "", "everything else"),
)

_STYLE = """
:root { color-scheme:light dark; --ground:#fbf7ef; --card:#fffdf8; --ink:#2b2620; --soft:#6d6457;
  --line:#e4dac8; --accent:#9a5b0c; --tint:#f6e7cd }
@media (prefers-color-scheme:dark) { :root { --ground:#1b1917; --card:#24211e; --ink:#efe9dd;
  --soft:#b0a798; --line:#3b362f; --accent:#f0ae4b; --tint:#3a2e1b } }
* { box-sizing:border-box }
body { background:var(--ground); color:var(--ink); font:16px/1.55 system-ui,sans-serif; margin:0 }
main { max-width:50rem; margin:0 auto; padding:clamp(1.5rem,6vw,3.5rem) 1.25rem 4rem }
header { display:flex; align-items:center; gap:1.1rem }
header img { width:4.2rem; height:4.2rem; border-radius:1.1rem; flex:none }
h1 { font:600 2.3rem/1.1 Georgia,'Noto Serif',serif; margin:0 0 .2rem }
h1 span { color:var(--accent) }
header p { margin:0; color:var(--soft) }
h2 { font:600 1.2rem/1.3 Georgia,'Noto Serif',serif; margin:2.4rem 0 .7rem }
p { margin:.5rem 0 } .soft { color:var(--soft) }
.now { display:flex; flex-wrap:wrap; align-items:center; justify-content:space-between;
  gap:.8rem 1.5rem; background:var(--tint); border-radius:.9rem; padding:1rem 1.2rem;
  margin:1.8rem 0 0 }
.now>div { flex:1 1 min(18rem,100%); min-width:0 } .now p { margin:0 } .now form { margin:0 }
button { font:600 1rem/1.2 system-ui,sans-serif; color:var(--ground); background:var(--accent);
  border:0; border-radius:.6rem; padding:.75rem 1.1rem; cursor:pointer }
button:hover { filter:brightness(1.1) }
.rooms { display:grid; gap:.75rem;
  grid-template-columns:repeat(auto-fit,minmax(min(19rem,100%),1fr)) }
.room { display:block; color:inherit; text-decoration:none; background:var(--card);
  border:1px solid var(--line); border-radius:.9rem; padding:.9rem 1.1rem }
.room:hover { border-color:var(--accent) } .room b { display:block; font-size:1.08rem }
.room span { color:var(--soft); font-size:.93rem; display:block }
.room i { font-style:normal; float:right; color:var(--accent); font-size:.88rem;
  padding-top:.15rem }
:focus-visible { outline:3px solid var(--accent); outline-offset:2px }
ol { padding-left:1.3rem; margin:.4rem 0 1rem } li { margin:.2rem 0 }
dl { margin:0; border-top:1px solid var(--line) }
dl div { display:flex; flex-wrap:wrap; gap:.1rem 1rem; padding:.55rem 0;
  border-bottom:1px solid var(--line) }
dt { flex:0 0 19.5rem } dd { margin:0; flex:1 1 14rem; color:var(--soft) }
code { background:var(--tint); border-radius:.35rem; padding:.12rem .4rem; font-size:.9em }
kbd { border:1px solid var(--line); border-bottom-width:2px; border-radius:.35rem;
  padding:.05rem .4rem; font:.85em system-ui,sans-serif; background:var(--card) }
footer { margin-top:2.4rem; color:var(--soft); font-size:.93rem }
"""


def news(came: Sequence[str], *, used_up: bool, bundled: bool) -> str:
    """Return what a morning brought: to which rooms something came, and whether no paper is left,
    of the `bundled` ones or of others.
    """
    told = "Nothing was due."
    if came:
        rooms = " and ".join(filter(None, [", ".join(came[:-1]), came[-1]]))
        told = f"Something came to {rooms}."
    if used_up:
        told += f" The {'bundled ' if bundled else ''}papers are used up."
    return told


def page(now: datetime, messages: Mapping[str, int], told: str, *, bundled: bool = True) -> str:
    """Return the page.

    `now` is local time, `messages` counts what each room holds, `told` is news or "". The list to
    browse is there with the `bundled` papers only.
    """
    day, clock = f"{now:%A} {now.day} {now:%B %Y}", f"{now:%H:%M}"
    rooms = "".join(_room(key, name, about, messages.get(key, 0)) for key, name, about in _ROOMS)
    tries = "".join(_try(*one) for one in _TRY if bundled or one is not _LIST_TRY)
    heard = f'<p role="status"><b>{html.escape(told)}</b></p>' if told else ""
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Paperboy, the demo</title>
<link rel="icon" type="image/png" href="/paperboy.png">
<style>{_STYLE}</style>
<main>
<header><img src="/paperboy.png" alt="">
<div><h1>Paper<span>boy</span></h1>
<p>The real bot in a simulated Discord. Nothing leaves this machine.</p></div></header>

<div class="now"><div>{heard}<p>Here it is {day}, {clock} in Berlin.</p>
<p class="soft">Time stands still until you press.</p></div>
<form method="post" action="/morning"><button>Let it be the next morning</button></form></div>

<h2>Go in</h2>
<div class="rooms">{rooms}</div>
<p class="soft">Your browser's <b>Back</b> button leads here again. One room is open at a time: a
tab left on another one stops answering, and shows the open one when reloaded.</p>

<h2>Try this</h2>
<ol>
<li>At the top, <b>Viewing as</b> says who you are: <b>Ada</b> owns the server, <b>Max</b> is a
member.</li>
<li>In the message box type <code>/paper</code> and press <kbd>Enter</kbd>.</li>
<li>Type a title, pick from the list that appears, and send it with the arrow <b>➤</b> on the
right.</li>
<li>The answer stands at the bottom; <b>jump to latest</b> takes you there. Press its buttons.</li>
</ol>
<dl>{tries}</dl>

<footer><p>The frame around a room (Messages, Capture, Inspector) belongs to SimCord, the simulator;
<b>More → End preview session</b> closes the room, and a link above opens it again.</p></footer>
</main>
</html>"""


def _room(key: str, name: str, about: str, messages: int) -> str:
    if key == "max" and not messages:
        about = "empty until Max has used /subscribe"
    count = f"{messages} message{'' if messages == 1 else 's'}" if messages else "empty"
    return (
        f'<a class="room" href="/open/{key}"><i>{count}</i><b>{html.escape(name)}</b>'
        f"<span>{html.escape(about)}</span></a>"
    )


def _try(command: str, filled: str, about: str) -> str:
    typed = f"<code>{html.escape(command)}</code>"
    if filled:
        typed += f" <code>{html.escape(filled)}</code>"
    return f"<div><dt>{typed}</dt><dd>{html.escape(about)}</dd></div>"
