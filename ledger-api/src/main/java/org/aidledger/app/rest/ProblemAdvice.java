package org.aidledger.app.rest;

import java.util.List;
import java.util.UUID;
import org.aidledger.app.platform.DatabaseLoss;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.Behind;
import org.aidledger.app.rest.RequestRefusal.DatabaseAway;
import org.aidledger.app.rest.RequestRefusal.Failed;
import org.aidledger.app.rest.RequestRefusal.OutcomeUnknown;
import org.aidledger.app.rest.RequestRefusal.TooLarge;
import org.aidledger.app.rest.RequestRefusal.Unavailable;
import org.aidledger.app.rest.RequestRefusal.Unsupported;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.catalogue.LeafTemplate;
import org.aidledger.catalogue.LeafTooLarge;
import org.aidledger.event.Refusal;
import org.aidledger.eventstore.AppendFailure;
import org.aidledger.view.ViewBehind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns whatever goes wrong in this interface into a problem; an unforeseen failure says nothing of its inside. */
@RestControllerAdvice(basePackageClasses = ProblemAdvice.class)
final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        return answer(refused.refusals(), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(LeafTooLarge tooLarge) {
        return answer(List.of(new TooLarge(LeafTemplate.BYTES_MAX)), new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> notAppended(AppendFailure failure) {
        LOG.warn("a command was not recorded", failure);
        return answer(List.of(failure instanceof AppendFailure.OutcomeUnknown ? new OutcomeUnknown()
                : new Unavailable(String.valueOf(failure.getMessage()))), later());
    }

    @ExceptionHandler
    ResponseEntity<Object> behind(ViewBehind behind) {
        return answer(List.of(new Behind(behind.held(), behind.known())), later());
    }

    private static HttpHeaders later() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return headers;
    }

    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException unforeseen) {
        if (DatabaseLoss.isCauseOf(unforeseen)) {
            LOG.warn("a request was not answered, since the database is out of reach", unforeseen);
            return answer(List.of(new DatabaseAway()), later());
        }
        String reference = UUID.randomUUID().toString();
        LOG.error("request failed, reference {}", reference, unforeseen);
        return answer(List.of(new Failed(reference)), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(List.of(UnreadableBody.refusal(unreadable)), headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers,
            HttpStatusCode status, WebRequest request) {
        if (DatabaseLoss.isCauseOf(mismatch)) {
            return answer(List.of(new DatabaseAway()), later());
        }
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        Fault problem = Fault.ofParameter(mismatch.getRequiredType(),
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(mismatch).getMessage()));
        return answer(List.of(new WrongParameter(name, String.valueOf(mismatch.getValue()), problem)), headers);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing, HttpHeaders headers, HttpStatusCode status,
            WebRequest request) {
        return answer(List.of(new Unsupported(status.value(),
                Fault.of(Kind.PARAMETER_MISSING, missing.getParameterName()))), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception thrown, @Nullable Object body,
            HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String problem = thrown instanceof ErrorResponse response && response.getBody().getDetail() != null
                ? response.getBody().getDetail()
                : status.toString();
        return answer(List.of(new Unsupported(status.value(), Fault.of(Kind.DETAIL, problem))), headers);
    }

    private static ResponseEntity<Object> answer(List<Refusal> refusals, HttpHeaders headers) {
        return Problem.answer(refusals, LocaleContextHolder.getLocale(), headers);
    }
}
