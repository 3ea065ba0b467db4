#!/usr/bin/awk -f
# SPDX-License-Identifier: GPL-3.0-or-later
# conform: -- least=2 line=400000 weight=weight
# below_line: how many stand below a line, as a poverty line, and how far, by round and arm.
#
# Reads scores. Options: column=NAME line=NUMBER, and least=NUMBER (10), weight=NAME (none: all count
# alike); awk keeps words with -- for itself. The line is an example: set your own, in the money and at
# the prices of the column. Writes indicator,round,arm,n,n_missing,line,below,share,gap,status, so that
# the stage withhold, which comes behind it, knows what a row tells of: indicator is the column, share
# that of people below the line, gap their mean shortfall as a share of the line, over all people
# (headcount and poverty gap of Foster, Greer and Thorbecke 1984). Where fewer than `least` people have a
# value the numbers are left empty: too_few. A blank arm means all. Rows are in the order of the texts of
# round and arm.

function refuse(reason) {
	print "below_line: " reason > "/dev/stderr"
	failed = 1
	exit 1
}

# Reads the options; they are no files to read.
BEGIN {
	column = "income"; line = ""; least = 10; weight = ""
	for (i = 1; i < ARGC; i++) {
		if (ARGV[i] !~ /^(column|line|least|weight)=./) {
			print "below_line: unknown option: " ARGV[i] > "/dev/stderr"
			failed = 1
			exit 2
		}
		value = substr(ARGV[i], index(ARGV[i], "=") + 1)
		if (ARGV[i] ~ /^column=/) column = value
		if (ARGV[i] ~ /^line=/) line = value
		if (ARGV[i] ~ /^least=/) least = value
		if (ARGV[i] ~ /^weight=/) weight = value
		ARGV[i] = ""
	}
	if (line !~ /^[0-9]+(\.[0-9]+)?$/ || line + 0 <= 0 || least !~ /^[0-9]+$/) {
		print "below_line: line=NUMBER above 0 and least=NUMBER are wanted" > "/dev/stderr"
		failed = 1
		exit 2
	}
}

# Splits a record of CSV into cell[1..n]; returns n.
function split_record(text, n, i, c, quoted) {
	n = 1; cell[1] = ""; quoted = 0
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (quoted && c == "\"" && substr(text, i + 1, 1) == "\"") { cell[n] = cell[n] c; i++ }
		else if (c == "\"") quoted = !quoted
		else if (c == "," && !quoted) cell[++n] = ""
		else cell[n] = cell[n] c
	}
	return n
}

function quote(text) {
	if (text !~ /[",\r\n]/) return text
	gsub(/"/, "\"\"", text)
	return "\"" text "\""
}

# Counts a person, who stands for so many, in a round and arm.
function count(round, arm, value, many, key) {
	key = round SUBSEP arm
	if (!(key in people)) { order[++groups] = key; round_of[key] = round; arm_of[key] = arm; people[key] = 0 }
	if (value == "") { absent[key]++; return }
	people[key]++
	weights[key] += many
	if (value + 0 < line + 0) { below[key]++; poor[key] += many; short[key] += many * (line - value) / line }
}

function number(name, value) {
	if (value !~ /^[-+]?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?$/) refuse("line " NR ": " name ": not a number: " value)
	return value + 0
}

# A record may hold line ends within quotes.
{
	sub(/\r$/, "")
	if (NR == 1) sub(/^\357\273\277/, "")
	record = open ? record "\n" $0 : $0
	copy = $0
	open = (open + gsub(/"/, "", copy)) % 2
	if (open) next
	fields = split_record(record)
}

!width {
	width = fields
	for (i = 1; i <= fields; i++) at[cell[i]] = i
	needs = split("round arm " column " " weight, needed, " ")
	for (i = 1; i <= needs; i++) if (!(needed[i] in at)) refuse("the column " needed[i] " is missing")
	next
}

{
	if (fields != width) refuse("line " NR ": " fields " fields where the header has " width)
	value = cell[at[column]]
	if (value != "") number(column, value)
	many = weight == "" || value == "" ? 1 : number(weight, cell[at[weight]])
	count(cell[at["round"]], "", value, many)
	if (cell[at["arm"]] != "") count(cell[at["round"]], cell[at["arm"]], value, many)
}

END {
	if (failed) exit
	if (!width) refuse("there is no table on stdin")
	print "indicator,round,arm,n,n_missing,line,below,share,gap,status"
	for (i = 2; i <= groups; i++) {
		key = order[i]
		for (k = i - 1; k > 0 && order[k] > key; k--) order[k + 1] = order[k]
		order[k + 1] = key
	}
	for (i = 1; i <= groups; i++) {
		key = order[i]
		n = people[key]
		enough = n >= least && weights[key] > 0
		printf "%s,%s,%s,%d,%d,%s,", quote(column), quote(round_of[key]), quote(arm_of[key]), n, absent[key] + 0, line
		if (enough) printf "%d,%.10g,%.10g,ok\n", below[key] + 0, poor[key] / weights[key], short[key] / weights[key]
		else print ",,,too_few"
	}
}
