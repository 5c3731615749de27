"""Provinces, regions and towns that conflict news names, by country; capitals are in ``countries``.

Commas separate names; a hyphen matches a blank as well. Where English news spells a name in several ways, each is a name
and the first of those joined by "=" is the canonical one.
"""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

PLACES: tuple[tuple[str, str], ...] = (
    (
        "Armenia",
        (
            "Jermuk, Goris, Sotk, Vardenis, Kapan, Syunik=Syunik Province, Gegharkunik, Vayots Dzor, Tavush, Gyumri, "
            "Verin Shorzha, Artanish, Ishkhanasar, Tegh, Nerkin Hand, Yeraskh, Meghri, Sisian"
        ),
    ),
    (
        "Azerbaijan",
        (
            "Nagorno-Karabakh=Nagorny Karabakh=Nagorno Karabagh=Karabakh=Artsakh=Nagorno-Karabagh, "
            "Stepanakert=Khankendi, Shusha=Shushi, Lachin=Lachin corridor, Kelbajar=Kalbajar, Agdam=Aghdam, "
            "Fizuli=Fuzuli, Jabrayil, Ganja, Nakhchivan=Nakhichevan, Martakert, Martuni, Askeran, Hadrut, Tartar, "
            "Barda, Dashkesan, Gadabay, Zangilan"
        ),
    ),
    ("Georgia", "Gori, Zugdidi, Batumi, Kutaisi, Gali, Pankisi, Kodori"),
    (
        "Ukraine",
        (
            "Donetsk, Luhansk=Lugansk, Donbas=Donbass, Kharkiv=Kharkov, Kherson, "
            "Zaporizhzhia=Zaporizhia=Zaporizhzhya=Zaporozhye, Odesa=Odessa, Mariupol, Bakhmut, Avdiivka, Bucha, Irpin, "
            "Dnipro=Dnipropetrovsk, Mykolaiv=Nikolaev, Lviv=Lvov, Sumy, Chernihiv=Chernigov, Poltava, Kryvyi Rih, "
            "Kramatorsk, Sloviansk=Slavyansk, Pokrovsk, Sievierodonetsk=Severodonetsk, Lysychansk, Izium=Izyum, "
            "Kupiansk, Crimea=Crimean peninsula, Sevastopol, Simferopol, Kerch, Kakhovka=Nova Kakhovka, Enerhodar, "
            "Melitopol, Berdiansk, Orikhiv, Robotyne, Marinka, Vuhledar, Toretsk, Chasiv Yar, Kostiantynivka, "
            "Myrnohrad, Huliaipole, Nikopol, Vinnytsia, Zhytomyr, Rivne, Ternopil, Khmelnytskyi, Ivano-Frankivsk, "
            "Uman, Kremenchuk, Debaltseve, Ilovaisk, Lyman, Vovchansk, Siversk, Soledar, Popasna, Volnovakha, "
            "Hostomel, Konotop, Izmail, Chernobyl, Zmiinyi=Snake Island, Brovary, Boryspil, Fastiv, Vyshhorod, Marhanets, "
            "Kamianske, Pavlohrad, Balakliia, Chuhuiv, Rubizhne, Beryslav, Ochakiv, Kropyvnytskyi, Cherkasy, Lutsk, Uzhhorod, "
            "Chernivtsi, Shostka, Okhtyrka, Trostianets, Nizhyn, Pryluky, Hlukhiv"
        ),
    ),
    (
        "Russia",
        (
            "Belgorod, Kursk, Bryansk, Rostov=Rostov-on-Don, Voronezh, Krasnodar, Grozny, Chechnya, Dagestan, "
            "Ingushetia, North Ossetia, Makhachkala, Nalchik, Beslan, Sudzha, Shebekino, Saratov, Engels, "
            "Novorossiysk, Tatarstan, Kazan, Samara, Ryazan, Smolensk, Tuapse, Taganrog, Volgograd, "
            "Valuyki, Grayvoron, Rylsk, Lgov, Klintsy, Lipetsk, Kaluga, Pskov"
        ),
    ),
    ("Moldova", "Bender, Gagauzia"),
    (
        "Palestine",
        (
            "Gaza City, Khan Younis=Khan Yunis=Khan Yunus, Rafah, Deir al-Balah=Deir el-Balah, Jabalia=Jabaliya, "
            "Beit Hanoun, Beit Lahia=Beit Lahiya, Nuseirat, Bureij, Maghazi, Shujaiya=Shejaiya, al-Mawasi=Mawasi, "
            "Netzarim, Philadelphi corridor, Shifa hospital=al-Shifa=Al-Shifa Hospital, Jenin, Nablus, "
            "Tulkarm=Tulkarem, Hebron, Jericho, Bethlehem, Qalqilya, Tubas, Huwara, East Jerusalem, "
            "al-Aqsa mosque=Al-Aqsa, Erez, Kerem Shalom, Zeitoun, Balata, Nur Shams, Masafer Yatta"
        ),
    ),
    (
        "Israel",
        (
            "kibbutz=kibbutzim, Sderot, Ashkelon, Ashdod, Beersheba, Haifa, Kiryat Shmona, Metula, Safed, Nahariya, Galilee, "
            "Golan Heights=Golan, Majdal Shams, Netanya, Eilat, Negev, Be'eri, Kfar Aza, Nir Oz, Re'im, Petah Tikva, "
            "Rishon Lezion, Bat Yam, Dimona"
        ),
    ),
    (
        "Lebanon",
        (
            "Tyre, Sidon, Nabatieh=Nabatiyeh, Baalbek, Bekaa=Bekaa Valley=Beqaa, Dahiyeh=Dahieh, Naqoura, Bint Jbeil, "
            "Marjayoun, Khiam, Litani, Hermel, Ain al-Hilweh=Ein el-Hilweh, southern Lebanon=south Lebanon, Hasbaya, "
            "Aita al-Shaab, Maroun al-Ras, Shebaa Farms, Qana, Tibnin, Jezzine, Kfar Kila=Kfarkela, Yaroun, Blida"
        ),
    ),
    (
        "Syria",
        (
            "Aleppo, Homs, Idlib=Idleb, Hama, Daraa=Deraa=Dera'a, "
            "Deir ez-Zor=Deir Ezzor=Deir al-Zor=Deir el-Zour=Deir al-Zour, Raqqa=Raqa=Rakka, Latakia=Lattakia, "
            "Tartus=Tartous, Hasakah=Hasaka=Hassakeh=al-Hasakah, Qamishli=Kamishli, Kobani=Kobane=Ain al-Arab, Manbij, "
            "Afrin, al-Bab, Palmyra=Tadmur, Ghouta=Eastern Ghouta=East Ghouta, Douma, Daraya=Darayya, Jayrud, "
            "Qalamoun=Qalamun, Sweida=Suwayda=Suweida=Sweida province, Quneitra, Maarat al-Numan=Maaret al-Numan, "
            "Saraqeb, Khan Sheikhoun=Khan Sheikhun, Jisr al-Shughur=Jisr al-Shughour, Tell Abyad=Tal Abyad, Azaz, "
            "Jarablus=Jarabulus, Fuaa=al-Fouaa=Foua, Kafraya=Kefraya, Madaya, Zabadani, Mayadin, "
            "Albu Kamal=Abu Kamal=Bukamal, Sayeda Zeinab=Sayyida Zeinab, Atareb, Anadan, Castello Road, Yarmouk, "
            "Jobar, Barzeh, Harasta, Waer=al-Waer, Zabdani, Ras al-Ain, Shaykh Maqsoud=Sheikh Maqsoud, Banias, Jableh, "
            "Tabqa, Rojava"
        ),
    ),
    (
        "Iraq",
        (
            "Mosul, Kirkuk, Basra, Erbil=Irbil=Arbil, Sulaimaniyah=Sulaymaniyah, Duhok=Dohuk, Sinjar, Tikrit, "
            "Fallujah=Falluja, Ramadi, Anbar, Diyala, Nineveh, Najaf, Karbala=Kerbala, Nasiriyah, Samarra, Tal Afar, "
            "Baiji, Ain al-Asad, Green Zone, Sadr City, Salahuddin, Babil, Kurdistan Region, Makhmur, Hilla"
        ),
    ),
    (
        "Iran",
        (
            "Isfahan=Esfahan, Natanz, Fordow=Fordo, Bushehr, Shiraz, Tabriz, Mashhad, Kerman, Zahedan, "
            "Sistan-Baluchestan=Sistan and Baluchestan=Sistan-Baluchistan, Kermanshah, Khuzestan, Ahvaz, Arak, "
            "Bandar Abbas, Qom, Karaj, Sanandaj, Mahabad, Hormozgan, Chabahar, Evin prison"
        ),
    ),
    (
        "Yemen",
        (
            "Hodeidah=Hodeida=Hudaydah, Aden, Taiz=Taez, Marib=Ma'rib, Saada=Sa'ada, Hajjah, Shabwa, "
            "Hadramaut=Hadhramaut=Hadramawt, Mukalla, Abyan, al-Bayda=Al Bayda, Dhale, Lahj, Al Jawf, Ibb, Dhamar, "
            "Mocha, Socotra, Red Sea, Bab al-Mandab=Bab el-Mandeb, Ras Isa"
        ),
    ),
    (
        "Turkey",
        (
            "Diyarbakir, Sirnak, Hakkari, Mardin, Cizre, Nusaybin, Gaziantep, Sanliurfa, Hatay, Van province, Tunceli, "
            "Izmir, Qandil"
        ),
    ),
    (
        "Egypt",
        (
            "Sinai=Sinai Peninsula=North Sinai, Arish=al-Arish=El-Arish, Sheikh Zuweid, Bir al-Abd, Alexandria, Minya, "
            "Suez, Tahrir Square"
        ),
    ),
    (
        "Libya",
        (
            "Benghazi, Misrata, Sirte, Derna, Tobruk, Zawiya=Zawiyah, Sabha=Sebha, Zintan, Tarhuna, Ajdabiya, "
            "Bani Walid, Fezzan, Cyrenaica, Gharyan, Zuwara"
        ),
    ),
    (
        "Sudan",
        (
            "Darfur=West Darfur=North Darfur=South Darfur=Central Darfur=East Darfur, "
            "El Fasher=el-Fasher=al-Fashir=al-Fasher, El Geneina=el-Geneina=Geneina=al-Geneina, Nyala, Zalingei, "
            "Omdurman, Khartoum North=Bahri, Wad Madani=Wad Medani, Gezira=Al Jazirah=Gezira state, Sennar, "
            "Kordofan=North Kordofan=South Kordofan=West Kordofan, El Obeid=el-Obeid=al-Obeid, Kadugli, Dilling, "
            "Babanusa, Blue Nile state=Blue Nile, Kassala, Gedaref, Zamzam=Zamzam camp, Abu Shouk, Singa, Merowe, "
            "Nuba Mountains, Abyei, Ardamata, Mellit, Bara"
        ),
    ),
    (
        "South Sudan",
        (
            "Jonglei, Upper Nile, Malakal, Bentiu, Bor, Unity State, Nasir, Yei, Wau, Western Equatoria, "
            "Central Equatoria, Eastern Equatoria, Lakes State, Warrap, Tambura, Pibor"
        ),
    ),
    (
        "Ethiopia",
        (
            "Tigray, Mekelle=Mekele=Mek'ele, Axum=Aksum, Adwa, Shire, Adigrat, Humera, Amhara=Amhara region, "
            "Bahir Dar, Gondar, Lalibela, Dessie, Kombolcha, Afar, Oromia=Oromiya, Wollega=Welega, Benishangul-Gumuz, "
            "Metekel, Gambella, Gambela, Mai Kadra, Merawi, Gojjam, Wollo, Somali Region, Jijiga, Dire Dawa, Nekemte, "
            "Alamata, Kobo, Debre Birhan"
        ),
    ),
    ("Eritrea", "Massawa, Badme"),
    (
        "Somalia",
        (
            "Kismayo, Baidoa, Beledweyne, Galmudug, Puntland, Hargeisa, "
            "Las Anod=Laascaanood=Las Anod town, Jubaland, Lower Shabelle, Middle Shabelle, Hiran=Hiiran, Galgaduud, "
            "Bosaso, Jowhar, Gedo, Mudug, Adan Yabaal, Bulo Marer, Afgoye"
        ),
    ),
    ("Kenya", "Mandera, Garissa, Lamu, Wajir, Turkana, Baringo, Mombasa, Eldoret, Dadaab, Boni forest"),
    ("Uganda", "Kasese, Karamoja, Gulu, Mpondwe, Kitgum, Lira, Pader, Soroti, Bundibugyo"),
    (
        "Democratic Republic of the Congo",
        (
            "Goma, Bukavu, Bunia, Beni, Butembo, Ituri, North Kivu, South Kivu, Kivu, Rutshuru, Masisi, Sake, "
            "Walikale, Uvira, Kalehe, Minova, Kibumba, Bunagana, Rubaya, Kisangani, Lubero, Mambasa, Djugu, Mahagi, "
            "Irumu, Kasai, Katanga, Lubumbashi, Kiwanja, Kishishe, Komanda, Kanyabayonga, Nyiragongo, Kamanyola, "
            "Tshopo, Mai-Ndombe, Virunga"
        ),
    ),
    ("Rwanda", "Gisenyi, Rubavu"),
    ("Burundi", "Cibitoke, Gatumba, Bururi, Makamba, Rumonge, Muyinga, Ngozi"),
    (
        "Angola",
        "Huambo, Kuito, Uige, Malanje, Cabinda, Benguela, Lobito, Bie, Saurimo, Lubango, Ndalatando, Jamba, Cuito Cuanavale",
    ),
    ("Liberia", "Gbarnga, Buchanan, Tubmanburg, Ganta, Voinjama, Lofa, Bong"),
    ("Sierra Leone", "Makeni, Kenema, Koidu, Lunsar, Port Loko, Kailahun, Kono"),
    ("Ivory Coast", "Bouake, Korhogo, Duekoue, Daloa, Yopougon"),
    ("Mozambique", "Beira, Nampula, Sofala, Gorongosa, Maringue, Tete, Zambezia, Nacala, Quelimane"),
    ("Guinea-Bissau", "Bafata, Gabu"),
    ("Central African Republic", "Bambari, Bangassou, Birao, Bria, Obo, Bossangoa, Bouar, Ndele, Kaga-Bandoro"),
    (
        "Cameroon",
        (
            "Bamenda, Buea, Kumba, Kumbo, Maroua, Far North region, North-West Region, South-West Region, Ambazonia, "
            "Kolofata, Mora, Fotokol, Mamfe"
        ),
    ),
    ("Chad", "Lake Chad=Lake Chad Basin, Tibesti, Faya-Largeau, Adre, Abeche, Bol, Logone, Bohoma"),
    (
        "Nigeria",
        (
            "Borno=Borno State, Maiduguri, Yobe=Yobe State, Damaturu, Adamawa, Zamfara=Zamfara State, Katsina, Sokoto, "
            "Kaduna, Kebbi, Niger State, Plateau State, Jos, Benue=Benue State, Makurdi, Taraba, Chibok, Dapchi, "
            "Jangebe, Kankara, Kagara, Bama, Gwoza, Konduga, Monguno, Dikwa, Baga, Sambisa=Sambisa Forest, Kano, "
            "Bauchi, Gombe, Nasarawa, Birnin Gwari, Birnin-Gwari, Kuriga, Owo, Imo State=Imo, Anambra, Enugu, Ebonyi, "
            "Rivers State, Port Harcourt, Lagos, Ogun, Ondo, Kogi, Kwara, Mangu, Bokkos, Yelwata=Yelewata, Guma, "
            "Minna, Gusau, Chikun, Southern Kaduna, Damboa"
        ),
    ),
    (
        "Niger",
        (
            "Tillaberi=Tillabery, Diffa, Tahoua, Agadez, Zinder, Maradi, Inates, Tongo Tongo, Banibangou, Tera, "
            "Ayorou, Makalondi, Fambita"
        ),
    ),
    (
        "Mali",
        (
            "Gao, Timbuktu=Tombouctou, Kidal, Mopti, Menaka, Segou, Bandiagara, Bankass, Koro, Ogossagou, Moura, "
            "Tessalit, Ber, Tinzaouaten=Tinzawaten, Djenne, Kayes, Sikasso, Koulikoro, Kati, Nara, Nampala, Ansongo, "
            "Tessit, Labbezanga, Boulikessi=Boulkessi, Farabougou, Diafarabe, Azawad"
        ),
    ),
    (
        "Burkina Faso",
        (
            "Djibo, Dori, Kaya, Ouahigouya, Solhan, Barsalogho, Seytenga, Arbinda, Fada N'Gourma, Inata, Diapaga, "
            "Pama, Kongoussi, Karma, Titao, Bourzanga, Koudougou, Sebba, Gorgadji, Soum, Yagha, Tapoa, Bobo-Dioulasso, "
            "Centre-Nord, Nouna, Dedougou, Djigoue, Zaongo"
        ),
    ),
    ("Benin", "Alibori, Atacora, Pendjari, Karimama, Banikoara, Kandi"),
    ("Togo", "Kpendjal, Savanes, Dapaong"),
    (
        "Mozambique",
        (
            "Cabo Delgado, Palma, Mocimboa da Praia=Mocímboa da Praia, Pemba, Macomia, Muidumbe, Nangade, Mueda, "
            "Afungi, Nampula, Chiure, Ancuabe, Quissanga, Niassa, Metuge, Sofala"
        ),
    ),
    ("Tanzania", "Mtwara"),
    (
        "Myanmar",
        (
            "Rakhine=Rakhine State=Arakan, Sittwe, Chin State, Kachin=Kachin State, Myitkyina, Shan State=Shan, "
            "Lashio, Laukkai=Laukkaing, Kokang, Kayah=Kayah State=Karenni, Loikaw, Kayin State=Karen State, Myawaddy, "
            "Sagaing, Magway, Mandalay, Yangon=Rangoon, Bago, Tanintharyi, Pazigyi, Mon State, "
            "Hlaing Tharyar=Hlaingthaya=Hlaing Thar Yar, Kyaukphyu, Maungdaw, Buthidaung, Mrauk-U, Kyaukme, Hpakant, "
            "Monywa, Thantlang, Mindat, Falam, Mogok, Naungcho, Muse, Hpruso, Pekon, Lay Kay Kaw"
        ),
    ),
    ("Bangladesh", "Cox's Bazar, Chittagong=Chattogram, Teknaf, Kutupalong, Rangamati, Bandarban"),
    (
        "Pakistan",
        (
            "Balochistan=Baluchistan, Quetta, Gwadar, Turbat, Panjgur, Mastung, Kalat, Bolan, Khuzdar, Kech, Nushki, "
            "Noshki, Harnai, Chaman, Khyber Pakhtunkhwa=Khyber-Pakhtunkhwa=KPK, Peshawar, North Waziristan, "
            "South Waziristan, Waziristan, Bannu, Lakki Marwat, Dera Ismail Khan=D.I. Khan=DI Khan, Tank district, "
            "Bajaur, Kurram, Parachinar, Mohmand, Khyber, Swat, Mardan, Kohat, Hangu, Torkham, Karachi, Lahore, "
            "Muridke, Bahawalpur, Muzaffarabad, "
            "Pakistani Kashmir=Pakistan-administered Kashmir=Pakistan-controlled Kashmir=Pakistani-administered Kashmir, "
            "Kotli, Rawalakot, Punjab province, Sindh, Azad Kashmir, Gilgit-Baltistan, Orakzai, "
            "Chitral, Mianwali, Sialkot, Neelum Valley, Angoor Adda, Spin Boldak"
        ),
    ),
    (
        "Afghanistan",
        (
            "Kandahar, Herat, Helmand, Lashkar Gah, Kunduz, Nangarhar, Jalalabad, Khost, Paktika, Paktia, Ghazni, "
            "Kunar, Badakhshan, Balkh, Mazar-i-Sharif=Mazar-e-Sharif, Panjshir, Logar, Wardak, Bagram, Baghlan, "
            "Takhar, Faryab, Ghor, Uruzgan, Zabul, Nuristan, Laghman, Parwan, Kapisa, Bamiyan, Nimroz, Farah, Badghis, "
            "Sar-e Pul, Samangan, Hairatan, Dasht-e-Barchi"
        ),
    ),
    (
        "India",
        (
            "Kashmir=Jammu and Kashmir=Indian-administered Kashmir=Indian Kashmir="
            "Indian-controlled Kashmir=Jammu & Kashmir=J & K, Srinagar, Jammu, Pulwama, "
            "Pahalgam, Anantnag, Kupwara, Baramulla, Uri, Poonch, Rajouri, Kulgam, Shopian, Handwara, Doda, Kathua, "
            "Reasi, Ladakh, Galwan=Galwan Valley, Arunachal Pradesh, Tawang, Manipur, Imphal, Churachandpur, Assam, "
            "Nagaland, Chhattisgarh, Bastar, Bijapur, Dantewada, Sukma, Narayanpur, Gadchiroli, Jharkhand, Amritsar, "
            "Jammu region, Line of Control, LoC, Sikkim, Moreh, Jiribam, Kangpokpi, Abujhmarh"
        ),
    ),
    (
        "Sri Lanka",
        (
            "Jaffna, Kilinochchi, Mullaitivu, Trincomalee, Vavuniya, Batticaloa, Mannar, Elephant Pass, Muttur, Kandy, Galle, "
            "Anuradhapura, Ampara, Muhamalai"
        ),
    ),
    (
        "Thailand",
        "Pattani, Yala, Narathiwat, Songkhla, Sisaket=Si Sa Ket, Surin, Ubon Ratchathani, Buriram, Sa Kaeo, Trat, Tak Bai",
    ),
    (
        "Cambodia",
        "Preah Vihear, Oddar Meanchey, Banteay Meanchey, Poipet, Battambang, Siem Reap, Ta Muen Thom, Ta Moan Thom, Pursat",
    ),
    (
        "Philippines",
        (
            "Mindanao, Sulu, Jolo, Basilan, Marawi, Maguindanao, Cotabato, Lanao del Sur, Zamboanga, "
            "Negros Occidental, Samar, Masbate, Bukidnon, Davao, Tawi-Tawi, Bangsamoro, Spratly, Scarborough Shoal, "
            "Second Thomas Shoal, Bicol, Camarines, Capiz, Surigao del Sur"
        ),
    ),
    ("Indonesia", "Papua, West Papua, Nduga, Puncak, Yahukimo, Intan Jaya, Sulawesi, Poso, Aceh, Jayapura, Wamena"),
    ("China", "Xinjiang, Tibet, Aksai Chin, Taiwan Strait"),
    ("Kyrgyzstan", "Batken, Osh, Jalal-Abad, Leilek, Kok-Tash, Ak-Sai"),
    ("Tajikistan", "Isfara, Vorukh, Sughd, Gorno-Badakhshan, Khujand, Khorog"),
    ("Uzbekistan", "Karakalpakstan, Nukus, Andijan, Fergana"),
    ("Kazakhstan", "Almaty, Zhanaozen, Aktobe"),
    (
        "Kosovo",
        (
            "Mitrovica=Kosovska Mitrovica=North Mitrovica, Banjska, Zvecan, Leposavic, Zubin Potok, Jarinje, Merdare, "
            "Prizren, Gjakova, Pec, Racak"
        ),
    ),
    ("Serbia", "Novi Sad, Raska, Kraljevo, Presevo"),
    ("Bosnia and Herzegovina", "Srebrenica, Banja Luka, Republika Srpska, Mostar, Tuzla, Bihac, Gorazde, Zepa"),
    ("Croatia", "Vukovar, Knin, Krajina, Slavonia"),
    (
        "Haiti",
        (
            "Cite Soleil=Cité Soleil, Petion-Ville=Pétion-Ville, Solino, Kenscoff, Artibonite, Pont-Sonde=Pont-Sondé, "
            "Gonaives, Cap-Haitien=Cap-Haïtien, Carrefour-Feuilles, Croix-des-Bouquets, Mirebalais, Delmas, Cabaret, "
            "Wharf Jeremie, Martissant, La Saline, Titanyen, Cabarete"
        ),
    ),
    (
        "Colombia",
        (
            "Cauca, Valle del Cauca, Cali, Catatumbo, Cucuta=Cúcuta, Norte de Santander, Arauca, Nariño=Narino, "
            "Choco=Chocó, Antioquia, Medellin=Medellín, Putumayo, Caqueta=Caquetá, Guaviare, Tumaco, Buenaventura, "
            "Popayan, Jamundi, Tibu, Uraba, Meta department, Bolivar department, Corinto, Toribio, Argelia, "
            "Barranquilla, Barrancabermeja"
        ),
    ),
    (
        "Mexico",
        (
            "Sinaloa, Culiacan=Culiacán, Michoacan=Michoacán, Jalisco, Guadalajara, Guanajuato, Celaya, Zacatecas, "
            "Chihuahua, Ciudad Juarez=Ciudad Juárez, Tijuana, Tamaulipas, Reynosa, Matamoros, Nuevo Laredo, Guerrero, "
            "Acapulco, Chiapas, Sonora, Veracruz, Baja California, Mazatlan=Mazatlán, Uruapan, Colima, Durango, "
            "Tepalcatepec, Teocaltiche, Salamanca, Irapuato, Monterrey, Nuevo Leon, Oaxaca, Ayotzinapa, Iguala"
        ),
    ),
    (
        "Ecuador",
        (
            "Guayaquil, Esmeraldas, Guayas, Duran=Durán, Los Rios, Manabi=Manabí, Manta, El Oro, Machala, Latacunga, "
            "Litoral Penitentiary, Portoviejo, Naranjal"
        ),
    ),
    ("Venezuela", "Apure, Tachira, Zulia, Maracaibo, Bolivar state, Essequibo"),
    (
        "Peru",
        "Ayacucho, VRAEM, Puno, Juliaca, Cuzco, Huancayo, Huallaga, Arequipa, Junin, Apurimac, Huanta, Tingo Maria",
    ),
    (
        "El Salvador",
        (
            "San Miguel, Usulutan, Morazan, Chalatenango, Cabanas, San Vicente, La Libertad, Santa Ana, Sonsonate, "
            "Cuscatlan, Soyapango, Zacatecoluca, Mejicanos, Ahuachapan"
        ),
    ),
    ("Guatemala", "Quetzaltenango, Peten, Escuintla, Huehuetenango, Quiche, Solola, Chimaltenango, San Marcos"),
    ("Honduras", "San Pedro Sula, Choluteca, El Paraiso, Tamara, Comayagua"),
    ("Nicaragua", "Jinotega, Matagalpa, Masaya, Esteli, Leon, Bluefields, Nueva Segovia, Zelaya"),
    ("Chile", "Valparaiso, Concepcion, Araucania, Temuco"),
    ("Bolivia", "Santa Cruz de la Sierra, Cochabamba, Senkata, Sacaba"),
    ("Argentina", "Rosario"),
    ("Brazil", "Rio de Janeiro, Sao Paulo=São Paulo, Rocinha, Complexo do Alemao, Penha, Jacarezinho"),
    ("Saudi Arabia", "Jizan=Jazan, Najran, Abqaiq, Dhahran, Mecca, Medina, Khamis Mushait"),
    ("Jordan", "Tower 22, Zaatari, Karak, Irbid"),
    ("Algeria", "Tamanrasset, Kabylie, In Amenas"),
    ("Tunisia", "Sousse, Kasserine, Bardo"),
    ("Western Sahara", "Guerguerat, Smara, Tindouf"),
    (
        "United Kingdom",
        (
            "Manchester, Birmingham, Glasgow, Londonderry, Ulster, Northern Ireland, Omagh, County Down, County Tyrone, "
            "County Armagh, County Fermanagh, Enniskillen, Canary Wharf, Docklands"
        ),
    ),
    ("France", "Marseille, Nice, Strasbourg, Lyon, New Caledonia, Noumea"),
    (
        "United States",
        (
            "New York, Los Angeles, Chicago, Texas, Florida, California, Oklahoma City, Boston, Las Vegas, "
            "Minneapolis, New Orleans, Atlanta, Ohio, Philadelphia, Detroit, Seattle, Miami, Houston, Dallas, "
            "San Francisco, Arizona, Virginia, Pennsylvania, Michigan, Wisconsin, Colorado, Tennessee, Kentucky, "
            "Louisiana, Alabama, Missouri, Minnesota, New Jersey, Massachusetts, Maryland, North Carolina, "
            "South Carolina, Oregon, Nevada, Utah, Nebraska, Indiana, Illinois, Iowa, Kansas, Oklahoma, Arkansas, "
            "Mississippi, Connecticut, Hawaii, Alaska, Brooklyn, Manhattan, San Diego, Savannah, Baltimore, Memphis, "
            "Portland"
        ),
    ),
    (
        "Canada",
        "Toronto, Montreal, Vancouver, Quebec, Ontario, Alberta, British Columbia, Manitoba, Nova Scotia, Saskatchewan",
    ),
    (
        "Australia",
        (
            "Sydney, Melbourne, Brisbane, Perth, Queensland, Victoria, Adelaide, New South Wales, Bondi, Bondi Beach, "
            "Darwin, Tasmania"
        ),
    ),
    ("New Zealand", "Christchurch, Auckland"),
    ("Germany", "Munich, Hamburg, Magdeburg, Solingen, Frankfurt, Cologne"),
    ("Belgium", "Antwerp, Charleroi"),
    ("Spain", "Barcelona, Catalonia, Basque Country, Valencia"),
    ("Italy", "Milan, Naples, Lampedusa, Sicily"),
    ("South Africa", "Durban, KwaZulu-Natal, Soweto, Gauteng"),
    ("Japan", "Osaka, Fukushima, Hiroshima, Okinawa"),
)

