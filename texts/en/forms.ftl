# What all dialogues say.

# $name: answer that is chosen.
form-chosen = ✓ { $name }
form-done = Go on
# Of a long list the group comes first.
form-groups = Other groups
form-which = This fits several entries. Which one do you mean?
form-page-before = Previous page
form-page-after = Next page
form-none = none
form-nothing = There is no entry for this yet.
form-year = For which year?
# $n: number typed.
form-number = Number: <b>{ $n }</b>
form-delete-digit = Delete digit
form-take-number = Go on with { $n }
form-day-and-time = Please write day and time.
    For example: <code>{ $example }</code>
# $by: by how much a number changes.
form-step = { $by ->
    [-1] One fewer
    [1] One more
   *[5] Five more
 }

# What several dialogues ask in the same words.
form-office = Which youth office district does the institution belong to?
form-offices = Which districts are meant? Without a choice: all.
form-sectors = Which sectors are meant? Without a choice: all.
form-reason = Why is it corrected?

# A form as a page, with all questions at once.
form-page-usual = Empty means: as usual.
form-page-optional = May stay empty.
form-page-missing = Please fill in this field.
form-page-unclear = This answer cannot be read.
# $n: number of answers.
form-page-wrong = { $n ->
    [one] One answer is missing or wrong.
   *[other] { $n } answers are missing or wrong.
 }
