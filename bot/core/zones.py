"""Time zones as people write them, and the names of the tz database that they mean.

The rules everything here obeys:

- What comes back is a name of the tz database as installed: `names` where given, else
  `zoneinfo.available_timezones()`, read once. Nothing else is read.
- Case, accents, spaces, underscores, points and hyphens inside words do not count.
- **Offered** are places of the main areas (Africa … Pacific) under their present name, and UTC.
  Old names (``US/Eastern``, ``Etc/GMT+5``, ``Asia/Calcutta``) resolve but are not offered; a
  place that was renamed resolves to its present name.
- A big city without a zone of its own (Munich, Beijing, Boston) means the zone it is in.
- An abbreviation resolves only where it has one meaning (``JST``; ``GMT``, which is UTC) or is a
  key of the tz database with summer time (``CET``, ``EET``, ``WET``). ``EST`` and ``MST`` are keys
  there too, but without summer time, which few who write them want; so EST, PST, IST, BST and
  their like raise `UnknownZoneError` with the places they may mean. A stored ``EST`` still loads.
"""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NEAREST = 5
"""The most names that an `UnknownZoneError` offers."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """Read a table of this page: a line a key, what it leads to after it."""
    rows = [_words(line) for line in text.strip().splitlines()]
    return {row[0]: row[1:] for row in rows}


_MAIN_AREAS = frozenset(
    _words("Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific"),
)
_TYPED_READ = 64  # longer than any name; the rest of a longer text is not looked at
_OFFSET = re.compile(r"[+-]\d")
_NO_ZONES = frozenset({"localtime", "Factory", "posixrules"})

POPULOUS = _words(
    """
    UTC Europe/London Europe/Berlin America/New_York America/Los_Angeles America/Chicago
    Asia/Kolkata Asia/Shanghai Asia/Tokyo Europe/Paris America/Sao_Paulo Asia/Seoul
    Asia/Singapore Australia/Sydney Europe/Moscow Europe/Istanbul Asia/Dubai Africa/Cairo
    Africa/Lagos Africa/Johannesburg America/Mexico_City America/Toronto Asia/Jakarta
    Asia/Karachi Asia/Dhaka Asia/Manila Asia/Ho_Chi_Minh Asia/Bangkok America/Bogota
    America/Argentina/Buenos_Aires
    """,
)
"""The zones most people live by and work in, in the order they are offered."""

_LOCALES = _table(
    """
    bg Europe/Sofia
    cs Europe/Prague
    da Europe/Copenhagen
    de Europe/Berlin Europe/Vienna Europe/Zurich
    el Europe/Athens
    en-gb Europe/London Europe/Dublin
    en-us America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix
    en Europe/London America/New_York America/Chicago America/Denver America/Los_Angeles
    es-es Europe/Madrid Atlantic/Canary
    es-419 America/Mexico_City America/Bogota America/Argentina/Buenos_Aires America/Lima
    es Europe/Madrid America/Mexico_City America/Bogota America/Argentina/Buenos_Aires
    fi Europe/Helsinki
    fr Europe/Paris America/Toronto Europe/Brussels Europe/Zurich
    hi Asia/Kolkata
    hr Europe/Zagreb
    hu Europe/Budapest
    id Asia/Jakarta Asia/Makassar Asia/Jayapura
    it Europe/Rome
    ja Asia/Tokyo
    ko Asia/Seoul
    lt Europe/Vilnius
    nl Europe/Amsterdam Europe/Brussels
    no Europe/Oslo
    pl Europe/Warsaw
    pt-br America/Sao_Paulo America/Manaus America/Fortaleza
    pt Europe/Lisbon America/Sao_Paulo
    ro Europe/Bucharest Europe/Chisinau
    ru Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok
    sv Europe/Stockholm
    th Asia/Bangkok
    tr Europe/Istanbul
    uk Europe/Kyiv
    vi Asia/Ho_Chi_Minh
    zh-cn Asia/Shanghai
    zh-tw Asia/Taipei
    zh Asia/Shanghai Asia/Taipei Asia/Hong_Kong
    """,
)

_ABBREVIATIONS = _table(
    """
    utc UTC
    gmt UTC
    z UTC
    etc/utc UTC
    cet Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw
    eet Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest Europe/Sofia
    jst Asia/Tokyo
    kst Asia/Seoul
    hkt Asia/Hong_Kong
    sgt Asia/Singapore
    msk Europe/Moscow
    hst Pacific/Honolulu
    nzst Pacific/Auckland
    nzdt Pacific/Auckland
    wib Asia/Jakarta
    brt America/Sao_Paulo
    acst Australia/Adelaide Australia/Darwin
    acdt Australia/Adelaide Australia/Broken_Hill
    aest Australia/Sydney Australia/Brisbane Australia/Melbourne Australia/Hobart
    aedt Australia/Sydney Australia/Melbourne Australia/Hobart
    akst America/Anchorage America/Juneau
    ast America/Halifax America/Puerto_Rico Asia/Riyadh
    awst Australia/Perth Asia/Shanghai
    bst Europe/London Asia/Dhaka
    cest Europe/Berlin Europe/Paris Europe/Madrid Europe/Rome Europe/Warsaw
    cst America/Chicago America/Mexico_City Asia/Shanghai America/Winnipeg America/Havana
    cdt America/Chicago America/Winnipeg America/Havana
    ct America/Chicago America/Winnipeg
    eest Europe/Athens Europe/Helsinki Europe/Kyiv Europe/Bucharest Europe/Sofia
    est America/New_York America/Toronto America/Detroit America/Panama America/Jamaica
    edt America/New_York America/Toronto America/Detroit
    et America/New_York America/Toronto America/Detroit
    ist Asia/Kolkata Europe/Dublin Asia/Jerusalem
    mst America/Denver America/Phoenix America/Edmonton America/Boise
    mdt America/Denver America/Edmonton America/Boise
    mt America/Denver America/Phoenix America/Edmonton
    pst America/Los_Angeles America/Vancouver America/Tijuana Asia/Manila
    pdt America/Los_Angeles America/Vancouver America/Tijuana
    pt America/Los_Angeles America/Vancouver America/Tijuana
    sst Pacific/Pago_Pago Asia/Singapore
    wet Europe/Lisbon Atlantic/Canary Atlantic/Faroe
    west Europe/Lisbon Atlantic/Canary Atlantic/Faroe
    """,
)

# Abbreviations that are keys of the tz database, too, with summer time: these resolve as they are.
_SUMMER_KEYS = frozenset({"cet", "eet", "wet"})

_RENAMED = {
    old: present
    for old, (present,) in _table(
        """
    America/Atka America/Adak
    America/Buenos_Aires America/Argentina/Buenos_Aires
    America/Catamarca America/Argentina/Catamarca
    America/Argentina/ComodRivadavia America/Argentina/Catamarca
    America/Cordoba America/Argentina/Cordoba
    America/Fort_Wayne America/Indiana/Indianapolis
    America/Godthab America/Nuuk
    America/Indianapolis America/Indiana/Indianapolis
    America/Jujuy America/Argentina/Jujuy
    America/Knox_IN America/Indiana/Knox
    America/Louisville America/Kentucky/Louisville
    America/Mendoza America/Argentina/Mendoza
    America/Porto_Acre America/Rio_Branco
    America/Virgin America/St_Thomas
    Asia/Ashkhabad Asia/Ashgabat
    Asia/Calcutta Asia/Kolkata
    Asia/Chungking Asia/Chongqing
    Asia/Dacca Asia/Dhaka
    Asia/Istanbul Europe/Istanbul
    Asia/Katmandu Asia/Kathmandu
    Asia/Macao Asia/Macau
    Asia/Rangoon Asia/Yangon
    Asia/Saigon Asia/Ho_Chi_Minh
    Asia/Thimbu Asia/Thimphu
    Asia/Ujung_Pandang Asia/Makassar
    Asia/Ulan_Bator Asia/Ulaanbaatar
    Africa/Asmera Africa/Asmara
    Atlantic/Faeroe Atlantic/Faroe
    Australia/ACT Australia/Sydney
    Australia/LHI Australia/Lord_Howe
    Australia/NSW Australia/Sydney
    Australia/North Australia/Darwin
    Australia/Queensland Australia/Brisbane
    Australia/South Australia/Adelaide
    Australia/Tasmania Australia/Hobart
    Australia/Victoria Australia/Melbourne
    Australia/West Australia/Perth
    Australia/Yancowinna Australia/Broken_Hill
    Europe/Kiev Europe/Kyiv
    Europe/Nicosia Asia/Nicosia
    Europe/Uzhgorod Europe/Kyiv
    Europe/Zaporozhye Europe/Kyiv
    Pacific/Enderbury Pacific/Kanton
    Pacific/Ponape Pacific/Pohnpei
    Pacific/Samoa Pacific/Pago_Pago
    Pacific/Truk Pacific/Chuuk
    """,
    ).items()
}

# Big cities that are no zone's name: the zone, then the cities in it.
_CITIES = {
    city: zone
    for zone, cities in _table(
        """
    Africa/Johannesburg capetown durban pretoria
    Africa/Lagos abuja ibadan
    America/Chicago dallas houston austin minneapolis neworleans stlouis nashville
    America/Denver saltlakecity boulder
    America/Edmonton calgary
    America/Los_Angeles sanfrancisco seattle sandiego paloalto berkeley lasvegas stanford
    America/New_York boston washington miami atlanta philadelphia pittsburgh princeton
    America/Sao_Paulo rio riodejaneiro brasilia
    America/Toronto ottawa montreal waterloo
    Asia/Dubai abudhabi
    Asia/Ho_Chi_Minh hanoi saigon
    Asia/Jerusalem telaviv haifa
    Asia/Karachi lahore islamabad
    Asia/Kolkata mumbai bombay delhi newdelhi bangalore bengaluru chennai hyderabad pune
    Asia/Seoul busan daejeon
    Asia/Shanghai beijing shenzhen guangzhou hangzhou wuhan nanjing chengdu
    Asia/Tokyo osaka kyoto yokohama nagoya
    Australia/Sydney canberra
    Europe/Amsterdam rotterdam utrecht thehague
    Europe/Berlin munich munchen hamburg frankfurt cologne koln stuttgart heidelberg tubingen
    Europe/Istanbul ankara izmir
    Europe/London cambridge oxford manchester edinburgh bristol
    Europe/Madrid barcelona valencia
    Europe/Moscow stpetersburg saintpetersburg
    Europe/Paris lyon toulouse marseille grenoble
    Europe/Rome milan turin naples
    Europe/Warsaw krakow wroclaw
    Europe/Zurich geneva lausanne basel bern
    """,
    ).items()
    for city in cities
}


class UnknownZoneError(ValueError):
    """A text that names no zone, or more than one.

    `text` is the text (clipped to 64 characters), `nearest` up to `NEAREST` names it may mean,
    best first, perhaps none.
    """

    def __init__(self, text: str, nearest: tuple[str, ...] = ()) -> None:
        clipped = text if len(text) <= _TYPED_READ else text[: _TYPED_READ - 1] + "…"
        super().__init__(f"no time zone: {clipped!r}")
        self.text = clipped
        self.nearest = nearest


@functools.cache
def load_zone(name: str) -> ZoneInfo:
    """Load the zone with exactly this name; `UnknownZoneError` where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError: a folder, a long name
        raise UnknownZoneError(name) from error


