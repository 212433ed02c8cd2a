CREATE INDEX ix_actor_blocks_name ON actor_blocks (name_key);

CREATE INDEX ix_actor_entities_name ON actor_entities (name_key, document_id);

CREATE INDEX ix_actor_evidence_document_id ON actor_evidence (document_id);

CREATE INDEX ix_actor_evidence_right ON actor_evidence (right_key);

CREATE INDEX ix_actor_links_right ON actor_links (right_key);

CREATE INDEX ix_actor_links_score ON actor_links (score);

CREATE INDEX ix_actor_names_id ON actor_names (id);

CREATE INDEX ix_actor_names_ranked ON actor_names (actor_key, claims, mentions);

CREATE INDEX ix_actor_words_name ON actor_words (name_key);

CREATE INDEX ix_actor_writings_name ON actor_writings (name_key, document_id);

CREATE INDEX ix_actors_name ON actors (name);

CREATE INDEX ix_actors_sort ON actors (sort);

CREATE INDEX ix_chain_links_name ON chain_links (name);

CREATE INDEX ix_chain_links_run_id ON chain_links (run_id);

CREATE INDEX ix_chronology_walk ON chronology (is_dated, sort_day, when_hi, id, when_lo, family);

CREATE INDEX ix_claim_speakers_entity ON claim_speakers (document_id, entity);

CREATE INDEX ix_claims_believed ON claims (manner) WHERE manner = 'thought' AND parent IS NULL AND source <> '[]';

CREATE INDEX ix_claims_force_kind ON claims (force, kind, manner);

CREATE INDEX ix_claims_id ON claims (id);

CREATE INDEX ix_claims_kind_manner ON claims (kind, manner);

CREATE INDEX ix_claims_manner ON claims (manner);

CREATE INDEX ix_claims_run_id ON claims (run_id);

CREATE INDEX ix_counted_figures_document ON counted_figures (document_id);

CREATE INDEX ix_counted_figures_predicate ON counted_figures (predicate);

CREATE INDEX ix_counted_figures_run_id ON counted_figures (run_id);

CREATE INDEX ix_counted_figures_series ON counted_figures (series);

CREATE INDEX ix_date_candidates_run_id ON date_candidates (run_id);

CREATE INDEX ix_date_changes_document ON date_changes (document_id);

CREATE INDEX ix_date_changes_run_id ON date_changes (run_id);

CREATE INDEX ix_date_doubts_doubt ON date_doubts (doubt);

CREATE INDEX ix_date_doubts_run_id ON date_doubts (run_id);

CREATE INDEX ix_dated_passages_document ON dated_passages (document_id);

CREATE INDEX ix_dated_passages_run_id ON dated_passages (run_id);

CREATE INDEX ix_dating_facts_outlet ON dating_facts (outlet_folded, document_id);

CREATE INDEX ix_dating_facts_run_id ON dating_facts (run_id);

CREATE INDEX ix_datings_date ON datings (date_lo, date_hi);

CREATE INDEX ix_datings_doubtful ON datings (doubtful);

CREATE INDEX ix_datings_run_id ON datings (run_id);

CREATE INDEX ix_datings_sort_day ON datings (sort_day, document_id);

CREATE INDEX ix_decision_sides_document_id ON decision_sides (document_id);

CREATE INDEX ix_decisions_document_id ON decisions (document_id);

CREATE INDEX ix_decisions_target ON decisions (target);

CREATE INDEX ix_denials_asserted_claim ON denials (asserted_claim);

CREATE INDEX ix_denials_asserted_document ON denials (asserted_document);

CREATE INDEX ix_denials_denied_claim ON denials (denied_claim);

CREATE INDEX ix_denials_denied_document ON denials (denied_document);

CREATE INDEX ix_denials_kind ON denials (kind);

CREATE INDEX ix_denials_run_id ON denials (run_id);

CREATE INDEX ix_document_flags_flag ON document_flags (flag);

CREATE INDEX ix_document_flags_run_id ON document_flags (run_id);

CREATE INDEX ix_documents_language ON documents (language);

CREATE INDEX ix_documents_outlet_folded ON documents (outlet_folded);

CREATE INDEX ix_documents_run_id ON documents (run_id);

CREATE INDEX ix_documents_sha256 ON documents (sha256);

CREATE INDEX ix_earlier_texts_run_id ON earlier_texts (run_id);

CREATE INDEX ix_echo_members_document_id ON echo_members (document_id);

CREATE INDEX ix_echo_members_group_id ON echo_members (group_id);

CREATE INDEX ix_echoes_evidence ON echoes (evidence);

CREATE INDEX ix_echoes_from_claim ON echoes (from_claim);

CREATE INDEX ix_echoes_from_document ON echoes (from_document);

CREATE INDEX ix_echoes_run_id ON echoes (run_id);

CREATE INDEX ix_echoes_to_claim ON echoes (to_claim);

CREATE INDEX ix_echoes_to_document ON echoes (to_document);

CREATE INDEX ix_event_links_right ON event_links (right_id);

CREATE INDEX ix_event_members_event_id ON event_members (event_id);

CREATE INDEX ix_event_reports_document ON event_reports (document_id, position);

CREATE INDEX ix_event_reports_role ON event_reports (role);

CREATE INDEX ix_event_reports_run_id ON event_reports (run_id);

CREATE INDEX ix_event_reports_status ON event_reports (status);

CREATE INDEX ix_event_ties_right ON event_ties (right_key);

CREATE INDEX ix_event_ties_run_id ON event_ties (run_id);

CREATE INDEX ix_events_run_id ON events (run_id);

CREATE INDEX ix_figure_relations_id ON figure_relations (id);

CREATE INDEX ix_figure_relations_right ON figure_relations (right_key);

CREATE INDEX ix_figure_relations_run_id ON figure_relations (run_id);

CREATE INDEX ix_figure_relations_verdict ON figure_relations (verdict);

CREATE INDEX ix_figure_shelves_figure ON figure_shelves (figure_key);

CREATE INDEX ix_figures_claim_id ON figures (claim_id);

CREATE INDEX ix_figures_id ON figures (id);

CREATE INDEX ix_figures_kind_modifier ON figures (kind, modifier);

CREATE INDEX ix_figures_modifier ON figures (modifier);

CREATE INDEX ix_figures_predicate_kind ON figures (predicate, kind, modifier);

