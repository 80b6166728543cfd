package io.mapwright.feedback.submission.rest;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

import java.util.HexFormat;

/** The network a request comes from: an IPv4 address, or the 64 bits of an IPv6 address that one line shares. */
final class ClientNetwork {

    private static final String UNKNOWN = "unknown";
    private static final int IPV6_PREFIX_BYTES = 8;

    private ClientNetwork() {}

    static String of(@Nullable SocketAddress address) {
        String host = address == null ? null : address.hostAddress();
        return host == null ? UNKNOWN : of(host);
    }

    static String of(String host) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(host);
        if (address == null) {
            return UNKNOWN;
        }
        return address.length == 4
                ? NetUtil.bytesToIpAddress(address)
                : HexFormat.of().formatHex(address, 0, IPV6_PREFIX_BYTES) + "/64";
    }
}
