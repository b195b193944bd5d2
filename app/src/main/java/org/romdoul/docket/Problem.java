package org.romdoul.docket;

import java.util.List;

/**
 * What is wrong, and so what to do.
 *
 * @param key message key
 * @param arguments of the message; never what a row says about anybody
 */
public record Problem(String key, List<Object> arguments) {

    static Problem of(String key, Object... arguments) {
        return new Problem(key, List.of(arguments));
    }
}
