"""Screens of sources, and what they show."""

from django.urls import reverse

LIST, ADD = reverse("admin:bylines_source_changelist"), reverse("admin:bylines_source_add")
UNNAMED = f"{ADD}?kind=unnamed"
BODY = '<p>The gate was open, <mark data-citation="gate">it stood wide open</mark>.</p>'


def url(page, *args):
    return reverse(f"admin:bylines_source_{page}", args=args)


def rows(page):
    """The list, a row a source: name, kind, title, affiliation, stories."""
    cells = [row.xpath("th|td") for row in page.tree.xpath("//tbody/tr")]
    return sorted(tuple(" ".join(cell.text_content().split()) for cell in row) for row in cells)


def shown(page):
    """All of the page, as it came."""
    return page.response.content.decode()
