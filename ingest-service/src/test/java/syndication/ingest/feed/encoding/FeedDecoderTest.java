package syndication.ingest.feed.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDecoderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "windows-1251 | Паром снова ходит после шторма, сообщила гавань в понедельник утром",
        "koi8-r | Паром снова ходит после шторма, сообщила гавань в понедельник утром",
        "windows-1253 | Το πλοίο ταξιδεύει πάλι μετά την καταιγίδα, είπε το λιμάνι",
        "windows-1255 | המעבורת חוזרת להפליג אחרי הסערה, הודיע משרד הנמל ביום שני",
        "windows-1256 | عادت العبارة إلى الإبحار بعد العاصفة كما قال مكتب الميناء",
        "shift_jis | 嵐のあと、フェリーはふたたび走りはじめました。",
        "euc-jp | 嵐のあと、フェリーはふたたび走りはじめました。",
        "euc-kr | 폭풍이 지나간 뒤 여객선이 다시 운항한다고 항만청이 밝혔다",
        "gb18030 | 港口办公室说，暴风雨过后，渡轮从星期一开始重新航行。",
        "big5 | 港務局說，暴風雨過後，渡輪從星期一開始重新航行。這個消息對於我們來說是好的",
        "windows-1252 | Le café rouvre après la tempête, a déclaré le port « lundi »",
      })
  void guessesWhatNobodyDeclared(String encoding, String words) {
    byte[] bytes =
        ("<rss><channel><title>" + words + "</title>").getBytes(Charset.forName(encoding));

    Decoded decoded = FeedDecoder.decode(bytes, null);

    assertThat(decoded.encoding()).isEqualTo(encoding);
    assertThat(decoded.problems()).isNotEmpty();
  }

  @Test
  void readsUtf8WithAStrayByteAsUtf8() {
    byte[] bytes = "<a>Brücke, Café, größer x</a>".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 5] = (byte) 0x93;

    assertThat(FeedDecoder.decode(bytes, "application/xml; charset=utf-8").text())
        .isEqualTo("<a>Brücke, Café, größer “</a>");
  }

  @Test
  void believesHttpBeforeTheDeclaration() {
    byte[] bytes =
        "<?xml version='1.0' encoding='utf-8'?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(FeedDecoder.decode(bytes, "application/xml; charset=iso-8859-1").text())
        .endsWith("<a>é</a>");
  }
}
