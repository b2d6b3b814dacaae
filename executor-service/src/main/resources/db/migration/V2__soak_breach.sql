-- Of an answered soak: whether a metric left its bounds. Null where the verdict did not say.
ALTER TABLE gate ADD COLUMN breached boolean;
