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

date-without-day = The day is missing here.
# $day: a day of this year that is over.
date-past-this-year = { $day } is over already. Do you mean this date?

# $example: something the bot understands.
date-example = For example: <code>{ $example }</code>
date-ambiguous = This fits several dates. Which one do you mean?

# Public holidays in North Rhine-Westphalia and Sundays; they stand in brackets behind a date.
day-off-new-year = New Year’s Day
day-off-good-friday = Good Friday
day-off-easter-monday = Easter Monday
day-off-labour-day = Labour Day
day-off-ascension = Ascension Day
day-off-whit-monday = Whit Monday
day-off-corpus-christi = Corpus Christi
day-off-unity-day = German Unity Day
day-off-all-saints = All Saints’ Day
day-off-christmas-day = Christmas Day
day-off-boxing-day = Boxing Day
day-off-sunday = Sunday
