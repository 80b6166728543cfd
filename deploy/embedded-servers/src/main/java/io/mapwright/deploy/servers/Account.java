package io.mapwright.deploy.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How PostgreSQL, which refuses to run as root, is started: each way is a prefix of its command line. */
enum Account {

    /** An ordinary user starts it as it is. */
    OWN(List.of()),

    /** Root starts it in a user name space of its own, where it is nobody; its files stay root's. */
    NAMESPACE(List.of("unshare", "-U")),

    /** Root drops to nobody: containers usually forbid user name spaces. Data and binaries must be nobody's to reach. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODYS_ID = 65_534;

    private final List<String> prefix;

    Account(List<String> prefix) {
        this.prefix = prefix;
    }

    /** @throws IllegalStateException when root can be neither in a name space nor nobody */
    static Account choose() {
        if (!System.getProperty("user.name").equals("root")) {
            return OWN;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new IllegalStateException("PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works"
                + " here: run this as an ordinary user");
    }

    List<String> prefix() {
        return prefix;
    }

    Cache cache() {
        return this == NOBODY ? Cache.ofEverybody() : Cache.ofThisUser();
    }

    /**
     * Hands a directory over, when the server runs as somebody else.
     *
     * @throws IllegalStateException when that somebody could not even get there
     */
    void takeOver(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        for (Path above = directory.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IllegalStateException(
                        "PostgreSQL has to run as nobody here, and nobody may not enter " + above
                                + ": choose --data below a directory that everybody may enter, or run this as an ordinary user");
            }
        }
        Files.setAttribute(directory, "unix:uid", NOBODYS_ID);
        Files.setAttribute(directory, "unix:gid", NOBODYS_ID);
    }

    private boolean works() {
        var command = new java.util.ArrayList<>(prefix);
        command.add("true");
        try {
            var trial = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
