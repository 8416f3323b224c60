#!/bin/sh
# Installs Clearway for the person who runs it, in their home folder; `./install.sh --remove` takes it away again.
# Libraries and settings stay where they are either way.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$HOME/.local/lib/clearway
rm -rf "$program"
rm -f "$HOME/.local/bin/clearway" "$data/applications/clearway.desktop" "$data/mime/packages/clearway.xml" \
    "$data/metainfo/clearway.metainfo.xml" "$data"/icons/hicolor/*/apps/clearway.*
if [ "${1:-}" != --remove ]; then
    mkdir -p "$HOME/.local/lib" "$HOME/.local/bin" "$data"
    cp -R "$here/clearway" "$program"
    ln -s "$program/clearway" "$HOME/.local/bin/clearway"
    cp -R "$here/share/." "$data"
    sed "s|^Exec=clearway|Exec=\"$program/clearway\"|" "$here/share/applications/clearway.desktop" \
        > "$data/applications/clearway.desktop"
fi
# What lists programs and file types reads them anew; where one of these is missing, it does so by itself later.
for refresh in "update-desktop-database $data/applications" "update-mime-database $data/mime"; do
    command -v "${refresh%% *}" > /dev/null 2>&1 && $refresh > /dev/null 2>&1 || true
done
if [ "${1:-}" = --remove ]; then
    echo "Clearway is removed. Its libraries are where they were: $data/Clearway"
else
    echo "Clearway is installed: choose it among your programs, or run $HOME/.local/bin/clearway"
fi
