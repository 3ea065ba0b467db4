# SPDX-License-Identifier: GPL-3.0-or-later
# Targets and the results chain, by R: Rscript reference.R (in this folder). Needs clubSandwich and survey.
#
# Invents the scores of a panel (17 villages of 4 to 21 people, 4 rounds, some answers missing, ties) and
# writes them, and the cells of progress.csv and chain.csv to be compared, into tests/pipeline/goals:
# `villages`, and `weighted`, the same people with weights and strata. Variances and the covariance of two
# rounds come from the joint covariance matrix of clubSandwich or survey; Fieller's limits are found by
# uniroot from the definition, not by its formula. Correlations are cor.test's, of village means.
suppressMessages({ library(clubSandwich); library(survey) })
options(digits = 17)
set.seed(47, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
cat(paste0(R.version.string, ", clubSandwich ", packageVersion("clubSandwich"), ", survey ",
	packageVersion("survey"), "\n"), file = "versions.txt")

# ---- the panel ----
size <- c(9, 14, 21, 4, 12, 8, 10, 16, 11, 7, 13, 6, 18, 9, 12, 10, 8)
village <- rep(seq_along(size), size)
n <- length(village)
programme <- village %% 2 == 1
p <- data.frame(respondent = sprintf("R%03d", 1:n), arm = ifelse(programme, "prog", "comp"),
	cluster = sprintf("V%02d", village), stratum = ifelse(village %% 4 < 2, "hill", "coast"),
	weight = round(.5 + rexp(n, 1), 2), sex = sample(c("L", "P", ""), n, TRUE, c(.46, .48, .06)))
person <- rnorm(n)
# The path of each village in each round: business first, then income, then living.
path <- t(sapply(seq_along(size), function(g) cumsum(c(rnorm(1), .2 + .5 * (g %% 2) + rnorm(3, sd = .5)))))
d <- do.call(rbind, lapply(0:3, function(r) {
	before <- path[cbind(village, max(r, 1))]
	now <- path[cbind(village, r + 1)]
	e <- cbind(p, round = r)
	e$y <- round(11 + 1.2 * now + .8 * person + rnorm(n, sd = 1.5), 1)
	e$z <- rbinom(n, 1, plogis(-.4 + .5 * now + person / 2))
	e$u <- round(40 + 6 * (before + now) / 2 + 5 * person + rnorm(n, sd = 6), 1)
	e$w <- pmax(0, round(8 - .9 * before + rnorm(n), 1)) # ties and zeros
	for (i in c("y", "z", "u", "w")) e[[i]][runif(n) < .07] <- NA
	e[r == 0 | runif(n) > .08, ]
}))
write_scores <- function(folder, weighted) {
	blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15))
	lines <- paste(d$respondent, d$round, d$arm, d$cluster, if (weighted) d$stratum else "",
		if (weighted) blank(d$weight) else "", "", d$sex, blank(d$y), blank(d$z), blank(d$u), blank(d$w), sep = ",")
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,y,z,u,w", lines),
		file.path("../../pipeline/goals", folder, "scores.csv"))
}
write_scores("villages", FALSE)
write_scores("weighted", TRUE)

# ---- levels of two rounds with their joint covariance matrix ----
# By clubSandwich: means of both rounds as a saturated model. df of the difference.
levels_cr2 <- function(a, outcome) {
	a <- a[!is.na(a[[outcome]]), ]
	a$later <- factor(a$round)
	m <- lm(as.formula(paste(outcome, "~ 0 + later")), a)
	V <- vcovCR(m, a$cluster, type = "CR2")
	t <- linear_contrast(m, V, contrasts = matrix(c(-1, 1), 1), test = "Satterthwaite")
	one <- function(k) linear_contrast(m, V, contrasts = matrix(diag(2)[k, ], 1), test = "Satterthwaite")
	list(mean = unname(coef(m)), V = as.matrix(V), df = t$df, df_after = one(2)$df)
}
# By survey: every village counts, and each arm's villages are strata of their own.
levels_survey <- function(a, outcome, all) {
	all$keep <- all$respondent %in% a$respondent & paste(all$respondent, all$round) %in% paste(a$respondent, a$round) &
		!is.na(all[[outcome]])
	all$layer <- paste(all$stratum, all$arm)
	s <- svydesign(~cluster, strata = ~layer, weights = ~weight, data = all, nest = TRUE)
	s <- subset(s, keep)
	m <- svyby(as.formula(paste("~", outcome)), ~round, s, svymean, covmat = TRUE)
	v <- unique(all[all$keep, c("cluster", "layer")])
	late <- unique(all[all$keep & all$round == max(a$round), c("cluster", "layer")])
	list(mean = unname(coef(m)), V = vcov(m), df = nrow(v) - length(unique(v$layer)),
		df_after = nrow(late) - length(unique(late$layer)))
}
# All r for which N - r D cannot be told from 0, found by uniroot; NA where the set has no end.
fieller <- function(l, target) {
	B <- l$mean[1]; F <- l$mean[2]; t <- qt(.975, l$df)
	gap <- function(r) {
		c1 <- c(-(1 - r), 1) # F - B - r (T - B) = F - (1 - r) B - r T
		(sum(c1 * l$mean) - r * target)^2 - t^2 * as.vector(c1 %*% l$V %*% c1)
	}
	D <- target - B
	if (abs(D) < max(2, t) * sqrt(l$V[1, 1])) return(c(NA, NA))
	r <- (F - B) / D
	far <- 1
	while (gap(r - far) <= 0 || gap(r + far) <= 0) far <- far * 2
	root <- function(a, b) uniroot(gap, c(a, b), tol = 1e-14, maxiter = 10000)$root
	c(root(r - far, r), root(r, r + far))
}
rows <- function(keys, cells, p = character()) do.call(rbind, lapply(names(cells), function(column)
	data.frame(keys, column = column, want = if (is.character(cells[[column]])) cells[[column]] else
		if (is.na(cells[[column]])) "" else sprintf("%.15g", cells[[column]]),
		tolerance = if (is.character(cells[[column]]) || is.na(cells[[column]])) "" else if (column %in% p) "1e-7" else "1e-9",
		check.names = FALSE)))

