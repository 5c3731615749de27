"""Words whose full stop does not end a sentence, and words that begin one."""

from __future__ import annotations

from service.analysis.languages.lists import words

ABBREVIATIONS = words("""
    mr mrs ms dr prof rev hon fr gen lt col maj sgt capt cpl pvt cmdr cdr adm brig sr jr st mt ft messrs sen rep gov pres vs
    sgts lts gens cols maj-gen lt-gen brig-gen supt insp det const dept govt jan feb mar apr aug sept sep oct nov dec
    approx est al cf ie eg viz ave blvd rd bros inc ltd
""")

NUMBERED = words("no nos art sec fig vol p pp ch")  # an abbreviation only before a numeral

OPENERS = words("""
    the a an in on at it he she they we i this that these those there but and as after before since when while according
    for from by his her its their our however meanwhile both some many more most several one two three earlier
    officials president prime israeli israel russia russian ukraine ukrainian
""")
