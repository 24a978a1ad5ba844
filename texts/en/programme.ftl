# The year's programme as a file.

programme-sheet = Programme
programme-sheet-explained = Explanation
programme-sheet-lists = Lists

programme-column-title = Title
programme-column-topic = Topic
programme-column-format = Format
programme-column-mode = Mode
programme-column-place = Place
programme-column-link = Access
programme-column-day = Date
programme-column-starts = Begins
programme-column-ends = Ends
programme-column-end-day = Last day
programme-column-seats = Seats
programme-column-deadline = Register by
programme-column-units = Units
programme-column-sectors = Fields of work
programme-column-reminders = Reminders
programme-column-accessibility = Accessibility

programme-explain-column = Column
programme-explain-needed = Needed
programme-explain-what = What belongs there
programme-needed = yes
programme-not-needed = no
programme-about-title = A title of 3 to 120 characters. No names of children or families.
programme-about-topic = A topic of the list.
programme-about-format = A format of the list.
programme-about-mode = In person, online, hybrid or self-paced.
programme-about-place = Where it is held. Empty: to be announced.
programme-about-link = The address for taking part. It begins with https://
programme-about-day = The first day, for example 12.03.2027.
programme-about-starts = A time, for example 09:00.
programme-about-ends = A time, for example 12:30.
programme-about-end-day = The last day, if it takes several days.
programme-about-seats = The number of seats or "no limit". Empty: as usual in the network.
programme-about-deadline = The last day to register. Empty: as usual in the network.
programme-about-units = Teaching units of 45 minutes. Empty: by its length.
# $choices: possible entries.
programme-about-sectors = Who it is for, separated by semicolons. Empty: for all. Possible: { $choices }
programme-about-reminders = Stages, separated by semicolons, or "none". Empty: as usual in the network. Possible: { $choices }
programme-about-accessibility = What the place offers, separated by semicolons. Possible: { $choices }

programme-example-mark = Example:
programme-example = Talking with children
programme-example-place = Town hall, room 2
programme-no-limit = no limit
programme-none = none

programme-unknown-kind = This file cannot be read. Possible are .xlsx and .csv.
programme-too-big = This file is too big. Possible are 2000 rows and 5 MB.
programme-no-headings = This file lacks the row of headings. The template shows it.
programme-no-rows = This file has no trainings in it.
programme-column-missing = This column is missing. Please add its heading.
# $columns: all headings.
programme-column-unknown = This column is unknown. Possible: { $columns }

programme-problem-empty = This cell must not be empty.
# $text: what stands in the cell. $choices: possible entries.
programme-problem-choice = "{ $text }" is not in the list. For example: { $choices }
programme-problem-title = Please write 3 to { $most } characters.
programme-problem-place = Please write 2 to { $most } characters.
programme-problem-link = This is no address. Please begin with https://
programme-problem-day = "{ $text }" is no date. Please write for example 12.03.2027.
# $why: the reason.
programme-problem-day-because = { $why } Please write another day.
programme-problem-clock = "{ $text }" is no time. Please write for example 09:00.
programme-problem-start-past = This date lies in the past. Please write another day.
programme-problem-end-before-start = The end must lie after the beginning.
# $most: highest number.
programme-problem-number = Please write a whole number up to { $most }.
programme-problem-deadline-past = This deadline has passed already.
programme-problem-deadline-late = The deadline must lie before the beginning.
# $row: number of the row.
programme-problem-twice = Same title on the same day as in row { $row }. Please delete one of them.
programme-problem-there = This training is there already on this day. Please delete the row.
