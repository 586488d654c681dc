package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.app.clock.Clocks;
import org.aidledger.eventstore.EntryReader;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.time.IsoDates;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring MVC what our routes take besides what it knows itself. */
@Configuration(proxyBeanMethods = false)
class RestWiring implements WebMvcConfigurer {

    private final Clocks clocks;
    private final EntryReader log;

    RestWiring(Clocks clocks, LedgerGateway gateway) {
        this.clocks = clocks;
        this.log = gateway.reader();
    }

    /** An empty cursor or date is none, which Spring takes for an answer and does not declare. */
    @Override
    @SuppressWarnings("NullAway")
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Cursor.class, text -> Cursor.parse(text, log.size()));
        formats.addConverter(String.class, LocalDate.class, text -> text.isBlank() ? null : IsoDates.date(text));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CommandTermsResolver());
        resolvers.add(new AsOfResolver(clocks));
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new KnownParameters()).addPathPatterns(Paths.API + "/**");
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new CutOff());
    }
}
