# Reporting a training need.

needs-ask = <b>Report a training need</b>

    On which topic do you need a training? Only the sum of a week is counted.
# $topic: topic.
needs-counted = <b>Thank you, your need is counted.</b>

    Topic: { $topic }
needs-more = Report another topic
needs-again = This topic is counted for this week already.
