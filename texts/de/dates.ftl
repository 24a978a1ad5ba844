# Was der Bot zu einer Datumseingabe sagt, die er nicht annehmen kann.

date-impossible-unreadable = Diese Angabe lässt sich nicht als Termin lesen.
date-impossible-no-such-day = Diesen Tag gibt es nicht.
date-impossible-no-such-time = Diese Uhrzeit gibt es nicht.

# $day: Tag und Monat mit Jahr. $weekday: richtiger Wochentag.
date-impossible-wrong-weekday = Der { $day } ist ein { $weekday }.
date-impossible-end-before-start = Das Ende muss nach dem Beginn liegen.
date-impossible-past = Dieser Termin liegt in der Vergangenheit.
date-impossible-too-far = Dieser Termin liegt mehr als drei Jahre in der Zukunft.
date-impossible-clock-gap = Diese Uhrzeit entfällt. In dieser Nacht beginnt die Sommerzeit.

date-without-day = Hier fehlt der Tag.
# $day: Tag dieses Jahres, der schon vorbei ist.
date-past-this-year = Der { $day } ist schon vorbei. Meinen Sie diesen Termin?

# $example: eine Eingabe, die der Bot versteht.
date-example = Zum Beispiel: <code>{ $example }</code>
date-ambiguous = Ihre Angabe passt auf mehrere Termine. Welchen meinen Sie?

# Feiertage in Nordrhein-Westfalen und Sonntage; stehen in Klammern hinter dem Datum.
day-off-new-year = Neujahr
day-off-good-friday = Karfreitag
day-off-easter-monday = Ostermontag
day-off-labour-day = Tag der Arbeit
day-off-ascension = Christi Himmelfahrt
day-off-whit-monday = Pfingstmontag
day-off-corpus-christi = Fronleichnam
day-off-unity-day = Tag der Deutschen Einheit
day-off-all-saints = Allerheiligen
day-off-christmas-day = 1. Weihnachtstag
day-off-boxing-day = 2. Weihnachtstag
day-off-sunday = Sonntag
