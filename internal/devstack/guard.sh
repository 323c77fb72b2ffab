# usage: sh guard.sh DIR COMMAND [ARGUMENT...]
# Runs COMMAND until it ends or standard input closes. In the second case it stops COMMAND, waits for it and removes DIR.
dir=$1
shift
trap '' HUP
exec 3<&0 </dev/null

"$@" 3<&- &
server=$!
exec 2>/dev/null # the log is the server's
trap 'kill -INT "$server"' INT TERM

# Postgres wants INT, or it waits for its clients to leave. But the shell starts its children deaf to INT, and they stay so until they set
# a handler; TERM reaches also those that are still starting.
(
	trap - INT TERM
	read -r _ <&3
	trap 'exit 0' TERM
	kill -TERM "$server"
	kill -INT "$server"
	tenths=0
	while sleep 0.1 && kill -0 "$server"; do
		tenths=$((tenths + 1))
		case $tenths in
		20 | 40) kill -INT "$server" ;;
		80) kill -KILL "$server" ;;
		esac
	done
	exit 0
) &
reader=$!
exec 3<&-

# A signal interrupts wait, hence the loop.
wait "$server"
status=$?
while kill -0 "$server"; do
	wait "$server"
	status=$?
done

kill "$reader"
wait "$reader" && rm -rf -- "$dir"; exit "$status" # on one line, since this file goes too
