package org.romdoul.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.romdoul.access.Accounts;
import org.romdoul.input.PlainText;
import org.romdoul.input.Typed;
import org.romdoul.journal.sealing.Sequencer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import picocli.CommandLine.Model.CommandSpec;

/** Who typed it, and what she is told; what was recorded is sealed before she is. */
record Told(CommandSpec spec, ApplicationContext rooms) {

    Accounts accounts() {
        return rooms.getBean(Accounts.class);
    }

    int password(String number, String password) {
        seal();
        spec.commandLine().getOut().println(number + "  " + password);
        spec.commandLine()
                .getErr()
                .println("This one-time password is shown only now. Hand it over in person; at the first sign-in it is"
                        + " replaced by a password of her or his own, and a phone is shown.");
        return Exit.OK;
    }

    int says(String words) {
        seal();
        spec.commandLine().getOut().println(words);
        return Exit.OK;
    }

    int refuses(String words) {
        spec.commandLine().getErr().println(words);
        return Exit.FAILED;
    }

    String words(String key, Object... arguments) {
        return Objects.requireNonNull(
                rooms.getBean(MessageSource.class).getMessage(key, arguments, key, Locale.ENGLISH));
    }

    /** @return what was typed, where it can be read; said, where not */
    Optional<String> plain(@Nullable String typed) {
        return switch (PlainText.required(typed, PlainText.LINE)) {
            case Typed.Value<String> good -> Optional.of(good.value());
            case Typed.Problem<String> bad -> {
                refuses(words(bad.code(), bad.arguments().toArray()));
                yield Optional.empty();
            }
        };
    }

    /** From the terminal or a pipe; UTF-8, whatever the terminal thinks: a name is not to be sealed in pieces. */
    Optional<String> asks(String question) {
        spec.commandLine().getErr().print(question);
        spec.commandLine().getErr().flush();
        try {
            var typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8.newDecoder()));
            return plain(typed.readLine());
        } catch (CharacterCodingException broken) {
            refuses("This is not UTF-8. Set the terminal to UTF-8 and type it again.");
            return Optional.empty();
        } catch (IOException closed) {
            refuses("Nobody answers.");
            return Optional.empty();
        }
    }

    private void seal() {
        try {
            rooms.getBean(Sequencer.class).sealAll();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
