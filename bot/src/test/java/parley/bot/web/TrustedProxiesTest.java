package parley.bot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.bot.chat.ConfigurationException;

class TrustedProxiesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # proxies,          peer,      forwarded for,                client
          '',                 127.0.0.1, 9.9.9.9,                      127.0.0.1
          127.0.0.1,          127.0.0.1, '',                           127.0.0.1
          127.0.0.1,          127.0.0.1, 9.9.9.9,                      9.9.9.9
          127.0.0.1,          127.0.0.1, '1.1.1.1, 9.9.9.9',           9.9.9.9
          '127.0.0.1,10.0.0.0/8', 127.0.0.1, '1.1.1.1, 9.9.9.9, 10.3.2.1', 9.9.9.9
          '127.0.0.1,10.0.0.0/8', 127.0.0.1, '10.3.2.1',               10.3.2.1
          127.0.0.1,          127.0.0.1, 'me.example.org',             127.0.0.1
          127.0.0.1,          127.0.0.1, '9.9.9.9, unknown',           127.0.0.1
          127.0.0.1,          8.8.8.8,   9.9.9.9,                      8.8.8.8
          ::1,                ::1,       '[2001:db8::7]:4711',         2001:db8:0:0:0:0:0:7
          10.0.0.0/9,         10.128.0.1, 9.9.9.9,                     10.128.0.1
          0.0.0.0/0,          8.8.8.8,   9.9.9.9,                      9.9.9.9
          """)
  void believesThoseAloneThatAreNamed(
      String proxies, String peer, String forwardedFor, String client) {
    List<String> headers = forwardedFor == null ? List.of() : Arrays.asList(forwardedFor);

    assertThat(
            TrustedProxies.of(proxies == null ? "" : proxies)
                .client(AddressRange.address(peer).orElseThrow(), headers)
                .getHostAddress())
        .isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "abc"})
  void namesWhatIsNoAddress(String wrong) {
    assertThatThrownBy(() -> TrustedProxies.of("127.0.0.1, " + wrong))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "PARLEY_TRUSTED_PROXIES names '%s': give addresses or ranges, such as 10.0.0.0/8",
            wrong);
  }

  @Test
  void looksUpNoNames() {
    assertThat(AddressRange.address("cafe")).isEmpty();
    assertThat(AddressRange.address("999.1.1.1")).isEmpty();
    assertThat(AddressRange.address("1.2.3")).isEmpty();
  }
}
