package org.romdoul.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From where somebody tries to come in.
 *
 * @param address her network address
 * @param remembered what her browser remembers of earlier sign-ins: {@link Devices} knows what it is worth
 * @param sitting where she is in already, and only proves once more that it is she
 */
record From(String address, String remembered, @Nullable UUID sitting) {

    static From of(HttpServletRequest request) {
        return new From(request.getRemoteAddr(), cookie(request), null);
    }

    static From of(HttpServletRequest request, Actor there) {
        return new From(request.getRemoteAddr(), "", there.sitting());
    }

    private static String cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> Devices.NAMES.contains(cookie.getName()))
                .map(cookie -> cookie.getValue())
                .collect(Collectors.joining(Devices.BETWEEN));
    }

    /** One customer of a network has one IPv4 address, and 2^64 of IPv6. */
    String place() {
        return address.contains(":") ? network(address) : address;
    }

    private static String network(String address) {
        try {
            var bytes = java.net.InetAddress.getByName(address.replaceFirst("%.*", ""))
                    .getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (java.net.UnknownHostException bent) {
            return address;
        }
    }
}
