package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.LoginNeeded;
import org.aidledger.app.rest.RequestRefusal.NotAllowed;
import org.aidledger.app.rest.RequestRefusal.NotFound;
import org.aidledger.app.rest.RequestRefusal.Unsupported;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers programs whose request never reached a route: no login, no right, no such address. */
@Controller
@Hidden
final class UnhandledErrors implements ErrorController {

    @RequestMapping("/error")
    @Nullable
    ResponseEntity<Object> problem(HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // it is being broken off; nothing is added to what was sent
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int code = status instanceof Integer given ? given : HttpStatus.NOT_FOUND.value();
        RequestRefusal refusal = switch (code) {
            case 401 -> new LoginNeeded();
            case 403 -> new NotAllowed();
            case 404 -> new NotFound(String.valueOf(path));
            default -> new Unsupported(code, Fault.of(Kind.DETAIL, HttpStatus.valueOf(code).getReasonPhrase()));
        };
        return Problem.answer(List.of(refusal), LocaleContextHolder.getLocale(), new HttpHeaders());
    }
}
