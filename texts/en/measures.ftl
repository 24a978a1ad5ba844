# Measures: what the network does about hints, needs and ideas. No persons, no free text.

menu-measures = Measures
command-massnahmen = Measures of the network
measures-none = <b>Measures</b>

    No measure is noted yet. A measure comes from a hint, a need or an idea.
# $n: number of measures.
measures-all = { $n ->
    [one] <b>One measure</b>
   *[other] <b>{ $n } measures</b>
 }
# $number: place in the list. $name: what is done.
measures-entry = <b>{ $number }. { $name }</b>
# $state: how far it is. $office: who is responsible. $due: quarter.
measures-line = { $state } · { $office } · by { $due }
# $what: what is done. $about: topic, sector or format.
measures-named = { $what }: { $about }
measures-open = { $number }. { $name }
measures-network = The whole network
measures-quarter = quarter { $quarter } of { $year }
# $source: what it came from. $year: year of the report.
measures-card = <b>{ $name }</b>

    Reason: { $source }, report { $year }
    Responsible: { $office }
    By: { $due }
measures-since = { $day }: { $state }
measures-new = New measure
measures-of-hint = Measure on { $number }
measures-back = To the measures
measures-set-planned = Planned again
measures-set-under-way = Under way
measures-set-done = Done
measures-set-dropped = Dropped
measures-set = The new state is noted.
measures-same = This state stands there already.
measures-kept = The measure is noted. It stands in the report.
measures-sealed = The year { $year } is sealed. Nothing was noted.

measures-head = <b>New measure</b>
measures-year = To which report does the measure belong?
measures-year-chosen = Report: { $value }
measures-source = What does the measure come from?
measures-source-chosen = Reason: { $value }
measures-rule = Which hint is it about?
measures-rule-chosen = Hint: { $value }
measures-kind = What is it about?
measures-topic = Which topic is it about?
measures-topic-chosen = Topic: { $value }
measures-sector = Which sector is it about?
measures-sector-chosen = Sector: { $value }
measures-format = Which format is it about?
measures-format-chosen = Format: { $value }
measures-what = What is done?
measures-what-chosen = Measure: { $value }
measures-office = Who is responsible?
measures-office-chosen = Responsible: { $value }
measures-due = By when?
measures-due-chosen = By: { $value }
measures-check = Is this right? After that only the state changes.
measures-check-yes = Note it like this

measure-source-hint = Hint of the report
measure-source-need = Training need
measure-source-idea = Own idea
measure-about-topic = A topic
measure-about-sector = A sector
measure-about-format = A format
measure-about-all = The whole network
measure-state-planned = Planned
measure-state-under-way = Under way
measure-state-done = Done
measure-state-dropped = Dropped
measure-state-late = Overdue
measure-kind-offer = Plan an offer
measure-kind-second-date = Second date or larger group
measure-kind-other-time = Change time or format
measure-kind-invite = Invite specifically
measure-kind-contact-person = Clarify whom to turn to
measure-kind-quotas = Divide quotas anew
measure-kind-release = Release seats earlier
measure-kind-reminders = Adapt reminders and deadlines
measure-kind-earlier = Announce earlier
measure-kind-meetings = Plan network meetings firmly
measure-kind-feedback = Shorten the feedback
measure-kind-online = Make an online offer
measure-kind-closing = Ask for closings
measure-kind-exchange = Start an exchange
measure-kind-agreement = Make an agreement
measure-kind-together = Hold it together
measure-kind-other = Other measure

report-section-before = What became of last year
# $year: last year.
report-before-intro = The hints stand here as the report of { $year } last had them. “Larger” and “smaller” mean the distance to the threshold. Only published values are compared. Differences up to 3 % count as about the same.
report-glance-measures = Measures on this report:
report-glance-measure = { $what } ({ $who }, until { $due }): { $state }
report-more-measures = { $n ->
    [one] One more measure is in the chapter “Potentials for improvement”.
   *[other] { $n } more measures are in the chapter “Potentials for improvement”.
 }
report-section-measures = Measures
report-table-H1 = Hints of last year and what became of them
report-table-M1 = Measures from earlier reports
report-table-M2 = Measures on this report
report-tab-H1 = Hints last year
report-tab-M1 = Measures before
report-tab-M2 = Measures new
report-col-last-year = Last year
report-col-this-year = This year
report-col-became = Result
report-col-measure = Measure
report-col-reason = Reason
report-col-responsible = Responsible
report-col-due = By
report-col-state = State
report-no-hint = no hint
became-gone = gone
became-smaller = smaller
became-same = about the same
became-larger = larger
became-untold = not published
