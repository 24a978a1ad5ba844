# In einer langen Liste blättern.

# $page: diese Seite. $pages: Zahl der Seiten.
page-of = Seite { $page } von { $pages }
page-before = Zurück
page-after = Weiter
# $n: wie viele nicht gezeigt sind.
list-more = { $n ->
    [one] und noch eine
   *[other] und noch { $n }
 }
