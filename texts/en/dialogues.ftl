# Something was begun over something else: the first one stays and is offered afterwards.

# $name: what waits.
dialogue-offer = <b>You have begun something: { $name }</b>
    Would you like to go on with it?
# $n: how many more wait.
dialogue-more = { $n ->
    [one] One more waits after it.
   *[other] { $n } more wait after it.
 }
# $name: what was begun. $about: the event’s title.
dialogue-about = { $name }, “{ $about }”
dialogue-resume = Go on
dialogue-discard = Discard
dialogue-discarded = Discarded. Nothing of it was saved.
# $name: what waits no longer.
dialogue-too-many = Too many unfinished things are waiting. The oldest was discarded: { $name }.

dialogue-plan = plan a training
dialogue-change = change a training
dialogue-cancel = call a training off
dialogue-announce = announce a training
dialogue-write = write a message
dialogue-paper = print a certificate
dialogue-close = close a training
dialogue-recount = correct numbers
dialogue-protocol = log entry
dialogue-measures = Note a measure
dialogue-exchange = note an exchange
dialogue-invite = invite somebody
dialogue-removal = Take somebody out
dialogue-seeking = Search a person
dialogue-seating = seats of a training
dialogue-assessment = write the assessment
dialogue-assessment-part = Assess a part
dialogue-report = choose the year of the report
dialogue-name = give your name
