"""A page as a document that tests can ask."""

from lxml import html


class Document:
    """A page with what a test wants to know of it."""

    def __init__(self, response):
        self.response = response
        self.root = html.fromstring(response.content)

    def all(self, xpath):
        """What `xpath` finds: words with their white space folded, or the values of attributes."""
        found = (one if isinstance(one, str) else one.text_content() for one in self.root.xpath(xpath))
        return [" ".join(words.split()) for words in found]

    def classed(self, name):
        """The words of every element of the class `name`."""
        return self.all(f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]")
