"""Configuration: defaults, the environment over the file, every fault at once, no token told."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.config import ConfigError, Settings, load

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "MTk4NjIy.not-a-real.token-of-anybody"
SECRETS = {"DISCORD_TOKEN", "SEMANTIC_SCHOLAR_API_KEY"}
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment without Paperboy's variables and a folder without its file, for a test."""
    before = dict(os.environ)
    for name in before:
        if name.startswith("PAPERBOY_") or name in SECRETS:
            del os.environ[name]
    try:
        with contextlib.chdir(tmp_path):
            yield os.environ  # type: ignore[misc] - a mapping of text, as a dict is
    finally:
        os.environ.clear()
        os.environ.update(before)


def written(text: str) -> Path:
    """Write a configuration."""
    path = Path("paperboy.toml")
    path.write_text(text, "utf-8")
    return path


def faults_of(text: str) -> list[str]:
    """Load a configuration that cannot be used; return its faults."""
    with pytest.raises(ConfigError) as caught:
        load(written(text))
    return caught.value.faults


def test_nothing_has_to_be_set() -> None:
    """Without a file and without variables there are the defaults, and no token."""
    settings = load()
    assert settings.database.path == Path("data/paperboy.db")
    assert settings.discord.api_url == "https://discord.com/api/v10"
    assert settings.sources.backfill
    assert settings.health.port is None
    assert settings.token is None


def test_the_file_of_the_folder_is_read_without_being_named() -> None:
    """`config.toml`, where it is."""
    Path("config.toml").write_text("[sources]\npoll_minutes = 5\n", "utf-8")
    assert load().sources.poll_minutes == 5


def test_the_environment_wins(environment: dict[str, str]) -> None:
    """Key by key: what it does not name is the file's."""
    environment["PAPERBOY_DATABASE__PATH"] = "/elsewhere/paperboy.db"
    environment["PAPERBOY_SOURCES__POLL_MINUTES"] = "7.5"
    settings = load(written('[database]\npath = "here.db"\n[sources]\ncontact = "a@example.org"\n'))
    assert settings.database.path == Path("/elsewhere/paperboy.db")
    assert (settings.sources.poll_minutes, settings.sources.contact) == (7.5, "a@example.org")


def test_addresses_are_kept_without_their_last_slash() -> None:
    """Paths are put behind them."""
    settings = load(
        written(
            '[discord]\napi_url = "http://127.0.0.1:9/api/v10/"\n'
            '[sources]\nhuggingface_url = "http://127.0.0.1:9/"\ncontact = "a@example.org"\n'
        )
    )
    assert settings.discord.api_url == "http://127.0.0.1:9/api/v10"
    assert settings.sources.huggingface_url == "http://127.0.0.1:9"
    assert settings.user_agent.startswith("Paperboy/")
    assert settings.user_agent.endswith("(+a@example.org)")


def test_five_mistakes_are_five_lines_each_with_its_key() -> None:
    """Nobody mends one fault to meet the next."""
    faults = faults_of(
        """
        [discord]
        api_url = "discord.com"
        messages_per_second = 900
        [sources]
        poll_minutes = "often"
        [health]
        port = 99999
        [log]
        level = "loud"
        """
    )
    assert [fault.partition(":")[0] for fault in faults] == [
        "discord.api_url",
        "discord.messages_per_second",
        "sources.poll_minutes",
        "health.port",
        "log.level",
    ]
    assert "'often'" in faults[2]


def test_unknown_keys_are_faults() -> None:
    """A typing mistake is no comment; the file that names all keys is named."""
    faults = faults_of('_env_file = "x"\n[databse]\npath = "x"\n[log]\nlevl = "info"\n')
    assert sorted(faults) == [
        "_env_file: there is no such key; config.example.toml names them all",
        "databse: there is no such key; did you mean database?",
        "log.levl: there is no such key; did you mean level?",
    ]


