"""Every rule of the gate at every door: a button, the list's action, the command, the verb itself. None differs."""

import datetime
import io
import zoneinfo

import pytest
from django.conf import settings as house
from django.core.management import CommandError, call_command
from django.db import transaction

from articles import clock, desk
from articles.admin.buttons import press
from articles.desk import addresses, gate, rights
from articles.models import (
    Address,
    Article,
    Citation,
    Claim,
    Decision,
    Delivery,
    ImportBatch,
    Origin,
    Person,
    Receipt,
    Section,
)
from articles.states import MUST_BLOCK, RULES, Verb
from bylines.models import Organisation, Source
from tests.admin.screen import Form, Seat, article_url

pytestmark = pytest.mark.django_db

MINUTE = datetime.datetime(2031, 5, 4, 18, 30, tzinfo=zoneinfo.ZoneInfo(house.HOUSE_TIME_ZONE))
TOLD = {Verb.SCHEDULE: {"at": MINUTE}, Verb.CORRECT: {"kind": "update", "note": "New words."}}

# What is wrong, put straight into the database: every rule alone.


def change(story, **columns):
    Article.objects.filter(pk=story.pk).update(**columns)


def claim(story, publishing="yes", name="Meridian Wire", state=Claim.CONFIRMED):
    slug = name.lower().replace(" ", "-")
    outlet, _made = Organisation.objects.get_or_create(slug=slug, defaults={"name": name, "publishing": publishing})
    Origin.objects.create(article=story, organisation=outlet, state=state)


def cite(story, key="", state=Claim.CONFIRMED, match="exact", **source):
    named = Source.objects.create(**{"name": "Jan Pilot", "slug": "jan-pilot", **source})
    Citation.objects.create(article=story, source=named, key=key, quote="It held", state=state, match=match)


def deliver(story, **columns):
    batch = ImportBatch.objects.create(by=rights.person(rights.system()), origin="wire")
    receipt = Receipt.objects.create(batch=batch, name="item", sha256="0" * 64, size=1)
    Delivery.objects.create(article=story, receipt=receipt, **columns)


def hold(story):
    change(story, on_hold=True)
    person, head = Person.objects.get(user__username="rita"), story.revisions.last()
    told = {"verb": Verb.HOLD, "to_status": story.status, "revision": head, "by": person, "when": clock.now()}
    Decision.objects.create(article=story, why="The lawyer called", **told)


def take_its_address(story):
    Address.objects.create(path=addresses.planned(story, at=MINUTE), article_number=story.pk + 1000)
    now = addresses.planned(story, at=clock.now())
    Address.objects.get_or_create(path=now, defaults={"article_number": story.pk + 1000})


FAULTS = {
    "four_eyes": lambda story: None,  # Mara wrote it
    "other_eyes": lambda story: None,  # Mara approved it first
    "second_approval": lambda story: claim(story, publishing="second_approval"),
    "body": lambda story: change(story, body=""),
    "byline": lambda story: story.credits.all().delete(),
    "origins": lambda story: claim(story, state=Claim.SUGGESTED),
    "conflict": lambda story: [claim(story, name=name) for name in ("Meridian Wire", "North Quay News")],
    "policy": lambda story: claim(story, publishing="never"),
    "caution": lambda story: claim(story, publishing="warn"),
    "orphans": lambda story: cite(story, key="lost"),
    "attributed": lambda story: cite(story, state=Claim.SUGGESTED),
    "checked": lambda story: cite(story, match=""),
    "unnamed": lambda story: cite(story, kind="unnamed", name="a harbour official"),
    "withdrawn": lambda story: cite(story, withdrawn_at=MINUTE),
    "hold": hold,
    "embargo": lambda story: change(story, embargo_until=MINUTE + datetime.timedelta(days=1)),
    "address": take_its_address,
    "supplier": lambda story: deliver(story, kind="item", state="taken", pub_status="canceled"),
    "update": lambda story: deliver(story, kind="update", state="waiting"),
    "dek": lambda story: change(story, dek=""),
    "section": lambda story: change(story, section=None),
    "pictures": lambda story: change(story, body=f'{story.body}\n<figure data-picture="gone"></figure>'),
}
NEVER_ASKED = {
    ("embargo", Verb.PUBLISH),  # it is published for the minute the embargo ends
    ("address", Verb.CORRECT),  # readers have had the story's address, and it is fixed
}
CELLS = [
    (rule.name, verb)
    for rule in gate.RULES
    for verb in sorted(rule.verbs - {Verb.ENTER_ARCHIVE})  # which has one door, the import of archives
    if (rule.name, verb) not in NEVER_ASKED
]


