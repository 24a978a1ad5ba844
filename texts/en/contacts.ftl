# Contacts: who is in charge where.

menu-contacts = Contacts
command-kontakte = Who is in charge where
contacts-head = <b>Youth offices in charge</b>
contacts-office = <b>{ $office }</b>
    { $municipalities }
contacts-phone = Phone: { $phone }
contacts-mail = E-mail: { $mail }
contacts-danger = In acute danger call 110, if somebody is hurt 112.
contacts-ask = <b>For which municipality do you need a contact?</b>
# $town: municipality. $office: youth office in charge.
contacts-town = <b>{ $town }</b>

    In charge is: <b>{ $office }</b>
contacts-unknown = Phone and e-mail are not given here.
contacts-coordination = <b>Coordination office</b>: { $office }
