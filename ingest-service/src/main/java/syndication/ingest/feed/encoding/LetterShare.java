package syndication.ingest.feed.encoding;

import java.util.HashSet;

/// How much of a text's letters beyond ASCII are what its encoding is used for.
final class LetterShare {

  /// The commonest characters of written Chinese, in simplified and in traditional form.
  private static final String COMMON_SIMPLIFIED =
      "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

  private static final String COMMON_TRADITIONAL =
      "這個國們來時會為發說對經學過裡後動種無與現電實體當從業開還應關點見長問間樣門頭東車馬風書話語請讓讀寫給臺灣網聞報記者媒選舉總統黨會議員區縣鄉號樓買賣價錢銀證券資訊產業務員機場飛線鐵橋隊賽運";

  private LetterShare() {}

  /// From 0 to 1.
  static double of(String text, String encoding, int charsMax) {
    double good = 0;
    int all = 0;
    int length = Math.min(text.length(), charsMax);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        all++;
        good += weight(c, encoding);
      }
    }
    return all == 0 ? 0 : good / all * typical(text, encoding, length, all);
  }

  /// Below 1 when the letters that are frequent in the language are missing: the bytes of several
  /// alphabets are the same.
  private static double typical(String text, String encoding, int length, int all) {
    String frequent =
        switch (encoding) {
          case "koi8-r", "windows-1251" -> "аоеиыья";
          case "windows-1253" -> "άέήίόύώςαοειτν";
          case "windows-1255" -> "יולה";
          case "windows-1256" -> "الين";
          case "tis-620" -> "าอนรกเง";
          default -> "";
        };
    if (frequent.isEmpty()) {
      return 1;
    }
    var seen = new HashSet<Character>();
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (frequent.indexOf(text.charAt(i)) >= 0) {
        count++;
        seen.add(text.charAt(i));
      }
    }
    double share = (double) count / all;
    double variety = (double) seen.size() / frequent.length();
    return Math.min(1, 0.5 + share) * (0.5 + variety / 2);
  }

  private static double weight(char c, String encoding) {
    return switch (encoding) {
      case "shift_jis", "euc-jp" -> japanese(c);
      case "euc-kr" -> c >= 0xAC00 && c <= 0xD7A3 ? 1 : 0;
      case "gb18030" -> chinese(c, COMMON_SIMPLIFIED, COMMON_TRADITIONAL);
      case "big5" -> chinese(c, COMMON_TRADITIONAL, COMMON_SIMPLIFIED);
      case "koi8-r", "windows-1251" -> cyrillic(c);
      case "windows-1253" -> c >= 0x3AC && c <= 0x3CE ? 1 : c >= 0x386 && c <= 0x3AB ? 0.7 : 0;
      case "windows-1255" -> c >= 0x5D0 && c <= 0x5EA ? 1 : 0;
      case "windows-1256" -> c >= 0x621 && c <= 0x652 ? 1 : 0;
      case "tis-620" -> c >= 0xE01 && c <= 0xE5B ? 1 : 0;
      default -> 0;
    };
  }

  private static double japanese(char c) {
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC)) {
      return 1;
    }
    boolean wide = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3002);
    return wide ? 0.8 : 0;
  }

  private static double chinese(char c, String own, String other) {
    if (own.indexOf(c) >= 0) {
      return 1;
    }
    boolean wide = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3002) || c >= 0xFF00;
    return wide ? other.indexOf(c) >= 0 ? 0.75 : 0.76 : 0;
  }

  /// Text is mostly in small letters; the wrong one of two Cyrillic encodings swaps the cases.
  private static double cyrillic(char c) {
    boolean small = (c >= 0x430 && c <= 0x44F) || c == 0x451;
    return small ? 1 : c >= 0x410 && c <= 0x42F ? 0.5 : 0;
  }
}
