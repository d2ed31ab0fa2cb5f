package io.jikim.platform.crypto;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// The data keys of the current tenant's people, and what is sealed under them.
///
/// A key comes to life with the first value sealed under its name. Suspending and destroying are
/// committed at once, whatever becomes of the caller's transaction, and may be repeated.
///
/// Every method throws [KeyUnavailable] while the key database cannot be asked.
public interface SubjectKeys {

    /// Layout: version (1 byte), key id (16), IV (12), ciphertext, tag (16).
    ///
    /// @throws KeySuspended while an erasure decides over the subject
    /// @throws KeyDestroyed after all of the subject's keys were destroyed
    byte[] seal(KeyName name, Place place, byte[] plain);

    /// @throws SealBroken if it was changed, or sealed for another name, place or tenant
    /// @throws KeySuspended while an erasure decides over the subject
    /// @throws KeyDestroyed for ever after
    byte[] open(KeyName name, Place place, byte[] sealed);

    /// Nothing of the subject opens, and nothing new is sealed, until [#resume].
    void suspend(UUID subject, UUID caseId);

    void resume(UUID subject);

    /// Destroys the keys of these classes; none named means all, and that the subject never gets a
    /// new one. A repetition answers with the same evidence.
    List<DestroyedKey> destroy(UUID subject, Collection<String> keyClasses, UUID caseId);

    /// Destroys one key. @throws java.util.NoSuchElementException if it never lived
    DestroyedKey destroy(KeyName name, UUID caseId);

    /// Forgets cached keys of the subject; without it they live at most 60 seconds.
    void evict(UUID subject);
}
