# Was erfährt, wer den Bot betreibt. Weder Namen noch Inhalte.

# $network: Name des Netzwerks. $checks: was netzbote status nennt, mit Komma getrennt.
operator-trouble = { $network }: Es stimmt etwas nicht ({ $checks }). Was zu tun ist, zeigt: netzbote doctor
# $network: Name des Netzwerks.
operator-over = { $network }: Alles ist wieder gut.
