import pytest

from tests.importing.feeds.reading import story_of


@pytest.mark.parametrize(
    ("elements", "names"),
    [
        ("<author>desk@courier.example (Ada Finch)</author>", ["Ada Finch"]),
        ("<author>Ada Finch &lt;ada@courier.example></author>", ["Ada Finch"]),
        ("<author>ada@courier.example</author>", []),
        (
            "<dc:creator>By Ada Finch and Alan Reed</dc:creator><dc:creator>Ada Finch</dc:creator>",
            ["Ada Finch", "Alan Reed"],
        ),
        ("<dc:creator>Finch, Ada</dc:creator>", ["Finch, Ada"]),
        ("<dc:creator>gullwatcher</dc:creator>", ["gullwatcher"]),
    ],
)
def test_people_are_credited_by_name(elements, names):
    assert [credit.name for credit in story_of(elements).credits] == names


def test_organisations_and_staff_are_credited_as_such():
    credits = story_of("<dc:creator>The Harbour Courier</dc:creator><dc:creator>Staff</dc:creator>").credits
    assert [(one.name, one.organisation, one.wording) for one in credits] == [
        ("", "The Harbour Courier", ""),
        ("", "", "Staff"),
    ]
