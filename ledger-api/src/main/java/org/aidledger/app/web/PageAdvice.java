package org.aidledger.app.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.aidledger.app.platform.DatabaseLoss;
import org.aidledger.view.ViewBehind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says of what passes that it passes: a view that is being rebuilt, a database that is out of reach. */
@ControllerAdvice(basePackageClasses = PageAdvice.class)
final class PageAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    void failed(RuntimeException failure, HttpServletResponse response) throws IOException {
        if (!(failure instanceof ViewBehind) && !DatabaseLoss.isCauseOf(failure)) {
            throw failure;
        }
        LOG.warn("a page could not be shown now", failure);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
