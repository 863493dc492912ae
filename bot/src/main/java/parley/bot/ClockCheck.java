package parley.bot;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Compares this machine's clock with a web server's. */
final class ClockCheck {

  /** Slack's events are refused when they are five minutes old by the bot's clock. */
  private static final Duration TOO_FAR = Duration.ofMinutes(1);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ClockCheck() {}

  static Diagnosis against(String address) {
    try {
      HttpResponse<Void> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.discarding());
      Optional<Instant> theirs = response.headers().firstValue("date").flatMap(ClockCheck::instant);
      return theirs
          .map(time -> diagnosis(Duration.between(time, Instant.now()), address))
          .orElseGet(() -> Diagnosis.unknown("clock", address + " does not tell the time"));
    } catch (IOException e) {
      return Diagnosis.unknown("clock", address + " cannot be reached to compare it with");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Diagnosis.unknown("clock", "interrupted");
    }
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Diagnosis diagnosis(Duration ahead, String address) {
    String says =
        "%d s %s that of %s"
            .formatted(
                ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of", address);
    return ahead.abs().compareTo(TOO_FAR) > 0
        ? Diagnosis.ill("clock", says + ": set it by a time server (timedatectl set-ntp true)")
        : Diagnosis.well("clock", says);
  }
}
