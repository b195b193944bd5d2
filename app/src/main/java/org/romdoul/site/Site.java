package org.romdoul.site;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets that pages show.
 *
 * @param demo whether everybody in this record is fictional, which every page then says
 * @param helpLine the telephone number or office staff turn to; empty where there is none
 * @param zone the time zone of the jurisdiction
 */
@ConfigurationProperties("romdoul")
public record Site(
        @DefaultValue("false") boolean demo,
        @DefaultValue("") String helpLine,
        @DefaultValue("Asia/Phnom_Penh") ZoneId zone) {}
