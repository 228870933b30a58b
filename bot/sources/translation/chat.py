"""Any endpoint that speaks as OpenAI's does: ``POST {url}/chat/completions``, one question, one
answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.sources.translation.sending import Sending, wrong
from bot.sources.values import is_object, objects_of

if TYPE_CHECKING:
    from bot.sources.http import PoliteClient

SOURCE: Final = "openai"
OPENAI: Final = "https://api.openai.com/v1"


class Chat:
    """A model at an endpoint; `base_url` is what stands before ``/chat/completions``."""

    def __init__(
        self, client: PoliteClient, model: str, base_url: str | None = None, key: str | None = None
    ) -> None:
        self._sending = Sending(client, SOURCE)
        self.address = (base_url or OPENAI).rstrip("/") + "/chat/completions"
        self.model = model
        self._headers = {"Authorization": f"Bearer {key}"} if key else None

    async def answer(self, instruction: str, given: str) -> str | None:
        """Return what it answers to `given`; None where it says nothing, as when it refuses.

        It asks once. Raises `PaidFault`.
        """
        messages = [
            {"role": "system", "content": instruction},
            {"role": "user", "content": given},
        ]
        body = {"model": self.model, "messages": messages}
        told = await self._sending.post(self.address, body, self._headers)
        choices = objects_of(told.get("choices")) if is_object(told) else []
        message = next((one.get("message") for one in choices), None)
        if not is_object(message):
            raise wrong(SOURCE, "an answer without a message")
        content = message.get("content")
        return content if isinstance(content, str) else None
