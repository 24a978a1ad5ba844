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

assessment-chapters = Assess single chapters
# $n: number of chapters assessed. $of: number of all.
assessment-chapters-written = { $n ->
    [one] One chapter of { $of } has words of its own.
   *[other] { $n } of { $of } chapters have words of their own.
 }
# $part: a chapter or a hint.
assessment-part-of = <b>Assessment { $year }: { $part }</b>
assessment-part-verdict = What do you say of this hint?
assessment-part-verdict-chosen = Your answer: { $value }
# $most: number of characters.
assessment-part-words = Would you like to write something on it? At most { $most } characters. <b>Please not a word about a child, a family or a single person.</b>
assessment-part-reason = Why is it different? At most { $most } characters. <b>Please not a word about a child, a family or a single person.</b>
assessment-part-before = <b>So far:</b> { $words }
assessment-part-check = { $words }
assessment-part-check-yes = Take it like this
assessment-part-case = This text sounds like a single case. Nothing was saved.
assessment-part-skip = Leave out
assessment-part-without = Go on without a text
assessment-part-stop = Stop
assessment-part-drop = Remove the text there is
assessment-part-done = Saved.
assessment-part-dropped = Removed.
assessment-hint = Assess { $number }
assessment-hints = Assess all hints one after the other
# $number: which hint. $of: how many there are. $left: how many are without an assessment.
assessment-hint-of = <b>Potentials for improvement { $year }: hint { $number } of { $of }</b>
    Without an assessment: { $left }. What do you say of this hint?
assessment-hint-skip = Skip
# $n: number of hints without an assessment.
assessment-hints-end = <i>That was the last hint. Without an assessment: { $n }.</i>
assessment-hints-done = <i>All hints are assessed.</i>
# $number: number of the hint. $verdict: answer. $words: text on it, may be empty.
assessment-hint-said = <b>Assessment of { $number }:</b> { $verdict } { $words }

verdict-applies = Applies
verdict-partly = Partly
verdict-differs = Different, because …
# $words: what the coordination offices wrote.
report-part-assessed = The coordination offices on this: { $words }
report-part-line = { $chapter }: { $words }
report-table-P1 = What the coordination offices say of the hints
report-tab-P1 = Assessed hints
report-col-verdict = Assessment
report-col-why = Reason given
report-no-why = not stated
