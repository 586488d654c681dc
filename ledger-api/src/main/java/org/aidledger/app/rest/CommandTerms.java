package org.aidledger.app.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.aidledger.actor.ActorId;
import org.aidledger.actor.Way;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.Malformed;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.catalogue.CanonicalJson;
import org.aidledger.digest.Sha256;
import org.aidledger.eventstore.IdempotencyKey;
import org.aidledger.gateway.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * On what terms a caller sends a command: everything that is not what the command says.
 *
 * @param target method and path
 * @param key the caller's idempotency key
 * @param expectedVersion the version the caller saw last, -1 for a stream that must not be there yet
 * @param reason as given in the header
 * @param until what to wait for before answering
 */
record CommandTerms(ActorId actor, String target, Way way, @Nullable String key, @Nullable Long expectedVersion,
        @Nullable String reason, boolean dryRun, Wait until) {

    /** When to answer; what is recorded is durable in each case. */
    enum Wait {
        /** When it is recorded. */
        RECORDED,
        /** When the views have it. */
        PROJECTED,
        /** When a signed checkpoint covers it; the answer holds the proofs. */
        SEALED
    }

    static final String KEY = "Idempotency-Key";
    static final String HIT = "Idempotency-Hit";
    static final String REASON = "Ledger-Reason";
    /** Leaves room for the caller's name, under which the key is kept. */
    static final int KEY_CHARS_MAX = IdempotencyKey.LENGTH_MAX - ActorId.LENGTH_MAX - 1;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHANNEL = "rest";

    /**
     * The same, of a request that sends several commands: none of them has a key, a version the caller saw, or an answer to wait
     * for.
     *
     * @throws Refused when the caller asks for one of them
     */
    CommandTerms ofSeveral() {
        Fault problem = Fault.of(Kind.ALONE);
        if (key != null) {
            throw new Refused(new WrongParameter(KEY, key, problem));
        }
        if (expectedVersion != null) {
            throw new Refused(expectedVersion < 0 ? new WrongParameter("If-None-Match", "*", problem)
                    : new WrongParameter("If-Match", "\"" + expectedVersion + "\"", problem));
        }
        if (until != Wait.RECORDED) {
            throw new Refused(new WrongParameter("wait", until.name().toLowerCase(Locale.ROOT), problem));
        }
        return this;
    }

    /**
     * What travels beside the command. A key belongs to its caller: two who choose the same one do not meet.
     *
     * @param bodyReason as given in the body, which comes before the header's
     * @param body the request's
     */
    Request request(@Nullable String bodyReason, byte[] body) {
        String why = bodyReason != null ? bodyReason : reason;
        IdempotencyKey idempotency = key == null || dryRun ? null
                : new IdempotencyKey(actor + "/" + key, digest(why, body));
        return new Request(actor, way, CHANNEL, why, idempotency, expectedVersion, dryRun);
    }

    /** SHA-256 of what makes two requests the same: method, path, way, reason and the body in canonical JSON. */
    private String digest(@Nullable String why, byte[] body) {
        try {
            MessageDigest sha256 = Sha256.digest();
            sha256.update(
                    (target + "\n" + way + "\n" + (why == null ? "" : why) + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(CanonicalJson.bytes(JSON.readTree(body))));
        } catch (IllegalArgumentException e) {
            throw new Refused(new Malformed(1, 1, Fault.of(Kind.DETAIL, String.valueOf(e.getMessage()))));
        }
    }
}
