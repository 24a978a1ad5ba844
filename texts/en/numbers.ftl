# Typed numbers: what cannot be taken, and what can.

# $least: the smallest possible number. $most: the largest one.
number-bounds = Please write a number from { $least } to { $most }.
number-refused-not-whole = Only whole numbers count here.
number-refused-unreadable = This is no number that fits.
number-refused-several = These are several numbers.

# Several numbers at once, a line for each institution.
# $lines: the lines that were understood.
counts-taken = <b>Taken:</b>
    { $lines }
# $name: the institution. $n: the number.
counts-line = { $name }: { $n }
# $lines: the lines nothing came of.
counts-left = <b>Not taken:</b>
    { $lines }
# $typed: what was written. $why: why it cannot be taken.
counts-left-line = “{ $typed }”: { $why }
counts-unknown = This institution is not in the list.
counts-ambiguous = This fits several institutions.
counts-no-number = A whole number is missing here.
counts-name-alone = The number is missing here.
counts-more-words = There is more here than an institution and a number.
# $least: the smallest possible number. $most: the largest one.
counts-bounds = It can be { $least } to { $most }.
# $example: a line that the bot understands.
counts-which = Which institution does the number belong to? For example, write: <code>{ $example }</code>
# $example: a line that the bot understands.
counts-hint = You can also write several numbers at once, one a line: <code>{ $example }</code>
