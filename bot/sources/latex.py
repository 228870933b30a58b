r"""LaTeX to Unicode, for text that may only look like LaTeX.

Rules everything here obeys:

- Titles and abstracts come whole (``\textbf{…}``), half stripped (``6{,}690``, ``url{this page}``)
  or plain (``100% accuracy``, ``$5 and $10``, ``A & B``). What LaTeX would swallow but a plain
  sentence means (``% & # _ ^ ~`` and a lone ``$``) is kept.
- What between dollars is mathematics and what is money, `bot.sources.formulas` tells.
- Malformed LaTeX loses its commands, never its words, and never raises.

How it works: characters that mean themselves and whole addresses are moved into a private area of
Unicode, pylatexenc reads the rest, and they are moved back. Callers hand in text without private
characters (`bot.sources.text` removes them).
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from pylatexenc.latex2text import (  # pyright: ignore[reportMissingTypeStubs] -- untyped package
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)

from bot.sources.formulas import with_formulas

if TYPE_CHECKING:
    from collections.abc import Callable

# pylatexenc tells of every malformed input in the log; here that is an ordinary day.
logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)

_LITERALS = 0xE000
_ADDRESSES = 0xE200
_SEPARATOR = "\ue0ff"  # ends a command's name: to Python (and pylatexenc) “ₜ” is a letter
_MOST_ADDRESSES = 1_000
_DEEPEST = 40
"""More braces inside each other than this are stripped without being read."""

_TRIGGER = re.compile(r"[\\${}~]|--|``")
_URL = r"https?://(?:[^\s{}<>\"\\$]|\\[_%#&~])+"
_URLS = re.compile(
    rf"\\url\s*\{{([^{{}}]*)\}}"
    rf"|\\href\s*\{{([^{{}}]*)\}}\s*\{{([^{{}}]*)\}}"
    rf"|({_URL})(?:\{{[^{{}}]*\}})?"
)
_GLUED = re.compile(r"(\\[A-Za-z]+)(?=[^\W\d_])(?=[^A-Za-z])")  # \barΛ: Λ is no part of the name
_FUNCTION = re.compile(r"(\\(?:log|ln|exp|min|max|sup|inf|arg|sin|cos|tan|det|dim|Pr))\s+(?=\w)")
_SCRIPT = re.compile(r"([_^])\s*(?:\{([^{}]*)\}|(\\[A-Za-z]+)|([A-Za-z0-9*+-]))")
_BRACED_SCRIPT = re.compile(r"([_^])\{([^{}]*)\}")
_LOST_BACKSLASH = re.compile(r"(?<!\\)(text(?:bf|it|tt|sc|rm)|emph|math(?:bf|rm|cal|bb))(?=\{)")
_APOSTROPHE = re.compile(r"(?<=\w)\\'(?=(?:s|t|re|ve|ll|d|m)\b(?!\{)|(?![\w{\\]))")
_ESCAPED_QUOTES = re.compile(r"(?<!\w)\\\"([^\"\\]+)\\\"(?!\w)")
_TIE = re.compile(r"(?<=[^\s\\/~])~(?=[^\s~/])")
_QUOTES = re.compile(r"``([^`]*?)''")
_EM_DASH = re.compile(r"(?<!-)---(?![->])")
_EN_DASH = re.compile(r"(?<![-!<])--(?![->])")
_OPTION = re.compile(r"(?<!\S)--(?=[A-Za-z])")
_SPECIAL = re.compile(r"\\\\|\\.|[%&#_^$~]", re.DOTALL)
# {True, False} and {0, 1} are sets, {"a": 1} is code; every other group only holds together.
_SET = re.compile(r"\{(\s[^{}]{0,200}\s|[^{},]{1,200},[^{}]{1,200}|\"[^{}]{0,200}:[^{}]{0,200})\}")
_GROUP = re.compile(r"\{([^{}]*)\}")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?\s?|\\.", re.DOTALL)
_PRIVATE = re.compile("[\ue000-\uf8ff]")

_RAISED = dict(
    zip(
        "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW\u2218\u22a4*",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ°ᵀ*",
        strict=True,
    )
)
_LOWERED = dict(
    zip("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
)
_LONGEST_SCRIPT = 8


def latex_to_unicode(text: str) -> str:
    """`text` as a reader would see it typeset on one line; plain text comes back unchanged."""
    if _TRIGGER.search(text) is None:
        return text
    addresses: list[str] = []
    text = _URLS.sub(lambda match: _stash(match, addresses), text)
    text = _GLUED.sub(rf"\1{_SEPARATOR}", text)
    text = with_formulas(text, _mathematics)
    text = _LOST_BACKSLASH.sub(r"\\\1", text)
    text = _BRACED_SCRIPT.sub(_script, text)
    text = _APOSTROPHE.sub("'", text)
    text = _ESCAPED_QUOTES.sub(r'"\1"', text)
    text = _TIE.sub(_tie, text)
    text = _QUOTES.sub("\u201c\\1\u201d", text)
    text = _OPTION.sub(_literal("--"), text)
    text = _EN_DASH.sub("–", _EM_DASH.sub("—", text))
    text = _read(_SPECIAL.sub(_special, _SET.sub(_set, text)))
    return _PRIVATE.sub(lambda match: _restore(match, addresses), text)


def _literal(text: str) -> str:
    """ASCII characters moved to where LaTeX does not read them."""
    return "".join(chr(_LITERALS + ord(letter)) if letter < "\x80" else letter for letter in text)


def _restore(match: re.Match[str], addresses: list[str]) -> str:
    code = ord(match.group())
    if code < _ADDRESSES:
        return chr(code - _LITERALS) if code < _LITERALS + 0x80 else ""
    return addresses[code - _ADDRESSES] if code - _ADDRESSES < len(addresses) else ""


def _stash(match: re.Match[str], addresses: list[str]) -> str:
    """One private character that stands for an address."""
    plain, target, label, bare = match.groups()
    address = re.sub(r"\\([_%#&~])", r"\1", plain or target or bare or "").strip()
    if len(addresses) >= _MOST_ADDRESSES:
        return _literal(address)
    addresses.append(address)
    mark = chr(_ADDRESSES + len(addresses) - 1)
    if label is None or not label.strip() or "://" in label:
        return mark
    return f"{label} ({mark})"


def _mathematics(content: str) -> str:
    """A formula in Unicode, safe from being read again."""
    content = content.strip().replace("--", "–")
    content = _FUNCTION.sub(r"\1\\ ", content)
    while (scripted := _SCRIPT.sub(_script, content)) != content:
        content = scripted
    return _literal(_read(content.replace("~", " ").replace("&", " ").replace("%", _literal("%"))))


def _script(match: re.Match[str]) -> str:
    """A superscript or subscript in Unicode's own characters, where it has all of them."""
    sign = match[1]
    inner = _plain(_read(next((group for group in match.groups()[1:] if group is not None), "")))
    inner = re.sub(r"\s+", "", inner)
    table = _RAISED if sign == "^" else _LOWERED
    if len(inner) <= _LONGEST_SCRIPT and all(letter in table for letter in inner):
        return _SEPARATOR + "".join(table[letter] for letter in inner)
    return _SEPARATOR + _literal(
        f"{sign}{inner}" if re.fullmatch(r"[\w.]+", inner) else f"{sign}({inner})"
    )


