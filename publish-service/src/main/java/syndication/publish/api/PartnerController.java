package syndication.publish.api;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import syndication.publish.delivery.Engine;
import syndication.publish.partner.Partner;
import syndication.publish.partner.Partners;
import syndication.publish.subscription.Subscription;
import syndication.publish.subscription.Subscriptions;

/// Partners, for operators.
@RestController
@RequestMapping("/api/admin/partners")
final class PartnerController {

  private final Partners partners;
  private final Subscriptions subscriptions;
  private final Engine engine;
  private final InstantSource clock;

  PartnerController(
      Partners partners, Subscriptions subscriptions, Engine engine, InstantSource clock) {
    this.partners = partners;
    this.subscriptions = subscriptions;
    this.engine = engine;
    this.clock = clock;
  }

  /// @param state `active` when any subscription is, else `paused`, `disabled` or `none`
  record PartnerView(String id, String name, String state, int subscriptions, Instant createdAt) {}

  record PartnerRequest(@Nullable String id, @Nullable String name) {}

  @GetMapping
  Items<PartnerView> all() {
    return Items.all(partners.all().stream().map(this::view).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PartnerView add(@RequestBody PartnerRequest request) {
    String id = request.id() == null ? "" : request.id();
    var partner = new Partner(id, request.name() == null ? id : request.name(), clock.instant());
    if (!partners.add(partner)) {
      throw new ConflictException("there is a partner " + id + " already");
    }
    return view(partner);
  }

  @GetMapping("/{id}")
  PartnerView one(@PathVariable String id) {
    return view(partners.find(id).orElseThrow(() -> new NotThereException("partner", id)));
  }

  @PatchMapping("/{id}")
  PartnerView rename(@PathVariable String id, @RequestBody PartnerRequest request) {
    Partner before = partners.find(id).orElseThrow(() -> new NotThereException("partner", id));
    if (request.name() != null) {
      var _ = new Partner(id, request.name(), before.createdAt());
      partners.rename(id, request.name());
    }
    return one(id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable String id) {
    if (!partners.remove(id)) {
      throw new NotThereException("partner", id);
    }
    engine.reload();
  }

  private PartnerView view(Partner it) {
    var own = subscriptions.of(it.id());
    String state =
        own.isEmpty()
            ? "none"
            : own.stream().anyMatch(Subscription::active)
                ? "active"
                : SubscriptionView.state(own.getFirst().state());
    return new PartnerView(it.id(), it.name(), state, own.size(), it.createdAt());
  }
}
