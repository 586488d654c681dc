package org.aidledger.app.benchmark;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.aidledger.actor.ActorState;
import org.aidledger.actor.Delegations;
import org.aidledger.event.Decision;
import org.aidledger.event.LedgerCommand;
import org.aidledger.event.MetadataKeys;
import org.aidledger.event.RecordedEvents;
import org.aidledger.eventstore.TagIndex;
import org.aidledger.project.AidProjects;
import org.aidledger.project.Postings;
import org.aidledger.project.ProjectCommand.RegisterProject;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.rules.RuleFiles;
import org.aidledger.rules.RuleSets;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** The same commands and aggregates on Axon's own JDBC event storage engine: a yardstick. */
final class AxonStock implements Contender {

    private static final RecordedEvents NO_TAG_NAMES_ONE = index -> {
        throw new IllegalStateException("no tag was ever seen here, and yet the event at " + index + " is asked for");
    };

    private final String name;
    private final CommandLoad load;
    private final HikariDataSource pool;
    private final Configuration axon;
    private final CommandBus bus;
    private final AtomicLong seeds = new AtomicLong();

    /**
     * Every engine has its own tables: a cache knows nothing of events that another engine appends to its aggregates.
     *
     * @param table what this engine's tables are called
     * @param cache where aggregates are kept between commands, or one that keeps none
     */
    AxonStock(String name, String table, DataSource database, CommandLoad load, Cache cache, int clients) {
        this.name = name;
        this.load = load;
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(clients + 2);
        config.setAutoCommit(false);
        pool = new HikariDataSource(config);
        JacksonSerializer serializer = JacksonSerializer.builder()
                .objectMapper(JsonMapper.builder().addModule(new JavaTimeModule())
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build())
                .build();
        EventSchema schema =
                EventSchema.builder().eventTable(table).snapshotTable(table + "_snapshot").build();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .schema(schema)
                .connectionProvider(
                        new UnitOfWorkAwareConnectionProviderWrapper(new DataSourceConnectionProvider(pool)))
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .build();
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(configuration -> EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureCommandBus(configuration -> SimpleCommandBus.builder().build())
                .configureCorrelationDataProviders(configuration -> List.of())
                .registerComponent(TagIndex.class, configuration -> tag -> -1)
                .registerComponent(Postings.class, configuration -> new Postings(tag -> -1, NO_TAG_NAMES_ONE))
                .registerComponent(RuleSets.class, configuration -> RuleFiles.shipped())
                .registerComponent(Delegations.class,
                        configuration -> new Delegations(tag -> -1, actor -> ActorState.empty()))
                .registerComponent(Clock.class, configuration -> Clock.systemUTC())
                .configureAggregate(AidProjects.configurer(configuration -> cache,
                        configuration -> PessimisticLockFactory.usingDefaults()))
                .start();
        bus = axon.commandBus();
        createTables(database, schema);
        for (int number = 0; number < load.projects(); number++) {
            send(register(CommandLoad.registered(number)));
        }
    }

    private static void createTables(DataSource database, EventSchema schema) {
        try (Connection connection = database.getConnection();
                PreparedStatement events =
                        PostgresEventTableFactory.INSTANCE.createDomainEventTable(connection, schema);
                PreparedStatement snapshots =
                        PostgresEventTableFactory.INSTANCE.createSnapshotEventTable(connection, schema)) {
            events.execute();
            snapshots.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("Axon's tables cannot be created", e);
        }
    }

    private static RegisterProject register(ProjectRegistered r) {
        return new RegisterProject(r.project(), r.code(), r.titleVi(), r.titleEn(), r.kind(), r.budgetTreatment(),
                r.perspective(),
                r.donors(), r.managingAgency(), r.aidOwner(), r.places(), r.sectors(), r.plannedStart(), r.plannedEnd(),
                r.effectiveDate());
    }

    private void send(LedgerCommand command) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        MetaData metadata = MetaData.from(Map.of(MetadataKeys.ACTOR, "officer", MetadataKeys.WAY, "DECIDED"));
        bus.dispatch(new GenericCommandMessage<>(new GenericMessage<>(command, metadata), AidProjects.COMMAND_NAME),
                (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = answer.get();
        if (result == null || result.isExceptional()) {
            throw new IllegalStateException("Axon's engine failed", result == null ? null : result.exceptionResult());
        }
        if (!(result.getPayload() instanceof Decision.Accepted<?>)) {
            throw new IllegalStateException("not recorded: " + result.getPayload());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Client client(int number) {
        SplittableRandom random = new SplittableRandom(number + 1_000_003L * seeds.incrementAndGet());
        return () -> send(load.pledge(random));
    }

    @Override
    public void close() {
        axon.shutdown();
        pool.close();
    }
}
