package org.aidledger.app.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.view.AsOf;
import org.aidledger.view.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the clocks of a question from {@code ?effective=…&known=…&booked=…}; one that is not given does not limit. */
final class AsOfResolver implements HandlerMethodArgumentResolver {

    private final KnownAt knownAt;

    AsOfResolver(KnownAt knownAt) {
        this.knownAt = knownAt;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class;
    }

    @Override
    public AsOf resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        return new AsOf(
                read(request, "effective", "a date is expected, such as 2024-06-30", LocalDate::parse),
                read(request, "known",
                        "a number of events is expected, a date, or a date and time with its offset, such as "
                                + "1200, 2024-06-30 or 2024-06-30T12:00:00+07:00",
                        knownAt::parse),
                read(request, "booked", "a month is expected, such as 2024-06", YearMonth::parse));
    }

    /** An empty value, as an empty field of a form sends it, is none. */
    private static <T> @Nullable T read(NativeWebRequest request, String name, String expected,
            Function<String, T> reading) {
        String text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Refused(new WrongParameter(name, text, expected));
        }
    }
}
