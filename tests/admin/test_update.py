"""An update that waits: shown side by side, settled by choices."""

import pytest
from playwright.sync_api import expect

from articles import desk
from articles.models import Article, Credit, Delivery, PublishedArticle
from tests.admin.arrivals import PARAGRAPHS, changed, item
from tests.admin.disputes import FIRST, LAST, OURS, THEIRS, choose, opened, places, words_of
from tests.admin.screen import article_url
from tests.admin.weights import queries
from tests.admin.writes import watched

pytestmark = pytest.mark.django_db


# What it shows


def test_the_form_of_the_story_says_that_an_update_waits(rita, pat, seat, disputed):
    for user, said in ((rita, "Settle it"), (pat, "Look at it")):
        (banner,) = seat(user).open_story(disputed).tree.xpath("//section[@id='update-waits']")
        (link,) = banner.xpath(".//a")
        assert "An update from Meridian Wire waits to be settled" in banner.text_content()
        assert (link.get("href"), link.text_content()) == (article_url("update", disputed.pk), said)


def test_what_still_lacks_leads_to_it(rita, seat, disputed):
    lacks = seat(rita).open_story(disputed).tree.xpath("//details[contains(@class, 'lacking')]//a/@href")
    assert "#update-waits" in lacks


def test_every_conflict_stands_in_three_versions_with_the_words_marked(rita, seat, disputed):
    page = opened(seat(rita), disputed)
    assert page.texts("//fieldset[contains(@class, 'dispute')]/legend") == ["Headline", "Body, 1 of 2", "Body, 2 of 2"]
    assert page.texts("(//fieldset[contains(@class, 'dispute')])[1]//h3") == ["Before", "Ours", "Theirs"]
    second = "(//fieldset[contains(@class, 'dispute')])[2]"
    assert page.texts(f"{second}//div[contains(@class, 'version-1')]//p") == [PARAGRAPHS[1]]
    assert page.texts(f"{second}//div[contains(@class, 'version-2')]//ins") == ["of the fleet"]
    assert page.texts(f"{second}//div[contains(@class, 'version-3')]//del") == ["Forty-one", "half of them"]


def test_what_merges_by_itself_is_folded(rita, seat, disputed):
    page = opened(seat(rita), disputed)
    folded = [details.get("open") for details in page.tree.xpath("//details[contains(@class, 'folded')]")]
    assert page.texts("//details[contains(@class, 'folded')]/summary") == [
        "1 block without conflict",
        "1 block without conflict1 changed",
        "1 field merges by itself",
    ]
    assert folded == [None] * 3
    assert page.texts("//details[contains(@class, 'folded')]//ins") == ["but for two Sundays"]
    assert page.texts("//details[contains(@class, 'lines')]//p") == ["Dek ours", "Boats have to move."]


# What is chosen


@pytest.mark.parametrize(
    ("choices", "headline", "body"),
    [
        (["ours"] * 3, "Basin shut for weeks", OURS),
        (["theirs"] * 3, "Inner basin of Marrowby closes until May", THEIRS),
        (["theirs", "ours", "theirs"], "Inner basin of Marrowby closes until May", [OURS[0], THEIRS[1]]),
        (
            ["both", "both", "ours"],
            "Basin shut for weeks Inner basin of Marrowby closes until May",
            [OURS[0], THEIRS[0], OURS[1]],
        ),
    ],
)
def test_a_choice_for_each_settles_it(choices, headline, body, ed, seat, disputed):
    page = choose(opened(seat(ed), disputed), *choices).press()
    assert page.messages == ["Settled, as revision 3."]
    assert words_of(disputed) == (headline, [FIRST, *(f"<p>{words}</p>" for words in body), LAST])
    assert (disputed.dek, disputed.status) == ("Boats have to move.", "draft")


def test_ones_own_words_take_the_place_of_both(ed, seat, disputed):
    own = {"own_0": "Basin shut until May", "own_2": "<p>It costs <b>2.6</b> million.</p><p>The county pays half.</p>"}
    form = choose(opened(seat(ed), disputed), "own", "theirs", "own", **own)
    assert form.press().messages == ["Settled, as revision 3."]
    assert words_of(disputed) == (
        "Basin shut until May",
        [
            FIRST,
            f"<p>{THEIRS[0]}</p>",
            "<p>It costs <strong>2.6</strong> million.</p>",
            "<p>The county pays half.</p>",
            LAST,
        ],
    )


def test_the_box_for_ones_own_words_begins_with_ours(ed, seat, disputed):
    page = opened(seat(ed), disputed)
    assert [page.form[f"own-{key}"] for key in places(page)] == [
        "Basin shut for weeks", *(f"<p>{words}</p>" for words in OURS),
    ]  # fmt: skip


