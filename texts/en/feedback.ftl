# Feedback after an event.

# $title: title. $when: date.
feedback-head = <b>Your feedback, please</b>

    { $title }
    { $when }

    There are five statements and one topic. Only sums are counted, nobody learns your answer.
# $number: number of the statement. $of: how many there are.
feedback-question = { $title }: statement { $number } of { $of }

    <b>{ $statement }</b>
score-1 = 1: does not apply
score-2 = 2: hardly applies
score-3 = 3: partly
score-4 = 4: mostly applies
score-5 = 5: applies fully
feedback-no = Give no feedback
feedback-topic = Which topic do you need next?
feedback-no-topic = No topic
feedback-thanks = Thank you for your feedback.
feedback-declined = All right. Nothing is counted.
feedback-over = This feedback is over.
feedback-again = This answer is counted already.
