"""The versions of a story that updates are tested with."""

from articles import desk
from tests.importing.conftest import PARAGRAPHS

ONE, TWO, THREE = PARAGRAPHS
PORTERS = TWO.replace("two", "three")
MAYOR = THREE.replace("new pumps", "higher walls")


def body(*paragraphs):
    return "\n".join(f"<p>{text}</p>" for text in paragraphs)


def edit(article, by, **words):
    desk.revise(article, by=by, seen=article.version, words=words)


def outcomes(results):
    return [str(result.outcome) for result in results]
