# What is printed of a training.

command-pruefen = Check a certificate
manage-papers = Print
paper-choose = <b>{ $title }</b>
    { $when }

    What would you like to print? Each sheet comes as a file.
paper-choose-later = Certificates come after the end.
paper-list = List for the door
paper-table = List as a spreadsheet
paper-check-in = Code for the door
paper-flyer = Flyer
paper-certificates = Certificates for all
paper-certificate = A single certificate
paper-speakers = Sheet for speakers
paper-too-early = That comes after the training has ended.
paper-comes = The file comes in a moment.
paper-failed = The file could not be made. Please try again.
paper-nobody = No seat is taken yet.
paper-list-sent = List for the door: <b>{ $title }</b>. For official use only. Please destroy the list after the training.
paper-check-in-sent = Code for the door: <b>{ $title }</b>. For a screen or to put up. It can be photographed.
paper-flyer-sent = Flyer: <b>{ $title }</b>
paper-certificates-sent = { $n ->
    [one] One certificate: <b>{ $title }</b>.
   *[other] { $n } certificates: <b>{ $title }</b>.
 } Please give them only to those who were there.
paper-certificate-sent = Certificate: <b>{ $title }</b>. The name is stored nowhere.
paper-speakers-sent = Sheet for speakers: <b>{ $title }</b>
paper-speakers-few = Fewer than ten people answered. So there is no sheet.

paper-file-list = attendance-list
paper-file-table = attendance-list
paper-file-check-in = code
paper-file-flyer = flyer
paper-file-certificates = certificates
paper-file-certificate = certificate
paper-file-speakers = feedback

paper-mark = For official use only · as of { $day }
paper-mark-internal = Internal
paper-list-title = Attendance list
paper-when = When
paper-where = Where
paper-host = Hosted by
paper-units = Extent
paper-units-of = { $units ->
    [one] one teaching unit of 45 minutes
   *[other] { $units } teaching units of 45 minutes
 }
paper-units-part = { $units } of { $whole } teaching units of 45 minutes (shortened attendance)
paper-attended = Attended
paper-held = (held)
paper-speakers-who = Speakers
paper-cost = Cost
paper-contact = Contact
paper-deadline = Registration until
paper-contents = Contents
paper-for = For
paper-access = Accessibility
paper-col-code = Seat
paper-col-name = Name
paper-col-office = Institution
paper-col-sign = Signature
paper-block = Block seat { $number }
paper-list-note = Names stand only where they were given of free will. Who gave none finds the own line by the seat's number.
paper-flyer-join = Registration
paper-flyer-how = Members of the network register with one tap. The code opens the card in the chat. Without Telegram your coordination office helps.
paper-flyer-code = A code to scan. It opens the address { $link }
paper-check-in-title = Check in
paper-check-in-how = You have a seat and are here? Please scan the code.
paper-check-in-holds = The code is valid from one hour before the start to the end of this date. Without Telegram the coordination marks you.
paper-check-in-copied = The code can be photographed. It shows who opened it, and not for certain who is in the room.
paper-certificate-title = Certificate of attendance
paper-certificate-name = First name and name
paper-certificate-took = took part in:
paper-certificate-place = Place, date
paper-certificate-signed = Signature and stamp
paper-certificate-code = Check code: { $code }
paper-certificate-check = The command /pruefen in the network's chat checks the code, and so does the coordination office.
paper-speakers-title = Feedback of those who took part
paper-speakers-item = Statement
paper-speakers-mean = Mean
paper-speakers-scale = From 1 (does not apply) to 5 (fully applies). A mean stands from ten answers on.
paper-speakers-none = too few answers

paper-name = Which name shall stand on the certificate? It stands in this file only and is not stored.
paper-extent = How many teaching units did the person attend? Fewer than all stand so on the certificate.
paper-extent-most = { $most ->
    [one] There was no more than one teaching unit.
   *[other] There were no more than { $most } teaching units.
 }
paper-name-none = No name, with a line

paper-check-how = Write the code behind the command, for example: /pruefen ABCD-EFGH-…
paper-check-none = This code belongs to no certificate of this network. Please compare each sign.
paper-days = { $several ->
    [one] { $first }
   *[other] { $first } to { $last }
 }
paper-check-ok = <b>The certificate is genuine.</b>

    { $title }
    { $days }
    { $units }

    Whether the name fits is told by the coordination office.

paper-programme-sent = Programme with { $n ->
    [one] one training
   *[other] { $n } trainings
 }, to print and for the calendar.
paper-file-programme = programme
paper-programme-title = Trainings: { $network }
paper-programme-day = As of { $day }
paper-col-when = When
paper-col-title = Title
paper-col-where = Where
paper-col-host = Hosted by
paper-nothing = No training fits any more.
