# The guided tour of the demo: a heading and one to three sentences a step.

story-invite-title = Invite
story-invite-text = The coordination office in Kaarst gets a link. Whoever opens it first reads what the bot is for.

story-join-title = Join
story-join-text = Nothing is stored before consent. The name is voluntary.

story-others-title = The network comes in
story-others-text = Specialists from Neuss and Dormagen and the police join by links of their own.

story-create-title = Create a training
story-create-text = An event takes shape step by step. Date and time are always repeated in full.

story-announce-title = Announce
story-announce-text = Everybody in the network gets the card. The coordination office sees how many were reached.

story-register-title = Register
story-register-text = One tap is enough. The confirmation brings a calendar entry.

story-wait-title = Waiting list
story-wait-text = The seat is taken. Whoever taps now stands on the waiting list and sees the own place in it.

story-moveup-title = Move up
story-moveup-text = A seat becomes free. The first in line moves up at once and is told.

story-find-title = Find
story-find-text = Of many dates, two taps make the month that suits. Each filter is taken off with one tap.

story-passon-title = Pass on
story-passon-text = A button copies the link. Members see the card by it, all others only what the network is.

story-regret-title = Not this time
story-regret-text = A no is an answer, too. The coordination office sees numbers only; at the deadline it is erased.

story-word-title = A word to the registered
story-word-text = A sentence to everybody who has a seat. For one minute it can be taken back.

story-notice-title = A notice to the network
story-notice-text = A new guideline needs no training. The notice goes to everybody and counts for the report.

story-draft-title = Finish a draft
story-draft-text = A second person of the office has planned and kept the draft. Here it is completed and published.

story-remind-title = Remind
story-remind-text = A reminder comes one week and one day before. Only people with a seat get it.

story-daily-title = The day in one message
story-daily-text = At half past seven one message says what is due. Its button fetches the list of participants.

story-safety-title = No case details
story-safety-text = Anything else is not stored. The bot names the emergency number and the office in charge.

story-close-title = Close
story-close-text = After the end it is counted how many came. Nothing personal goes into the exchange ledger.

story-agree-title = Agreements
story-agree-text = What the coordination office enters is read by all members: what is agreed, by whom and since when.

story-report-title = Report
story-report-text = The figures become the report. Small numbers are hidden.

story-rights-title = Access and erasure
story-rights-text = Everybody can see what is stored about them, and erase it.

# What a made-up training says of itself. $topic: its topic.
story-about = Input and exchange on { $topic }. With time for questions from the own work.

# A day of 380 seats and a series, from draft to certificate.
story-day-join-title = Two towns, one network
story-day-join-text = Coordinators of Kaarst and Neuss come in, and five specialists. More than three hundred other members are simulated.

story-day-draft-title = A draft with 380 seats
story-day-draft-text = Kaarst plans a specialist day together with Neuss. So far only its own office sees it.

story-day-publish-title = Publish and announce
story-day-publish-text = The day is on offer, and Neuss manages it too. After a minute the announcement goes to everybody.

story-day-register-title = 380 registrations
story-day-register-text = Both offices book block seats, all others tap once. Who comes last is on the waiting list.

story-day-substitute-title = Send a substitute
story-day-substitute-text = A specialist passes on the seat within the own office: two taps here, two there. Nobody is passed over.

story-day-offer-title = A seat is offered
story-day-offer-text = Somebody withdraws after the deadline. The first on the waiting list is asked and accepts.

story-day-list-title = The list for the door
story-day-list-text = Neuss gets the list with two taps: 380 rows to print and as a table.

story-day-door-title = At the door
story-day-door-text = The code hangs at the entrance. Who has a seat and opens it is checked in. Neuss corrects one number by hand.

story-day-close-title = Close with two taps
story-day-close-text = Proposed is who checked in. The numbers count for the report.

story-day-feedback-title = Feedback
story-day-feedback-text = Only who was there is asked. Only sums are counted.

story-day-certificate-title = Certificate
story-day-certificate-text = The name is only on paper. Anybody can check the code, and one wrong letter is noticed.

story-day-series-plan-title = A series of three dates
story-day-series-plan-text = Neuss plans together with Kaarst: three dates, three seats, one registration for all.

story-day-series-register-title = Register for all dates
story-day-series-register-text = Three specialists have a seat, one waits. One calendar file enters all dates.

story-day-series-move-title = One date moves
story-day-series-move-text = Everybody learns which date has changed. The others stay as they are.

story-day-series-change-title = A substitute, and moving up
story-day-series-change-text = One seat goes to a colleague, one becomes free and is offered. The list is right by itself.

story-day-series-door-title = Three days, three codes
story-day-series-door-text = Each date has a code of its own. The list has a column a date.

story-day-series-close-title = Close the series
story-day-series-close-text = The bot asks for the strongest date and for each one. Everybody is proposed.

story-day-series-certificate-title = Certificate of the series
story-day-series-certificate-text = It states all teaching units. Its code, too, tells whether it is genuine.
