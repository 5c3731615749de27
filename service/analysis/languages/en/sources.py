"""Who can state a figure besides the sides themselves: monitors, agencies, offices, and the words that introduce them."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import by_name, words

# Phrase (lower-case words) to the name a claim carries. A country's name stands for its government.
ORGANISATIONS: Final = by_name("""
    syrian observatory for human rights: Syrian Observatory for Human Rights, sohr: Syrian Observatory for Human Rights,
    shor: Syrian Observatory for Human Rights, observatory: Syrian Observatory for Human Rights, local coordination
    committees: Local Coordination Committees, united nations: United Nations, un: United Nations, u.n.: United Nations,
    unicef: United Nations, ocha: United Nations, ohchr: United Nations, unhcr: United Nations, unrwa: United Nations,
    unifil: United Nations, unama: United Nations, minusma: United Nations, who: World Health Organization,
    world health organization: World Health Organization, world health organisation: World Health Organization,
    human rights watch: Human Rights Watch, hrw: Human
    Rights Watch, amnesty international: Amnesty International, amnesty: Amnesty International, red cross: Red Cross, icrc:
    Red Cross, white helmets: White Helmets, syria civil defence: White Helmets, doctors without borders: Doctors Without
    Borders, medecins sans frontieres: Doctors Without Borders, msf: Doctors Without Borders, save the children: Save the
    Children, reporters without borders: Reporters Without Borders, rsf: Reporters Without Borders, committee to protect
    journalists: Committee to Protect Journalists, cpj: Committee to Protect Journalists, international organization for
    migration: International Organization for Migration, iom: International Organization for Migration, norwegian refugee
    council: Norwegian Refugee Council, african union: African Union, european union: European Union, eu: European Union,
    nato: NATO, acled: ACLED, b'tselem: B'Tselem, airwars: Airwars, iraq body count: Iraq Body Count, assistance association
    for political prisoners: Assistance Association for Political Prisoners, aapp: Assistance Association for Political
    Prisoners, site intelligence group: SITE Intelligence Group, institute for the study of war: Institute for the Study of
    War, us-led coalition: US-led coalition, coalition: US-led coalition, saudi-led coalition: Saudi-led coalition, sana:
    Syria, tass: Russia, itar-tass: Russia, ria novosti: Russia, interfax: Russia, ria: Russia, irna: Iran, tasnim: Iran,
    fars: Iran, xinhua: China, anadolu: Turkey, wafa: Palestine, kcna: North Korea, ansa: ANSA,
    kashmir media service: Kashmir Media Service, kms: Kashmir Media Service, saba: Houthis, amaq: Islamic State,
    ukrinform: Ukraine, al-manar: Hezbollah, idf: Israel, pentagon: United States, centcom: United States, magen david adom:
    Israel, global witness: Global Witness, us central command: United States, central command: United States, afp: AFP,
    reuters: Reuters, associated press: Associated Press, ap: Associated Press, bbc: BBC, cnn: CNN, al jazeera: Al Jazeera,
    new york times: The New York Times, washington post: The Washington Post, daily beast: The Daily
    Beast, radio venceremos: FMLN, hrana: HRANA, hengaw: Hengaw, iran human rights: Iran Human Rights, viasna: Viasna, ovd-info:
    OVD-Info, karapatan: Karapatan, addameer: Addameer, al-haq: Al-Haq, al mezan: Al Mezan, yesh din: Yesh Din, peace now: Peace
    Now, euro-med monitor: Euro-Med Monitor, front line defenders: Front Line Defenders, frontline defenders: Front Line
    Defenders, freedom house: Freedom House, international crisis group: International Crisis Group, crisis group: International
    Crisis Group, oxfam: Oxfam, mercy corps: Mercy Corps, islamic relief: Islamic Relief, world vision: World Vision, caritas:
    Caritas, physicians for human rights: Physicians for Human Rights, world food programme: United Nations, world food program:
    United Nations, wfp: United Nations, monusco: United Nations, unmiss: United Nations, un women: United Nations, osce: OSCE,
    syrian network for human rights: Syrian Network for Human Rights, snhr: Syrian Network for Human Rights, palestinian red
    crescent: Palestinian Red Crescent, palestine red crescent: Palestinian Red Crescent, prcs: Palestinian Red Crescent, red
    crescent: Red Crescent, insecurity insight: Insecurity Insight, netblocks: NetBlocks, radio free asia: Radio Free Asia,
    voice of america: Voice of America, al arabiya: Al Arabiya, haaretz: Haaretz,
    wsj: The Wall Street Journal, nyt: The New York Times, wall street journal: The Wall Street Journal,
    financial times: Financial Times, sky news: Sky News, nbc news: NBC News, cbs news: CBS News, abc news: ABC News, fox news:
    Fox News, press trust of india: Press Trust of India, tolonews: TOLOnews, tolo news: TOLOnews, pajhwok: Pajhwok, mehr: Iran,
    isna: Iran, press tv: Iran, belta: Belarus, yonhap: Yonhap, saudi press agency: Saudi Arabia, national news agency: Lebanon,
    nna: Lebanon, suna: Sudan, al-manar: Hezbollah, al manar: Hezbollah,
    al-mayadeen: Al Mayadeen, al mayadeen: Al Mayadeen, sepah news: Iran, al-masirah: Houthis, al masirah: Houthis,
    lcc: Local Coordination Committees