def test_what_is_typed_is_cleaned_as_any_body_is(ed, seat, disputed):
    own = {"own_2": "<script>alert(1)</script><p onclick='x()'>Safe</p>"}
    choose(opened(seat(ed), disputed), "ours", "ours", "own", **own).press()
    assert words_of(disputed)[1][2] == "<p>Safe</p>"


def test_from_then_on_the_update_is_taken_and_its_task_done(ed, seat, arrive, disputed):
    assert list(disputed.tasks.values_list("kind", "settled_at")) == [("update", None)]
    choose(opened(seat(ed), disputed), "ours", "ours", "ours").press()
    delivery = disputed.deliveries.last()
    assert (delivery.state, delivery.revision.number) == ("taken", 3)
    assert [(task.settled_by.user, task.note) for task in disputed.tasks.all()] == [
        (ed, f"Settled the update “{delivery.receipt.name}”.")
    ]
    assert seat(ed).open_story(disputed).tree.xpath("//section[@id='update-waits']") == []
    (again,) = arrive(item(3, headline="Inner basin of Marrowby closes until May", paragraphs=THEIRS))
    assert again.outcome == "revised"


def test_where_ours_stays_no_revision_is_made(rita, seat, arrive):
    (made,) = arrive(item())
    article = Article.objects.get(pk=made.article)
    desk.revise(article, by=rita, seen=1, words={"headline": "Basin shut for weeks"})
    arrive(item(2, headline="Inner basin closes until May"))
    page = choose(opened(seat(rita), article), "ours").press()
    assert page.messages == ["Settled. The desk’s words stay as they are."]
    assert (article.revisions.count(), article.deliveries.last().state) == (2, "taken")


def test_a_place_that_one_side_took_out_can_be_left_out(rita, seat, arrive):
    (made,) = arrive(item())
    article = Article.objects.get(pk=made.article)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:3])
    desk.revise(article, by=rita, seen=1, words={"body": body})
    arrive(item(2, paragraphs=changed(3, "Ferries to Skerrin keep to their timetable but for two Sundays.")))
    page = opened(seat(rita), article)
    (key,) = places(page)
    assert page.texts("//div[@class='choices']/label") == [
        "1Ours: leave it out", "2Theirs", "4Write it myself",
    ]  # fmt: skip
    assert page.form[f"own-{key}"] == LAST
    choose(page, "ours").press()
    assert words_of(article)[1] == [f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[:3]]


def test_a_section_is_chosen_as_a_whole_and_credits_can_be_joined(rita, ada, city, seat, arrive):
    (made,) = arrive(item(byline="By Odalys Brightwell"))
    article = Article.objects.get(pk=made.article)
    rows = seat(rita).open_story(article).form.type(credits_0_author=ada.pk)
    rows.type(section=city.pk).press()
    arrive(item(2, byline="By Joost Amsel"))
    page = opened(seat(rita), article)
    assert (places(page), page.texts("//div[@class='choices']/label")) == (
        ["credits"], ["1Ours", "2Theirs", "3Both"],
    )  # fmt: skip
    choose(page, "both").press()
    assert [str(credit) for credit in article.credits.all()] == ["Ada Lovelace", "Joost Amsel"]
    assert Article.objects.get().section == city


def test_the_address_that_readers_know_is_not_asked_about(rita, ed, pat, seat, arrive):
    (made,) = arrive(item())
    article = Article.objects.get(pk=made.article)
    words = {"slug": "basin", "headline": "Basin shut for weeks"}
    desk.revise(article, by=rita, seen=1, words=words, credits=[Credit(wording="Staff")], origins=[])
    desk.submit(article, by=rita, seen=2)
    desk.approve(article, by=ed, seen=2)
    desk.publish(article, by=pat, seen=2)
    arrive(item(2, headline="Inner basin closes until May"))
    page = opened(seat(rita), article)
    assert places(page) == ["headline"]
    choose(page, "theirs").press()
    article.refresh_from_db()
    assert (article.slug, article.headline, article.status) == ("basin", "Inner basin closes until May", "draft")
    assert PublishedArticle.objects.get().headline == "Basin shut for weeks"


# Who may, and when


def test_a_publisher_looks_at_it_and_chooses_nothing(pat, seat, disputed):
    page = opened(seat(pat), disputed)
    assert (page.status, len(places(page))) == (200, 3)
    assert page.tree.xpath("//form[@id='settle_form']//*[self::button or self::textarea or @type='radio']") == []


def test_nora_sees_no_update(nora, seat, disputed):
    assert opened(seat(nora), disputed).status == 403
    assert seat(nora).post(article_url("update", disputed.pk), seen=2).status == 403


