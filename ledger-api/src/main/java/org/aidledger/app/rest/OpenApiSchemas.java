package org.aidledger.app.rest;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.aidledger.actor.ActorId;
import org.aidledger.bank.BankStatementId;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Currency;
import org.aidledger.ngo.NgoId;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.project.ProjectId;
import org.aidledger.rate.RateTableId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Describes the types of this interface as {@link LedgerJson} writes them: what is a text there, and what must be given. */
final class OpenApiSchemas implements ModelConverter {

    private static final Map<Class<?>, Supplier<Schema<?>>> TEXTS = Map.ofEntries(
            Map.entry(BigDecimal.class, () -> text("-?[0-9]{1,30}(\\.[0-9]{1,30})?", "1234.50")),
            Map.entry(ProjectId.class, () -> text("PRJ-[A-Za-z0-9._-]{1,60}", "PRJ-2024-001")),
            Map.entry(InspectionId.class, () -> text("INS-[A-Za-z0-9._-]{1,60}", "INS-2024-01")),
            Map.entry(NgoId.class, () -> text("NGO-[A-Za-z0-9._-]{1,60}", "NGO-0042")),
            Map.entry(ProgrammeId.class, () -> text("TGT-[A-Za-z0-9._-]{1,60}", "TGT-2026-2030")),
            Map.entry(RateTableId.class, () -> text("FXR-[A-Za-z0-9._-]{1,60}", "FXR-IMF-ANNUAL")),
            Map.entry(PeriodId.class, () -> text("PER-[A-Za-z0-9._-]{1,60}", "PER-HG")),
            Map.entry(BankStatementId.class,
                    () -> text("BNK-[A-Za-z0-9._-]{1,80}", "BNK-2024-001.bidv-usd.USD")),
            Map.entry(ReportingEntity.class, () -> text(null, "VN-AG-1")),
            Map.entry(Cursor.class, () -> text(null, null)),
            Map.entry(ActorId.class, () -> text(null, "lan")),
            Map.entry(Currency.class, () -> text(null, "USD")),
            Map.entry(YearMonth.class, () -> text("[0-9]{4}-[0-9]{2}", "2024-06")));

    static Schema<?> text(@Nullable String pattern, @Nullable String example) {
        JsonSchema text = new JsonSchema();
        text.typesItem("string");
        text.pattern(pattern == null ? null : "^" + pattern + "$");
        if (example != null) {
            text.example(example);
        }
        return text;
    }

    static Schema<?> oneOf(String... values) {
        JsonSchema text = new JsonSchema();
        text.typesItem("string");
        text.setEnum(Arrays.asList((Object[]) values));
        return text;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
            Iterator<ModelConverter> others) {
        Class<?> raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        Supplier<Schema<?>> text = TEXTS.get(raw);
        if (text != null) {
            return text.get();
        }
        if (raw == JsonNode.class) {
            return object();
        }
        if (raw.isRecord() && raw.getName().startsWith("org.aidledger.")) {
            return record(raw, context);
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    private static Schema<?> record(Class<?> type, ModelConverterContext context) {
        String name = type.getSimpleName();
        if (!context.getDefinedModels().containsKey(name)) {
            Schema<?> schema = object();
            context.defineModel(name, schema);
            for (RecordComponent component : type.getRecordComponents()) {
                property(component, schema, context);
            }
        }
        return new Schema<>().$ref("#/components/schemas/" + name);
    }

    private static void property(RecordComponent component, Schema<?> schema, ModelConverterContext context) {
        Schema<?> property = context.resolve(new AnnotatedType(component.getGenericType()).resolveAsRef(true));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            schema.addRequiredItem(component.getName());
        } else if (property.get$ref() == null) {
            property = orNull(property);
        }
        schema.addProperty(component.getName(), property);
    }

    /** A copy, since what was resolved for one component is handed out for others of its type. */
    private static Schema<?> orNull(Schema<?> schema) {
        JsonSchema copy = new JsonSchema();
        Set<String> types = new LinkedHashSet<>(
                schema.getTypes() == null ? List.of(String.valueOf(schema.getType())) : schema.getTypes());
        types.add("null");
        copy.setTypes(types);
        copy.setFormat(schema.getFormat());
        copy.setPattern(schema.getPattern());
        if (schema.getExample() != null) {
            copy.setExample(schema.getExample());
        }
        copy.setItems(schema.getItems());
        copy.setAdditionalProperties(schema.getAdditionalProperties());
        if (schema.getEnum() != null) {
            copy.setEnum(Stream.concat(schema.getEnum().stream(), Stream.<@Nullable Object>of((Object) null)).toList());
        }
        return copy;
    }

    private static Schema<?> object() {
        JsonSchema object = new JsonSchema();
        object.typesItem("object");
        return object;
    }
}
