# Getippte Zahlen: was nicht geht und was geht.

# $least: kleinste mögliche Zahl. $most: größte mögliche Zahl.
number-bounds = Bitte schreiben Sie eine Zahl von { $least } bis { $most }.
number-refused-not-whole = Hier zählen nur ganze Zahlen.
number-refused-unreadable = Das ist keine passende Zahl.
number-refused-several = Das sind mehrere Zahlen.

# Mehrere Zahlen auf einmal, eine Zeile je Institution.
# $lines: die verstandenen Zeilen.
counts-taken = <b>Übernommen:</b>
    { $lines }
# $name: Name der Institution. $n: Zahl.
counts-line = { $name }: { $n }
# $lines: die Zeilen, aus denen nichts wurde.
counts-left = <b>Nicht übernommen:</b>
    { $lines }
# $typed: was geschrieben war. $why: warum es nicht geht.
counts-left-line = „{ $typed }“: { $why }
counts-unknown = Diese Institution steht nicht in der Liste.
counts-ambiguous = Das passt auf mehrere Institutionen.
counts-no-number = Hier fehlt eine ganze Zahl.
counts-name-alone = Hier fehlt die Zahl.
counts-more-words = Hier steht mehr als eine Institution und eine Zahl.
# $least: kleinste mögliche Zahl. $most: größte mögliche Zahl.
counts-bounds = Möglich ist { $least } bis { $most }.
# $example: eine Zeile, die der Bot versteht.
counts-which = Zu welcher Institution gehört die Zahl? Schreiben Sie zum Beispiel: <code>{ $example }</code>
# $example: eine Zeile, die der Bot versteht.
counts-hint = Sie können auch mehrere Zahlen auf einmal schreiben, eine je Zeile: <code>{ $example }</code>
