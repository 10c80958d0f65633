"""What readers and machines are told of copy that is not the house's own."""

import datetime

import pytest
from django.test import RequestFactory
from lxml import etree

from articles import clock, desk
from articles.desk import profiles
from articles.models import Claim, Credit, Origin, PublishedArticle, PublishedProfile
from articles.public.policy import Policy, hidden, policy_of
from articles.public.views import render_story
from bylines.models import Organisation

pytestmark = pytest.mark.django_db

STORY = "/2026/05/04/story-1/"
OURS = f"http://testserver{STORY}"
ORIGINAL = "https://tidewire.example/original"
FEEDS = ["/feed.xml", "/section/harbour/feed.xml"]
LISTS = ["/", "/section/harbour/", "/organisation/tidewire/", "/search/?q=wall", "/corrections/"]


@pytest.fixture
def tidewire(db):
    """An outlet that asks for nothing."""
    return Organisation.objects.create(name="Tidewire", slug="tidewire")


@pytest.fixture
def ask(ed):
    """Changes the policy of an outlet as the desk does."""

    def change(outlet, **policy):
        for name, value in policy.items():
            setattr(outlet, name, value)
        profiles.save_profile(outlet, by=ed)

    return change


def claim(outlet, url=ORIGINAL, role="syndicated_from", state=Claim.CONFIRMED):
    return Origin(organisation=outlet, url=url, role=role, state=state)


@pytest.fixture
def copy(make_story, harbour, tidewire):
    """A live story in the harbour's section that is Tidewire's copy."""
    return make_story("Tide wall", status="live", section=harbour, origins=[claim(tidewire)])


@pytest.fixture
def told(client):
    """All that machines are told of a story and where they find it."""

    def read(path=STORY):
        response = client.get(path)
        head = etree.HTML(response.content)
        (canonical,) = head.xpath("//link[@rel='canonical']/@href")
        return {
            "robots": head.xpath("string(//meta[@name='robots']/@content)"),
            "news": head.xpath("string(//meta[@name='googlebot-news']/@content)"),
            "header": response.get("X-Robots-Tag", ""),
            "mining": (head.xpath("string(//meta[@name='tdm-reservation']/@content)"), response["tdm-reservation"]),
            "canonical": canonical,
            "sitemap": OURS in client.get("/sitemap.xml").content.decode(),
            "feeds": [OURS in client.get(feed).content.decode() for feed in FEEDS],
            "list": path in client.get("/section/harbour/").content.decode(),
        }

    return read


PLAIN = {
    "robots": "noai, noimageai",
    "news": "",
    "header": "noai, noimageai",
    "mining": ("1", "1"),
    "canonical": OURS,
    "sitemap": True,
    "feeds": [True, True],
    "list": True,
}
HIDDEN = {"robots": "noindex, noai, noimageai", "header": "noindex, noai, noimageai", "sitemap": False}
FREE = {"robots": "", "header": "", "mining": ("0", "0")}

ASKED = [
    ({}, {}),
    ({"indexing": "noindex"}, HIDDEN),
    ({"indexing": "noindex_news"}, {"news": "noindex", "header": "noai, noimageai, googlebot-news: noindex"}),
    ({"indexing": "canonical"}, {"canonical": ORIGINAL, "sitemap": False}),
    ({"ai_mining": "reserved"}, {}),
    ({"ai_mining": "allowed"}, FREE),
    ({"indexing": "noindex", "ai_mining": "allowed"}, {**HIDDEN, **FREE, "robots": "noindex", "header": "noindex"}),
    ({"surfaces": "site"}, {"feeds": [False, False]}),
]


@pytest.mark.parametrize(("policy", "differing"), ASKED)
def test_each_part_of_a_policy_is_told_where_it_belongs(policy, differing, ask, told, tidewire, copy):
    ask(tidewire, **policy)
    assert told() == {**PLAIN, **differing}


@pytest.mark.parametrize(("policy", "differing"), ASKED[1:])
def test_a_changed_policy_holds_at_once_and_makes_no_print_again(policy, differing, ask, told, tidewire, copy):
    prints = list(PublishedArticle.objects.values())
    assert told() == PLAIN
    ask(tidewire, **policy)
    assert told() == {**PLAIN, **differing}
    ask(tidewire, **{name: Organisation._meta.get_field(name).default for name in policy})
    assert told() == PLAIN
    assert list(PublishedArticle.objects.values()) == prints


