package org.aidledger.app.rest;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import org.aidledger.actor.ActorId;
import org.aidledger.bank.BankStatementId;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.ngo.NgoId;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.project.ProjectId;
import org.aidledger.rate.RateTableId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as this interface speaks it: decimals are strings with all their digits, ids are texts, nothing is guessed or left out
 * silently. A component of a record that is not {@code @Nullable} must be given.
 */
@Component
final class LedgerJson implements JsonMapperBuilderCustomizer {

    private static final String DECIMAL = "-?[0-9]{1,%1$d}(\\.[0-9]{1,%1$d})?".formatted(Money.DIGITS_MAX);

    @Override
    public void customize(JsonMapper.Builder builder) {
        SimpleModule values = new SimpleModule("ledger");
        text(values, ProjectId.class, ProjectId::new);
        text(values, InspectionId.class, InspectionId::new);
        text(values, ProgrammeId.class, ProgrammeId::new);
        text(values, RateTableId.class, RateTableId::new);
        text(values, NgoId.class, NgoId::new);
        text(values, PeriodId.class, PeriodId::new);
        text(values, BankStatementId.class, BankStatementId::new);
        text(values, ReportingEntity.class, ReportingEntity::new);
        text(values, ActorId.class, ActorId::new);
        text(values, Currency.class, Currency::new);
        values.addSerializer(BigDecimal.class, new PlainDecimals());
        values.addDeserializer(BigDecimal.class, new FromText<>(BigDecimal.class, LedgerJson::decimal));
        builder.addModule(values)
                .addMixIn(Money.class, ComponentsOnly.class)
                .annotationIntrospector(new NullMarkedRecords())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, text -> text
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withConfigOverride(LocalDate.class, date -> date.setFormat(JsonFormat.Value.forLeniency(false)));
    }

    /** A record is its components, whatever else it can be asked. */
    @JsonAutoDetect(isGetterVisibility = Visibility.NONE)
    private interface ComponentsOnly {
    }

    private static <T> void text(SimpleModule values, Class<T> type, Function<String, T> reading) {
        values.addSerializer(type, ToStringSerializer.instance);
        values.addDeserializer(type, new FromText<>(type, reading));
    }

    private static BigDecimal decimal(String text) {
        if (!text.matches(DECIMAL)) {
            throw new IllegalArgumentException("not a decimal number: " + text);
        }
        return new BigDecimal(text);
    }

    private static final class PlainDecimals extends StdScalarSerializer<BigDecimal> {

        PlainDecimals() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal decimal, JsonGenerator out, SerializationContext context) {
            out.writeString(decimal.toPlainString());
        }
    }

    /** Reads a value from a JSON string and nothing else. */
    private static final class FromText<T> extends StdDeserializer<T> {

        private final transient Function<String, T> reading;

        FromText(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                throw MismatchedInputException.from(in, String.class, "no string");
            }
            try {
                return reading.apply(in.getString());
            } catch (IllegalArgumentException e) {
                throw ValueInstantiationException.from(in, e.getMessage(),
                        context.constructType(handledType()), e);
            }
        }
    }

    /** What may be left out, or be null, is said where the record is declared. */
    private static final class NullMarkedRecords extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return isRecordComponent(member) ? Boolean.valueOf(!isNullable((AnnotatedParameter) member))
                    : super.hasRequiredMarker(config, member);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return isRecordComponent(annotated)
                    ? JsonSetter.Value.construct(
                            isNullable((AnnotatedParameter) annotated) ? Nulls.DEFAULT : Nulls.FAIL, Nulls.FAIL)
                    : super.findSetterInfo(config, annotated);
        }

        private static boolean isRecordComponent(Annotated annotated) {
            return annotated instanceof AnnotatedParameter parameter && parameter.getDeclaringClass().isRecord()
                    && parameter.getDeclaringClass().getName().startsWith("org.aidledger.");
        }

        private static boolean isNullable(AnnotatedParameter parameter) {
            return ((Executable) parameter.getOwner().getAnnotated()).getParameters()[parameter.getIndex()]
                    .getAnnotatedType().isAnnotationPresent(Nullable.class);
        }
    }
}
