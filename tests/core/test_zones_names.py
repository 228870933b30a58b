"""Zones as people write them: what resolves, what is refused with suggestions, what is offered."""

from __future__ import annotations

import contextlib
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core import zones
from bot.core.zones import (
    NEAREST,
    POPULOUS,
    UnknownZoneError,
    load_zone,
    resolve_zone,
    suggest_zones,
    zones_for_locale,
)

KNOWN = available_timezones()
DISCORD_LOCALES = (
    "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg "
    "ru uk hi th zh-CN ja zh-TW ko"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        (" EUROPE / BERLIN ", "Europe/Berlin"),
        ("Berlin", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("NewYork", "America/New_York"),
        ("S\u00e3o Paulo", "America/Sao_Paulo"),
        ("Z\u00fcrich", "Europe/Zurich"),
        ("\u0130stanbul", "Europe/Istanbul"),
        ("st. john's", "America/St_Johns"),
        ("port au prince", "America/Port-au-Prince"),
        ("Indianapolis", "America/Indiana/Indianapolis"),
        ("indiana/knox", "America/Indiana/Knox"),
        ("knox", "America/Indiana/Knox"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("calcutta", "Asia/Kolkata"),
        ("Kiev", "Europe/Kyiv"),
        ("Munich", "Europe/Berlin"),
        ("m\u00fcnchen", "Europe/Berlin"),
        ("San Francisco", "America/Los_Angeles"),
        ("Beijing", "Asia/Shanghai"),
        ("us/pacific", "US/Pacific"),
        ("etc/gmt+5", "Etc/GMT+5"),
        ("etc/gmt-5", "Etc/GMT-5"),
        ("utc", "UTC"),
        ("GMT", "UTC"),
        ("Z", "UTC"),
        ("cet", "CET"),
        ("EET", "EET"),
        ("MET", "MET"),
        ("est5edt", "EST5EDT"),
        ("JST", "Asia/Tokyo"),
        ("NZDT", "Pacific/Auckland"),
    ],
)
def test_a_zone_is_found_as_people_write_it(text: str, expected: str) -> None:
    """By its name, its city, its old name, a big city in it, or an abbreviation."""
    assert resolve_zone(text) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("EST", "America/New_York"),
        ("pst", "America/Los_Angeles"),
        ("IST", "Asia/Kolkata"),
        ("BST", "Europe/London"),
        ("CEST", "Europe/Berlin"),
        ("MST", "America/Denver"),
        ("berln", "Europe/Berlin"),
        ("Europe/Berln", "Europe/Berlin"),
        ("los angelos", "America/Los_Angeles"),
        ("tokio", "Asia/Tokyo"),
        ("mumbay", "Asia/Kolkata"),
    ],
)
def test_what_has_several_meanings_or_none_is_refused_with_the_nearest(
    text: str,
    first: str,
) -> None:
    """EST is a key of the tz database, but New York is what is meant."""
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone(f" {text} ")
    assert caught.value.text == text
    assert caught.value.nearest[0] == first
    assert len(caught.value.nearest) <= NEAREST
    assert KNOWN.issuperset(caught.value.nearest)


@pytest.mark.parametrize("text", ["", "  ", "UTC+2", "gmt-3", "+02:00", "qqqqqq", "/"])
def test_what_is_like_nothing_is_refused_without_a_guess(text: str) -> None:
    """An offset is no zone: UTC is near in letters only, and Etc/GMT-3 is the other side."""
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone(text)
    assert caught.value.nearest == ()


def test_a_city_in_two_zones_is_refused_with_both() -> None:
    """Given other names than the installed ones, one city may be in two."""
    names = ("America/Springfield", "Australia/Springfield", "Europe/Berlin")
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone("springfield", names)
    assert caught.value.nearest == ("America/Springfield", "Australia/Springfield")


def test_an_older_database_keeps_the_older_name() -> None:
    """A name that the installed tz database does not have is never returned."""
    older = frozenset({"Europe/Kiev", "Europe/Berlin", "EST"})
    assert resolve_zone("kiev", older) == "Europe/Kiev"
    assert resolve_zone("est", older) == "EST"
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone("kyiv", older)
    assert caught.value.nearest == ("Europe/Kiev",)
    assert suggest_zones("ki", (), 25, older) == ("Europe/Kiev",)


def test_a_long_text_is_refused_and_clipped() -> None:
    """Ten thousand letters are read no further than a name can be long."""
    with pytest.raises(UnknownZoneError) as caught:
        resolve_zone("Europe/Berlin" + " " * 10_000 + "x")
    assert len(caught.value.text) == 64
    assert caught.value.nearest[0] == "Europe/Berlin"


