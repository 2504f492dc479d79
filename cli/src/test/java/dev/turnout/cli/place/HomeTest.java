package dev.turnout.cli.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {

    @Test
    void liesInTheUsersHome() {
        var home = Home.of(Map.of("HOME", "/home/ann"), "/root");

        assertThat(home.directory()).isEqualTo(Path.of("/home/ann/.turnout"));
        assertThat(home.configuration()).isEqualTo(Path.of("/home/ann/.turnout/config.json"));
        assertThat(home.keys()).isEqualTo(Path.of("/home/ann/.turnout/keys.json"));
    }

    @Test
    void asksTheSystemWhereThereIsNoHome() {
        assertThat(Home.of(Map.of(), "/root").directory()).isEqualTo(Path.of("/root/.turnout"));
    }

    @Test
    void everyPlaceCanBeNamed() {
        var home =
                Home.of(
                        Map.of(
                                "TURNOUT_HOME",
                                "/srv/turnout",
                                "TURNOUT_CONFIG",
                                "/etc/turnout.json"),
                        "/root");

        assertThat(home.directory()).isEqualTo(Path.of("/srv/turnout"));
        assertThat(home.configuration()).isEqualTo(Path.of("/etc/turnout.json"));
        assertThat(home.pepper()).isEqualTo(Path.of("/srv/turnout/pepper"));
    }

    @Test
    void aRelativePlaceIsMadeAbsoluteSinceServicesStartElsewhere() {
        var home = Home.of(Map.of("TURNOUT_HOME", "here"), "/root");

        assertThat(home.directory()).isAbsolute();
        assertThat(home.environment())
                .containsEntry("TURNOUT_HOME", home.directory().toString())
                .containsEntry("TURNOUT_CONFIG", home.configuration().toString());
    }

    @Test
    void anEmptyVariableIsNone() {
        var home = Home.of(Map.of("HOME", "/home/ann", "TURNOUT_HOME", " "), "/root");

        assertThat(home.directory()).isEqualTo(Path.of("/home/ann/.turnout"));
    }
}
