package org.romdoul.web;

import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The roof without the house: no database, nobody's account. It has no stereotype, so that no other test picks it up. */
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, JdbcSessionAutoConfiguration.class
        })
@ComponentScan("org.romdoul.web")
@Import(StyleGuideTests.Pages.class)
class WebAlone {

    /** Templates of the tests first, those of the application after. */
    @Bean
    @Primary
    TemplateEngine templatesOfTestsToo() {
        var tests = new DirectoryCodeResolver(Path.of("src/test/jte"));
        var application = new DirectoryCodeResolver(Path.of("src/main/jte"));
        CodeResolver both = new CodeResolver() {
            @Override
            public String resolve(String name) {
                return tests.exists(name) ? tests.resolve(name) : application.resolve(name);
            }

            @Override
            public boolean exists(String name) {
                return tests.exists(name) || application.exists(name);
            }

            @Override
            public long getLastModified(String name) {
                return 0;
            }

            @Override
            public List<String> resolveAllTemplateNames() {
                return application.resolveAllTemplateNames();
            }
        };
        return TemplateEngine.create(both, Path.of("target/jte-of-tests"), ContentType.Html);
    }

    @Bean
    SecurityFilterChain everybodyMayLook(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
