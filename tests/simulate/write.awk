# SPDX-License-Identifier: GPL-3.0-or-later
# Writes the figures of simulations into a document. Reads designs.csv, seeds.csv, R's rates.csv and the
# document, in -v language=en or id, and prints the document with these parts made anew:
#
#   a line <!-- simulated: TABLE --> up to a line <!-- end -->: that table
#   <!-- simulated: SCENARIO QUANTITY COLUMN -->...<!-- end --> in a line: that cell of seeds.csv, in percent

function word(english, indonesian) { return language == "id" ? indonesian : english }

# figure X DECIMALS: as people write it in this language
function figure(x, decimals, text) {
	text = sprintf("%.*f", decimals, x)
	if (language == "id") sub(/\./, ",", text)
	return text
}

function percent(x) { return figure(100 * x, 1) }

function with_error(x, error) { return percent(x) " ± " percent(error) }

# table_head CELLS RIGHT: the head of a table, its cells split at |; the last RIGHT columns hold numbers
function table_head(cells, right, n, i, part, line) {
	n = split(cells, part, "|")
	line = "|"
	for (i = 1; i <= n; i++) line = line (i > n - right ? "---:|" : "---|")
	gsub(/\|/, " | ", cells)
	print "| " cells " |"
	print line
}

function question(contrast, people) {
	if (contrast == "difference") return word("difference between arms, one round", "beda antarkelompok, satu putaran")
	contrast = contrast == "did" ? word("difference in changes", "beda perubahan") : word("change", "perubahan")
	return contrast (people == "panel" ? word(", same people", ", orang yang sama") : word(", other people", ", orang lain"))
}

function people_each(fewest, most) {
	return fewest == most ? fewest : word(fewest " to " most, fewest " sampai " most)
}

# ---- tables of designs ----

function fail(why) {
	print "write.awk: " why | "cat >&2"
	exit failed = 2
}

function design(outcome, asked_for, villages, size, icc, weighted, method) {
	return outcome "," asked_for "," villages "," size "," icc "," weighted "," method
}

function icc_text(icc) { return figure(icc, length(icc) > 2 ? length(icc) - 2 : 0) }

# pooled METHODS ...: false positives over all questions that have one of the methods, split at blanks;
# their error goes into widest, if it is the largest
function pooled(villages, size, icc, weighted, methods, q, m, n, name, at, sum) {
	n = split(methods, name, " ")
	sum = pool = 0
	for (q = 1; q <= questions; q++)
		for (m = 1; m <= n; m++) {
			at = design("measure", asked[q], villages, size, icc, weighted, name[m])
			if (!(at in rate)) continue
			sum += rate[at] * replications[at]
			pool += replications[at]
		}
	if (pool == 0) fail("no design of " villages " villages of " size)
	sum /= pool
	if (sqrt(sum * (1 - sum) / pool) > widest) widest = sqrt(sum * (1 - sum) / pool)
	return percent(sum)
}

# by_villages WEIGHTED METHODS OTHERS HEAD: a row per number and size of villages, a column per ICC
function by_villages(weighted, methods, others, head, s, v, i, line) {
	table_head(word("Villages|People in each", "Desa|Orang tiap desa") head "|±", 2 * iccs + 1)
	for (s = 1; s <= sizes; s++)
		for (v = 1; v <= village_counts; v++) {
			widest = 0
			line = "| " villages[v] " | " people_each(fewest_of[s], most_of[s]) " |"
			for (i = 1; i <= iccs; i++) line = line " " pooled(villages[v], size_of[s], icc_of[i], weighted, methods) " |"
			for (i = 1; i <= iccs; i++) line = line " " pooled(villages[v], size_of[s], icc_of[i], weighted, others) " |"
			print line " " percent(widest) " |"
		}
}

function icc_heads(name, i, text) {
	for (i = 1; i <= iccs; i++) text = text "|" name ", " icc_text(icc_of[i])
	return text
}

