"""A member of staff before the screens of the admin: pages as their browser reads them, and forms to press."""

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.models import Article


def article_url(page: str, *args: Any, **query: Any) -> str:
    """The address of a screen of stories: `changelist`, `change`, `move` …"""
    return reverse(f"admin:articles_article_{page}", args=args, query=query or None)


class Seat:
    """Somebody logged in."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.client = Client()
        self.client.force_login(user)

    def open(self, url: str) -> "Page":
        """The page at `url`."""
        return Page(self, self.client.get(url, follow=True))

    def open_story(self, article: Article) -> "Page":
        """The form of a story."""
        return self.open(article_url("change", article.pk))

    def post(self, url: str, **typed: Any) -> "Page":
        """The page after a POST made by hand, as somebody sends who never saw a button."""
        return Page(self, self.client.post(url, typed, follow=True))


class Page:
    """One answer."""

    def __init__(self, seat: Seat, response: HttpResponse) -> None:
        self.seat = seat
        self.response = response
        self.status = response.status_code
        self.tree = lxml.html.fromstring(response.content.decode())

    def texts(self, path: str) -> list[str]:
        """The text of every element on the XPath."""
        return [" ".join(element.text_content().split()) for element in self.tree.xpath(path)]

    @property
    def messages(self) -> list[str]:
        """What the admin says after a press."""
        return self.texts("//ul[contains(@class, 'messagelist')]/li")

    @property
    def errors(self) -> list[str]:
        """What the form says is wrong."""
        return self.texts("//ul[contains(@class, 'errorlist')]/li")

    @property
    def form(self) -> "Form":
        """The form of what this page edits."""
        (element,) = self.tree.xpath("//form[@method='post' and contains(@id, '_form')]")
        return Form(self, element)

    @property
    def verbs(self) -> list[str]:
        """The verbs this page has buttons for, *Save* and *Save and submit* apart, in its order."""
        return [form.action.split("/")[-2] for form in self._moves()]

    def button(self, verb: str) -> "Form":
        """The form behind the button of `verb`."""
        (found,) = (form for form in self._moves() if form.action.endswith(f"/move/{verb}/"))
        return found

    def saves(self) -> list[str]:
        """The names of the buttons that send the form of the story."""
        return self.tree.xpath("//button[@form='article_form']/@name")

    def _moves(self) -> Iterator["Form"]:
        return (Form(self, each) for each in self.tree.forms if "/move/" in each.get("action", ""))


class Form:
    """A form with what it holds; typing changes it, pressing sends it."""

    def __init__(self, page: Page, element: lxml.html.FormElement) -> None:
        self.page = page
        self.action = element.get("action") or page.response.request["PATH_INFO"]
        self.held: dict[str, list[str]] = {}
        for name, values in _controls(element):
            self.held.setdefault(name, []).extend(values)
        self.required = set(element.xpath(".//*[@required]/@name"))

    def __getitem__(self, name: str) -> str:
        (value,) = self.held[name]
        return value

    def type(self, **typed: Any) -> "Form":
        """Puts values into fields; a list is several, None is none. `credits_0_author` is `credits-0-author`."""
        for name, value in typed.items():
            several = value if isinstance(value, list) else [] if value is None else [value]
            self.held[re.sub(r"^(\w+?)_(\d+)_", r"\1-\2-", name)] = [str(each) for each in several]
        return self

    def add(self, rows: str, **typed: Any) -> "Form":
        """Adds a row, as *Add another* does."""
        number = len(self.rows(rows))
        template = f"{rows}-__prefix__-"
        for name, values in list(self.held.items()):
            if name.startswith(template):
                self.held[name.replace("__prefix__", str(number))] = list(values)
        for name, value in typed.items():
            self.held[f"{rows}-{number}-{name}"] = [str(value)]
        self.held[f"{rows}-TOTAL_FORMS"] = [str(number + 1)]
        return self

    def rows(self, rows: str) -> list[dict[str, str]]:
        """What the rows hold, in their order, without the keys of the database."""
        return [
            {
                name.removeprefix(f"{rows}-{number}-"): value
                for name, (value, *_) in ((name, values or [""]) for name, values in self.held.items())
                if name.startswith(f"{rows}-{number}-") and not name.endswith(("-id", "-article"))
            }
            for number in range(int(self[f"{rows}-TOTAL_FORMS"]))
        ]

    def press(self, button: str = "") -> Page:
        """Sends the form by `button` and goes where that leads."""
        return Page(self.page.seat, self.send(button, follow=True))

    def send(self, button: str = "", *, follow: bool = False) -> HttpResponse:
        """Sends the form; the answer as it comes."""
        sent = {**self.held, button: ["1"]} if button else self.held
        return self.page.seat.client.post(self.action, sent, follow=follow)


def _controls(form: lxml.html.FormElement) -> Iterator[tuple[str, list[str]]]:
    """What a browser would send of a form, its buttons apart."""
    for each in form.xpath(".//input[@name] | .//select[@name] | .//textarea[@name]"):
        name, kind = each.get("name"), each.get("type", "text")
        if each.get("disabled") is not None or kind in ("submit", "button", "image", "reset", "file"):
            continue
        if kind in ("checkbox", "radio"):
            if each.get("checked") is not None:
                yield name, [each.get("value", "on")]
        elif each.tag == "select":
            chosen = each.xpath(".//option[@selected]") or ([] if each.multiple else each.xpath(".//option")[:1])
            yield name, [option.get("value", option.text or "") for option in chosen]
        elif each.tag == "textarea":
            yield name, [(each.text or "").removeprefix("\n")]  # the line end after the tag is no part of it
        else:
            yield name, [each.get("value", "")]
