package org.aidledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.actor.GrantedRole;
import org.aidledger.bank.BankStatementId;
import org.aidledger.event.Refusal;
import org.aidledger.inspection.InspectionId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.ngo.DonorKind;
import org.aidledger.ngo.NgoId;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.project.ProjectId;
import org.aidledger.project.Stage;
import org.aidledger.rate.RateTableId;
import org.aidledger.text.Texts;

/** Walks a sealed family of refusals, so that none of it is without a sentence in either language. */
public final class RefusalTexts {

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(Map.entry(String.class, "sample"),
            Map.entry(long.class, 7L), Map.entry(int.class, 7),
            Map.entry(LocalDate.class, LocalDate.of(2026, 3, 10)), Map.entry(YearMonth.class, YearMonth.of(2026, 2)),
            Map.entry(Money.class, Money.of("1.50", "USD")), Map.entry(Currency.class, Currency.of("USD")),
            Map.entry(ProjectId.class, new ProjectId("PRJ-1")),
            Map.entry(InspectionId.class, new InspectionId("INS-1")),
            Map.entry(ActorStreamId.class, new ActorStreamId("ACT-lan")),
            Map.entry(ActorId.class, new ActorId("minh")), Map.entry(GrantedRole.class, GrantedRole.OFFICER),
            Map.entry(ProgrammeId.class, new ProgrammeId("TGT-1")),
            Map.entry(RateTableId.class, new RateTableId("FXR-1")),
            Map.entry(BankStatementId.class, new BankStatementId("BNK-1.bidv.USD")),
            Map.entry(NgoId.class, new NgoId("NGO-1")), Map.entry(DonorKind.class, DonorKind.INDIVIDUAL),
            Map.entry(PeriodId.class, new PeriodId("PER-1")),
            Map.entry(ReportingEntity.class, new ReportingEntity("an owner")),
            Map.entry(Stage.class, Stage.SUSPENDED),
            Map.entry(Map.class, Map.of()));

    private RefusalTexts() {
    }

    /** Fails when a refusal has no sentence in Vietnamese or in English, or a sentence uses an argument the refusal does not give. */
    public static void assertSaidInBothLanguages(Class<? extends Refusal> family) {
        for (Refusal refusal : of(family)) {
            for (Texts texts : List.of(Texts.in(Texts.VIETNAMESE), Texts.in(Texts.ENGLISH))) {
                assertThat(texts.codes()).as("the code of %s", refusal.getClass()).contains(refusal.code());
                assertThat(refusal.arguments().keySet()).as("the arguments of %s", refusal.code())
                        .containsAll(texts.argumentsOf(refusal.code()));
                assertThat(texts.say(refusal)).doesNotContain("{", "}");
            }
        }
    }

    /** A sample of every refusal of the family. */
    public static List<Refusal> of(Class<? extends Refusal> family) {
        return records(family).map(type -> (Refusal) sample(type)).toList();
    }

    private static Stream<Class<?>> records(Class<?> type) {
        if (type.isRecord()) {
            return Stream.of(type);
        }
        assertThat(type.isSealed()).as("%s is a record or sealed", type).isTrue();
        return Arrays.stream(type.getPermittedSubclasses()).flatMap(RefusalTexts::records);
    }

    private static Object sample(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(types).map(RefusalTexts::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a sample of " + type, e);
        }
    }

    private static Object value(Class<?> type) {
        Object sample = SAMPLES.get(type);
        if (sample == null && type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (sample == null && type.isRecord()) {
            return sample(type);
        }
        return Objects.requireNonNull(sample, () -> "a sample value of " + type + " is missing in this class");
    }
}
