package org.aidledger.app.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.aidledger.app.rest.RequestRefusal.TooLarge;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Keeps the bytes of a command's body beside the request, within bounds: the idempotency key's digest is made of them. */
@RestControllerAdvice(basePackageClasses = KeptBody.class)
final class KeptBody extends RequestBodyAdviceAdapter {

    private static final String ATTRIBUTE = KeptBody.class.getName();

    /** The body of the request that this thread answers; empty where there is none. */
    static byte[] ofRequest() {
        return RequestContextHolder.currentRequestAttributes().getAttribute(ATTRIBUTE,
                RequestAttributes.SCOPE_REQUEST) instanceof byte[] kept ? kept : new byte[0];
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return CommandBody.class.isAssignableFrom(parameter.getParameterType());
    }

    @Override
    public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
            Class<? extends HttpMessageConverter<?>> converter) throws IOException {
        byte[] bytes = message.getBody().readNBytes(CommandBody.BYTES_MAX + 1);
        if (bytes.length > CommandBody.BYTES_MAX) {
            throw new Refused(new TooLarge(CommandBody.BYTES_MAX));
        }
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, bytes, RequestAttributes.SCOPE_REQUEST);
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }
}
