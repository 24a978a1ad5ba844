# The conference as the author: what the coordination offices say of the report.

# $year: year of the report.
endorse-head = <b>Agreeing on the report { $year }</b>
endorse-ask = Please read the report. The answer is that of your coordination office. It stands on page two, without names.
endorse-read = Read the report
endorse-agree = Agree
endorse-remark = Remark
endorse-which = Which remark do you have on the report { $year }?
endorse-done = Your answer is noted.
endorse-no-office = Only coordination offices of youth offices can answer.
endorse-not-over = This year is not over yet.
endorse-not-seen = There is no report of this year yet. Please make it first.
endorse-sealed = This year is sealed. The answers stay as they are.
figures-endorse = Agreement of the coordination offices

endorsed-agrees = Agreement
endorsed-figure = A figure is not right
endorsed-missing = Something is missing
endorsed-assessment = The assessment does not fit
endorsed-measures = Measures are still open
endorsed-wording = A wording does not fit
endorsed-talk = We would like to talk about it

# $offices: coordination offices.
report-agreed = The coordination offices have agreed to the report: { $offices }.
# They agreed to a version that has changed since. $offices: coordination offices with a day.
report-outdated = Agreed before the report last changed: { $offices }.
report-outdated-office = { $office } (on { $day })
report-remarked = With a remark: { $offices }.
report-remark = { $office } ({ $remark })
report-unanswered = Without an answer: { $offices }.
report-sealed-without = The year was sealed after the term without the agreement of all.
