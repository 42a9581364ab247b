# The test run of build.sh, in stages; sourced by it. Every stage runs even if an earlier one failed, so that one run
# tells everything. The last line counts the tests of all stages; a stage that counts none itself counts as one.

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0
failed=0

# stage NAME COMMAND…: run it, print its seconds and what it counted, and its log if it failed.
stage() {
  local name=$1 log="$logs/$((passed + failed)).$RANDOM" began=$SECONDS code=0 ok bad
  shift
  "$@" >"$log" 2>&1 || code=$?
  # Go says "--- PASS: …", Node's TAP "# pass 12".
  ok=$(awk '/^ *--- PASS:/ {n++} /^# pass [0-9]+$/ {n += $3} END {print n + 0}' "$log")
  bad=$(awk '/^ *--- FAIL:/ {n++} /^# fail [0-9]+$/ {n += $3} /^# cancelled [0-9]+$/ {n += $3} END {print n + 0}' "$log")
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
  if [ "$code" -eq 0 ] && [ "$bad" -eq 0 ] && [ "$ok" -eq 0 ]; then ok=1; fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  printf '%-34s %5d s  %5d passed  %3d failed\n' "$name" $((SECONDS - began)) "$ok" "$bad"
  if [ "$bad" -gt 0 ]; then
    # Of Node's TAP what passed goes by blocks, for it is most and comes last.
    awk '/^ *# Subtest:/ {next} /^ *ok [0-9]+ - / {passed = 1} /^ *not ok / || /^[^ ]/ && !/^ok / {passed = 0} !passed' "$log" |
      grep -vE '^ *(=== (RUN|PAUSE|CONT|NAME)|--- PASS:)|^ok ' | tail -n 200
  fi
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Chromium and the fonts of the four languages, from Debian.
browser() {
  if command -v chromium >/dev/null 2>&1 && fc-list 2>/dev/null | grep -q 'Noto Sans CJK'; then return; fi
  need apt-get "on a system without it, install Chromium and the Noto fonts (with CJK) by its own means"
  as_root apt-get -q update
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends chromium fonts-noto-core fonts-noto-cjk fontconfig
}

formatted() {
  local files
  files=$(git ls-files -co --exclude-standard -- '*.go' | xargs gofmt -l)
  [ -z "$files" ] || { echo "not as gofmt writes it: $files"; return 1; }
}

vetted() {
  go vet ./... && GOOS=js GOARCH=wasm go vet ./app/...
}

# A package takes up to six minutes where a core is fast; one half as fast has stopped it at Go's ten.
slow=30m

# The packages that run in the browser too, as WASM under Node, on the stack that a browser gives. Go's WASM programs
# stop where the environment is longer than 12 KB, so they get a short one.
# Collecting garbage stops the world there: a program without preemption can outrun a collector that runs beside it.
wasm_tests() {
  GOOS=js GOARCH=wasm go test -v -count=1 -timeout "$slow" -exec "env -i 'PATH=$PATH' GODEBUG=gcstoptheworld=1 node $(go env GOROOT)/lib/wasm/wasm_exec_node.js" \
    ./solver/... ./app/link ./app/page
}

typed() {
  web/node_modules/.bin/tsc -p web && web/node_modules/.bin/tsc -p web/tsconfig.worker.json && web/node_modules/.bin/tsc -p web/browser_tests
}

unit_tests() {
  local files
  files=$(find web -name node_modules -prune -o -name browser_tests -prune -o \( -name '*.test.mjs' -o -name '*_test.mjs' \) -print | sort)
  # shellcheck disable=SC2086 # one word per file
  node --test --test-reporter=tap $files
}

# The file that measures time has the machine to itself; of the others two run at once.
browser_tests() {
  local file timed=web/browser_tests/speed.test.mjs others=() code=0
  for file in web/browser_tests/*.test.mjs; do
    if [ "$file" != "$timed" ]; then others+=("$file"); fi
  done
  chromium_tests 1 "$timed" || code=1
  chromium_tests 2 "${others[@]}" || code=1
  return "$code"
}

# A file takes up to three minutes where a core is fast, and twice that where it is not.
chromium_tests() {
  DIST=$(cd "$dist" && pwd) node --test --test-reporter=tap --test-concurrency="$1" --test-timeout=1200000 "${@:2}"
}

# The published routes beside ours, kept to be shown when every stage has run.
held() {
  go run ./app data --held >"$logs/held"
}

# beside COMMAND: begin what measures no time, on another core than the stages before its own.
beside() {
  { code=0; ("$1") >"$logs/$1" 2>&1 || code=$?; echo "$code" >"$logs/$1.code"; } &
  begun[$1]=$!
}
declare -A begun # their processes

# ended COMMAND: that, to its end.
ended() {
  wait "${begun[$1]}"
  cat "$logs/$1"
  return "$(cat "$logs/$1.code")"
}

stage "npm packages" packages
beside browser
stage "gofmt" formatted
stage "go vet, native and js/wasm" vetted
stage "Chromium and fonts" ended browser
beside wasm_tests
stage "go test, native" go test -v -count=1 -timeout "$slow" ./...
stage "go test, WASM, default stack" ended wasm_tests
stage "tsc over web/" typed
stage "published routes against Zhol" held
stage "JavaScript tests" unit_tests
stage "the site" build
stage "browser tests in Chromium" browser_tests

echo
cat "$logs/held"
echo
echo "$SECONDS seconds in all"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
