"""How a verb says no: one sentence or more that an editor understands."""


class Refused(Exception):
    """The verb cannot be done now. `sentences` say why and what to do next; nothing was written."""

    def __init__(self, *sentences: str) -> None:
        self.sentences = [str(sentence) for sentence in sentences]
        super().__init__(" ".join(self.sentences))


class Stale(Refused):
    """The words have moved on since the person looked; nothing was written, and theirs are still on the screen."""
