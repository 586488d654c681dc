package org.aidledger.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says to people what went wrong and where to go on. */
@Controller
final class ErrorPage {

    private static final Set<Integer> EXPLAINED = Set.of(400, 401, 403, 404, 405, 503);
    private static final int FAILED = 500;

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    @Nullable
    String error(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (response.isCommitted()) {
            return null; // it is being broken off; nothing is added to what was sent
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int code = status instanceof Integer given ? given : 404;
        model.addAttribute("frame", Frame.of(request, Address.of("/")));
        model.addAttribute("status", code);
        model.addAttribute("explained", EXPLAINED.contains(code) ? code : FAILED);
        return "error";
    }
}
