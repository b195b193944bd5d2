# The figures of the fictional docket of the tests, from its spells alone (fictional_docket.csv). R 4.2.2, survival 3.5-3:
#   Rscript testdata/statistics/fictional_docket.R
# The spells are those that RealDocketTests writes to app/target/fictional_docket.csv and holds against the file here: years from
# charge to end, and how it ended; empty: not ended when watching stopped. Writes fictional_docket.json beside itself.
suppressMessages({library(survival); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE)))
d <- read.csv(file.path(here, "fictional_docket.csv"), na.strings=NULL)
f <- survfit(Surv(years, ending != "") ~ 1, data=d, conf.type="log-log")
ways <- sort(setdiff(unique(d$ending), ""))
a <- survfit(Surv(years, factor(ending, c("", ways))) ~ 1, data=d, conf.type="log-log")
one <- function(i) list(years=a$time, at_risk=f$n.risk, ended=unname(a$n.event[, i + 1]), share=unname(a$pstate[, i + 1]),
  standard_error=unname(a$std.err[, i + 1]), lower=unname(a$lower[, i + 1]), upper=unname(a$upper[, i + 1]))
write_json(list(R=R.version.string, survival=as.character(packageVersion("survival")),
  waiting=list(years=f$time, at_risk=f$n.risk, ended=f$n.event, censored=f$n.censor, waiting=f$surv,
    standard_error=summary(f, times=f$time)$std.err, lower=f$lower, upper=f$upper),
  endings=setNames(lapply(seq_along(ways), one), ways)),
  file.path(here, "fictional_docket.json"), auto_unbox=TRUE, digits=NA, pretty=TRUE)
