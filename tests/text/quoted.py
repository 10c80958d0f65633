"""What is read in a text of a few words."""

from articles.text.quotes import Kind, quotations


def said(*paragraphs: str, language: str = "en"):
    """Whose each quotation is, and its words."""
    found = quotations(paragraphs, language)
    return [(one.speaker.name if one.speaker else None, one.words) for one in found if one.kind is Kind.QUOTATION]


def only(*paragraphs: str, language: str = "en"):
    (found,) = quotations(paragraphs, language)
    return found
