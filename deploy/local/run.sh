# Sourced by the scripts of this folder: picks a JDK, builds if nothing has been built yet, and runs a command.
repository=$(cd "$here/../.." && pwd)
. "$repository/.mvn/pick-jdk.sh"

run() {
  if [ ! -e "$repository/deploy/local/target/local.jar" ]; then
    echo "Nothing has been built yet. Building with ./mvnw -q package -DskipTests (a few minutes)"
    (cd "$repository" && ./mvnw -q package -DskipTests)
  fi
  exec "$JAVA_HOME/bin/java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    -jar "$repository/deploy/local/target/local.jar" "$@"
}
