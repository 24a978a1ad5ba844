# Datenschutz: Hinweise, Auskunft, Löschung.

# $lead: verantwortliche Stelle. $reach: wie man sie erreicht. Übrige: Zahl der Tage.
privacy-notice = <b>Datenschutzhinweise, Teil 1 von 2</b>

    <b>Wer verantwortlich ist</b>
    { $network }, vertreten durch: { $lead }.
    { $reach }

    <b>Wozu der Bot Daten braucht</b>
    Er kündigt Fortbildungen an, nimmt Anmeldungen entgegen und erinnert daran. Für den Bericht zählt er Summen ohne Bezug zu Personen.

    <b>Rechtsgrundlage</b>
    Fortbildungen organisieren: Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 DSG NRW und § 9 Landeskinderschutzgesetz NRW.
    Telegram nutzen: Ihre Einwilligung nach Art. 6 Abs. 1 Buchst. a DSGVO.
    Abweichende Festlegungen der verantwortlichen Stelle gehen vor.

    <b>Was gespeichert wird</b>
    • Chat-Kennung, Rolle, Jugendamt, Handlungsfeld und Sprache
    • Ihr Name, nur wenn Sie ihn eintragen
    • Ihre Anmeldungen und abonnierten Themen
    • ob Sie „Diesmal nicht“ geantwortet haben
    • welche Plätze Ihnen von der Warteliste aus angeboten wurden
    • bis wann Ihre Koordinierungsstelle einer Anmeldung zustimmen muss, nicht wer entschied
    • ein Link, mit dem Sie Ihren Platz weitergeben: höchstens 48 Stunden
    • ein vorgemerkter Wechsel Ihres Kontos: höchstens drei Tage
    • was Sie berichtigt haben möchten: höchstens 30 Tage
    • ob und seit wann Sie die Verarbeitung eingeschränkt haben
    • Monat Ihres Beitritts, und wann Ihre Koordinierungsstelle Sie bestätigt oder gefragt hat
    • was Koordinierende ansehen und tun: Tag, Rolle, Jugendamt, Fortbildung; nie wer und zu wem
    • ob Nachrichten zugestellt wurden, nicht ihr Text
    • Austausch, den Sie eintragen: bis zur nächsten Nacht, danach nur als Summe
    • Fassung und Tag Ihrer Einwilligung, Tag der letzten Nutzung
    • was Koordinierende zu einer Fortbildung schreiben (Beschreibung, Referierende, Kosten): verschlüsselt, bis die Anmeldungen gelöscht werden
    Chat-Kennung und Name sind verschlüsselt. Profilname, Profilbild und Telefonnummer werden nicht gespeichert.

    <b>Wie lange es gespeichert wird</b>
    • Angaben zu Ihnen: bis Sie /loeschen wählen, oder { $inactive ->
        [one] ein Tag
       *[other] { $inactive } Tage
    } ohne Nutzung
    • wenn Sie den Bot blockieren: { $blocked ->
        [one] ein Tag
       *[other] { $blocked } Tage
    }
    • letzte Federführung: bis eine weitere dabei ist
    • Anmeldungen: { $registrations ->
        [one] ein Tag
       *[other] { $registrations } Tage
    } nach dem Abschluss, spätestens { $unclosed ->
        [one] einen Tag
       *[other] { $unclosed } Tage
    } nach dem Termin oder der Absage
    • „Diesmal nicht“: bis zum Anmeldeschluss
    • Stand der Zustellung: { $deliveries ->
        [one] ein Tag
       *[other] { $deliveries } Tage
    }; war er ungewiss, spätestens nach { $undecided ->
        [one] einem Tag
       *[other] { $undecided } Tagen
    }
    • Angebote nachzurücken: { $deliveries ->
        [one] ein Tag
       *[other] { $deliveries } Tage
    } nach ihrem Ende
    • Anfragen um Zugang: 30 Tage
    • angefangene Eingaben: 7 Tage
    • Zugriffe der Koordinierenden, ohne Namen: { $actions ->
        [one] ein Tag
       *[other] { $actions } Tage
    }
    Sicherungskopien überschreibt die Stelle, die den Bot betreibt, nach ihren Fristen.
