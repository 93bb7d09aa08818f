CREATE TYPE "public"."education_priority" AS ENUM('rep', 'rep-plus');--> statement-breakpoint
CREATE TYPE "public"."equipment_owner_kind" AS ENUM('commune', 'epci', 'sivos', 'departement', 'collectivite-alsace', 'metropole-lyon', 'region', 'collectivite-unique');--> statement-breakpoint
CREATE TYPE "public"."headcount_source" AS ENUM('annuaire', 'declaration', 'saisie', 'demonstration');--> statement-breakpoint
CREATE TYPE "public"."unit_attachment" AS ENUM('annexe', 'section', 'autre');--> statement-breakpoint
CREATE TYPE "public"."unit_contract" AS ENUM('sans-objet', 'association-totale', 'association-partielle', 'simple-total', 'simple-partiel', 'agricole', 'reconnu', 'hors-contrat', 'inconnu');--> statement-breakpoint
CREATE TYPE "public"."unit_kind" AS ENUM('ecole', 'college', 'lycee', 'erea', 'section', 'maison-familiale', 'superieur', 'medico-social', 'cio', 'service-administratif', 'autre');--> statement-breakpoint
CREATE TYPE "public"."unit_ministry" AS ENUM('education', 'agriculture', 'mer', 'defense', 'sante', 'superieur', 'justice', 'culture', 'travail', 'autre');--> statement-breakpoint
CREATE TYPE "public"."unit_sector" AS ENUM('public', 'prive');--> statement-breakpoint
CREATE TYPE "public"."unit_state" AS ENUM('ouvert', 'a-ouvrir', 'a-fermer', 'ferme', 'inconnu');--> statement-breakpoint
CREATE TYPE "public"."commune_alias_kind" AS ENUM('commune-deleguee', 'commune-associee', 'arrondissement-municipal');--> statement-breakpoint
CREATE TYPE "public"."epci_nature" AS ENUM('CC', 'CA', 'CU', 'METRO', 'MET69', 'EPT');--> statement-breakpoint
CREATE TABLE "allocation_lines" (
	"plan_id" uuid NOT NULL,
	"uai" text NOT NULL,
	"rank" integer NOT NULL,
	"level" smallint NOT NULL,
	"score" text NOT NULL,
	"entitled_quantity" integer NOT NULL,
	"quantity" integer NOT NULL,
	"amount_cents" bigint NOT NULL,
	"is_served" boolean NOT NULL,
	"is_served_by_ranking" boolean NOT NULL,
	"is_served_by_optimum" boolean NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "allocation_lines_plan_id_uai_pk" PRIMARY KEY("plan_id","uai"),
	CONSTRAINT "allocation_lines_whole" CHECK ("allocation_lines"."quantity" = case when "allocation_lines"."is_served" then "allocation_lines"."entitled_quantity" else 0 end and "allocation_lines"."amount_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "allocation_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"entitlement_id" text NOT NULL,
	"status" text DEFAULT 'proposed' NOT NULL,
	"envelope_cents" bigint NOT NULL,
	"unit_price_cents" bigint NOT NULL,
	"unit" text NOT NULL,
	"method" text NOT NULL,
	"ranking_quantity" integer NOT NULL,
	"optimum_quantity" integer NOT NULL,
	"is_optimum_proven" boolean NOT NULL,
	"computed_by" uuid NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"vote_kind" text,
	"vote_number" text,
	"voted_on" date,
	"adopted_by" uuid,
	"adopted_at" timestamp with time zone,
	CONSTRAINT "allocation_plans_vote" CHECK (("allocation_plans"."status" = 'adopted') = ("allocation_plans"."vote_number" is not null and "allocation_plans"."voted_on" is not null and "allocation_plans"."adopted_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"application_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"value" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answers_application_id_question_id_pk" PRIMARY KEY("application_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "application_schools" (
	"application_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"uai" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "application_schools_application_id_uai_pk" PRIMARY KEY("application_id","uai")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"applicant_kind" text NOT NULL,
	"applicant_code" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"declared_score" numeric(5, 1),
	"declared_level" smallint,
	"examined_score" numeric(5, 1),
	"examined_level" smallint,
	"weakest_axis" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "applications_submitted" CHECK (("applications"."status" = 'draft') = ("applications"."submitted_at" is null))
);
--> statement-breakpoint
CREATE TABLE "proofs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"application_id" uuid NOT NULL,
	"role" text NOT NULL,
	"uai" text DEFAULT '' NOT NULL,
	"person_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signatures_application_id_role_uai_pk" PRIMARY KEY("application_id","role","uai")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"receipt_number" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"snapshot" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"document" jsonb NOT NULL,
	"digest" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"is_announced" boolean DEFAULT false NOT NULL,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"examination_closed_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_unit_sites" (
	"uai" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"kind" "unit_kind" NOT NULL,
	"nature_code" text,
	"address" text,
	"postal_code" text,
	"locality" text,
	"latitude" double precision,
	"longitude" double precision,
	CONSTRAINT "directory_unit_sites_uai_position_pk" PRIMARY KEY("uai","position")
);
--> statement-breakpoint
CREATE TABLE "directory_units" (
	"uai" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "unit_kind" NOT NULL,
	"kinds" "unit_kind"[] NOT NULL,
	"nature_code" text,
	"nature_label" text,
	"ministry" "unit_ministry" NOT NULL,
	"sector" "unit_sector",
	"contract" "unit_contract" NOT NULL,
	"commune_code" text,
	"file_commune_code" text,
	"departement_code" text,
	"academie_code" text,
	"region_code" text,
	"circonscription_code" text,
	"bassin_code" text,
	"mother_uai" text,
	"attachment" "unit_attachment",
	"rpi_concentrated" boolean,
	"rpi_dispersed_code" text,
	"address" text,
	"postal_code" text,
	"locality" text,
	"latitude" double precision,
	"longitude" double precision,
	"siret" text,
	"pupils" integer,
	"pupils_source" "headcount_source",
	"pupils_date" date,
	"pupils_seconde" integer,
	"pupils_seconde_source" "headcount_source",
	"pupils_seconde_date" date,
	"education_priority" "education_priority",
	"boarding" boolean,
	"general_track" boolean,
	"technological_track" boolean,
	"vocational_track" boolean,
	"institutional_mail" text,
	"open" boolean NOT NULL,
	"state" "unit_state" NOT NULL,
	"opened_on" date,
	"source_file" text NOT NULL,
	"source_date" date,
	"fictitious" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "equipment_owners" (
	"uai" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"owner_kind" "equipment_owner_kind",
	"owner_code" text,
	"source" text NOT NULL,
	"overridden" boolean DEFAULT false NOT NULL,
	CONSTRAINT "equipment_owners_uai_valid_from_pk" PRIMARY KEY("uai","valid_from")
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"application_id" uuid NOT NULL,
	"question_id" text NOT NULL,
	"retained_value" jsonb,
	"reason" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"corrected_by" uuid NOT NULL,
	"corrected_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "corrections_application_id_question_id_pk" PRIMARY KEY("application_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "examinations" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opinion" text,
	"closed_by" uuid,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "indicator_observations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"indicator_code" text NOT NULL,
	"territory_kind" text NOT NULL,
	"territory_code" text NOT NULL,
	"observed_on" date NOT NULL,
	"numerator" double precision,
	"denominator" double precision,
	"value" double precision,
	"source" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"code" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"unit" text NOT NULL,
	"perimeter" text NOT NULL,
	"definition" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_entries" (
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"number" integer NOT NULL,
	"values_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" text NOT NULL,
	"actor_label" text NOT NULL,
	"action" text NOT NULL,
	"values_digest" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"seal" text NOT NULL,
	"order" bigint GENERATED ALWAYS AS IDENTITY (sequence name "journal_entries_order_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	CONSTRAINT "journal_entries_object_kind_object_id_number_pk" PRIMARY KEY("object_kind","object_id","number")
);
--> statement-breakpoint
CREATE TABLE "journal_heads" (
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"count" integer NOT NULL,
	"hash" text NOT NULL,
	"seal" text NOT NULL,
	CONSTRAINT "journal_heads_object_kind_object_id_pk" PRIMARY KEY("object_kind","object_id")
);
--> statement-breakpoint
CREATE TABLE "journal_values" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"salt" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "acts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"publication_id" uuid NOT NULL,
	"authority_id" text NOT NULL,
	"authority_title" text NOT NULL,
	"signatory" text NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"signed_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "jury_proposals" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"level" smallint NOT NULL,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"uai" text NOT NULL,
	"campaign_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_until" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"published_by" uuid NOT NULL,
	"published_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"organisation_id" uuid,
	"scope_kind" text NOT NULL,
	"scope_code" text DEFAULT '' NOT NULL,
	"campaign_id" uuid,
	"valid_from" date,
	"valid_until" date,
	CONSTRAINT "memberships_scope_code" CHECK (("memberships"."scope_kind" = 'everything') = ("memberships"."scope_code" = ''))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"subtitle" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"title" text,
	"password_hash" text,
	"is_demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"user_agent" text
);
--> statement-breakpoint
CREATE TABLE "single_use_links" (
	"id" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollout_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"item_id" uuid NOT NULL,
	"step" text NOT NULL,
	"quantity" integer NOT NULL,
	"occurred_on" date NOT NULL,
	"corrects_id" uuid,
	"note" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rollout_events_quantity" CHECK ("rollout_events"."quantity" > 0 or ("rollout_events"."corrects_id" is not null and "rollout_events"."quantity" <> 0)),
	CONSTRAINT "rollout_events_reason" CHECK ("rollout_events"."corrects_id" is null or "rollout_events"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "rollout_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"programme_id" uuid NOT NULL,
	"uai" text NOT NULL,
	"planned" integer NOT NULL,
	"ordered" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"installed" integer DEFAULT 0 NOT NULL,
	"starts_on" date,
	"due_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rollout_items_order" CHECK (0 <= "rollout_items"."installed" and "rollout_items"."installed" <= "rollout_items"."delivered" and "rollout_items"."delivered" <= "rollout_items"."ordered" and "rollout_items"."ordered" <= "rollout_items"."planned")
);
--> statement-breakpoint
CREATE TABLE "rollout_programmes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"unit" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"campaign_id" uuid,
	"plan_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rollout_programmes_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "academic_regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "academies" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"academic_region_code" text
);
--> statement-breakpoint
CREATE TABLE "bassins" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"academie_code" text
);
--> statement-breakpoint
CREATE TABLE "circonscriptions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"departement_code" text
);
--> statement-breakpoint
CREATE TABLE "commune_aliases" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" "commune_alias_kind" NOT NULL,
	"commune_code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "communes" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"departement_code" text NOT NULL,
	"region_code" text NOT NULL,
	"epci_siren" text,
	"population" integer,
	"postal_code" text
);
--> statement-breakpoint
CREATE TABLE "departements" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"region_code" text NOT NULL,
	"academie_code" text
);
--> statement-breakpoint
CREATE TABLE "epcis" (
	"siren" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nature" "epci_nature" NOT NULL,
	"population" integer,
	"holds_school_competence" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "regions" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "allocation_lines" ADD CONSTRAINT "allocation_lines_plan_id_allocation_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_lines" ADD CONSTRAINT "allocation_lines_uai_directory_units_uai_fk" FOREIGN KEY ("uai") REFERENCES "public"."directory_units"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_plans" ADD CONSTRAINT "allocation_plans_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_schools" ADD CONSTRAINT "application_schools_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_schools" ADD CONSTRAINT "application_schools_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_schools" ADD CONSTRAINT "application_schools_uai_directory_units_uai_fk" FOREIGN KEY ("uai") REFERENCES "public"."directory_units"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proofs" ADD CONSTRAINT "proofs_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_changes" ADD CONSTRAINT "calendar_changes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_unit_sites" ADD CONSTRAINT "directory_unit_sites_uai_directory_units_uai_fk" FOREIGN KEY ("uai") REFERENCES "public"."directory_units"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_units" ADD CONSTRAINT "directory_units_commune_code_communes_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_units" ADD CONSTRAINT "directory_units_departement_code_departements_code_fk" FOREIGN KEY ("departement_code") REFERENCES "public"."departements"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_units" ADD CONSTRAINT "directory_units_academie_code_academies_code_fk" FOREIGN KEY ("academie_code") REFERENCES "public"."academies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_units" ADD CONSTRAINT "directory_units_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_units" ADD CONSTRAINT "directory_units_circonscription_code_circonscriptions_code_fk" FOREIGN KEY ("circonscription_code") REFERENCES "public"."circonscriptions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_units" ADD CONSTRAINT "directory_units_bassin_code_bassins_code_fk" FOREIGN KEY ("bassin_code") REFERENCES "public"."bassins"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "equipment_owners" ADD CONSTRAINT "equipment_owners_uai_directory_units_uai_fk" FOREIGN KEY ("uai") REFERENCES "public"."directory_units"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "examinations" ADD CONSTRAINT "examinations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_observations" ADD CONSTRAINT "indicator_observations_indicator_code_indicators_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicators"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jury_proposals" ADD CONSTRAINT "jury_proposals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_uai_directory_units_uai_fk" FOREIGN KEY ("uai") REFERENCES "public"."directory_units"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "single_use_links" ADD CONSTRAINT "single_use_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_events" ADD CONSTRAINT "rollout_events_item_id_rollout_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."rollout_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_events" ADD CONSTRAINT "rollout_events_corrects_id_rollout_events_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."rollout_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_items" ADD CONSTRAINT "rollout_items_programme_id_rollout_programmes_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."rollout_programmes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_items" ADD CONSTRAINT "rollout_items_uai_directory_units_uai_fk" FOREIGN KEY ("uai") REFERENCES "public"."directory_units"("uai") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_programmes" ADD CONSTRAINT "rollout_programmes_owner_id_organisations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_programmes" ADD CONSTRAINT "rollout_programmes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rollout_programmes" ADD CONSTRAINT "rollout_programmes_plan_id_allocation_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."allocation_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "academic_regions" ADD CONSTRAINT "academic_regions_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "academies" ADD CONSTRAINT "academies_academic_region_code_academic_regions_code_fk" FOREIGN KEY ("academic_region_code") REFERENCES "public"."academic_regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bassins" ADD CONSTRAINT "bassins_academie_code_academies_code_fk" FOREIGN KEY ("academie_code") REFERENCES "public"."academies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circonscriptions" ADD CONSTRAINT "circonscriptions_departement_code_departements_code_fk" FOREIGN KEY ("departement_code") REFERENCES "public"."departements"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commune_aliases" ADD CONSTRAINT "commune_aliases_commune_code_communes_code_fk" FOREIGN KEY ("commune_code") REFERENCES "public"."communes"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_departement_code_departements_code_fk" FOREIGN KEY ("departement_code") REFERENCES "public"."departements"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "communes" ADD CONSTRAINT "communes_epci_siren_epcis_siren_fk" FOREIGN KEY ("epci_siren") REFERENCES "public"."epcis"("siren") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departements" ADD CONSTRAINT "departements_region_code_regions_code_fk" FOREIGN KEY ("region_code") REFERENCES "public"."regions"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "departements" ADD CONSTRAINT "departements_academie_code_academies_code_fk" FOREIGN KEY ("academie_code") REFERENCES "public"."academies"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_plans_campaign" ON "allocation_plans" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_plans_one_adopted" ON "allocation_plans" USING btree ("campaign_id","entitlement_id") WHERE "allocation_plans"."status" = 'adopted';--> statement-breakpoint
CREATE UNIQUE INDEX "allocation_plans_one_proposed" ON "allocation_plans" USING btree ("campaign_id","entitlement_id") WHERE "allocation_plans"."status" = 'proposed';--> statement-breakpoint
CREATE INDEX "application_schools_uai" ON "application_schools" USING btree ("uai");--> statement-breakpoint
CREATE UNIQUE INDEX "application_schools_one_active" ON "application_schools" USING btree ("campaign_id","uai") WHERE "application_schools"."is_active";--> statement-breakpoint
CREATE INDEX "applications_campaign_status" ON "applications" USING btree ("campaign_id","status");--> statement-breakpoint
CREATE INDEX "proofs_application" ON "proofs" USING btree ("application_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_once" ON "submissions" USING btree ("application_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_receipt" ON "submissions" USING btree ("receipt_number");--> statement-breakpoint
CREATE INDEX "calendar_changes_campaign" ON "calendar_changes" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "campaigns_slug" ON "campaigns" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "directory_units_departement_kind_idx" ON "directory_units" USING btree ("departement_code","kind");--> statement-breakpoint
CREATE INDEX "directory_units_academie_kind_idx" ON "directory_units" USING btree ("academie_code","kind");--> statement-breakpoint
CREATE INDEX "directory_units_commune_idx" ON "directory_units" USING btree ("commune_code");--> statement-breakpoint
CREATE INDEX "directory_units_circonscription_idx" ON "directory_units" USING btree ("circonscription_code");--> statement-breakpoint
CREATE INDEX "directory_units_bassin_idx" ON "directory_units" USING btree ("bassin_code");--> statement-breakpoint
CREATE INDEX "directory_units_mother_idx" ON "directory_units" USING btree ("mother_uai");--> statement-breakpoint
CREATE INDEX "equipment_owners_owner_idx" ON "equipment_owners" USING btree ("owner_kind","owner_code");--> statement-breakpoint
CREATE INDEX "indicator_observations_territory" ON "indicator_observations" USING btree ("territory_kind","territory_code");--> statement-breakpoint
CREATE UNIQUE INDEX "indicator_observations_once" ON "indicator_observations" USING btree ("indicator_code","territory_kind","territory_code","observed_on","source");--> statement-breakpoint
CREATE UNIQUE INDEX "acts_authority" ON "acts" USING btree ("publication_id","authority_id");--> statement-breakpoint
CREATE INDEX "labels_uai" ON "labels" USING btree ("uai");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_once" ON "labels" USING btree ("campaign_id","uai");--> statement-breakpoint
CREATE UNIQUE INDEX "publications_campaign" ON "publications" USING btree ("campaign_id");--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("created_at") WHERE "mails"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "memberships_scope" ON "memberships" USING btree ("scope_kind","scope_code");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_once" ON "memberships" USING btree ("person_id","role","scope_kind","scope_code",coalesce("campaign_id"::text, ''));--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_kind_code" ON "organisations" USING btree ("kind","code");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "single_use_links_person" ON "single_use_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "rollout_events_item" ON "rollout_events" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rollout_items_once" ON "rollout_items" USING btree ("programme_id","uai");--> statement-breakpoint
CREATE INDEX "bassins_academie_idx" ON "bassins" USING btree ("academie_code");--> statement-breakpoint
CREATE INDEX "circonscriptions_departement_idx" ON "circonscriptions" USING btree ("departement_code");--> statement-breakpoint
CREATE INDEX "communes_departement_idx" ON "communes" USING btree ("departement_code");--> statement-breakpoint
CREATE INDEX "communes_epci_idx" ON "communes" USING btree ("epci_siren");--> statement-breakpoint
CREATE INDEX "departements_academie_idx" ON "departements" USING btree ("academie_code");