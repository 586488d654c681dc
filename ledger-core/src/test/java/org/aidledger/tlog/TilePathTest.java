package org.aidledger.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    @Test
    void paths_are_written_as_the_specification_has_them() {
        assertThat(new TilePath(0, 1_234_067, 256)).hasToString("tile/0/x001/x234/067");
        assertThat(new TilePath(2, 0, 1)).hasToString("tile/2/000.p/1");
        assertThat(new TilePath(63, 1_000, 255)).hasToString("tile/63/x001/000.p/255");
        assertThat(new TilePath(TilePath.ENTRIES, 999, 256)).hasToString("tile/entries/999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000", "tile/0/x001/x234/067", "tile/7/255.p/9", "tile/entries/x001/000.p/255",
        "tile/63/999", "tile/0/x018/x014/x398/x509/x481/984"})
    void a_path_is_read_as_it_was_written(String path) {
        assertThat(TilePath.parse(path)).hasToString(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tile", "tile/", "tile/0", "tile/0/", "/tile/0/000", "tile/00/000", "tile/64/000",
        "tile/-1/000", "tile/+1/000", "tile/data/000", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x000/001",
        "tile/0/001/002", "tile/0/x001", "tile/0/x001/x002", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01",
        "tile/0/000.p/", "tile/0/000.p", "tile/0/000.p/1/", "tile/0/000.p/1.p/1", "tile/0/000/", "tile/0/abc",
        "tile/0/0 0", "tile/0/../0/000", "tile/0/x999/x999/x999/x999/x999/999", "tile/0/x001/x234/067/x000",
        "tile/0/٠٠٠", "tile/0/x018/x014/x398/x509/x481/985",
        "tile/0/x001/x001/x001/x001/x001/x001/x001/x001/x001/x001/001"})
    void paths_of_another_form_are_refused(String path) {
        assertThatThrownBy(() -> TilePath.parse(path)).isInstanceOf(TlogException.Malformed.class);
    }

    @Test
    void a_tree_of_70_000_has_the_tiles_of_the_specification() {
        assertThat(TilePath.fullTiles(0, 70_000)).isEqualTo(273);
        assertThat(TilePath.partialWidth(0, 70_000)).isEqualTo(112);
        assertThat(TilePath.fullTiles(1, 70_000)).isEqualTo(1);
        assertThat(TilePath.partialWidth(1, 70_000)).isEqualTo(17);
        assertThat(TilePath.fullTiles(2, 70_000)).isZero();
        assertThat(TilePath.partialWidth(2, 70_000)).isEqualTo(1);
        assertThat(TilePath.partialWidth(3, 70_000)).isZero();
        assertThat(TilePath.partialWidth(63, 70_000)).isZero();
        assertThat(TilePath.in(70_000, 0, 273)).hasToString("tile/0/273.p/112");
        assertThat(TilePath.in(70_000, 1, 0)).hasToString("tile/1/000");
        assertThat(TilePath.in(70_000, TilePath.ENTRIES, 273)).hasToString("tile/entries/273.p/112");
        assertThatThrownBy(() -> TilePath.in(70_000, 0, 274)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_path_says_whether_a_tree_has_it() {
        assertThat(TilePath.parse("tile/0/273.p/112").isWithin(70_000)).isTrue();
        assertThat(TilePath.parse("tile/0/273.p/113").isWithin(70_000)).isFalse();
        assertThat(TilePath.parse("tile/0/273").isWithin(70_000)).isFalse();
        assertThat(TilePath.parse("tile/1/000").isWithin(70_000)).isTrue();
        assertThat(TilePath.parse("tile/8/000.p/1").isWithin(Limits.TREE_SIZE_MAX)).isFalse();
    }
}
