package org.aidledger.app.rest;

import java.util.Collection;
import java.util.stream.Collectors;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.Malformed;
import org.aidledger.app.rest.RequestRefusal.PropertyMissing;
import org.aidledger.app.rest.RequestRefusal.UnknownProperty;
import org.aidledger.app.rest.RequestRefusal.WrongValue;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says where a body cannot be read and what is expected there, in the caller's terms: no Java names. */
final class UnreadableBody {

    private final JacksonException thrown;
    private final int line;
    private final int column;
    private final String property;

    private UnreadableBody(JacksonException thrown) {
        this.thrown = thrown;
        TokenStreamLocation location = thrown.getLocation();
        line = location == null ? 1 : location.getLineNr();
        column = location == null ? 1 : location.getColumnNr();
        property = thrown.getPath().stream()
                .map(step -> step.getPropertyName() == null ? Integer.toString(step.getIndex())
                        : step.getPropertyName())
                .collect(Collectors.joining("."));
    }

    static RequestRefusal refusal(HttpMessageNotReadableException unreadable) {
        return unreadable.getCause() instanceof JacksonException thrown ? new UnreadableBody(thrown).refusal()
                : new Malformed(1, 1, Fault.of(Kind.JSON_OBJECT));
    }

    private RequestRefusal refusal() {
        return switch (thrown) {
            case StreamReadException syntax ->
                new Malformed(line, column, Fault.of(Kind.DETAIL, syntax.getOriginalMessage()));
            case UnrecognizedPropertyException unknown -> new UnknownProperty(property, known(unknown));
            case InvalidNullException _ -> new PropertyMissing(property);
            case MismatchedInputException mismatch when mismatch.getCurrentToken() == null && property.isEmpty() ->
                new Malformed(line, column, Fault.of(Kind.JSON_OBJECT));
            case MismatchedInputException mismatch when isMissing(mismatch) -> new PropertyMissing(property);
            case MismatchedInputException mismatch -> wrong(Fault.ofProperty(mismatch.getTargetType()));
            case ValueInstantiationException refused ->
                wrong(Fault.ofText(refused.getType().getRawClass(),
                        String.valueOf(NestedExceptionUtils.getMostSpecificCause(refused).getMessage())));
            default -> wrong(Fault.of(Kind.DETAIL, thrown.getOriginalMessage()));
        };
    }

    private WrongValue wrong(Fault problem) {
        return new WrongValue(property, line, column, problem);
    }

    private static boolean isMissing(MismatchedInputException mismatch) {
        return mismatch.getOriginalMessage().startsWith("Missing required creator property");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null ? "" : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }
}
