# Zugriffsprotokoll: was mit einer Rolle getan wurde, nie von wem und nie zu wem.

command-zugriffe = Wer welche Namen ansah und was tat
deeds-lead-only = Die Zugriffe liest nur die Federführung.
# $month: Monat. $office: Jugendamt oder alle.
deeds-head = <b>Zugriffe im { $month }</b>
    { $office }
deeds-all = Alle Jugendämter
deeds-none = In diesem Monat ist nichts verzeichnet.
# $days: Zahl der Tage.
deeds-kept = Hier steht nie, wer es war oder um wen es ging. { $days ->
    [one] Nach einem Tag
   *[other] Nach { $days } Tagen
 } ist es gelöscht.
# $day: Tag. $role: Rolle. $office: Jugendamt, wenn es nicht oben steht. $what: was getan wurde.
deeds-line = <b>{ $day }</b> { $role }, { $office }: { $what }
deeds-line-own = <b>{ $day }</b> { $role }: { $what }
# $title: Titel der Fortbildung.
deeds-training = Fortbildung: { $title }
# $n: wie oft.
deeds-often = { $n ->
    [one] 1-mal
   *[other] { $n }-mal
 }
deeds-choose = Jugendamt wählen
deeds-which = Von welchem Jugendamt möchten Sie die Zugriffe im { $month } sehen?

deeds-role-specialist = Fachkraft
deeds-role-coordinator = Koordination
deeds-role-lead = Federführung
deeds-role-auditor = Leserecht
deeds-role-operator = Betrieb

deed-attendance = Teilnahmeliste angesehen
deed-people = Angemeldete angesehen
deed-presence = Anwesenheit angesehen
deed-printed = Liste oder Bescheinigung gedruckt
deed-members = Mitgliederliste angesehen
deed-member = Mitglied angesehen
deed-applicant = Anmeldende Person angesehen
deed-invited = Einladung erstellt
deed-invitation-revoked = Einladung zurückgezogen
deed-let-in = Zugang freigegeben
deed-turned-away = Zugang abgelehnt
deed-confirmed = Mitglieder bestätigt
deed-asked = Mitglied nachgefragt
deed-ended = Mitgliedschaft beendet
deed-placed = Über ein anderes Jugendamt entschieden
deed-corrected = Angaben eines Mitglieds berichtigt
deed-restricted = Verarbeitung für ein Mitglied eingeschränkt
deed-account = Link für ein neues Konto erstellt
deed-planned = Fortbildung angelegt
deed-changed = Fortbildung geändert
deed-cancelled = Fortbildung abgesagt
deed-erased = Fortbildung gelöscht
deed-seconded = Als zweite Person entschieden
deed-seats = Sammelplätze oder Kontingent geändert
deed-goes-ahead = Durchführung entschieden
deed-taken-out = Person herausgenommen
deed-approved = Anmeldung zugestimmt
deed-disapproved = Anmeldung abgelehnt
deed-marked = Anwesenheit vermerkt
deed-closed = Fortbildung abgeschlossen
deed-recounted = Abschluss berichtigt
deed-announced = Ankündigung verschickt
deed-wrote = Nachricht verschickt
deed-recalled = Versand angehalten oder zurückgenommen
deed-resolved = Über ungewisse Zustellung entschieden
deed-entered = Ins Protokoll eingetragen
deed-assessed = Bewertung des Jahres geändert
deed-endorsed = Auf den Jahresbericht geantwortet
deed-decided = Maßnahme festgehalten oder geändert
deed-reported = Internen Bericht erstellt
