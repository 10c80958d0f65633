"""Hypothesis strategies: HTML as hostile or as untidy as it comes, and bodies in canonical form."""

from hypothesis import strategies as st

from articles.text.clean import clean

BLOCKS = "p div section h1 h2 h4 blockquote ul ol li figure figcaption pre".split()
TABLE = "table caption thead tbody tfoot tr td th".split()
INLINE = "b strong i em a mark sub sup span font".split()
UNWANTED = "script style template svg math iframe textarea select form img".split()

ATTRIBUTES = st.sampled_from(
    [
        "",
        ' href="https://example.org/a?b=1&c=2"',
        " href='/own path'",
        ' href="//evil.example"',
        ' href="java\tscript:alert(1)"',
        ' href="HTTP://EXAMPLE.org/\u0338=\u0338"',
        " data-citation=k-1",
        ' data-citation="k 2"',
        " data-picture=pic",
        " colspan=2 rowspan=1",
        ' style="color:red" class=x onclick=alert(1)',
    ]
)
AWKWARD = ["two words", " ", "\n", "\u00a0", "1 < 2", "&amp;", "&lt;b&gt;", "&#1;", "e", "\u0301", "\u0338", "𝔞", "é"]
VOID = ["<br>", "<br/>", "<hr>", "<!-- no -->", "<![CDATA[x]]>", "<wbr>"]


@st.composite
def tags(draw: st.DrawFn) -> str:
    """One tag, opening or closing, that need not fit with any other."""
    name = draw(st.sampled_from(BLOCKS + TABLE + INLINE + UNWANTED))
    return f"<{name}{draw(ATTRIBUTES)}>" if draw(st.booleans()) else f"</{name}>"


words = st.sampled_from(AWKWARD) | st.text(max_size=6)
nasty_html = st.lists(tags() | tags() | words | st.sampled_from(VOID), max_size=25).map("".join)


def _many(part: st.SearchStrategy[str], most: int, glue: str = "") -> st.SearchStrategy[str]:
    return st.lists(part, max_size=most).map(glue.join)


@st.composite
def _element(draw: st.DrawFn, names: str, inside: st.SearchStrategy[str]) -> str:
    name = draw(st.sampled_from(names.split()))
    return f"<{name}{draw(ATTRIBUTES)}>{draw(inside)}</{name}>"


_sentence = _many(st.sampled_from("the minister said no to a plan for new trains in May".split()), 6, " ")
_phrase = _sentence | _element(" ".join(INLINE), _sentence)
_block = _element("p h2 h3 li", _many(_phrase, 4, " "))
_holder = _element("ul ol blockquote figure", _many(_block, 4))
_table = _element("table", _many(_element("tr", _many(_element("td th", _phrase), 3)), 3))

tidy_html = _many(_block | _block | _holder | _table | st.just("<hr>"), 8)
bodies = tidy_html.map(clean)
