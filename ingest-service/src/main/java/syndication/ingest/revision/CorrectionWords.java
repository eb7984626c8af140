package syndication.ingest.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.ParsedArticle;

/// Finds corrections and clarifications in the source's own words. Pure.
public final class CorrectionWords {

  /// What a source says about its own earlier words.
  ///
  /// @param kind CORRECTION, CLARIFICATION or REFILE
  /// @param note publishable words without the label, `null` when it is a label only
  public record Found(RevisionKind kind, @Nullable String note) {}

  /// Lines at either end of a body that are looked at: notes stand first or last, and a story about
  /// corrections may have such words in between.
  private static final int LINES_AT_END = 4;

  /// Longest note; a longer line is a paragraph of the story.
  private static final int NOTE_CHARS_MAX = 1200;

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern CORRECTION_LABEL =
      label(
          "corrections?(?: and clarifications?)?|corrected|corrective|erratum|errata(?: corrige)?"
              + "|korrektur|berichtigung|richtigstellung|rectificatif|rectification|corrección"
              + "|fe de erratas?|rectificación|correzione|rettifica|correção|retificação|correctie"
              + "|rectificatie|rättelse|rettelse|retting|oikaisu|sprostowanie|korekta|oprava"
              + "|поправка|исправление|διόρθωση|düzeltme|訂正|更正");

  private static final Pattern CLARIFICATION_LABEL =
      label(
          "clarifications?|klarstellung|précisions?|clarificación|aclaración|chiarimento|precisazione"
              + "|esclarecimento|verduidelijking|klargörande|præcisering|presisering|täsmennys"
              + "|wyjaśnienie|уточнение");

  private static final Pattern REFILE_LABEL = label("refiles?|refiled");

  private static final Pattern CORRECTION_SENTENCE =
      sentence(
          "this (?:article|story|post|report|piece|page|column|headline|item) (?:was|has been|is)"
              + " (?:\\w+ )?(?:amended|corrected|changed to correct|updated to correct)|(?:an|the)"
              + " (?:earlier|previous|original) version of (?:this|the|our)|(?:this|the)"
              + " (?:article|story|headline) (?:originally|previously|incorrectly)"
              + " (?:stated|said|misstated|identified|named)|in einer"
              + " (?:früheren|vorherigen|ersten) (?:version|fassung)|dans une (?:version"
              + " précédente|première version)|une (?:version précédente|première version) de"
              + " (?:cet|ce)|una versión (?:anterior|previa) de est[ea]|en una versión anterior|una"
              + " (?:precedente versione|versione precedente)|uma versão anterior"
              + " (?:deste|desta)|in een eerdere versie|i en tidigare version|i en tidligere"
              + " (?:version|versjon)");

  private static final Pattern CLARIFICATION_SENTENCE =
      sentence(
          "this (?:article|story|post|report|piece) (?:was|has been) (?:\\w+ )?(?:clarified|updated"
              + " to clarify|amended to clarify)");

  private static final Pattern EDITORS_NOTE = label("editor(?:'|’)?s?(?:'|’)? note|ed note|note");

  private CorrectionWords() {}

  /// The first correction or clarification that the article speaks of, if any.
  public static Optional<Found> in(ParsedArticle article) {
    if (article.notes().correction() != null && !article.notes().correction().isBlank()) {
      String stated = article.notes().correction();
      return Optional.of(of(stated).orElse(new Found(RevisionKind.CORRECTION, stated)));
    }
    List<String> places = new ArrayList<>();
    if (article.notes().editorial() != null) {
      places.add(article.notes().editorial());
    }
    places.add(article.title());
    places.addAll(ends(article.body().text().lines().toList()));
    return places.stream().flatMap(it -> of(it).stream()).findFirst();
  }

  private static List<String> ends(List<String> lines) {
    if (lines.size() <= 2 * LINES_AT_END) {
      return lines;
    }
    List<String> ends = new ArrayList<>(lines.subList(0, LINES_AT_END));
    ends.addAll(lines.subList(lines.size() - LINES_AT_END, lines.size()));
    return ends;
  }

  static Optional<Found> of(String line) {
    if (line.length() > NOTE_CHARS_MAX) {
      return Optional.empty();
    }
    Matcher note = EDITORS_NOTE.matcher(line);
    String words = note.lookingAt() ? line.substring(note.end()).strip() : line.strip();
    Optional<Found> refile = labelled(REFILE_LABEL, words, RevisionKind.REFILE);
    if (refile.isPresent()) {
      return Optional.of(new Found(RevisionKind.REFILE, null));
    }
    return labelled(CORRECTION_LABEL, words, RevisionKind.CORRECTION)
        .or(() -> labelled(CLARIFICATION_LABEL, words, RevisionKind.CLARIFICATION))
        .or(() -> said(CLARIFICATION_SENTENCE, words, RevisionKind.CLARIFICATION))
        .or(() -> said(CORRECTION_SENTENCE, words, RevisionKind.CORRECTION));
  }

  private static Optional<Found> labelled(Pattern label, String words, RevisionKind kind) {
    Matcher it = label.matcher(words);
    if (!it.lookingAt()) {
      return Optional.empty();
    }
    String rest = words.substring(it.end()).strip();
    return Optional.of(new Found(kind, rest.isEmpty() ? null : rest));
  }

  private static Optional<Found> said(Pattern sentence, String words, RevisionKind kind) {
    return sentence.matcher(words).lookingAt()
        ? Optional.of(new Found(kind, words))
        : Optional.empty();
  }

  // "Correction:", "CORRECTED –", "[Correction, 3 May:]", "(Corrected) …"; the mark is what tells a
  // label from a story that begins with the word.
  private static Pattern label(String words) {
    return Pattern.compile(
        "[\\[(*_\\s]*(?:"
            + words
            + ")(?:[ ,]+[^:：\\n]{0,40}\\d[^:：\\n]{0,20})?"
            + "(?:\\s*[:：\\])]+|\\s+[–—-])[\\s*_:]*",
        FLAGS);
  }

  private static Pattern sentence(String words) {
    return Pattern.compile("[\\[(*_•\\s]*(?:" + words + ")\\b", FLAGS);
  }
}
