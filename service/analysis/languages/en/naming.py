"""Words around a name that tell whether it is the country, the place or a person's name."""

from __future__ import annotations

from service.analysis.languages.lists import words

# First parts of compounds that turn a name into a stance or a time, not a side: "pro-Russian", "ex-Soviet".
NOT_A_SIDE = frozenset({"pro", "anti", "non", "ex", "post", "pre", "trans", "intra", "inter", "un"})

# Last parts of compounds that name who stands behind or around something: "Iran-backed", "Russian-brokered".
BEHIND = words(
    """
    administered affiliated aligned allied annexed backed based born brokered friendly funded guaranteed held inspired linked made
    era style designed majority mediated occupied populated proposed speaking sponsored supplied supported trained built bound
    """
)

# Countries and cities that are first names as well, so that even in a headline a capitalised neighbour makes them a person.
FIRST_NAMES = frozenset({"jordan", "chad", "georgia", "paris", "sofia", "kenya", "america", "india", "santiago"})

# Short names that are words in a text all in capitals, and the nouns that show the name is meant there.
CASED_WORDS: dict[str, frozenset[str]] = {
    "us": frozenset(
        {
            "government",
            "army",
            "troops",
            "forces",
            "military",
            "embassy",
            "ambassador",
            "president",
            "congress",
            "marines",
            "navy",
            "air",
            "soldiers",
            "state",
            "administration",
            "senate",
            "citizens",
            "dollars",
            "supreme",
            "house",
            "consulate",
            "soldier",
            "marine",
            "citizen",
            "servicemen",
            "diplomats",
            "missionary",
            "missionaries",
            "journalist",
            "nationals",
        }
    ),
    "is": frozenset({"militants", "fighters", "group"}),
    "car": frozenset({"government", "army"}),
    "aa": frozenset({"fighters", "troops"}),
    "let": frozenset({"militants", "terrorists"}),
    "sana": frozenset({"said", "reported"}),
}

# Capitalised words that may stand beside a country's name without making it part of a person's name.
NAME_NEIGHBOURS = words(
    """
    a about after against agency air airlines airport alongside also although amid an and announces april army as at attacks august
    authority backs bank because before between border both but by calls cell chief church city coast confirms coalition commission
    congress correspondent council countries court cup daily day december defence defense denies deputy despite director dispatch
    during east eastern embassy even federal february finance first for force forces foreign former fr friday from general gov
    government governor gulf he health her here high his home house how if in inside intelligence interior international into is it
    its january journal july june justice king kills leader leaders like local lord march marshal may meanwhile military minister
    ministers ministry mission monday most national naval near neighbouring neighboring new nor north northern not november now
    october of official officials on once only opposition or our outside over palace parliament party peace people police post
    president press prime prince queen radio rebels red region representative republic republican reuters river royal said saturday
    says secretary security senator senior september since sir so south southern spokesman spokeswoman state states strip sunday
    supreme talks team television that the their then there these they this those though through thursday times to today told troops
    tuesday tv under union university unlike until upon urges us valley versus via vs warns was we wednesday west western what when
    where whereas which while white who why will with within without yesterday yet you fears faces wants sends begins vows hits
    """
)

# Initials that two bodies share: where the text spells out the other one, the initials are not ours.
OTHER_READINGS: dict[str, tuple[str, ...]] = {
    "rsf": ("Reporters Without Borders", "Reporters Sans Fronti"),
    "adf": ("Australian Defence Force",),
    "fsa": ("Food Standards", "Financial Services", "Federal Student Aid"),
    "rdf": ("Resource Description",),
    "sdf": ("Self-Defense Force", "Self-Defence Force"),
    "stc": ("Sonic", "Short-Term"),
    "pmu": ("Police Motorized",),
    "ola": ("Ola Electric",),
    "ira": ("Inflation Reduction", "Roth", "ndividual Retirement", "etirement account"),
    "car": ("Climate Action Reserve",),
}

# Names of groups and places that are written small as well.
LOWER_CASE = words("peshmerga janjaweed kibbutz kibbutzim")

# After a place's name these make a newspaper of it.
NEWSPAPERS = words("times post independent herald tribune journal globe gazette telegraph examiner")
LOCATIONS = words("in near at around outside inside to towards toward from on over above across through into")
SETTLEMENTS = words("""
    town city village port district province region suburb township settlement municipality outskirts suburbs streets capital area
    north south east west northeast northwest southeast southwest north-east north-west south-east south-west centre center siege bombing
    shelling capture fall town's
""")  # with "of" behind them
