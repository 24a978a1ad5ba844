# Who holds a training: one youth office, or several together.

# $first: all but the last. $last: the last one.
hosts-and = { $first } and { $last }
# $hosts: districts of the youth offices.
hosts-offices = Held together by the youth offices { $hosts }
# $hosts: names of the offices.
hosts-together = Held together by: { $hosts }
hosts-read = The coordination offices of all hosts see your name, if you have entered one.
hosts-read-since = Their coordination offices see names that were entered. One that joined later sees names from then on only.
hosts-held-by = Held by
hosts-you-too = <b>Your office holds this together with others.</b>

    { $title }
    { $when }
    First host: { $first }

    You can look at the training, change and close it.
hosts-look = Look at the training
