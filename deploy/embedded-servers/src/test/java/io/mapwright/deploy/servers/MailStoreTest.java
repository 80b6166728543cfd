package io.mapwright.deploy.servers;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class MailStoreTest {

    private static final String MULTIPART = """
            From: Ada <ada@example.com>
            To: somebody@example.com
            Subject: =?UTF-8?B?5L2g5aW9?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8

            plain 你好
            --b
            Content-Type: text/html; charset=utf-8

            <p>rich</p>
            --b--
            """;

    @TempDir
    private Path directory;

    @Test
    void keepsMessagesAcrossRestartsInTheOrderOfArrival() throws Exception {
        store(10).deliver("a@example.com", message("Subject: one\n\n1"));
        store(20).deliver("a@example.com", message("Subject: two\n\n2"));
        store(20).deliver("b@example.com", message("Subject: other\n\n3"));

        assertThat(store(30).messages(Optional.of("A@Example.com")))
                .extracting(Mail::subject)
                .containsExactly("one", "two");
        assertThat(store(30).messages(Optional.empty())).hasSize(3);
    }

    @Test
    void decodesWhatAPersonWouldRead() throws Exception {
        var store = store(0);
        store.deliver("real@example.com", message(MULTIPART));

        var mail = store.messages(Optional.empty()).getFirst();

        assertThat(mail.to()).isEqualTo("real@example.com");
        assertThat(mail.from()).isEqualTo("Ada <ada@example.com>");
        assertThat(mail.subject()).isEqualTo("你好");
        assertThat(mail.text().strip()).isEqualTo("plain 你好");
        assertThat(mail.html().strip()).isEqualTo("<p>rich</p>");
        assertThat(mail.receivedAt()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void readsNoMessageThatIsStillBeingWritten() throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("000000000001-1.draft"), "Subj");

        assertThat(store(0).messages(Optional.empty())).isEmpty();
    }

    @Test
    void forgetsEverythingWhenTold() throws Exception {
        var store = store(0);
        store.deliver("a@example.com", message("Subject: one\n\n1"));

        store.deleteAll();

        assertThat(store.messages(Optional.empty())).isEmpty();
    }

    private MailStore store(long millis) {
        return new MailStore(directory, InstantSource.fixed(Instant.ofEpochMilli(millis)));
    }

    private static MimeMessage message(String text) throws Exception {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }
}