@pytest.fixture
def prepared(make_story, rita, ed, pat, mara):
    """A story that lacks nothing for `verb`, but what is made to be wrong with it."""

    def prepare(verb, rule):
        writer = mara if rule == "four_eyes" else rita
        city, _made = Section.objects.get_or_create(name="City", slug="city")
        road = {Verb.APPROVE: "in_review", Verb.CORRECT: "live"}
        status = "in_review" if rule == "other_eyes" else road.get(verb, "approved")
        story = make_story("The wall", by=writer, section=city, status=status)
        if rule == "other_eyes":
            claim(story, publishing="second_approval")
            desk.approve(story, by=mara, seen=1)
        if verb == Verb.CORRECT:
            desk.revise(story, by=writer, seen=1, words={"dek": "It held, all of it."})
            desk.submit(story, by=writer, seen=2)
            desk.approve(story, by=ed, seen=2)
        FAULTS[rule](story)
        story.refresh_from_db()
        return story

    return prepare


# The doors. Each gives what it was told: refused with these words, or done with these warnings.


def by_verb(verb, story, by):
    try:
        decision = press(verb, story, by=by, seen=story.version, told=TOLD.get(verb, {}))
    except desk.Refused as refused:
        return "refused", str(refused)
    return "done", decision.warnings


def by_button(verb, story, by):
    typed = {
        name: told.strftime("%Y-%m-%dT%H:%M") if name == "at" else told for name, told in TOLD.get(verb, {}).items()
    }
    page = Seat(by).post(article_url("move", story.pk, verb), seen=story.version, **typed)
    return ended(page.messages, verb, story)


def by_list(verb, story, by):
    if f"{verb}_selected" not in {"approve_selected", "publish_selected"}:
        return None
    page = Seat(by).open(article_url("changelist"))
    (element,) = page.tree.xpath("//form[@id='changelist-form']")
    page = Form(page, element).type(_selected_action=[story.pk], action=f"{verb}_selected").press()
    return ended([message.removeprefix(f"{story.headline}: ") for message in page.messages], verb, story)


def by_command(verb, story, by):
    told = TOLD.get(verb, {})
    typed = {name: value.isoformat() if name == "at" else value for name, value in told.items()}
    try:
        call_command(
            "move_article", story.pk, verb.value, by=by.username, seen=story.version, stdout=io.StringIO(), **typed
        )
    except CommandError as error:
        return "refused", str(error).replace("\n", " ")
    return ended([f"Done: {verb.label}."], verb, story)


def ended(messages, verb, story):
    last = story.decisions.order_by("pk").last()
    done = f"{verb.label}: 1 story." in messages or f"Done: {verb.label}." in messages
    return ("done", last.warnings) if done and last.verb == verb else ("refused", " ".join(messages))


def at_every_door(verb, story, by):
    """What each door says, each on the same story: what one did is taken back before the next is tried."""
    said = {}
    for door in (by_verb, by_button, by_list, by_command):
        with transaction.atomic():
            said[door.__name__] = door(verb, Article.objects.get(pk=story.pk), by)
            transaction.set_rollback(True)
    return {door: outcome for door, outcome in said.items() if outcome is not None}


@pytest.mark.parametrize(("rule", "verb"), CELLS)
def test_a_rule_is_the_same_at_every_door(rule, verb, prepared, mara, settings):
    story = prepared(verb, rule)
    at = MINUTE if verb == Verb.SCHEDULE else clock.now()
    (found,) = gate.inspect(story, verb, by=rights.person(mara), head=story.revisions.last(), at=at)
    assert found.rule == rule
    refused = ("refused", found.sentence)
    warned = ("done", [{"rule": rule, "sentence": found.sentence}])
    assert set_of(at_every_door(verb, story, mara)) == [refused if found.blocks else warned]
    if found.blocks and rule not in MUST_BLOCK:
        settings.GATE_WARNS = [rule]
        assert set_of(at_every_door(verb, story, mara)) == [warned]
    if not found.blocks:
        settings.GATE_BLOCKS = [rule]
        assert set_of(at_every_door(verb, story, mara)) == [refused]


def set_of(said):
    """The outcomes that differ."""
    different = []
    for outcome in said.values():
        if outcome not in different:
            different.append(outcome)
    return different


def test_every_rule_is_in_the_table_and_tried():
    assert {rule.name for rule in gate.RULES} == RULES == FAULTS.keys()
    assert {rule.name for rule in gate.RULES if rule.blocks} >= MUST_BLOCK