@pytest.mark.parametrize(
    ("house", "outlet", "mining"),
    [
        ("allowed", "house", FREE),
        ("allowed", "reserved", {}),
        ("allowed", "allowed", FREE),
        ("reserved", "house", {}),
    ],
)
def test_an_outlet_without_a_word_on_mining_says_what_the_house_says(
    house, outlet, mining, ask, told, settings, tidewire, copy
):
    settings.AI_MINING = house
    ask(tidewire, ai_mining=outlet)
    assert told() == {**PLAIN, **mining}


def test_our_own_copy_and_a_claim_nobody_confirmed_ask_for_nothing(ask, told, make_story, harbour, tidewire):
    ask(tidewire, indexing="noindex", surfaces="site", ai_mining="allowed", label="state-affiliated")
    make_story(status="live", section=harbour, origins=[claim(tidewire, state=Claim.REJECTED)])
    assert told() == PLAIN


def test_an_outlet_that_only_lends_its_author_asks_for_nothing(ask, told, make_story, harbour, tidewire):
    ask(tidewire, indexing="noindex", surfaces="site", ai_mining="allowed")
    make_story(status="live", section=harbour, credits=[Credit(wording="Ada", organisation=tidewire)])
    assert told() == PLAIN


def test_where_the_original_has_no_address_our_page_is_not_indexed(ask, told, make_story, harbour, tidewire):
    ask(tidewire, indexing="canonical")
    make_story(status="live", section=harbour, origins=[claim(tidewire, url="")])
    assert told() == {**PLAIN, **HIDDEN}


# Several outlets, and what a story's page shows


def outlet(slug, **policy):
    return PublishedProfile(kind="organisation", slug=slug, name=slug.capitalize(), **policy)


def print_of(*origins):
    told = ("slug", "url", "role")
    return PublishedArticle(origins=[dict(zip(told, origin, strict=True)) for origin in origins])


BOTH = print_of(("one", "https://one.example/", "syndicated_from"), ("two", "https://two.example/", "written_for"))


@pytest.mark.parametrize(
    ("one", "two", "said"),
    [
        ("", "noindex", ("noindex", "", "")),
        ("canonical", "noindex", ("noindex", "", "")),
        ("canonical", "", ("", "", "https://one.example/")),
        ("canonical", "noindex_news", ("", "noindex", "https://one.example/")),
        ("canonical", "canonical", ("", "", "https://one.example/")),
    ],
)
def test_of_several_outlets_the_strictest_wins(one, two, said, settings):
    settings.AI_MINING = "allowed"
    both = [outlet("one", indexing=one), outlet("two", indexing=two)]
    for known in (both, both[::-1]):
        policy = policy_of(BOTH, known)
        assert (policy.robots, policy.googlebot_news, policy.canonical) == said


@pytest.mark.parametrize(
    ("one", "two", "reserved"),
    [("allowed", "allowed", False), ("allowed", "reserved", True), ("allowed", "", True), ("", "", True)],
)
def test_one_that_reserves_is_enough(one, two, reserved):
    assert policy_of(BOTH, [outlet("one", ai_mining=one), outlet("two", ai_mining=two)]).reserved is reserved


def test_the_original_is_that_of_the_outlet_that_had_it_first():
    print_ = print_of(
        ("one", "https://one.example/", "syndicated_from"), ("two", "https://two.example/", "first_published_by")
    )
    both = [outlet("one", indexing="canonical"), outlet("two", indexing="canonical")]
    assert policy_of(print_, both).canonical == "https://two.example/"
    assert policy_of(print_, both[:1]).canonical == "https://one.example/"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/elsewhere/", "mailto:desk@one.example", "https://"])
def test_what_is_no_address_on_the_web_is_no_original(url):
    policy = policy_of(print_of(("one", url, "syndicated_from")), [outlet("one", indexing="canonical")])
    assert (policy.canonical, policy.robots.split(", ")[0]) == ("", "noindex")


