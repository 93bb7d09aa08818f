CREATE TABLE "file_contents" (
	"sha256" text PRIMARY KEY NOT NULL,
	"scan" text NOT NULL,
	"signature" text,
	"scanned_at" timestamp with time zone,
	"first_kept_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_contents_scan" CHECK ("file_contents"."scan" in ('waiting', 'clear', 'infected', 'unscanned') and ("file_contents"."scan" = 'infected') = ("file_contents"."signature" is not null))
);
--> statement-breakpoint
-- Contents kept before there was an antivirus.
INSERT INTO "file_contents" ("sha256", "scan", "first_kept_at")
SELECT "sha256", 'unscanned', min("added_at") FROM "proofs" GROUP BY "sha256";--> statement-breakpoint
CREATE INDEX "file_contents_waiting" ON "file_contents" USING btree ("first_kept_at") WHERE "file_contents"."scan" = 'waiting';--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_sha256_file_contents_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."file_contents"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proofs_content" ON "proofs" USING btree ("sha256");