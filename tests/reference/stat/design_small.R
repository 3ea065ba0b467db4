# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for survey contrasts with few villages: Rscript design_small.R (in this folder)
#
# By their definition (../small_survey.R). That the variance estimate is that of R's survey package is
# checked for every case before anything is written; where villages are equal, so is that clubSandwich
# gives the same standard error and df.
# Written: design_small.csv (results), design_small_parts.csv (sums by village and cell; sum_w in
# 1/100, sum_wy in 1/1000). Needs survey and clubSandwich.
suppressMessages({
	library(survey)
	library(clubSandwich)
})
source("../small_survey.R")
options(digits = 17)
set.seed(71, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

versions <- paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ", clubSandwich ",
	packageVersion("clubSandwich"), ", design_small.R")
save <- function(name, rows) {
	text <- lapply(rows, function(column) {
		if (is.double(column)) ifelse(is.na(column), "NA", sprintf("%.17g", column)) else column
	})
	lines <- do.call(paste, c(text, sep = ","))
	writeLines(c(versions, paste(names(rows), collapse = ","), lines), paste0(name, ".csv"))
}
weights_of <- list(mean = 1, change = c(-1, 1), arms = c(-1, 1), did = c(1, -1, -1, 1))

# Villages of 1 to 12 people in strata, half of them programme villages where arms are compared.
draw <- function(kind, strata, equal, domain) {
	villages <- do.call(rbind, lapply(seq_len(strata), function(h) {
		n <- if (equal) 4 else sample(2:6, 1)
		data.frame(h = h, g = seq_len(n), t = (seq_len(n) + h) %% 2)
	}))
	rounds <- if (kind %in% c("change", "did")) 0:1 else 1
	d <- do.call(rbind, lapply(seq_len(nrow(villages)), function(i) {
		effect <- rnorm(1) + villages$h[i] / 2
		do.call(rbind, lapply(rounds, function(r) data.frame(villages[i, ], r = r, effect = effect,
			person = seq_len(if (equal) 5 else sample(1:12, 1)), row.names = NULL)))
	}))
	d$w <- if (equal) 1 else round(rexp(nrow(d), 1 / 2) + .05, 2)
	d$y <- round(5 + d$effect + .4 * d$r + .6 * d$r * d$t + rnorm(nrow(d), sd = 1.5), 1)
	d$cell <- switch(kind, mean = 0L, change = d$r, arms = d$t, did = 2L * d$t + d$r)
	d$counts <- !domain | (runif(nrow(d)) < .6 & d$effect > quantile(d$effect, .1))
	d
}
lies_apart <- function(d, cells) {
	met <- unique(d[d$counts, c("h", "g", "cell")])
	all(table(factor(met$cell, 0:3))[seq_len(cells)] > 1)
}
results <- list()
parts <- list()
# The last eight have a stratum of a single village (R's "adjust"), or one that was drawn whole.
options(survey.lonely.psu = "adjust")
for (case in 1:56) {
	lonely <- case %in% 49:52
	census <- case > 52
	kind <- names(weights_of)[(case - 1) %% 4 + 1]
	coefficient <- weights_of[[kind]]
	equal <- case %% 6 == 5 && case <= 48
	domain <- !equal && case %% 3 == 0
	finite <- census || case %% 4 == 2
	repeat {
		d <- draw(kind, if (equal) 1 else if (lonely || census) 3 else sample(c(1, 2, 3), 1), equal, domain)
		if (lonely) d <- d[d$h != 2 | d$g == 1, ]
		if (lies_apart(d, length(coefficient))) break
	}
	d$population <- NA
	if (finite) d$population <- tapply(d$g, d$h, max)[d$h] + sample(1:9, max(d$h), TRUE)[d$h]
	if (census) d$population[d$h == 1] <- max(d$g[d$h == 1])
	villages <- unique(d[, c("h", "g", "population")])
	names(villages)[1] <- "layer"
	counted <- d[d$counts, ]
	got <- small_survey(villages, match(paste(counted$h, counted$g), paste(villages$layer, villages$g)),
		counted$cell + 1, counted$w, counted$y, coefficient)
	design <- svydesign(ids = ~g, strata = ~h, weights = ~w, fpc = if (finite) ~population, data = d, nest = TRUE)
	design <- subset(design, counts)
	fit <- if (kind == "mean") svymean(~y, design)
		else svycontrast(svyby(~y, ~cell, design, svymean, covmat = TRUE), coefficient)
	stopifnot(abs(as.numeric(SE(fit))^2 / got$variance - 1) < 1e-9)
	if (equal && kind == "mean") { # what clubSandwich makes of it
		cr2 <- coef_test(lm(y ~ 1, d), vcov = "CR2", cluster = d$g)
		stopifnot(abs(cr2$SE / got$std_error - 1) < 1e-9, abs(cr2$df / got$df - 1) < 1e-6)
	}
	t <- got$estimate / got$std_error
	reach <- qt(.975, got$df) * got$std_error
	results[[case]] <- data.frame(case = case, kind = kind, survey_se = sqrt(got$variance), estimate = got$estimate,
		std_error = got$std_error, df = got$df, p = 2 * pt(-abs(t), got$df), low = got$estimate - reach,
		high = got$estimate + reach)
	d$counted <- as.integer(d$counts)
	for (i in split(seq_len(nrow(d)), list(d$cell, d$g, d$h), drop = TRUE)) {
		p <- d[i, ]
		n <- sum(p$counted)
		w <- round(p$w * 100) * p$counted
		parts[[length(parts) + 1]] <- data.frame(case = case, stratum = p$h[1] - 1, cluster = p$g[1], cell = p$cell[1],
			n = n, sum_w = as.integer(sum(w)), sum_wy = as.integer(round(sum(w * round(p$y * 10)))),
			population = p$population[1])
	}
}
order_of <- function(p) order(p$case, p$stratum, p$cluster, p$cell)
save("design_small", do.call(rbind, results))
all <- do.call(rbind, parts)
save("design_small_parts", all[order_of(all), ])
