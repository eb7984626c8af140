package syndication.ingest.feed.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedDatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // RFC 822 and its misreadings
        "Tue, 03 Feb 2026 04:05:06 GMT | 2026-02-03T04:05:06Z",
        "Tue, 3 Feb 26 04:05 GMT | 2026-02-03T04:05:00Z",
        "3 Feb 99 04:05:06 EST | 1999-02-03T09:05:06Z",
        "Tue, 03 Feb 2026 04:05:06 +0530 | 2026-02-02T22:35:06Z",
        "Tue, 03 Feb 2026 04:05:06 -01:30 | 2026-02-03T05:35:06Z",
        "Tue, 03 Feb 2026 04:05:06 GMT+02:00 | 2026-02-03T02:05:06Z",
        "Tue, 03 Feb 2026 04:05:06 Etc/GMT | 2026-02-03T04:05:06Z",
        "Tue, 03 Feb 2026 04:05:06 Europe/Berlin | 2026-02-03T03:05:06Z",
        "Tue, 03 Feb 2026 04:05:06 PST | 2026-02-03T12:05:06Z",
        "Tue, 03 Feb 2026 04:05:06 MEZ | 2026-02-03T03:05:06Z",
        "Tuesday, 3 February 2026 04:05:06 ET | 2026-02-03T09:05:06Z",
        "Tue, 03 Feb, 2026 04:05:06 UTC | 2026-02-03T04:05:06Z",
        "Tue Feb 03 2026 04:05:06 +0200 | 2026-02-03T02:05:06Z",
        "Tue, 03 Feb 2026 | 2026-02-03T00:00:00Z",
        "Tue, 03 Feb 2026 24:00:00 GMT | 2026-02-04T00:00:00Z",
        "Tue, 03 Feb 2026 4:05:06 PM GMT | 2026-02-03T16:05:06Z",
        "Tue, 03 Feb 2026 04:05:06 +0000 (UTC) | 2026-02-03T04:05:06Z",
        "Sept. 3rd, 2026 4:05pm | 2026-09-03T16:05:00Z",
        "February 3, 2026 | 2026-02-03T00:00:00Z",
        "03-Feb-2026 04:05:06 | 2026-02-03T04:05:06Z",
        // asctime and Perforce
        "Tue Feb  3 04:05:06 2026 | 2026-02-03T04:05:06Z",
        "Tue Feb 03 04:05:06 +0100 2026 | 2026-02-03T03:05:06Z",
        "Tue, 2026/02/03 04:05:06 EST | 2026-02-03T09:05:06Z",
        // ISO 8601
        "2026-02-03T04:05:06Z | 2026-02-03T04:05:06Z",
        "2026-02-03T04:05:06.789+01:00 | 2026-02-03T03:05:06Z",
        "2026-02-03t04:05z | 2026-02-03T04:05:00Z",
        "2026-02-03 04:05:06 -00:20 | 2026-02-03T04:25:06Z",
        "2026-02-03 04:05:06.0 | 2026-02-03T04:05:06Z",
        "2026-02-03 04:05:06 CET | 2026-02-03T03:05:06Z",
        "2026-02-03T04:05:06 +0100 | 2026-02-03T03:05:06Z",
        "20260203T040506Z | 2026-02-03T04:05:06Z",
        "2026-02-03 | 2026-02-03T00:00:00Z",
        "2026-02-03T04:05:06+01:00[Europe/Berlin] | 2026-02-03T03:05:06Z",
        "2026-02-03 04:05 PM | 2026-02-03T16:05:00Z",
        "2026-02 | 2026-02-01T00:00:00Z",
        "2026 | 2026-01-01T00:00:00Z",
        "2026-034 | 2026-02-03T00:00:00Z",
        "2026-002-03T04:05:06Z | 2026-02-03T04:05:06Z",
        "26-02-03 | 2026-02-03T00:00:00Z",
        "260203 | 2026-02-03T00:00:00Z",
        "-2602 | 2026-02-01T00:00:00Z",
        "2026/2/3 4:05 | 2026-02-03T04:05:00Z",
        "1770091506 | 2026-02-03T04:05:06Z",
        "1770091506000 | 2026-02-03T04:05:06Z",
        // other languages
        "Τρι, 03 Φεβ 2026 04:05:06 EET | 2026-02-03T02:05:06Z",
        "2026-február-3T4:05-05:00 | 2026-02-03T09:05:00Z",
        "2026년 02월 03일  04:05:06 | 2026-02-02T19:05:06Z",
        "2026-02-03 오후 4:05:06 | 2026-02-03T07:05:06Z",
        "3 февраля 2026 04:05 MSK | 2026-02-03T01:05:00Z",
        "3 février 2026 | 2026-02-03T00:00:00Z",
        "Di., 3. März 2026 04:05:06 MEZ | 2026-03-03T03:05:06Z",
        "mar, 03 feb 2026 04:05:06 +0100 | 2026-02-03T03:05:06Z",
        "3 de febrero de 2026 | 2026-02-03T00:00:00Z",
        // numbers that mean one day only
        "13/02/2026 04:05 | 2026-02-13T04:05:00Z",
        "02/13/2026 | 2026-02-13T00:00:00Z",
        "03.02.2026 04:05 | 2026-02-03T04:05:00Z",
      })
  void readsDatesAsFeedsWriteThem(String written, String expected) {
    Instant read = FeedDates.parse(written);

    assertThat(read).isNotNull();
    assertThat(read.truncatedTo(ChronoUnit.SECONDS)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "02/03/2026",
        "Sun, 16 Dec 2012 1:2:3:4 GMT",
        "Sun, 16 zzz 2012 11:47:32 GMT",
        "Sun, 99 Jun 2009 12:00:00 GMT",
        "Sun, 16 Dec 2012 11:47:32 +zz:00",
        "Sun, 31 Dec 9999 23:59:59 -9999",
        "2003-12-31T25:14:55Z",
        "2003-12-31T10:61:55Z",
        "2003-12-31T10:14:61Z",
        "9999-12-31T23:59:59-99:99",
        "2013-01-27-01",
        "2013-xx-27",
        "2013-01-28T11:30:00-06:00Textra",
        "30 Feb 2026",
      })
  void takesNothingElseForADate(String written) {
    assertThat(FeedDates.parse(written)).isNull();
  }
}
