"""Sources that are not named: sealed, looked at with a reason, approved by a senior; and what a source may become."""

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import transaction

from articles import clock
from articles.desk import Refused, gate, sources
from articles.models import Citation, IdentityLook, SourceApproval
from articles.states import Verb
from bylines import sealing
from bylines.models import Organisation, Source
from tests.unnamed import WHO, unnamed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("keys")]

NEW = Fernet.generate_key().decode()


def refusal(verb, *args, **told):
    with pytest.raises(Refused) as refused:
        verb(*args, **told)
    return str(refused.value)


# Sealed


def test_what_is_stored_opens_only_with_the_key(official):
    held = Source.objects.get()
    assert (held.name, held.reason, held.slug) == ("a harbour official", "Could lose the post.", "a-harbour-official")
    assert sealing.unseal(held.identity) == WHO
    assert "Quistgaard" not in repr(vars(held))


def test_a_source_may_be_unnamed_before_anybody_wrote_down_who_it_is(ed, mara):
    source = unnamed()
    sources.save_source(source, by=ed)
    assert source.identity == ""
    assert refusal(sources.look, source, by=mara, why="The lawyer asks").startswith("Nothing is sealed here")
    sources.seal_identity(source, WHO, by=ed)
    assert sources.look(source, by=mara, why="The lawyer asks") == WHO


@pytest.mark.parametrize("held", [[], ["no key"]])
def test_without_a_key_nothing_is_kept(held, keys, ed):
    keys.SOURCE_KEYS = held
    said = refusal(sources.save_source, unnamed(), by=ed, identity=WHO)
    assert "SOURCE_KEYS" in said
    assert "Quistgaard" not in said
    assert Source.objects.count() == 0


@pytest.mark.parametrize(
    ("source", "identity", "said"),
    [
        (unnamed(name=" "), "", "An unnamed source needs the description agreed with them and the reason"),
        (unnamed(reason=""), "", "An unnamed source needs the description agreed with them and the reason"),
        (unnamed(title="Harbour master"), "", "Title, affiliation and web address say who it is"),
        (unnamed(url="https://port.example/staff/7"), "", "Title, affiliation and web address say who it is"),
        (unnamed(name="the office of ludmila quistgaard"), WHO, "The description or the reason says who it is"),
        (
            unnamed(reason="Ludmila Quistgaard could lose the post"),
            WHO,
            "The description or the reason says who it is",
        ),
        (Source(name="Jan Pilot"), WHO, "Only of an unnamed source is sealed who it is"),
    ],
)
def test_what_an_unnamed_source_must_and_may_say_in_the_clear(source, identity, said, ed):
    assert refusal(sources.save_source, source, by=ed, identity=identity).startswith(said)
    assert Source.objects.count() == 0


def test_an_affiliation_says_who_it_is_too(ed):
    port = Organisation.objects.create(name="Port of Marrowby", slug="port")
    assert refusal(sources.save_source, unnamed(affiliation=port), by=ed).startswith("Title, affiliation")


def test_the_address_is_made_from_the_description_whatever_was_typed(ed):
    source = unnamed(slug="ludmila-quistgaard")
    sources.save_source(source, by=ed)
    assert source.slug == "a-harbour-official"


def test_whoever_writes_stories_may_add_a_source(rita, pat, nora, keys):
    for user in (pat, nora):
        said = refusal(sources.save_source, unnamed(), by=user)
        assert said == "Your role does not include adding sources. Ask an editor."
    sources.save_source(unnamed(), by=rita, identity="Ludmila Quistgaard")
    assert sealing.unseal(Source.objects.get().identity) == "Ludmila Quistgaard"


def test_to_change_one_takes_an_editor(rita, official):
    official.reason = "Afraid of the board"
    said = refusal(sources.save_source, official, by=rita)
    assert said == "Your role does not include editing profiles. Ask an editor."


# Named or unnamed, for good


def test_a_named_source_does_not_become_unnamed(ed):
    source = Source(name="Jan Pilot")
    sources.save_source(source, by=ed)
    source.kind, source.reason = "unnamed", "Afraid"
    assert refusal(sources.save_source, source, by=ed).startswith("Its address already says who this is.")