def test_labels_stand_by_everybody_the_print_carries_credit_lines_by_whose_copy_it_is():
    carried = [
        outlet("one", label="state-affiliated", credit_line="Courtesy of One"),
        outlet("two", credit_line="Courtesy of One"),
        outlet("three", label="party paper", credit_line="Courtesy of Three"),
    ]
    policy = policy_of(BOTH, carried)
    assert policy.labels == {"one": "state-affiliated", "three": "party paper"}
    assert policy.credit_lines == ("Courtesy of One",)
    assert policy_of(print_of(), []) == Policy(robots="noai, noimageai", reserved=True)


def test_a_page_can_be_kept_from_search_engines_whatever_it_holds():
    said = hidden(policy_of(BOTH, [outlet("one", indexing="canonical", ai_mining="allowed")]))
    assert (said.robots, said.canonical, said.reserved) == ("noindex", "", False)


def test_pages_are_given_the_label(client, ask, tidewire, copy):
    ask(tidewire, label="state-affiliated", credit_line="Courtesy of Tidewire")
    policy = client.get(STORY).context["policy"]
    assert (policy.labels, policy.credit_lines) == ({"tidewire": "state-affiliated"}, ("Courtesy of Tidewire",))
    assert client.get("/organisation/tidewire/").context["profile"].label == "state-affiliated"


def test_a_preview_shows_the_policy_and_tells_no_machine_to_index(copy):
    request, print_ = RequestFactory().get("/"), PublishedArticle.objects.get()
    strict = [outlet("tidewire", indexing="canonical", label="state-affiliated")]
    response = render_story(request, print_, [], organisations=strict, preview="Revision 1")
    head = etree.HTML(response.content)
    assert head.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert head.xpath("//link[@rel='canonical'] | //meta[@name='tdm-reservation']") == []


# Feeds


@pytest.mark.parametrize("feed", FEEDS)
def test_an_item_says_whose_copy_it_is(feed, client, ask, make_story, harbour, tidewire, copy):
    make_story("Our own", status="live", section=harbour)
    ask(tidewire, label="state-affiliated", credit_line="Courtesy of Tidewire & others")
    items = etree.fromstring(client.get(feed).content).findall("channel/item")
    said = {item.findtext("title"): (item.findtext("{*}source", ""), item.findtext("{*}rights", "")) for item in items}
    assert said == {
        "Tide wall": ("Tidewire (state-affiliated)", "Courtesy of Tidewire & others"),
        "Our own": ("", ""),
    }


# Lists, which hold anybody's copy


@pytest.mark.parametrize("address", [*LISTS, *FEEDS])
def test_lists_are_reserved_as_soon_as_any_copy_in_the_house_is(address, client, settings, ask, noon, tidewire, copy):
    def said():
        response = client.get(address)
        return response["tdm-reservation"], response.get("X-Robots-Tag", "")

    assert said() == ("1", "noai, noimageai")
    settings.AI_MINING = "allowed"
    assert said() == ("0", "")
    ask(tidewire, ai_mining="reserved")
    assert said() == ("1", "noai, noimageai")


def test_what_readers_have_not_yet_tells_nothing_of_itself(client, settings, ask, pat, make_story, noon, tidewire):
    settings.AI_MINING = "allowed"
    ask(tidewire, ai_mining="reserved")
    story = make_story(status="approved", origins=[claim(tidewire)])
    desk.schedule(story, by=pat, seen=1, at=noon + datetime.timedelta(hours=1))
    assert client.get("/")["tdm-reservation"] == "0"
    with clock.set_to(noon + datetime.timedelta(hours=1)):
        assert client.get("/")["tdm-reservation"] == "1"


@pytest.mark.parametrize("address", ["/", "/section/harbour/", *FEEDS, "/sitemap.xml", STORY])
def test_thirty_stories_of_others_cost_as_many_queries_as_one(address, queries, make_story, harbour, many):
    one, two, three = (Organisation.objects.create(name=f"Post {n}", slug=f"post-{n}", label="party") for n in range(3))
    make_story(status="live", section=harbour, origins=[claim(one)])
    once = queries(address)
    many(29, section=harbour, origins=[claim(two), claim(three, role="written_for")])
    assert queries(address) == once
