# Planning a training, step by step.

# $step: number of the step. $of: number of steps.
plan-head = <b>New training</b>, step { $step } of { $of }
# $value: what was chosen.
plan-selected = Chosen: <b>{ $value }</b>
# $value: what was written before.
plan-written = Chosen: <code>{ $value }</code>
plan-changing = <b>New training</b>, changing one line
plan-resumed = You have begun already. Here you can go on.

plan-name-title = Title
plan-name-topic = Topic
plan-name-format = Format
plan-name-mode = Mode
plan-name-place = Place
plan-name-link = Access
plan-name-day = Date
plan-name-sessions = Further dates
plan-name-seats = Seats
plan-name-deadline = Register by
plan-name-units = Units
plan-name-sectors = For
plan-name-reminders = Reminders
plan-name-accessibility = Accessibility
plan-name-description = Description
plan-name-speakers = Speakers
plan-name-cost = Cost
plan-name-contact = Contact
plan-name-hosts = Together with
plan-name-minimum = Minimum
plan-name-approval = Approval

plan-title-chosen = { plan-name-title }: { $value }
plan-topic-chosen = { plan-name-topic }: { $value }
plan-format-chosen = { plan-name-format }: { $value }
plan-mode-chosen = { plan-name-mode }: { $value }
plan-place-chosen = { plan-name-place }: { $value }
plan-link-chosen = { plan-name-link }: { $value }
plan-day-chosen = { plan-name-day }: { $value }
plan-sessions-chosen = { plan-name-sessions }: { $value }
plan-seats-chosen = { plan-name-seats }: { $value }
plan-deadline-chosen = { plan-name-deadline }: { $value }
plan-units-chosen = { plan-name-units }: { $value }
plan-sectors-chosen = { plan-name-sectors }: { $value }
plan-reminders-chosen = { plan-name-reminders }: { $value }
plan-accessibility-chosen = { plan-name-accessibility }: { $value }
plan-description-chosen = { plan-name-description }: { $value }
plan-speakers-chosen = { plan-name-speakers }: { $value }
plan-cost-chosen = { plan-name-cost }: { $value }
plan-contact-chosen = { plan-name-contact }: { $value }
plan-hosts-chosen = { plan-name-hosts }: { $value }
plan-minimum-chosen = { plan-name-minimum }: { $value }
plan-approval-chosen = { plan-name-approval }: { $value }

# $most: highest number of characters.
plan-title = <b>What is the training called?</b>
    Please write the title, at most { $most } characters.

    Names of children or families do not belong here.
plan-topic = <b>What is it about?</b>
    Choose a group, or write the topic.
plan-format = <b>What is the format?</b>
plan-mode = <b>How is it held?</b>
plan-place = <b>Where is it held?</b>
    Please write the place, for example: <code>Town hall, room 2</code>
    If it is held online, write the address with <code>https://</code>.
plan-link = <b>What is the address for taking part?</b>
    Please write it. It begins with <code>https://</code>
# $example: something the bot understands.
plan-day = <b>On which day?</b>
    Choose a day, or write the date: <code>{ $example }</code>
plan-start = <b>When does it begin?</b>
    Choose a time, or write it: <code>{ $example }</code>
plan-end = <b>When does it end?</b>
    Choose a time, or write it: <code>{ $example }</code>
plan-sessions = <b>Are there further dates?</b>
    Choose a day, or write the date: <code>{ $example }</code>
    One registration is for all of them.
plan-seats = <b>How many seats are there?</b>
    Choose a number, or write it.
plan-deadline = <b>Until when can people register?</b>
    Choose a day, or write it: <code>{ $example }</code>
plan-units = <b>How many teaching units are there?</b>
    A unit has 45 minutes. Please take breaks off.
plan-sectors = <b>For which fields of work?</b>
plan-reminders = <b>When should the bot remind people?</b>
plan-accessibility = <b>What does the place offer?</b>
plan-description = <b>What is it about, and what can people expect?</b>
    At most { $most } characters, in several lines if you like.

    Please nothing about single children, families or cases.
plan-speakers = <b>Who speaks?</b>
    At most { $most } characters. The text is erased with the registrations.
plan-cost = <b>What does it cost to take part?</b>
    At most { $most } characters, for example: <code>free of charge</code>
plan-contact = <b>Who answers questions?</b>
plan-hosts = <b>Who holds it together with you?</b>
    All of them look after it together and stand on the card.
plan-approval = <b>Must the own youth office approve of a registration?</b>
    A change holds for later registrations only.
plan-minimum = <b>From how many people on does it take place?</b>
    Choose a number, or write it.

plan-abort = Cancel
plan-later = To be announced
plan-online = Online
plan-without = Nothing said
plan-hosts-none = Our own office only
plan-minimum-none = No minimum
# $n: number of people.
plan-minimum-n = { $n ->
    [one] from one person on
   *[other] from { $n } people on
 }
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
plan-units-more = Note: more units than fit into the time: { $units }. Without breaks { $most ->
    [one] it is one unit.
   *[other] it is { $most } units.
 }
plan-units-fewer = Note: { $units ->
    [one] One unit is
   *[other] { $units } units are
 } far fewer than fit into the time. Without breaks it is { $most }.
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
plan-problem-description-length = That is too long. There is room for { $most } characters.
plan-problem-speakers-length = That is too long. There is room for { $most } characters.
plan-problem-cost-length = That is too long. There is room for { $most } characters.
plan-problem-minimum-seats = The minimum is larger than the number of seats.
plan-case = This sounds like a single case. Please write it without. Your text was not stored.
plan-problem-link-form = This is no address. For example: <code>https://meeting.example/room</code>
plan-problem-link-user = The address has a name before the @. Please leave that part out, for example: <code>https://meeting.example/room</code>
plan-problem-deadline-past = This deadline has passed already.
plan-problem-deadline-late = The deadline must lie before the beginning.
plan-problem-start-past = This date lies in the past.
plan-problem-end-before-start = The end must lie after the beginning.
plan-problem-session-earlier = Further dates come after the first one.
plan-problem-session-overlap = Two dates overlap.
plan-problem-session-far = This date is too long after the first one.
plan-problem-sessions-many = A series has at most ten dates.

plan-preview = <b>This is what others see:</b>
plan-check = <b>Is all of it right?</b>
plan-more = <b>Everything at a glance</b>
plan-publish-announce = Publish and announce
plan-publish-only = Only publish
plan-keep = Keep as a draft
plan-announce = Announce
plan-announce-now = Announce now
# $title: title. $when: date.
plan-published = <b>Published.</b>

    <b>{ $title }</b>
    { $when }

    The training is now among the dates on offer.
# $title: title. $when: date.
plan-kept = <b>Kept as a draft.</b>

    <b>{ $title }</b>
    { $when }

    The coordinators of your office find it under “Drafts”.
plan-again = <b>{ $title }</b> once more: only the date is missing.
plan-aborted = Cancelled. Nothing was kept.
plan-published-toast = The training is published.
