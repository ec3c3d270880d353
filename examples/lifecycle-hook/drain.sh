#!/bin/sh
# Drains the instances that the lifecycle hook of an AS group holds, and calls back, until the group is gone:
#
#   ./drain.sh <ID of the AS group>
#
# What drains an instance is yours: DRAIN_COMMAND is a command that gets the ID of the instance. It is run again when it
# has failed, and when the callback did not arrive. HOOK_NAME says which hook is looked at, POLL_SECONDS how often.
#
# Signs in with a password from the environment: OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME, and
# OS_PROJECT_ID or OS_PROJECT_NAME; access keys, tokens, clouds.yaml and the configuration of a stack are for the
# provider only. OS_REGION_NAME chooses one of several regions, OTC_AS_ENDPOINT goes past the catalog, and OS_CACERT
# names a file with authorities of your own. Needs nothing but a POSIX shell and curl.
set -eu

group=${1:?"usage: ./drain.sh <ID of the AS group>"}
hook=${HOOK_NAME:-drain}
poll_seconds=${POLL_SECONDS:-5}

needs="signs in with a password: set OS_AUTH_URL, OS_USERNAME, OS_PASSWORD, OS_USER_DOMAIN_NAME and OS_PROJECT_NAME"
: "${OS_AUTH_URL:?"$needs"}" "${OS_USERNAME:?"$needs"}" "${OS_PASSWORD:?"$needs"}" "${OS_USER_DOMAIN_NAME:?"$needs"}"
: "${OS_PROJECT_ID:-${OS_PROJECT_NAME:?"$needs"}}"

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM

fail() {
  echo "drain.sh: $*" >&2
  exit 1
}

# A text as a JSON string.
json() {
  printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

# The value of a member of a JSON object that is on one line.
member() {
  sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"
}

# The innermost objects in the JSON of a file, one a line.
objects() {
  tr -d '\n' < "$1" | tr '{}' '\n'
}

# A call with these options of curl. Sets $status, to 000 if there was no whole answer. The body is in $scratch/answer.
request() {
  : > "$scratch/answer"
  status=$(curl --silent --show-error --max-time 60 ${OS_CACERT:+--cacert "$OS_CACERT"} \
    --header 'Content-Type: application/json' --output "$scratch/answer" --write-out '%{http_code}' "$@") || status=000
}

# The project of the sign-in, without the objects in it.
project() {
  tr -d '\n' < "$scratch/sign-in" | sed 's/.*"project" *: *{//; s/{[^{}]*}//g; s/}.*//'
}

# Sets $as to the AS service of the project: OTC_AS_ENDPOINT, else the endpoint of the region in the catalog.
find_service() {
  region=${OS_REGION_NAME:-$(project | member name | sed 's/_.*//')} # eu-de for the project eu-de_web
  in_catalog=$(objects "$scratch/sign-in" | grep /autoscaling-api | grep '"public"' | grep "\"$region\"" | head -n 1)
  endpoint=${OTC_AS_ENDPOINT:-$(printf '%s\n' "$in_catalog" | member url)}
  [ -n "$endpoint" ] ||
    fail "the catalog has no AS endpoint in region ${region:-of the project}: set OS_REGION_NAME or OTC_AS_ENDPOINT"
  endpoint=${endpoint%%/autoscaling-api*}
  as="${endpoint%/}/autoscaling-api/v1/$(project | member id)"
}

# Sets $token and $as, if IAM answers.
sign_in() {
  auth_url=${OS_AUTH_URL%/}
  domain="\"domain\": { \"name\": $(json "$OS_USER_DOMAIN_NAME") }"
  if [ -n "${OS_PROJECT_ID:-}" ]; then
    scope="\"id\": $(json "$OS_PROJECT_ID")"
  else
    scope="\"name\": $(json "$OS_PROJECT_NAME"), $domain"
  fi
  # The password goes through standard input: arguments of commands are seen by everybody on the machine.
  request --dump-header "$scratch/headers" --data @- "${auth_url%/v3}/v3/auth/tokens" <<EOF
{ "auth": {
  "identity": { "methods": ["password"], "password": { "user": {
    "name": $(json "$OS_USERNAME"), "password": $(json "$OS_PASSWORD"), $domain } } },
  "scope": { "project": { $scope } } } }
EOF
  case $status in
    201)
      token=$(sed -n 's/\r$//; s/^[Xx]-[Ss]ubject-[Tt]oken: *//p' "$scratch/headers")
      mv "$scratch/answer" "$scratch/sign-in"
      find_service
      ;;
    400 | 401 | 403 | 404) fail "IAM refuses the sign-in with $status: $(member message < "$scratch/answer")" ;;
    *) echo "IAM does not sign in now ($status), trying again" >&2 ;;
  esac
}

# Calls the AS service: method, path, and a body if there is one.
call() {
  request --config - --request "$1" ${3:+--data "$3"} "$as/$2" <<EOF
header = "X-Auth-Token: $token"
EOF
}

# The held instances of the last answer, one object a line.
held() {
  objects "$scratch/answer" | grep '"HANGING"' | grep "\"$hook\"" || true
}

drain() {
  instance=$(printf '%s\n' "$1" | member instance_id)
  key=$(printf '%s\n' "$1" | member lifecycle_action_key)
  # Without an input of its own it would read the list of the held instances.
  if ! ${DRAIN_COMMAND:-true} "$instance" < /dev/null; then
    echo "instance $instance: not drained yet"
    return
  fi
  call PUT "scaling_instance_hook/$group/callback" \
    "{ \"lifecycle_action_key\": \"$key\", \"lifecycle_action_result\": \"CONTINUE\" }"
  case $status in
    204) echo "instance $instance: drained, it may go" ;;
    *) echo "instance $instance: the callback was answered with $status, trying again" >&2 ;;
  esac
}

# Whether the service has said that there is no such group: not every 404 does.
gone() {
  case $status in
    400 | 403 | 404) grep -q -e '"AS\.2007"' -e '"AS\.0007"' "$scratch/answer" ;;
    *) false ;;
  esac
}

look() {
  call GET "scaling_instance_hook/$group/list"
  if gone; then
    echo "the AS group is gone"
    exit
  fi
  case $status in
    200) held | while read -r object; do drain "$object"; done ;;
    400 | 403) fail "the held instances cannot be listed: $(member message < "$scratch/answer")" ;;
    401)
      echo "the token has ended, signing in again" >&2
      token=
      ;;
    *) echo "the service does not answer now ($status), trying again" >&2 ;;
  esac
}

token=
echo "draining for hook $hook"
while :; do
  if [ -z "$token" ]; then sign_in; fi
  if [ -n "$token" ]; then look; fi
  sleep "$poll_seconds"
done
