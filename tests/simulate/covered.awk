# SPDX-License-Identifier: GPL-3.0-or-later
# Holds each row of a result table that quantities.csv selects against what was put in. Reads truth.csv,
# quantities.csv and the table that this -v stage=STAGE made of -v study=STUDY, and writes a line a row:
# quantity,indicator,round_from,round_to,group,group_value,truth,estimate,std_error,covered,rejected
# The last two are empty where berdaya refuses an answer. -v zero=1: the programme changed nothing.

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

# key of a truth about the row's indicator and rounds
function key(contrast, arm, group, value) {
	return contrast SUBSEP cell("indicator") SUBSEP cell("round_from") SUBSEP cell("round_to") SUBSEP arm SUBSEP group SUBSEP value
}

# truth_of KIND: what was put in, or "" where nothing is known. Without effects both arms change alike.
function truth_of(kind, arm, at) {
	arm = zero && kind == "change" ? "pembanding" : cell("arm")
	at = key(kind, arm, cell("group"), cell("group_value"))
	if (!(at in truth)) return ""
	return zero && kind != "change" ? 0 : truth[at]
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

{
	fields($0)
	for (q = 1; q <= quantities; q++) if (selected(select[q])) judge(quantity[q], kind[q])
}

END { exit failed }
