# Wer eine Fortbildung veranstaltet: ein Jugendamt, oder mehrere gemeinsam.

# $first: alle außer dem letzten. $last: das letzte.
hosts-and = { $first } und { $last }
# $hosts: Bezirke der Jugendämter.
hosts-offices = Gemeinsam veranstaltet von den Jugendämtern { $hosts }
# $hosts: Namen der Stellen.
hosts-together = Gemeinsam veranstaltet. Beteiligt sind: { $hosts }
hosts-read = Die Koordinierungsstellen aller Veranstaltenden sehen Ihren Namen, wenn Sie einen eingetragen haben.
hosts-read-since = Ihre Koordinierungsstellen sehen eingetragene Namen. Kam eine später dazu, sieht sie nur Namen ab dann.
hosts-held-by = Veranstaltet von
hosts-you-too = <b>Ihre Stelle veranstaltet mit.</b>

    { $title }
    { $when }
    Einladende Stelle: { $first }

    Sie können die Fortbildung ansehen, ändern und abschließen.
hosts-look = Fortbildung ansehen
