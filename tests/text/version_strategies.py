"""Hypothesis strategies: a body, and two versions that were made of it as desks make them."""

from hypothesis import strategies as st

from articles.text.clean import clean
from tests.text.html_strategies import bodies

PHRASES = "the minister|said no|to a plan|for new trains|in May|, but|not yet|, he wrote|.|我不|喜欢".split("|")
BLOCKS = [
    "<p>{}</p>",
    "<p>{}</p>",
    "<p>{}</p>",
    "<h2>{}</h2>",
    "<p>The <strong>{}</strong> of old</p>",
    "<p>It was <a href='https://example.org/'>{}</a>.</p>",
    "<p>He <mark data-citation=k1>{}</mark> to us<br>then</p>",
    "<ul><li>{}<li>two</ul>",
    "<blockquote><p>{}</blockquote>",
    "<figure data-picture=pic><figcaption>{}</figcaption></figure>",
    "<table><tr><td>{}<td>2</table>",
    "<hr>",
]

_sentences = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=8).map(" ".join)
_blocks = st.builds(lambda block, words: block.format(words), st.sampled_from(BLOCKS), _sentences)
_bases = st.lists(_blocks, max_size=6).map("".join).map(clean)


def _lines(body: str) -> list[str]:
    return body.split("\n") if body else []


@st.composite
def _versions(draw: st.DrawFn, base: str, new_word: str) -> str:
    """A few deeds of an editor, a line at a time; what is typed is `new_word`, numbered."""
    lines = _lines(base)
    for number in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines)))
        deed = draw(st.sampled_from(["put in", "take out", "move", "copy", "reword", "mark", "retag"]))
        if deed == "put in" or at == len(lines):
            lines.insert(at, f"<p>{new_word}{number} {draw(_sentences)}</p>")
        elif deed == "take out":
            del lines[at]
        elif deed == "move":
            lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
        elif deed == "copy":
            lines.insert(at, lines[at])
        else:
            words = lines[at].split(" ")
            word = draw(st.integers(0, len(words) - 1))
            changes = {"reword": f"{new_word}{number}", "mark": f"<em>{words[word]}</em>", "retag": words[word]}
            words[word] = changes[deed]
            lines[at] = " ".join(words)
            if deed == "retag":
                lines[at] = f"<h3>{lines[at]}</h3>"
    return clean("\n".join(lines))


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, str]:
    """A base and two versions of it: ours, in which new words begin with “ours”, and theirs."""
    base = draw(_bases)
    return base, draw(_versions(base, "ours")), draw(_versions(base, "theirs"))


unrelated = st.tuples(bodies, bodies, bodies)
three_versions = edited() | unrelated
