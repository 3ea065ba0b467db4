# SPDX-License-Identifier: GPL-3.0-or-later
# How often R's own routines reject where nothing was put in, in eight of the designs of
# tests/simulate/designs.c. Usage: Rscript rates.R > rates.csv (some ten minutes)
#
# Changes of people seen twice: half of the variance between villages and half of that between
# people of a village stays, so a change has variance 1 and the ICC of a level.

suppressMessages({
	library(clubSandwich)
	library(survey)
})

replications <- 4000
options(survey.adjust.domain.lonely = FALSE)

draw <- function(sizes, icc) {
	village <- rep(seq_along(sizes), sizes)
	data.frame(village = village,
		y = sqrt(icc) * rnorm(length(sizes))[village] + sqrt(1 - icc) * rnorm(length(village)))
}

# p values of one survey; arms is 1 or 2
one <- function(arms, sizes, icc, weighted) {
	each <- sizes
	d <- draw(rep(each, arms), icc)
	d$arm <- as.integer(d$village > length(each)) * (arms - 1)
	d$w <- if (weighted) (180 + floor(770 * runif(arms * length(each))^1.3))[d$village] else 1
	means <- tapply(d$y, d$village, mean)
	side <- tapply(d$arm, d$village, mean)
	fit <- if (arms == 1) lm(y ~ 1, d) else lm(y ~ arm, d)
	cr2 <- coef_test(fit, vcov = "CR2", cluster = d$village, test = "Satterthwaite")
	design <- svydesign(~village, strata = ~arm, weights = ~w, data = d)
	if (arms == 1) {
		m <- svymean(~y, design)
		t <- coef(m) / SE(m)
		naive <- t.test(d$y)$p.value
		villages <- t.test(means)$p.value
	} else {
		m <- svycontrast(svyby(~y, ~arm, design, svymean, covmat = TRUE), c(-1, 1))
		t <- coef(m) / SE(m)
		naive <- t.test(y ~ arm, d)$p.value
		villages <- t.test(means ~ side, var.equal = TRUE)$p.value
	}
	c(cr2_t = cr2$p_Satt[arms], survey_t = 2 * pt(-abs(as.numeric(t)), degf(design)),
		village_means = villages, rows = naive)
}

designs <- list(
	list(1, rep(20, 6), .1, FALSE),
	list(1, c(5, 16, 27, 38, 49, 60), .1, FALSE),
	list(2, rep(20, 4), .1, FALSE),
	list(2, c(5, 23, 41, 60), .1, FALSE),
	list(2, rep(15, 10), .05, FALSE),
	list(2, rep(20, 4), .1, TRUE),
	list(2, c(5, 23, 41, 60), .1, TRUE),
	list(2, rep(20, 12), .05, TRUE))

cat("# ", R.version.string, "; clubSandwich ", format(packageVersion("clubSandwich")), "; survey ",
	format(packageVersion("survey")), "; ", replications, " replications\n", sep = "")
cat("contrast,villages,fewest,most,icc,weighted,method,replications,false_positive,false_positive_mc\n")
for (i in seq_along(designs)) {
	x <- designs[[i]]
	set.seed(2021 + i)
	p <- replicate(replications, one(x[[1]], x[[2]], x[[3]], x[[4]]))
	for (method in rownames(p)) {
		rate <- mean(p[method, ] < .05)
		cat(if (x[[1]] == 1) "change" else "did", x[[1]] * length(x[[2]]), min(x[[2]]), max(x[[2]]),
			x[[3]], if (x[[4]]) "yes" else "no", method, replications, rate,
			round(sqrt(rate * (1 - rate) / replications), 5), sep = ",")
		cat("\n")
	}
}
