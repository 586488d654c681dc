package org.aidledger.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What fails after the beginning of its answer was sent is handed to the container, which breaks the connection off. A problem
 * written behind that beginning would end the answer properly, and who asked would take a part of an export for the whole.
 */
final class CutOff implements HandlerExceptionResolver {

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception thrown) {
        if (response.isCommitted() && thrown instanceof RuntimeException unforeseen) {
            throw unforeseen;
        }
        return null; // to whom it may concern; what is checked goes to the container anyway
    }
}
