# How facts and lists are put into sentences.

list-and = { $first } and { $last }
list-either = either { $first } or { $last }
list-or = { $first } or { $last }
list-comma = { $first }, { $last }
list-semicolon = { $first }; { $last }
range-below = fewer than { $high }
range-between = { $low } to { $high }
range-from = { $low } or more
yes = yes
no = no
one-of = the answer on “{ $label }” is { $values }
unknown = not known: { $ask }
