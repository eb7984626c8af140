package syndication.ingest.page.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates as pages write them.
class MomentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-24T05:30:00+02:00        | 2026-11-24T05:30+02:00
          24 November 2026                 | 2026-11-24
          Published Nov. 24th, 2026        | 2026-11-24
          Dienstag, 24. November 2026      | 2026-11-24
          le 24 novembre 2026 à 18h20      | 2026-11-24
          24 de noviembre de 2026          | 2026-11-24
          24 ноября 2026                   | 2026-11-24
          2026年11月24日                   | 2026-11-24
          2026년 11월 24일                 | 2026-11-24
          2026. november 24.               | 2026-11-24
          2026 m. lapkričio 24 d.          | 2026-11-24
          Thứ ba, 24 tháng 11, 2026        | 2026-11-24
          24 พฤศจิกายน 2569                | 2026-11-24
          ٢٤ نوفمبر ٢٠٢٦                   | 2026-11-24
          11/24/26                         | 2026-11-24
          24.11.26                         | 2026-11-24
          """)
  void readsADayInManyLanguages(String text, String expected) {
    Moment moment = Moment.in(text);

    assertThat(moment).isNotNull().extracting(Moment::asWritten).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"24 chairs in 2026 rooms", "version 1.2.3", "2026", "3/40/2026", "May be"})
  void takesNoOtherNumbersForADay(String text) {
    assertThat(Moment.in(text)).isNull();
  }
}
