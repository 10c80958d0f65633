"""Stories that are read for quotes, and the rows that this leaves."""

from django.db.models import F

from articles.desk.suggesting import suggest
from articles.models import Article

FERRY = [
    'Marrowby details plans for its ferry "farewell"',
    "The port authority plans to close the outer berths within eighteen months, as outlined in a joint statement from "
    "the Skerrin Transport Ministry and the town.",
    "The crossing will shift to the new bridge, according to the statement released by the Skerrin Transport Ministry "
    "on Friday.",
    "Meanwhile, two boats will stay in winter until 2028, in efforts to “prevent the loss of the last crossing,” the "
    "statement noted.",
    "A board will be set up to devise a timetable and to “ensure the safety of pilots working at night,” as stated.",
    "Port Office spokesperson Dana Whitlock clarified during a press briefing on Friday, “Our timetable is going to be "
    "changing this year,” and “No, the town is not losing its ferry,” she added.",
    "The town has been negotiating for nine months, with Skerrin officials advocating for the bridge for years.",
    "In an interview with Tideline TV last week, Skerrin Prime Minister Oswin Amal al-Halloran expressed that Skerrin "
    "no longer requires the boats. “Skerrin in 2026 is not the same as Skerrin in 2016,” he stated. “We have moved on "
    "from boats to bridges.”",
    "The first “splash and dash” campaign emptied the harbour and toppled two mayors.",
    "Concerns about the tolls echo the closure of Cinder Wharf, as highlighted by Bloomberg.",
]


def body_of(*paragraphs):
    return "\n".join(f"<p>{words}</p>" for words in paragraphs)


def rows(story, *columns):
    found = story.citations.select_related("source", "via").order_by("pk")
    return [tuple(getattr(row, name) for name in columns) if columns else row for row in found]


def save(story, body):
    """Other words, however they came."""
    Article.objects.filter(pk=story.pk).update(body=body, version=F("version") + 1)
    story.refresh_from_db()
    return suggest(story)


SAID = "“The berths will be open by the spring,” Ada Brenn, the harbour master, said."
OTHER = "“Nobody told us about the tolls,” Joost Amsel, a pilot, said."
