"""Typing into every part of a form, and looking whether it is still there."""


def typed(form, ada):
    """Types into every part of a form."""
    form.type(headline="Typed headline", body="<p>Typed body</p>", why="Typed reason", ednote="Typed note")
    form.type(credits_0_wording="Typed wording", credits_1_DELETE="on", citations_0_quote="Typed quote")
    return form.add("credits", author=ada.pk, wording="Typed new row").type(topics=None)


def shows_what_was_typed(page, form):
    """Whether a page shows again all that a form held when it was sent; the version seen may have moved on."""
    same = {name: values for name, values in page.form.held.items() if name not in ("csrfmiddlewaretoken", "seen")}
    return same == {name: form.held[name] for name in same} and same.keys() == form.held.keys() - {
        "csrfmiddlewaretoken", "seen",
    }  # fmt: skip
