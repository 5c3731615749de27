"""What a ceasefire is called, what is none, and words of war and peace beside it."""

from __future__ import annotations

import re

from service.analysis.languages.lists import words

# First words by which a sentence is looked at more closely.
TRUCE_WORDS = words(
    """
    ceasefire ceasefires cease ceasing truce truces armistice cessation pause pauses pausing silence silencing calm quiet freeze
    silent halted suspend suspended suspends paused hostilities firing fighting shooting fire guns lull
    suspension halt halting halts stopping stops suspending reduction escalation deescalation
    """
)

# Phrases that name a ceasefire; the longest first. A name followed by "deal" and the like includes it.
NAMES: tuple[str, ...] = (
    (
        r"cessation of (?:all |the |armed |all the )?(?:hostilities|fighting|fire|hostile acts"
        r"|combat (?:operations|activities)|combat|attacks|(?:military|offensive) (?:operations?|actions?|activit(?:y|ies)))"
    ),
    r"(?:suspension|truce|halt|halting|ceasing|cease) of (?:the )?(?:hostilities|combat (?:operations|activities)|fighting)",
    r"(?:ceasing|halting|stopping) (?:all |the )?(?:hostilities|combat (?:operations|activities))(?= (?:agreement|deal))",
    r"(?:silence|calm|quiet) (?:regime|period)",
    r"reduction (?:in|of) violence",
    (
        r"(?:humanitarian|tactical|temporary|military|operational|daily|[0-9a-z]{1,12}-(?:hour|day|week)|[0-9]{1,3} hours?"
        r"|(?:hours?|days?|weeks?|months?)-?long) pauses?"
    ),
    (
        r"(?:pauses?|halt) in (?:the |their |its |his |all )?(?:fighting|hostilities|combat|attacks|bombing"
        r"|bombardment"
        r"|offensive|war|conflict|violence|(?:air ?)?strikes|(?:air )?raids|shelling|operations|clashes|campaign|onslaught)"
    ),
    r"(?:silence|silencing) of (?:the )?(?:arms|guns|weapons)",
    r"(?:end|halt|stop) to (?:the |all |all the )?(?:fighting|hostilities|shooting)",
    r"silenc(?:e|ing) (?:of )?(?:the |their |its |all )?(?:guns|weapons|artillery)",
    r"paus(?:e|ing) (?:in )?(?:the |their |all )?(?:fighting|hostilities|combat|military operations)",
    (
        r"halt (?:to|in) (?:(?:all|its|their|his|the|offensive) ){0,3}(?:military )?"
        r"(?:operations|attacks|hostilities|fighting|strikes|air ?strikes|fire|firing|combat|shelling|shooting)"
    ),
    r"(?:cease|halt|stop|end|suspend) (?:all |the |their |cross-border )*(?:hostilities|firing|shooting|fighting)",
    r"halt (?:all |their )?fire",
    r"(?:cease|halt|suspend) (?:all |its |their )?(?:military|offensive|combat) operations",
    r"hold (?:their |its |his )?fire",
    (
        r"(?:halt|suspend|pause|stop|cease|halts|suspends|pauses|halted|suspended|paused|stopped|ceased) (?:its|their|all|the|his) "
        r"(?:military |air |offensive |ground |aerial |combat )?(?:offensive|assault|bombing|bombardment|shelling|attacks|(?:air ?)?strikes"
        r"|(?:air )?raids|(?<=military )operations|(?<=air )operations|(?<=combat )operations|(?<=offensive )operations)"
        r"(?: [a-z'-]+){0,5}? for (?:an? |the )?(?:[a-z]+ |[0-9]+ ){0,2}?(?:hours?|days?|weeks?|months?)"
    ),
    r"regime of (?:calm|silence|quiet)",
    r"(?:lull|freeze) in (?:the |their |its )?(?:fighting|offensive|bombing|bombardment|hostilities|strikes|shelling)",
    r"(?:humanitarian|temporary|brief|[0-9a-z]{1,12}-(?:hour|day)|local) lull",
    (
        r"(?:agreement|deal|accord|pact|protocol|memorandum) (?:that |which |on |to )?(?:would |will )?"
        r"(?:halts?|halting|stops?|stopping|ceasing|suspending|ends?|ending) (?:all |the |their )?(?:fighting|hostilities|shelling|attacks)"
    ),
    r"cessation agreement",
    r"de ?-? ?escalation (?:zones?|areas?|deals?|agreements?|memorandum|accord)",
    r"unilateral (?:halt|stop|end) to (?:all |its |their )?(?:military )?(?:operations|attacks|hostilities|fighting)",
    r"(?:fighting|combat|war|bombing|ramadan|eid|christmas|easter|holiday) pauses?",
    (
        r"guns (?:have |had |has |to |will |would |must |should |can |could |finally ){0,2}"
        r"(?:fell|fall|falls|falling|fallen|went|gone|go) (?:silent|quiet)"
    ),
    r"(?:cease-?fire|truce)-for-[a-z]{1,12}(?:-[a-z]{1,12})?",
    r"cease ?-? ?fires?",
    r"truces?",
    r"armistices?",
)
LOOSE_NAMES: tuple[str, ...] = (
    r"(?<=a )pause",
    r"(?<=no )pause",
    r"(?<=the )pause",
    r"(?<=this )pause",
    r"(?<=day )pause",
    r"(?<=hour )pause",
)
DEALS = (
    r"(?:(?: (?:and|/|-|–|&) (?:[a-z-]+ ){0,2}(?:hostages?|prisoners?|captives?|swap|exchange"
    r"|release))?(?:[ -](?:swap|exchange|release))?"
    r" (?:deal|agreement|accord|pact|arrangement|understanding|treaty|regime|order|pledge)s?)?"
)

