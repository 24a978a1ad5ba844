# The report: headings, figures, tables, hints, texts.

# What a report is called where the network has no English name for it.
report-title = Yearly report
report-subtitle = Period from 1 { $month } to { $last }
report-title-short = { $title }: short form
report-title-quarter = Main figures of quarter { $quarter } of { $year }
report-no-comparison = The year is not over. So it is not compared with whole years.
report-not-begun = The period has not begun. There is nothing yet.
report-author = Drawn up by: { $author }
report-as-of = Data as of, and made on: { $day }
report-internal = For official use only: the own figures { $office } are open.
report-of-office = of { $office }
report-internal-quarter = For official use only
report-interim = Interim figures, for official use only
report-sample = Sample with made-up data
report-trial = Trial version, not to be passed on
report-mark = Notice
report-version = Version

report-chapter-glance = The year on one page
report-chapter-shapes = Spread and course
report-chapter-figures = Main figures
report-chapter-structure = Mandate and structure
report-chapter-coordination = Exchange of the coordination offices
report-chapter-exchange = Professional exchange
report-chapter-trainings = Continuing trainings
report-chapter-information = Flow of information
report-chapter-quality = Quality assurance
report-chapter-goals = Goals
report-chapter-hints = Potentials for improvement
report-chapter-outlook = Outlook and plan of the year
report-chapter-annex = Annex

report-section-offer = Programme
report-section-participation = Attendance
report-section-occupancy = Occupancy and waiting list
report-section-commitment = Commitment
report-section-quotas = Quotas
report-section-interdisciplinary = Mix of sectors
report-section-directory = Directory of events
report-section-method = Method
report-section-terms = Terms and abbreviations
report-section-calculated = Calculated hints
report-section-assessed = Professional assessment

report-fig-A1 = Events
report-fig-A2 = of these, trainings
report-fig-A3 = Attendances
report-fig-A4 = Teaching units offered
report-fig-A5 = Units attended
report-fig-A6 = Exchange dates
report-fig-K1 = Exchange contacts between institutions
report-fig-C7 = Occupancy of seats
report-fig-C8 = Registration rate
report-fig-C9 = Waiting list rate
report-fig-C10 = Rate of moving up
report-fig-C11 = Withdrawal rate
report-fig-C12 = Late withdrawals
report-fig-C13 = Seats not used (withdrawn late or not come)
report-fig-C15 = Sectors per training, mean
report-fig-C16 = Trainings with at least three sectors
report-fig-D1 = Announcements of events
report-fig-D2 = Lead time, median in days
report-fig-D4 = Delivery rate of announcements and notices
report-fig-E1 = Return of feedback
report-fig-E3 = Quality dialogues
report-fig-X2 = Events not closed
report-fig-X4 = Cancelled events
report-fig-X5 = Postponed events

report-table-A = Main figures over the years
report-table-S1 = Youth offices in charge
report-table-B1 = Exchange dates by format
report-table-B2 = Presence of the youth offices at conferences
report-table-B3 = Agreements and products
report-table-K2 = Exchange contacts by pair of institutions
report-table-K3 = Pairs without recorded exchange
report-table-K4 = Exchange contacts by topic
report-table-K5 = Exchange contacts by form
report-table-K6 = Exchange contacts by length
report-table-K7 = Exchange contacts by month
report-table-C1 = Trainings by month
report-table-C2 = Trainings by format and mode
report-table-C3 = Trainings by topic
report-table-C4 = Attendances of trainings by youth office district
report-table-C5 = Attendances of trainings by sector
report-table-C6 = Attendances of trainings by topic
report-table-C14 = Use of quotas
report-table-D3 = Reminders by occasion
report-table-E2 = Feedback by statement (1 does not apply, 5 fully applies)
report-table-E4 = Advice under § 8b SGB VIII by quarter
report-table-F1 = Goals by status
report-table-F1L = Goals one by one
report-table-G1 = Reported needs by topic
report-table-G2 = Planned dates
report-table-X1 = Events of the year
report-table-X3 = Not closed and therefore not counted

