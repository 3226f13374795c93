ruhu_parquet <- function(file, table, columns) {
  as.data.frame(if (requireNamespace("arrow", quietly = TRUE)) arrow::read_parquet(file)
                else nanoparquet::read_parquet(file))
}
