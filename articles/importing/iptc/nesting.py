"""How deep the elements of HTML stand within each other, found before anybody builds a tree of it.

Cleaning HTML takes time with the square of its depth, so that a few megabytes of opening tags would take hours.
"""

import re

from django.utils.translation import gettext as _

from articles.importing.errors import BadInput

DEEPEST = 400  # elements within each other; pages made by hand or by machine have a few dozen

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_ENDS_ITSELF = set(
    "area base br col embed hr img input link meta param source track wbr "
    "p li dt dd option tr td th tbody thead tfoot".split()
)


def require_shallow(html: str) -> str:
    """`html`, unless its elements stand deeper in each other than a story's: then raises `BadInput` (unsafe)."""
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _ENDS_ITSELF:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > DEEPEST:
                raise BadInput("unsafe", _("Its HTML stands too deep within itself. Ask for a plainer one."))
    return html
