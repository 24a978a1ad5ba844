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

# Ein Fachtag mit 380 Plätzen und eine Reihe, vom Entwurf bis zur Bescheinigung.
story-day-join-title = Zwei Städte, ein Netzwerk
story-day-join-text = Koordinierende aus Kaarst und Neuss treten bei, dazu fünf Fachkräfte. Über dreihundert weitere Mitglieder werden gespielt.

story-day-draft-title = Ein Entwurf für 380 Plätze
story-day-draft-text = Kaarst plant einen Fachtag gemeinsam mit Neuss. Noch sieht ihn nur die eigene Stelle.

story-day-publish-title = Veröffentlichen und ankündigen
story-day-publish-text = Der Fachtag steht im Angebot, Neuss verwaltet mit. Nach einer Minute geht die Ankündigung an alle.

story-day-register-title = 380 Anmeldungen
story-day-register-text = Beide Stellen buchen Sammelplätze, alle anderen tippen einmal. Wer zuletzt kommt, steht auf der Warteliste.

story-day-substitute-title = Ersatz schicken
story-day-substitute-text = Eine Fachkraft gibt ihren Platz im eigenen Amt weiter: zwei Tipps hier, zwei dort. Niemand wird übergangen.

story-day-offer-title = Ein Platz wird angeboten
story-day-offer-text = Nach der Abmeldefrist meldet sich jemand ab. Die erste Person der Warteliste wird gefragt und nimmt an.

story-day-list-title = Die Liste für die Tür
story-day-list-text = Neuss holt die Liste mit zwei Tipps: 380 Zeilen zum Drucken und als Tabelle.

story-day-door-title = An der Tür
story-day-door-text = Der Code hängt am Eingang. Wer einen Platz hat und ihn öffnet, ist eingecheckt. Eine Nummer berichtigt Neuss von Hand.

story-day-close-title = Mit zwei Tipps abschließen
story-day-close-text = Vorgeschlagen ist, wer eingecheckt hat. Die Zahlen zählen für den Bericht.

story-day-feedback-title = Rückmeldung
story-day-feedback-text = Gefragt wird nur, wer da war. Gezählt werden nur Summen.

story-day-certificate-title = Bescheinigung
story-day-certificate-text = Der Name steht nur auf dem Papier. Den Prüfcode kann jede Person prüfen, ein falscher Buchstabe fällt auf.

story-day-series-plan-title = Eine Reihe mit drei Terminen
story-day-series-plan-text = Neuss plant gemeinsam mit Kaarst: drei Termine, drei Plätze, eine Anmeldung für alle.

story-day-series-register-title = Anmelden für alle Termine
story-day-series-register-text = Drei Fachkräfte haben einen Platz, eine wartet. Eine Kalenderdatei trägt alle Termine ein.

story-day-series-move-title = Ein Termin wird verschoben
story-day-series-move-text = Alle erfahren, welcher Termin sich geändert hat. Die anderen bleiben, wie sie sind.

story-day-series-change-title = Ersatz und Nachrücken
story-day-series-change-text = Ein Platz geht an eine Kollegin, einer wird frei und angeboten. Die Liste stimmt ohne Zutun.

story-day-series-door-title = Drei Tage, drei Codes
story-day-series-door-text = An jedem Termin gilt ein eigener Code. Die Liste hat eine Spalte je Termin.

story-day-series-close-title = Die Reihe abschließen
story-day-series-close-text = Gefragt wird nach dem stärksten Termin und nach jedem einzelnen. Vorgeschlagen sind alle.

story-day-series-certificate-title = Bescheinigung über die Reihe
story-day-series-certificate-text = Sie nennt alle Unterrichtseinheiten. Auch ihr Prüfcode sagt, ob sie echt ist.
