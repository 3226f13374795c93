# Prints a sample of the survey package as "stratum,cluster,weight,population,api00,enroll,api.stu": Rscript api.R apiclus1
if (!requireNamespace("survey", quietly = TRUE)) { cat("absent\n"); quit() }
suppressMessages(library(survey))
data(api)
d <- get(commandArgs(TRUE)[1])
one <- commandArgs(TRUE)[1] == "apiclus1"
out <- data.frame(stratum = if (one) "all" else d$stype, cluster = if (one) d$dnum else d$snum, weight = d$pw,
  population = d$fpc, api00 = d$api00, enroll = d$enroll, students = d$api.stu)
write.csv(format(out, digits = 17, trim = TRUE), row.names = FALSE, quote = FALSE)
