"""Dutch."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

DUTCH = Language(
    code="nl",
    common=words("aan bij dat de die een en er het hij in is maar met naar niet ook op te van voor zegt zei zijn"),
    says=words(
        """
        antwoordde antwoordt bekende bekent benadrukt benadrukte betoogde betoogt bevestigde bevestigt beweerde
        beweert briest bromt concludeerde concludeert concluderen constateerde constateert erkende erkent fluistert
        gezegd grapt grapte herhaalde herhaalt juicht klaagde klaagt mailde mailt meende meent meldde melden meldt
        mopperde moppert onderstreept onderstreepte onthulde onthult oordeelde oordeelt reageerde reageert schreef
        schreeuwt schrijft twitterde twittert verklaard verklaarde verklaart verteld vertelde vertelt verzucht
        verzuchtte vraagt vroeg waarschuwde waarschuwt weet weten zeggen zegt zei zeiden
        """
    ),
    tells=words(
        """
        bekritiseerde bekritiseert beschuldigde beschuldigt bestempelde bestempelt hekelde hekelt noemde noemden noemt
        omschreef omschrijft prees prijst sprak spraken spreekt vergeleek vergelijkt
        """
    ),
    gestures=words(
        """
        begint begon besluit glimlacht glimlachte grijnst knikt lacht lachte vervolgde vervolgt zucht zuchtte
        """
    ),
    doubtful=words(
        """
        beloofde belooft dacht denkt klinkt klonk laat legt licht liet lieten luidde luidt merkt merkte riep roept
        staat stelt stond vindt voegt vond
        """
    ),
    participles=words("gemeld geschreven gezegd verklaard verteld weten"),
    impersonal=words("luidt staat stond"),
    according=phrases("in de woorden van, volgens"),
    beside=phrases("aldus"),
    asides=phrases("op haar beurt, op zijn beurt, van zijn kant"),
    referring=words("dat dit"),
    auxiliaries=words(
        """
        geweest had hadden hebben heeft is kan kon laat liet lieten mag mocht moest moet waren was werd werden wil
        wilde worden wordt zal zijn zou zouden
        """
    ),
    passive=words("werd werden worden wordt"),
    adverbs=words(
        """
        al alleen altijd daar daarna daarom dan desgevraagd dus echter eerder eerst even gisteren hier inmiddels juist
        later morgen net niet nog nooit nu ook opnieuw slotte ten toch vandaag verder vervolgens weer wel zelfs zo
        """
    ),
    definite=words("dat de deze die dit het"),
    indefinite=words("andere beide drie een enige enkele geen meerdere sommige twee veel vier vijf"),
    possessive=words("diens haar hun jouw mijn ons onze zijn"),
    pronouns=table(
        """
        m: hij
        f: zij ze
        n: het
        """
    ),
    oblique=words("haar hem hen mij ons"),
    reflexive=words("er zich"),
    relatives=words("die waarvan wie"),
    prepositions=words(
        """
        aan bij binnen boven buiten door in langs met na naar om onder op over per rond sinds te tegen ten ter tijdens
        tot tussen uit van vanwege via volgens voor zonder
        """
    ),
    belonging=words("der van voor"),
    employing=words("bij van voor"),
    conjunctions=words("als dat dus en hoewel maar nadat of omdat terwijl toen voordat want zodat"),
    joining=words("en"),
    that=words("dat"),
    as_said=words("zoals"),
    agents=words("door"),
    others=words(
        """
        alles hem hen iemand iets ik ja je jij jullie me mij nee niemand niet niets ons u waarom wat we wij zich
        """
    ),
    roles=words(
        """
        advocaat advocate agent analist arts automobilist bakker bestuurder bestuursvoorzitter bewoner bewoners
        bezoeker bezoekers bioloog boer boeren brandweer broer bron bronnen burgemeester buurman buurvrouw chauffeur
        coach collega commissaris deskundige deskundigen dierenarts directeur docent dochter econoom eigenaar
        eigenaresse expert fractievoorzitter gedeputeerde getuige getuigen hoogleraar huisarts inspecteur jongen
        journalist kamerlid kampioen kapitein kiezer klant klanten leerling leider leraar man medewerker meisje mensen
        minister moeder museumdirecteur officier omwonende omwonenden ondernemer onderzoeker onderzoekers
        onderzoeksleider oppositieleider oud-kampioen ouders passagier patiënt politicus politie premier presentator
        president professor psycholoog raadslid rechter regisseur schaatser schaatsster schipper schrijfster schrijver
        secretaris slachtoffer snackbarhouder soldaat speler spits staatssecretaris student studenten toerist trainer
        vader verdachte verkoper verpleegkundige verzorger vicepremier voorlichter voorzitter vriend vriendin vrouw
        vrouwen wetenschapper wethouder winkelier woordvoerder woordvoerster zanger zangeres zoon zus
        """
    ),
    role_endings=endings(
        """
        woordvoerder woordvoerster minister voorzitter directeur leider loog kundige houder meester trainer
        onderzoeker jarige
        """
    ),
    modifiers=words(
        """
        britse demissionair duitse ex franse nederlandse noorse oud plaatsvervangend toenmalig vice voormalig
        voormalige
        """
    ),
    honorifics=table(
        """
        m: meneer heer dhr
        f: mevrouw mevr
        : dr prof mr drs ir
        """
    ),
    feminine=endings("vrouw moeder dochter zus ster es in"),
    masculine=endings("man vader zoon broer heer"),
    generic=words("jongen man meisje vrouw"),
    audience=words("journalisten verslaggevers"),
    organisations=words(
        """
        bank bedrijf brandweer bv commissie concern dagblad fractie gemeente instituut kabinet kamer krant ministerie
        nv om omroep oppositie partij politie provincie raad rechtbank rederij rijkswaterstaat school stichting
        universiteit vakbond veiligheidsregio vereniging waterschap ziekenhuis
        """
    ),
    documents=table(
        """
        statement: verklaring
        press release: persbericht
        report: rapport onderzoek studie
        letter: brief
        email: mail
        memo: memo
        sign: spandoek bord bordje
        document: document
        court document: vonnis
        : tekst
        """
    ),
    jointly=words("gezamenlijk gezamenlijke"),
    issuing=words("door van"),
    places=words("bij in nabij rond uit"),
    calendar=words(
        """
        april augustus avond december dinsdag donderdag februari jaar januari juli juni maandag maart mei middag nacht
        november ochtend oktober september vrijdag week weekend woensdag zaterdag zondag
        """
    ),
    naming=words(
        """
        album begrip bijnaam boek dagblad film genaamd genoemd hashtag krant lied project roman schip serie
        tentoonstelling term tijdschrift titel woord zogeheten zogenaamde
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:met de|onder de|de) (?:titel|naam|bijnaam|noemer)|\bbekend als|\b(?:zong|zongen|"
        r"zingt|speelde)|\bdoor (?:klanten|fans)|\bhangt een bordje:|\bmet het) ?$"
    ),
    hidden=words("bron bronnen ingewijde ingewijden"),
    hiding=re.compile(
        r"op (?:basis|voorwaarde) van anonimiteit"
        r"|anoniem (?:wil|willen|te) blijven"
        r"|wil(?:len)? anoniem blijven"
        r"|niet met (?:zijn|haar|hun) naam"
    ),
    channels=ways(
        r"""
        joint statement: gezamenlijke verklaring
        news conference: persconferentie
        press release: persbericht
        statement: verklaring
        interview: interview|in gesprek met
        podcast: podcast
        post on {}: (?:op|via) NETWORK\b
        post on X: twittert|twitterde|tweet
        email: mailt|mailde|per mail|in een (?:e-)?mail
        letter: in een (?:\w+ ){0,2}brief
        speech: in een (?:\w+ ){0,2}(?:toespraak|speech)
        court: in de rechtszaal|voor de rechter
        parliament: in de (?:Tweede )?Kamer|Kamerdebat
        phone call: telefonisch|aan de telefoon
        """
    ),
    inverts=True,
    epithets=True,
)
