package org.aidledger.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * An address within these pages.
 *
 * @param path begins with a slash
 * @param query in order, without what is not set
 */
record Address(String path, Map<String, String> query) {

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** Something below this address, with the same query. */
    Address at(String below) {
        return new Address(path + below, query);
    }

    /** With this parameter, or without it where the value is null or blank. */
    Address with(String name, @Nullable Object value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove(name);
        if (value != null && !value.toString().isBlank()) {
            changed.put(name, value.toString());
        }
        return new Address(path, changed);
    }

    /** Encoded, as a link has it. */
    @Override
    public String toString() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(query).toUriString();
    }
}
