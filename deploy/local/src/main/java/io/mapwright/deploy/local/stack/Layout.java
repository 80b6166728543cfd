package io.mapwright.deploy.local.stack;

import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param repository the checkout
 * @param data what the stack keeps between runs: databases, secrets, logs, its own state
 * @param javaHome the JDK that runs every process
 */
public record Layout(Path repository, Path data, Path javaHome) {

    public Layout {
        repository = repository.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** The program that runs every process written in Java. */
    public String java() {
        return javaHome.resolve("bin/java").toString();
    }

    Path routes() {
        return repository.resolve("deploy/k8s/base/routes");
    }

    /** The jar that starts a service. */
    public Path service(Suite service) {
        return repository.resolve(service.serviceName()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The jar with the commands of this module, its libraries beside it. */
    public Path localJar() {
        return repository.resolve("deploy/local/target/local.jar");
    }

    public Path simulatorJar() {
        return repository.resolve("deploy/provider-simulator/target/provider-simulator.jar");
    }

    /** Classes of the embedded servers; they run on a class path of their own. */
    public Path serversClasses() {
        return repository.resolve("deploy/embedded-servers/target/classes");
    }

    /** Lists the libraries of the embedded servers. */
    public Path serversClassPath() {
        return serversClasses().resolve("META-INF/embedded-servers.classpath");
    }

    /** What each process prints, one file each. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** A file with a process's name in here keeps that process from being started, until it is deleted. */
    public Path held() {
        return data.resolve("held");
    }

    /** Keys and passwords, readable by their owner only. */
    public Path secrets() {
        return data.resolve("secrets");
    }
}
