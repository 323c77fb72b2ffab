# usage: sh -c guard.sh name DIR COMMAND [ARGUMENT...]
# Runs COMMAND until it ends or standard input closes. In the second case it interrupts COMMAND, waits for it and removes DIR.
dir=$1
shift
trap '' HUP
exec 3<&0 </dev/null

"$@" 3<&- &
server=$!
trap 'kill -INT "$server" 2>/dev/null' INT TERM

(
	trap - INT TERM
	read -r _ <&3
	kill -INT "$server" 2>/dev/null
	exit 0
) &
reader=$!
exec 3<&-

# A signal interrupts wait, hence the loop.
wait "$server"
status=$?
while kill -0 "$server" 2>/dev/null; do
	wait "$server"
	status=$?
done

kill "$reader" 2>/dev/null
if wait "$reader"; then
	rm -rf -- "$dir"
fi
exit "$status"
