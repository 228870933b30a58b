"""Whether the models that the configuration names are there: ``GET {url}/models`` at their
endpoints, which costs nothing. An endpoint may be in order and not tell its models.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.errands.counted import counted
from bot.sources.errors import SourceAnswerInvalid, SourceError, SourceRefused, shown_address
from bot.sources.http import Limits, PoliteClient
from bot.sources.translation.chat import OPENAI
from bot.sources.values import is_object, objects_of, text_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from pydantic import SecretStr

    from bot.config import Settings

_LIMITS = Limits(deadline=10.0, attempts=1, spacing=0.0)
_KEY = frozenset({401, 403})


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a model: the section that names it, whether all is well, and the words."""

    section: str
    well: bool
    told: str


async def models(settings: Settings) -> AsyncIterator[Seen]:
    """Yield what is seen of each model that is named."""
    translation, summaries = settings.translation, settings.summaries
    named = [("summaries", summaries.url, summaries.model, summaries.key)]
    if translation.provider == "openai":
        named.append(("translation", translation.url, translation.model, translation.key))
    for section, url, model, key in named:
        if model is not None:
            yield await _seen(section, url or OPENAI, model, key, settings.user_agent)


async def _seen(section: str, url: str, model: str, key: SecretStr | None, agent: str) -> Seen:
    headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else None
    where = shown_address(url)
    try:
        async with PoliteClient(user_agent=agent, limits=_LIMITS) as client:
            answer = await client.get(section, f"{url}/models", headers=headers)
            told = answer.json()
    except SourceRefused as error:
        if error.status in _KEY:
            return Seen(section, well=False, told=f"{where} does not accept the key")
        return Seen(section, well=False, told=f"{where} answers {error.status} to /models")
    except SourceAnswerInvalid:
        return Seen(section, well=False, told=f"{where} does not speak as OpenAI's does")
    except SourceError as error:
        return Seen(section, well=False, told=f"{where} cannot be asked: {error}")
    there = [text_of(one, "id") for one in objects_of(told.get("data"))] if is_object(told) else []
    if model in there or f"{model}:latest" in there:  # as Ollama calls one that has no other tag
        return Seen(section, well=True, told=f"{model} is at {where}")
    named = counted(len(there), "model")
    return Seen(section, well=False, told=f"{where} names {named}, not {model}")
