package org.romdoul.evidence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Limits.class)
class EvidenceSetup {

    /** Before anybody asks whether the form is ours: the answer stands in the form. */
    @Bean
    FilterRegistrationBean<FormsWithFiles> formsWithFiles() {
        var first = new FilterRegistrationBean<>(new FormsWithFiles());
        first.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10);
        return first;
    }
}
