"""Spanish."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

SPANISH = Language(
    code="es",
    common=words("al como con de del dijo el en es ha la las lo los más no para por que se según su un una y"),
    says=words(
        """
        abundó admite admiten admitido admitió advertido advierte advierten advirtió afirma afirmado afirman
        afirmaron afirmó agrega agregó alega alegó alertó anuncia anunciado anunciaron anunció apunta apuntado
        apuntan apuntó argumenta argumentó asegura aseguraba asegurado aseguran aseguraron aseguró augura auguró
        avisa avisó añade añaden añadido añadieron añadió bramó bromea bromeó clama clamó comenta comentan
        comentó concluye concluyó confesó confiesa confirma confirmado confirmaron confirmó constató contado
        contesta contestó contó criticó declara declarado declararon declaró decía decían denunciado denunció
        destaca destacado destacan destacó detalla detalló dice dicen dicho dijeron dijo enfatiza enfatizó
        escribe escribió espeta espetó exclama exclamó explica explicaba explicado explican explicaron explicó
        grita gritan gritó indica indican indicaron indicó informa informado informan informaron informó insiste
        insisten insistido insistió ironiza ironizó manifestado manifestó manifiesta matiza matizó murmura
        murmuró opina opinan opinó precisa precisó preguntó prosigue prosiguió puntualiza puntualizó recalca
        recalcó reconoce reconocen reconocido reconoció recordado recordó reitera reiteró relata relatan relató
        remacha remachó remarca remarcó replica replicó responde respondieron respondió resumió revela reveló
        sentenció señala señalaba señalado señalan señalaron señaló sostiene sostienen sostuvo subraya subrayado
        subrayó sugiere sugirió suspira suspiró susurra susurró temió testifica testificó titula titulan tuitea
        tuiteó vaticinó zanja zanjó
        """
    ),
    tells=words(
        """
        acusa acusan acusaron acusó califica calificó celebró comparó critica criticó defendió define definió denunció
        describe describió elogia elogió habla hablan habló llama llamó rechazó tacha tachó tilda tildó
        """
    ),
    gestures=words(
        """
        bromea continuó continúa ironiza lamenta lamentó mostró muestra observa observó prosigue recuerda resume rió
        ríe sonrió sonríe suspira
        """
    ),
    doubtful=words(
        """
        agradece agradeció alerta considera consideran consideró cree creen critica critican cuenta cuentan decir
        defiende denuncia denuncian espera esperan exige exigió expresa expresó justifica justificó lamentan pide
        piden pidió piensa pregunta preguntan promete prometió publica publicó rechaza reclama reclamaron reclamó
        recuerdan sentencia
        """
    ),
    saying=words(
        """
        acusando afirmando alegando asegurando añadiendo calificando decir diciendo explicando gritando grito
        insistiendo recordando señalando
        """
    ),
    participle_endings=endings("ado ido dicho escrito"),
    according=phrases("a juicio de, conforme a, de acuerdo con, en opinión de, en palabras de, según"),
    beside=phrases("para"),
    asides=phrases("a su vez, por su lado, por su parte"),
    referring=words("así lo"),
    auxiliaries=words(
        """
        debe debía era eran es estaba estar está fue fueron ha haber habría había habían han haya he hemos iba podía
        puede quería quiere ser será sido son va
        """
    ),
    passive=words("era eran es fue fueron será sido son"),
    adverbs=words(
        """
        además ahora ahí anteriormente antes aquí asimismo así ayer aún bien después entonces finalmente hoy
        igualmente incluso le les luego mañana me muy no nos nunca posteriormente recientemente rotundo se siempre
        solo sólo tajante también tampoco te textualmente todavía ya
        """
    ),
    definite=words("aquel aquella dicha dicho el esa ese esta estas este estos la las los"),
    indefinite=words(
        """
        algunas algunos ambos cada cinco cuatro dos muchos ningún otra otras otro otros tres un una unas unos varias
        varios
        """
    ),
    possessive=words("mi mis nuestra nuestro nuestros su sus tu tus"),
    gendered=table(
        """
        f: una la esta esa
        m: un el este ese
        """
    ),
    pronouns=table(
        """
        m: él
        f: ella
        p: ellos ellas
        """
    ),
    oblique=words("le les lo me nos os te"),
    reflexive=words("le les me nos se te"),
    relatives=words("cual cuales cuya cuyo donde que quien quienes"),
    prepositions=words(
        """
        a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras
        """
    ),
    belonging=words("de del"),
    employing=words("para"),
    conjunctions=words("aunque como cuando donde e mientras ni o pero porque pues si sino u y"),
    joining=words("e y"),
    that=words("que"),
    as_said=words("como según"),
    agents=words("por"),
    others=words(
        """
        algo alguien aquello eso esto las lo los me mí nada nadie no nos nosotros os qué se sí te tú usted ustedes
        vosotros yo
        """
    ),
    roles=words(
        """
        abogada abogado abuela abuelo activista activistas actor actriz acusada acusado afición agente agentes
        agricultor agricultores alcalde alcaldesa alumno alumnos amiga amigo analista antropólogo arquitecta
        arquitecto artista arzobispo asesor asesora astrónomo autor autora autoridades bióloga biólogo bombero
        bomberos botánico canciller candidata candidato cantante capitana capitán catedrática catedrático científica
        científico científicos ciudadano ciudadanos cliente clientes coach colega colegio comisario compañera
        compañero concejal concejala conductor consejera consejero consultor coordinador coordinadora coronel defensor
        defensora delantero delegada delegado deportista diputada diputado diputados director directora doctor doctora
        dueña dueño economista editor editora embajador embajadora empleado empresaria empresario enfermera enfermero
        entrenador entrenadora escritor escritora esposa esposo estudiante estudiantes exalcalde exministra exministro
        experta experto expertos expresidente exprés familiares fiscal fiscalía fotógrafo fuente fuentes futbolista
        física físico ganadero general gerente geóloga geólogo gobernador gobernadora guardia hermana hermano hija
        hijo historiador historiadora hombre ingeniera ingeniero inspector investigador investigadora investigadores
        jefa jefe joven jubilado juez jueza jugador jugadora lideresa líder madre maestra maestro magistrada
        magistrado manifestantes marido miembro miembros ministra ministro ministros mujer médica médico médicos
        músico neurocientífica neurocientífico niña niño novelista obispo oceanógrafo opositor paciente padre padres
        panadera panadero papa pastor periodista periodistas pescador piloto policía policías politólogo político
        portavoces portavoz portera portero pregonero premier presentador presidenta presidente primer primera
        procesado productor profesor profesora propietaria propietario psicóloga psicólogo químico rector rectora
        representante representantes residente residentes responsable responsables sacerdote secretaria secretario
        senador senadora sindicalista sobrina sobrino socio socióloga sociólogo soldado subdelegada subdelegado
        testigo testigos trabajador trabajadora trabajadores turista turistas técnica técnico tía tío usuaria usuario
        vecina vecino vecinos veterinario vicepresidenta vicepresidente viceprimer viuda volante voluntaria voluntario
        voluntarios víctima víctimas zoóloga árbitro
        """
    ),
    role_endings=endings("ólogo óloga ista ador adora"),
    modifiers=words("actual antigua antiguo autor autora entonces ex histórico joven principal vice"),
    honorifics=table(
        """
        m: señor sr don d fray monseñor
        f: señora señorita sra doña dra sor
        : dr
        """
    ),
    feminine=endings("ora ada esa triz era mujer madre hija hermana ministra ica óloga cina jueza jefa denta"),
    masculine=endings("or ado ero hombre padre hijo hermano ino ico ólogo"),
    generic=words("anciana anciano hombre joven jubilado mujer niña niño"),
    audience=words("medios periodistas"),
    organisations=words(
        """
        agencia asamblea asociación ayuntamiento banco centro club colegio comisión comité compañía confederación
        congreso consejería consejo corporación cámara defensa delegación departamento dirección ejecutivo empresa
        federación fiscalía fundación generalitat gobierno grupo hospital instituto junta ministerio moncloa
        movimiento museo oenegé ong oposición organización partido policía senado sindicato sociedad tribunal
        universidad unión
        """
    ),
    documents=table(
        """
        statement: comunicado declaración
        report: informe estudio encuesta
        letter: carta
        email: correo
        message: mensaje
        note: nota
        : texto
        document: documento
        sign: pancarta cartel letrero
        court document: sentencia auto
        minutes: acta
        post on X: tuit
        article: editorial
        """
    ),
    jointly=words("conjunta conjunto"),
    issuing=words("de del por"),
    places=words("desde en hacia"),
    calendar=words(
        """
        abril agosto año diciembre domingo día enero febrero jueves julio junio lunes martes marzo mayo mañana mes
        miércoles noche noviembre octubre semana septiembre sábado tarde viernes
        """
    ),
    naming=words(
        """
        apodada apodado apodo barco bautizada bautizado canción conocida conocido denominada denominado diario
        exposición expresión hashtag lema libro llamada llamadas llamado llamados novela obra operación palabra
        palabras película programa proyecto revista serie titulada titulado término términos título álbum
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:bautizad|conocid|apodad|titulad|denominad|llamad)[oa]s?(?: \w+){0,2} (?:como|por)|"
        r"\bcon el (?:nombre|título|lema)(?: de)?|\b(?:bajo el|el) (?:lema|nombre|título|término)(?: de)?|"
        r"\b(?:acusad|culpable|delito|imputad)\w*(?: \w+){0,4} (?:de|por)|\b(?:cantó|cantaron|cantaban|"
        r"canta|interpretó)|\bla palabra|\blo que (?:se )?(?:llama|llaman)) ?$"
    ),
    hidden=words("fuente fuentes informante"),
    hiding=re.compile(
        r"(?:bajo )?(?:condición|reserva) de(?:l)? anonimato"
        r"|anónimamente"
        r"|(?:pidió|prefirió|prefiere|pidieron) (?:el anonimato|no ser (?:identificad|nombrad)\w+|no revelar su nombre)"
        r"|mantener el anonimato"
    ),
    channels=ways(
        r"""
        joint statement: comunicado conjunto|declaración conjunta
        news conference: rueda de prensa|conferencia de prensa
        press briefing: comparecencia
        press release: nota de prensa
        statement: comunicado|declaración institucional
        interview: entrevista
        podcast: pódcast|podcast
        post on {}: (?:en|a través de) (?:su (?:cuenta|perfil|página) (?:de|en) )?NETWORK\b
        post on X: tuit\w*\b
        social media post: redes sociales
        email: (?:por|en un) correo
        letter: en (?:una|su) (?:\w+ ){0,2}carta
        phone call: por teléfono|telefónica
        court: ante el (?:tribunal|juez)|durante el juicio|en el juicio|ante la jueza
        parliament: (?:ante|en) el (?:Congreso|Senado|Parlamento|pleno|hemiciclo)
        speech: discurso
        article: artículo|tribuna|editorial
        """
    ),
    plural_verbs=endings("an en on"),
    drops_subject=True,
    inverts=True,
    dashes=True,
    epithets=True,
)
