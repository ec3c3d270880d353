#!/bin/sh
# Drains the instances that the lifecycle hook of an AS group holds, and calls back, until the group is gone:
#
#   ./drain.sh <ID of the AS group>
#
# Signs in with the same OS_* variables as the provider. What drains an instance is yours: DRAIN_COMMAND is a command
# that gets the ID of the instance, and fails when it is to be tried again. Needs nothing but a POSIX shell and curl.
set -eu

group=${1:?"usage: ./drain.sh <ID of the AS group>"}
hook=${HOOK_NAME:-drain}
poll_seconds=${POLL_SECONDS:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

# Sets $token, and $as to the endpoint of the AS service in the catalog.
sign_in() {
  # The password goes through standard input: arguments of commands are seen by everybody on the machine.
  curl --silent --show-error --fail --dump-header "$scratch/headers" --output "$scratch/catalog" \
    --header 'Content-Type: application/json' --data @- "$OS_AUTH_URL/auth/tokens" <<EOF
{ "auth": {
  "identity": { "methods": ["password"], "password": { "user": {
    "name": "$OS_USERNAME", "password": "$OS_PASSWORD", "domain": { "name": "$OS_USER_DOMAIN_NAME" } } } },
  "scope": { "project": { "name": "$OS_PROJECT_NAME", "domain": { "name": "$OS_USER_DOMAIN_NAME" } } } } }
EOF
  token=$(sed -n 's/\r$//; s/^[Xx]-[Ss]ubject-[Tt]oken: *//p' "$scratch/headers")
  as=$(grep -o 'http[^"]*/autoscaling-api/v1/[^"]*' "$scratch/catalog" | head -n 1)
}

# Calls the AS service: method, path, and a body if there is one. Prints the status; the answer is in $scratch/answer.
call() {
  printf 'header = "X-Auth-Token: %s"\n' "$token" |
    curl --silent --show-error --config - --output "$scratch/answer" --write-out '%{http_code}' \
      --header 'Content-Type: application/json' --request "$1" ${3:+--data "$3"} "$as/$2"
}

# The value of a member of a JSON object that is on one line.
member() {
  sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"
}

# The held instances of the last answer, one object a line.
held() {
  tr -d '\n' < "$scratch/answer" | tr '{}' '\n\n' | grep '"HANGING"' | grep "\"$hook\"" || true
}

drain() {
  instance=$(printf '%s\n' "$1" | member instance_id)
  key=$(printf '%s\n' "$1" | member lifecycle_action_key)
  if ! ${DRAIN_COMMAND:-true} "$instance"; then
    echo "instance $instance: not drained yet"
    return
  fi
  status=$(call PUT "scaling_instance_hook/$group/callback" \
    "{ \"lifecycle_action_key\": \"$key\", \"lifecycle_action_result\": \"CONTINUE\" }")
  case $status in
    204) echo "instance $instance: drained, it may go" ;;
    *) echo "instance $instance: the callback was answered with $status" >&2 ;;
  esac
}

sign_in
echo "draining for hook $hook"
while :; do
  case $(call GET "scaling_instance_hook/$group/list") in
    200) held | while read -r object; do drain "$object"; done ;;
    401) sign_in ;;
    4??)
      # That is how the service says that there is no such group.
      if grep -q '"AS\.2007"' "$scratch/answer"; then
        echo "the AS group is gone"
        exit
      fi
      echo "the held instances cannot be listed: $(member message < "$scratch/answer")" >&2
      exit 1
      ;;
    *) echo "the service does not answer now, trying again" >&2 ;;
  esac
  sleep "$poll_seconds"
done
