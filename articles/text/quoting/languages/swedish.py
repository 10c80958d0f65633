"""Swedish."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

SWEDISH = Language(
    code="sv",
    common=words("att av de den det en ett från för han har hon inte jag med men och om på som säger till var är"),
    says=words(
        """
        avslöjade avslöjar bekräftade bekräftar berättade berättar betonade betonar erkände erkänner framhåller
        framhöll frågade frågar förklarade förklarar försäkrade försäkrar hävdade hävdar klagade klagar kommenterade
        kommenterar konstaterade konstaterar meddelade meddelar medgav medger menade menar muttrade muttrar påpekade
        påpekar rapporterade rapporterar resonerar sa sade sagt skrev skriver skrivit skämtade skämtar suckade suckar
        svarade svarar säger tillade tillägger twittrade twittrar understryker underströk uppgav uppger utropade
        utropar varnade varnar viskade viskar
        """
    ),
    tells=words(
        """
        anklagade anklagar beskrev beskriver hyllade hyllar kallade kallar kritiserade kritiserar prisar talade talar
        """
    ),
    gestures=words("avslutade avslutar fortsatte fortsätter inleder ler log nickar skrattade skrattar suckar"),
    doubtful=words(
        """
        anser ansåg hoppades hoppas krävde kräver lovade lovar lyder löd minns ropade ropar står trodde tror tycker
        tyckte
        """
    ),
    according=phrases("enligt, med ord av"),
    referring=words("det så"),
    auxiliaries=words("blev blir blivit bör fick får hade har kan kunde måste ska skulle var varit vill ville är"),
    passive=words("blev blir"),
    adverbs=words(
        """
        aldrig alltid bara dock där därefter däremot därför då här idag igen igår imorgon inte just nu också redan
        samtidigt sedan själv så tidigare vidare ännu även
        """
    ),
    definite=words("de den denna dessa det detta"),
    indefinite=words("andra båda en ett fem flera fyra ingen många några tre två"),
    possessive=words("deras dess din hans hennes min mitt sin sina sitt vår våra vårt"),
    pronouns=table(
        """
        m: han
        f: hon
        n: det
        : hen
        """
    ),
    oblique=words("dem henne honom mig oss"),
    reflexive=words("sig"),
    relatives=words("som vars vilken vilket"),
    prepositions=words(
        """
        av bakom bland efter enligt från för före genom hos i inom kring med mellan mot om per på runt sedan till
        trots under ur utan utanför vid åt över
        """
    ),
    belonging=words("av för"),
    employing=words("från hos vid"),
    conjunctions=words("att därför eftersom eller fast innan medan men när och om så"),
    joining=words("och"),
    that=words("att"),
    as_said=words("som"),
    agents=words("av"),
    others=words("allt dem dig du er henne honom ingen inget ja jag mig nej ni någon något oss sig vad varför vi"),
    roles=words(
        """
        advokat analytiker arkitekt artist biolog biskop boende bonde borgmästare brandman bror chaufför chef
        chefredaktör debattör direktör doktor doktorand ekonom elev expert experter fader fiskare forskare forskaren
        forskarna forskningsledare fotograf förbundsordförande företagare författare förälder föräldrar
        generalsekreterare grannar granne grundare handlare historiker invånare journalist jurist kapten kock kollega
        kommunalråd kommunstyrelsens konstnär kritiker kund kvinna kvinnan landslagscoach ledamot ledare läkare lärare
        mamma man mannen minister ministern moder moderator musiker mäklare målvakt nämndordförande oppositionsledare
        ordförande ordföranden pappa partiledare passagerare pilot polis polisen poliser politiker president presschef
        presstalesman presstalesperson professor präst psykolog regissör rektor riksdagsledamot sekreterare
        sjuksköterska skådespelare soldat son spelare språkrör statsminister statsministern statssekreterare student
        syster talesman talesperson talespersonen tränare tränaren utredare utrikesminister vd veterinär vice vittne
        vittnen ägare åklagare åskådare överläkare
        """
    ),
    role_endings=endings(
        """
        rådet råd ingenjör ingenjören ägare ägaren talespersonen chef chefen ledare ledaren minister ministern
        talesperson talesman log loger forskare ordförande mästare tränare åriga årige åringen
        """
    ),
    modifiers=words("biträdande förra förre tidigare tillförordnad vice"),
    honorifics=table(
        """
        m: herr
        f: fru
        : dr prof
        """
    ),
    feminine=endings("kvinna kvinnan mamma syster dotter fru sköterska"),
    masculine=endings("man mannen pappa bror son"),
    generic=words("kvinnan mannen"),
    audience=words("journalister reportrar"),
    organisations=words(
        """
        ab banken bolaget departementet domstolen facket förbundet föreningen företaget försvarsmakten kommunen
        länsstyrelsen myndigheten organisationen partiet polisen regeringen regionen räddningstjänsten rådet sjukhuset
        styrelsen tingsrätten universitetet åklagarmyndigheten
        """
    ),
    documents=table(
        """
        statement: uttalande
        press release: pressmeddelande
        report: rapport rapporten studie studien
        letter: brev brevet
        email: mejl
        sign: skylt banderoll
        court document: dom domen
        document: dokument
        """
    ),
    jointly=words("gemensamt"),
    issuing=words("av från"),
    places=words("från i nära vid"),
    calendar=words(
        """
        april augusti december februari fredag fredagen helgen januari juli juni kvällen lördag lördagen maj mars
        morgonen måndag måndagen november oktober onsdag onsdagen september söndag söndagen tisdag tisdagen torsdag
        torsdagen veckan
        """
    ),
    naming=words(
        """
        albumet begreppet boken döpt filmen kallad kallade kallat låten ordet pjäsen projektet romanen smeknamnet
        så-kallad tidningen titeln
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:så kallad|så kallade|under (?:namnet|titeln|rubriken)|känd som|sjöng|"
        r"sjunger|med (?:namnet|titeln))) ?$"
    ),
    hidden=words("källa källor källan källorna"),
    hiding=re.compile(
        r"(?:vill|ville) vara anonym"
        r"|under (?:villkor|löfte) (?:av|om) anonymitet"
        r"|anonymt"
    ),
    channels=ways(
        r"""
        joint statement: gemensamt uttalande
        news conference: presskonferens|pressträff
        press release: pressmeddelande
        statement: uttalande|skriftlig kommentar
        interview: intervju
        podcast: podd
        post on {}: (?:på|via) NETWORK\b
        email: i ett (?:mejl|mail)|mejlar
        letter: i ett (?:\w+ )?brev
        speech: i (?:ett|sitt) tal\b
        court: i rätten
        parliament: i riksdagen
        """
    ),
    inverts=True,
    dashes=True,
    epithets=True,
)