# $contact: Anschrift. $officer: Stelle mit Anschrift.
privacy-reach = Kontakt, auch zu den Datenschutzbeauftragten: { $contact }
privacy-reach-officer = Kontakt: { $contact }
    Datenschutzbeauftragte: { $officer }
privacy-authority = Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen, www.ldi.nrw.de
# $contact: Anschrift. $authority: Aufsichtsbehörde.
privacy-rights = <b>Datenschutzhinweise, Teil 2 von 2</b>

    <b>Wer Daten erhält</b>
    Die Koordinierungsstellen sehen Institution und freiwilligen Namen der Angemeldeten. Veranstalten mehrere Jugendämter gemeinsam, sehen das die Koordinierungsstellen aller, die auf der Karte stehen. Kommt später eine dazu, sieht sie von früheren Anmeldungen nur die Platznummer. Sie drucken daraus Teilnahmelisten und Bescheinigungen. Listen mit Namen löscht der Bot aus ihrem Chat nach der Fortbildung, spätestens nach 47 Stunden.

    Ihre eigene Koordinierungsstelle sieht, dass Sie Mitglied sind: mit Namen oder Mitgliedsnummer und dem Monat Ihres Beitritts. Sie kann die Mitgliedschaft beenden und zu einem neuen Telegram-Konto verhelfen. Von Fortbildungen anderer Stellen sieht sie nur, wie viele teilnehmen. Ist ihre Zustimmung nötig, erfährt sie Ihre Anmeldung.

    Wer einen Platz von Ihnen übernimmt, erfährt nicht, von wem. Wer einen Prüfcode prüft, erfährt keinen Namen. Andere Mitglieder sehen nichts von Ihnen. Es gibt keine Werbung und keine automatisierten Entscheidungen.

    <b>Telegram</b>
    Telegram verarbeitet Ihre Nachrichten in eigener Verantwortung, auch außerhalb der EU. Dort gilt nicht immer ein gleichwertiger Datenschutz. Nachrichten an Bots sind nicht Ende-zu-Ende-verschlüsselt. Mehr dazu: telegram.org/privacy

    <b>Freiwillig</b>
    Sie müssen den Bot nicht nutzen. Alle Angebote erhalten Sie auch per E-Mail. Nachteile entstehen nicht.

    <b>Ihre Rechte</b>
    • Auskunft und Kopie Ihrer Daten: /auskunft
    • Berichtigung: /korrigieren
    • Einschränkung: /einschraenken
    • Löschung und Widerruf der Einwilligung: /loeschen. Der Widerruf gilt ab dann.
    • Widerspruch und Übertragung, oder ohne diesen Chat: { $contact }
    Für eine Anfrage ohne diesen Chat brauchen wir Ihre Mitgliedsnummer oder Ihren eingetragenen Namen. Sonst können wir Sie nicht zuordnen (Art. 11 DSGVO).

    <b>Beschwerde</b>
    { $authority }

    <b>Keine Angaben zu Kindern</b>
    Bitte schreiben Sie hier nichts über Kinder, Familien oder Fälle. Solche Nachrichten werden nicht gespeichert.
privacy-show = Meine Daten zeigen
privacy-erase = Meine Daten löschen

data-nothing = Über Sie ist hier nichts gespeichert.
data-none = keine Angabe
# $chat: Chat-Kennung. $told: Zahl der vermerkten Nachrichten.
data-about = <b>Das ist über Sie gespeichert</b>

    Chat-Kennung: <code>{ $chat }</code>
    Rolle: { $role }
    Institution: { $institution }
    Sprache: { $language }
    Name: { $name }
    Einwilligung: Fassung { $version } vom { $consented }
    Zuletzt genutzt: { $active }
    Mitgliedsnummer: { $number }, dabei seit { $joined }
    Von der Koordinierungsstelle bestätigt: { $confirmed }
    Gefragt, ob Sie noch dort arbeiten: { $asked }
    Themen: { $topics }
    Vermerkte Nachrichten an Sie, ohne Text: { $told }
