# The coordinators' own assessment of a year.

assessment-none = <b>Own assessment { $year }</b>

    There is no assessment of this year yet.
    It stands in the report with the potentials, apart from the calculated hints.
assessment-kept = <b>Own assessment { $year }</b>

    { $words }

    <i>It stands like this in each report. Who wrote it is not stored.</i>
assessment-write = Write the assessment
assessment-write-anew = Write it anew
assessment-not-now = Not now
assessment-drop = Remove the assessment
assessment-words = <b>Own assessment { $year }</b>

    Please write the assessment in one message. It may have { $most } characters.

    <b>Not a word about a child, a family or a single person, please.</b> The text will be published.
assessment-short = This text is too short for an assessment.
assessment-long = This text is too long.
assessment-address = This text has a phone number or an address in it. Nothing was stored.
assessment-case = This text sounds like a single case. Nothing was stored.
assessment-again = Please write again, with nothing about persons. At most { $most } characters.
assessment-check = <b>Own assessment { $year }: please check</b>

    { $words }
assessment-names = <b>Please look closely:</b> This looks like persons: { $names }
assessment-question = Is there nothing in it about children, families or persons? Only confirming stores it.
assessment-replaces = It takes the place of the assessment before.
assessment-check-yes = Keep it like this
assessment-leave = Discard
assessment-done = The assessment is stored.
assessment-left = The text is discarded.
assessment-ask-drop = Shall the assessment of { $year } vanish from all future reports?
assessment-drop-yes = Yes, remove it
assessment-drop-no = No, keep it
assessment-dropped = The assessment is removed.
assessment-sealed = This year is sealed. The assessment stays as it is.
