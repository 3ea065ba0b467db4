# SPDX-License-Identifier: GPL-3.0-or-later
# The correlations of tests/cases/chain/cross_section: what the villages' means changed by, of parent and child.
#
# usage: cd tests/reference/goals && Rscript cross_section.R > cross_section.csv
tally <- read.csv("../../cases/chain/cross_section/tally.csv", colClasses = c(round = "character"))
villages <- tally[tally$measure == "level" & tally$cluster != "" & is.na(tally$value), ]
villages$mean <- villages$sum_y / villages$n / villages$scale
# the mean change of each village between two rounds, turned so that up is good (c is good when it falls)
moved <- function(indicator, from, to) {
	of <- function(round) with(villages[villages$indicator == indicator & villages$round == round, ], setNames(mean, cluster))
	a <- of(from); b <- of(to)
	both <- intersect(names(a), names(b))
	(b[both] - a[both]) * if (indicator == "c") -1 else 1
}
cat("#", R.version.string, "\n", sep = " ")
cat("parent,child,round_to,correlation,conf_low,conf_high,clusters\n")
for (link in list(c("a", "b"), c("a", "c"), c("b", "c"))) {
	# in the first interval both in the same one; in the second the parent in the interval before
	for (to in c("1", "2")) {
		x <- moved(link[1], "0", "1")
		y <- if (to == "1") moved(link[2], "0", "1") else moved(link[2], "1", "2")
		both <- intersect(names(x), names(y))
		r <- cor.test(x[both], y[both])
		cat(sprintf("%s,%s,%s,%.17g,%.17g,%.17g,%d\n", link[1], link[2], to, r$estimate, r$conf.int[1], r$conf.int[2], length(both)))
	}
}
