package org.aidledger.app.rest;

import java.util.List;
import org.aidledger.view.KnownAt;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring MVC what our routes take besides what it knows itself. */
@Configuration(proxyBeanMethods = false)
class RestWiring implements WebMvcConfigurer {

    private final KnownAt knownAt;

    RestWiring(KnownAt knownAt) {
        this.knownAt = knownAt;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandTermsResolver());
        resolvers.add(new AsOfResolver(knownAt));
    }
}
