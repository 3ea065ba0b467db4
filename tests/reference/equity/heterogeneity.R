# SPDX-License-Identifier: GPL-3.0-or-later
# How far villages differ, by R: Rscript heterogeneity.R (in this folder, after gap.R). Needs metafor.
#
# From the scores of tests/pipeline/equity/panel and cross_section: the change of each village with the
# variance of people within villages pooled; then rma(method = "PM", test = "knha") and confint() of
# them. Writes the cells of villages.csv and heterogeneity.csv to be compared.
suppressMessages(library(metafor))
suppressMessages(library(clubSandwich))
options(digits = 17)
versions <- paste0("# ", R.version.string, ", metafor ", packageVersion("metafor"), ", clubSandwich ",
	packageVersion("clubSandwich"), ", heterogeneity.R")
row_of <- function(name, keys, cells) do.call(rbind, lapply(names(cells), function(column) {
	data.frame(what = name, keys, column = column, want = sprintf("%.15g", cells[[column]]),
		tolerance = if (grepl("p$", column)) "1e-7" else "1e-9", check.names = FALSE)
}))

# Q(tau^2) = target; confint() stops at four digits or so
root <- function(y, v, target) {
	q <- function(t) { w <- 1 / (v + t); sum(w * (y - sum(w * y) / sum(w))^2) - target }
	if (q(0) <= 0) return(0)
	uniroot(q, c(0, 100 * max((y - mean(y))^2 + v)), tol = 1e-15, maxiter = 1e4)$root
}
spread <- function(y, v) {
	k <- length(y)
	tight <- list(tau2.max = 1e4, tol = 1e-15, maxiter = 1e4)
	m <- rma(y, v, method = "PM", test = "knha", control = tight)
	t2 <- root(y, v, k - 1)
	stopifnot(abs(t2 - m$tau2) < 1e-6 * (1 + t2))
	m <- rma(y, v, tau2 = t2, test = "knha")
	profile <- suppressWarnings(confint(rma(y, v, method = "PM", test = "knha")))$random["tau", ]
	low <- sqrt(root(y, v, qchisq(.975, k - 1)))
	high <- sqrt(root(y, v, qchisq(.025, k - 1)))
	stopifnot(abs(low - profile[["ci.lb"]]) < 1e-3, abs(high - profile[["ci.ub"]]) < 1e-3)
	reach <- qt(.975, k - 2) * sqrt(t2 + m$se^2)
	list(estimate = c(m$beta), std_error = m$se, df = k - 1, conf_low = m$ci.lb, conf_high = m$ci.ub, tau = sqrt(t2),
		tau_low = low, tau_high = high, i2 = m$I2 / 100, q = m$QE, q_df = k - 1, q_p = m$QEp,
		prediction_low = c(m$beta) - reach, prediction_high = c(m$beta) + reach)
}
study <- function(folder) {
	panel <- folder == "panel"
	d <- read.csv(file.path("../../pipeline/equity", folder, "scores.csv"), colClasses = c(respondent = "character"))
	villages <- list()
	spreads <- list()
	for (v in c("y", "z")) for (pair in list(c(0, 2), c(1, 2))) {
		a <- d[d$round == pair[1] & !is.na(d[[v]]), ]
		b <- d[d$round == pair[2] & !is.na(d[[v]]), ]
		a$v <- a[[v]]
		b$v <- b[[v]]
		if (panel) {
			a$w <- b$v[match(a$respondent, b$respondent)]
			a <- a[!is.na(a$w), ]
			a$x <- a$w - a$v
			fit <- lm(x ~ 1, a[a$arm == "comp", ])
			mean_of <- coef_test(fit, vcov = "CR2", cluster = a$cluster[a$arm == "comp"])
		} else {
			l <- rbind(cbind(a, later = 0), cbind(b, later = 1))
			l <- l[l$arm == "comp", ]
			mean_of <- coef_test(lm(v ~ later, l), vcov = "CR2", cluster = l$cluster)[2, ]
		}
		for (arm in c("comp", "prog")) {
			p <- a[a$arm == arm, ]
			q <- b[b$arm == arm, ]
			names <- sort(unique(p$cluster))
			if (panel) {
				within <- lm(x ~ cluster, p)
				n <- table(p$cluster)
				y <- tapply(p$x, p$cluster, mean)
				share <- 1 / n
			} else {
				names <- intersect(names, q$cluster)
				l <- rbind(cbind(p, later = 0), cbind(q, later = 1))
				within <- lm(v ~ paste(cluster, later), l)
				n <- table(p$cluster)
				y <- tapply(q$v, q$cluster, mean) - tapply(p$v, p$cluster, mean)
				share <- 1 / n + 1 / table(q$cluster)
			}
			s2 <- summary(within)$sigma^2
			df <- within$df.residual
			se <- sqrt(s2 * c(share[names]))
			y <- c(y[names])
			keys <- data.frame(indicator = v, round_from = pair[1], round_to = pair[2], arm = arm)
			for (g in names) {
				cells <- list(n_from = n[[g]], estimate = y[[g]], std_error = se[[g]], df = df,
					conf_low = y[[g]] - qt(.975, df) * se[[g]], conf_high = y[[g]] + qt(.975, df) * se[[g]])
				if (arm == "prog") {
					both <- se[[g]]^2 + mean_of$SE^2
					dfw <- both^2 / (se[[g]]^4 / df + mean_of$SE^4 / mean_of$df)
					cells <- c(cells, list(compared = mean_of$beta, compared_std_error = mean_of$SE, difference = y[[g]] - mean_of$beta,
						difference_low = y[[g]] - mean_of$beta - qt(.975, dfw) * sqrt(both)))
				}
				villages[[length(villages) + 1]] <- row_of("changes of villages", cbind(keys, cluster = g), cells)
			}
			s <- spread(y, se^2)
			spreads[[length(spreads) + 1]] <- row_of("how far villages differ", cbind(keys, contrast = "change"), s)
			if (arm == "prog") {
				both <- s$std_error^2 + mean_of$SE^2
				dfw <- both^2 / (s$std_error^4 / s$df + mean_of$SE^4 / mean_of$df)
				at <- s$estimate - mean_of$beta
				reach <- qt(.975, length(y) - 2) * sqrt(s$tau^2 + both)
				spreads[[length(spreads) + 1]] <- row_of("how far villages differ from the comparison", cbind(keys, contrast = "did"),
					list(estimate = at, std_error = sqrt(both), df = dfw, conf_low = at - qt(.975, dfw) * sqrt(both), tau = s$tau,
						prediction_low = at - reach, prediction_high = at + reach))
			}
		}
	}
	save <- function(name, rows) {
		rows <- do.call(rbind, rows)
		write.table(rows[order(rows$what), ], file.path("../../pipeline/equity", folder, name), sep = ",", row.names = FALSE, quote = FALSE)
	}
	save("villages.checks.csv", villages)
	save("heterogeneity.checks.csv", spreads)
}
study("panel")
study("cross_section")
writeLines(versions, "heterogeneity.versions.txt")
