# Golden percentile limits for org.romdoul.estimators.mse. R 4.2.2:  Rscript testdata/statistics/mse.R ../shared/data/mse
# Writes mse.json beside itself: quantiles of type 8 (Hyndman and Fan 1996) of the resamples that SparseMSE 2.0.1 drew and estimated
# (SparseMSE takes them so). Summary numbers only; the resamples stay where they are.
suppressMessages(library(jsonlite))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE)))
at <- commandArgs(trailingOnly=TRUE)[1]
levels <- c(.025, .05, .1, .16, .84, .9, .95, .975)
of <- function(set) {
  x <- read.csv(file.path(at, paste0(set, "_bootreps1000.csv")))[[1]]
  c(list(resamples=length(x)), setNames(as.list(unname(quantile(x, levels, type=8))), levels))
}
sets <- c("Artificial_3", "NewOrl_5", "UKdat_4", "UKdat_5", "UKdat", "Kosovo")
res <- list(R=R.version.string, percentiles=setNames(lapply(sets, of), sets))
write_json(res, file.path(here, "mse.json"), auto_unbox=TRUE, digits=NA)
