# Fixed terms. The key on the left never changes; people read what stands on the right.

## Topics

called-off-too-few = Too few registrations
called-off-speakers = Speakers not available
called-off-place = Room not available
called-off-date = Date not possible
called-off-organisation = Organisational reasons
called-off-other = Other
topic-group-foundations = Foundations and procedures
topic-group-harm = Kinds of harm
topic-group-families = Families and ages
topic-group-fields = Fields of work and justice
topic-group-practice = Cooperation and practice
topic-basics = Basics of child protection
topic-legal-basics = Legal basics
topic-risk-assessment = Risk assessment (section 8a SGB VIII)
topic-procedures = Procedures and reporting paths
topic-isef-role = Role of the specially experienced professional
topic-data-protection = Data protection and confidentiality
topic-conversation-skills = Talking with children and parents
topic-neglect = Neglect
topic-physical-abuse = Physical abuse
topic-psychological-abuse = Psychological violence
topic-sexualised-violence = Sexualised violence
topic-domestic-violence = Domestic violence and violence between partners
topic-early-childhood-risks = Babies and toddlers, shaken baby syndrome
topic-digital-media = Digital media and cybergrooming
topic-peer-violence = Violence and assaults among children and young people
topic-parental-mental-illness = Children of parents with a mental illness
topic-parental-addiction = Families affected by addiction
topic-high-conflict-separation = High-conflict separation
topic-inclusive-protection = Inclusive child protection
topic-diversity-and-flight = Culturally sensitive child protection and flight
topic-protection-concepts = Protection concepts (sections 10, 11 LKSchG NRW)
topic-rights-and-participation = Children's rights and participation
topic-daycare = Child protection in day care
topic-school = Child protection in school and all-day care
topic-medical-protection = Medical child protection
topic-family-court = Family court proceedings
topic-criminal-justice = Prosecution and victim support
topic-trauma = Trauma and its consequences
topic-cooperation = Interdisciplinary cooperation
topic-quality-development = Quality development
topic-staff-wellbeing = Self-care of specialists
topic-other = Other

## Event formats

format-specialist-day = Specialist day
format-seminar = Seminar
format-workshop = Workshop
format-lecture = Lecture
format-training-series = Training series
format-certificate-course = Certificate course
format-case-workshop = Case workshop (fictitious or anonymised cases)
format-network-meeting = Network meeting
format-coordination-conference = Conference of the coordination offices
format-steering-group = Steering group
format-working-group = Working group
format-quality-dialogue = Quality dialogue
format-round-table = Round table
format-info-session = Information event
format-other = Other

format-group-training = Training
format-group-exchange = Exchange
format-group-information = Information

## Delivery modes

mode-in-person = In person
mode-online = Online
mode-hybrid = Hybrid
mode-self-paced = Self-paced

## Sectors

sector-youth-office = Youth office
sector-independent-provider = Independent providers of youth welfare
sector-daycare = Day care
sector-school = School and all-day care
sector-health = Health care
sector-police = Police
sector-justice = Justice
sector-counselling = Counselling and early support
sector-public-order = Public order and rescue services
sector-social-administration = Social administration and job centre
sector-civil-society = Clubs, churches and volunteers
sector-other = Other

## In charge of the whole county instead of one district

office-county-wide = county-wide

## Roles

role-specialist = Specialist
role-coordinator = Coordination office
role-lead = Lead
role-auditor = Report reader

## Event status

event-status-draft = Draft
event-status-published = Published
event-status-closed = Registration closed
event-status-held = Held
event-status-cancelled = Cancelled
event-status-postponed = Postponed

## Registration status

registration-status-confirmed = Confirmed
registration-status-waitlisted = Waiting list
registration-status-offered = Seat offered
registration-status-withdrawn = Withdrawn
registration-status-late-withdrawn = Withdrawn at short notice
registration-status-attended = Attended
registration-status-absent = Absent

## Reason of a withdrawal


## Reminders

reminder-stage-deadline-near = registration closes soon
reminder-stage-two-weeks = two weeks before
reminder-stage-one-week = one week before
reminder-stage-three-days = three days before
reminder-stage-one-day = the day before
reminder-stage-same-day = on the day
reminder-stage-feedback = feedback requested

## Goals of the year

goal-status-met = Met
goal-status-partly = Partly met
goal-status-open = Open
goal-status-dropped = Dropped

## Delivery state

delivery-state-scheduled = Scheduled
delivery-state-claimed = In progress
delivery-state-sending = Being sent
delivery-state-sent = Delivered
delivery-state-unknown = Uncertain
delivery-state-undeliverable = Not reachable
delivery-state-failed = Failed
delivery-state-expired = Expired
delivery-state-cancelled = Withdrawn
