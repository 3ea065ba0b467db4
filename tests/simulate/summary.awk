# SPDX-License-Identifier: GPL-3.0-or-later
# Sums up what tests/simulate/seed printed for many seeds: a line per scenario and quantity, in the order
# of quantities.csv, which is the first file read.
#
# coverage, rejected: shares of the results that were not refused. Results of one seed hang together, so
# a seed counts as one draw: *_mc is the standard deviation of the seeds' shares over the root of their number.
# bias: how far estimates lie from the truth on average, in standard deviations of the estimate over seeds; the
# root mean square over results, less what chance alone gives. error_ratio: mean standard error over
# that standard deviation, averaged likewise: below 1 errors are said too small.

BEGIN { FS = OFS = "," }

FNR == 1 { file++ }

file == 1 {
	if (FNR > 1) order[++quantities] = $1
	next
}

{
	id = $1 SUBSEP $3
	at = id SUBSEP $2
	if (!($1 in scenario_known)) { scenario_known[$1]; scenarios[++scenario_count] = $1 }
	if (!(at in results)) { results[at] = 0; seeds[id]++; seed_of[id, seeds[id]] = at }
	if ($12 == "") { refused[id]++; next }
	given[id]++
	results[at]++
	covered[at] += $12
	rejected[at] += $13
	cell = id SUBSEP $4 SUBSEP $5 SUBSEP $6 SUBSEP $7 SUBSEP $8
	if (!(cell in n)) cell_of[id, ++cells[id]] = cell
	n[cell]++
	error = $10 - $9
	errors[cell] += error
	squares[cell] += error * error
	said[cell] += $11 * $11
}

# share ID PARTS: the mean over seeds of PARTS / results, and its standard error in mc
function share(id, parts, i, at, x, sum, sum2, m) {
	for (i = 1; i <= seeds[id]; i++) {
		at = seed_of[id, i]
		if (results[at] == 0) continue
		x = parts[at] / results[at]
		sum += x
		sum2 += x * x
		m++
	}
	sum2 -= sum * sum / m
	mc = m > 1 && sum2 > 0 ? sqrt(sum2 / (m - 1) / m) : 0
	return sum / m
}

# judge ID: sets bias and ratio
function judge(id, i, cell, mean, variance, sum, used) {
	sum = ratio = used = 0
	for (i = 1; i <= cells[id]; i++) {
		cell = cell_of[id, i]
		if (n[cell] < 2) continue
		mean = errors[cell] / n[cell]
		variance = (squares[cell] - n[cell] * mean * mean) / (n[cell] - 1)
		if (variance <= 0) continue
		sum += mean * mean / variance - 1 / n[cell]
		ratio += sqrt(said[cell] / n[cell] / variance)
		used++
	}
	bias = used > 0 && sum > 0 ? sqrt(sum / used) : 0
	ratio = used > 0 ? ratio / used : 0
}

END {
	print "scenario,quantity,seeds,results,refused,coverage,coverage_mc,rejected,rejected_mc,bias,error_ratio"
	for (s = 1; s <= scenario_count; s++)
		for (q = 1; q <= quantities; q++) {
			id = scenarios[s] SUBSEP order[q]
			if (!(id in seeds)) continue
			line = scenarios[s] "," order[q] "," seeds[id] "," given[id] "," refused[id] + 0
			line = line sprintf(",%.5f", share(id, covered)) sprintf(",%.5f", mc)
			line = line sprintf(",%.5f", share(id, rejected)) sprintf(",%.5f", mc)
			judge(id)
			print line sprintf(",%.4f,%.4f", bias, ratio)
		}
}
