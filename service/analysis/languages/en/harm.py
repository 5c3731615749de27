"""Words for harm to people, by kind and by the way they take their victims."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from service.analysis.languages.en import idioms
from service.analysis.languages.lists import words
from service.models import KINDS, Kind

Form = Literal["base", "s", "ing", "past", "pp"]


class Verb(NamedTuple):
    """A form of a verb of harm. ``people_only``: its object must be a word for people (one can also seize a town)."""

    kind: Kind
    form: Form  # "past" also where past and participle are the same word
    people_only: bool = False


def _forms(base: str, kind: Kind, past: str = "", ing: str = "", *, people_only: bool = False, pp: str = "") -> dict[str, Verb]:
    s = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    past = past or (base + "d" if base.endswith("e") else base + "ed")
    ing = ing or (base[:-1] + "ing" if base.endswith("e") else base + "ing")
    forms = {
        base: Verb(kind, "base", people_only),
        s: Verb(kind, "s", people_only),
        ing: Verb(kind, "ing", people_only),
        past: Verb(kind, "past", people_only),
    }
    if pp:
        forms[pp] = Verb(kind, "pp", people_only)
    return forms


def by_kind(**texts: str) -> dict[str, Kind]:
    """Words to the kind of harm they tell of."""
    return {word: kind for kind in KINDS for word in texts.get(kind, "").split()}


# They take the victims as their object, or as the subject of a passive.
TRANSITIVE: Final[dict[str, Verb]] = {
    **_forms("kill", "killed"),
    **_forms("slay", "killed", "slew", "slaying", pp="slain"),
    **_forms("murder", "killed"),
    **_forms("assassinate", "killed"),
    **_forms("massacre", "killed"),
    **_forms("slaughter", "killed"),
    **_forms("execute", "killed", people_only=True),
    **_forms("behead", "killed"),
    **_forms("exhume", "killed", people_only=True),
    **_forms("decapitate", "killed"),
    **_forms("lynch", "killed"),
    **_forms("hang", "killed", "hanged", people_only=True),
    **_forms("martyr", "killed"),
    **_forms("eliminate", "killed", people_only=True),
    **_forms("liquidate", "killed", people_only=True),
    **_forms("neutralise", "killed", people_only=True),
    **_forms("neutralize", "killed", people_only=True),
    **_forms("butcher", "killed"),
    **_forms("electrocute", "killed"),
    **dict.fromkeys(("machine-gunned", "machinegunned"), Verb("killed", "past")),
    **_forms("bayonet", "killed"),
    **_forms("strangle", "killed"),
    **_forms("garrotte", "killed"),
    **_forms("immolate", "killed"),
    **_forms("disembowel", "killed", "disembowelled", "disembowelling"),
    **_forms("crucify", "killed", "crucified", "crucifying"),
    **_forms("exterminate", "killed", people_only=True),
    **_forms("incinerate", "killed", people_only=True),
    **_forms("wound", "wounded"),
    **_forms("injure", "wounded"),
    **_forms("hurt", "wounded", "hurt", "hurting", people_only=True),
    **_forms("maim", "wounded"),
    **_forms("hospitalise", "wounded"),
    **_forms("hospitalize", "wounded"),
    **_forms("kidnap", "captured", "kidnapped", "kidnapping"),
    **_forms("abduct", "captured"),
    **_forms("capture", "captured", people_only=True),
    **_forms("snatch", "captured", people_only=True),
    **_forms("displace", "displaced"),
    **_forms("uproot", "displaced", people_only=True),
    **_forms("evacuate", "displaced", people_only=True),
}
# Their subject is the victim.
INTRANSITIVE: Final = by_kind(
    killed="""
        die dies died perish perished perishes succumb succumbed drowned
    """,
    displaced="""
        flee fled flees fleeing
    """,
    missing="""
        disappeared vanished
    """,
)
# Adjectives and participles that state what became of a group: "12 dead", "30 others wounded".
STATES: Final = by_kind(
    killed="""
        dead killed slain murdered executed beheaded martyred massacred slaughtered assassinated hanged
    """,
    wounded="""
        wounded injured hurt hospitalised hospitalized maimed concussed
    """,
    missing="""
        missing unaccounted disappeared
    """,
    captured="""
        kidnapped abducted captured captive
    """,
    displaced="""
        displaced homeless uprooted evacuated
    """,
)
# A number before them counts victims by itself.
COUNT_NOUNS: Final = by_kind(
    killed="""
        deaths death fatalities fatality killings murders executions corpses bodies body corpse skeletons cadavers funerals lives martyrs
        coffins graves bodybags shrouds
        assassinations beheadings
    """,
    wounded="""
        injuries woundings wounds
    """,
    captured="""
        hostages captives abductees pows
    """,
    displaced="""
        refugees evacuees idps arrivals
    """,
    missing="""
        disappearances
    """,
)
# Nouns of an act whose victims follow "of": "the killing of 12 monks".
ACTS: Final = by_kind(
    killed="""
        death deaths killing killings murder murders assassination execution executions massacre slaughter beheading slaying
        loss throats lives bodies body corpses corpse remains life skeletons skeleton cadavers
        lynching martyrdom elimination assassinations beheadings lynchings
        massacres funerals burials killers killer murderers murderer assassins slayings
    """,
    wounded="""
        wounding injuring injury injuries
    """,
    captured="""
        kidnapping abduction capture kidnappings abductions
    """,
    displaced="""
        displacement exodus evacuation relocation
    """,
    missing="""
        disappearance
    """,
)
VICTIMS: Final = by_kind(
    killed="""
        dead killed victims fatalities deceased slain deaths casualties fallen martyrs murdered
    """,
    wounded="""
        wounded injured hurt
    """,
    missing="""
        missing
    """,
    captured="""
        abducted kidnapped captured hostages abductees captives
    """,
    displaced="""
        displaced evacuated evacuees
    """,
)
# Injuries that somebody suffers or is treated for.
INJURIES: Final = words(
    "wounds injuries burns concussion concussions bruises fractures cuts contusions lacerations amputations"
)
BODY_PARTS: Final = words("""
    leg legs arm arms foot feet hand hands finger fingers eye eyes limb limbs thigh thighs knee knees shoulder shoulders chest stomach
    abdomen back face neck hip ankle sight eyesight hearing ear