def test_a_sealed_source_does_not_become_named(ed, mara, official):
    official.kind = "person"
    assert refusal(sources.save_source, official, by=ed).startswith("Who this source is is sealed.")
    sources.destroy_identity(official, by=mara, why="On the record now")
    sources.save_source(official, by=ed)
    assert Source.objects.get().kind == "person"


def test_an_unnamed_source_that_stories_cite_stays_unnamed(ed, make_story):
    source = unnamed()
    sources.save_source(source, by=ed)
    make_story(citations=[Citation(source=source)])
    source.kind = "person"
    assert refusal(sources.save_source, source, by=ed).startswith("Stories cite it as a source that is not named.")


def test_a_form_that_was_open_for_long_undoes_nothing(ed, mara, official):
    stale = Source.objects.get()
    sources.destroy_identity(official, by=mara, why="Promised")
    Source.objects.update(withdrawn_why="Made it up")
    stale.name = "an official of the port"
    sources.save_source(stale, by=ed)
    held = Source.objects.get()
    assert (held.name, held.identity, held.withdrawn_why) == ("an official of the port", "", "Made it up")


# Looked at


def test_a_look_is_in_the_record_with_its_reason(official, mara):
    assert sources.look(official, by=mara, why=" The lawyer asks ") == WHO
    look = IdentityLook.objects.get()
    assert (look.source, look.by.user, look.why) == (official, mara, "The lawyer asks")


@pytest.mark.parametrize("verb", [sources.look, sources.destroy_identity])
@pytest.mark.parametrize("why", ["", " \n"])
def test_nobody_looks_without_a_reason(verb, why, official, mara):
    assert refusal(verb, official, by=mara, why=why).startswith("Say why you have to know")
    assert IdentityLook.objects.count() == 0


@pytest.mark.parametrize("verb", [sources.look, sources.destroy_identity])
def test_only_one_permission_opens(verb, official, rita, ed, pat, nora):
    for user in (rita, ed, pat, nora):
        assert refusal(verb, official, by=user, why="Curious").startswith("Your role does not include reading who")
    assert IdentityLook.objects.count() == 0


def test_where_no_key_opens_nobody_has_looked(official, mara, keys):
    keys.SOURCE_KEYS = [NEW]
    assert refusal(sources.look, official, by=mara, why="The lawyer asks").startswith("None of the newsroom's keys")
    assert IdentityLook.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_no_name_comes_out_of_a_transaction_that_may_yet_be_undone(official, mara):
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        sources.look(official, by=mara, why="The lawyer asks")
    assert IdentityLook.objects.count() == 0


def test_other_words_are_sealed_over_the_old_by_whoever_may_read_them_and_that_is_a_look(official, ed, mara):
    assert refusal(sources.seal_identity, official, "Somebody else", by=ed, why="Wrong").startswith("Your role")
    assert refusal(sources.seal_identity, official, "Somebody else", by=mara).startswith("Say why")
    sources.seal_identity(official, "Somebody else", by=mara, why="It was the wrong desk")
    assert sources.look(official, by=mara, why="The lawyer asks") == "Somebody else"
    assert [look.why for look in IdentityLook.objects.order_by("pk")] == ["It was the wrong desk", "The lawyer asks"]


def test_what_nobody_can_open_any_more_can_be_destroyed(official, mara, keys):
    keys.SOURCE_KEYS = []
    sources.destroy_identity(official, by=mara, why="Promised")
    assert (official.identity, Source.objects.get().identity, IdentityLook.objects.get().why) == ("", "", "Promised")


# Approved


@pytest.fixture
def story(official, make_story):
    return make_story(citations=[Citation(source=official, quote="The gate was open.")])


def test_a_senior_answers_for_an_unnamed_source_by_name(story, official, mara):
    sources.approve_unnamed(story, official, by=mara, why=" Ed and I met her. ")
    held = SourceApproval.objects.get()
    assert (held.article, held.source, held.by.user, held.why) == (story, official, mara, "Ed and I met her.")
    again = refusal(sources.approve_unnamed, story, official, by=mara, why="Again")
    assert again.startswith("Mara Marek approved this source for the story already, ")


