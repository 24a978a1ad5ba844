# The first figures of a year.

figures = <b>{ $title } { $year }: first figures</b>

    Events: <b>{ $events }</b>
    of these trainings: <b>{ $trainings }</b>
    Attendances: <b>{ $attendances }</b>
    Teaching units: <b>{ $units }</b>
    Attended units: <b>{ $attendance_units }</b>
    Exchange meetings: <b>{ $exchanges }</b>
figures-offices = <b>Attendances of trainings by youth office district</b>
figures-sectors = <b>Attendances of trainings by sector</b>
figures-row = { $label }: { $n }
figures-note = Attendances are counted, not people. A dot (·) hides numbers below { $k } and numbers that would give them away.
figures-unclosed = { $n ->
    [one] <b>One event that was not closed is left out:</b>
   *[other] <b>{ $n } events that were not closed are left out:</b>
 }
    { $titles }
figures-before = Figures of { $year }
figures-no-year = This year is not known. For example: <code>/bericht { $year }</code>
figures-readers-only = Only coordinators and readers of the report can do this.
figures-files = Report { $year } as files
figures-making = The report { $year } is being made. This may take a minute.
figures-made = The report { $year } is ready: as Word, PDF, Excel, CSV and HTML.
figures-failed = The report { $year } could not be made. Please try again.
