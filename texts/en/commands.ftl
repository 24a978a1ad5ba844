# What the command line says of numbers. Its other words are English and stand with the commands.

# $n: number of entries.
command-sealed-anew = { $n ->
    [one] 1 entry sealed with the newest key. Older keys can go now.
   *[other] { $n } entries sealed with the newest key. Older keys can go now.
 }
# $name: name of the network. $offices, $sectors: how many it has.
command-network-fine = { $offices ->
    [one] { $name }: 1 office, { $sectors ->
        [one] 1 sector. Fine.
       *[other] { $sectors } sectors. Fine.
     }
   *[other] { $name }: { $offices } offices, { $sectors ->
        [one] 1 sector. Fine.
       *[other] { $sectors } sectors. Fine.
     }
 }
# $number: number of the training. $n: number of people.
command-closed = { $n ->
    [one] Training { $number } is closed with 1 person.
   *[other] Training { $number } is closed with { $n } people.
 }
# $year: the year. $n: number of rows. $day: day of sealing. $digest: what proves the rows.
command-year-sealed = { $n ->
    [one] { $year }: 1 row, sealed on { $day }, { $digest }
   *[other] { $year }: { $n } rows, sealed on { $day }, { $digest }
 }
command-year-sealed-now = { $n ->
    [one] { $year } is sealed: 1 row, { $digest }
   *[other] { $year } is sealed: { $n } rows, { $digest }
 }
# $file: name of the file. $n: number of rows.
command-no-row-taken = { $n ->
    [one] nothing was taken: 1 row is wrong in { $file }
   *[other] nothing was taken: { $n } rows are wrong in { $file }
 }
# $n: how many.
command-doctor-keys = { $n ->
    [one] 1 is set
   *[other] { $n } are set
 }
command-doctor-unknown = { $n ->
    [one] 1 is unknown
   *[other] { $n } are unknown
 }
command-doctor-given-up = { $n ->
    [one] 1 update was given up
   *[other] { $n } updates were given up
 }
command-doctor-odd = { $n ->
    [one] { $table }: 1 row would not be taken now ({ $rule })
   *[other] { $table }: { $n } rows would not be taken now ({ $rule })
 }
command-doctor-clock = { $n ->
    [one] is off by 1 second
   *[other] is off by { $n } seconds
 }
# $n: number of warnings.
command-doctor-warnings = { $n ->
    [one] 1 warning
   *[other] { $n } warnings
 }
# $path: the file. $n: its bytes. $content: how many bytes it holds unpacked.
command-backup-written = { $n ->
    [one] { $path } written and read again: 1 byte, { $content } unpacked.
   *[other] { $path } written and read again: { $n } bytes, { $content } unpacked.
 }
# $n: number of seconds.
command-late = { $n ->
    [one] something is due for 1 second
   *[other] something is due for { $n } seconds
 }
# $n: number of rows.
command-copied = { $n ->
    [one] 1 row copied, each value of it compared.
   *[other] { $n } rows copied, each value of them compared.
 }
