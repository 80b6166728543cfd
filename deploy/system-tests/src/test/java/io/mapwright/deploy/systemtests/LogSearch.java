package io.mapwright.deploy.systemtests;

import io.mapwright.deploy.local.secrets.Credentials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads every log of a stack for what must not be there. */
final class LogSearch {

    private final Path logs;

    LogSearch(Path logs) {
        this.logs = logs;
    }

    /** Everything confidential that the tests of {@link SuiteIT} sent or received, by what it is. */
    static Map<String, Pattern> whatTheTestsSaid(Credentials credentials) {
        Map<String, Pattern> forbidden = new LinkedHashMap<>();
        forbidden.put("an access token", Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}"));
        forbidden.put("an API key", Pattern.compile("mg_[A-Za-z0-9_-]{32}"));
        forbidden.put("the teacher's password", Pattern.compile(Pattern.quote(credentials.teacherPassword())));
        forbidden.put("the administrator's password", Pattern.compile(Pattern.quote(credentials.adminPassword())));
        forbidden.put("the database's password", Pattern.compile(Pattern.quote(credentials.databasePassword())));
        forbidden.put("the invitation code", Pattern.compile(Pattern.quote(credentials.invitationCode())));
        forbidden.put("a password of a registration", Pattern.compile("chaos-and-order-7|smoke-[0-9a-f]{8}-"));
        forbidden.put("a prompt", Pattern.compile("frogs and toads|光合作用|mountain number|river number|bake bread"));
        forbidden.put("a voice turn", Pattern.compile("dolphins eat"));
        forbidden.put("a feedback", Pattern.compile("maps are fine|Feedback chaos"));
        forbidden.put("a phone number", Pattern.compile("\\b1(38|98|99)[0-9]{8}\\b"));
        return forbidden;
    }

    /** One sentence per thing and file, naming file and line but not the secret itself. */
    List<String> findings(Map<String, Pattern> forbidden) {
        List<String> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Whatever is not UTF-8 is searched all the same.
                List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                forbidden.forEach((what, pattern) -> firstLine(lines, pattern)
                        .ifPresent(line -> findings.add(file.getFileName() + ":" + line + " has " + what)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    private static OptionalInt firstLine(List<String> lines, Pattern pattern) {
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i)).find()) {
                return OptionalInt.of(i + 1);
            }
        }
        return OptionalInt.empty();
    }
}
