"""News made up in any amount, the same for the same seed: for tests that need more stories than anybody would write.

Stories differ in names, numbers and most of their words; they share datelines, turns of phrase and boilerplate, as the
copy of one town does.
"""

import random
from itertools import accumulate

_ONSETS = "b br c ch cl d dr f fl g gl h j k l m n p pl qu r s sh sk st t th tr v w".split()
_VOWELS = "a e i o u ai ea ee oa oo".split()
_CODAS = "b ck d ft g l ll m mp n nd ng nt p r rd rk rn s sh ss st t th x".split()

PLACES = [f"{first}{second}" for first in "Marrow Skerrin Salt Cinder Eel Gull Tarn Brack".split()
          for second in "by ford gate haven ness port quay wick".split()]  # fmt: skip
ROLES = "harbour master|mayor|chief constable|head teacher|union secretary|surgeon|planning officer|coach".split("|")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SAID = "said|told the council|told The Harbour Courier|wrote in a letter to residents|said at a meeting".split("|")
LINKS = "because|although|while|after|before|so that|since|unless".split("|")


def _invented_words(number: int) -> list[str]:
    rng = random.Random("words")
    found: dict[str, None] = {}
    while len(found) < number:
        syllables = rng.choice((1, 2, 2, 3))
        letters = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(syllables)]
        found["".join(letters) + rng.choice(_CODAS)] = None
    return list(found)


WORDS = _invented_words(12_000)
SMALL = "the of and to in a for on with that was at by from its as an their into over about under".split()
_WEIGHTS = list(accumulate(1 / rank for rank in range(8, len(WORDS) + 8)))
_NAMES = [word.capitalize() for word in WORDS[:3000]]


def clause(rng: random.Random) -> str:
    """A run of words as a reader skims them: rarer words with small ones between."""
    rare = rng.choices(WORDS, cum_weights=_WEIGHTS, k=rng.randint(3, 6))
    return " ".join(f"{rng.choice(SMALL)} {word}" if rng.random() < 0.6 else word for word in rare)


def sentence(rng: random.Random) -> str:
    """A statement, a quotation or a number."""
    match rng.randrange(5):
        case 0:
            who = f"{rng.choice(_NAMES)} {rng.choice(_NAMES)}, {rng.choice(ROLES)} of {rng.choice(PLACES)},"
            return f"{who} {rng.choice(SAID)} on {rng.choice(DAYS)} that {clause(rng)}."
        case 1:
            return f"“{clause(rng).capitalize()},” {rng.choice(_NAMES)} {rng.choice(SAID)}."
        case 2:
            return f"The figure rose to {rng.randint(2, 9999)} {clause(rng)}."
        case _:
            return f"{clause(rng).capitalize()} {rng.choice(LINKS)} {clause(rng)}."


def paragraph(rng: random.Random) -> str:
    """Two or three sentences."""
    return " ".join(sentence(rng) for _ in range(rng.randint(2, 3)))


def _boilerplate(number: int) -> list[str]:
    rng = random.Random("boilerplate")
    return [" ".join(sentence(rng) for _ in range(rng.randint(1, 3))) for _ in range(number)]


BOILERPLATE = _boilerplate(300)
_OFTEN = list(accumulate(1 / rank for rank in range(1, len(BOILERPLATE) + 1)))


def story(seed: object) -> list[str]:
    """The paragraphs of the story `seed`: 120 to 700 words, the last paragraph or two boilerplate."""
    rng = random.Random(f"story {seed}")
    told = [paragraph(rng) for _ in range(rng.choice((4, 5, 6, 8, 10, 14, 18)))]
    told[0] = f"{rng.choice(PLACES).upper()}, {rng.choice(DAYS)} (The Harbour Courier) — {told[0]}"
    return told + rng.choices(BOILERPLATE, cum_weights=_OFTEN, k=rng.choice((1, 1, 2)))


# Copies of a story, as they come in again.


def without_end(told: list[str], seed: object) -> list[str]:
    """Cut by 30 % of the words, from the end."""
    words = [word for one in told for word in [*one.split(" "), "\n"]]
    return _paragraphs(words[: round(len(words) * 0.7)])


def without_start(told: list[str], seed: object) -> list[str]:
    """Cut by 30 % of the words, from the start."""
    words = [word for one in told for word in [*one.split(" "), "\n"]]
    return _paragraphs(words[round(len(words) * 0.3) :])


def with_paragraphs_dropped(told: list[str], seed: object) -> list[str]:
    """Paragraphs taken out here and there, until 30 % of the words are gone or one more would be too much."""
    rng = random.Random(f"dropped {seed}")
    kept, most = list(told), 0.3 * sum(map(_length, told))
    for one in rng.sample(told, len(told)):
        if _length(one) <= most and one in kept:
            kept.remove(one)
            most -= _length(one)
    return kept


def lightly_edited(told: list[str], seed: object) -> list[str]:
    """Every thirtieth word or so put in another way, quotes and dashes set by another desk."""
    rng = random.Random(f"edited {seed}")
    edited = [" ".join(rng.choice(WORDS) if rng.random() < 1 / 30 else word for word in one.split(" ")) for one in told]
    return [one.replace("“", '"').replace("”", '"').replace("—", "--") for one in edited]


COPIES = {copy.__name__: copy for copy in (without_end, without_start, with_paragraphs_dropped, lightly_edited)}


def _length(paragraph: str) -> int:
    return paragraph.count(" ") + 1


def _paragraphs(words: list[str]) -> list[str]:
    return [one.strip() for one in " ".join(words).split("\n") if one.strip()]
