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
programme-column-start = Begins
programme-column-end = Ends
programme-column-end-day = Last day
programme-column-seats = Seats
programme-column-deadline = Register by
programme-column-units = Units
programme-column-sectors = Fields of work
programme-column-reminders = Reminders
programme-column-accessibility = Accessibility
programme-column-description = Description
programme-column-speakers = Speakers
programme-column-cost = Cost
programme-column-contact = Contact
programme-column-minimum = Minimum
programme-column-approval = Approval
programme-column-hosts = Together with

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
programme-about-start = A time, for example 09:00.
programme-about-end = A time, for example 12:30.
programme-about-end-day = The last day, if it takes several days.
programme-about-seats = The number of seats or "no limit". Empty: as usual in the network.
programme-about-deadline = The last day to register. Empty: as usual in the network.
programme-about-units = Teaching units of 45 minutes. Empty: by its length.
# $choices: possible entries.
programme-about-sectors = Who it is for, separated by semicolons. Empty: for all. Possible: { $choices }
programme-about-reminders = Stages, separated by semicolons, or "none". Empty: as usual in the network. Possible: { $choices }
programme-about-hosts = Youth offices that invite together, parted by semicolons. Empty: our own only.
programme-about-accessibility = What the place offers, separated by semicolons. Possible: { $choices }
programme-about-description = What it is about, at most 700 characters. Nothing about single children, families or cases.
programme-about-speakers = Who speaks. The text is erased with the registrations.
programme-about-cost = What it costs to take part, for example: free of charge.
programme-about-contact = Who answers questions: a function from the network's file.
programme-about-minimum = From so many people on it takes place. Empty: no minimum.
programme-about-approval = Whether the own youth office must approve: needed or not needed. Empty: not needed.

programme-example-mark = Example:
programme-example = Talking with children
programme-example-place = Town hall, room 2
programme-no-limit = no limit
programme-none = none

programme-unknown-kind = This file cannot be read. Possible are .xlsx and .csv.
# $kind: kind of the file.
programme-other-kind = This kind of file cannot be read ({ $kind }). Please save the programme as an Excel file (.xlsx).
programme-locked = This file is protected by a password, or it is an old Excel file. Please save it without a password as .xlsx.
programme-broken = This file is damaged. Please open it in Excel and save it anew as .xlsx.
programme-encoding = The umlauts of this file cannot be read for sure. Please save it as "CSV UTF-8" or as .xlsx.
# $row: number of the row.
programme-quotes = In row { $row } a quotation mark is missing or misplaced. Please correct the row.
# $sheet: name of the sheet.
programme-hidden-sheet = The sheet "{ $sheet }" is hidden. Please show it.
# $sheets: names of the sheets.
programme-several-sheets = There is a programme in several sheets: { $sheets }. Please leave only one of them.
programme-too-big = This file is too big. Possible are 2000 rows and 5 MB.
programme-no-headings = This file lacks the row of headings. The template shows it.
programme-no-rows = This file has no trainings in it.
programme-column-missing = This column is missing. Please add its heading.
# $first, $second: letters of the columns.
programme-heading-twice = This heading stands there twice: in column { $first } and in column { $second }. Please delete one of them.
# $columns: all headings.
programme-column-unknown = This column is unknown. Possible: { $columns }

# $cells: merged cells.
programme-fault-merged = The cells { $cells } are merged. Please unmerge them and fill in each cell.
programme-fault-formula = The result of this formula is not in the file. Please open the file in Excel and save it anew, or write the value.
# $text: what stands in the cell.
programme-fault-error = This cell shows an error: { $text }. Please write the value.
programme-fault-overlaid = This cell shows something else than stands in it: { $text }. Please write the value, without a number format of its own.
programme-fault-struck = "{ $text }" is struck through. Please delete the row, or take the strike back.
programme-fault-unreadable = "{ $text }" holds an unreadable sign. Please write the cell anew.
programme-fault-no-heading = There is no heading above "{ $text }". Please add the heading, or delete the cell.
programme-fault-double = This cell stands twice in the file. Please open the file in Excel and save it anew.
# $column: letter of the column.
programme-no-name = Column { $column }

programme-problem-empty = This cell must not be empty.
# $text: what stands in the cell. $choices: possible entries.
programme-problem-choice = "{ $text }" is not in the list. For example: { $choices }
programme-problem-title-length = Please write 3 to { $most } characters.
programme-problem-place-length = Please write 2 to { $most } characters.
programme-problem-day = "{ $text }" is no date. Please write for example 12.03.2027.
programme-problem-day-year = The year is missing in "{ $text }". Please write for example 12.03.2027.
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

# $row: number of the row. $column: heading. $message: what is wrong.
programme-wrong-row = Row { $row }, { $column }: { $message }
# $place: name of the cell.
programme-wrong-cell = Row { $row }, { $column } ({ $place }): { $message }
programme-wrong-file = { $column }: { $message }
# $n: number of cells. $file: name of the file.
programme-nothing-taken = { $n ->
    [one] Nothing was taken: one cell is wrong in { $file }.
   *[other] Nothing was taken: { $n } cells are wrong in { $file }.
 }
# $n: number of trainings. $host: who invites.
programme-taken = { $n ->
    [one] One training was taken. Host: { $host }.
   *[other] { $n } trainings were taken. Host: { $host }.
 }
programme-could-be-taken = { $n ->
    [one] One training can be taken. Host: { $host }. Nothing was kept.
   *[other] { $n } trainings can be taken. Host: { $host }. Nothing was kept.
 }

# $row: number of the row. $title: title.
programme-row = Row { $row }: { $title }
programme-row-hidden = Row { $row } (hidden): { $title }

# What stands in the file beside the rows.
# $sheet: name of the sheet.
programme-sheet-shown = "{ $sheet }"
programme-sheet-hidden = "{ $sheet }" (hidden)
programme-note-sheet = The sheet "{ $sheet }" was read.
# $n: number of sheets. $sheets: their names.
programme-note-other-sheets = { $n ->
    [one] The sheet { $sheets } was not read.
   *[other] The sheets { $sheets } were not read.
 }
# $n: number of rows. $rows: their numbers.
programme-note-before = { $n ->
    [one] Row { $rows } was not read. It stands above the headings.
   *[other] The rows { $rows } were not read. They stand above the headings.
 }
programme-note-examples = { $n ->
    [one] Row { $rows } was not read. It begins with "Beispiel:".
   *[other] The rows { $rows } were not read. They begin with "Beispiel:".
 }
programme-note-hidden-rows = { $n ->
    [one] Row { $rows } is hidden. It counts as well.
   *[other] The rows { $rows } are hidden. They count as well.
 }
# $n: number of columns. $columns: their names.
programme-note-hidden-columns = { $n ->
    [one] The column { $columns } is hidden. It counts as well.
   *[other] The columns { $columns } are hidden. They count as well.
 }
# $n: number of cells. $cells: their names.
programme-note-comments = { $n ->
    [one] The comment at the cell { $cells } was not read.
   *[other] The comments at the cells { $cells } were not read.
 }
programme-note-drawings = Pictures and text boxes in the sheet were not read.
