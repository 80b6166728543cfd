package io.mapwright.testkit;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Source code that is compiled for one test, so that a planted violation stands beside the rule that has to find it.
 *
 * @param classes what was compiled
 */
record Planted(JavaClasses classes) {

    /** A port of a feature, and an edge that implements it. */
    static final String PORT = """
            package io.mapwright.shop.order;
            public interface Orders { io.smallrye.mutiny.Uni<Void> keep(String order); }
            """;

    static final String REDIS_ORDERS = """
            package io.mapwright.shop.order.redis;
            public final class RedisOrders implements io.mapwright.shop.order.Orders {
                private final io.quarkus.redis.datasource.ReactiveRedisDataSource redis;
                public RedisOrders(io.quarkus.redis.datasource.ReactiveRedisDataSource redis) { this.redis = redis; }
                public io.smallrye.mutiny.Uni<Void> keep(String order) {
                    return redis.value(String.class).set(order, order);
                }
            }
            """;

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Shared, because it remembers what is in the jars of the class path. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private static final Pattern PACKAGE = Pattern.compile("package ([a-z0-9.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

    /** Each source declares its package and one top-level type. */
    static Planted of(Path directory, String... sources) {
        try {
            var files = new ArrayList<Path>();
            for (String source : sources) {
                files.add(write(directory, source));
            }
            var output = new StringWriter();
            var options = List.of(
                    "-proc:none", "-nowarn", "-d", directory.resolve("classes").toString());
            if (!COMPILER.getTask(output, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalArgumentException("the planted source does not compile:\n" + output);
            }
            return new Planted(new ClassFileImporter().importPath(directory.resolve("classes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the rule says about it; empty when it finds nothing. */
    String seenBy(ArchRule rule) {
        return String.join("\n", rule.evaluate(classes).getFailureReport().getDetails());
    }

    /** Plants these sources and insists that the rule names the culprit. */
    static void assertFound(Path directory, ArchRule rule, String culprit, String... sources) {
        assertThat(of(directory, sources).seenBy(rule)).contains(culprit);
    }

    private static Path write(Path directory, String source) throws IOException {
        var inPackage = PACKAGE.matcher(source);
        var type = TYPE.matcher(source);
        if (!inPackage.find() || !type.find()) {
            throw new IllegalArgumentException("no package or no type in " + source);
        }
        Path file = directory.resolve(inPackage.group(1).replace('.', '/')).resolve(type.group(1) + ".java");
        Files.createDirectories(file.getParent());
        Files.createDirectories(directory.resolve("classes"));
        return Files.writeString(file, source);
    }
}
