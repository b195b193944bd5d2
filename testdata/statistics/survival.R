# Golden values for org.romdoul.estimators.survival. R 4.2.2, survival 3.5-3:  Rscript testdata/statistics/survival.R
# Writes survival.json beside itself. The courts are FICTIONAL, drawn with a fixed seed in whole years, so heavily tied.
suppressMessages({library(survival); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE)))
num <- function(x) unname(as.numeric(x))

# Weeks of remission of acute leukaemia, Freireich et al. (1963), as printed in every textbook on the subject.
leukaemia <- data.frame(
  group=rep(c("6-MP","placebo"), each=21),
  time=c(6,6,6,6,7,9,10,10,11,13,16,17,19,20,22,23,25,32,32,34,35, 1,1,2,2,3,4,4,5,5,8,8,8,8,11,11,12,12,15,17,22,23),
  ending=c("ended","ended","ended","","ended","","ended","","","ended","ended","","","","ended","ended","","","","","", rep("ended",21)))

RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20261124)
court <- function(name, n, rate) {
  judged <- rexp(n, rate); dropped <- rexp(n, rate/3); watched <- sample(0:9, n, replace=TRUE)
  years <- pmin(floor(pmin(judged, dropped)), watched)
  data.frame(group=name, time=years, ending=ifelse(floor(pmin(judged, dropped)) > watched, "",
    ifelse(dropped < judged, "dismissed", ifelse(runif(n) < .8, "convicted", "acquitted"))))
}
courts <- rbind(court("north", 140, .45), court("river", 90, .35), court("south", 60, .6), court("west", 17, .2))

golden <- function(d, horizons) {
  ended <- as.integer(d$ending != "")
  out <- list(spells=list(group=d$group, time=d$time, ending=d$ending))
  km <- function(i) {
    s <- Surv(d$time[i], ended[i])
    fits <- lapply(c(LOG_LOG="log-log", LOG="log", PLAIN="plain"), function(ct) survfit(s ~ 1, conf.type=ct, conf.int=.95))
    f <- fits$LOG_LOG
    list(time=f$time, at_risk=f$n.risk, events=f$n.event, censored=f$n.censor, survival=f$surv, std_error=f$surv*f$std.err,
      bands=lapply(fits, function(f) list(lower=f$lower, upper=f$upper)),
      quantiles=lapply(fits, function(f) { q <- quantile(f, c(.25,.5,.75)); list(time=num(q$quantile), lower=num(q$lower), upper=num(q$upper)) }),
      restricted_mean=lapply(horizons, function(h) { t <- survival:::survmean(f, rmean=h)$matrix
        list(horizon=h, mean=num(t[grep("^rmean", names(t))]), std_error=num(t[grep("^se", names(t))])) }))
  }
  out$kaplan_meier <- c(list(all=km(rep(TRUE, nrow(d)))), sapply(unique(d$group), function(g) km(d$group == g), simplify=FALSE))
  lr <- survdiff(Surv(d$time, ended) ~ d$group)
  out$log_rank <- list(group=sub("d\\$group=", "", names(lr$n)), observed=num(lr$obs), expected=num(lr$exp), chi_square=lr$chisq,
    df=length(lr$n)-1, p=pchisq(lr$chisq, length(lr$n)-1, lower.tail=FALSE))
  out
}
res <- list(R=R.version.string, survival=as.character(packageVersion("survival")),
  leukaemia=golden(leukaemia, c(10, 20, 23)), courts=golden(courts, c(3, 6.5, 9)))
aj <- lapply(c(LOG_LOG="log-log", LOG="log", PLAIN="plain"), function(ct)
  survfit(Surv(time, factor(ending, c("", "acquitted", "convicted", "dismissed"))) ~ 1, data=courts, conf.type=ct))
res$courts$aalen_johansen <- list(time=aj[[1]]$time, at_risk=num(aj[[1]]$n.risk[,1]), endings=c("acquitted","convicted","dismissed"),
  events=t(unname(aj[[1]]$n.event[,-1])), incidence=t(unname(aj[[1]]$pstate[,-1])), std_error=t(unname(aj[[1]]$std.err[,-1])),
  bands=lapply(aj, function(f) list(lower=t(unname(f$lower[,-1])), upper=t(unname(f$upper[,-1])))))
write_json(res, file.path(here, "survival.json"), auto_unbox=TRUE, digits=NA, na="null")
