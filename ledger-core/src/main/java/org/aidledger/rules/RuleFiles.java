package org.aidledger.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads rule sets: one YAML file a decree, and one of public holidays. A deployment may have a folder of its own; a file of the
 * same name takes the place of the one that comes along, a file of another name comes to the others.
 */
public final class RuleFiles {

    private static final List<String> SHIPPED =
            List.of("decree-93-2009.yaml", "decree-80-2020.yaml", "decree-313-2025.yaml", "holidays.yaml");
    private static final String HOLIDAYS = "holidays.yaml";

    private RuleFiles() {
    }

    /** The rule sets that come along. */
    public static RuleSets shipped() {
        return load(null);
    }

    /**
     * The rule sets that come along, with a deployment's own in their place.
     *
     * @param folder of the deployment's files, those that end in {@code .yaml}; null when it has none
     * @throws InvalidRuleFile when a file cannot be used, with its line and the reason
     */
    public static RuleSets load(@Nullable Path folder) {
        var sets = new ArrayList<RuleSet>();
        var ids = new HashSet<String>();
        Set<LocalDate> holidays = Set.of();
        for (var file : texts(folder).entrySet()) {
            RuleNode root = parse(file.getKey(), file.getValue());
            if (file.getKey().equals(HOLIDAYS) || file.getKey().endsWith("/" + HOLIDAYS)) {
                holidays = holidays(root);
                continue;
            }
            RuleSet set = ruleSet(root);
            if (!ids.add(set.id())) {
                throw root.invalid("the id " + set.id() + " is another file's");
            }
            sets.add(set);
        }
        try {
            return new RuleSets(sets, holidays);
        } catch (IllegalArgumentException together) {
            throw new InvalidRuleFile(folder == null ? "rules" : folder.toString(), 0,
                    String.valueOf(together.getMessage()));
        }
    }

    /** Text by the name to tell a reader, in the order of the names. */
    private static Map<String, String> texts(@Nullable Path folder) {
        var texts = new TreeMap<String, String>();
        Map<String, Path> own = folder == null ? Map.of() : own(folder);
        for (String name : SHIPPED) {
            if (!own.containsKey(name)) {
                texts.put(name, shipped(name));
            }
        }
        own.forEach((name, path) -> texts.put(folder + "/" + name, read(path)));
        return texts;
    }

    private static Map<String, Path> own(Path folder) {
        try (var files = Files.list(folder)) {
            var own = new TreeMap<String, Path>();
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .forEach(file -> own.put(String.valueOf(file.getFileName()), file));
            return own;
        } catch (IOException unreadable) {
            throw new InvalidRuleFile(folder.toString(), 0, "the folder of rules cannot be read: " + unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidRuleFile(file.toString(), 0, "it is not UTF-8");
        } catch (IOException unreadable) {
            throw new InvalidRuleFile(file.toString(), 0, "it cannot be read: " + unreadable);
        }
    }

    private static String shipped(String name) {
        try (InputStream in = RuleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own " + name);
            }
            return readAll(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("the program cannot read its own " + name, broken);
        }
    }

    private static String readAll(Reader reader) throws IOException {
        var text = new StringBuilder();
        char[] part = new char[8_192];
        for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
            text.append(part, 0, read);
        }
        return text.toString();
    }

    /** As nodes, and no further: every scalar stays the text it is, and no type of Java can be asked for. */
    private static RuleNode parse(String file, String text) {
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (node == null) {
                throw new InvalidRuleFile(file, 1, "the file is empty");
            }
            return new RuleNode(file, node);
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null ? 1 : malformed.getProblemMark().getLine() + 1;
            throw new InvalidRuleFile(file, line, "this is not YAML: " + malformed.getProblem());
        } catch (YAMLException malformed) {
            throw new InvalidRuleFile(file, 1, "this is not YAML: " + malformed.getMessage());
        }
    }

    private static RuleSet ruleSet(RuleNode root) {
        var members = root.members("id", "legal-basis", "in-force", "authorities", "deadlines", "dossier",
                "somebody-else-proposes");
        RuleNode inForce = root.required(members, "in-force");
        var period = inForce.members("from", "to");
        RuleNode from = period.get("from");
        RuleNode to = period.get("to");
        RuleNode proposals = root.required(members, "somebody-else-proposes");
        var proposed = proposals.members("disbursements", "corrections");
        try {
            return new RuleSet(root.required(members, "id").text(), root.required(members, "legal-basis").text(),
                    from == null ? LocalDate.MIN : from.date(), to == null ? LocalDate.MAX : to.date(),
                    root.required(members, "authorities").list().stream().map(RuleFiles::authority).toList(),
                    terms(root.required(members, "deadlines")), dossier(root.required(members, "dossier")),
                    proposals.required(proposed, "disbursements").oneOf("always", "optional"),
                    proposals.required(proposed, "corrections").oneOf("always", "optional"));
        } catch (InvalidRuleFile withItsLine) {
            throw withItsLine;
        } catch (IllegalArgumentException refused) {
            throw root.invalid(String.valueOf(refused.getMessage()));
        }
    }

    private static Authority authority(RuleNode node) {
        var members = node.members("level", "subjects", "article");
        var subjects = new HashSet<AidSubject>();
        RuleNode named = members.get("subjects");
        if (named != null) {
            named.list().forEach(subject -> subjects.add(subject.oneOf(AidSubject.class)));
        }
        return new Authority(node.required(members, "level").oneOf(AuthorityLevel.class), subjects,
                node.required(members, "article").text());
    }

    private static Map<Deadline, Term> terms(RuleNode node) {
        String[] names = Arrays.stream(Deadline.values()).map(RuleNode::name).toArray(String[]::new);
        var members = node.members(names);
        var terms = new EnumMap<Deadline, Term>(Deadline.class);
        for (Deadline deadline : Deadline.values()) {
            RuleNode term = members.get(RuleNode.name(deadline));
            if (term != null) {
                terms.put(deadline, term(term));
            }
        }
        return terms;
    }

    private static Term term(RuleNode node) {
        var members = node.members("days", "working-days", "months", "article");
        Term term = null;
        for (Term.Unit unit : Term.Unit.values()) {
            RuleNode amount = members.get(RuleNode.name(unit));
            if (amount != null) {
                if (term != null) {
                    throw amount.invalid("a term has one length");
                }
                try {
                    term = new Term(amount.number(), unit, node.required(members, "article").text());
                } catch (InvalidRuleFile withItsLine) {
                    throw withItsLine;
                } catch (IllegalArgumentException outOfBounds) {
                    throw amount.invalid(String.valueOf(outOfBounds.getMessage()));
                }
            }
        }
        if (term == null) {
            throw node.invalid("a term has days, working-days or months");
        }
        return term;
    }

    private static RequiredDocuments dossier(RuleNode node) {
        var members = node.members("documents", "article");
        return new RequiredDocuments(node.required(members, "documents").list().stream().map(RuleNode::text).toList(),
                node.required(members, "article").text());
    }

    private static Set<LocalDate> holidays(RuleNode root) {
        var members = root.members("holidays");
        var days = new HashSet<LocalDate>();
        for (RuleNode day : root.required(members, "holidays").list()) {
            if (!days.add(day.date())) {
                throw day.invalid("the day stands here twice");
            }
        }
        return days;
    }
}