""")
MEDIA: Final = words("AFP Reuters BBC CNN")  # "told AFP" does not make the agency the claimant

# Offices that speak for a country: the one named beside them, else the country the article is about.
OFFICES: Final = words("""
    service services rescuers responders
    police army military ministry ministries government governor governors official officials authority authorities
    president minister ministers premier mayor spokesman spokeswoman spokesperson spokespersons commander commanders general
    chief chiefs prosecutor prosecutors parliament department command navy officer officers commissioner embassy kremlin
    agency office junta cabinet coroner administration council intelligence troops forces state-run state television tv
    secretary presidency envoy ambassador negotiator aide adviser advisor
    general colonel brigadier battalion brigade troops communique lieutenant major media indictment spokesmen spokeswomen directorate
    consul radio mayors
""")
OFFICE_HEADS: Final = words("""
    service services rescuers responders
    police army military ministry government governor official officials authorities authority president minister spokesman
    spokeswoman spokesperson commander general mayor prosecutor prosecutors command navy commissioner office junta
    administration department colonel officials officers officer spokespersons chief premier troops forces brigade battalion
    television tv agency aide envoy
    radio communique statement media minister ministers president head gen col
    lt maj capt brig adm indictment secretary spokesmen spokeswomen directorate consul governors mayors commanders generals
""")
# People who speak for nobody; the claim carries their words in the text: "local aid workers".
INFORMANTS: Final = words("""
    activist activists witness witnesses eyewitness eyewitnesses eye-witness eye-witnesses bystander bystanders resident residents
    villager villagers locals townspeople islanders inhabitants medic medics doctor doctors surgeon surgeons paramedic
    paramedics nurse nurses hospital hospitals clinic clinics morgue morgues mortuary relative relatives family families father
    mother widow neighbor neighbors neighbour neighbours survivor survivors analyst analysts expert experts observer observers
    monitors lawyer lawyers elder elders journalist journalists reporter reporters
    employer employers company colleague colleagues friend friends diplomat diplomats priest priests
    bishop bishops pastor imam cleric clerics missionaries teacher teachers student students trader traders shopkeeper
    shopkeepers farmer farmers herder herders fisherman fishermen refugee refugees migrant migrants protester protesters
    demonstrators campaigner campaigners researcher researchers academics historian historians organiser organisers organizer
    organizers unionists lawmaker lawmakers deputies politicians volunteer volunteers survivors passenger passengers driver
    drivers pilgrims victims prisoners inmates detainees escapees firefighter firefighters source sources defectors bloggers
""")
# People who are sources of their own only with a word that tells which: "union leaders", "aid workers", "hospital staff".
WITH_KIND: Final = words("""
    fighters leader leaders worker workers staff director directors coordinator group groups organisation organisations organization
    committees networks organizations agencies charities charity ngo chiefs bodies media outlets newspapers station stations reports
""")
# What tells one kind of informant from another; any other word is kept only right after "a" or "the".
INFORMANT_KINDS: Final = words("""
    local press newspaper
    opposition human rights aid medical hospital media church religious tribal clan village community union trade labour
    labor student civil society security independent unofficial diplomatic humanitarian eye pro-democracy pro-government pro-state
    anti-government international foreign western political legal informed rescue health military rebel anti-war citizen relief
    monitoring family school opposition exiled expert senior field emergency activist resistance radio television tv
    private christian moslem muslim independent