report-col-figure = Figure
report-col-change = Change to the year before
report-col-office = Youth office
report-col-district = Youth office district
report-col-sector = Sector
report-col-municipalities = Municipalities
report-col-format = Format
report-col-mode = Mode
report-col-topic = Topic
report-col-month = Month
report-col-quarter = Quarter
report-col-number = Number
report-col-people = Attendances
report-col-contacts = Contacts
report-col-advice = Advice
report-col-procedure = Kind
report-col-stage = Occasion
report-col-reminders = Reminders
report-col-present = present
report-col-share = Share
report-col-used = used of the quota
report-col-beyond = taken beyond it
report-col-released = released
report-col-quota = Quota
report-col-item = Statement
report-col-answers = Answers
report-col-mean = Mean
report-col-goal = Goal
report-col-target = Target
report-col-status = Status
report-col-needs = Needs
report-col-events = Events
report-col-planned = Planned for next year
report-col-day = Day
report-col-title = Title
report-col-units = Units
report-col-institution = Institution
report-col-no-contact = no exchange recorded with
report-col-contact-format = Form
report-col-contact-length = Length
report-total = Total
report-unnamed = Not assigned
report-impossible = x
report-pairs = pairs of institutions

report-of = { $part } of { $whole }
report-no-rows = There is nothing on this.
report-quarter = Quarter { $n }

report-swipe = Swipe sideways to see everything.
report-chart = Chart: { $title }
report-alt = Chart of: { $title }. Largest published value: { $value } for { $labels }.{ $hidden ->
    [0] {""}
    [one] {" "}One value is secret.
   *[other] {" "}{ $hidden } values are secret.
} All published values are in the table.
report-alt-several = several entries
report-matrix-key = The numbers in the header row stand for the institutions of the rows.

report-mandate = The basis is § 9 of the State Child Protection Act of North Rhine-Westphalia (LKSchG NRW). The youth offices form child protection networks and work together across municipalities. { $basis } It has existed since { $established }. The lead is with “{ $lead }”. The Land youth office in charge is { $landesjugendamt }.
report-attendances = Attendances are counted, not people. Who comes twice counts twice. Single people are not recorded.
report-counted = Attendances and registrations are counted, not people.
report-main-figures = Trainings, exchange dates and information sessions are among the events. Exchange dates include meetings that stand in the log only. Those meetings are not in the directory, nor in the number of events.
report-trainings-only = This section counts trainings only. The attendances of the first chapter count all events.
report-districts = A district takes in all specialists who work there, not only those of the youth office.
report-county-wide = The row “county-wide” stands for specialists who work in the whole county, without a single district.
report-contacts = Specialists say voluntarily with whom they exchanged. Only monthly sums are kept, no occasions and no people. Exchange that is not recorded may have taken place.
report-matrix-self = A youth office cannot record exchange with itself. A sector takes in many institutions; there it is possible.
report-silent = Each pair stands once: at the institution that comes first in the table of pairs. “Other” counts among the contacts; that exchange with it is missing says nothing.
report-no-contacts = No exchange is recorded for this year.
report-quotas = Counted are registrations at the start, with block seats. The share says how much of the quota was used. Released are the seats of the quota that single events had left. Seats taken beyond it were open to all or had been released to all.
report-no-quotas = No quotas by youth office were agreed for this year.
report-no-goals = No goals are recorded for this year.
report-quality = § 79a SGB VIII asks for principles of quality and their regular review. § 8 LKSchG NRW governs the quality development procedures of the youth offices. The network contributes feedback and quality dialogues.
report-hints-intro = A calculation found the following hints. They judge nobody. Thresholds and inputs stand beside them.
report-hints-none = The calculation found no hint, or there are not enough data.
report-assess-here = The professional assessment by the coordination offices follows here.
report-method = The period is the calendar year; the first day of an event decides. All figures come from the exchange ledger, which holds no personal data. Events that were not closed are left out and not estimated. At most five earlier years are compared.
report-method-suppress = Counts of people under { $smallest } are not published. Some larger numbers are left out too, so that these cannot be worked out. A calculation checks all tables together, also against earlier versions.
report-method-round5 = All counts of people are rounded to multiples of 5. Sums may therefore differ.
report-method-signs = Signs: – nothing there; · the number is kept secret; / base too small; … not recorded; x entry not possible.
report-year-left-out = The year { $year } is missing from the comparison. Its figures in the exchange ledger contradict each other.

