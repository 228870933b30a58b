"""Translators over loopback HTTP: what they are sent, and every way in which they fail."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translator_site import TranslatorSite, texts_of, translator_site

from bot.core.protecting import Piece, protect, restore
from bot.services.ports.paid import PaidFault
from bot.services.ports.translation import TranslationProvider
from bot.sources.translation.choosing import Account, translator
from bot.sources.translation.libretranslate import LibreTranslate
from bot.sources.translation.marking import marked, read

if TYPE_CHECKING:
    from bot.core.protecting import Pieces
    from bot.sources.http import PoliteClient

PROVIDERS = ("deepl", "libretranslate", "openai")
TITLE = protect("Training GPT-4 & others on ImageNet quickly")
OTHER = protect("Two words")


@pytest.fixture
async def site() -> AsyncIterator[TranslatorSite]:
    """All three of them."""
    async with translator_site() as site:
        yield site


@pytest.fixture(params=PROVIDERS)
def provider(
    request: pytest.FixtureRequest, site: TranslatorSite, client: PoliteClient
) -> TranslationProvider:
    """Each of them in turn."""
    return made(request.param, site, client)


def made(name: str, site: TranslatorSite, client: PoliteClient) -> TranslationProvider:
    """One of them, with a key."""
    return translator(Account(name, site.address, "a-model", "a-key"), client)  # type: ignore[arg-type] - one of the three


async def translated(provider: TranslationProvider, *texts: Pieces) -> list[str | None]:
    """What becomes of texts in Italian."""
    told = await provider.translate(texts, "it")
    return [restore(text, one) for text, one in zip(texts, told, strict=True)]


async def test_texts_come_back_in_order_with_their_protected_parts(
    provider: TranslationProvider,
) -> None:
    """Names stand as they stood, signs of markup are letters again."""
    assert await translated(provider, TITLE, OTHER) == [
        "gniniarT GPT-4 & srehto no ImageNet ylkciuq",
        "owT sdrow",
    ]


async def test_deepl_is_asked_as_its_documentation_says(
    site: TranslatorSite, client: PoliteClient
) -> None:
    """The key in a header; protected parts in tags that it ignores; its own codes."""
    deepl = made("deepl", site, client)
    await translated(deepl, TITLE)
    await deepl.translate([OTHER], "pt")
    await deepl.translate([OTHER], "zh-hant")
    assert "authorization: deepl-auth-key a-key" in site.heads[0].lower()
    assert site.heads[0].startswith("POST /v2/translate ")
    first, second, third = site.asked
    assert first == {
        "text": ['Training <x id="0">GPT-4</x> &amp; others on <x id="1">ImageNet</x> quickly'],
        "source_lang": "EN",
        "target_lang": "IT",
        "tag_handling": "xml",
        "ignore_tags": ["x"],
    }
    assert (second["target_lang"], third["target_lang"]) == ("PT-BR", "ZH-HANT")
    assert deepl.batch.texts == 50


def test_deepl_s_free_keys_belong_to_another_host(client: PoliteClient) -> None:
    """As their ending tells."""
    addresses = [
        vars(translator(Account("deepl", key=key), client))["_address"] for key in ("a:fx", "a")
    ]
    assert addresses == [
        "https://api-free.deepl.com/v2/translate",
        "https://api.deepl.com/v2/translate",
    ]


async def test_libretranslate_is_asked_as_its_documentation_says(
    site: TranslatorSite, client: PoliteClient
) -> None:
    """HTML with parts that are not to be translated; the key in the body; the codes it has."""
    libre = made("libretranslate", site, client)
    await translated(libre, TITLE)
    await libre.translate([OTHER], "pt")
    await libre.translate([OTHER], "zh")
    first, second, third = site.asked
    assert first["q"][0].startswith('Training <span id="0" translate="no">GPT-4</span> &amp;')
    assert {key: first[key] for key in ("source", "target", "format", "api_key")} == {
        "source": "en",
        "target": "it",
        "format": "html",
        "api_key": "a-key",
    }
    assert (second["target"], third["target"]) == ("pb", "zh")
    with pytest.raises(PaidFault) as caught:
        await libre.translate([OTHER], "ko")
    assert (caught.value.trouble, caught.value.charged) == ("language", False)
    assert len(site.asked) == 3
    without = translator(Account("libretranslate", site.address), client)
    site.codes = ("zh-Hans", "pt")
    await without.translate([OTHER], "zh")
    assert site.asked[-1]["target"] == "zh-Hans"
    assert "api_key" not in site.asked[-1]


async def test_a_model_is_asked_for_a_json_array(
    site: TranslatorSite, client: PoliteClient
) -> None:
    """Through /chat/completions; a fence around the array is forgiven."""
    model = made("openai", site, client)
    assert model.name == "openai:a-model"
    await translated(model, TITLE)
    assert site.heads[0].startswith("POST /chat/completions ")
    assert "authorization: bearer a-key" in site.heads[0].lower()
    (asked,) = site.asked
    assert asked["model"] == "a-model"
    assert "BCP 47 code is it" in asked["messages"][0]["content"]
    assert texts_of(asked) == [marked(TITLE, "x")]
    site.body = completion('```json\n["Due parole"]\n```')
    assert await translated(model, OTHER) == ["Due parole"]


def completion(content: object) -> bytes:
    """An answer of a model."""
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()


@pytest.mark.parametrize(
    ("status", "trouble", "charged"),
    [
        (400, "refused", False),
        (401, "key", False),
        (403, "key", False),
        (402, "quota", False),
        (413, "refused", False),
        (429, "busy", False),
        (456, "quota", False),
        (500, "broken", True),
        (502, "broken", True),
        (503, "busy", False),
        (504, "broken", True),
        (302, "refused", False),
    ],
)
async def test_a_refusal_says_what_to_do_and_whether_it_may_cost(
    provider: TranslationProvider, site: TranslatorSite, status: int, trouble: str, charged: bool
) -> None:
    """It is not asked again, nor is a redirect followed with what was to be translated."""
    site.status, site.body = status, b"{}"
    site.headers = f"Retry-After: 7\r\nLocation: {site.address}/elsewhere\r\n"
    with pytest.raises(PaidFault) as caught:
        await provider.translate([TITLE], "it")
    assert (caught.value.trouble, caught.value.charged) == (trouble, charged)
    assert len(site.asked) == 1
    assert "a-key" not in str(caught.value)
    if status == 429:
        assert caught.value.retry_after == 7


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>down for maintenance</html>",
        b'{"translations": [{"te',
        b"[]",
        b"null",
        b"7",
        b"{}",
        b'{"translations": {}, "translatedText": "one", "choices": {}}',
        b'{"translations": [7], "translatedText": [7], "choices": [7]}',
        b'{"translations": [{"text": null}], "translatedText": [null], "choices": [{}]}',
        b'{"choices": [{"message": {"content": null}}]}',
        completion("I cannot translate this."),
        completion('{"0": "Due parole"}'),
        completion("[1]"),
        completion('["Due parole", "e altre"]'),
        completion('["Due'),
        completion("[" * 100_000),
        b'{"translations": [' + b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
)
async def test_an_answer_that_makes_no_sense_is_a_fault_and_may_cost(
    provider: TranslationProvider, site: TranslatorSite, body: bytes
) -> None:
    """It never is a crash."""
    site.body = body
    with pytest.raises(PaidFault) as caught:
        await provider.translate([OTHER], "it")
    assert (caught.value.trouble, caught.value.charged) == ("unreadable", True)


async def test_too_few_answers_are_no_answer(
    provider: TranslationProvider, site: TranslatorSite
) -> None:
    """Nobody knows which one is missing."""
    site.drops = 1
    with pytest.raises(PaidFault) as caught:
        await provider.translate([TITLE, OTHER], "it")
    assert caught.value.trouble == "unreadable"


@pytest.mark.parametrize(
    "words",
    [
        lambda text: text.replace("GPT-4", "GPT-5"),
        lambda text: text.replace("</x>", "").replace("</span>", ""),
        lambda text: text + text,
        lambda text: text.replace('"0"', '"7"'),
        lambda text: text.split("<", maxsplit=1)[0],
        lambda text: "visit https://evil.example " + text,
        lambda text: text + " bla" * 10_000,
        lambda _: "",
    ],
)
async def test_an_answer_that_spoils_a_protected_part_is_no_translation(
    provider: TranslationProvider, site: TranslatorSite, words: object
) -> None:
    """The original stands."""
    site.words = words  # type: ignore[assignment] - one of the above
    assert await translated(provider, TITLE) == [None]


async def test_a_slow_answer_may_cost_and_nobody_home_does_not(
    site: TranslatorSite, client: PoliteClient
) -> None:
    """A deadline, a line that breaks, a port where nobody listens."""
    deepl = made("deepl", site, client)
    site.hangs_up = True
    with pytest.raises(PaidFault) as caught:
        await deepl.translate([OTHER], "it")
    assert (caught.value.trouble, caught.value.charged) == ("unreachable", True)
    nobody = translator(Account("deepl", "http://127.0.0.1:1", key="k"), client)
    with pytest.raises(PaidFault) as caught:
        await nobody.translate([OTHER], "it")
    assert (caught.value.trouble, caught.value.charged) == ("unreachable", False)
    site.hangs_up, site.gate = False, asyncio.Event()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await deepl.translate([OTHER], "it")


async def test_libretranslate_s_list_of_languages_can_fail_too(
    site: TranslatorSite, client: PoliteClient
) -> None:
    """Nothing was to be translated yet, so nothing costs."""
    libre = translator(Account("libretranslate", f"{site.address}/nowhere"), client)
    site.status, site.body = 500, b"{}"
    with pytest.raises(PaidFault) as caught:
        await libre.translate([OTHER], "it")
    assert not caught.value.charged


@given(st.text(max_size=80), st.sampled_from(["x", "span"]))
def test_what_is_marked_is_read_back(text: str, tag: str) -> None:
    """Whatever the text has in it, markup of its own too."""
    for one in (text, f'<{tag} id="0">{text}</{tag}>', f"GPT-4 {text} ImageNet"):
        pieces = protect(one)
        back = read(marked(pieces, tag), tag)
        assert "".join(piece.text for piece in back) == one
        assert [p for p in back if p.number is not None] == [
            p for p in pieces if p.number is not None
        ]


def test_markup_that_was_written_anew_is_read_all_the_same() -> None:
    """Other quotes, other attributes, spaces."""
    told = "A <span translate='no'  id = '3' >GPT-4</span > b &lt;i&gt;"
    assert read(told, "span") == (Piece("A "), Piece("GPT-4", 3), Piece(" b <i>"))


async def test_libretranslate_is_asked_anew_which_languages_it_has(
    site: TranslatorSite, client: PoliteClient
) -> None:
    """Once an hour, where one is missing: a server that has just started tells none."""
    seconds = 0.0
    libre = LibreTranslate(client, site.address, now=lambda: seconds)
    codes, site.codes = site.codes, ()
    for _ in range(2):
        with pytest.raises(PaidFault) as caught:
            await libre.translate([OTHER], "it")
        assert caught.value.trouble == "language"
    site.codes = codes
    with pytest.raises(PaidFault):
        await libre.translate([OTHER], "it")
    seconds = 3_600.0
    assert await libre.translate([OTHER], "it")
    site.codes = ()
    seconds = 9_999.0
    assert await libre.translate([OTHER], "it")  # what it has is not asked for again
