# Entries of the coordination offices into the exchange ledger.

protocol-ask-matter = <b>Enter into the log</b>

    What do you want to enter? Persons and cases do not belong here.
protocol-meeting = Meeting
protocol-procedure = Agreement or product
protocol-advice = Professional advice in a quarter
protocol-goal = Goal of the year
protocol-result = State of a goal
protocol-correction = Correct an entry
# $matter: what is entered.
protocol-head = <b>Log: { $matter }</b>
# $what: detail. $value: its value.
protocol-line = { $what }: { $value }
protocol-what-day = Day
protocol-what-format = Format
protocol-what-minutes = Length
protocol-what-offices = Youth offices
protocol-what-sectors = Sectors
protocol-what-procedure = Kind
protocol-what-quarter = Quarter
protocol-what-number = Number
protocol-what-year = Year
protocol-what-goal = Goal
protocol-what-status = State
protocol-what-entry = Entry
protocol-what-reason = Reason
protocol-ask-day = On which day was it?
protocol-ask-format = Which format did the meeting have?
protocol-ask-minutes = How long did it take, roughly?
protocol-ask-offices = Which youth offices were there?
protocol-ask-sectors = Which sectors were there?
protocol-ask-procedure = What was agreed or produced?
protocol-ask-quarter = For which quarter?
protocol-ask-year = For which year?
protocol-ask-goal = Which goal is it about?
protocol-ask-status = How does the goal stand?
protocol-ask-entry = Which entry is wrong?
protocol-ask-reason = Why is it corrected?
protocol-ask-check = Is this right?
# $most: largest possible number.
protocol-ask-number-advice = How many consultations under § 8b SGB VIII are to be added? At most { $most }.
protocol-ask-number-goal = Which number shall be reached? At most { $most }. 0 means: no number.
protocol-ask-number-correction = What is the right number? At most { $most }.
# $n: number entered so far.
protocol-so-far = { $n ->
    [one] For this quarter one is entered so far.
   *[other] For this quarter { $n } are entered so far.
 }
# $n: number typed.
protocol-number = Number: <b>{ $n }</b>
protocol-delete-digit = Delete digit
protocol-take-number = Go on with { $n }
protocol-same-number = This number stands there already.
protocol-minutes = { $n ->
    [one] One minute
   *[other] { $n } minutes
 }
protocol-quarter = Quarter { $quarter } of { $year }
# $day: day. $what: format or kind.
protocol-entry = { $day }: { $what }
# $when: quarter. $n: number.
protocol-entry-advice = { $when }: professional advice, { $n }
protocol-nothing = There is no entry for this yet.
protocol-nobody = none
protocol-newer = Newer
protocol-older = Older
# $name: youth office or sector.
protocol-chosen = ✓ { $name }
protocol-done = Go on
protocol-write = Enter it like this
protocol-written = Entered. The entry counts for the report.
protocol-corrected = Corrected. A counter-entry takes the old entry back.
protocol-more = Another entry
protocol-sealed = The year { $year } is sealed. Nothing was entered.
