package org.aidledger.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value in a rule file with the line it stands in: whatever is wrong with it is said with that line. */
final class RuleNode {

    private final String file;
    private final Node node;

    RuleNode(String file, Node node) {
        this.file = file;
        this.node = node;
    }

    InvalidRuleFile invalid(String reason) {
        return new InvalidRuleFile(file, node.getStartMark().getLine() + 1, reason);
    }

    /**
     * The members of a mapping.
     *
     * @param known every name that may stand here; what would be ignored is refused
     */
    Map<String, RuleNode> members(String... known) {
        if (!(node instanceof MappingNode mapping)) {
            throw invalid("names with values are expected here: " + String.join(", ", known));
        }
        Map<String, RuleNode> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            RuleNode name = new RuleNode(file, tuple.getKeyNode());
            if (!List.of(known).contains(name.text())) {
                throw name.invalid("\"" + name.text() + "\" is not known here; there are: " + String.join(", ", known));
            }
            if (members.put(name.text(), new RuleNode(file, tuple.getValueNode())) != null) {
                throw name.invalid("\"" + name.text() + "\" stands here twice");
            }
        }
        return members;
    }

    RuleNode required(Map<String, RuleNode> members, String name) {
        RuleNode member = members.get(name);
        if (member == null) {
            throw invalid("\"" + name + "\" is missing");
        }
        return member;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw invalid("a text is expected here");
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException notANumber) {
            throw invalid("a whole number is expected here, not \"" + text() + "\"");
        }
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException notADate) {
            throw invalid("a date is expected here, as 2020-09-17, not \"" + text() + "\"");
        }
    }

    List<RuleNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw invalid("a list is expected here");
        }
        List<RuleNode> list = new ArrayList<>();
        sequence.getValue().forEach(element -> list.add(new RuleNode(file, element)));
        return list;
    }

    /** A constant written in small letters with dashes, as {@code prime-minister}. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        String given = text();
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(given)) {
                return constant;
            }
        }
        throw invalid("\"" + given + "\" is none of: "
                + String.join(", ", Arrays.stream(type.getEnumConstants()).map(RuleNode::name).toList()));
    }

    boolean oneOf(String yes, String no) {
        String given = text();
        if (!Set.of(yes, no).contains(given)) {
            throw invalid("\"" + given + "\" is neither " + yes + " nor " + no);
        }
        return given.equals(yes);
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
