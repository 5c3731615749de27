"""How something is told of a ceasefire: as done, to come, wished, refused, denied, feared or supposed; and the status that gives.

A reader goes from the word nearest to the ceasefire outwards: "failed to agree on a truce" is a making, denied; "talks to
extend the truce" an extension, asked for. Each pair of event and mood has its status, or none, and an example.
"""

from __future__ import annotations

from service.models import CeasefireStatus

# Words before a verb that change its mood, besides the verbs and nouns of asking, refusing and making ("agreed to", "hopes of").
COMING = """
    will, 'll, shall, due to, set to, expected to, scheduled to, slated to, about to, going to, vow to, vows to, vowed to,
    pledge to, pledges to, pledged to, promise to, promises to, promised to, undertook to, intend to, intends to, intended to,
    poised to, is to, are to, was to, were to, be to, plans to, plan to, planned to, prepares to, preparing to, prepared to begin,
    gearing up to, on course to
"""
DECIDED = """
    decided to, decides to, decided on, voted, decision to, managed to, manages to, ordered, orders, persuaded, convinced,
    induced, prevailed on, prevailed upon, helped to, helped, helps, helping, succeeded in, moved to, voted to, votes to,
    opted to, chose to, began to, continued to, continue to, continues to, undertook to, committed to, compelled, obliged,
    forced, got, set about
"""
WISHED = """
    could, may, might, would, should, must, can, ought to, willing to, ready to, prepared to, open to, inclined to, keen to,
    eager to, able to, in order to, so as to, likely to, unlikely to, trying to, tries to, working to, works to, need to,
    needs to, needed to, have to, has to, designed to, aimed at, close to, closer to, near to, towards, toward, verge of,
    brink of, in favour of, in favor of, in exchange for, in return for, conditional on, wants, would like to, on the need to,
    the need to, hopefully, meant to, supposed to, yet to, still to, bid to, mission to, in a bid to, in search of
"""
NOT = """
    not, never, neither, nor, no, cannot, hardly, scarcely, barely, without, nobody, none, no-one, far from, n't, no sign of, no longer
"""
FAILED = """
    fail to, fails to, failed to, failing to, failure to, fail in, failed in, unable to, inability to, failed, unsuccessful,
    fruitless, abortive, futile, struggled to, failing in, impossible to, powerless to, falls short of, fell short of,
    stopped short of
"""
FEARED = """
    threaten to, threatens to, threatened to, threatening to, threat to, threats to, threat of, warned of, risk, risks,
    risking, risked, fear, fears, feared, could yet, danger of, wary of, warned that, in case, tempted to, afraid, lest
"""
DENIED = """
    denied, denies, deny, denying, rejected accusations, rejected claims, rejected allegations, rejects accusations,
    constitute, amount to, amounted to
"""
SUPPOSED = """
    if, unless, whether, should the, in the event, in case, provided, assuming, once, as long as, hypothetically
"""
CHANGES: dict[str, str] = {
    "coming": COMING,
    "decided": DECIDED,
    "wished": WISHED,
    "not": NOT,
    "failed": FAILED,
    "feared": FEARED,
    "denying": DENIED,
    "supposed": SUPPOSED,
}
# What a change makes of the mood that the words nearer to the ceasefire gave; what is missing stays as it is.
AFTER: dict[str, dict[str, str]] = {
    "coming": {"told": "coming"},
    "decided": {"told": "decided", "coming": "decided"},
    "wished": {"told": "asked", "coming": "asked", "decided": "asked"},
    "not": {"told": "denied", "coming": "denied", "decided": "denied", "asked": "refused", "refused": "asked"},
    "failed": {"told": "denied", "coming": "denied", "decided": "denied", "asked": "denied"},
    "refused": {"told": "refused", "coming": "refused", "decided": "refused", "asked": "refused"},
    "feared": {"told": "feared", "coming": "feared"},
    "denying": {"told": "disputed"},
    "supposed": {"told": "supposed", "coming": "supposed", "asked": "supposed"},
}
# What a third side does for a ceasefire between others: where it will not, the ceasefire is still asked for.
SUPPORT = "support back call vote endorse press push demand urge advocate join"
# Verbs that tell what others say: the clause after them is told, not asked for.
SAYING = """
    said, says, say, announced, announces, declared, declares, confirmed, confirms, told, stated, insisted, added, reported,
    claimed, agreed that, pledged, promised, vowed
"""

