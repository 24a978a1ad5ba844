# Was alle Dialoge gemeinsam sagen.

# $name: Angabe, die gewählt ist.
form-chosen = ✓ { $name }
form-done = Weiter
form-page-before = Vorige Seite
form-page-after = Nächste Seite
form-none = keine
form-nothing = Dafür gibt es noch keinen Eintrag.
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
form-reason = Warum wird berichtigt?