report-rule-O1 = Long waiting list
report-rule-O2 = Many empty seats
report-rule-O3 = Need without offer
report-rule-O4 = Sectors rarely present
report-rule-O5 = Quotas little used
report-rule-O6 = Lost seats
report-rule-O7 = Short lead time
report-rule-O8 = Few network meetings
report-rule-O9 = Small return
report-rule-O10 = Few online offers
report-rule-O11 = Events not closed
report-rule-O12 = Without recorded exchange

suggestion-O1 = Consider a second date or a larger group.
suggestion-O2 = Review need, time or format.
suggestion-O3 = Plan an offer.
suggestion-O3-planned = An offer is planned for the next year.
suggestion-O4 = Invite specifically and find a contact person.
suggestion-O4-hidden = Invite specifically and find a contact person. Further sectors may be concerned; their numbers are kept secret.
suggestion-O5 = Redistribute quotas or release seats earlier.
suggestion-O6 = Adjust reminder, deadline or moving up.
suggestion-O7 = Announce earlier.
suggestion-O8 = Secure regular network meetings.
suggestion-O9 = Shorten feedback and ask right at the end.
suggestion-O10 = Mix the formats.
suggestion-O11 = Ask for closing, or figures stay incomplete.
suggestion-O12 = Start exchange specifically.

# $value: threshold with its unit. The other values are numbers from the network's file.
report-limit-O1 = more than { $value } on the waiting list
report-limit-O2 = { $events ->
    [one] less than { $value } of the seats used
   *[other] less than { $value } of the seats used, over at least { $events } events
 }
report-limit-O3 = { $top ->
    [one] the most frequent need, and no event on it
   *[other] among the { $top } most frequent needs, and no event on it
 }
report-limit-O4 = { $quarters ->
    [one] less than { $value } of the attendances, or none for one quarter
   *[other] less than { $value } of the attendances, or none for { $quarters } quarters
 }
report-limit-O5 = { $times ->
    [one] in at least one event less than { $half ->
        [1] half
       *[other] { $value }
     } of the quota used
   *[other] in at least { $times ->
        [2] two
       *[other] { $times }
     } events less than { $half ->
        [1] half
       *[other] { $value }
     } of the quota used
 }
report-limit-O6 = more than { $value } of the registrations lost
report-limit-O7 = { $days ->
    [one] median lead time of less than one day
   *[other] median lead time of less than { $days } days
 }
report-limit-O8 = network meetings in the year: fewer than { $value }
report-limit-O9 = return of less than { $value }
report-limit-O10 = less than { $value } of the trainings online or hybrid
report-limit-O11 = more than { $value } of the events not closed
report-limit-O12 = { $quarters ->
    [one] at least one quarter without exchange
   *[other] at least { $quarters } quarters without exchange
 }

report-input-waitlisted = on the waiting list
report-input-wishes = registrations and waiting list
report-input-rate = rate
report-input-came = attendances
report-input-seats = seats
report-input-events = events
report-input-needs = reported needs
report-input-planned = planned for next year
report-input-all = attendances in total
report-input-offered = quarters with trainings
report-input-quarters = quarters without
report-input-pairs = pairs without exchange
report-input-offices = youth offices under the threshold
report-input-of = of
report-input-lost = lost seats
report-input-registered = registrations
report-input-lead = lead time in days
report-input-meetings = network meetings
report-input-forms = feedback forms
report-input-online = online or hybrid
report-input-trainings = trainings
report-input-unclosed = not closed
report-input = { $name }: { $value }

