"""Starting, revising and restoring."""

import json

import pytest
from django.core.management import call_command

from articles import desk
from articles.models import Article, Claim, Credit, Decision, Origin, Person, Receipt, Revision, Section, Topic
from articles.states import Status, Verb
from bylines.models import Author, Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return Author.objects.create(name="Ada Lovelace", slug="ada-lovelace")


@pytest.fixture
def engine():
    return Organisation.objects.create(name="The Engine", slug="the-engine")


def test_a_start_makes_article_revision_and_decision(rita, ada, engine):
    story = desk.start(
        by=rita,
        words={"headline": "Harbour wall holds", "body": "<p>It held.</p><script>alert(1)</script>"},
        credits=[Credit(author=ada, organisation=engine)],
    )
    assert (story.status, story.version, story.body) == (Status.DRAFT, 1, "<p>It held.</p>")
    assert [str(credit) for credit in story.credits.all()] == ["Ada Lovelace for The Engine"]
    assert list(story.revisions.values_list("number", "kind", "previous_hash")) == [(1, "start", "")]
    assert list(story.decisions.values_list("verb", "to_status")) == [(Verb.START, Status.DRAFT)]


def test_a_story_needs_a_headline(rita):
    with pytest.raises(desk.Refused, match="needs a headline"):
        desk.start(by=rita, words={"headline": " \u202e "})
    assert Article.objects.count() == 0


def test_a_batch_is_all_or_nothing(rita):
    drafts = [desk.Draft({"headline": "One"}), desk.Draft({"headline": ""})]
    with pytest.raises(desk.Refused):
        desk.start_batch(drafts, by=rita)
    assert Article.objects.count() == 0


def test_a_batch_has_a_limit(rita):
    with pytest.raises(desk.Refused, match="At most 500"):
        desk.start_batch([desk.Draft({"headline": "One"})] * 501, by=rita)


def test_a_batch_starts_every_story_with_a_chain_of_its_own(rita):
    stories = desk.start_batch([desk.Draft({"headline": f"Story {n}"}) for n in range(3)], by=rita)
    assert [story.headline for story in stories] == ["Story 0", "Story 1", "Story 2"]
    assert len({story.revisions.get().hash for story in stories}) == 3


def test_a_revision_follows_the_last_one(rita, make_story):
    story = make_story()
    made = desk.revise(story, by=rita, seen=1, words={"headline": "Harbour wall gives way"}, why="New facts")
    first, second = story.revisions.all()
    assert (made, second.previous_hash, second.why) == (second, first.hash, "New facts")
    assert story.version == 2
    assert second.hash == second.computed_hash()


def test_the_same_words_make_no_revision(rita, make_story):
    story = make_story()
    assert desk.revise(story, by=rita, seen=1, words={"headline": story.headline, "body": story.body}) is None
    assert (story.version, story.decisions.count()) == (1, 1)


def test_whoever_saw_older_words_is_told_and_nothing_is_written(rita, ed, make_story):
    story = make_story()
    desk.revise(story, by=ed, seen=1, words={"headline": "Ed was here"})
    with pytest.raises(desk.Stale, match="Ed Eklund saved other words"):
        desk.revise(story, by=rita, seen=1, words={"headline": "Rita was here"})
    assert Article.objects.get().headline == "Ed was here"


def test_an_edit_voids_the_approval(rita, make_story):
    story = make_story(status="approved")
    desk.revise(story, by=rita, seen=1, words={"dek": "It did."})
    assert story.status == Status.DRAFT


def test_an_edit_in_review_stays_in_review(ed, make_story):
    story = make_story(status="in_review")
    desk.revise(story, by=ed, seen=1, words={"dek": "It did."})
    assert story.status == Status.IN_REVIEW


def test_a_spiked_story_cannot_be_revised(rita, ed, make_story):
    story = make_story()
    desk.spike(story, by=ed, why="Overtaken")
    with pytest.raises(desk.Refused, match="“Save” is not possible now"):
        desk.revise(story, by=rita, seen=1, words={"dek": "It did."})


def test_rows_are_exchanged_as_a_whole(rita, ada, make_story):
    story = make_story(credits=[Credit(wording="Staff"), Credit(author=ada)])
    kept = story.credits.get(author=ada)
    kept.role = Credit.Role.EDITOR
    desk.revise(story, by=rita, seen=1, words={}, credits=[kept, Credit(wording="Agencies")])
    assert list(story.credits.values_list("author__name", "role", "wording", "position")) == [
        ("Ada Lovelace", "editor", "", 0),
        (None, "writer", "Agencies", 1),
    ]
    assert story.credits.first().pk == kept.pk


