# Noting an exchange with other institutions.

exchange-head = <b>Note an exchange</b>
exchange-partner-chosen = With: { $value }
exchange-topic-chosen = Topic: { $value }
exchange-format-chosen = Form: { $value }
exchange-length-chosen = Length: { $value }
exchange-partner = With whom did you exchange?

    Only sums are counted. Cases and persons do not belong here.
exchange-topic = What was it about?
exchange-format = How did you exchange?
exchange-length = How long did it take?
exchange-leave = Note nothing
# $lines: the four answers.
exchange-noted = <b>Exchange noted</b>

    { $lines }

    At night this becomes a number without any link to you. Until then you can take it back.
exchange-undo = Take back
exchange-again = Note another exchange
exchange-undone = The entry is taken back. Nothing is counted.
exchange-left = Nothing was noted.
exchange-too-late = This entry is counted already or was taken back.