def _fold(text: str) -> str:
    """Drop what does not count. Signs stay: Etc/GMT+5 is not Etc/GMT-5."""
    decomposed = unicodedata.normalize("NFKD", text[:_TYPED_READ]).casefold()
    bare = re.sub(r"[\u0300-\u036f\s_.'\u2019]", "", decomposed.replace("\u0131", "i"))
    return re.sub(r"(?<=[^\W\d])-(?=[^\W\d])", "", bare)


@dataclass(frozen=True, slots=True)
class _Index:
    """The names of one tz database, by their folded forms.

    `by_name` leads to present names, `cities` from what follows an area (``berlin``,
    ``indiana/knox``, ``knox``) to the offered zones called so, `offered` holds the offered
    names, each with its folded form, in the order of interest: the populous ones, then by city.
    """

    by_name: dict[str, str]
    cities: dict[str, tuple[str, ...]]
    offered: dict[str, str]


@functools.lru_cache(maxsize=4)
def _index(names: frozenset[str] | None) -> _Index:
    known = (available_timezones() if names is None else names) - _NO_ZONES
    by_name = {_fold(name): _present(name, known) for name in sorted(known)}
    places = {n for n in by_name.values() if n.partition("/")[0] in _MAIN_AREAS or n == "UTC"}
    rank = {name: place for place, name in enumerate(POPULOUS)}
    offered = sorted(places, key=lambda n: (rank.get(n, len(rank)), n.rpartition("/")[2], n))
    cities: dict[str, tuple[str, ...]] = {}
    for name in offered:
        parts = name.split("/")
        for start in range(1, len(parts)):
            city = _fold("/".join(parts[start:]))
            cities[city] = (*cities.get(city, ()), name)
    for city, name in _CITIES.items():
        if name in places:
            cities.setdefault(city, (name,))
    for old, name in _RENAMED.items():
        if name in places:
            cities.setdefault(_fold(old.rpartition("/")[2]), (name,))
    return _Index(by_name, cities, {name: _fold(name) for name in offered})


