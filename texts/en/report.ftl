# The report: headings, figures, tables, hints, texts.

report-subtitle = Period from 1 January to 31 December { $year }
report-subtitle-quarter = Quarter { $quarter } of { $year }, for official use only
report-author = Drawn up by: { $author }
report-as-of = Data as of: { $day }
report-internal = For official use only: the own figures of { $office } are open.
report-sample = Sample with made-up data
report-mark = Notice

report-chapter-glance = The year on one page
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
report-fig-D1 = Announcements
report-fig-D2 = Lead time, median in days
report-fig-D4 = Delivery rate of announcements
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
report-col-conferences = Conferences
report-col-share = Share
report-col-used = taken
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

report-chart = Chart: { $title }
report-alt-none = Chart of: { $title }. All values are zero or not published.
report-alt = Chart of: { $title }. Largest value: { $label } with { $value }. All values are in the table.
report-alt-heat = Heat map of: { $title }. Dark fields mean many contacts. All values are in the table.
report-matrix-key = The numbers in the header row stand for the institutions of the rows.

report-mandate = The basis is § 9 of the State Child Protection Act of North Rhine-Westphalia (LKSchG NRW). The youth offices form child protection networks and work together across municipalities. The basis of cooperation here: { $legal_form }, since { $established }. Lead: { $lead }. Land youth office in charge: { $landesjugendamt }.
report-attendances = Attendances are counted, not people. Who comes twice counts twice. Single people are not recorded.
report-counted = Attendances and registrations are counted, not people.
report-main-figures = Trainings, exchange dates and information sessions are among the events. Exchange dates include meetings that stand in the log only. Those meetings are not in the directory, nor in the number of events.
report-trainings-only = This section counts trainings only. The attendances of the first chapter count all events.
report-districts = A district takes in all specialists who work there, not only those of the youth office.
report-county-wide = The row “county-wide” stands for specialists who work in the whole county, without a single district.
report-contacts = Specialists say voluntarily with whom they exchanged. Only monthly sums are kept, no occasions and no people. Exchange that is not recorded may have taken place.
report-matrix-self = A youth office cannot record exchange with itself. A sector takes in many institutions; there it is possible.
report-silent = Each pair stands twice: at both institutions.
report-no-contacts = No exchange is recorded for this year.
report-quotas = Seats taken are all registrations of a youth office at the start, with block seats. Seats beyond the quota are among them. They were open to all or were released to all. So a share may be over 100 %. Released are the seats of the quota that single events had left.
report-no-quotas = No quotas by youth office were agreed for this year.
report-no-goals = No goals are recorded for this year.
report-quality = § 79a SGB VIII asks for principles of quality and their regular review. § 8 LKSchG NRW governs the quality development procedures of the youth offices. The network contributes feedback and quality dialogues.
report-hints-intro = A calculation found the following hints. They judge nobody. Thresholds and inputs stand beside them.
report-hints-none = The calculation found no hint, or there are not enough data.
report-assess-here = The professional assessment by the coordination offices follows here.
report-method = The period is the calendar year; the first day of an event decides. All figures come from the exchange ledger, which holds no personal data. A teaching unit has 45 minutes. Units attended are attendances times units. Occupancy is attendances divided by seats. Block seats count as registrations. Rates appear from a base of 10, means from 5 answers. Events that were not closed are left out and not estimated. At most five earlier years are compared.
report-method-suppress = Counts of people under { $smallest } are not published. Some larger numbers are left out too, so that these cannot be worked out. A calculation checks all tables together, also against earlier versions.
report-method-round5 = All counts of people are rounded to multiples of 5. Sums may therefore differ.
report-method-signs = Signs: – nothing there; · the number is kept secret; / base too small; … not recorded; x entry not possible.
report-year-left-out = The year { $year } is missing from the comparison. Its figures in the exchange ledger contradict each other.
report-terms = Coordination office: unit of a youth office under § 9 (2) LKSchG NRW. Sector: field the specialists work in. Quota: seats reserved for a youth office. Moving up: a freed seat goes to the waiting list. Unit: teaching unit. Lead time: days from the first announcement to the start.

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
    [one] less than { $value } of the quota taken, in at least one event
   *[other] less than { $value } of the quota taken, in at least { $times } events
 }
report-limit-O6 = more than { $value } of the registrations lost
report-limit-O7 = { $days ->
    [one] median lead time of less than one day
   *[other] median lead time of less than { $days } days
 }
report-limit-O8 = fewer than { $value } network meetings in the year
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
