package syndication.publish.sitehttp;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The style sheet and the icon, the only files that a page needs beside itself.
@RestController
public final class AssetController {

  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  private final Assets assets;

  public AssetController(Assets assets) {
    this.assets = assets;
  }

  // Its address changes with its content, so it never has to be asked for again.
  @GetMapping("/assets/site.css")
  ResponseEntity<byte[]> stylesheet() {
    return ResponseEntity.ok()
        .contentType(CSS)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .body(assets.stylesheet());
  }

  @GetMapping("/favicon.svg")
  ResponseEntity<byte[]> icon() {
    return ResponseEntity.ok()
        .contentType(SVG)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
        .body(assets.icon());
  }
}