# Words for things a "truce" settles that are no war, and what goes on in them.
PEACETIME = words(
    """
    pay wages salary tariff tariffs trade price prices supermarket supermarkets retailer retailers brand brands
    chipmaker coach striker midfielder goalkeeper footballer football soccer club clubs derby match matches referee fans
    nba nfl tennis golf cricket rugby quarterback olympic fifa uefa prince duchess harry meghan celebrity singer rapper
    rappers kardashian hollywood backbench backbencher backbenchers tory tories brexit filibuster shutdown budget
    ceiling patent patents lawsuit lawsuits smartphone smartphones console streaming apple google microsoft amazon
    netflix airline airlines rail neighbours divorce siblings in-laws marriage feud feuding film films movie novel opera
    judges tax taxes fishing steel subsidies fees quotas visas vaccine vaccines wine beef sister-in-law conservative conservatives
    pension pensions cdu spd
    """
)
WARTIME = words(
    """
    army armies troops soldiers soldier forces military militia militias militants militant rebels rebel insurgents
    insurgent fighters gunmen guerrillas guerrilla combatants jihadists separatists paramilitary paramilitaries warring
    junta fighting clashes clash shelling shelled bombing bombed bombardment airstrike airstrikes strikes strike missile
    missiles rocket rockets drone drones artillery mortar offensive invasion war wars hostilities battle battles killed
    kill dead death deaths wounded injured casualties hostage hostages captives prisoners siege besieged humanitarian
    aid civilians displaced refugees frontline front border violence conflict gang gangs cartel peacekeepers observers
    belligerents guns gun enemy rearm bomb bombs shells mediators mediator warplanes jets tanks infantry attack attacks
    enclave shooting shot ambush ambushes kidnapping kidnappings abductions gunfire truces insurgency uprising commander
    commanders explosions blame accusations violation violations raid raids sniper snipers mortars tank warplane gunship
    gunships barrage bombings blasts guerilla guerillas frontlines jihadist massacre massacres mutineers mutiny shots
    shellfire gunners gunman howitzers foes envoy envoys
    """
)
# Words of war that go with any truce, one in trade too.
OF_ANY_TRUCE = words("truces war wars conflict battle battles blame accusations violation violations strikes strike")
VIOLENCE = re.compile(
    r"\b(?:air ?strikes?|strikes?|struck|shell(?:ed|s|ing)?|bomb(?:ed|s|ing|ings|ardment|arded)?"
    r"|attack(?:ed|s|ing)?|fight(?:ing|s)?|fought|clash(?:ed|es|ing)?|storm(?:ed|ing)|seiz(?:ed|ing)|overran"
    r"|kill(?:ed|s|ing|ings)?|raid(?:ed|s)?|fire|fired|firing|gunfire|artillery|rockets?|missiles?|drones?"
    r"|offensive|assault(?:ed|s)?|violence|explosions?"
    r"|blasts?|battles?|battered|hit|hits|pound(?:ed|s|ing)?|hostilities|wounded|injured|dead|deaths"
    r"|violations?|incursions?|bloodshed|mortars?|snipers?|shots?|shooting|gunshots?|shellfire|gunners|gunmen|warplanes|fighter jets"
    r"|helicopter gunships|tanks|captur(?:ed|ing)|overrun|ambush(?:ed|es)?|torch(?:ed|ing)|guns|shoot|shells?|duels?|pummell?(?:ed|ing)"
    r"|massacre[sd]?|assassinat(?:ed|ion|ions)|barrages?|salvos?|gun ?battles?|firefights?|skirmish(?:es)?|flare-?ups?|sorties)\b"
)
