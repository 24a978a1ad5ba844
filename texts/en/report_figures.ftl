# The figures of a year in chat, its charts, hints and files.

report-head = <b>{ $title }</b>
figures-title = <b>{ $title } { $year }: main figures</b>
figures-line = { $name }: <b>{ $n }</b>
figures-line-change = { $name }: <b>{ $n }</b> ({ $change })
figures-name-A1 = Events
figures-name-A2 = of these trainings
figures-name-A3 = Attendances
figures-name-A4 = Teaching units
figures-name-A5 = Attended units
figures-name-A6 = Exchange meetings
figures-changes = In brackets: the change against { $year }.
figures-offices = <b>Attendances of trainings by youth office district</b>
figures-sectors = <b>Attendances of trainings by sector</b>
figures-row = { $label }: { $n }
figures-more-rows = { $n ->
    [one] … and one more value in the report
   *[other] … and { $n } more values in the report
 }
figures-nobody = No attendances are recorded for { $year }.
figures-note = Attendances are counted, not people. A dot (·) hides numbers below { $k } and numbers that would give them away.
figures-unclosed = { $n ->
    [one] <b>One event that was not closed is left out:</b>
   *[other] <b>{ $n } events that were not closed are left out:</b>
 }
    { $titles }
figures-potentials = Potentials for improvement
figures-places = By youth office and sector
figures-files = Report { $year } as files
figures-own = Only my youth office (internal)
figures-quarters = Figures by quarter (internal)
figures-assessment = Own assessment
figures-other-year = Another year
figures-back = Back to the figures of { $year }
figures-no-year = This year is not known. For example: <code>/report { $year }</code>
figures-readers-only = Only coordinators and readers of the report can do this.

figures-chart = <b>{ $title }, { $year }</b>
    The chart shows these values:
    { $values }

figures-hints = <b>Potentials for improvement { $year }: calculated hints</b>

    A calculation found these hints. They judge nobody. Coordinators write the assessment.
figures-no-hints = <b>Potentials for improvement { $year }: calculated hints</b>

    The calculation found no hint, or there are too few figures.
figures-hint = <b>{ $number }. { $title }</b>
    { $inputs }
    Threshold: { $threshold }
    Suggestion: { $suggestion }
figures-input = { $text }
figures-heavier = Earlier hints
figures-lighter = More hints

figures-which-quarter = Which quarter of { $year }?
figures-quarter = Quarter { $quarter } of { $year }
figures-quarter-head = <b>Main figures, { $quarter }</b>
figures-quarter-files = Quarter as files
figures-remembered = This version now counts as published. So later versions may hide more figures.
figures-not-assessed = The coordinators' own assessment is still missing.
figures-internal = For internal use only. Please do not publish.
figures-interim = Interim version, for internal use only. Please do not publish.
figures-not-over = The year { $year } is not over yet. Until then, only coordinators read its figures.

    There are reports of finished years.

figures-report = { $title } { $year }
figures-own-report = { $title } { $year } with open numbers of { $office }
figures-making = <b>{ $report }</b> is being made.
figures-gathering = The figures are being put together.
figures-at = { $number } of { $total }: { $form }
figures-form-short-pdf = short form (PDF)
figures-form-short-docx = short form (Word)
figures-form-docx = Word
figures-form-pdf = PDF
figures-form-xlsx = Excel
figures-form-csv = CSV
figures-form-html = HTML
figures-file-short-pdf = Short form as PDF: on four pages at most
figures-file-short-docx = Short form as Word: to go on writing
figures-file-docx = Word: to go on writing
figures-file-pdf = PDF: accessible, to send around
figures-file-xlsx = Excel: each table on a sheet
figures-file-csv = CSV: all values for your own calculations
figures-file-html = HTML: to read in a browser
figures-no-form = <b>{ $form } could not be made.</b> { $reason }
figures-trouble-memory = There was too little memory for it.
figures-trouble-fault = A fault occurred. The log of whoever runs the bot names it.
# $forms: kinds of files, listed.
figures-made = <b>{ $report }</b> is ready: as { $forms }.
figures-missing = { $forms } { $n ->
        [one] is
       *[other] are
    } missing.
# $before: all but the last kind, with commas. $last: the last one.
figures-and = { $before } and { $last }
# $file: name of the template. $reason: what is wrong with it, one of the sentences below.
figures-no-word = <b>The Word file could not be made.</b>
    The network's template { $file } cannot be used. { $reason }

    Please have the template mended. Then make the report once more.
# $detail: unknown fields, with commas.
figures-template-missing = The file is not there.
figures-template-locked = The file cannot be opened.
figures-template-no-word = The file is no Word file (.docx).
figures-template-bad-field = It holds more than a bare field: <code>{ $detail }</code>.
figures-template-no-content = It lacks the field <code>{"{{ content }}"}</code> for the chapters.
figures-template-unknown-field = It has unknown fields: <code>{ $detail }</code>.
figures-template-crowded = The field <code>{ $detail }</code> needs a paragraph of its own, only once.
figures-template-foreign = It brings along what runs or is fetched: <code>{ $detail }</code>.
figures-template-too-large = It is too large.
figures-failed = <b>{ $report }</b> could not be made.
figures-again = Try again
figures-under-way = This report is being made already.
figures-moment = One moment, the figures are being put together.
