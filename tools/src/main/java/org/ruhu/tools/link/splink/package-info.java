/**
 * Reads the settings and the models that Splink (versions 3, 4 and 5) writes as JSON, and says of what cannot be done
 * here where it stands. Its conditions are SQL; what is read of SQL is what its comparison library writes for DuckDB
 * and Spark.
 */
package org.ruhu.tools.link.splink;
