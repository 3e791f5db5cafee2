-- A block is a hundred numbers: while one instance asks for the next, its other reports wait.
DO $$
BEGIN
  FOR year IN 2020..2099 LOOP
    EXECUTE format('ALTER SEQUENCE receipt_%s INCREMENT BY 100', year);
  END LOOP;
END $$;
