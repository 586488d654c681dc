package org.aidledger.app.cli;

import java.math.BigDecimal;
import org.aidledger.money.Currency;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Answers for programs: amounts are decimal strings, never numbers that a reader might round; currencies are their codes. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new ValueSerializer<>() {
                @Override
                public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context)
                        throws JacksonException {
                    json.writeString(amount.toPlainString());
                }
            }).addSerializer(Currency.class, new ToStringSerializer(Currency.class)))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {
    }

    /** The same as a tree, for answers that need a word more. */
    static ObjectNode tree(Object answer) {
        return MAPPER.valueToTree(answer);
    }

    static String write(Object answer) {
        return MAPPER.writeValueAsString(answer);
    }
}
