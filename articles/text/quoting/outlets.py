"""Newspapers, broadcasters and agencies: those that many stories quote from, and words that others are named with."""

import re
from functools import lru_cache


def _listed(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in " ".join(text.split()).split(","))


_KNOWN = _listed(
    """
    AP, AFP, BBC, CNN, CBC, CBS, NBC, ABC, CNBC, MSNBC, NPR, PBS, ITV, RTÉ, RT, TASS, Tass, Reuters, Bloomberg,
    Canadian Press, The Canadian Press, Xinhua, Yonhap, Kyodo, ANSA, Ansa, EFE, Efe, dpa, DPA, PA, Associated Press,
    Agence France-Presse, Press Association, Axios, Politico, Al Jazeera, Al Arabiya, Variety, Semafor, Vox, Wired,
    Forbes, Fortune, Newsweek, Slate, Salon, Vogue, GQ, Playboy, Rolling Stone, Billboard, Deadline, Insider, Business
    Insider, BuzzFeed, TechCrunch, The Guardian, The Independent, The Economist, The Atlantic, The Hill, The
    Spectator, The Sun, The Athletic, The Verge, The Intercept, The Scotsman, The Age, The Australian, Guardian,
    Spiegel, SPIEGEL, Der Spiegel, Stern, Focus, Bild, BILD, FAZ, Die Welt, Die Zeit, taz, ARD, ZDF, NDR, WDR, MDR,
    SWR, BR, RBB, HR, ORF, SRF, RTL, n-tv, Deutschlandfunk, Deutsche Presse-Agentur, Deutschen Presse-Agentur,
    Handelsblatt, Funke Mediengruppe, Le Monde, Le Figaro, Libération, Le Parisien, L'Équipe, L'Obs, L'Express,
    Mediapart, Ouest-France, BFMTV, BFM, CNews, Franceinfo, franceinfo, France Inter, France Info, Europe 1, TF1,
    France 2, France 24, RMC, RTBF, El País, El Mundo, La Vanguardia, RTVE, RNE, TVE, Cadena SER, SER, COPE, Onda
    Cero, Antena 3, La Sexta, Clarín, La Nación, Corriere della Sera, la Repubblica, Repubblica, La Stampa, Il Sole 24
    Ore, Il Fatto Quotidiano, Adnkronos, Rai, RAI, Sky TG24, La7, NOS, ANP, NRC, RTL Nieuws, de Volkskrant, Trouw, AD,
    Het Parool, De Telegraaf, VRT, Belga, Lusa, Globo, O Globo, Folha, G1, Público, Expresso, SIC, SVT, TT, DN, SvD,
    Ekot, Dagens Nyheter, Aftonbladet, Expressen, DR, Ritzau, NTB, NRK, VG, Yle
    """
)
_WORDS = frozenset(
    """
    Agency Anzeiger Argus Blatt Bladet Bote Broadcaster Broadcasting Bulletin Channel Chronicle Corriere Correio
    Correo Courant Courier Courrier Dagblad Daily Diario Diário Dispatch Dépêche Echo Examiner Express FM Fernsehen
    Gazette Gazzetta Giornale Globe Herald Heraldo Inquirer Insider Jornal Journal Kurier Magazine Mail Messaggero
    Mirror Nachrichten Network News Newswire Nieuws Observer Omroep Periódico Podcast Post Press Presse Quotidien
    Radio Register Reporter Review Rundfunk Rundschau Sentinel Standard Star TV Tageblatt Tagblatt Telegraph
    Television Tidning Times Today Tribune Télégramme Weekly Wire Zeitung blatt bladet bote dagblad krant radio
    television tidning zeitung
    """.split()
)
_SITE = re.compile(r"[A-Za-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*\.(?:com|org|net|info|tv|news|[a-z]{2})")
_NUMBERED = re.compile(r"(?:Channel|Radio|Canal|Sky|Fox|Europe|TV|Antenne) ?\w+.*")


def is_agency(name: str) -> bool:
    """Whether a name is one of the outlets known by name."""
    return name.replace("’", "'") in _KNOWN


@lru_cache(4096)
def is_outlet(name: str) -> bool:
    """Whether a name is that of a newspaper, a broadcaster, an agency: known, or with a word that outlets have."""
    name = name.strip(" ,.").removesuffix("’s").removesuffix("'s")
    if is_agency(name) or _NUMBERED.fullmatch(name) or _SITE.fullmatch(name):
        return True
    words = name.replace("-", " ").split()
    if not 0 < len(words) <= 6 or not words[0][0].isupper():
        return False
    named = len(words) > 1 and (words[-1] in _WORDS or words[0] in _WORDS)
    return named or (is_agency(words[0]) and len(words) <= 3)
