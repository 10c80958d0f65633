import io
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.xml_items import FRAME_LIMIT, XmlItems

HEAD = '<?xml version="1.0" encoding="{}"?>\n<!-- <item>no</item> -->\n<rss><channel><title>Crême 潮</title>\n'
ITEMS = [
    "<item><title>Gulls</title></item>",
    '<item about="a>b"><d><![CDATA[</item>]]></d><!-- </item> --></item>',
    "<item>潮 ends 𝒳 café</item>",
    "<item/>",
    "<ITEM>loud</ITEM>",
]
TAIL = "<copyright>Courier</copyright></channel></rss>"


class InPieces(io.BytesIO):
    """Gives its first bytes at once, and the others a few at a time."""

    def __init__(self, received, size):
        super().__init__(received)
        self.size = size

    def read(self, size=-1):
        return super().read(self.size if self.tell() else 1024)


def taken(received, *, limit=100_000, names=("item",), encoding=""):
    return list(XmlItems(io.BytesIO(received), names, limit=limit, encoding=encoding))


def bytes_of(received, **how):
    return [element.received for element in taken(received, **how)]


def problem_of(received):
    with pytest.raises(BadInput) as refusal:
        taken(received)
    return refusal.value.code, refusal.value.line, refusal.value.byte


@pytest.mark.parametrize("size", [1, 7, 4096])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "shift_jis", "gb18030"])
def test_items_come_out_byte_for_byte_in_any_encoding(encoding, size):
    text = HEAD.format(encoding) + "\n" * 1100 + "\n".join(ITEMS) + TAIL
    received = text.encode(encoding, "ignore")
    items = XmlItems(InPieces(received, size), ["item"], limit=10_000)
    found = list(items)
    assert [one.received.decode(items.encoding or "utf-8") for one in found] == [
        one.encode(encoding, "ignore").decode(encoding) for one in ITEMS
    ]
    assert [received[one.byte : one.byte + one.size] for one in found] == [one.received for one in found]
    assert [one.line for one in found] == [1104, 1105, 1106, 1107, 1108]


@pytest.mark.parametrize("encoding", ["cp037", "iso2022_jp", "hz", "cp1251"])
def test_letters_that_look_like_tags_are_none(encoding):
    words = {"cp037": "café", "iso2022_jp": "潮が満ち、船が出る", "hz": "潮水<上涨", "cp1251": "Паром"}[encoding]
    item = f"<item>{words}</item>"
    received = f'<?xml version="1.0" encoding="{encoding}"?><rss>{item}{item}</rss>'.encode(encoding)
    items = XmlItems(io.BytesIO(received), ["item"], limit=1000)
    assert [one.received.decode(items.encoding) for one in items] == [item, item]


def test_head_and_tail_are_what_stands_around_the_items():
    received = (HEAD.format("utf-8") + "".join(ITEMS) + TAIL).encode()
    items = XmlItems(io.BytesIO(received), ["item"], limit=1000)
    assert len(list(items)) == 5
    assert (items.head + items.tail).decode() == HEAD.format("utf-8") + TAIL


def test_of_endless_surroundings_only_the_beginning_is_kept():
    items = XmlItems(
        io.BytesIO(b"<rss>" + b"x" * 3_000_000 + b"<item/>" + b"y" * 3_000_000 + b"</rss>"), ["item"], limit=9
    )
    assert len(list(items)) == 1
    assert (len(items.head), len(items.tail)) == (FRAME_LIMIT, FRAME_LIMIT)


def test_elements_of_any_namespace_count_and_those_within_belong_to_them():
    entry = b"<a:entry><a:content><a:entry>quoted</a:entry></a:content><entry/></a:entry>"
    assert bytes_of(b"<a:feed>%b</a:feed>" % entry, names=["item", "entry"]) == [entry]


def test_names_that_only_begin_alike_are_no_items():
    assert bytes_of(b"<rss><items><itemize/></items><item.x/></rss>") == []


def test_a_doctype_is_passed_over_whatever_it_holds():
    doctype = b"""<!DOCTYPE rss [<!ENTITY a "<item>]>"> <!-- ]> --> <!ENTITY % b '>'>]>"""
    assert bytes_of(doctype + b"<rss><item>&a;</item></rss>") == [b"<item>&a;</item>"]


def test_an_item_over_the_limit_is_hashed_and_not_held():
    (small, large, last) = taken(
        b"<rss><item>a</item><item>%b</item><item>b</item></rss>" % (b"x" * 900_000), limit=1000
    )
    assert (small.received, last.received) == (b"<item>a</item>", b"<item>b</item>")
    assert (large.received, large.size, len(large.sha256)) == (None, 900_013, 64)
    item = large.item("feed#2", "feed", envelope={}, limit=1000)
    assert (item.problem.code, item.sha256) == ("too-large", large.sha256)


def test_where_an_end_tag_is_missing_the_next_item_or_the_root_ends_it():
    received = b"<rss><item><t>a</t>\n<item><t>b</t></item><item><t>c</t></rss>"
    assert bytes_of(received) == [b"<item><t>a</t>\n", b"<item><t>b</t></item>", b"<item><t>c</t>"]


def test_a_file_that_breaks_off_gives_what_came_before_and_says_where():
    items = iter(XmlItems(io.BytesIO(b"<rss>\n<item>a</item>\n<item>b</it"), ["item"], limit=100))
    assert next(items).received == b"<item>a</item>"
    with pytest.raises(BadInput) as refusal:
        next(items)
    assert (refusal.value.code, refusal.value.line, refusal.value.byte) == ("malformed", 3, 21)


@pytest.mark.parametrize(
    ("received", "place"),
    [
        (b"<rss>\n<!-- <item/></rss>", ("malformed", 2, 6)),
        (b"<rss><![CDATA[<item/></rss>", ("malformed", 1, 5)),
        (b"<rss>\n<item/>\n", ("malformed", 3, 14)),
        (b"<rss><item a='", ("malformed", 1, 5)),
    ],
)
def test_what_never_ends_is_malformed_where_it_begins(received, place):
    assert problem_of(received) == place


def test_an_unknown_encoding_that_is_told_is_refused():
    with pytest.raises(BadInput) as refusal:
        taken(b"<rss/>", encoding="tidal")
    assert refusal.value.code == "encoding"


def test_an_encoding_that_is_told_goes_before_the_one_declared():
    items = XmlItems(io.BytesIO(b'<?xml version="1.0" encoding="cp1251"?><rss/>'), ["item"], limit=1, encoding="koi8_r")
    assert items.encoding == "koi8-r"


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [*ITEMS, "<item>", "</item>", "<", ">", "<!--", "-->", "<![CDATA[", "]]>", '"', "é", "\0", "</rss>"]
        )
    )
)
def test_whatever_comes_every_item_stands_in_the_file_where_it_says(pieces):
    received = ("<rss>" + "".join(pieces)).encode()
    with suppress(BadInput):
        for element in XmlItems(io.BytesIO(received), ["item"], limit=10_000):
            assert received[element.byte : element.byte + element.size] == element.received
