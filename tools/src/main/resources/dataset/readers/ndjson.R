ruhu_ndjson <- function(file, table, columns) {
  jsonlite::stream_in(file(file, encoding = "UTF-8"), verbose = FALSE, simplifyMatrix = FALSE)
}
