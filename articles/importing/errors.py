"""What can be wrong with something received; each error has a name that checks and people can rely on."""

import dataclasses


@dataclasses.dataclass
class BadInput(Exception):
    """Nothing can be made of an item. `line` counts from 1, `byte` from 0, both where that makes sense."""

    code: str
    reason: str
    line: int | None = None
    byte: int | None = None

    def __str__(self) -> str:
        where = [f"line {self.line}"] if self.line is not None else []
        where += [f"byte {self.byte}"] if self.byte is not None else []
        return f"{self.code}: {self.reason}" + (f" ({', '.join(where)})" if where else "")
