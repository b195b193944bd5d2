package org.romdoul.site;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language the pages are written in; each is named in its own words, for the person who reads no other. */
public enum Language {
    ENGLISH("en", "en-GB", "English"),
    KHMER("km", "km-KH-u-nu-khmr", "ភាសាខ្មែរ"),
    VIETNAMESE("vi", "vi-VN", "Tiếng Việt");

    private final String code;
    private final Locale locale;
    private final String ownName;

    Language(String code, String tag, String ownName) {
        this.code = code;
        this.locale = Locale.forLanguageTag(tag);
        this.ownName = ownName;
    }

    public static Optional<Language> of(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** @return the language of a locale, English where it is none of ours */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(ENGLISH);
    }

    public String code() {
        return code;
    }

    /** @return the locale, with Khmer figures for Khmer */
    public Locale locale() {
        return locale;
    }

    public String ownName() {
        return ownName;
    }
}
