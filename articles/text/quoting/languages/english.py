"""English."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words
from articles.text.quoting.languages.english_verbs import BASES, DOUBTFUL, GESTURES, SAYING, SAYS, TELLS

ENGLISH = Language(
    code="en",
    common=words("and are at by for from had has he her his in is it of on said she that the to was were with"),
    says=SAYS,
    tells=TELLS,
    gestures=GESTURES,
    doubtful=DOUBTFUL,
    saying=SAYING,
    bases=BASES,
    according=phrases("according to, in the words of"),
    asked=words("asked challenged invited ordered pressed questioned quizzed quoted reminded told urged"),
    asked_about=words("about by how if on to what when where whether who why"),
    auxiliaries=words(
        """
        's are be been being can could did do does get gets got had has have having is may might must should was were
        will would
        """
    ),
    passive=words("'s are be been being get gets got is was were"),
    adverbs=words(
        """
        additionally afterward afterwards again ago all allegedly almost already also always angrily back bluntly both
        briefly cautiously cheerfully clearly directly drily dryly earlier effectively essentially even explicitly
        famously finally firmly first flatly formally further here however immediately initially instead jokingly just
        later long loudly meanwhile moreover n't nearly never nevertheless nonetheless not now often on-air once
        online only openly out perhaps previously privately proudly publicly quickly quietly rather recently
        reluctantly repeatedly reportedly separately simply softly soon still subsequently then there therefore today
        tomorrow tonight too twice wryly yesterday yet
        """
    ),
    adverb_endings=endings("ly"),
    definite=words("the these this those"),
    indefinite=words(
        """
        a an another both dozens eight few five four hundreds many most nine numerous one other others seven several
        six some ten thousands three two various
        """
    ),
    possessive=words("her his its my our their whose your"),
    pronouns=table(
        """
        m: he
        f: she
        n: it
        p: they
        """
    ),
    oblique=words("herself him himself journalists me reporters them themselves us"),
    relatives=words("where which who whom whose"),
    prepositions=words(
        """
        about across after against along alongside amid among around as at before behind beside besides between beyond
        by despite during following for from in including inside into like near of off on outside over per regarding
        since than through to toward towards under until upon via with within without
        """
    ),
    belonging=words("for of"),
    employing=words("at for from with"),
    conjunctions=words(
        """
        although and because but how if nor or so that though unless what when whereas whether while why
        """
    ),
    subordinating=words("after as before since until"),
    joining=words("and"),
    absolute=words("with"),
    infinitive=words("to"),
    that=words("that"),
    as_said=words("as quoted"),
    such=words("such"),
    agents=words("by"),
    others=words(
        """
        anyone ask everyone everything herself him himself i itself let me no nobody nothing oh please someone
        something them themselves there us we well yes you
        """
    ),
    genitive="'s",
    plural="s",
    roles=words(
        """
        abbot accountant activist activists actor actress adjudicator adm administrator admiral adviser advisor
        advocate agent aide alderman alderwoman ambassador anaesthetist analyst anchor anesthesiologist animator
        announcer anthropologist arbitrator archaeologist archbishop architect archivist artist assemblyman
        assemblywoman assistant associate astronaut astronomer astrophysicist athlete attorney attorney-general
        aunt author authorities authority ayatollah backbencher bailiff baker ballerina banker barista baroness
        barrister bassist batsman batter beekeeper biker billionaire biochemist biographer biologist bishop
        blacksmith blogger board bookmaker boss bowler boxer boy boyfriend brewer bricklayer brigadier
        broadcaster broker brother builder bureau businessman businesswoman butcher bystander bystanders cabinet
        caddie caller callers campaigner campaigners candidate capt captain cardinal carer caretaker carpenter
        cashier catcher cellist centre-back ceo cfo chair chairman chairperson chairwoman champion chancellor
        chaplain charity chef chemist chief chiefs child children choreographer cinematographer citizen
        classmate cleaner clergyman cleric clerics clerk climatologist climber cllr cmdr co-author co-chair
        co-chairman co-director co-founder co-owner co-worker coach cofounder col collaborator colleague
        colleagues collector colonel columnist comedian commander commentator commenter commissioner committee
        commuter commuters company composer comptroller conductor congressman congresswoman conservationist
        const constable consultant contractor contributor convener convict coordinator cornerback coroner
        correspondent councillor councilman councilwoman counsel counsellor counselor counterpart couple cousin
        coworker cpl creator crew critic critics crossbencher crowd curate curator customer customers cyclist
        dad dancer daughter deacon dean debutant deckhand defenceman defendant defender delegate delegates
        democrat demographer dentist dep deputy dermatologist designer det detainee detainees detective
        detectives developer diplomat diplomats director director-general directors dispatcher dj doctor doctors
        driver drummer ecologist economist economists editor educator electrician emir emperor employee
        employees engineer engineers entrepreneur envoy envoys epidemiologist essayist ethicist evacuee evacuees
        evangelist ex-husband ex-minister ex-president ex-wife executive executives expat expert experts
        explorer families family fan fans farmer farmers father federation fellow filmmaker financier
        firefighter firefighters fisherman fishermen flanker flatmate florist fly-half footballer forecaster
        foreman forward founder friend friends frontbencher frontman fullback gamekeeper gardener gen general
        geographer geologist girl girlfriend goalkeeper goalscorer godfather godmother golfer gov governor
        granddaughter grandfather grandmaster grandmother grandson grocer group guard guest guide guitarist
        gymnast hacker hackers hairdresser harbourmaster head headmaster headmistress headteacher heir heiress
        helper hiker historian hon host hostage housewife hurdler husband illustrator imam immigrant
        immunologist impressionist independent individual industrialist influencer informant inmate inmates insider
        insiders insp inspector instructor intern interpreter interviewer inventor investigator investigators
        investor investors janitor jeweler jeweller jockey joiner journalist journalists judge jurist juror
        jurors justice keeper king landlady landlord lawmaker lawmakers lawyer lawyers leader leaders lecturer
        legislator lib librarian lieutenant lieutenant-governor lifeguard linebacker linguist listener listeners
        lobbyist lobbyists local locals lodger lt machinist magician magistrate magnate maj major man manager
        managers marine marshal master mathematician mayor mechanic media mediator medic member members mep meps msp
        msps mla men merchant meteorologist midfielder midwife migrant migrants miner minister ministers
        ministry model moderator monarch monk monsignor mother motorist motorists mp mps mullah mum musician
        nanny narrator negotiator negotiators neighbor neighbors neighbour neighbours nephew neurologist
        neuroscientist niece novelist nun nurse nurses nutritionist observer observers oceanographer officer
        officers official officials ombudsman oncologist operator opponent opponents organiser organisers
        organist organizer organizers outfielder owner owners paediatrician painter palaeontologist
        paleontologist paramedic parent parents participant partner passenger passengers passerby pastor
        pathologist patient patients patrolman pediatrician peer pensioner pensioners people person pharmacist
        philanthropist philosopher photographer physician physicist physiotherapist pianist pilot pilots pitcher
        planner player players playwright plumber poet police policeman policewoman politician politicians
        pollster pope postdoctoral poster postmaster potter preacher premier pres presenter president presidents
        priest prince princess principal prisoner producer producers professor programmer prosecutor prosecutors
        protester protesters psychiatrist psychologist psychotherapist publican publicist publisher pundit
        punter pupil pupils quarterback queen rabbi racer ranger rapper reader rector referee refugee refugees
        registrar regulator regulators rep reporter reporters representative representatives reps republican
        rescuer researcher researchers resident residents retiree rev reviewer rider rival roofer roommate rower
        sailor scholar scientist scientists scout screenwriter sculptor seamstress secretary secretary-general
        selectman seller sen senator senators sens sergeant sgt shepherd sheriff shopkeeper shopper shortstop
        singer sister skater skier skipper snowboarder socialite sociologist soldier soldiers solicitor son
        songwriter soprano source sources speaker specialist spectator spokesman spokesmen spokesperson
        spokespersons spokeswoman sprinter staff staffer staffers star statistician stepdaughter stepfather
        stepmother stepson steward strategist strategists streamer striker student students sub-lieutenant
        substitute sultan superintendent supervisor supplier supporter supporters supt surfer surgeon surveyor
        survivor survivors suspect swimmer tailor taxpayer taxpayers teacher teachers team teammate technician
        technologist teenager tenant tenor theologian theorist therapist tourist tourists trader traders trainer
        translator traveller treasurer trustee tutor twin tycoon umpire uncle undersecretary union user users
        usher veteran vicar vice-chairman vice-president victim viewer viewers villager villagers vintner
        violinist virologist visitor visitors vocalist volunteer volunteers voter voters waiter waitress warden
        welder whip whistleblower wicketkeeper widow widower wife winemaker winger winner witness witnesses
        woman women worker workers wrestler writer youth zoologist
        """
    ),
    role_endings=endings(
        """
        ologist ographer keeper maker woman person ician -in-chief holder worker yearold fighter wright monger
        """
    ),
    modifiers=words(
        """
        acting assistant associate campaign chief club co- current defence defense deputy ex-prime executive fellow
        finance first foreign former founding general head health home incoming interim interior junior late lead
        local longtime managing national outgoing press prime retired rival senior special state study team top
        veteran vice
        """
    ),
    honorifics=table(
        """
        m: mr sir lord fr
        f: mrs ms miss dame lady madam
        : dr prof mx rev hon justice reverend st
        """
    ),
    feminine=endings(
        """
        woman girl actress mother sister daughter wife widow aunt niece queen duchess baroness princess mum waitress
        landlady nun lady
        """
    ),
    masculine=endings(
        """
        man boy father brother husband widower uncle nephew king duke baron prince dad landlord grandson stepson
        priest lord
        """
    ),
    audience=words(
        """
        audience congress court crowd her him journalists jurors jury lawmakers mps parliament police reporters
        supporters them
        """
    ),
    organisations=words(
        """
        administration agency airlines airport alliance army assembly associates association authority bank board
        broadcasting bureau cabinet center centre chamber charity church club coalition college commission committee
        community company confederation congress consortium corp corporation council courier court department embassy
        federation fire firm force forum foundation front fund gazette government group guild herald hospital inc
        industries institute institution international journal laboratory labs league legion llc ltd ministry mission
        movement municipality museum navy network news office organisation organization parliament partnership party
        plc police post press project school securities senate service services society squad studio studios syndicate
        system systems team times treasury tribunal tribune trust union united university watch works
        """
    ),
    documents=table(
        r"""
        statement: statement statements communique communiqué declaration
        report: report study paper survey findings authors
        letter: letter
        memo: memo
        email: email e-mail
        message: message
        note: note
        press release: release
        court document: lawsuit complaint indictment affidavit ruling judgment verdict
        filing: filing
        petition: petition
        document: documents document
        minutes: minutes
        transcript: transcript
        sign: sign banner placard poster inscription slogan board
        leaflet: leaflet
        article: article editorial headline review
        book: book
        post on X: tweet
        post: post
        blog post: blog
        caption: caption
        website: website site
        : bill law act agreement treaty constitution plan guidance policy notice text motto advertisement ad
        recording: recording voice
        """
    ),
    jointly=words("joint"),
    issuing=words("by from"),
    issued=words("circulated distributed issued posted published released sent signed"),
    places=words("across around in near outside"),
    calendar=words(
        """
        afternoon apr april aug august christmas day dec december easter evening feb february fri friday jan january
        jul july jun june march mon monday month morning night nov november oct october saturday sept september sunday
        thu thursday tue tuesday wed wednesday week weekend year
        """
    ),
    naming=words(
        """
        acronym aka album alias app article blog book called code-named codenamed column documentary dubbed entitled
        episode essay exhibition film forum game hashtag headlined journal known label labeled labelled magazine
        marked moniker movie musical named nickname nicknamed novel page painting phrase play poem pseudonym
        self-proclaimed self-styled series show single site slogan so-called song stamped term termed titled track
        website word words
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:advertised|billed|classified|categori[sz]ed|filed|known|labell?ed|listed|marketed|nicknamed"
        r"|referred to)(?: \w+){0,3} (?:as|in)|\bas a|\bby the name(?: of)?|\bcalled (?:the|a)|\bconcept of"
        r"|\b(?:goes|went|go) by|\bmean(?:s|ing)|\bnom de guerre|\bterm\b.{0,20}"
        r"|\bwhat (?:\w+ ){1,4}(?:calls?|called|dubs?|dubbed)(?: the| an?)?"
        r"|\b(?:sang|sing|sings|sung|played|plays|hummed|performed)"
        r"|\bthe (?:word|term|phrase|name|concept|idea|notion|title|label)s?(?: of)?|\bused the (?:word|term|phrase)"
        r"|\b(?:charged with|guilty (?:to|of)(?: \w+){0,4}|counts? of|convicted of|offen[cs]es? of|on charges of)) ?$"
    ),
    hidden=words("source sources whistleblower insider insiders"),
    hiding=re.compile(
        r"condition (?:of anonymity|that (?:he|she|they) not be)"
        r"|anonymously"
        r"|(?:declin|refus|ask|request|want)\w* (?:not )?to be (?:named|identified)"
        r"|(?:asked|requested|wished|wanted) (?:to remain|to stay) anonymous"
        r"|not (?:be )?authori[sz]ed to (?:speak|discuss|comment|talk)"
        r"|(?:not|n.t) (?:being|be|to be) (?:named|identified)"
        r"|whose (?:name|identity) (?:is|was|has been) withheld"
    ),
    channels=ways(
        r"""
        joint statement: joint statement
        news conference: joint (?:press|news) conference|(?:press|news) (?:conference|con)\b|presser
        press briefing: press briefing|(?:daily|news|media|regular|weekly)[ -](?:press )?briefing
        press briefing: (?:told|at|during|in) an? briefing
        press release: (?:press|news|media) release
        statement: statement
        interview: interview|sat down with|spoke (?:to|with)
        podcast: podcast
        post on {}: (?:post(?:ed|ing|s)?|wrote|writing|message|video)\b[^.]{0,30}? (?:on|to|via) (?:\w+ )?NETWORK
        post on {}: (?:statement|said|account)\b[^.]{0,30}? (?:on|to|via) (?:his |her |its |their )?NETWORK
        post on {}: (?:his|her|its|their|the)(?: \S+){0,2} NETWORK (?:page|account|channel|feed)
        post on X: \b(?:tweet|tweets|tweeted|tweeting|retweeted)\b
        blog post: blog(?: post)?\b|blogged|blogging
        social media post: social media
        email: (?:in|by|via|over) (?:(?:an?|the|his|her|their|its) )?(?:\w+ ){0,2}?e-?mail|e-?mailed
        email: e-?mail (?:to|from|seen|sent)
        text message: text message|texted
        letter: in (?:an?|the|his|her|their|its)(?: \w+){0,3} letter\b
        letter: letter (?:to|from|signed|read|sent|addressed|dated|published)
        memo: (?:in|to) (?:an?|the|his|her|their|its)(?: \w+){0,3} memo(?:randum)?\b
        memo: memos? (?:to|from|seen|sent|reviewed|obtained|dated)
        phone call: by (?:tele)?phone|(?:tele)?phone (?:call|interview)|(?:999|911|112|conference) call|on the phone
        court document: (?:court|legal|charging) (?:documents?|filings?|papers?|records?)|affidavit|indictment
        court document: lawsuit
        filing: filings?\b
        note: note to (?:clients|investors|staff|employees)
        court: told (?:the |a )?(?:[A-Z]\w+ )?(?:court|jury|jurors|judge|tribunal|inquest)
        court: testif(?:ied|ying|ies)|testimony|in court\b|under oath|from the (?:dock|witness stand)
        parliament: (?:told|telling|to|addressing|in|before) (?:the )?(?:MPs|[Pp]arliament|lawmakers|Congress|Senate)
        parliament: (?:told|telling|to|addressing|in|before) (?:the )?(?:House\b|legislators|senators)
        speech: speech|televised address|addressing (?:the|a) (?:nation|crowd|conference)|in an address|keynote
        speech: told a rally|at a rally
        article: (?:writing|wrote|writes|essay|column|article|editorial) (?:\w+ )?(?:in|for) (?:the )?[A-Z]
        article: op-ed|opinion piece
        video: video (?:message|posted|address)|in a video
        report: reports? (?:says?|said|states?|stated|concluded?s?|notes?|noted|found|published|released)
        report: in (?:a|its|the|their)(?: \w+){0,2} report\b|report,? [^.]{0,60}?(?:says?|concludes?)
        """
    ),
)
