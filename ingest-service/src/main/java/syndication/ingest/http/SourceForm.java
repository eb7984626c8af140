package syndication.ingest.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import syndication.ingest.article.SyndicationRight;
import syndication.ingest.source.PollSettings;
import syndication.ingest.source.Source;
import syndication.ingest.source.SourceId;
import tools.jackson.databind.JsonNode;

/// Reads a source, or changes to one, from JSON.
final class SourceForm {

  private static final String NAME = "name";
  private static final String FEED_URL = "feedUrl";
  private static final String HOMEPAGE = "homepage";
  private static final String LANGUAGE = "language";
  private static final String RIGHTS = "rights";
  private static final String INTERVAL = "intervalSeconds";
  private static final int TEXT_CHARS_MAX = 2_000;

  private final JsonNode document;
  private final List<Problem.FieldError> errors = new ArrayList<>();

  private SourceForm(JsonNode document) {
    this.document = document;
  }

  /// @throws ProblemException 422 when it is not a source
  static Source added(JsonNode document, Instant now) {
    var form = new SourceForm(document);
    form.onlyObject();
    String id = form.text("id", null);
    if (id == null || !SourceId.isValid(id)) {
      form.error("id", form.document.path("id"), "1 to 63 lower-case letters, digits, hyphens");
    }
    String name = form.name(null);
    Optional<Source.Kind> kind = form.constant("kind", Source.Kind.values());
    if (kind.isEmpty()) {
      form.error("kind", document.path("kind"), "API or FEED");
    }
    URI feed = form.address(FEED_URL, null);
    if (kind.isPresent() && (kind.get() == Source.Kind.FEED) != document.hasNonNull(FEED_URL)) {
      form.error(FEED_URL, document.path(FEED_URL), "an address for kind FEED, none for API");
    }
    URI homepage = form.address(HOMEPAGE, null);
    String language = form.language(null);
    Source.Rights rights = form.rights(Source.Rights.UNSTATED);
    PollSettings poll = form.poll(PollSettings.DEFAULT);
    form.requireNoErrors();
    return new Source(
        new SourceId(present(id)),
        present(name),
        kind.orElseThrow(),
        Source.State.ACTIVE,
        feed,
        homepage,
        language,
        rights,
        poll,
        now,
        now);
  }

  /// @throws ProblemException 422 when the changes make no source
  static Source changed(Source before, JsonNode changes, Instant now) {
    var form = new SourceForm(changes);
    form.onlyObject();
    for (String fixed : List.of("id", "kind")) {
      if (changes.has(fixed)) {
        form.error(fixed, changes.path(fixed), "nothing: it can't be changed");
      }
    }
    Source.State state = before.state();
    if (changes.has("state")) {
      Optional<Source.State> wanted = form.constant("state", Source.State.values());
      if (wanted.isEmpty() || wanted.get() == Source.State.DEACTIVATED) {
        form.error("state", changes.path("state"), "ACTIVE or PAUSED");
      }
      state = wanted.orElse(state);
    }
    String name = form.name(before.name());
    URI feed = form.address(FEED_URL, before.feedUrl());
    if ((before.kind() == Source.Kind.FEED) != (feed != null)) {
      form.error(FEED_URL, changes.path(FEED_URL), "an address for kind FEED, none for API");
    }
    URI homepage = form.address(HOMEPAGE, before.homepage());
    String language = form.language(before.language());
    Source.Rights rights = form.rights(before.rights());
    PollSettings poll = form.poll(before.poll());
    form.requireNoErrors();
    return new Source(
        before.id(),
        present(name),
        before.kind(),
        state,
        feed,
        homepage,
        language,
        rights,
        poll,
        before.createdAt(),
        now);
  }

  private void onlyObject() {
    if (!document.isObject()) {
      error("body", document, "a JSON object");
      requireNoErrors();
    }
  }

