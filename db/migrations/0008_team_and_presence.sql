CREATE TABLE "presences" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"tab" uuid NOT NULL,
	"section_id" text,
	"question_id" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "presences_application_id_person_id_tab_pk" PRIMARY KEY("application_id","person_id","tab")
);
--> statement-breakpoint
CREATE TABLE "section_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"section_id" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"message" text,
	"done_by" uuid,
	"done_at" timestamp with time zone,
	CONSTRAINT "section_reviews_done" CHECK (("section_reviews"."done_by" is null) = ("section_reviews"."done_at" is null))
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "sections" text[];--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presences" ADD CONSTRAINT "presences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_reviews" ADD CONSTRAINT "section_reviews_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_reviews" ADD CONSTRAINT "section_reviews_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_reviews" ADD CONSTRAINT "section_reviews_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "presences_seen" ON "presences" USING btree ("seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "section_reviews_one_open" ON "section_reviews" USING btree ("application_id","section_id") WHERE "section_reviews"."done_at" is null;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_sections" CHECK ("memberships"."sections" is null or ("memberships"."campaign_id" is not null and cardinality("memberships"."sections") > 0));