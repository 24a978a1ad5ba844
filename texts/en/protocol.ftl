# Entries of the coordination offices into the exchange ledger.

protocol-matter = <b>Enter into the log</b>

    What do you want to enter? Persons and cases do not belong here.
matter-meeting = Meeting
matter-procedure = Agreement or product
matter-advice = Professional advice in a quarter
matter-goal = Goal of the year
matter-result = State of a goal
matter-correction = Correct an entry
# $matter: what is entered.
protocol-head = <b>Log: { $matter }</b>
protocol-day-chosen = Day: { $value }
protocol-format-chosen = Format: { $value }
protocol-minutes-chosen = Length: { $value }
protocol-offices-chosen = Youth offices: { $value }
protocol-sectors-chosen = Sectors: { $value }
protocol-procedure-chosen = Kind: { $value }
protocol-agreed-chosen = Youth offices: { $value }
protocol-replaces-chosen = Replaces: { $value }
protocol-agreed = Which youth offices have agreed upon it?
protocol-everybody = All youth offices
protocol-replaces = Does it replace an earlier agreement?
protocol-replaces-none = No, none
protocol-quarter-chosen = Quarter: { $value }
protocol-number-chosen = Number: { $value }
protocol-year-chosen = Year: { $value }
protocol-goal-chosen = Goal: { $value }
protocol-status-chosen = State: { $value }
protocol-entry-chosen = Entry: { $value }
protocol-reason-chosen = Reason: { $value }
protocol-day = On which day was it?
protocol-format = Which format did the meeting have?
protocol-minutes = How long did it take, roughly?
protocol-offices = Which youth offices were there?
protocol-sectors = Which sectors were there?
protocol-procedure = What was agreed or produced?
protocol-quarter = For which quarter?
protocol-goal = Which goal is it about?
protocol-status = How does the goal stand?
protocol-entry = Which entry is wrong?
protocol-check = Is this right?
# $most: largest possible number.
protocol-number = { $matter ->
    [advice] How many consultations under § 8b SGB VIII are to be added? At most { $most }.
    [goal] Which number shall be reached? At most { $most }. 0 means: no number.
   *[correction] What is the right number? At most { $most }.
 }
# $n: number entered so far.
protocol-so-far = { $n ->
    [one] For this quarter one is entered so far.
   *[other] For this quarter { $n } are entered so far.
 }
protocol-same-number = This number stands there already.
protocol-minutes-n = { $n ->
    [one] One minute
   *[other] { $n } minutes
 }
protocol-quarter-named = Quarter { $quarter } of { $year }
# $day: day. $what: format or kind.
protocol-entry-named = { $day }: { $what }
# $when: quarter. $n: number.
protocol-entry-advice = { $when }: professional advice, { $n }
protocol-newer = Newer
protocol-older = Older
protocol-check-yes = Enter it like this
protocol-written = Entered. The entry counts for the report.
protocol-corrected = Corrected. A counter-entry takes the old entry back.
protocol-more = Another entry
protocol-sealed = The year { $year } is sealed. Nothing was entered.

protocol-judged = How do you know?
protocol-judged-chosen = Measured by: { $value }
judged-figure = Figure of the report
judged-conference = Judgement of the conference
judged-feedback = Feedback
judged-minutes = Minutes of the meetings
judged-agreement = Agreement that was made
judged-too-early = Too early yet
judged-no-data = There is nothing on it
report-col-reached = Figure of the report
report-col-judged = Measured by
report-not-judged = not stated
report-formula-F1L = The figure is that of the table concerned. The state is decided by the coordination offices.
