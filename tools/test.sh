#!/bin/sh
# Runs every test: Java, TypeScript, and the pages in a real browser against a real server.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
. "$home/tools/prepare.sh"
need_java
need_maven
need_node
need_browser
need_judges

say "Java tests, and the build ..."
(cd "$home" && mvn -B -ntp verify)

say "TypeScript tests ..."
(cd "$home/server/web" && npm test)

say "Browser tests ..."
data=$(mktemp -d)
server=
stop() {
  if [ -n "$server" ]; then kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
  rm -rf "$data"
}
trap stop EXIT
trap 'exit 130' INT TERM
# Clerks judge so many of the sure pairs that a small demo has some for every test.
RUHU_LINKAGE_MODEL=census RUHU_LINKAGE_SAMPLE_PERCENT=40 \
  java -jar "$home/server/target/ruhu-server.jar" serve --port 0 --data "$data" --demo 150 >"$data/server.log" 2>&1 &
server=$!
tries=0
until grep -q '^Ready: ' "$data/server.log" 2>/dev/null; do
  kill -0 "$server" 2>/dev/null && [ "$tries" -lt 240 ] ||
    { cat "$data/server.log" >&2; die "The demo server did not become ready."; }
  tries=$((tries + 1))
  sleep 0.5
done
RUHU_URL=$(sed -n 's/^Ready: //p' "$data/server.log" | head -n 1)
RUHU_ACCOUNTS=$data/demo-accounts.json
export RUHU_URL RUHU_ACCOUNTS
(cd "$home/server/web" && npm run test:browser)
