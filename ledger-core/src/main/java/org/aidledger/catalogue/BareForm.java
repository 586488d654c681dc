package org.aidledger.catalogue;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;

/** A record of one component, such as an id or a currency: written as that component. */
final class BareForm implements Form<Object> {

    private final RecordForm.Part part;
    private final MethodHandle constructor;
    private final Class<? extends Record> type;

    BareForm(Class<? extends Record> type, Forms forms) {
        RecordComponent[] components = type.getRecordComponents();
        this.type = type;
        part = RecordForm.part(components[0], 0, forms);
        constructor = RecordForm.constructor(type, components);
    }

    @Override
    public void write(Object value, CanonicalOutput out) {
        Object member = RecordForm.member(part, value);
        if (member == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " lacks its " + part.name());
        }
        part.form().write(member, out);
    }

    @Override
    public Object read(CanonicalInput in) {
        return RecordForm.instance(constructor, new Object[] {part.form().read(in)}, in);
    }

    @Override
    public String description() {
        return part.form().description();
    }

    Class<? extends Record> type() {
        return type;
    }
}
