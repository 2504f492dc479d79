package dev.turnout.fakeprovider.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {

    @ParameterizedTest
    @EnumSource
    void knowsWhatItHasSealed(Seal seal) {
        // When
        var sealed = seal.of("c2ln ☂");

        // Then
        assertThat(seal.holds(sealed)).isTrue();
        assertThat(seal.holds(seal.of(""))).isTrue();
        assertThat(seal.holds(sealed.substring(0, sealed.length() - 4))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "gAAAAA", "c2lnbmF0dXJl", "to1.a.b", "?"})
    void knowsNothingElse(String text) {
        // When, Then
        assertThat(Seal.ENCRYPTED_CONTENT.holds(text)).isFalse();
        assertThat(Seal.THOUGHT_SIGNATURE.holds(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ENCRYPTED_CONTENT, THOUGHT_SIGNATURE", "THOUGHT_SIGNATURE, ENCRYPTED_CONTENT"})
    void knowsNotWhatAnotherVendorHasSealed(Seal one, Seal other) {
        // When, Then
        assertThat(other.holds(one.of("c2ln"))).isFalse();
    }
}