# Was jemand angestoßen hat; steht nur da, wenn es etwas gibt.
data-planned = Von Ihnen angelegte Fortbildungen: { $planned }
data-announcements = Von Ihnen ausgelöste Ankündigungen: { $announcements }
# $titles: Titel der Fortbildungen.
data-regrets = { $n ->
    [one] Einmal haben Sie „Diesmal nicht“ geantwortet: { $titles }
   *[other] { $n } Mal haben Sie „Diesmal nicht“ geantwortet: { $titles }
 }
# $titles: Titel der Fortbildungen.
data-substitutes = { $n ->
    [one] Ein Link zu Ihrem Platz ist offen: { $titles }
   *[other] { $n } Links zu Ihren Plätzen sind offen: { $titles }
 }
# $at: Zeitpunkt. $until: bis wann der Link gilt. $chat: Chat-Kennung.
data-account-link = Ein Link für ein neues Telegram-Konto ist offen. Er gilt bis { $until }.
data-account-away = Ein Wechsel Ihres Kontos ist vorgemerkt: { $at }.
data-account-here = Ein Wechsel in diesen Chat ist vorgemerkt: { $at }. Gespeichert ist die Chat-Kennung <code>{ $chat }</code>.
data-no-registrations = Es sind keine Anmeldungen gespeichert.
data-registrations = { $n ->
    [one] <b>Eine Anmeldung</b>
   *[other] <b>{ $n } Anmeldungen</b>
 }
data-registration = <b>{ $title }</b>
    { $when }
    { $status }
# $status: Stand der Anmeldung. $until: Ende der Frist.
data-held = { $status }, Zustimmung nötig bis { $until }
data-more = Alle weiteren stehen in der Datei.
data-request = <b>Ihre Anfrage um Zugang ist gespeichert</b>

    Chat-Kennung: <code>{ $chat }</code>
    Institution: { $institution }
data-draft = Eine angefangene Eingabe ist gespeichert. Sie steht in der Datei.
data-exchanges = { $n ->
    [one] Ein eingetragener Kontakt ist bis zur nächsten Nacht gespeichert. Er steht in der Datei.
   *[other] { $n } eingetragene Kontakte sind bis zur nächsten Nacht gespeichert. Sie stehen in der Datei.
 }
data-file = meine-daten.json
data-file-caption = Hier ist alles als Datei.

# $seats: Zahl der Anmeldungen, die damit wegfallen.
erase-ask = <b>Möchten Sie alle Ihre Daten löschen?</b>

    { $seats ->
        [0] Damit widerrufen Sie auch Ihre Einwilligung.
        [one] Sie verlieren dabei Ihre Anmeldung. Damit widerrufen Sie auch Ihre Einwilligung.
       *[other] Sie verlieren dabei Ihre { $seats } Anmeldungen. Damit widerrufen Sie auch Ihre Einwilligung.
    }
# $contact: Anschrift der Koordinierungsstelle.
erase-last-lead = <b>Zuerst braucht das Netzwerk eine andere Federführung.</b>

    Sie sind die letzte Person mit dieser Rolle. Deshalb wurde nichts gelöscht.

    Bitte laden Sie eine weitere Federführung ein. Sobald sie dabei ist, können Sie alles löschen. Hilfe gibt es hier: { $contact }
erase-yes = Ja, alles löschen
erase-no = Nein, behalten
erase-kept = Es bleibt alles, wie es ist.
erase-done = <b>Ihre Daten sind gelöscht.</b>

    Nachrichten, die älter als 48 Stunden sind, kann der Bot im Chat nicht entfernen. Bitte löschen Sie den Chat selbst. Anonyme Summen im Bericht bleiben erhalten.
erase-removing = <b>Ihre Daten sind gelöscht.</b>

    Der Bot entfernt jetzt seine Nachrichten der letzten 48 Stunden aus diesem Chat.
erase-left = <b>Ihre Daten sind gelöscht.</b>

    Der Bot konnte nicht alle seine Nachrichten aus dem Chat entfernen. Bitte löschen Sie den Chat selbst. Anonyme Summen im Bericht bleiben erhalten.

# $days: Tage bis zur Löschung.
silent-soon = <b>Sie haben diesen Bot lange nicht genutzt.</b>

    { $days ->
        [one] In einem Tag
       *[other] In { $days } Tagen
    } werden Ihre Daten gelöscht. Möchten Sie dabei bleiben? Dann drücken Sie bitte auf <b>Zum Menü</b>.