def test_a_fault_of_the_environment_is_told_with_its_key(environment: dict[str, str]) -> None:
    """As one of the file is; a variable that should be a section is one too."""
    environment["PAPERBOY_LOG__LEVEL"] = "loud"
    environment["PAPERBOY_DATABASE__PTH"] = "x"
    with pytest.raises(ConfigError) as caught:
        load()
    assert {fault.partition(":")[0] for fault in caught.value.faults} == {
        "log.level",
        "database.pth",
    }
    environment["PAPERBOY_SOURCES"] = "no JSON"
    with pytest.raises(ConfigError) as caught:
        load()
    assert "sources" in caught.value.faults[0]


def test_a_long_value_is_told_shortly() -> None:
    """A fault is a line."""
    (fault,) = faults_of(f'[log]\nlevel = "{"x" * 5_000}"\n')
    assert len(fault) < 300


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"[log\n", "TOML"), (b"\xff\xfe", "TOML"), (b'a = "\n', "TOML")],
)
def test_a_file_that_is_no_toml_is_a_fault(content: bytes, said: str) -> None:
    """Told with its path."""
    path = Path("broken.toml")
    path.write_bytes(content)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert caught.value.path == path
    assert said in caught.value.faults[0]


def test_a_file_that_is_named_has_to_be_there() -> None:
    """No other one is read instead."""
    with pytest.raises(ConfigError) as caught:
        load(Path("nowhere.toml"))
    assert "nowhere.toml" in caught.value.faults[0]
    assert "nowhere.toml" in str(caught.value)


def test_the_token_comes_from_the_environment_and_is_never_shown(
    environment: dict[str, str],
) -> None:
    """Not in the settings' text, not in what they dump."""
    environment["DISCORD_TOKEN"] = f" {TOKEN}\n"
    settings = load()
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    told = (repr(settings), str(settings), settings.model_dump_json(), str(settings.model_dump()))
    assert not [text for text in told if "MTk4" in text]


def test_the_token_comes_from_a_file_too(environment: dict[str, str]) -> None:
    """The variable wins, and then the file need not be there."""
    Path("token").write_text(f"{TOKEN}\n", "utf-8")
    named = written('[discord]\ntoken_file = "token"\n')
    settings = load(named)
    assert settings.token is not None
    assert settings.token.get_secret_value() == TOKEN
    Path("token").unlink()
    environment["DISCORD_TOKEN"] = "another.bots.token"
    settings = load(named)
    assert settings.token is not None
    assert settings.token.get_secret_value() == "another.bots.token"


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\xff\xfe\x00"])
def test_a_token_file_that_holds_none_is_a_fault_among_the_others(content: bytes | None) -> None:
    """Missing, empty, no text: told with its key, and with every other fault."""
    if content is not None:
        Path("token").write_bytes(content)
    faults = faults_of('[discord]\ntoken_file = "token"\n[log]\nlevel = "loud"\n')
    assert [fault.partition(":")[0] for fault in faults] == ["discord.token_file", "log.level"]


def test_a_token_in_the_file_is_refused_and_not_repeated() -> None:
    """It is a secret; the fault does not spread it."""
    faults = faults_of(f'token = "{TOKEN}"\n[discord]\ntoken = "{TOKEN}"\n[log]\nlevel = "loud"\n')
    assert [fault.partition(":")[0] for fault in faults] == ["token", "discord.token", "log.level"]
    assert not [fault for fault in faults if "MTk4" in fault]


def test_who_is_asked_for_papers_is_a_list_of_names(environment: dict[str, str]) -> None:
    """In order; an empty one asks nobody. The environment gives it with commas."""
    everybody = load().sources.lookup
    assert everybody[:2] == ["huggingface", "arxiv"]
    assert load(written("[sources]\nlookup = []\n")).sources.lookup == []
    assert load(written('[sources]\nlookup = ["crossref"]\n')).sources.lookup == ["crossref"]
    environment["PAPERBOY_SOURCES__LOOKUP"] = "arxiv, openalex"
    assert load().sources.lookup == ["arxiv", "openalex"]
    environment["PAPERBOY_SOURCES__LOOKUP"] = ""
    assert load().sources.lookup == []
    assert set(everybody) <= load().sources.lookup_addresses.keys()


