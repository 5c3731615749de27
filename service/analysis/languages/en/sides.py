"""Words that tell whose people were harmed: armed men by their noun, governments, places, targets and deeds of war."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import sequences, words

ARMED: Final = words("""
    militant militants terrorist terrorists extremist extremists jihadist jihadists gunman gunmen fighter fighters bomber attacker
    attackers bombers operative operatives insurgent insurgents rebel rebels guerrillas guerrilla guerillas separatists
    subversive subversives jihadi jihadis assailant assailants bandit bandits gangster gangsters
""")  # fighters who are not a country's army: the armed group the article names
GOVERNMENT: Final = words("regime government army loyalist loyalists pro-government pro-regime")
INFORMERS: Final = words(
    "informer informers informant informants collaborator collaborators spy spies traitor traitors sympathiser sympathisers "
    "sympathizer sympathizers"
)
LOCATIVE: Final = words("in at near on across inside outside around of from throughout over off to into")
NOT_A_PLACE: Final = words("with against by")
PLACES: Final = words("""
    province city town village region capital border district department governorate coast enclave camp area territory countryside side port
""")
DIRECTIONS: Final = words("southern northern eastern western central the occupied neighbouring neighboring downtown")
BUILDINGS: Final = words("""
    airport hotel mosque church cathedral synagogue school university college hospital market mall bazaar embassy consulate station
    metro railway train bus concert hall theatre theater stadium port bridge prison festival cafe nightclub club suicide car bomb
    truck mass
""")
SCENES: Final = words("bombing bombings blast blasts explosion explosions massacre attack attacks shooting siege stampede")
STRUCK: Final = words("""
    strikes strike struck hit hits hitting striking attacks attacked shells shelled bombs bombed pounds pounded targets targeted raids
    raided storms stormed
""")
TARGETED: Final = words("on against at targeting targeted hit hitting struck")
DEEDS: Final = words("""
    strike strikes airstrike airstrikes raid raids shelling bombing bombardment attack attacks offensive assault fire rockets rocket
    missile missiles drone drones warplanes jets planes gunmen snipers gunfire ambush
""")  # "Israeli strikes": the side before them did it
BATTLE: Final = words("fighting clashes battle battles combat")
CLASHES: Final = words("clash clashes clashed clashing foes rivals neighbours neighbors")
BELONGING: Final = words("of from belonging loyal with affiliated in")
TALKS: Final = words("""
    talks talk negotiations negotiation summit conference meeting meetings met meet council congress session ceremony seminar speaking
    addressing signed agreement accord agreed mediation convicted tried sentenced jailed indicted trial
""")  # "talks in Geneva" are not where it happened
AGGRESSION: Final = DEEDS | words("""
    fired fires firing launched launches launching bombed bombs bombing shelled shells attacked attacks attacking struck pounded pounds
    invaded invades invasion retaliated retaliates raided raids stormed bombarded targeted offensive incursion assault warplane
    helicopters artillery
""")  # after a side's name: it is the one that attacks
ENEMY: Final = words("enemy enemies invaders invader occupiers occupier aggressors aggressor")
RULERS: Final = {"Afghanistan": ("Taliban",), "Palestine": ("Hamas",), "Yemen": ("Houthis",)}
ENVOYS: Final = words(
    "ambassador envoy consul consul-general consuls ambassadors envoys attache commissioner emissary representative"
)
HEARD: Final = words("monitored heard received interviewed reached contacted")
TRADING: Final = words(
    "trade trades traded trading exchange exchanged exchanging exchanges swap swapped"
)  # "traded fire": both sides did
NEUTRALISED: Final = words("neutralised neutralized neutralising neutralizing eliminated eliminating liquidated liquidating")
RUN: Final = words("run controlled administered governed led overseen headed")  # "run by Hamas"
HOSTAGES_OF: Final = {
    "Palestine": "Israel"
}  # a place whose rulers are the captors, and whose people they hold; it has no soldiers
RULING: Final = frozenset({"Taliban", "Hamas", "Houthis"})  # armed groups that rule: their citizens are their country's
NOT_A_SUBJECT: Final = words("""
    with against by accused accuses accusing accuse blamed blames blaming in near at into across inside on over around towards toward
    from between attacked shelled bombed
""")  # whom or what follows them is not "they"
JIHADISTS: Final = frozenset(
    {
        "Islamic State",
        "al-Qaida",
        "Nusra Front",
        "Hayat Tahrir al-Sham",
        "Ahrar al-Sham",
        "Jaish al-Islam",
        "Syrian opposition",
    }
)  # never "the rebels" alone: others fight beside them
RETALIATION: Final = words("retaliated retaliates retaliating retaliation retaliatory")
CITIZENS: Final = words("citizen citizens national nationals nationality passport")
COMPANIONS: Final = words("""
    aide aides bodyguard bodyguards companion companions guards escorts escort deputies lieutenants relatives associates accomplices
""")
SOLDIERS: Final = words("soldier soldiers troops reservist reservists servicemen serviceman paratroopers guards")
ASSAILANTS: Final = words("gunman gunmen bomber bombers attacker attackers assailant assailants")
HELD_PEOPLE: Final = words("hostage hostages captive captives")
ATTACKS: Final = words("attack attacks assault assaults violence massacre massacres killings raid raids shooting fire")
BANDS: Final = words("gang group militia organisation organization movement cell cartel faction band")
POSITIONS: Final = words(
    "camp camps base bases position positions hideout hideouts convoy convoys compound headquarters checkpoint"
)
ATTACKS_BY_DATE: Final = {("october", "7"): "Israel", ("oct", "7"): "Israel", ("september", "11"): "United States"}
REGIONS_REBELS: Final = {
    "Kashmir": "Kashmiri rebels", "Chechnya": "Chechen rebels", "Chechens": "Chechen rebels", "Chechen": "Chechen rebels",
    "Papua": "Papuan rebels", "Aceh": "Acehnese rebels",
    "Tigray": "Tigrayan rebels", "Darfur": "Darfur rebels", "Karabakh": "Karabakh rebels",
}  # fmt: skip
PEOPLES_IN_ARMS: Final = frozenset({"Palestine"})  # whose "militants" are theirs where no group is named
FOUGHT: Final = words("""
    fought fighting attacked ambushed engaged battled targeted intercepted bombed struck hit stormed pursued chased surrounded
    clashed clashing
""")  # what follows them was fought: "fought two groups of militants", "clashed with rebels"
PEACEKEEPERS: Final = words("peacekeeper peacekeepers")
OF_THE_UN: Final = words("un u.n. unrwa unicef unhcr")  # "a UN driver", "two UNRWA teachers"
NATO: Final = words("nato kfor isaf")
WANDERERS: Final = words("migrant migrants asylum-seeker asylum-seekers")  # not of the country in which they are told of
UNITED_NATIONS: Final = "United Nations"
FOREIGN: Final = words("foreign foreigners foreigner expatriates expats westerners")
WORLDWIDE: Final = words("worldwide globally")
WORLD_PHRASES: Final = sequences(
    "around the world | across the world | around the globe | across the globe | in latin america | in the world"
)
KURDS: Final = "Kurds"
KURDISH: Final = frozenset({"PKK", "YPG", "Syrian Democratic Forces", "Peshmerga"})
