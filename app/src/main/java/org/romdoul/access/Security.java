package org.romdoul.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands around every page: who may come in, and what a browser may do with it. */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String CONTENT = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "font-src 'self'",
            "img-src 'self' data:",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** The one page whose script sends something by itself: files in pieces. */
    private static final RequestMatcher SENDS = PathPatternRequestMatcher.pathPattern("/c/{case}/exhibits/files");

    @Bean
    SecurityFilterChain aroundEveryPage(HttpSecurity http, Clock clock, Drafts drafts) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(request -> Gates.isOpenToAll(request) || Gates.isAsset(request))
                                .permitAll()
                                .anyRequest()
                                .access((who, what) -> new AuthorizationDecision(
                                        Actors.current().isPresent())))
                .csrf(tokens -> tokens.ignoringRequestMatchers(Gates::isAReport))
                .addFilterAfter(new LockGate(clock, drafts), CsrfFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, why) -> toSignIn(request, response))
                        .accessDeniedHandler((request, response, why) -> refuse(request, response, drafts)))
                .headers(Security::headers)
                .requestCache(RequestCacheConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter((request, response) -> {
                    if (SENDS.matches(request))
                        response.setHeader("Content-Security-Policy", CONTENT + "; connect-src 'self'");
                })
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), geolocation=(), microphone=(), browsing-topics=()"));
    }

    /**
     * A form whose token is not this session's: it stood open while she signed in again. What she typed is kept and shown to
     * her, and nothing is recorded before she sends it herself. A form without a session behind it was open too long; she is
     * told so, instead of being shown an error.
     */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, Drafts drafts)
            throws IOException {
        var actor = Actors.current();
        var draft = Draft.of(request).filter(typed -> isOfOurOwnPage(request));
        if (actor.isPresent() && draft.isPresent()) {
            drafts.keep(actor.get().account(), draft.get());
            seeOther(response, "/kept");
        } else if (actor.isEmpty() && !Gates.isOpenToAll(request)) toSignIn(request, response);
        else if (Gates.isOfTheWayIn(request)) seeOther(response, "/sign-in?again");
        else response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    // Nobody else's page may lay words before her as if they were her own. Browsers say where a form stood (Fetch
    // Metadata, W3C);
    // one too old to say it is held off by the cookie, which is SameSite=Strict.
    private static boolean isOfOurOwnPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin");
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response) {
        seeOther(response, request.getMethod().equals("GET") ? "/sign-in" : "/sign-in?lost");
    }

    static void seeOther(HttpServletResponse response, String page) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", page);
    }

    /**
     * Sessions are read while it is still being found out who asks; so their transactions cannot be
     * {@link ActorTransactions}, which would ask the session.
     */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations sessionTransactions(DataSource source) {
        var transactions = new TransactionTemplate(new JdbcTransactionManager(source));
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return transactions;
    }
}
