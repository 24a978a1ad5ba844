# Turning the pages of a long list.

# $page: this page. $pages: number of pages.
page-of = Page { $page } of { $pages }
page-before = Back
page-after = Next
# $n: how many are not shown.
list-more = { $n ->
    [one] and one more
   *[other] and { $n } more
 }
