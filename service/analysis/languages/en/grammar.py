"""Closed classes of English: where a group of words ends, who a pronoun may be, what joins and what divides."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

BE: Final = words("is are was were be been being am remain remains remained")
GET: Final = words("get gets got gotten getting")
HAVE: Final = words("has have had having 've 'd")
MODALS: Final = words("will would could may might can should must shall cannot")
NEGATIONS: Final = words("""
    not no never without nobody none neither nor n't didn't wasn't weren't hasn't haven't isn't aren't don't doesn't denied
""")
ADVERBS: Final = words("""
    also reportedly allegedly apparently later then now already still since recently earlier today yesterday immediately
    instantly accidentally mistakenly deliberately brutally seriously critically severely slightly lightly badly gravely
    fatally mortally believed feared thought reported said confirmed presumed known initially subsequently probably possibly
    just even all both either thus only once again so far alone together simultaneously officially actually eventually
    previously ever first finally tragically indiscriminately summarily ultimately recently being summarily understood
    mostly mainly feared claimed alleged estimated estimated likely violently publicly quickly there
""")
PREPOSITIONS: Final = words("""
    of in on at by with from to for against near into onto over under during after before since between among amid through
    across around about outside inside within without toward towards along beside beyond behind above below despite via per
    including throughout until till following regarding concerning upon off out amongst besides
""")
CONJUNCTIONS: Final = words("and or but nor yet & plus")
SUBORDINATORS: Final = words("""
    that while when as after because where although though whereas if unless until since which who whom whose what how why
    whether before once
""")
CLAUSE_BREAKS: Final = words("""
    that while when because although though whereas if unless but whether where as after before since
""")
RELATIVES: Final = words("who which that whom")
DETERMINERS: Final = words("a an the this that these those some any each every another other all both no")
POSSESSIVES: Final = words("his her its their our my your whose")
PRONOUNS: Final = words("""
    he she it they we i you him her them us himself herself themselves itself who whom everyone someone anyone
""")
WEEKDAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
DAY_WORDS: Final = WEEKDAYS | words("""
    today yesterday tomorrow tonight overnight midnight noon dawn dusk morning afternoon evening night daily last next later
    earlier recently ago so far january february march april june july august september october november december
""")
SAY: Final = words("""
    said says say saying added adds told tells announced announces announcing confirmed confirms reported reports claimed
    claims stated states declared declares estimated estimates estimate acknowledged acknowledges admitted admits noted
    notes quoted wrote writes tweeted posted denied denies warned warns explained recalled insisted alleged alleges recorded
    counted documented verified revealed disclosed described put puts listed accused accuses citing cited quoting reporting
    according indicated published announcing reiterated maintained argued informed report insists stressed
""")
MOURNING: Final = words("""
    remember mourn bury honour honor commemorate grieve condemn denounce hail greet cheer attend remembers mourns buries honours honors
    commemorates condemns denounces hails
""")  # "Hundreds remember student killed": who does so is not who was killed
STOPPERS: Final = (
    BE
    | HAVE
    | MODALS
    | PREPOSITIONS
    | CONJUNCTIONS
    | SUBORDINATORS
    | PRONOUNS
    | DAY_WORDS
    | SAY
    | words("""
    did does do didn't doesn't don't there here not never than then too also both only reportedly allegedly were
    left leaving died killed wounded injured needed required taken held seized
    """)
) - words("estimated reported listed put puts states state alleged described")
INCLUDING: Final = words("including include included includes")
