"""What is looked at before the newsroom starts: the keys that seal who unnamed sources are."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error

from bylines import sealing

MAKE_ONE = 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'


def source_keys(**_asked: Any) -> Sequence[CheckMessage]:
    """Names every malformed key by its place in SOURCE_KEYS. The key itself is never said: it may be right but for a
    letter.
    """
    return [
        Error(
            f"Key number {place} in SOURCE_KEYS is no Fernet key: it must be 32 bytes in URL-safe base64.",
            hint=f"Look whether a letter is missing. A new one: {MAKE_ONE}",
            id="bylines.E001",
        )
        for place in sealing.malformed()
    ]