silent-lead = <b>Die Federführung nutzt diesen Bot lange nicht mehr.</b>

    Es ist die letzte Person mit dieser Rolle. Ihre Daten bleiben, bis eine weitere Federführung dabei ist.

    Einladen kann die Federführung selbst. Sonst hilft, wer den Bot betreibt.
# $days: Tage ohne Nutzung.
silent-done = { $days ->
    [one] Sie haben diesen Bot einen Tag nicht genutzt.
   *[other] Sie haben diesen Bot { $days } Tage nicht genutzt.
 }

# Berichtigen und einschränken.

command-korrigieren = Eigene Angaben berichtigen
command-einschraenken = Verarbeitung einschränken
# $institution: Institution von jetzt. $contact: Anschrift.
correct-what = <b>Was ist falsch?</b>

    Gespeichert ist: { $institution }

    Ein anderes Jugendamt oder Handlungsfeld bestätigt die Koordinierungsstelle dort. Alles Übrige berichtigen wir auf Ihren Brief: { $contact }
correct-name = Namen ändern
correct-place = Jugendamt oder Handlungsfeld
correct-office = In welchem Bereich sind Sie jetzt tätig?
correct-sector = In welchem Handlungsfeld sind Sie jetzt tätig?
dialogue-correct = Angaben berichtigen
correct-asked = <b>Ihre Angabe wird geprüft.</b>

    Neu: { $institution }

    Die Koordinierungsstelle dort antwortet. Bis dahin bleibt alles, wie es ist.
# $before, $institution: Institution bisher und neu. $n: Mitgliedsnummer.
correct-request = <b>Mitglied { $n } möchte seine Angaben berichtigen.</b>

    Bisher: { $before }
    Neu: { $institution }

    Arbeitet diese Person jetzt bei Ihnen? Sie kann Ihnen ihre Mitgliedsnummer nennen.
correct-yes = Bestätigen
correct-no = Ablehnen
correct-done = <b>Ihre Angaben sind berichtigt.</b>

    Gespeichert ist jetzt: { $institution }
correct-declined = <b>Ihre Angaben wurden nicht geändert.</b>

    Fragen beantwortet die Koordinierungsstelle: { $contact }
correct-agreed = Die Angaben sind berichtigt. Die Person erfährt es.
correct-refused = Die Angaben bleiben, wie sie waren. Die Person erfährt es.
correct-not-same = Das ist so schon gespeichert.
correct-not-coordinates = Ihre Rolle gehört zu Ihrem Jugendamt. Bitte lassen Sie sich vom neuen Jugendamt einladen.
correct-not-nobody = Zurzeit kann das dort niemand bestätigen. Es wurde nichts geändert.
correct-not-gone = Das ist schon entschieden oder erledigt.
correct-not-not-yours = Darüber entscheidet das andere Jugendamt.
correct-not-quota = In einer Fortbildung ist der Platz für andere Jugendämter freigehalten. Es wurde nichts geändert.
restrict-off = <b>Verarbeitung einschränken</b>

    Ihre Daten bleiben dann gespeichert, aber niemand verwendet sie:
    • Es kommen keine Nachrichten, auch keine Erinnerungen und Absagen. Nur auf das, was Sie hier selbst tun, antwortet der Bot.
    • Ihr Name steht in keiner Liste.
    • Ohne Nutzung wird nichts gelöscht. Anmeldungen enden wie sonst.

    Das gilt, bis Sie es hier aufheben.
restrict-on = <b>Die Verarbeitung Ihrer Daten ist eingeschränkt.</b>

    Sie erhalten keine Nachrichten, auch keine Erinnerungen und Absagen. Ihre Daten bleiben, bis Sie es aufheben oder /loeschen wählen.
restrict-begin = Jetzt einschränken
restrict-lift = Einschränkung aufheben
# $day: Tag. $institution: gewünschte Institution.
data-restricted = Verarbeitung eingeschränkt seit: { $day }
data-place-change = Zur Bestätigung liegt vor: { $institution }
