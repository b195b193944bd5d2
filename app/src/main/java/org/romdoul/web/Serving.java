package org.romdoul.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Duration;
import org.romdoul.site.Site;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** How pages and their assets travel: templates compiled beforehand, text compressed, assets kept a year under the hash of their content. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Site.class)
class Serving {

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageOfTheReader();
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> compression() {
        var compression = new Compression();
        compression.setEnabled(true);
        return server -> server.setCompression(compression);
    }

    @Bean
    WebMvcConfigurer languageAndAssets(LocaleResolver languages) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(new LanguageChoice(languages));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry resources) {
                resources
                        .addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/static/assets/")
                        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }
}
