# SPDX-License-Identifier: GPL-3.0-or-later
# How answers are spread, by R: Rscript reference.R (in this folder). Needs survey and clubSandwich.
#
# Invents the scores of a panel (14 villages of 5 to 23 people, 2 rounds; answers in five steps, money
# with zeros and ties, counts; some missing) and writes them with the cells of distributions.csv to be
# compared into tests/pipeline/spread: `villages`; `people`, without villages; `weighted`, with
# weights and two strata (an arm's villages are strata of their own in rows of one arm).
suppressMessages({ library(survey); library(clubSandwich) })
options(digits = 17)
set.seed(47, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# ---- the panel ----
size <- c(5, 7, 23, 9, 11, 8, 6, 14, 10, 12, 7, 9, 16, 5)
village <- rep(seq_along(size), size)
n <- length(village)
shift <- rnorm(14, sd = .6)[village]
d <- do.call(rbind, lapply(0:1, function(r) {
	d <- data.frame(respondent = sprintf("R%03d", 1:n), round = r, arm = ifelse(village %% 2 == 1, "prog", "comp"),
		cluster = sprintf("V%02d", village), stratum = ifelse(village %% 4 < 2, "north", "south"),
		weight = c(1, 1.5, 2.25, .8)[1 + (1:n) %% 4], sex = c("L", "P")[1 + (1:n) %% 2])
	d$rasa <- pmin(5, pmax(1, round(3 + shift + rnorm(n))))
	d$uang <- ifelse(runif(n) < .15, 0, 50 * round(exp(rnorm(n, 6 + shift + r / 4, .8)) / 50))
	d$ikut <- rnbinom(n, mu = exp(.8 + shift), size = 1.2)
	for (x in c("rasa", "uang", "ikut")) d[[x]][runif(n) < .07] <- NA
	d
}))
blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15, scientific = FALSE))
scores <- function(folder, cluster, stratum, weight) {
	lines <- paste(d$respondent, d$round, d$arm, cluster, stratum, weight, "", d$sex, blank(d$rasa), blank(d$uang),
		blank(d$ikut), sep = ",")
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,rasa,uang,ikut", lines),
		file.path("../../pipeline/spread", folder, "scores.csv"))
}
scores("villages", d$cluster, "", "")
scores("people", d$respondent, "", "")
scores("weighted", d$cluster, d$stratum, d$weight)

# ---- a cell: the people of a round, arm and sex with a value; the design holds everybody of the round ----
cell_of <- function(x, round, arm, sex) {
	all <- d[d$round == round, ]
	all$y <- all[[x]]
	here <- (arm == "" | all$arm == arm) & (sex == "" | all$sex == sex) & !is.na(all$y)
	all$strata <- if (arm == "") all$stratum else paste(all$stratum, all$arm)
	list(u = all[here, ], here = here, all = all)
}
design_of <- function(cell, y) {
	all <- cell$all
	all$z <- 0
	all$z[cell$here] <- y
	subset(svydesign(~cluster, strata = ~strata, weights = ~weight, data = all), cell$here)
}

# The mean of y over a cell: estimate, standard error, df.
mean_of <- function(cell, y, how) {
	if (how == "weighted") {
		s <- design_of(cell, y)
		m <- svymean(~z, s)
		return(list(e = coef(m)[[1]], se = SE(m)[[1]], df = degf(s)))
	}
	t <- coef_test(lm(y ~ 1), vcov = "CR2", cluster = if (how == "people") cell$u$respondent else cell$u$cluster)
	list(e = t$beta, se = t$SE, df = t$df)
}

share <- function(cell, y, how) {
	if (how == "people") {
		w <- suppressWarnings(prop.test(sum(y), length(y), correct = FALSE))$conf.int
		return(list(estimate = mean(y), conf_low = w[1], conf_high = w[2]))
	}
	m <- mean_of(cell, y, how)
	if (m$se < 1e-12) return(list(estimate = m$e))
	limits <- plogis(qlogis(m$e) + c(-1, 1) * qt(.975, m$df) * m$se / (m$e * (1 - m$e)))
	if (how == "weighted") { # survey says the same
		ci <- attr(svyciprop(~z, design_of(cell, y), method = "xlogit", df = m$df), "ci")
		stopifnot(all.equal(unname(as.vector(ci)), limits, tolerance = 1e-12))
	}
	list(estimate = m$e, std_error = m$se, df = m$df, conf_low = limits[1], conf_high = limits[2])
}

# Limits at which fewer than three people lie are left out.
guard <- function(cell, limits) {
	y <- cell$u$y
	low <- if (is.na(limits[1]) || sum(y <= limits[1]) < 3) NA else limits[1]
	high <- if (is.na(limits[2]) || sum(y >= limits[2]) < 3) NA else limits[2]
	list(conf_low = low, conf_high = high)
}
quantile_of <- function(cell, p, how) {
	y <- cell$u$y
	if (how == "people") {
		e <- quantile(y, p, type = 7, names = FALSE)
		ranks <- c(qbinom(.025, length(y), p), qbinom(.975, length(y), p) + 1)
		s <- sort(y)
		limits <- c(if (ranks[1] < 1) NA else s[ranks[1]], if (ranks[2] > length(y)) NA else s[ranks[2]])
		return(c(list(estimate = e), guard(cell, limits)))
	}
	if (how == "weighted") {
		s <- design_of(cell, y)
		q <- suppressWarnings(svyquantile(~z, s, p, interval.type = "mean", qrule = "math", df = degf(s)))$z
		e <- q[1]
		limits <- c(q[2], q[3])
		below <- mean_of(cell, as.numeric(y <= e), how)
	} else {
		e <- quantile(y, p, type = 7, names = FALSE)
		below <- mean_of(cell, as.numeric(y <= e), how)
		at <- below$e + c(-1, 1) * qt(.975, below$df) * below$se
		limits <- sapply(at, function(a) if (a < 0 || a > 1) NA else quantile(y, a, type = 7, names = FALSE))
	}
	limits <- guard(cell, limits)
	c(list(estimate = e, std_error = (limits$conf_high - limits$conf_low) / (2 * qt(.975, below$df)), df = below$df),
		limits)
}

