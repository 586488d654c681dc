package org.aidledger.app.exchange.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.tlog.evidence.AccountTable;
import org.aidledger.tlog.evidence.VerifierProgram;
import org.aidledger.tlog.evidence.VerifierTexts;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The two verifiers that go with every bundle: a jar for any Java of 17 or newer, and one page for a browser without a network. */
final class VerifierFiles {

    private static final String PACKAGE = "org/aidledger/tlog/";
    /** Where the build puts the classes that any Java of 17 or newer can run. */
    private static final String CLASSES = "META-INF/versions/17/" + PACKAGE;
    private static final JsonMapper JSON = new JsonMapper();

    private VerifierFiles() {
    }

    /** {@code verifier.jar}: the transparency log's package and nothing else. The same program gives the same bytes. */
    static byte[] jar() {
        try {
            Map<String, byte[]> members = new TreeMap<>();
            for (Resource resource : resources(CLASSES + "**/*.class")) {
                members.put(name(resource), resource.getContentAsByteArray());
            }
            if (members.isEmpty()) {
                throw new IllegalStateException(CLASSES + " is missing from the program");
            }
            for (Resource resource : resources(PACKAGE + "**/*")) {
                String url = resource.getURL().toString();
                if (resource.isReadable() && !url.endsWith("/") && !url.endsWith(".class") && !isOfTests(url)) {
                    members.put(name(resource), resource.getContentAsByteArray());
                }
            }
            ByteArrayOutputStream jar = new ByteArrayOutputStream();
            try (BundleWriter writer = new BundleWriter(jar)) {
                writer.add("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMain-Class: "
                        + VerifierProgram.class.getName() + "\r\n\r\n");
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    writer.add(member.getKey(), member.getValue());
                }
                writer.finish();
            }
            return jar.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the verifier cannot be read from the program", e);
        }
    }

    private static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver(VerifierProgram.class.getClassLoader())
                .getResources("classpath*:" + pattern);
    }

    private static String name(Resource resource) throws IOException {
        String url = resource.getURL().toString();
        return url.substring(url.lastIndexOf(PACKAGE));
    }

    /** The tests' files of the same package, in a folder or, once packaged, in a jar of their own. */
    private static boolean isOfTests(String url) {
        return url.contains("/test-classes/") || url.contains("-tests.jar!");
    }

    /** {@code verify.html}: program, texts and the table of accounts in one file. */
    static byte[] page() {
        Map<String, Map<String, String>> texts = new TreeMap<>();
        for (EvidenceTexts language : EvidenceTexts.ALL) {
            Map<String, String> all = new TreeMap<>(language.measures());
            VerifierTexts said = VerifierTexts.in(language.language());
            all.putAll(said.all());
            said.details().forEach((english, text) -> all.put("detail: " + english, text));
            texts.put(language.language(), all);
        }
        return resource("verify.html").replace("/*TEXTS*/", inScript(JSON.writeValueAsString(texts)))
                .replace("/*ACCOUNTS*/", inScript(new String(AccountTable.resource(), StandardCharsets.UTF_8)))
                .replace("/*PROGRAM*/", resource("verify.js")).getBytes(StandardCharsets.UTF_8);
    }

    private static String inScript(String json) {
        return json.replace("<", "\\u003c");
    }

    private static String resource(String name) {
        try (InputStream in = VerifierFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
