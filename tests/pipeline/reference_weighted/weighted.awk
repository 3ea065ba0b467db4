# SPDX-License-Identifier: GPL-3.0-or-later
# Turns the rows of R's expected.csv that R's survey package made into cells to look for; `table` is
# estimates or comparisons. `fpc`: 1 if the study declares populations, 0 if it leaves them out.
# Only text is moved: no number is computed here.

BEGIN {
	FS = OFS = ","
	n = split("mean=estimate est=estimate se=std_error t=statistic df=df p=p_value ci_lo=conf_low ci_hi=conf_high", list, " ")
	for (i = 1; i <= n; i++) {
		split(list[i], pair, "=")
		column_of[pair[1]] = pair[2]
	}
	if (table == "estimates") print "what", "indicator", "round", "arm", "group", "column", "want", "tolerance"
	else print "what", "indicator", "contrast", "round_from", "round_to", "arm", "group", "sample", "method", "role", "column", "want", "tolerance"
}

function tolerance(column) {
	return column ~ /^p_/ ? "1e-7" : "1e-9"
}

function estimate(round, column) {
	if (table == "estimates" && column != "")
		print what, $3, round, "", "", column, $9, tolerance(column)
}

function compare(sample, role, column) {
	if (table == "comparisons" && column != "")
		print what, $3, "change", $6, $7, "", "", sample, "survey_t", role, column, $9, tolerance(column)
}

$1 != set || $3 == "" || $5 != "all" || $9 == "NA" { next }
{
	what = set " " table (fpc ? "" : " without fpc") " rounds " $6 " and " $7
	dot = index($8, ".")
	test = substr($8, 1, dot - 1)
	part = substr($8, dot + 1)
	uncorrected = part == "se_nofpc"
	if (uncorrected) part = "se"
	# what rests on the standard error belongs to the study with populations, where R knew of them
	if (part ~ /^(se|t|p|ci_lo|ci_hi)$/ && test != "svychange_all" && uncorrected == fpc) next
}
test == "svymean_a" || test == "svymean_b" {
	estimate(test == "svymean_a" ? $6 : $7, part == "n" ? "n" : column_of[part])
}
test == "svychange" { compare("pairs", "check", part == "n" ? "n_pairs" : column_of[part]) }
test == "svychange_all" && !fpc && part != "n" { compare("all", "check", column_of[part]) }
