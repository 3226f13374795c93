ruhu_csv <- function(file, table, columns) {
  if (length(readLines(file, 2, warn = FALSE)) < 2) {
    return(as.data.frame(lapply(setNames(nm = columns), function(name) character()), optional = TRUE))
  }
  table <- read.csv(file, header = FALSE, skip = 1, col.names = columns, check.names = FALSE, fill = FALSE,
                    colClasses = "character", na.strings = "", encoding = "UTF-8", blank.lines.skip = FALSE)
  table[] <- lapply(table, function(x) sub("^'", "", x))
  table
}
