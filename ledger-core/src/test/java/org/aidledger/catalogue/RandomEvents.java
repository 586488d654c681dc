package org.aidledger.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.ActorStreamId;
import org.aidledger.bank.BankStatementId;
import org.aidledger.bank.CashEntry;
import org.aidledger.bank.CashMove;
import org.aidledger.document.DocumentRef;
import org.aidledger.event.LedgerEvent;
import org.aidledger.inspection.FrozenCheckpoint;
import org.aidledger.inspection.InspectionId;
import org.aidledger.intake.ImportRunId;
import org.aidledger.money.Currency;
import org.aidledger.money.Money;
import org.aidledger.ngo.NgoId;
import org.aidledger.ngo.SealedPerson;
import org.aidledger.period.PeriodId;
import org.aidledger.period.ReportingEntity;
import org.aidledger.period.SealedSheet;
import org.aidledger.programme.ProgrammeId;
import org.aidledger.project.Consumption;
import org.aidledger.project.DossierItem;
import org.aidledger.project.GoodsLine;
import org.aidledger.project.Party;
import org.aidledger.project.ProjectEvent;
import org.aidledger.project.ProjectId;
import org.aidledger.rate.RateTableId;
import org.jspecify.annotations.Nullable;

/** Events with every kind of value their types allow, from a seed. */
public final class RandomEvents {

    private static final String CHARACTERS =
            "abcXYZ 0129.,-/\"\\\u0000\b\t\n\u000b\f\r\u001f\u007f\u0080đươệễ\u2028\ufb33\ufffd\uffff";

    private final Random random;

    public RandomEvents(long seed) {
        random = new Random(seed);
    }

    /** An event of any type of the catalogue. */
    public LedgerEvent next() {
        return next(Catalogue.ledger().types().get(random.nextInt(Catalogue.ledger().types().size())));
    }

    public LedgerEvent next(EventType type) {
        return (LedgerEvent) record(type.event());
    }

    /** Metadata as any edge might write it. */
    public Map<String, String> metadata() {
        return texts();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean absent =
                    components[i].getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0;
            values[i] = absent ? null : value(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new AssertionError(type + " " + Arrays.toString(values), refused);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? texts()
                    : IntStream.range(0, random.nextInt(4)).mapToObj(i -> value(generic.getActualTypeArguments()[0]))
                            .toList();
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return text();
        } else if (plain == long.class || plain == Long.class) {
            return random.nextInt(4) == 0 ? 1L << 53 : random.nextLong(1L << random.nextInt(1, 53));
        } else if (plain == int.class) {
            return random.nextInt();
        } else if (plain == BigDecimal.class) {
            return decimal();
        } else if (plain == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(40_000));
        } else if (plain == YearMonth.class) {
            return YearMonth.of(random.nextInt(10_000), random.nextInt(1, 13));
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        } else if (plain == ProjectEvent.Movement.class) {
            return movement();
        }
        return restricted(plain);
    }

    /** Records that do not take every text. */
    private Object restricted(Class<?> type) {
        if (type == ProjectId.class) {
            return new ProjectId("PRJ-" + random.nextInt(100_000));
        } else if (type == InspectionId.class) {
            return new InspectionId("INS-" + random.nextInt(100_000));
        } else if (type == ActorStreamId.class) {
            return new ActorStreamId("ACT-" + random.nextInt(100_000));
        } else if (type == ProgrammeId.class) {
            return new ProgrammeId("TGT-" + random.nextInt(100_000));
        } else if (type == RateTableId.class) {
            return new RateTableId("FXR-" + random.nextInt(100_000));
        } else if (type == BankStatementId.class) {
            return new BankStatementId("BNK-" + random.nextInt(100_000));
        } else if (type == CashEntry.class) {
            return new CashEntry(random.nextInt(1_000_000), text(), List.of((CashMove) record(CashMove.class)));
        } else if (type == NgoId.class) {
            return new NgoId("NGO-" + random.nextInt(100_000));
        } else if (type == SealedPerson.class) {
            return new SealedPerson("SUB-" + random.nextInt(100_000), text() + "1");
        } else if (type == PeriodId.class) {
            return new PeriodId("PER-" + random.nextInt(100_000));
        } else if (type == ReportingEntity.class) {
            return new ReportingEntity(text() + "1");
        } else if (type == SealedSheet.class) {
            return new SealedSheet(random.nextInt(1_000_000), random.nextInt(1_000), digest());
        } else if (type == ImportRunId.class) {
            return ImportRunId.of(digest());
        } else if (type == ActorId.class) {
            return new ActorId("nguyễn.thị." + random.nextInt(100));
        } else if (type == Currency.class) {
            return new Currency(new String[] {"USD", "VND", "JPY", "KWD", "n.a."}[random.nextInt(5)]);
        } else if (type == Money.class) {
            return new Money(decimal(), (Currency) value(Currency.class));
        } else if (type == DocumentRef.class) {
            return new DocumentRef(text() + "1", random.nextBoolean() ? digest() : null);
        } else if (type == FrozenCheckpoint.class) {
            return new FrozenCheckpoint(random.nextInt(1_000_000), digest());
        } else if (type == GoodsLine.class) {
            return new GoodsLine(text() + "1",
                    new BigDecimal(random.nextInt(1, 100_000)).movePointLeft(random.nextInt(4)), text() + "1");
        } else if (type == DossierItem.class) {
            return new DossierItem(text() + "1", (DocumentRef) value(DocumentRef.class));
        } else if (type == Consumption.class) {
            return new Consumption((Money) value(Money.class), new BigDecimal("25000.5"),
                    (LocalDate) value(LocalDate.class), text());
        } else if (type == Party.class) {
            return random.nextBoolean() ? Party.named(text() + "1") : new Party("XM-" + text(), null);
        }
        return record(type);
    }

    private Object movement() {
        var movements = Catalogue.ledger().types().stream()
                .filter(type -> ProjectEvent.Movement.class.isAssignableFrom(type.event())).toList();
        return next(movements.get(random.nextInt(movements.size())));
    }

    private String digest() {
        return "%064x".formatted(new BigInteger(256, random));
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(1, 100), random), random.nextInt(31))
                .multiply(random.nextInt(4) == 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE);
    }

    private Map<String, String> texts() {
        var map = new HashMap<String, String>();
        for (int i = random.nextInt(5); i > 0; i--) {
            map.put(text(), text());
        }
        return map;
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            if (random.nextInt(10) == 0) {
                text.append("\ud83d\ude00");
            } else {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
        }
        return text.toString();
    }
}
