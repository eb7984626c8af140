package syndication.benchmark;

import java.util.Map;
import syndication.system.Articles;
import syndication.system.Http;
import syndication.system.Installation;

/// Articles of one source, each unlike the others, sent as a source would.
final class Submissions {

  private final String address;
  private final Map<String, String> key;

  Submissions(Installation syndicate, String source) {
    this.address = syndicate.ingest() + "/api/articles";
    this.key = syndicate.source(source);
  }

  void submit(String id, String headline, int number) {
    String body = Articles.BODY.replace("nine hundred", Integer.toString(number));
    Http.post(address, key, Articles.ninjs(id, headline, headline + ". " + body).toString())
        .expect(202);
  }

  void submitMany(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      submit(prefix + "-" + i, "Report " + prefix + " " + i, i);
    }
  }
}
