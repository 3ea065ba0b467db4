# SPDX-License-Identifier: GPL-3.0-or-later
# Shares that got worse and the lower tail, by R: Rscript harm.R (in this folder, after gap.R). Needs
# clubSandwich. Reads the scores of tests/pipeline/equity/panel and writes its harm.checks.csv.
suppressMessages(library(clubSandwich))
options(digits = 17)
row_of <- function(name, keys, cells) do.call(rbind, lapply(names(cells), function(column) {
	data.frame(what = name, keys, column = column, want = sprintf("%.15g", cells[[column]]),
		tolerance = if (column == "p_value") "1e-7" else "1e-9", check.names = FALSE)
}))
d <- read.csv("../../pipeline/equity/panel/scores.csv", colClasses = c(respondent = "character"))
cr2 <- function(model, cluster) {
	t <- coef_test(model, vcov = "CR2", cluster = cluster)
	k <- nrow(t)
	reach <- qt(.975, t$df[k]) * t$SE[k]
	list(estimate = t$beta[k], std_error = t$SE[k], df = t$df[k], p_value = t$p_Satt[k], conf_low = t$beta[k] - reach,
		conf_high = t$beta[k] + reach)
}
rows <- list()
for (v in c("y", "z")) for (to in 1:2) for (g in list(c("", ""), c("sex", "P"), c("level", "low"), c("zone", "coast"))) {
	a <- d[d$round == 0 & !is.na(d[[v]]), ]
	b <- d[d$round == to & !is.na(d[[v]]), ]
	a$change <- b[[v]][match(a$respondent, b$respondent)] - a[[v]]
	a <- a[!is.na(a$change), ]
	if (g[1] != "") a <- a[a[[g[1]]] == g[2], ]
	a$worse <- as.integer(a$change <= (if (v == "y") -.5 else -1)) # mid of y is 0.5; z has none
	a$of <- as.integer(a$arm == "prog")
	p <- a[a$of == 1, ]
	keys <- data.frame(indicator = v, round_to = to, arm = "prog", group = g[1], group_value = g[2])
	one <- cr2(lm(worse ~ 1, p), p$cluster)
	one$conf_low <- max(0, one$conf_low)
	one$p_value <- NULL
	rows[[length(rows) + 1]] <- row_of("shares that got worse", cbind(keys, screen = "worse_share"), c(list(n = nrow(p)), one))
	rows[[length(rows) + 1]] <- row_of("differences of shares that got worse", cbind(keys, screen = "worse_share_difference"),
		c(list(n = nrow(p), n_compared = nrow(a) - nrow(p)), cr2(lm(worse ~ of, a), a$cluster)))
	if (v == "y" && g[1] == "") rows[[length(rows) + 1]] <- row_of("lower tails", cbind(keys, screen = "lower_tail"),
		list(estimate = quantile(p$change, .1, type = 1), value_compared = quantile(a$change[a$of == 0], .1, type = 1)))
}
rows <- do.call(rbind, rows)
write.table(rows[order(rows$what), ], "../../pipeline/equity/panel/harm.checks.csv", sep = ",", row.names = FALSE, quote = FALSE)
writeLines(paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"), ", harm.R"), "harm.versions.txt")
