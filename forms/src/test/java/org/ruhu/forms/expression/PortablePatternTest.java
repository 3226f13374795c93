package org.ruhu.forms.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What patterns match is in the vectors; this is what they may not be. */
class PortablePatternTest {

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", "[", "[]", "[a", "a{", "a{x}", "a{2,1}", "a{1,1001}", "a{99999}", "*a", "a**",
        "a*?", "a++", "a{1}{2}", "a|*", "\\", "\\w", "\\b", "\\s", "\\D", "\\p{L}", "\\1", "(?=a)", "(?<n>a)", "(?i)a",
        "(?:a", "[z-a]", "[\\d-z]", "[a-\\d]", "[[a]]", "\\u12", "\\ud83d", "]", "}", "^a", "a$", "(a*)*", "(a+)+",
        "(?:a+b)*", "(a{2,})+", "((a*)b)+", "(a|b)*", "(a|aa)+", "((a|b)c){3,}",
        "(aa?)*", "a*a*a*a*", "(a|aa){0,40}", "(a{0,9}){0,9}", "(a?){1000}", "(a{1,3}b?){90}", "((a?b?){5}c?){9}"})
    void aPatternMayNotBe(String pattern) {
        assertThatIllegalArgumentException().isThrownBy(() -> PortablePattern.whole(pattern))
                .withMessageStartingWith("character ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a|b){3}", "(a*b){3}", "((a|b)?c){0,9}", "(ab)*(cd)+", "[^\\]^-]", "\\u0f00", "a{1000}",
        "[^@]+@[^@]+\\.[^@]+", "(\\d{1,3}\\.){3}\\d{1,3}", "a{0,1000}", "(a|b){20}", "(|a){2}"})
    void aPatternMayBe(String pattern) {
        assertThat(PortablePattern.whole(pattern)).isNotNull();
    }

    @Test
    void halfACharacterIsNoPattern() {
        assertThatIllegalArgumentException().isThrownBy(() -> PortablePattern.whole("\ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> PortablePattern.whole("[\ud83d]"));
    }

    @Test
    void aSchemaPatternIsFoundAnywhereAndItsEndIsTheVeryEnd() {
        assertThat(PortablePattern.found("b").matcher("abc").find()).isTrue();
        assertThat(PortablePattern.found("^[0-9]+$").matcher("12\n").find()).isFalse();
        assertThat(PortablePattern.found("a.b").matcher("a\u2028b").find()).isFalse();
        assertThat(PortablePattern.found("a.b").matcher("a\u0085b").find()).isTrue();
    }

    @Test
    void aPatternKnowsWhetherItMayGoOnForEver() {
        assertThat(PortablePattern.unbounded("^[0-9]{2,4}$")).isFalse();
        assertThat(PortablePattern.unbounded("^[0-9]+$")).isTrue();
        assertThat(PortablePattern.unbounded("^([0-9]{1000}){2}$")).isTrue();
        assertThat(PortablePattern.unbounded("^([0-9]{10}){100}$")).isFalse();
    }

    @Test
    void whatIsFoundAnywhereMayBeTriedInFewerWays() {
        assertThat(PortablePattern.found("^a*a*a*b$")).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> PortablePattern.found("a*a*a*b"))
                .withMessageContaining("begin with ^");
    }
}
