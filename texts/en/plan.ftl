# Planning a training, step by step.

# $step: number of the step. $of: number of steps.
plan-head = <b>New training</b>, step { $step } of { $of }
# $value: what was chosen.
plan-selected = Chosen: <b>{ $value }</b>
plan-changing = <b>New training</b>, changing one line
plan-resumed = You have begun already. Here you can go on.

plan-name-title = Title
plan-name-topic = Topic
plan-name-format = Format
plan-name-mode = Mode
plan-name-place = Place
plan-name-link = Access
plan-name-day = Date
plan-name-seats = Seats
plan-name-deadline = Register by
plan-name-units = Units
plan-name-sectors = For
plan-name-reminders = Reminders
plan-name-accessibility = Accessibility

plan-title-chosen = { plan-name-title }: { $value }
plan-topic-chosen = { plan-name-topic }: { $value }
plan-format-chosen = { plan-name-format }: { $value }
plan-mode-chosen = { plan-name-mode }: { $value }
plan-place-chosen = { plan-name-place }: { $value }
plan-link-chosen = { plan-name-link }: { $value }
plan-day-chosen = { plan-name-day }: { $value }
plan-seats-chosen = { plan-name-seats }: { $value }
plan-deadline-chosen = { plan-name-deadline }: { $value }
plan-units-chosen = { plan-name-units }: { $value }
plan-sectors-chosen = { plan-name-sectors }: { $value }
plan-reminders-chosen = { plan-name-reminders }: { $value }
plan-accessibility-chosen = { plan-name-accessibility }: { $value }

# $most: highest number of characters.
plan-title = <b>What is the training called?</b>
    Please write the title, at most { $most } characters.

    Names of children or families do not belong here.
plan-topic = <b>What is it about?</b>
plan-format = <b>What is the format?</b>
plan-mode = <b>How is it held?</b>
plan-place = <b>Where is it held?</b>
    Please write the place, for example: <code>Town hall, room 2</code>
plan-link = <b>What is the address for taking part?</b>
    Please write it. It begins with <code>https://</code>
# $example: something the bot understands.
plan-day = <b>On which day?</b>
    Choose a day, or write the date: <code>{ $example }</code>
plan-start = <b>When does it begin?</b>
    Choose a time, or write it: <code>{ $example }</code>
plan-end = <b>When does it end?</b>
    Choose a time, or write it: <code>{ $example }</code>
plan-seats = <b>How many seats are there?</b>
    Choose a number, or write it.
plan-deadline = <b>Until when can people register?</b>
    Choose a day, or write it: <code>{ $example }</code>
plan-units = <b>How many teaching units are there?</b>
    A unit has 45 minutes. Please take breaks off.
plan-sectors = <b>For which fields of work?</b>
plan-reminders = <b>When should the bot remind people?</b>
plan-accessibility = <b>What does the place offer?</b>

plan-abort = Cancel
plan-later = To be announced
plan-page-before = Previous topics
plan-page-after = More topics
plan-weeks-before = Earlier weeks
plan-weeks-after = Later weeks
# $label: what was chosen.

# $n: number of seats.
plan-seats-n = { $n ->
    [one] one seat
   *[other] { $n } seats
 }
plan-seats-usual = { $n ->
    [one] One seat (usual)
   *[other] { $n } seats (usual)
 }
plan-no-limit = No limit
# $days: days before. $at: day and time.
plan-deadline-days = { $days ->
    [one] One day before: { $at }
   *[other] { $days } days before: { $at }
 }
plan-deadline-start = Until it begins
plan-units-usual = { $n ->
    [one] One unit (by its length)
   *[other] { $n } units (by its length)
 }
plan-units-none = No units
plan-sectors-all = For all fields of work
plan-reminders-usual = As usual in the network
plan-reminders-late = None, it is too late for that
plan-reminders-same-day = None of these will go any more. Still possible: on the same day.
plan-reminders-none = No reminders
plan-access-none = Nothing to say
plan-access-step-free = Step-free access
plan-access-hearing-loop = Hearing loop
plan-access-sign-language = Sign language
plan-access-captions = Captions

plan-problem-title-length = The title needs 3 to { $most } characters.
plan-problem-place-length = The place needs 2 to { $most } characters.
plan-problem-link-form = This is no address. For example: <code>https://meeting.example/room</code>
plan-problem-link-user = The address has a name before the @. Please leave that part out, for example: <code>https://meeting.example/room</code>
plan-problem-deadline-past = This deadline has passed already.
plan-problem-deadline-late = The deadline must lie before the beginning.
plan-problem-start-past = This date lies in the past.
plan-problem-end-before-start = The end must lie after the beginning.

plan-preview = <b>This is what others see:</b>
plan-more = <b>Everything at a glance</b>
plan-publish = Publish
plan-announce = Announce
plan-announce-now = Announce now
# $title: title. $when: date.
plan-published = <b>Published.</b>

    <b>{ $title }</b>
    { $when }

    The training is now among the dates on offer.
plan-aborted = Cancelled. Nothing was kept.
plan-published-toast = The training is published.
