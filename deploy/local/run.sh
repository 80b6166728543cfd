# Sourced by the scripts of this folder: picks a JDK, builds if nothing has been built yet, and runs a program.
repository=$(cd "$here/../.." && pwd)
. "$repository/.mvn/pick-jdk.sh"

# run_jar JAR [word ...]: JAR is a path inside the repository.
run_jar() {
  jar=$1
  shift
  if [ ! -e "$repository/$jar" ]; then
    echo "Nothing has been built yet: building with ./mvnw -q package -DskipTests takes a few minutes."
    (cd "$repository" && ./mvnw -q package -DskipTests)
  fi
  exec "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    -jar "$repository/$jar" "$@"
}
