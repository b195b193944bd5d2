# What base R needs for the same fits: glm.fit over all models of pairs, and the stepwise bootstrap, no package.
# Run: Rscript bench/mse/baseline.R DIR with UKdat.csv and UKdat_5.csv in DIR. Prints CPU seconds and the totals to compare.
dir <- commandArgs(TRUE)[1]
cells <- function(d) {
  m <- ncol(d) - 1
  g <- as.matrix(expand.grid(rep(list(0:1), m))[-1, ])
  key <- function(x) apply(x, 1, paste, collapse = "")
  n <- numeric(nrow(g)); n[match(key(d[, 1:m]), key(g))] <- d[, m + 1]
  pairs <- combn(m, 2)
  list(n = n, main = cbind(1, g), pairs = apply(pairs, 2, function(p) g[, p[1]] * g[, p[2]]))
}
fit <- function(n, X) suppressWarnings(glm.fit(X, n, family = poisson()))
all_models <- function(n, c, models) {
  N <- sum(n); best <- Inf; total <- NA
  for (b in models) {
    f <- fit(n, cbind(c$main, c$pairs[, bitwAnd(b, 2^(0:(ncol(c$pairs) - 1))) > 0, drop = FALSE]))
    bic <- f$deviance + log(N) * length(f$coefficients)
    if (bic < best) { best <- bic; total <- N + exp(f$coefficients[1]) }
  }
  unname(total)
}
stepwise <- function(n, c, threshold = 0.02) {
  chosen <- integer(0); overlap <- drop(n %*% c$pairs)
  repeat {
    empty <- chosen[overlap[chosen] == 0]
    keep <- if (length(empty)) rowSums(c$pairs[, empty, drop = FALSE]) == 0 else rep(TRUE, length(n))
    X <- cbind(c$main, c$pairs[, setdiff(chosen, empty), drop = FALSE])[keep, , drop = FALSE]
    f <- fit(n[keep], X)
    mu <- drop(f$fitted.values %*% c$pairs[keep, , drop = FALSE])
    p <- pmin(ppois(overlap, mu), ppois(overlap - 1, mu, lower.tail = FALSE)); p[chosen] <- 1
    if (min(p) >= threshold) return(unname(sum(n) + exp(f$coefficients[1])))
    chosen <- c(chosen, which.min(p))
  }
}
cpu <- function(what, times, expr) {
  t <- system.time(r <- expr); cat(sprintf("%-60s %9.3f CPU-s, x%d -> %s\n", what, sum(t[1:2]), times, format(r[1], digits = 9)))
}
cat(R.version.string, "\n")
for (set in c("UKdat_5", "UKdat")) {
  d <- read.csv(file.path(dir, paste0(set, ".csv"))); c0 <- cells(d)
  models <- 0:(2^ncol(c0$pairs) - 1)
  cpu(paste(set, "stepwise, point"), 1, stepwise(c0$n, c0))
  set.seed(1); B <- 30
  cpu(paste(set, "stepwise,", B, "resamples"), B, replicate(B, stepwise(drop(rmultinom(1, sum(c0$n), c0$n)), c0)))
  cpu(paste(set, "all", length(models), "models of pairs"), 1, all_models(c0$n, c0, models))
}