progress <- function(folder, weighted) {
	targets <- read.csv(file.path("../../pipeline/goals", folder, "targets.csv"), colClasses = "character")
	down <- c(y = FALSE, z = FALSE, u = FALSE, w = TRUE)
	out <- lapply(seq_len(nrow(targets)), function(i) {
		t <- targets[i, ]
		arm <- if (t$arm == "") "prog" else t$arm
		a <- d[d$round %in% c(0, as.integer(t$round)) & d$arm == arm, ]
		if (t$group != "") a <- a[a[[t$group]] == t$group_value, ]
		l <- if (weighted) levels_survey(a, t$indicator, d[d$round %in% c(0, as.integer(t$round)), ]) else levels_cr2(a, t$indicator)
		goal <- as.numeric(t$target)
		reach <- qt(.975, l$df_after) * sqrt(l$V[2, 2])
		low <- l$mean[2] - reach; high <- l$mean[2] + reach
		met <- if (down[[t$indicator]]) high <= goal else low >= goal
		missed <- if (down[[t$indicator]]) low > goal else high < goal
		ahead <- if (down[[t$indicator]]) l$mean[1] - goal else goal - l$mean[1]
		limits <- if (ahead > 0) fieller(l, goal) else c(NA, NA)
		share <- if (is.na(limits[1])) NA else (l$mean[2] - l$mean[1]) / (goal - l$mean[1])
		rows(data.frame(what = "progress", indicator = t$indicator, round_to = t$round, arm = arm, group = t$group,
				group_value = t$group_value, target = t$target),
			list(value_from = l$mean[1], value_to = l$mean[2], std_error = sqrt(l$V[2, 2]), df = l$df_after,
				conf_low = low, conf_high = high, progress = share, progress_low = limits[1],
				progress_high = limits[2], verdict = if (met) "reached" else if (missed) "not_reached" else "unclear",
				status = if (!(ahead > 0)) "NO_DISTANCE" else if (is.na(limits[1])) "UNBOUNDED" else "ok"))
	})
	write.csv(do.call(rbind, out), file.path("../../pipeline/goals", folder, "progress.checks.csv"), quote = FALSE, row.names = FALSE)
}
progress("villages", FALSE)
progress("weighted", TRUE)

# ---- the chain: mean changes of the programme villages from one round to the next, by cor.test ----
village_changes <- function(outcome, to, weighted) {
	a <- d[d$round == to - 1, c("respondent", "cluster", "arm", "weight", outcome)]
	b <- d[d$round == to, c("respondent", outcome)]
	m <- merge(a, b, by = "respondent")
	m$change <- m[[paste0(outcome, ".y")]] - m[[paste0(outcome, ".x")]]
	m <- m[!is.na(m$change) & m$arm == "prog", ]
	if (outcome == "w") m$change <- -m$change # less is better
	sapply(split(m, m$cluster), function(v) weighted.mean(v$change, if (weighted) v$weight else rep(1, nrow(v))))
}
chain <- function(folder, weighted) {
	out <- list()
	for (link in list(c("a", "b"), c("a", "c"), c("b", "c"))) for (to in 1:3) {
		primary <- c(a = "y", b = "u", c = "w")
		before <- max(1, to - 1)
		x <- village_changes(primary[[link[1]]], before, weighted)
		y <- village_changes(primary[[link[2]]], to, weighted)
		both <- intersect(names(x), names(y))
		r <- cor.test(x[both], y[both])
		out[[length(out) + 1]] <- rows(data.frame(what = "chain", parent = link[1], child = link[2], round_to = to, arm = "prog"),
			list(lag = to - before, correlation = unname(r$estimate), conf_low = r$conf.int[1], conf_high = r$conf.int[2],
				clusters = length(both), status = "ok"))
	}
	write.csv(do.call(rbind, out), file.path("../../pipeline/goals", folder, "chain.checks.csv"), quote = FALSE, row.names = FALSE)
}
chain("villages", FALSE)
chain("weighted", TRUE)

