"""First names and titles: in a text all in capitals only they tell where a person's name begins."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

GIVEN_NAMES: Final = words("""
    abdul abdullah abel abu adam adan adolfo adrian agustin ahmad ahmed alan albert alberto aldo alejandro aleksandr aleksei
    alex alexander alexandra alexei alfonso alfred alfredo ali alicia alonso alvaro amanda amir amos ana anatoly andre andrea
    andreas andrei andres andrew andriy angel angela anita ann anna anne anthony antoine anton antonia antonio antony arif
    ariel aristides armando arnulfo arthur arturo augusto aurelio avi barry beatriz ben benigno benito benjamin bernard
    bernardo boris brian bruce bruno camilo carl carla carlos carmen carol caroline catalina catherine cecilia celso cesar
    charles christian christine christopher clara claude claudia claudio cristina cristobal cyril damian dan daniel danny
    dario david dean denis dennis diana diego dmitri dmitry domingo donald dora douglas edgar edgardo edmundo eduardo edward
    edwin efrain elena eli elias elizabeth emanuel emilio emma enrique eric erik ernest ernesto esteban eugene eugenio eulogio
    eva evgeny fabio farid fatima federico felipe felix fermin fernando fidel florentino francis francisco franco frank fred
    freddy frederick fyodor gabriel gaspar gennady georg george georges gerald gerardo german gerry gilberto gilda giovanni
    gladys gloria gonzalo gordon graham greg gregorio guadalupe guido guillermo gustavo guy hafez hamid hans harold hassan
    hector heinz helen helmut henri henry herbert heriberto hernan hilda horacio howard hubert hugo humberto hussein ian
    ibrahim ignacio igor ilya imad ines ingrid irene isabel ismael ismail israelita ivan jack jacob jacobo jacques jaime jairo james
    jan jane janet javier jean jeff jeffrey jerry jesus jim joan joao joaquin joe joel johan johannes john jon jonathan jorge
    jose josefina joseph joshua juan juana juanita julia julian julie julio jurgen justo karen karim karl kate katherine keith
    ken kenneth kevin khaled khalid khalil klaus konstantin larry laura lazaro leo leon leonard leonardo leonel leonid leopoldo
    leslie lilian lina linda lisa lorenzo louis louise lucas lucia lucy luis luisa luz mahmoud manuel marc marcel marcela marcelo
    marco marcos margaret margarita maria mariano marie marina mario mark marta martha martin martina mary matthew mauricio max maxim
    maximo mehdi mehmet mercedes michael michel michelle miguel mikhail milton miriam mohamed mohammad mohammed moises monica
    mordechai moshe mustafa mykola nadia nancy napoleon natalia neil nelson nestor nicholas nicolas nikolai nils nora norberto norma
    octavio oleg oleh oleksandr olena olga oliver omar oscar osama osvaldo othman otto pablo pamela paolo patricia patricio patrick paul
    paula paulo pavel pavlo pedro peter petro philip philippe pierre pilar placido rachel rafael ralph ramiro ramon ramzi
    raquel rashid raul ray raymond rebecca regina reinaldo rene ricardo richard rigoberto rita robert roberto rodolfo rodrigo roger
    rogelio roland rolando roman romeo ronald rosa rosario rose rosemary roy ruben rubin rudolf ruth ryan said salah
    saleh salim salman salvador sam samir samuel sandra sara sarah saul sean sebastian sergei sergio serhiy shimon shlomo
    sigifredo silvia simon sofia sonia stanislaus stefan stella stephen steve steven susan susana svetlana teodoro teresa
    terry thomas tim timothy todd tom tomas tony ulises uri valentin valentina valery vasily vera veronica vicente victor viktor
    vincent vinicio virgilio virginia viviana vladimir volodymyr walid walter wendy wilfredo william wilson winston wolfgang
    yasser yevgeny yitzhak yolanda yosef yuri yusuf yvonne zoila
""")
TITLES: Final = words("""
    mr mrs ms miss dr prof gen col lt maj capt sgt cpl msgr monsignor rev fr father sister don dona sir brig attorney
    magistrate congressman congresswoman councilman chief comrade chairman archbishop cardinal rabbi sheikh sheik ayatollah
""")
NAME_LINKS: Final = words("de del la los las al el ben bin von van da do dos y abu")  # inside a name: "DE LA CRUZ"
PLACE_OPENERS: Final = words("san santa santo el la los las del st saint port puerto ciudad villa fort")  # "SAN JOSE" is a town