def test_a_fault_of_a_lookup_service_is_told_with_its_key() -> None:
    """An unknown name, a name twice, an address that is none."""
    faults = faults_of('[sources]\nlookup = ["arxiv", "sci"]\narxiv_url = "arxiv.org"\n')
    assert [fault.partition(":")[0] for fault in faults] == [
        "sources.lookup, the 2nd entry",
        "sources.arxiv_url",
    ]
    (fault,) = faults_of('[sources]\nlookup = ["arxiv", "arxiv"]\n')
    assert fault == "sources.lookup: names 'arxiv' twice"


def test_feeds_are_addresses_by_name(environment: dict[str, str]) -> None:
    """As tables or a list of them; the environment gives what the file would."""
    assert load().sources.feeds == []
    table = (
        '[[sources.feeds]]\nname = " Nature  News "\nurl = "https://www.nature.com/nature.rss"\n'
    )
    (feed,) = load(written(table)).sources.feeds
    assert (feed.name, feed.url) == ("Nature News", "https://www.nature.com/nature.rss")
    environment["PAPERBOY_SOURCES__FEEDS"] = '[{name = "A", url = "http://a.org/f"}]'
    assert [one.name for one in load(written(table)).sources.feeds] == ["A"]
    environment["PAPERBOY_SOURCES__FEEDS"] = ""
    assert load(written(table)).sources.feeds == []


@pytest.mark.parametrize(
    ("feeds", "key"),
    [
        ('[{ name = "A", url = "a.org" }]', ", the 1st entry: url should be a web address"),
        ('[{ name = "", url = "https://a.org" }]', ", the 1st entry: name should not be empty"),
        ('[{ name = "…", url = "https://a.org" }]', ", the 1st entry: name should be a name"),
        ('[{ name = "arXiv", url = "https://a.org" }]', ", the 1st entry: name is a source's"),
        ('[{ name = "added:3", url = "https://a.org" }]', ", the 1st entry: name is a source's"),
        ('[{ url = "https://a.org" }]', ", the 1st entry: name is missing"),
        (
            '[{ name = "A", url = "https://a.org" }, { name = "a", url = "https://b.org" }]',
            ": two are called 'a'",
        ),
    ],
)
def test_a_fault_of_a_feed_is_told_with_its_key(feeds: str, key: str) -> None:
    """A name that nobody can type, that is taken or told twice; an address that is none."""
    (fault,) = faults_of(f"[sources]\nfeeds = {feeds}\n")
    assert fault.startswith(f"sources.feeds{key}")


def test_publications_are_places_by_name(environment: dict[str, str]) -> None:
    """At an address, or in a file, which begins in the database's folder unless it is absolute."""
    assert load().sources.publications == []
    assert load().publication_places == {}
    told = (
        '[{ name = " Our  Lab ", url = "http://127.0.0.1/lab" }, { name = "Theses",'
        ' file = "theses.bib" }, { name = "Others", file = "/srv/others.json" }]'
    )
    named = written(f'[database]\npath = "here/it.db"\n[sources]\npublications = {told}\n')
    places: dict[str, str | Path] = {
        "Our Lab": "http://127.0.0.1/lab",
        "Theses": Path("here/theses.bib"),
        "Others": Path("/srv/others.json"),
    }
    assert load(named).publication_places == places
    environment["PAPERBOY_SOURCES__PUBLICATIONS"] = '[{name = "A", file = "a.bib"}]'
    assert load(named).publication_places == {"A": Path("here/a.bib")}
    environment["PAPERBOY_SOURCES__PUBLICATIONS"] = '[{"name": "B", "file": "b.bib"}]'
    assert load(named).publication_places == {"B": Path("here/b.bib")}
    environment["PAPERBOY_SOURCES__PUBLICATIONS"] = "a.bib"
    with pytest.raises(ConfigError, match="fault"):
        load(named)