# ---- planning from the last two rounds: analysis of variance of villages within arms, power by pt ----
spread_of <- function(v, a) { # between, within, icc of one variable
	a <- a[!is.na(v), ]; v <- v[!is.na(v)]
	ms <- anova(lm(v ~ arm + factor(cluster), a))[["Mean Sq"]]
	df <- anova(lm(v ~ arm + factor(cluster), a))[["Df"]]
	n <- tapply(v, a$cluster, length); of <- tapply(a$arm, a$cluster, function(x) x[1])
	n0 <- (sum(n) - sum(tapply(n^2, of, sum) / tapply(n, of, sum))) / df[2]
	c(between = max(0, (ms[2] - ms[3]) / n0), within = ms[3], icc = (ms[2] - ms[3]) / (ms[2] + (n0 - 1) * ms[3]))
}
planning <- function(folder) {
	out <- list()
	for (outcome in c("y", "z", "u", "w")) {
		a <- d[d$round == 2, ]; b <- d[d$round == 3, ]
		level <- (spread_of(a[[outcome]], a) + spread_of(b[[outcome]], b)) / 2
		a$later <- b[[outcome]][match(a$respondent, b$respondent)]
		change <- spread_of(a$later - a[[outcome]], a)
		there <- !is.na(a[[outcome]])
		lost <- mean(is.na(a$later[there]))
		for (design in c("did", "ancova")) for (k in c(5, 12, 80)) for (m in c(5, 40)) {
			stay <- m * (1 - lost)
			vd <- change["between"] + change["within"] / stay
			vl <- level["between"] + level["within"] / stay
			shared <- vl - vd / 2
			se <- unname(sqrt((if (design == "did") 2 * vd else 2 * (vl - shared^2 / vl)) / k))
			df <- 2 * k - if (design == "did") 2 else 3
			ncp <- uniroot(function(x) pt(qt(.975, df), df, x, lower.tail = FALSE) - .8, c(0, 30), tol = 1e-13)$root
			out[[length(out) + 1]] <- rows(data.frame(what = "planning", indicator = outcome, design = design, villages = k, people = m),
				list(sd = unname(sqrt(level["between"] + level["within"])), icc = unname(change["icc"]), attrition = lost,
					autocorrelation = unname(1 - (change["between"] + change["within"]) / 2 / (level["between"] + level["within"])),
					std_error = se, df = df, detectable = ncp * se, status = "ok"))
		}
	}
	write.csv(do.call(rbind, out), file.path("../../pipeline/goals", folder, "power.checks.csv"), quote = FALSE, row.names = FALSE)
}
planning("villages")
planning("weighted") # people count the same in a plan

# ---- correlations alone, with ties and perfect ones, for the unit test ----
lines <- c(paste0("# ", R.version.string, ", goals/reference.R"), "x,y,confidence,r,conf_low,conf_high")
for (i in 1:30) {
	k <- sample(4:20, 1)
	x <- round(rnorm(k, 100 * (i %% 4 == 0)), i %% 3)
	y <- if (i == 7) 3 - 2 * x else round(rnorm(k) + x * runif(1, -1, 1), i %% 2)
	conf <- c(.9, .95, .99)[i %% 3 + 1]
	r <- cor.test(x, y, conf.level = conf)
	lines <- c(lines, paste(c(paste(x, collapse = " "), paste(y, collapse = " "), conf,
		sprintf("%.17g", c(r$estimate, r$conf.int))), collapse = ","))
}
writeLines(lines, "../stat/correlation.csv")

# ---- Fieller alone: ratios of two estimates, for the unit test ----
lines <- c(paste0("# ", R.version.string, ", goals/reference.R"),
	"numerator,denominator,var_numerator,var_denominator,covariance,df,confidence,ratio,conf_low,conf_high")
for (i in 1:40) {
	N <- round(rnorm(1, sd = 3), 2); D <- round(rnorm(1, 2, 2), 2)
	sN <- round(rexp(1), 3); sD <- round(rexp(1, 2), 3) * (i %% 5 != 0); rho <- round(runif(1, -.9, .9), 2)
	df <- if (i %% 7 == 0) Inf else round(1 + rexp(1, .1), 2); conf <- c(.9, .95, .99)[i %% 3 + 1]
	vN <- sN^2; vD <- sD^2; C <- rho * sN * sD
	t <- qt((1 + conf) / 2, df)
	gap <- function(r) (N - r * D)^2 - t^2 * (vN - 2 * r * C + r^2 * vD)
	limits <- c(NA, NA)
	if (D^2 > t^2 * vD) {
		far <- 1
		while (gap(N / D - far) <= 0 || gap(N / D + far) <= 0) far <- far * 2
		limits <- c(uniroot(gap, c(N / D - far, N / D), tol = 1e-14, maxiter = 10000)$root,
			uniroot(gap, c(N / D, N / D + far), tol = 1e-14, maxiter = 10000)$root)
	}
	lines <- c(lines, paste(sprintf("%.17g", c(N, D, vN, vD, C, df, conf, if (is.na(limits[1])) NA else N / D, limits)), collapse = ","))
}
writeLines(lines, "../stat/fieller.csv")
