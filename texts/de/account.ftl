# Ein neues Telegram-Konto: Link, Einspruch, Wechsel.

members-account = Neues Telegram-Konto
account-ask = <b>Neues Telegram-Konto</b>

    Sie erhalten einen Link für diese eine Person. Er gilt 48 Stunden. Geben Sie ihn nur ihr persönlich.

    Öffnet sie ihn mit dem neuen Konto, erfährt es das alte. Dort lässt sich der Wechsel 24 Stunden lang stoppen. Danach ziehen Plätze, Warteliste und Themen um.
account-make = Link erstellen
# $link: Adresse. $until: bis wann der Link gilt.
account-made = <b>Link für das neue Telegram-Konto</b>

    { $link }

    Bitte öffnen Sie ihn mit dem neuen Konto. Er gilt für eine Person und bis { $until }.
# $at: Zeitpunkt des Wechsels.
account-told = <b>Ihr Konto soll in einen anderen Chat umziehen.</b>

    Ihre Koordinierungsstelle hat dafür einen Link erstellt, und jemand hat ihn geöffnet. Der Wechsel kommt am { $at }.

    Waren Sie das nicht? Dann stoppen Sie ihn bitte.
account-stop = Wechsel stoppen
account-waits = <b>Der Wechsel ist vorgemerkt.</b>

    Ihr Konto kommt am { $at } in diesen Chat. Bis dahin kann der alte Chat den Wechsel stoppen. Mit /loeschen nehmen Sie ihn zurück.
account-stopped = <b>Der Wechsel ist gestoppt.</b> Ihr Konto bleibt in diesem Chat. Bitte sprechen Sie mit Ihrer Koordinierungsstelle.
account-nothing = Es gibt keinen Wechsel zu stoppen.
# $contact: Anschrift der Koordinierungsstelle.
account-not-moved = <b>Der Wechsel findet nicht statt.</b>

    Das Konto bleibt in seinem bisherigen Chat. Fragen beantwortet die Koordinierungsstelle: { $contact }
account-moved-away = <b>Ihr Konto ist umgezogen.</b>

    Es gehört jetzt zu einem anderen Chat. Über diesen Chat ist nichts mehr gespeichert.
account-moved-here = <b>Ihr Konto ist jetzt in diesem Chat.</b>

    Ihre Plätze, Wartelisten und Themen sind da.
account-not-gone = Dieser Link ist nicht gültig, schon benutzt oder gestoppt.
account-not-expired = Dieser Link ist abgelaufen. Bitte fragen Sie Ihre Koordinierungsstelle nach einem neuen.
account-not-member = Dieser Chat gehört schon zu einem Mitglied. Bitte öffnen Sie den Link mit dem neuen Konto.
account-not-not-yours = Dieses Mitglied gehört zu einer anderen Stelle.
account-not-coordinates = Für Koordinierende erstellt nur die Federführung einen Link.
account-not-restricted = Dieses Mitglied hat die Verarbeitung eingeschränkt. Deshalb geht das jetzt nicht.

# Was die Koordinierungsstelle liest, die einen Link erstellt hat.
account-office-who = Wer ist das?
account-office-stopped = <b>Ein Wechsel zu einem neuen Telegram-Konto wurde gestoppt.</b>

    Das kam aus dem alten Chat. Bitte sprechen Sie mit der Person, bevor Sie wieder einen Link erstellen.
account-office-taken = <b>Ein Wechsel zu einem neuen Telegram-Konto fand nicht statt.</b>

    Der neue Chat gehört inzwischen zu einem Mitglied. Das Konto bleibt, wo es war.
account-office-unused = <b>Ein Link für ein neues Telegram-Konto wurde nicht benutzt.</b>

    Er ist abgelaufen. Das Konto bleibt, wo es war.
