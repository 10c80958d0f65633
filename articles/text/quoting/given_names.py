"""Given names that mostly go with one gender, by which "he" and "she" are kept from the wrong person.

A list of words, not of who exists: a name that is missing only makes a pronoun harder to lead back.
"""

from articles.text.quoting.language import words

WOMEN = words(
    """
    abigail ada agnes aisha alexandra alice alicia alina almut amanda amelia amina amira amy ana andrea angela
    angelina anita anja anke ann anna anne annette antonia astrid audrey barbara beatrice beatriz bea bella
    bernadette beth bianca birgit brenda bridget brigid brigitte camila camille carla carmen carol carolina caroline
    catherine cecilia celine charlene charlotte chiara chloe christina christine claire clara claudia colleen
    constance cristina daniela danielle deborah debra delphine denise diana diane dolores donna dora doris dorothy
    edith elaine eleanor elena elisa elise elisabeth elizabeth ella ellen elodie elsa elvira emilia emily emma erika
    esther eva evelyn fabienne farah fatima fatma federica fiona flora florence frances francesca francoise
    françoise gabriela gabriele gabriella gemma georgia gertrude gina giorgia giovanna giulia gloria grace greta
    hannah hanna harriet heather hedwig heidi heike helen helena helene hilary hillary ilaria imani ines inès ingrid
    irene irina irma isabel isabella isabelle jacqueline jana jane janet janice jasmine jasna jean jeanne jennifer
    jessica jill joan joanna johanna josephine joy joyce juana judith judy julia julie june kamala karen karin
    karina karla kate katharina katherine kathleen kathryn katie katrin kelly kerstin kim kirsten kristina lara
    laura laurence lauren leila lena leonor leslie lina linda lisa liz lola lorna louise lucia lucie lucille lucinda
    lucy luisa lydia magdalena maja manuela margaret margarita margot maria marianne marie marina marion marta
    martha martina mary mathilde maureen megan melania melissa mercedes meredith mia michelle milagros miriam mona
    monica monika monique nadia nadine nancy naomi natalia natalie nicole nina nora noor noemie noémie norma nuria
    odile olga olivia ottoline pamela paola patricia paula pauline penelope petra pilar polly priyanka rachel raquel
    rebecca regina renate rita roberta rosa rosalind rosario rose rosemary ruth sabine sabrina sally samantha sandra
    sara sarah selma sharon sheila shirley silvia simone sofia solange sonia sophia sophie stefanie stella stephanie
    sue susan susanna susanne suzanne svetlana sylvia sylvie tamara tanya teresa theresa therese tracy truus uma
    ursula valentina valerie vanessa vera veronica victoria virginia vivian wendy wiebke winifred yasmin yolanda
    yvette yvonne zoe zoé
    """
)
MEN = words(
    """
    aaron abdul abdullah adam adrian ahmed alain alan alastair albert alberto aldo alejandro alessandro alex
    alexander alexandre alexei ali alfred alfredo allan alvaro amir anders andre andré andreas andrew andres andrés
    andy angelo anthony antoine antonio armand arthur arturo augusto barack barry bart ben benedict benjamin bernard
    bernardo bernd bernie bert bertrand bill bob boris brad brandon brett brian bruce bruno callum carl carlo carlos
    cedric charles charlie chris christian christoph christophe christopher clive colin conrad corrado craig cyril
    damien dan daniel danilo danny dario darren dave david davide dean denis dennis derek diego dieter dirk dmitri
    dominic dominique don donald doug douglas duncan dustin dylan ed eddie edgar eduardo edward elliot elon emil
    emilio emmanuel enrico enrique eric erik ernest ernesto esteban etienne étienne ettore eugene eugenio fabio
    felipe felix ferdinand fernando filippo florian francesco francis francisco franck francois françois frank
    frederic frédéric fred friedrich gabriel gareth gary gavin geoff geoffrey george georges gerald gerard gerd
    gerhard gero gianluca gilbert gilles giorgio giovanni giuseppe glen glenn gonzalo gordon graham greg gregor
    gregory guillaume gunter günter guido gustavo guy hamza hans harold harry harvey hassan hector heinrich heinz
    henri henrik henry herbert hermann hernan hernán holger horst hossein howard hubert hugh hugo hugues hussein ian
    ibrahim ignacio igor ilian isaac ismael ivan jack jacob jacques jake jaime jakob james jamie jan jason javier
    jeff jeffrey jens jeremy jerome jérôme jerry jesse jesus jim jimmy joachim joao joaquin joe joel johan johannes
    john johnny jon jonah jonas jonathan joost jordan jorg jörg jorge jose josé josef joseph josh joshua juan julian
    julien jurgen jürgen justin kai karim karl keir keith ken kenneth kevin khalid klaus kofi kurt lance lars
    laurent lee leo leon leonardo leroy lewis liam lloyd lorenzo louis luc luca lucas luigi luis luke lukas luther
    mahmoud malcolm manfred manuel marc marcel marcello marco marcos marcus mario mark markus martin massimo mateo
    mathieu mats matt matteo matthew matthias maurice mauricio max maximilian michael michel miguel mike milan mirko
    mitch mohamed mohammad mohammed muhammad moritz nathan nathaniel neil nelson nicholas nick nicolas nigel nikolai
    nils noah norman oleg oliver olivier omar oscar osman otto pablo paco paolo pascal patrick paul pavel pedro pete
    peter phil philip philippe pierre piers pieter pietro rafael ralf ralph ramon ramón raul raúl ray raymond rene
    rené renzo ricardo riccardo richard rob robert roberto robin rodrigo roger roland rolf roman ron ronald rory
    ross roy ruben rudolf rui rupert russell ryan sam samir samuel sander scott sean sébastien sebastian sergei
    sergio seth shane sidney silvio simon stefan stefano stefaan stephan stephen stephane stéphane steve steven
    stuart sven tariq ted teodor terry theo thierry thomas thorsten tim timo timothy tobias todd tom tomas tomás
    tommaso tony toby trevor tyler udo ulrich uwe victor viktor vincent vladimir volodymyr walter warren wayne
    werner wilhelm will willem william wolfgang xavier yannick yusuf yves zachary
    """
)


def gender_of(given_name: str) -> str:
    """`f` or `m` where the name nearly always goes with one gender, empty where nothing tells."""
    name = given_name.lower().rstrip(".").split("-")[0]
    return "f" if name in WOMEN else "m" if name in MEN else ""
