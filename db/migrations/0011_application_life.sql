CREATE TABLE "completion_questions" (
	"request_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "completion_questions_request_id_question_id_pk" PRIMARY KEY("request_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "completion_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_on" date NOT NULL,
	"message" text,
	"before_submission_id" uuid NOT NULL,
	"after_submission_id" uuid,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancel_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "completion_requests_answered" CHECK (("completion_requests"."answered_at" is null) = ("completion_requests"."answered_by" is null) and ("completion_requests"."answered_at" is null) = ("completion_requests"."after_submission_id" is null)),
	CONSTRAINT "completion_requests_cancelled" CHECK (("completion_requests"."cancelled_at" is null) = ("completion_requests"."cancelled_by" is null) and ("completion_requests"."answered_at" is null or "completion_requests"."cancelled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "reopening_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"accepted" boolean,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"decision_reason" text,
	CONSTRAINT "reopening_requests_decided" CHECK (("reopening_requests"."decided_at" is null) = ("reopening_requests"."decided_by" is null) and ("reopening_requests"."decided_at" is null) = ("reopening_requests"."accepted" is null))
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"withdrawn_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text,
	"resumed_by" uuid,
	"resumed_at" timestamp with time zone,
	CONSTRAINT "withdrawals_resumed" CHECK (("withdrawals"."resumed_at" is null) = ("withdrawals"."resumed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "export_files" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"request_sha256" text NOT NULL,
	"request" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"stop_asked_at" timestamp with time zone,
	"failure" text,
	"name" text NOT NULL,
	"size" bigint,
	"sha256" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	CONSTRAINT "export_files_ready" CHECK (("export_files"."state" = 'ready') = ("export_files"."ready_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "export_requesters" (
	"export_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "export_requesters_export_id_person_id_pk" PRIMARY KEY("export_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "deadline_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"place_kind" text NOT NULL,
	"place_code" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoke_reason" text,
	CONSTRAINT "deadline_extensions_revoked" CHECK (("deadline_extensions"."revoked_at" is null) = ("deadline_extensions"."revoked_by" is null))
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "uploads_size" CHECK ("uploads"."size" > 0)
);
--> statement-breakpoint
ALTER TABLE "completion_questions" ADD CONSTRAINT "completion_questions_request_id_completion_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."completion_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_before_submission_id_submissions_id_fk" FOREIGN KEY ("before_submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_after_submission_id_submissions_id_fk" FOREIGN KEY ("after_submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "completion_requests" ADD CONSTRAINT "completion_requests_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_requests" ADD CONSTRAINT "reopening_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_requests" ADD CONSTRAINT "reopening_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reopening_requests" ADD CONSTRAINT "reopening_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_resumed_by_people_id_fk" FOREIGN KEY ("resumed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_files" ADD CONSTRAINT "export_files_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_requesters" ADD CONSTRAINT "export_requesters_export_id_export_files_id_fk" FOREIGN KEY ("export_id") REFERENCES "public"."export_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "export_requesters" ADD CONSTRAINT "export_requesters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "completion_requests_round" ON "completion_requests" USING btree ("application_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "completion_requests_one_open" ON "completion_requests" USING btree ("application_id") WHERE "completion_requests"."answered_at" is null and "completion_requests"."cancelled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "reopening_requests_one_open" ON "reopening_requests" USING btree ("application_id") WHERE "reopening_requests"."decided_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "withdrawals_one_standing" ON "withdrawals" USING btree ("application_id") WHERE "withdrawals"."resumed_at" is null;--> statement-breakpoint
CREATE INDEX "export_files_request" ON "export_files" USING btree ("request_sha256","created_at");--> statement-breakpoint
CREATE INDEX "export_files_expiry" ON "export_files" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "export_files_one_at_work" ON "export_files" USING btree ("request_sha256") WHERE "export_files"."state" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "export_requesters_person" ON "export_requesters" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deadline_extensions_one_standing" ON "deadline_extensions" USING btree ("campaign_id","place_kind","place_code") WHERE "deadline_extensions"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "uploads_application" ON "uploads" USING btree ("application_id","question_id");--> statement-breakpoint
CREATE INDEX "uploads_expiry" ON "uploads" USING btree ("expires_at");