@pytest.mark.parametrize(
    ("publications", "said"),
    [
        ('[{ name = "A", url = "a.org" }]', ", the 1st entry: url should be a web address"),
        ('[{ name = "A", file = "" }]', ", the 1st entry: file should be a file's path"),
        ('[{ name = "A", file = "a\\u0000" }]', ", the 1st entry: file should be a file's path"),
        ('[{ name = "A" }]', ", the 1st entry: should have a url or a file, and has neither"),
        (
            '[{ name = "A", url = "https://a.org", file = "a.bib" }]',
            ", the 1st entry: should have a url or a file, and has both",
        ),
        ('[{ name = "  ", file = "a" }]', ", the 1st entry: name should be a name that people"),
        ('[{ name = "arXiv", file = "a" }]', ", the 1st entry: name is a source's of another"),
        ('[{ file = "a.bib" }]', ", the 1st entry: name is missing"),
        (
            '[{ name = "A", file = "a", limit = 3 }]',
            ", the 1st entry: limit is no key; there are name, url, file",
        ),
        (
            '[{ name = "ÉA", file = "a" }, { name = "ea", file = "b" }]',
            ": 'ea' is the name of another list, too; choose another one",
        ),
        (
            '[{ name = "NATURE", file = "a" }]',
            ": 'NATURE' is the name of a feed, too; choose another one",
        ),
    ],
)
def test_a_fault_of_a_list_is_told_with_its_key(publications: str, said: str) -> None:
    """Where it is and what to do: names are compared as queries compare them."""
    feeds = 'feeds = [{ name = "Nature", url = "https://www.nature.com/nature.rss" }]'
    (fault,) = faults_of(f"[sources]\n{feeds}\npublications = {publications}\n")
    assert fault.startswith(f"sources.publications{said}")


def test_feeds_of_the_environment_that_are_no_list_are_a_fault(
    environment: dict[str, str],
) -> None:
    """The fault says what was expected, and which variable it is."""
    environment["PAPERBOY_SOURCES__FEEDS"] = "https://a.org"
    (fault,) = faults_of("")
    assert fault == (
        "sources.feeds: should be a list in brackets, as it stands in the file or as JSON "
        "(PAPERBOY_SOURCES__FEEDS is 'https://a.org')"
    )


def test_arxivs_categories_and_announcements(environment: dict[str, str]) -> None:
    """None without a wish; what is no category is a fault."""
    assert load().sources.arxiv_categories == []
    assert load().sources.arxiv_announced == ["new", "cross"]
    environment["PAPERBOY_SOURCES__ARXIV_CATEGORIES"] = "cs.CL, math-ph cond-mat.mes-hall"
    told = load().sources.arxiv_categories
    assert told == ["cs.CL", "math-ph", "cond-mat.mes-hall"]
    del environment["PAPERBOY_SOURCES__ARXIV_CATEGORIES"]
    for wrong in ('["cs.CL", "cs.cl"]', '["cs.CL/../x"]', '[""]'):
        (fault,) = faults_of(f"[sources]\narxiv_categories = {wrong}\n")
        assert fault.startswith("sources.arxiv_categories: ")
    (fault,) = faults_of('[sources]\narxiv_announced = ["old"]\n')
    assert fault.startswith("sources.arxiv_announced, the 1st entry: ")


def test_a_key_for_semantic_scholar_is_a_secret(environment: dict[str, str]) -> None:
    """From a file, or from the environment, which wins; never shown."""
    assert load().sources.semantic_scholar_key is None
    Path("key").write_text("abcdef-key\n", "utf-8")
    named = written('[sources]\nsemantic_scholar_key_file = "key"\n')
    key = load(named).sources.semantic_scholar_key
    assert key is not None
    assert key.get_secret_value() == "abcdef-key"
    environment["SEMANTIC_SCHOLAR_API_KEY"] = "another-key"
    settings = load(named)
    key = settings.sources.semantic_scholar_key
    assert key is not None
    assert key.get_secret_value() == "another-key"
    assert not [text for text in (repr(settings), settings.model_dump_json()) if "r-key" in text]
    del environment["SEMANTIC_SCHOLAR_API_KEY"]
    Path("key").write_text(" ", "utf-8")
    (fault,) = faults_of('[sources]\nsemantic_scholar_key_file = "key"\n')
    assert fault.startswith("sources.semantic_scholar_key_file: holds no key")


def test_settings_do_not_change() -> None:
    """Whoever holds them holds the same ones."""
    settings = load()
    with pytest.raises(ValueError, match="frozen"):
        settings.token = None  # type: ignore[misc] - that is the test


def test_settings_without_a_file_are_the_same() -> None:
    """The defaults are in one place."""
    assert load() == Settings()