def _plain(text: str) -> str:
    """Literals moved back."""
    return "".join(
        chr(ord(letter) - _LITERALS) if _LITERALS <= ord(letter) < _LITERALS + 0x80 else letter
        for letter in text
        if letter != _SEPARATOR
    )


def _tie(match: re.Match[str]) -> str:
    """A tie is a space; between two digits a tilde is a range."""
    before, after = match.string[match.start() - 1], match.string[match.end()]
    return _literal("~") if before.isdecimal() and after.isdecimal() else " "


def _set(match: re.Match[str]) -> str:
    return _literal("{") + match[1] + _literal("}")


def _special(match: re.Match[str]) -> str:
    special = match.group()
    if special == r"\\":
        return " "
    if special[0] != "\\":
        return _literal(special)
    return _literal(special[1]) if special[1] in "%&#_${}" else special


def _read(text: str) -> str:
    """Commands and groups resolved."""
    if "\\" not in text:
        return _without_groups(text)
    if _depth(text) > _DEEPEST:
        return _stripped(text)
    try:
        read: str = _READER.latex_to_text(text)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return _stripped(text)  # what pylatexenc raises on commands without their arguments
    if "%s" in read or "%(" in read:  # a command that lost its arguments leaves its template behind
        return _stripped(text)
    return _stripped(read) if "\\" in read else read


def _without_groups(text: str) -> str:
    for _ in range(_DEEPEST):
        opened = _GROUP.sub(r"\1", text)
        if opened == text:
            return text
        text = opened
    return text.replace("{", "").replace("}", "")


def _stripped(text: str) -> str:
    return _COMMAND.sub("", text).replace("{", "").replace("}", "").replace("\\", "")


def _depth(text: str) -> int:
    """How deep the text nests: braces inside each other, and commands that take commands."""
    deepest = depth = 0
    for letter in text:
        depth += (letter == "{") - (letter == "}" and depth > 0)
        deepest = max(deepest, depth)
    return max(
        deepest, max((len(run) for run in re.findall(r"(?:\\[A-Za-z]+)+", text)), default=0) // 8
    )


# Written as words, so the space behind them counts, whatever TeX does with it.
_WORDS = {
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "eg": "e.g.",
    "ie": "i.e.",
    "etc": "etc.",
    "etal": "et al.",
    "wrt": "w.r.t.",
}
_SILENT = re.findall(
    r"\w+",
    "cite citep citet ref eqref label color xspace allowbreak nobreakdash it em bf sc tt rm sf cal"
    " boldmath displaystyle textstyle scriptstyle left right ensuremath",
)


def _unknown(node: Any, l2tobj: Any) -> str:
    r"""A command nobody knows is a word (``\method is``), unless it takes an argument."""
    taken = [one for one in (node.nodeargd.argnlist if node.nodeargd else ()) if one is not None]
    if taken:
        return "".join(str(l2tobj.nodelist_to_text([one])) for one in taken)
    source: str = node.parsing_state.s
    name: str = node.macroname
    rest = source[node.pos + node.len :]
    if rest.startswith("{") and not rest.startswith("{}"):
        return ""
    return name + (node.macro_post_space or "")


def _word(shown: str) -> Callable[[Any], str]:
    return lambda node: shown + (node.macro_post_space or "")


def _spec(name: str, replacement: str | Callable[..., str]) -> Any:
    return MacroTextSpec(name, simplify_repl=replacement)


def _reader() -> Any:
    context: Any = get_default_latex_context_db()  # pyright: ignore[reportUnknownVariableType] -- untyped package
    specs = [_spec(name, _word(shown)) for name, shown in _WORDS.items()]
    specs += [_spec(name, "") for name in _SILENT]
    specs.append(_spec("footnote", " (%(2)s)"))
    context.add_context_category("paperboy", macros=specs, prepend=True)
    context.set_unknown_macro_spec(_spec("", _unknown))
    return LatexNodes2Text(latex_context=context, math_mode="text")


_READER: Any = _reader()
