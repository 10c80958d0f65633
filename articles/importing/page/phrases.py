"""Lines that newsrooms everywhere put between the paragraphs of a story, and that are none of its words."""

import re

from articles.importing.page.written_dates import is_written_date

_LONGEST_RIGHTS = 120  # characters of a line that says whose the words are
LONGEST_NOTICE = 400  # characters; what is longer is a paragraph that happens to begin so


def _any_of(*phrases: str, ends: str) -> re.Pattern[str]:
    """Matches a line that begins with one of the phrases; a space in them stands for any."""
    return re.compile(rf"\W{{0,20}}(?:{'|'.join(phrases)}){ends}".replace(" ", r"\s"), re.IGNORECASE)


# What follows is another story. A word must end where the phrase does, save in scripts without spaces.
_OTHER_STORY = _any_of(
    r"read (?:more|next|also|on|this)", r"(?:also|further) read(?:ing)?", r"(?:see|watch|listen) (?:also|more)",
    r"more (?:on|about|from|stories|to read|like) (?:this|us|the)?",
    r"you (?:may|might) (?:also )?(?:like|be interested)",
    r"related (?:stories|story|articles?|news|links?|topics?|content|coverage|reading|posts?)", r"related:",
    r"recommended (?:stories|articles|reading|for you)", r"continue reading", r"don.t miss:?", r"editor.s picks?",
    r"most (?:read|popular)", r"read (?:the )?(?:full|whole|original) (?:story|article)",
    r"lire (?:aussi|également|la suite)", r"(?:à|a) (?:lire|voir) (?:aussi|également)", r"à lire", r"voir aussi",
    r"sur le même (?:sujet|thème)", r"pour aller plus loin",
    r"lesen sie (?:auch|hier|mehr|dazu)", r"(?:hier )?mehr (?:lesen|zum thema|dazu)", r"auch interessant",
    r"mehr (?:artikel|themen|nachrichten|news|storys)",
    r"weitere (?:themen|artikel|nachrichten|meldungen)", r"das könnte sie (?:auch )?interessieren", r"siehe auch",
    r"zum thema", r"jetzt lesen", r"passend dazu", r"mehr zu(?:m|r)? diesem",
    r"(?:lea|lee|leer|vea) (?:también|además|más)", r"te puede interesar", r"también te puede", r"sigue leyendo",
    r"noticias? relacionadas?", r"(?:leggi|vedi) anche", r"leggi tutto", r"potrebbe interessarti", r"per approfondire",
    r"(?:leia|veja|saiba) (?:também|mais)", r"(?:lees|bekijk) (?:ook|verder|meer)",
    r"(?:läs|les|læs) (?:också|även|mer|mere|også|vidare)",
    r"lue (?:myös|lisää)", r"(?:czytaj|zobacz|przeczytaj) (?:też|także|więcej|również)",
    r"(?:čtěte|čítajte) (?:také|aj)",
    r"(?:читайте|смотрите) (?:также|ещё|еще|подробнее|також)", r"читать далее", r"ilgili haber(?:ler)?",
    r"ayrıca okuyun",
    r"devamını oku", r"baca (?:juga|selengkapnya)", r"simak juga", r"soma (?:pia|zaidi)",
    r"(?:ا|إ)قرأ(?:/ي)? (?:أيضا|أيضاً|ايضا|المزيد)", r"طالع أيضا", r"مواضيع ذات صلة", r"קראו (?:גם|עוד)",
    r"עוד בנושא", r"بیشتر بخوانید",
    r"مطالب مرتبط", r"(?:यह|ये) भी पढ़ें", r"और पढ़ें",
    ends=r"(?!\w)",
)  # fmt: skip
_OTHER_STORY_UNSPACED = _any_of(
    "関連記事", "関連リンク", "関連ニュース", "あわせて読みたい", "もっと読む", "続きを読む",
    "相关(?:阅读|新闻|链接|文章|报道)", "延伸(?:阅读|閱讀)", "更多阅读", "相關新聞", "관련 ?기사", ends="",
)  # fmt: skip