  private @Nullable String name(@Nullable String before) {
    String name = text(NAME, before);
    if (name == null || name.length() > Source.NAME_CHARS_MAX) {
      error(NAME, document.path(NAME), "1 to %d characters".formatted(Source.NAME_CHARS_MAX));
    }
    return name;
  }

  private @Nullable String language(@Nullable String before) {
    String language = text(LANGUAGE, before);
    if (language == null) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      error(LANGUAGE, document.path(LANGUAGE), "a BCP 47 tag such as en or pt-BR");
      return null;
    }
  }

  private @Nullable URI address(String field, @Nullable URI before) {
    String text = text(field, before == null ? null : before.toString());
    return text == null ? null : SubmissionForm.address(field, text, errors);
  }

  private Source.Rights rights(Source.Rights before) {
    if (!document.has(RIGHTS)) {
      return before;
    }
    var form = new SourceForm(document.path(RIGHTS));
    if (!form.document.isObject()) {
      error(RIGHTS, form.document, "an object");
      return before;
    }
    SyndicationRight right = before.syndication();
    if (form.document.has("syndication")) {
      Optional<SyndicationRight> wanted = form.constant("syndication", SyndicationRight.values());
      if (wanted.isEmpty()) {
        form.error(
            "syndication", form.document.path("syndication"), "YES, NO, VERIFY or WITH_PAYMENT");
      }
      right = wanted.orElse(right);
    }
    var rights =
        new Source.Rights(
            form.text("holder", before.holder()),
            form.text("notice", before.notice()),
            form.text("usageTerms", before.usageTerms()),
            right);
    for (Problem.FieldError it : form.errors) {
      errors.add(new Problem.FieldError(RIGHTS + "/" + it.field(), it.found(), it.expected()));
    }
    return rights;
  }

  private PollSettings poll(PollSettings before) {
    JsonNode poll = document.path("poll");
    if (poll.isMissingNode()) {
      return before;
    }
    Duration interval = before.interval();
    JsonNode seconds = poll.path(INTERVAL);
    long least = PollSettings.INTERVAL_MIN.toSeconds();
    if (seconds.isNull()) {
      interval = null;
    } else if (seconds.isIntegralNumber() && seconds.longValue() >= least) {
      interval = Duration.ofSeconds(seconds.longValue());
    } else if (!seconds.isMissingNode()) {
      error("poll/" + INTERVAL, seconds, "a whole number from %d, or null".formatted(least));
    }
    JsonNode fullText = poll.path("fullText");
    if (!fullText.isMissingNode() && !fullText.isBoolean()) {
      error("poll/fullText", fullText, "true or false");
    }
    return new PollSettings(
        interval, fullText.isBoolean() ? fullText.booleanValue() : before.fullText());
  }

  // A field that is absent keeps what was there; null takes it away.
  private @Nullable String text(String name, @Nullable String before) {
    JsonNode it = document.path(name);
    if (it.isMissingNode()) {
      return before;
    }
    if (it.isNull()) {
      return null;
    }
    if (!it.isString()
        || it.stringValue().isBlank()
        || it.stringValue().length() > TEXT_CHARS_MAX) {
      error(name, it, "a string of 1 to %d characters".formatted(TEXT_CHARS_MAX));
      return before;
    }
    return it.stringValue().strip();
  }

  private <E extends Enum<E>> Optional<E> constant(String name, E[] values) {
    String wanted = document.path(name).asString("");
    return Arrays.stream(values).filter(it -> it.name().equals(wanted)).findFirst();
  }

  private void error(String field, JsonNode found, String expected) {
    if (errors.stream().noneMatch(it -> it.field().equals(field))) {
      errors.add(
          new Problem.FieldError(
              field, found.isMissingNode() ? "nothing" : found.toString(), expected));
    }
  }

  private void requireNoErrors() {
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
  }

  private static String present(@Nullable String it) {
    if (it == null) {
      throw new IllegalStateException("a field was not checked");
    }
    return it;
  }
}
