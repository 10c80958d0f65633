"""Words that tell what a line of type is: a name, an organisation, a role, or an ordinary sentence.

Lists of shapes, not of who exists. All but `BEATS` are in lower case.
"""

# Small letters within a family name.
PARTICLES = frozenset(
    "af al av bin bint da das de degli dei del della den der di do dos du e el ibn la las le los ten "
    "ter van vande vander vom von y zu zum zur".split()
)  # fmt: skip

# Organisations that would read as people, and those that write themselves in small letters.
AGENCIES = frozenset(
    {
        "afp",
        "agence france-presse",
        "ansa",
        "ap",
        "associated press",
        "australian associated press",
        "bloomberg",
        "canadian press",
        "dpa",
        "efe",
        "kyodo",
        "ntb",
        "pa media",
        "press association",
        "press trust of india",
        "reuters",
        "ritzau",
        "tass",
        "taz",
        "tt",
        "united press international",
        "voice of america",
        "xinhua",
        "yonhap",
    }
)

# One of these in a name, and it is no person's.
ORGANISATION_WORDS = frozenset(
    "agencies agency agencia agentur agence bank broadcasting bureau center centre channel chronicle "
    "committee correspondents correspondent council daily desk digital editors foundation gazette inc "
    "institute journal ltd magazine media network networks news newspaper newspapers newsroom "
    "newswire observer productions radio redaktion rédaction redacción reporter reporters review "
    "service services staff studio studios team telegraph television times today tribune tv "
    "university weekly wire writers агентство новости редакция".split()
)  # fmt: skip
ORGANISATION_ENDINGS = ("社", "報", "报", "新聞", "新闻", "通信", "デジタル")

# What somebody is called after the comma; the last word decides.
ROLES = frozenset(
    "analyst columnist commentator contributor correspondant correspondante correspondent "
    "corresponsal critic editor editor-at-large editor-in-chief journalist korrespondent "
    "korrespondentin photographer presenter producer redactor redactora redakteur redakteurin "
    "reporter reporterin researcher writer".split()
)  # fmt: skip

# Small letters within the name of an organisation.
LINKING = frozenset(
    "and at da de der des di du e et for für i in la le of on pour the und y &".split()
)  # fmt: skip

# A "US correspondent" writes about it, a "BBC correspondent" is paid by it.
BEATS = frozenset({"EU", "UK", "UN", "US", "USA"})

# Capitalised as in a headline these look like names, yet nobody is called so.
NOT_NAMES = frozenset(
    "a about above advertisement after again against all also another any are arrested as ask asks at "
    "banned be because been before behind better big blow boost braces break by call called calls can "
    "celebrates charged come correction could deal december demand demands end ends ever every "
    "everything fears february fight fights fined first five for four free fresh friday from funding "
    "get gets give go good great guide guilty had has have headed heads help her here high his hit "
    "hits honoured hopes hours how if in into is it its jailed january join july just latest "
    "lessons let like list live look looking looks loss made make makes many men million monday "
    "more most much must need needed needs new next night no not november now october of off offers "
    "on one only open opens or our out outrage over pay plan planned plans plea pleads praise praised "
    "prepare prepares prize pushes question questions ready reasons record related rescue result "
    "rises running runs sales saturday search see seek seeks sentenced september set should six "
    "sought special step steps still stop sunday support take takes thank thanks that the their them "
    "then there these they this those three thursday time tips to too top tuesday two under up update "
    "updated urges us victory vote votes wait waiting waits want wanted wants warning was way ways we "
    "wednesday were what what's when where which while who why wins with woman women work world "
    "worst would year years yes you your".split()
)  # fmt: skip

# Nobody's given name, but many a family's.
NOT_GIVEN_NAMES = frozenset(
    "an best chief deputy director documents former head hunt key minister my president prime race "
    "read secretary senior so win".split()
)  # fmt: skip

# What people are, in slogans and headlines, "for".
NOT_ORGANISATIONS = frozenset(
    "action all america americans asylum beginners breakfast britain change charity children "
    "christmas climate congress consumers corruption democracy democrats dinner everybody everyone "
    "families farmers fraud freedom god good governor growth help her him hope hospital house "
    "independence india investors israel jobs justice kids king life love lunch mayor me men minister "
    "ministers money mothers murder nothing novices parents parliament patients peace people police "
    "presidency president pupils reform republicans sale schools senate students success survival "
    "taxpayers teachers theft them trial trump two ukraine us victims victory voters war women work "
    "workers young youth".split()
)  # fmt: skip
