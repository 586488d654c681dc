package org.aidledger.app.exchange.iati;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What tests do with the reader: read a file and look at what came of it. */
record Reading(IatiReading end, List<IatiActivity> activities) {

    static Reading of(String file, InputStream in, IatiLimits limits) throws IOException {
        var activities = new ArrayList<IatiActivity>();
        IatiReading end = new IatiReader(limits).read(file, in, activities::add);
        return new Reading(end, activities);
    }

    static Reading of(String xml) throws IOException {
        return of("test.xml", new ByteArrayInputStream(xml.getBytes(UTF_8)), IatiLimits.DEFAULT);
    }

    static Reading ofSample(String name) throws IOException {
        try (InputStream in = sample(name)) {
            return of(name, in, IatiLimits.DEFAULT);
        }
    }

    static InputStream sample(String name) {
        return Objects.requireNonNull(Reading.class.getResourceAsStream(name), name);
    }

    IatiReading.Complete complete() {
        assertThat(end).isInstanceOf(IatiReading.Complete.class);
        return (IatiReading.Complete) end;
    }

    IatiRefusal refusal() {
        assertThat(end).isInstanceOf(IatiReading.Refused.class);
        return ((IatiReading.Refused) end).refusal();
    }

    Stream<IatiTransaction> transactions() {
        return activities.stream().flatMap(activity -> activity.transactions().stream());
    }
}
