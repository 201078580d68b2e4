-- CreateIndex
CREATE INDEX "event_projectId_at_seq_id_idx" ON "event"("projectId", "at" DESC, "seq" DESC, "id" DESC);

-- What is in the trash of a project, the newest first; most marks are not.
CREATE INDEX "annotation_trash_idx" ON "annotation" ("projectId", "deletedAt" DESC, "id" DESC)
  WHERE "deletedAt" IS NOT NULL;
