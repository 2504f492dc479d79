# Sourced by ./mvnw and ./turnout: finds the JDK and the Maven that Turnout is built with.

needed_jdk=25
oldest_maven=3.8.7
own_maven=3.9.16

# Prints the major version of the JDK at $1, or 0 where there is none.
jdk_version() {
  local version=
  if [[ -x $1/bin/javac && -r $1/release ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  echo "${version:-0}"
}

# Exports JAVA_HOME: as it is if that JDK is new enough, else the first such JDK in the usual folders.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-/nowhere}" \
    /usr/lib/jvm/* /opt/java/* "${HOME:-}"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if (($(jdk_version "$home") >= needed_jdk)); then
      export JAVA_HOME=$home
      return
    fi
  done
  echo "Turnout needs JDK $needed_jdk or newer: install one (Temurin, for example), and set JAVA_HOME if it lies in an unusual folder." >&2
  exit 1
}

# Sets maven to the installed one. One that is too old to build can still fetch a newer one from where it gets
# everything: then it is that one.
find_maven() {
  if ! command -v mvn >/dev/null; then
    echo "Turnout needs Maven $oldest_maven or newer: install it (the package is named maven nearly everywhere)." >&2
    exit 1
  fi
  maven=mvn
  local installed
  installed=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  [[ $(printf '%s\n' "$oldest_maven" "$installed" | sort -V | head -n 1) != "$oldest_maven" ]] || return 0

  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/turnout
  maven=$cache/apache-maven-$own_maven/bin/mvn
  [[ ! -x $maven ]] || return 0
  mkdir -p "$cache"
  (cd "$cache" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:unpack \
    -Dartifact=org.apache.maven:apache-maven:$own_maven:zip:bin -DoutputDirectory="$cache" >&2)
  chmod +x "$maven"
}
