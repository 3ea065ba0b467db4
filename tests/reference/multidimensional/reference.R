# SPDX-License-Identifier: GPL-3.0-or-later
# Who is held back in several things at once, by R: Rscript reference.R (in this folder). Needs survey and
# clubSandwich.
#
# Invents the answers of a panel (14 villages of 5 to 23 people, 2 rounds; yes or no, five steps, money with
# ties at the cut-off, hours, tenths that binary numbers cannot hold; some missing) and writes them with the
# cells of multidimensional.csv to be compared into tests/pipeline/multidimensional: `villages`; `people`,
# without villages; `weighted`, with weights and two strata (an arm's villages are strata of their own in
# rows of one arm).
suppressMessages({ library(survey); library(clubSandwich) })
options(digits = 17)
set.seed(53, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

# ---- the panel ----
size <- c(5, 7, 23, 9, 11, 8, 6, 14, 10, 12, 7, 9, 16, 5)
village <- rep(seq_along(size), size)
n <- length(village)
shift <- rnorm(14, sd = .7)[village]
d <- do.call(rbind, lapply(0:1, function(r) {
	d <- data.frame(respondent = sprintf("R%03d", 1:n), round = r, arm = ifelse(village %% 2 == 1, "prog", "comp"),
		cluster = sprintf("V%02d", village), stratum = ifelse(village %% 4 < 2, "north", "south"),
		weight = c(1, 1.5, 2.25, .8)[1 + (1:n) %% 4], sex = c("L", "P")[1 + (1:n) %% 2])
	able <- shift + rnorm(n) + r / 4
	d$air <- as.numeric(able + rnorm(n) > -.5)
	d$suara <- pmin(5, pmax(1, round(3.2 + able)))
	d$utang <- ifelse(runif(n) < .3, 0, 100 * round(exp(rnorm(n, 6 - able / 2, .6)) / 100))
	d$jam <- pmin(24, pmax(0, round(2 * (9.5 - able + rnorm(n))) / 2))
	d$beban <- pmin(12, pmax(0, round(5.5 - 1.5 * able + rnorm(n))))
	for (x in c("air", "suara", "utang", "jam", "beban")) d[[x]][runif(n) < .035] <- NA
	d
}))
blank <- function(x) ifelse(is.na(x), "", format(x, trim = TRUE, digits = 15, scientific = FALSE, drop0trailing = TRUE))
responses <- function(folder, cluster, stratum, weight) {
	lines <- paste(d$respondent, d$round, d$arm, cluster, stratum, weight, "", d$sex, blank(d$air), blank(d$suara),
		blank(d$utang), blank(d$jam), blank(d$beban), sep = ",")
	writeLines(c("respondent,round,arm,cluster,stratum,weight,fpc,sex,air,suara,utang,jam,beban", lines),
		file.path("../../pipeline/multidimensional", folder, "responses.csv"))
}
responses("villages", d$cluster, "", "")
responses("people", d$respondent, "", "")
responses("weighted", d$cluster, d$stratum, d$weight)

# ---- what each person lacks: whole weights, and tenths as whole numbers ----
lacks <- data.frame(air = d$air < 1, suara = d$suara < 4, utang = d$utang > 400, jam = d$jam > 10.5, beban = d$beban > 6)
stopifnot(any(d$utang == 400, na.rm = TRUE), any(d$jam == 10.5, na.rm = TRUE), any(d$beban == 6, na.rm = TRUE))
indices <- list(daya = list(weights = c(suara = 2, air = 1, utang = 1, jam = 2, beban = 3), k = 4),
	semua = list(weights = c(air = 1, suara = 1, utang = 1), k = 3))

# ---- a cell: the people of a round, arm and sex; the design holds everybody of the round ----
design_of <- function(all, y) {
	all$y <- y
	svydesign(~cluster, strata = ~strata, weights = ~weight, data = all)
}

# The mean of y over the rows `here` of a round: estimate, standard error, df.
mean_of <- function(all, y, here, how) {
	if (how == "weighted") {
		s <- subset(design_of(all, y), here)
		m <- svymean(~y, s)
		return(list(estimate = coef(m)[[1]], std_error = SE(m)[[1]], df = degf(s)))
	}
	t <- coef_test(lm(y[here] ~ 1), vcov = "CR2", cluster = if (how == "people") all$respondent[here] else all$cluster[here])
	list(estimate = t$beta, std_error = t$SE, df = t$df)
}
share <- function(all, y, here, how) {
	y <- as.numeric(y)
	if (how == "people") {
		w <- suppressWarnings(prop.test(sum(y[here]), sum(here), correct = FALSE))$conf.int
		return(list(estimate = mean(y[here]), conf_low = w[1], conf_high = w[2]))
	}
	m <- mean_of(all, y, here, how)
	if (m$std_error < 1e-12) return(list(estimate = m$estimate))
	if (m$df < 1 - 1e-9) return(list(status = "DF<1"))
	limits <- plogis(qlogis(m$estimate) + c(-1, 1) * qt(.975, m$df) * m$std_error / (m$estimate * (1 - m$estimate)))
	c(m, list(conf_low = limits[1], conf_high = limits[2]))
}
mean_limits <- function(all, y, here, how) {
	m <- mean_of(all, y, here, how)
	if (m$std_error < 1e-12) return(list(estimate = m$estimate)) # all lack as much
	reach <- qt(.975, m$df) * m$std_error
	c(m, list(conf_low = max(0, m$estimate - reach), conf_high = min(1, m$estimate + reach)))
}

measures <- function(index, round, arm, sex, how, add) {
	weights <- indices[[index]]$weights
	rows <- d$round == round
	all <- d[rows, ]
	all$strata <- if (arm == "") all$stratum else paste(all$stratum, all$arm)
	g <- as.matrix(lacks[rows, names(weights)])
	cell <- (arm == "" | all$arm == arm) & (sex == "" | all$sex == sex)
	answered <- rowSums(!is.na(g))
	complete <- answered == ncol(g)
	kept <- cell & complete
	dropped <- cell & !complete & answered > 0
	g[is.na(g)] <- FALSE
	lacking <- as.vector(g %*% weights)
	poor <- complete & lacking >= indices[[index]]$k
	censored <- ifelse(poor, lacking, 0)
	part <- censored / sum(weights)
	w <- if (how == "weighted") all$weight else rep(1, nrow(all))

	add("headcount", "", c(list(n = sum(kept), n_missing = sum(cell) - sum(kept)), share(all, poor, kept, how)))
	a <- mean_limits(all, part, kept & poor, how)
	if (how == "weighted") { # the mean over a part of the people is the linearised ratio
		s <- design_of(all, part)
		s <- subset(update(s, held = as.numeric(poor)), kept)
		ratio <- svyratio(~y, ~held, s)
		stopifnot(all.equal(coef(ratio)[[1]], a$estimate, tolerance = 1e-12),
			a$estimate > 1 - 1e-12 || all.equal(SE(ratio)[[1]], a$std_error, tolerance = 1e-12))
	}
	add("intensity", "", c(list(n = sum(kept & poor)), a))
	m0 <- mean_limits(all, part, kept, how)
	add("adjusted_headcount", "", m0)
	stopifnot(all.equal(m0$estimate, weighted.mean(poor[kept], w[kept]) * a$estimate))
	add("dropped", "", c(list(n = sum(kept | dropped)), share(all, dropped, kept | dropped, how)))
	for (j in names(weights)) {
		censored_j <- poor & g[, j]
		add("censored_headcount", j, share(all, censored_j, kept, how))
		add("uncensored_headcount", j, share(all, g[, j], kept, how))
		add("contribution", j, list(n = sum(kept & poor), estimate = weights[[j]] *
			weighted.mean(censored_j[kept], w[kept]) / (sum(weights) * m0$estimate)))
		here <- dropped & !is.na(lacks[rows, j])
		if (sex == "" && sum(here) > 1)
			add("dropped_headcount", j, c(list(n = sum(here)), share(all, g[, j], here, how)))
	}
	if (sex == "") add("", "", list(estimate = 100 * (1 - m0$estimate), std_error = 100 * m0$std_error))
}

text <- function(x) if (is.character(x)) x else sprintf("%.15g", x)
checks <- function(how) {
	rows <- estimates <- list()
	for (index in names(indices)) for (round in if (index == "daya") 0:1 else 1)
		for (arm in c("", "comp", "prog")) for (sex in if (round == 1 && arm != "comp") c("", "L", "P") else "") {
			keys <- data.frame(round = round, arm = arm, group = if (sex == "") "" else "sex", group_value = sex)
			measures(index, round, arm, sex, how, function(measure, member, cells) {
				wants <- data.frame(column = names(cells), want = sapply(cells, text),
					tolerance = ifelse(sapply(cells, is.character), "", "1e-9"))
				if (measure == "")
					estimates[[length(estimates) + 1]] <<- data.frame(what = "means of the index", indicator = index, keys, wants)
				else
					rows[[length(rows) + 1]] <<- data.frame(what = paste0(index, ": ", measure), indicator = index, keys,
						measure = measure, member = member, wants)
			})
		}
	write <- function(rows, file) {
		rows <- do.call(rbind, rows)
		rows <- rows[order(factor(rows$what, unique(rows$what))), ]
		write.table(rows, file.path("../../pipeline/multidimensional", how, file), sep = ",", row.names = FALSE, quote = FALSE)
	}
	write(rows, "multidimensional.checks.csv")
	write(estimates, "estimates.checks.csv")
}
for (how in c("villages", "people", "weighted")) checks(how)
writeLines(paste0("# ", R.version.string, ", survey ", packageVersion("survey"), ", clubSandwich ",
	packageVersion("clubSandwich"), ", reference.R"), "versions.txt")
