CREATE FUNCTION public.counter_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$ BEGIN IF ((NEW.series = 'exchange-topic' AND NEW.slug IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.series = 'exchange-format' AND NEW.slug IN ('phone', 'meeting', 'video', 'writing', 'event')) OR (NEW.series = 'exchange-length' AND NEW.slug IN ('short', 'medium', 'long')) OR (NEW.series = 'need-topic' AND NEW.slug IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.series = 'need-sector' AND NEW.slug IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other')) OR (NEW.series = 'exchange-pair' AND length(NEW.slug) - length(replace(NEW.slug, '+', '')) = 1 AND ((substr(split_part(NEW.slug, '+', 1), 1, 7) = 'office:' AND substr(split_part(NEW.slug, '+', 1), 8) ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND substr(split_part(NEW.slug, '+', 1), 8) !~ '[0-9][0-9][0-9]' AND length(substr(split_part(NEW.slug, '+', 1), 8)) <= 24) OR (substr(split_part(NEW.slug, '+', 1), 1, 7) = 'sector:' AND substr(split_part(NEW.slug, '+', 1), 8) IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other'))) AND ((substr(split_part(NEW.slug, '+', 2), 1, 7) = 'office:' AND substr(split_part(NEW.slug, '+', 2), 8) ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND substr(split_part(NEW.slug, '+', 2), 8) !~ '[0-9][0-9][0-9]' AND length(substr(split_part(NEW.slug, '+', 2), 8)) <= 24) OR (substr(split_part(NEW.slug, '+', 2), 1, 7) = 'sector:' AND substr(split_part(NEW.slug, '+', 2), 8) IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other'))))) IS NOT TRUE THEN RAISE EXCEPTION 'a counter counts by a closed list' USING ERRCODE = 'check_violation'; END IF; IF (NEW.network ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND NEW.network !~ '[0-9][0-9][0-9]' AND length(NEW.network) <= 24) IS NOT TRUE THEN RAISE EXCEPTION 'a counter belongs to a network' USING ERRCODE = 'check_violation'; END IF; IF (NEW.period IS NOT NULL) IS NOT TRUE THEN RAISE EXCEPTION 'a counter has a day and no time' USING ERRCODE = 'check_violation'; END IF; IF (NEW.series IN ('need-topic', 'need-sector') OR EXTRACT(DAY FROM NEW.period) = 1) IS NOT TRUE THEN RAISE EXCEPTION 'exchange is counted by the month' USING ERRCODE = 'check_violation'; END IF; IF (NEW.n BETWEEN -999999 AND 999999) IS NOT TRUE THEN RAISE EXCEPTION 'a counter counts' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $_$;
CREATE FUNCTION public.delivery_state() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'this state may not follow' USING ERRCODE = 'check_violation'; END $$;
CREATE FUNCTION public.feedback_count_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF (NEW.n BETWEEN -999999 AND 999999 AND NEW.score BETWEEN -999999 AND 999999) IS NOT TRUE THEN RAISE EXCEPTION 'feedback counts' USING ERRCODE = 'check_violation'; END IF; IF (NEW.training_id BETWEEN -999999 AND 999999) IS NOT TRUE THEN RAISE EXCEPTION 'feedback has a training' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.ledger_guard() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'a ledger row is final' USING ERRCODE = 'check_violation'; END IF; IF EXISTS (SELECT 1 FROM year_seal WHERE network = NEW.network AND year = EXTRACT(YEAR FROM NEW.day)) THEN RAISE EXCEPTION 'this year is sealed' USING ERRCODE = 'check_violation'; END IF; IF NEW.detail <> lower(NEW.detail) OR NEW.detail <> replace(NEW.detail, ' ', '') THEN RAISE EXCEPTION 'a ledger row holds no text' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$;
CREATE FUNCTION public.ledger_words() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$ BEGIN IF ((NEW.kind = 'reminder-sent' AND NEW.detail IN ('deadline-near', 'two-weeks', 'one-week', 'three-days', 'one-day', 'same-day', 'feedback')) OR (NEW.kind = 'event-held' AND NEW.detail IN ('', 'specialist-day', 'seminar', 'workshop', 'lecture', 'training-series', 'certificate-course', 'case-workshop', 'network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'info-session', 'other')) OR (NEW.kind = 'event-cancelled' AND NEW.detail IN ('', 'specialist-day', 'seminar', 'workshop', 'lecture', 'training-series', 'certificate-course', 'case-workshop', 'network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'info-session', 'other')) OR (NEW.kind = 'attendance' AND NEW.detail IN ('', 'specialist-day', 'seminar', 'workshop', 'lecture', 'training-series', 'certificate-course', 'case-workshop', 'network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'info-session', 'other')) OR (NEW.kind = 'need' AND NEW.detail IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.kind = 'exchange-held' AND NEW.detail IN ('network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'network-meeting:minutes', 'coordination-conference:minutes', 'steering-group:minutes', 'working-group:minutes', 'quality-dialogue:minutes', 'round-table:minutes')) OR (NEW.kind = 'procedure-agreed' AND NEW.detail IN ('reporting-path', 'procedure', 'guideline', 'form', 'flyer', 'directory', 'agreement', 'other')) OR (NEW.kind = 'goal-set' AND NEW.detail IN ('trainings', 'attendances', 'network-meetings', 'quality-dialogues', 'procedures', 'online-offers', 'sectors-reached', 'feedback-return', 'joint-standards', 'new-partners')) OR (NEW.kind = 'goal-result' AND NEW.detail IN ('trainings:met', 'trainings:partly', 'trainings:open', 'trainings:dropped', 'attendances:met', 'attendances:partly', 'attendances:open', 'attendances:dropped', 'network-meetings:met', 'network-meetings:partly', 'network-meetings:open', 'network-meetings:dropped', 'quality-dialogues:met', 'quality-dialogues:partly', 'quality-dialogues:open', 'quality-dialogues:dropped', 'procedures:met', 'procedures:partly', 'procedures:open', 'procedures:dropped', 'online-offers:met', 'online-offers:partly', 'online-offers:open', 'online-offers:dropped', 'sectors-reached:met', 'sectors-reached:partly', 'sectors-reached:open', 'sectors-reached:dropped', 'feedback-return:met', 'feedback-return:partly', 'feedback-return:open', 'feedback-return:dropped', 'joint-standards:met', 'joint-standards:partly', 'joint-standards:open', 'joint-standards:dropped', 'new-partners:met', 'new-partners:partly', 'new-partners:open', 'new-partners:dropped')) OR (NOT NEW.kind IN ('reminder-sent', 'event-held', 'event-cancelled', 'attendance', 'need', 'exchange-held', 'procedure-agreed', 'goal-set', 'goal-result') AND NEW.detail = '')) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row names what a closed list has' USING ERRCODE = 'check_violation'; END IF; IF (NEW.office IS NULL OR (NEW.office ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND NEW.office !~ '[0-9][0-9][0-9]' AND length(NEW.office) <= 24)) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row has an office of a network' USING ERRCODE = 'check_violation'; END IF; IF (NEW.sector IS NULL OR NEW.sector IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other')) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row has a sector of the list' USING ERRCODE = 'check_violation'; END IF; IF (NEW.network ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND NEW.network !~ '[0-9][0-9][0-9]' AND length(NEW.network) <= 24) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row belongs to a network' USING ERRCODE = 'check_violation'; END IF; IF (NEW.day IS NOT NULL) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row has a day and no time' USING ERRCODE = 'check_violation'; END IF; IF (TRUE) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row is final' USING ERRCODE = 'check_violation'; END IF; IF (NEW.n BETWEEN -999999 AND 999999) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row counts' USING ERRCODE = 'check_violation'; END IF; IF (NEW.training_id IS NULL OR (NEW.training_id BETWEEN -999999 AND 999999)) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row has a training' USING ERRCODE = 'check_violation'; END IF; IF (NEW.notice_id IS NULL OR (NEW.notice_id BETWEEN -999999 AND 999999)) IS NOT TRUE THEN RAISE EXCEPTION 'a ledger row has a notice' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $_$;
CREATE TABLE public.access_request (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    chat_key bytea NOT NULL,
    chat_id bytea NOT NULL,
    office character varying(64) NOT NULL,
    sector character varying(64) NOT NULL,
    language character varying(8) NOT NULL,
    requested_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.access_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.access_request_id_seq OWNED BY public.access_request.id;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.assessment (
    network character varying(64) NOT NULL,
    year smallint NOT NULL,
    words bytea NOT NULL
);
CREATE TABLE public.broadcast (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    training_id bigint NOT NULL,
    created_by bigint,
    revision integer NOT NULL,
    audience json NOT NULL,
    state character varying(32) NOT NULL,
    send_at timestamp with time zone NOT NULL,
    total integer NOT NULL,
    progress_card bigint,
    progress_shown integer DEFAULT '-1'::integer NOT NULL,
    CONSTRAINT ck_broadcast_state CHECK (((state)::text = ANY ((ARRAY['scheduled'::character varying, 'running'::character varying, 'done'::character varying, 'cancelled'::character varying])::text[])))
);
CREATE SEQUENCE public.broadcast_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.broadcast_id_seq OWNED BY public.broadcast.id;
CREATE TABLE public.correction (
    entry_id bigint NOT NULL,
    corrects bigint NOT NULL,
    reason character varying(32) NOT NULL,
    CONSTRAINT ck_correction_reason CHECK (((reason)::text = ANY ((ARRAY['miscounted'::character varying, 'wrong-training'::character varying, 'wrong-institution'::character varying, 'duplicate'::character varying, 'late-information'::character varying])::text[])))
);
CREATE TABLE public.counter (
    network character varying(64) NOT NULL,
    period date NOT NULL,
    series character varying(32) NOT NULL,
    slug character varying(100) NOT NULL,
    n integer NOT NULL,
    CONSTRAINT ck_counter_n CHECK ((n >= 0)),
    CONSTRAINT ck_counter_series CHECK (((series)::text = ANY ((ARRAY['exchange-pair'::character varying, 'exchange-topic'::character varying, 'exchange-format'::character varying, 'exchange-length'::character varying, 'need-topic'::character varying, 'need-sector'::character varying])::text[]))),
    CONSTRAINT ck_counter_slug CHECK ((((slug)::text = lower((slug)::text)) AND (replace((slug)::text, ' '::text, ''::text) = (slug)::text)))
);
CREATE TABLE public.delivery (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    dedupe_key character varying(120) NOT NULL,
    kind character varying(32) NOT NULL,
    priority smallint NOT NULL,
    person_id bigint,
    chat_key bytea,
    chat_id bytea,
    training_id bigint,
    registration_id bigint,
    broadcast_id bigint,
    facts json NOT NULL,
    payload bytea,
    in_place boolean NOT NULL,
    due_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    state character varying(16) NOT NULL,
    attempt integer DEFAULT 0 NOT NULL,
    resends integer DEFAULT 0 NOT NULL,
    crashes integer DEFAULT 0 NOT NULL,
    plain boolean NOT NULL,
    owner character varying(64),
    generation integer DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone,
    sending_at timestamp with time zone,
    settled_at timestamp with time zone,
    message_id bigint,
    error character varying(300),
    CONSTRAINT ck_delivery_priority CHECK (((priority >= 0) AND (priority <= 2))),
    CONSTRAINT ck_delivery_resends CHECK (((resends >= 0) AND (resends <= 100))),
    CONSTRAINT ck_delivery_state CHECK (((state)::text = ANY ((ARRAY['scheduled'::character varying, 'claimed'::character varying, 'sending'::character varying, 'sent'::character varying, 'unknown'::character varying, 'undeliverable'::character varying, 'failed'::character varying, 'expired'::character varying, 'cancelled'::character varying])::text[])))
);
CREATE TABLE public.delivery_attempt (
    id bigint NOT NULL,
    delivery_id bigint NOT NULL,
    number integer NOT NULL,
    owner character varying(64),
    ended_at timestamp with time zone NOT NULL,
    outcome character varying(32) NOT NULL,
    error character varying(300)
);
CREATE SEQUENCE public.delivery_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.delivery_attempt_id_seq OWNED BY public.delivery_attempt.id;
CREATE SEQUENCE public.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.delivery_id_seq OWNED BY public.delivery.id;
CREATE TABLE public.draft (
    network character varying(64) NOT NULL,
    chat_key bytea NOT NULL,
    kind character varying(32) NOT NULL,
    step character varying(32) NOT NULL,
    data bytea NOT NULL,
    version integer NOT NULL,
    card bigint,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.exchange_pending (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    person_id bigint NOT NULL,
    own character varying(48) NOT NULL,
    partner character varying(48) NOT NULL,
    topic character varying(32) NOT NULL,
    format character varying(16) NOT NULL,
    length character varying(16) NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_exchange_pending_format CHECK (((format)::text = ANY ((ARRAY['phone'::character varying, 'meeting'::character varying, 'video'::character varying, 'writing'::character varying, 'event'::character varying])::text[]))),
    CONSTRAINT ck_exchange_pending_length CHECK (((length)::text = ANY ((ARRAY['short'::character varying, 'medium'::character varying, 'long'::character varying])::text[]))),
    CONSTRAINT ck_exchange_pending_own CHECK ((((own)::text = lower((own)::text)) AND (replace((own)::text, ' '::text, ''::text) = (own)::text))),
    CONSTRAINT ck_exchange_pending_partner CHECK ((((partner)::text = lower((partner)::text)) AND (replace((partner)::text, ' '::text, ''::text) = (partner)::text))),
    CONSTRAINT ck_exchange_pending_topic CHECK (((topic)::text = ANY ((ARRAY['basics'::character varying, 'legal-basics'::character varying, 'risk-assessment'::character varying, 'procedures'::character varying, 'isef-role'::character varying, 'data-protection'::character varying, 'conversation-skills'::character varying, 'neglect'::character varying, 'physical-abuse'::character varying, 'psychological-abuse'::character varying, 'sexualised-violence'::character varying, 'domestic-violence'::character varying, 'early-childhood-risks'::character varying, 'digital-media'::character varying, 'peer-violence'::character varying, 'parental-mental-illness'::character varying, 'parental-addiction'::character varying, 'high-conflict-separation'::character varying, 'inclusive-protection'::character varying, 'diversity-and-flight'::character varying, 'protection-concepts'::character varying, 'rights-and-participation'::character varying, 'daycare'::character varying, 'school'::character varying, 'medical-protection'::character varying, 'family-court'::character varying, 'criminal-justice'::character varying, 'trauma'::character varying, 'cooperation'::character varying, 'quality-development'::character varying, 'staff-wellbeing'::character varying, 'other'::character varying])::text[])))
);
CREATE SEQUENCE public.exchange_pending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.exchange_pending_id_seq OWNED BY public.exchange_pending.id;
CREATE TABLE public.feedback_count (
    training_id bigint NOT NULL,
    item character varying(16) NOT NULL,
    score smallint NOT NULL,
    n integer NOT NULL,
    CONSTRAINT ck_feedback_count_item CHECK (((item)::text = ANY ((ARRAY['form'::character varying, 'useful'::character varying, 'applicable'::character varying, 'exchange'::character varying, 'organisation'::character varying, 'recommend'::character varying])::text[]))),
    CONSTRAINT ck_feedback_count_n CHECK ((n >= 0)),
    CONSTRAINT ck_feedback_count_score CHECK (((score >= 0) AND (score <= 5)))
);
CREATE TABLE public.inbox_update (
    network character varying(64) NOT NULL,
    update_id bigint NOT NULL,
    ordering_key bytea NOT NULL,
    payload bytea,
    received_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone NOT NULL,
    owner character varying(64),
    lease_until timestamp with time zone,
    error character varying(300),
    CONSTRAINT ck_inbox_update_state CHECK (((state)::text = ANY ((ARRAY['new'::character varying, 'done'::character varying, 'dead'::character varying])::text[])))
);
CREATE TABLE public.invitation (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    token_hash bytea NOT NULL,
    role character varying(32) NOT NULL,
    office character varying(64),
    sector character varying(64),
    uses_left integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT ck_invitation_role CHECK (((role)::text = ANY ((ARRAY['specialist'::character varying, 'coordinator'::character varying, 'lead'::character varying, 'auditor'::character varying])::text[]))),
    CONSTRAINT ck_invitation_uses_left CHECK ((uses_left >= 0))
);
CREATE SEQUENCE public.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.invitation_id_seq OWNED BY public.invitation.id;
CREATE TABLE public.lease (
    network character varying(64) NOT NULL,
    name character varying(32) NOT NULL,
    owner character varying(64) NOT NULL,
    generation integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.ledger (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    day date NOT NULL,
    kind character varying(64) NOT NULL,
    n integer NOT NULL,
    training_id bigint,
    notice_id bigint,
    office character varying(64),
    sector character varying(64),
    detail character varying(64) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT ck_ledger_kind CHECK (((kind)::text = ANY ((ARRAY['notice-published'::character varying, 'notice-audience'::character varying, 'notice-delivered'::character varying, 'registration-confirmed'::character varying, 'registration-waitlisted'::character varying, 'registration-promoted'::character varying, 'registration-withdrawn'::character varying, 'registration-late-withdrawn'::character varying, 'registered-at-start'::character varying, 'block-seats'::character varying, 'reminder-sent'::character varying, 'event-held'::character varying, 'event-cancelled'::character varying, 'event-postponed'::character varying, 'attendance'::character varying, 'feedback'::character varying, 'need'::character varying, 'exchange-held'::character varying, 'procedure-agreed'::character varying, 'advice-total'::character varying, 'goal-set'::character varying, 'goal-result'::character varying])::text[]))),
    CONSTRAINT ck_ledger_one_breakdown CHECK (((office IS NULL) OR (sector IS NULL)))
);
CREATE SEQUENCE public.ledger_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.ledger_id_seq OWNED BY public.ledger.id;
CREATE TABLE public.person (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    chat_key bytea NOT NULL,
    chat_id bytea NOT NULL,
    role character varying(32) NOT NULL,
    office character varying(64) NOT NULL,
    sector character varying(64) NOT NULL,
    language character varying(8) NOT NULL,
    name bytea,
    consent_version integer NOT NULL,
    consented_on date NOT NULL,
    active_on date NOT NULL,
    unreachable_since timestamp with time zone,
    CONSTRAINT ck_person_role CHECK (((role)::text = ANY ((ARRAY['specialist'::character varying, 'coordinator'::character varying, 'lead'::character varying, 'auditor'::character varying])::text[])))
);
CREATE SEQUENCE public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.person_id_seq OWNED BY public.person.id;
CREATE TABLE public.quota (
    training_id bigint NOT NULL,
    office character varying(64) NOT NULL,
    n integer NOT NULL,
    CONSTRAINT ck_quota_n CHECK ((n > 0))
);
CREATE TABLE public.registration (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    training_id bigint NOT NULL,
    person_id bigint NOT NULL,
    status character varying(32) NOT NULL,
    "position" integer NOT NULL,
    muted boolean NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_registration_status CHECK (((status)::text = ANY ((ARRAY['confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying, 'withdrawn'::character varying, 'late-withdrawn'::character varying, 'attended'::character varying, 'absent'::character varying])::text[])))
);
CREATE SEQUENCE public.registration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.registration_id_seq OWNED BY public.registration.id;
CREATE TABLE public.report_request (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    person_id bigint NOT NULL,
    year smallint NOT NULL,
    what character varying(16) NOT NULL,
    office character varying(64) NOT NULL,
    quarter smallint NOT NULL,
    page smallint NOT NULL,
    language character varying(8) NOT NULL,
    card bigint,
    asked_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    owner character varying(64),
    lease_until timestamp with time zone,
    CONSTRAINT ck_report_request_quarter CHECK (((quarter >= 0) AND (quarter <= 4))),
    CONSTRAINT ck_report_request_what CHECK (((what)::text = ANY ((ARRAY['opened'::character varying, 'figures'::character varying, 'places'::character varying, 'potentials'::character varying, 'quarter'::character varying, 'charts'::character varying, 'files'::character varying])::text[])))
);
CREATE SEQUENCE public.report_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.report_request_id_seq OWNED BY public.report_request.id;
CREATE TABLE public.report_version (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    year smallint NOT NULL,
    mode character varying(16) NOT NULL,
    made_on date NOT NULL,
    cells json NOT NULL,
    CONSTRAINT ck_report_version_mode CHECK (((mode)::text = ANY ((ARRAY['suppress'::character varying, 'round5'::character varying])::text[])))
);
CREATE SEQUENCE public.report_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.report_version_id_seq OWNED BY public.report_version.id;
CREATE TABLE public.seat_block (
    id bigint NOT NULL,
    training_id bigint NOT NULL,
    office character varying(64) NOT NULL,
    sector character varying(64) NOT NULL,
    n integer NOT NULL,
    CONSTRAINT ck_seat_block_n CHECK ((n > 0))
);
CREATE SEQUENCE public.seat_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.seat_block_id_seq OWNED BY public.seat_block.id;
CREATE TABLE public.send_gate (
    network character varying(64) NOT NULL,
    paused_until timestamp with time zone NOT NULL,
    reason character varying(64) NOT NULL
);
CREATE TABLE public.subscription (
    person_id bigint NOT NULL,
    topic character varying(64) NOT NULL
);
CREATE TABLE public.tally (
    training_id bigint NOT NULL,
    kind character varying(64) NOT NULL,
    n integer NOT NULL,
    CONSTRAINT ck_tally_n CHECK ((n >= 0))
);
CREATE TABLE public.training (
    id bigint NOT NULL,
    network character varying(64) NOT NULL,
    uid character varying(64) NOT NULL,
    host character varying(64) NOT NULL,
    created_by bigint,
    title character varying(200) NOT NULL,
    topic character varying(64) NOT NULL,
    format character varying(64) NOT NULL,
    mode character varying(32) NOT NULL,
    place character varying(200) NOT NULL,
    link character varying(400) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    deadline_at timestamp with time zone NOT NULL,
    withdraw_by timestamp with time zone NOT NULL,
    seats integer,
    units integer NOT NULL,
    sectors json NOT NULL,
    reminders json NOT NULL,
    accessibility json NOT NULL,
    status character varying(32) NOT NULL,
    revision integer DEFAULT 0 NOT NULL,
    sequence integer DEFAULT 0 NOT NULL,
    next_position integer DEFAULT 1 NOT NULL,
    closed_at timestamp with time zone,
    close_asked_at timestamp with time zone,
    release_at timestamp with time zone,
    block_seats integer DEFAULT 0 NOT NULL,
    quota_seats integer DEFAULT 0 NOT NULL,
    CONSTRAINT ck_training_blocks CHECK (((block_seats >= 0) AND (block_seats <= COALESCE(seats, block_seats)))),
    CONSTRAINT ck_training_dates CHECK ((ends_at > starts_at)),
    CONSTRAINT ck_training_quotas CHECK (((quota_seats >= 0) AND (quota_seats <= COALESCE(seats, 0)))),
    CONSTRAINT ck_training_release CHECK (((quota_seats = 0) OR (release_at IS NOT NULL))),
    CONSTRAINT ck_training_seats CHECK (((seats IS NULL) OR (seats > 0))),
    CONSTRAINT ck_training_status CHECK (((status)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying, 'closed'::character varying, 'held'::character varying, 'cancelled'::character varying, 'postponed'::character varying])::text[])))
);
CREATE SEQUENCE public.training_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.training_id_seq OWNED BY public.training.id;
CREATE TABLE public.year_seal (
    network character varying(64) NOT NULL,
    year smallint NOT NULL,
    rows integer NOT NULL,
    previous character varying(64) NOT NULL,
    digest character varying(64) NOT NULL,
    sealed_on date NOT NULL,
    CONSTRAINT ck_year_seal_digest CHECK ((length((digest)::text) = 64)),
    CONSTRAINT ck_year_seal_previous CHECK ((length((previous)::text) = 64))
);
ALTER TABLE ONLY public.access_request ALTER COLUMN id SET DEFAULT nextval('public.access_request_id_seq'::regclass);
ALTER TABLE ONLY public.broadcast ALTER COLUMN id SET DEFAULT nextval('public.broadcast_id_seq'::regclass);
ALTER TABLE ONLY public.delivery ALTER COLUMN id SET DEFAULT nextval('public.delivery_id_seq'::regclass);
ALTER TABLE ONLY public.delivery_attempt ALTER COLUMN id SET DEFAULT nextval('public.delivery_attempt_id_seq'::regclass);
ALTER TABLE ONLY public.exchange_pending ALTER COLUMN id SET DEFAULT nextval('public.exchange_pending_id_seq'::regclass);
ALTER TABLE ONLY public.invitation ALTER COLUMN id SET DEFAULT nextval('public.invitation_id_seq'::regclass);
ALTER TABLE ONLY public.ledger ALTER COLUMN id SET DEFAULT nextval('public.ledger_id_seq'::regclass);
ALTER TABLE ONLY public.person ALTER COLUMN id SET DEFAULT nextval('public.person_id_seq'::regclass);
ALTER TABLE ONLY public.registration ALTER COLUMN id SET DEFAULT nextval('public.registration_id_seq'::regclass);
ALTER TABLE ONLY public.report_request ALTER COLUMN id SET DEFAULT nextval('public.report_request_id_seq'::regclass);
ALTER TABLE ONLY public.report_version ALTER COLUMN id SET DEFAULT nextval('public.report_version_id_seq'::regclass);
ALTER TABLE ONLY public.seat_block ALTER COLUMN id SET DEFAULT nextval('public.seat_block_id_seq'::regclass);
ALTER TABLE ONLY public.training ALTER COLUMN id SET DEFAULT nextval('public.training_id_seq'::regclass);
INSERT INTO public.access_request VALUES (1, 'rhein-kreis-neuss', '\x97cf1180d36e6a3891ccb57483866a06c689b9b9ecbff54b3ac40f80e726e369', '\x67414141414142724376685834546b6a5673786766356b51506878446d6646774d787745305a366e465137387a755f495161337677715134537465364b653262624a587336315842504a676b796935387470306752426b59525564536b72557356513d3d', 'rkn-kaarst', 'school', 'de', '2027-03-12 12:00:25.196891+00');
INSERT INTO public.alembic_version VALUES ('0007');
INSERT INTO public.assessment VALUES ('rhein-kreis-neuss', 2026, '\x6741414141414272437668586a764b4676646d5233354a3033447251456a546b4751655f6a785062347933457871496532694846494c654147736e62727758483344615f5030453742494b4335697153707a5a6b6d6a6a626e6354786a4b3633495243544a376f532d6c71585231347046464952574853734350474467796647384457575748643737436133');
INSERT INTO public.broadcast VALUES (1, 'rhein-kreis-neuss', 1, 1, 0, '{"offices": [], "sectors": [], "subscribers": false, "again": false}', 'done', '2027-02-09 09:00:05.268392+00', 4, 25, 4);
INSERT INTO public.correction VALUES (18, 17, 'miscounted');
INSERT INTO public.counter VALUES ('rhein-kreis-neuss', '2027-02-01', 'exchange-pair', 'office:rkn-neuss+sector:police', 3);
INSERT INTO public.counter VALUES ('rhein-kreis-neuss', '2027-02-01', 'exchange-topic', 'trauma', 3);
INSERT INTO public.delivery VALUES (44, 'rhein-kreis-neuss', 'reminder:1:one-day:0', 'reminder', 1, 2, NULL, NULL, 1, 1, NULL, '{"stage": "one-day", "revision": 0}', NULL, false, '2027-03-11 07:00:00+00', '2027-03-11 07:00:00.164242+00', '2027-03-12 08:00:00+00', 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-11 07:01:30.132824+00', '2027-03-11 07:00:00.132824+00', '2027-03-11 07:00:00.164242+00', 37, NULL);
INSERT INTO public.delivery VALUES (55, 'rhein-kreis-neuss', 'reminder:3:one-day:0', 'reminder', 1, 4, NULL, NULL, 1, 3, NULL, '{"stage": "one-day", "revision": 0}', NULL, false, '2027-03-11 07:00:00+00', '2027-03-11 07:00:00.1694+00', '2027-03-12 08:00:00+00', 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-11 07:01:30.132824+00', '2027-03-11 07:00:00.132824+00', '2027-03-11 07:00:00.1694+00', 38, NULL);
INSERT INTO public.delivery VALUES (57, 'rhein-kreis-neuss', 'answer:100000035:0', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-11 07:01:00.404054+00', '2027-03-11 07:01:00.487415+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-11 07:02:30.452618+00', '2027-03-11 07:01:00.452618+00', '2027-03-11 07:01:00.487415+00', 40, NULL);
INSERT INTO public.delivery VALUES (58, 'rhein-kreis-neuss', 'answer:100000036:0', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, true, '2027-03-11 07:01:00.668624+00', '2027-03-11 07:01:00.718886+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-11 07:02:30.707605+00', '2027-03-11 07:01:00.707605+00', '2027-03-11 07:01:00.718886+00', 40, NULL);
INSERT INTO public.delivery VALUES (59, 'rhein-kreis-neuss', 'close-request:1:1:1', 'close-request', 1, 1, NULL, NULL, 1, NULL, NULL, '{"n": 1}', NULL, false, '2027-03-12 12:00:00.070762+00', '2027-03-12 12:00:00.328373+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:30.261456+00', '2027-03-12 12:00:00.261456+00', '2027-03-12 12:00:00.328373+00', 41, NULL);
INSERT INTO public.delivery VALUES (60, 'rhein-kreis-neuss', 'answer:100000037:0', 'answer', 0, 1, NULL, NULL, NULL, NULL, NULL, '{}', NULL, true, '2027-03-12 12:00:00.683379+00', '2027-03-12 12:00:00.761714+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:30.733081+00', '2027-03-12 12:00:00.733081+00', '2027-03-12 12:00:00.761714+00', 41, NULL);
INSERT INTO public.delivery VALUES (61, 'rhein-kreis-neuss', 'feedback:1', 'feedback', 1, 2, NULL, NULL, 1, 1, NULL, '{}', NULL, false, '2027-03-12 12:00:01.014909+00', '2027-03-12 12:00:01.1945+00', '2027-03-19 12:00:01.014909+00', 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:31.124236+00', '2027-03-12 12:00:01.124236+00', '2027-03-12 12:00:01.1945+00', 42, NULL);
INSERT INTO public.delivery VALUES (62, 'rhein-kreis-neuss', 'feedback:3', 'feedback', 1, 4, NULL, NULL, 1, 3, NULL, '{}', NULL, false, '2027-03-12 12:00:01.014909+00', '2027-03-12 12:00:01.1945+00', '2027-03-19 12:00:01.014909+00', 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:31.124236+00', '2027-03-12 12:00:01.124236+00', '2027-03-12 12:00:01.1945+00', 43, NULL);
INSERT INTO public.delivery VALUES (63, 'rhein-kreis-neuss', 'answer:100000038:0', 'answer', 0, 1, NULL, NULL, NULL, NULL, NULL, '{}', NULL, true, '2027-03-12 12:00:01.014909+00', '2027-03-12 12:00:01.172559+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:31.124236+00', '2027-03-12 12:00:01.124236+00', '2027-03-12 12:00:01.172559+00', 41, NULL);
INSERT INTO public.delivery VALUES (64, 'rhein-kreis-neuss', 'answer:100000039:0', 'answer', 0, 1, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-12 12:00:01.455795+00', '2027-03-12 12:00:01.679733+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:31.657735+00', '2027-03-12 12:00:01.657735+00', '2027-03-12 12:00:01.679733+00', 45, NULL);
INSERT INTO public.delivery VALUES (65, 'rhein-kreis-neuss', 'report:1:0', 'answer', 0, 1, NULL, NULL, NULL, NULL, NULL, '{}', NULL, true, '2027-03-12 12:00:11.537128+00', '2027-03-12 12:00:11.569552+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:41.563774+00', '2027-03-12 12:00:11.563774+00', '2027-03-12 12:00:11.569552+00', 45, NULL);
INSERT INTO public.delivery VALUES (66, 'rhein-kreis-neuss', 'report:2:0', 'answer', 1, 1, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-12 12:00:23.743252+00', '2027-03-12 12:00:23.957001+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:53.888059+00', '2027-03-12 12:00:23.888059+00', '2027-03-12 12:00:23.957001+00', 46, NULL);
INSERT INTO public.delivery VALUES (67, 'rhein-kreis-neuss', 'answer:100000041:0', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-12 12:00:24.16452+00', '2027-03-12 12:00:24.446451+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:54.391863+00', '2027-03-12 12:00:24.391863+00', '2027-03-12 12:00:24.446451+00', 48, NULL);
INSERT INTO public.delivery VALUES (68, 'rhein-kreis-neuss', 'answer:100000041:1', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-12 12:00:24.16452+00', '2027-03-12 12:00:24.446451+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:54.391863+00', '2027-03-12 12:00:24.391863+00', '2027-03-12 12:00:24.446451+00', 49, NULL);
INSERT INTO public.delivery VALUES (69, 'rhein-kreis-neuss', 'answer:100000041:2', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-12 12:00:24.16452+00', '2027-03-12 12:00:24.446451+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:54.391863+00', '2027-03-12 12:00:24.391863+00', '2027-03-12 12:00:24.446451+00', 50, NULL);
INSERT INTO public.delivery VALUES (70, 'rhein-kreis-neuss', 'answer:100000042:0', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, false, '2027-03-12 12:00:24.648092+00', '2027-03-12 12:00:24.736484+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:54.721164+00', '2027-03-12 12:00:24.721164+00', '2027-03-12 12:00:24.736484+00', 52, NULL);
INSERT INTO public.delivery VALUES (71, 'rhein-kreis-neuss', 'answer:100000043:0', 'answer', 0, NULL, NULL, NULL, NULL, NULL, NULL, '{}', NULL, true, '2027-03-12 12:00:24.896619+00', '2027-03-12 12:00:24.976423+00', NULL, 'sent', 1, 0, 0, false, '11973-b928cb8d4ea7', 1, '2027-03-12 12:01:54.966828+00', '2027-03-12 12:00:24.966828+00', '2027-03-12 12:00:24.976423+00', 52, NULL);
INSERT INTO public.delivery_attempt VALUES (3, 44, 1, '11973-b928cb8d4ea7', '2027-03-11 07:00:00.164242+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (4, 55, 1, '11973-b928cb8d4ea7', '2027-03-11 07:00:00.1694+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (5, 57, 1, '11973-b928cb8d4ea7', '2027-03-11 07:01:00.487415+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (6, 58, 1, '11973-b928cb8d4ea7', '2027-03-11 07:01:00.718886+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (7, 59, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:00.328373+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (8, 60, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:00.761714+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (9, 63, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:01.172559+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (10, 61, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:01.1945+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (11, 62, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:01.1945+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (12, 64, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:01.679733+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (13, 65, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:11.569552+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (14, 66, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:23.957001+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (15, 67, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:24.446451+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (16, 68, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:24.446451+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (17, 69, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:24.446451+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (18, 70, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:24.736484+00', 'sent', NULL);
INSERT INTO public.delivery_attempt VALUES (19, 71, 1, '11973-b928cb8d4ea7', '2027-03-12 12:00:24.976423+00', 'sent', NULL);
INSERT INTO public.draft VALUES ('rhein-kreis-neuss', '\x778b4f7b4fd194262e30cf01ec84fe1ecb834b767c377c12af135bb013272555', 'plan', 'title', '\x6741414141414272437668584a305838664276637468395842573475534a3648706f6946516b7448367a464f2d78364a5a475944712d7a48386d67643971496c2d506830484f53345254625741534c48425a6f4631644d77487a6e34795033514b773d3d', 7, NULL, '2027-03-12 12:00:25.196891+00');
INSERT INTO public.exchange_pending VALUES (1, 'rhein-kreis-neuss', 5, 'office:rkn-neuss', 'sector:police', 'trauma', 'phone', 'short', '2027-03-13 09:00:00+00');
INSERT INTO public.feedback_count VALUES (1, 'useful', 4, 2);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000035, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-11 07:01:00.38299+00', 'done', 1, '2027-03-11 07:01:00.38299+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000036, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-11 07:01:00.63499+00', 'done', 1, '2027-03-11 07:01:00.63499+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000037, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:00.646579+00', 'done', 1, '2027-03-12 12:00:00.646579+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000038, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:00.971391+00', 'done', 1, '2027-03-12 12:00:00.971391+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000039, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:01.388846+00', 'done', 1, '2027-03-12 12:00:01.388846+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000040, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:01.815832+00', 'done', 1, '2027-03-12 12:00:01.815832+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000041, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:24.151108+00', 'done', 1, '2027-03-12 12:00:24.151108+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000042, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:24.607664+00', 'done', 1, '2027-03-12 12:00:24.607664+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.inbox_update VALUES ('rhein-kreis-neuss', 100000043, '\x0000000000000000000000000000000000000000000000000000000000000000', NULL, '2027-03-12 12:00:24.860212+00', 'done', 1, '2027-03-12 12:00:24.860212+00', '11973-b928cb8d4ea7', NULL, NULL);
INSERT INTO public.invitation VALUES (1, 'rhein-kreis-neuss', '\x1e634b034c36f13ecc6da1027f19dbae00dcdbc61028dde84f62913e6cf5cfee', 'coordinator', 'rkn-kaarst', NULL, 0, '2027-02-23 09:00:00.579891+00', NULL);
INSERT INTO public.invitation VALUES (2, 'rhein-kreis-neuss', '\xd2fdb043b8585b5bd131ea41c85c7725fad26c598fddaae40a0a2daaf2a8436f', 'specialist', 'rkn-neuss', NULL, 0, '2027-02-23 09:00:01.246657+00', NULL);
INSERT INTO public.invitation VALUES (3, 'rhein-kreis-neuss', '\x9fea9cbd42944fe30abbfb10e8a0b6ce3e02f51eccb3eb8e4621a70b4e770d11', 'specialist', 'rkn-dormagen', NULL, 0, '2027-02-23 09:00:01.753157+00', NULL);
INSERT INTO public.invitation VALUES (4, 'rhein-kreis-neuss', '\x25c78b5ac3f3f93f1a175d93d651825bb6755244de33c529b85d71731664da38', 'specialist', NULL, 'police', 0, '2027-02-23 09:00:02.122746+00', NULL);
INSERT INTO public.lease VALUES ('rhein-kreis-neuss', 'lead', 'old', 3, '2027-03-13 09:00:24+00');
INSERT INTO public.ledger VALUES (1, 'rhein-kreis-neuss', '2027-02-09', 'notice-published', 1, 1, 1, NULL, NULL, '');
INSERT INTO public.ledger VALUES (2, 'rhein-kreis-neuss', '2027-02-09', 'notice-audience', 4, 1, 1, NULL, NULL, '');
INSERT INTO public.ledger VALUES (3, 'rhein-kreis-neuss', '2027-02-09', 'notice-delivered', 4, 1, 1, NULL, NULL, '');
INSERT INTO public.ledger VALUES (4, 'rhein-kreis-neuss', '2027-03-12', 'reminder-sent', 2, 1, NULL, NULL, NULL, 'one-week');
INSERT INTO public.ledger VALUES (5, 'rhein-kreis-neuss', '2027-03-12', 'event-held', 1, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (6, 'rhein-kreis-neuss', '2027-03-12', 'registered-at-start', 2, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (7, 'rhein-kreis-neuss', '2027-03-12', 'attendance', 2, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (8, 'rhein-kreis-neuss', '2027-03-12', 'attendance', 1, 1, NULL, 'county-wide', NULL, '');
INSERT INTO public.ledger VALUES (9, 'rhein-kreis-neuss', '2027-03-12', 'attendance', 1, 1, NULL, 'rkn-neuss', NULL, '');
INSERT INTO public.ledger VALUES (10, 'rhein-kreis-neuss', '2027-03-12', 'attendance', 1, 1, NULL, NULL, 'police', '');
INSERT INTO public.ledger VALUES (11, 'rhein-kreis-neuss', '2027-03-12', 'attendance', 1, 1, NULL, NULL, 'youth-office', '');
INSERT INTO public.ledger VALUES (12, 'rhein-kreis-neuss', '2027-03-12', 'registration-confirmed', 2, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (13, 'rhein-kreis-neuss', '2027-03-12', 'registration-promoted', 1, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (14, 'rhein-kreis-neuss', '2027-03-12', 'registration-waitlisted', 1, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (15, 'rhein-kreis-neuss', '2027-03-12', 'registration-withdrawn', 1, 1, NULL, NULL, NULL, '');
INSERT INTO public.ledger VALUES (16, 'rhein-kreis-neuss', '2027-03-12', 'reminder-sent', 2, 1, NULL, NULL, NULL, 'one-day');
INSERT INTO public.ledger VALUES (17, 'rhein-kreis-neuss', '2026-05-04', 'exchange-held', 1, NULL, NULL, NULL, NULL, 'round-table');
INSERT INTO public.ledger VALUES (18, 'rhein-kreis-neuss', '2026-05-04', 'exchange-held', -1, NULL, NULL, NULL, NULL, 'round-table');
INSERT INTO public.ledger VALUES (19, 'rhein-kreis-neuss', '2026-05-04', 'exchange-held', 2, NULL, NULL, NULL, NULL, 'round-table');
INSERT INTO public.person VALUES (1, 'rhein-kreis-neuss', '\x370c75cdf6f4f206de5a33da69ca3786e45985194f4239bd0ee5a4560884b957', '\x6741414141414272437667315943537a5571734479634676304b3556694834445f2d6179615f6c42635a2d484a5051624736575363365752504b5559665a2d56656a6a706a6b7a4763444a363864484c4630766444546c4233695a536179484364673d3d', 'coordinator', 'rkn-kaarst', 'youth-office', 'de', NULL, 1, '2027-02-09', '2027-03-12', NULL);
INSERT INTO public.person VALUES (2, 'rhein-kreis-neuss', '\x629e700fd3f1b331977c3ec7ab34b77599a58d401bbb1cdca173a28bb7065d3c', '\x674141414141427243766732324478685f397332324b577079646866726f627070336f4267694539774c4b5a67766c6e387a79547674505a766b754d676c68744a6c6d7357596c4d4d6c30565345684435333473765036396b64534e3336396656513d3d', 'specialist', 'rkn-neuss', 'youth-office', 'de', NULL, 1, '2027-02-09', '2027-02-09', NULL);
INSERT INTO public.person VALUES (4, 'rhein-kreis-neuss', '\x49994095584b18769b76e2724ac70e049b326a849ba6502981b8b39679b3edda', '\x67414141414142724376673238424f517a55795f46356f35692d766c784438794735394438507149562d735643476741525159303533334d5366673030517251704d3830344e6867715732414278454c3169695559755779596c484a5664534559413d3d', 'specialist', 'county-wide', 'police', 'de', NULL, 1, '2027-02-09', '2027-02-09', NULL);
INSERT INTO public.person VALUES (5, 'rhein-kreis-neuss', '\x778b4f7b4fd194262e30cf01ec84fe1ecb834b767c377c12af135bb013272555', '\x674141414141427243766858614164357a7951767763776c33643971414f344245396a4d394c5a356b694175397a354478694a316c495f68585142456332433349725f306d4b712d5a76486f4c5952684b37344f3568624f584866556a484f6e52773d3d', 'specialist', 'rkn-neuss', 'health', 'en', '\x6741414141414272437668585877797237525131464b695567587136594967714e43563251733635304145466e624a4572326376776869364b54544f6464435536324337484a2d59415845505f6f75463530306a3251565f527944427649584639513d3d', 1, '2027-03-12', '2027-03-12', NULL);
INSERT INTO public.person VALUES (6, 'rhein-kreis-neuss', '\xc719b2118bdfcfc6b08ebe5bb066a823d6730ea5a63f2e74ab0fb7fbe438c472', '\x67414141414142724376685830427749624936587477706b61335562613946714f7749376771344a6a74624e715236392d7949462d417432784b614d6c7a5f727853615f7977425a484a6c316b6f422d343073564448564e3461335531574d4369513d3d', 'specialist', 'county-wide', 'police', 'de', NULL, 1, '2027-03-12', '2027-03-12', NULL);
INSERT INTO public.quota VALUES (2, 'rkn-neuss', 3);
INSERT INTO public.registration VALUES (1, 'rhein-kreis-neuss', 1, 2, 'confirmed', 2, false, '2027-02-09 09:00:05.820317+00');
INSERT INTO public.registration VALUES (3, 'rhein-kreis-neuss', 1, 4, 'confirmed', 4, false, '2027-02-09 09:00:07.714794+00');
INSERT INTO public.registration VALUES (4, 'rhein-kreis-neuss', 2, 5, 'confirmed', 1, false, '2027-03-13 09:00:00+00');
INSERT INTO public.registration VALUES (5, 'rhein-kreis-neuss', 2, 6, 'waitlisted', 2, false, '2027-03-13 09:01:00+00');
INSERT INTO public.report_request VALUES (4, 'rhein-kreis-neuss', 6, 2026, 'figures', '', 0, 0, 'de', NULL, '2027-03-13 09:00:00+00', 0, NULL, NULL);
INSERT INTO public.report_version VALUES (1, 'rhein-kreis-neuss', 2026, 'suppress', '2027-03-01', '{"values": {"A1": 2}, "said": {"A1": [2, 2]}, "relations": []}');
INSERT INTO public.seat_block VALUES (1, 2, 'county-wide', 'police', 2);
INSERT INTO public.send_gate VALUES ('rhein-kreis-neuss', '2027-03-13 09:00:05+00', '429');
INSERT INTO public.subscription VALUES (5, 'trauma');
INSERT INTO public.tally VALUES (1, 'registration-confirmed', 2);
INSERT INTO public.tally VALUES (1, 'registration-promoted', 1);
INSERT INTO public.tally VALUES (1, 'registration-waitlisted', 1);
INSERT INTO public.tally VALUES (1, 'registration-withdrawn', 1);
INSERT INTO public.training VALUES (1, 'rhein-kreis-neuss', '36abe151-b959-46b1-abf3-31594af82d5f', 'rkn-kaarst', 1, 'Gespräche mit Kindern & Eltern führen', 'conversation-skills', 'seminar', 'in-person', 'Rathaus Büttgen, Saal 2', '', '2027-03-12 08:00:00+00', '2027-03-12 11:30:00+00', '2027-02-26 22:59:00+00', '2027-03-05 22:59:00+00', 2, 4, '[]', '[["one-week", 7, "08:00"], ["one-day", 1, "08:00"]]', '[]', 'held', 0, 0, 5, '2027-03-12 12:00:01.014909+00', '2027-03-12 12:00:00.070762+00', NULL, 0, 0);
INSERT INTO public.training VALUES (2, 'rhein-kreis-neuss', 'd8f7356c-7924-4ed7-89dd-19ea3485c6a3', 'rkn-kaarst', NULL, 'Schutzkonzepte <b>&</b> Beteiligung', 'protection-concepts', 'workshop', 'hybrid', 'Rathaus, Saal 2', 'https://video.example/raum', '2027-04-21 12:00:25.196891+00', '2027-04-21 15:00:25.196891+00', '2027-04-07 12:00:25.196891+00', '2027-04-14 12:00:25.196891+00', 10, 4, '[]', '[["one-week", 7, "08:00"], ["one-day", 1, "08:00"]]', '[]', 'published', 0, 0, 3, NULL, NULL, '2027-03-31 12:00:25.196891+00', 2, 3);
INSERT INTO public.year_seal VALUES ('rhein-kreis-neuss', 2026, 3, '0000000000000000000000000000000000000000000000000000000000000000', '97687dec6c39f328bc4a8a265ac2ea5782a02732b6cb7e3e965c0803c62a8ad3', '2027-03-02');
SELECT pg_catalog.setval('public.access_request_id_seq', 2, false);
SELECT pg_catalog.setval('public.broadcast_id_seq', 2, false);
SELECT pg_catalog.setval('public.delivery_attempt_id_seq', 20, false);
SELECT pg_catalog.setval('public.delivery_id_seq', 72, false);
SELECT pg_catalog.setval('public.exchange_pending_id_seq', 2, false);
SELECT pg_catalog.setval('public.invitation_id_seq', 5, false);
SELECT pg_catalog.setval('public.ledger_id_seq', 20, false);
SELECT pg_catalog.setval('public.person_id_seq', 7, false);
SELECT pg_catalog.setval('public.registration_id_seq', 6, false);
SELECT pg_catalog.setval('public.report_request_id_seq', 5, false);
SELECT pg_catalog.setval('public.report_version_id_seq', 2, false);
SELECT pg_catalog.setval('public.seat_block_id_seq', 2, false);
SELECT pg_catalog.setval('public.training_id_seq', 3, false);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.access_request
    ADD CONSTRAINT pk_access_request PRIMARY KEY (id);
ALTER TABLE ONLY public.assessment
    ADD CONSTRAINT pk_assessment PRIMARY KEY (network, year);
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT pk_broadcast PRIMARY KEY (id);
ALTER TABLE ONLY public.correction
    ADD CONSTRAINT pk_correction PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.counter
    ADD CONSTRAINT pk_counter PRIMARY KEY (network, period, series, slug);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT pk_delivery PRIMARY KEY (id);
ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT pk_delivery_attempt PRIMARY KEY (id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT pk_draft PRIMARY KEY (network, chat_key);
ALTER TABLE ONLY public.exchange_pending
    ADD CONSTRAINT pk_exchange_pending PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_count
    ADD CONSTRAINT pk_feedback_count PRIMARY KEY (training_id, item, score);
ALTER TABLE ONLY public.inbox_update
    ADD CONSTRAINT pk_inbox_update PRIMARY KEY (network, update_id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT pk_invitation PRIMARY KEY (id);
ALTER TABLE ONLY public.lease
    ADD CONSTRAINT pk_lease PRIMARY KEY (network, name);
ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT pk_ledger PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.quota
    ADD CONSTRAINT pk_quota PRIMARY KEY (training_id, office);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT pk_registration PRIMARY KEY (id);
ALTER TABLE ONLY public.report_request
    ADD CONSTRAINT pk_report_request PRIMARY KEY (id);
ALTER TABLE ONLY public.report_version
    ADD CONSTRAINT pk_report_version PRIMARY KEY (id);
ALTER TABLE ONLY public.seat_block
    ADD CONSTRAINT pk_seat_block PRIMARY KEY (id);
ALTER TABLE ONLY public.send_gate
    ADD CONSTRAINT pk_send_gate PRIMARY KEY (network);
ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT pk_subscription PRIMARY KEY (person_id, topic);
ALTER TABLE ONLY public.tally
    ADD CONSTRAINT pk_tally PRIMARY KEY (training_id, kind);
ALTER TABLE ONLY public.training
    ADD CONSTRAINT pk_training PRIMARY KEY (id);
ALTER TABLE ONLY public.year_seal
    ADD CONSTRAINT pk_year_seal PRIMARY KEY (network, year);
ALTER TABLE ONLY public.access_request
    ADD CONSTRAINT uq_access_request_network_chat_key UNIQUE (network, chat_key);
ALTER TABLE ONLY public.correction
    ADD CONSTRAINT uq_correction_corrects UNIQUE (corrects);
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT uq_delivery_network_dedupe_key UNIQUE (network, dedupe_key);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT uq_invitation_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_network_chat_key UNIQUE (network, chat_key);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT uq_registration_training_id_person_id UNIQUE (training_id, person_id);
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT uq_registration_training_id_position UNIQUE (training_id, "position");
ALTER TABLE ONLY public.report_request
    ADD CONSTRAINT uq_report_request_wanted UNIQUE (network, person_id, year, what, office, quarter, page);
ALTER TABLE ONLY public.seat_block
    ADD CONSTRAINT uq_seat_block_training_id_office_sector UNIQUE (training_id, office, sector);
ALTER TABLE ONLY public.training
    ADD CONSTRAINT uq_training_uid UNIQUE (uid);
CREATE INDEX ix_broadcast_network_state_send_at ON public.broadcast USING btree (network, state, send_at);
CREATE INDEX ix_delivery_attempt_delivery_id ON public.delivery_attempt USING btree (delivery_id);
CREATE INDEX ix_delivery_broadcast_id_state ON public.delivery USING btree (broadcast_id, state);
CREATE INDEX ix_delivery_in_hand ON public.delivery USING btree (network, state, lease_until) WHERE ((state)::text = ANY ((ARRAY['claimed'::character varying, 'sending'::character varying, 'unknown'::character varying])::text[]));
CREATE INDEX ix_delivery_person ON public.delivery USING btree (person_id) WHERE (registration_id IS NULL);
CREATE INDEX ix_delivery_registration_id ON public.delivery USING btree (registration_id);
CREATE INDEX ix_delivery_training_id_kind ON public.delivery USING btree (training_id, kind);
CREATE INDEX ix_delivery_waiting ON public.delivery USING btree (network, priority, next_at, id) WHERE ((state)::text = 'scheduled'::text);
CREATE INDEX ix_exchange_pending_person_id ON public.exchange_pending USING btree (person_id);
CREATE INDEX ix_inbox_update_chat ON public.inbox_update USING btree (network, ordering_key, update_id) WHERE ((state)::text = 'new'::text);
CREATE INDEX ix_inbox_update_new ON public.inbox_update USING btree (network, next_at) WHERE ((state)::text = 'new'::text);
CREATE INDEX ix_ledger_network_day ON public.ledger USING btree (network, day);
CREATE INDEX ix_ledger_notice ON public.ledger USING btree (training_id, day) WHERE ((kind)::text = 'notice-published'::text);
CREATE INDEX ix_person_network_office_sector ON public.person USING btree (network, office, sector);
CREATE INDEX ix_registration_person_id ON public.registration USING btree (person_id);
CREATE INDEX ix_registration_training_id_status_position ON public.registration USING btree (training_id, status, "position");
CREATE INDEX ix_report_request_person_id ON public.report_request USING btree (person_id);
CREATE INDEX ix_report_version_network_year ON public.report_version USING btree (network, year);
CREATE INDEX ix_training_network_starts_at ON public.training USING btree (network, starts_at);
CREATE TRIGGER counter_words BEFORE INSERT OR UPDATE ON public.counter FOR EACH ROW EXECUTE FUNCTION public.counter_words();
CREATE TRIGGER delivery_state BEFORE UPDATE OF state ON public.delivery FOR EACH ROW WHEN ((((old.state)::text <> (new.state)::text) AND (NOT ((((old.state)::text = 'scheduled'::text) AND ((new.state)::text = ANY ((ARRAY['claimed'::character varying, 'expired'::character varying, 'cancelled'::character varying, 'undeliverable'::character varying])::text[]))) OR (((old.state)::text = 'claimed'::text) AND ((new.state)::text = ANY ((ARRAY['sending'::character varying, 'scheduled'::character varying, 'expired'::character varying, 'cancelled'::character varying, 'undeliverable'::character varying, 'failed'::character varying])::text[]))) OR (((old.state)::text = 'sending'::text) AND ((new.state)::text = ANY ((ARRAY['sent'::character varying, 'unknown'::character varying, 'scheduled'::character varying, 'undeliverable'::character varying, 'failed'::character varying])::text[]))) OR (((old.state)::text = 'unknown'::text) AND ((new.state)::text = ANY ((ARRAY['sent'::character varying, 'scheduled'::character varying, 'undeliverable'::character varying, 'failed'::character varying, 'expired'::character varying, 'cancelled'::character varying])::text[]))))))) EXECUTE FUNCTION public.delivery_state();
CREATE TRIGGER feedback_count_words BEFORE INSERT OR UPDATE ON public.feedback_count FOR EACH ROW EXECUTE FUNCTION public.feedback_count_words();
CREATE TRIGGER ledger_guard BEFORE INSERT OR DELETE OR UPDATE ON public.ledger FOR EACH ROW EXECUTE FUNCTION public.ledger_guard();
CREATE TRIGGER ledger_words BEFORE INSERT ON public.ledger FOR EACH ROW EXECUTE FUNCTION public.ledger_words();
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT fk_broadcast_created_by_person FOREIGN KEY (created_by) REFERENCES public.person(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.broadcast
    ADD CONSTRAINT fk_broadcast_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.correction
    ADD CONSTRAINT fk_correction_corrects_ledger FOREIGN KEY (corrects) REFERENCES public.ledger(id);
ALTER TABLE ONLY public.correction
    ADD CONSTRAINT fk_correction_entry_id_ledger FOREIGN KEY (entry_id) REFERENCES public.ledger(id);
ALTER TABLE ONLY public.delivery_attempt
    ADD CONSTRAINT fk_delivery_attempt_delivery_id_delivery FOREIGN KEY (delivery_id) REFERENCES public.delivery(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_broadcast_id_broadcast FOREIGN KEY (broadcast_id) REFERENCES public.broadcast(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_registration_id_registration FOREIGN KEY (registration_id) REFERENCES public.registration(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT fk_delivery_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.exchange_pending
    ADD CONSTRAINT fk_exchange_pending_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.feedback_count
    ADD CONSTRAINT fk_feedback_count_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT fk_ledger_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE RESTRICT;
ALTER TABLE ONLY public.quota
    ADD CONSTRAINT fk_quota_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT fk_registration_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.registration
    ADD CONSTRAINT fk_registration_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.report_request
    ADD CONSTRAINT fk_report_request_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.seat_block
    ADD CONSTRAINT fk_seat_block_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.subscription
    ADD CONSTRAINT fk_subscription_person_id_person FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.tally
    ADD CONSTRAINT fk_tally_training_id_training FOREIGN KEY (training_id) REFERENCES public.training(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.training
    ADD CONSTRAINT fk_training_created_by_person FOREIGN KEY (created_by) REFERENCES public.person(id) ON DELETE SET NULL;
