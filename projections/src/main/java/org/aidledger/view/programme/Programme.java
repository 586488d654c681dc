package org.aidledger.view.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.project.Place;
import org.jspecify.annotations.Nullable;

/**
 * A programme and what it aims at.
 *
 * @param province whose it is; null for a national one
 * @param provinceList the date of the list that the province's code is from
 * @param index the event that decided on it
 * @param years those that have targets, the first first
 */
public record Programme(String id, String nameVi, @Nullable String nameEn, @Nullable String province,
        @Nullable LocalDate provinceList, int firstYear, int lastYear, long index, List<Year> years) {

    public Programme {
        years = List.copyOf(years);
    }

    /** The province whose it is; null for a national one. */
    public @Nullable Place place() {
        return province == null || provinceList == null ? null : new Place(province, provinceList);
    }

    /**
     * The targets of a year.
     *
     * @param donors how many foreign NGOs are to be active; null where nothing is aimed at
     * @param source what the setting cites
     * @param index the event that set them
     */
    public record Year(int year, @Nullable Long donors, List<Sector> sectors, String source, long index) {
        public Year {
            sectors = List.copyOf(sectors);
        }
    }

    /** The value of aid aimed at for a sector. */
    public record Sector(String vocabulary, String code, BigDecimal amount, String currency) {
    }
}
