"""French."""

import re

from articles.text.quoting.language import Language, endings, phrases, table, ways, words

FRENCH = Language(
    code="fr",
    common=words("au avec ce dans des du elle est et il la le les par pas plus pour que qui sa selon son sur un une"),
    says=words(
        """
        abonde abondé admet admis affirmait affirme affirment affirmé agace agacé ajoute ajoutent ajouté
        alertent alerté analysé annonce annoncent annoncé argumente argumenté assure assurent assuré averti
        avertit avoue avoué certifié commente commenté conclu conclut concède concédé confie confient confirme
        confirmé confié constate constatent constaté crié demandent demandé disait disent dit déclarait déclare
        déclaré décrié déplore déplorent déploré détaille détaillé enchaîne enchaîné estimait estime estiment
        estimé exclamait exclame exclamé expliquait explique expliquent expliqué félicite félicité garanti
        garantit glissé grogne hurlé indique indiquent indiqué insiste insistent insisté insurge insurgé
        interroge interrogé ironise ironisé jugent jugé lâche lâché martelait martelé martèle murmure murmuré
        noté nuancé observe observent observé peste pesté plaide plaident plaidé plaisante plaisanté posté
        poursuit poursuivi précise précisent précisé préconise préconisé prévenait prévenu prévient raconte
        racontent raconté rappelle rappellent rappelé rapportent rapporté rassure rassuré reconnait reconnaît
        reconnu regrette regrettent regretté renchéri renchérit rigole rigolé râle réplique répliqué répond
        répondent répondu résumait rétorque rétorqué révèle révélé s'agace s'exclame s'insurge savoir signale
        signalé soufflé souligne soulignent souligné soupire soupiré suggère suggéré titre tonne tonné tranché
        tweete tweeté twitté témoigne témoignent témoigné écrit écrivait écrivent
        """
    ),
    tells=words(
        """
        accuse accusent accusé comparé critiqué décrit décrivent défend défendu dénonce dénoncent dénoncé fustige
        fustigé jugé parle parlé qualifie qualifient qualifié salue salué traité évoque évoquent évoqué
        """
    ),
    gestures=words(
        """
        amuse amusé commence coupe glisse interrompt lance lancé plaisante reprend repris rigole rit résume résumé
        s'amuse souffle soupire souriait sourit tranche
        """
    ),
    doubtful=words(
        """
        alerte analyse appelle appellent appelé considère considéré corrige craignent craint crie croit demande
        développe développé espère juge lance lancé note notent nuance pensait pense promet promettent promis
        publié questionne rapporte redoute relevé relève reprend repris souffle soutenu soutiennent soutient
        titre tranche
        """
    ),
    saying=words(
        """
        accusant affirmant ajoutant assurant disant déclarant dénonçant estimant expliquant jugeant lançant parlant
        promettant précisant qualifiant rappelant regrettant soulignant évoquant
        """
    ),
    participle_endings=endings("é"),
    according=phrases("aux dires de, d' après, de l'avis de, selon, selon les mots de, à en croire"),
    beside=phrases("pour"),
    asides=phrases("de son côté, pour sa part, quant à elle, quant à lui, à son tour"),
    bases=words(
        """
        affirmer ajouter conclure expliquer insister lancer lâcher plaider poursuivre préciser rappeler reconnaître
        souligner
        """
    ),
    infinitive=words("de d'"),
    auxiliaries=words(
        """
        a ai auraient aurait avaient avait avoir avons devait doit est fait furent fut ont peut pouvait sera sont va
        veut vont voulait étaient était été être
        """
    ),
    passive=words("est furent fut sont étaient était été"),
    adverbs=words(
        """
        ainsi alors aujourd'hui aussi aussitôt bien cependant d'abord demain donc déjà encore enfin ensuite fermement
        hier ici immédiatement jamais l' leur longuement lors lui là m' me même ne notamment nous pas plus pourtant
        puis rien récemment s' se simplement surtout t' te toujours tout toutefois très vite volontiers y également
        """
    ),
    definite=words("ce ces cet cette l' la le ledit les"),
    indefinite=words(
        """
        aucun aucune certaines certains chaque cinq d'autres des deux plusieurs quatre quelques trois un une
        """
    ),
    possessive=words("leur leurs ma mes mon nos notre sa ses son vos votre"),
    gendered=table(
        """
        f: une la cette
        m: un le ce cet
        """
    ),
    pronouns=table(
        """
        m: il
        f: elle
        p: ils elles
        n: on
        """
    ),
    oblique=words("eux me moi nous te toi vous"),
    reflexive=words("s' se"),
    relatives=words("dont laquelle lequel lesquels où qui"),
    prepositions=words(
        """
        après au auprès aux avant avec chez contre d' dans de depuis derrière des devant du durant dès en entre face
        hors jusqu' lors malgré outre par parmi pendant pour près sans selon sous sur vers via à
        """
    ),
    belonging=words("d' de des du la"),
    employing=words("au chez pour à"),
    conjunctions=words("alors car comme donc et lorsqu' lorsque mais ni or ou parce puisque qu' quand que si tandis"),
    joining=words("et"),
    that=words("qu' que"),
    as_said=words("comme"),
    agents=words("par"),
    others=words(
        """
        c' ceci cela en eux j' je l' m' me moi n' ne non nous oui personne quelqu'un rien s' se t' te toi tu vous y ça
        """
    ),
    elided=r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’]",
    roles=words(
        """
        acteur actrice adjoint adjointe agriculteur agriculteurs ami amie analyste ancien ancienne animateur
        apiculteur arbitre architecte archéologue artiste associé astronome attaquant auteur autorités autrice avocat
        avocate avocats biologiste botaniste boulanger boulangère buteur bâtonnier cadre candidat candidate capitaine
        chanteur chanteuse chauffeur chef cheffe chercheur chercheurs chercheuse chimiste citoyen client cliente
        clients climatologue coach collègue colonel commandant commerçant commerçants commissaire comédien comédienne
        conseiller conseillère consultant coordinateur coprésident correspondant coureur directeur directrice docteur
        défenseur délégué déléguée député députée députés employé enseignant enseignante entraineur entraîneur
        entraîneuse eurodéputé eurodéputée expert experte experts femme fermier figure fille fils fondateur fondatrice
        footballeur frère gardien garçon gouverneur général géologue gérant gérante habitant habitante habitants
        habitué historien historienne homme infirmier infirmière ingénieur ingénieure inspecteur inspectrice jeune
        joueur joueuse journaliste juge juriste juré latéral lieutenant magistrat maire maires manager manifestant
        manifestants mari membre milieu militant militante militants ministre ministres musicien mère médecin médecins
        navigateur notaire numéro négociateur oncle opposant organisateur organisateurs ornithologue ouvrier parent
        parents passant passante patron patronne paysan peintre photographe physicien pilote pilotes policier
        policiers politologue pompier pompiers porte-parole poète premier proche proches procureur procureure
        producteur productrice prof professeur professeure propriétaire préfet préfète présentateur président
        présidente prêtre psychologue père pêcheur pêcheurs randonneur rapporteur recteur responsable responsables
        restaurateur retraité retraitée riverain riveraine riverains réalisateur réalisatrice salarié salariés
        scientifique scientifiques sculpteur secrétaire serveur serveuse sociologue soldat source sources spectateur
        spécialiste supporter supporters syndicaliste sélectionneur sénateur sénatrice sœur technicien touriste
        touristes trésorier témoin témoins tête vendeur vendeuse vice-président vice-présidente victime victimes
        villageois viticulteur voisin voisine voisins volontaire voyageur vétérinaire économiste écrivain élu élue
        élus élève élèves épouse époux étudiant étudiante étudiants évêque
        """
    ),
    role_endings=endings("ologue iste ateur atrice icien icienne"),
    modifiers=words("actuel ex jeune principal vice"),
    honorifics=table(
        """
        m: m monsieur mgr père
        f: mme mlle madame
        : me dr pr maître mm
        """
    ),
    feminine=endings("ère euse trice ienne esse ée fille femme sœur mère avocate présidente cheffe adjointe"),
    masculine=endings("eur ien ier homme père frère garçon fils mari"),
    generic=words(
        """
        femme fille garçon homme jeune octogénaire quadragénaire quinquagénaire retraité retraitée septuagénaire
        sexagénaire trentenaire
        """
    ),
    audience=words("députés journalistes presse"),
    organisations=words(
        """
        académie accusation agence assemblée association banque cabinet centre club collectif comité commission
        compagnie confédération conseil cour défense département entreprise exécutif fondation fédération gendarmerie
        gouvernement groupe hôpital institut mairie matignon ministère mouvement métropole ong opposition organisation
        parquet parti police pompiers préfecture rectorat région sncf société syndicat tribunal union université ville
        élysée
        """
    ),
    documents=table(
        """
        statement: communiqué déclaration
        report: rapport étude sondage
        letter: lettre courrier
        email: courriel mail
        message: message
        note: note
        : texte
        document: document circulaire
        sign: banderole pancarte panneau affiche
        court document: jugement
        article: tribune éditorial
        post on X: tweet
        """
    ),
    jointly=words("commun conjoint"),
    issuing=words("de des du par"),
    places=words("au dans en près à"),
    calendar=words(
        """
        an année août après-midi avril dimanche décembre février janvier jeudi jour juillet juin lundi mai mardi mars
        matin mercredi mois novembre nuit octobre samedi semaine septembre soir vendredi week-end weekend
        """
    ),
    naming=words(
        """
        album appelé appelée baptisé baptisée chanson dit dite dites dits exposition expression film formule intitulé
        intitulée livre magazine mot mots navire nommé nommée opération pièce projet revue roman rubrique slogan
        surnom surnommé surnommée surnommés série terme termes titre émission
        """
    ),
    naming_phrases=re.compile(
        r"(?:\b(?:sous le|au|du|le) (?:nom|titre|surnom|slogan|terme)(?: de)?|\b(?:connu|"
        r"présenté|décrit) comme|\b(?:accusé|coupable|poursuivi|enquête|examen)s?(?: \w+){0,3} (?:pour|"
        r"de|d['’])|\bpour|\bchantai?en?t|\bont? entonné|\b(?:l['’]on|on) appel(?:le|ait)|\bfaire une|"
        r"\bsurnomm\w+|\bla|\bun|\bson pain, le) ?$"
    ),
    hidden=words("source sources informateur"),
    hiding=re.compile(
        r"sous (?:couvert|condition) d.anonymat"
        r"|(?:requis|requérant|gard\w+|demandé) l.anonymat"
        r"|préfèr\w+ (?:rester anonyme|garder l.anonymat)"
    ),
    channels=ways(
        r"""
        joint statement: communiqué (?:commun|conjoint)|déclaration (?:commune|conjointe)
        news conference: conférence de presse|point presse|point de presse
        statement: communiqué|déclaration écrite
        interview: entretien|interview|interrogé[es]* par|au micro d|invité[es]* d
        podcast: podcast
        post on {}: (?:sur|via) (?:son compte |sa page )?NETWORK\b
        post on X: tweet\w*\b
        social media post: réseaux sociaux|réseau social
        email: (?:par|dans un) (?:courriel|e-?mail|mail)
        letter: dans (?:une|sa|cette) (?:\w+ ){0,2}(?:lettre|missive)|dans un courrier
        phone call: par téléphone|au téléphone|joint[es]* par
        court: à la barre|devant (?:le tribunal|la cour|les jurés)|plaidé|requis(?! l.anonymat)
        parliament: (?:devant|à) l['’]Assemblée|aux députés|au Sénat|devant les députés|dans l['’]hémicycle
        parliament: devant le Parlement
        speech: discours|allocution
        article: tribune|éditorial
        report: dans (?:un|son|leur|le) (?:\w+ )?rapport
        """
    ),
    inverts=True,
    dashes=True,
    epithets=True,
)
