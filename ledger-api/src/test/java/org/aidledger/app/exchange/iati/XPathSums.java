package org.aidledger.app.exchange.iati;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A second opinion on a file, by the JDK's DOM and XPath: nothing here is shared with the reader.
 *
 * @param byType number of transactions by type code
 * @param values the values as text, without white space at the ends, by "type currency"; sorted
 */
public record XPathSums(int activities, SortedMap<String, Integer> byType, SortedMap<String, List<String>> values) {

    public static XPathSums of(InputStream in)
            throws IOException, ParserConfigurationException, SAXException, XPathExpressionException {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        XPath xpath = XPathFactory.newInstance().newXPath();
        var byType = new TreeMap<String, Integer>();
        var values = new TreeMap<String, List<String>>();
        for (Element transaction : elements(xpath, document, "/iati-activities/iati-activity/transaction")) {
            byType.merge(child(transaction, "transaction-type").getAttribute("code"), 1, Integer::sum);
        }
        for (Element value : elements(xpath, document, "/iati-activities/iati-activity/transaction/value")) {
            var transaction = (Element) value.getParentNode();
            var activity = (Element) transaction.getParentNode();
            String currency = value.hasAttribute("currency")
                    ? value.getAttribute("currency")
                    : activity.getAttribute("default-currency");
            String type = child(transaction, "transaction-type").getAttribute("code");
            values.computeIfAbsent(type + " " + currency, key -> new ArrayList<>()).add(value.getTextContent().strip());
        }
        values.values().forEach(texts -> texts.sort(Comparator.naturalOrder()));
        int activities = elements(xpath, document, "/iati-activities/iati-activity").size();
        return new XPathSums(activities, byType, values);
    }

    /** Exact sums by "type currency". */
    public SortedMap<String, BigDecimal> sums() {
        var sums = new TreeMap<String, BigDecimal>();
        values.forEach((key, texts) -> sums.put(key,
                texts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add)));
        return sums;
    }

    /** The same from what the reader read. */
    static Map<String, BigDecimal> sumsOf(Reading reading) {
        var sums = new TreeMap<String, BigDecimal>();
        reading.transactions().forEach(transaction -> sums.merge(transaction.typeCode() + " " + transaction.currency(),
                transaction.value(), BigDecimal::add));
        return sums;
    }

    private static Element child(Element parent, String name) {
        return (Element) parent.getElementsByTagName(name).item(0);
    }

    private static List<Element> elements(XPath xpath, Document document, String path) throws XPathExpressionException {
        var list = (NodeList) xpath.evaluate(path, document, XPathConstants.NODESET);
        var elements = new ArrayList<Element>(list.getLength());
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }
}
