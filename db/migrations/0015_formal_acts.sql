CREATE TABLE "endorsement_links" (
	"id" text PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "endorsement_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"authority" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opinion" text,
	"reasons" text,
	"giver_name" text,
	"giver_title" text,
	"given_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "endorsement_requests_opinion" CHECK ("endorsement_requests"."opinion" in ('favourable', 'with-reservations', 'unfavourable') and ("endorsement_requests"."opinion" = 'favourable' or "endorsement_requests"."reasons" is not null)),
	CONSTRAINT "endorsement_requests_given" CHECK (("endorsement_requests"."opinion" is null) = ("endorsement_requests"."given_at" is null) and ("endorsement_requests"."opinion" is null) = ("endorsement_requests"."giver_name" is null) and ("endorsement_requests"."opinion" is null) = ("endorsement_requests"."giver_title" is null)),
	CONSTRAINT "endorsement_requests_cancelled" CHECK (("endorsement_requests"."cancelled_at" is null) = ("endorsement_requests"."cancelled_by" is null) and ("endorsement_requests"."opinion" is null or "endorsement_requests"."cancelled_at" is null))
);
--> statement-breakpoint
CREATE TABLE "formal_acts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"body" text NOT NULL,
	"held_on" date NOT NULL,
	"number" text NOT NULL,
	"outcome" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp with time zone,
	CONSTRAINT "formal_acts_body" CHECK ("formal_acts"."body" in ('conseil-administration', 'conseil-municipal', 'conseil-communautaire')),
	CONSTRAINT "formal_acts_outcome" CHECK ("formal_acts"."outcome" in ('adopted', 'rejected')),
	CONSTRAINT "formal_acts_removed" CHECK (("formal_acts"."removed_at" is null) = ("formal_acts"."removed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "submission_supplements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "endorsement_links" ADD CONSTRAINT "endorsement_links_request_id_endorsement_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."endorsement_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsement_requests" ADD CONSTRAINT "endorsement_requests_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsement_requests" ADD CONSTRAINT "endorsement_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsement_requests" ADD CONSTRAINT "endorsement_requests_cancelled_by_people_id_fk" FOREIGN KEY ("cancelled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_acts" ADD CONSTRAINT "formal_acts_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "formal_acts" ADD CONSTRAINT "formal_acts_sha256_file_contents_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file_contents"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_supplements" ADD CONSTRAINT "submission_supplements_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "endorsement_links_request" ON "endorsement_links" USING btree ("request_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "endorsement_requests_one_standing" ON "endorsement_requests" USING btree ("application_id") WHERE "endorsement_requests"."cancelled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "formal_acts_one_standing" ON "formal_acts" USING btree ("application_id") WHERE "formal_acts"."removed_at" is null;--> statement-breakpoint
CREATE INDEX "formal_acts_content" ON "formal_acts" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "submission_supplements_once" ON "submission_supplements" USING btree ("submission_id","number");--> statement-breakpoint
-- As for submissions: what is sealed is added, never rewritten nor taken away.
REVOKE UPDATE, DELETE ON "submission_supplements" FROM jalons_application;
