"""Citations and the marks of their passages in the body, brought in line whenever words or rows are saved.

A mark belongs to a citation that stands, and says which words it is about. Where one is lost, its passage is looked for
(`articles.text.anchor`); in doubt the citation is an orphan, which keeps its words and waits for a person.
"""

import datetime
import uuid
from collections.abc import Sequence
from dataclasses import asdict

from articles.desk.checking import Before, check, sign, waive
from articles.desk.cited_sources import stand_on_sources
from articles.models import Article, Citation, Claim, Person
from articles.text.anchor import Anchor
from articles.text.anchoring import Anchoring
from articles.text.citing import is_key, keys_of, without_marks, without_stretches
from articles.text.copies import copies
from articles.text.passages import passages, whole_text
from articles.text.reanchoring import found, marked_again, marked_by_words


def settle(
    article: Article,
    citations: Sequence[Citation],
    *,
    by: Person,
    now: datetime.datetime,
    held: Sequence[Citation] = (),
) -> list[Citation]:
    """Brings the marks in the body of `article` and the rows `citations`, as they shall be, in line with each other.

    The body and the rows are changed, not written, and the rows given back; only a suggested source that a row now
    stands on is accepted at once. `held` are the rows as they are kept now. What is marked wins over what a row
    remembers. Marks of nobody, of rejected and of suggested rows are taken out; no word is changed. Raises `Refused`
    for a row that stands without a source, or on one that is gone.
    """
    rows = list(citations)
    before = {row.pk: Before.of(row) for row in held}
    standing = [row for row in rows if row.state == Claim.CONFIRMED]
    stand_on_sources(rows, by=by)
    _name_passages(rows)
    _remember_unmarked(article.body, [row for row in rows if row.state != Claim.CONFIRMED])
    body: str = without_marks(article.body, keys_of(article.body) - {row.key for row in standing})
    body = _without_copies(body, standing)
    for row in standing:
        if row.key not in keys_of(body):
            body = _placed(body, row)
    article.body = body
    _remember(body, standing)
    for row in rows:
        earlier = before.get(row.pk)
        check(row, earlier)
        waive(row, earlier, by)
        sign(row, earlier, by, now)
    return rows


def new_key() -> str:
    """A name for a mark that no other has."""
    return uuid.uuid4().hex[:12]


def anchors_of(row: Citation) -> list[Anchor]:
    """Where the words of a row stood when it was last saved."""
    return [Anchor(**passage) for passage in row.passages]


def passages_at(text: str, stretches: Sequence[tuple[int, int]]) -> list[dict[str, str | int]]:
    """What `Citation.passages` keeps of stretches of a body's whole `text` (`articles.text.passages.whole_text`)."""
    anchoring = Anchoring(text)
    return [asdict(anchoring.anchor(start, end)) for start, end in stretches]


def _name_passages(rows: Sequence[Citation]) -> None:
    """Gives each row a key of its own; one that rests on no words, but on the whole story, needs none."""
    seen: set[str] = set()
    for row in rows:
        unusable = row.key and (row.key in seen or not is_key(row.key))
        if unusable or (not row.key and (row.passages or row.state != Claim.CONFIRMED)):
            row.key = new_key()
        seen.add(row.key)


def _remember_unmarked(body: str, rows: Sequence[Citation]) -> None:
    """Notes where the words of rows stand that are to have no mark: as marked until now, or found again."""
    text = whole_text(body) if rows else ""
    marked = _remember(body, rows)
    for row in rows:
        if row.key not in marked and (places := found(text, anchors_of(row))):
            row.passages = passages_at(text, places)


def _remember(body: str, rows: Sequence[Citation]) -> set[str]:
    """Notes for each row the words its marks hold, and where they stand; gives the keys of those that have marks.

    An orphan keeps what it remembers.
    """
    if not keys_of(body) & {row.key for row in rows}:
        return set()
    marked, text = passages(body), whole_text(body)
    for row in rows:
        if row.key in marked:
            row.quote = marked[row.key].words
            row.passages = passages_at(text, marked[row.key].stretches)
    return set(marked)


def _without_copies(body: str, rows: Sequence[Citation]) -> str:
    """The body in which a passage that was copied and pasted is marked once."""
    if not keys_of(body):
        return body
    marked, text = passages(body), whole_text(body)
    for row in rows:
        stretches = marked[row.key].stretches if row.key in marked else ()
        if strays := copies(text, stretches, anchors_of(row)):
            body = without_stretches(body, row.key, strays)
    return body


def _placed(body: str, row: Citation) -> str:
    """The body with the mark of a row that has none, if its words are there for sure and are nobody else's."""
    key = row.key or new_key()
    placed = marked_again(body, key, anchors_of(row)) if row.passages else marked_by_words(body, key, row.quote)
    if placed != body:
        row.key = key
    return placed
