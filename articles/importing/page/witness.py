"""Who else says which words of a page are its story, and can be asked whether a passage belongs to it."""

from collections.abc import Iterable

from articles.importing.lines import bare

LONGEST = 400_000  # characters that are remembered
_SHORT = 80  # characters of a passage that is looked at as a whole
_PIECE = 16  # letters; so many in a row are hardly ever found in another passage


class Witness:
    """Remembers passages; `is_whole` where they are said to be the story from its first word to its last.

    Empty it knows nothing, and says nothing against anybody.
    """

    def __init__(self, passages: Iterable[str], *, is_whole: bool = False) -> None:
        self.is_whole = is_whole
        self._whole: set[str] = set()
        self._pieces: set[str] = set()
        left = LONGEST
        for passage in passages:
            letters = letters_in(passage[:left])
            left -= len(passage)
            self._whole.add(letters)
            self._pieces.update(letters[at : at + _PIECE] for at in range(len(letters) - _PIECE + 1))
            if left <= 0:
                break

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def knows(self, passage: str) -> bool:
        """Whether most of `passage` is remembered: two of its beginning, middle and end."""
        if len(passage) <= _SHORT:
            letters = letters_in(passage)
            if len(letters) < _PIECE:
                return letters in self._whole
            starts = (0, (len(letters) - _PIECE) // 2, len(letters) - _PIECE)
            return sum(letters[at : at + _PIECE] in self._pieces for at in starts) >= 2
        middle = len(passage) // 2
        asked = (
            letters_in(passage[:_SHORT]),
            letters_in(passage[middle : middle + _SHORT]),
            letters_in(passage[-_SHORT:]),
        )
        return sum(letters[:_PIECE] in self._pieces for letters in asked) >= 2


def letters_in(text: str) -> str:
    """The letters of a text without all that makes no difference: case, punctuation, spaces."""
    return bare(text).replace(" ", "")
