# What the bot says about a typed date that it cannot take.

date-impossible-unreadable = This cannot be read as a date.
date-impossible-no-such-day = There is no such day.
date-impossible-no-such-time = There is no such time.

# $day: day and month with year. $weekday: the right weekday.
date-impossible-wrong-weekday = { $day } is a { $weekday }.
date-impossible-end-before-start = The end must come after the start.
date-impossible-past = This date lies in the past.
date-impossible-too-far = This date lies more than three years ahead.
date-impossible-clock-gap = There is no such time. Summer time begins that night.

# $example: something the bot understands.
date-example = For example: <code>{ $example }</code>
date-ambiguous = This fits several dates. Which one do you mean?
