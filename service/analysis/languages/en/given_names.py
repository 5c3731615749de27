"""First names and titles: in a text all in capitals only they tell where a person's name begins."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

GIVEN_NAMES: Final = words("""
    abbas abdul abdullah abel abelardo abu adalberto adam adan adel adela adnan adolfo adrian adriana agapito agustin ahmad
    ahmed ahmet akram alan albert alberto alcides aldo alejandrina alejandro alejo aleksandr aleksei alex alexander alexandra
    alexei alfonso alfred alfredo ali alicia alida alija alirio alonso alvaro amado amador amadou amalia amanda amilcar amir
    amnon amos amparo ana ananias anastasio anatoly andre andrea andreas andrei andres andrew andriy angel angela angelica
    angelino anibal anita ann anna anne anselmo anthony antoine antolin anton antonia antonio antony anwar apolinar aquiles
    arcadio arcesio argemiro ariel arif aristides armando arnoldo arnulfo arsenio artemio arthur arturo asdrubal atilio augusto
    aurelio aurora avelino avi avraham aziz azucena balbino baltasar baltazar barry bartolome bashar bassam baudilio beatriz
    belarmino belisario ben benedicto benigno benito benjamin bernard bernardo berta bertha blanca bonifacio boris branko
    braulio brendan brian brigida bruce bruno bulent calixto camilo candido carl carla carlos carmelo carmen carmenza carol
    carolina caroline casimiro catalina catherine cayetano cecilia celestino celina celso cenobio cesar chaim charles christian
    christine christopher ciaran cipriano ciro clara claude claudia claudio clemencia clemente cleto colm conor conrado consuelo
    cornelio crescencio crispin cristina cristobal cupertino cyril dagoberto dalia damaso damian dan daniel danilo danny dario
    david dean declan delfin delia delio demetrio denis dennis dermot diana diego dionisio dmitri dmitry domingo domitila donald
    donato dora douglas dragan dusan eamon eamonn edelmira edgar edgardo edilberto edilma edison edmundo eduardo eduviges edward
    edwin efrain eitan eladio eleazar elena eleuterio eli elias eliecer eligio elisa eliseo elizabeth eloisa eloy elsa elvia
    elvira emanuel emiliano emilio emma enrique epifanio erasmo ercilia erdal eric erik ermelinda ernest ernestina ernesto
    esteban estela ester eudoro eufemia eugene eugenia eugenio eulalia eulogio eusebio eustaquio eva evangelina evaristo evelio
    everardo evgeny ezequiel ezer fabian fabio fabiola fadi fahd faisal fanny farid farouk fathi fatima faustino fausto fawzi
    febe federico feliciano felipe felix fermin fernando fidel filemon filiberto flavio florencio florentino florinda fortunato
    fouad francis francisca francisco franco frank fred freddy frederick fredy froilan fulgencio fyodor gabino gabriel gabriela
    gaspar genaro gennady genoveva georg george georges gerald gerard gerardo german geronimo gerry gerson ghassan gilberto
    gilda gildardo gilma giovanni gladys glenda gloria godofredo gonzalo goran gordon graciela graham greg gregoria gregorio
    griselda guadalupe gualberto guido guillermo gustavo guy habib hafez haidar haim haitham hamid hani hans harold hashem
    hassan hector heinz helen heliodoro helmut henri henry heraclio herbert heriberto herminia herminio hermogenes hernan
    hernando hilario hilda hipolito hisham honorio horacio hortensia howard hubert hugo humberto hussein ian ibrahim ignacio
    igor ilya imad imran indalecio ines ingrid inocencio irene ireneo isaac isabel isaias isidoro isidro ismael ismail israelita
    issa ivan ivica ivonne iyad jaber jacinta jacinto jack jacob jacobo jacques jaime jairo jalal jamal james jamil jan jane
    janet javier jean jeff jeffrey jenaro jeremias jerry jesus jim joan joao joaquin joe joel johan johannes john jon jonas
    jonathan jorge jose josefina joseph joshua josue jovan jovita juan juana juanita julia julian juliana julie julieta julio
    jurgen justino justo juvenal kamal karen karim karl kate katherine keith kemal ken kenneth kevin khaled khalid khalil klaus
    kofi konstantin kwame larry latif laura lauro lazaro leandro leo leocadio leon leonard leonardo leonel leonid leonor
    leopoldo leslie leticia levon liam liborio lidia ligia lilian liliana lina linda lino lisa lisandro lorenzo louis louise
    lourdes lucas lucia lucila lucio lucrecia lucy luis luisa luz macario magdalena maher mahmoud mairead majid malachy mamadou
    manfredo mansour manuel manuela marc marcel marcela marcelino marcelo marcial marco marcos margaret margarita margoth maria
    mariano marie mariela marina mario marisol maritza mark marlene marleny marta martha martin martina marvin marwan mary
    matias matilde matthew maura mauricio maurilio max maxim maximiliano maximo mazen mehdi mehmet melania melchor melquiades
    menachem mercedes mesut michael michel michelle miguel mikhail milan milos milton miriam mirko mirna mirta misael modesta
    mohamed mohammad mohammed mohsen moises momcilo monica mordechai moshe mounir mourad moussa mukhtar munir mustafa mustapha
    mykola nabil nadia nadim naji nancy napoleon narciso nasser natalia nazario nebojsa necmettin neil nelida nelly nelson
    nemesio nenad neptali nery nestor niall nicanor nicholas nicolas nicolasa nidia nikolai nils nizar noe noemi nora norberto
    norma nouri nubia obdulio octavia octavio ofelia oleg olegario oleh oleksandr olena olga oliver olivia omaira omar onofre
    orhan orlando osama oscar osman osvaldo othman otilia otoniel otto ousmane ovidio pablo padraig pamela paolo pascual pastora
    patricia patricio patrick patrocinio paul paula paulina paulo pavel pavlo pedro peter petro petrona philip philippe pierre
    pilar placido plinio policarpo porfirio predrag procopio prudencio qasim quirino rachel radovan rafael rafaela rafik
    raimundo ralph rami ramiro ramon ramzi raquel rashid ratko raul ray raymond rebecca regina reinaldo remigio renato rene
    reynaldo riad ricardo richard rigoberto rina rita robert roberto robinson rocio rodolfo rodrigo rodulfo rogelio roger roland
    rolando roman romeo romulo ronald roque rosa rosalba rosalia rosalina rosalinda rosario rose rosemary rosendo roy ruben
    rubin rudolf ruperto ruth rutilio ryan saad sabino sabri saeed said salah saleh salem salim salman salome salomon salvador
    sam sami samir samuel sandra sara sarah saturnino saul sayed seamus sean sebastian sekou selahattin serafin sergei sergio
    serhiy servando severino severo shafik shaul shimon shlomo shmuel sigfrido sigifredo silverio silvestre silvia silvino
    simeon simon sinead sixto slavko slobodan sofia sonia stanislaus stefan stella stephen steve steven stipe suleyman susan
    susana svetlana taha tarcisio tarek tariq telesforo telma tengiz teodoro teofilo teresa terry thomas tiberio tim timothy
    todd tom tomas tomasa tomislav tony toribio tranquilino turgut ubaldo ulises uri ursula valentin valentina valeriano valery
    vasily vazgen venancio vera veronica vicenta vicente victor victorino vidal viktor vilma vincent vinicio violeta virgilio
    virginia vitalino viviana vladimir vlado vojislav volodymyr wael waldemar walid walter wenceslao wendy wilber wilfredo
    wilfrido william wilmer wilson winston wolfgang xiomara yadira yahya yaneth yanira yasser yassin yassir yehuda yesenia
    yevgeny yigal yitzhak yolanda yoram yosef yousef youssef yuri yusuf yvonne zacarias zaher zaki zdravko zeljko zenaida zenon
    ziad zoila zoran zuhair zulma zviad
""")
TITLES: Final = words("""
    mr mrs ms miss dr prof gen col lt maj capt sgt cpl msgr monsignor rev fr father sister don dona sir brig attorney
    magistrate congressman congresswoman councilman chief comrade chairman archbishop cardinal rabbi sheikh sheik ayatollah
""")
NAME_LINKS: Final = words("de del la los las al el ben bin von van da do dos y abu")  # inside a name: "DE LA CRUZ"
PLACE_OPENERS: Final = words("san santa santo el la los las del st saint port puerto ciudad villa fort")  # "SAN JOSE" is a town
