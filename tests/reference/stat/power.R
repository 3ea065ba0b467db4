# SPDX-License-Identifier: GPL-3.0-or-later
# Frozen reference values for planning: Rscript power.R (in this folder). Base R only.
#
# Tails by pt(ncp), noncentralities by uniroot on pt, and smallest detectable differences of two equal groups by power.t.test. Reaches of finished surveys by qt.
set.seed(53, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
f <- function(x) sprintf("%.17g", x)
head <- paste0("# ", R.version.string, ", power.R")
lines <- c(head, "t,df,ncp,above")
for (i in 1:60) {
	df <- round(1 + rexp(1, 1 / 15), 2); ncp <- round(runif(1, 0, 9), 2); t <- round(rexp(1, 1 / 3), 2)
	above <- integrate(function(s) pnorm(t * s, ncp, lower.tail = FALSE) * 2 * s * df * dchisq(df * s^2, df), 0, Inf,
		rel.tol = 1e-13, abs.tol = 0, subdivisions = 5000)$value
	stopifnot(abs(above - pt(t, df, ncp, lower.tail = FALSE)) < 1e-9) # pt and the definition agree
	lines <- c(lines, paste(f(t), f(df), f(ncp), f(above), sep = ","))
}
writeLines(lines, "noncentral_t.csv")
lines <- c(head, "n,power,alpha,detectable")
for (n in c(2, 3, 4, 5, 8, 12, 24, 50, 200)) for (power in c(.5, .8, .9)) for (alpha in c(.01, .05, .1)) {
	d <- power.t.test(n = n, power = power, sig.level = alpha, tol = 1e-13)$delta
	lines <- c(lines, paste(n, power, alpha, f(d), sep = ","))
}
writeLines(lines, "power.csv")
lines <- c(head, "df,power,alpha,reach")
for (df in c(.7, 1, 2.35, 4, 11.8, 22, 180)) for (power in c(.5, .8, .9)) for (alpha in c(.01, .05, .1))
	lines <- c(lines, paste(df, power, alpha, f(qt(1 - alpha / 2, df) + qt(power, df)), sep = ","))
writeLines(lines, "reach.csv")
