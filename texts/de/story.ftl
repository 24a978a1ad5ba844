# Der Geführte Rundgang der Vorführung: Überschrift und ein bis drei Sätze je Schritt.

story-invite-title = Einladen
story-invite-text = Die Koordinierungsstelle Kaarst bekommt einen Link. Wer ihn öffnet, liest zuerst, wozu der Bot da ist.

story-join-title = Beitreten
story-join-text = Vor dem Einverständnis wird nichts gespeichert. Der Name ist freiwillig.

story-others-title = Das Netzwerk kommt dazu
story-others-text = Fachkräfte aus Neuss und Dormagen und die Polizei treten mit eigenen Links bei.

story-create-title = Fortbildung anlegen
story-create-text = Schritt für Schritt entsteht ein Termin. Datum und Uhrzeit werden immer ausgeschrieben bestätigt.

story-announce-title = Ankündigen
story-announce-text = Alle im Netzwerk bekommen die Karte. Die Koordinierungsstelle sieht, wie viele erreicht sind.

story-register-title = Anmelden
story-register-text = Ein Tippen genügt. Die Bestätigung kommt mit einem Kalendereintrag.

story-wait-title = Warteliste
story-wait-text = Der Platz ist vergeben. Wer jetzt tippt, steht auf der Warteliste und sieht den eigenen Rang.

story-moveup-title = Nachrücken
story-moveup-text = Ein Platz wird frei. Die erste Person der Warteliste rückt sofort nach und erfährt es.

story-find-title = Finden
story-find-text = Aus vielen Terminen wird mit zwei Tipps der passende Monat. Jeder Filter geht mit einem Tipp wieder weg.

story-passon-title = Weitergeben
story-passon-text = Ein Knopf kopiert den Link. Mitglieder sehen damit die Karte, alle anderen nur, was das Netzwerk ist.

story-regret-title = Diesmal nicht
story-regret-text = Auch eine Absage ist eine Antwort. Die Koordinierungsstelle sieht nur Zahlen, am Anmeldeschluss wird sie gelöscht.

story-word-title = Nachricht an die Angemeldeten
story-word-text = Ein Satz an alle, die einen Platz haben. Eine Minute lang lässt er sich zurücknehmen.

story-notice-title = Mitteilung ans Netzwerk
story-notice-text = Ein neuer Leitfaden braucht keine Fortbildung. Die Mitteilung geht an alle und zählt für den Bericht.

story-draft-title = Entwurf fertigstellen
story-draft-text = Eine zweite Person der Stelle hat geplant und den Entwurf behalten. Hier wird er ergänzt und veröffentlicht.

story-remind-title = Erinnern
story-remind-text = Eine Woche und einen Tag vorher kommt eine Erinnerung. Nur wer einen Platz hat, bekommt sie.

story-daily-title = Die Tagesübersicht
story-daily-text = Morgens um halb acht steht in einer Nachricht, was ansteht. Ihr Knopf holt gleich die Teilnahmeliste.

story-safety-title = Keine Fallangaben
story-safety-text = Alles andere wird nicht gespeichert. Der Bot nennt Notruf und zuständiges Jugendamt.

story-close-title = Abschließen
story-close-text = Nach dem Ende wird gezählt, wie viele kamen. Ins Austauschbuch kommt nichts Persönliches.

story-agree-title = Absprachen
story-agree-text = Was die Koordinierungsstelle einträgt, lesen alle Mitglieder: was vereinbart ist, von wem und seit wann.

story-report-title = Berichten
story-report-text = Aus den Zahlen entsteht der Bericht. Kleine Zahlen werden verdeckt.

story-rights-title = Auskunft und Löschen
story-rights-text = Jede Person sieht, was gespeichert ist, und kann es löschen.

# Was eine erdachte Fortbildung von sich sagt. $topic: ihr Thema.
story-about = Fachlicher Input und Austausch zum Thema { $topic }. Mit Zeit für Fragen aus der eigenen Arbeit.
