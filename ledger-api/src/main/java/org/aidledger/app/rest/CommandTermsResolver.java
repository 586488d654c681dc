package org.aidledger.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.app.rest.CommandTerms.Wait;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the terms of a command from the address, the headers and the login. */
final class CommandTermsResolver implements HandlerMethodArgumentResolver {

    static final Set<String> PARAMETERS = Set.of("way", "dryRun", "wait");

    private static final int REASON_CHARS_MAX = 2_000;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandTerms.class;
    }

    @Override
    public CommandTerms resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Principal caller = Objects.requireNonNull(request.getUserPrincipal(), "commands need a login");
        return new CommandTerms(new ActorId(caller.getName()), request.getMethod() + " " + request.getRequestURI(),
                way(request.getParameter("way")), key(request.getHeader(CommandTerms.KEY)), expectedVersion(request),
                reason(request.getHeader(CommandTerms.REASON)), flag(request, "dryRun", "true", "false"),
                waited(request.getParameter("wait")));
    }

    private static Wait waited(@Nullable String text) {
        for (Wait wait : Wait.values()) {
            if (text != null && text.equals(wait.name().toLowerCase(Locale.ROOT))) {
                return wait;
            }
        }
        if (text != null) {
            throw wrong("wait", text, Fault.of(Kind.ONE_OF, "recorded, projected, sealed"));
        }
        return Wait.RECORDED;
    }

    private static Way way(@Nullable String text) {
        for (Way way : Way.values()) {
            if (text != null && text.equals(way.name().toLowerCase(Locale.ROOT))) {
                return way;
            }
        }
        if (text != null) {
            throw wrong("way", text, Fault.of(Kind.ONE_OF, "decided, reported"));
        }
        return Way.DECIDED;
    }

    private static boolean flag(HttpServletRequest request, String name, String on, String off) {
        String text = request.getParameter(name);
        if (text == null || text.equals(on) || text.equals(off)) {
            return on.equals(text);
        }
        throw wrong(name, text, Fault.oneOf(List.of(on, off)));
    }

    private static @Nullable String key(@Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > CommandTerms.KEY_CHARS_MAX)) {
            throw wrong(CommandTerms.KEY, text, Fault.of(Kind.CHARACTERS, 1, CommandTerms.KEY_CHARS_MAX));
        }
        return text;
    }

    /** An entity tag is the stream's version; {@code If-None-Match: *} says that there is none yet. */
    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        String match = request.getHeader(HttpHeaders.IF_MATCH);
        String noneMatch = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (noneMatch != null) {
            if (!noneMatch.equals("*") || match != null) {
                throw wrong(HttpHeaders.IF_NONE_MATCH, noneMatch, Fault.of(Kind.STAR));
            }
            return -1L;
        }
        if (match == null) {
            return null;
        }
        if (!match.matches("\"[0-9]{1,16}\"")) {
            throw wrong(HttpHeaders.IF_MATCH, match, Fault.of(Kind.ETAG));
        }
        return Long.valueOf(match.substring(1, match.length() - 1));
    }

    /** Servlet containers read headers as ISO 8859-1; people write them in UTF-8. */
    private static @Nullable String reason(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header;
        try {
            text = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException isIso88591) {
            text = header;
        }
        if (text.length() > REASON_CHARS_MAX) {
            throw wrong(CommandTerms.REASON, text.substring(0, 20) + "...",
                    Fault.of(Kind.CHARACTERS, 0, REASON_CHARS_MAX));
        }
        return text;
    }

    private static Refused wrong(String parameter, String value, Fault problem) {
        return new Refused(new WrongParameter(parameter, value, problem));
    }
}
