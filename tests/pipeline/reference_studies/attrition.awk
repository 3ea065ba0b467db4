# SPDX-License-Identifier: GPL-3.0-or-later
# Who answered the earlier round and not the later one, 1 - n_pairs / n, from the result tables,
# against attrition_outcome of R. Reads estimates.csv, comparisons.csv and expected.csv; prints TAP.

BEGIN {
	FS = ","
	split(arms, pairs, " ")
	for (i in pairs) {
		split(pairs[i], pair, "=")
		arm_of[pair[1]] = pair[2]
	}
}
FNR == 1 {
	file++
	for (i = 1; i <= NF; i++) at[file, $i] = i
	next
}
function of(name) { return $(at[file, name]) }
file == 1 && of("group") == "" { n[of("round"), of("arm")] = of("n") }
file == 2 && of("contrast") == "change" && of("sample") == "pairs" && of("method") == "cr2_t" && of("group") == "" {
	linked[of("round_from"), of("round_to"), of("arm")] = of("n_pairs")
}
file == 3 && $8 == "attrition_outcome" {
	arm = $5 == "all" ? "" : arm_of[$5]
	count++
	got = 1 - linked[$6, $7, arm] / n[$6, arm]
	difference = got - $9
	if (difference < 0) difference = -difference
	if (difference > 1e-9 * $9) wrong = wrong "# " $5 " " $6 " " $7 ": got " got ", want " $9 "\n"
}
END { printf("%sok - %s attrition (%d cells)\n%s", (wrong == "" && count > 0) ? "" : "not ", study, count, wrong) }
