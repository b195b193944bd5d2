package org.romdoul.start;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.romdoul.chart.Words;
import org.springframework.context.support.ResourceBundleMessageSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How an estimate is told, and what is said where an option asks for what cannot be. */
abstract class EstimateOptions {

    private static final List<String> LANGUAGES = List.of("en", "km", "vi");

    @Option(names = "--json", description = "The numbers as one JSON object.")
    boolean json;

    @Option(names = "--lang", defaultValue = "en", description = "en, km or vi. (${DEFAULT-VALUE})")
    String language;

    @Spec
    CommandSpec spec;

    final void requireLanguage() {
        if (!LANGUAGES.contains(language))
            throw new ParameterException(
                    spec.commandLine(), "--lang " + language + ": It is one of " + String.join(", ", LANGUAGES) + ".");
    }

    final void requireLevel(double level) {
        require(
                level > 0 && level < 1,
                "--level",
                level,
                "It is how often such intervals hold the truth, between 0 and 1: 0.95 for 95 %.");
    }

    final void require(boolean fits, String option, @Nullable Number value, String meaning) {
        if (!fits) throw new ParameterException(spec.commandLine(), option + " " + value + ": " + meaning);
    }

    final Words words() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages/estimate", "messages/chart");
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return new Words(source, Locale.forLanguageTag(language));
    }
}
