# SPDX-License-Identifier: GPL-3.0-or-later
# Trends over four rounds of uneven distance, by R: Rscript reference.R (in this folder). Needs
# clubSandwich, survey and coin.
#
# Invents the scores of 14 villages of 5 to 23 people (missing answers, people who miss rounds or join,
# ties, a question that one round lacks) and writes them, and the cells of trends.csv to be compared,
# into tests/pipeline/trend: `panel`; `weighted`, the same with weights, strata and populations; `cross`,
# other people in each round. A person's slope is lm's; a contrast of means is clubSandwich's
# linear_contrast or survey's svycontrast; Cochran's Q and Page's L are written out in base R, and
# Page's z, which counts ties, is coin's symmetry_test.
suppressMessages({
	library(clubSandwich)
	library(survey)
	library(coin)
})
source("../small_survey.R")
options(digits = 17)
set.seed(47, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
versions <- paste0("# ", R.version.string, ", clubSandwich ", packageVersion("clubSandwich"),
	", survey ", packageVersion("survey"), ", coin ", packageVersion("coin"), ", reference.R")
dates <- as.Date(c("2021-09-13", "2022-09-12", "2023-10-09", "2025-11-03"))
years <- as.numeric(dates - dates[1]) / 365.25
asked <- list(y = 1:4, z = 1:4, q = c(1, 2, 4))

# ---- the panel ----
size <- c(5, 7, 23, 9, 11, 8, 6, 14, 10, 12, 7, 9, 16, 6)
village <- rep(seq_along(size), size)
n <- length(village)
p <- data.frame(respondent = sprintf("R%03d", 1:n), cluster = sprintf("V%02d", village),
	arm = ifelse(village %% 2 == 1, "prog", "comp"), stratum = ifelse(village <= 7, "north", "south"),
	sex = sample(c("L", "P", ""), n, TRUE, c(.47, .47, .06)), weight = round(runif(n, .4, 3), 2))
person <- rnorm(n)
shift <- rnorm(14)[village]
answers <- function(p, person, shift, r) {
	d <- cbind(p, round = r - 1)
	m <- nrow(d)
	more <- years[r] * (.3 + .4 * (d$arm == "prog") + .2 * shift)
	d$y <- round(10 + 2 * shift + 2 * person + more + rnorm(m, sd = 2), 1)
	d$z <- rbinom(m, 1, plogis(shift / 2 + person + more / 3))
	d$q <- pmin(5, pmax(1, round(3 + shift / 2 + person / 2 + more / 2 + rnorm(m, sd = .7))))
	if (!r %in% asked$q) d$q <- NA
	d$y[runif(m) < .06] <- NA
	d$z[runif(m) < .05] <- NA
	d$q[runif(m) < .07] <- NA
	d
}
panel <- do.call(rbind, lapply(1:4, function(r) {
	d <- answers(p, person, shift, r)
	if (r == 1) return(d)
	d <- d[runif(n) > .08, ]
	new <- d[1:3, ]
	new$respondent <- paste0("N", r - 1, 1:3)
	d <- rbind(d, new)
	d$weight <- round(d$weight * runif(nrow(d), .8, 1.25), 2) # weights differ from round to round
	d
}))
cross <- do.call(rbind, lapply(1:4, function(r) {
	size <- sample(size)
	v <- rep(seq_along(size), size)
	p <- data.frame(respondent = sprintf("C%d%03d", r - 1, seq_along(v)), cluster = sprintf("V%02d", v),
		arm = ifelse(v %% 2 == 1, "prog", "comp"), stratum = "", sex = sample(c("L", "P"), length(v), TRUE),
		weight = NA)
	answers(p, rnorm(length(v)), rnorm(14, sd = .5)[v], r)
}))

population <- c(north = 40, south = 31)
scores <- function(folder, d, weighted) {
	blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15))
	lines <- paste(d$respondent, d$round, d$arm, d$cluster, if (weighted) d$stratum else "",
		if (weighted) blank(d$weight) else "", if (weighted) population[d$stratum] else "", d$sex,
		blank(d$y), blank(d$z), blank(d$q), sep = ",")
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,y,z,q", lines),
		file.path("../../pipeline/trend", folder, "scores.csv"))
}

