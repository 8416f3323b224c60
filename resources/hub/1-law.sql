-- Version 1: what is shared, with whom, and the law about it. PostgreSQL 14 and later, without any extension.
-- A person is a role of the server that is in clearway_people; who somebody is, is who logged in (session_user).

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'clearway_people') THEN
        CREATE ROLE clearway_people NOLOGIN;
    END IF;
END $$;

GRANT USAGE ON SCHEMA clearway TO clearway_people;
GRANT SELECT ON clearway.migration TO clearway_people;

-- `ended` is when a lead took it off the hub. The row stays, so that no old copy brings it back.
-- `acts`, `digest` and `newest` follow from the acts: how many, all of them told by one number, the last place given.
CREATE TABLE clearway.engagement (
    id text PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 200),
    shared_by name NOT NULL DEFAULT session_user,
    shared_at timestamptz NOT NULL DEFAULT now(),
    ended timestamptz,
    acts bigint NOT NULL DEFAULT 0,
    digest bigint NOT NULL DEFAULT 0,
    newest bigint NOT NULL DEFAULT 0
);

CREATE TABLE clearway.member (
    engagement text NOT NULL REFERENCES clearway.engagement,
    role name NOT NULL,
    part text NOT NULL CHECK (part IN ('lead', 'member', 'reader')),
    added_by name NOT NULL DEFAULT session_user,
    added_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (engagement, role)
);
CREATE INDEX member_role ON clearway.member (role, engagement);

-- Under which identity somebody's library makes its acts.
CREATE TABLE clearway.maker (
    id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{32}$'),
    role name NOT NULL DEFAULT session_user,
    claimed_at timestamptz NOT NULL DEFAULT now()
);

