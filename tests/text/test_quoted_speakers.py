"""Who speaks: names, titles, houses, channels, and those who do not want to be named."""

import pytest

from articles.text.quotes import Kind, SpeakerKind, quotations
from tests.text.quoted import only, said

FERRY = "The harbour master, Ada Brenn, spoke to the crowd."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We sail,” Brenn said.", "Ada Brenn"),
        ("“We sail,” she said.", "Ada Brenn"),
        ("“We sail,” the harbour master said.", "Ada Brenn"),
        ("“We sail.”", "Ada Brenn"),
        ("“We sail,” he said.", None),
        ("“We sail,” the mayor said.", "the mayor"),
        ("“We sail,” an officer said.", "an officer"),
    ],
)
def test_short_names_and_pronouns_lead_to_the_full_name(text, name):
    assert said(f"{FERRY} {text}") == [(name, text.split("” ")[0].strip("“”"))]


def test_between_two_of_one_gender_nobody_is_chosen():
    assert said("Ada Brenn and Maria Voss met.", "“We sail,” she said.") == [(None, "We sail,")]


def test_two_of_one_surname_are_not_led_back():
    assert said("Ada Brenn met Carl Brenn.", "“We sail,” Brenn said.") == [("Brenn", "We sail,")]


@pytest.mark.parametrize(
    ("text", "title", "affiliation"),
    [
        ("“Yes,” said Pentagon spokesperson Ada Brenn.", "Pentagon spokesperson", ""),
        ("Iraqi Prime Minister Ada Brenn said: “Yes.”", "Iraqi Prime Minister", ""),
        ("“Yes,” said Ada Brenn, an economist at Kestrel Bank.", "economist", "Kestrel Bank"),
        ("“Yes,” said Dr Ada Brenn, mayor of Marrowby.", "mayor of Marrowby", ""),
        ("The mayor of Marrowby, Ada Brenn, said: “Yes.”", "mayor of Marrowby", ""),
        ("“Yes,” said Ada Brenn of the Lakes Council.", "", "Lakes Council"),
    ],
)
def test_titles_stand_as_in_the_text(text, title, affiliation):
    speaker = only(text).speaker
    assert (speaker.name, speaker.title, speaker.affiliation) == ("Ada Brenn", title, affiliation)


@pytest.mark.parametrize(
    ("text", "channel", "via"),
    [
        ("In an interview with Bloomberg TV, Ada Brenn said: “Yes.”", "interview", "Bloomberg TV"),
        ("“Yes,” Ada Brenn told Reuters.", "", "Reuters"),
        ("“Yes,” Ada Brenn told CNN's Carl Voss.", "", "CNN"),
        ("“Yes,” Ada Brenn said at a news conference.", "news conference", ""),
        ("“Yes,” Ada Brenn said in a statement.", "statement", ""),
        ("“Yes,” Ada Brenn wrote on X.", "post on X", ""),
        ("“Yes,” Ada Brenn tweeted.", "post on X", ""),
        ("“Yes,” Ada Brenn said, according to Tass.", "", "Tass"),
        ("„Ja“, sagte Ada Brenn im Interview mit dem NDR.", "interview", "NDR"),
        ("« Oui », a déclaré Ada Brenn à l’AFP.", "", "AFP"),
    ],
)
def test_where_it_was_said_and_through_whom(text, channel, via):
    language = "de" if "„" in text else "fr" if "«" in text else "en"
    found = only(text, language=language)
    assert (found.speaker.name, found.channel, found.via, found.first_hand) == ("Ada Brenn", channel, via, not via)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“Yes,” Ada Brenn said.", "Ada Brenn", SpeakerKind.PERSON),
        ("“Yes,” the Lakes Council said.", "Lakes Council", SpeakerKind.ORGANISATION),
        ("The report said: “Yes.”", "The report", SpeakerKind.DOCUMENT),
        ("“Yes,” a senior official said.", "a senior official", SpeakerKind.UNNAMED),
    ],
)
def test_who_speaks_is_a_person_a_house_a_document_or_somebody(text, name, kind):
    speaker = only(text).speaker
    assert (speaker.name, speaker.kind) == (name, kind)


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("“We sail,” US officials said on Friday.", "US officials", ""),
        ("“No,” said US President Ada Brenn.", "Ada Brenn", "US President"),
        ("WHO said: “Wash your hands.”", "WHO", ""),
        ("NASA tweeted on Friday: “We sail.”", "NASA", ""),
        ("Joost Amsel, the State Department Spokesman, said: “We sail.”", "Joost Amsel", "State Department Spokesman"),
        ("“We sail,” Ada Brenn, editor at large at the Harbour Gazette, said.", "Ada Brenn", "editor at large"),
        ("“We sail,” K.C. Amsel, chief officer at the Harbour Fund, said.", "K.C. Amsel", "chief officer"),
        ("Minister of Education Stefana Giannel said: “We sail.”", "Stefana Giannel", "Minister of Education"),
        ("CEO of the Refugee Council Enver Solman said: “We sail.”", "Enver Solman", "CEO of the Refugee Council"),
        ("The head of the union (Marrowby Pilots Union), Nina Galt, said: “We sail.”", "Nina Galt", ""),
        ("The mayor was calm. “We sail,” said the mayor.", "the mayor", ""),
        ("A joint statement from Skerrin and Marrowby officials on Friday: “We sail,” the statement said.",
         "Skerrin and Marrowby officials", ""),
    ],
)  # fmt: skip
def test_who_speaks_is_named_as_the_house_would(text, name, title):
    one = next(one for one in quotations([text], "en") if one.kind is Kind.QUOTATION)
    assert (one.speaker.name, one.speaker.title) == (name, title)


def test_a_house_that_somebody_works_for_relays_nothing():
    assert only("“We sail,” Ada Brenn, editor of the Harbour Gazette, said.").via == ""
    assert only("“We sail,” Ada Brenn told the Harbour Gazette.").via == "Harbour Gazette"
    assert only("“We sail,” Ada Brenn told The Globe and Mail.").via == "The Globe and Mail"


def test_one_word_that_is_nobodys_last_name_is_a_company():
    assert only("“We sail,” Amselco said.").speaker.kind is SpeakerKind.ORGANISATION
    assert only("“We sail,” Amsel said. He left.").speaker.kind is SpeakerKind.PERSON
    first, last = quotations(["“We sail,” Joost Amsel said.", "“Go,” Amsel said."], "en")
    assert first.speaker == last.speaker


@pytest.mark.parametrize(
    ("language", "text", "hides"),
    [
        ("en", "“We sail,” said an official who spoke on condition of anonymity.", True),
        ("en", "“We sail,” a source said.", True),
        ("en", "“We sail,” an official said.", False),
        ("en", "“We sail,” said Ada Brenn, who asked not to be named in the index.", False),
        ("de", "„Ja“, sagte ein Anwohner, der anonym bleiben will.", True),
        ("fr", "« Oui », selon une source proche du dossier.", True),
        ("es", "«Sí», dijo un vecino que pidió el anonimato.", True),
        ("it", "«Sì», ha detto una fonte.", True),
        ("nl", "‘Ja’, zegt een ingewijde.", True),
    ],
)
def test_who_does_not_want_to_be_named_is_anonymous(language, text, hides):
    assert only(text, language=language).anonymous is hides


def test_who_hid_once_stays_hidden():
    first, last = quotations(["“Yes,” said an aide on condition of anonymity.", "“No,” an aide said."], "en")
    assert (first.anonymous, last.anonymous) == (True, True)
