package org.aidledger.app.rest;

import java.util.Set;
import org.aidledger.app.clock.Clocks;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.view.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a route the clocks of its question. */
final class AsOfResolver implements HandlerMethodArgumentResolver {

    static final Set<String> PARAMETERS = Set.of("effective", "known", "booked");

    private final Clocks clocks;

    AsOfResolver(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == AsOf.class;
    }

    @Override
    public AsOf resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        try {
            return clocks.read(request.getParameter("effective"), request.getParameter("known"),
                    request.getParameter("booked"));
        } catch (Clocks.Unreadable unreadable) {
            throw new Refused(
                    new WrongParameter(unreadable.clock(), unreadable.value(), Fault.of(expected(unreadable.clock()))));
        }
    }

    private static Kind expected(String clock) {
        return switch (clock) {
            case "known" -> Kind.KNOWN;
            case "booked" -> Kind.MONTH;
            default -> Kind.DATE;
        };
    }
}
