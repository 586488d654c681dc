package org.aidledger.app.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.aidledger.app.rest.DonorBody.CertificateAmendment;
import org.aidledger.app.rest.DonorBody.CertificateExtension;
import org.aidledger.app.rest.DonorBody.CertificateGrant;
import org.aidledger.app.rest.DonorBody.CertificateResumption;
import org.aidledger.app.rest.DonorBody.CertificateRevocation;
import org.aidledger.app.rest.DonorBody.CertificateSuspension;
import org.aidledger.app.rest.DonorBody.DonorRegistration;
import org.aidledger.app.rest.DonorBody.Erasure;
import org.aidledger.app.rest.DonorBody.Representative;
import org.aidledger.gateway.LedgerGateway;
import org.aidledger.gateway.Outcome;
import org.aidledger.ngo.NgoCommand.NameRepresentative;
import org.aidledger.ngo.NgoId;
import org.aidledger.ngo.SealedPerson;
import org.aidledger.privacy.SubjectKeys;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Registers donors and what happens to their certificates. */
@RestController
@RequestMapping(path = Paths.API + "/donors", consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Donor commands")
final class DonorCommandRoutes {

    private final Commands commands;
    private final LedgerGateway gateway;
    private final SubjectKeys keys;
    private final JsonMapper json;

    DonorCommandRoutes(Commands commands, LedgerGateway gateway, SubjectKeys keys, JsonMapper json) {
        this.commands = commands;
        this.gateway = gateway;
        this.keys = keys;
        this.json = json;
    }

    @PostMapping
    @Operation(summary = "Register a foreign NGO, foundation, foreign company or individual")
    ResponseEntity<CommandAnswer> register(@RequestBody DonorRegistration body, CommandTerms terms) {
        return commands.send(body.command(), body, terms);
    }

    @PostMapping("/{donor}/certificates")
    @Operation(summary = "Record that a registration certificate was granted")
    ResponseEntity<CommandAnswer> grant(@PathVariable NgoId donor, @RequestBody CertificateGrant body,
            CommandTerms terms) {
        return commands.send(body.command(donor), body, terms);
    }

    @PostMapping("/{donor}/certificate-extensions")
    @Operation(summary = "Extend the certificate")
    ResponseEntity<CommandAnswer> extend(@PathVariable NgoId donor, @RequestBody CertificateExtension body,
            CommandTerms terms) {
        return commands.send(body.command(donor), body, terms);
    }

    @PostMapping("/{donor}/certificate-amendments")
    @Operation(summary = "Change the areas and sectors of the certificate")
    ResponseEntity<CommandAnswer> amend(@PathVariable NgoId donor, @RequestBody CertificateAmendment body,
            CommandTerms terms) {
        return commands.send(body.command(donor), body, terms);
    }

    @PostMapping("/{donor}/certificate-suspensions")
    @Operation(summary = "Suspend the certificate")
    ResponseEntity<CommandAnswer> suspend(@PathVariable NgoId donor, @RequestBody CertificateSuspension body,
            CommandTerms terms) {
        return commands.send(body.command(donor), body, terms);
    }

    @PostMapping("/{donor}/certificate-resumptions")
    @Operation(summary = "Put a suspended certificate in force again")
    ResponseEntity<CommandAnswer> resume(@PathVariable NgoId donor, @RequestBody CertificateResumption body,
            CommandTerms terms) {
        return commands.send(body.command(donor), body, terms);
    }

    @PostMapping("/{donor}/certificate-revocations")
    @Operation(summary = "Revoke the certificate")
    ResponseEntity<CommandAnswer> revoke(@PathVariable NgoId donor, @RequestBody CertificateRevocation body,
            CommandTerms terms) {
        return commands.send(body.command(donor), body, terms);
    }

    /** A key that sealed what was not recorded after all seals nothing, and goes. */
    @PostMapping("/{donor}/representatives")
    @Operation(summary = "Name a representative; personal data is sealed under a key of its own")
    ResponseEntity<CommandAnswer> represent(@PathVariable NgoId donor, @RequestBody Representative body,
            CommandTerms terms) {
        SubjectKeys.Sealed sealed = keys.seal(json.writeValueAsString(body.person()));
        var person = new SealedPerson(sealed.subject(), sealed.sealed());
        Outcome outcome = gateway.send(new NameRepresentative(donor, person, body.effectiveDate()),
                commands.request(body, terms));
        if (!(outcome instanceof Outcome.Recorded recorded) || recorded.earlier()) {
            keys.destroy(sealed.subject());
        }
        return commands.answer(donor.value(), outcome, terms);
    }

    /** The event first: a key that is gone without it would be a loss and no erasure. Asking again destroys what is left. */
    @PostMapping("/{donor}/erasures")
    @Operation(summary = "Destroy the key of a person's data; every proof stays valid")
    ResponseEntity<CommandAnswer> erase(@PathVariable NgoId donor, @RequestBody Erasure body, CommandTerms terms) {
        Outcome outcome = gateway.send(body.command(donor), commands.request(body, terms));
        if (outcome instanceof Outcome.Recorded || outcome instanceof Outcome.Unchanged) {
            keys.destroy(body.subject());
        }
        return commands.answer(donor.value(), outcome, terms);
    }
}
