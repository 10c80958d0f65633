"""Bylines with links."""

from articles.public.bylines import byline, others


def credit(name="", slug="", role="writer", organisation="", outlet=""):
    return {
        "name": name,
        "slug": slug,
        "role": role,
        "role_label": role,
        "in_byline": role == "writer",
        "organisation": organisation or outlet,
        "organisation_slug": (organisation or outlet).lower(),
        "for": outlet,
    }


def test_one_name_leads_to_its_page():
    assert byline([credit("Ada", "ada")]) == 'By <a href="/author/ada/">Ada</a>'


def test_a_wording_without_an_author_is_plain():
    assert byline([credit("Staff")]) == "By Staff"


def test_names_are_listed_as_a_sentence_does():
    assert byline([credit("Ada"), credit("Bo"), credit("Cy")]) == "By Ada, Bo and Cy"


def test_names_for_one_outlet_stand_together():
    credits = [credit("Ada", outlet="Wire"), credit("Bo"), credit("Cy", outlet="Wire")]
    assert byline(credits) == 'By Ada and Cy for <a href="/organisation/wire/">Wire</a>; Bo'


def test_an_organisation_alone_is_a_byline():
    assert byline([credit(organisation="Wire", outlet="Wire")]) == 'By <a href="/organisation/wire/">Wire</a>'


def test_nobody_credited_is_no_byline():
    assert byline([]) == ""


def test_other_hands_are_named_by_what_they_did():
    credits = [credit("Ada", role="photographer"), credit("Bo"), credit("Cy", role="translator")]
    assert (byline(credits), others(credits)) == ("By Bo", "Photographer: Ada · Translator: Cy")


def test_names_are_text_and_not_markup():
    assert byline([credit("<b>", "x")]) == 'By <a href="/author/x/">&lt;b&gt;</a>'
