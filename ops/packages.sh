# Finds out which Debian packages are missing, and installs them where that is allowed; sourced.

# What a build needs.
# shellcheck disable=SC2034 # of those who source this
build_packages=(libpq-dev libsimdjson-dev libjemalloc-dev pkg-config)

# Installs what is missing of the named packages; without the right to, prints the line that does.
need_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null; then
        say "Not a Debian system; needed here: $*" >&2
        return
    fi
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if [[ $EUID -ne 0 ]]; then
        say "Missing: ${missing[*]}. Run this, then try again:" \
            "  sudo sh -c '$(install_line "${missing[@]}")'" >&2
        exit 1
    fi
    say "Installing ${missing[*]}" >&2
    sh -c "$(install_line "${missing[@]}")" >&2
}

is_installed() {
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# The package postgresql starts a server of its own on port 5432 unless told not to, before it
# is unpacked. A system that has the package already keeps its servers and its setting.
# UCF_FORCE_CONFFOLD keeps the package from asking about the file written in advance.
install_line() {
    local conf=/etc/postgresql-common/createcluster.conf
    local line='apt-get -q update && '
    if [[ " $* " == *" postgresql "* ]]; then
        line+="mkdir -p ${conf%/*} && echo create_main_cluster = false >>$conf && "
    fi
    line+='UCF_FORCE_CONFFOLD=1 DEBIAN_FRONTEND=noninteractive '
    printf '%s' "${line}apt-get -q install -y --no-install-recommends $*"
}

# Prints a Python that has the packages of a requirements file; makes it where there is none yet.
python_with() {
    local cache=${XDG_CACHE_HOME:-$HOME/.cache}/zhuqi digest place made
    digest=$({ python3 --version && cat "$1"; } | sha256sum)
    place=$cache/python-${digest:0:16}
    if [[ ! -d $place ]]; then
        mkdir -p "$cache"
        made=$(mktemp -d "$cache/making-XXXXXX")
        if ! { python3 -m venv "$made" && "$made/bin/python" -m pip install --quiet \
            --disable-pip-version-check --no-deps --only-binary :all: --requirement "$1"; } >&2
        then
            rm -rf "$made"
            fail "the packages of $1 could not be installed"
        fi
        # Where another run was faster, its environment stays.
        mv -T "$made" "$place" 2>/dev/null || rm -rf "$made"
    fi
    say "$place/bin/python"
}

# Fails with a hint where the Swift toolchain is not to be found.
need_swift() {
    command -v swift >/dev/null || fail 'swift is not on PATH; see https://swift.org/install'
}

# Sets `build` to the command that builds: build_as CONFIGURATION
# A release holds Swift's own libraries: it runs where there is no Swift, and faster
# (ops/bench.d/NOTES.md). Accesses that overlap are looked for in debug builds, which the tests run.
# shellcheck disable=SC2034 # of those who source this
build_as() {
    build=(swift build --configuration "$1")
    [[ $1 != release ]] || build+=(--static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked)
}