# Places that stand for a people and its authorities: what they "say" is said by that party.
PARTY_PLACES: tuple[tuple[str, str], ...] = (
    (
        "Palestine",
        "Gaza, Gaza Strip, West Bank, occupied West Bank, Gaza enclave, Occupied Territories, occupied territories",
    ),
)

# Parts of the world whose names hold a country's.
CONTINENTS = (
    "Central America, Latin America, South America, North America, Gulf of Mexico, South China Sea, Sea of Japan, Indian Ocean"
)

# Names that are too often something else to be read as the place without another hint in the same sentence.
COMMON_WORDS = words(
    """
     aden alexandria arish bara barda bender beni ber bol bor cabaret cali colima darwin delmas duran durango engels
    concepcion farah jos kati samar tamara uri zelaya
    ganja georgia goa golan gori guerrero guma imo junin karma kobo koro leon lyman lyon manda manta marathon martuni
    mecca medina memphis meta mocha mora muse nara nasir nice obo palma pama pec penha perth portland reading rosario
    sake salamanca sana savannah shan shire singa solino swat tank tera tyre uman van victoria virginia wau yala yei
    """
)

# Where truces of other places are made and the world's bodies speak.
VENUES: Final = frozenset(
    {
        "Jeddah", "Doha", "Cairo", "Geneva", "Riyadh", "Pretoria", "Nairobi", "Minsk", "Astana", "Oslo", "Havana", "Vienna", "Stockholm",
        "Accra", "Abuja", "Arusha", "Addis Ababa", "Luanda", "Lusaka", "Sochi", "Ankara", "Istanbul", "Moscow", "Paris", "London",
        "Washington", "New York", "Kuala Lumpur", "Putrajaya", "Bangkok", "Helsinki", "Rambouillet", "Dayton", "Tashkent", "Djibouti",
        "Dar es Salaam", "Kampala", "Juba", "Muscat", "Amman", "Sharm el-Sheikh", "Berlin", "Rome", "Tokyo", "Bogota", "Caracas",
    }
)  # fmt: skip
