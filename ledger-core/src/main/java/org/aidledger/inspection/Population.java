package org.aidledger.inspection;

import java.util.List;
import org.aidledger.project.ProjectEvent.ProjectRegistered;
import org.aidledger.project.ProjectId;
import org.aidledger.project.SectorShare;
import org.jspecify.annotations.Nullable;

/**
 * The projects a sample is drawn from: all that are registered at the frozen checkpoint and meet every condition given here.
 *
 * @param province code of a province as the registration has it, of any list of codes; or {@code 24@2025-07-01}, with the
 *        date of the list, since seven codes name another province after that day
 * @param sector beginning of a sector's code, for example {@code 140}
 * @param managingAgency its identifier, else its name
 * @param aidOwner its identifier, else its name
 * @param named only these, where any is named
 */
public record Population(@Nullable String province, @Nullable String sector, @Nullable String managingAgency,
        @Nullable String aidOwner, List<ProjectId> named) {

    public Population {
        named = List.copyOf(named);
    }

    /** Whether a project belongs, judged by its registration. */
    public boolean holds(ProjectRegistered project) {
        return (named.isEmpty() || named.contains(project.project()))
                && (province == null || project.places().stream().anyMatch(place -> place.province().equals(province)
                        || (place.province() + "@" + place.listDate()).equals(province)))
                && (sector == null || project.sectors().stream().map(SectorShare::code).anyMatch(
                        code -> code.startsWith(sector)))
                && (managingAgency == null || project.managingAgency() != null
                        && project.managingAgency().key().equals(managingAgency))
                && (aidOwner == null || project.aidOwner() != null && project.aidOwner().key().equals(aidOwner));
    }
}