def _present(name: str, known: Collection[str]) -> str:
    """Give a zone its present name; an older tz database may not have it yet."""
    renamed = _RENAMED.get(name, name)
    return renamed if renamed in known else name


def _index_of(names: Collection[str] | None) -> _Index:
    return _index(None if names is None else frozenset(names))


def resolve_zone(text: str, names: Collection[str] | None = None) -> str:
    """Find the one zone that a text means: a name, a city, or an abbreviation that has one meaning.

    Raises `UnknownZoneError` with the nearest offered names, or with all that the text could mean.
    """
    index = _index_of(names)
    folded = _fold(text)
    if len(text) > _TYPED_READ:
        raise UnknownZoneError(text.strip(), _nearest(folded, index))
    possible = () if folded in _SUMMER_KEYS else _ABBREVIATIONS.get(folded, ())
    meant = tuple(name for name in possible if _fold(name) in index.by_name)
    if not meant and folded in index.by_name:
        meant = (index.by_name[folded],)
    if not meant:
        meant = index.cities.get(folded, ())
    if len(meant) == 1:
        return meant[0]
    raise UnknownZoneError(text.strip(), meant[:NEAREST] or _nearest(folded, index))


def _nearest(folded: str, index: _Index) -> tuple[str, ...]:
    """Find the offered zones whose city or name is spelled most like the text, best first."""
    if _OFFSET.search(folded):
        return ()  # like UTC or GMT only in its letters, never in its clock
    spelled = {form: (name,) for name, form in index.offered.items()} | index.cities
    close = difflib.get_close_matches(folded, spelled, n=2 * NEAREST, cutoff=0.6)
    return tuple(_unique(name for form in close for name in spelled[form]))[:NEAREST]


