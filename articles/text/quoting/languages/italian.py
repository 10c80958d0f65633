"""Italian."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

ITALIAN = Language(
    code="it",
    common=words("al alla che con da dei del della di e gli ha il in la le nel non per più si sono un una è"),
    says=words(
        """
        afferma affermano affermato aggiunge aggiungono aggiunto ammesso ammette ammettono ammonisce ammonito
        annuncia annunciano annunciato argomenta argomentato assicura assicurano assicurato auspica auspicato
        avverte avvertito avvertono chiarisce chiarito chiosa chiosato commenta commentano commentato comunica
        conclude concluso confermano confermato confessa confessato confida confidato denunciato dettagliato
        detto dice diceva dichiara dichiarano dichiarato dicono disse esclama esclamato esultato evidenzia
        evidenziato garantisce garantito gridato insiste insistito ipotizza ipotizzato ironizza ironizzato
        lamentato mormora mormorato osservano osservato postato precisa precisano precisato prosegue proseguito
        puntualizza puntualizzato racconta raccontano raccontato rassicura rassicurato replicato riassume
        riassunto ribadisce ribadiscono ribadito riconosciuto ricordano ricordato riferisce riferiscono riferito
        rilancia rilanciato rimarca rimarcato ripetuto risponde rispondono risposto ritiene rivela rivelato
        sapere sbotta sbottato scherza scherzato scrive scrivono segnala segnalato smentito sospira sospirato
        sostengono sostiene sottolinea sottolineano sottolineato spiega spiegano spiegato sussurra sussurrato
        testimoniato titola titolano tuona tuonato twitta twittato urlato
        """
    ),
    tells=words(
        """
        accusa accusano accusato bolla bollato chiama chiamato criticato definisce definiscono definito denunciato
        descritto descrive elogiato paragonato parla parlano parlato
        """
    ),
    gestures=words(
        """
        chiosa conclude esulta osserva prosegue ricorda ride ripete scherza scompone sorride sorriso sospira
        """
    ),
    doubtful=words(
        """
        attacca attaccano attaccato chiede chiedono chiesto conferma contesta contestato denuncia denunciano espresso
        grida lamenta promesso promette pubblicato replica riconosce ritengono scritto smentisce sostenuto testimonia
        urla
        """
    ),
    saying=words("accusando affermando aggiungendo definendo dicendo parlando ricordando sottolineando spiegando"),
    participle_endings=endings("ato uto ito detto scritto chiesto risposto ammesso concluso promesso espresso"),
    according=phrases("a detta di, a giudizio di, nelle parole di, secondo, secondo quanto riferito da, stando a"),
    beside=phrases("per"),
    asides=phrases("a sua volta, da parte sua, dal canto suo, per parte sua"),
    referring=words("così lo"),
    auxiliaries=words(
        """
        abbia avere aveva avevano avrebbe deve doveva era erano essere fa fanno fatto fece fu ha hanno ho poteva
        può sarebbe sarà sono stata stato venne viene voleva vuole è
        """
    ),
    passive=words("era erano fu sarà sono stata stato venne viene è"),
    adverbs=words(
        """
        adesso anche ancora bene ci così domani dunque già ieri infine inoltre intanto invece li lì mai mi molto ne
        non oggi ora perfino però poi pure qui quindi recentemente sempre si solo soltanto subito successivamente vi
        """
    ),
    definite=words("gli i il l' la le lo quei quel quella quest' questa questo"),
    indefinite=words(
        """
        alcune alcuni altra altre altri altro cinque diversi due entrambi molti nessuno ogni quattro tre un un' una
        uno vari
        """
    ),
    possessive=words("loro mia mio nostra nostro sua sue suo suoi"),
    gendered=table(
        """
        f: una un' la questa
        m: un uno il lo questo
        """
    ),
    pronouns=table(
        """
        m: lui egli
        f: lei ella
        """
    ),
    oblique=words("ci gli mi ti vi"),
    reflexive=words("ci gli le mi si"),
    relatives=words("che chi cui dove quale quali"),
    prepositions=words(
        """
        a agli ai al all' alla alle allo col con contro d' da dagli dai dal dall' dalla dalle dallo degli dei del dell
        dell' della delle dello di dopo durante entro fra in negli nei nel nell' nella nelle nello per presso prima
        secondo senza sopra sotto su sugli sui sul sull' sulla sulle sullo tra verso
        """
    ),
    belonging=words("d' degli dei del dell' della delle dello di"),
    employing=words("al alla presso"),
    conjunctions=words("anche come e ed ma mentre né o oppure perché però poiché quando se"),
    joining=words("e ed"),
    that=words("che"),
    as_said=words("come"),
    agents=words("da dai dal dall' dalla"),
    others=words(
        """
        che ci ciò gli io le li lo me mi nessuno niente no noi nulla qualcosa qualcuno si sì te ti tu vi voi
        """
    ),
    elided=r"(?:l|d|un|dell|all|nell|sull|dall|quell|quest|c|s|m|t|v|n|gl|sant|anch|com|dov|cos|mezz|tutt|nient)['’]",
    roles=words(
        """
        abitante abitanti agente agenti agricoltore allenatore allenatrice allevatore ambasciatore amica amico
        amministratore analista anziano arbitro architetto artista assessora assessore astronomo attaccante attivista
        attivisti attore attrice autore autrice avvocata avvocato biologa biologo botanica botanico calciatore
        candidata candidato capitana capitano capo capogruppo cardinale chef chimico cittadini cittadino climatologo
        coach collega colonnello comandante commerciante commissario consigliera consigliere consulente coordinatore
        coordinatrice critico curatore deputata deputato difensora difensore direttore direttrice dirigente docente
        donna dottore dottoressa economista esperta esperti esperto esponente figlia figlio fisica fisico fondatore
        fonte fonti fotografo fratello generale geologa geologo gestore giocatore giornalista giudice governatore
        imprenditore imprenditrice imputata imputato infermiera infermiere ingegnera ingegnere inquirenti insegnante
        ispettore lavoratori leader legale legali madre maestra maestro mamma manager manifestanti marito medici
        medico membro ministero ministra ministro moglie musicista nonna nonno operaio opposizione osservatori padre
        papa parlamentare parroco passante pastore paziente pescatore pilota pm politologo polizia poliziotto pompieri
        portavoce portiere premier preside presidente presidentessa prete procuratore procuratrice produttore
        professore professoressa proprietaria proprietario psicologo pubblico ragazza ragazzo rappresentante regista
        residente residenti responsabile rettore rettrice ricercatore ricercatori ricercatrice sacerdote scienziata
        scienziati scienziato scrittore scrittrice segretaria segretario senatore senatrice signora signore sindaca
        sindacalista sindaco socio sociologo soldato sorella sottosegretario sportivo studente studentessa studenti
        superstite tecnico testimone testimoni tifosi tifoso titolare turista turisti ufficiale uomo utente vescovo
        vicepremier vicepresidente vicesindaco vicina vicini vicino vigile vittima vittime volontaria volontario zio
        """
    ),
    role_endings=endings("ologo ologa atore atrice ista"),
    modifiers=words("allora attuale ex giovane pubblico vice"),
    honorifics=table(
        """
        m: signor signore dottor professor don monsignor
        f: signora dottoressa suor
        : dott prof avv ing dr
        """
    ),
    feminine=endings("trice essa ologa donna madre figlia sorella moglie nica ministra deputata sindaca scienziata"),
    masculine=endings("tore ologo uomo padre figlio fratello marito nico sindaco ministro"),
    generic=words("anziano donna ragazza ragazzo uomo"),
    audience=words("cronisti giornalisti"),
    organisations=words(
        """
        accusa agenzia associazione azienda banca camera carabinieri centro club comando comitato commissione comune
        confederazione consiglio consorzio corte difesa dipartimento federazione fondazione governo gruppo istituto
        ministero movimento museo ong opposizione organizzazione ospedale palazzo parlamento partito polizia
        prefettura procura protezione questura regione senato sindacato società tribunale ufficio unione università
        """
    ),
    documents=table(
        """
        statement: comunicato nota dichiarazione
        report: rapporto studio relazione sondaggio ricerca
        letter: lettera
        email: email mail
        message: messaggio
        document: documento
        sign: striscione cartello
        court document: sentenza
        : testo
        """
    ),
    jointly=words("congiunta congiunto"),
    issuing=words("da dal dalla dei del della di"),
    places=words("a da in presso"),
    calendar=words(
        """
        agosto anno aprile dicembre domenica febbraio gennaio giorno giovedì giugno luglio lunedì maggio martedì marzo
        mattina mercoledì mese notte novembre ottobre pomeriggio sabato sera settembre settimana venerdì
        """
    ),
    naming=words(
        """
        album battezzata battezzato canzone chiamata chiamato cosiddetta cosiddetti cosiddetto denominato detta detto
        espressione film formula intitolata intitolato libro mostra nave nome operazione parola parole progetto
        rivista romanzo serie slogan soprannome soprannominata soprannominato termine titolo
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:con il|col|dal|sotto il|il) (?:nome|titolo|soprannome|termine)(?: di)?|\b(?:noto|nota|"
        r"noti|conosciut[oa]) come|\b(?:accusa|colpevole|reato|imputat\w+)(?: \w+){0,3} (?:di|per)|"
        r"\b(?:cantava|cantavano|cantato|intonato)|\bla parola|\bdett[oa]|\bun) ?$"
    ),
    hidden=words("fonte fonti"),
    hiding=re.compile(
        r"(?:condizione|garanzia) di(?:\s|ell.)anonimato"
        r"|(?:chiesto|chiede|preferisc\w+) (?:di )?(?:restare|rimanere) anonim\w"
        r"|(?:chiesto|chiede|mantenere) l.anonimato"
    ),
    channels=ways(
        r"""
        joint statement: comunicato congiunto|dichiarazione congiunta|nota congiunta
        news conference: conferenza stampa
        press release: comunicato stampa
        statement: comunicato|in una nota|con una nota|dichiarazione scritta
        interview: intervista|intervistat[oa]|ai microfoni|a colloquio
        podcast: podcast
        post on {}: (?:su|via|attraverso) NETWORK\b
        post on X: tweet\w*\b|twitta\w*
        social media post: sui social
        email: (?:via|in una|per) (?:e-?mail|mail)
        letter: in una (?:\w+ ){0,2}lettera
        phone call: al telefono|telefonata|per telefono
        court: in tribunale|davanti al giudice|in aula|alla corte
        parliament: (?:alla Camera|al Senato|in Parlamento|alle Camere)
        speech: discorso
        """
    ),
    plural_verbs=endings("ano ono anno"),
    drops_subject=True,
    inverts=True,
    dashes=True,
    epithets=True,
)
