# Themen, Name und Sprache.

# $institution: Institution der Person. $name: Name auf Teilnahmelisten. $language: Sprache.
profile = <b>Ihr Profil</b>

    Institution: { $institution }
    Auf Teilnahmelisten: { $name }
    Sprache: { $language }
profile-name = Namen ändern
profile-language = Sprache wechseln

# $page, $pages: Seite und Zahl der Seiten.
topics = <b>Themen abonnieren</b> (Seite { $page } von { $pages })

    Zu diesen Themen erhalten Sie Hinweise auf neue Termine. Ein Druck schaltet um.
# $topics: Liste der Themen.
topics-chosen = <b>Ihre Themen:</b> { $topics }
topics-none = Sie haben noch kein Thema abonniert.
topics-before = Vorige Themen
topics-next = Weitere Themen
topics-on = Abonniert: { $topic }
topics-off = Nicht mehr abonniert: { $topic }

name-name = Wie möchten Sie auf Teilnahmelisten stehen? Bitte schreiben Sie Vornamen und Nachnamen. Das ist freiwillig.
# $name: eingetragener Name.
name-change = Auf Teilnahmelisten stehen Sie als: <b>{ $name }</b>

    Schreiben Sie einen anderen Namen, oder löschen Sie ihn.
name-delete = Namen löschen
name-kept = Auf Teilnahmelisten stehen Sie jetzt als: <b>{ $name }</b>
name-deleted = Es ist kein Name gespeichert. Auf Teilnahmelisten erscheint eine Platznummer.
name-never = Dieses Netzwerk speichert keine Namen.

language-ask = In welcher Sprache möchten Sie lesen?
language-own-name = Deutsch
language-set = Ab jetzt schreibt der Bot auf Deutsch.

profile-announced-button = Ankündigungen
profile-announced = Welche Ankündigungen möchten Sie erhalten?

    Zu Ihren eigenen Anmeldungen erfahren Sie weiterhin alles.
profile-announced-set = Das ist gespeichert.
announced-all = Alle
announced-topics = Nur meine Themen
announced-none = Keine

nudge-head = <b>Bald ist Anmeldeschluss.</b> Sie haben noch nicht geantwortet.
nudge-off = Nicht mehr nachfragen
nudge-on = Vor Anmeldeschluss nachfragen
nudge-is-off = Vor dem Anmeldeschluss fragt der Bot nicht mehr nach.
nudge-is-on = Vor dem Anmeldeschluss fragt der Bot einmal nach, wenn Sie nicht geantwortet haben.
