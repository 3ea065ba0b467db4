# SPDX-License-Identifier: GPL-3.0-or-later
# Turns R's expected.csv into cells to look for; `table` is estimates or comparisons, `arms` a list
# as "0=TAU 1=BtheB"; `villages` says that the data have a cluster column, `people` that the
# study counts people alone, whatever R knew of clusters: shares then stand with Wilson's limits. Only text is moved: no number is computed here.
#
# Reads expected.csv twice: first for which signed rank p the method names. Values that R gave as NA
# are passed over.

BEGIN {
	FS = OFS = ","
	split(arms, pairs, " ")
	for (i in pairs) {
		split(pairs[i], pair, "=")
		arm_of[pair[1]] = pair[2]
		arm_of[pair[1] "_vs_0"] = pair[2]
	}
	n = split("est=estimate diff=estimate se=std_error se_cr2=std_error t=statistic df=df df_cr2=df p=p_value " \
		"p_cr2=p_value ci_lo=conf_low ci_lo_cr2=conf_low ci_hi=conf_high ci_hi_cr2=conf_high " \
		"welch_df=df welch_p=p_value welch_lo=conf_low welch_hi=conf_high V=statistic n_pos=statistic " \
		"p_exact_perm=p_value p_norm_cc=p_value", list, " ")
	for (i = 1; i <= n; i++) {
		split(list[i], pair, "=")
		column_of[pair[1]] = pair[2]
	}
	if (table == "estimates") print "what", "indicator", "round", "arm", "group", "column", "want", "tolerance"
	else print "what", "indicator", "contrast", "round_from", "round_to", "arm", "group", "sample", "method", "column", "want", "tolerance"
}

function tolerance(column) {
	return column ~ /^p_/ ? "1e-7" : "1e-9"
}

function estimate(round, column) {
	if (table == "estimates")
		print what, $3, round, arm, "", column, $9, tolerance(column)
}

function compare(contrast, sample, method, column) {
	if (table == "comparisons" && column != "")
		print what, $3, contrast, $6, $7, arm, "", sample, method, column, $9, tolerance(column)
}

FNR == 1 { pass++; next }
pass == 1 { if ($8 == "wilcox.p_exact_perm") exact[$5, $6, $7] = 1; next }
$3 == "" || $9 == "NA" { next }
{
	arm = $5 == "all" ? "" : arm_of[$5]
	what = $1 " " table " group " $5 " rounds " $6 " and " $7 (note == "" ? "" : ": " note)
	rank = exact[$5, $6, $7] ? "wilcoxon_exact" : "wilcoxon_normal_cc"
	dot = index($8, ".")
	test = dot ? substr($8, 1, dot - 1) : $8
	part = dot ? substr($8, dot + 1) : ""
}
skip != "" && test == skip { next }
$8 == "n_a" || $8 == "n_b" { estimate($8 == "n_a" ? $6 : $7, "n") }
$8 == "mean_a" || $8 == "mean_b" { estimate($8 == "mean_a" ? $6 : $7, "estimate") }
$8 == "sd_a" || $8 == "sd_b" { estimate($8 == "sd_a" ? $6 : $7, "sd") }
$8 == "median_a" || $8 == "median_b" { estimate($8 == "median_a" ? $6 : $7, "median") }
!villages && (test == "mean_a" || test == "mean_b") && part ~ /^wilson_/ {
	estimate(test == "mean_a" ? $6 : $7, part == "wilson_lo" ? "conf_low" : "conf_high")
}
!villages && (test == "mean_a" || test == "mean_b") && part ~ /^(se|ci_lo|ci_hi)$/ && !(people && $4 == "binary" && part != "se") {
	estimate(test == "mean_a" ? $6 : $7, column_of[part])
}
!people && (test == "cmean_a" || test == "cmean_b") && part ~ /_cr2$/ && part !~ /^p_/ {
	estimate(test == "cmean_a" ? $6 : $7, column_of[part])
}
!people && $8 == "icc_a.anova" { estimate($6, "icc") }
$8 == "n_linked" { compare("change", "pairs", "cr2_t", "n_pairs") }
$8 == "linked_mean_a" { compare("change", "pairs", "cr2_t", "value_from") }
$8 == "linked_mean_b" { compare("change", "pairs", "cr2_t", "value_to") }
$4 != "binary" && $8 == "d_av_rms" { compare("change", "pairs", "cr2_t", "effect_size") }
test == "paired_t" { compare("change", "pairs", "paired_t", column_of[part]) }
!villages && test == "primary" && part == "p_holm" { compare("change", "pairs", "cr2_t", "p_adjusted") }
test == "sign_test" && part ~ /^(p|n_pos)$/ { compare("change", "pairs", "sign_test", column_of[part]) }
test == "wilcox" && (part == "V" || part == (rank == "wilcoxon_exact" ? "p_exact_perm" : "p_norm_cc")) {
	compare("change", "pairs", rank, column_of[part])
}
test == "mcnemar" && part == "p_exact" { compare("change", "pairs", "mcnemar_exact", "p_value") }
test == "mcnemar" && part == "p_mid" { compare("change", "pairs", "mcnemar_midp", "p_value") }
test == "mcnemar" && part == "n01" { compare("change", "pairs", "mcnemar_exact", "statistic") }
test == "mcnemar" && part ~ /^bp_/ {
	compare("change", "pairs", "mcnemar_midp", part == "bp_lo" ? "conf_low" : "conf_high")
}
test == "change_cluster" && part ~ /^est$|_cr2$/ { compare("change", "pairs", "cr2_t", column_of[part]) }
test == "vmeans" { compare("change", "pairs", "village_means", column_of[part]) }
test == "did_vmeans" { compare("did", "pairs", "village_means", column_of[part]) }
test == "change_all" && part ~ /^est$|_cr2$/ { compare("change", "all", "cr2_t", column_of[part]) }
test == "change_all" && part == "G" { compare("change", "all", "cr2_t", "clusters") }
test == "did_all" && part ~ /^est$|_cr2$/ { compare("did", "all", "cr2_t", column_of[part]) }
test ~ /^did_(linked|fd)$/ && part ~ /^est$|_cr2$/ { compare("did", "pairs", "cr2_t", column_of[part]) }
test == "did_fd" && part ~ /^welch_/ { compare("did", "pairs", "welch_t", column_of[part]) }