procedure-reporting-path = Reporting path
procedure-procedure = Agreed procedure
procedure-guideline = Guideline
procedure-form = Form
procedure-flyer = Flyer
procedure-directory = Directory of contact persons
procedure-agreement = Agreement
procedure-other = Other product

goal-trainings = Offer joint trainings
goal-attendances = Reach attendances
goal-network-meetings = Hold network meetings
goal-quality-dialogues = Hold quality dialogues
goal-procedures = Make agreements
goal-online-offers = Create online offers
goal-sectors-reached = Reach sectors
goal-feedback-return = Raise the return of feedback
goal-joint-standards = Develop joint standards
goal-new-partners = Win new partners

feedback-useful = The contents were useful for my work.
feedback-applicable = I can apply what I learned.
feedback-exchange = The exchange with other fields was helpful.
feedback-organisation = Organisation and information were good.
feedback-recommend = I recommend the event.

contact-format-phone = Telephone
contact-format-meeting = Personal meeting
contact-format-video = Video call
contact-format-writing = In writing
contact-format-event = On the fringe of an event

contact-length-short = under 15 minutes
contact-length-medium = up to one hour
contact-length-long = over one hour

correction-reason-miscounted = Miscounted
correction-reason-wrong-training = Wrong event
correction-reason-wrong-institution = Wrong institution
correction-reason-duplicate = Entered twice
correction-reason-late-information = Reported late

report-col-value = Value
report-col-base = Basis
report-col-hint = Hint
report-col-inputs = Inputs
report-col-threshold = Threshold
report-col-suggestion = Suggestion
report-table-figures = Figures: { $part }
report-table-O = Calculated hints, the weightiest first
report-contents = Contents
report-contents-renew = Page numbers: click here, press F9, choose “Update entire table”. This line then disappears.

report-offices = Youth offices taking part: { $offices }
report-publisher = Published by: { $publisher }
report-contact = Contact: { $contact }
report-draft = Draft: the professional assessment is still missing.
report-assess-missing = The professional assessment by the coordination offices is not there yet. So this report is a draft.
report-hidden = · This number is not published, to protect individuals.
report-basis = The cooperation has the legal form “{ $form }”.
report-partners = These partners also work in the network:
report-table-S2 = Bodies and offices of the network
report-col-body = Body or office
report-col-task = Task
report-method-rules = All rates stand with numerator and denominator. Rates appear from a base of 10, means from 5 answers. Percentages and means are rounded to one decimal place. The table “How the figures are worked out” has the formulas.

report-said-events = { $n_events ->
    [0] There were no events in the year.
    [one] There was one event in the year, { $n_trainings ->
        [0] not a training
       *[other] a training
     }.
   *[other] There were { $events } events in the year, among them { $n_trainings ->
        [0] no training
        [one] one training
       *[other] { $trainings } trainings
     }.
 }
report-said-attendances = { $n_came ->
    [0] No attendances are recorded.
    [one] One attendance is recorded.
   *[other] { $came } attendances are recorded; a person may count several times.
 }
report-said-secret = The number of attendances is kept secret.
report-said-more = These are more than in the year before ({ $before }).
report-said-alike = These are about as many as in the year before ({ $before }).
report-said-fewer = These are fewer than in the year before ({ $before }).
report-said-same = These are as many as in the year before.
report-said-unclosed = { $n_events ->
    [one] One event was not closed and does not count.
   *[other] { $events } events were not closed and do not count.
 }
report-said-occupancy = On { $n_whole ->
        [one] one seat
       *[other] { $whole } seats
    } in trainings with limited seats there { $n_part ->
        [0] were no attendances.
        [one] was one attendance ({ $rate }).
       *[other] were { $part } attendances ({ $rate }).
    }
