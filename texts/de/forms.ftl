# Was alle Dialoge gemeinsam sagen.

# $name: Angabe, die gewählt ist.
form-chosen = ✓ { $name }
form-done = Weiter
# Von einer langen Liste erst die Gruppe.
form-groups = Andere Gruppen
form-which = Das passt auf mehrere Einträge. Welchen meinen Sie?
form-page-before = Vorige Seite
form-page-after = Nächste Seite
form-none = keine
form-nothing = Dafür gibt es noch keinen Eintrag.
form-year = Für welches Jahr?
# $n: eingegebene Zahl.
form-number = Zahl: <b>{ $n }</b>
form-delete-digit = Ziffer löschen
form-take-number = Weiter mit { $n }
form-day-and-time = Bitte schreiben Sie Tag und Uhrzeit.
    Zum Beispiel: <code>{ $example }</code>
# $by: um wie viel eine Zahl sich ändert.
form-step = { $by ->
    [-1] Eins weniger
    [1] Eins mehr
   *[5] Fünf mehr
 }

# Was mehrere Dialoge mit denselben Worten fragen.
form-office = Zu welchem Jugendamtsbezirk gehört die Institution?
form-offices = Welche Jugendamtsbezirke sind gemeint? Ohne Auswahl gilt: alle.
form-sectors = Welche Handlungsfelder sind gemeint? Ohne Auswahl gilt: alle.
form-reason = Warum wird berichtigt?

# Ein Formular als Seite, mit allen Fragen auf einmal.
form-page-usual = Leer heißt: wie üblich.
form-page-optional = Darf leer bleiben.
form-page-missing = Bitte füllen Sie dieses Feld aus.
form-page-unclear = Diese Angabe lässt sich nicht lesen.
# $n: Zahl der Angaben.
form-page-wrong = { $n ->
    [one] Eine Angabe fehlt oder ist falsch.
   *[other] { $n } Angaben fehlen oder sind falsch.
 }