""")
# "Security sources", "a police source", "military analysts" apart: these speak for the office and so for its country.
OFFICIAL_SOURCES: Final = words("""
    security military police army official government ministry intelligence judicial defence defense presidential palace
    administration interior navy embassy consulate rebel guerrilla
""")
# What makes a station one that reports: "a Christian radio station", not "a police station".
STATIONS: Final = words("radio television tv broadcasting news")
FORMER: Final = words("former ex retired onetime one-time erstwhile")
MISSIONS: Final = words("mission force operation")
WORLD_BODIES: Final = frozenset({"United Nations", "African Union", "European Union", "OSCE", "NATO"})  # which send missions
# Officials of no one country, or of none.
NOT_NATIONAL: Final = words("western european african arab gulf foreign allied hospital union church school university camp")
# Words that end or make up the name of an organisation which speaks for itself: "the Sudan Doctors Network".
BODIES: Final = words("""
    network association organisation organization centre center committee commission society institute foundation union league
    federation coalition observatory project tracker initiative crescent cross watch forum trust charity lawyers doctors council
    hospital clinic monitor tribune times post journal herald gazette guardian independent news television tv radio media front
""")
# Nouns beside the name of such a body: "the Emergency Lawyers group", "rights group Najda", "broadcaster Channels TV".
BODY_NOUNS: Final = words("""
    group organisation organization charity newspaper paper daily weekly broadcaster website site network watchdog monitor ngo
    channel agency collective nonprofit non-profit thinktank think-tank magazine station outlet
""")
BODY_KINDS: Final = words("""
    rights news monitoring aid humanitarian human relief campaign advocacy media activist medical charitable watchdog research
    press environmental opposition local independent
""")
# Within such a name, words that make it an office of its state: "the State Emergency Service", "the National Security Council".
STATE_BODIES: Final = words("""
    ministry police army navy forces force service services command authority administration directorate department guard
    guards corps security emergency government state federal general bureau staff secretariat presidency
""")
# Fighters who speak for the armed group the article names.
ARMED: Final = words("rebel rebels guerrilla guerrillas insurgent insurgents separatists militants jihadists")
GROUP_KINDS: Final = words("armed militant rebel insurgent separatist jihadist guerrilla")
HIRED: Final = frozenset({"Wagner", "Africa Corps", "Janjaweed"})  # who fight for a state: "rebels" are their foes
# An office of theirs speaks for them and not for the country: "the separatist authorities", "the rebel health ministry".
REBELLIOUS: Final = words("rebel separatist insurgent secessionist guerrilla")
# Words of an office that belong to what follows them: "the head of", "a spokesman for", "a statement by".
LEADING: Final = words(
    "head chief chairman spokesman spokesmen spokeswoman spokeswomen spokesperson leader statement communique report representative"
)
# What counts: "official figures show", "a Reuters tally", "by the UN's count".
COUNTS: Final = words("""
    data figures figure count counts information estimate estimates statistics tally tallies records record numbers toll list
    database report reports
""")
SHOWING: Final = words("show shows showed suggest suggests suggested indicate indicates indicated")
MONITOR_NAMES: Final = frozenset(
    {
        "Syrian Observatory for Human Rights",
        "Human Rights Watch",
        "ACLED",
        "Airwars",
        "Iraq Body Count",
        "Amnesty International",
    }
)
MONITORS: Final = words("monitor monitors monitoring watchdog observatory observatorys group's")
ATTRIBUTION: Final = words("""
    said says say saying added adds told announced announces confirmed confirms reported reports reporting claimed claims
    stated states declared estimated estimates acknowledged acknowledges admitted noted quoted wrote tweeted posted recorded
    counted documented verified revealed disclosed put puts listed gave gives given insisted alleged according citing
    recalled explained warned indicated published specified placed places claiming saying adding announcing stating
    maintains provided released compiled believes believe accused estimates estimate tallied registered blamed blames show shows
    accuses accuse named identified spoken confirm hinted hints owned maintained
    showed suggest suggests suggested spoke per asserted asserts replied writes testified
    conceded contended contends boasted boasts reckons reckoned calculated concluded determined found logged claim report
    think thinks charges charged describes described speak speaks
""")
