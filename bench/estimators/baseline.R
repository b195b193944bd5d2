# What R needs for the same: survey and survival from Debian, and a tree bootstrap (Baraff, McCormick, Raftery 2016) in the shortest
# base R we could write, because no package of Debian has one. Reads what EstimatorsBenchmark wrote.
# Run: Rscript bench/estimators/baseline.R estimators/target/bench. Prints CPU seconds (user and system) and the results to compare.
suppressMessages({library(survey); library(survival)})
dir <- commandArgs(TRUE)[1]
cat(R.version.string, "survey", as.character(packageVersion("survey")), "survival", as.character(packageVersion("survival")), "\n")
cpu <- function(what, expr, times = 1) {
  t <- system.time(for (i in seq_len(times)) r <- eval.parent(substitute(expr)))
  cat(sprintf("%-62s CPU %9.4f s\n", what, sum(t[1:2]) / times)); invisible(r)
}
v <- read.csv(file.path(dir, "venues.csv"), header = FALSE, col.names = c("stratum", "venue", "N", "observed", "found"))
cpu("design and ratio, linearised, venues: 172", {
  d <- svydesign(id = ~venue, strata = ~stratum, nest = TRUE, fpc = ~N, data = v); svyratio(~found, ~observed, d) }, 20)
open <- svydesign(id = ~venue, strata = ~stratum, nest = TRUE, weights = ~I(N / ave(N, stratum, FUN = length)), data = v)
cpu("jackknife, venues: 172", svyratio(~found, ~observed, as.svrepdesign(open, type = "JKn")))
set.seed(1)
for (B in c(1000, 10000))
  b <- cpu(sprintf("Rao-Wu (subbootstrap), replicates: %d", B),
           suppressWarnings(svyratio(~found, ~observed, as.svrepdesign(d, type = "subbootstrap", replicates = B))))
m <- cpu("Preston (mrbbootstrap), replicates: 10000",
         svyratio(~found, ~observed, as.svrepdesign(d, type = "mrbbootstrap", replicates = 10000)))
o <- cpu("Rao-Wu without a finite frame, replicates: 10000", svyratio(~found, ~observed,
         as.svrepdesign(open, type = "subbootstrap", replicates = 10000)))
cat(sprintf("error without a finite frame: subbootstrap %.7f\n", SE(o)))
shared <- Sys.getenv("ROMDOUL_SHARED", "../shared")
study <- file.path(shared, "data", "survey", "venue_synthetic.csv")
if (file.exists(study)) {
  y <- read.csv(study)
  y$w <- y$N_venues / ave(seq_along(y$stratum), y$stratum, FUN = length)
  so <- svydesign(id = ~venue, strata = ~stratum, nest = TRUE, weights = ~w, data = y)
  z <- cpu("venue study, Rao-Wu without a finite frame, replicates: 10000", svyratio(~minors, ~observed,
           as.svrepdesign(so, type = "subbootstrap", replicates = 10000)))
  cat(sprintf("venue study, error without a finite frame: subbootstrap %.7f\n", SE(z)))
}
cat(sprintf("error: linearised %.7f, subbootstrap %.7f (knows no finite frame), mrbbootstrap %.7f\n",
            SE(svyratio(~found, ~observed, d)), SE(b), SE(m)))

p <- read.csv(file.path(dir, "chains.csv"), header = FALSE, col.names = c("id", "by", "known", "group"))
recruits <- split(seq_len(nrow(p)), factor(match(p$by, p$id), levels = seq_len(nrow(p))))
seeds <- which(p$by == "seed")
pick <- function(x) x[sample.int(length(x), replace = TRUE)]
tree <- function() {
  drawn <- now <- pick(seeds)
  while (length(now <- unlist(lapply(recruits[now], function(r) if (length(r)) pick(r)), use.names = FALSE))) drawn <- c(drawn, now)
  drawn
}
share <- function(i) sum((p$group[i] == "yes") / p$known[i]) / sum(1 / p$known[i])
set.seed(1)
t <- cpu("tree bootstrap, resamples: 500, people: 500", replicate(500, share(tree())))
cat(sprintf("RDS-II %.7f, tree bootstrap error %.5f\n", share(seq_len(nrow(p))), sd(t)))

s <- read.csv(file.path(dir, "spells.csv"), header = FALSE, col.names = c("time", "ended"))
f <- cpu("survival curve with errors, cases: 100000", survfit(Surv(time, ended) ~ 1, s), 5)
half <- rep(1:2, each = nrow(s) / 2)
cpu("log-rank test, cases: 100000", survdiff(Surv(time, ended) ~ half, s), 5)
cat(sprintf("share waiting at 2: %.7f\n", summary(f, times = 2)$surv))
