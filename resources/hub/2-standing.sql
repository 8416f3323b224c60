-- Version 2: how each engagement stands, so that the portfolio and what is usual are asked of the server.
-- Whoever sends the latest acts sends this with them; `digest` says of which acts it was worked out.

CREATE TABLE clearway.standing (
    engagement text PRIMARY KEY REFERENCES clearway.engagement,
    digest bigint NOT NULL,
    client text NOT NULL,
    pilot text NOT NULL,
    sector text NOT NULL,
    like_sector text NOT NULL,
    method text NOT NULL,
    pack text NOT NULL,
    round int NOT NULL,
    held_on date,
    target date,
    modes jsonb NOT NULL,
    figures jsonb NOT NULL,
    points jsonb NOT NULL,
    waived date[] NOT NULL,
    dues date[] NOT NULL,
    titles text[] NOT NULL CHECK (cardinality(titles) = cardinality(dues)),
    held_up int NOT NULL,
    ends_late boolean NOT NULL,
    archived boolean NOT NULL,
    signed name NOT NULL DEFAULT session_user
);
CREATE INDEX standing_sector ON clearway.standing (like_sector, pack);

ALTER TABLE clearway.standing ENABLE ROW LEVEL SECURITY;
GRANT SELECT, DELETE ON clearway.standing TO clearway_people;
GRANT INSERT (engagement, digest, client, pilot, sector, like_sector, method, pack, round, held_on, target, modes,
    figures, points, waived, dues, titles, held_up, ends_late, archived) ON clearway.standing TO clearway_people;

CREATE POLICY read ON clearway.standing FOR SELECT TO clearway_people USING (EXISTS (
    SELECT FROM clearway.member m WHERE m.engagement = standing.engagement AND m.role = session_user));
CREATE POLICY write ON clearway.standing FOR INSERT TO clearway_people
    WITH CHECK (clearway.part_in(engagement) IN ('lead', 'member'));
CREATE POLICY renew ON clearway.standing FOR DELETE TO clearway_people
    USING (clearway.part_in(engagement) IN ('lead', 'member'));

CREATE FUNCTION clearway.end_standing() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS
$$
BEGIN
    DELETE FROM clearway.standing WHERE engagement = NEW.id;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION clearway.end_standing() FROM PUBLIC;
CREATE TRIGGER end_standing BEFORE UPDATE OF ended ON clearway.engagement FOR EACH ROW
    WHEN (NEW.ended IS NOT NULL) EXECUTE FUNCTION clearway.end_standing();
