package org.romdoul.prosecution;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.romdoul.journal.Fact;

/**
 * A kind of court fact. What it is made of stands once, as the components of its record: its table's columns and its form's
 * questions are read from there.
 */
public record FactKind<T extends CourtFact>(Class<T> type) {

    private static final List<FactKind<? extends CourtFact>> ALL = Stream.of(CourtFact.class.getPermittedSubclasses())
            .<FactKind<? extends CourtFact>>map(FactKind::of)
            .toList();

    @SuppressWarnings("unchecked")
    private static FactKind<? extends CourtFact> of(Class<?> type) {
        return new FactKind<>((Class<? extends CourtFact>) type);
    }

    public static List<FactKind<? extends CourtFact>> all() {
        return ALL;
    }

    /** @return the kind of a fact */
    public static FactKind<? extends CourtFact> of(CourtFact fact) {
        return of((Class<?>) fact.getClass());
    }

    /** @return its table: {@code appeal_outcome} */
    public String noun() {
        return snake(type.getSimpleName());
    }

    /** @return what it says beside who recorded it and when it happened */
    public List<RecordComponent> parts() {
        var all = type.getRecordComponents();
        return List.of(all).subList(1, all.length);
    }

    public T make(Fact fact, Function<RecordComponent, @Nullable Object> says) {
        var components = type.getRecordComponents();
        var values = new @Nullable Object[components.length];
        values[0] = fact;
        for (var i = 1; i < values.length; i++) values[i] = says.apply(components[i]);
        try {
            return constructor(components).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("not what a court fact is made of: " + noun(), broken);
        }
    }

    /** @return the same, said by another hand or at another time */
    public static CourtFact by(Fact fact, CourtFact same) {
        return of(same).make(fact, part -> value(part, same));
    }

    public static @Nullable Object value(RecordComponent part, CourtFact fact) {
        try {
            return part.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("a court fact that cannot be read", broken);
        }
    }

    private Constructor<T> constructor(RecordComponent[] components) throws NoSuchMethodException {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types);
    }

    static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
