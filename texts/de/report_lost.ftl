# Kleine Zahlen, die schon zu genau bekannt sind, und Fassungen, die zu viel verrieten.

# $name: Tabelle oder Kennzahl.
lost-whole = „{ $name }“
# $row: Zeile der Tabelle.
lost-row = „{ $name }“, { $row }
# $places: Zeilen, je eine der beiden darunter.
lost-told = <b>Diese kleinen Zahlen lassen sich schon enger eingrenzen als erlaubt:</b>
    { $places }

    Diese Fassung verrät davon nicht mehr als bisher. Bitte geben Sie frühere Fassungen nicht weiter.
# $place: eine der beiden oberen. $day: Tag einer früheren Fassung.
lost-since = • { $place }: seit der Fassung vom { $day }
lost-known = • { $place }: durch das öffentliche Programm
# $report: die Fassung, um die es geht.
lost-refused = <b>{ $report }</b> wird nicht herausgegeben. Neben der früheren Fassung wären kleine Zahlen erkennbar. Bitte verwenden Sie die frühere Fassung weiter.
lost-refused-since = <b>{ $report }</b> wird nicht herausgegeben. Neben der Fassung vom { $day } wären kleine Zahlen erkennbar. Bitte verwenden Sie diese Fassung weiter.
lost-number = Betroffen ist { $place }.
lost-take-back = Wurde seit dem { $day } eine Summe berichtigt? Ohne diese Berichtigung lässt sich der Bericht wieder erstellen.
