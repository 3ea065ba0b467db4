# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for ratios of totals and rate ratios: Rscript reference.R (in this folder)
#
# Written: answers.csv, two rounds of made-up harvests and land in the form of responses.csv, with uneven
# villages, people without land, missing answers, strata and weights; expected.csv, each level and contrast
# of the harvest per hectare: `cr2` everybody alike (clubSandwich, lm of harvest / root of land on
# the root of land in each cell), `survey` with weights and strata (survey, svytotal and svycontrast; svyratio for the levels);
# rates_alike.csv and rates_weighted.csv, the same contrasts of the counts `pinjam` as ratios of means.
suppressMessages({ library(survey); library(clubSandwich) })
options(digits = 17, survey.lonely.psu = "fail")
set.seed(7, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
versions <- paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ", clubSandwich ",
	packageVersion("clubSandwich"), ", reference.R")
sizes <- c(4, 9, 13, 6, 7, 16, 5, 11, 8, 3)
people <- do.call(rbind, lapply(seq_along(sizes), function(v)
	data.frame(cluster = sprintf("V%02d", v), arm = if (v > 5) "program" else "control",
		stratum = c("hill", "coast")[1 + v %% 2], weight = c(1, 2.5, 1.25, 3, .5)[1 + v %% 5], person = seq_len(sizes[v]))))
people$respondent <- sprintf("p%03d", seq_len(nrow(people)))
luck <- rnorm(length(sizes), sd = .3)[as.integer(factor(people$cluster))]
base <- pmax(0, round(4 * rgamma(nrow(people), 1.5)) / 4 - .25)
wave <- function(round) {
	land <- pmax(0, base + sample(c(0, 0, 0, .25, -.25), nrow(people), TRUE))
	harvest <- round(land * 900 * exp(luck + .15 * round + .3 * round * (people$arm == "program") + rnorm(nrow(people), sd = .4)), 1)
	d <- data.frame(respondent = people$respondent, round = round, arm = people$arm, cluster = people$cluster,
		stratum = people$stratum, weight = people$weight, fpc = "", panen = harvest, lahan = land,
		pinjam = rpois(nrow(people), exp(.2 + luck + .25 * round + .3 * round * (people$arm == "program"))))
	d$panen[runif(nrow(d)) < .07] <- NA
	d$lahan[runif(nrow(d)) < .07] <- NA
	d$pinjam[runif(nrow(d)) < .07] <- NA
	d[runif(nrow(d)) < .95, ]
}
answers <- rbind(wave(0), wave(1))
blank <- function(x) ifelse(is.na(x), "", format(x, scientific = FALSE, trim = TRUE, drop0trailing = TRUE))
write <- function(d, name) writeLines(c(paste(names(d), collapse = ","), do.call(paste, c(lapply(d, function(x) if (is.numeric(x)) sapply(x, blank) else x), sep = ","))), name)
write(answers, "answers.csv")
write(transform(answers, weight = "", stratum = ""), "answers_alike.csv")

# contrast: round_from, round, arm; coefficients over cells of arm and round
cells <- c("control 0", "control 1", "program 0", "program 1")
contrasts <- list(
	list("level", "", "0", "control", c(1, 0, 0, 0)), list("level", "", "1", "program", c(0, 0, 0, 1)),
	list("change", "0", "1", "program", c(0, 0, -1, 1)), list("change", "0", "1", "control", c(-1, 1, 0, 0)),
	list("difference", "", "0", "program", c(-1, 0, 1, 0)), list("difference", "", "1", "program", c(0, -1, 0, 1)),
	list("did", "0", "1", "program", c(1, -1, -1, 1)))
row <- function(method, what, estimate, se, df) paste(method, what[[1]], what[[2]], what[[3]], what[[4]],
	paste(sprintf("%.17g", c(estimate, se, df, 2 * pt(-abs(estimate / se), df), estimate + c(-1, 1) * qt(.975, df) * se)), collapse = ","), sep = ",")

