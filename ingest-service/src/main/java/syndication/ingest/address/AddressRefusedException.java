package syndication.ingest.address;

import java.net.UnknownHostException;

/// A host leads where we do not call for strangers.
///
/// A kind of [UnknownHostException], because that is all that the resolver of an HTTP client may
/// throw.
public final class AddressRefusedException extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  public AddressRefusedException(String message) {
    super(message);
  }
}
