package syndication.publish;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the site presents itself.
///
/// @param name in the masthead, in titles and in feeds
/// @param tagline one line under the name
/// @param baseUrl where readers reach the site: the beginning of every absolute address
/// @param canonical whose address search engines are told to keep: ORIGIN for that of the article's
///   first publisher where it is known, SELF for ours
@Validated
@ConfigurationProperties("syndicate.publish.site")
public record SiteProperties(
    @DefaultValue("Syndicate") @NotBlank String name,
    @DefaultValue("News from every source, each with its origin") String tagline,
    @DefaultValue("http://127.0.0.1:8083") URI baseUrl,
    @DefaultValue("ORIGIN") Canonical canonical) {

  /// Whose address of an article is the one to keep.
  public enum Canonical {
    ORIGIN,
    SELF
  }
}
