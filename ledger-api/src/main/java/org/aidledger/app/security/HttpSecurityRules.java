package org.aidledger.app.security;

import java.util.stream.Stream;
import org.aidledger.app.security.Users.User;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may ask for what. There are no sessions, no cookies and no forms that change anything (one hands in a picture to compare):
 * a login comes with every request, and commands are JSON, which no page of another site can send. So there is nothing to forge.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class HttpSecurityRules {

    /** Pages need a style sheet, Pico's icons within it, and a form back to themselves; no script, no other host. */
    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String CHALLENGE = "Basic realm=\"Aid Ledger\", charset=\"UTF-8\"";

    private static final String OFFICER = Role.OFFICER.name();
    private static final String INSPECTOR = Role.INSPECTOR.name();
    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();
    private static final String ACCOUNTANT = Role.ACCOUNTANT.name();
    private static final String AUDITOR = Role.AUDITOR.name();

    @Bean
    PasswordEncoder passwords() {
        return new RememberedPasswords();
    }

    @Bean
    UserDetailsService logins(Users users) {
        return new InMemoryUserDetailsManager(users.users().stream().map(HttpSecurityRules::login).toList());
    }

    private static UserDetails login(User user) {
        return org.springframework.security.core.userdetails.User.withUsername(user.name()).password(user.password())
                .roles(user.roles().stream().map(Role::name).toArray(String[]::new)).build();
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, Users users) {
        AuthenticationEntryPoint challenge = (request, response, refused) -> {
            response.setHeader("WWW-Authenticate", CHALLENGE);
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        };
        return http
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(challenge))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(challenge))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authorizeHttpRequests(requests -> rights(requests, users.openPages()))
                .build();
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            boolean openPages) {
        requests
                .dispatcherTypeMatchers(jakarta.servlet.DispatcherType.ERROR).permitAll()
                .requestMatchers(reading("/log/tile/entries/**")).hasRole(AUDITOR)
                .requestMatchers(reading("/log/**", "/v3/api-docs", "/actuator/health", "/actuator/info",
                        "/webjars/**", "/style.css"))
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/inspections/*/responses",
                        "/api/v1/inspections/*/completions")
                .hasAnyRole(INSPECTOR, OFFICER)
                .requestMatchers(HttpMethod.POST, "/api/v1/inspections/**").hasRole(INSPECTOR)
                .requestMatchers(HttpMethod.POST, "/api/v1/actors/**").hasRole(ADMINISTRATOR)
                .requestMatchers(HttpMethod.POST, "/api/v1/periods/**", "/api/v1/bank-accounts/**")
                .hasRole(ACCOUNTANT)
                .requestMatchers(HttpMethod.POST, "/api/v1/log/since", "/since").authenticated()
                .requestMatchers(HttpMethod.POST, "/api/v1/**").hasRole(OFFICER)
                .requestMatchers(reading("/api/v1/evidence/periods/**")).hasRole(AUDITOR)
                .requestMatchers(reading("/api/v1/**")).authenticated();
        if (openPages) {
            requests.requestMatchers(reading("/", "/portfolio", "/headline", "/targets", "/deadlines",
                    "/signals", "/donors/**", "/periods/**", "/bank/**", "/projects/**", "/events/**"))
                    .permitAll();
        }
        requests.requestMatchers(reading("/**")).authenticated().anyRequest().denyAll();
    }

    /** HEAD tells of an answer what GET would, so whoever may the one may the other. */
    private static RequestMatcher[] reading(String... paths) {
        PathPatternRequestMatcher.Builder matchers = PathPatternRequestMatcher.withDefaults();
        return Stream.of(paths).flatMap(path -> Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                .map(method -> matchers.matcher(method, path))).toArray(RequestMatcher[]::new);
    }
}