winsorised <- function(cell, x, how) {
	cut <- quantile(d[[x]][d$round == 0], c(.01, .99), type = 7, na.rm = TRUE, names = FALSE)
	m <- mean_of(cell, pmin(pmax(cell$u$y, cut[1]), cut[2]), how)
	reach <- qt(.975, m$df) * m$se
	list(estimate = m$e, std_error = m$se, df = m$df, conf_low = m$e - reach, conf_high = m$e + reach)
}

# Twice the area between the trapezoid Lorenz curve and the diagonal.
gini <- function(y, w) {
	o <- order(y)
	y <- y[o]
	w <- w[o] / sum(w)
	mu <- sum(w * y)
	f <- cumsum(w) - w / 2
	2 * sum(w * (y - mu) * (f - sum(w * f))) / mu
}
over <- function(y, w) {
	m <- sum(w * y) / sum(w)
	length(y) / (length(y) - 1) * sum(w * (y - m)^2) / sum(w) / m
}
jackknifed <- function(cell, f, how, top) {
	y <- cell$u$y
	w <- if (how == "weighted") cell$u$weight else rep(1, length(y))
	unit <- if (how == "people") cell$u$respondent else cell$u$cluster
	e <- f(y, w)
	r <- sapply(unique(unit), function(g) f(y[unit != g], w[unit != g]))
	k <- length(r)
	se <- sqrt((k - 1) / k * sum((r - mean(r))^2))
	if (how != "people") { # survey says the same of the replicates
		s <- as.svrepdesign(svydesign(~unit, weights = ~w, data = data.frame(unit, w, y)), type = "JK1", mse = FALSE)
		v <- SE(withReplicates(s, function(w, data) f(data$y[w > 0], w[w > 0])))
		stopifnot(all.equal(as.numeric(v), se, tolerance = 1e-9))
	}
	reach <- qt(.975, k - 1) * se
	list(estimate = e, std_error = se, df = k - 1, conf_low = max(0, e - reach), conf_high = min(top, e + reach))
}

# ---- all cells ----
rows_of <- function(what, keys, cells) {
	data.frame(what = what, keys, column = names(cells), want = sapply(cells, function(x)
		if (is.na(x)) "" else sprintf("%.15g", x)), tolerance = ifelse(is.na(unlist(cells)), "", "1e-9"), check.names = FALSE)
}
checks <- function(how) {
	rows <- list()
	add <- function(what, x, cell, keys, name, value, cells) {
		keys <- data.frame(indicator = x, keys, measure = name, value = value)
		cells <- c(list(n = nrow(cell$u), n_missing = keys$missing), cells)
		keys$missing <- NULL
		rows[[length(rows) + 1]] <<- rows_of(what, keys, cells)
	}
	for (round in 0:1) for (arm in c("", "comp", "prog")) for (sex in c("", "L", "P")) {
		people <- d$round == round & (arm == "" | d$arm == arm) & (sex == "" | d$sex == sex)
		keys <- function(x) data.frame(round = round, arm = arm, group = if (sex == "") "" else "sex", group_value = sex,
			missing = sum(is.na(d[[x]][people])))
		cell <- cell_of("rasa", round, arm, sex)
		for (v in 1:5) add("shares", "rasa", cell, keys("rasa"), "share", v, share(cell, as.numeric(cell$u$y == v), how))
		add("shares", "rasa", cell, keys("rasa"), "top_two", 4, share(cell, as.numeric(cell$u$y >= 4), how))
		add("quantiles", "rasa", cell, keys("rasa"), "median", "", quantile_of(cell, .5, how))
		cell <- cell_of("uang", round, arm, sex)
		for (p in c(.5, .1, .25, .75))
			add("quantiles", "uang", cell, keys("uang"), if (p == .5) "median" else paste0("p", 100 * p), "",
				quantile_of(cell, p, how))
		add("shares", "uang", cell, keys("uang"), "share_zero", "", share(cell, as.numeric(cell$u$y == 0), how))
		add("winsorised means", "uang", cell, keys("uang"), "winsorised_mean", "", winsorised(cell, "uang", how))
		add("Gini", "uang", cell, keys("uang"), "gini", "", jackknifed(cell, gini, how, 1))
		cell <- cell_of("ikut", round, arm, sex)
		add("quantiles", "ikut", cell, keys("ikut"), "median", "", quantile_of(cell, .5, how))
		add("shares", "ikut", cell, keys("ikut"), "share_zero", "", share(cell, as.numeric(cell$u$y == 0), how))
		add("over-dispersion", "ikut", cell, keys("ikut"), "variance_ratio", "", jackknifed(cell, over, how, Inf))
	}
	rows <- do.call(rbind, rows)
	rows <- rows[order(factor(rows$what, unique(rows$what))), ]
	write.table(rows, file.path("../../pipeline/spread", how, "distributions.checks.csv"), sep = ",", row.names = FALSE,
		quote = FALSE)
}
for (how in c("villages", "people", "weighted")) checks(how)
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ", clubSandwich ",
	packageVersion("clubSandwich"), ", reference.R"), "versions.txt")
