ruhu_sqlite <- function(file, table, columns) {
  base <- DBI::dbConnect(RSQLite::SQLite(), file)
  on.exit(DBI::dbDisconnect(base))
  DBI::dbGetQuery(base, paste0("select * from \"", table, "\""))
}
