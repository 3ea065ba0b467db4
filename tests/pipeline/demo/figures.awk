# SPDX-License-Identifier: GPL-3.0-or-later
# Says which figures on a chart (texts of the English SVG, one a line, in the last file) stand in no
# row of the published tables (the files before it, as plain CSV without quotes) and are no gridline.
#
# A figure stands there if a cell, or a hundred times it, or its negative (an effect is turned so
# that right is better) has the same digits at the decimals that the chart shows.

function add(cell, decimals, text) {
	for (decimals = 0; decimals <= 3; decimals++) {
		known[sprintf("%.*f", decimals, cell)] = known[sprintf("%.*f", decimals, -cell)] = 1
		known[sprintf("%.*f", decimals, 100 * cell)] = known[sprintf("%.*f", decimals, -100 * cell)] = 1
	}
}

# check TEXT: every number in it
function check(text, number) {
	gsub(/−/, "-", text)
	while (match(text, /[-+]?[0-9][0-9,]*(\.[0-9]+)?/)) {
		number = substr(text, RSTART, RLENGTH)
		text = substr(text, RSTART + RLENGTH)
		gsub(/[+,]/, "", number)
		checked++
		if (!(number in known)) {
			print "# in no published table: " number
			unknown++
		}
	}
}

FILENAME != last { # a number, a line
	if ($0 ~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/) add($0 + 0)
	next
}

/^[-+−]?[0-9][0-9,]*(\.[0-9]+)?$/ || /^\([−0-9.,]+ to [−0-9.,]+\)$/ || /^n = [0-9]/ { check($0) }

END {
	print "# figures looked up: " checked + 0
	exit unknown > 0 || checked < least
}
