# Golden summary of the real docket beside the project (never copied into it). R 4.2.2, survival 3.5-3:
#   Rscript testdata/statistics/survival_docket.R ../shared/data
# Years from charge to the end of the case; no end recorded = open in 2018, the last year in the data. Rows without a charge
# date or ending before it are left out. Writes survival_docket.json beside itself.
suppressMessages({library(survival); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE)))
d <- read.csv(file.path(commandArgs(TRUE)[1], "us-federal-prosecutions", "defendant_charges.csv"), na.strings="")
charged <- as.integer(substr(d$charge_date, 1, 4)); ended <- as.integer(d$year_terminated)
d$years <- ifelse(is.na(ended), 2018L, ended) - charged
d$ending <- ifelse(is.na(ended), "", ifelse(!is.na(d$total_months_sentenced) & d$total_months_sentenced > 0, "prison", "other"))
d <- d[!is.na(d$years) & d$years >= 0, ]
f <- survfit(Surv(years, ending != "") ~ 1, data=d, conf.type="log-log")
q <- quantile(f, .5); m <- survival:::survmean(f, rmean=5)$matrix
sexes <- d[d$gender %in% c("Female", "Male"), ]
lr <- survdiff(Surv(years, ending != "") ~ gender, data=sexes)
a <- summary(survfit(Surv(years, factor(ending, c("", "other", "prison"))) ~ 1, data=d), times=2)
num <- function(x) unname(as.numeric(x))
errors <- summary(f, times=f$time)$std.err
write_json(list(R=R.version.string, survival=as.character(packageVersion("survival")), spells=nrow(d), open=sum(d$ending == ""),
  median=num(q$quantile), median_lower=num(q$lower), median_upper=num(q$upper),
  restricted_mean_5=num(m[grep("^rmean", names(m))]), restricted_mean_5_se=num(m[grep("^se", names(m))]),
  waiting_after_2=summary(f, times=2)$surv, waiting_after_2_se=summary(f, times=2)$std.err,
  sexes=nrow(sexes), log_rank_sex=lr$chisq, prison_by_2=num(a$pstate[1,3]), prison_by_2_se=num(a$std.err[1,3]),
  curve=list(years=f$time, at_risk=f$n.risk, ended=f$n.event, censored=f$n.censor, waiting=f$surv, standard_error=errors,
    lower=f$lower, upper=f$upper)),
  file.path(here, "survival_docket.json"), auto_unbox=TRUE, digits=NA, pretty=TRUE)