# by_question OUTCOME: each method of each question at 12 villages and ICC 0.1
function by_question(outcome, q, m, s, at, line, found, rates, intervals) {
	table_head(word("Question|Method|False alarms, even|Coverage, even|False alarms, uneven|Coverage, uneven",
		"Pertanyaan|Metode|Alarm palsu, rata|Cakupan, rata|Alarm palsu, tidak rata|Cakupan, tidak rata"), 4)
	for (q = 1; q <= questions; q++)
		for (m = 1; m <= methods; m++) {
			line = ""
			for (s = 1; s <= sizes; s++) {
				at = design(outcome, asked[q], 12, size_of[s], 0.1, "no", method_of[m])
				if (!(at in rate)) continue
				line = line " " (rate[at] == "" ? "" : with_error(rate[at], rate_error[at])) " |"
				line = line " " (coverage[at] == "" ? "" : with_error(coverage[at], coverage_error[at])) " |"
			}
			if (line != "") print "| " question(contrast_of[q], people_of[q]) " | `" method_of[m] "` |" line
		}
}

# agreement: the same designs in R, its own figure in brackets
function agreement(d, m, at, line, error, ours) {
	table_head(word("Design|Weights", "Rancangan|Bobot") "|`cr2_t`|`survey_t`|`village_means`|" word("rows", "baris") "|±", 5)
	for (d = 1; d <= r_designs; d++) {
		line = "| " r_text[d] " |"
		widest = 0
		for (m = 1; m <= 4; m++) {
			ours = r_design[d] "," r_method[m]
			if (r_method[m] == "rows") ours = r_design[d] "," (r_design[d] ~ /change/ ? "paired_t" : "welch_t")
			at = d SUBSEP r_method[m]
			error = sqrt(r_error[at] ^ 2 + rate_error[ours] ^ 2)
			if (error > widest) widest = error
			line = line " " percent(rate[ours]) " (" percent(r_rate[at]) ") |"
		}
		print line " " percent(widest) " |"
	}
}

# ---- tables of seeds ----

function quantity_text(name) {
	if (name == "did") return word("difference in changes: headline", "beda perubahan: hasil utama")
	if (name == "did_groups") return word("the same, by groups", "beda perubahan: hasil utama per kelompok orang")
	if (name == "did_survey") return word("the same: `survey_t`, as R", "beda perubahan: `survey_t`, seperti R")
	if (name == "did_cr2") return word("the same: CR2 without weights", "beda perubahan: CR2 tanpa bobot")
	if (name == "did_village_means") return word("the same: village means", "beda perubahan: rata-rata desa")
	if (name == "did_rows") return word("the same: row by row", "beda perubahan: baris demi baris")
	if (name == "change") return word("change in programme villages: headline", "perubahan di desa program: hasil utama")
	if (name == "change_rows") return word("the same: row by row", "perubahan di desa program: baris demi baris")
	if (name == "difference") return word("difference in round 2: `survey_small_t`", "beda pada putaran 2: `survey_small_t`")
	if (name == "difference_rows") return word("the same: row by row", "beda pada putaran 2: baris demi baris")
	if (name == "gap") return word("gap between groups, difference in its change: headline", "kesenjangan antarkelompok orang, beda perubahannya: hasil utama")
	if (name == "trend") return word("trend over four rounds, difference between arms: headline", "tren selama empat putaran, beda antarkelompok: hasil utama")
	if (name == "trend_groups") return word("the same, by groups", "beda tren: hasil utama per kelompok orang")
	return name
}

function scenario_text(name) {
	if (name == "complete") return word("complete", "lengkap")
	if (name == "losses") return word("with losses", "ada yang hilang")
	if (name == "drawn") return word("villages drawn", "desa diundi")
	if (name == "null") return word("no effects", "tanpa dampak")
	if (name == "null_losses") return word("no effects, losses", "tanpa dampak, ada yang hilang")
	return name
}

# of_seeds KIND: coverage, rejected or errors, a row a quantity and a column a scenario
function of_seeds(kind, s, q, head, line, at) {
	head = word("Result", "Hasil")
	for (s = 1; s <= scenarios; s++) head = head "|" scenario_text(scenario_of[s])
	table_head(head, scenarios)
	for (q = 1; q <= quantities; q++) {
		line = "| " quantity_text(quantity_of[q]) " |"
		for (s = 1; s <= scenarios; s++) {
			at = scenario_of[s] SUBSEP quantity_of[q]
			if (!((at, "seeds") in seed)) { line = line " |"; continue }
			if (kind == "errors") line = line " " figure(seed[at, "bias"], 2) "; " figure(seed[at, "error_ratio"], 2) " |"
			else line = line " " with_error(seed[at, kind], seed[at, kind "_mc"]) " |"
		}
		print line
	}
}