def test_an_update_of_a_spiked_story_waits_until_it_is_a_draft_again(ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "ours", "ours", "ours")
    desk.spike(disputed, by=ed, why="Overtaken")
    page = opened(seat(ed), disputed)
    assert (len(places(page)), page.tree.xpath("//form[@id='settle_form']//button")) == (3, [])
    assert form.press().errors[0].startswith("“Save” is not possible now")
    desk.unspike(disputed, by=ed)
    assert form.press().messages[-1].startswith("Settled")


def test_where_nothing_waits_the_way_leads_back_to_the_story(ed, seat, make_story):
    story = make_story()
    page = opened(seat(ed), story)
    assert page.response.redirect_chain == [(article_url("change", story.pk), 302)]
    assert page.messages == ["No update waits at this story."]


@pytest.mark.parametrize("delivery", ["first", "other", "", "9" * 40])
def test_only_what_waits_at_this_story_is_settled(delivery, ed, seat, arrive, disputed):
    arrive(item(uri="urn:newsml:meridian.example:gull", headline="Gulls", paragraphs=["Gulls queue. " * 30]))
    numbers = {"first": Delivery.objects.first().pk, "other": Delivery.objects.last().pk}
    form = choose(opened(seat(ed), disputed), "ours", "ours", "ours").type(delivery=numbers.get(delivery, delivery))
    assert form.press().status == 404
    assert disputed.deliveries.last().state == "waiting"


def test_while_it_is_settled_only_the_desk_writes(ed, seat, disputed):
    form = choose(opened(seat(ed), disputed), "ours", "theirs", "own")
    with watched() as writes:
        form.send()
    assert (writes.outside, disputed.revisions.count()) == ([], 3)


def test_thirty_conflicts_cost_what_one_does(rita, seat, arrive):
    def waiting(count):
        paragraphs = tuple(f"Boat {number} of the fleet moves to quay {number}." for number in range(count))
        uri = f"urn:newsml:meridian.example:{count}"
        (made,) = arrive(item(uri=uri, headline=f"Fleet of {count}", paragraphs=paragraphs))
        article = Article.objects.get(pk=made.article)
        body = article.body.replace("moves to quay", "goes off to berth")
        desk.revise(article, by=rita, seen=1, words={"body": body})
        theirs = [paragraph.replace("moves to quay", "sails to pier") for paragraph in paragraphs]
        arrive(item(2, uri=uri, headline=f"Fleet of {count}", paragraphs=theirs))
        return article_url("update", article.pk)

    someone = seat(rita)
    one, thirty = waiting(1), waiting(30)
    assert len(places(someone.open(thirty))) == 30
    assert queries(someone, thirty) == queries(someone, one)


# In the browser


@pytest.mark.django_db(transaction=True)
def test_a_conflict_is_settled_from_the_keyboard(page, sign_in, live_server, rita, disputed):
    complaints = []
    page.context.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.context.on("weberror", lambda error: complaints.append(str(error.error)))
    sign_in(page, rita)
    page.goto(live_server.url + article_url("change", disputed.pk))
    page.get_by_role("link", name="Settle it", exact=True).click()
    expect(page.locator("#dispute-headline input[type=radio]").first).to_be_focused()
    expect(page.locator(".dispute .tiptap")).to_have_count(2)
    expect(page.locator(".left")).to_have_text("3 still to choose")
    page.keyboard.press("2")
    expect(page.locator("#result .headline")).to_have_text("Inner basin of Marrowby closes until May")
    page.keyboard.press("1")
    page.keyboard.press("4")
    expect(page.locator(".left")).to_have_text("Everything is chosen.")
    page.keyboard.press("Control+a")
    page.keyboard.type("It costs more.")
    expect(page.locator("#result .prose")).to_contain_text("It costs more.")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    expect(page.locator(".messagelist")).to_have_text("Settled, as revision 3.")
    assert words_of(disputed) == (
        "Inner basin of Marrowby closes until May",
        [FIRST, f"<p>{OURS[0]}</p>", "<p>It costs more.</p>", LAST],
    )
    assert complaints == []


def test_pictures_are_seen_where_they_will_stand(rita, seat, arrive, make_picture):
    picture = make_picture(alt="The gate")
    (made,) = arrive(item())
    article = Article.objects.get(pk=made.article)
    ours = changed(1, "Forty-one boats of the fleet move to the outer quay.")
    body = "".join(f"<p>{paragraph}</p>" for paragraph in ours) + f'<figure data-picture="{picture.key}"></figure>'
    desk.revise(article, by=rita, seen=1, words={"body": body})
    arrive(item(2, paragraphs=changed(1, THEIRS[0])))
    page = opened(seat(rita), article)
    assert page.tree.xpath("//details[@id='result']//img/@alt") == ["The gate"]
    assert page.texts("//details[contains(@class, 'folded')]//i") == ["a picture"]
    assert picture.key in page.tree.xpath("//script[@id='body-pictures']")[0].text
