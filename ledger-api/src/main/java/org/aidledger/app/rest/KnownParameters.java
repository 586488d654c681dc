package org.aidledger.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.aidledger.app.rest.RequestRefusal.UnknownParameter;
import org.aidledger.view.AsOf;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what no route reads: a {@code dryrun} that is ignored records what was only to be tried, and an {@code efective} gives
 * the figure of another day.
 */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod route && !request.getParameterMap().isEmpty()) {
            Set<String> known = of(route);
            for (String name : request.getParameterMap().keySet()) {
                if (!known.contains(name)) {
                    throw new Refused(new UnknownParameter(name, known.isEmpty() ? "-" : String.join(", ", known)));
                }
            }
        }
        return true;
    }

    private static Set<String> of(HandlerMethod route) {
        Set<String> known = new TreeSet<>();
        for (MethodParameter parameter : route.getMethodParameters()) {
            RequestParam own = parameter.getParameterAnnotation(RequestParam.class);
            if (own != null) {
                known.add(own.name().isEmpty() ? parameter.getParameter().getName() : own.name());
            } else if (parameter.getParameterType() == AsOf.class) {
                known.addAll(AsOfResolver.PARAMETERS);
            } else if (parameter.getParameterType() == CommandTerms.class) {
                known.addAll(CommandTermsResolver.PARAMETERS);
            }
        }
        return known;
    }
}
