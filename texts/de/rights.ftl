# Wer was darf: docs/access.md wird daraus gemacht.

rights-head = # Wer was darf

    Diese Seite macht `python -m bot.commands.rights > docs/access.md` aus den Regeln selbst. Ein Test hält sie aktuell. In einem zweiten versuchen es Menschen im Chat, Zelle für Zelle.

    Wer nicht Mitglied ist, darf nichts davon. Wer Mitglied eines anderen Netzwerks ist, auch nicht. Mitveranstaltend heißt: Das Jugendamt kam nach der ersten Anmeldung dazu. Die Federführung gehört hier zu einem Jugendamt, das nicht veranstaltet.
rights-foot = Namen sind freiwillig. Wer keinen eingetragen oder die Verarbeitung eingeschränkt hat, erscheint überall nur mit einer Nummer. Was mit einer Rolle getan wird, steht im Zugriffsprotokoll.
rights-what = Was
rights-yes = ja
rights-no = –
rights-who-specialist = Fachkraft
rights-who-auditor = Leserecht Bericht
rights-who-host = Koordination, veranstaltend
rights-who-co-host = Koordination, mitveranstaltend
rights-who-other = Koordination eines anderen Jugendamts
rights-who-lead = Federführung
rights-row-coordinate = Fortbildungen anlegen
rights-row-read-reports = Berichte vor der Veröffentlichung lesen
rights-row-read-log = Zugriffsprotokoll lesen
rights-row-invite-specialist = Fachkräfte einladen
rights-row-invite-coordinator = Koordinierende einladen
rights-row-invite-lead = Federführung einladen
rights-row-invite-auditor = Leserecht vergeben
rights-row-manage = eine Fortbildung ändern, absagen, abschließen
rights-row-manage-draft = einen Entwurf ansehen und ändern
rights-row-name-hosts = sagen, wer mitveranstaltet
rights-row-mark = vermerken und lesen, wer da ist
rights-row-read-name = Namen einer Person aus einem fremden Jugendamt lesen
rights-row-read-name-early = Namen einer Person lesen, angemeldet vor der Mitveranstaltung
rights-row-read-name-own = Namen einer Person des anderen Jugendamts lesen
rights-row-look-after = Mitglied des veranstaltenden Jugendamts ansehen
rights-row-look-after-county = kreisweit tätiges Mitglied ansehen
rights-row-look-after-coordinator = Koordinierende des veranstaltenden Jugendamts ansehen
rights-row-ask-member = Mitglied fragen, ob es noch dort arbeitet
rights-row-end-membership = Mitgliedschaft beenden
rights-row-end-coordinator = Mitgliedschaft von Koordinierenden beenden
rights-row-end-restricted = Mitgliedschaft beenden, deren Verarbeitung eingeschränkt ist
rights-row-approve = Anmeldung aus dem veranstaltenden Jugendamt zustimmen
rights-row-second = als zweite Person dem Löschen einer Fortbildung zustimmen
rights-row-second-own = dem zustimmen, was die veranstaltende Koordination selbst wollte
rights-row-let-in = Zugang zum veranstaltenden Jugendamt freigeben
