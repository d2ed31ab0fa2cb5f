package io.jikim.journeys;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// The main job, once: from the published policy to a certificate that anyone can check offline.
///
/// Every step is checked by looking, and what is gone is looked for by value over separate
/// connections, never through the service under test.
public final class Story implements AutoCloseable {

    private final Narrator narrator;
    private final Scene scene;

    public Story(Stage stage, Narrator narrator, Path output) throws IOException {
        this.narrator = narrator;
        scene = new Scene(stage, output);
    }

    public void tell(int people) throws IOException, SQLException {
        var policy = new PublishedPolicy(scene, narrator);
        policy.publishPolicy();
        policy.connectOperator(people);
        var subAdministrator = scene.registerSubAdministrator();
        var membership = new Membership(scene, narrator);
        var her = membership.register();
        membership.openProfile(her);
        membership.withdrawMarketing(her);
        membership.correct(her);
        var termination = new Termination(scene, narrator);
        var erasure = termination.terminate(her);
        termination.checkWhatIsGone(her);
        termination.checkOthers(subAdministrator);
        var evidence = new Evidence(scene, narrator);
        evidence.checkArchive(her);
        evidence.checkCertificate(erasure);
        evidence.letTimePass(her, erasure);
        narrator.end("The story is true for tenant " + scene.cast.tenant);
    }

    public void pointToPages() {
        narrator.step("Look for yourself");
        narrator.note(
                "policy page   " + scene.stage.uri("JIKIM_CONSENT_URL") + scene.policyPath("ko"));
        narrator.note("mailbox       " + scene.stage.get("JIKIM_MAILBOX_URL"));
        narrator.note("log           " + scene.stage.get("JIKIM_AUDIT_URL") + "/v1/log/checkpoint");
        narrator.note("health        " + scene.stage.get("JIKIM_RETENTION_URL") + "/q/health");
        narrator.note("certificate   " + scene.output.resolve("certificate.json"));
    }

    @Override
    public void close() {
        scene.close();
    }
}