""")
# What hits people and wounds them.
MISSILES: Final = words("shrapnel bullet bullets splinters fragments glass debris pellets stones gunfire")
# Words that tell of harm to people only beside a number.
_BESIDE_A_NUMBER: Final = (
    words("""
    accounted brought bundled buried burnt bused care carried chased contact count expelled fate ferried flew flown gave given
    airlifted abandoned cut mowed mown
    crew crossed herded hijacked moved mystery retained temporary trace drove fall fatal grabbed leave ordered
    spilled trekked     trekking trudged     hands hauled heard hit keep keeping kept led located poured
    pouring pushed roads rounded streamed streaming struck tally
    seen survived traced treated treating treatment word pit escaped escaping lifted lifting bandaged operated picked
    hosts hosting shelters received sheltering surrender searching paraded displayed newcomers
""")
    | MISSILES
    | (idioms.CALLERS - idioms.COMMON - STATES.keys() - ACTS.keys() - COUNT_NOUNS.keys())
)
HARM_WORDS: Final = frozenset().union(
    TRANSITIVE, INTRANSITIVE, STATES, COUNT_NOUNS, ACTS, VICTIMS, INJURIES, _BESIDE_A_NUMBER,
    words("""
    toll shot gunned stabbed tortured burned beaten lost lose lives hostage prisoner captive wounds injuries homes blown
    death lost losses hospital
    condition camp detained arrested hospitals held holding hold holds seized seize seizes taken took seizing
    whisked marched dragged herded forced driven forcing stabbing fatalities victims number
    wiped fell fallen cost medical injury made prisoners surrendered sheltering sheltered shelter refuge
    crossed crossing living live staying camps sent sends sending whereabouts
    hospitalised captivity left loses losing mourns mourn buries
"""),
)  # fmt: skip
FIND: Final = words("""
    found find finds recovered recover discovered discover retrieved pulled uncovered exhumed unearthed dug received collected
    counted appeared floated washed strewn scattered buried saw dumped discovery recovery finding seen carried brought lying lay
    taken lifted removed removing extracted dragged hauled laid lined piled loaded held holds containing contained littered
    littering prised wrapped shrouded
""")
CLAIM: Final = words(
    "claimed claim claims claiming took take taken takes taking cost costs costing lost lose loses losing snuffed ended ending extinguished"
)
RELEASE: Final = words("""
    released release releases releasing freed free freeing frees rescued rescue rescues rescuing exchanged exchange
    exchanging swapped swap returned liberated repatriated ransomed saved escaped
""")
CAPTORS: Final = words("""
    pirates hostage hostages captive captives captivity prisoner gunmen militants militant rebels bandits gang kidnapped kidnappers
    abducted insurgents guerrillas terrorists hamas kidnapping abduction ransom armed attackers assailants raiders captors
    jihadists fighters gunpoint militia jihadist extremists separatists militiamen kidnappings captor
    hijackers hijacker
""")
KIDNAPPING: Final = words("captives kidnapped kidnapping kidnap abducted abduction hostage hostages captors kidnappers")
STRONG_WORDS: Final = (
    HARM_WORDS
    - words("""
    held holding hold taken took taking number life condition camp
    detained arrested lives remains body lost lose losing loss homes hospital hospitals forced
    driven forcing seized seizing seize seizes holds cut shot refugees capture captured hurt down evacuated evacuate evacuation missing hang
    hanged hanging
    wiped fell fallen cost medical burns cuts injury made prisoners surrendered sheltering sheltered shelter refuge crossed crossing
    living live staying camps sent sends sending whereabouts left loses losing captivity
    mourns mourn buries
""")
    - _BESIDE_A_NUMBER
) | {"exile"}  # the others tell of harm to people only beside a number
ONE_PERSON_WORDS: Final = (
    words("""
    body shot captured capture heard hurt missing held hanged hospital lost hit struck shrapnel bullet grabbed bundled
""")
    | idioms.OF_ONE_PERSON
)  # beside a word for one person they may tell of harm