# ---- slopes ----
result <- function(estimate, se, df, span, sd) {
	reach <- qt(.975, df) * se
	list(estimate = estimate, std_error = se, statistic = estimate / se, df = df,
		p_value = 2 * pt(-abs(estimate / se), df), conf_low = estimate - reach, conf_high = estimate + reach,
		effect_size = estimate * span / sd)
}
complete <- function(d, name) {
	rounds <- asked[[name]]
	wide <- sapply(rounds, function(r) {
		e <- d[d$round == r - 1, ]
		e[[name]][match(p$respondent, e$respondent)]
	})
	base <- d[d$round == rounds[1] - 1, ]
	base <- base[match(p$respondent, base$respondent), ]
	ok <- rowSums(is.na(wide)) == 0
	base <- base[ok, ]
	base$slope <- apply(wide[ok, ], 1, function(v) coef(lm(v ~ years[rounds]))[2])
	list(base = base, wide = wide[ok, ])
}
# Who a row is about: an arm (or all), a value of sex (or everybody); of a difference both arms.
about <- function(d, arm, sex, did) (did | arm == "" | d$arm == arm) & (sex == "" | d$sex == sex)
first_sd <- function(d, name, arm, sex, did, weighted) {
	d <- d[d$round == asked[[name]][1] - 1 & !is.na(d[[name]]) & about(d, if (did) "comp" else arm, sex, FALSE), ]
	if (!weighted) return(sd(d[[name]]))
	m <- weighted.mean(d[[name]], d$weight)
	sqrt(nrow(d) / (nrow(d) - 1) * weighted.mean((d[[name]] - m)^2, d$weight))
}
span_of <- function(name) diff(range(years[asked[[name]]]))
by_model <- function(model, d, weights, span, sd) {
	t <- linear_contrast(model, vcov = "CR2", cluster = d$cluster, contrasts = matrix(weights, 1),
		test = "Satterthwaite")
	result(t$Est, t$SE, t$df, span, sd)
}
panel_cr2 <- function(d, name, arm, sex, did) {
	b <- complete(d, name)$base
	b <- b[about(b, arm, sex, did), ]
	b$of <- as.integer(b$arm == "prog")
	model <- if (did) lm(slope ~ of, b) else lm(slope ~ 1, b)
	c(list(n = nrow(b)), by_model(model, b, if (did) c(0, 1) else 1, span_of(name),
		first_sd(d, name, arm, sex, did, FALSE)))
}
line <- function(name) {
	x <- years[asked[[name]]]
	(x - mean(x)) / sum((x - mean(x))^2)
}
# The parabola's coefficient of x^2, twice: the row of the least-squares solution.
bend <- function(name) {
	x <- years[asked[[name]]]
	X <- cbind(1, x, x^2)
	2 * as.vector(solve(crossprod(X), t(X))[3, ])
}
cells <- function(d, name, did) {
	r <- factor(d$round, asked[[name]] - 1)
	if (did) interaction(r, factor(d$arm, c("comp", "prog"))) else r
}
all_cr2 <- function(d, name, arm, sex, did) {
	u <- d[about(d, arm, sex, did) & !is.na(d[[name]]), ]
	u$value <- u[[name]]
	u$cell <- cells(u, name, did)
	c(list(n = nrow(u)), by_model(lm(value ~ 0 + cell, u), u, if (did) c(-line(name), line(name)) else line(name),
		span_of(name), first_sd(d, name, arm, sex, did, FALSE)))
}

