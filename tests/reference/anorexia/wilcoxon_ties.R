# SPDX-License-Identifier: GPL-3.0-or-later
# Wilcoxon's signed rank test of the changes in weight with ties as a person would see them.
#
# run: Rscript tests/reference/anorexia/wilcoxon_ties.R > tests/reference/anorexia/wilcoxon_ties.csv
#
# expected.csv ranks differences of doubles as the machine subtracts them, where 83 - 81.6 and
# 89.1 - 87.7 are two different numbers: ties are lost, and V is 1724.5 for 1726. Weights have one
# decimal, so here differences are rounded to one; p_exact_perm counts sign patterns as reflib.R does.
D <- read.csv("datasets/anorexia/panel_long.csv")
exact <- function(d) {
	d <- d[d != 0]
	r <- round(2 * rank(abs(d)))
	v <- sum(r[d > 0])
	f <- c(1, rep(0, sum(r)))
	for (x in r) {
		g <- f
		at <- (x + 1):length(f)
		g[at] <- g[at] + f[at - x]
		f <- g / 2
	}
	min(1, 2 * min(sum(f[1:(v + 1)]), sum(f[(v + 1):length(f)])))
}
cat("set,family,outcome,type,group,round_a,round_b,stat,value\n")
say <- function(group, stat, value)
	cat(sprintf("anorexia,main,weight_lb,numeric,%s,0,1,wilcox.%s,%.15g\n", group, stat, value))
for (group in c("all", 0, 1, 2)) {
	S <- if (group == "all") D else D[D$group == group, ]
	M <- merge(S[S$round == 0, ], S[S$round == 1, ], by = "id")
	d <- round(10 * (M$weight_lb.y - M$weight_lb.x)) / 10
	w <- suppressWarnings(wilcox.test(d, exact = FALSE, correct = TRUE, digits.rank = 7))
	say(group, "V", w$statistic)
	say(group, "p_norm_cc", w$p.value)
	if (sum(d != 0) <= 60)
		say(group, "p_exact_perm", exact(d))
}
