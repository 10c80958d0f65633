"""The English verbs of saying, by what each needs to be one, and their forms."""

from articles.text.quoting.language import words

_SAY = """
    acknowledge add admit advise affirm allege announce answer argue ask assert assess assure attest bark bellow blog
    boast brag caption caution chant claim clarify comment complain concede conclude concur confess confide confirm
    contend correct counter cry declare deny describe disclose echo elaborate email emphasise emphasize exclaim
    explain express fear fume gush highlight hint indicate insist instruct interject intone joke lament maintain
    marvel mention murmur muse mutter narrate note object observe offer opine outline persist pledge posit post
    predict proclaim profess promise propose protest quip reason reassure recall reckon recommend recount reflect
    reiterate relate remark remember remind repeat reply report respond retort retweet reveal roar scoff shout shriek
    signal speculate state stress submit suggest summarise summarize surmise swear telegraph testify text theorise
    theorize tweet underline underscore urge venture volunteer vow warn whisper wonder yell
"""
_TELL = """
    accuse address apologise apologize appeal applaud assail attack bill blame blast brand call categorise
    categorize challenge characterise characterize cite commend commit compare condemn credit criticise criticize
    decry demand denounce deride detail dictate discuss dismiss dub endorse exhort hail implore inform label lambast
    lambaste lash liken nickname order praise quote rate rebuke refer ridicule salute scold slam tell term thank
    title tout urge vent welcome
"""
_GESTURE = """
    agree beam begin blurt chuckle conclude continue crow deadpan demand disagree enthuse finish frown gasp go grin
    groan growl grumble hiss interrupt joke laugh moan nod plead press scream shrug sigh smile snap snarl sneer sniff
    snort sob stammer thunder wail weep whine
"""
_DOUBLING = words("admit brag commit deadpan dub grin label nod quip refer shrug slam sob submit")
_UNINFLECTED = """
    began begins believe believed believes cried cries cry denied denies clarified clarifies feel feels felt goes
    hoped hopes knew put puts read reads replied replies reply said saw say says sees sang sings swears swore
    sworn testified testifies think thinks thought understands understood went write writes written wrote
"""


def _forms(verbs: str, *endings: str) -> frozenset[str]:
    """The regular forms of verbs with those of the endings s, ed and ing that are wanted."""
    forms = set()
    for verb in verbs.split():
        doubled = verb + verb[-1] if verb in _DOUBLING else verb.removesuffix("e")
        to_i = verb.endswith("y") and verb[-2] not in "aeo"
        made = {
            "s": verb[:-1] + "ies" if to_i else verb + ("es" if verb.endswith(("s", "sh", "ch", "o")) else "s"),
            "ed": verb[:-1] + "ied" if to_i else doubled + "ed",
            "ing": (verb if to_i else doubled) + "ing",
        }
        forms |= {made[ending] for ending in endings}
    return frozenset(forms)


DOUBTFUL = words(
    """
    accepted accounts addressed agreed answers appeals assessed assures assured attacked attacks attested began
    begins believe believed believes billed bills blamed blogs boasts branded brands calls captioned captions
    challenges chants charges claims comments committed compared complaints concedes conceded concluded confirmed
    confirms continued continues countered counters credited credits cries deduced demands detailed details
    discussed echoes emails fears feel feels felt finds finished found goes highlighted hinted hints hoped
    hopes indicated indicates jokes knew labels laughs listed maintained maintains marvelled mentioned mentions
    notes observed observes offered offers ordered orders persisted plans pledges posted posts pressed presses
    promises proposed proposes protests put puts questions quoted quotes rated rates read reads reasons recalled
    recalls recommended recommends recounted recounts reflected reflects related relates remarks remembered reminded
    reminds replies reports revealed reveals roars sang saw sees shouts showed shows signaled signalled signals
    sings smiles snapped speak speaks spoke spoken states submits submitted suggested suggests termed terms texted
    texts thanked thanks think thinks thought titled titles underlined underlines understood understands volunteered
    volunteers welcomed went whispers
    """
)
SAYS = _forms(_SAY, "s", "ed") | words(_UNINFLECTED) - DOUBTFUL | words("reported signalled")
SAYS = SAYS - DOUBTFUL
TELLS = (_forms(_TELL, "s", "ed") | words("told tells swore")) - DOUBTFUL
GESTURES = _forms(_GESTURE, "s", "ed") | words("began begins goes weeps wept went wrote")
SAYING = _forms(_SAY + _TELL, "ing") | words("advocating putting reading saying speaking telling writing")
BASES = words(_SAY + _TELL) | words("call put say tell write")
