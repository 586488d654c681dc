package org.aidledger.app.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.aidledger.app.rest.RequestRefusal.Malformed;
import org.aidledger.app.rest.RequestRefusal.PropertyMissing;
import org.aidledger.app.rest.RequestRefusal.UnknownProperty;
import org.aidledger.app.rest.RequestRefusal.WrongValue;
import org.jspecify.annotations.Nullable;
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
                : new Malformed(1, 1, "a JSON object is expected");
    }

    private RequestRefusal refusal() {
        return switch (thrown) {
            case StreamReadException syntax -> new Malformed(line, column, syntax.getOriginalMessage());
            case UnrecognizedPropertyException unknown -> new UnknownProperty(property, known(unknown));
            case InvalidNullException _ -> new PropertyMissing(property);
            case MismatchedInputException mismatch when mismatch.getCurrentToken() == null && property.isEmpty() ->
                new Malformed(line, column, "a JSON object is expected");
            case MismatchedInputException mismatch when isMissing(mismatch) -> new PropertyMissing(property);
            case MismatchedInputException mismatch -> wrong(expected(mismatch.getTargetType()));
            case ValueInstantiationException refused ->
                wrong(String.valueOf(NestedExceptionUtils.getMostSpecificCause(refused).getMessage()));
            default -> wrong(thrown.getOriginalMessage());
        };
    }

    private WrongValue wrong(String problem) {
        return new WrongValue(property, line, column, problem);
    }

    private static boolean isMissing(MismatchedInputException mismatch) {
        return mismatch.getOriginalMessage().startsWith("Missing required creator property");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        return known == null ? "" : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value is expected";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
                    + " is expected";
        }
        if (type == LocalDate.class) {
            return "a date is expected, such as \"2024-06-30\"";
        }
        if (type == String.class) {
            return "a text in quotation marks is expected";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list is expected, such as [ ... ]";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number is expected, without quotation marks";
        }
        return "an object is expected, such as { ... }";
    }
}