@pytest.mark.parametrize("name", ["Europe/Atlantis", "Europe", "../etc", "", "a\x00b", "a" * 5000])
def test_a_stored_name_that_is_no_zone_keeps_its_cause(name: str) -> None:
    """Folders, paths and long names are the same to the caller."""
    with pytest.raises(UnknownZoneError) as caught:
        load_zone(name)
    assert caught.value.__cause__ is not None


def test_every_installed_zone_resolves_by_its_own_name_and_loads() -> None:
    """A renamed one by its present name; only EST and MST have several meanings."""
    for name in sorted(KNOWN - {"localtime", "Factory", "posixrules", "EST", "MST"}):
        resolved = resolve_zone(name)
        assert load_zone(resolved).key == resolved
        assert resolved == name or "/" in name or name in {"GMT", "HST"}, name


@pytest.mark.parametrize("name", ["localtime", "Factory", "EST", "MST"])
def test_a_name_that_is_no_place_and_no_summer_time_is_refused(name: str) -> None:
    """The machine's own zone least of all."""
    with pytest.raises(UnknownZoneError):
        resolve_zone(name)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ber", "Europe/Berlin"),
        ("new y", "America/New_York"),
        ("york", "America/New_York"),
        ("europe/b", "Europe/Berlin"),
        ("mun", "Europe/Berlin"),
        ("est", "America/New_York"),
        ("cet", "Europe/Berlin"),
        ("calc", "Asia/Kolkata"),
        ("istnbul", "Europe/Istanbul"),
        ("tokyo", "Asia/Tokyo"),
    ],
)
def test_typing_brings_the_likeliest_zone_first(typed: str, first: str) -> None:
    """By city, by what the text means, then by spelling."""
    assert suggest_zones(typed)[0] == first


def test_with_nothing_typed_the_readers_own_zones_lead() -> None:
    """Then the zones most people live in; legacy names are never offered."""
    offered = suggest_zones("", ("Asia/Tokyo", "US/Pacific", "Asia/Seoul"))
    assert offered[:2] == ("Asia/Tokyo", "Asia/Seoul")
    assert len(offered) == 25
    assert set(offered) <= set(POPULOUS)


def test_among_equals_the_readers_own_zones_lead() -> None:
    """`san` begins many cities."""
    assert suggest_zones("san", ("America/Santo_Domingo",))[0] == "America/Santo_Domingo"


def test_the_limit_holds_and_a_hopeless_text_brings_nothing() -> None:
    """Discord takes at most 25 choices."""
    assert len(suggest_zones("a")) == 25
    assert len(suggest_zones("a", limit=3)) == 3
    assert suggest_zones("istnbul", limit=0) == ()
    assert suggest_zones("qqqqqq") == ()


@settings(max_examples=60, deadline=None)
@given(st.text() | st.text(alphabet="abeilnrsuw /_+-"))
def test_any_text_brings_only_offered_zones(text: str) -> None:
    """And no exception but the one that says so."""
    areas = {"Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe"}
    for name in suggest_zones(text):
        assert name in KNOWN
        assert name == "UTC" or name.partition("/")[0] in areas | {"Indian", "Pacific"}
    with contextlib.suppress(UnknownZoneError):
        assert resolve_zone(text) in KNOWN


@pytest.mark.parametrize("locale", DISCORD_LOCALES.split())
def test_every_locale_of_discord_has_its_zones(locale: str) -> None:
    """All of them offered ones, so that they can lead the choices."""
    likely = zones_for_locale(locale)
    assert likely
    assert suggest_zones("", likely)[: len(likely)] == likely


def test_an_unknown_region_falls_back_to_its_language() -> None:
    """And an unknown language to nothing."""
    assert zones_for_locale("de-AT") == zones_for_locale("de")
    assert zones_for_locale("EN_gb")[0] == "Europe/London"
    assert zones_for_locale("tlh") == zones_for_locale("") == ()


def test_the_tables_name_only_zones_that_exist() -> None:
    """A misspelt name in a table would be offered and then refused."""
    named = {
        *POPULOUS,
        *(name for row in zones._LOCALES.values() for name in row),  # noqa: SLF001 (the table is what is tested)
        *(name for row in zones._ABBREVIATIONS.values() for name in row),  # noqa: SLF001 (likewise)
        *zones._RENAMED.values(),  # noqa: SLF001 (likewise)
        *zones._CITIES.values(),  # noqa: SLF001 (likewise)
    }
    assert {name for name in named if name not in KNOWN} == set()
