# SPDX-License-Identifier: GPL-3.0-or-later
# Holds each row of a result table that quantities.csv selects against what was put in. Reads truth.csv,
# quantities.csv, the study's rounds.csv and the table that -v stage=STAGE made of -v study=STUDY, and
# writes a line a row: quantity,indicator,round_from,round_to,group,group_value,truth,estimate,std_error,
# covered,rejected; the last two are empty where berdaya refuses an answer. -v zero=1: the programme
# changed nothing.
#
# A quantity: select is a list of column=value or column!=value that hold for its rows; truth is the contrast
# of truth.csv that they estimate (did, change, difference), or gap or trend, which are made of did.

# fields LINE: into field[1..]; what stands in quotes is of no use here and becomes empty
function fields(line) {
	gsub(/"([^"]|"")*"/, "", line)
	return split(line, field, ",")
}

# name the columns of a header line: column[name] is its number
function header(line, n, i) {
	delete column
	n = fields(line)
	for (i = 1; i <= n; i++) column[field[i]] = i
}

function cell(name) {
	if (!(name in column)) {
		print "covered.awk: " FILENAME " has no column " name | "cat >&2"
		exit failed = 2
	}
	return field[column[name]]
}

# selected CONDITIONS: whether the row has all of them, each column=value or column!=value
function selected(conditions, part, n, i, at) {
	n = split(conditions, part, " ")
	for (i = 1; i <= n; i++) {
		at = index(part[i], "!=")
		if (at > 0) {
			if (cell(substr(part[i], 1, at - 1)) == substr(part[i], at + 2)) return 0
			continue
		}
		at = index(part[i], "=")
		if (cell(substr(part[i], 1, at - 1)) != substr(part[i], at + 1)) return 0
	}
	return 1
}

# truth_at CONTRAST FROM TO ARM VALUE: what was put in of the row's indicator and group, "" if not known
function truth_at(contrast, from, to, arm, value, at) {
	at = contrast SUBSEP cell("indicator") SUBSEP from SUBSEP to SUBSEP arm SUBSEP cell("group") SUBSEP value
	return at in truth ? truth[at] : ""
}

# days DATE: since the first of March of the year 0
function days(date, year, month) {
	year = substr(date, 1, 4)
	month = substr(date, 6, 2) - 3
	if (month < 0) { month += 12; year-- }
	return 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month + 2) / 5) + substr(date, 9, 2)
}

# difference_to ROUND FIRST: the true difference in changes between the two rounds, from one or two steps
function difference_to(round, first, direct, half) {
	if (round == first) return 0
	direct = truth_at("did", first, round, cell("arm"), cell("group_value"))
	if (direct != "") return direct
	half = truth_at("did", first, 2, cell("arm"), cell("group_value"))
	direct = truth_at("did", 2, round, cell("arm"), cell("group_value"))
	return half == "" || direct == "" ? "" : half + direct
}

# slope FIRST LAST: the true difference in trends a year, of the line through all rounds between
function slope(first, last, r, mean, x, y, sum, squares) {
	if (cell("rounds") != last - first + 1) return ""
	for (r = first; r <= last; r++) mean += days(date_of[r]) / (last - first + 1)
	for (r = first; r <= last; r++) {
		y = difference_to(r, first)
		if (y == "") return ""
		x = (days(date_of[r]) - mean) / 365.25
		sum += x * y
		squares += x * x
	}
	return sum / squares
}

# truth_of KIND: what was put in, "" where nothing is known. Without effects both arms change alike.
function truth_of(kind, one, other) {
	if (kind == "trend") one = slope(cell("round_from"), cell("round_to"))
	else if (kind == "gap") {
		one = truth_at("did", cell("round_from"), cell("round_to"), cell("arm"), cell("group_value"))
		other = truth_at("did", cell("round_from"), cell("round_to"), cell("arm"), cell("group_value_compared"))
		one = one == "" || other == "" ? "" : one - other
	} else if (kind == "change" && zero)
		return truth_at(kind, cell("round_from"), cell("round_to"), "pembanding", cell("group_value"))
	else one = truth_at(kind, cell("round_from"), cell("round_to"), cell("arm"), cell("group_value"))
	return zero && one != "" ? 0 : one
}

function judge(name, kind, value, covered, rejected) {
	value = truth_of(kind)
	if (value == "") return
	covered = rejected = ""
	if (cell("status") == "ok") {
		covered = cell("conf_low") + 0 <= value + 0 && value + 0 <= cell("conf_high") + 0
		rejected = cell("p_value") + 0 < 0.05
	}
	print name, cell("indicator"), cell("round_from"), cell("round_to"), cell("group"), cell("group_value"), value,
		cell("estimate"), cell("std_error"), covered, rejected
}

BEGIN { OFS = "," }

FNR == 1 { file++; header($0); next }

file == 1 {
	fields($0)
	truth[cell("contrast"), cell("indicator"), cell("round_from"), cell("round"), cell("arm"),
		cell("group"), cell("group_value")] = cell("truth")
	next
}

file == 2 {
	fields($0)
	if (cell("study") != study || cell("stage") != stage) next
	quantity[++quantities] = cell("quantity")
	select[quantities] = cell("select")
	kind[quantities] = cell("truth")
	next
}

file == 3 {
	fields($0)
	date_of[cell("round")] = cell("date")
	next
}

{
	fields($0)
	for (q = 1; q <= quantities; q++) if (selected(select[q])) judge(quantity[q], kind[q])
}

END { exit failed }
