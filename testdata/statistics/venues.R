# Golden values for org.romdoul.estimators.survey. R 4.2.2, survey 4.1-1:  Rscript testdata/statistics/venues.R
# Writes venues.json beside itself. Cities, venues and persons are FICTIONAL, drawn with a fixed seed.
suppressMessages({library(survey); library(jsonlite)})
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value=TRUE)))
num <- function(x) unname(as.numeric(x))
RNGkind("Mersenne-Twister", "Inversion", "Rejection"); set.seed(20261124)
options(survey.lonely.psu="fail")

# Two stages: venues of a stratum, then some of the persons in each venue.
frame <- data.frame(stratum=c("Lotus","Mekong","Tonle"), N=c(40,25,12), n=c(9,7,5), p=c(.06,.12,.3))
d <- do.call(rbind, lapply(1:3, function(h) do.call(rbind, lapply(seq_len(frame$n[h]), function(i) {
  M <- 4 + rpois(1, 8); m <- min(M, 3 + rpois(1, 2)); q <- rbeta(1, frame$p[h]*6, (1-frame$p[h])*6)
  data.frame(stratum=frame$stratum[h], venue=paste0("v", i), N=frame$N[h], M=M, minor=rbinom(m, 1, q), hours=round(rgamma(m, 4, .5), 1))
}))))
d$w <- d$N / ave(seq_along(d$venue), d$stratum, FUN=function(i) length(unique(d$venue[i]))) * d$M / ave(d$M, d$stratum, d$venue, FUN=length)
d$person <- seq_len(nrow(d))
two <- svydesign(id=~venue+person, strata=~stratum, nest=TRUE, fpc=~N+M, data=d)
stopifnot(all.equal(num(weights(two)), d$w))
two_open <- svydesign(id=~venue, strata=~stratum, nest=TRUE, weights=~w, data=d)
one <- function(m) list(est=num(coef(m))[1], se=num(SE(m))[1], deff=num(deff(m))[1])
answers <- function(des) list(
  minor=one(svymean(~minor, des, deff=TRUE)), hours=one(svymean(~hours, des, deff=TRUE)), total=one(svytotal(~hours, des, deff=TRUE)),
  ratio=local({ r <- svyratio(~minor, ~hours, des); list(est=num(coef(r)), se=num(SE(r))) }),
  covariance=num(vcov(svymean(~minor+hours, des))[1,2]), df=degf(des),
  intervals=sapply(c("logit","likelihood","asin","beta"), function(m) num(attr(suppressWarnings(svyciprop(~minor, des, method=m)), "ci")), simplify=FALSE),
  domain=local({ s <- subset(des, stratum != "Lotus" & hours > 6); m <- svymean(~minor, s); list(est=num(coef(m)), se=num(SE(m)), df=degf(s)) }))
res <- list(R=R.version.string, survey=as.character(packageVersion("survey")),
  units=as.list(d[, c("stratum","venue","w","M","minor","hours")]), frame=as.list(frame), two_stage=answers(two), unlimited=answers(two_open))
jk <- as.svrepdesign(two_open, type="JKn"); res$unlimited$jackknife <- num(SE(svymean(~minor, jk)))
set.seed(1); mrb <- as.svrepdesign(two, type="mrbbootstrap", replicates=20000); res$two_stage$preston_20000 <- num(SE(svymean(~minor, mrb)))

# One venue alone in a stratum, four ways.
z <- data.frame(stratum=c("a","a","a","b","c","c"), venue=1:6, w=c(10,10,10,5,8,8), y=c(0,1,0,1,0,1), N=c(30,30,30,5,16,16))
res$lonely <- list(units=as.list(z))
for (o in c("certainty","average","adjust")) { options(survey.lonely.psu=o)
  m <- svymean(~y, svydesign(id=~venue, strata=~stratum, weights=~w, data=z)); f <- svymean(~y, svydesign(id=~venue, strata=~stratum, weights=~w, fpc=~N, data=z))
  res$lonely[[o]] <- list(est=num(coef(m)), se=num(SE(m)), se_finite=num(SE(f))) }
write_json(res, file.path(here, "venues.json"), auto_unbox=TRUE, digits=NA, na="null")
