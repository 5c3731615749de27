"""Small words around a ceasefire: what opens and closes a noun phrase, what begins another clause, what joins."""

from __future__ import annotations

from service.analysis.languages.lists import words

DEFINITE = words("the this that these those its their his her our your my 's '")
DETERMINERS = DEFINITE | words("a an any no another each every some both all such several many numerous")
PHRASE_ENDS = words(
    """
    of to for on in at by with under during despite amid from over about since after before until between into through
    against within without than as via per toward towards and or but that which who whom when while if because though
    although unless whether where . , ; : – ( ) % @ is are was were be been being has have had will would could may might
    can must should do does did not n't he she it they we you i there said says say told
    """
)
MADE_ENDINGS = (
    "-brokered",
    "-mediated",
    "-negotiated",
    "-backed",
    "-sponsored",
    "-imposed",
    "-guaranteed",
    "-declared",
    "-agreed",
    "-led",
)
SPELL_ENDINGS = ("-hour", "-day", "-week", "-month", "-year", "-old", "-long")
OBJECT_OPENERS = words("the a an its their his her that to for on in it them all this these and from by more no any") | {","}

# Words that begin another clause: what stands before them does not govern what comes after.
CLAUSES = words(
    """
    after before when while as but because although though whereas who which whose where until unless since despite amid
    during if under whether once
    """
) | words(". ; : – ( ) % @")
BE = words(
    """
    is are was were be been being 's 're remain remains remained gets got get looks look looked appears appear appeared
    seems seem seemed stays stayed left
    """
)
HAVE = words("has have had 've having")
RELATIVES = words("that which who")

