# SPDX-License-Identifier: GPL-3.0-or-later
# Holds each sentence and row of a report against the rows that it names: awk -v language=en -f numbers.awk ROWS REPORT.html
# ROWS: table,line,type,numbers ... of published tables. Prints what does not hold, and how many rows were held.

function shown(number, type, text) {
	number = number < 0 ? -number : number
	text = sprintf("%.1f", type == "binary" ? number * 100 : number)
	if (language == "id")
		sub(/\./, ",", text)
	return text
}

# Amounts in thousands and numbers with more decimals are printed in other ways.
function hold(text, key, numbers, count, i, some) {
	count = split(rows[key], numbers, ",")
	if (numbers[1] != "binary" && numbers[1] != "index")
		return
	for (i = 2; i <= count; i++) {
		if (numbers[i] == "")
			continue
		some = 1
		if (index(text, shown(numbers[i], numbers[1]))) {
			held++
			return
		}
	}
	if (some)
		print "no number of " key " in: " text
}

function walk(text, tables, key, rest) {
	rest = text
	while (match(rest, />[a-z_]+:[0-9]+<\/a>/)) {
		key = substr(rest, RSTART + 1, RLENGTH - 5)
		rest = substr(rest, RSTART + RLENGTH)
		if (key in rows && index(tables, " " substr(key, 1, index(key, ":") - 1) " "))
			hold(text, key)
	}
}

FNR == NR {
	key = $0
	sub(/,/, ":", key)
	rest = key
	sub(/^[^,]*,/, "", rest)
	sub(/,.*/, "", key)
	rows[key] = rest
	next
}
/<li/ { walk($0, " comparisons harm indicator_performance ") }
/<tr/ { row = "" }
{ row = row $0 }
/<\/tr>/ { walk(row, " harm indicator_performance ") }
END { print held + 0 " rows held" }
