package org.aidledger.app.rest;

import java.util.Arrays;
import org.aidledger.app.rest.Fault.Kind;
import org.aidledger.app.rest.RequestRefusal.WrongParameter;
import org.aidledger.money.Currency;
import org.aidledger.view.balance.Measure;

/** Which figure is asked for, as an address names it. */
final class AskedFigure {

    private AskedFigure() {
    }

    /** @throws Refused when there is no measure of that name */
    static Measure measure(String key) {
        return Arrays.stream(Measure.values()).filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(() -> new Refused(new WrongParameter("measure", key,
                        Fault.oneOf(Arrays.stream(Measure.values()).map(Measure::key).toList()))));
    }

    /** @throws Refused when it is no currency's code */
    static Currency currency(String code) {
        try {
            return Currency.of(code);
        } catch (IllegalArgumentException e) {
            throw new Refused(new WrongParameter("currency", code, Fault.of(Kind.CURRENCY)));
        }
    }
}
