BEGIN TRANSACTION;
CREATE TABLE access_request (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	chat_key BLOB NOT NULL, 
	chat_id BLOB NOT NULL, 
	office VARCHAR(64) NOT NULL, 
	sector VARCHAR(64) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	requested_at DATETIME NOT NULL, 
	CONSTRAINT uq_access_request_network_chat_key UNIQUE (network, chat_key)
);
INSERT INTO "access_request" VALUES(1,'rhein-kreis-neuss',X'97CF1180D36E6A3891CCB57483866A06C689B9B9ECBFF54B3AC40F80E726E369',X'67414141414142724376685834546B6A5673786766356B51506878446D6646774D787745305A366E465137387A755F495161337677715134537465364B653262624A587336315842504A676B796935387470306752426B59525564536B72557356513D3D','rkn-kaarst','school','de','2027-03-12 12:00:25.196891');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0007');
CREATE TABLE assessment (
	network VARCHAR(64) NOT NULL, 
	year SMALLINT NOT NULL, 
	words BLOB NOT NULL, 
	CONSTRAINT pk_assessment PRIMARY KEY (network, year)
);
INSERT INTO "assessment" VALUES('rhein-kreis-neuss',2026,X'6741414141414272437668586A764B4676646D5233354A3033447251456A546B4751655F6A785062347933457871496532694846494C654147736E62727758483344615F5030453742494B4335697153707A5A6B6D6A6A626E6354786A4B3633495243544A376F532D6C71585231347046464952574853734350474467796647384457575748643737436133');
CREATE TABLE broadcast (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	training_id INTEGER NOT NULL, 
	created_by INTEGER, 
	revision INTEGER NOT NULL, 
	audience JSON NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	send_at DATETIME NOT NULL, 
	total INTEGER NOT NULL, 
	progress_card BIGINT, 
	progress_shown INTEGER DEFAULT '-1' NOT NULL, 
	CONSTRAINT ck_broadcast_state CHECK (state IN ('scheduled', 'running', 'done', 'cancelled')), 
	CONSTRAINT fk_broadcast_created_by_person FOREIGN KEY(created_by) REFERENCES person (id) ON DELETE SET NULL, 
	CONSTRAINT fk_broadcast_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE CASCADE
);
INSERT INTO "broadcast" VALUES(1,'rhein-kreis-neuss',1,1,0,'{"offices": [], "sectors": [], "subscribers": false, "again": false}','done','2027-02-09 09:00:05.268392',4,25,4);
CREATE TABLE correction (
	entry_id INTEGER NOT NULL, 
	corrects INTEGER NOT NULL, 
	reason VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_correction PRIMARY KEY (entry_id), 
	CONSTRAINT ck_correction_reason CHECK (reason IN ('miscounted', 'wrong-training', 'wrong-institution', 'duplicate', 'late-information')), 
	CONSTRAINT fk_correction_corrects_ledger FOREIGN KEY(corrects) REFERENCES ledger (id), 
	CONSTRAINT fk_correction_entry_id_ledger FOREIGN KEY(entry_id) REFERENCES ledger (id), 
	CONSTRAINT uq_correction_corrects UNIQUE (corrects)
);
INSERT INTO "correction" VALUES(18,17,'miscounted');
CREATE TABLE counter (
	network VARCHAR(64) NOT NULL, 
	period DATE NOT NULL, 
	series VARCHAR(32) NOT NULL, 
	slug VARCHAR(100) NOT NULL, 
	n INTEGER NOT NULL, 
	CONSTRAINT pk_counter PRIMARY KEY (network, period, series, slug), 
	CONSTRAINT ck_counter_series CHECK (series IN ('exchange-pair', 'exchange-topic', 'exchange-format', 'exchange-length', 'need-topic', 'need-sector')), 
	CONSTRAINT ck_counter_slug CHECK (slug = lower(slug) AND replace(slug, ' ', '') = slug), 
	CONSTRAINT ck_counter_n CHECK (n >= 0)
);
INSERT INTO "counter" VALUES('rhein-kreis-neuss','2027-02-01','exchange-pair','office:rkn-neuss+sector:police',3);
INSERT INTO "counter" VALUES('rhein-kreis-neuss','2027-02-01','exchange-topic','trauma',3);
CREATE TABLE delivery (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	dedupe_key VARCHAR(120) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	priority SMALLINT NOT NULL, 
	person_id INTEGER, 
	chat_key BLOB, 
	chat_id BLOB, 
	training_id INTEGER, 
	registration_id INTEGER, 
	broadcast_id INTEGER, 
	facts JSON NOT NULL, 
	payload BLOB, 
	in_place BOOLEAN NOT NULL, 
	due_at DATETIME NOT NULL, 
	next_at DATETIME NOT NULL, 
	expires_at DATETIME, 
	state VARCHAR(16) NOT NULL, 
	attempt INTEGER DEFAULT '0' NOT NULL, 
	resends INTEGER DEFAULT '0' NOT NULL, 
	crashes INTEGER DEFAULT '0' NOT NULL, 
	plain BOOLEAN NOT NULL, 
	owner VARCHAR(64), 
	generation INTEGER DEFAULT '0' NOT NULL, 
	lease_until DATETIME, 
	sending_at DATETIME, 
	settled_at DATETIME, 
	message_id BIGINT, 
	error VARCHAR(300), 
	CONSTRAINT ck_delivery_state CHECK (state IN ('scheduled', 'claimed', 'sending', 'sent', 'unknown', 'undeliverable', 'failed', 'expired', 'cancelled')), 
	CONSTRAINT ck_delivery_priority CHECK (priority BETWEEN 0 AND 2), 
	CONSTRAINT ck_delivery_resends CHECK (resends BETWEEN 0 AND 100), 
	CONSTRAINT fk_delivery_broadcast_id_broadcast FOREIGN KEY(broadcast_id) REFERENCES broadcast (id) ON DELETE CASCADE, 
	CONSTRAINT fk_delivery_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL, 
	CONSTRAINT fk_delivery_registration_id_registration FOREIGN KEY(registration_id) REFERENCES registration (id) ON DELETE SET NULL, 
	CONSTRAINT fk_delivery_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE CASCADE, 
	CONSTRAINT uq_delivery_network_dedupe_key UNIQUE (network, dedupe_key)
);
INSERT INTO "delivery" VALUES(44,'rhein-kreis-neuss','reminder:1:one-day:0','reminder',1,2,NULL,NULL,1,1,NULL,'{"stage": "one-day", "revision": 0}',NULL,0,'2027-03-11 07:00:00.000000','2027-03-11 07:00:00.164242','2027-03-12 08:00:00.000000','sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-11 07:01:30.132824','2027-03-11 07:00:00.132824','2027-03-11 07:00:00.164242',37,NULL);
INSERT INTO "delivery" VALUES(55,'rhein-kreis-neuss','reminder:3:one-day:0','reminder',1,4,NULL,NULL,1,3,NULL,'{"stage": "one-day", "revision": 0}',NULL,0,'2027-03-11 07:00:00.000000','2027-03-11 07:00:00.169400','2027-03-12 08:00:00.000000','sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-11 07:01:30.132824','2027-03-11 07:00:00.132824','2027-03-11 07:00:00.169400',38,NULL);
INSERT INTO "delivery" VALUES(57,'rhein-kreis-neuss','answer:100000035:0','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-11 07:01:00.404054','2027-03-11 07:01:00.487415',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-11 07:02:30.452618','2027-03-11 07:01:00.452618','2027-03-11 07:01:00.487415',40,NULL);
INSERT INTO "delivery" VALUES(58,'rhein-kreis-neuss','answer:100000036:0','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,1,'2027-03-11 07:01:00.668624','2027-03-11 07:01:00.718886',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-11 07:02:30.707605','2027-03-11 07:01:00.707605','2027-03-11 07:01:00.718886',40,NULL);
INSERT INTO "delivery" VALUES(59,'rhein-kreis-neuss','close-request:1:1:1','close-request',1,1,NULL,NULL,1,NULL,NULL,'{"n": 1}',NULL,0,'2027-03-12 12:00:00.070762','2027-03-12 12:00:00.328373',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:30.261456','2027-03-12 12:00:00.261456','2027-03-12 12:00:00.328373',41,NULL);
INSERT INTO "delivery" VALUES(60,'rhein-kreis-neuss','answer:100000037:0','answer',0,1,NULL,NULL,NULL,NULL,NULL,'{}',NULL,1,'2027-03-12 12:00:00.683379','2027-03-12 12:00:00.761714',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:30.733081','2027-03-12 12:00:00.733081','2027-03-12 12:00:00.761714',41,NULL);
INSERT INTO "delivery" VALUES(61,'rhein-kreis-neuss','feedback:1','feedback',1,2,NULL,NULL,1,1,NULL,'{}',NULL,0,'2027-03-12 12:00:01.014909','2027-03-12 12:00:01.194500','2027-03-19 12:00:01.014909','sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:31.124236','2027-03-12 12:00:01.124236','2027-03-12 12:00:01.194500',42,NULL);
INSERT INTO "delivery" VALUES(62,'rhein-kreis-neuss','feedback:3','feedback',1,4,NULL,NULL,1,3,NULL,'{}',NULL,0,'2027-03-12 12:00:01.014909','2027-03-12 12:00:01.194500','2027-03-19 12:00:01.014909','sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:31.124236','2027-03-12 12:00:01.124236','2027-03-12 12:00:01.194500',43,NULL);
INSERT INTO "delivery" VALUES(63,'rhein-kreis-neuss','answer:100000038:0','answer',0,1,NULL,NULL,NULL,NULL,NULL,'{}',NULL,1,'2027-03-12 12:00:01.014909','2027-03-12 12:00:01.172559',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:31.124236','2027-03-12 12:00:01.124236','2027-03-12 12:00:01.172559',41,NULL);
INSERT INTO "delivery" VALUES(64,'rhein-kreis-neuss','answer:100000039:0','answer',0,1,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-12 12:00:01.455795','2027-03-12 12:00:01.679733',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:31.657735','2027-03-12 12:00:01.657735','2027-03-12 12:00:01.679733',45,NULL);
INSERT INTO "delivery" VALUES(65,'rhein-kreis-neuss','report:1:0','answer',0,1,NULL,NULL,NULL,NULL,NULL,'{}',NULL,1,'2027-03-12 12:00:11.537128','2027-03-12 12:00:11.569552',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:41.563774','2027-03-12 12:00:11.563774','2027-03-12 12:00:11.569552',45,NULL);
INSERT INTO "delivery" VALUES(66,'rhein-kreis-neuss','report:2:0','answer',1,1,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-12 12:00:23.743252','2027-03-12 12:00:23.957001',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:53.888059','2027-03-12 12:00:23.888059','2027-03-12 12:00:23.957001',46,NULL);
INSERT INTO "delivery" VALUES(67,'rhein-kreis-neuss','answer:100000041:0','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-12 12:00:24.164520','2027-03-12 12:00:24.446451',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:54.391863','2027-03-12 12:00:24.391863','2027-03-12 12:00:24.446451',48,NULL);
INSERT INTO "delivery" VALUES(68,'rhein-kreis-neuss','answer:100000041:1','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-12 12:00:24.164520','2027-03-12 12:00:24.446451',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:54.391863','2027-03-12 12:00:24.391863','2027-03-12 12:00:24.446451',49,NULL);
INSERT INTO "delivery" VALUES(69,'rhein-kreis-neuss','answer:100000041:2','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-12 12:00:24.164520','2027-03-12 12:00:24.446451',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:54.391863','2027-03-12 12:00:24.391863','2027-03-12 12:00:24.446451',50,NULL);
INSERT INTO "delivery" VALUES(70,'rhein-kreis-neuss','answer:100000042:0','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,0,'2027-03-12 12:00:24.648092','2027-03-12 12:00:24.736484',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:54.721164','2027-03-12 12:00:24.721164','2027-03-12 12:00:24.736484',52,NULL);
INSERT INTO "delivery" VALUES(71,'rhein-kreis-neuss','answer:100000043:0','answer',0,NULL,NULL,NULL,NULL,NULL,NULL,'{}',NULL,1,'2027-03-12 12:00:24.896619','2027-03-12 12:00:24.976423',NULL,'sent',1,0,0,0,'11973-b928cb8d4ea7',1,'2027-03-12 12:01:54.966828','2027-03-12 12:00:24.966828','2027-03-12 12:00:24.976423',52,NULL);
CREATE TABLE delivery_attempt (
	id INTEGER NOT NULL, 
	delivery_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	owner VARCHAR(64), 
	ended_at DATETIME NOT NULL, 
	outcome VARCHAR(32) NOT NULL, 
	error VARCHAR(300), 
	CONSTRAINT pk_delivery_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_attempt_delivery_id_delivery FOREIGN KEY(delivery_id) REFERENCES delivery (id) ON DELETE CASCADE
);
INSERT INTO "delivery_attempt" VALUES(3,44,1,'11973-b928cb8d4ea7','2027-03-11 07:00:00.164242','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(4,55,1,'11973-b928cb8d4ea7','2027-03-11 07:00:00.169400','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(5,57,1,'11973-b928cb8d4ea7','2027-03-11 07:01:00.487415','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(6,58,1,'11973-b928cb8d4ea7','2027-03-11 07:01:00.718886','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(7,59,1,'11973-b928cb8d4ea7','2027-03-12 12:00:00.328373','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(8,60,1,'11973-b928cb8d4ea7','2027-03-12 12:00:00.761714','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(9,63,1,'11973-b928cb8d4ea7','2027-03-12 12:00:01.172559','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(10,61,1,'11973-b928cb8d4ea7','2027-03-12 12:00:01.194500','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(11,62,1,'11973-b928cb8d4ea7','2027-03-12 12:00:01.194500','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(12,64,1,'11973-b928cb8d4ea7','2027-03-12 12:00:01.679733','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(13,65,1,'11973-b928cb8d4ea7','2027-03-12 12:00:11.569552','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(14,66,1,'11973-b928cb8d4ea7','2027-03-12 12:00:23.957001','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(15,67,1,'11973-b928cb8d4ea7','2027-03-12 12:00:24.446451','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(16,68,1,'11973-b928cb8d4ea7','2027-03-12 12:00:24.446451','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(17,69,1,'11973-b928cb8d4ea7','2027-03-12 12:00:24.446451','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(18,70,1,'11973-b928cb8d4ea7','2027-03-12 12:00:24.736484','sent',NULL);
INSERT INTO "delivery_attempt" VALUES(19,71,1,'11973-b928cb8d4ea7','2027-03-12 12:00:24.976423','sent',NULL);
CREATE TABLE draft (
	network VARCHAR(64) NOT NULL, 
	chat_key BLOB NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	step VARCHAR(32) NOT NULL, 
	data BLOB NOT NULL, 
	version INTEGER NOT NULL, 
	card BIGINT, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (network, chat_key)
);
INSERT INTO "draft" VALUES('rhein-kreis-neuss',X'778B4F7B4FD194262E30CF01EC84FE1ECB834B767C377C12AF135BB013272555','plan','title',X'6741414141414272437668584A305838664276637468395842573475534A3648706F6946516B7448367A464F2D78364A5A475944712D7A48386D67643971496C2D506830484F53345254625741534C48425A6F4631644D77487A6E34795033514B773D3D',7,NULL,'2027-03-12 12:00:25.196891');
CREATE TABLE exchange_pending (
	id INTEGER NOT NULL, 
	network VARCHAR(64) NOT NULL, 
	person_id INTEGER NOT NULL, 
	own VARCHAR(48) NOT NULL, 
	partner VARCHAR(48) NOT NULL, 
	topic VARCHAR(32) NOT NULL, 
	format VARCHAR(16) NOT NULL, 
	length VARCHAR(16) NOT NULL, 
	noted_at DATETIME NOT NULL, 
	CONSTRAINT pk_exchange_pending PRIMARY KEY (id), 
	CONSTRAINT ck_exchange_pending_format CHECK (format IN ('phone', 'meeting', 'video', 'writing', 'event')), 
	CONSTRAINT ck_exchange_pending_length CHECK (length IN ('short', 'medium', 'long')), 
	CONSTRAINT ck_exchange_pending_own CHECK (own = lower(own) AND replace(own, ' ', '') = own), 
	CONSTRAINT ck_exchange_pending_partner CHECK (partner = lower(partner) AND replace(partner, ' ', '') = partner), 
	CONSTRAINT ck_exchange_pending_topic CHECK (topic IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')), 
	CONSTRAINT fk_exchange_pending_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
INSERT INTO "exchange_pending" VALUES(1,'rhein-kreis-neuss',5,'office:rkn-neuss','sector:police','trauma','phone','short','2027-03-13 09:00:00.000000');
CREATE TABLE feedback_count (
	training_id INTEGER NOT NULL, 
	item VARCHAR(16) NOT NULL, 
	score SMALLINT NOT NULL, 
	n INTEGER NOT NULL, 
	CONSTRAINT pk_feedback_count PRIMARY KEY (training_id, item, score), 
	CONSTRAINT ck_feedback_count_item CHECK (item IN ('form', 'useful', 'applicable', 'exchange', 'organisation', 'recommend')), 
	CONSTRAINT ck_feedback_count_n CHECK (n >= 0), 
	CONSTRAINT ck_feedback_count_score CHECK (score BETWEEN 0 AND 5), 
	CONSTRAINT fk_feedback_count_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE RESTRICT
);
INSERT INTO "feedback_count" VALUES(1,'useful',4,2);
CREATE TABLE inbox_update (
	network VARCHAR(64) NOT NULL, 
	update_id BIGINT NOT NULL, 
	ordering_key BLOB NOT NULL, 
	payload BLOB, 
	received_at DATETIME NOT NULL, 
	state VARCHAR(8) NOT NULL, 
	attempts INTEGER DEFAULT '0' NOT NULL, 
	next_at DATETIME NOT NULL, 
	owner VARCHAR(64), 
	lease_until DATETIME, 
	error VARCHAR(300), 
	CONSTRAINT pk_inbox_update PRIMARY KEY (network, update_id), 
	CONSTRAINT ck_inbox_update_state CHECK (state IN ('new', 'done', 'dead'))
);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000035,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-11 07:01:00.382990','done',1,'2027-03-11 07:01:00.382990','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000036,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-11 07:01:00.634990','done',1,'2027-03-11 07:01:00.634990','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000037,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:00.646579','done',1,'2027-03-12 12:00:00.646579','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000038,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:00.971391','done',1,'2027-03-12 12:00:00.971391','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000039,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:01.388846','done',1,'2027-03-12 12:00:01.388846','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000040,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:01.815832','done',1,'2027-03-12 12:00:01.815832','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000041,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:24.151108','done',1,'2027-03-12 12:00:24.151108','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000042,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:24.607664','done',1,'2027-03-12 12:00:24.607664','11973-b928cb8d4ea7',NULL,NULL);
INSERT INTO "inbox_update" VALUES('rhein-kreis-neuss',100000043,X'0000000000000000000000000000000000000000000000000000000000000000',NULL,'2027-03-12 12:00:24.860212','done',1,'2027-03-12 12:00:24.860212','11973-b928cb8d4ea7',NULL,NULL);
CREATE TABLE invitation (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	token_hash BLOB NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	office VARCHAR(64), 
	sector VARCHAR(64), 
	uses_left INTEGER NOT NULL, 
	expires_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	CONSTRAINT ck_invitation_role CHECK (role IN ('specialist', 'coordinator', 'lead', 'auditor')), 
	CONSTRAINT ck_invitation_uses_left CHECK (uses_left >= 0), 
	CONSTRAINT uq_invitation_token_hash UNIQUE (token_hash)
);
INSERT INTO "invitation" VALUES(1,'rhein-kreis-neuss',X'1E634B034C36F13ECC6DA1027F19DBAE00DCDBC61028DDE84F62913E6CF5CFEE','coordinator','rkn-kaarst',NULL,0,'2027-02-23 09:00:00.579891',NULL);
INSERT INTO "invitation" VALUES(2,'rhein-kreis-neuss',X'D2FDB043B8585B5BD131EA41C85C7725FAD26C598FDDAAE40A0A2DAAF2A8436F','specialist','rkn-neuss',NULL,0,'2027-02-23 09:00:01.246657',NULL);
INSERT INTO "invitation" VALUES(3,'rhein-kreis-neuss',X'9FEA9CBD42944FE30ABBFB10E8A0B6CE3E02F51ECCB3EB8E4621A70B4E770D11','specialist','rkn-dormagen',NULL,0,'2027-02-23 09:00:01.753157',NULL);
INSERT INTO "invitation" VALUES(4,'rhein-kreis-neuss',X'25C78B5AC3F3F93F1A175D93D651825BB6755244DE33C529B85D71731664DA38','specialist',NULL,'police',0,'2027-02-23 09:00:02.122746',NULL);
CREATE TABLE lease (
	network VARCHAR(64) NOT NULL, 
	name VARCHAR(32) NOT NULL, 
	owner VARCHAR(64) NOT NULL, 
	generation INTEGER NOT NULL, 
	expires_at DATETIME NOT NULL, 
	CONSTRAINT pk_lease PRIMARY KEY (network, name)
);
INSERT INTO "lease" VALUES('rhein-kreis-neuss','lead','old',3,'2027-03-13 09:00:24.000000');
CREATE TABLE ledger (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	day DATE NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	n INTEGER NOT NULL, 
	training_id INTEGER, 
	notice_id INTEGER, 
	office VARCHAR(64), 
	sector VARCHAR(64), 
	detail VARCHAR(64) DEFAULT '' NOT NULL, 
	CONSTRAINT ck_ledger_kind CHECK (kind IN ('notice-published', 'notice-audience', 'notice-delivered', 'registration-confirmed', 'registration-waitlisted', 'registration-promoted', 'registration-withdrawn', 'registration-late-withdrawn', 'registered-at-start', 'block-seats', 'reminder-sent', 'event-held', 'event-cancelled', 'event-postponed', 'attendance', 'feedback', 'need', 'exchange-held', 'procedure-agreed', 'advice-total', 'goal-set', 'goal-result')), 
	CONSTRAINT ck_ledger_one_breakdown CHECK (office IS NULL OR sector IS NULL), 
	CONSTRAINT fk_ledger_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE RESTRICT
);
INSERT INTO "ledger" VALUES(1,'rhein-kreis-neuss','2027-02-09','notice-published',1,1,1,NULL,NULL,'');
INSERT INTO "ledger" VALUES(2,'rhein-kreis-neuss','2027-02-09','notice-audience',4,1,1,NULL,NULL,'');
INSERT INTO "ledger" VALUES(3,'rhein-kreis-neuss','2027-02-09','notice-delivered',4,1,1,NULL,NULL,'');
INSERT INTO "ledger" VALUES(4,'rhein-kreis-neuss','2027-03-12','reminder-sent',2,1,NULL,NULL,NULL,'one-week');
INSERT INTO "ledger" VALUES(5,'rhein-kreis-neuss','2027-03-12','event-held',1,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(6,'rhein-kreis-neuss','2027-03-12','registered-at-start',2,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(7,'rhein-kreis-neuss','2027-03-12','attendance',2,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(8,'rhein-kreis-neuss','2027-03-12','attendance',1,1,NULL,'county-wide',NULL,'');
INSERT INTO "ledger" VALUES(9,'rhein-kreis-neuss','2027-03-12','attendance',1,1,NULL,'rkn-neuss',NULL,'');
INSERT INTO "ledger" VALUES(10,'rhein-kreis-neuss','2027-03-12','attendance',1,1,NULL,NULL,'police','');
INSERT INTO "ledger" VALUES(11,'rhein-kreis-neuss','2027-03-12','attendance',1,1,NULL,NULL,'youth-office','');
INSERT INTO "ledger" VALUES(12,'rhein-kreis-neuss','2027-03-12','registration-confirmed',2,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(13,'rhein-kreis-neuss','2027-03-12','registration-promoted',1,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(14,'rhein-kreis-neuss','2027-03-12','registration-waitlisted',1,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(15,'rhein-kreis-neuss','2027-03-12','registration-withdrawn',1,1,NULL,NULL,NULL,'');
INSERT INTO "ledger" VALUES(16,'rhein-kreis-neuss','2027-03-12','reminder-sent',2,1,NULL,NULL,NULL,'one-day');
INSERT INTO "ledger" VALUES(17,'rhein-kreis-neuss','2026-05-04','exchange-held',1,NULL,NULL,NULL,NULL,'round-table');
INSERT INTO "ledger" VALUES(18,'rhein-kreis-neuss','2026-05-04','exchange-held',-1,NULL,NULL,NULL,NULL,'round-table');
INSERT INTO "ledger" VALUES(19,'rhein-kreis-neuss','2026-05-04','exchange-held',2,NULL,NULL,NULL,NULL,'round-table');
CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	chat_key BLOB NOT NULL, 
	chat_id BLOB NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	office VARCHAR(64) NOT NULL, 
	sector VARCHAR(64) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	name BLOB, 
	consent_version INTEGER NOT NULL, 
	consented_on DATE NOT NULL, 
	active_on DATE NOT NULL, 
	unreachable_since DATETIME, 
	CONSTRAINT ck_person_role CHECK (role IN ('specialist', 'coordinator', 'lead', 'auditor')), 
	CONSTRAINT uq_person_network_chat_key UNIQUE (network, chat_key)
);
INSERT INTO "person" VALUES(1,'rhein-kreis-neuss',X'370C75CDF6F4F206DE5A33DA69CA3786E45985194F4239BD0EE5A4560884B957',X'6741414141414272437667315943537A5571734479634676304B3556694834445F2D6179615F6C42635A2D484A5051624736575363365752504B5559665A2D56656A6A706A6B7A4763444A363864484C4630766444546C4233695A536179484364673D3D','coordinator','rkn-kaarst','youth-office','de',NULL,1,'2027-02-09','2027-03-12',NULL);
INSERT INTO "person" VALUES(2,'rhein-kreis-neuss',X'629E700FD3F1B331977C3EC7AB34B77599A58D401BBB1CDCA173A28BB7065D3C',X'674141414141427243766732324478685F397332324B577079646866726F627070336F4267694539774C4B5A67766C6E387A79547674505A766B754D676C68744A6C6D7357596C4D4D6C30565345684435333473765036396B64534E3336396656513D3D','specialist','rkn-neuss','youth-office','de',NULL,1,'2027-02-09','2027-02-09',NULL);
INSERT INTO "person" VALUES(4,'rhein-kreis-neuss',X'49994095584B18769B76E2724AC70E049B326A849BA6502981B8B39679B3EDDA',X'67414141414142724376673238424F517A55795F46356F35692D766C784438794735394438507149562D735643476741525159303533334D5366673030517251704D3830344E6867715732414278454C3169695559755779596C484A5664534559413D3D','specialist','county-wide','police','de',NULL,1,'2027-02-09','2027-02-09',NULL);
INSERT INTO "person" VALUES(5,'rhein-kreis-neuss',X'778B4F7B4FD194262E30CF01EC84FE1ECB834B767C377C12AF135BB013272555',X'674141414141427243766858614164357A7951767763776C33643971414F344245396A4D394C5A356B694175397A354478694A316C495F68585142456332433349725F306D4B712D5A76486F4C5952684B37344F3568624F584866556A484F6E52773D3D','specialist','rkn-neuss','health','en',X'6741414141414272437668585877797237525131464B695567587136594967714E43563251733635304145466E624A4572326376776869364B54544F6464435536324337484A2D59415845505F6F75463530306A3251565F527944427649584639513D3D',1,'2027-03-12','2027-03-12',NULL);
INSERT INTO "person" VALUES(6,'rhein-kreis-neuss',X'C719B2118BDFCFC6B08EBE5BB066A823D6730EA5A63F2E74AB0FB7FBE438C472',X'67414141414142724376685830427749624936587477706B61335562613946714F7749376771344A6A74624E715236392D7949462D417432784B614D6C7A5F727853615F7977425A484A6C316B6F422D343073564448564E3461335531574D4369513D3D','specialist','county-wide','police','de',NULL,1,'2027-03-12','2027-03-12',NULL);
CREATE TABLE quota (
	training_id INTEGER NOT NULL, 
	office VARCHAR(64) NOT NULL, 
	n INTEGER NOT NULL, 
	CONSTRAINT pk_quota PRIMARY KEY (training_id, office), 
	CONSTRAINT ck_quota_n CHECK (n > 0), 
	CONSTRAINT fk_quota_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE CASCADE
);
INSERT INTO "quota" VALUES(2,'rkn-neuss',3);
CREATE TABLE registration (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	training_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	muted BOOLEAN NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT ck_registration_status CHECK (status IN ('confirmed', 'waitlisted', 'offered', 'withdrawn', 'late-withdrawn', 'attended', 'absent')), 
	CONSTRAINT fk_registration_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_registration_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE CASCADE, 
	CONSTRAINT uq_registration_training_id_person_id UNIQUE (training_id, person_id), 
	CONSTRAINT uq_registration_training_id_position UNIQUE (training_id, position)
);
INSERT INTO "registration" VALUES(1,'rhein-kreis-neuss',1,2,'confirmed',2,0,'2027-02-09 09:00:05.820317');
INSERT INTO "registration" VALUES(3,'rhein-kreis-neuss',1,4,'confirmed',4,0,'2027-02-09 09:00:07.714794');
INSERT INTO "registration" VALUES(4,'rhein-kreis-neuss',2,5,'confirmed',1,0,'2027-03-13 09:00:00.000000');
INSERT INTO "registration" VALUES(5,'rhein-kreis-neuss',2,6,'waitlisted',2,0,'2027-03-13 09:01:00.000000');
CREATE TABLE report_request (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	person_id INTEGER NOT NULL, 
	year SMALLINT NOT NULL, 
	what VARCHAR(16) NOT NULL, 
	office VARCHAR(64) NOT NULL, 
	quarter SMALLINT NOT NULL, 
	page SMALLINT NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	card BIGINT, 
	asked_at DATETIME NOT NULL, 
	attempts INTEGER DEFAULT '0' NOT NULL, 
	owner VARCHAR(64), 
	lease_until DATETIME, 
	CONSTRAINT ck_report_request_what CHECK (what IN ('opened', 'figures', 'places', 'potentials', 'quarter', 'charts', 'files')), 
	CONSTRAINT ck_report_request_quarter CHECK (quarter BETWEEN 0 AND 4), 
	CONSTRAINT fk_report_request_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT uq_report_request_wanted UNIQUE (network, person_id, year, what, office, quarter, page)
);
INSERT INTO "report_request" VALUES(4,'rhein-kreis-neuss',6,2026,'figures','',0,0,'de',NULL,'2027-03-13 09:00:00.000000',0,NULL,NULL);
CREATE TABLE report_version (
	id INTEGER NOT NULL, 
	network VARCHAR(64) NOT NULL, 
	year SMALLINT NOT NULL, 
	mode VARCHAR(16) NOT NULL, 
	made_on DATE NOT NULL, 
	cells JSON NOT NULL, 
	CONSTRAINT pk_report_version PRIMARY KEY (id), 
	CONSTRAINT ck_report_version_mode CHECK (mode IN ('suppress', 'round5'))
);
INSERT INTO "report_version" VALUES(1,'rhein-kreis-neuss',2026,'suppress','2027-03-01','{"values": {"A1": 2}, "said": {"A1": [2, 2]}, "relations": []}');
CREATE TABLE seat_block (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	training_id INTEGER NOT NULL, 
	office VARCHAR(64) NOT NULL, 
	sector VARCHAR(64) NOT NULL, 
	n INTEGER NOT NULL, 
	CONSTRAINT ck_seat_block_n CHECK (n > 0), 
	CONSTRAINT fk_seat_block_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE CASCADE, 
	CONSTRAINT uq_seat_block_training_id_office_sector UNIQUE (training_id, office, sector)
);
INSERT INTO "seat_block" VALUES(1,2,'county-wide','police',2);
CREATE TABLE send_gate (
	network VARCHAR(64) NOT NULL, 
	paused_until DATETIME NOT NULL, 
	reason VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_send_gate PRIMARY KEY (network)
);
INSERT INTO "send_gate" VALUES('rhein-kreis-neuss','2027-03-13 09:00:05.000000','429');
CREATE TABLE subscription (
	person_id INTEGER NOT NULL, 
	topic VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_subscription PRIMARY KEY (person_id, topic), 
	CONSTRAINT fk_subscription_person_id_person FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
INSERT INTO "subscription" VALUES(5,'trauma');
CREATE TABLE tally (
	training_id INTEGER NOT NULL, 
	kind VARCHAR(64) NOT NULL, 
	n INTEGER NOT NULL, 
	CONSTRAINT pk_tally PRIMARY KEY (training_id, kind), 
	CONSTRAINT ck_tally_n CHECK (n >= 0), 
	CONSTRAINT fk_tally_training_id_training FOREIGN KEY(training_id) REFERENCES training (id) ON DELETE CASCADE
);
INSERT INTO "tally" VALUES(1,'registration-confirmed',2);
INSERT INTO "tally" VALUES(1,'registration-waitlisted',1);
INSERT INTO "tally" VALUES(1,'registration-withdrawn',1);
INSERT INTO "tally" VALUES(1,'registration-promoted',1);
CREATE TABLE training (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	network VARCHAR(64) NOT NULL, 
	uid VARCHAR(64) NOT NULL, 
	host VARCHAR(64) NOT NULL, 
	created_by INTEGER, 
	title VARCHAR(200) NOT NULL, 
	topic VARCHAR(64) NOT NULL, 
	format VARCHAR(64) NOT NULL, 
	mode VARCHAR(32) NOT NULL, 
	place VARCHAR(200) NOT NULL, 
	link VARCHAR(400) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	deadline_at DATETIME NOT NULL, 
	withdraw_by DATETIME NOT NULL, 
	seats INTEGER, 
	units INTEGER NOT NULL, 
	sectors JSON NOT NULL, 
	reminders JSON NOT NULL, 
	accessibility JSON NOT NULL, 
	status VARCHAR(32) NOT NULL, 
	revision INTEGER DEFAULT '0' NOT NULL, 
	sequence INTEGER DEFAULT '0' NOT NULL, 
	next_position INTEGER DEFAULT '1' NOT NULL, 
	closed_at DATETIME, 
	close_asked_at DATETIME, release_at DATETIME, block_seats INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_training_blocks CHECK (block_seats BETWEEN 0 AND coalesce(seats, block_seats)), quota_seats INTEGER DEFAULT 0 NOT NULL CONSTRAINT ck_training_quotas CHECK (quota_seats BETWEEN 0 AND coalesce(seats, 0)) CONSTRAINT ck_training_release CHECK (quota_seats = 0 OR release_at IS NOT NULL), 
	CONSTRAINT ck_training_status CHECK (status IN ('draft', 'published', 'closed', 'held', 'cancelled', 'postponed')), 
	CONSTRAINT ck_training_dates CHECK (ends_at > starts_at), 
	CONSTRAINT ck_training_seats CHECK (seats IS NULL OR seats > 0), 
	CONSTRAINT fk_training_created_by_person FOREIGN KEY(created_by) REFERENCES person (id) ON DELETE SET NULL, 
	CONSTRAINT uq_training_uid UNIQUE (uid)
);
INSERT INTO "training" VALUES(1,'rhein-kreis-neuss','36abe151-b959-46b1-abf3-31594af82d5f','rkn-kaarst',1,'Gespräche mit Kindern & Eltern führen','conversation-skills','seminar','in-person','Rathaus Büttgen, Saal 2','','2027-03-12 08:00:00.000000','2027-03-12 11:30:00.000000','2027-02-26 22:59:00.000000','2027-03-05 22:59:00.000000',2,4,'[]','[["one-week", 7, "08:00"], ["one-day", 1, "08:00"]]','[]','held',0,0,5,'2027-03-12 12:00:01.014909','2027-03-12 12:00:00.070762',NULL,0,0);
INSERT INTO "training" VALUES(2,'rhein-kreis-neuss','d8f7356c-7924-4ed7-89dd-19ea3485c6a3','rkn-kaarst',NULL,'Schutzkonzepte <b>&</b> Beteiligung','protection-concepts','workshop','hybrid','Rathaus, Saal 2','https://video.example/raum','2027-04-21 12:00:25.196891','2027-04-21 15:00:25.196891','2027-04-07 12:00:25.196891','2027-04-14 12:00:25.196891',10,4,'[]','[["one-week", 7, "08:00"], ["one-day", 1, "08:00"]]','[]','published',0,0,3,NULL,NULL,'2027-03-31 12:00:25.196891',2,3);
CREATE TABLE year_seal (
	network VARCHAR(64) NOT NULL, 
	year SMALLINT NOT NULL, 
	rows INTEGER NOT NULL, 
	previous VARCHAR(64) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	sealed_on DATE NOT NULL, 
	CONSTRAINT pk_year_seal PRIMARY KEY (network, year), 
	CONSTRAINT ck_year_seal_digest CHECK (length(digest) = 64), 
	CONSTRAINT ck_year_seal_previous CHECK (length(previous) = 64)
);
INSERT INTO "year_seal" VALUES('rhein-kreis-neuss',2026,3,'0000000000000000000000000000000000000000000000000000000000000000','97687dec6c39f328bc4a8a265ac2ea5782a02732b6cb7e3e965c0803c62a8ad3','2027-03-02');
CREATE INDEX ix_inbox_update_chat ON inbox_update (network, ordering_key, update_id) WHERE state = 'new';
CREATE INDEX ix_inbox_update_new ON inbox_update (network, next_at) WHERE state = 'new';
CREATE INDEX ix_person_network_office_sector ON person (network, office, sector);
CREATE INDEX ix_training_network_starts_at ON training (network, starts_at);
CREATE INDEX ix_broadcast_network_state_send_at ON broadcast (network, state, send_at);
CREATE INDEX ix_ledger_network_day ON ledger (network, day);
CREATE INDEX ix_registration_person_id ON registration (person_id);
CREATE INDEX ix_registration_training_id_status_position ON registration (training_id, status, position);
CREATE INDEX ix_delivery_broadcast_id_state ON delivery (broadcast_id, state);
CREATE INDEX ix_delivery_in_hand ON delivery (network, state, lease_until) WHERE state IN ('claimed', 'sending', 'unknown');
CREATE INDEX ix_delivery_registration_id ON delivery (registration_id);
CREATE INDEX ix_delivery_training_id_kind ON delivery (training_id, kind);
CREATE INDEX ix_delivery_waiting ON delivery (network, priority, next_at, id) WHERE state = 'scheduled';
CREATE INDEX ix_delivery_attempt_delivery_id ON delivery_attempt (delivery_id);
CREATE TRIGGER delivery_state BEFORE UPDATE OF state ON delivery WHEN OLD.state <> NEW.state AND NOT ((OLD.state = 'scheduled' AND NEW.state IN ('claimed', 'expired', 'cancelled', 'undeliverable')) OR (OLD.state = 'claimed' AND NEW.state IN ('sending', 'scheduled', 'expired', 'cancelled', 'undeliverable', 'failed')) OR (OLD.state = 'sending' AND NEW.state IN ('sent', 'unknown', 'scheduled', 'undeliverable', 'failed')) OR (OLD.state = 'unknown' AND NEW.state IN ('sent', 'scheduled', 'undeliverable', 'failed', 'expired', 'cancelled'))) BEGIN SELECT RAISE(ABORT, 'this state may not follow'); END;
CREATE INDEX ix_report_version_network_year ON report_version (network, year);
CREATE INDEX ix_exchange_pending_person_id ON exchange_pending (person_id);
CREATE TRIGGER ledger_changed BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'a ledger row is final'); END;
CREATE TRIGGER ledger_erased BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'a ledger row is final'); END;
CREATE TRIGGER ledger_sealed BEFORE INSERT ON ledger WHEN EXISTS (SELECT 1 FROM year_seal WHERE network = NEW.network AND year = CAST(strftime('%Y', NEW.day) AS INTEGER)) BEGIN SELECT RAISE(ABORT, 'this year is sealed'); END;
CREATE TRIGGER ledger_worded BEFORE INSERT ON ledger WHEN NEW.detail <> lower(NEW.detail) OR NEW.detail <> replace(NEW.detail, ' ', '') BEGIN SELECT RAISE(ABORT, 'a ledger row holds no text'); END;
CREATE INDEX ix_report_request_person_id ON report_request (person_id);
CREATE INDEX ix_ledger_notice ON ledger (training_id, day) WHERE kind = 'notice-published';
CREATE INDEX ix_delivery_person ON delivery (person_id) WHERE registration_id IS NULL;
CREATE TRIGGER ledger_words_insert_1 BEFORE INSERT ON ledger WHEN ((NEW.kind = 'reminder-sent' AND NEW.detail IN ('deadline-near', 'two-weeks', 'one-week', 'three-days', 'one-day', 'same-day', 'feedback')) OR (NEW.kind = 'event-held' AND NEW.detail IN ('', 'specialist-day', 'seminar', 'workshop', 'lecture', 'training-series', 'certificate-course', 'case-workshop', 'network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'info-session', 'other')) OR (NEW.kind = 'event-cancelled' AND NEW.detail IN ('', 'specialist-day', 'seminar', 'workshop', 'lecture', 'training-series', 'certificate-course', 'case-workshop', 'network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'info-session', 'other')) OR (NEW.kind = 'attendance' AND NEW.detail IN ('', 'specialist-day', 'seminar', 'workshop', 'lecture', 'training-series', 'certificate-course', 'case-workshop', 'network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'info-session', 'other')) OR (NEW.kind = 'need' AND NEW.detail IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.kind = 'exchange-held' AND NEW.detail IN ('network-meeting', 'coordination-conference', 'steering-group', 'working-group', 'quality-dialogue', 'round-table', 'network-meeting:minutes', 'coordination-conference:minutes', 'steering-group:minutes', 'working-group:minutes', 'quality-dialogue:minutes', 'round-table:minutes')) OR (NEW.kind = 'procedure-agreed' AND NEW.detail IN ('reporting-path', 'procedure', 'guideline', 'form', 'flyer', 'directory', 'agreement', 'other')) OR (NEW.kind = 'goal-set' AND NEW.detail IN ('trainings', 'attendances', 'network-meetings', 'quality-dialogues', 'procedures', 'online-offers', 'sectors-reached', 'feedback-return', 'joint-standards', 'new-partners')) OR (NEW.kind = 'goal-result' AND NEW.detail IN ('trainings:met', 'trainings:partly', 'trainings:open', 'trainings:dropped', 'attendances:met', 'attendances:partly', 'attendances:open', 'attendances:dropped', 'network-meetings:met', 'network-meetings:partly', 'network-meetings:open', 'network-meetings:dropped', 'quality-dialogues:met', 'quality-dialogues:partly', 'quality-dialogues:open', 'quality-dialogues:dropped', 'procedures:met', 'procedures:partly', 'procedures:open', 'procedures:dropped', 'online-offers:met', 'online-offers:partly', 'online-offers:open', 'online-offers:dropped', 'sectors-reached:met', 'sectors-reached:partly', 'sectors-reached:open', 'sectors-reached:dropped', 'feedback-return:met', 'feedback-return:partly', 'feedback-return:open', 'feedback-return:dropped', 'joint-standards:met', 'joint-standards:partly', 'joint-standards:open', 'joint-standards:dropped', 'new-partners:met', 'new-partners:partly', 'new-partners:open', 'new-partners:dropped')) OR (NOT NEW.kind IN ('reminder-sent', 'event-held', 'event-cancelled', 'attendance', 'need', 'exchange-held', 'procedure-agreed', 'goal-set', 'goal-result') AND NEW.detail = '')) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row names what a closed list has'); END;
CREATE TRIGGER ledger_words_insert_2 BEFORE INSERT ON ledger WHEN (NEW.office IS NULL OR (typeof(NEW.office) = 'text' AND length(CAST(NEW.office AS BLOB)) BETWEEN 1 AND 24 AND length(NEW.office) = length(CAST(NEW.office AS BLOB)) AND NEW.office NOT GLOB '*[^a-z0-9-]*' AND NEW.office NOT GLOB '-*' AND NEW.office NOT GLOB '*-' AND NEW.office NOT GLOB '*--*' AND NEW.office NOT GLOB '*[0-9][0-9][0-9]*')) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row has an office of a network'); END;
CREATE TRIGGER ledger_words_insert_3 BEFORE INSERT ON ledger WHEN (NEW.sector IS NULL OR NEW.sector IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other')) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row has a sector of the list'); END;
CREATE TRIGGER ledger_words_insert_4 BEFORE INSERT ON ledger WHEN (typeof(NEW.network) = 'text' AND length(CAST(NEW.network AS BLOB)) BETWEEN 1 AND 24 AND length(NEW.network) = length(CAST(NEW.network AS BLOB)) AND NEW.network NOT GLOB '*[^a-z0-9-]*' AND NEW.network NOT GLOB '-*' AND NEW.network NOT GLOB '*-' AND NEW.network NOT GLOB '*--*' AND NEW.network NOT GLOB '*[0-9][0-9][0-9]*') IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row belongs to a network'); END;
CREATE TRIGGER ledger_words_insert_5 BEFORE INSERT ON ledger WHEN (typeof(NEW.day) = 'text' AND date(NEW.day, '+0 days') = NEW.day) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row has a day and no time'); END;
CREATE TRIGGER ledger_words_insert_6 BEFORE INSERT ON ledger WHEN (NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id)) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row is final'); END;
CREATE TRIGGER ledger_words_insert_7 BEFORE INSERT ON ledger WHEN (typeof(NEW.n) = 'integer' AND NEW.n BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row counts'); END;
CREATE TRIGGER ledger_words_insert_8 BEFORE INSERT ON ledger WHEN (NEW.training_id IS NULL OR (typeof(NEW.training_id) = 'integer' AND NEW.training_id BETWEEN -999999 AND 999999)) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row has a training'); END;
CREATE TRIGGER ledger_words_insert_9 BEFORE INSERT ON ledger WHEN (NEW.notice_id IS NULL OR (typeof(NEW.notice_id) = 'integer' AND NEW.notice_id BETWEEN -999999 AND 999999)) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a ledger row has a notice'); END;
CREATE TRIGGER counter_words_insert_1 BEFORE INSERT ON counter WHEN ((NEW.series = 'exchange-topic' AND NEW.slug IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.series = 'exchange-format' AND NEW.slug IN ('phone', 'meeting', 'video', 'writing', 'event')) OR (NEW.series = 'exchange-length' AND NEW.slug IN ('short', 'medium', 'long')) OR (NEW.series = 'need-topic' AND NEW.slug IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.series = 'need-sector' AND NEW.slug IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other')) OR (NEW.series = 'exchange-pair' AND ((substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 1, 7) = 'office:' AND typeof(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8)) = 'text' AND length(CAST(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) AS BLOB)) BETWEEN 1 AND 24 AND length(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8)) = length(CAST(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) AS BLOB)) AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*[^a-z0-9-]*' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '-*' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*-' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*--*' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*[0-9][0-9][0-9]*') OR (substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 1, 7) = 'sector:' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other'))) AND ((substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 1, 7) = 'office:' AND typeof(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8)) = 'text' AND length(CAST(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) AS BLOB)) BETWEEN 1 AND 24 AND length(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8)) = length(CAST(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) AS BLOB)) AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*[^a-z0-9-]*' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '-*' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*-' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*--*' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*[0-9][0-9][0-9]*') OR (substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 1, 7) = 'sector:' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other'))))) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter counts by a closed list'); END;
CREATE TRIGGER counter_words_insert_2 BEFORE INSERT ON counter WHEN (typeof(NEW.network) = 'text' AND length(CAST(NEW.network AS BLOB)) BETWEEN 1 AND 24 AND length(NEW.network) = length(CAST(NEW.network AS BLOB)) AND NEW.network NOT GLOB '*[^a-z0-9-]*' AND NEW.network NOT GLOB '-*' AND NEW.network NOT GLOB '*-' AND NEW.network NOT GLOB '*--*' AND NEW.network NOT GLOB '*[0-9][0-9][0-9]*') IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter belongs to a network'); END;
CREATE TRIGGER counter_words_insert_3 BEFORE INSERT ON counter WHEN (typeof(NEW.period) = 'text' AND date(NEW.period, '+0 days') = NEW.period) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter has a day and no time'); END;
CREATE TRIGGER counter_words_insert_4 BEFORE INSERT ON counter WHEN (NEW.series IN ('need-topic', 'need-sector') OR strftime('%d', NEW.period) = '01') IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'exchange is counted by the month'); END;
CREATE TRIGGER counter_words_insert_5 BEFORE INSERT ON counter WHEN (typeof(NEW.n) = 'integer' AND NEW.n BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter counts'); END;
CREATE TRIGGER counter_words_update_1 BEFORE UPDATE ON counter WHEN ((NEW.series = 'exchange-topic' AND NEW.slug IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.series = 'exchange-format' AND NEW.slug IN ('phone', 'meeting', 'video', 'writing', 'event')) OR (NEW.series = 'exchange-length' AND NEW.slug IN ('short', 'medium', 'long')) OR (NEW.series = 'need-topic' AND NEW.slug IN ('basics', 'legal-basics', 'risk-assessment', 'procedures', 'isef-role', 'data-protection', 'conversation-skills', 'neglect', 'physical-abuse', 'psychological-abuse', 'sexualised-violence', 'domestic-violence', 'early-childhood-risks', 'digital-media', 'peer-violence', 'parental-mental-illness', 'parental-addiction', 'high-conflict-separation', 'inclusive-protection', 'diversity-and-flight', 'protection-concepts', 'rights-and-participation', 'daycare', 'school', 'medical-protection', 'family-court', 'criminal-justice', 'trauma', 'cooperation', 'quality-development', 'staff-wellbeing', 'other')) OR (NEW.series = 'need-sector' AND NEW.slug IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other')) OR (NEW.series = 'exchange-pair' AND ((substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 1, 7) = 'office:' AND typeof(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8)) = 'text' AND length(CAST(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) AS BLOB)) BETWEEN 1 AND 24 AND length(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8)) = length(CAST(substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) AS BLOB)) AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*[^a-z0-9-]*' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '-*' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*-' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*--*' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) NOT GLOB '*[0-9][0-9][0-9]*') OR (substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 1, 7) = 'sector:' AND substr(substr(NEW.slug, 1, instr(NEW.slug, '+') - 1), 8) IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other'))) AND ((substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 1, 7) = 'office:' AND typeof(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8)) = 'text' AND length(CAST(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) AS BLOB)) BETWEEN 1 AND 24 AND length(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8)) = length(CAST(substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) AS BLOB)) AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*[^a-z0-9-]*' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '-*' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*-' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*--*' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) NOT GLOB '*[0-9][0-9][0-9]*') OR (substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 1, 7) = 'sector:' AND substr(substr(NEW.slug, instr(NEW.slug, '+') + 1), 8) IN ('youth-office', 'independent-provider', 'daycare', 'school', 'health', 'police', 'justice', 'counselling', 'public-order', 'social-administration', 'civil-society', 'other'))))) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter counts by a closed list'); END;
CREATE TRIGGER counter_words_update_2 BEFORE UPDATE ON counter WHEN (typeof(NEW.network) = 'text' AND length(CAST(NEW.network AS BLOB)) BETWEEN 1 AND 24 AND length(NEW.network) = length(CAST(NEW.network AS BLOB)) AND NEW.network NOT GLOB '*[^a-z0-9-]*' AND NEW.network NOT GLOB '-*' AND NEW.network NOT GLOB '*-' AND NEW.network NOT GLOB '*--*' AND NEW.network NOT GLOB '*[0-9][0-9][0-9]*') IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter belongs to a network'); END;
CREATE TRIGGER counter_words_update_3 BEFORE UPDATE ON counter WHEN (typeof(NEW.period) = 'text' AND date(NEW.period, '+0 days') = NEW.period) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter has a day and no time'); END;
CREATE TRIGGER counter_words_update_4 BEFORE UPDATE ON counter WHEN (NEW.series IN ('need-topic', 'need-sector') OR strftime('%d', NEW.period) = '01') IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'exchange is counted by the month'); END;
CREATE TRIGGER counter_words_update_5 BEFORE UPDATE ON counter WHEN (typeof(NEW.n) = 'integer' AND NEW.n BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'a counter counts'); END;
CREATE TRIGGER feedback_count_words_insert_1 BEFORE INSERT ON feedback_count WHEN (typeof(NEW.n) = 'integer' AND NEW.n BETWEEN -999999 AND 999999 AND typeof(NEW.score) = 'integer' AND NEW.score BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'feedback counts'); END;
CREATE TRIGGER feedback_count_words_insert_2 BEFORE INSERT ON feedback_count WHEN (typeof(NEW.training_id) = 'integer' AND NEW.training_id BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'feedback has a training'); END;
CREATE TRIGGER feedback_count_words_update_1 BEFORE UPDATE ON feedback_count WHEN (typeof(NEW.n) = 'integer' AND NEW.n BETWEEN -999999 AND 999999 AND typeof(NEW.score) = 'integer' AND NEW.score BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'feedback counts'); END;
CREATE TRIGGER feedback_count_words_update_2 BEFORE UPDATE ON feedback_count WHEN (typeof(NEW.training_id) = 'integer' AND NEW.training_id BETWEEN -999999 AND 999999) IS NOT TRUE BEGIN SELECT RAISE(ABORT, 'feedback has a training'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('invitation',4);
INSERT INTO "sqlite_sequence" VALUES('delivery',71);
INSERT INTO "sqlite_sequence" VALUES('person',6);
INSERT INTO "sqlite_sequence" VALUES('training',2);
INSERT INTO "sqlite_sequence" VALUES('broadcast',1);
INSERT INTO "sqlite_sequence" VALUES('ledger',19);
INSERT INTO "sqlite_sequence" VALUES('registration',5);
INSERT INTO "sqlite_sequence" VALUES('report_request',4);
INSERT INTO "sqlite_sequence" VALUES('access_request',1);
INSERT INTO "sqlite_sequence" VALUES('seat_block',1);
COMMIT;
