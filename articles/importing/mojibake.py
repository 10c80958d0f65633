"""Text that was read in the wrong encoding, told by what it leaves behind: "â€œ" for “, "Ã©" for é.

Wrong in doubt costs a word with the sender; wrong unnoticed costs every quotation mark of the story.
"""

import re

# What UTF-8 becomes when it is read as cp1252. Ã may end a Portuguese word in capitals, so that marks after it prove
# something only within a word.
_TRACE = re.compile(
    "â[€‚„†ˆ]|Ã[\u00a0-\u00ba\u00bc-\u00bf€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|Ã[‘’“”–—…»](?=\\w)|Â[\u00a0-\u00bf]|ï»¿|ðŸ"
)
_TRACES_BEGIN = "âÃÂïð"
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_ASCII = bytes(range(128))
_ENOUGH = 20_000  # characters tell which script a text is in


def trace(text: str) -> str:
    """The first word of `text` that shows it was once read wrongly, or nothing."""
    found = any(letter in text for letter in _TRACES_BEGIN) and _TRACE.search(text)
    if not found:
        return ""
    start = max(text.rfind(" ", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
    return text[start : found.end() + 20].split()[0]


def is_nearly_utf8(received: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII form the sequences of UTF-8, so that a few must have been damaged."""
    beyond = len(received.translate(None, _ASCII))
    in_sequences = sum(map(len, _SEQUENCE.findall(received)))
    return in_sequences * 4 > beyond * 3


def is_garbled(text: str) -> bool:
    """Whether `text`, read as cp1252, is really something else.

    UTF-8 shows by its traces; Cyrillic, Greek or Chinese because most letters come out as accented ones, which no
    language knows.
    """
    letters = [letter for letter in text[:_ENOUGH] if letter.isalpha()]
    accented = sum(not letter.isascii() for letter in letters)
    return bool(_TRACE.search(text)) or accented * 2 > len(letters)
