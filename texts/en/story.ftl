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