report-said-exchange = { $n_dates ->
    [0] No exchange dates are recorded.
    [one] One exchange date is recorded.
   *[other] { $dates } exchange dates are recorded.
 }
report-said-contacts = { $n_contacts ->
    [0] No exchange contacts between institutions are recorded.
    [one] Specialists noted one exchange contact between institutions.
   *[other] Specialists noted { $contacts } exchange contacts between institutions.
 }
report-said-feedback = For { $n_whole ->
        [one] one attendance
       *[other] { $whole } attendances
    } there { $n_part ->
        [0] were no feedback forms.
        [one] was one feedback form ({ $rate }).
       *[other] were { $part } feedback forms ({ $rate }).
    }
report-said-goals = Of { $n_goals ->
        [one] one goal
       *[other] { $goals } goals
    } of the year { $n_met ->
    [0] none is met.
    [one] one is met.
   *[other] { $met } are met.
 }
report-glance-assessed = Professional assessment of the coordination offices: { $said }
report-glance-begins = Professional assessment of the coordination offices: { $said } (More under “Professional assessment”.)
report-glance-assess-here = The first sentences of the professional assessment stand here.
report-glance-decided = Agreed and made in this year:
report-decided-procedure = { $what }: { $n }
report-table-GH = { $n ->
    [1] { $all ->
        [1] Calculated hint
       *[other] The weightiest of { $all } calculated hints
    }
   *[other] The { $n } weightiest of { $all } calculated hints
 }
report-more-hints = { $n ->
    [one] One more hint is in the report.
   *[other] { $n } more hints are in the report.
 }
report-table-GZ = Goals of the year

report-sum-differs = The rows add up to { $rows }, the total says { $total }. Each number is rounded by itself.

report-spoken-hidden = not published
report-spoken-too-few = base too small
report-spoken-missing = not stated

report-table-X6 = How the figures are worked out
report-col-formula = Formula
report-formula-A1 = Number of events that took place and are closed.
report-formula-A3 = Sum of attendances of all events, with those on block seats. A series counts once, with its date of most people.
report-formula-A4 = Sum of the teaching units of all events.
report-formula-A5 = For each date attendances times units, and the sum of these.
report-formula-A6 = Events for exchange, and meetings that only the ledger names, added up.
report-formula-B2 = Conferences at which the youth office was present, divided by all conferences.
report-formula-K1 = Sum of the contacts that specialists noted of their own accord.
report-formula-C7 = Attendances divided by seats. Trainings with limited seats count.
report-formula-C8 = Registrations divided by seats. Trainings with limited seats count. Registrations are: confirmed at the start, block seats, and withdrawn late.
report-formula-C9 = Places on the waiting list divided by directly confirmed registrations and waiting list together.
report-formula-C10 = Moved up from the waiting list, divided by all on the waiting list.
report-formula-C11 = All withdrawals divided by all who ever had a seat. Who was confirmed directly or moved up had one. Block seats do not count here.
report-formula-C12 = Withdrawals after the withdrawal deadline divided by all who ever had a seat. Block seats do not count here.
report-formula-C13 = Registrations without attendance divided by all registrations. Without attendance are late withdrawals and people who did not come. Block seats count here.
report-formula-C14 = Seats of its quota used at the start, with block seats, divided by the quota. Trainings with a quota count. Released seats are, event by event: the quota less the seats used. Beyond it counts who sat on other seats.
report-formula-C15 = The mean number of sectors with an attendance or more in each training.
report-formula-C16 = Trainings with at least three sectors divided by all with attendances.
report-formula-D2 = Days from the first announcement to the start, and the median of these.
report-formula-D3 = Sum of the reminders sent, by occasion.
report-formula-D4 = Announcements delivered divided by all they were meant for.
report-formula-E1 = Feedback forms given divided by attendances, without numbers taken over from earlier years.
report-formula-E2 = Sum of the scores from 1 to 5 divided by answers, for each statement.
report-formula-E4 = Sum of the advice that coordinators note for each quarter.
report-formula-G1 = Number of needs reported, by topic.

