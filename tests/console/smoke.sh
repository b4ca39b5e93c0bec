#!/usr/bin/env bash
# The real window on a display of its own: says no cleanly where there is none, opens, plays a turn by keys and pointer, and
# shows something. Usage: smoke.sh DEMARCHE [PICTURES]. Needs Xvfb, xdotool, ImageMagick and a Vulkan driver.
set -euo pipefail
bin=$1
data=$(mktemp -d)
pictures=${2:-$data}
mkdir -p "$pictures"
number=$((90 + RANDOM % 400))
server=
window=
leave() {
    [[ -z $window ]] || kill "$window" 2>/dev/null || true
    [[ -z $server ]] || kill "$server" 2>/dev/null || true
    rm -rf "$data"
}
trap leave EXIT

# Without a display, and without a driver: exit 2, with the way out in the message, and no panic.
refused() {
    local said code=0
    said=$("$@" 2>&1) || code=$?
    [[ $code == 2 ]] || { echo "exit $code, not 2: $said"; return 1; }
    grep -q 'demarche host' <<<"$said" || { echo "no way out is named: $said"; return 1; }
    ! grep -q 'panicked' <<<"$said"
}
refused env -u DISPLAY "$bin" console --data "$data"
refused env DISPLAY=":$number" "$bin" console --data "$data"

Xvfb ":$number" -screen 0 1280x800x24 >"$data/server.txt" 2>&1 &
server=$!
export DISPLAY=":$number"
for _ in $(seq 100); do xdotool getmouselocation >/dev/null 2>&1 && break; sleep 0.1; done
refused env WGPU_BACKEND=dx12 "$bin" console --data "$data"

"$bin" console --data "$data" --settings "$data/console.ron" >"$data/window.txt" 2>&1 &
window=$!
shot() { import -window root "$pictures/$1.png"; }
# Waits until a command says yes.
until_so() {
    for _ in $(seq 600); do
        "$@" >/dev/null 2>&1 && return 0
        kill -0 "$window" 2>/dev/null || { echo 'the window has gone'; cat "$data/window.txt"; return 1; }
        sleep 0.2
    done
    echo "it never came to this: $*"
    shot failure
    return 1
}
hues() { [[ $(import -window root -format %k info:) -gt $1 ]]; }
until_so xdotool search --class demarche
# There is no window manager here, so nobody else gives the window the keyboard.
xdotool windowfocus "$(xdotool search --class demarche | head -1)"
# Slow frames take a whole chord as one instant, so its keys go down one by one.
chord() {
    xdotool keydown ctrl
    sleep 0.7
    xdotool key "$1"
    sleep 0.7
    xdotool keyup ctrl
    sleep 0.7
}
# A blank window has one hue, or two; the gallery with its maps has many.
until_so hues 300
sleep 1
shot start
journal=$data/first-note-7/journal.dmj
# The first scenario is the tutorial.
press_play() {
    xdotool mousemove 212 733 click 1
    sleep 1
    test -s "$journal"
}
until_so press_play
sleep 2
shot situation
chord 3
shot desk
# No order is given, so the end of the turn is asked about: the first button of the question says yes.
chord Return
shot question
xdotool key Tab
sleep 0.7
xdotool key space
until_so grep -q '{"turn":{' "$journal"
sleep 2
shot morning
hues 120
for place in 4:law 5:record 6:explore 7:host 8:cell 9:join 0:settings; do
    chord "${place%%:*}"
    shot "${place##*:}"
done
# A window that nobody touches rests. Some two of a hundred are usual; a window that is drawn without end takes fifty and more.
chord 1
sleep 12
worked() { awk '{ print $14 + $15 }' "/proc/$window/stat"; }
before=$(worked)
sleep 10
share=$((($(worked) - before) * 10 / $(getconf CLK_TCK)))
echo "left alone, the window takes $share of a hundred parts of a core"
[[ $share -lt 25 ]]
kill -0 "$window"
if grep -i 'panicked' "$data/window.txt"; then exit 1; fi
"$bin" replay "$journal" >/dev/null
echo 'the window opens, plays a turn, and its journal replays'
