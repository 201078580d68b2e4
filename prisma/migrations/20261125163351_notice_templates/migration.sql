-- AlterTable
ALTER TABLE "project" ADD COLUMN     "noticeTemplates" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "project"
  ADD CONSTRAINT "project_notice_templates" CHECK (
    jsonb_typeof("noticeTemplates") = 'array' AND jsonb_array_length("noticeTemplates") <= 200
  );