function make(name) {
	if (name == "agreement") agreement()
	else if (name == "headline") by_villages("no", "cr2_t", "paired_t welch_t", icc_heads("CR2") icc_heads(word("rows", "baris")))
	else if (name == "weighted") by_villages("yes", "survey_small_t", "village_means", icc_heads("small") icc_heads(word("means", "rata-rata")))
	else if (name == "uncorrected") by_villages("yes", "survey_t", "cr2_t", icc_heads("survey") icc_heads("CR2"))
	else if (name == "measures") by_question("measure")
	else if (name == "shares") by_question("share")
	else if (name == "coverage" || name == "rejected" || name == "errors") of_seeds(name)
	else fail("no such table: " name)
}

# once LIST VALUE: adds the value to the list known under that name, if it is new; its length
function once(list, value) {
	if (!((list, value) in place)) place[list, value] = ++length_of[list]
	return length_of[list]
}

BEGIN { FS = "," }

FNR == 1 {
	file++
	if (file < 4) {
		delete column
		for (i = 1; i <= NF; i++) column[$i] = i
		if (file != 3) next
	}
}

file == 1 {
	at = design($1, $2 "," $3, $4, $5 "-" $6, $7, $8, $9)
	replications[at] = $11
	rate[at] = $13
	rate_error[at] = $14
	coverage[at] = $15
	coverage_error[at] = $16
	if (once("method", $9) > methods) method_of[++methods] = $9
	if ($5 == 15) next
	if (once("question", $2 "," $3) > questions) {
		asked[++questions] = $2 "," $3
		contrast_of[questions] = $2
		people_of[questions] = $3
	}
	if (once("villages", $4) > village_counts) villages[++village_counts] = $4
	if (once("icc", $7) > iccs) icc_of[++iccs] = $7
	if (once("size", $5 "-" $6) > sizes) {
		size_of[++sizes] = $5 "-" $6
		fewest_of[sizes] = $5
		most_of[sizes] = $6
	}
	next
}

file == 2 {
	if (once("scenario", $1) > scenarios) scenario_of[++scenarios] = $1
	if (once("quantity", $2) > quantities) quantity_of[++quantities] = $2
	for (name in column) seed[$1, $2, name] = $column[name]
	next
}

file == 3 {
	if ($0 ~ /^#/ || $1 == "contrast") next
	at = "measure," $1 ",panel," $2 "," $3 "-" $4 "," $5 "," $6 # ",METHOD" makes it a design
	if (once("r design", at) > r_designs) {
		r_design[++r_designs] = at
		r_text[r_designs] = question($1, "panel") ", " $2 word(" villages of ", " desa, ") people_each($3, $4) \
			word("", " orang") ", ICC " icc_text($5) \
			" | " ($6 == "yes" ? word("yes", "ya") : word("no", "tidak"))
	}
	if (once("r method", $7) > r_methods) r_method[++r_methods] = $7
	r_rate[r_designs, $7] = $9
	r_error[r_designs, $7] = $10
	next
}

skipping {
	if ($0 ~ /^<!-- end -->$/) skipping = 0
	else next
}

/^<!-- simulated: [a-z]+ -->$/ {
	print
	split($0, part, " ")
	print ""
	make(part[3])
	print ""
	skipping = 1
	next
}

{
	rest = $0
	line = ""
	while (match(rest, /<!-- simulated: [a-z_]+ [a-z0-9_]+ [a-z_]+ -->[^<]*<!-- end -->/)) {
		mark = substr(rest, RSTART, RLENGTH)
		line = line substr(rest, 1, RSTART - 1)
		rest = substr(rest, RSTART + RLENGTH)
		split(mark, part, " ")
		if (!((part[3], part[4], part[5]) in seed)) fail("no such figure: " mark)
		sub(/-->.*/, "-->", mark)
		line = line mark percent(seed[part[3], part[4], part[5]]) "<!-- end -->"
	}
	print line rest
}

END { exit failed }
