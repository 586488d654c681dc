package org.aidledger.project;

import java.time.LocalDate;
import org.aidledger.document.DocumentRef;

/** The course of a project after its approval, each step by a decision or a document. */
public sealed interface LifeEvent extends ProjectEvent {

    /** Work stopped for the time being (đình chỉ). */
    record ProjectSuspended(ProjectId project, DocumentRef decision, String reason, LocalDate effectiveDate)
            implements LifeEvent {
    }

    /** Work goes on. */
    record ProjectResumed(ProjectId project, DocumentRef decision, LocalDate effectiveDate) implements LifeEvent {
    }

    /** The work is done. */
    record ProjectCompleted(ProjectId project, DocumentRef report, LocalDate effectiveDate) implements LifeEvent {
    }

    /** What the project made or bought was handed over (bàn giao). */
    record ProjectHandedOver(ProjectId project, Party to, DocumentRef minutes, LocalDate effectiveDate)
            implements LifeEvent {
    }

    /** The final account was approved (quyết toán). */
    record ProjectSettled(ProjectId project, DocumentRef decision, LocalDate effectiveDate) implements LifeEvent {
    }

    /** The project's books are closed (tất toán). */
    record ProjectClosed(ProjectId project, DocumentRef decision, LocalDate effectiveDate) implements LifeEvent {
    }

    /** The books were opened again, by order. */
    record ProjectReopened(ProjectId project, DocumentRef order, String reason, LocalDate effectiveDate)
            implements LifeEvent {
    }

    /** The project ended early. */
    record ProjectCancelled(ProjectId project, DocumentRef decision, String reason, LocalDate effectiveDate)
            implements LifeEvent {
    }
}