alike <- function(what) {
	d <- subset(answers, !is.na(panen) & !is.na(lahan) & lahan > 0)
	d$cell <- paste(d$arm, d$round)
	d <- d[d$cell %in% cells[what[[5]] != 0], ]
	k <- sum(what[[5]] != 0)
	d$root <- sqrt(d$lahan)
	d$z <- d$panen / d$root
	d$a <- d$root * (d$arm == "program")
	d$r <- d$root * d$round
	d$ar <- d$r * (d$arm == "program")
	model <- if (k == 1) lm(z ~ 0 + root, d) else if (k == 4) lm(z ~ 0 + root + a + r + ar, d) else
		if (what[[1]] == "change") lm(z ~ 0 + root + r, d) else lm(z ~ 0 + root + a, d)
	t <- coef_test(model, vcov = "CR2", cluster = d$cluster, test = "Satterthwaite")
	last <- nrow(t)
	row("cr2_t", what, t$beta[last], t$SE[last], t$df_Satt[last])
}
# Y and X of each cell as columns, so that totals have their covariances
weighted <- function(what, y, x) {
	d <- answers
	ok <- !is.na(d[[y]]) & !is.na(d[[x]]) & d[[x]] > 0
	for (k in 1:4) {
		inside <- ok & paste(d$arm, d$round) == cells[k]
		d[[paste0("y", k)]] <- ifelse(inside, d[[y]], 0)
		d[[paste0("x", k)]] <- ifelse(inside, d[[x]], 0)
	}
	d$s <- if (what[[4]] == "") d$stratum else paste(d$stratum, d$arm)
	g <- svydesign(~cluster, strata = ~s, weights = ~weight, data = d, nest = TRUE)
	total <- svytotal(~y1 + y2 + y3 + y4 + x1 + x2 + x3 + x4, g)
	terms <- sprintf("%g * y%d / x%d", what[[5]], 1:4, 1:4)[what[[5]] != 0]
	found <- svycontrast(total, list(r = parse(text = paste(terms, collapse = " + "))[[1]]))
	involved <- paste(d$arm, d$round) %in% cells[what[[5]] != 0] & ok
	df <- length(unique(d$cluster[involved])) - length(unique(d$s[involved]))
	if (sum(what[[5]] != 0) == 1) {
		k <- which(what[[5]] != 0)
		direct <- svyratio(as.formula(paste0("~y", k)), as.formula(paste0("~x", k)), g)
		stopifnot(all.equal(as.numeric(SE(direct)), as.numeric(SE(found)), tolerance = 1e-12))
	}
	row("survey_t", what, as.numeric(coef(found)), as.numeric(SE(found)), df)
}
lines <- c(sapply(contrasts, alike), sapply(contrasts, weighted, "panen", "lahan"))
writeLines(c(versions, "method,contrast,round_from,round,arm,estimate,std_error,df,p_value,conf_low,conf_high", lines), "expected.csv")

# Ratios of the counts `pinjam`, on the log scale by the delta method: CR2 of the cell means with coefficients
# +-1 / mean (clubSandwich), and of weighted totals (survey)
log_row <- function(method, what, estimate, se, df) paste(method, what[[1]], what[[2]], what[[3]], what[[4]],
	paste(sprintf("%.17g", c(exp(estimate), se, df, 2 * pt(-abs(estimate / se), df), exp(estimate + c(-1, 1) * qt(.975, df) * se))), collapse = ","), sep = ",")
rate_alike <- function(what) {
	d <- subset(answers, !is.na(pinjam))
	d$cell <- factor(paste(d$arm, d$round), cells)
	d <- droplevels(d[d$cell %in% cells[what[[5]] != 0], ])
	k <- what[[5]][what[[5]] != 0]
	model <- lm(pinjam ~ 0 + cell, d)
	m <- coef(model)
	t <- linear_contrast(model, vcov = "CR2", cluster = d$cluster, contrasts = matrix(k / m, 1), test = "Satterthwaite")
	log_row("rate_ratio", what, sum(k * log(m)), t$SE, t$df)
}
rate_weighted <- function(what) {
	d <- answers
	ok <- !is.na(d$pinjam)
	for (k in 1:4) {
		inside <- ok & paste(d$arm, d$round) == cells[k]
		d[[paste0("y", k)]] <- ifelse(inside, d$pinjam, 0)
		d[[paste0("x", k)]] <- as.numeric(inside)
	}
	d$s <- paste(d$stratum, d$arm)
	total <- svytotal(~y1 + y2 + y3 + y4 + x1 + x2 + x3 + x4, svydesign(~cluster, strata = ~s, weights = ~weight, data = d, nest = TRUE))
	terms <- sprintf("%g * log(y%d / x%d)", what[[5]], 1:4, 1:4)[what[[5]] != 0]
	found <- svycontrast(total, list(r = parse(text = paste(terms, collapse = " + "))[[1]]))
	involved <- paste(d$arm, d$round) %in% cells[what[[5]] != 0] & ok
	df <- length(unique(d$cluster[involved])) - length(unique(d$s[involved]))
	if (what[[1]] == "did") { # the same by a Poisson model
		g <- subset(svydesign(~cluster, strata = ~s, weights = ~weight, data = d, nest = TRUE), ok)
		glm <- svyglm(pinjam ~ arm * round, g, family = quasipoisson())
		stopifnot(all.equal(as.numeric(coef(glm)[4]), as.numeric(coef(found)), tolerance = 1e-7),
			all.equal(as.numeric(SE(glm)[4]), as.numeric(SE(found)), tolerance = 1e-6))
	}
	log_row("rate_ratio", what, as.numeric(coef(found)), as.numeric(SE(found)), df)
}
for (name in c("rates_alike.csv", "rates_weighted.csv"))
	writeLines(c(versions, "method,contrast,round_from,round,arm,estimate,std_error,df,p_value,conf_low,conf_high",
		sapply(contrasts[-(1:2)], if (name == "rates_alike.csv") rate_alike else rate_weighted)), file.path(name))
