package org.aidledger.catalogue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object with one member a component, sorted by name; a component that is null is left out. */
final class RecordForm implements Form<Object> {

    private static final MethodType READER = MethodType.methodType(Object.class, Object.class);

    /**
     * One component.
     *
     * @param position among the constructor's arguments
     * @param first its name as the first member of the object
     * @param next its name as a later member
     */
    record Part(String name, boolean optional, Form<Object> form, int position, MethodHandle reader, byte[] first,
            byte[] next) {
    }

    private final Class<? extends Record> type;
    private final List<Part> parts;
    private final Part[] inOrder;
    private final int arity;
    private final int givenPosition;
    private final MethodHandle constructor;

    private RecordForm(Class<? extends Record> type, Forms forms, @Nullable String given) {
        this.type = type;
        RecordComponent[] components = type.getRecordComponents();
        arity = components.length;
        var sorted = new ArrayList<Part>();
        int position = -1;
        for (int i = 0; i < arity; i++) {
            if (components[i].getName().equals(given)) {
                position = i;
            } else {
                sorted.add(part(components[i], i, forms));
            }
        }
        givenPosition = position;
        sorted.sort(Comparator.comparing(Part::name));
        parts = List.copyOf(sorted);
        inOrder = parts.toArray(Part[]::new);
        constructor = constructor(type, components);
    }

    /** Every component is a member. */
    static RecordForm whole(Class<? extends Record> type, Forms forms) {
        return new RecordForm(type, forms, null);
    }

    /** Every component but one, which whoever reads has from elsewhere. */
    static RecordForm without(String given, Class<? extends Record> type, Forms forms) {
        return new RecordForm(type, forms, given);
    }

    Class<? extends Record> type() {
        return type;
    }

    /** Its members, in their order. */
    List<Part> parts() {
        return parts;
    }

    @Override
    public void write(Object value, CanonicalOutput out) {
        out.put('{');
        boolean first = true;
        for (Part part : inOrder) {
            Object member = member(part, value);
            if (member != null) {
                out.raw(first ? part.first : part.next);
                first = false;
                part.form.write(member, out);
            } else if (!part.optional) {
                throw new IllegalArgumentException(type.getSimpleName() + " lacks its " + part.name);
            }
        }
        out.put('}');
    }

    @Override
    public Object read(CanonicalInput in) {
        return read(in, null);
    }

    /** @param given the component that is not a member */
    Object read(CanonicalInput in, @Nullable Object given) {
        in.expect('{');
        @Nullable Object[] arguments = new @Nullable Object[arity];
        boolean first = true;
        for (Part part : inOrder) {
            if (in.accept(first ? part.first : part.next)) {
                first = false;
                arguments[part.position] = part.form.read(in);
            } else if (!part.optional) {
                throw in.bad("expected the member " + part.name + " of " + type.getSimpleName());
            }
        }
        if (!in.accept('}')) {
            throw in.bad("a member that " + type.getSimpleName() + " does not have, or in the wrong order");
        }
        if (givenPosition >= 0) {
            arguments[givenPosition] = given;
        }
        return instance(constructor, arguments, in);
    }

    @Override
    public String description() {
        return type.getSimpleName();
    }

    static Object instance(MethodHandle constructor, @Nullable Object[] arguments, CanonicalInput in) {
        try {
            return (Object) constructor.invokeExact(arguments);
        } catch (IllegalArgumentException refused) {
            throw in.bad(String.valueOf(refused.getMessage()));
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static @Nullable Object member(Part part, Object value) {
        try {
            return (Object) part.reader.invokeExact(value);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("unchecked") // The form is the one of the component's own type.
    static Part part(RecordComponent component, int position, Forms forms) {
        String name = component.getName();
        try {
            return new Part(name, component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    (Form<Object>) forms.of(component.getAnnotatedType()), position,
                    MethodHandles.publicLookup().unreflect(component.getAccessor()).asType(READER),
                    Literals.of("\"" + name + "\":"), Literals.of(",\"" + name + "\":"));
        } catch (IllegalAccessException notPublic) {
            throw new IllegalArgumentException(component.getDeclaringRecord() + " must be public", notPublic);
        }
    }

    static MethodHandle constructor(Class<? extends Record> type, RecordComponent[] components) {
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalArgumentException(type + " and its constructor must be public", notPublic);
        }
    }
}
