DROP INDEX "memberships_once";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "content_sha256" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "act_reference" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "recorded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "end_reason" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("person_id","role","scope_kind","scope_code",coalesce("campaign_id"::text, ''),coalesce("valid_from", '-infinity'::date)) WHERE "memberships"."ended_at" is null;