report-table-X7 = Terms and abbreviations
report-col-term = Term
report-col-meaning = Meaning
report-term-withdrawal = Withdrawal
report-meaning-withdrawal = A specialist gives a seat back before the start.
report-term-exchange-contact = Exchange contact
report-meaning-exchange-contact = Two institutions had a professional exchange, counted without occasion and people.
report-term-exchange-date = Exchange date
report-meaning-exchange-date = A meeting for exchange, such as a network meeting or a conference.
report-term-isef = Specially experienced professional (iseF)
report-meaning-isef = A professional who advises on assessing risks (§§ 8a and 8b SGB VIII).
report-term-advice = Professional advice
report-meaning-advice = Advice to specialists by a specially experienced professional under § 8b SGB VIII.
report-term-case-workshop = Case workshop
report-meaning-case-workshop = A training on made-up or anonymised cases.
report-term-provider = Independent providers
report-meaning-provider = Providers of youth welfare that are not public, such as charities.
report-term-secrecy = Secrecy
report-meaning-secrecy = Small numbers are not named, so that nobody can be recognised.
report-term-sector = Sector
report-meaning-sector = The field a specialist works in, such as school or police.
report-term-hybrid = Hybrid
report-meaning-hybrid = An event on site that one can also join online.
report-term-quota = Quota
report-meaning-quota = Seats kept for a youth office until the release day.
report-term-coordination = Coordination office
report-meaning-coordination = Unit of a youth office for the network under § 9 (2) LKSchG NRW.
report-term-law = LKSchG NRW
report-meaning-law = State Child Protection Act of North Rhine-Westphalia.
report-term-median = Median
report-meaning-median = The value in the middle: half of the values are below, half above.
report-term-moving-up = Moving up
report-meaning-moving-up = A freed seat goes to the waiting list.
report-term-block-seats = Block seats
report-meaning-block-seats = Seats that an institution books without names.
report-term-sgb = SGB VIII
report-meaning-sgb = Book Eight of the Social Code: child and youth welfare.
report-term-attendance = Attendance
report-meaning-attendance = A person was at an event; who comes twice counts twice.
report-term-attendance-unit = Unit attended
report-meaning-attendance-unit = One attendance of one teaching unit.
report-term-unit = Teaching unit
report-meaning-unit = 45 minutes of an event.
report-term-lead-time = Lead time
report-meaning-lead-time = Days from the first announcement to the start.

report-col-part = Numerator
report-col-whole = Denominator

# Names of the sheets, behind the code of the table.
report-tab-A = Main figures
report-tab-S1 = Youth offices
report-tab-S2 = Bodies and offices
report-tab-B1 = Exchange formats
report-tab-B2 = Presence
report-tab-B3 = Agreements and products
report-tab-K2 = Contacts by pair
report-tab-K3 = Without exchange
report-tab-K4 = Contacts by topic
report-tab-K5 = Contacts by form
report-tab-K6 = Contacts by length
report-tab-K7 = Contacts by month
report-tab-C1 = Months
report-tab-C2 = Formats
report-tab-C3 = Topics
report-tab-C4 = Youth office
report-tab-C5 = Sector
report-tab-C6 = Attendances by topic
report-tab-C14 = Quotas
report-tab-D3 = Reminders
report-tab-E2 = Feedback
report-tab-E4 = Advice
report-tab-F1 = Goals by status
report-tab-F1L = Goals one by one
report-tab-O = Hints
report-tab-G1 = Needs
report-tab-G2 = Planned dates
report-tab-X1 = Events
report-tab-X3 = Not closed
report-tab-X6 = Formulas
report-tab-X7 = Terms

# What the files are called: no blanks.
report-file = report
report-file-short = short
report-file-internal = internal
report-file-interim = interim
# $sign: the sign that stands for others.
report-unshown = { $sign } stands for a sign that cannot be printed here. Word and HTML show it.
