import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import BadInput
from articles.importing.markdown.hand_written_yaml import Yaml, read_yaml


def refusal(text):
    with pytest.raises(BadInput) as refused:
        read_yaml(text)
    return refused.value.code, refused.value.line


def outcome(text):
    try:
        read_yaml(text)
    except BadInput as problem:
        return problem.code
    return "read"


def test_every_scalar_is_the_words_that_stand_there():
    read = read_yaml("a: no\nb: 12:30\nc: 2014\nd: 2014-13-45\ne: 0x1F\nf: ~\ng: ''\nh: 'null'\ni:")
    assert read == Yaml({"a": "no", "b": "12:30", "c": "2014", "d": "2014-13-45", "e": "0x1F", "g": "", "h": "null"})


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title: Pier: closed\nb: c", {"title": "Pier: closed", "b": "c"}),
        ('title: He said "no"', {"title": 'He said "no"'}),
        ('title: "He said "no""', {"title": 'He said "no"'}),
        ("title: 'It's late'", {"title": "It's late"}),
        ('title: "Pier\nb: c', {"title": '"Pier', "b": "c"}),
        ("title: [Video] Pier", {"title": "[Video] Pier"}),
        ("title: @pier", {"title": "@pier"}),
        ("title: *Pier* closes", {"title": "*Pier* closes"}),
        ("title: 50% off: now", {"title": "50% off: now"}),
        ("tags:\n\t- pier\n\t- ferry", {"tags": ["pier", "ferry"]}),
        ("title:\tPier\t", {"title": "Pier"}),
        ("a: |\n  b: c\n  d\ne: f", {"a": "b: c\nd\n", "e": "f"}),
    ],
)
def test_what_a_hand_gets_wrong_is_mended(text, value):
    assert read_yaml(text).value == value


def test_every_line_mended_is_told():
    assert read_yaml("a: b: c\nd: e\nf: g: h").mended == (("a: b: c", "a: 'b: c'"), ("f: g: h", "f: 'g: h'"))


def test_sound_yaml_is_left_alone():
    assert read_yaml("a: 'b: c'\n# note\nd: [e, f]") == Yaml({"a": "b: c", "d": ["e", "f"]})


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("a: &x [b]\nc: *x", ("unsafe", 1)),
        ("b: c\na: !!python/name:os.system x", ("unsafe", 2)),
        ("a: !ruby/object b", ("unsafe", 1)),
        ("a: " + "[" * 5_000, ("unsafe", 1)),
        ("a: b\nc\nd: e", ("malformed", 3)),
        ("\n".join(f"{n}: a: b" for n in range(60)), ("malformed", None)),
    ],
)
def test_what_is_unsafe_or_beyond_mending_is_refused(text, refused):
    assert refusal(text) == refused


LEAVES = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)


@given(st.dictionaries(LEAVES, LEAVES | st.lists(LEAVES, min_size=1), min_size=1))
def test_what_a_library_writes_is_read_as_it_was(value):
    assert read_yaml(yaml.safe_dump(value, allow_unicode=True)).value == value


@given(st.text(st.sampled_from("ab:-'\"[]{}#&*!|>%@`,?\t\n ~"), max_size=80))
def test_any_text_is_read_or_refused_by_name(text):
    assert outcome(text) in ("read", "malformed", "unsafe")
