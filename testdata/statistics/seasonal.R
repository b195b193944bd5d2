# Golden values for org.romdoul.estimators.alarms.SeasonalThreshold. R 4.2.2, surveillance 1.20.3:
#   Rscript testdata/statistics/seasonal.R
# Writes seasonal.json beside itself. The weekly counts are FICTIONAL: seasonal, over-dispersed, two past outbreaks, one present.
suppressMessages({library(surveillance); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE)))
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20261124)
weeks <- 52*7; t <- seq_len(weeks)
mean <- exp(1.4 + .0008*t + .5*cos(2*pi*t/52)); y <- rnbinom(weeks, mu=mean, size=4)
y[100:104] <- y[100:104] + 25; y[210:213] <- y[210:213] + 30; y[(weeks-9):(weeks-6)] <- y[(weeks-9):(weeks-6)] + c(9, 14, 18, 16)
effort <- round(8 + 2*sin(t/9), 2)
range <- (weeks-51):weeks
run <- function(effort, noPeriods, past, b) {
  s <- sts(observed=matrix(y), start=c(2020,1), frequency=52, population=matrix(if (is.null(effort)) 1 else effort, weeks, 1))
  f <- farringtonFlexible(s, list(range=range, noPeriods=noPeriods, populationOffset=!is.null(effort), fitFun="algo.farrington.fitGLM.flexible",
    b=b, w=3, weightsThreshold=2.58, pastWeeksNotIncluded=past, pThresholdTrend=1, trend=TRUE, thresholdMethod="nbPlugin", alpha=.025, glmWarnings=FALSE))
  list(expected=as.numeric(f@control$mu0Vector), upper=as.numeric(upperbound(f)), phi=as.numeric(f@control$phiVector),
    chance=as.numeric(f@control$pvalue), trend=as.integer(f@control$trend), alarm=as.integer(alarms(f)), b=b, seasons=noPeriods, gap=past) }
write_json(list(R=R.version.string, surveillance=as.character(packageVersion("surveillance")), counts=y, effort=effort, first=range[1],
  runs=list(weekly=run(NULL, 10, 26, 5), effort=run(effort, 10, 26, 5), windows=run(NULL, 1, 3, 4), two_years=run(NULL, 10, 26, 2))),
  file.path(here, "seasonal.json"), auto_unbox=TRUE, digits=NA, na="null")