-- `number` is its place among the acts of its engagement; `signed` who sent it; `body` what it did, compressed.
CREATE TABLE clearway.act (
    engagement text NOT NULL REFERENCES clearway.engagement,
    number bigint NOT NULL,
    gid text NOT NULL CHECK (gid ~ '^[0-9a-f]{32}(@client)?$'),
    stamp text NOT NULL CHECK (stamp < '3000' AND stamp ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00 ([0-9a-f]{32}|-)$'),
    seen text[] NOT NULL CHECK (cardinality(seen) <= 1000),
    body bytea NOT NULL CHECK (length(body) <= 64000000),
    signed name NOT NULL DEFAULT session_user,
    received timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (engagement, number),
    UNIQUE (engagement, gid)
);

-- Pictures, and documents that were sent.
CREATE TABLE clearway.asset (
    engagement text NOT NULL REFERENCES clearway.engagement,
    id text NOT NULL CHECK (id = encode(sha256(data), 'hex')),
    name text NOT NULL,
    media_type text NOT NULL,
    data bytea NOT NULL CHECK (length(data) <= 64000000),
    signed name NOT NULL DEFAULT session_user,
    PRIMARY KEY (engagement, id)
);

-- Content packs: each text once, for all the engagements that were begun with it.
CREATE TABLE clearway.pack (
    sum text PRIMARY KEY CHECK (sum = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    text text NOT NULL CHECK (length(text) <= 16000000),
    signed name NOT NULL DEFAULT session_user
);
CREATE TABLE clearway.needs (
    engagement text NOT NULL REFERENCES clearway.engagement,
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    sum text NOT NULL REFERENCES clearway.pack,
    PRIMARY KEY (engagement, key)
);

CREATE TABLE clearway.met (
    role name PRIMARY KEY DEFAULT session_user,
    at timestamptz NOT NULL DEFAULT now(),
    program text NOT NULL DEFAULT '' CHECK (length(program) <= 100)
);

-- What somebody is in an engagement; nothing where they are not in it.
CREATE FUNCTION clearway.part_in(asked text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT part FROM clearway.member WHERE engagement = asked AND role = session_user $$;

-- The same for all that somebody is in. It looks with the eyes of its owner, so that the law about it can ask it.
CREATE VIEW clearway.mine AS SELECT engagement, part FROM clearway.member WHERE role = session_user;

CREATE FUNCTION clearway.hash_of(gid text, stamp text) RETURNS bigint
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS
$$ SELECT ('x' || substr(encode(sha256(convert_to(gid || ' ' || stamp, 'UTF8')), 'hex'), 1, 15))::bit(60)::bigint $$;

-- An act gets its place. One that is known stays as it is; of a burst of typing that went on, the latest is the act.
CREATE FUNCTION clearway.place_act() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
DECLARE
    own text := clearway.part_in(NEW.engagement);
    over timestamptz;
    known record;
BEGIN
    IF own IS NULL OR own = 'reader' THEN
        RAISE insufficient_privilege USING MESSAGE = 'you may not write to this engagement';
    END IF;
    SELECT ended INTO over FROM clearway.engagement WHERE id = NEW.engagement FOR UPDATE;
    IF over IS NOT NULL THEN
        RAISE EXCEPTION 'the engagement is not shared any more' USING ERRCODE = 'CW003';
    END IF;
    IF EXISTS (
        SELECT FROM unnest(NEW.seen) AS s(gid)
        WHERE NOT EXISTS (SELECT FROM clearway.act a WHERE a.engagement = NEW.engagement AND a.gid = s.gid)
    ) THEN
        RAISE EXCEPTION 'an act comes after those that it had seen' USING ERRCODE = 'CW005';
    END IF;
    SELECT a.stamp, a.signed INTO known FROM clearway.act a WHERE a.engagement = NEW.engagement AND a.gid = NEW.gid;
    IF FOUND THEN
        IF NEW.stamp <= known.stamp THEN
            RETURN NULL;
        END IF;
        IF known.signed <> session_user AND own <> 'lead' THEN
            RAISE EXCEPTION 'that act is somebody else''s' USING ERRCODE = 'CW004';
        END IF;
        DELETE FROM clearway.act a WHERE a.engagement = NEW.engagement AND a.gid = NEW.gid;
        UPDATE clearway.engagement SET acts = acts - 1, digest = digest # clearway.hash_of(NEW.gid, known.stamp)
            WHERE id = NEW.engagement;
    END IF;
    UPDATE clearway.engagement
        SET acts = acts + 1, newest = newest + 1, digest = digest # clearway.hash_of(NEW.gid, NEW.stamp)
        WHERE id = NEW.engagement RETURNING newest INTO NEW.number;
    RETURN NEW;
END $$;
CREATE TRIGGER place_act BEFORE INSERT ON clearway.act FOR EACH ROW EXECUTE FUNCTION clearway.place_act();

-- Who is let in is a person of this hub, and an engagement is never left without a lead.
CREATE FUNCTION clearway.guard_members() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    PERFORM FROM clearway.engagement WHERE id = coalesce(OLD.engagement, NEW.engagement) FOR UPDATE;
    IF TG_OP <> 'DELETE' AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_roles WHERE rolname = NEW.role AND pg_has_role(oid, 'clearway_people', 'MEMBER')
    ) THEN
        RAISE EXCEPTION 'nobody of that name is in clearway_people' USING ERRCODE = 'CW001', DETAIL = NEW.role;
    END IF;
    IF TG_OP <> 'INSERT' AND OLD.part = 'lead' AND (TG_OP = 'DELETE' OR NEW.part <> 'lead') AND NOT EXISTS (
        SELECT FROM clearway.member m
        WHERE m.engagement = OLD.engagement AND m.part = 'lead' AND m.role <> OLD.role
    ) THEN
        RAISE EXCEPTION 'an engagement has a lead' USING ERRCODE = 'CW002';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER guard_members BEFORE INSERT OR UPDATE OR DELETE ON clearway.member
    FOR EACH ROW EXECUTE FUNCTION clearway.guard_members();

-- Whoever shares an engagement first is its lead.
CREATE FUNCTION clearway.share(asked text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    INSERT INTO clearway.engagement (id) VALUES (asked) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        INSERT INTO clearway.member (engagement, role, part) VALUES (asked, session_user, 'lead');
    ELSIF clearway.part_in(asked) = 'lead' THEN
        UPDATE clearway.engagement SET ended = NULL WHERE id = asked AND ended IS NOT NULL;
    ELSE
        RAISE EXCEPTION 'it is on the hub already, and you are not its lead' USING ERRCODE = 'CW006';
    END IF;
END $$;

-- Takes an engagement off the hub, with all that is there of it. Libraries keep what they have.
CREATE FUNCTION clearway.unshare(asked text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    IF clearway.part_in(asked) IS DISTINCT FROM 'lead' THEN
        RAISE insufficient_privilege USING MESSAGE = 'only a lead takes an engagement off the hub';
    END IF;
    UPDATE clearway.engagement SET ended = now(), acts = 0, digest = 0 WHERE id = asked;
    DELETE FROM clearway.act WHERE engagement = asked;
    DELETE FROM clearway.asset WHERE engagement = asked;
    DELETE FROM clearway.needs WHERE engagement = asked;
    DELETE FROM clearway.member WHERE engagement = asked AND role <> session_user;
END $$;

-- For the owner alone: takes a person out of everything. Where they were the only lead, the heir is.
CREATE FUNCTION clearway.remove_person(gone name, heir name) RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog AS
$$
DECLARE
    found bigint;
BEGIN
    INSERT INTO clearway.member (engagement, role, part)
        SELECT m.engagement, heir, 'lead' FROM clearway.member m
        WHERE m.role = gone AND m.part = 'lead' AND heir IS NOT NULL AND NOT EXISTS (
            SELECT FROM clearway.member o
            WHERE o.engagement = m.engagement AND o.part = 'lead' AND o.role <> gone
        )
        ON CONFLICT (engagement, role) DO UPDATE SET part = 'lead';
    DELETE FROM clearway.member WHERE role = gone;
    GET DIAGNOSTICS found = ROW_COUNT;
    DELETE FROM clearway.maker WHERE role = gone;
    DELETE FROM clearway.met WHERE role = gone;
    RETURN found;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA clearway FROM PUBLIC;
GRANT EXECUTE ON FUNCTION clearway.part_in(text), clearway.share(text), clearway.unshare(text) TO clearway_people;

ALTER TABLE clearway.engagement ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.maker ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.act ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.asset ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.pack ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.needs ENABLE ROW LEVEL SECURITY;
ALTER TABLE clearway.met ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON clearway.engagement, clearway.mine TO clearway_people;
GRANT SELECT, INSERT (engagement, role, part), UPDATE (part), DELETE ON clearway.member TO clearway_people;
GRANT SELECT, INSERT (id) ON clearway.maker TO clearway_people;
GRANT SELECT, INSERT (engagement, gid, stamp, seen, body) ON clearway.act TO clearway_people;
GRANT SELECT, INSERT (engagement, id, name, media_type, data) ON clearway.asset TO clearway_people;
GRANT SELECT, INSERT (sum, text) ON clearway.pack TO clearway_people;
GRANT SELECT, INSERT (engagement, key, sum) ON clearway.needs TO clearway_people;
GRANT SELECT, INSERT (at, program), UPDATE (at, program) ON clearway.met TO clearway_people;

-- Reading: what somebody is in. The lookup of one row of `member` is by its key, for each engagement that is asked for.
CREATE POLICY read ON clearway.engagement FOR SELECT TO clearway_people USING (EXISTS (
    SELECT FROM clearway.member m WHERE m.engagement = engagement.id AND m.role = session_user));
CREATE POLICY read ON clearway.act FOR SELECT TO clearway_people USING (EXISTS (
    SELECT FROM clearway.member m WHERE m.engagement = act.engagement AND m.role = session_user));
CREATE POLICY read ON clearway.asset FOR SELECT TO clearway_people USING (EXISTS (
    SELECT FROM clearway.member m WHERE m.engagement = asset.engagement AND m.role = session_user));
CREATE POLICY read ON clearway.needs FOR SELECT TO clearway_people USING (EXISTS (
    SELECT FROM clearway.member m WHERE m.engagement = needs.engagement AND m.role = session_user));
CREATE POLICY read ON clearway.member FOR SELECT TO clearway_people
    USING (role = session_user OR EXISTS (SELECT FROM clearway.mine m WHERE m.engagement = member.engagement));
CREATE POLICY read ON clearway.maker FOR SELECT TO clearway_people USING (true);
CREATE POLICY read ON clearway.pack FOR SELECT TO clearway_people USING (true);
CREATE POLICY read ON clearway.met FOR SELECT TO clearway_people USING (role = session_user OR EXISTS (
    SELECT FROM clearway.mine m JOIN clearway.member theirs ON theirs.engagement = m.engagement
    WHERE theirs.role = met.role));

-- Writing: leads and members, in their own name. Only a lead brings what the libraries of others made.
CREATE POLICY write ON clearway.act FOR INSERT TO clearway_people WITH CHECK (
    clearway.part_in(engagement) IN ('lead', 'member')
    AND (clearway.part_in(engagement) = 'lead' OR NOT EXISTS (
        SELECT FROM clearway.maker m WHERE m.id = split_part(act.stamp, ' ', 2) AND m.role <> session_user)));
CREATE POLICY write ON clearway.asset FOR INSERT TO clearway_people
    WITH CHECK (clearway.part_in(engagement) IN ('lead', 'member'));
CREATE POLICY write ON clearway.needs FOR INSERT TO clearway_people
    WITH CHECK (clearway.part_in(engagement) IN ('lead', 'member'));
CREATE POLICY write ON clearway.pack FOR INSERT TO clearway_people WITH CHECK (true);
CREATE POLICY claim ON clearway.maker FOR INSERT TO clearway_people WITH CHECK (role = session_user);
CREATE POLICY tell ON clearway.met FOR INSERT TO clearway_people WITH CHECK (role = session_user);
CREATE POLICY tell_again ON clearway.met FOR UPDATE TO clearway_people USING (role = session_user);

CREATE POLICY let_in ON clearway.member FOR INSERT TO clearway_people
    WITH CHECK (clearway.part_in(engagement) = 'lead');
CREATE POLICY give_part ON clearway.member FOR UPDATE TO clearway_people
    USING (clearway.part_in(engagement) = 'lead') WITH CHECK (clearway.part_in(engagement) = 'lead');
CREATE POLICY put_out ON clearway.member FOR DELETE TO clearway_people
    USING (clearway.part_in(engagement) = 'lead' OR role = session_user);
