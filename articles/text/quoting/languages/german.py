"""German."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

GERMAN = Language(
    code="de",
    common=words("auch auf das dass dem den der des die ein eine es für im ist mit nicht sagte sich und von wird zu"),
    says=words(
        """
        ankündigt ankündigte antwortet antwortete appelliert appellierte argumentiert argumentierte bedauert
        bedauerte behauptet behauptete bekannte bekanntgab bekennt beklagt beklagte bekräftigt bekräftigte
        bemängelt bemängelte berichtet berichtete berichteten bestätigt bestätigte bestätigten beteuert
        beteuerte betont betonte betonten bilanziert bilanzierte brummt brummte entgegnet entgegnete ergänzt
        ergänzte erklärt erklärte erklärten erläutert erläuterte erwidert erwiderte erzählt erzählte flüsterte
        forderte forderten fragt fragte fügte gefordert gesagt geschrieben gestand gesteht gewarnt geäußert
        hervorhob hinzufügt hinzufügte jubelt jubelte klagt klagte kommentiert kommentierte konstatiert
        konstatierte kontert konterte kritisierten kündigt kündigte mahnt mahnte meint meinte meinten mitgeteilt
        mitteilt mitteilte mitteilten murmelte mutmaßt mutmaßte orakelte postet postete prophezeit präzisiert
        präzisierte raunt raunte resümiert resümierte räumt räumte sagen sagt sagte sagten scherzt scherzte
        schildert schilderte schimpft schimpfte schreibt schrie schrieb schrieben schwärmt schwärmte seufzt
        seufzte spottet spottete teilte teilten titelt titelte twittert twitterte unkt unterstreicht unterstrich
        urteilt urteilte verkündet verkündete verlautbarte verlautete vermutet vermutete verriet verrät
        versichert versicherte warnt warnte warnten widersprach widerspricht witzelt witzelte äußert äußerte
        """
    ),
    tells=words(
        """
        begründet begründete begrüßt begrüßte beschreibt beschrieb bezeichnet bezeichnete bezeichneten bezichtigt
        erinnert erinnerte geißelte kritisiert kritisierte lobt lobte nannte nannten nennt sprach sprachen spricht
        tadelt tadelte vergleicht verglich verteidigt verteidigte verurteilt verurteilte warf warfen wirft würdigt
        würdigte zitiert zitierte
        """
    ),
    gestures=words(
        """
        begann beginnt fuhr fährt grinst grinste lacht lachte lächelt lächelte nickt nickte schließt schloss setzt
        """
    ),
    doubtful=words(
        """
        dachte denkt fand findet fordert fügt gab geht gibt ging glaubt glaubte heißt hieß hofft hoffte legt
        legte rechnet rechnete rief ruft schreiben stand steht stellt stellte teilt weist wies zeigt zeigte
        """
    ),
    saying=words("sagend"),
    bases=words("bezeichnen erklären nennen sagen"),
    participles=words(
        """
        angekündigt berichtet beschrieben bestätigt betont bezeichnet ergänzt erklärt erzählt gefordert gefragt
        genannt gesagt geschrieben gestanden gewarnt geäußert mitgeteilt versichert
        """
    ),
    impersonal=words("heißt hieß stand steht"),
    according=phrases(
        """
        in den worten, laut, nach angaben, nach angaben von, nach ansicht, nach auskunft, nach aussage, nach
        darstellung, nach den worten, nach einschätzung, nach meinung
        """
    ),
    beside=phrases("für, so"),
    according_after=words("zufolge"),
    referring=words("das dies so"),
    auxiliaries=words(
        """
        darf gewesen habe haben hat hatte hatten hätte ist kann konnte mag muss musste möchte sei seien sind soll
        sollen sollte war waren werden will wird wollte worden wurde wurden würde
        """
    ),
    passive=words("ist sind war waren werden wird worden wurde wurden"),
    adverbs=words(
        """
        aber abschließend allerdings anschließend auch außerdem bereits dabei dagegen daher danach dann daraufhin dazu
        dennoch derweil deshalb doch dort ebenfalls einmal erst gestern gleichzeitig heute hier hingegen immer indes
        ja jedoch jetzt kürzlich mehrfach morgen nie noch nun nur schließlich schon selbst sofort sogar später
        trotzdem unterdessen weiter weiterhin wieder wiederholt zudem zugleich zuletzt zunächst zuvor
        """
    ),
    definite=words("das dem den der derselbe des die diese dieser dieses jene jener"),
    indefinite=words(
        """
        andere beide drei ein eine einem einen einer einige fünf kein keine manche mehrere viele vier zwei
        """
    ),
    possessive=words(
        """
        dein deine deren dessen ihr ihre ihrem ihren ihrer mein meine sein seine seinem seinen seiner unser unsere
        """
    ),
    gendered=table(
        """
        f: eine
        : ein
        """
    ),
    pronouns=table(
        """
        m: er
        f: sie
        n: es man
        """
    ),
    oblique=words("dem ihm ihn ihnen journalisten mich mir reportern uns"),
    reflexive=words("sich"),
    relatives=words("welche welcher welches wer"),
    prepositions=words(
        """
        ab am an angesichts anhand ans auf aufs aus außerhalb bei beim bis durch entgegen für gegen gegenüber gemäß
        hinter im in innerhalb ins laut mit nach neben ohne seit statt trotz um unter vom von vor wegen während zu zum
        zur zwischen über
        """
    ),
    belonging=words("der des für vom von"),
    employing=words("aus bei beim für vom von"),
    conjunctions=words(
        """
        aber als bevor da damit dass denn doch indem nachdem ob obwohl oder sondern und weil wenn wie während
        """
    ),
    joining=words("und"),
    that=words("dass"),
    as_said=words("wie"),
    others=words(
        """
        alles bitte dich du etwas euch ich ihm ihn ihnen ihr ja jemand mich nein nicht nichts niemand sich uns warum
        was wir
        """
    ),
    roles=words(
        """
        abgeordnete abgeordneter aktivist aktivisten amtsleiter analyst anführer angehörige angehörigen angeklagte
        angeklagter angestellte anwalt anwohner anwohnern anwälte arbeiter architekt arzt ausbilder autor autoren
        außenminister außenministerin bauer bauern beamte beamten beamter beobachter berater bergführer besitzer
        besucher betreiber bewohner bischof botschafter bruder bundeskanzler bundespräsident bäcker bürger
        bürgermeister chef chefin chefredakteur coach deichgräfin dekan delegierte demonstranten direktor doktor
        einwohner eltern ermittler experte experten fahrer fan fans feuerwehr finanzminister fischer forscher fotograf
        fraktionschef fraktionsvorsitzende fraktionsvorsitzender freund freundin funktionär führer gast gastgeber
        general generalsekretär geschäftsführer gouverneur gründer gutachter gäste hafenmeister hauptmann
        heimatforscher helfer historiker händler inhaber innenminister insider investor jugendliche jurist jäger
        kaiser kameramann kandidat kanzler kanzlerin kapitän keeper kind kinder kläger koch kollege kollegen
        kommandant kommissar komponist korrespondent krankenschwester kritiker kunde kunden könig könnerin künstler
        landrat landwirt lehrer leiter leute lotse manager mann matchwinner meister meteorologe mieter minister
        ministerin ministerpräsident mitarbeiter mitglied mitglieder moderator musiker mutter mädchen männer nachbar
        nachbarin nachbarn oberbürgermeister oberstaatsanwalt obmann offizier opfer oppositionelle oppositionsführer
        papst parteichef partner passagier passant passanten pastor patient personalrat pfarrer philosoph pilot
        politiker politologe polizei polizist polizisten premier premierminister pressesprecher priester prof
        professor präsident psychologe rechtsanwalt redakteur regierungschef regierungssprecher regisseur rentner
        reporter retter richter sachverständige schauspieler schiedsrichter schriftsteller schwester schüler
        seelsorger sekretär senator sohn soldat soldaten soziologe sportler sprecher staatsanwalt staatssekretär
        stadtrat student studenten studienleiter stürmer sänger tante techniker teilnehmer tochter torhüter torwart
        touristen trainer unternehmer unterstützer urlauber us-präsident vater verbandschef verteidiger vertreter
        vizekanzler vizepräsident vorsitzende vorsitzender vorstand vorstandschef wirt wissenschaftler wähler zeuge
        zeugen zeugin zoologe zuschauer ärzte ärztin ökonom überlebende
        """
    ),
    role_endings=endings(
        """
        sprecher sprecherin minister ministerin chef chefin leiter leiterin präsident präsidentin meister meisterin
        anwalt anwältin forscher forscherin experte expertin trainer trainerin führer führerin loge login login istin
        ikerin erin atorin orin entin antin eurin beauftragte beauftragter vorsitzende vorsitzender direktor
        direktorin rat rätin mann frau vertreter sekretär sekretärin professor professorin jährige jähriger biologin
        biologe richter kapitän händler arzt ärztin kommandant kommandantin arin trainerin verwalter
        """
    ),
    modifiers=words(
        """
        amerikanische amtierende britische damalige deutsche deutscher ehemalige ehemaliger ex französische frühere
        früherer leitende parteilose russische stellvertretende stellvertretender ukrainische
        """
    ),
    honorifics=table(
        """
        m: herr herrn sir
        f: frau
        : dr prof
        """
    ),
    feminine=endings("in frau mutter tochter schwester dame"),
    masculine=endings("mann vater sohn bruder herr er chef loge"),
    generic=words("jährige jähriger mann"),
    audience=words("journalisten reportern sender zeitung"),
    organisations=words(
        """
        ag agentur amt amtsgericht bank behörde branchenverband bund bundesregierung bundestag bundeswehr feuerwehr
        firma fraktion gemeinde gericht gewerkschaft gmbh hochschule institut kirche klinik kommission konzern
        krankenhaus landgericht landtag leitstelle ministerium nachrichtenagentur opposition partei polizei rat
        reederei regierung staatsanwaltschaft stadtverwaltung stiftung union universität unternehmen verband verein
        verwaltung wasserschutzpolizei zeitung
        """
    ),
    documents=table(
        """
        statement: erklärung stellungnahme
        press release: mitteilung pressemitteilung
        report: bericht studie gutachten umfrage
        letter: brief schreiben
        email: mail e-mail
        document: papier dokument
        court document: urteil
        sign: plakat transparent schild aufschrift inschrift
        """
    ),
    jointly=words("gemeinsame gemeinsamen"),
    issuing=words("der des vom von"),
    places=words("aus bei in nahe vor"),
    calendar=words(
        """
        abend april august dezember dienstag dienstagabend dienstagmorgen donnerstag donnerstagabend februar freitag
        freitagabend jahr januar juli juni mai mittag mittwoch mittwochabend montag montagabend montagmorgen morgen
        märz nachmittag nacht november oktober samstag samstagabend september sonnabend sonntag sonntagabend woche
        wochenende
        """
    ),
    naming=words(
        """
        aktion album ausdruck ausstellung begriff buch fachzeitschrift film genannt getauft hashtag lied magazin marke
        motto namens nennen operation projekt roman schiff serie sogenannte sogenannten sogenannter sogenanntes song
        spitzname spitznamen stück titel wort worte zeitschrift zeitung
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:mit dem|unter dem|der|den|dem) (?:Titel|Namen|Motto|Begriff|Wort|Spitznamen|Stichwort)|"
        r"\bwegen|\bauf den Namen|\b(?:sangen|sang|singen|singt)(?: \w+){0,3}|\b(?:bekannt|betitelt|"
        r"bezeichnet|verkauft|gilt|galt) als|\bvon den Fans|\bbereits) ?$"
    ),
    hidden=words("quelle quellen insider informant informanten"),
    hiding=re.compile(
        r"anonym bleiben"
        r"|(?:unter|auf) (?:der )?(?:bedingung|zusicherung) (?:der|von) anonymität"
        r"|nicht (?:namentlich )?genannt werden"
        r"|(?:seinen|ihren) namen nicht nennen"
    ),
    channels=ways(
        r"""
        joint statement: gemeinsamen? (?:Erklärung|Stellungnahme)
        news conference: Pressekonferenz
        press briefing: Pressebriefing|Regierungspressekonferenz
        press release: Pressemitteilung|Medienmitteilung
        statement: Stellungnahme|in einer (?:\w+ )?Erklärung|schriftlich mit
        interview: Interview|im Gespräch mit|Sommerinterview
        podcast: Podcast
        post on {}: (?:auf|bei|via|über) NETWORK\b
        post on X: twitterte|twittert|Tweet
        blog post: Blog
        email: E-Mail|per Mail
        letter: in einem (?:\w+ ){0,2}(?:Brief|Schreiben)
        phone call: am Telefon|telefonisch
        court: vor Gericht|zum Prozessauftakt|im Zeugenstand
        parliament: im (?:Bundestag|Landtag|Parlament)|vor dem (?:Bundestag|Landtag|Parlament)
        speech: Rede\b|Ansprache
        article: Gastbeitrag|Leitartikel
        """
    ),
    inverts=True,
    nouns_have_capitals=True,
    epithets=True,
)