CREATE INDEX ix_figures_run_id ON figures (run_id);

CREATE INDEX ix_fingerprints_document ON fingerprints (document_key, kind);

CREATE INDEX ix_forecast_outcomes_forecast_document ON forecast_outcomes (forecast_document);

CREATE INDEX ix_forecast_outcomes_forecast_id ON forecast_outcomes (forecast_id);

CREATE INDEX ix_forecast_outcomes_report_document ON forecast_outcomes (report_document);

CREATE INDEX ix_forecast_outcomes_run_id ON forecast_outcomes (run_id);

CREATE INDEX ix_forecast_outcomes_status ON forecast_outcomes (status);

CREATE INDEX ix_forecasts_document ON forecasts (document_id, position);

CREATE INDEX ix_forecasts_kind ON forecasts (kind);

CREATE INDEX ix_forecasts_rank ON forecasts (rank_day, document_id, position);

CREATE INDEX ix_forecasts_run_id ON forecasts (run_id);

CREATE INDEX ix_forecasts_window ON forecasts (window_hi);

CREATE INDEX ix_furniture_run_id ON furniture (run_id);

CREATE INDEX ix_joint_speakers_entity ON joint_speakers (document_id, entity);

CREATE INDEX ix_locations_run_id ON locations (run_id);

CREATE INDEX ix_log_target ON log (target);

CREATE INDEX ix_mentions_run_id ON mentions (run_id);

CREATE INDEX ix_passage_keys_passage ON passage_keys (passage_key);

CREATE INDEX ix_place_mentions_around ON place_mentions (within_id, place_id);

CREATE INDEX ix_place_mentions_counted ON place_mentions (place_id, document_id, people, score);

CREATE INDEX ix_place_mentions_run_id ON place_mentions (run_id);

CREATE INDEX ix_place_names_folded ON place_names (folded);

CREATE INDEX ix_place_ties_document_id ON place_ties (document_id);

CREATE INDEX ix_place_ties_right ON place_ties (right_id);

CREATE INDEX ix_places_country ON places (country);

CREATE INDEX ix_places_folded ON places (folded);

CREATE INDEX ix_places_kind ON places (kind);

CREATE INDEX ix_places_shown_as ON places (shown_as);

CREATE INDEX ix_places_stem ON places (stem, sort);

CREATE UNIQUE INDEX ix_problems_open ON problems (path) WHERE cleared IS NULL;

CREATE INDEX ix_problems_run_id ON problems (run_id);

CREATE INDEX ix_quote_pairs_kind ON quote_pairs (kind);

CREATE INDEX ix_quote_pairs_left_claim ON quote_pairs (left_claim);

CREATE INDEX ix_quote_pairs_left_document ON quote_pairs (left_document);

CREATE INDEX ix_quote_pairs_right_claim ON quote_pairs (right_claim);

CREATE INDEX ix_quote_pairs_right_document ON quote_pairs (right_document);

CREATE INDEX ix_quote_pairs_run_id ON quote_pairs (run_id);

CREATE INDEX ix_readings_run_id ON readings (run_id);

CREATE INDEX ix_reported_events_document_id ON reported_events (document_id);

CREATE INDEX ix_reported_events_run_id ON reported_events (run_id);

CREATE INDEX ix_reuse_kind ON reuse (kind);

CREATE INDEX ix_reuse_run_id ON reuse (run_id);

CREATE INDEX ix_reuse_to_document ON reuse (to_document);

CREATE INDEX ix_review_documents_record ON review_documents (kind, record_id);

CREATE INDEX ix_review_queue_document ON review_queue (document_id);

CREATE INDEX ix_review_queue_kind ON review_queue (kind, rank, place, record_id);

CREATE INDEX ix_review_queue_other ON review_queue (other_document_id);

CREATE INDEX ix_review_queue_record ON review_queue (record_id);

CREATE INDEX ix_reviews_state ON reviews (kind, state, record_id);

CREATE INDEX ix_settled_dates_date ON settled_dates (date_lo, date_hi);

CREATE INDEX ix_settled_dates_doubtful ON settled_dates (doubtful);

CREATE INDEX ix_settled_dates_due ON settled_dates (document_id) WHERE due = 1;

CREATE INDEX ix_settled_dates_run_id ON settled_dates (run_id);

CREATE INDEX ix_settled_dates_walk ON settled_dates (sort_day, document_id, date_lo, date_hi, said_lo, said_hi, as_of_lo, as_of_hi);

CREATE INDEX ix_statement_words_run_id ON statement_words (run_id);

CREATE INDEX ix_story_documents_story_key ON story_documents (story_key);

CREATE INDEX ix_texts_run_id ON texts (run_id);

CREATE INDEX ix_timexes_calendar ON timexes (time_lo, time_hi, document_id, position) WHERE time_lo IS NOT NULL AND type IN ('DATE', 'TIME') AND substr(value, -4) <> '_REF';

CREATE INDEX ix_timexes_run_id ON timexes (run_id);

