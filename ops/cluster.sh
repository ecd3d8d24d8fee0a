# Makes, starts and stops a private PostgreSQL cluster inside a home directory; sourced.
#
# It listens on a Unix socket only. Whoever can enter the socket's directory (mode 0700) is
# trusted, so there are no passwords. Layout under the cluster's place:
#   data/ socket/ log
#
# The place is HOME/cluster. PostgreSQL refuses to run as root, so as root it runs as the system
# user postgres; a home which that user can't reach (below /root, or a mktemp -d) gets its
# place in /var/lib instead, and HOME/cluster is then a link to it.

# Settings for the caller's other servers must not reach ours.
# shellcheck disable=SC2086 # a list of names
[[ -z ${!PG@} ]] || unset ${!PG@}

cluster_place=
cluster_socket=
cluster_bin=

# Finds or makes the cluster of a home and starts it: cluster_open HOME [SETTING…]
# A setting is a line of postgresql.conf.
cluster_open() {
    local home
    home=$(realpath "$1")
    shift
    cluster_find_binaries
    cluster_find_place "$home"
    [[ -d $cluster_place/data ]] || cluster_make
    [[ -z $(cluster_pid) ]] || cluster_stop # left behind by a killed script, with old settings
    cluster_find_socket
    cluster_settings "$@" | cluster_run tee "$cluster_place/data/zhuqi.conf" >/dev/null
    cluster_start
}

# Stops the cluster if it runs; sessions are ended, committed work is safe.
cluster_stop() {
    [[ -n $cluster_place && -n $(cluster_pid) ]] || return 0
    cluster_run "$cluster_bin/pg_ctl" stop -D "$cluster_place/data" -s -w -m fast -t 60 ||
        cluster_run "$cluster_bin/pg_ctl" stop -D "$cluster_place/data" -s -w -m immediate
    [[ $cluster_socket != /tmp/zhuqi-* ]] || rm -rf "$cluster_socket"
}

# Stops the cluster and removes it, with its home: cluster_remove HOME
cluster_remove() {
    cluster_stop
    [[ -z $cluster_place ]] || rm -rf "$cluster_place"
    rm -rf "$1"
}

# Prints how to connect: cluster_conninfo USER DATABASE
cluster_conninfo() {
    printf 'host=%s user=%s dbname=%s' "$cluster_socket" "$1" "$2"
}

# Runs psql as the superuser: cluster_psql DATABASE [ARGUMENT…]
cluster_psql() {
    local database=$1
    shift
    "$cluster_bin/psql" -XqAt -v ON_ERROR_STOP=1 "$@" -d "$(cluster_conninfo postgres "$database")"
}

# Makes the product's roles where they are missing. What they may do is granted by migrations.
cluster_make_roles() {
    cluster_psql postgres <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', name)
FROM unnest('{zhuqi_owner,zhuqi_server,zhuqi_auditor}'::text[]) AS name
WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) \gexec
SQL
}

# Makes the product's database where it is missing, and says so on stdout: `created`.
cluster_make_database() {
    cluster_psql postgres <<'SQL'
SELECT 'CREATE DATABASE zhuqi OWNER zhuqi_owner'
WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'zhuqi') \gexec
\if :ROW_COUNT
\echo created
\endif
SQL
}

# Runs a command as the cluster's user, in a session of its own: Ctrl-C in the terminal must
# reach the scripts first, which stop PostgreSQL last. Descriptor 9 is the lock on the home.
cluster_run() (
    cd /
    exec 9>&-
    if [[ $EUID -eq 0 ]]; then
        exec setsid --wait setpriv --reuid=postgres --regid=postgres --init-groups -- "$@"
    fi
    exec setsid --wait "$@"
)

cluster_find_binaries() {
    local directory
    directory=$(pg_config --bindir 2>/dev/null) || true
    if [[ ! -x $directory/initdb ]]; then
        directory=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
    fi
    [[ -x $directory/initdb ]] || fail "no PostgreSQL server found; install the package postgresql"
    cluster_bin=$directory
}

cluster_find_place() {
    local home=$1 owner
    owner=$(cluster_run id -un)
    if [[ -L $home/cluster ]]; then
        cluster_place=$(readlink -m "$home/cluster")
    elif [[ -d $home/cluster ]] || cluster_run test -x "$home"; then
        cluster_place=$home/cluster
    else
        cluster_place=$(mktemp -d /var/lib/zhuqi-XXXXXX)
        ln -s "$cluster_place" "$home/cluster"
    fi
    install -d -m 0700 -o "$owner" -g "$(id -gn "$owner")" "$cluster_place"
}

# A cluster appears under its name only when it is whole: an interrupted initdb is begun again.
cluster_make() {
    local data=$cluster_place/data
    rm -rf "$data.new"
    cluster_run "$cluster_bin/initdb" --pgdata="$data.new" --username=postgres --encoding=UTF8 \
        --locale=C.UTF-8 --data-checksums --auth-local=trust --auth-host=reject \
        --no-instructions >/dev/null
    echo "include_if_exists = 'zhuqi.conf'" |
        cluster_run tee -a "$data.new/postgresql.conf" >/dev/null
    mv "$data.new" "$data"
}

# The path of a socket ends at 107 bytes, and libpq reads commas and quotes in it its own way:
# a place that is too long or not plain keeps its socket in a directory below /tmp.
cluster_find_socket() {
    local link=$cluster_place/socket
    cluster_socket=$(readlink -m "$link")
    if [[ $cluster_socket == "$link" && $link =~ ^[A-Za-z0-9/._-]{1,90}$ ]]; then
        cluster_run mkdir -p -m 0700 "$link"
        return
    fi
    # /tmp is emptied now and then, and open to all: a directory that is not ours is not used.
    local ours
    ours="$(cluster_run id -u) 700"
    if [[ ! -L $link || $(stat -c '%u %a' "$cluster_socket" 2>&1) != "$ours" ]]; then
        cluster_socket=$(cluster_run mktemp -d /tmp/zhuqi-XXXXXX)
        cluster_run ln -sfn "$cluster_socket" "$link"
    fi
}

cluster_settings() {
    printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$cluster_socket'" \
        'unix_socket_permissions = 0700' "$@"
}

# Prints the server's process id if it runs. After a reboot the number in postmaster.pid can be
# another process: only one that stands in the data directory is ours.
cluster_pid() {
    local pid
    pid=$(cluster_noted_pid)
    [[ -z $pid || $(readlink "/proc/$pid/cwd") != "$cluster_place/data" ]] || printf '%s' "$pid"
}

cluster_noted_pid() { head -n 1 "$cluster_place/data/postmaster.pid" 2>/dev/null || true; }

# Nobody else starts this cluster while the home is locked, so what a dead server left behind
# goes; PostgreSQL itself gives up where the noted number belongs to a stranger. Children of a
# killed server take a moment to end: hence the attempts.
cluster_start() {
    local log=$cluster_place/log pid
    pid=$(cluster_noted_pid)
    [[ -z $pid || ! -e /proc/$pid ]] || rm -f "$cluster_place/data/postmaster.pid"
    rm -f "$cluster_socket"/.s.PGSQL.*
    for _ in 1 2 3 4 5; do
        cluster_run "$cluster_bin/pg_ctl" start -D "$cluster_place/data" -l "$log" -s -w -t 300 \
            2>/dev/null && return
        sleep 1
    done
    tail -n 20 "$log" >&2
    fail "PostgreSQL did not start; its log is $log"
}