def test_rows_not_named_stay(rita, make_story):
    story = make_story()
    desk.revise(story, by=rita, seen=1, words={"dek": "Other"})
    assert story.credits.count() == 1


def test_topics_and_section_are_words_too(rita, make_story):
    story = make_story()
    section = Section.objects.create(name="City", slug="city")
    topics = [Topic.objects.create(name="Ports", slug="ports"), Topic.objects.create(name="Trade", slug="trade")]
    desk.revise(story, by=rita, seen=1, words={"section": section}, topics=topics)
    assert (story.version, story.section, set(story.topics.all())) == (2, section, set(topics))


def test_settling_an_origin_notes_who_and_when(rita, engine, make_story):
    story = make_story(origins=[Origin(organisation=engine, evidence="From The Engine")])
    origin = story.origins.get()
    assert (origin.state, origin.settled_by) == (Claim.SUGGESTED, None)
    origin.state = Claim.CONFIRMED
    desk.revise(story, by=rita, seen=1, words={}, origins=[origin])
    origin = story.origins.get()
    assert (origin.settled_by, origin.settled_at) == (Person.objects.get(user=rita), story.changed)


def test_unsettling_an_origin_makes_it_nobodys(rita, ed, engine, make_story):
    story = make_story(origins=[Origin(organisation=engine, state=Claim.CONFIRMED)])
    origin = story.origins.get()
    origin.state = Claim.SUGGESTED
    desk.revise(story, by=ed, seen=1, words={}, origins=[origin])
    assert story.origins.get().settled_by is None


def test_restoring_copies_forward(rita, ed, ada, engine, make_story):
    section = Section.objects.create(name="City", slug="city")
    topic = Topic.objects.create(name="Ports", slug="ports")
    story = make_story(
        credits=[Credit(author=ada, organisation=engine)],
        origins=[Origin(organisation=engine, state=Claim.CONFIRMED, evidence="words")],
        section=section,
        topics=[topic],
        ednote="Call her back",
    )
    first = story.revisions.get()
    desk.revise(story, by=rita, seen=1, words={"headline": "Other", "section": None}, credits=[], origins=[], topics=[])
    made = desk.restore_revision(story, 1, by=ed, seen=2)
    assert (made.number, made.kind, made.content_hash) == (3, Revision.Kind.RESTORE, first.content_hash)
    assert (story.headline, story.section, story.ednote) == (
        "Harbour wall holds through the storm",
        section,
        "Call her back",
    )
    assert [str(credit) for credit in story.credits.all()] == ["Ada Lovelace for The Engine"]
    assert story.origins.get().settled_by == Person.objects.get(user=rita)
    assert list(story.topics.all()) == [topic]
    assert Decision.objects.last().verb == Verb.RESTORE_REVISION


def test_restoring_what_already_stands_is_refused(rita, make_story):
    story = make_story()
    with pytest.raises(desk.Refused, match="already reads like revision 1"):
        desk.restore_revision(story, 1, by=rita, seen=1)


def test_restoring_what_never_was_is_refused(rita, make_story):
    with pytest.raises(desk.Refused, match="no revision 7"):
        desk.restore_revision(make_story(), 7, by=rita, seen=1)


def test_a_misspelt_word_is_an_error_not_a_loss(rita):
    with pytest.raises(KeyError, match="heading is not a word"):
        desk.start(by=rita, words={"headline": "One", "heading": "Two"})


def test_the_record_names_the_received_bytes_by_their_hash_and_restores_the_claim(ed, rita, tmp_path):
    file = tmp_path / "wire.txt"
    file.write_text(
        "Ferry sails again\n\nIt sails at six.\n\nThe ramp was mended.\n\nAda Byron for The Engine\n", "utf-8"
    )
    call_command("import_articles", str(file), verbosity=0)
    story, receipt = Article.objects.get(), Receipt.objects.get()
    content = json.loads(story.revisions.get().words.content)
    assert [origin["receipt"] for origin in content["origins"]] == [{"id": receipt.pk, "sha256": receipt.sha256}]
    desk.revise(story, by=rita, seen=1, words={}, origins=[])
    desk.restore_revision(story, 1, by=ed, seen=2)
    origin = story.origins.get()
    assert receipt.unpack()[origin.evidence_start : origin.evidence_end] == b"Ada Byron for The Engine"


def test_a_row_handed_over_twice_is_two_rows(rita, ada):
    credit = Credit(author=ada)
    stories = [desk.start(by=rita, words={"headline": headline}, credits=[credit]) for headline in ("One", "Two")]
    assert [story.credits.count() for story in stories] == [1, 1]
