package io.mapwright.deploy.servers;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Delivered mail, one file per recipient and message. A message is on the disk before its sender is told that it was
 * accepted; a file that is being written has a name that nobody reads.
 */
final class MailStore {

    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final InstantSource time;
    private final AtomicLong last;

    MailStore(Path directory, InstantSource time) {
        this.directory = directory;
        this.time = time;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
        this.last = new AtomicLong(files().stream()
                .reduce((before, after) -> after)
                .map(MailStore::number)
                .orElse(0L));
    }

    void deliver(String recipient, MimeMessage message) throws IOException, MessagingException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
        message.writeTo(bytes);
        // Names sort by order of arrival, across restarts and whatever the clock does.
        String name = "%012d-%d".formatted(last.incrementAndGet(), time.millis());
        Path draft = directory.resolve(name + ".draft");
        try (var file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var buffer = ByteBuffer.wrap(bytes.toByteArray()); buffer.hasRemaining(); ) {
                file.write(buffer);
            }
            file.force(true);
        }
        Files.move(draft, directory.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    /** In the order of arrival; only those to this address when one is given, in any case of letters. */
    List<Mail> messages(Optional<String> recipient) {
        var mails = new ArrayList<Mail>();
        for (Path file : files()) {
            read(file)
                    .filter(mail -> recipient.map(mail.to()::equalsIgnoreCase).orElse(true))
                    .ifPresent(mails::add);
        }
        return mails;
    }

    void deleteAll() {
        for (Path file : files()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + file, e);
            }
        }
    }

    private List<Path> files() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + directory, e);
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('-')));
    }

    private static Optional<Mail> read(Path file) {
        try {
            return Optional.of(Mail.read(file.getFileName().toString().replace(SUFFIX, ""), Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
