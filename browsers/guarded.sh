#!/bin/sh
# Runs $GUARDED with these arguments until it ends, or until whoever started this ends, in whichever way: then our input
# is closed. Either way it takes along what the program has started, and the folder $GUARDED_FOLDER.
trap : TERM
("$GUARDED" "$@" </dev/null; kill -TERM 0) &
read -r _
kill -TERM 0
wait
rm -rf "$GUARDED_FOLDER"
kill -KILL 0