def _unique(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def suggest_zones(
    typed: str,
    first: tuple[str, ...] = (),
    limit: int = 25,
    names: Collection[str] | None = None,
) -> tuple[str, ...]:
    """List the offered zones to choose from while somebody types, best first, at most `limit`.

    What the text means or may mean comes first, then zones with a part that starts with it
    (``berl``), those of big cities that do (``mun``), names that start with it (``europe/``),
    names that contain it, and only without any of these the nearest spelling. Among equals those
    in `first` lead, in their order, then the populous zones. Nothing typed gives `first`, then
    `POPULOUS`.
    """
    index = _index_of(names)
    order = _unique((*(name for name in first if name in index.offered), *index.offered))
    folded = _fold(typed)
    if not folded:
        chosen = (n for n in order if n in first or n in POPULOUS)
        return tuple(_unique(chosen))[:limit]
    found = list(_ABBREVIATIONS.get(folded, ()))
    nearest: tuple[str, ...] = ()
    try:
        found.insert(0, resolve_zone(typed, names))
    except UnknownZoneError as error:
        nearest = error.nearest
    by_city = {n for city, zones in index.cities.items() if city.startswith(folded) for n in zones}
    found += [name for name in order if f"/{folded}" in index.offered[name]]
    found += [name for name in order if name in by_city]
    found += [name for name in order if index.offered[name].startswith(folded)]
    found += [name for name in order if folded in index.offered[name]]
    shown = tuple(name for name in _unique(found) if name in index.offered)
    return (shown or nearest)[:limit]


def zones_for_locale(locale: str) -> tuple[str, ...]:
    """List the zones where a client's language is likely at home, likeliest first.

    Takes Discord's locales (``de``, ``en-GB``, ``es-419``); an unknown region falls back to its
    language, an unknown language to no zones.
    """
    tag = locale.casefold().replace("_", "-")
    return _LOCALES.get(tag) or _LOCALES.get(tag.partition("-")[0], ())