# ---- the same by the survey design: arms are strata where a row is about arms ----
design_of <- function(d, by_arm) {
	d$h <- if (by_arm) paste(d$stratum, d$arm) else d$stratum
	villages <- tapply(d$cluster, d$stratum, function(v) length(unique(v)))
	drawn <- tapply(d$cluster, d$h, function(v) length(unique(v)))
	d$fpc <- population[d$stratum] * drawn[d$h] / villages[d$stratum]
	svydesign(~cluster, strata = ~h, weights = ~weight, fpc = ~fpc, data = d, nest = TRUE)
}
degrees <- function(d, by_arm) length(unique(d$cluster)) - length(unique(if (by_arm) paste(d$stratum, d$arm) else d$stratum))
# The same contrast for few villages: of the people who count in d, their values and cells (1 ...).
few <- function(d, by_arm, keep, value, cell, coefficient) {
	visited <- design_of(d, by_arm)$variables
	all <- unique(data.frame(cluster = visited$cluster, layer = visited$h, population = visited$fpc))
	small_survey(all, match(paste(visited$cluster, visited$h), paste(all$cluster, all$layer))[keep], cell, d$weight[keep], value,
		coefficient)
}
panel_survey <- function(d, name, arm, sex, did, small = FALSE) {
	b <- complete(d, name)$base
	base <- d[d$round == 0, ]
	base$slope <- b$slope[match(base$respondent, b$respondent)]
	base$of <- as.integer(base$arm == "prog")
	keep <- about(base, arm, sex, did) & !is.na(base$slope)
	design <- subset(design_of(base, arm != "" || did), keep)
	model <- svyglm(if (did) slope ~ of else slope ~ 1, design)
	k <- length(coef(model))
	if (small) {
		t <- few(base, arm != "" || did, keep, base$slope[keep], if (did) base$of[keep] + 1 else rep(1, sum(keep)), if (did) c(-1, 1) else 1)
		stopifnot(abs(t$variance / SE(model)[k]^2 - 1) < 1e-9)
		return(c(list(n = sum(keep)), result(t$estimate, t$std_error, t$df, span_of(name), first_sd(d, name, arm, sex, did, TRUE))))
	}
	c(list(n = sum(keep)), result(unname(coef(model)[k]), unname(SE(model)[k]), degrees(base[keep, ], arm != "" || did),
		span_of(name), first_sd(d, name, arm, sex, did, TRUE)))
}
all_survey <- function(d, name, arm, sex, did, small = FALSE) {
	d <- d[d$round %in% (asked[[name]] - 1), ]
	d$value <- d[[name]]
	d$cell <- cells(d, name, did)
	keep <- about(d, arm, sex, did) & !is.na(d$value)
	design <- subset(design_of(d, arm != "" || did), keep)
	means <- svyby(~value, ~cell, design, svymean, covmat = TRUE)
	t <- svycontrast(means, if (did) c(-line(name), line(name)) else line(name))
	if (small) {
		s <- few(d, arm != "" || did, keep, d$value[keep], as.integer(d$cell)[keep], if (did) c(-line(name), line(name)) else line(name))
		stopifnot(abs(s$variance / as.numeric(SE(t))^2 - 1) < 1e-9)
		return(c(list(n = sum(keep)), result(s$estimate, s$std_error, s$df, span_of(name), first_sd(d, name, arm, sex, did, TRUE))))
	}
	c(list(n = sum(keep)), result(as.numeric(coef(t)), as.numeric(SE(t)), degrees(d[keep, ], arm != "" || did),
		span_of(name), first_sd(d, name, arm, sex, did, TRUE)))
}

# ---- checks ----
friedman <- function(w) {
	t <- friedman.test(w)
	list(statistic = unname(t$statistic), df = unname(t$parameter), p_value = t$p.value,
		effect_size = unname(t$statistic) / (nrow(w) * (ncol(w) - 1)))
}
cochran <- function(w) {
	k <- ncol(w)
	q <- (k - 1) * (k * sum(colSums(w)^2) - sum(w)^2) / (k * sum(w) - sum(rowSums(w)^2))
	list(statistic = q, df = k - 1, p_value = pchisq(q, k - 1, lower.tail = FALSE))
}
page <- function(w) {
	ranks <- t(apply(w, 1, rank))
	long <- data.frame(y = as.vector(w), x = factor(rep(seq_len(ncol(w)), each = nrow(w)), ordered = TRUE), id = factor(rep(seq_len(nrow(w)), ncol(w))))
	z <- statistic(symmetry_test(y ~ x | id, long, ytrafo = function(data)
		trafo(data, numeric_trafo = rank_trafo, block = long$id)), "standardized")
	list(statistic = sum(seq_len(ncol(w)) * colSums(ranks)), p_value = 2 * pnorm(-abs(as.numeric(z))))
}
shares <- function(d, name, arm, sex) {
	u <- d[about(d, arm, sex, FALSE) & !is.na(d[[name]]), ]
	t <- prop.trend.test(as.vector(tapply(u[[name]], u$round, sum)), as.vector(tapply(u[[name]], u$round, length)), years)
	list(n = nrow(u), statistic = unname(t$statistic), df = 1, p_value = t$p.value)
}

