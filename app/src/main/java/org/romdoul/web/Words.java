package org.romdoul.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every word the pages say: one file a room and language under {@code messages/}, found by being there. */
@Configuration(proxyBeanMethods = false)
class Words {

    private static final Pattern FILE = Pattern.compile("(?<room>[a-z-]+?)(_(km|vi))?\\.properties");

    @Bean
    MessageSource messageSource() {
        var words = new ResourceBundleMessageSource();
        words.setBasenames(rooms().stream().map(room -> "messages/" + room).toArray(String[]::new));
        words.setDefaultEncoding(StandardCharsets.UTF_8.name());
        words.setFallbackToSystemLocale(false);
        return words;
    }

    private static TreeSet<String> rooms() {
        var rooms = new TreeSet<String>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                var name = FILE.matcher(Objects.requireNonNullElse(file.getFilename(), ""));
                if (name.matches()) rooms.add(name.group("room"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rooms;
    }
}
