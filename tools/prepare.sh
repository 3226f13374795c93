# Sourced by run.sh and test.sh: makes the machine ready, or says what is missing and where to get it.
# On Debian and its relatives, as root, what is missing is installed by apt-get; elsewhere nothing is touched.

say() { printf '%s\n' "$*" >&2; }

die() { say "$*"; exit 2; }

can_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_updated=no
install_debian() { # packages...
  say "Installing $* ..."
  if [ "$apt_updated" = no ]; then
    apt-get update -qq >/dev/null || die "apt-get update failed: check the network or the package sources, then run this again."
    apt_updated=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null ||
    die "apt-get could not install $*: see the message above."
}

java_major() { java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1; }

node_major() { node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p'; }

need_java() {
  if [ "$(java_major 2>/dev/null || echo 0)" -ge 17 ] 2>/dev/null && command -v javac >/dev/null 2>&1; then return; fi
  can_install && install_debian openjdk-17-jdk-headless
  [ "$(java_major 2>/dev/null || echo 0)" -ge 17 ] 2>/dev/null && command -v javac >/dev/null 2>&1 ||
    die "A JDK 17 or newer is needed: https://adoptium.net, or your system's package openjdk-17-jdk. Then run this again."
}

need_maven() {
  if command -v mvn >/dev/null 2>&1; then return; fi
  can_install && install_debian maven
  command -v mvn >/dev/null 2>&1 ||
    die "Apache Maven 3.8 or newer is needed: https://maven.apache.org, or your system's package maven. Then run this again."
}

# Debian 12 has Node 18, too old for the web client's build. The npm registry carries Node itself as a package.
need_node() {
  PATH="$home/server/target/node/node_modules/.bin:$PATH"
  if [ "$(node_major)" -ge 20 ] 2>/dev/null && command -v npm >/dev/null 2>&1; then return; fi
  if can_install; then
    command -v npm >/dev/null 2>&1 || install_debian nodejs npm
    if [ "$(node_major || echo 0)" -lt 20 ]; then
      say "Installing Node 22 beside the system's ..."
      mkdir -p "$home/server/target/node"
      npm install --silent --no-audit --no-fund --prefix "$home/server/target/node" node@22 >/dev/null || true
    fi
  fi
  [ "$(node_major)" -ge 20 ] 2>/dev/null && command -v npm >/dev/null 2>&1 ||
    die "Node 20 or newer with npm is needed: https://nodejs.org, or your system's package nodejs. Then run this again."
}

# The browser tests drive a real Chromium; the fonts let it draw Chinese and Tibetan.
need_browser() {
  for browser in "${RUHU_TEST_CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$browser" ] && [ -x "$browser" ]; then RUHU_TEST_CHROMIUM=$browser; export RUHU_TEST_CHROMIUM; break; fi
  done
  if [ -z "${RUHU_TEST_CHROMIUM:-}" ] && can_install; then
    install_debian chromium fonts-noto-cjk fonts-noto-core
    RUHU_TEST_CHROMIUM=/usr/bin/chromium; export RUHU_TEST_CHROMIUM
  fi
  [ -x "${RUHU_TEST_CHROMIUM:-}" ] ||
    die "Chromium is needed for the browser tests: your system's package chromium, or set RUHU_TEST_CHROMIUM to one. Then run this again."
}

# Newer than the built jar: a source, a form, a page or a pom.
out_of_date() {
  [ -f "$home/server/target/ruhu-server.jar" ] && [ -f "$home/tools/target/ruhu.jar" ] || return 0
  [ -n "$(find "$home/pom.xml" "$home/forms" "$home/tools" "$home/server" \
      \( -name target -o -name node_modules \) -prune -o -type f -newer "$home/server/target/ruhu-server.jar" -print |
      head -n 1)" ]
}

# Programs that other people wrote read the files written here: PSPP those for SPSS, ReadStat and gretl those for Stata, R
# by haven both, LibreOffice workbooks, GDAL maps; PSPP, R and pandas run the scripts that stand beside them. R with survey
# and laeken computes our indicators once more.
need_judges() {
  missing=
  for judge in pspp:pspp readstat:readstat gretlcli:gretl soffice:libreoffice-calc-nogui ogrinfo:gdal-bin; do
    command -v "${judge%%:*}" >/dev/null 2>&1 || missing="$missing ${judge#*:}"
  done
  Rscript -e 'library(survey); library(laeken); library(haven); library(jsonlite); library(readxl); library(RSQLite)' \
    >/dev/null 2>&1 || missing="$missing r-base-core r-cran-survey r-cran-laeken r-cran-haven r-cran-jsonlite \
r-cran-readxl r-cran-rsqlite"
  # Debian's packages serve Debian's Python, which another one may stand before.
  RUHU_TEST_PYTHON=python3
  "$RUHU_TEST_PYTHON" -c 'import pandas, openpyxl' >/dev/null 2>&1 || RUHU_TEST_PYTHON=/usr/bin/python3
  export RUHU_TEST_PYTHON
  "$RUHU_TEST_PYTHON" -c 'import pandas, openpyxl' >/dev/null 2>&1 ||
    missing="$missing python3-pandas python3-openpyxl"
  # shellcheck disable=SC2086  # a word each
  if [ -n "$missing" ] && can_install; then install_debian $missing; missing=; fi
  if [ -z "$missing" ]; then
    RUHU_TEST_JUDGES=all
    export RUHU_TEST_JUDGES
  else
    say "Not here:$missing. The tests that ask these programs about our files are left out."
  fi
}