def test_who_and_what_is_not_approved(story, official, ed, pat, mara, make_story):
    for user in (ed, pat):
        said = refusal(sources.approve_unnamed, story, official, by=user, why="Fine")
        assert said == "Your role does not include approving unnamed sources. Ask a managing editor."
    named = Source.objects.create(name="Jan Pilot", slug="jan-pilot")
    told = [
        (story, official, " ", "Say why the story may rest on this source: the record keeps it."),
        (story, named, "Fine", "Only an unnamed source that has not been withdrawn can be approved."),
        (make_story(), official, "Fine", "The story does not cite this source. Cite it first, and save."),
    ]
    for article, source, why, said in told:
        assert refusal(sources.approve_unnamed, article, source, by=mara, why=why) == said
    assert SourceApproval.objects.count() == 0


def test_nobody_approves_the_source_of_a_story_of_their_own(official, mara, make_story):
    story = make_story(by=mara, citations=[Citation(source=official)])
    said = refusal(sources.approve_unnamed, story, official, by=mara, why="Fine")
    assert said == "You wrote some of this story yourself. Ask another senior to approve the source."


# Another key


def test_every_identity_is_brought_under_the_first_key_once(official, ed, mara, keys, capsys):
    sources.save_source(unnamed(name="a pilot", reason="Afraid"), by=ed)
    sources.save_source(unnamed(name="a clerk", reason="Afraid"), by=ed, identity="Nils Overgaard")
    keys.SOURCE_KEYS = [NEW, *keys.SOURCE_KEYS]
    for _time in range(2):
        call_command("rotate_source_keys")
    assert capsys.readouterr().out.splitlines() == [
        "2 identities sealed with the first key.",
        "0 identities sealed with the first key.",
    ]
    keys.SOURCE_KEYS = [NEW]
    assert sources.look(official, by=mara, why="The lawyer asks") == WHO
    assert IdentityLook.objects.count() == 1


def test_what_no_key_opens_is_named_and_stops_nobody_else(official, ed, keys):
    keys.SOURCE_KEYS = [NEW]
    sources.save_source(unnamed(name="a clerk", reason="Afraid"), by=ed, identity="Nils Overgaard")
    newest = Fernet.generate_key().decode()
    keys.SOURCE_KEYS = [newest, NEW]
    with pytest.raises(CommandError, match="No key opens what is sealed of a-harbour-official"):
        call_command("rotate_source_keys")
    keys.SOURCE_KEYS = [newest]
    assert sealing.unseal(Source.objects.get(slug="a-clerk").identity) == "Nils Overgaard"


def test_without_a_key_the_command_says_so(keys):
    keys.SOURCE_KEYS = []
    with pytest.raises(CommandError, match="There is no key to seal with"):
        call_command("rotate_source_keys")


# The gate


def test_the_gate_asks_for_an_approval_and_for_a_reason_that_readers_are_told(official, mara, make_story):
    body = '<p><mark data-citation="gate">The gate was open.</mark></p>'
    story = make_story(status="in_review", body=body, citations=[Citation(source=official, key="gate")])

    def said():
        found = gate.inspect(story, Verb.PUBLISH, by=None, head=story.revisions.get(), at=clock.now())
        return [(one.sentence, list(one.keys), one.blocks) for one in found if one.rule == "unnamed"]

    alone = "Nobody has approved that the story rests on “a harbour official”. Ask a managing editor."
    silent = "Readers have to be told why “a harbour official” is not named. Write the reason on the source's page."
    assert said() == [(alone, ["gate"], True)]
    Source.objects.update(reason=" ")
    assert said() == [(f"{alone} {silent}", ["gate"], True)]
    sources.approve_unnamed(story, official, by=mara, why="Ed and I met her.")
    assert said() == [(silent, ["gate"], True)]
    Source.objects.update(reason="Afraid")
    assert said() == []
