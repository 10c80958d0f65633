"""What the pictures of a story must have: a file, words for whoever cannot see it, a credit, and rights."""

import json

from django.utils.translation import gettext as _

from articles.desk import pictures
from articles.desk.rules.case import Case, Lacking
from articles.models import Picture
from articles.text.pictures import keys_in
from articles.text.summary import shortened


def figures(case: Case) -> Lacking | None:
    """What is printed is what the record says of a picture: a file that came later waits for the next save."""
    keys = keys_in(case.article.body)
    if not keys:
        return None
    held = pictures.named(keys)
    recorded = {picture["key"]: picture for picture in json.loads(case.head.words.content)["pictures"]}
    without = [key for key in keys if key not in held or not held[key].file]
    late = [key for key in keys if key not in without and recorded.get(key, {}).get("sha256") != held[key].sha256]
    printed = [key for key in keys if key not in (*without, *late)]
    dumb = [key for key in printed if not recorded[key]["alt"]]
    nobodys = [key for key in printed if not (recorded[key]["credit"] and recorded[key]["rights"])]
    sentences = (
        (without, _("There is no file yet of %(pictures)s: readers will see neither it nor its caption.")),
        (late, _("The file of %(pictures)s came after these words were saved. Save them once more to print it.")),
        (dumb, _("%(pictures)s has no alt text. Write it in the library, then save the story once more.")),
        (nobodys, _("%(pictures)s lacks credit or rights. Write them in the library, then save the story once more.")),
    )
    named = ((sentence, ", ".join(_called(key, held.get(key)) for key in some)) for some, sentence in sentences if some)
    said = " ".join(sentence % {"pictures": names} for sentence, names in named)
    return Lacking(said) if said else None


def _called(key: str, picture: Picture | None) -> str:
    return f"“{shortened(str(picture or key), 60)}”"
