"""People and places of the paper, and what readers see of them."""

import pytest

from articles import desk
from articles.desk import profiles
from articles.models import Credit, PublishedArticle, PublishedProfile, Section
from bylines.models import Author

pytestmark = pytest.mark.django_db


def test_a_profile_without_address_gets_one_from_its_name(ed):
    for name in ("Ada Lovelace", "Ada Lovelace"):
        profiles.save_profile(Author(name=name), by=ed)
    assert list(Author.objects.order_by("pk").values_list("slug", flat=True)) == ["ada-lovelace", "ada-lovelace-2"]


def test_readers_see_an_edit_of_a_profile_and_prints_keep_their_names(ed, make_story):
    ada = Author.objects.create(name="Ada Byron", slug="ada", bio="She counts.")
    make_story(status="live", credits=[Credit(author=ada)])
    ada.name, ada.bio = "Ada Lovelace", "She counts <b>well</b>."
    profiles.save_profile(ada, by=ed)
    profile = PublishedProfile.objects.get(slug="ada")
    assert (profile.name, profile.about) == ("Ada Lovelace", "<p>She counts &lt;b&gt;well&lt;/b&gt;.</p>")
    assert PublishedArticle.objects.get().byline == "Ada Byron"


def test_a_profile_readers_do_not_know_stays_with_the_desk(ed):
    profiles.save_profile(Section(name="City"), by=ed)
    assert PublishedProfile.objects.count() == 0


def test_reporters_do_not_edit_profiles(rita):
    with pytest.raises(desk.Refused, match="does not include editing profiles"):
        profiles.save_profile(Author(name="Ada"), by=rita)
