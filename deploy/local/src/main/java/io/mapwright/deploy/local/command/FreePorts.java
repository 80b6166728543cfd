package io.mapwright.deploy.local.command;

import io.mapwright.deploy.local.stack.ProcessSpec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds out before anything starts which ports are taken. */
final class FreePorts {

    private FreePorts() {}

    /** One sentence per port that somebody else has. */
    static List<String> conflicts(List<ProcessSpec> processes) {
        return processes.stream()
                .flatMap(process -> process.ports().stream()
                        .filter(port -> !isFree(port))
                        .map(port -> "port " + port + ", which " + process.name() + " needs, is taken"))
                .toList();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: a connection of the last run that still fades away is no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
