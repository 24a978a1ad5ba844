# Small numbers that are known too well already, and versions that would tell too much.

lost-whole = “{ $name }”
lost-row = “{ $name }”, { $row }
lost-told = <b>These small numbers can be narrowed down already further than is allowed:</b>
    { $places }

    This version tells no more of them than before. Please do not pass earlier versions on.
lost-since = • { $place }: since the version of { $day }
lost-known = • { $place }: by the public programme
lost-refused = <b>{ $report }</b> is not handed out. Beside the earlier version small numbers could be worked out. Please keep to the earlier version.
lost-refused-since = <b>{ $report }</b> is not handed out. Beside the version of { $day } small numbers could be worked out. Please keep to that version.
lost-number = It is about { $place }.
lost-take-back = Was a sum corrected since { $day }? Without that correction the report can be made again.
