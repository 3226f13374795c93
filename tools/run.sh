#!/bin/sh
# Builds what is missing and starts the server with a demo campaign. See --help.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
. "$home/tools/prepare.sh"

usage() {
  cat <<'TEXT'
sh tools/run.sh [--port 8080] [--data DIR] [--households 300] [--store URI] [--no-demo]

  --port N         where the server listens, on 127.0.0.1 (8080)
  --data DIR       where everything is kept (./data); a second start goes on with what is there
  --households N   households on the demo's frame (300)
  --store URI      mongodb://... instead of the embedded store in DIR
  --no-demo        an empty server: no campaign, no accounts
TEXT
}

port=8080 data="$home/data" households=300 store= demo=yes
while [ $# -gt 0 ]; do
  case $1 in
    --port) port=${2:?--port needs a number}; shift 2 ;;
    --data) data=${2:?--data needs a directory}; shift 2 ;;
    --households) households=${2:?--households needs a number}; shift 2 ;;
    --store) store=${2:?--store needs a URI}; shift 2 ;;
    --no-demo) demo=no; shift ;;
    -h|--help) usage; exit 0 ;;
    *) usage >&2; die "unknown option: $1" ;;
  esac
done

need_java
if out_of_date; then
  need_maven
  need_node
  say "Building ..."
  (cd "$home" && mvn -q -B -pl server -am -DskipTests package) || die "The build failed: see the messages above."
fi

set -- --port "$port" --data "$data"
[ -z "$store" ] || set -- "$@" --store "$store"
[ "$demo" = no ] || set -- "$@" --demo "$households"
# Made-up people are compared by the model that was learned from such.
[ "$demo" = no ] || export RUHU_LINKAGE_MODEL="${RUHU_LINKAGE_MODEL:-census}"
exec java -jar "$home/server/target/ruhu-server.jar" serve "$@"
