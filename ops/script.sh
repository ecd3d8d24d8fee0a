# Words that every script here uses; sourced.

# Prints the comment at the head of the script: its usage.
usage() {
    awk 'NR == 1 { next } /^#/ { sub(/^# ?/, ""); print; next } { exit }' "$0"
}

# Prints each argument as a line.
say() { printf '%s\n' "$@"; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# Prints the value that follows an option, or fails: value_of "$@".
value_of() {
    [[ $# -ge 2 ]] || fail "$1 needs a value; see --help"
    printf '%s' "$2"
}
