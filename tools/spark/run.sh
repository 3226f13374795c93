#!/bin/sh
# ruhu dedupe on Spark, all on this machine: sh tools/spark/run.sh INPUT --settings S.json --out DIR [--master local[2]]
# RUHU_JAVA_OPTIONS has more for Java, as -Xmx4g.
set -eu
home=$(cd "$(dirname "$0")" && pwd)
[ -f "$home/target/ruhu-spark.jar" ] && [ -d "$home/target/lib" ] || {
  echo "Build it first: mvn -q -B -pl tools/spark -am -DskipTests package" >&2
  exit 2
}
opens=
for package in java.lang java.lang.invoke java.io java.net java.nio java.util java.util.concurrent \
    java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens="$opens --add-opens=java.base/$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086
exec java ${RUHU_JAVA_OPTIONS:-} $opens -cp "$home/target/ruhu-spark.jar:$home/target/lib/*" org.ruhu.spark.Dedupe "$@"
