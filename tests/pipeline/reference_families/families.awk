# SPDX-License-Identifier: GPL-3.0-or-later
# From R's expected.csv: its raw p values as comparisons.csv (make=rows, with `header` the columns),
# the study that they belong to (make=goals, make=indicators), and R's adjusted values as cells
# (make=checks). Each outcome stands twice: as the primary indicator of a goal of its own, where Holm
# runs over the goals, and as one of several of a goal, where Benjamini and Hochberg do.

BEGIN {
	FS = OFS = ","
	columns = split(header, column, ",")
	if (make == "rows") print header
	if (make == "goals") print "goal,label_id,label_en,kind,parents,lag_rounds" ORS "several,Banyak,Several,goal,,0"
	if (make == "indicators")
		print "indicator,goal,primary,label_id,label_en,plain_id,plain_en,type,unit,calculation,per,among,direction," \
			"scale_min,scale_max,mid,lag_rounds"
	if (make == "checks") print "what,indicator,contrast,round_from,round_to,arm,column,want,tolerance"
}

function put_row(indicator, goal) {
	delete cell
	cell["goal"] = goal
	cell["indicator"] = indicator
	cell["contrast"] = contrast
	cell["round_from"] = $6
	cell["round_to"] = $7
	cell["arm"] = $5
	cell["p_value"] = $9
	cell["role"] = "headline"
	cell["status"] = "ok"
	line = ""
	for (i = 1; i <= columns; i++) line = line (i == 1 ? "" : ",") cell[column[i]]
	print line
}

FNR == 1 || $9 == "NA" { next }
$8 !~ /^(primary|did_linked)\.p(_holm|_bh)?$/ { next }
{
	contrast = $8 ~ /^did/ ? "did" : "change"
	what = $1 " " contrast " group " $5 " rounds " $6 " and " $7
}
$8 ~ /\.p$/ && !seen[$3]++ {
	if (make == "goals") print "only_" $3, $3, $3, "goal", "", 0
	if (make == "indicators") {
		print "holm_" $3, "only_" $3, 1, $3, $3, "", "", "scale", "", "${q}", "", "", "up", 0, 1, "", 0
		print "bh_" $3, "several", 0, $3, $3, "", "", "scale", "", "${q}", "", "", "up", 0, 1, "", 0
	}
}
make == "rows" && $8 ~ /\.p$/ {
	put_row("holm_" $3, "only_" $3)
	put_row("bh_" $3, "several")
}
make == "checks" && $8 ~ /\.p_holm$/ { print what, "holm_" $3, contrast, $6, $7, $5, "p_adjusted", $9, "1e-9" }
make == "checks" && $8 ~ /\.p_bh$/ { print what, "bh_" $3, contrast, $6, $7, $5, "p_adjusted", $9, "1e-9" }