# What the site says, not the story: a whole line, or the beginning of one that asks readers for something.
_LABEL = _any_of(
    r"advertisements?", r"advertising", r"ads?", r"sponsored(?: content)?", r"paid (?:post|content)", r"anzeige",
    r"werbung",
    r"publicité", r"publicidade?", r"pubblicità", r"annonser?", r"annons", r"reklama?", r"реклама", r"advertentie",
    r"広告", r"广告",
    r"إعلان(?:ات)?", r"विज्ञापन", r"share(?: this)?(?: article| story)?", r"print", r"save", r"comments?",
    r"e?-?mail", r"tweet",
    r"copy link", r"listen", r"play", r"pause", r"close", r"loading", r"skip ad", r"facebook", r"twitter", r"whatsapp",
    r"teilen", r"drucken", r"merken", r"partager", r"compartir", r"condividi", r"follow us", r"menu", r"search",
    r"(?:\d+ )?(?:min(?:ute)?s?|minuten?|minutos?|minuti)(?: (?:read|lesezeit|de lecture|de lectura|di lettura))?",
    r"(?:lesezeit|lesedauer|reading time|temps de lecture|tiempo de lectura)\W*(?:ca\W*)?\d+ \w+",
    ends=r"\W*\d*\W*\Z",
)  # fmt: skip
_ASKS = _any_of(
    r"(?:copyright|©|\(c\)) ?\W*(?:19|20)\d\d", r"copyright ©", r"all rights reserved", r"alle rechte vorbehalten",
    r"tous droits réservés", r"todos los derechos reservados", r"無断転載", r"版权所有", r"skip past newsletter",
    r"(?:sign up|subscribe|register)(?: here| now)?,? (?:to|for) .{0,60}"
    r"(?:newsletters?|updates?|alerts?|inbox|channel|podcast)",
    r"(?:please )?(?:contact|e-?mail|reach|write to|follow) .{0,120}(?:\S+@\S+\.\w|(?<!\S)@\w)",
    r"(?:do you have|have you got|got) an? (?:news |story )?(?:story|tip|question|confidential)\b.{0,200}\Z",
    r"(?:did you (?:like|enjoy)|hat ihnen) (?:this|dieser|der) (?:article|story|artikel|text|beitrag)\b",
    r"(?:support (?:us|our|independent)|donate|unterstützen sie uns|faites un don|spenden sie) .{0,300}\Z",
    r"get .{0,60}(?:in|to) your inbox", r"follow (?:us|our) .{0,60}(?:on|@)", r"download (?:the|our) .{0,40}app",
    r"(?:published|updated|posted|last (?:modified|updated)|veröffentlicht|aktualisiert|publié|publicado|pubblicato)"
    r"(?: (?:on|am|le|el|il|by))?:? .{0,40}\b(?:19|20)\d\d\b.{0,40}\Z",
    ends="",
)  # fmt: skip


_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def points_elsewhere(line: str) -> bool:
    """Whether the line announces another story."""
    return bool(_OTHER_STORY.match(line) or _OTHER_STORY_UNSPACED.match(line))


def is_notice(line: str) -> bool:
    """Whether the line is the site's and not the story's: advertising, copyright, subscribe, share."""
    if line.startswith("©") and len(line) <= _LONGEST_RIGHTS:
        return True
    if len(line) > LONGEST_NOTICE:
        return False
    return bool(_LABEL.match(line) or _ASKS.match(line)) or _is_timestamp(line) or is_written_date(line)


def _is_timestamp(line: str) -> bool:
    """Whether a line is little more than a date with its year, and perhaps a time."""
    words = _WORD.findall(line)
    return _YEAR.search(line) is not None and len(words) <= 4 and sum(map(len, words)) * 2 <= len(line)
