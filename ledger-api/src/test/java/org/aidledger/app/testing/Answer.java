package org.aidledger.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public final class Answer {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern LINK = Pattern.compile("<(.*)>; rel=\"(.*)\"");

    private final HttpResponse<byte[]> response;

    Answer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    public int status() {
        return response.statusCode();
    }

    public byte[] bytes() {
        return response.body();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /** The value at a JSON pointer such as {@code /money/amount}, as text; {@code null} for null. */
    public String at(String pointer) {
        JsonNode node = json().at(pointer);
        assertThat(node.isMissingNode()).as(pointer + " in " + text()).isFalse();
        return node.isNull() ? "null" : node.asString();
    }

    /** The header's value, or an empty text. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The addresses of its Link headers (RFC 8288), by relation. */
    public Map<String, String> links() {
        Map<String, String> links = new TreeMap<>();
        for (String link : response.headers().allValues("Link")) {
            Matcher parts = LINK.matcher(link);
            assertThat(parts.matches()).as(link).isTrue();
            links.put(parts.group(2), parts.group(1));
        }
        return links;
    }

    /** Then the answer has this status; the body is shown when it has not. */
    public Answer thenStatus(int status) {
        assertThat(response.statusCode()).as(response.request().method() + " " + response.uri() + " " + text())
                .isEqualTo(status);
        return this;
    }

    /** Then the answer is a problem of this status and code. */
    public Answer thenProblem(int status, String code) {
        thenStatus(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(at("/code")).as(text()).isEqualTo(code);
        assertThat(at("/type")).startsWith("urn:aidledger:").endsWith(":" + code);
        assertThat(at("/title")).isNotBlank();
        return this;
    }
}
