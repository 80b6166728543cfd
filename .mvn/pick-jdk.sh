# Sourced by mvnw and by deploy/local: exports a JAVA_HOME whose javac is at least version 21, or says what to install.
# Order: JAVA_HOME, the java on the PATH, the newest under the usual folders. POSIX sh; reads the `release` file that
# every JDK carries rather than starting a JVM, so that it costs milliseconds.

mapwright_least=21

# Prints the feature version of the JDK in $1, or nothing when there is no complete JDK there.
mapwright_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS='=' read -r key value; do
    [ "$key" = JAVA_VERSION ] || continue
    value=${value#\"}
    value=${value%\"}
    value=${value#1.}
    printf '%s' "${value%%[!0-9]*}"
    return 0
  done <"$1/release"
}

# Resolves links until $1 is a real file, then prints the JDK folder two levels above it.
mapwright_home_of() {
  file=$1
  while [ -L "$file" ]; do
    target=$(readlink "$file")
    case $target in
    /*) file=$target ;;
    *) file=${file%/*}/$target ;;
    esac
  done
  home=${file%/*}
  printf '%s' "${home%/*}"
}

mapwright_pick_jdk() {
  if [ -n "${JAVA_HOME-}" ]; then
    version=$(mapwright_jdk_version "$JAVA_HOME")
    [ "${version:-0}" -ge "$mapwright_least" ] && return 0
  fi

  onpath=$(command -v javac 2>/dev/null || :)
  if [ -n "$onpath" ]; then
    home=$(mapwright_home_of "$onpath")
    version=$(mapwright_jdk_version "$home")
    if [ "${version:-0}" -ge "$mapwright_least" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  fi

  case $- in *f*) globbing=off ;; *) globbing=on ;; esac
  set +f
  best=0
  for home in /usr/lib/jvm/* /usr/local/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* "${HOME-}"/.sdkman/candidates/java/* \
    "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(mapwright_jdk_version "$home")
    if [ "${version:-0}" -ge "$mapwright_least" ] && [ "$version" -gt "$best" ]; then
      best=$version
      JAVA_HOME=$home
    fi
  done
  [ "$globbing" = on ] || set -f

  if [ "$best" -eq 0 ]; then
    printf '%s\n' \
      "Mapwright needs a JDK $mapwright_least or newer (a full JDK with javac; 25 is what it ships on); none was found" \
      "in JAVA_HOME (${JAVA_HOME:-unset}), on the PATH or under the usual folders (/usr/lib/jvm, ~/.sdkman, ~/.jdks, ...)." \
      "Install one, for example Eclipse Temurin 25 or Debian's openjdk-21-jdk, or point JAVA_HOME at one you have." >&2
    return 1
  fi
  export JAVA_HOME
}

mapwright_pick_jdk || exit 1
