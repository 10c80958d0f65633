"""Portuguese, of Portugal and of Brazil."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

PORTUGUESE = Language(
    code="pt",
    common=words("a ao as com como da de disse do e em foi mais na no não o os para por que se segundo são um uma é"),
    says=words(
        """
        acrescenta acrescentou admite admitem admitiu adverte advertiu afirma afirmado afirmam afirmaram afirmou alega
        alegou alertou anuncia anunciaram anunciou aponta apontou argumenta argumentou assegura assegurou avalia
        avaliou avisa avisou brinca brincou comenta comentou completou conclui concluiu confirma confirmaram confirmou
        contou declara declararam declarou defende defendeu desabafa desabafou destaca destacou detalha detalhou disse
        disseram dito diz dizem enfatiza enfatizou esclarece esclareceu escreve escreveu exclamou explica explicam
        explicaram explicou frisa frisou garante garantem garantiu grita gritou informa informaram informou insiste
        insistiu ironiza ironizou lamentou lembrou murmurou notou observou opina opinou perguntou pontua pontuou
        questionou reage reagiu rebate rebateu reconhece reconheceu recorda recordou refere referem referiu reforça
        reforçou reitera reiterou relata relatam relatou responde respondeu ressalta ressaltou revela revelou salienta
        salientou sublinha sublinhou sussurrou tuitou
        """
    ),
    tells=words(
        """
        acusa acusam acusou chama chamou classifica classificou comparou criticou define definiu denunciou descreve
        descreveu elogia elogiou fala falou
        """
    ),
    gestures=words(
        """
        brinca completa continua continuou prossegue prosseguiu resume ri riu sorri sorriu suspira suspirou
        """
    ),
    doubtful=words(
        """
        acredita alerta considera considerou conta contam critica denuncia espera exige exigiu indica indicou lamenta
        lembra lê-se nota observa pede pediu pergunta promete prometeu publicou questiona resumiu
        """
    ),
    saying=words("acrescentando acusando afirmando dizendo explicando garantindo lembrando"),
    participle_endings=endings("ado ido dito escrito"),
    according=phrases("conforme, de acordo com, na opinião de, nas palavras de, segundo"),
    beside=phrases("para"),
    asides=phrases("por seu lado, por seu turno, por sua vez"),
    referring=words("assim"),
    auxiliaries=words(
        """
        deve devia era eram estava está foi foram haver havia há ia pode podia quer ser será sido são tem ter teria
        tinha tinham têm vai é
        """
    ),
    passive=words("era eram foi foram será sido são é"),
    adverbs=words(
        """
        agora ainda ali amanhã apenas aqui assim bem depois então finalmente hoje igualmente já lhe lhes logo me muito
        nos nunca não ontem posteriormente recentemente se sempre só também
        """
    ),
    definite=words("a aquela aquele as essa esse esta estas este estes o os"),
    indefinite=words(
        """
        algumas alguns ambos cada cinco dois duas muitos nenhum outra outras outro outros quatro três um uma umas uns
        várias vários
        """
    ),
    possessive=words("dela dele meu minha nossa nosso seu seus sua suas"),
    gendered=table(
        """
        f: uma a esta essa
        m: um o este esse
        """
    ),
    pronouns=table(
        """
        m: ele
        f: ela
        p: eles elas
        """
    ),
    oblique=words("lhe lhes me nos te vos"),
    reflexive=words("lhe lhes me nos se"),
    relatives=words("cuja cujo onde quais qual que quem"),
    prepositions=words(
        """
        a antes ao aos após até com conforme contra da das de desde do dos dum duma durante em entre na nas no nos num
        numa para pela pelas pelo pelos perante por segundo sem sob sobre à às
        """
    ),
    belonging=words("da das de do dos"),
    employing=words("na no para pela"),
    conjunctions=words("como e embora enquanto mas nem onde ou pois porque quando se"),
    joining=words("e"),
    that=words("que"),
    as_said=words("como conforme"),
    agents=words("pela pelo por"),
    others=words(
        """
        algo alguém aquilo eu isso isto lhe lhes me mim nada ninguém nos não nós o que se sim te tu você vocês vós
        """
    ),
    roles=words(
        """
        advogada advogado advogados agente agentes agricultor aluna aluno amiga amigo analista arguida arguido
        arquiteto artista assessor assessora ator atriz autarca autor autora autoridades bispo bióloga biólogo
        bombeiro bombeiros candidata candidato cantor cantora capitão chanceler cidadão cientista cientistas cliente
        colega comandante comerciante conselheiro consultor coordenador coordenadora coronel defensor delegada
        delegado deputada deputado deputados diretor diretora dirigente dona dono doutor economista editor embaixador
        embaixadora empresária empresário enfermeira enfermeiro engenheira engenheiro escritor escritora especialista
        especialistas estudante ex-ministro ex-presidente filha filho fonte fontes fotógrafo fundador fundadora
        gerente geóloga geólogo governador governadora historiador homem inspetor investigador investigadora
        investigadores irmã irmão jogador jogadora jornalista jovem juiz juíza líder manifestantes marido membro
        ministra ministro morador moradora moradores motorista mulher mãe médica médico médicos músico oposição
        paciente padre pai pescador pescadores pesquisador pesquisadora pesquisadores piloto policiais policial
        polícia político porta-voz prefeita prefeito premiê presidente primeiro-ministro procurador procuradora
        produtor professor professora promotor promotora proprietária proprietário psicóloga psicólogo reitor
        representante responsável secretária secretário senador senadora sindicalista sociólogo soldado sócio
        testemunha testemunhas torcedor treinador treinadora turista técnico vereador vereadora vice-presidente
        vizinha vizinho vizinhos voluntário vítima vítimas árbitro
        """
    ),
    role_endings=endings("ólogo óloga ista ador adora"),
    modifiers=words("antiga antigo atual então ex jovem principal vice"),
    honorifics=table(
        """
        m: senhor sr dom padre
        f: senhora sra dona dra
        : dr
        """
    ),
    feminine=endings("ora ada triz mulher mãe filha irmã ministra óloga juíza eira ária"),
    masculine=endings("or ado homem pai filho irmão ólogo eiro ário"),
    generic=words("homem jovem mulher"),
    audience=words("jornalistas repórteres"),
    organisations=words(
        """
        agência assembleia associação banco centro clube comissão companhia confederação congresso conselho corporação
        câmara delegação departamento direção empresa federação fundação governo grupo hospital instituto ministério
        movimento museu organização partido polícia prefeitura procuradoria proteção senado sindicato sociedade
        tribunal universidade união
        """
    ),
    documents=table(
        """
        statement: comunicado nota declaração
        report: relatório estudo pesquisa sondagem
        letter: carta
        email: e-mail
        message: mensagem
        document: documento
        sign: faixa cartaz placa
        court document: sentença acórdão
        : texto
        """
    ),
    jointly=words("conjunta conjunto"),
    issuing=words("da de do pela pelo por"),
    places=words("desde em na no"),
    calendar=words(
        """
        abril agosto ano dezembro dia domingo fevereiro janeiro julho junho maio manhã março mês noite novembro
        outubro quarta quarta-feira quinta quinta-feira segunda segunda-feira semana setembro sexta sexta-feira sábado
        tarde terça terça-feira
        """
    ),
    naming=words(
        """
        alcunha apelidada apelidado apelido batizada batizado canção chamada chamado conhecida conhecido denominada
        denominado exposição expressão filme intitulada intitulado jornal lema livro obra operação palavra palavras
        programa projeto revista romance série termo termos título álbum
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:batizad|conhecid|apelidad|intitulad|denominad|chamad)[oa]s?(?: \w+){0,2} (?:como|por|de)|"
        r"\bcom o (?:nome|título|lema)(?: de)?|\b(?:acusad|culpad|crime|suspeit)\w*(?: \w+){0,3} (?:de|por)|"
        r"\b(?:cantou|cantaram|cantavam)|\ba palavra) ?$"
    ),
    hidden=words("fonte fontes"),
    hiding=re.compile(
        r"(?:condição|sob) (?:de |o )?anonimato"
        r"|(?:pediu|preferiu) (?:para )?não ser identificad\w"
        r"|não quis se identificar"
    ),
    channels=ways(
        r"""
        joint statement: comunicado conjunto|nota conjunta|declaração conjunta
        news conference: conferência de imprensa|coletiva de imprensa|entrevista coletiva|coletiva
        press release: comunicado de imprensa|press release
        statement: comunicado|em nota|por meio de nota|declaração escrita
        interview: entrevista
        podcast: podcast
        post on {}: (?:no|na|em) (?:sua (?:conta|página) (?:do|da|no|na) )?NETWORK\b
        post on X: tuít\w*|tuitou
        social media post: redes sociais
        email: por e-?mail
        letter: em (?:uma )?carta|numa carta
        phone call: por telefone|ao telefone
        court: em tribunal|perante o juiz|durante o julgamento
        parliament: (?:no|ao) (?:Parlamento|Congresso|Senado)|na (?:Câmara|Assembleia)
        speech: discurso
        """
    ),
    plural_verbs=endings("am em ão"),
    drops_subject=True,
    inverts=True,
    dashes=True,
    epithets=True,
)