CREATE TABLE actor_blocks (
	block INTEGER NOT NULL, 
	name_key INTEGER NOT NULL, 
	CONSTRAINT pk_actor_blocks PRIMARY KEY (block, name_key), 
	CONSTRAINT fk_actor_blocks_name_key FOREIGN KEY(name_key) REFERENCES actor_names ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE actor_documents (
	document_id TEXT NOT NULL, 
	CONSTRAINT pk_actor_documents PRIMARY KEY (document_id), 
	CONSTRAINT fk_actor_documents_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE actor_entities (
	document_id TEXT NOT NULL, 
	entity INTEGER NOT NULL, 
	name_key INTEGER NOT NULL, 
	CONSTRAINT pk_actor_entities PRIMARY KEY (document_id, entity), 
	CONSTRAINT fk_actor_entities_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_actor_entities_name_key FOREIGN KEY(name_key) REFERENCES actor_names ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE actor_evidence (
	left_key INTEGER NOT NULL, 
	right_key INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	span TEXT, 
	reason TEXT, 
	CONSTRAINT pk_actor_evidence PRIMARY KEY (left_key, right_key, basis, document_id), 
	CONSTRAINT fk_actor_evidence_left_key FOREIGN KEY(left_key) REFERENCES actor_names ("key"), 
	CONSTRAINT fk_actor_evidence_right_key FOREIGN KEY(right_key) REFERENCES actor_names ("key"), 
	CONSTRAINT fk_actor_evidence_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE actor_links (
	left_key INTEGER NOT NULL, 
	right_key INTEGER NOT NULL, 
	relation TEXT NOT NULL, 
	score REAL NOT NULL, 
	reasons TEXT NOT NULL, 
	told INTEGER NOT NULL, 
	apart TEXT, 
	parted INTEGER NOT NULL, 
	CONSTRAINT pk_actor_links PRIMARY KEY (left_key, right_key), 
	CONSTRAINT fk_actor_links_left_key FOREIGN KEY(left_key) REFERENCES actor_names ("key"), 
	CONSTRAINT fk_actor_links_right_key FOREIGN KEY(right_key) REFERENCES actor_names ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE actor_names (
	"key" INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	id TEXT NOT NULL, 
	sort TEXT NOT NULL, 
	text TEXT NOT NULL, 
	words TEXT NOT NULL, 
	head INTEGER NOT NULL, 
	acronym INTEGER NOT NULL, 
	facility INTEGER NOT NULL, 
	mentions INTEGER NOT NULL, 
	documents INTEGER NOT NULL, 
	"full" INTEGER NOT NULL, 
	actor_key INTEGER, 
	claims INTEGER NOT NULL, 
	CONSTRAINT pk_actor_names PRIMARY KEY ("key"), 
	CONSTRAINT uq_actor_names_name UNIQUE (name), 
	CONSTRAINT fk_actor_names_actor_key FOREIGN KEY(actor_key) REFERENCES actors ("key")
)
 STRICT;

CREATE TABLE actor_words (
	word TEXT NOT NULL, 
	name_key INTEGER NOT NULL, 
	CONSTRAINT pk_actor_words PRIMARY KEY (word, name_key), 
	CONSTRAINT fk_actor_words_name_key FOREIGN KEY(name_key) REFERENCES actor_names ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE actor_writings (
	name_key INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	span TEXT NOT NULL, 
	CONSTRAINT pk_actor_writings PRIMARY KEY (document_id, name_key), 
	CONSTRAINT fk_actor_writings_name_key FOREIGN KEY(name_key) REFERENCES actor_names ("key"), 
	CONSTRAINT fk_actor_writings_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE actors (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sort TEXT NOT NULL, 
	CONSTRAINT pk_actors PRIMARY KEY ("key"), 
	CONSTRAINT uq_actors_id UNIQUE (id)
)
 STRICT;

CREATE TABLE case_info (
	id INTEGER NOT NULL CONSTRAINT ck_case_info_one_row CHECK (id = 1), 
	uuid TEXT NOT NULL, 
	name TEXT NOT NULL, 
	created TEXT NOT NULL, 
	tool_version TEXT NOT NULL, 
	CONSTRAINT pk_case_info PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE chain_links (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	original_span TEXT, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_chain_links PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_chain_links_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_chain_links_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE chronology (
	id TEXT NOT NULL, 
	when_lo TEXT, 
	when_hi TEXT, 
	sort_day TEXT NOT NULL, 
	is_dated INTEGER NOT NULL, 
	anchor TEXT NOT NULL, 
	family TEXT NOT NULL, 
	mode TEXT, 
	status TEXT NOT NULL, 
	headline TEXT NOT NULL, 
	place TEXT, 
	reports INTEGER NOT NULL, 
	documents INTEGER NOT NULL, 
	CONSTRAINT pk_chronology PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE claim_places (
	place_id TEXT NOT NULL, 
	claim_key INTEGER NOT NULL, 
	CONSTRAINT pk_claim_places PRIMARY KEY (place_id, claim_key), 
	CONSTRAINT fk_claim_places_place_id FOREIGN KEY(place_id) REFERENCES places (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE claim_speakers (
	claim_key INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	entity INTEGER NOT NULL, 
	CONSTRAINT pk_claim_speakers PRIMARY KEY (claim_key), 
	CONSTRAINT fk_claim_speakers_claim_key FOREIGN KEY(claim_key) REFERENCES claims ("key"), 
	CONSTRAINT fk_claim_speakers_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE claims (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	cue TEXT NOT NULL, 
	content TEXT NOT NULL, 
	words TEXT NOT NULL, 
	source_words TEXT NOT NULL, 
	described TEXT, 
	kind TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	speaker TEXT, 
	manner TEXT, 
	force TEXT, 
	polarity TEXT, 
	hedges TEXT NOT NULL, 
	said_lo TEXT, 
	said_hi TEXT, 
	parent TEXT, 
	run_id INTEGER NOT NULL, 
	via TEXT, 
	CONSTRAINT pk_claims PRIMARY KEY ("key"), 
	CONSTRAINT uq_claims_document_id_position UNIQUE (document_id, position), 
	CONSTRAINT fk_claims_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_claims_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE VIRTUAL TABLE claims_fts USING fts5(words, speaker, source_words, content='claims', content_rowid='key', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE 'claims_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'claims_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'claims_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'claims_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE counted_figures (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	figure_id TEXT NOT NULL, 
	series TEXT NOT NULL, 
	day INTEGER NOT NULL, 
	lo TEXT, 
	hi TEXT, 
	lo_open INTEGER NOT NULL, 
	hi_open INTEGER NOT NULL, 
	soft INTEGER NOT NULL, 
	modifier TEXT NOT NULL, 
	best TEXT, 
	kind TEXT NOT NULL, 
	unit TEXT, 
	head TEXT, 
	restrictors TEXT NOT NULL, 
	type TEXT, 
	owner TEXT, 
	inclusions TEXT NOT NULL, 
	predicate TEXT NOT NULL, 
	leaning TEXT, 
	polarity TEXT, 
	modality TEXT, 
	accrual TEXT, 
	place TEXT, 
	place_parents TEXT NOT NULL, 
	place_stated INTEGER NOT NULL, 
	central INTEGER NOT NULL, 
	by_place INTEGER NOT NULL, 
	matter TEXT NOT NULL, 
	event TEXT, 
	as_of_lo TEXT, 
	as_of_hi TEXT, 
	as_of_stated INTEGER NOT NULL, 
	period_lo TEXT, 
	period_hi TEXT, 
	claimant TEXT, 
	official INTEGER NOT NULL, 
	basis TEXT, 
	origin TEXT, 
	written_lo TEXT, 
	written_hi TEXT, 
	part_of TEXT, 
	same_as TEXT, 
	rivals TEXT NOT NULL, 
	together TEXT, 
	grounds TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_counted_figures PRIMARY KEY ("key"), 
	CONSTRAINT fk_counted_figures_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT uq_counted_figures_figure_id UNIQUE (figure_id), 
	CONSTRAINT fk_counted_figures_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE date_candidates (
	document_id TEXT NOT NULL, 
	layer TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	date_lo TEXT, 
	date_hi TEXT, 
	basis TEXT NOT NULL, 
	weight REAL NOT NULL, 
	original_spans TEXT NOT NULL, 
	written TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	modified INTEGER NOT NULL, 
	alternatives TEXT NOT NULL, 
	chosen INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_date_candidates PRIMARY KEY (document_id, layer, position), 
	CONSTRAINT fk_date_candidates_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_date_candidates_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE date_changes (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	at TEXT NOT NULL, 
	old_lo TEXT, 
	old_hi TEXT, 
	new_lo TEXT, 
	new_hi TEXT, 
	reason TEXT NOT NULL, 
	decision INTEGER, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_date_changes PRIMARY KEY ("key"), 
	CONSTRAINT fk_date_changes_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_date_changes_decision FOREIGN KEY(decision) REFERENCES decisions (sequence), 
	CONSTRAINT fk_date_changes_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE date_doubts (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	doubt TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	candidates TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_date_doubts PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_date_doubts_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_date_doubts_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE dated_passages (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span TEXT NOT NULL, 
	clue_span TEXT NOT NULL, 
	written TEXT NOT NULL, 
	weekday INTEGER, 
	year INTEGER, 
	month INTEGER, 
	day INTEGER, 
	back INTEGER, 
	names TEXT NOT NULL, 
	words TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_dated_passages PRIMARY KEY ("key"), 
	CONSTRAINT fk_dated_passages_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_dated_passages_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE dating_facts (
	document_id TEXT NOT NULL, 
	outlet_folded TEXT, 
	weekdays TEXT NOT NULL, 
	named INTEGER NOT NULL, 
	lag INTEGER, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_dating_facts PRIMARY KEY (document_id), 
	CONSTRAINT fk_dating_facts_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_dating_facts_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE datings (
	document_id TEXT NOT NULL, 
	date_lo TEXT, 
	date_hi TEXT, 
	sort_day TEXT NOT NULL, 
	chosen TEXT NOT NULL, 
	reasons TEXT NOT NULL, 
	doubtful INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_datings PRIMARY KEY (document_id), 
	CONSTRAINT fk_datings_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_datings_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE decision_sides (
	sequence INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	spans TEXT NOT NULL, 
	CONSTRAINT pk_decision_sides PRIMARY KEY (sequence), 
	CONSTRAINT fk_decision_sides_sequence FOREIGN KEY(sequence) REFERENCES decisions (sequence), 
	CONSTRAINT fk_decision_sides_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE decisions (
	sequence INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	target TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	spans TEXT NOT NULL, 
	field TEXT, 
	old TEXT, 
	new TEXT, 
	CONSTRAINT pk_decisions PRIMARY KEY (sequence), 
	CONSTRAINT fk_decisions_sequence FOREIGN KEY(sequence) REFERENCES log (sequence), 
	CONSTRAINT fk_decisions_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE denials (
	id TEXT NOT NULL, 
	asserted_document TEXT NOT NULL, 
	asserted_claim TEXT NOT NULL, 
	denied_document TEXT NOT NULL, 
	denied_claim TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	same_speaker INTEGER, 
	asserted_first INTEGER, 
	share REAL NOT NULL, 
	asserted_spans TEXT NOT NULL, 
	denied_spans TEXT NOT NULL, 
	through TEXT, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_denials PRIMARY KEY (id), 
	CONSTRAINT fk_denials_asserted_document FOREIGN KEY(asserted_document) REFERENCES documents (id), 
	CONSTRAINT fk_denials_denied_document FOREIGN KEY(denied_document) REFERENCES documents (id), 
	CONSTRAINT fk_denials_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE document_flags (
	document_id TEXT NOT NULL, 
	flag TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_document_flags PRIMARY KEY (document_id, flag), 
	CONSTRAINT fk_document_flags_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_document_flags_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE documents (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	path TEXT NOT NULL, 
	address TEXT, 
	retrieved TEXT, 
	framing TEXT, 
	title TEXT, 
	title_span TEXT, 
	byline TEXT NOT NULL, 
	outlet TEXT, 
	outlet_folded TEXT, 
	language TEXT, 
	added TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_documents PRIMARY KEY ("key"), 
	CONSTRAINT uq_documents_id UNIQUE (id), 
	CONSTRAINT fk_documents_sha256 FOREIGN KEY(sha256) REFERENCES originals (sha256), 
	CONSTRAINT fk_documents_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE earlier_texts (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	characters INTEGER NOT NULL, 
	extractor TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	original_length INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	page_starts TEXT NOT NULL, 
	text TEXT NOT NULL, 
	text_map TEXT NOT NULL, 
	CONSTRAINT pk_earlier_texts PRIMARY KEY ("key"), 
	CONSTRAINT uq_earlier_texts_document_id_sha256 UNIQUE (document_id, sha256), 
	CONSTRAINT fk_earlier_texts_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_earlier_texts_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE echo_members (
	claim_id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	group_id TEXT NOT NULL, 
	CONSTRAINT pk_echo_members PRIMARY KEY (claim_id), 
	CONSTRAINT fk_echo_members_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE echoes (
	id TEXT NOT NULL, 
	from_document TEXT NOT NULL, 
	from_claim TEXT NOT NULL, 
	to_document TEXT NOT NULL, 
	to_claim TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	share REAL NOT NULL, 
	from_spans TEXT NOT NULL, 
	to_spans TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_echoes PRIMARY KEY (id), 
	CONSTRAINT fk_echoes_from_document FOREIGN KEY(from_document) REFERENCES documents (id), 
	CONSTRAINT fk_echoes_to_document FOREIGN KEY(to_document) REFERENCES documents (id), 
	CONSTRAINT fk_echoes_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE event_keys (
	"key" INTEGER NOT NULL, 
	report_key INTEGER NOT NULL, 
	CONSTRAINT pk_event_keys PRIMARY KEY ("key", report_key)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event_links (
	left_id TEXT NOT NULL, 
	right_id TEXT NOT NULL, 
	score REAL NOT NULL, 
	weights TEXT NOT NULL, 
	CONSTRAINT pk_event_links PRIMARY KEY (left_id, right_id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event_members (
	report_key INTEGER NOT NULL, 
	report_id TEXT NOT NULL, 
	event_id TEXT NOT NULL, 
	CONSTRAINT pk_event_members PRIMARY KEY (report_key), 
	CONSTRAINT fk_event_members_report_key FOREIGN KEY(report_key) REFERENCES event_reports ("key"), 
	CONSTRAINT uq_event_members_report_id UNIQUE (report_id)
)
 STRICT;

CREATE TABLE event_people (
	report_key INTEGER NOT NULL, 
	entity INTEGER NOT NULL, 
	CONSTRAINT pk_event_people PRIMARY KEY (report_key, entity), 
	CONSTRAINT fk_event_people_report_key FOREIGN KEY(report_key) REFERENCES event_reports ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event_places (
	place_id TEXT NOT NULL, 
	report_key INTEGER NOT NULL, 
	CONSTRAINT pk_event_places PRIMARY KEY (place_id, report_key), 
	CONSTRAINT fk_event_places_place_id FOREIGN KEY(place_id) REFERENCES places (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event_reports (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	"trigger" TEXT NOT NULL, 
	clause TEXT NOT NULL, 
	words TEXT NOT NULL, 
	family TEXT NOT NULL, 
	mode TEXT, 
	lemma TEXT NOT NULL, 
	role TEXT NOT NULL, 
	status TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	anchor TEXT NOT NULL, 
	time_lo TEXT, 
	time_hi TEXT, 
	time_span TEXT, 
	alternatives TEXT NOT NULL, 
	place_span TEXT, 
	place TEXT, 
	participants TEXT NOT NULL, 
	figures TEXT NOT NULL, 
	claim_id TEXT, 
	lead INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_event_reports PRIMARY KEY ("key"), 
	CONSTRAINT fk_event_reports_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT uq_event_reports_id UNIQUE (id), 
	CONSTRAINT fk_event_reports_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE VIRTUAL TABLE event_reports_fts USING fts5(words, place, content='event_reports', content_rowid='key', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE 'event_reports_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'event_reports_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'event_reports_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'event_reports_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE event_ties (
	left_key INTEGER NOT NULL, 
	right_key INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_event_ties PRIMARY KEY (left_key, right_key), 
	CONSTRAINT fk_event_ties_left_key FOREIGN KEY(left_key) REFERENCES dated_passages ("key"), 
	CONSTRAINT fk_event_ties_right_key FOREIGN KEY(right_key) REFERENCES dated_passages ("key"), 
	CONSTRAINT fk_event_ties_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE event_traits (
	report_key INTEGER NOT NULL, 
	sentence TEXT NOT NULL, 
	place TEXT, 
	place_parents TEXT NOT NULL, 
	names TEXT NOT NULL, 
	told TEXT NOT NULL, 
	figure_values TEXT NOT NULL, 
	CONSTRAINT pk_event_traits PRIMARY KEY (report_key), 
	CONSTRAINT fk_event_traits_report_key FOREIGN KEY(report_key) REFERENCES event_reports ("key")
)
 STRICT;

CREATE TABLE events (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span TEXT NOT NULL, 
	words TEXT NOT NULL, 
	type TEXT NOT NULL, 
	status TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_events PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_events_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_events_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE figure_places (
	place_id TEXT NOT NULL, 
	figure_key INTEGER NOT NULL, 
	CONSTRAINT pk_figure_places PRIMARY KEY (place_id, figure_key), 
	CONSTRAINT fk_figure_places_place_id FOREIGN KEY(place_id) REFERENCES places (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE figure_relations (
	left_key INTEGER NOT NULL, 
	right_key INTEGER NOT NULL, 
	verdict TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	left_spans TEXT NOT NULL, 
	right_spans TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	CONSTRAINT pk_figure_relations PRIMARY KEY (left_key, right_key), 
	CONSTRAINT fk_figure_relations_left_key FOREIGN KEY(left_key) REFERENCES counted_figures ("key"), 
	CONSTRAINT fk_figure_relations_right_key FOREIGN KEY(right_key) REFERENCES counted_figures ("key"), 
	CONSTRAINT fk_figure_relations_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE figure_shelves (
	cell INTEGER NOT NULL, 
	day INTEGER NOT NULL, 
	figure_key INTEGER NOT NULL, 
	CONSTRAINT pk_figure_shelves PRIMARY KEY (cell, day, figure_key), 
	CONSTRAINT fk_figure_shelves_figure_key FOREIGN KEY(figure_key) REFERENCES counted_figures ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE figures (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	span TEXT NOT NULL, 
	words TEXT NOT NULL, 
	number_span TEXT NOT NULL, 
	best TEXT, 
	lo TEXT, 
	hi TEXT, 
	lo_open INTEGER NOT NULL, 
	hi_open INTEGER NOT NULL, 
	soft INTEGER NOT NULL, 
	modifier TEXT NOT NULL, 
	modifier_span TEXT, 
	kind TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	unit TEXT, 
	unit_span TEXT, 
	counted_span TEXT, 
	counted_head_span TEXT, 
	counted TEXT, 
	change TEXT, 
	whole INTEGER, 
	predicate TEXT, 
	accrual TEXT, 
	modality TEXT, 
	place_span TEXT, 
	place TEXT, 
	as_of_lo TEXT, 
	as_of_hi TEXT, 
	claim_id TEXT, 
	part_of TEXT, 
	run_id INTEGER NOT NULL, 
	predicate_span TEXT, 
	setting_span TEXT, 
	time_span TEXT, 
	leaning TEXT, 
	CONSTRAINT pk_figures PRIMARY KEY ("key"), 
	CONSTRAINT uq_figures_document_id_position UNIQUE (document_id, position), 
	CONSTRAINT fk_figures_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_figures_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE VIRTUAL TABLE figures_fts USING fts5(words, counted, predicate, place, content='figures', content_rowid='key', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE 'figures_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'figures_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'figures_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'figures_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE fingerprints (
	kind TEXT NOT NULL, 
	"key" INTEGER NOT NULL, 
	document_key INTEGER NOT NULL, 
	CONSTRAINT pk_fingerprints PRIMARY KEY (kind, "key", document_key), 
	CONSTRAINT fk_fingerprints_document_key FOREIGN KEY(document_key) REFERENCES documents ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE forecast_keys (
	cell INTEGER NOT NULL, 
	reported INTEGER NOT NULL, 
	day INTEGER NOT NULL, 
	row_key INTEGER NOT NULL, 
	CONSTRAINT pk_forecast_keys PRIMARY KEY (cell, reported, day, row_key)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE forecast_outcomes (
	id TEXT NOT NULL, 
	forecast_document TEXT NOT NULL, 
	forecast_id TEXT NOT NULL, 
	forecast_spans TEXT NOT NULL, 
	forecast_event TEXT NOT NULL, 
	report_document TEXT NOT NULL, 
	report_spans TEXT NOT NULL, 
	report_event TEXT NOT NULL, 
	happened_lo TEXT, 
	happened_hi TEXT, 
	status TEXT NOT NULL, 
	score REAL NOT NULL, 
	reasons TEXT NOT NULL, 
	within_window INTEGER, 
	lead_least INTEGER NOT NULL, 
	lead_most INTEGER, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_forecast_outcomes PRIMARY KEY (id), 
	CONSTRAINT fk_forecast_outcomes_forecast_document FOREIGN KEY(forecast_document) REFERENCES documents (id), 
	CONSTRAINT fk_forecast_outcomes_report_document FOREIGN KEY(report_document) REFERENCES documents (id), 
	CONSTRAINT fk_forecast_outcomes_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE forecasts (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	spans TEXT NOT NULL, 
	words TEXT NOT NULL, 
	cue TEXT NOT NULL, 
	claim_id TEXT, 
	speaker TEXT, 
	source TEXT NOT NULL, 
	source_words TEXT NOT NULL, 
	said_lo TEXT, 
	said_hi TEXT, 
	"trigger" TEXT, 
	trigger_words TEXT, 
	family TEXT, 
	negated INTEGER NOT NULL, 
	who TEXT NOT NULL, 
	whom TEXT NOT NULL, 
	place TEXT NOT NULL, 
	place_words TEXT NOT NULL, 
	figures TEXT NOT NULL, 
	window_lo TEXT, 
	window_hi TEXT, 
	window_spans TEXT, 
	window_rule TEXT, 
	window_soft INTEGER NOT NULL, 
	likelihood TEXT NOT NULL, 
	conditions TEXT NOT NULL, 
	told TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	rank_day TEXT NOT NULL, 
	CONSTRAINT pk_forecasts PRIMARY KEY ("key"), 
	CONSTRAINT fk_forecasts_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT uq_forecasts_id UNIQUE (id), 
	CONSTRAINT fk_forecasts_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE VIRTUAL TABLE forecasts_fts USING fts5(words, speaker, source_words, place_words, content='forecasts', content_rowid='key', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE 'forecasts_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'forecasts_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'forecasts_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'forecasts_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE furniture (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	original_span TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_furniture PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_furniture_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_furniture_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE joint_speakers (
	claim_key INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	entity INTEGER NOT NULL, 
	CONSTRAINT pk_joint_speakers PRIMARY KEY (claim_key, entity), 
	CONSTRAINT fk_joint_speakers_claim_key FOREIGN KEY(claim_key) REFERENCES claims ("key"), 
	CONSTRAINT fk_joint_speakers_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE locations (
	document_id TEXT NOT NULL, 
	path TEXT NOT NULL, 
	seen TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_locations PRIMARY KEY (document_id, path), 
	CONSTRAINT fk_locations_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_locations_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE log (
	sequence INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	tool_version TEXT NOT NULL, 
	action TEXT NOT NULL, 
	target TEXT NOT NULL, 
	old TEXT, 
	new TEXT, 
	reason TEXT, 
	previous TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_log PRIMARY KEY (sequence)
)
 STRICT;

CREATE TABLE mentions (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span TEXT NOT NULL, 
	words TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	entity INTEGER NOT NULL, 
	name TEXT, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_mentions PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_mentions_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_mentions_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE originals (
	sha256 TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	CONSTRAINT pk_originals PRIMARY KEY (sha256)
)
 STRICT;

CREATE TABLE passage_keys (
	"key" INTEGER NOT NULL, 
	passage_key INTEGER NOT NULL, 
	CONSTRAINT pk_passage_keys PRIMARY KEY ("key", passage_key), 
	CONSTRAINT fk_passage_keys_passage_key FOREIGN KEY(passage_key) REFERENCES dated_passages ("key")
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE place_counts (
	place_id TEXT NOT NULL, 
	documents INTEGER NOT NULL, 
	mentions INTEGER NOT NULL, 
	score REAL NOT NULL, 
	CONSTRAINT pk_place_counts PRIMARY KEY (place_id), 
	CONSTRAINT fk_place_counts_place_id FOREIGN KEY(place_id) REFERENCES places (id)
)
 STRICT;

CREATE TABLE place_mentions (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span TEXT NOT NULL, 
	words TEXT NOT NULL, 
	name TEXT NOT NULL, 
	place_id TEXT, 
	within_id TEXT, 
	score REAL NOT NULL, 
	rule TEXT NOT NULL, 
	part TEXT, 
	people INTEGER NOT NULL, 
	alternatives TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_place_mentions PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_place_mentions_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_place_mentions_place_id FOREIGN KEY(place_id) REFERENCES places (id), 
	CONSTRAINT fk_place_mentions_within_id FOREIGN KEY(within_id) REFERENCES places (id), 
	CONSTRAINT fk_place_mentions_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE place_names (
	place_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	mentions INTEGER NOT NULL, 
	CONSTRAINT pk_place_names PRIMARY KEY (place_id, name), 
	CONSTRAINT fk_place_names_place_id FOREIGN KEY(place_id) REFERENCES places (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE place_ties (
	left_id TEXT NOT NULL, 
	right_id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	span TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	CONSTRAINT pk_place_ties PRIMARY KEY (left_id, right_id, document_id), 
	CONSTRAINT fk_place_ties_left_id FOREIGN KEY(left_id) REFERENCES places (id), 
	CONSTRAINT fk_place_ties_right_id FOREIGN KEY(right_id) REFERENCES places (id), 
	CONSTRAINT fk_place_ties_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE places (
	id TEXT NOT NULL, 
	place_key TEXT NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	latitude REAL, 
	longitude REAL, 
	country TEXT, 
	country_name TEXT, 
	area TEXT, 
	geonames INTEGER, 
	population INTEGER, 
	stem TEXT, 
	sort TEXT, 
	shown_as TEXT NOT NULL, 
	CONSTRAINT pk_places PRIMARY KEY (id), 
	CONSTRAINT uq_places_place_key UNIQUE (place_key)
)
 STRICT;

CREATE TABLE problems (
	"key" INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	problem TEXT NOT NULL, 
	sha256 TEXT, 
	at TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	cleared TEXT, 
	cleared_run_id INTEGER, 
	CONSTRAINT pk_problems PRIMARY KEY ("key"), 
	CONSTRAINT fk_problems_run_id FOREIGN KEY(run_id) REFERENCES runs (id), 
	CONSTRAINT fk_problems_cleared_run_id FOREIGN KEY(cleared_run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE queued_documents (
	document_id TEXT NOT NULL, 
	rules INTEGER NOT NULL, 
	CONSTRAINT pk_queued_documents PRIMARY KEY (document_id), 
	CONSTRAINT fk_queued_documents_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 STRICT;

CREATE TABLE quote_pairs (
	id TEXT NOT NULL, 
	left_document TEXT NOT NULL, 
	left_claim TEXT NOT NULL, 
	right_document TEXT NOT NULL, 
	right_claim TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	concerns TEXT NOT NULL, 
	same_speaker INTEGER, 
	share REAL NOT NULL, 
	nearness REAL, 
	differences TEXT NOT NULL, 
	left_notes TEXT NOT NULL, 
	right_notes TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_quote_pairs PRIMARY KEY (id), 
	CONSTRAINT fk_quote_pairs_left_document FOREIGN KEY(left_document) REFERENCES documents (id), 
	CONSTRAINT fk_quote_pairs_right_document FOREIGN KEY(right_document) REFERENCES documents (id), 
	CONSTRAINT fk_quote_pairs_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE readings (
	document_id TEXT NOT NULL, 
	paragraphs TEXT NOT NULL, 
	sentences TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_readings PRIMARY KEY (document_id), 
	CONSTRAINT fk_readings_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_readings_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE reported_events (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	span TEXT NOT NULL, 
	happened_lo TEXT, 
	happened_hi TEXT, 
	written_lo TEXT, 
	written_hi TEXT, 
	partly INTEGER NOT NULL, 
	told TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_reported_events PRIMARY KEY ("key"), 
	CONSTRAINT fk_reported_events_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_reported_events_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE reuse (
	from_document TEXT NOT NULL, 
	to_document TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	score REAL NOT NULL, 
	from_spans TEXT NOT NULL, 
	to_spans TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_reuse PRIMARY KEY (from_document, to_document, kind), 
	CONSTRAINT fk_reuse_from_document FOREIGN KEY(from_document) REFERENCES documents (id), 
	CONSTRAINT fk_reuse_to_document FOREIGN KEY(to_document) REFERENCES documents (id), 
	CONSTRAINT fk_reuse_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE review_documents (
	document_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	CONSTRAINT pk_review_documents PRIMARY KEY (document_id, kind, record_id), 
	CONSTRAINT fk_review_documents_document_id FOREIGN KEY(document_id) REFERENCES documents (id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE review_queue (
	rank INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	why TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	other_document_id TEXT, 
	left_id TEXT, 
	right_id TEXT, 
	CONSTRAINT pk_review_queue PRIMARY KEY (rank, place, record_id)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE reviews (
	kind TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	edits TEXT NOT NULL, 
	comments INTEGER NOT NULL, 
	actor TEXT NOT NULL, 
	at TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	outdated INTEGER NOT NULL, 
	CONSTRAINT pk_reviews PRIMARY KEY (kind, record_id), 
	CONSTRAINT fk_reviews_sequence FOREIGN KEY(sequence) REFERENCES decisions (sequence)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE runs (
	id INTEGER NOT NULL, 
	started TEXT NOT NULL, 
	finished TEXT, 
	versions TEXT NOT NULL, 
	added INTEGER, 
	already_there INTEGER, 
	failed INTEGER, 
	CONSTRAINT pk_runs PRIMARY KEY (id)
)
 STRICT;

CREATE TABLE settled_dates (
	document_id TEXT NOT NULL, 
	date_lo TEXT, 
	date_hi TEXT, 
	sort_day TEXT NOT NULL, 
	doubtful INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	found_lo TEXT, 
	found_hi TEXT, 
	reasons TEXT NOT NULL, 
	grounds TEXT NOT NULL, 
	doubts TEXT NOT NULL, 
	decision INTEGER, 
	due INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	said_lo TEXT, 
	said_hi TEXT, 
	as_of_lo TEXT, 
	as_of_hi TEXT, 
	CONSTRAINT pk_settled_dates PRIMARY KEY (document_id), 
	CONSTRAINT fk_settled_dates_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_settled_dates_decision FOREIGN KEY(decision) REFERENCES decisions (sequence), 
	CONSTRAINT fk_settled_dates_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE statement_keys (
	"key" INTEGER NOT NULL, 
	claim_key INTEGER NOT NULL, 
	CONSTRAINT pk_statement_keys PRIMARY KEY ("key", claim_key)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE statement_words (
	document_id TEXT NOT NULL, 
	words TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_statement_words PRIMARY KEY (document_id), 
	CONSTRAINT fk_statement_words_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_statement_words_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TABLE stories (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	documents INTEGER NOT NULL, 
	square REAL NOT NULL, 
	terms TEXT NOT NULL, 
	CONSTRAINT pk_stories PRIMARY KEY ("key"), 
	CONSTRAINT uq_stories_id UNIQUE (id)
)
 STRICT;

CREATE TABLE story_documents (
	document_id TEXT NOT NULL, 
	story_key INTEGER NOT NULL, 
	CONSTRAINT pk_story_documents PRIMARY KEY (document_id), 
	CONSTRAINT fk_story_documents_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_story_documents_story_key FOREIGN KEY(story_key) REFERENCES stories ("key")
)
 STRICT;

CREATE TABLE story_keys (
	"key" INTEGER NOT NULL, 
	story_key INTEGER NOT NULL, 
	CONSTRAINT pk_story_keys PRIMARY KEY ("key", story_key)
)
 WITHOUT ROWID,
 STRICT;

CREATE TABLE texts (
	"key" INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	characters INTEGER NOT NULL, 
	extractor TEXT NOT NULL, 
	encoding TEXT NOT NULL, 
	original_length INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	page_starts TEXT NOT NULL, 
	text TEXT NOT NULL, 
	text_map TEXT NOT NULL, 
	CONSTRAINT pk_texts PRIMARY KEY ("key"), 
	CONSTRAINT uq_texts_document_id UNIQUE (document_id), 
	CONSTRAINT fk_texts_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_texts_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE VIRTUAL TABLE texts_fts USING fts5(text, content='texts', content_rowid='key', tokenize='unicode61 remove_diacritics 2');

CREATE TABLE 'texts_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'texts_fts_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'texts_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'texts_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE timexes (
	document_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	span TEXT NOT NULL, 
	words TEXT NOT NULL, 
	type TEXT NOT NULL, 
	value TEXT, 
	rule TEXT NOT NULL, 
	mod TEXT, 
	time_lo TEXT, 
	time_hi TEXT, 
	alternatives TEXT NOT NULL, 
	anchor TEXT, 
	run_id INTEGER NOT NULL, 
	CONSTRAINT pk_timexes PRIMARY KEY (document_id, position), 
	CONSTRAINT fk_timexes_document_id FOREIGN KEY(document_id) REFERENCES documents (id), 
	CONSTRAINT fk_timexes_run_id FOREIGN KEY(run_id) REFERENCES runs (id)
)
 STRICT;

CREATE TRIGGER claims_fts_delete AFTER DELETE ON claims BEGIN INSERT INTO claims_fts(claims_fts, rowid, words, speaker, source_words) VALUES ('delete', old.key, old.words, old.speaker, old.source_words); END;

CREATE TRIGGER claims_fts_insert AFTER INSERT ON claims BEGIN INSERT INTO claims_fts(rowid, words, speaker, source_words) VALUES (new.key, new.words, new.speaker, new.source_words); END;

CREATE TRIGGER claims_fts_update AFTER UPDATE ON claims BEGIN INSERT INTO claims_fts(claims_fts, rowid, words, speaker, source_words) VALUES ('delete', old.key, old.words, old.speaker, old.source_words); INSERT INTO claims_fts(rowid, words, speaker, source_words) VALUES (new.key, new.words, new.speaker, new.source_words); END;

CREATE TRIGGER decision_sides_no_delete BEFORE DELETE ON decision_sides BEGIN SELECT RAISE(ABORT, 'decision_sides is append-only'); END;

CREATE TRIGGER decision_sides_no_update BEFORE UPDATE ON decision_sides BEGIN SELECT RAISE(ABORT, 'decision_sides is append-only'); END;

CREATE TRIGGER decisions_no_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;

CREATE TRIGGER decisions_no_update BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions is append-only'); END;

CREATE TRIGGER event_reports_fts_delete AFTER DELETE ON event_reports BEGIN INSERT INTO event_reports_fts(event_reports_fts, rowid, words, place) VALUES ('delete', old.key, old.words, old.place); END;

CREATE TRIGGER event_reports_fts_insert AFTER INSERT ON event_reports BEGIN INSERT INTO event_reports_fts(rowid, words, place) VALUES (new.key, new.words, new.place); END;

CREATE TRIGGER event_reports_fts_update AFTER UPDATE ON event_reports BEGIN INSERT INTO event_reports_fts(event_reports_fts, rowid, words, place) VALUES ('delete', old.key, old.words, old.place); INSERT INTO event_reports_fts(rowid, words, place) VALUES (new.key, new.words, new.place); END;

CREATE TRIGGER figures_fts_delete AFTER DELETE ON figures BEGIN INSERT INTO figures_fts(figures_fts, rowid, words, counted, predicate, place) VALUES ('delete', old.key, old.words, old.counted, old.predicate, old.place); END;

CREATE TRIGGER figures_fts_insert AFTER INSERT ON figures BEGIN INSERT INTO figures_fts(rowid, words, counted, predicate, place) VALUES (new.key, new.words, new.counted, new.predicate, new.place); END;

CREATE TRIGGER figures_fts_update AFTER UPDATE ON figures BEGIN INSERT INTO figures_fts(figures_fts, rowid, words, counted, predicate, place) VALUES ('delete', old.key, old.words, old.counted, old.predicate, old.place); INSERT INTO figures_fts(rowid, words, counted, predicate, place) VALUES (new.key, new.words, new.counted, new.predicate, new.place); END;

CREATE TRIGGER forecasts_fts_delete AFTER DELETE ON forecasts BEGIN INSERT INTO forecasts_fts(forecasts_fts, rowid, words, speaker, source_words, place_words) VALUES ('delete', old.key, old.words, old.speaker, old.source_words, old.place_words); END;

CREATE TRIGGER forecasts_fts_insert AFTER INSERT ON forecasts BEGIN INSERT INTO forecasts_fts(rowid, words, speaker, source_words, place_words) VALUES (new.key, new.words, new.speaker, new.source_words, new.place_words); END;

CREATE TRIGGER forecasts_fts_update AFTER UPDATE ON forecasts BEGIN INSERT INTO forecasts_fts(forecasts_fts, rowid, words, speaker, source_words, place_words) VALUES ('delete', old.key, old.words, old.speaker, old.source_words, old.place_words); INSERT INTO forecasts_fts(rowid, words, speaker, source_words, place_words) VALUES (new.key, new.words, new.speaker, new.source_words, new.place_words); END;

CREATE TRIGGER log_no_delete BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;

CREATE TRIGGER log_no_update BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'log is append-only'); END;

CREATE TRIGGER texts_fts_delete AFTER DELETE ON texts BEGIN INSERT INTO texts_fts(texts_fts, rowid, text) VALUES ('delete', old.key, old.text); END;

CREATE TRIGGER texts_fts_insert AFTER INSERT ON texts BEGIN INSERT INTO texts_fts(rowid, text) VALUES (new.key, new.text); END;

CREATE TRIGGER texts_fts_update AFTER UPDATE ON texts BEGIN INSERT INTO texts_fts(texts_fts, rowid, text) VALUES ('delete', old.key, old.text); INSERT INTO texts_fts(rowid, text) VALUES (new.key, new.text); END;
