"""A story of Marrowby with what people said in it, and its citations as the form shows them."""

BODY = """<p>The wall held through the storm of Thursday night.</p>
<p>“We expected the wall to move by a hand’s width,” Tomas Ferreira, the port’s spokesman, told a press briefing.</p>
<p>“Nobody on the pilot boats slept that night,” said Mirela Danek, the harbour minister.</p>"""

WALL = "We expected the wall to move by a hand’s width,"
BOATS = "Nobody on the pilot boats slept that night,"


def keys_by_quote(story):
    """The keys of a story's citations, by the words they are about."""
    return {one.quote: one.key for one in story.citations.all()}


def row_of(form, quote):
    """The number of the row on the form that is about `quote`."""
    return next(number for number, row in enumerate(form.rows("citations")) if row["quote"] == quote)


def typed_into(form, quote, **values):
    """Types into the row that is about `quote`."""
    number = row_of(form, quote)
    return form.type(**{f"citations_{number}_{name}": value for name, value in values.items()})