# How a ceasefire is joined to what happens beside it.
DESPITE = words("despite notwithstanding undeterred ignoring")
UNDER = words("under during amid throughout within through in thanks since as")
SOON = words("hours hour day days minutes minute week weeks shortly soon immediately even barely just hardly moments")
BEFORE_ALSO = (("ahead", "of"), ("prior", "to"), ("eve", "of"))
DESPITE_ALSO = (("spite", "of"), ("defiance", "of"), ("regardless", "of"), ("even", "with"))
BUT = words("but though although while yet however and as")
CONTINUES = words(
    """
    continue continues continued continuing rage rages raged raging persist persists persisted went goes erupted flared
    reported broke still intensified
    """
)
GOES_ON = CONTINUES | words(
    """
    resumed resume resumes resuming broken heard killed kept keep hit hits struck pounded shelled bombed still intensified
    fell fighting shelling firing attacking killing
    """
)
WARS = words(
    """
    strife struggle insurrection rebellion bombing strikes war wars fighting conflict violence bloodshed hostilities clashes
    battle battles siege bombardment uprising insurgency offensive combat ground shelling
    """
)
MODALS = words("will would could may might can must should to shall cannot won't not never")
PREPOSITIONS = words(
    """
    for in at by with from over about since after before until between into through against within as via per toward towards
    on during under to of
    """
)
STOPPED = words("halted halt suspended suspend stopped stop ceased cease paused pause")
APPLIES = words("apply applies applied cover covers covered include includes excluded excludes")
TRANSPARENT = words("terms spirit letter text provisions conditions rules notion")  # "violated the terms of the truce"
# Prepositions by which a noun takes a ceasefire: "talks on", "violation of".
LINKS = words("of to for on about over towards toward into at upon regarding between in from against concerning with")
# Words that look like verbs behind another verb and are nouns: "resist calls for".
NOUN_LIKE = words(
    """
    call calls appeal appeals demand demands plea pleas offer offers proposal proposals plan plans push bid request requests
    support
    """
)
POSSIBLE = words("possible potential likely proposed future eventual hoped-for")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday")
TIMES = words(
    """
    week month night year minute monday tuesday wednesday thursday friday saturday sunday weekend summer spring autumn
    winter days hours two three few january february march april may june july august september october november december
    """
)
HOURS = words("noon midnight tomorrow dawn")
# Verbs that make a state of the ceasefire behind them: "declared the truce dead".
DECLARED = words(
    "declared declares declare pronounced considered considers called left leaving leaves bring brings brought bringing"
)
# What makes a ceasefire of an offer of one.
ACCEPTED = words(
    """
    accept accepts accepted accepting approve approves approved approving endorse endorsed agree agreed adopt adopted backed yes
    """
)
# Small words of special readings, by what they do there.
DUE = words("due set expected scheduled about")
NEW = words("new another second fresh renewed")
KEPT = words(
    """
    maintain maintaining keep keeping build building sustain save salvage shore preserve protect strengthen consolidate bolster rescue
    continue
    """
)
MOUNTING = words(
    "grow grows grew growing mount mounts mounted mounting rise rises rose rising fade fades faded fading remain remained"
)
SUBJECTS = words("he it they she we i you there")
PLANS = words("tentative proposal proposals plan plans draft offer initiative blueprint framework proposed if")
DOUBTED = words(
    """
    if unless whether should believes believe believed doubts doubt doubted think thinks thought ensure ensures ensured
    ensuring
    """
)
DENYING = words("denied denies deny denying")
FEARED = words("fear fears feared worry worries worried")
WHEN = words("when once until before")
MEANT = words("supposed meant due scheduled should")
OF_ANOTHER = words("of on about over to in from by at under during despite amid")
DEALS = words("plan deal agreement accord pact")
LAW = words("respect observance compliance implementation adherence enforcement")
OFFERS = words("offer offers proposal proposals plan plans initiative terms")
PUTTING = words("put puts putting")  # "to the test"
THERE_WILL_BE = (("there", "will", "be"), ("there", "can", "be"), ("there", "would", "be"), ("there", "could", "be"))
# "Described the truce as a theatrical show".
BELITTLING = words(
    """
    called calls calling described describes describing denounced denounces denouncing dismissed dismisses branded brands derided
    labelled labeled condemned considers considered sees saw mocked
    """
)
PLOYS = words(
    "ploy trick stunt sham farce charade gimmick show hoax exercise joke lie propaganda theatre theater smokescreen trap surrender"
    " capitulation insult humiliation diktat"
)
# Fighting that breaks a truce "amid" which it goes on; a single shot may be anybody's.
FOUGHT = words("clashes clashed fought battled shelled bombed pounded")
CONTEMPT = (("derision",), ("scorn",), ("contempt",), ("ridicule",), ("disdain",), ("mockery",))
NTH = words("first second third fourth fifth sixth seventh last final")
# Violence that breaks the truce "during" which it is told, and words by which it is none.
DECLARING = words("declaring announcing agreeing signing accepting proclaiming promising pledging")
BEING_MADE = words(
    """
    agreeing agreed announcing announced declaring declared ordering ordered proclaiming proclaimed signing signed accepting accepted
    pledging promising brokering calling
    """
)
FIRED = words(
    "fired shelled bombed killed wounded ambushed attacked launched struck pounded fought clashed clashes battled hit shot shook rocked"
    " strikes pounds bombs shells kills raids"
)
FEWER = words(
    """
    no fewer less lower fallen fell falls fall dropped drop drops down declined eased calm calmer quiet quieter reduced halved subsided
    waned stopped halted
    ceased paused without returned suspended held hold holding spared
    """
)
QUIET = words("no not without stopped halted eased paused suspended fewer before since earlier previously had")
# "The truce minutes after it began": a time that stands behind a ceasefire and belongs to what follows.
BESIDE_A_TIME = words("after before later earlier ago into")
# "Another 72 hours of truce", "will last for a further two days".
MORE_TIME = words("another further additional extra more")
TIME_UNITS = words("hour hours day days week weeks month months")
# What "took days of talks to reach" was reached.
TAKING = words("took takes taken needed spent")
# Behind "the truce over": an end, not "over Christmas".
OVER_FOLLOWS = words("and after because as on but following in when if , . ; – by unless") | {""}
SO_FAR = (("so", "far"), ("as", "yet"), ("until", "now"), ("to", "date"), ("thus", "far"))
HOLDING = ("includ", "provid", "entail", "involv", "compris", "bring", "offer", "giv")  # "a plan that includes a truce"
TURNED_DOWN = words("rejected refused rebuffed dismissed spurned vetoed unheeded unanswered")
FAILING = (("failure", "to"), ("failures", "to"), ("failed", "to"), ("fails", "to"), ("failing", "to"))
MEDIATORS = words("mediator mediators negotiator negotiators")
VIA = words("through by via")
AMID = words("with amid")
BROKEN = words("broken violated breached flouted ignored")
SIGNING = ("sign", "approv", "seal", "finali", "vot", "accept", "ratif", "agree")  # what is "due" is not done
HELD = words("held survived lasted endured")
NEWS = words("announcement declaration proclamation signing start beginning launch onset arrival")
KILLED = words(
    """
    killed kills killing dead died deaths strikes raids airstrikes attacks violations shelling wounded assaults bombed struck
    """
)
# What a ceasefire's noun phrase is joined to where nothing else is said of it.
PAUSING = ("suspend", "paus", "adjourn", "halt", "freez", "postpon", "froze")
TALKS = words("talks negotiations meeting summit round conference session")
FREED = words(
    """
    freed frees free freeing release releases released releasing swap swapped exchange exchanged handed return returned hostages
    captives prisoners
    """
)
TO_COME = words("will would to due expected set be")
UNCERTAIN = words("if unless whether")
HOSTAGES = words("hostages hostage captives prisoners people those women children men israelis palestinians soldiers being")
GOALS = words("goal aim objective task priority purpose hope idea intention ambition")  # "the goal was to extend it"
SEEMS = words("appears appeared appear seems seemed seem")
BACKED = ("support", "back", "favour", "favor")  # what is backed and is "the" or somebody's is there