# ---- the cells to be compared ----
row_of <- function(what, name, did, arm, sex, sample, method, values) {
	data.frame(what = what, indicator = name, contrast = if (did) "trend_did" else "trend", arm = arm,
		group = if (sex == "") "" else "sex", group_value = sex, sample = sample, method = method,
		column = names(values), want = sprintf("%.15g", unlist(values)),
		tolerance = ifelse(names(values) == "p_value", "1e-7", "1e-9"))
}
looks <- rbind(expand.grid(arm = c("", "comp", "prog"), sex = c("", "L", "P"), did = FALSE, stringsAsFactors = FALSE),
	expand.grid(arm = "prog", sex = c("", "L", "P"), did = TRUE, stringsAsFactors = FALSE))
each <- function(what, method, sample, of, names = c("y", "z", "q")) {
	do.call(rbind, lapply(names, function(name) do.call(rbind, lapply(seq_len(nrow(looks)), function(i) {
		look <- looks[i, ]
		row_of(what, name, look$did, look$arm, look$sex, sample, method, of(name, look$arm, look$sex, look$did))
	}))))
}
# How the rounds' means bend: the same contrast with the parabola's coefficients, for each arm.
bent <- function(d, method, of = all_cr2) {
	straight <- line
	line <<- bend
	on.exit(line <<- straight)
	do.call(rbind, lapply(c("y", "z", "q"), function(name) do.call(rbind, lapply(1:9, function(i) {
		look <- looks[i, ]
		values <- of(d, name, look$arm, look$sex, FALSE)
		rows <- row_of("how courses bend", name, FALSE, look$arm, look$sex, "all", method, values[names(values) != "effect_size"])
		rows$contrast <- "trend_bend"
		rows
	}))))
}
ranked <- function() {
	do.call(rbind, lapply(c("y", "z", "q"), function(name) do.call(rbind, lapply(1:9, function(i) {
		look <- looks[i, ]
		whole <- complete(panel, name)
		w <- whole$wide[about(whole$base, look$arm, look$sex, FALSE), ]
		rows <- row_of("checks by ranks", name, FALSE, look$arm, look$sex, "panel", if (name == "z") "cochran_q" else "friedman",
			c(list(n = nrow(w)), if (name == "z") cochran(w) else friedman(w)))
		rbind(rows, row_of("checks by ranks", name, FALSE, look$arm, look$sex, "panel", "page_l", page(w)))
	}))))
}
save <- function(folder, rows) {
	write.table(rows, file.path("../../pipeline/trend", folder, "trend.checks.csv"), sep = ",", row.names = FALSE, quote = FALSE)
}
scores("panel", panel, FALSE)
save("panel", rbind(
	each("slopes of the complete panel", "cr2_t", "panel", function(...) panel_cr2(panel, ...)),
	each("contrasts of everybody's means", "cr2_t", "all", function(...) all_cr2(panel, ...)),
	bent(panel, "cr2_t"),
	ranked()))
scores("weighted", panel, TRUE)
save("weighted", rbind(
	each("weighted slopes of the complete panel", "survey_t", "panel", function(...) panel_survey(panel, ...)),
	each("the same for few villages", "survey_small_t", "panel", function(...) panel_survey(panel, ..., small = TRUE)),
	each("unweighted slopes beside them", "cr2_t", "panel", function(...) panel_cr2(panel, ...)),
	each("weighted contrasts of everybody's means", "survey_t", "all", function(...) all_survey(panel, ...)),
	each("the same means for few villages", "survey_small_t", "all", function(...) all_survey(panel, ..., small = TRUE)),
	bent(panel, "survey_small_t", function(...) all_survey(..., small = TRUE))))
scores("cross", cross, FALSE)
save("cross", rbind(
	each("contrasts of means of other people", "cr2_t", "all", function(...) all_cr2(cross, ...)),
	bent(cross, "cr2_t"),
	do.call(rbind, lapply(1:9, function(i) row_of("trend in shares", "z", FALSE, looks$arm[i], looks$sex[i], "all",
		"cochran_armitage", shares(cross, "z", looks$arm[i], looks$sex[i]))))))
writeLines(versions, "versions.txt")