Pair = tuple[str, str]
# event, mood -> status and an example; a pair that is missing tells nothing
STATUSES: dict[Pair, tuple[CeasefireStatus, str]] = {
    ("making", "told"): ("agreed", "Russia said it had brokered a ceasefire between the armies."),
    ("making", "coming"): ("agreed", "The army will declare a truce on Sunday."),
    ("making", "decided"): ("agreed", "Both armies agreed to observe a truce."),
    ("making", "asked"): ("called_for", "Envoys are trying to broker a ceasefire between the armies."),
    ("making", "refused"): ("rejected", "The rebels refused to sign a truce."),
    ("making", "denied"): ("rejected", "The warring sides failed to agree on a truce."),
    ("making", "disputed"): ("rejected", "The rebels denied any truce had been reached."),
    ("making", "not yet"): ("called_for", "The armies have not yet agreed a truce."),
    ("starting", "told"): ("in_effect", "A truce between the armies took effect at noon."),
    ("starting", "decided"): ("agreed", "Both armies agreed to begin a truce on Friday."),
    ("starting", "coming"): ("agreed", "The truce between the armies will begin at dawn."),
    ("starting", "asked"): ("called_for", "The UN urged both armies to begin a truce."),
    ("starting", "denied"): ("violated", "The truce never took hold and shells kept falling."),
    ("starting", "not yet"): ("agreed", "The truce between the armies has not yet begun."),
    ("starting", "refused"): ("rejected", "The army refused to start a truce."),
    ("keeping", "told"): ("in_effect", "Both armies were observing the truce."),
    ("keeping", "coming"): ("in_effect", "The rebels said they would abide by the truce."),
    ("keeping", "decided"): ("in_effect", "The neighbours agreed to maintain the ceasefire."),
    ("keeping", "asked"): ("in_effect", "The UN urged both armies to respect the truce."),
    ("keeping", "denied"): ("violated", "The truce did not hold for a day, residents of the shelled town said."),
    ("keeping", "refused"): ("violated", "The militia refused to respect the truce."),
    ("keeping", "feared"): ("in_effect", "Officers fear the truce will not last."),
    ("extending", "told"): ("extended", "The truce was extended for 72 hours, the army said."),
    ("extending", "coming"): ("extended", "The army said it would extend its truce by ten days."),
    ("extending", "decided"): ("extended", "Both armies agreed to extend the truce by two days."),
    ("extending", "asked"): ("in_effect", "Mediators are working to extend the truce between the armies."),
    ("extending", "denied"): ("ended", "The warring sides failed to extend a truce."),
    ("extending", "refused"): ("ended", "The rebels refused to extend the truce."),
    ("extending", "supposed"): ("in_effect", "The army asked whether the truce could be extended."),
    ("extending", "not yet"): ("in_effect", "The truce with the rebels has not yet been extended."),
    ("restoring", "told"): ("agreed", "The armies restored a truce on Monday."),
    ("restoring", "coming"): ("agreed", "The armies are to return to their truce."),
    ("restoring", "decided"): ("agreed", "The armies agreed to return to the truce."),
    ("restoring", "asked"): ("called_for", "The UN urged both armies to return to the ceasefire."),
    ("restoring", "denied"): ("rejected", "The armies failed to restore the truce."),
    ("restoring", "refused"): ("rejected", "The rebels refused to return to the truce."),
    ("breaking", "told"): ("violated", "The army accused the rebels of breaking the truce."),
    ("breaking", "denied"): ("in_effect", "The rebels said they had not broken the truce."),
    ("breaking", "disputed"): ("violated", "The army denied violating the truce."),
    ("breaking", "feared"): ("in_effect", "Officers fear a breach of the truce."),
    ("breaking", "coming"): ("rejected", "The militia said it would ignore the truce."),
    ("breaking", "decided"): ("violated", "The army continued to violate the truce."),
    ("straining", "told"): ("violated", "Shelling of the town tested the truce."),
    ("ending", "told"): ("ended", "The rebels called off the truce."),
    ("ending", "decided"): ("ended", "The president decided to suspend the ceasefire with the rebels."),
    ("ending", "done"): ("ended", "The guerrillas will suspend the ceasefire in June."),
    ("ending", "coming"): ("in_effect", "The truce between the armies expires on Thursday."),
    ("ending", "feared"): ("in_effect", "The rebels threatened to abandon the truce."),
    ("ending", "denied"): ("in_effect", "The truce has not collapsed, the army said."),
    ("ending", "disputed"): ("in_effect", "The army denied that the truce had collapsed."),
    ("ending", "not yet"): ("in_effect", "The truce between the armies has not yet expired."),
    ("ending", "asked"): ("in_effect", "Ministers urged the army to end the truce."),
    ("asking", "told"): ("called_for", "The UN called for a truce between the armies."),
    ("asking", "coming"): ("called_for", "The envoy will propose a truce to the rebels."),
    ("asking", "asked"): ("called_for", "Ministers hope to discuss a truce with the rebels."),
    ("asking", "decided"): ("called_for", "The cabinet decided to propose a truce to the rebels."),
    ("asking", "supposed"): ("called_for", "Cuba would host the armies if they wished to discuss a truce."),
    ("making", "supposed"): ("called_for", "The rebels will free the captives if a truce is agreed."),
    ("asking", "refused"): ("rejected", "The army rejected calls for a truce."),
    ("asking", "denied"): ("rejected", "There can be no talk of a truce, the general said."),
    ("asking", "not yet"): ("called_for", "The armies have not yet discussed a truce."),
    ("asking", "feared"): ("called_for", "Officers fear talk of a truce."),
    ("refusing", "told"): ("rejected", "The junta rejected a truce with the rebels."),
    ("refusing", "coming"): ("rejected", "The army will reject the truce."),
    ("refusing", "decided"): ("rejected", "The cabinet decided to reject the truce with the rebels."),
    ("refusing", "not yet"): ("called_for", "The rebels have not yet rejected the truce."),
    ("refusing", "denied"): ("called_for", "She did not rule out a truce with the rebels."),
    ("refusing", "asked"): ("rejected", "Ministers urged the army to reject the truce."),
    ("welcoming", "told"): ("agreed", "Neighbours welcomed the truce between the armies."),
    ("becoming", "told"): ("in_effect", "The truce between the armies grew into a peace."),
    ("becoming", "asked"): ("in_effect", "The truce between the armies should become a peace."),
    ("becoming", "denied"): ("in_effect", "The truce between the armies has not become a peace."),
    ("wavering", "told"): ("in_effect", "The truce between the armies hung by a thread."),
    ("delaying", "coming"): ("agreed", "The truce between the armies will be delayed by a day."),
    ("delaying", "asked"): ("agreed", "The truce between the armies could be delayed by a day."),
    ("delaying", "told"): ("agreed", "The truce between the armies was delayed by a day."),
    ("resuming", "told"): ("ended", "Envoys tried to revive the truce as fighting resumed."),
    ("enduring", "told"): ("in_effect", "The truce between the armies lapsed in May but has largely held."),
    ("extending", "declined"): ("rejected", "The rebels rejected an offer to extend the truce."),
    ("signs", "told"): ("called_for", "There were signs of a truce between the armies."),
    ("growing", "told"): ("called_for", "They want the pause in the war turned into a lasting ceasefire."),
    ("growing", "asked"): ("called_for", "The UN wants the pause in the war to become a lasting ceasefire."),
    ("growing", "denied"): ("called_for", "The pause in the war was not turned into a lasting ceasefire."),
    ("asking", "withheld"): ("called_for", "Councillors refused to call for a ceasefire between the armies."),
    ("breaking", "asked"): ("violated", "The UN urged the army to stop its violations of the truce."),
    ("effect", "told"): ("in_effect", "A truce between the gangs has cut killings by half."),
    ("effect", "coming"): ("agreed", "The truce will bring food to the besieged town."),
    ("effect", "asked"): ("called_for", "A truce would bring food to the besieged town."),
    ("effect", "feared"): ("called_for", "Officers fear that a truce would only help the rebels."),
    ("effect", "denied"): ("violated", "The truce failed to stop the shelling of the town."),
    ("straining", "feared"): ("in_effect", "Officers fear new fighting will test the truce."),
    ("straining", "asked"): ("in_effect", "New fighting could undermine the truce."),
    ("stalling", "told"): ("called_for", "A truce between the armies proved elusive."),
}

# What is only supposed to be there where one wishes or fears something for it; counts where nothing is told.
PRESUPPOSED = frozenset(
    {
        ("keeping", "asked"),
        ("keeping", "feared"),
        ("extending", "asked"),
        ("extending", "supposed"),
        ("ending", "coming"),
        ("ending", "feared"),
        ("ending", "asked"),
        ("straining", "feared"),
        ("straining", "asked"),
        ("breaking", "feared"),
        ("welcoming", "told"),
        ("wavering", "told"),
        ("keeping", "coming"),
    }
)
