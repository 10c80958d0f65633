import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.markdown.template_tags import Untagged, without_template_tags


def untagged(text, **values):
    return without_template_tags(text, values).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% if page.x %}Shut.{% endif %}", "Shut."),
        ("{%- for x in y -%}{{ x }}{%- endfor -%}", ""),
        ("[plan]({{ '/plan/' | relative_url }})", "[plan](/plan/)"),
        ("{{site.baseurl}}/plan/", "/plan/"),
        ("{% raw %}{{ kept }} {% if %}{% endraw %}!", "{{ kept }} {% if %}!"),
        ("a{% comment %}gone{% endcomment %}b", "ab"),
        ("{% highlight sh %}ls{% endhighlight %}", "\n```\nls\n```\n"),
        ("{{% notice tip %}}Bring *cash*.{{% /notice %}}", "Bring *cash*."),
        ('{% include box.html title="Mind" content="the gap" %}', "Mind the gap"),
        ("Mind {{ the gap, {% said he", "Mind {{ the gap, {% said he"),
        ("{{ a {{ b }}", "{{ a "),
        ("Shut.\n{: .lead #x}\n", "Shut.\n\n"),
        ("[a](b){:target='_blank'} *c*{:.d}", "[a](b) *c*"),
        ("## Pier {#pier}\ntext {#hash in text}.", "## Pier\ntext {#hash in text}."),
    ],
)
def test_tags_go_and_the_words_between_them_stay(text, words):
    assert untagged(text) == words


def test_a_variable_of_the_post_is_its_value():
    assert untagged("{{ page.title }}, {{ title | upcase }}, {{ .Params.title }}", title="Pier") == "Pier, Pier, Pier"


@pytest.mark.parametrize(
    ("tag", "html"),
    [
        ('{% image "a/pier.jpg" "The pier" %}', '<img src="a/pier.jpg" alt="The pier">'),
        ("{% img left /pier.png 300 200 %}", '<img src="/pier.png" alt="300">'),
        (
            '{% include figure.html\n  image: "/pier.png",\n  alt: "A \\"pier\\"",\n  caption: "In April" %}',
            '<figure><img src="/pier.png" alt="A &quot;pier&quot;"><figcaption>In April</figcaption></figure>',
        ),
        (
            '{{< figure src="pier.jpg" title="Pier" caption="In April" attr="Ada" >}}',
            '<figure><img src="pier.jpg" alt=""><figcaption>Pier In April <span class="credit">Ada</span></figcaption>'
            "</figure>",
        ),
        ("{% include button.html text='Go' %}", "Go"),
    ],
)
def test_a_tag_that_shows_a_picture_is_that_picture(tag, html):
    assert untagged(tag) == html


@pytest.mark.parametrize(
    ("tag", "address"),
    [
        ("{{< youtube Wt7abcd1234 >}}", "https://www.youtube.com/watch?v=Wt7abcd1234"),
        ('{% include youtube.html id="Wt7abcd1234" %}', "https://www.youtube.com/watch?v=Wt7abcd1234"),
        ("{% vimeo 123456 %}", "https://vimeo.com/123456"),
        ("{% tweet https://posts.example/1 %}", "https://posts.example/1"),
    ],
)
def test_a_tag_that_embeds_is_a_link(tag, address):
    assert untagged(tag) == f'<a href="{address}">{address}</a>'


def test_every_tag_is_told_with_what_stands_in_its_place():
    assert without_template_tags("{% if a %}{{ 'b' }}{% endif %}", {}) == Untagged(
        "b", (("{% if a %}", ""), ("{{ 'b' }}", "b"), ("{% endif %}", ""))
    )


@given(st.text(st.sampled_from("{}%<>:.#ab \n"), max_size=60))
def test_no_word_vanishes_untold(text):
    found = without_template_tags(text, {})
    told = found.text + "".join(before for before, _after in found.changed)
    assert (text.count("a"), text.count("b")) <= (told.count("a"), told.count("b"))


@pytest.mark.parametrize("text", ["{% raw %}" * 20_000, "{%" * 200_000, "{{" * 200_000 + "}}", "{:" * 200_000])
def test_what_never_closes_costs_no_more_than_its_length(text):
    assert len(untagged(text)) <= len(text)
